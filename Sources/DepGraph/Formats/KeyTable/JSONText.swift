/// A JSON value whose members keep their order, to write texts that are the same every time.
indirect enum JSONText {
  case object([(String, JSONText)])
  case array([JSONText])
  case string(String)
  case number(Double)
  case boolean(Bool)

  /// The text, two spaces a level, with a newline at the end.
  ///
  /// - Complexity: O(*n*) for *n* letters.
  var pretty: String {
    var text = ""
    write(to: &text, indent: "")
    return text + "\n"
  }

  private func write(to text: inout String, indent: String) {
    switch self {
    case .string(let value): text += Self.quoted(value)
    case .boolean(let value): text += value ? "true" : "false"
    case .number(let value):
      text += value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    case .array(let members):
      write(members.map { ("", $0) }, "[", "]", to: &text, indent: indent)
    case .object(let members):
      write(
        members.map { (Self.quoted($0.0) + ": ", $0.1) }, "{", "}", to: &text, indent: indent)
    }
  }

  private func write(
    _ members: [(String, JSONText)], _ open: String, _ close: String, to text: inout String,
    indent: String
  ) {
    guard !members.isEmpty else {
      text += open + close
      return
    }
    text += open + "\n"
    for (index, member) in members.enumerated() {
      text += indent + "  " + member.0
      member.1.write(to: &text, indent: indent + "  ")
      text += index < members.count - 1 ? ",\n" : "\n"
    }
    text += indent + close
  }

  /// A text in quotes.
  static func quoted(_ value: String) -> String {
    var text = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\t": text += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
