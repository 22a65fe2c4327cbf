extension Why {
  /// The result of `why` for machines.
  ///
  /// - Parameter compiled: The model it was asked of.
  /// - Returns: The explanation, or what keeps the target up.
  /// - Complexity: that of a blast radius, for the grade.
  public func json(in compiled: CompiledModel) -> JSONValue {
    let id = { (vertex: VertexID) in compiled.table.id(of: vertex) }
    return [
      "target": .string(id(target)), "down": .bool(grade == .down),
      "grade": .string(answeredGrade(in: compiled).key),
      "explanation": explanation.map { json(of: $0, id) } ?? .null,
      "stillUpBecause": .array(
        stillUpBecause.map { support in
          [
            "id": .string(id(support.owner)), "requirement": .string(support.location),
            "lost": .texts(support.lost.map(id)), "holding": .texts(support.holding.map(id)),
          ]
        }),
      "way": way.map { .texts($0.map(id)) } ?? .null,
    ]
  }

  private func json(of cause: Cause, _ id: (VertexID) -> String) -> JSONValue {
    [
      "id": .string(id(cause.vertex)), "location": .string(cause.location),
      "because": .array(cause.because.map { json(of: $0, id) }),
    ]
  }

  /// The grade of the target by the blast radius, which also knows what cannot be told.
  ///
  /// - Complexity: that of a blast radius.
  func answeredGrade(in compiled: CompiledModel) -> Grade {
    guard grade != .down else { return .down }
    var question = BlastRadius.Question(seeds)
    question.reading = reading
    return BlastRadius(question, in: compiled).grade(of: target)
  }
}
