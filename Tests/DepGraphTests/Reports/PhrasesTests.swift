import Testing

@testable import DepGraph

@Suite struct PhrasesTests {
  private let dutch = Phrases(.dutch)
  private let english = Phrases(.english)

  @Test(arguments: [
    (0, "0", "0"), (999, "999", "999"), (1234.5, "1.234,5", "1,234.5"),
    (1_544_260, "1.544.260", "1,544,260"), (0.005, "0,01", "0.01"),
    (-1234.5, "−1.234,5", "−1,234.5"),
    (999.999, "1.000", "1,000"), (-0.001, "0", "0"), (20_000.0, "20.000", "20,000"),
  ])
  func numbersHaveTheSignsOfTheLanguage(value: Double, nl: String, en: String) {
    #expect(dutch.number(value) == nl)
    #expect(english.number(value) == en)
  }

  @Test(arguments: [
    (0, "0 s", "0 s"), (45, "45 s", "45 s"), (1800, "30 min", "30 min"),
    (3600, "1 uur", "1 hour"), (14_400, "4 uur", "4 hours"),
    (5400, "1 uur 30 min", "1 hour 30 min"),
    (259_200, "72 uur", "72 hours"), (345_600, "96 uur", "96 hours"),
    (432_000, "5 dagen", "5 days"), (435_600, "5 dagen 1 uur", "5 days 1 hour"),
    (3599.9, "1 uur", "1 hour"),
  ])
  func durationsReadAsPeopleSayThem(seconds: Double, nl: String, en: String) {
    #expect(dutch.duration(seconds) == nl)
    #expect(english.duration(seconds) == en)
  }

  @Test func datesAndMomentsReadAsPeopleWriteThem() throws {
    let date = try #require(CalendarDate(year: 2024, month: 8, day: 27))
    #expect(dutch.date(date) == "27 augustus 2024")
    #expect(english.date(date) == "27 August 2024")
    let instant = try #require(Instant(text: "2024-08-28T04:10+02:00"))
    #expect(dutch.instant(instant) == "28 augustus 2024, 04:10 (UTC+2)")
    #expect(instant.iso8601 == "2024-08-28T04:10:00+02:00")
    let early = try #require(Instant(text: "1969-12-31T23:59:59Z"))
    #expect(english.instant(early) == "31 December 1969, 23:59 (UTC)")
    #expect(early.iso8601 == "1969-12-31T23:59:59Z")
  }

  @Test func pluralsAndListsAreRight() {
    #expect(dutch.count(0, Phrases.error) == "geen fouten")
    #expect(dutch.count(1, Phrases.error) == "1 fout")
    #expect(english.count(2, Phrases.warning) == "2 warnings")
    #expect(dutch.list([]) == "")
    #expect(dutch.list(["a"]) == "a")
    #expect(dutch.list(["a", "b", "c"]) == "a, b en c")
    #expect(english.list(["a, x", "b", "c"]) == "a, x; b; and c")
    #expect(dutch.list(["a, x", "b"]) == "a, x; en b")
  }

  @Test(arguments: [
    (0, 0, "zeker 0", "0 for certain"), (2, 2, "zeker 2", "2 for certain"),
    (0, 3, "mogelijk 3 (geen zeker)", "possibly 3 (none for certain)"),
    (1, 1200, "zeker 1, mogelijk in totaal 1.200", "1 for certain, possibly 1,200 in all"),
  ])
  func certainAndPossibleStandApart(certain: Int, possible: Int, nl: String, en: String) {
    #expect(dutch.certainAndPossible(certain, possible) == nl)
    #expect(english.certainAndPossible(certain, possible) == en)
  }

  @Test func whatFailsAgreesWithItsVerb() {
    #expect(dutch.when("a", isMany: false) == "als a uitvalt")
    #expect(dutch.when("a en b", isMany: true) == "als a en b uitvallen")
    #expect(english.when("a", isMany: false) == "when a fails")
    #expect(english.when("a and b", isMany: true) == "when a and b fail")
    #expect(english.fallsBecause("x", location: "", count: 2).contains("because both of these do"))
    #expect(dutch.fallsBecause("x", location: "", count: 3).contains("deze 3 vallen alle uit"))
    #expect(
      dutch.notReached(1).contains("1 onderdeel") && dutch.notReached(1).contains("het blijft"))
    #expect(dutch.unknownRequirements(1).contains("wat het nodig heeft"))
    #expect(dutch.unknownRequirements(2).contains("wat ze nodig hebben"))
  }

  /// Pictures and reports name a kind by one word.
  @Test(arguments: ComponentKind.allCases) func kindsHaveOneNameEverywhere(kind: ComponentKind) {
    for phrases in [dutch, english] {
      #expect(phrases.word(kind) == DiagramWords(phrases.language).word(kind, for: 1))
      #expect(phrases.word(kind) != DiagramWords(phrases.language).word(kind, for: 2))
    }
  }

  /// No word of one language slips into the other, and no code is left without words.
  @Test func everyCodeHasAMeaningInBothLanguages() {
    for code in DiagnosticCode.allCases {
      for phrases in [dutch, english] {
        #expect(phrases.meaning(of: code) != code.rawValue, "\(code) in \(phrases.language)")
      }
    }
  }
}
