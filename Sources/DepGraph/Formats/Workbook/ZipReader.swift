/// Reads the directory of a zip file.
struct ZipReader {
  /// Where the central directory stands.
  struct Directory {
    let start: Int
    let end: Int
    let count: Int
  }

  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  private func short(_ offset: Int) -> Int { Int(bytes[offset]) | Int(bytes[offset + 1]) << 8 }

  private func long(_ offset: Int) -> Int { short(offset) | short(offset + 2) << 16 }

  /// The central directory, by the record at the end of the file.
  func directory() throws(ZipFlaw) -> Directory {
    let length = 22
    guard bytes.count >= length else { throw .notZip }
    // A comment of at most 65 535 bytes may follow it, and must fill the rest.
    let first = max(0, bytes.count - length - 65_535)
    let found = stride(from: bytes.count - length, through: first, by: -1).first { offset in
      long(offset) == 0x0605_4B50 && offset + length + short(offset + 20) == bytes.count
    }
    guard let record = found else { throw .notZip }
    let count = short(record + 10)
    let size = long(record + 12)
    let start = long(record + 16)
    guard short(record + 4) == 0, short(record + 6) == 0, short(record + 8) == count,
      count != 0xFFFF, size != 0xFFFF_FFFF, start != 0xFFFF_FFFF
    else { throw .unsupported }
    guard start + size == record else { throw .directory }
    guard count <= ZipArchive.mostEntries else { throw .tooManyEntries(count) }
    return Directory(start: start, end: record, count: count)
  }

  /// The entries that the directory lists.
  ///
  /// - Complexity: O(*n*) for *n* bytes of it.
  func entries(of directory: Directory) throws(ZipFlaw) -> [ZipArchive.Entry] {
    var entries: [ZipArchive.Entry] = []
    var names: Set<String> = []
    var offset = directory.start
    var sum = 0
    for _ in 0..<directory.count {
      guard offset + 46 <= directory.end, long(offset) == 0x0201_4B50 else { throw .directory }
      let lengths = (short(offset + 28), short(offset + 30), short(offset + 32))
      let next = offset + 46 + lengths.0 + lengths.1 + lengths.2
      guard next <= directory.end else { throw .directory }
      let name = String(decoding: bytes[(offset + 46)..<(offset + 46 + lengths.0)], as: UTF8.self)
      let entry = ZipArchive.Entry(
        name: name, method: UInt16(short(offset + 10)), packedSize: long(offset + 20),
        size: long(offset + 24), checksum: UInt32(long(offset + 16)), offset: long(offset + 42))
      try check(entry, flags: short(offset + 8))
      guard names.insert(name.lowercased()).inserted else { throw .duplicate(name) }
      sum += entry.size
      guard sum <= ZipArchive.greatestSum else { throw .tooLarge(name) }
      entries.append(entry)
      offset = next
    }
    guard offset == directory.end else { throw .directory }
    return entries
  }

  private func check(_ entry: ZipArchive.Entry, flags: Int) throws(ZipFlaw) {
    let name = entry.name
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard !name.isEmpty, !name.hasPrefix("/"), !name.contains("\\"), !name.contains(":"),
      !parts.contains(".."), !parts.contains("."),
      name.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0 != "\u{FFFD}" })
    else { throw .name(name) }
    guard flags & 0x2041 == 0 else { throw .encrypted(name) }
    guard entry.method == 0 || entry.method == 8 else { throw .method(name) }
    guard entry.packedSize != 0xFFFF_FFFF, entry.size != 0xFFFF_FFFF, entry.offset != 0xFFFF_FFFF
    else { throw .unsupported }
    guard entry.size <= ZipArchive.greatestEntry else { throw .tooLarge(name) }
    guard !Self.isBomb(entry) else { throw .bomb(name) }
  }

  private static func isBomb(_ entry: ZipArchive.Entry) -> Bool {
    entry.size > 1 << 20 && entry.size / max(1, entry.packedSize) > ZipArchive.greatestRatio
  }

  /// Where the packed bytes of each entry stand: alone, and before the directory.
  ///
  /// - Complexity: O(*n* log *n*) for *n* entries.
  func ranges(
    of entries: [ZipArchive.Entry], before directory: Int
  ) throws(ZipFlaw) -> [String: Range<Int>] {
    var ranges: [String: Range<Int>] = [:]
    var end = 0
    for entry in entries.sorted(by: { $0.offset < $1.offset }) {
      let offset = entry.offset
      guard offset + 30 <= directory, long(offset) == 0x0403_4B50 else {
        throw .misplaced(entry.name)
      }
      guard offset >= end else { throw .overlap(entry.name) }
      let nameLength = short(offset + 26)
      let start = offset + 30 + nameLength + short(offset + 28)
      guard start + entry.packedSize <= directory else { throw .misplaced(entry.name) }
      let name = bytes[(offset + 30)..<(offset + 30 + nameLength)]
      guard name.elementsEqual(entry.name.utf8) else { throw .misplaced(entry.name) }
      end = start + entry.packedSize
      ranges[entry.name] = start..<end
    }
    return ranges
  }
}
