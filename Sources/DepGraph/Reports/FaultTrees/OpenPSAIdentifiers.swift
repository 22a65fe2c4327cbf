/// Names as the Open-PSA format allows them, each once: letters, digits, underscores and single
/// hyphens, and a letter or an underscore first.
struct OpenPSAIdentifiers {
  private var used: Set<String> = []

  /// A new identifier for a name: the name itself where it is one and not taken.
  mutating func add(_ name: String) -> String {
    let wanted = Self.identifier(name)
    var result = wanted
    var number = 2
    while !used.insert(result).inserted {
      result = "\(wanted)_\(number)"
      number += 1
    }
    return result
  }

  /// The identifier that is most like a name; the same for the same name.
  ///
  /// - Complexity: O(*n*) for *n* characters.
  static func identifier(_ name: String) -> String {
    var result = ""
    var previous: Unicode.Scalar?
    for scalar in name.unicodeScalars {
      let isWord =
        scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
      let isHyphen = scalar == "-" && previous != nil && previous != "-"
      let kept: Unicode.Scalar = isWord || isHyphen || scalar == "_" ? scalar : "_"
      result.unicodeScalars.append(kept)
      previous = kept
    }
    if result.hasSuffix("-") { result = result.dropLast() + "_" }
    let first = result.unicodeScalars.first ?? "_"
    return first == "_" || first.properties.isAlphabetic
      ? (result.isEmpty ? "_" : result) : "_" + result
  }

  /// What stands in the label: what the thing is called, and its name where that was changed.
  static func label(_ label: String?, of name: String, as identifier: String) -> String? {
    guard name != identifier else { return label }
    return label.map { "\($0) (\(name))" } ?? name
  }

  /// A text for between two tags, on one line.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\u{0}"..<" ", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{FFFE}", "\u{FFFF}":
        result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
