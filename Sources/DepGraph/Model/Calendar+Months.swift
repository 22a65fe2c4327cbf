extension CalendarDate {
  /// The same day of the month some months later, or earlier where negative.
  ///
  /// Where that month has no such day, its last day.
  ///
  /// - Parameter months: The number of months.
  /// - Returns: The day; the first or last of the years 1 to 9999 beyond those.
  public func adding(months: Int) -> CalendarDate {
    let count = year * 12 + month - 1 + months
    guard (12..<10_000 * 12).contains(count) else {
      return CalendarDate(daysSinceEpoch: months < 0 ? .min / 2 : .max / 2)
    }
    let (year, month) = (count / 12, count % 12 + 1)
    let last = CalendarDate.days(inMonth: month, of: year)
    guard let date = CalendarDate(year: year, month: month, day: min(day, last)) else {
      preconditionFailure("a month has its days")
    }
    return date
  }

  /// The day some days later, or earlier where negative.
  ///
  /// - Parameter days: The number of days.
  /// - Returns: The day; the first or last of the years 1 to 9999 beyond those.
  public func adding(days: Int) -> CalendarDate {
    CalendarDate(daysSinceEpoch: daysSinceEpoch + days)
  }
}

extension Instant {
  /// The day on the clock by which it was written.
  public var day: CalendarDate {
    let local = secondsSinceEpoch + Double(writtenOffset)
    let days = (local / 86_400).rounded(.down)
    return CalendarDate(daysSinceEpoch: Int(max(-1e9, min(1e9, days))))
  }
}
