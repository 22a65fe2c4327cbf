extension JSONValue {
  /// The value as JSON on one line, fit to stand inside a `script` element of a page.
  ///
  /// No `<` is left, so nothing in it can end the element or begin a comment, and no line separator
  /// that older readers of scripts stumble over.
  ///
  /// - Complexity: O(*n*) for a text of *n* characters.
  public var scriptText: String {
    var text = ""
    appendScriptText(to: &text)
    return text
  }

  private func appendScriptText(to text: inout String) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    // The shortest text that reads back as the same number.
    case .decimal(let value): text += "\(value.value)"
    case .string(let value): Self.appendQuoted(value, to: &text)
    case .array(let values):
      text += "["
      for (number, value) in values.enumerated() {
        if number > 0 { text += "," }
        value.appendScriptText(to: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (number, member) in members.enumerated() {
        if number > 0 { text += "," }
        Self.appendQuoted(member.key, to: &text)
        text += ":"
        member.value.appendScriptText(to: &text)
      }
      text += "}"
    }
  }

  private static func appendQuoted(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "<", ">", "&", "\u{2028}", "\u{2029}", "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      // What turns the direction of writing would make a name read as another one.
      case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": text += "\\ufffd"
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
