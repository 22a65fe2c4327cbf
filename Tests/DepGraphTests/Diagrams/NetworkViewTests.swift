import DepGraph
import Testing

@Suite struct NetworkViewTests {
  /// A triangle a–b–c with a tail c–d of one link and d–e of two, which lie in one duct; a feed
  /// under c.
  static let tail = """
      - {id: feed, kind: power, name: Voeding}
      - {id: a, kind: network-element, name: A, requires: []}
      - {id: b, kind: network-element, name: B, requires: []}
      - {id: c, kind: network-element, name: C, requires: [feed]}
      - {id: d, kind: network-element, name: D, requires: []}
      - {id: e, kind: network-element, name: E, requires: []}
      - {id: ab, kind: link, name: Vezel AB, ends: [a, b], network: net}
      - {id: bc, kind: link, name: Vezel BC, ends: [b, c], network: net}
      - {id: ca, kind: link, name: Vezel CA, ends: [c, a], network: net}
      - {id: cd, kind: link, name: Vezel CD, ends: [c, d], network: net}
      - {id: de-1, kind: link, name: Vezel DE 1, ends: [d, e], network: net, shares: {duct: geul}}
      - {id: de-2, kind: link, name: Vezel DE 2, ends: [d, e], network: net, shares: {duct: geul}}
    """
  private static let pair = """

      - {id: x, kind: network-element, name: X, requires: []}
      - {id: y, kind: network-element, name: Y, requires: []}
      - {id: xy, kind: link, name: Vezel XY, ends: [x, y], network: andere}
    """

  private func network(
    _ components: String = tail, _ language: Language = .dutch, of name: String? = nil,
    failed: [String] = []
  ) throws -> Diagram {
    let compiled = try TestModel(components).compiled
    let blast =
      failed.isEmpty ? nil : BlastRadius(.init(try compiled.seeds(failed)), in: compiled)
    return try NetworkView(
      of: name, after: blast, in: compiled, language: language, toolVersion: "1"
    ).diagram
  }

  private func shape(_ id: String, in diagram: Diagram) throws -> Diagram.Shape {
    try #require(diagram.shapes.first { $0.members == [id] })
  }

  private func joined(_ from: String, _ to: String, in diagram: Diagram) -> LineRole? {
    diagram.lines.first {
      let ends = [diagram.shapes[$0.from].members, diagram.shapes[$0.to].members]
      return ends == [[from], [to]] || ends == [[to], [from]]
    }?.role
  }

  @Test func articulationPointsAndBridgesAreMarked() throws {
    let diagram = try network()
    for node in ["c", "d"] {
      #expect(try shape(node, in: diagram).role == .cutPoint)
      #expect(try shape(node, in: diagram).glyph == "◆")
    }
    #expect(try shape("c", in: diagram).facts == ["splitst in 2: 2 los"])
    #expect(try shape("cd", in: diagram).role == .bridge)
    #expect(try shape("cd", in: diagram).glyph == "▲")
    #expect(try shape("a", in: diagram).role == .plain)
    #expect(
      diagram.headline
        == "2 knooppunten en 1 verbinding kunnen elk net splitsen; het ergst is C: dan raken 2 van de 5 knooppunten los"
    )
  }

  @Test func parallelLinksAreApartAndTheirDuctIsOneThing() throws {
    let diagram = try network()
    for link in ["de-1", "de-2"] {
      #expect(try shape(link, in: diagram).role == .plain)
      #expect(joined("d", link, in: diagram) == .joins)
      #expect(joined(link, "e", in: diagram) == .joins)
      #expect(joined(link, "duct:geul", in: diagram) == .shares)
    }
    let duct = try shape("duct:geul", in: diagram)
    #expect(duct.outline == .cause && duct.role == .cutPoint)
    #expect(duct.facts == ["gedeeld door 2", "splitst in 2 delen"])
    #expect(diagram.subtitle.contains("duct:geul"))
  }

  @Test func blocksAreFramesAndWhatJoinsThemStandsBetween() throws {
    let diagram = try network()
    let areas = diagram.areas.map { area in
      Set(area.shapes.flatMap { diagram.shapes[$0].members })
    }
    #expect(areas == [["a", "b"], ["de-1", "de-2", "e"]])
    #expect(diagram.areas.map(\.title) == ["Blok 1 · 3 knooppunten", "Blok 2 · 2 knooppunten"])
    #expect(joined("a", "b", in: diagram) == .joins)
    #expect(diagram.notes.contains("3 verbindingen als lijn zonder naam."))
  }

  @Test func aFailureNamesTheParts() throws {
    let diagram = try network(failed: ["feed"])
    #expect(diagram.headline == "Valt Voeding uit, dan valt net uiteen in 2 delen")
    #expect(diagram.subtitle == "Uit: C. Deel 1: A en B. Deel 2: D en E.")
    #expect(diagram.areas.map(\.title) == ["Deel 1 · 2 knooppunten", "Deel 2 · 2 knooppunten"])
    #expect(try shape("feed", in: diagram).role == .origin)
    #expect(try shape("c", in: diagram).role == .down)
    #expect(joined("feed", "c", in: diagram) == .spreads)
    #expect(joined("c", "a", in: diagram) == .cutOff)
    #expect(joined("a", "b", in: diagram) == .joins)
    let english = try network(Self.tail, .english, failed: ["feed"])
    #expect(english.headline == "If Voeding fails, net falls into 2 parts")
  }

  @Test func aDuctThatFailsTakesItsLinks() throws {
    let diagram = try network(failed: ["duct:geul"])
    #expect(try shape("duct:geul", in: diagram).role == .origin)
    #expect(try shape("de-1", in: diagram).role == .down)
    #expect(diagram.subtitle == "Geen knooppunt valt uit. Deel 1: A, B, C en D. Deel 2: E.")
  }

  @Test func aFailureElsewhereLeavesItWhole() throws {
    let diagram = try network(Self.tail + Self.pair, of: "net", failed: ["x"])
    #expect(diagram.headline == "Valt X uit, dan blijft net één geheel")
    #expect(diagram.areas.isEmpty)
  }

  @Test func ofSeveralTheOneWithMostToLoseIsChosenAndSaid() throws {
    let diagram = try network(Self.tail + Self.pair)
    #expect(diagram.notes.contains { $0.hasPrefix("Getekend is net") && $0.contains("andere") })
    let other = try network(Self.tail + Self.pair, of: "andere")
    #expect(other.headline.hasPrefix("andere hangt aan één punt: zonder Vezel XY"))
    #expect(!other.notes.contains { $0.hasPrefix("Getekend is") })
  }

  @Test func noSuchNetworkIsAMistakeOfTheUser() throws {
    #expect(throws: InvalidInput.self) { try network(of: "nett") }
    #expect(throws: InvalidInput.self) {
      try network("  - {id: lone, kind: facility, requires: []}")
    }
  }

  @Test func aRingOfHundredsIsFolded() throws {
    let nodes = (0..<300).map {
      "  - {id: n\($0), kind: network-element, name: Knoop \($0), requires: []}"
    }
    let links = (0..<300).map {
      "  - {id: l\($0), kind: link, network: ring, ends: [n\($0), n\(($0 + 1) % 300)]}"
    }
    let tail = (0..<60).map {
      """
        - {id: t\($0), kind: network-element, name: Tak \($0), requires: []}
        - {id: b\($0), kind: link, network: ring, ends: [t\($0), n\($0 * 5)]}
      """
    }
    let diagram = try network((nodes + links + tail).joined(separator: "\n"))
    #expect(diagram.shapes.count <= 40)
    #expect(Set(diagram.shapes.flatMap(\.members)).count == 420)
    #expect(diagram.notes.contains { $0.contains("samengenomen in") })
  }
}
