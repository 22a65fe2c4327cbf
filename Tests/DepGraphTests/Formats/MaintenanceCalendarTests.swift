import Testing

@testable import DepGraph

/// Carriers' maintenance notices.
@Suite struct MaintenanceCalendarTests {
  /// The lines of an event inside a calendar, with the line ends of the standard.
  static func calendar(_ lines: String...) -> String {
    (["BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT"] + lines + ["END:VEVENT", "END:VCALENDAR"])
      .joined(separator: "\r\n") + "\r\n"
  }

  static func read(_ text: String, zone: String = "Europe/Amsterdam") throws -> ReadNotices {
    try MaintenanceReader(zone: zone).read(text: text, named: "w.ics")
  }

  /// The errors of a text, as `line:column code`.
  static func errors(_ text: String, named name: String = "w.ics") -> [String] {
    do {
      _ = try MaintenanceReader().read(text: text, named: name)
      return []
    } catch {
      guard case .invalid(let input) = error else { return ["file"] }
      return input.diagnostics.errors.map {
        "\($0.place.map { "\($0.line):\($0.column)" } ?? "nowhere") \($0.code.rawValue)"
      }
    }
  }

  @Test func aNoticeOfACarrier() throws {
    let read = try Self.read(
      Self.calendar(
        "UID:1", "SEQUENCE:2", "DTSTART;TZID=Europe/Amsterdam:20260613T010000",
        "DTEND:20260613T030000Z", "SUMMARY:Splicing\\, ring North\\; twice",
        "X-MAINTNOTE-PROVIDER:noorderlicht", "X-MAINTNOTE-ACCOUNT:137.035999173",
        "X-MAINTNOTE-MAINTENANCE-ID:WorkOrder-31415", "X-MAINTNOTE-OBJECT-ID:circuit-1",
        "X-MAINTNOTE-OBJECT-ID:circuit-2,circuit-3", "X-MAINTNOTE-IMPACT:REDUCED-REDUNDANCY",
        "X-MAINTNOTE-STATUS:IN-PROCESS"))
    let notice = try #require(read.notices.first)
    #expect(read.notices.count == 1 && read.warnings.isEmpty)
    #expect(notice.id == "WorkOrder-31415" && notice.provider == "noorderlicht")
    #expect(notice.account == "137.035999173")
    #expect(notice.text == "Splicing, ring North; twice")
    #expect(notice.objects.map(\.text) == ["circuit-1", "circuit-2", "circuit-3"])
    #expect(notice.objects.map { $0.place?.line } == [12, 13, 13])
    #expect(notice.impact == .reducedRedundancy && notice.status == .inProcess)
    #expect(notice.start == Instant(text: "2026-06-13T01:00+02:00"))
    #expect(notice.end == Instant(text: "2026-06-13T05:00+02:00"))
    #expect(notice.start.writtenOffset == 7200 && notice.end.writtenOffset == 7200)
  }

  @Test(arguments: [
    ("NO-IMPACT", MaintenanceNotice.Impact.noImpact), ("DEGRADED", .degraded),
    ("OUTAGE", .outage), ("REDUCED-REDUNDANCY", .reducedRedundancy),
  ])
  func everyImpact(word: String, impact: MaintenanceNotice.Impact) throws {
    let read = try Self.read(
      Self.calendar(
        "DTSTART:20260613T010000Z", "DURATION:PT1H", "X-MAINTNOTE-OBJECT-ID:a",
        "X-MAINTNOTE-IMPACT:\(word)"))
    #expect(read.notices.map(\.impact) == [impact])
  }

  @Test(arguments: [
    ("TENTATIVE", MaintenanceNotice.Status.tentative), ("CONFIRMED", .confirmed),
    ("CANCELLED", .cancelled), ("IN-PROCESS", .inProcess), ("COMPLETED", .completed),
  ])
  func everyStatus(word: String, status: MaintenanceNotice.Status) throws {
    let read = try Self.read(
      Self.calendar(
        "DTSTART:20260613T010000Z", "DURATION:PT1H", "X-MAINTNOTE-OBJECT-ID:a",
        "X-MAINTNOTE-STATUS:\(word)"))
    #expect(read.notices.map(\.status) == [status])
  }

  /// A word of somebody's own is a warning, and the work counts.
  @Test func unknownWordsAreWarnings() throws {
    let read = try Self.read(
      Self.calendar(
        "DTSTART:20260613T010000Z", "DURATION:PT1H", "X-MAINTNOTE-OBJECT-ID:a",
        "X-MAINTNOTE-STATUS:RE-SCHEDULED", "X-MAINTNOTE-IMPACT:FLAPPING"))
    #expect(read.warnings.map(\.code) == [.notUnderstood, .notUnderstood])
    #expect(read.warnings.map { $0.place?.line } == [7, 8])
    #expect(read.notices.map(\.status) == [nil] && read.notices.map(\.impact) == [nil])
  }

  /// Folded lines are put together as bytes: also where a character is broken in two.
  @Test func foldingAndEscapes() throws {
    let text =
      "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:2026\r\n 0613T010000Z\r\nDURATION:PT\r\n\t30M\r\n"
      + "SUMMARY:caf"
    let rest = "\r\nX-MAINTNOTE-OBJECT-ID:a\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    let bytes = Array(text.utf8) + [0xC3, 0x0D, 0x0A, 0x20, 0xA9] + Array(rest.utf8)
    let read = try MaintenanceReader().read(bytes: bytes, named: "w.ics")
    let notice = try #require(read.notices.first)
    #expect(notice.text == "caf\u{E9}")
    #expect(notice.end.secondsSinceEpoch - notice.start.secondsSinceEpoch == 1800.0)
  }

  /// The definition of a zone in the file is left aside, and an alarm inside an event too.
  ///
  /// The system's zone counts, and the repetitions of a zone are none of the event.
  @Test func zonesAndAlarmsInTheFileAreLeftAside() throws {
    let text = [
      "BEGIN:VCALENDAR", "BEGIN:VTIMEZONE", "TZID:Europe/Amsterdam", "BEGIN:DAYLIGHT",
      "DTSTART:19810329T020000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "END:DAYLIGHT",
      "END:VTIMEZONE", "BEGIN:VEVENT", "DTSTART;TZID=\"Europe/Amsterdam\":20260113T010000",
      "DURATION:PT1H", "X-MAINTNOTE-OBJECT-ID:a", "BEGIN:VALARM", "DURATION:PT5M", "REPEAT:3",
      "END:VALARM", "END:VEVENT", "END:VCALENDAR",
    ].joined(separator: "\n")
    let read = try Self.read(text)
    #expect(read.notices.first?.start == Instant(text: "2026-01-13T01:00+01:00"))
    #expect(read.notices.first?.end == Instant(text: "2026-01-13T02:00+01:00"))
  }

  @Test func daysAndLengths() throws {
    let day = try Self.read(
      Self.calendar("DTSTART;VALUE=DATE:20260613", "X-MAINTNOTE-OBJECT-ID:a"))
    #expect(day.notices.first?.start == Instant(text: "2026-06-13T00:00+02:00"))
    #expect(day.notices.first?.end == Instant(text: "2026-06-14T00:00+02:00"))
    // A day by the calendar has 25 hours when the clock is put back; 24 hours by the clock are less.
    let long = try Self.read(
      Self.calendar(
        "DTSTART;TZID=Europe/Amsterdam:20261024T120000", "DURATION:P1D",
        "X-MAINTNOTE-OBJECT-ID:a"))
    #expect(long.notices.first?.end == Instant(text: "2026-10-25T12:00+01:00"))
    let exact = try Self.read(
      Self.calendar(
        "DTSTART;TZID=Europe/Amsterdam:20261024T120000", "DURATION:PT24H",
        "X-MAINTNOTE-OBJECT-ID:a"))
    #expect(exact.notices.first?.end == Instant(text: "2026-10-25T11:00+01:00"))
  }

  /// What RFC 5545 says of the hour that is left out, and of the one that comes twice.
  @Test func theNightsInWhichTheClockChanges() throws {
    let spring = try Self.read(
      Self.calendar(
        "DTSTART;TZID=Europe/Amsterdam:20260329T023000", "DTEND:20260329T040000Z",
        "X-MAINTNOTE-OBJECT-ID:a"))
    #expect(spring.notices.first?.start == Instant(text: "2026-03-29T03:30+02:00"))
    #expect(spring.warnings.map(\.code) == [.unclearTime])
    let autumn = try Self.read(
      Self.calendar(
        "DTSTART;TZID=Europe/Amsterdam:20261025T023000", "DURATION:PT1H",
        "X-MAINTNOTE-OBJECT-ID:a"))
    #expect(autumn.notices.first?.start == Instant(text: "2026-10-25T02:30+02:00"))
    #expect(autumn.notices.first?.end == Instant(text: "2026-10-25T02:30+01:00"))
    #expect(autumn.warnings.map(\.code) == [.unclearTime])
  }

  @Test func theLastRevisionCounts() throws {
    let event = { (sequence: Int, hour: Int) in
      """
      BEGIN:VEVENT\nUID:1\nSEQUENCE:\(sequence)\nDTSTART:20260613T0\(hour)0000Z\nDURATION:PT1H
      X-MAINTNOTE-OBJECT-ID:a\nEND:VEVENT\n
      """
    }
    let read = try Self.read(
      "BEGIN:VCALENDAR\n" + event(2, 3) + event(1, 1) + "END:VCALENDAR\n")
    #expect(read.notices.map(\.start) == [Instant(text: "2026-06-13T03:00Z")])
    #expect(read.warnings.map(\.code) == [.superseded])
    #expect(read.warnings.map { $0.place?.line } == [9])
  }

  @Test func aCancellationCancels() throws {
    let text = Self.calendar(
      "DTSTART:20260613T010000Z", "DURATION:PT1H", "X-MAINTNOTE-OBJECT-ID:a",
      "STATUS:CONFIRMED"
    ).replacing("VERSION:2.0", with: "METHOD:CANCEL")
    #expect(try Self.read(text).notices.map(\.status) == [.cancelled])
    // Where only one of two says so, the work counts.
    let read = try Self.read(
      Self.calendar(
        "DTSTART:20260613T010000Z", "DURATION:PT1H", "X-MAINTNOTE-OBJECT-ID:a",
        "STATUS:CANCELLED", "X-MAINTNOTE-STATUS:CONFIRMED"))
    #expect(read.notices.map(\.status) == [.confirmed])
    #expect(read.warnings.map(\.code) == [.notUnderstood])
  }

  // MARK: - What is refused

  @Test(arguments: [
    "RRULE:FREQ=WEEKLY", "RDATE:20260620T010000Z", "RECURRENCE-ID:20260613T010000Z",
  ])
  func repetitionsAreRefused(line: String) {
    let text = Self.calendar("DTSTART:20260613T010000Z", "DURATION:PT1H", line)
    #expect(Self.errors(text) == ["6:1 unsupported"])
  }

  @Test(arguments: [
    (["DTSTART:20260231T010000Z", "DURATION:PT1H"], "4:9 out-of-range"),
    (["DTSTART:20260613T250000Z", "DURATION:PT1H"], "4:9 out-of-range"),
    (["DTSTART:morgen", "DURATION:PT1H"], "4:9 bad-value"),
    (["DTSTART:20260613T010000Z", "DURATION:een uur"], "5:10 bad-value"),
    (["DTSTART:20260613T010000Z", "DURATION:-PT1H"], "5:10 bad-value"),
    (["DTSTART:20260613T010000Z"], "3:1 missing-key"),
    (["DTEND:20260613T010000Z"], "3:1 missing-key"),
    (["DTSTART:20260613T010000Z", "DTEND:20260613T010000Z"], "5:7 out-of-range"),
    (["DTSTART:20260613T010000Z", "DTEND:20260613T020000Z", "DURATION:PT1H"], "6:1 duplicate-key"),
    (["DTSTART:20260613T010000Z", "DTSTART:20260613T020000Z"], "5:1 duplicate-key"),
    (["DTSTART;TZID=Europe/Amsterdm:20260613T010000", "DURATION:PT1H"], "4:1 unknown-value"),
    (["dit is geen regel", "DTSTART:20260613T010000Z", "DURATION:PT1H"], "4:1 bad-value"),
  ])
  func mistakesHaveTheirPlaces(lines: [String], expected: String) {
    let text =
      (["BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT"] + lines + ["END:VEVENT", "END:VCALENDAR"])
      .joined(separator: "\r\n")
    #expect(Self.errors(text) == [expected], "\(lines)")
  }

  @Test func calendarsThatAreBroken() {
    #expect(Self.errors("") == ["1:1 empty-file"])
    #expect(Self.errors("hello: world\n") == ["1:1 not-calendar"])
    #expect(Self.errors("BEGIN:VEVENT\nEND:VEVENT\n") == ["1:1 missing-key", "1:1 not-calendar"])
    #expect(
      Self.errors("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260613T010000Z\n")
        == ["1:1 bad-value", "2:1 bad-value"])
    #expect(
      Self.errors("BEGIN:VCALENDAR\nBEGIN:VALARM\nEND:VCALENDAR\nEND:VEVENT\n")
        == ["2:1 bad-value", "4:1 bad-value"])
    let deep = String(repeating: "BEGIN:VCALENDAR\n", count: 40)
    #expect(Self.errors(deep) == ["17:1 too-deep"])
    let huge =
      "BEGIN:VCALENDAR\nX-LONG:" + String(repeating: "x", count: 200_000) + "\nEND:VCALENDAR\n"
    #expect(Self.errors(huge) == ["2:1 too-large"])
    let folded =
      "BEGIN:VCALENDAR\nX-LONG:a\n"
      + String(repeating: " \(String(repeating: "y", count: 999))\n", count: 300)
      + "END:VCALENDAR\n"
    #expect(Self.errors(folded) == ["2:1 too-large"])
    #expect(Self.errors("BEGIN:VCALENDAR\nX\u{0}:1\nEND:VCALENDAR\n") == ["1:1 not-text"])
  }

  /// Whatever bytes come, reading ends with an answer or with errors that have places.
  @Test func hostileBytesNeverCrash() throws {
    let start = Array(
      Self.calendar(
        "UID:1", "DTSTART;TZID=Europe/Amsterdam:20260613T010000", "DTEND:20260613T030000Z",
        "X-MAINTNOTE-OBJECT-ID:a\\,b,c", "X-MAINTNOTE-IMPACT:OUTAGE", "SEQUENCE:1"
      ).utf8)
    for seed in 0..<400 {
      var random = SeededGenerator(seed: seed)
      var bytes = start
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        default: bytes.insert([0x0D, 0x0A, 0x20, 0x3A, 0x3B, 0x5C, 0x22][place % 7], at: place)
        }
      }
      for name in ["w.ics", "w.csv"] {
        do {
          _ = try MaintenanceReader().read(bytes: bytes, named: name)
        } catch {
          guard case .invalid(let input) = error else { continue }
          #expect(input.diagnostics.errors.allSatisfy { $0.place != nil }, "seed \(seed)")
        }
      }
    }
  }
}
