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
  ///   - gap: What stands in for a tag.
  /// - Returns: The text without markup.
  /// - Complexity: O(*n*) for *n* characters.
  static func visible(_ text: String, gap: String = " ") -> String {
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
      result += gap
    }
    return result + rest + spoken.map { " " + $0 }.joined()
  }

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
