import Foundation

/// A table in a file, with what its header says.
final class CSVFile {
  /// A column of the file: what it stands for, and in which language.
  struct Use {
    let column: CSVColumn
    /// The language of a text, where the header names one; nil: the model's.
    let language: Language?
    /// What follows the colon of `shares:software`.
    let detail: String?
  }

  /// How large a file may be.
  static let greatestSize = 2 << 30
  /// Up to what size a file is shown from in messages.
  private static let greatestShown = 64 << 20

  let name: String
  let bytes: [UInt8]
  let delimiter: UInt8
  /// Which table it is; nil: it has no header, and is a list of pairs.
  private(set) var table: CSVTable?
  /// The columns, by position; nil where nobody knows what one is.
  private(set) var uses: [Use?] = [] {
    didSet { countColumn = uses.firstIndex { $0?.column.key == "users" } }
  }
  /// The column of numbers of users, in which a point may stand between thousands.
  private(set) var countColumn: Int?
  /// The words of the header.
  private(set) var words: [String] = []
  /// The offset of the first row below the header.
  private(set) var start = 0

  /// A place that was told before, from which lines are counted on.
  private var known = (offset: 0, line: 1, lineStart: 0)

  init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    delimiter = Self.delimiter(of: bytes, from: start)
  }

  /// Reads a file in pieces, so that it is in memory once.
  ///
  /// - Throws: ``ReadError`` where the system refuses.
  convenience init(path: String) throws(ReadError) {
    var isDirectory: ObjCBool = false
    guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw .file(path: path, problem: .notFound)
    }
    guard !isDirectory.boolValue else { throw .file(path: path, problem: .isDirectory) }
    var bytes: [UInt8] = []
    do {
      let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      defer { try? handle.close() }
      let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
      bytes.reserveCapacity(min(size ?? 0, Self.greatestSize) + 1)
      while bytes.count <= Self.greatestSize,
        let piece = try handle.read(upToCount: 4 << 20), !piece.isEmpty
      {
        bytes.append(contentsOf: piece)
      }
    } catch {
      throw .file(path: path, problem: .refused(error.localizedDescription))
    }
    self.init(name: path, bytes: bytes)
  }

  /// The rows below the header.
  var rows: CSVCursor { CSVCursor(bytes, delimiter: delimiter, at: start) }

  /// The text for messages; nil where it is too large to be shown from.
  var shownText: String? {
    guard bytes.count <= Self.greatestShown else { return nil }
    let from = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return String(decoding: bytes[from...], as: UTF8.self)
  }

  /// Whether nobody says which of a pair requires the other.
  var guessesDirection: Bool {
    guard let table else { return true }
    return table == .requirements
      && zip(words, uses).contains { $0 == "source" && $1?.column.key == "dependent" }
  }

  /// The place of a byte.
  ///
  /// - Complexity: O(*n*) for *n* bytes since the place asked for before, where that is earlier.
  func place(of offset: Int) -> SourcePlace {
    if offset < known.lineStart { known = (0, 1, 0) }
    var (at, line, lineStart) = known
    if at < 3, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { (at, lineStart) = (3, 3) }
    while at < min(offset, bytes.count) {
      let byte = bytes[at]
      at += 1
      let isBreak: Bool
      switch byte {
      case 0x0A: isBreak = true
      case 0x0D: isBreak = at >= bytes.count || bytes[at] != 0x0A
      // The other line breaks that texts are counted by: U+0085, U+2028, U+2029.
      case 0x85: isBreak = at >= 2 && bytes[at - 2] == 0xC2
      case 0xA8, 0xA9: isBreak = at >= 3 && bytes[at - 2] == 0x80 && bytes[at - 3] == 0xE2
      default: isBreak = false
      }
      guard isBreak else { continue }
      line += 1
      lineStart = at
    }
    known = (at, line, lineStart)
    let before = bytes[min(lineStart, offset)..<min(offset, bytes.count)]
    let column = before.reduce(1) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    return SourcePlace(file: name, line: line, column: column)
  }

  /// The one of the three that stands most often in the first line outside quotes.
  private static func delimiter(of bytes: [UInt8], from start: Int) -> UInt8 {
    let candidates = [UInt8(ascii: ";"), UInt8(ascii: ","), 0x09]
    var counts = [0, 0, 0]
    var isQuoted = false
    var hasText = false
    var isComment = false
    for byte in bytes[start...] {
      if byte == 0x0A || byte == 0x0D {
        // Blank lines and comments say nothing of it.
        if hasText, !isComment, !isQuoted { break }
        if !isQuoted { (hasText, isComment) = (false, false) }
        continue
      }
      if !hasText, byte == UInt8(ascii: "#") { isComment = true }
      hasText = true
      if isComment { continue }
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted, let place = candidates.firstIndex(of: byte) { counts[place] += 1 }
    }
    let most = counts.max() ?? 0
    return candidates[most == 0 ? 1 : counts.firstIndex(of: most) ?? 1]
  }
}

// MARK: - Headers

extension CSVFile {
  /// Reads the header.
  ///
  /// - Parameter diagnostics: Where mistakes are added.
  /// - Returns: Whether it is known what the file is.
  func readHeader(_ diagnostics: inout [Diagnostic]) -> Bool {
    guard bytes.count <= Self.greatestSize else {
      diagnostics.append(
        Diagnostic(
          .tooLarge, "the file is larger than \(Self.greatestSize >> 20) MB", at: place(of: 0)))
      return false
    }
    var cursor = rows
    guard cursor.advance() else {
      diagnostics.append(
        Diagnostic(
          .emptyFile, "the table holds nothing", at: place(of: 0),
          hint: "a table begins with a line of headers, such as `id;name;kind`"))
      return false
    }
    guard cursor.flaws.isEmpty else {
      report(cursor.flaws, &diagnostics)
      return false
    }
    words = (0..<cursor.count).map { Self.normal(cursor.text($0)) }
    if let table = Self.table(of: words) {
      self.table = table
      start = cursor.offset
      uses = words.enumerated().map { position, word in
        Self.use(of: word, at: position, in: table, words)
      }
      return hasEachOnce(cursor, &diagnostics)
    }
    // Two or three words that are no headers: the pairs begin at once.
    let cells = (0..<cursor.count).map { cursor.text($0) }
    if (2...3).contains(cells.count), cells.prefix(2).allSatisfy({ !$0.isEmpty }),
      !cells.contains(where: { $0.contains(" ") })
    {
      return true
    }
    diagnostics.append(
      Diagnostic(
        .missingKey, "the first line is the header of no known table",
        at: place(of: cursor.rowStart),
        hint: "such as `id;name;kind` for components, `dependent;target;group` for requirements"))
    return false
  }

  /// Adds what is wrong with a row.
  func report(_ flaws: [CSVCursor.Flaw], _ diagnostics: inout [Diagnostic]) {
    for flaw in flaws {
      diagnostics.append(Diagnostic(flaw.code, flaw.message, at: place(of: flaw.offset)))
    }
  }

  private func hasEachOnce(_ cursor: CSVCursor, _ diagnostics: inout [Diagnostic]) -> Bool {
    var seen: Set<String> = []
    var isRight = true
    for (position, use) in uses.enumerated() {
      guard let use else { continue }
      let name = [use.column.key, use.language?.rawValue, use.detail].compactMap { $0 }
      guard !seen.insert(name.joined(separator: ":")).inserted else { continue }
      isRight = false
      diagnostics.append(
        Diagnostic(
          .duplicateKey, "there are two columns `\(use.column.key)`",
          at: place(of: cursor.starts[position])))
    }
    return isRight
  }

  /// A word of a header, as it is compared: small letters, hyphens for spaces and underscores.
  private static func normal(_ text: String) -> String {
    let plain = text.lowercased().map { $0 == " " || $0 == "_" ? "-" : $0 }
    return String(plain)
  }

  private static func table(of words: [String]) -> CSVTable? {
    CSVTable.byHeader.first { table in
      let keys = Set(
        words.indices.compactMap { use(of: words[$0], at: $0, in: table, words)?.column.key })
      return table.signs.allSatisfy { group in group.contains(where: keys.contains) }
    }
  }

  /// What a word of a header stands for in a table.
  private static func use(
    of word: String, at position: Int, in table: CSVTable, _ words: [String]
  ) -> Use? {
    let parts = word.split(separator: ":", maxSplits: 1).map(String.init)
    guard let name = parts.first else { return nil }
    let detail = parts.count > 1 ? parts[1] : nil
    // `source;target` is how other programs head a list of pairs.
    if table == .requirements, name == "source", detail == nil, !words.contains("dependent"),
      words.contains("target")
    {
      return Use(column: CSVTable.requirements.columns[0], language: nil, detail: nil)
    }
    if table == .components, name == "shares" || name == "external", let detail {
      return Use(column: CSVColumn(name), language: nil, detail: detail)
    }
    guard
      let column = table.columns.first(where: { $0.key == name })
        ?? table.columns.first(where: { $0.words.contains(name) })
    else { return nil }
    guard let detail else { return Use(column: column, language: nil, detail: nil) }
    guard column.shape == .text, let language = Language(rawValue: detail) else { return nil }
    return Use(column: column, language: language, detail: nil)
  }
}
