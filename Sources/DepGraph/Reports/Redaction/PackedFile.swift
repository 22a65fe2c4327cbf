/// A file that holds others or packs its texts: taken apart into pieces that are texts or such files.
struct PackedFile {
  /// A piece of it.
  struct Part {
    /// Where it stands, such as `zip: word/document.xml`.
    let name: String
    /// The unpacked bytes.
    let bytes: ArraySlice<UInt8>
  }

  /// The pieces, in order.
  private(set) var parts: [Part] = []
  /// What could not be unpacked, or is no text.
  private(set) var unread: [String] = []

  private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  private static let zip: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
  private static let gzip: [UInt8] = [0x1F, 0x8B, 0x08]
  private static let pdf: [UInt8] = [0x25, 0x50, 0x44, 0x46, 0x2D]

  /// Whether bytes begin as a file that can be taken apart.
  static func isKnown(_ bytes: ArraySlice<UInt8>) -> Bool {
    [png, zip, gzip, pdf].contains { bytes.starts(with: $0) }
  }

  /// Takes a file apart; nil where it is none that packs anything.
  ///
  /// - Complexity: O(*n*) for *n* unpacked bytes.
  init?(_ bytes: ArraySlice<UInt8>) {
    if bytes.starts(with: Self.png) {
      takePNG(Array(bytes))
    } else if bytes.starts(with: Self.zip) {
      takeZIP(Array(bytes))
    } else if bytes.starts(with: Self.gzip) {
      takeGZIP(Array(bytes))
    } else if bytes.starts(with: Self.pdf) {
      takePDF(Array(bytes))
    } else {
      return nil
    }
  }

  private mutating func add(_ name: String, _ bytes: some Sequence<UInt8>) {
    parts.append(Part(name: name, bytes: Array(bytes)[...]))
  }

  // MARK: - PNG (ISO/IEC 15948)

  private mutating func takePNG(_ bytes: [UInt8]) {
    var place = 8
    while place + 12 <= bytes.count {
      let length = Self.number(bytes, place, 4, isBig: true)
      let kind = String(decoding: bytes[place + 4..<place + 8], as: UTF8.self)
      guard place + 12 + length <= bytes.count else { break }
      let content = bytes[place + 8..<place + 8 + length]
      if kind != "IDAT", kind != "IHDR" { add("PNG: \(kind)", content) }
      if kind == "zTXt" || kind == "iTXt" || kind == "iCCP" { addPackedText(content, in: kind) }
      place += 12 + length
      if kind == "IEND" { break }
    }
    if place < bytes.count { add("PNG: after the end", bytes[min(place, bytes.count)...]) }
    unread.append("PNG: what is drawn")
  }

  /// The packed text of a chunk begins at one of its first zero bytes.
  private mutating func addPackedText(_ content: ArraySlice<UInt8>, in kind: String) {
    for place in content.indices where content[place] == 0 {
      for skip in 1...3 where place + skip < content.endIndex {
        guard let text = Inflate.zlib(content[(place + skip)...]) else { continue }
        return add("PNG: \(kind)", text)
      }
    }
  }

  // MARK: - ZIP (APPNOTE 6.3), also .docx, .xlsx and .odt

  private mutating func takeZIP(_ bytes: [UInt8]) {
    guard let end = Self.last([0x50, 0x4B, 0x05, 0x06], in: bytes), end + 22 <= bytes.count else {
      unread.append("zip: no directory")
      return
    }
    add("zip: comment", bytes[(end + 22)...])
    var place = Self.number(bytes, end + 16, 4)
    let directory = place
    for _ in 0..<Self.number(bytes, end + 10, 2) {
      guard place + 46 <= bytes.count, Self.number(bytes, place, 4) == 0x0201_4B50 else { break }
      let sizes = [28, 30, 32].map { Self.number(bytes, place + $0, 2) }
      let rest = place + 46
      guard rest + sizes.reduce(0, +) <= bytes.count else { break }
      let name = String(decoding: bytes[rest..<rest + sizes[0]], as: UTF8.self)
      add("zip: names", bytes[rest..<rest + sizes.reduce(0, +)])
      takeMember(bytes, place, name)
      place = rest + sizes.reduce(0, +)
    }
    if directory > bytes.count { unread.append("zip: damaged") }
  }

  private mutating func takeMember(_ bytes: [UInt8], _ entry: Int, _ name: String) {
    let method = Self.number(bytes, entry + 10, 2)
    let isSecret = Self.number(bytes, entry + 8, 2) & 1 == 1
    let size = Self.number(bytes, entry + 20, 4)
    let local = Self.number(bytes, entry + 42, 4)
    guard local + 30 <= bytes.count else { return unread.append("zip: \(name)") }
    let start = local + 30 + Self.number(bytes, local + 26, 2) + Self.number(bytes, local + 28, 2)
    guard start <= bytes.count, start + size <= bytes.count, !isSecret else {
      return unread.append("zip: \(name)")
    }
    let content = bytes[start..<start + size]
    switch method {
    case 0: add("zip: \(name)", content)
    case 8:
      if let unpacked = Inflate.raw(content) {
        add("zip: \(name)", unpacked)
      } else {
        unread.append("zip: \(name)")
      }
    default: unread.append("zip: \(name)")
    }
  }

  // MARK: - gzip (RFC 1952)

  private mutating func takeGZIP(_ bytes: [UInt8]) {
    guard bytes.count > 18 else { return unread.append("gzip") }
    let flags = bytes[3]
    var place = 10
    if flags & 4 != 0 { place += 2 + Self.number(bytes, 10, 2) }
    for flag: UInt8 in [8, 16] where flags & flag != 0 && place < bytes.count {
      let end = bytes[place...].firstIndex(of: 0) ?? bytes.endIndex
      add("gzip: name", bytes[place..<end])
      place = end + 1
    }
    if flags & 2 != 0 { place += 2 }
    guard place < bytes.count, let unpacked = Inflate.raw(bytes[place...]) else {
      return unread.append("gzip")
    }
    add("gzip", unpacked)
  }

  // MARK: - PDF (ISO 32000)

  private mutating func takePDF(_ bytes: [UInt8]) {
    var outside: [UInt8] = []
    var streams: [[UInt8]] = []
    var place = 0
    while let start = Self.first(Array("stream".utf8), in: bytes, from: place) {
      outside += bytes[place..<start]
      var begin = start + 6
      if begin < bytes.count, bytes[begin] == 0x0D { begin += 1 }
      if begin < bytes.count, bytes[begin] == 0x0A { begin += 1 }
      let end = Self.first(Array("endstream".utf8), in: bytes, from: begin) ?? bytes.count
      let content = bytes[min(begin, end)..<end]
      let isPlain = content.prefix(256).allSatisfy { (0x09...0x7E).contains($0) }
      if let unpacked = Inflate.zlib(content) {
        streams.append(unpacked)
      } else if isPlain {
        streams.append(Array(content))
      } else {
        unread.append("PDF: a stream of \(content.count) bytes")
      }
      place = min(end + 9, bytes.count)
    }
    outside += bytes[place...]
    let texts = PDFTexts(outside: outside, streams: streams)
    add("PDF: objects", outside)
    add("PDF: strings", texts.strings.joined(separator: "\n").utf8)
    for stream in streams { add("PDF: stream", stream) }
    for drawn in texts.drawn { add("PDF: text", drawn.utf8) }
    unread += texts.unread
  }

  // MARK: - Bytes

  private static func number(
    _ bytes: [UInt8], _ place: Int, _ count: Int, isBig: Bool = false
  ) -> Int {
    guard place >= 0, place + count <= bytes.count else { return 0 }
    let part = bytes[place..<place + count]
    return (isBig ? Array(part) : part.reversed()).reduce(0) { $0 << 8 | Int($1) }
  }

  static func first(_ wanted: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard let head = wanted.first, start + wanted.count <= bytes.count else { return nil }
    var place = start
    while let found = bytes[place...].firstIndex(of: head) {
      guard found + wanted.count <= bytes.count else { return nil }
      if bytes[found..<found + wanted.count].elementsEqual(wanted) { return found }
      place = found + 1
    }
    return nil
  }

  private static func last(_ wanted: [UInt8], in bytes: [UInt8]) -> Int? {
    var place = bytes.count - wanted.count
    while place >= 0 {
      if bytes[place..<place + wanted.count].elementsEqual(wanted) { return place }
      place -= 1
    }
    return nil
  }
}
