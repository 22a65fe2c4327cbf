/// Makes zip files for tests, well-formed ones and others: stored entries, with every field in reach.
struct ZipMaker {
  struct Entry {
    var name: String
    var bytes: [UInt8]
    var method: UInt16 = 0
    var flags: UInt16 = 0
    /// What the directory says, where it lies.
    var size: UInt32?
    var checksum: UInt32?
    var offset: UInt32?
    /// The name in the local header, where it is another.
    var localName: String?

    init(_ name: String, _ text: String) {
      self.name = name
      bytes = Array(text.utf8)
    }
  }

  var entries: [Entry] = []
  /// How many entries the end record states; nil: as many as there are.
  var statedCount: UInt16?
  /// How far the stated place of the directory is off.
  var shift = 0
  var comment: [UInt8] = []

  /// The bytes of the file.
  var bytes: [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let offset = entry.offset ?? UInt32(file.count)
      let checksum = entry.checksum ?? Self.checksum(of: entry.bytes)
      let size = entry.size ?? UInt32(entry.bytes.count)
      let middle =
        Self.short(entry.flags) + Self.short(entry.method) + Self.long(0) + Self.long(checksum)
        + Self.long(UInt32(entry.bytes.count)) + Self.long(size)
      let local = Array((entry.localName ?? entry.name).utf8)
      file += Self.long(0x0403_4B50) + Self.short(20) + middle
      file += Self.short(UInt16(local.count)) + Self.short(0) + local + entry.bytes
      let name = Array(entry.name.utf8)
      directory += Self.long(0x0201_4B50) + Self.short(20) + Self.short(20) + middle
      directory += Self.short(UInt16(name.count)) + Self.short(0) + Self.short(0) + Self.short(0)
      directory += Self.short(0) + Self.long(0) + Self.long(offset) + name
    }
    let start = file.count
    file += directory
    let count = statedCount ?? UInt16(entries.count)
    file += Self.long(0x0605_4B50) + Self.long(0) + Self.short(count) + Self.short(count)
    file += Self.long(UInt32(directory.count)) + Self.long(UInt32(start + shift))
    return file + Self.short(UInt16(comment.count)) + comment
  }

  private static func short(_ value: UInt16) -> [UInt8] {
    [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
  }

  private static func long(_ value: UInt32) -> [UInt8] {
    short(UInt16(truncatingIfNeeded: value)) + short(UInt16(truncatingIfNeeded: value >> 16))
  }

  /// CRC-32 (ISO 3309), bit by bit.
  static func checksum(of bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}

/// Makes workbooks for tests from the XML of their parts.
struct WorkbookMaker {
  var workbook = ""
  var sheets: [(name: String, state: String, rows: String)] = []
  var strings: String?
  var styles: String?
  /// What stands after the rows of the first sheet, such as merged cells.
  var after = ""

  init(_ rows: String...) {
    sheets = rows.enumerated().map { ("Blad\($0.offset + 1)", "visible", $0.element) }
  }

  /// The packed parts.
  var zip: ZipMaker {
    let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    var zip = ZipMaker()
    zip.entries.append(.init("[Content_Types].xml", "<Types/>"))
    zip.entries.append(
      .init(
        "_rels/.rels",
        "<Relationships><Relationship Id=\"a\" Type=\"\(relation)/officeDocument\" "
          + "Target=\"xl/workbook.xml\"/></Relationships>"))
    let list = sheets.enumerated().map { number, sheet in
      "<sheet name=\"\(sheet.name)\" state=\"\(sheet.state)\" r:id=\"r\(number)\"/>"
    }.joined()
    zip.entries.append(
      .init(
        "xl/workbook.xml",
        "<workbook xmlns:r=\"\(relation)\">\(workbook)<sheets>\(list)</sheets></workbook>"))
    var relations = sheets.indices.map {
      "<Relationship Id=\"r\($0)\" Type=\"\(relation)/worksheet\" Target=\"worksheets/s\($0).xml\"/>"
    }.joined()
    if let strings {
      relations +=
        "<Relationship Id=\"s\" Type=\"\(relation)/sharedStrings\" Target=\"strings.xml\"/>"
      zip.entries.append(.init("xl/strings.xml", "<sst>\(strings)</sst>"))
    }
    if let styles {
      relations += "<Relationship Id=\"t\" Type=\"\(relation)/styles\" Target=\"/xl/styles.xml\"/>"
      zip.entries.append(.init("xl/styles.xml", "<styleSheet>\(styles)</styleSheet>"))
    }
    zip.entries.append(
      .init("xl/_rels/workbook.xml.rels", "<Relationships>\(relations)</Relationships>"))
    for (number, sheet) in sheets.enumerated() {
      let rest = number == 0 ? after : ""
      zip.entries.append(
        .init(
          "xl/worksheets/s\(number).xml",
          "<worksheet><sheetData>\(sheet.rows)</sheetData>\(rest)</worksheet>"))
    }
    return zip
  }
}
