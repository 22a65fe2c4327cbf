import Foundation

/// A text brought to the form in which texts are compared.
enum PlainText {
  /// Small letters, without accents, compatibility forms, invisible characters and kinds of dashes and
  /// quotes; white space is one blank.
  ///
  /// - Complexity: O(*n*) for *n* characters.
  static func of(_ text: String) -> [UInt8] {
    let isPlain = text.utf8.allSatisfy { $0 < 0x80 }
    guard !isPlain else { return collapsed(Array(text.lowercased().utf8)) }
    let folded = text.precomposedStringWithCompatibilityMapping
      .folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
    var scalars = String.UnicodeScalarView()
    for scalar in folded.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .format: continue
      case .dashPunctuation: scalars.append("-")
      case .initialPunctuation, .finalPunctuation: scalars.append("'")
      case .spaceSeparator, .lineSeparator, .paragraphSeparator: scalars.append(" ")
      default: scalars.append(scalar)
      }
    }
    return collapsed(Array(String(scalars).lowercased().utf8))
  }

  private static func collapsed(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var isAfterBlank = true
    for byte in bytes {
      let isBlank = byte <= 0x20
      if !isBlank { result.append(byte) } else if !isAfterBlank { result.append(0x20) }
      isAfterBlank = isBlank
    }
    if result.last == 0x20 { result.removeLast() }
    return result
  }

  /// A text with nothing but its letters and digits: what was wrapped, joined or spelt with other
  /// signs is the same in it.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  static func squeezed(_ bytes: [UInt8]) -> [UInt8] { bytes.filter(isWordly) }

  /// The words of a text, as runs of letters and digits.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  static func words(of bytes: [UInt8]) -> [[UInt8]] {
    bytes.split { !isWordly($0) }.map { Array($0) }
  }

  /// Whether a byte is of a letter or a digit; all of what is not ASCII counts as letters.
  static func isWordly(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x61...0x7A, 0x80...: true
    default: false
    }
  }

  /// Whether a byte is a digit.
  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// What a reader sees of a page: without tags, but with the attributes that are read out or lead
  /// somewhere; a text without tags as it is.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - joinsInline: Whether tags inside a line part nothing; others part words.
  /// - Returns: The text without markup.
  /// - Complexity: O(*n*) for *n* characters.
  static func visible(_ text: String, joinsInline: Bool = false) -> String {
    guard text.utf8.contains(0x3C), text.utf8.contains(0x3E) else { return text }
    var result = ""
    var spoken: [String] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "<") {
      result += rest[..<open]
      guard let close = rest[open...].firstIndex(of: ">") else {
        return result + rest[open...] + spoken.map { " " + $0 }.joined()
      }
      let tag = rest[open...close]
      rest = rest[rest.index(after: close)...]
      spoken += attributes(of: tag)
      let name = tag.dropFirst().prefix { $0.isLetter }.lowercased()
      if name == "style", let end = rest.range(of: "</style") { rest = rest[end.lowerBound...] }
      let isEnd = tag.dropFirst().first == "/"
      let word = isEnd ? tag.dropFirst(2).prefix { $0.isLetter }.lowercased() : name
      if !joinsInline || !inlineNames.contains(word) { result += " " }
    }
    return result + rest + spoken.map { " " + $0 }.joined()
  }

  /// The tags, comments and styles of a page: what a reader does not see.
  ///
  /// - Complexity: O(*n*) for *n* characters.
  static func hiddenParts(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "<") {
      let isComment = rest[open...].hasPrefix("<!--")
      let tail = isComment ? rest[open...].range(of: "-->")?.upperBound : nil
      let close = rest[open...].firstIndex(of: ">").map { rest.index(after: $0) }
      let end = tail ?? close ?? rest.endIndex
      result += rest[open..<end] + "\n"
      let isStyle = rest[open..<end].lowercased().hasPrefix("<style")
      rest = rest[end...]
      if isStyle, let closing = rest.range(of: "</style") {
        result += rest[..<closing.lowerBound]
        rest = rest[closing.lowerBound...]
      }
    }
    return result
  }

  private static let inlineNames: Set<String> = [
    "a", "abbr", "b", "code", "em", "font", "i", "mark", "s", "small", "span", "strong", "sub",
    "sup",
    "tspan", "u", "wbr",
  ]
  private static let spokenNames = [
    "title", "alt", "aria-label", "content", "href", "src", "value",
  ]

  private static func attributes(of tag: Substring) -> [String] {
    guard tag.utf8.contains(0x3D) else { return [] }
    return spokenNames.compactMap { name in
      for quote in ["\"", "'"] {
        guard let start = tag.range(of: "\(name)=\(quote)"),
          let end = tag[start.upperBound...].range(of: quote)
        else { continue }
        return String(tag[start.upperBound..<end.lowerBound])
      }
      return nil
    }
  }
}
