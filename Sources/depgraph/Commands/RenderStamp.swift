import DepGraph

extension RenderCommand {
  /// A diagram with the options at its foot that make it another picture, as they are typed.
  ///
  /// What failed stands there already; the form, the sheet and the language say nothing of what is drawn.
  func stamped(_ diagram: Diagram) -> Diagram {
    var options: [(String, String?)] = [
      ("view", view.rawValue), ("target", target), ("after", after.map(Self.words)),
      ("focus", focus), ("hops", focus == nil ? nil : "\(hops)"), ("at", at?.description),
      ("observed", observed.map(FileFingerprint.name(of:))), ("network", network),
      ("with", with.map(FileFingerprint.name(of:))), ("known-by", model.knownBy?.description),
    ]
    options += targets.map { ("for", $0) }
    var words = options.compactMap { name, value in value.map { "--\(name) \($0)" } }
    if sourcedOnly { words.append("--sourced-only") }
    var stamped = diagram
    stamped.sourceLine += " · " + words.joined(separator: " ")
    return stamped
  }

  private static func words(_ span: TimeSpan) -> String {
    ResultArguments.words(span)
  }
}
