import DepGraph
import Foundation
import Testing

@Suite struct OverviewViewTests {
  /// Two units of one software under a service that three consumers need.
  static let pair = """
      - {id: unit-a, name: Exemplaar A, kind: network-element, layer: tijd, shares: {software: os}}
      - {id: unit-b, name: Exemplaar B, kind: network-element, layer: tijd, shares: {software: os}}
      - {id: clock, name: Tijd, kind: service, layer: tijd, requires: [{any: [unit-a, unit-b]}]}
      - {id: police, name: Politie, kind: consumer, layer: gebruik, requires: [clock]}
      - {id: ministry, name: Ministerie, kind: consumer, layer: gebruik, requires: [clock, unknown]}
      - {id: portal, name: Portaal, kind: consumer, layer: gebruik, requires: [{ref: clock, basis: assumed}]}
    """

  private func overview(
    _ components: String, _ language: Language = .dutch,
    _ change: (inout OverviewView.Options, CompiledModel) throws -> Void = { _, _ in }
  ) throws -> Diagram {
    let compiled = try TestModel(components).compiled
    var options = OverviewView.Options(language: language, toolVersion: "1.2.3")
    try change(&options, compiled)
    return OverviewView(of: compiled, options: options).diagram
  }

  private func shape(_ id: String, in diagram: Diagram) throws -> Diagram.Shape {
    try #require(diagram.shapes.first { $0.members == [id] })
  }

  private func role(_ from: String, _ to: String, in diagram: Diagram) -> LineRole? {
    diagram.lines.first {
      diagram.shapes[$0.from].members.contains(from) && diagram.shapes[$0.to].members.contains(to)
    }?.role
  }

  @Test func theHeadlineCountsCertainAndPossibleApart() throws {
    let diagram = try overview(Self.pair)
    #expect(
      diagram.headline
        == "Van de 3 afnemers hangen er zeker 2, mogelijk in totaal 3 af van één onderdeel: software:os"
    )
    let english = try overview(Self.pair, .english)
    #expect(
      english.headline
        == "2 of the 3 consumers depend for certain, possibly 3 in all, on one component: software:os"
    )
  }

  @Test func twoUnitsOneSoftwareIsSaidAndDrawn() throws {
    let diagram = try overview(Self.pair)
    #expect(diagram.subtitle.hasPrefix("Exemplaar A en Exemplaar B vangen elkaar op"))
    let cause = try shape("software:os", in: diagram)
    #expect(cause.role == .focus)
    #expect(cause.facts.contains("gedeeld door 2"))
    #expect(role("unit-a", "software:os", in: diagram) == .needs)
    #expect(role("unit-b", "software:os", in: diagram) == .needs)
    #expect(role("clock", "unit-a", in: diagram) == .alternative)
  }

  @Test func singlePointsOfFailureHaveADoubleBorderAndASign() throws {
    let diagram = try overview(Self.pair)
    let clock = try shape("clock", in: diagram)
    #expect(clock.isDouble && clock.glyph == "◆")
    #expect(clock.facts == ["2–3 van 3"])
    let unit = try shape("unit-a", in: diagram)
    #expect(!unit.isDouble && unit.glyph == nil)
    #expect(try !shape("police", in: diagram).isDouble)
  }

  @Test func theUnknownIsMarked() throws {
    let diagram = try overview(Self.pair)
    #expect(try shape("ministry", in: diagram).isUnknown)
    #expect(try !shape("police", in: diagram).isUnknown)
    #expect(diagram.legend.contains { $0.text.hasPrefix("? onbekend") })
  }

  @Test func assumedDependenciesLookOtherwiseOrAreLeftOutWithANote() throws {
    let diagram = try overview(Self.pair)
    #expect(role("portal", "clock", in: diagram) == .inferred)
    #expect(diagram.legend.contains { $0.text.contains("afgeleid") })
    let sourced = try overview(Self.pair) { options, _ in options.includesInferred = false }
    #expect(role("portal", "clock", in: sourced) == nil)
    #expect(sourced.notes.contains { $0.hasPrefix("1 afgeleide") })
  }

  @Test func bandsAreLayersWithDependentsOnTop() throws {
    let diagram = try overview(Self.pair)
    #expect(diagram.bands.map(\.title) == ["Gebruik", "Tijd"])
    #expect(diagram.bands[1].rows.count == 3)
  }

  @Test func theFocusIsNamedAndTheRestIsCounted() throws {
    let diagram = try overview(Self.pair) { options, compiled in
      options.scope.focus = compiled.vertex(of: "police")
      options.scope.hops = 1
    }
    #expect(Set(diagram.shapes.flatMap(\.members)) == ["police", "clock"])
    #expect(diagram.notes.contains { $0.contains("5 onderdelen niet getekend") })
  }

  @Test func nothingThatFallsAloneIsSaidCarefully() throws {
    let diagram = try overview(
      """
        - {id: a, kind: power}
        - {id: b, kind: power}
        - {id: hospital, kind: consumer, requires: [{any: [a, b]}]}
      """)
    #expect(
      diagram.headline == "Geen enkel onderdeel brengt alleen de enige afnemer tot uitval")
    #expect(!diagram.shapes.contains { $0.role == .focus || $0.isDouble })
  }

  @Test func manyConsumersAreFoldedAndCounted() throws {
    let consumers = (0..<60).map {
      "  - {id: c\($0), name: Loket \($0), kind: consumer, layer: gebruik, requires: [net]}"
    }
    let diagram = try overview(
      "  - {id: net, name: Net, kind: platform, layer: net, requires: []}\n"
        + consumers.joined(separator: "\n"))
    #expect(diagram.shapes.count <= 40)
    #expect(diagram.shapes.flatMap(\.members).count == 61)
    #expect(diagram.notes.contains { $0.hasPrefix("60 onderdelen samengenomen in 1 groep;") })
    #expect(diagram.shapes.contains { $0.title == ["60 × Loket"] })
    #expect(diagram.headline == "Alle 60 afnemers hangen af van één onderdeel: Net")
  }

  @Test func theSourceLineTracesThePicture() throws {
    let diagram = try overview(Self.pair)
    #expect(diagram.sourceLine.contains("6 onderdelen"))
    #expect(diagram.sourceLine.contains("depgraph 1.2.3"))
    #expect(diagram.sourceLine.contains("gegevens zijn fictief"))
    #expect(diagram.banner.hasPrefix("VOORBEELD · FICTIEVE GEGEVENS"))
  }

  @Test func theTableHoldsEveryShape() throws {
    let diagram = try overview(Self.pair)
    #expect(diagram.table.count == diagram.shapes.count)
    let row = try #require(diagram.table.first { $0[0] == "Politie" })
    #expect(row[3] == "Tijd (geen alternatief)")
    #expect(diagram.alternativeText.contains("Exemplaar A"))
  }

  @Test func anEmptyModelIsAnEmptyPicture() {
    guard let compiled = try? CompiledModel(Model()) else {
      Issue.record("an empty model compiles")
      return
    }
    let options = OverviewView.Options(language: .english, toolVersion: "1")
    let diagram = OverviewView(of: compiled, options: options).diagram
    #expect(diagram.shapes.isEmpty && diagram.lines.isEmpty && diagram.bands.isEmpty)
  }

  @Test(arguments: ["nafin", "voorbeeld"], Language.allCases)
  func theModelsAreDrawnWholeOrItIsSaid(name: String, language: Language) throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let path = root.appendingPathComponent("models/\(name)/\(name).yaml").path
    let compiled = try CompiledModel(ModelReader().read(path).model)
    let options = OverviewView.Options(language: language, toolVersion: "1")
    let diagram = OverviewView(of: compiled, options: options).diagram
    #expect(diagram.shapes.count <= 40)
    let drawn = diagram.shapes.flatMap(\.members)
    #expect(Set(drawn).count == drawn.count)
    let missing = Set(compiled.table.ids).subtracting(drawn)
    #expect(missing.allSatisfy { $0.contains(":") }, "only causes may be left out: \(missing)")
    if !missing.isEmpty {
      #expect(diagram.notes.contains { $0.hasPrefix("\(missing.count) ") })
    }
    #expect(diagram.shapes.filter { $0.role == .focus }.count == 1)
  }

  @Test func aLargeModelIsFoldedInSeconds() throws {
    let components = (0..<3_000).map { number in
      "  - {id: c\(number), kind: \(number % 7 == 0 ? "platform" : "service"), "
        + "layer: laag \(number / 1_000), owner: p\(number % 50), requires: "
        + (number < 20 ? "[]}" : "[c\(number / 3), {any: [c\(number / 5), c\(number / 7)]}]}")
    }
    let parties = (0..<50).map { "  - {id: p\($0)}" }.joined(separator: "\n")
    let compiled = try TestModel(
      components.joined(separator: "\n"), extra: "parties:\n\(parties)\n"
    ).compiled
    let options = OverviewView.Options(language: .dutch, toolVersion: "1")
    let diagram = OverviewView(of: compiled, options: options).diagram
    #expect(diagram.shapes.count <= 40)
    #expect(diagram.shapes.flatMap(\.members).count == 3_000)
  }
}
