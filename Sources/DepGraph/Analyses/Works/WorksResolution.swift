/// Works with what their objects name in a model.
struct WorksResolution {
  /// The works by start, then as given.
  private(set) var windows: [PlannedWorks.Window] = []
  /// Objects that name nothing.
  private(set) var warnings: [Diagnostic] = []

  /// - Complexity: O(*s*·*n*) for *s* objects and *n* elements.
  init(_ question: PlannedWorks.Question, in compiled: CompiledModel) {
    let ordered = question.notices.enumerated().sorted { left, right in
      (left.element.start, left.offset) < (right.element.start, right.offset)
    }
    for (_, notice) in ordered {
      var vertices: [VertexID] = []
      var unknown: [String] = []
      for object in notice.objects {
        do throws(InvalidInput) {
          let seeds = try compiled.seeds([object.text])
          vertices += seeds.vertices
          unknown += seeds.unknownExtent
        } catch {
          unknown.append(object.text)
          let hint = error.diagnostics.first?.hint
          warnings.append(
            Diagnostic(
              .unknownObject, "`\(object.text)` names nothing in the model",
              at: object.place ?? notice.place, id: notice.id,
              hint: hint ?? "what this work does cannot be told"))
        }
      }
      if notice.objects.isEmpty {
        unknown.append(notice.text ?? notice.id ?? "?")
        warnings.append(
          Diagnostic(
            .unknownObject, "the work does not say at what it is", at: notice.place,
            id: notice.id,
            hint: "`X-MAINTNOTE-OBJECT-ID`, or the column `object`, names it"))
      }
      windows.append(
        .init(
          notice: notice, vertices: Set(vertices).sorted(), unknown: unknown,
          treatment: Self.treatment(of: notice, question)))
    }
  }

  private static func treatment(
    of notice: MaintenanceNotice, _ question: PlannedWorks.Question
  ) -> PlannedWorks.Window.Treatment {
    if notice.status == .cancelled { return .cancelled }
    if notice.status == .completed { return .completed }
    if let now = question.now, notice.end <= now { return .over }
    if let from = question.from, notice.end <= from { return .outside }
    if let until = question.until, notice.start >= until { return .outside }
    return notice.impact == .noImpact ? .noImpact : .out
  }
}
