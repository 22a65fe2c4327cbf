import Testing

@testable import DepGraph

@Suite struct ColdStartViewTests {
  private func diagram(
    _ components: String = ColdStartReportTests.components, _ language: Language = .dutch,
    failed: [String] = []
  ) throws -> Diagram {
    let compiled = try TestModel(components).compiled
    let start = ColdStart(in: compiled, failed: try compiled.seeds(failed))
    return ColdStartView(start, in: compiled, language: language, toolVersion: "1").diagram
  }

  private func shape(_ id: String, in diagram: Diagram) throws -> Diagram.Shape {
    try #require(diagram.shapes.first { $0.members.contains(id) })
  }

  private func ids(of band: Diagram.Band, in diagram: Diagram) -> [[String]] {
    band.rows.map { $0.flatMap { diagram.shapes[$0].members } }
  }

  @Test func stepsThenTheDeadlockThenWhatWaits() throws {
    let diagram = try diagram()
    #expect(
      diagram.bands.map(\.title) == [
        "Stap 1", "Stap 2", "Stap 3", "Stap 4", "Impasse", "Geblokkeerd",
      ])
    #expect(diagram.bands.map(\.isMarked) == [false, false, false, false, true, false])
    #expect(ids(of: diagram.bands[3], in: diagram) == [["doors", "remote"]])
    #expect(ids(of: diagram.bands[4], in: diagram) == [["disk"], ["login"]])
    #expect(ids(of: diagram.bands[5], in: diagram) == [["portal"]])
    try GoldenText("Diagrams/coldstart.dot").expect(DOTWriter(diagram).text)
  }

  @Test func statesHaveTheirRoleSignAndWord() throws {
    let diagram = try diagram()
    #expect(try shape("login", in: diagram).role == .breaker)
    #expect(try shape("disk", in: diagram).glyph == "■")
    #expect(try shape("portal", in: diagram).role == .waiting)
    #expect(try shape("town", in: diagram).isUnknown)
    for text in ["start vanzelf", "◆ doorbreker", "■ wacht op elkaar", "▲ wacht op de impasse"] {
      #expect(diagram.legend.contains { $0.text == text }, "\(text)")
    }
  }

  @Test func arrowsLeadToWhatIsWaitedFor() throws {
    let diagram = try diagram()
    let arrows = diagram.lines.map {
      diagram.shapes[$0.from].members[0] + " " + diagram.shapes[$0.to].members[0]
    }
    #expect(arrows.sorted() == ["disk login", "login disk", "portal login"])
    #expect(diagram.lines.allSatisfy { $0.role == .awaits })
  }

  @Test func theHeadlineSaysWhatIsStuckAndTheSubtitleWhatBreaksIt() throws {
    let dutch = try diagram()
    #expect(
      dutch.headline
        == "Na volledige uitval wachten Schijf en Aanmelden op elkaar: 3 van de 8 onderdelen starten niet vanzelf"
    )
    #expect(
      dutch.subtitle == "Doorbreker: Aanmelden. Draait die eenmaal, dan start de rest in 1 stap.")
    #expect(dutch.notes.contains { $0.hasPrefix("Eén herstelimpasse niet getekend") })
    let english = try diagram(ColdStartReportTests.components, .english, failed: ["core"])
    #expect(
      english.headline
        == "After a complete outage Schijf and Aanmelden wait for each other: 3 of the 5 components do not start by themselves"
    )
    #expect(english.sourceLine.contains("«core fails»"))
    #expect(english.notes.contains { $0.hasPrefix("2 components stay down") })
  }

  @Test func withoutADeadlockEverythingStarts() throws {
    let diagram = try diagram(
      "  - {id: a, name: A, kind: power}\n  - {id: b, requires: [a]}", .english)
    #expect(diagram.headline == "After a complete outage everything starts by itself, in 2 steps")
    #expect(diagram.lines.isEmpty && diagram.bands.count == 2)
    #expect(!diagram.legend.contains { $0.text.contains("breaker") })
  }

  @Test func largeModelsFoldToAReadableSize() throws {
    // A chain of 30 layers, 12 deadlocks of two, and 40 components that wait for them.
    var lines = (0..<30).flatMap { layer in
      (0..<4).map { place in
        let needs = layer == 0 ? "" : "s\(layer - 1)-\(place)"
        return "  - {id: s\(layer)-\(place), kind: platform, requires: [\(needs)]}"
      }
    }
    for pair in 0..<12 {
      lines.append("  - {id: a\(pair), kind: platform, requires: [b\(pair)]}")
      lines.append("  - {id: b\(pair), kind: platform, requires: [a\(pair)]}")
    }
    lines += (0..<40).map { "  - {id: w\($0), kind: consumer, requires: [a\($0 % 12)]}" }
    let diagram = try diagram(lines.joined(separator: "\n"))
    #expect(diagram.shapes.count <= Folding.mostShapes)
    #expect(Set(diagram.shapes.flatMap(\.members)).count == 120 + 24 + 40)
    #expect(diagram.bands.reduce(0) { $0 + $1.rows.count } <= 10)
    #expect(diagram.bands.contains { $0.title == "Andere impasses" })
    #expect(diagram.notes.contains { $0.contains("samengenomen") })
    #expect(diagram.headline.hasPrefix("Na volledige uitval lopen 12 opstartimpasses vast"))
  }

  @Test func onlyBreakersThatTheModelIsSilentAboutAreNamed() throws {
    let diagram = try diagram(
      """
        - {id: a, name: A, kind: platform, requires: [b], manual-start: true}
        - {id: b, name: B, kind: platform, requires: [a]}
        - {id: c, name: C, kind: platform, requires: [d]}
        - {id: d, name: D, kind: platform, requires: [c]}
        - {id: e, name: E, kind: process, requires: [b, {any: [f, g]}]}
        - {id: f, name: F, kind: service, requires: [b]}
        - {id: g, name: G, kind: service, requires: [b]}
      """)
    #expect(
      diagram.subtitle.hasPrefix("Doorbrekers: A en C. Draaien die eenmaal, dan start de rest"))
    #expect(diagram.subtitle.hasSuffix("Of C met de hand kan starten, staat niet in het model."))
    #expect(diagram.bands.map(\.title) == ["Impasse 1", "Impasse 2", "Geblokkeerd"])
  }

  @Test func anEmptyModelSaysSo() throws {
    let compiled = try CompiledModel(Model())
    let view = ColdStartView(
      ColdStart(in: compiled), in: compiled, language: .dutch, toolVersion: "1")
    #expect(view.diagram.headline == "Er is niets om op te starten")
    #expect(view.diagram.shapes.isEmpty)
  }

  @Test func wavesMergeWhereTheyAreSmallest() {
    let waves = [3, 1, 1, 5, 2].enumerated().map { number, size in
      (range: number + 1...number + 1, members: (0..<size).map { VertexID($0) })
    }
    let merged = ColdStartSketch.merged(waves, to: 3)
    #expect(merged.map(\.range) == [1...3, 4...4, 5...5])
    #expect(merged.map(\.members.count) == [5, 5, 2])
  }
}
