import Foundation
import Testing

@testable import DepGraph

@Suite struct SinglePointsViewTests {
  /// Two units of one software under a clock, two lines of which the duct is not known, and a town
  /// that nobody knows enough of.
  static let model = """
      - {id: unit-a, name: Exemplaar A, kind: network-element, layer: tijd, shares: {software: os}, requires: []}
      - {id: unit-b, name: Exemplaar B, kind: network-element, layer: tijd, shares: {software: os}, requires: []}
      - {id: clock, name: Tijd, kind: service, layer: tijd, requires: [{any: [unit-a, unit-b]}]}
      - {id: line-1, name: Lijn 1, kind: facility, layer: net, shares: {duct: unknown}, requires: []}
      - {id: line-2, name: Lijn 2, kind: facility, layer: net, shares: {duct: unknown}, requires: []}
      - {id: net, name: Net, kind: platform, layer: net, requires: [clock, {any: [line-1, line-2]}]}
      - {id: police, name: Politie, kind: consumer, layer: gebruik, requires: [net, clock]}
      - {id: fire, name: Brandweer, kind: consumer, layer: gebruik, requires: [net]}
      - {id: portal, name: Portaal, kind: process, layer: gebruik, requires: [{ref: clock, basis: assumed}]}
      - {id: town, name: Gemeente, kind: consumer, layer: gebruik, requires: [unknown], degrades-without: [net]}
    """

  private func heatMap(
    _ components: String, _ language: Language = .dutch, of targets: [String]? = nil
  ) throws -> Diagram {
    let compiled = try TestModel(components).compiled
    let review = SinglePointsReview(
      of: try targets.map { try compiled.seeds($0).vertices }, in: compiled)
    return SinglePointsView(review, in: compiled, language: language, toolVersion: "1").diagram
  }

  private func shape(_ id: String, in diagram: Diagram) throws -> Diagram.Shape {
    try #require(diagram.shapes.first { $0.members == [id] })
  }

  private func role(_ from: String, _ to: String, in diagram: Diagram) -> LineRole? {
    diagram.lines.first {
      diagram.shapes[$0.from].members.contains(from) && diagram.shapes[$0.to].members.contains(to)
    }?.role
  }

  @Test func theHeadlineSaysWhoHasOneAndWhichReachesFurthest() throws {
    #expect(
      try heatMap(Self.model).headline
        == "Van de 4 afnemers en processen hebben zeker 2, mogelijk 3 een single point of failure; software:os neemt er 2–3 mee"
    )
    #expect(
      try heatMap(Self.model, .english).headline
        == "2 of the 4 consumers and processes, possibly 3, have a single point of failure; software:os takes 2–3 down"
    )
  }

  @Test func twoUnitsWithOneSoftwareAreOneThingAndItIsSeen() throws {
    let diagram = try heatMap(Self.model)
    let cause = try shape("software:os", in: diagram)
    #expect(cause.outline == .cause && cause.role == .worst)
    #expect(cause.facts == ["2–3 van 4 · gedeeld door 2"])
    for unit in ["unit-a", "unit-b"] {
      #expect(role(unit, "software:os", in: diagram) == .defeats)
      #expect(role("clock", unit, in: diagram) == .falseAlternative)
      #expect(try shape(unit, in: diagram).facts == ["0 van 4"])
    }
    #expect(try shape("clock", in: diagram).facts == ["2–3 van 4 · schijnredundantie"])
    #expect(
      diagram.subtitle.contains(
        "Schijnredundantie: Exemplaar A en Exemplaar B vallen daarmee samen uit."))
  }

  @Test func classesHaveNumbersSignsAndBorders() throws {
    let diagram = try heatMap(Self.model)
    let clock = try shape("clock", in: diagram)
    #expect(
      clock.role == .worst && clock.glyph == "◆"
        && clock.facts.first?.hasPrefix("2–3 van 4 ·") == true)
    #expect(!clock.isPossible, "for certain it is of the same class")
    #expect(try shape("net", in: diagram).facts.first == "2 van 4")
    #expect(diagram.legend.contains { $0.text == "◆ 2–3" })
    #expect(diagram.legend.contains { $0.text == "0" })
    #expect(!diagram.legend.contains { $0.text.hasPrefix("▲") }, "it does not occur")
  }

  @Test func usersSayHowManyTheyHaveAndWhatIsNotKnown() throws {
    let diagram = try heatMap(Self.model)
    #expect(try shape("police", in: diagram).facts.first == "3 SPOF’s")
    let portal = try shape("portal", in: diagram)
    #expect(portal.role == .exposed && portal.isPossible)
    let town = try shape("town", in: diagram)
    #expect(town.role == .secure && town.isUnknown)
    #expect(town.facts == ["niet te zeggen of er een SPOF is"])
  }

  @Test func independenceNotShownIsAsked() throws {
    let diagram = try heatMap(Self.model)
    #expect(try shape("net", in: diagram).facts.contains("? onafhankelijk: duct onbekend"))
    for line in ["line-1", "line-2"] {
      #expect(try shape(line, in: diagram).facts == ["0 van 4 · ? duct onbekend"])
    }
  }

  @Test func whatIsLeftOutIsSaid() throws {
    let diagram = try heatMap(Self.model)
    #expect(role("town", "net", in: diagram) == nil)
    #expect(diagram.notes.contains { $0.contains("1 lijn die alleen beperkt") })
    #expect(role("police", "clock", in: diagram) == nil, "it follows from police → net → clock")
    #expect(diagram.notes.contains { $0.contains("1 lijn die uit andere volgt") })
  }

  @Test func thoseAskedAboutAreCountedAndTheRestIsLeftOut() throws {
    let diagram = try heatMap(Self.model, of: ["fire"])
    #expect(diagram.headline == "Brandweer heeft 3 single points of failure, waaronder software:os")
    #expect(!diagram.shapes.contains { $0.members.contains("police") })
    #expect(
      diagram.notes.contains { $0.contains("3 onderdelen waar de gevraagden niet op rusten") })
    #expect(try shape("net", in: diagram).facts.first == "1 van 1")
  }

  @Test func aModelWithoutUsersCountsComponents() throws {
    let diagram = try heatMap(
      """
        - {id: feed, name: Voeding, kind: power}
        - {id: core, name: Kern, kind: platform, requires: [feed]}
        - {id: radio, name: Radio, kind: platform, requires: [core]}
      """)
    #expect(diagram.headline == "Voeding neemt alleen al 2 van de 2 andere onderdelen mee")
    #expect(try shape("core", in: diagram).facts == ["1 van 2"])
    #expect(try shape("radio", in: diagram).role == .harmless)
  }

  @Test(arguments: Language.allCases) func oneComponentOrNoneIsAPage(language: Language) throws {
    let one = try heatMap("  - {id: lone, name: Los, kind: facility, requires: []}", language)
    #expect(one.shapes.count == 1 && one.shapes[0].role == .harmless)
    let compiled = try CompiledModel(Model())
    let none = SinglePointsView(
      SinglePointsReview(in: compiled), in: compiled, language: language, toolVersion: "1"
    ).diagram
    #expect(none.shapes.isEmpty && !none.headline.isEmpty)
  }

  @Test func redundancyThatHoldsIsSaid() throws {
    let diagram = try heatMap(
      """
        - {id: a, kind: power}
        - {id: b, kind: power}
        - {id: hospital, kind: consumer, requires: [{any: [a, b]}]}
      """)
    #expect(diagram.headline == "De enige afnemer heeft geen single point of failure")
    #expect(try shape("hospital", in: diagram).facts == ["geen SPOF"])
  }

  @Test func hundredsAreFoldedWithTheHarmlessFirst() throws {
    let components = (0..<300).map { number in
      "  - {id: c\(number), name: Post \(number), kind: \(number < 200 ? "facility" : "consumer"), "
        + "layer: laag \(number / 100), requires: "
        + (number < 20 ? "[]}" : "[{any: [c\(number / 3), c\(number / 4)]}]}")
    }
    let diagram = try heatMap(
      components.joined(separator: "\n")
        + "\n  - {id: hub, name: Hart, kind: platform, layer: laag 0, requires: []}"
        + "\n  - {id: desk, name: Balie, kind: consumer, layer: laag 2, requires: [hub]}")
    #expect(diagram.shapes.count <= 40)
    let members = diagram.shapes.flatMap(\.members)
    #expect(members.count == 302 && Set(members).count == 302)
    #expect(diagram.notes.contains { $0.contains("samengenomen in") })
    for shape in diagram.shapes where shape.members.count > 1 {
      #expect(!shape.members.contains("c0") || shape.role == .harmless)
    }
  }

  @Test(arguments: ["nafin", "voorbeeld"], Language.allCases)
  func theModelsShowTheOneSoftwareUnderTwoUnits(name: String, language: Language) throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let path = root.appendingPathComponent("models/\(name)/\(name).yaml").path
    let compiled = try CompiledModel(ModelReader().read(path).model)
    let review = SinglePointsReview(in: compiled)
    let view = SinglePointsView(review, in: compiled, language: language, toolVersion: "1")
    let diagram = view.diagram
    #expect(diagram.shapes.count <= 40)
    let drawn = diagram.shapes.flatMap(\.members)
    #expect(Set(drawn).count == drawn.count)
    let software = name == "nafin" ? "software:time-component" : "software:router-os-7"
    let cause = try shape(software, in: diagram)
    #expect(cause.outline == .cause)
    #expect(diagram.headline.contains(cause.name))
    let sharers = diagram.lines.filter {
      diagram.shapes[$0.to] == cause && $0.role == .defeats
    }
    #expect(sharers.count == 2)
    let missing = Set(compiled.table.ids).subtracting(drawn)
    #expect(missing.allSatisfy { $0.contains(":") }, "only causes may be left out: \(missing)")
  }
}

@Suite struct HeatScaleTests {
  @Test(arguments: 0...200) func everyCountHasOneClassAndClassesRise(most: Int) {
    let scale = HeatScale(most: most)
    #expect(scale.role(of: 0) == .harmless)
    var last = 0
    let order: [ShapeRole] = [.minor, .serious, .worst]
    for count in 0...most where count > 0 {
      let role = scale.role(of: count)
      #expect(scale.range(of: role)?.contains(count) == true, "\(count) of \(most)")
      let place = order.firstIndex(of: role) ?? -1
      #expect(place >= last, "\(count) of \(most)")
      last = place
    }
    if most > 1 { #expect(scale.role(of: most) == .worst) }
    let ranges = order.compactMap(scale.range(of:))
    #expect(ranges.reduce(0) { $0 + $1.count } == most)
  }
}
