import DepGraph
import Foundation
import Testing

@Suite struct DutyClockTests {
  private func set(_ name: String) throws -> DutyClockSet {
    let path = SourceTree.root.appendingPathComponent("models/clocks/\(name).yaml").path
    return try DutyClockReader().read(path)
  }

  private func times(_ set: DutyClockSet, from text: String) throws -> [String] {
    let aware = try #require(Instant(text: text))
    return set.deadlines(from: aware).map(\.at.iso8601)
  }

  @Test func hoursAreHoursAndMonthsAreMonths() throws {
    // A Saturday before the clocks go back: 24 hours later it is an hour earlier on the clock.
    #expect(
      try times(set("nis2"), from: "2026-10-24T12:00+02:00") == [
        "2026-10-25T11:00:00+01:00", "2026-10-27T11:00:00+01:00", "2026-11-27T11:00:00+01:00",
      ])
    // And a month across the change keeps the time of the day.
    #expect(
      try times(set("nis2"), from: "2026-03-01T09:30+01:00") == [
        "2026-03-02T09:30:00+01:00", "2026-03-04T09:30:00+01:00", "2026-04-04T09:30:00+02:00",
      ])
  }

  @Test func aMonthThatIsTooShortEndsOnItsLastDay() throws {
    #expect(
      try times(set("cer"), from: "2026-01-30T08:00+01:00") == [
        "2026-01-31T08:00:00+01:00", "2026-02-28T08:00:00+01:00",
      ])
    #expect(
      try times(set("cer"), from: "2027-12-30T23:59+01:00").last == "2028-01-31T23:59:00+01:00")
  }

  @Test func aMonthIntoTheHourThatIsLeaptOver() throws {
    // 29 March 2026, 02:30 does not exist in Amsterdam.
    let start = try #require(Instant(text: "2026-02-28T02:30+01:00"))
    let zone = try #require(ZoneOffsets.ofClock(start))
    #expect(start.adding(months: 1, in: zone).iso8601 == "2026-03-28T02:30:00+01:00")
    let last = try #require(Instant(text: "2026-01-29T02:30+01:00"))
    #expect(last.adding(months: 2, in: zone).iso8601 == "2026-03-29T03:30:00+02:00")
  }

  @Test func mistakesAreToldAtTheirPlace() throws {
    let marked = MarkedText(
      """
      depgraph-clocks: 1
      id: own
      zone: 1️⃣Europe/Amsterdm
      duties:
        - {id: first, within: 2️⃣soon}
        - {3️⃣id: first, within: 1h}
        - {id: third, within: 1h, 4️⃣from: frst}
        - 5️⃣{id: fourth, to: us}
      """)
    var found: [Diagnostic] = []
    do {
      _ = try DutyClockReader().read(text: marked.text, named: MarkedText.file)
    } catch {
      if case .invalid(let input) = error { found = input.diagnostics }
    }
    let got = found.map { "\($0.place?.description ?? "") \($0.code.rawValue)" }.sorted()
    let wanted = [
      ("1️⃣", DiagnosticCode.unknownValue), ("2️⃣", .badValue), ("3️⃣", .duplicateID),
      ("4️⃣", .unknownReference), ("5️⃣", .missingKey),
    ].map { "\(marked.places[$0]?.description ?? "no marker") \($1.rawValue)" }.sorted()
    #expect(got == wanted, "\(found.map(\.message))")
    #expect(found.contains { $0.hint == "did you mean `first`?" })
  }
}
