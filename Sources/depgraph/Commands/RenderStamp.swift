import DepGraph

extension RenderCommand {
  /// A diagram with the options at its foot that make it another picture, as they are typed.
  ///
  /// What failed stands there already; the form, the sheet and the language say nothing of what is drawn.
  func stamped(_ diagram: Diagram) -> Diagram {
    var stamped = diagram
    stamped.sourceLine += stamp
    return stamped
  }

  /// The options that make it another picture, as they are typed, to follow a source line.
  var stamp: String {
    let about: [(String, String?)] = [
      ("view", view.rawValue), ("target", target), ("after", after.map(ResultArguments.words)),
      ("since", since?.iso8601),
      ("at", at?.description), ("observed", observed.map(FileFingerprint.name(of:))),
      ("network", network), ("with", with.map(FileFingerprint.name(of:))),
      ("known-by", model.knownBy?.description),
    ]
    let narrowed: [(String, String?)] = [
      ("focus", scope.focus), ("hops", scope.focus == nil ? nil : "\(scope.hops)"),
      ("collapse", scope.collapse?.rawValue), ("direction", scope.direction?.rawValue),
    ]
    let lists = [("for", targets), ("only", scope.only), ("highlight", scope.highlight)]
    var words = (about + narrowed).compactMap { name, value in value.map { "--\(name) \($0)" } }
    words += lists.filter { !$0.1.isEmpty }.map { "--\($0) \($1.joined(separator: " "))" }
    if sourcedOnly { words.append("--sourced-only") }
    return " · " + words.joined(separator: " ")
  }
}
