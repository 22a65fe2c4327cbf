/// The rows of a plain table (RFC 4180) in bytes, one at a time: where each cell lies.
///
/// Nothing is copied and nothing is made a text until somebody asks for it, so that a table of
/// millions of rows costs little more than reading its bytes. Lines without anything in them, and
/// lines that begin with `#`, are passed over.
struct CSVCursor {
  /// Something that is wrong with the table itself.
  struct Flaw {
    let code: DiagnosticCode
    let message: String
    /// The byte that it is about.
    let offset: Int
  }

  private let bytes: [UInt8]
  private let delimiter: UInt8
  private(set) var offset: Int
  /// The first byte of the row.
  private(set) var rowStart = 0
  /// Where each cell begins and ends, without its quotes and the white space round it.
  private(set) var starts: [Int] = []
  private(set) var ends: [Int] = []
  private var forms: [UInt8] = []
  /// What is wrong with this row; empty nearly always.
  private(set) var flaws: [Flaw] = []

  /// A quote stands in it twice.
  private static let doubled: UInt8 = 1
  /// It holds letters of several bytes.
  private static let wide: UInt8 = 2
  private static let quote = UInt8(ascii: "\"")

  /// Begins before the first row at an offset.
  init(_ bytes: [UInt8], delimiter: UInt8, at offset: Int = 0) {
    self.bytes = bytes
    self.delimiter = delimiter
    self.offset = offset
  }

  /// The number of cells of the row.
  var count: Int { starts.count }

  /// Goes to the next row that holds something.
  ///
  /// - Returns: Whether there is one.
  /// - Complexity: O(*n*) for a row of *n* bytes.
  mutating func advance() -> Bool {
    while offset < bytes.count {
      rowStart = offset
      if bytes[offset] == UInt8(ascii: "#") {
        skipLine()
        continue
      }
      starts.removeAll(keepingCapacity: true)
      ends.removeAll(keepingCapacity: true)
      forms.removeAll(keepingCapacity: true)
      if !flaws.isEmpty { flaws = [] }
      var isBlank = true
      repeat {
        cell()
        if starts[starts.count - 1] < ends[ends.count - 1] { isBlank = false }
      } while takeDelimiter()
      takeLineEnd()
      if !isBlank || !flaws.isEmpty { return true }
    }
    return false
  }

  /// Whether a cell holds nothing, or the row ends before it.
  func isEmpty(_ cell: Int) -> Bool { cell >= starts.count || starts[cell] >= ends[cell] }

  /// The text of a cell, without the apostrophe that keeps a spreadsheet from calculating it; empty
  /// where the row ends before it.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  func text(_ cell: Int) -> String {
    guard !isEmpty(cell) else { return "" }
    let range = bytes[starts[cell]..<ends[cell]]
    guard forms[cell] & Self.doubled != 0 else {
      return String(decoding: range, as: UTF8.self).withoutCalculationGuard
    }
    var plain: [UInt8] = []
    var isSecond = false
    for byte in range {
      isSecond = byte == Self.quote && !isSecond
      if !isSecond { plain.append(byte) }
    }
    return String(decoding: plain, as: UTF8.self).withoutCalculationGuard
  }

  /// Whether a cell's bytes are its text, and letters of one byte each.
  func isPlain(_ cell: Int) -> Bool { forms[cell] == 0 }

  private mutating func skipLine() {
    while offset < bytes.count, !isLineEnd(bytes[offset]) { offset += 1 }
    takeLineEnd()
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private mutating func takeLineEnd() {
    if offset < bytes.count, bytes[offset] == 0x0D { offset += 1 }
    if offset < bytes.count, bytes[offset] == 0x0A { offset += 1 }
  }

  private mutating func takeDelimiter() -> Bool {
    guard offset < bytes.count, bytes[offset] == delimiter else { return false }
    offset += 1
    return true
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (byte == 0x09 && delimiter != 0x09)
  }

  private mutating func cell() {
    while offset < bytes.count, isSpace(bytes[offset]) { offset += 1 }
    if offset < bytes.count, bytes[offset] == Self.quote {
      quotedCell()
    } else {
      plainCell()
    }
  }

  private mutating func plainCell() {
    let start = offset
    var seen: UInt8 = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == delimiter || isLineEnd(byte) { break }
      if byte < 0x20, byte != 0x09 { refuseControl() }
      seen |= byte
      offset += 1
    }
    var end = offset
    while end > start, isSpace(bytes[end - 1]) { end -= 1 }
    add(start, end, seen >= 0x80 ? Self.wide : 0)
  }

  private mutating func quotedCell() {
    let opening = offset
    offset += 1
    let start = offset
    var form: UInt8 = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == Self.quote {
        guard offset + 1 < bytes.count, bytes[offset + 1] == Self.quote else { break }
        form |= Self.doubled
        offset += 1
      } else if byte < 0x20, byte != 0x09, !isLineEnd(byte) {
        refuseControl()
      } else if byte >= 0x80 {
        form |= Self.wide
      }
      offset += 1
    }
    add(start, offset, form)
    guard offset < bytes.count else {
      flaws.append(Flaw(code: .badValue, message: "this quote is never closed", offset: opening))
      return
    }
    offset += 1
    while offset < bytes.count, isSpace(bytes[offset]) { offset += 1 }
    guard offset < bytes.count, bytes[offset] != delimiter, !isLineEnd(bytes[offset]) else {
      return
    }
    flaws.append(
      Flaw(
        code: .badValue,
        message: "after a closing quote comes the next cell; a quote inside is doubled",
        offset: offset))
    while offset < bytes.count, bytes[offset] != delimiter, !isLineEnd(bytes[offset]) {
      offset += 1
    }
  }

  private mutating func refuseControl() {
    guard flaws.isEmpty else { return }
    flaws.append(
      Flaw(code: .notText, message: "a control character is no text", offset: offset))
  }

  private mutating func add(_ start: Int, _ end: Int, _ form: UInt8) {
    starts.append(start)
    ends.append(end)
    forms.append(form)
    guard form & Self.wide != 0 else { return }
    if String(validating: bytes[start..<end], as: UTF8.self) == nil {
      flaws.append(Flaw(code: .notText, message: "this is no UTF-8", offset: start))
    }
  }
}
