import Testing

@testable import DepGraph

/// Hours against counting minute by minute.
@Suite struct WorkingHoursTests {
  static let amsterdam = ZoneOffsets.named("Europe/Amsterdam")

  private func hours(
    _ days: [Int], _ from: Int, _ to: Int, _ zone: ZoneOffsets? = amsterdam
  ) throws -> WeeklyHours {
    let zone = try #require(zone)
    let window = WeeklyHours.Window(days: days, from: from * 60, to: to * 60, zone: zone)
    return .windows([try #require(window)])
  }

  private func instant(_ text: String) throws -> Instant { try #require(Instant(text: text)) }

  /// When so many hours are over, from a moment, in some hours.
  private func end(_ count: Int, from text: String, in hours: WeeklyHours) throws -> Instant {
    hours.instant(after: .hours(count), from: try instant(text))
  }

  // MARK: - By hand

  @Test func fourOfficeHoursFromTheEvening() throws {
    let office = try hours([1, 2, 3, 4, 5], 8, 17)
    // Tuesday 22:00, over on Wednesday 12:00; Friday 17:00, over on Monday 12:00.
    let evening = try end(4, from: "2024-08-27T22:00+02:00", in: office)
    #expect(evening == (try instant("2024-08-28T12:00+02:00")))
    let friday = try end(4, from: "2026-05-29T17:00+02:00", in: office)
    #expect(friday == (try instant("2026-06-01T12:00+02:00")))
    #expect(
      try end(0, from: "2026-05-30T03:00+02:00", in: office) == instant("2026-05-30T03:00+02:00"))
  }

  @Test func aWindowKeepsItsTimesWhenClocksChange() throws {
    let office = try hours([1, 2, 3, 4, 5, 6, 7], 8, 17)
    // 27 October 2024 has 25 hours: from Saturday 17:00 to Sunday 12:00 are 20.
    let autumn = try end(4, from: "2024-10-26T17:00+02:00", in: office)
    #expect(autumn == (try instant("2024-10-27T12:00+01:00")))
    #expect(
      autumn.secondsSinceEpoch - (try instant("2024-10-26T17:00+02:00")).secondsSinceEpoch
        == 20 * 3600)
    // 31 March 2024 has 23: 18.
    let spring = try end(4, from: "2024-03-30T17:00+01:00", in: office)
    #expect(spring == (try instant("2024-03-31T12:00+02:00")))
    // A night over the change counts the hours that pass, not those on the clock.
    let night = try hours([6], 22, 6)
    #expect(
      try end(9, from: "2024-10-26T12:00+02:00", in: night) == instant("2024-10-27T06:00+01:00"))
    #expect(
      try end(7, from: "2024-03-30T12:00+01:00", in: night) == instant("2024-03-31T06:00+02:00"))
  }

  @Test func leapDayIsADay() throws {
    let thursday = try hours([4], 0, 24)
    // 29 February 2024 was a Thursday.
    #expect(
      try end(24, from: "2024-02-23T12:00+01:00", in: thursday) == instant("2024-03-01T00:00+01:00")
    )
  }

  @Test func aLongTimeIsCountedInWeeks() throws {
    let hour = try hours([3], 9, 10)
    // One hour a week: 520 hours are ten years of Wednesdays.
    let end = try end(520, from: "2024-01-01T00:00+01:00", in: hour)
    #expect(end == (try instant("2033-12-14T10:00+01:00")))
  }

  @Test func theWorstStartOfOfficeHours() throws {
    let week = WorkingWeek(
      try hours([1, 2, 3, 4, 5], 8, 17), at: try instant("2026-06-01T00:00+02:00"))
    let longest = week.longest(for: .hours(4))
    #expect(longest.elapsed == 67 * 3600)
    #expect(longest.start == WorkingWeek.Moment(weekday: 5, minute: 17 * 60))
    #expect(longest.end == WorkingWeek.Moment(weekday: 1, minute: 12 * 60))
    let always = WorkingWeek(.always, at: try instant("2026-06-01T00:00+02:00"))
    #expect(always.longest(for: .hours(4)) == .init(elapsed: 4 * 3600, start: nil, end: nil))
    #expect(always.firstOutside(of: week) == WorkingWeek.Moment(weekday: 5, minute: 17 * 60))
    #expect(always.secondsOutside(of: week) == (168 - 45) * 3600)
    #expect(week.firstOutside(of: always) == nil)
    // All week in two windows is always.
    let halves = WeeklyHours.windows(
      [(0, 720), (720, 1440)].compactMap { from, to in
        WeeklyHours.Window(days: Array(1...7), from: from, to: to, zone: .utc)
      })
    #expect(WorkingWeek(halves, at: try instant("2026-06-01T00:00+02:00")).isAlways)
  }

  // MARK: - By brute force

  private static let zones = ["Europe/Amsterdam", "America/New_York", "UTC", "Asia/Kolkata"]

  /// Some windows, overlapping or not, whose edges no change of clocks moves.
  private func randomHours(_ random: inout SeededGenerator) throws -> WeeklyHours {
    var windows: [WeeklyHours.Window] = []
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let name = try #require(Self.zones.randomElement(using: &random))
      let days = (1...7).filter { _ in Bool.random(using: &random) }
      // Not between 01:00 and 03:00, where clocks change.
      let edges = (Array(0...60) + Array(181..<1440)).shuffled(using: &random)
      let zone = try #require(ZoneOffsets.named(name))
      let window = WeeklyHours.Window(
        days: days.isEmpty ? [3] : days, from: edges[0], to: edges[1], zone: zone)
      windows.append(try #require(window))
    }
    return .windows(windows)
  }

  /// Whether a minute lies inside, by the clocks on the wall.
  private func isInside(_ hours: WeeklyHours, minute: Int) -> Bool {
    guard case .windows(let windows) = hours else { return true }
    let instant = Instant(secondsSinceEpoch: Double(minute) * 60)
    return windows.contains { window in
      let local = minute + window.zone.offset(at: instant) / 60
      let (day, clock) = (local / 1440, local % 1440)
      let today = (day + 3) % 7 + 1
      let yesterday = (day + 2) % 7 + 1
      if window.to > window.from {
        return window.days.contains(today) && (window.from..<window.to).contains(clock)
      }
      return window.days.contains(today) && clock >= window.from
        || window.days.contains(yesterday) && clock < window.to
    }
  }

  @Test func timeIsCountedMinuteByMinute() throws {
    for seed in 0..<(soaking ? 400 : 40) {
      var random = SeededGenerator(seed: seed)
      let hours = try randomHours(&random)
      // Around the changes of clocks of 2024, and anywhere in the year.
      let day =
        [19_790, 19_813, 20_022, 20_029, Int.random(in: 19_723...20_088, using: &random)]
        .randomElement(using: &random) ?? 0
      let start = day * 1440 + Int.random(in: -2880..<1440, using: &random)
      let span = Int.random(in: 1...3000, using: &random)
      var minute = start
      var left = span
      while left > 0 {
        if isInside(hours, minute: minute) { left -= 1 }
        minute += 1
      }
      let found = hours.instant(
        after: try #require(TimeSpan(seconds: Double(span) * 60)),
        from: Instant(secondsSinceEpoch: Double(start) * 60))
      #expect(found.secondsSinceEpoch == Double(minute) * 60, "seed \(seed)")
    }
  }

  @Test func theWorstStartIsTheWorstOfAllMinutes() throws {
    // The week from Monday 3 June 2024, 00:00 UTC, in which no clock is changed.
    let monday = 19_877 * 1440
    let instant = Instant(secondsSinceEpoch: Double(monday) * 60)
    for seed in 0..<(soaking ? 200 : 25) {
      var random = SeededGenerator(seed: 1000 + seed)
      let hours = try randomHours(&random)
      let span = Int.random(in: 1...2500, using: &random)
      let isOpen = (0..<10_080).map { isInside(hours, minute: monday + $0) }
      let open = isOpen.indices.filter { isOpen[$0] }
      // The end of the span that begins in a minute, from the minutes inside in order.
      let before = isOpen.reduce(into: [0]) { $0.append($0[$0.count - 1] + ($1 ? 1 : 0)) }
      func elapsed(from start: Int) -> Int {
        let last = before[start] + span - 1
        return open[last % open.count] + last / open.count * 10_080 + 1 - start
      }
      let worst = (0..<10_080).map(elapsed).max() ?? 0
      let week = WorkingWeek(hours, at: instant)
      let longest = week.longest(for: try #require(TimeSpan(seconds: Double(span) * 60)))
      #expect(longest.elapsed == Double(worst) * 60, "seed \(seed)")
      #expect(week.secondsInside == Double(open.count) * 60, "seed \(seed)")
      let other = try randomHours(&random)
      let outside = isOpen.indices.count { isOpen[$0] && !isInside(other, minute: monday + $0) }
      let its = WorkingWeek(other, at: instant)
      #expect(week.secondsOutside(of: its) == Double(outside) * 60, "seed \(seed)")
      #expect((week.firstOutside(of: its) == nil) == (outside == 0), "seed \(seed)")
    }
  }

  @Test func monthsGoByTheCalendar() throws {
    let day = try #require(CalendarDate(year: 2026, month: 8, day: 31))
    #expect(day.adding(months: -6).description == "2026-02-28")
    #expect(day.adding(months: -30).description == "2024-02-29")
    #expect(day.adding(months: 12).description == "2027-08-31")
    #expect(day.adding(months: 5).description == "2027-01-31")
    #expect(day.adding(days: 1).description == "2026-09-01")
    #expect(TimeSpan.calendarMonths("P6M") == 6)
    #expect(TimeSpan.calendarMonths("P1Y6M") == 18)
    #expect(TimeSpan.calendarMonths("12mo") == 12)
    #expect(TimeSpan.calendarMonths("1y") == 12)
    for text in ["P30D", "90d", "PT6M", "1.5y", "6m", "x"] {
      #expect(TimeSpan.calendarMonths(text) == nil, "\(text)")
    }
  }
}
