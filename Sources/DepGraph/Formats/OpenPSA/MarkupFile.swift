import Foundation

/// An XML file as text, with places in it.
struct MarkupFile {
  /// How large a file may be: a tree of a million gates has about 60 MB.
  static let greatestSize = 256 << 20

  /// The name as the user would write it.
  let name: String
  /// The text, without a byte order mark.
  let text: String

  /// The bytes of a file as text.
  ///
  /// UTF-8 and UTF-16 are read, as every reader of XML must; the latter with the byte order mark that
  /// the standard requires.
  ///
  /// - Parameters:
  ///   - input: The file.
  ///   - diagnostics: Where the reason is added.
  init?(_ input: InputFile, _ diagnostics: inout [Diagnostic]) {
    name = input.name
    switch (input.bytes.first, input.bytes.dropFirst().first) {
    case (0xFF, 0xFE), (0xFE, 0xFF):
      guard input.bytes.count <= input.limit, let wide = Self.wideText(input.bytes) else {
        diagnostics.append(
          Diagnostic(
            .notText, "the file is no UTF-16, which its first bytes promise",
            at: SourcePlace(file: name, line: 1, column: 1)))
        return nil
      }
      text = wide
    default:
      guard let plain = input.text(&diagnostics) else { return nil }
      text = plain
    }
  }

  private static func wideText(_ bytes: [UInt8]) -> String? {
    guard bytes.count.isMultiple(of: 2) else { return nil }
    let isLittle = bytes[0] == 0xFF
    let units = stride(from: 2, to: bytes.count, by: 2).map { offset in
      let (first, second) = (UInt16(bytes[offset]), UInt16(bytes[offset + 1]))
      return isLittle ? second << 8 | first : first << 8 | second
    }
    return String(validating: units, as: UTF16.self)
  }

  // MARK: - Places

  /// The places of start tags, by their numbers in this file.
  ///
  /// The parser tells only where a tag ends, and that only while it reads. In what it has accepted,
  /// every `<` that opens no comment, instruction, section or end tag is a start tag.
  ///
  /// - Parameter wanted: The numbers of tags, ascending.
  /// - Returns: A place for each.
  /// - Complexity: O(*n*) for *n* bytes.
  func places(ofStartTags wanted: [Int]) -> [SourcePlace] {
    var places: [SourcePlace] = []
    var position = MarkupPosition(text.utf8)
    var number = 0
    while places.count < wanted.count, position.advance(to: UInt8(ascii: "<")) {
      if position.skips("<!--", to: "-->") || position.skips("<![CDATA[", to: "]]>")
        || position.skips("<?", to: "?>") || position.skips("</", to: ">")
        || position.skips("<!", to: ">")
      {
        continue
      }
      if wanted[places.count] == number {
        places.append(SourcePlace(file: name, line: position.line, column: position.column))
      }
      number += 1
      position.step()
    }
    return places
  }
}

/// A place in a text that moves forward.
struct MarkupPosition {
  private let bytes: [UInt8]
  private(set) var offset = 0
  /// The line, counted from 1 by the line breaks that excerpts count.
  private(set) var line = 1
  /// The column in Unicode scalars, counted from 1.
  private(set) var column = 1

  init(_ text: String.UTF8View) { bytes = Array(text) }

  /// The byte here; nil at the end.
  var byte: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  /// Whether a text begins here.
  func starts(with text: String) -> Bool { bytes[offset...].starts(with: text.utf8) }

  /// Moves to the end of something that begins and ends with given texts, if it begins here.
  mutating func skips(_ start: String, to end: String) -> Bool {
    guard starts(with: start) else { return false }
    for _ in 0..<start.utf8.count { step() }
    while byte != nil, !starts(with: end) { step() }
    for _ in 0..<end.utf8.count { step() }
    return true
  }

  /// Moves to the next place with a byte; to the end if there is none.
  mutating func advance(to wanted: UInt8) -> Bool {
    while let byte, byte != wanted { step() }
    return byte != nil
  }

  /// Moves over white space.
  mutating func skipSpace() {
    while let byte, byte == 0x20 || (0x09...0x0D).contains(byte) { step() }
  }

  /// Moves by a byte.
  mutating func step() {
    guard offset < bytes.count else { return }
    let byte = bytes[offset]
    offset += 1
    switch byte {
    case 0x0D where offset < bytes.count && bytes[offset] == 0x0A: break
    case 0x0A, 0x0D: startLine()
    case 0x85 where ends(with: [0xC2, 0x85]): startLine()
    case 0xA8 where ends(with: [0xE2, 0x80, 0xA8]): startLine()
    case 0xA9 where ends(with: [0xE2, 0x80, 0xA9]): startLine()
    // The bytes after the first of a scalar take no column.
    case 0x80...0xBF: break
    default: column += 1
    }
  }

  private mutating func startLine() {
    line += 1
    column = 1
  }

  private func ends(with scalar: [UInt8]) -> Bool {
    offset >= scalar.count && bytes[(offset - scalar.count)..<offset].elementsEqual(scalar)
  }
}
