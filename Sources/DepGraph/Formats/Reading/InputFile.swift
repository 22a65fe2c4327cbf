import Foundation

/// The bytes of a file that somebody wants read, with limits.
struct InputFile {
  /// How large a text file may be.
  ///
  /// Yams needs some ten times as much memory.
  static let greatestSize = 64 << 20

  /// The name as the user would write it.
  let name: String
  /// The bytes.
  let bytes: [UInt8]
  /// How large it may be.
  let limit: Int

  /// A text as a file.
  init(text: String, name: String, limit: Int = greatestSize) {
    self.init(bytes: Array(text.utf8), name: name, limit: limit)
  }

  /// Bytes as a file.
  init(bytes: [UInt8], name: String, limit: Int = greatestSize) {
    self.name = name
    self.bytes = bytes
    self.limit = limit
  }

  /// Reads a file, at most one byte more than the limit.
  ///
  /// - Throws: ``FileProblem`` wrapped in ``ReadError`` where the system refuses.
  init(path: String, name: String, limit: Int = greatestSize) throws(ReadError) {
    self.name = name
    self.limit = limit
    var isDirectory: ObjCBool = false
    guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw .file(path: name, problem: .notFound)
    }
    guard !isDirectory.boolValue else { throw .file(path: name, problem: .isDirectory) }
    do {
      let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      defer { try? handle.close() }
      bytes = [UInt8](try handle.read(upToCount: limit + 1) ?? Data())
    } catch {
      throw .file(path: name, problem: .refused(error.localizedDescription))
    }
  }

  /// Reads a file that another file names: a regular one, as a pipe or a device would let the
  /// program wait for ever, or take what is not meant to be read.
  ///
  /// - Throws: ``FileProblem`` wrapped in ``ReadError`` where it is none, or the system refuses.
  init(namedInData path: String, name: String) throws(ReadError) {
    try Self.checkIsRegular(path, name: name)
    try self.init(path: path, name: name)
  }

  /// Holds that a path leads to a regular file, where it leads to anything but a directory.
  ///
  /// - Throws: ``FileProblem`` wrapped in ``ReadError``.
  static func checkIsRegular(_ path: String, name: String) throws(ReadError) {
    var isDirectory: ObjCBool = false
    guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory),
      !isDirectory.boolValue, !FileFingerprint.isRegular(path)
    else { return }
    throw .file(path: name, problem: .refused("it is a pipe or a device"))
  }

  /// The bytes as text without a byte order mark, or nil where they are none.
  ///
  /// - Parameter diagnostics: Where the reason is added.
  /// - Returns: The text, or nil.
  /// - Complexity: O(*n*) for *n* bytes.
  func text(_ diagnostics: inout [Diagnostic]) -> String? {
    let start = SourcePlace(file: name, line: 1, column: 1)
    guard bytes.count <= limit else {
      diagnostics.append(
        Diagnostic(
          .tooLarge, "the file is larger than \(limit >> 20) MB", at: start,
          hint: limit == Self.greatestSize ? "large models are read from the bulk container" : nil))
      return nil
    }
    if let offset = bytes.firstIndex(of: 0) {
      diagnostics.append(
        Diagnostic(.notText, "the file holds a NUL byte and is no text", at: place(of: offset)))
      return nil
    }
    guard var text = String(validating: bytes, as: UTF8.self) else {
      diagnostics.append(
        Diagnostic(.notText, "the file is no UTF-8", at: place(of: firstInvalidByte())))
      return nil
    }
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    return text
  }

  /// The place of a byte.
  private func place(of offset: Int) -> SourcePlace {
    let before = bytes[..<offset]
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let column = before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1
    return SourcePlace(file: name, line: line, column: column)
  }

  /// The offset of the first byte that belongs to no character.
  private func firstInvalidByte() -> Int {
    var offset = 0
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      offset += UTF8.width(scalar)
    }
    return min(offset, bytes.count)
  }
}
