/// User text made harmless for the places in DOT text where it may stand.
///
/// Graphviz interns strings without their kind, so a plain text must never equal an HTML-like one:
/// plain texts hold no `<`.
enum DOTText {
  /// The longest text that is written; longer ones are cut with an ellipsis.
  static let longest = 400

  /// A quoted string: a tooltip or another plain text.
  ///
  /// - Complexity: O(*n*) for *n* characters.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in shortened(text).unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case "\n": result += "\\n"
      default: if isVisible(scalar) { result.unicodeScalars.append(scalar) }
      }
    }
    return result + "\""
  }

  /// Text inside an HTML-like label; a hard space where nothing is visible, since Graphviz takes an
  /// empty element for a mistake.
  ///
  /// - Complexity: O(*n*) for *n* characters.
  static func html(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { isVisible($0) && $0 != " " }) else {
      return "&#160;"
    }
    var result = ""
    for scalar in shortened(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      // Graphviz expands \N and the like in HTML-like labels too.
      case "\\": result += "\\\\"
      case "\n": result += "<BR/>"
      default: if isVisible(scalar) { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }

  /// A number with at most two decimals.
  static func number(_ value: Double) -> String {
    let hundredths = (value * 100).rounded()
    guard hundredths.magnitude < 1e12 else { return "0" }
    let whole = Int(hundredths)
    let fraction = whole.magnitude % 100
    let sign = whole < 0 ? "-" : ""
    guard fraction != 0 else { return "\(sign)\(whole.magnitude / 100)" }
    let digits = fraction < 10 ? "0\(fraction)" : "\(fraction)"
    return "\(sign)\(whole.magnitude / 100).\(digits)"
  }

  private static func shortened(_ text: String) -> String {
    guard text.count > longest else { return text }
    return text.prefix(longest - 1) + "…"
  }

  /// Whether a character may stand in XML; control characters and non-characters may not.
  ///
  /// Marks that turn the direction of text are left out as well: they could make a name read as
  /// another one.
  static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF, 0x202A...0x202E, 0x2066...0x2069: false
    default: scalar.value & 0xFFFE != 0xFFFE
    }
  }
}
