/// Processes and consumers by what becomes of them; in a model without them all components.
struct BriefingTally {
  /// Those of whom the same becomes.
  struct Group {
    let style: String
    let glyph: String
    let label: String
    let members: [VertexID]
  }

  /// The four groups, the worst first; none where nothing fails.
  let groups: [Group]
  private let context: BriefingContext

  init(_ context: BriefingContext) {
    self.context = context
    guard let blast = context.found.blast else {
      groups = []
      return
    }
    let phrases = context.phrases
    let users = Set(context.compiled.vertices(ofKinds: [.process, .consumer]))
    let counted = { (vertex: VertexID) in users.isEmpty || users.contains(vertex) }
    let down = blast.down.filter { counted($0.vertex) }
    groups = [
      Group(
        style: "down", glyph: "■", label: phrases.downForCertain,
        members: down.filter { $0.verdict == .certain }.map(\.vertex)),
      Group(
        style: "possible", glyph: "■", label: phrases.downPossibly,
        members: down.filter { $0.verdict == .possible }.map(\.vertex)),
      Group(
        style: "degraded", glyph: "▲", label: phrases.degradedLabel,
        members: blast.degraded.map(\.vertex).filter(counted)),
      Group(
        style: "untold", glyph: "?", label: phrases.cannotTellLabel,
        members: blast.cannotTell.map(\.vertex).filter(counted)),
    ]
  }

  /// The groups in lines: label, number, names, wrapped under the names.
  ///
  /// - Parameter width: The columns.
  /// - Returns: The lines.
  /// - Complexity: O(*n*) for *n* components hit.
  func lines(width: Int) -> [String] {
    let entries = groups.map { group in
      (
        label: group.label, count: context.phrases.number(group.members.count),
        members: group.members
      )
    }
    let labelWidth = entries.map(\.label.displayWidth).max() ?? 0
    let countWidth = entries.map(\.count.displayWidth).max() ?? 0
    let margin = labelWidth + countWidth + 4
    let spaces = { (count: Int) in String(repeating: " ", count: count) }
    return entries.flatMap { entry in
      let head =
        entry.label
        + spaces(labelWidth + 2 + countWidth - entry.label.displayWidth - entry.count.displayWidth)
        + entry.count + "  "
      let names =
        entry.members.isEmpty
        ? "–" : entry.members.map(context.names.name).joined(separator: ", ")
      return names.withoutControls.wrapped(to: max(30, width - margin)).enumerated().map {
        ($0 == 0 ? head : spaces(margin)) + $1
      }
    }
  }
}

extension Briefing {
  /// The outcome in four entries, for a terminal: label, number, names.
  ///
  /// - Parameter width: The columns; longer lines are wrapped under the names.
  /// - Returns: Lines without a line break at the end.
  /// - Complexity: O(*n*) for *n* components hit.
  public func summary(width: Int = 100) -> String {
    let failed = answers.failure.map {
      names.failure(of: $0.vertices, written: $0.written)
    }
    let title = failed.map(phrases.blastTitle) ?? phrases.nothingToFail
    return (title.withoutControls.wrapped(to: width) + BriefingTally(context).lines(width: width))
      .joined(separator: "\n")
  }
}
