import Testing

@testable import DepGraph

@Suite struct ScalarTests {
  @Test(
    arguments: [
      ("90s", 90), ("30m", 1800), ("4h", 14_400), ("2d", 172_800), ("1h30m", 5400), ("0", 0),
      ("1.5h", 5400), ("12mo", 12 * 30 * 86_400), ("2w", 14 * 86_400), ("1y", 365 * 86_400),
      ("PT4H", 14_400), ("P6M", 180 * 86_400), ("P1DT12H", 129_600), ("PT1M", 60), ("P1W", 604_800),
      ("PT0.5S", 0.5), ("P1Y2M", 425 * 86_400),
      ("4", nil), ("", nil), ("h", nil), ("4 h", nil), ("-4h", nil), ("4hh", nil), ("1h2h", nil),
      ("P", nil), ("PT", nil), ("P4H", nil), ("PT4D", nil), ("PT1M1H", nil), ("P1DT", nil),
      ("1e3s", nil), (".5h", nil), ("5.h", nil), ("1h ", nil), ("four", nil),
    ] as [(String, Double?)])
  func durations(text: String, seconds: Double?) {
    #expect(TimeSpan(text: text)?.seconds == seconds)
  }

  @Test(
    arguments: [
      ("99.95%", 0.9995), ("0.9995", 0.9995), ("0", 0), ("1", 1), ("100%", 1), ("50 %", 0.5),
      ("101%", nil), ("-1%", nil), ("1.01", nil), ("", nil), ("%", nil), ("nan", nil), ("0x1", nil),
      ("most", nil), ("99.9%", 0.999), ("0.1%", 0.001), ("5e-1%", 0.005), ("99.99 %", 0.9999),
      ("1e2e1%", nil),
    ] as [(String, Double?)])
  func ratios(text: String, value: Double?) {
    #expect(Ratio(text: text)?.low == value)
  }

  /// A percentage is the number nearest to what is written, and is written as that again.
  @Test func percentagesAreReadToTheLastBit() {
    for thousandths in stride(from: 0, through: 100_000, by: 7) {
      let digits = "\(thousandths / 1000).\(thousandths % 1000 + 1000)".replacing(".1", with: ".")
      let wanted = Double("\(digits)e-2")
      #expect(Ratio(text: digits + "%")?.low == wanted, "\(digits)%")
    }
    var random = SeededGenerator(seed: 3)
    for _ in 0..<2000 {
      let share = Double.random(in: 0...1, using: &random)
      for value in [share, share / 1e7, (share * 1e4).rounded() / 1e4] {
        let text = value.writtenPercentage
        #expect(Ratio(text: text)?.low == value, "\(text)")
      }
    }
    #expect(0.999.writtenPercentage == "99.9%")
    #expect((0.5).writtenPercentage == "50%")
    #expect((1.5).writtenPercentage == "150%")
    #expect((0.0).writtenPercentage == "0%")
  }

  @Test(
    arguments: [
      ("5e9", 5e9), ("5 bn EUR", 5e9), ("250 M EUR", 2.5e8), ("40 k EUR", 4e4), ("1 M", 1e6),
      ("12.5", 12.5), ("7 EUR", 7), ("0", 0),
      ("5 bn USD", nil), ("EUR", nil), ("", nil), ("-1", nil), ("5 m EUR", nil), ("5bn", nil),
      ("inf", nil),
    ] as [(String, Double?)])
  func money(text: String, euros: Double?) {
    #expect(Money(text: text)?.euros == euros)
  }

  @Test(
    arguments: [
      ("1970-01-01T00:00Z", 0), ("1970-01-01T00:00:01Z", 1),
      ("2024-08-27T22:00+02:00", 1_724_788_800),
      ("2024-08-27T20:00:00.5Z", 1_724_788_800.5), ("2024-08-27T22:00+0200", 1_724_788_800),
      ("2024-08-27T22:00+02", 1_724_788_800), ("2024-08-27T14:30-05:30", 1_724_788_800),
      ("1969-12-31T23:00-01:00", 0),
      ("2024-08-27T22:00", nil), ("2024-08-27", nil), ("2024-02-30T00:00Z", nil),
      ("2024-08-27T24:00Z", nil), ("2024-08-27T22:60Z", nil), ("2024-08-27 22:00Z", nil),
      ("2024-08-27T22:00+2", nil), ("2024-08-27T22:00ZZ", nil), ("2024-08-27T2:00Z", nil),
      ("2024-08-27T22Z", nil), ("", nil),
    ] as [(String, Double?)])
  func instants(text: String, seconds: Double?) {
    #expect(Instant(text: text)?.secondsSinceEpoch == seconds)
  }

  @Test func instantsRememberTheirOffset() {
    #expect(Instant(text: "2024-08-27T22:00+02:00")?.writtenOffset == 7200)
    #expect(Instant(text: "2024-08-27T22:00-00:30")?.writtenOffset == -1800)
  }

  @Test(arguments: [
    "2024-2-3", "2024-13-01", "24-08-27", "2024-08-27T", "2023-02-29", "+024-08-27",
  ])
  func whatIsNoDate(text: String) {
    #expect(CalendarDate(text: text) == nil)
  }

  @Test func zonesKnowTheirSummers() throws {
    let zone = try #require(ZoneOffsets.named("Europe/Amsterdam"))
    let summer = try #require(Instant(text: "2024-08-27T20:00Z"))
    let winter = try #require(Instant(text: "2024-01-27T20:00Z"))
    #expect(zone.offset(at: summer) == 7200)
    #expect(zone.offset(at: winter) == 3600)
    // The clocks went forward on 31 March 2024 at 01:00 UTC.
    let change = try #require(Instant(text: "2024-03-31T01:00Z"))
    #expect(zone.transitions.contains { $0.at == change.secondsSinceEpoch && $0.offset == 7200 })
    #expect(ZoneOffsets.named("UTC")?.transitions == [])
    #expect(ZoneOffsets.named("Europe/Nowhere") == nil)
  }

  @Test(arguments: [
    ("yes", true), ("NO", true), ("Off", true), ("y", true), ("N", true), ("17:00", true),
    ("1:2:3", true), ("190:20:30.15", true), ("0o17", true), ("017", true), ("1_000", true),
    ("0b11", true), ("+1:30", true),
    ("none", false), ("nor", false), ("one", false), ("17", false), ("0", false),
    ("2024-08-27", false),
    ("1.5", false), ("1:99", false), ("a:b", false), ("", false), ("17:00-18:00", false),
    ("2024-08-27T22:00+02:00", false), ("0x1F", false), ("yesterday", false), ("-", false),
    ("10.0.0.1", false), ("4h", false), ("00:1A", false),
  ])
  func whatVersionsOfYAMLReadDifferently(text: String, isAmbiguous: Bool) {
    #expect(QuoteThis.isAmbiguous(text) == isAmbiguous)
  }

  @Test(arguments: [
    ("fibre-*", "fibre-1", true), ("fibre-*", "fibre-", true), ("*", "", true),
    ("a*c", "abcbc", true),
    ("a?c", "abc", true), ("a?c", "ac", false), ("*-a-*", "x-a-y", true), ("*ab", "aab", true),
    ("fibre-*", "fiber-1", false), ("a*b*c", "acb", false),
  ])
  func globs(pattern: String, id: String, fits: Bool) throws {
    #expect(try #require(GlobPattern(pattern)).matches(id) == fits)
  }

  @Test func aPlainIDIsNoGlob() {
    #expect(GlobPattern("fibre-1") == nil)
  }
}
