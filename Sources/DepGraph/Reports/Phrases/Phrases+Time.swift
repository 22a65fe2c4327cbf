extension Phrases {
  private static let dutchMonths = [
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
    "oktober", "november", "december",
  ]
  private static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// A date: "27 augustus 2024" or "27 August 2024".
  public func date(_ date: CalendarDate) -> String {
    let months = language == .dutch ? Self.dutchMonths : Self.englishMonths
    return "\(date.day) \(months[date.month - 1]) \(date.year)"
  }

  /// A moment on the clock by which it was written: "28 augustus 2024, 04:10 (UTC+2)".
  public func instant(_ instant: Instant) -> String {
    let local = Int((instant.secondsSinceEpoch + Double(instant.writtenOffset)).rounded(.down))
    let day = Int((Double(local) / 86_400).rounded(.down))
    let minute = (local - day * 86_400) / 60
    let clock = "\(twoDigits(minute / 60)):\(twoDigits(minute % 60))"
    return "\(date(CalendarDate(daysSinceEpoch: day))), \(clock) (\(offset(instant.writtenOffset)))"
  }

  private func offset(_ seconds: Int) -> String {
    let minutes = Int(seconds.magnitude) / 60
    let sign = seconds < 0 ? "−" : "+"
    let rest = minutes % 60 == 0 ? "" : ":\(twoDigits(minutes % 60))"
    return seconds == 0 ? "UTC" : "UTC\(sign)\(minutes / 60)\(rest)"
  }

  private func twoDigits(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }

  /// A length of time: "4 uur", "30 min", "1 uur 30 min", "5 dagen"; hours up to four days, as
  /// people in a crisis count them.
  ///
  /// - Parameter seconds: The length, zero or more and finite.
  /// - Returns: The two largest units.
  public func duration(_ seconds: Double) -> String {
    if seconds < 60 { return number(seconds, decimals: 1) + " s" }
    let minutes = Int((seconds / 60).rounded())
    if minutes < 60 { return "\(minutes) min" }
    let hours = minutes / 60
    if hours <= 96 {
      return join(self.hours(hours), minutes % 60 == 0 ? nil : "\(minutes % 60) min")
    }
    let days = number(hours / 24) + pick(" dagen", " days")
    return join(days, hours % 24 == 0 ? nil : self.hours(hours % 24))
  }

  private func hours(_ count: Int) -> String {
    language == .dutch ? "\(count) uur" : "\(count) hour\(count == 1 ? "" : "s")"
  }

  private func join(_ first: String, _ second: String?) -> String {
    second.map { first + " " + $0 } ?? first
  }

  /// When something happens, counted from the failure: "direct", "na 4 uur"; nil: no time is known.
  public func after(_ seconds: Double?) -> String {
    guard let seconds, seconds.isFinite else { return pick("onbekend", "unknown") }
    return seconds == 0
      ? pick("direct", "at once") : pick("na ", "after ") + duration(seconds)
  }

  /// A number of days in words: "12 dagen", "3 maanden".
  ///
  /// - Parameter days: Zero or more.
  /// - Returns: Days, months of 30 days, or years, rounded down.
  public func age(days: Int) -> String {
    switch days {
    case ..<62: count(days, Noun(("dag", "dagen"), ("day", "days")))
    case ..<730: count(days / 30, Noun(("maand", "maanden"), ("month", "months")))
    default: count(days / 365, Noun(("jaar", "jaar"), ("year", "years")))
    }
  }
}

extension Instant {
  /// The moment as ISO 8601 with the offset in which it was written, never localised.
  public var iso8601: String {
    let two = { (number: Int) in (number < 10 ? "0" : "") + String(number) }
    let local = Int((secondsSinceEpoch + Double(writtenOffset)).rounded(.down))
    let day = Int((Double(local) / 86_400).rounded(.down))
    let second = local - day * 86_400
    let offset = Int(writtenOffset.magnitude) / 60
    let zone = "\(writtenOffset < 0 ? "-" : "+")\(two(offset / 60)):\(two(offset % 60))"
    let clock = "\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))"
    return "\(CalendarDate(daysSinceEpoch: day))T\(clock)\(writtenOffset == 0 ? "Z" : zone)"
  }
}
