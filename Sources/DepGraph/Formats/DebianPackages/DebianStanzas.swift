/// The stanzas of a package index: lines of `Field: value`, a field going on in lines that begin with
/// white space, stanzas with empty lines between them.
struct DebianStanzas {
  /// A field with its value on one line.
  struct Field {
    let value: String
    /// The byte at which the value begins.
    let offset: Int
  }

  /// One package as one index has it.
  struct Stanza {
    /// The fields asked for.
    var fields: [String: Field] = [:]
    /// How many there are of fields that were not asked for, by name.
    var others: [String] = []
    /// The byte at which it begins.
    let offset: Int
  }

  /// What cannot be read.
  struct Flaw: Error {
    let code: DiagnosticCode
    let message: String
    let offset: Int
  }

  private let bytes: [UInt8]
  private let wanted: Set<String>
  private var offset = 0

  /// Begins before the first stanza.
  init(_ bytes: [UInt8], wanted: Set<String>) {
    self.bytes = bytes
    self.wanted = wanted
  }

  /// The next stanza; nil where there is none.
  ///
  /// - Parameter report: Takes each mistake; the stanza is read on.
  /// - Returns: The stanza.
  /// - Complexity: O(*n*) for *n* bytes.
  mutating func next(_ report: (Flaw) -> Void) -> Stanza? {
    while offset < bytes.count, isBlankLine() { skipLine() }
    guard offset < bytes.count else { return nil }
    var stanza = Stanza(offset: offset)
    while offset < bytes.count, !isBlankLine() {
      let lineStart = offset
      do throws(Flaw) {
        try field(&stanza)
      } catch {
        report(error)
        // A line that is no field was not gone over.
        if offset == lineStart { skipLine() }
      }
    }
    return stanza
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private func isBlankLine() -> Bool {
    var at = offset
    while at < bytes.count, isSpace(bytes[at]) { at += 1 }
    return at >= bytes.count || isLineEnd(bytes[at])
  }

  private mutating func skipLine() {
    while offset < bytes.count, !isLineEnd(bytes[offset]) { offset += 1 }
    if offset < bytes.count, bytes[offset] == 0x0D { offset += 1 }
    if offset < bytes.count, bytes[offset] == 0x0A { offset += 1 }
  }

  private mutating func field(_ stanza: inout Stanza) throws(Flaw) {
    let start = offset
    guard !isSpace(bytes[start]) else {
      throw Flaw(
        code: .badValue, message: "this line goes on with a field, and no field comes before it",
        offset: start)
    }
    var colon = start
    while colon < bytes.count, bytes[colon] != UInt8(ascii: ":"), !isLineEnd(bytes[colon]) {
      colon += 1
    }
    guard colon > start, colon < bytes.count, bytes[colon] == UInt8(ascii: ":") else {
      throw Flaw(code: .badValue, message: "a line is `Field: value`", offset: start)
    }
    let name = String(decoding: bytes[start..<colon], as: UTF8.self)
    offset = colon + 1
    guard wanted.contains(name) else {
      stanza.others.append(name)
      skipValue()
      return
    }
    while offset < bytes.count, isSpace(bytes[offset]) { offset += 1 }
    let valueStart = offset
    let value = takeValue()
    guard stanza.fields[name] == nil else {
      throw Flaw(
        code: .duplicateKey, message: "the field `\(name)` stands twice in this package",
        offset: start)
    }
    stanza.fields[name] = Field(value: value, offset: valueStart)
  }

  private mutating func skipValue() {
    repeat { skipLine() } while offset < bytes.count && isSpace(bytes[offset]) && !isBlankLine()
  }

  /// The lines of a value as one.
  private mutating func takeValue() -> String {
    var text: [UInt8] = []
    repeat {
      let start = offset
      while offset < bytes.count, !isLineEnd(bytes[offset]) { offset += 1 }
      text += bytes[start..<offset]
      skipLine()
    } while offset < bytes.count && isSpace(bytes[offset]) && !isBlankLine()
    return String(decoding: text, as: UTF8.self)
  }
}
