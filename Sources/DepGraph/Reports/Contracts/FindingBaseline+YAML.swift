extension FindingBaseline {
  /// The baseline as a file.
  ///
  /// - Complexity: O(*n*) for *n* acceptances.
  public var yaml: String {
    let head = "depgraph-baseline: 1\n"
    guard !accepted.isEmpty else { return head + "accepted: []\n" }
    return head + "accepted:\n" + accepted.map(\.yaml).joined()
  }
}

extension FindingBaseline.Acceptance {
  fileprivate var yaml: String {
    let keys: [(String, String?)] = [
      ("contract", contract), ("other", other), ("component", component), ("target", target),
      ("party", party), ("until", until?.description), ("by", by), ("reason", reason),
    ]
    let lines = keys.compactMap { key, value in value.map { "    \(key): \($0.quotedForYAML)\n" } }
    return "  - rule: \(rule.rawValue)\n" + lines.joined()
  }
}
