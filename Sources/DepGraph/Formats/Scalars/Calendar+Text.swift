extension CalendarDate {
  /// Reads a day written as `2024-08-27`.
  public init?(text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2] else { return nil }
    guard let year = Int(digits: parts[0]), let month = Int(digits: parts[1]),
      let day = Int(digits: parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}

extension Instant {
  /// Why a text is no instant.
  enum Flaw: Error {
    /// It is not written as ISO 8601.
    case unreadable
    /// It does not say its offset from UTC, and so is no moment.
    case offsetMissing
    /// There is no such day or time.
    case outOfRange
  }

  /// Reads a moment written as ISO 8601 with its offset: `2024-08-27T22:00+02:00`,
  /// `2024-08-27T20:00:00Z`.
  public init?(text: String) {
    guard let instant = try? Instant.reading(text) else { return nil }
    self = instant
  }

  /// The moment that a text writes.
  ///
  /// - Throws: ``Flaw`` where it is none.
  /// - Complexity: O(*n*) for *n* characters.
  static func reading(_ text: String) throws(Flaw) -> Instant {
    let bytes = Array(text.utf8)
    guard bytes.count >= 16, bytes[10] == UInt8(ascii: "T") else { throw .unreadable }
    let day = String(text.prefix(10))
    guard day.utf8.count == 10 else { throw .unreadable }
    var rest = text.dropFirst(11)
    let clock = rest.prefix { ("0"..."9").contains($0) || $0 == ":" || $0 == "." }
    rest = rest.dropFirst(clock.count)
    let fields = clock.split(separator: ":", omittingEmptySubsequences: false)
    guard fields.count == 2 || fields.count == 3 else { throw .unreadable }
    guard fields[0].utf8.count == 2, fields[1].utf8.count == 2 else { throw .unreadable }
    guard let hour = Int(digits: fields[0]), let minute = Int(digits: fields[1]) else {
      throw .unreadable
    }
    var second = 0.0
    if fields.count == 3 {
      let whole = fields[2].prefix { $0 != "." }
      guard whole.utf8.count == 2, let value = Double(decimal: fields[2]) else { throw .unreadable }
      second = value
    }
    guard let date = CalendarDate(text: day), hour < 24, minute < 60, second < 60 else {
      throw .outOfRange
    }
    let offset = try offset(String(rest))
    let local = Double(date.daysSinceEpoch) * 86_400 + Double(hour * 3600 + minute * 60) + second
    return Instant(secondsSinceEpoch: local - Double(offset), writtenOffset: offset)
  }

  /// The offset that `Z`, `+02:00`, `+0200` or `+02` writes, in seconds.
  private static func offset(_ text: String) throws(Flaw) -> Int {
    guard let sign = text.first else { throw .offsetMissing }
    if text == "Z" { return 0 }
    guard sign == "+" || sign == "-" else { throw .unreadable }
    var digits = text.dropFirst()
    if digits.count == 5 {
      let colon = digits.index(digits.startIndex, offsetBy: 2)
      guard digits[colon] == ":" else { throw .unreadable }
      digits.remove(at: colon)
    }
    if digits.count == 2 { digits += "00" }
    guard digits.count == 4, let hours = Int(digits: digits.prefix(2)),
      let minutes = Int(digits: digits.suffix(2))
    else { throw .unreadable }
    guard hours <= 18, minutes < 60 else { throw .outOfRange }
    return (sign == "-" ? -1 : 1) * (hours * 3600 + minutes * 60)
  }
}
