extension JSONValue {
  /// The JSON text, ending in a line break; the same value gives the same bytes.
  ///
  /// Two spaces a level; an array or object without others in it stands on one line if it fits.
  ///
  /// - Complexity: O(*n*) for a text of *n* characters.
  public var jsonText: String {
    var writer = JSONWriter()
    writer.write(self, indent: 0)
    return writer.text + "\n"
  }
}

private struct JSONWriter {
  static let lineLength = 100
  var text = ""

  mutating func write(_ value: JSONValue, indent: Int, used: Int = 0) {
    switch value {
    case .array(let values) where values.contains(where: \.holdsOthers):
      writeLines(values.map { ("", $0) }, between: ("[", "]"), indent: indent)
    case .object(let members) where members.contains(where: { $0.value.holdsOthers }):
      writeLines(
        members.map { (Self.quoted($0.key) + ": ", $0.value) }, between: ("{", "}"), indent: indent)
    case .array(let values):
      writeShort(values.map { ("", $0) }, between: ("[", "]"), indent: indent, used: used)
    case .object(let members):
      writeShort(
        members.map { (Self.quoted($0.key) + ": ", $0.value) }, between: ("{", "}"),
        indent: indent, used: used)
    default: text += Self.scalar(value)
    }
  }

  private mutating func writeShort(
    _ items: [(prefix: String, value: JSONValue)], between brackets: (String, String), indent: Int,
    used: Int
  ) {
    let line =
      brackets.0 + items.map { $0.prefix + Self.scalar($0.value) }.joined(separator: ", ")
      + brackets.1
    if items.isEmpty || 2 * indent + used + line.utf8.count <= Self.lineLength {
      text += line
    } else {
      writeLines(items, between: brackets, indent: indent)
    }
  }

  private mutating func writeLines(
    _ items: [(prefix: String, value: JSONValue)], between brackets: (String, String), indent: Int
  ) {
    let margin = String(repeating: "  ", count: indent + 1)
    text += brackets.0
    for (number, item) in items.enumerated() {
      text += (number == 0 ? "\n" : ",\n") + margin + item.prefix
      write(item.value, indent: indent + 1, used: item.prefix.utf8.count)
    }
    text += "\n" + String(repeating: "  ", count: indent) + brackets.1
  }

  private static func scalar(_ value: JSONValue) -> String {
    switch value {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .integer(let value): String(value)
    // The shortest text that reads back as the same number.
    case .decimal(let value): "\(value.value)"
    case .string(let value): quoted(value)
    // An array or object with something in it is never a scalar: `holdsOthers`.
    case .array: "[]"
    case .object: "{}"
    }
  }

  private static func quoted(_ string: String) -> String {
    var result = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      // A result that is shown in a terminal steers neither it nor the direction of writing.
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value),
        "\u{200E}", "\u{200F}", "\u{2028}"..."\u{202E}", "\u{2066}"..."\u{2069}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

extension JSONValue {
  /// Whether it is an array or object with something in it.
  fileprivate var holdsOthers: Bool {
    switch self {
    case .array(let values): !values.isEmpty
    case .object(let members): !members.isEmpty
    default: false
    }
  }
}
