/// The texts of a PDF file: its strings, and what is drawn with fonts that say which letter a code is.
struct PDFTexts {
  /// The strings of objects and of content, as they stand.
  private(set) var strings: [String] = []
  /// What is drawn, read with each font's own table, one after the other.
  private(set) var drawn: [String] = []
  /// What could not be read.
  private(set) var unread: [String] = []

  /// - Complexity: O(*n*·*f*) for *n* bytes and *f* fonts.
  init(outside: [UInt8], streams: [[UInt8]]) {
    strings = Self.strings(in: outside).map(Self.text)
    let tables = streams.compactMap(FontTable.init)
    for stream in streams where FontTable(stream) == nil {
      let found = Self.strings(in: stream)
      guard !found.isEmpty else { continue }
      strings += found.map(Self.text)
      // Kerning cuts words into pieces: together they are whole.
      drawn.append(found.map(Self.text).joined())
      drawn += tables.map { table in found.map(table.text).joined() }
    }
    if tables.isEmpty,
      streams.contains(where: { PackedFile.first(Array(" Tf".utf8), in: $0, from: 0) != nil })
    {
      unread.append("PDF: letters of fonts without a table")
    }
  }

  /// The bytes of the strings in parentheses and in hexadecimal digits.
  private static func strings(in bytes: [UInt8]) -> [[UInt8]] {
    var found: [[UInt8]] = []
    var place = 0
    while place < bytes.count {
      switch bytes[place] {
      case 0x28: found.append(literal(bytes, &place))
      case 0x3C where place + 1 < bytes.count && bytes[place + 1] != 0x3C:
        if let string = digits(bytes, &place) { found.append(string) }
      default: place += 1
      }
    }
    return found
  }

  private static func literal(_ bytes: [UInt8], _ place: inout Int) -> [UInt8] {
    var result: [UInt8] = []
    var depth = 0
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      switch byte {
      case 0x28:
        if depth > 0 { result.append(byte) }
        depth += 1
      case 0x29:
        depth -= 1
        if depth == 0 { return result }
        result.append(byte)
      case 0x5C where place < bytes.count:
        var code = 0
        var count = 0
        while count < 3, place < bytes.count, (0x30...0x37).contains(bytes[place]) {
          code = code * 8 + Int(bytes[place] - 0x30)
          count += 1
          place += 1
        }
        if count > 0 {
          result.append(UInt8(truncatingIfNeeded: code))
        } else {
          let isBlank = [0x6E, 0x72, 0x74].contains(bytes[place])
          result.append(isBlank ? 0x20 : bytes[place])
          place += 1
        }
      default: result.append(byte)
      }
    }
    return result
  }

  private static func digits(_ bytes: [UInt8], _ place: inout Int) -> [UInt8]? {
    var nibbles: [UInt8] = []
    place += 1
    while place < bytes.count, bytes[place] != 0x3E {
      if let digit = Character(Unicode.Scalar(bytes[place])).hexDigitValue {
        nibbles.append(UInt8(digit))
      } else if bytes[place] > 0x20 {
        return nil
      }
      place += 1
    }
    place += 1
    if !nibbles.count.isMultiple(of: 2) { nibbles.append(0) }
    return stride(from: 0, to: nibbles.count, by: 2).map { nibbles[$0] << 4 | nibbles[$0 + 1] }
  }

  /// A string as text: UTF-16 behind its mark, else a byte a letter.
  private static func text(_ bytes: [UInt8]) -> String {
    if bytes.starts(with: [0xFE, 0xFF]) {
      var units: [UInt16] = []
      for place in stride(from: 2, to: bytes.count - 1, by: 2) {
        units.append(UInt16(bytes[place]) << 8 | UInt16(bytes[place + 1]))
      }
      return String(decoding: units, as: UTF16.self)
    }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }

  /// Which letters the codes of a font stand for (a ToUnicode map).
  private struct FontTable {
    private var letters: [Int: String] = [:]
    private var width = 1

    init?(_ stream: [UInt8]) {
      guard PackedFile.first(Array("begincmap".utf8), in: stream, from: 0) != nil else {
        return nil
      }
      let text = String(decoding: stream, as: UTF8.self)
      for section in ["bfchar", "bfrange"] {
        for part in Self.parts(of: text, section) { add(part, isRange: section == "bfrange") }
      }
    }

    private static func parts(of text: String, _ name: String) -> [Substring] {
      var parts: [Substring] = []
      var rest = text[...]
      while let start = rest.firstRange(of: "begin\(name)"),
        let end = rest[start.upperBound...].firstRange(of: "end\(name)")
      {
        parts.append(rest[start.upperBound..<end.lowerBound])
        rest = rest[end.upperBound...]
      }
      return parts
    }

    private mutating func add(_ part: Substring, isRange: Bool) {
      for line in part.split(whereSeparator: \.isNewline) {
        let isList = line.contains("[")
        let codes = line.split { "<>[] \t".contains($0) }.map(String.init)
        guard codes.count >= 2, let first = Int(codes[0], radix: 16) else { continue }
        width = max(width, codes[0].count / 2)
        if !isRange {
          letters[first] = Self.letters(codes[1])
          continue
        }
        guard codes.count >= 3, let last = Int(codes[1], radix: 16), last >= first,
          last - first < 65_536
        else { continue }
        for offset in 0...(last - first) {
          if isList {
            if 2 + offset < codes.count {
              letters[first + offset] = Self.letters(codes[2 + offset])
            }
          } else if let base = UInt32(codes[2], radix: 16),
            let scalar = Unicode.Scalar(base + UInt32(offset))
          {
            letters[first + offset] = String(scalar)
          }
        }
      }
    }

    private static func letters(_ digits: String) -> String {
      let all = Array(digits)
      let units = stride(from: 0, to: all.count - 3, by: 4).compactMap {
        UInt16(String(all[$0..<$0 + 4]), radix: 16)
      }
      return String(decoding: units, as: UTF16.self)
    }

    func text(_ bytes: [UInt8]) -> String {
      stride(from: 0, to: bytes.count - width + 1, by: width).map { place in
        letters[bytes[place..<place + width].reduce(0) { $0 << 8 | Int($1) }] ?? ""
      }.joined()
    }
  }
}
