import Foundation
import Testing

@testable import DepGraph

@Suite struct ModelWriterTests {
  /// Writes a model, reads it back, and holds that nothing was lost and that it is written alike.
  static func holdsRoundTrip(_ model: Model, _ name: String) throws {
    let folder = try TemporaryFolder()
    let writer = ModelWriter()
    var sectorFile: String?
    if let sectors = writer.sectorYAML(of: model) {
      sectorFile = "sectors.yaml"
      _ = try folder.write("sectors.yaml", Array(sectors.utf8))
    }
    let text = writer.yaml(of: model, sectorFile: sectorFile)
    let path = try folder.write("model.yaml", Array(text.utf8))
    let read: ReadModel
    do {
      read = try ModelReader().read(path)
    } catch {
      Issue.record("\(name): \(Self.errors(of: error))")
      return
    }
    let (found, wanted) = (read.model.withoutPlaces, model.withoutPlaces)
    #expect(found.components.map(\.id) == wanted.components.map(\.id), "\(name)")
    for (now, before) in zip(found.components, wanted.components) {
      #expect(now == before, "\(name): \(before.id)")
    }
    #expect((found == wanted) == true, "\(name)")
    let again = writer.yaml(of: read.model, sectorFile: sectorFile)
    #expect((again == text) == true, "\(name) is written in another way the second time")
    #expect(!read.warnings.contains { $0.code == .quoteThis }, "\(name)")
  }

  private static func errors(of error: ReadError) -> [Diagnostic] {
    guard case .invalid(let input) = error else { return [] }
    return input.diagnostics.errors
  }

  @Test func everyKeyOfTheFormatComesBack() throws {
    let model = try ModelReader().read(Fixture.path("every-key/model.yaml")).model
    try Self.holdsRoundTrip(model, "every-key")
  }

  @Test(arguments: [
    "nafin/nafin.yaml", "voorbeeld/voorbeeld.yaml", "voorbeeld/wijziging/voor.yaml",
    "voorbeeld/wijziging/na.yaml",
  ])
  func theShippedModelsComeBack(_ name: String) throws {
    let path = Fixture.root.appendingPathComponent("models/\(name)").path
    try Self.holdsRoundTrip(ModelReader().read(path).model, name)
  }

  @Test func randomModelsComeBack() throws {
    var count = 0
    for seed in 0..<300 {
      // What the reader accepts is what has to come back: the first writing makes it so.
      let text = ModelWriter().yaml(of: RandomModel.makeWithStarts(seed: seed))
        .replacing("basis: public", with: "basis: fictional")
      guard let model = try? ModelReader().read(text: text, named: "m.yaml").model else { continue }
      try Self.holdsRoundTrip(model, "seed \(seed)")
      count += 1
    }
    #expect(count > 100)
  }

  /// Texts that YAML is known to bend: each comes back in each place where a text can stand.
  @Test func anyTextComesBack() throws {
    let texts = [
      "no", "NO", "null", "~", "true", "12", "1e3", "0x1F", "012", "2024-01-01", "17:00", "-",
      "- a", "-5", "? a", ": a", "a: b", "a:", "a #b", "#a", "a, b", "[a]", "{a: b}", "&a", "*a",
      "!a", "|",
      ">", ">= 2", "'a'", "\"a\"", "%a", "@a", "`a`", "a\\b", " a", "a ", "a\tb", "\ta", "a\nb",
      "a\n", "a\n\n", "\na", "a\n\nb\n", " a\nb", "a \nb", "a\n  b\nc", "a\r\nb", "a\u{85}b",
      "a\u{2028}b", "a\u{FEFF}b", "\u{1}", "é", "🚂", "a\u{FFFE}b", "=", "<<", ".inf",
      ".nan", "...", "---", "a: b\n# c\n- d", "https://example.org/a?b=c#d", "(a)", "unknown",
      String(repeating: "woord ", count: 60) + "eind", String(repeating: "a  b ", count: 60) + "c",
      String(repeating: "x", count: 300), String(repeating: "# - ", count: 60) + "x",
      "eerste regel\n" + String(repeating: "lang ", count: 60) + "x\n", "a\n---\nb", "null\n",
    ]
    var model = Model()
    model.name = LocalizedText("x", in: .dutch)
    for (index, text) in texts.enumerated() {
      var component = Component(id: "c\(index)")
      component.kind = .site
      component.name = LocalizedText(text, in: .dutch)
      component.note = LocalizedText([.dutch: text, .english: text], fallback: .dutch)
      component.layer = text
      component.tags = [text, text]
      component.external = [ExternalID(register: text, id: "\(index)-\(text)")]
      component.impact = [Impact(after: .zero)]
      model.components.append(component)
    }
    var long = Component(id: "long")
    long.kind = .site
    long.external = [ExternalID(register: String(repeating: "sleutel ", count: 200), id: "1")]
    model.components.append(long)
    try Self.holdsRoundTrip(model, "texts")
  }

  @Test func scalarsComeBackToTheLastBit() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<2000 {
      let seconds = Double.random(in: 0...TimeSpan.longest, using: &random)
      for value in [seconds, seconds.rounded(), seconds / 1e9, (seconds / 60).rounded() * 60] {
        let span = try #require(TimeSpan(seconds: value))
        #expect(TimeSpan(text: span.written) == span, "\(span.written)")
      }
      let share = Double.random(in: 0...1, using: &random)
      for value in [share, (share * 1e4).rounded() / 1e4, share / 100] {
        guard case .bare(let text) = WrittenValue.share(value) else { return }
        #expect(Ratio(text: text)?.low == value, "\(text)")
      }
      let euros = Double.random(in: 0...1e12, using: &random)
      for value in [euros, euros.rounded(), (euros / 1e6).rounded() * 1e6] {
        let money = try #require(Money(euros: value))
        guard case .bare(let text) = WrittenValue.money(money) else { return }
        #expect(Money(text: text) == money, "\(text)")
      }
      for moment in [seconds - 1e10, (seconds - 1e10).rounded()] {
        let offset = Int.random(in: -1000...1000, using: &random) * 60
        let instant = Instant(secondsSinceEpoch: moment, writtenOffset: offset)
        guard case .bare(let text) = WrittenValue.instant(instant) else { return }
        let read = try #require(Instant(text: text), "\(text)")
        #expect(read == instant, "\(text)")
        #expect(read.writtenOffset == instant.writtenOffset)
      }
    }
    for text in ["P6M", "P1Y", "1y6mo", "18mo", "P0M", "P1Y2M"] {
      let span = try #require(TimeSpan(text: text))
      let months = try #require(TimeSpan.calendarMonths(text))
      let written = try #require(span.written(inMonths: months), "\(text)")
      #expect(TimeSpan(text: written) == span)
      #expect(TimeSpan.calendarMonths(written) == months)
    }
  }

  @Test func aModelReadsAsAPersonWouldWriteIt() throws {
    let text = """
      depgraph: 1
      name: {nl: Voorbeeld, en: Example}
      language: nl
      basis: fictional
      components:
        - id: a
          name: Dienst A
          kind: service
          requires: [b, {any: [c, d], holdup: 1h30m}]
          availability: 99.95%
          needed: {days: mon-fri, from: "08:00", to: "17:00"}
          note: >-
            Dit is een langere opmerking van iemand die wil uitleggen waarom deze dienst er zo staat, en
            die daarom meer dan een regel nodig heeft.
        - id: b
          kind: network-element
        - id: c
          kind: network-element
        - id: d
          kind: network-element

      """
    let model = try ModelReader().read(text: text, named: "m.yaml").model
    #expect(ModelWriter().yaml(of: model) == text)
  }
}
