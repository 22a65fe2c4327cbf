/// Plain scalars that YAML 1.1 and YAML 1.2 read differently.
///
/// Other programs that read the same file may take `NO` for false and `17:00` for 1020. Here they
/// are text; the warning asks to put quotes round them.
enum QuoteThis {
  /// Whether a plain scalar is read differently.
  ///
  /// - Complexity: O(*n*) for *n* bytes, and O(1) for nearly all texts: what is long or begins with a
  ///   letter that begins no such word is passed over at once.
  static func isAmbiguous(_ text: String) -> Bool {
    guard let first = text.utf8.first, text.utf8.count <= 32 else { return false }
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"):
      return isAmbiguousNumber(Array(text.utf8))
    case UInt8(ascii: "y"), UInt8(ascii: "Y"), UInt8(ascii: "n"), UInt8(ascii: "N"),
      UInt8(ascii: "o"), UInt8(ascii: "O"):
      guard text.utf8.count <= 3 else { return false }
      return ["y", "n", "yes", "no", "on", "off"].contains(text.lowercased())
    default: return false
    }
  }

  private static func isAmbiguousNumber(_ bytes: [UInt8]) -> Bool {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    var body = bytes[...]
    if let sign = body.first, !digits.contains(sign) { body.removeFirst() }
    guard let first = body.first, digits.contains(first) else { return false }
    if body.contains(UInt8(ascii: ":")) { return isSexagesimal(body) }
    if first == UInt8(ascii: "0"), body.count > 1 {
      let second = body[body.startIndex + 1]
      if second == UInt8(ascii: "o") || second == UInt8(ascii: "b") { return true }
      // Octal in YAML 1.1, a decimal number in YAML 1.2.
      if body.allSatisfy(digits.contains) { return true }
    }
    // A number with underscores in YAML 1.1, a text in YAML 1.2.
    return body.contains(UInt8(ascii: "_"))
      && body.allSatisfy {
        digits.contains($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".")
      }
  }

  /// Whether it is a number to base 60: groups of at most two digits, each below 60.
  private static func isSexagesimal(_ body: ArraySlice<UInt8>) -> Bool {
    let groups = body.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    for (index, group) in groups.enumerated() {
      let isLast = index == groups.count - 1
      let whole = isLast ? group.prefix { $0 != UInt8(ascii: ".") } : group
      guard !whole.isEmpty, index == 0 || whole.count <= 2 else { return false }
      guard whole.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) else { return false }
      if index > 0, whole.count == 2, whole[whole.startIndex] > UInt8(ascii: "5") { return false }
    }
    return true
  }
}
