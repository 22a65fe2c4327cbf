extension String {
  /// The text in double quotes of YAML, which hold anything.
  ///
  /// - Complexity: O(*n*) for *n* characters.
  var quotedForYAML: String {
    let inside = unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.isEscapedInYAML: result += scalar.escapedForYAML
      default: result.unicodeScalars.append(scalar)
      }
    }
    return "\"\(inside)\""
  }
}

extension Unicode.Scalar {
  /// Whether it can stand in a YAML text as an escape only: controls, marks of the byte order, and
  /// what YAML 1.1 takes for the end of a line.
  var isEscapedInYAML: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE,
      0xFF00...0xFFFD, 0x10000...0x10FFFF:
      false
    default: true
    }
  }

  /// It as an escape of YAML.
  fileprivate var escapedForYAML: String {
    let digits = String(value, radix: 16)
    let (letter, width) = value < 0x100 ? ("x", 2) : value < 0x10000 ? ("u", 4) : ("U", 8)
    return "\\\(letter)" + String(repeating: "0", count: width - digits.count) + digits
  }
}
