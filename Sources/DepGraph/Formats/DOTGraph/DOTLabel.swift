/// The text that a label of DOT shows.
enum DOTLabel {
  /// The text of a label with escapes and entities.
  ///
  /// - Complexity: O(*n*) for *n* characters.
  static func text(of label: String, node: String, graph: String) -> String {
    var text = ""
    var isEscaped = false
    for character in label {
      guard isEscaped else {
        if character == "\\" { isEscaped = true } else { text.append(character) }
        continue
      }
      isEscaped = false
      switch character {
      case "N": text += node
      case "G": text += graph
      case "n", "l", "r": text += " "
      // Names of what is drawn only: edge, head, tail, label.
      case "E", "H", "T", "L": continue
      default: text.append(character)
      }
    }
    return inOneLine(withoutEntities(text))
  }

  /// The text in a label in HTML, without its tags.
  ///
  /// - Complexity: O(*n*) for *n* characters.
  static func text(ofHTML label: String) -> String {
    var text = ""
    var isInTag = false
    for character in label {
      switch character {
      case "<":
        isInTag = true
        text += " "
      case ">": isInTag = false
      default: if !isInTag { text.append(character) }
      }
    }
    return inOneLine(withoutEntities(text))
  }

  /// A text with characters in the place of the entities that stand for them; others stay.
  ///
  /// - Complexity: O(*n*) for *n* characters.
  static func withoutEntities(_ text: String) -> String {
    guard text.contains("&") else { return text }
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      rest = rest[start...]
      let end = rest.prefix(12).firstIndex(of: ";")
      if let end, let scalar = scalar(rest[rest.index(after: start)..<end]) {
        result.unicodeScalars.append(scalar)
        rest = rest[rest.index(after: end)...]
      } else {
        result += "&"
        rest = rest.dropFirst()
      }
    }
    return result + rest
  }

  private static func scalar(_ name: Substring) -> Unicode.Scalar? {
    if name.hasPrefix("#x") || name.hasPrefix("#X") {
      return UInt32(name.dropFirst(2), radix: 16).flatMap(visible)
    }
    if name.hasPrefix("#") { return UInt32(name.dropFirst()).flatMap(visible) }
    if let known = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]
      as [Substring: Unicode.Scalar]?,
      let scalar = known[name]
    {
      return scalar
    }
    return latin.firstIndex(of: name).flatMap { Unicode.Scalar(UInt32(0xA0 + $0)) }
  }

  private static func visible(_ number: UInt32) -> Unicode.Scalar? {
    number >= 0x20 ? Unicode.Scalar(number) : nil
  }

  private static func inOneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The names of the characters from U+00A0 on, as HTML has them.
  private static let latin: [Substring] =
    """
    nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn \
    sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave \
    Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml \
    ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN \
    szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute \
    icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml \
    yacute thorn yuml
    """.split(separator: " ")
}
