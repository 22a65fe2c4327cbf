extension WrittenValue {
  /// The value as JSON on one line: numbers and truth values as such, all else as texts.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  var json: String {
    var text = ""
    appendJSON(to: &text)
    return text
  }

  private func appendJSON(to text: inout String) {
    switch self {
    case .text(let value): text += JSONText.quoted(value)
    case .bare(let value):
      text += Self.isJSONWord(value) ? value : JSONText.quoted(value)
    case .list(let members):
      text += "["
      for (position, member) in members.enumerated() {
        if position > 0 { text += "," }
        member.appendJSON(to: &text)
      }
      text += "]"
    case .mapping(let pairs):
      text += "{"
      for (position, pair) in pairs.enumerated() {
        if position > 0 { text += "," }
        text += JSONText.quoted(pair.key) + ":"
        pair.value.appendJSON(to: &text)
      }
      text += "}"
    }
  }

  /// Whether JSON takes a bare word without quotes: a truth value or a number as JSON spells it.
  private static func isJSONWord(_ text: String) -> Bool {
    if text == "true" || text == "false" { return true }
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    var rest = Array(text.utf8)[...]
    if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    let whole = rest.prefix { digits.contains($0) }
    guard !whole.isEmpty, whole.count == 1 || whole.first != UInt8(ascii: "0") else { return false }
    rest = rest.dropFirst(whole.count)
    if rest.first == UInt8(ascii: ".") {
      let fraction = rest.dropFirst().prefix { digits.contains($0) }
      guard !fraction.isEmpty else { return false }
      rest = rest.dropFirst(1 + fraction.count)
    }
    return rest.isEmpty
  }
}
