import Testing

@testable import DepGraph

@Suite struct TableDurationTests {
  private func read(_ text: String, unit: String? = nil) -> TableDuration? {
    TableDuration(text, unit: unit, office: .usual)
  }

  static let lengths: [(String, Double)] = [
    ("1 dag", 86_400), ("4 uur", 14_400), ("4u", 14_400), ("4 h", 14_400), ("4 hrs", 14_400),
    ("4h", 14_400), ("PT4H", 14_400), ("1h30m", 5_400), ("1,5 dag", 129_600), ("0.5 dag", 43_200),
    ("binnen 30 minuten", 1_800), ("< 4 uur", 14_400), ("<4 uur", 14_400), ("max. 30 min.", 1_800),
    ("maximaal 2 dagen", 172_800), ("2 dagen en 4 uur", 187_200), ("een week", 604_800),
    ("half uur", 1_800), ("anderhalf uur", 5_400), ("3 etmalen", 259_200), ("08:30", 30_600),
    ("3 maanden", 7_776_000), ("1 jaar", 31_536_000), ("0 uur", 0), ("within 2 hours", 7_200),
    ("  4   UUR ", 14_400), ("72 uur", 259_200), ("0", 0),
  ]

  @Test(arguments: lengths) func lengthsOfTheClock(text: String, seconds: Double) {
    #expect(read(text)?.seconds == seconds, "\(text)")
    #expect(read(text)?.clock == .unstated, "\(text)")
    #expect(read(text)?.isRead == false, "\(text)")
  }

  static let windows: [(String, Double, TableDuration.Clock, Bool)] = [
    ("4 uur kantoortijd", 14_400, .office, false), ("4 uur (kantooruren)", 14_400, .office, false),
    ("4 uur, 8x5", 14_400, .office, false), ("4 uur 24x7", 14_400, .always, false),
    ("24/7 4 uur", 14_400, .always, false), ("8 business hours", 0, .office, false),
    ("8 werkuren", 28_800, .office, false), ("2 werkdagen", 64_800, .office, true),
    ("NBD", 64_800, .office, true), ("next business day", 64_800, .office, true),
    ("volgende werkdag", 64_800, .office, true),
  ]

  @Test(arguments: windows)
  func lengthsWithinHours(text: String, seconds: Double, clock: TableDuration.Clock, isRead: Bool) {
    // `8 business hours` names no unit apart from the hours in which it counts.
    guard seconds > 0 else {
      #expect(read(text) == nil)
      return
    }
    #expect(read(text)?.seconds == seconds, "\(text)")
    #expect(read(text)?.clock == clock, "\(text)")
    #expect(read(text)?.isRead == isRead, "\(text)")
  }

  static let others = [
    "", "4", "uur", "vier", "4 appels", "4-8 uur", "zo snel mogelijk", "-4 uur", "4 uur 5",
    "kantoortijd", "1e99 jaar", "2000 jaar", "99999999999999999999 uur", "4 uur of 8 uur",
  ]

  @Test(arguments: others) func whatIsNoLength(text: String) { #expect(read(text) == nil) }

  @Test func theColumnMayTellTheUnit() {
    #expect(read("4", unit: "uur")?.seconds == 14_400.0)
    #expect(read("1,5", unit: "dag")?.seconds == 129_600.0)
    #expect(read("4 min", unit: "uur")?.seconds == 240.0)
    #expect(TableDuration.unit(inTitle: "RTO (uur)") == "uur")
    #expect(TableDuration.unit(inTitle: "RTO in uren") == "uren")
    #expect(TableDuration.unit(inTitle: "RTO [h]") == "h")
    #expect(TableDuration.unit(inTitle: "RTO") == nil)
    #expect(TableDuration.unit(inTitle: "Dag") == nil)
  }

  @Test func hoursAlone() {
    #expect(TableDuration.clock("24x7") == .always)
    #expect(TableDuration.clock("24/7") == .always)
    #expect(TableDuration.clock("kantoortijd") == .office)
    #expect(TableDuration.clock("tijdens kantooruren") == .office)
    #expect(TableDuration.clock("office hours") == .office)
    #expect(TableDuration.clock("soms") == nil)
    #expect(TableDuration.clock("4 uur kantoortijd") == nil)
  }
}

@Suite struct TableNumberTests {
  private func cell(
    _ text: String, _ kind: TableSheet.CellKind = .text
  ) -> TableSheet.Cell {
    .init(text: text, kind: kind, place: SourcePlace(file: "t", line: 1, column: 1))
  }

  static let numbers: [(String, Double?, Double?)] = [
    ("20.000", 20_000, 20), ("20,000", 20, 20_000), ("1.234,56", 1_234.56, 1_234.56),
    ("1,234.56", 1_234.56, 1_234.56), ("2 000", 2_000, 2_000), ("€ 1,5 mln", 1_500_000, 1_500_000),
    ("5k", 5_000, 5_000), ("ca. 900", 900, 900), ("€ 250.000,-", 250_000, 250),
    ("1.200.300", 1_200_300, nil), ("3 miljard", 3_000_000_000, 3_000_000_000),
    ("veel", nil, nil), ("100-200", nil, nil), ("> 100", nil, nil), ("", nil, nil),
    ("12,5", 12.5, 12.5), ("12.5", 12.5, 12.5),
  ]

  @Test(arguments: numbers) func numbersByLanguage(text: String, dutch: Double?, english: Double?) {
    #expect(TableNumber.number(cell(text), .dutch) == dutch, "\(text)")
    #expect(TableNumber.number(cell(text), .english) == english, "\(text)")
  }

  static let counts: [(String, Double?)] = [
    ("1.200", 1_200), ("20.000", 20_000), ("1,200", 1_200), ("1.200.300", 1_200_300),
    ("ca. 1.200 personen", 1_200), ("2 000", 2_000), ("900", 900), ("2,3k", 2_300), ("0", 0),
    ("1,5", nil), ("1.5", nil), ("0.500", nil), ("1.20", nil), ("veel", nil),
  ]

  @Test(arguments: counts) func whatIsCountedIsWholeInEitherLanguage(text: String, count: Double?) {
    for language in [Language.dutch, .english] {
      let read = TableNumber.number(cell(text), language, countsWholes: true)
      #expect(read == count, "\(text), \(language)")
    }
    #expect(TableNumber.number(cell("1.5", .number), .english, countsWholes: true) == nil)
  }

  @Test func numbersOfAWorkbookHaveAPoint() {
    #expect(TableNumber.number(cell("20.125", .number), .dutch) == 20.125)
    #expect(TableNumber.number(cell("-3", .number), .dutch) == nil)
  }

  @Test func shares() {
    #expect(TableNumber.share(cell("99,9%"), .dutch)?.ratio == Ratio(0.999))
    #expect(TableNumber.share(cell("0,5"), .dutch)?.ratio == Ratio(0.5))
    #expect(TableNumber.share(cell("0,5"), .dutch)?.isRead == false)
    #expect(TableNumber.share(cell("75"), .dutch)?.ratio == Ratio(0.75))
    #expect(TableNumber.share(cell("75"), .dutch)?.isRead == true)
    #expect(TableNumber.share(cell("101%"), .dutch) == nil)
    #expect(TableNumber.share(cell("hoog"), .dutch) == nil)
  }

  @Test func days() {
    let last = CalendarDate(year: 2026, month: 12, day: 31)
    for text in [
      "2026-12-31", "31-12-2026", "31/12/2026", "31.12.2026", "31 december 2026", "46387",
    ] {
      #expect(TableNumber.day(cell(text), .dutch) == last, "\(text)")
    }
    #expect(TableNumber.day(cell("2026-12-31 12:00", .date), .dutch) == last)
    #expect(TableNumber.day(cell("12/31/2026"), .english) == last)
    // 3 April or 4 March: nobody can tell.
    #expect(TableNumber.day(cell("3/4/2026"), .english) == nil)
    #expect(
      TableNumber.day(cell("3-4-2026"), .dutch) == CalendarDate(year: 2026, month: 4, day: 3))
    for text in ["31-2-2026", "1-1-26", "doorlopend", "", "2026", "99999999"] {
      #expect(TableNumber.day(cell(text), .dutch) == nil, "\(text)")
    }
  }

  @Test func spoiltNumbersOfTelephones() {
    #expect(TableNumber.isSpoilt(cell("3.16E+10")))
    #expect(TableNumber.isSpoilt(cell("3,16E+10")))
    #expect(!TableNumber.isSpoilt(cell("070-1234567")))
    #expect(!TableNumber.isSpoilt(cell("E+mail")))
  }
}
