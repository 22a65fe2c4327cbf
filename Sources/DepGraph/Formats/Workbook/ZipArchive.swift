internal import CZlib

/// The entries of a zip file (PKWARE's APPNOTE.TXT, stored and deflated entries), with limits.
///
/// What is listed in the central directory is what there is; every entry must lie where it says,
/// alone, and give exactly the bytes that it promises. A file that unpacks to far more than it weighs
/// is refused before anything is unpacked.
struct ZipArchive {
  /// A file in the archive.
  struct Entry: Hashable {
    /// Its name.
    let name: String
    /// How it is packed: 0 as it is, 8 deflated.
    let method: UInt16
    /// How many bytes it takes, packed.
    let packedSize: Int
    /// How many bytes it has.
    let size: Int
    /// The checksum of its bytes.
    let checksum: UInt32
    /// Where its local header begins.
    let offset: Int
  }

  /// The most entries.
  static let mostEntries = 10_000
  /// The most bytes of an entry, and of all together.
  static let greatestEntry = 128 << 20
  static let greatestSum = 512 << 20
  /// The most bytes that a packed byte may stand for, where it is more than a small text.
  static let greatestRatio = 250

  /// The entries in the order of the central directory.
  let entries: [Entry]
  private let bytes: [UInt8]
  private let data: [String: Range<Int>]

  /// Reads the central directory and looks at every local header.
  ///
  /// - Throws: ``ZipFlaw`` where something does not hold.
  /// - Complexity: O(*n* log *n*) for *n* entries, beside a look at the last 64 KB.
  init(_ bytes: [UInt8]) throws(ZipFlaw) {
    self.bytes = bytes
    let reader = ZipReader(bytes)
    let directory = try reader.directory()
    entries = try reader.entries(of: directory)
    data = try reader.ranges(of: entries, before: directory.start)
  }

  /// An entry by its name, in whatever case.
  func entry(named name: String) -> Entry? {
    let wanted = name.lowercased()
    return entries.first { $0.name.lowercased() == wanted }
  }

  /// The bytes of an entry.
  ///
  /// - Throws: ``ZipFlaw`` where they are not what the directory promises.
  /// - Complexity: O(*n*) for *n* bytes.
  func contents(of entry: Entry) throws(ZipFlaw) -> [UInt8] {
    guard let range = data[entry.name] else { throw .damaged(entry.name) }
    let packed = bytes[range]
    let contents: [UInt8]
    if entry.method == 0 {
      guard packed.count == entry.size else { throw .damaged(entry.name) }
      contents = Array(packed)
    } else {
      guard let inflated = Self.inflated(packed, size: entry.size) else {
        throw .damaged(entry.name)
      }
      contents = inflated
    }
    guard Self.checksum(of: contents) == entry.checksum else { throw .damaged(entry.name) }
    return contents
  }

  /// What a deflated stream (RFC 1951) unpacks to, if that is exactly so many bytes.
  private static func inflated(_ packed: ArraySlice<UInt8>, size: Int) -> [UInt8]? {
    var stream = unsafe z_stream()
    let length = unsafe Int32(MemoryLayout<z_stream>.size)
    guard unsafe inflateInit2_(&stream, -15, ZLIB_VERSION, length) == Z_OK else { return nil }
    defer { unsafe inflateEnd(&stream) }
    var input = Array(packed)
    // One byte more than promised, so that a stream that holds more is found out.
    var output = [UInt8](repeating: 0, count: size + 1)
    let status = unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        unsafe stream.next_in = source.baseAddress
        unsafe stream.avail_in = UInt32(source.count)
        unsafe stream.next_out = target.baseAddress
        unsafe stream.avail_out = UInt32(target.count)
        return unsafe inflate(&stream, Z_FINISH)
      }
    }
    guard status == Z_STREAM_END, unsafe stream.avail_in == 0,
      unsafe Int(stream.total_out) == size
    else { return nil }
    output.removeLast()
    return output
  }

  private static func checksum(of bytes: [UInt8]) -> UInt32 {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      UInt32(truncatingIfNeeded: unsafe crc32(0, buffer.baseAddress, UInt32(buffer.count)))
    }
  }
}

/// Why a zip file is not read.
enum ZipFlaw: Error, Hashable {
  /// It is none: no end of a central directory.
  case notZip
  /// Its central directory does not stand where it says, or not whole.
  case directory
  /// It is in several pieces, or so large that it takes Zip64.
  case unsupported
  /// It has too many entries.
  case tooManyEntries(Int)
  /// An entry, or all of them, unpack to too much.
  case tooLarge(String)
  /// An entry unpacks to far more than it weighs.
  case bomb(String)
  /// An entry is encrypted.
  case encrypted(String)
  /// An entry is packed in a way that no workbook is.
  case method(String)
  /// The name of an entry leads out of the archive, or is no name.
  case name(String)
  /// Two entries have one name.
  case duplicate(String)
  /// Two entries share bytes.
  case overlap(String)
  /// An entry does not stand where the directory says.
  case misplaced(String)
  /// An entry is not what the directory promises: cut off, or changed.
  case damaged(String)

  /// The code that users see.
  var code: DiagnosticCode {
    switch self {
    case .notZip: .notWorkbook
    case .tooManyEntries, .tooLarge, .bomb: .tooLarge
    default: .damagedWorkbook
    }
  }

  /// What is wrong, in a sentence.
  var message: String {
    switch self {
    case .notZip: "the file is no workbook: it is not packed as a zip file, or its end is missing"
    case .directory: "the list of the packed files does not stand where it should"
    case .unsupported: "the packed file is in several pieces, or beyond 4 GB"
    case .tooManyEntries(let count): "the workbook packs \(count) files"
    case .tooLarge(let name): "`\(name.prefix(60))` unpacks to too much"
    case .bomb(let name): "`\(name.prefix(60))` unpacks to far more than a table does"
    case .encrypted(let name): "`\(name.prefix(60))` is encrypted"
    case .method(let name): "`\(name.prefix(60))` is packed in a way that is not read"
    case .name(let name): "`\(name.prefix(60))` is no name of a file in a workbook"
    case .duplicate(let name): "`\(name.prefix(60))` is packed twice"
    case .overlap(let name): "`\(name.prefix(60))` shares bytes with another packed file"
    case .misplaced(let name): "`\(name.prefix(60))` does not stand where the list says"
    case .damaged(let name): "`\(name.prefix(60))` is damaged"
    }
  }

  /// What to do about it.
  var hint: String? {
    switch self {
    case .tooManyEntries: "at most \(ZipArchive.mostEntries) are read"
    case .tooLarge: "at most \(ZipArchive.greatestEntry >> 20) MB each are read"
    case .bomb: "a file that is small and unpacks to very much is refused"
    case .encrypted: "take the password off and save it again"
    case .directory, .misplaced, .damaged, .notZip: "was it copied whole? open it and save it again"
    default: nil
    }
  }
}
