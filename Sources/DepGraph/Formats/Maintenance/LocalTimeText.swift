/// A day and time as tables write it: `2026-06-13 01:00`, `13-06-2026 01:00`,
/// `2026-06-13T01:00+02:00`.
enum LocalTimeText {
  /// It says its offset: a moment.
  case instant(Instant)
  /// It does not: seconds since 1970 on some clock.
  case local(Double)
  /// A day alone.
  case noTime
  /// Well written, but there is no such day or time.
  case outOfRange

  static let example =
    "write `2026-06-13 01:00`, `13-06-2026 01:00`, or with an offset `2026-06-13T01:00+02:00`"

  init?(_ text: String) {
    let parts = text.split(maxSplits: 1) { (sign: Character) in sign == "T" || sign == " " }
    guard let day = parts.first, let date = Self.date(day) else { return nil }
    guard parts.count == 2 else {
      self = .noTime
      return
    }
    let rest = String(parts[1]).trimmed
    let offsetSigns: [Character] = ["Z", "+", "-"]
    let mark = rest.firstIndex { offsetSigns.contains($0) } ?? rest.endIndex
    let clock = String(rest[..<mark]).trimmed
    guard let seconds = Self.clock(clock) else { return nil }
    guard let number = date.number, seconds <= 86_400 else {
      self = .outOfRange
      return
    }
    let local = Double(number) * 86_400 + seconds
    if mark == rest.endIndex {
      self = .local(local)
      return
    }
    // The offset as instants write it: read by the one who knows.
    guard let offset = try? Instant.reading("2000-01-01T00:00" + rest[mark...]).writtenOffset
    else { return nil }
    self = .instant(
      Instant(secondsSinceEpoch: local - Double(offset), writtenOffset: offset))
  }

  private struct Day {
    /// Days since 1970; nil: there is no such day.
    let number: Int?
  }

  /// The day that a text writes; nil: it is none.
  private static func date(_ text: Substring) -> Day? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int(digits: $0) }
    guard parts.count == 3, numbers.count == 3 else { return nil }
    let lengths = parts.map(\.utf8.count)
    let (year, month, day): (Int, Int, Int)
    if lengths[0] == 4, lengths[1] <= 2, lengths[2] <= 2 {
      (year, month, day) = (numbers[0], numbers[1], numbers[2])
    } else if lengths[2] == 4, lengths[0] <= 2, lengths[1] <= 2 {
      (year, month, day) = (numbers[2], numbers[1], numbers[0])
    } else {
      return nil
    }
    return Day(number: CalendarDate(year: year, month: month, day: day)?.daysSinceEpoch)
  }

  /// Seconds since midnight of `1:00`, `01:00` or `01:00:00`; more than a day where out of range.
  private static func clock(_ text: String) -> Double? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int(digits: $0) }
    guard (2...3).contains(parts.count), numbers.count == parts.count,
      parts.allSatisfy({ $0.utf8.count <= 2 }), parts[1].utf8.count == 2
    else { return nil }
    let second = numbers.count == 3 ? numbers[2] : 0
    guard numbers[0] <= 24, numbers[1] < 60, second < 60 else { return .infinity }
    return Double(numbers[0] * 3600 + numbers[1] * 60 + second)
  }
}
