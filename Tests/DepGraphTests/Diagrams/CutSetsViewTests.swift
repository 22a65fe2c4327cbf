import Testing

@testable import DepGraph

@Suite struct CutSetsViewTests {
  private func diagram(
    _ components: String, _ target: String, _ language: Language = .english, extra: String = ""
  ) throws -> Diagram {
    let model = try TestModel(components, extra: extra)
    let question = CutSetsView.question(about: try model.vertex(target))
    return CutSetsView(
      CutSets(question, in: model.compiled), in: model.compiled, language: language,
      toolVersion: "1"
    ).diagram
  }

  private static let pair = """
      - {id: r1, kind: network-element, requires: [], availability: 90%, shares: {software: x}}
      - {id: r2, kind: network-element, requires: [], availability: 80%, shares: {software: x}}
      - {id: power, kind: power, requires: [], availability: 99%}
      - {id: site, kind: site, requires: [], availability: 99.5%}
      - {id: desk, kind: consumer, requires: [site, power, {any: [r1, r2]}]}
    """
  private static let software = "common-causes: [{id: software:x, availability: 99.9%}]\n"

  @Test func theMostLikelyWaysWhereAllFiguresAreKnown() throws {
    let diagram = try diagram(Self.pair, "desk", extra: Self.software)
    #expect(diagram.headline == "4 ways to lose desk; in 3 of them, one thing is enough")
    #expect(
      diagram.subtitle
        == "The three most likely. There is 1 other: one thing.")
    #expect(
      diagram.areas.map(\.title) == [
        "1 · 2 things at once · 2% of the time", "2 · one thing · 1% of the time",
        "3 · one thing · 0.5% of the time",
      ])
    // Both routers meet in one shape before the desk falls.
    let first = diagram.areas[0].shapes.map { diagram.shapes[$0] }
    let joint = try #require(first.first { $0.role == .joint })
    #expect(joint.name == "both gone: no spare")
    #expect(first.filter { $0.role == .origin }.map(\.name) == ["r1", "r2"])
  }

  @Test func theSmallestWhereFiguresAreMissing() throws {
    let diagram = try diagram(Self.pair, "desk", .dutch)
    #expect(
      diagram.subtitle.hasPrefix("De drie kleinste; welke het waarschijnlijkst zijn is niet te"))
    #expect(diagram.areas.count == 3)
    #expect(diagram.shapes.contains { $0.outline == .cause && $0.role == .origin })
  }

  @Test func causesThatStandBehindAnotherComeLater() throws {
    let diagram = try diagram(
      """
        - {id: d, requires: [z]}
        - {id: e, requires: [d]}
        - {id: f, requires: [e]}
        - {id: y, requires: []}
        - {id: z, requires: []}
        - {id: desk, kind: consumer, requires: [f, y]}
      """, "desk")
    let causes = diagram.shapes.filter { $0.role == .origin }.map(\.name)
    #expect(causes == ["y", "z", "d"])
    #expect(diagram.subtitle.hasPrefix("Three of the smallest;"))
  }

  @Test func nothingStopsIt() throws {
    let diagram = try diagram("  - {id: rock, kind: consumer, requires: []}", "rock")
    #expect(diagram.headline == "Nothing that can fail stops rock")
    #expect(diagram.shapes.map(\.name) == ["rock"] && diagram.areas.isEmpty)
  }

  @Test func aLongChainIsDrawnTogether() throws {
    let chain = (1...12).map { "  - {id: c\($0), requires: [\($0 == 1 ? "" : "c\($0 - 1)")]}" }
    let diagram = try diagram(
      chain.joined(separator: "\n") + "\n  - {id: desk, kind: consumer, requires: [c12]}", "desk")
    let first = diagram.areas[0].shapes.map { diagram.shapes[$0] }
    #expect(first.count == 6 && first.contains { $0.members.count > 1 })
    #expect(diagram.notes.contains { $0.contains("steps in a row are drawn together") })
  }
}
