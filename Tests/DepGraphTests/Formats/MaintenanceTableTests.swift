import Testing

@testable import DepGraph

/// Planned works in tables.
@Suite struct MaintenanceTableTests {
  static func read(_ text: String, zone: String = "Europe/Amsterdam") throws -> ReadNotices {
    try MaintenanceReader(zone: zone).read(text: text, named: "w.csv")
  }

  static func errors(_ text: String) -> [String] {
    MaintenanceCalendarTests.errors(text, named: "w.csv")
  }

  @Test(arguments: [
    "start,end,object\n2026-06-13 01:00,2026-06-13 05:00,a\n",
    "\u{FEFF}Begin;Einde;Onderdeel\r\n13-06-2026 01:00;13-06-2026 05:00;a\r\n",
    "van\ttot\tci\n2026-06-13T01:00:00+02:00\t2026-06-13T03:00Z\ta\n",
    "object,\"start\",\"end\"\n\"a\",\"13-6-2026 1:00\",\"13-6-2026 5:00\"",
    "start time,end time,object id,extra\n2026-06-13 01:00,2026-06-13 05:00,a,\"x \"\"y\"\", z\"\n",
  ])
  func manyFormsOfOneTable(text: String) throws {
    let read = try Self.read(text)
    let notice = try #require(read.notices.first)
    #expect(read.notices.count == 1 && read.warnings.isEmpty)
    #expect(notice.start == Instant(text: "2026-06-13T01:00+02:00"))
    #expect(notice.end == Instant(text: "2026-06-13T05:00+02:00"))
    #expect(notice.start.writtenOffset == 7200)
    #expect(notice.objects.map(\.text) == ["a"])
  }

  @Test func everyColumn() throws {
    let read = try Self.read(
      """
      kenmerk;uitvoerder;klantnummer;begin;einde;onderdeel;gevolg;status;omschrijving
      N-1;noorderlicht;7;2026-06-13 01:00;2026-06-13 05:00;"a, b";minder redundantie;bevestigd;"Werk; ""laat""
      en lang"
      """)
    let notice = try #require(read.notices.first)
    #expect(notice.id == "N-1" && notice.provider == "noorderlicht" && notice.account == "7")
    #expect(notice.objects.map(\.text) == ["a", "b"])
    #expect(notice.impact == .reducedRedundancy && notice.status == .confirmed)
    #expect(notice.text == "Werk; \"laat\"\nen lang")
    #expect(notice.place == SourcePlace(file: "w.csv", line: 2, column: 1))
  }

  /// Lines with one number and one time are one work at several objects; without a number not.
  @Test func oneWorkOnSeveralLines() throws {
    let read = try Self.read(
      """
      id,start,end,object
      N-1,2026-06-13 01:00,2026-06-13 05:00,a
      N-1,2026-06-13 01:00,2026-06-13 05:00,b
      N-1,2026-06-14 01:00,2026-06-14 05:00,a
      ,2026-06-13 01:00,2026-06-13 05:00,c
      ,2026-06-13 01:00,2026-06-13 05:00,d
      """)
    #expect(read.notices.map { $0.objects.map(\.text) } == [["a", "b"], ["a"], ["c"], ["d"]])
  }

  @Test func midnightAndOtherZones() throws {
    let read = try Self.read(
      "start,end,object\n2026-01-13 20:00,2026-01-13 24:00,a\n", zone: "UTC")
    #expect(read.notices.first?.end == Instant(text: "2026-01-14T00:00Z"))
    let unclear = try Self.read(
      "start,end,object\n25-10-2026 02:30,25-10-2026 05:00,a\n29-03-2026 02:30,29-03-2026 05:00,a\n"
    )
    #expect(unclear.warnings.map(\.code) == [.unclearTime, .unclearTime])
    #expect(unclear.warnings.map { $0.place?.column } == [1, 1])
  }

  @Test(arguments: [
    ("", "1:1 empty-file"),
    ("\n\n", "1:1 empty-file"),
    ("start,einde\n", "1:1 missing-key"),
    ("start,end,object,einde\n", "1:18 duplicate-key"),
    ("start,end,object\n2026-06-13 01:00,2026-06-13 05:00\n", "2:1 bad-value"),
    ("start,end,object\n2026-06-13,2026-06-13 05:00,a\n", "2:1 bad-value"),
    ("start,end,object\n06/13/2026 01:00,2026-06-13 05:00,a\n", "2:1 bad-value"),
    ("start,end,object\n2026-02-30 01:00,2026-06-13 05:00,a\n", "2:1 out-of-range"),
    ("start,end,object\n2026-06-13 01:00,2026-06-13 25:00,a\n", "2:18 out-of-range"),
    ("start,end,object\n2026-06-13 05:00,2026-06-13 05:00,a\n", "2:18 out-of-range"),
    ("start,end,object\n,2026-06-13 05:00,a\n", "2:1 missing-key"),
    ("start,end,object\n2026-06-13 01:00,2026-06-13 05:00,\"a\n", "2:35 bad-value"),
    ("start,end,object\n2026-06-13 01:00,2026-06-13 05:00,\"a\"b\n", "2:38 bad-value"),
  ])
  func mistakesHaveTheirPlaces(text: String, expected: String) {
    #expect(Self.errors(text) == [expected], "\(text)")
  }

  /// All mistakes at once, with what was probably meant.
  @Test func mistakesAreCollected() throws {
    let text = "strat,end,object\n"
    do {
      _ = try Self.read(text)
      Issue.record("read without a start")
    } catch ReadError.invalid(let input) {
      #expect(input.diagnostics.first?.hint?.contains("`strat`") == true)
    }
    #expect(
      Self.errors("start,end,object\nx,y,a\n2026-06-13 01:00,z,a\n")
        == ["2:1 bad-value", "2:3 bad-value", "3:18 bad-value"])
    do {
      _ = try MaintenanceReader(zone: "Europe/Amsterdm").read(
        text: "start,end,object\n", named: "w.csv")
      Issue.record("read without a zone")
    } catch ReadError.invalid(let input) {
      #expect(input.diagnostics.first?.hint == "did you mean `Europe/Amsterdam`?")
    }
  }
}
