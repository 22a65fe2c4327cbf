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
    let lines = keys.compactMap { key, value in value.map { "    \(key): \(Self.quoted($0))\n" } }
    return "  - rule: \(rule.rawValue)\n" + lines.joined()
  }

  /// A text in double quotes, which hold anything.
  private static func quoted(_ text: String) -> String {
    let inside = text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        result += "\\x" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return "\"\(inside)\""
  }
}
