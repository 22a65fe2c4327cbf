/// A day of the Gregorian calendar.
public struct CalendarDate: Hashable, Comparable, Sendable {
  /// The year.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// Makes a date, or nil where there is no such day between the years 1 and 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
    guard day <= Self.days(inMonth: month, of: year) else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The number of days in a month.
  public static func days(inMonth month: Int, of year: Int) -> Int {
    let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
    return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  /// The earlier first.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// The number of days since 1 January 1970.
  ///
  /// Howard Hinnant, *chrono-Compatible Low-Level Date Algorithms*, 2013 (days_from_civil).
  public var daysSinceEpoch: Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}

extension CalendarDate: CustomStringConvertible {
  /// The date as `2024-08-27`.
  public var description: String {
    let text = { (number: Int, width: Int) in
      String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
    }
    return "\(text(year, 4))-\(text(month, 2))-\(text(day, 2))"
  }
}

/// A moment, the same everywhere on earth.
public struct Instant: Hashable, Comparable, Sendable {
  /// Seconds since 1 January 1970, 00:00 UTC, leap seconds not counted.
  public let secondsSinceEpoch: Double
  /// The offset from UTC in which it was written, in seconds, to print it the same way.
  public let writtenOffset: Int

  /// Makes an instant.
  public init(secondsSinceEpoch: Double, writtenOffset: Int = 0) {
    self.secondsSinceEpoch = secondsSinceEpoch
    self.writtenOffset = writtenOffset
  }

  /// The earlier first.
  public static func < (left: Instant, right: Instant) -> Bool {
    left.secondsSinceEpoch < right.secondsSinceEpoch
  }

  /// Equal where the moment is the same, however it was written.
  public static func == (left: Instant, right: Instant) -> Bool {
    left.secondsSinceEpoch == right.secondsSinceEpoch
  }

  /// Hashes the moment only.
  public func hash(into hasher: inout Hasher) { hasher.combine(secondsSinceEpoch) }

  /// The moment a number of seconds later.
  public func advanced(by seconds: Double) -> Instant {
    Instant(secondsSinceEpoch: secondsSinceEpoch + seconds, writtenOffset: writtenOffset)
  }
}

/// A time zone's offsets from UTC over the years that matter, taken from the system when reading.
public struct ZoneOffsets: Hashable, Sendable {
  /// The zone's name, like `Europe/Amsterdam`.
  public let name: String
  /// The offset in seconds before the first transition.
  public let initialOffset: Int
  /// The instants at which the offset changes, in order, with the offset from then on.
  public let transitions: [Transition]

  /// A change of a zone's offset.
  public struct Transition: Hashable, Sendable {
    /// Seconds since the epoch at which it happens.
    public let at: Double
    /// The offset from UTC in seconds from then on.
    public let offset: Int

    /// Makes a transition.
    public init(at: Double, offset: Int) {
      self.at = at
      self.offset = offset
    }
  }

  /// Makes a zone.
  public init(name: String, initialOffset: Int, transitions: [Transition]) {
    self.name = name
    self.initialOffset = initialOffset
    self.transitions = transitions
  }

  /// Coordinated universal time.
  public static let utc = ZoneOffsets(name: "UTC", initialOffset: 0, transitions: [])

  /// The offset from UTC in seconds at an instant.
  ///
  /// - Complexity: O(log *n*) for *n* transitions.
  public func offset(at instant: Instant) -> Int {
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle].at <= instant.secondsSinceEpoch {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low == 0 ? initialOffset : transitions[low - 1].offset
  }
}

/// Hours of the week: always, or windows on some days.
public enum WeeklyHours: Hashable, Sendable {
  /// Day and night, every day.
  case always
  /// In any of these windows.
  case windows([Window])

  /// One window, on each of some days.
  public struct Window: Hashable, Sendable {
    /// The days, 1 (Monday) to 7 (Sunday), in order.
    public let days: [Int]
    /// The first minute of the day inside, 0 to 1439.
    public let from: Int
    /// The first minute outside, 1 to 1440; at most `from` means past midnight into the next day.
    public let to: Int
    /// The zone in which the clock stands.
    public let zone: ZoneOffsets

    /// Makes a window, or nil where a number is out of range.
    public init?(days: [Int], from: Int, to: Int, zone: ZoneOffsets) {
      guard !days.isEmpty, days.allSatisfy((1...7).contains) else { return nil }
      guard (0..<1440).contains(from), (0...1440).contains(to), from != to else { return nil }
      self.days = Array(Set(days)).sorted()
      self.from = from
      self.to = to
      self.zone = zone
    }
  }
}

extension CalendarDate {
  /// The date a number of days after 1 January 1970.
  ///
  /// Hinnant, as above (civil_from_days).
  ///
  /// Beyond the years 1 and 9999 it is the first or the last day of them.
  public init(daysSinceEpoch days: Int) {
    let shifted = min(max(days, -719_162), 2_932_896) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch + (monthFromMarch < 10 ? 3 : -9)
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    guard
      let date = CalendarDate(
        year: year, month: month, day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    else { preconditionFailure("a day between the years 1 and 9999") }
    self = date
  }

  /// The day of the week, 1 (Monday) to 7, of a day counted from 1 January 1970, a Thursday.
  static func weekday(ofDay days: Int) -> Int { ((days + 3) % 7 + 7) % 7 + 1 }

  /// The day before.
  public var dayBefore: CalendarDate { CalendarDate(daysSinceEpoch: daysSinceEpoch - 1) }
}
