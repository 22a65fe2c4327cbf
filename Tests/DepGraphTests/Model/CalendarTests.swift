import DepGraph
import Testing

@Suite struct CalendarTests {
  @Test func daysCountBothWays() throws {
    for days in stride(from: -200_000, through: 400_000, by: 37) {
      #expect(CalendarDate(daysSinceEpoch: days).daysSinceEpoch == days)
    }
    #expect(CalendarDate(year: 1970, month: 1, day: 1)?.daysSinceEpoch == 0)
    #expect(CalendarDate(year: 2024, month: 8, day: 27)?.daysSinceEpoch == 19_962)
    #expect(CalendarDate(year: 2023, month: 2, day: 29) == nil)
    #expect(CalendarDate(year: 2024, month: 3, day: 1)?.dayBefore.description == "2024-02-29")
  }

  @Test func anOpeningIsFoundAcrossTheWeekend() throws {
    let window = try #require(
      WeeklyHours.Window(days: [1, 2, 3, 4, 5], from: 8 * 60, to: 17 * 60, zone: .utc))
    let hours = WeeklyHours.windows([window])
    // Friday 30 August 2024, 18:00 UTC → Monday 2 September, 08:00.
    let friday = Instant(secondsSinceEpoch: 1_725_040_800)
    #expect(hours.firstInstant(atOrAfter: friday).secondsSinceEpoch == 1_725_264_000)
    let inside = Instant(secondsSinceEpoch: 1_725_040_800 - 3 * 3600)
    #expect(hours.firstInstant(atOrAfter: inside) == inside)
  }

  @Test func aWindowPastMidnightBelongsToTheDayItOpens() throws {
    let night = try #require(WeeklyHours.Window(days: [5], from: 22 * 60, to: 6 * 60, zone: .utc))
    // Saturday 31 August 2024, 03:00 UTC lies in Friday's night.
    let saturday = Instant(secondsSinceEpoch: 1_725_073_200)
    #expect(WeeklyHours.windows([night]).firstInstant(atOrAfter: saturday) == saturday)
  }
}
