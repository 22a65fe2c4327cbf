/// Reads tables from files: workbooks (.xlsx) and delimited text (CSV).
struct TableFile {
  /// The most bytes of a file.
  static let greatestSize = 64 << 20

  private let log: TableLog

  init(_ log: TableLog) { self.log = log }

  /// The tables of a file; what is wrong goes into the log.
  ///
  /// - Complexity: O(*n*) for *n* bytes, unpacked.
  func sheets(of file: InputFile) -> [TableSheet] {
    let start = SourcePlace(file: file.name, line: 1, column: 1)
    guard file.bytes.count <= file.limit else {
      log.report(.tooLarge, "the file is larger than \(file.limit >> 20) MB", at: start)
      return []
    }
    if file.bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      log.report(
        .notWorkbook, "the file is a workbook of the old kind (.xls), or has a password",
        at: start, hint: "save it as .xlsx without a password")
      return []
    }
    if file.bytes.starts(with: [0x50, 0x4B]) || file.name.lowercased().hasSuffix(".xlsx") {
      return WorkbookReader(log).sheets(of: file)
    }
    return delimited(file).map { [$0] } ?? []
  }

  // MARK: - Delimited text

  private func delimited(_ file: InputFile) -> TableSheet? {
    guard let text = text(of: file) else { return nil }
    log.texts[file.name] = text
    let table = DelimitedTable(text, file: file.name) { log.report($0, $1, at: $2) }
    var rows = table.rows.map { cells in
      TableSheet.Row(
        place: cells[0].place,
        cells: cells.map { .init(text: $0.text.cellText, kind: .text, place: $0.place) })
    }
    // A first line by which Excel is told what stands between cells.
    if let first = rows.first, first.cells.first??.text.lowercased().hasPrefix("sep=") == true {
      rows.removeFirst()
    }
    guard !rows.isEmpty else {
      log.report(
        .emptyFile, "the file holds no row", at: SourcePlace(file: file.name, line: 1, column: 1))
      return nil
    }
    return TableSheet(file: file.name, name: nil, rows: rows)
  }

  /// The text of a file: UTF-8, UTF-16 with its mark, else as Windows-1252, which is said.
  private func text(of file: InputFile) -> String? {
    var found: [Diagnostic] = []
    if file.bytes.starts(with: [0xFF, 0xFE]) || file.bytes.starts(with: [0xFE, 0xFF]) {
      let wide = MarkupFile(file, &found)?.text
      found.forEach(log.report)
      return wide
    }
    if let text = file.text(&found) { return text }
    // A NUL is in no text; what is no UTF-8 was written by a program on Windows, as Excel does.
    guard !file.bytes.contains(0), let flaw = found.first else {
      found.forEach(log.report)
      return nil
    }
    guard let text = Self.windowsText(file.bytes) else {
      log.report(flaw)
      return nil
    }
    log.report(
      .otherEncoding, "the file is no UTF-8; it is read as Windows-1252", at: flaw.place,
      hint: "look at the letters with accents; Excel saves `CSV UTF-8` too")
    return text
  }

  /// The letters of Windows-1252 from 0x80 to 0x9F; the others are those of Unicode.
  private static let windowsLetters: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
    0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]

  private static func windowsText(_ bytes: [UInt8]) -> String? {
    var text = String.UnicodeScalarView()
    for byte in bytes {
      let value = (0x80...0x9F).contains(byte) ? windowsLetters[Int(byte) - 0x80] : UInt32(byte)
      guard value != 0, let scalar = Unicode.Scalar(value) else { return nil }
      text.append(scalar)
    }
    return String(text)
  }
}
