import Testing

@testable import DepGraph

/// What is left of a picture on request: nothing lost unsaid, nothing in two shapes.
@Suite struct ViewScopeTests {
  /// Two owners, three layers, one part without an owner.
  private static let parts = """
      - {id: power, name: Stroom, kind: power, layer: onder, owner: a}
      - {id: core, name: Kern, kind: service, layer: midden, owner: a, requires: [power]}
      - {id: edge, name: Rand, kind: service, layer: midden, owner: b, requires: [core]}
      - {id: shop, name: Winkel, kind: service, layer: midden, requires: [edge]}
      - {id: police, name: Politie, kind: consumer, layer: boven, owner: b, requires: [core]}
      - {id: fire, name: Brandweer, kind: consumer, layer: boven, owner: b, requires: [shop]}
    """

  private func overview(
    _ components: String = parts, _ change: (inout ViewScope, CompiledModel) throws -> Void
  ) throws -> Diagram {
    let compiled = try TestModel(components, extra: Self.parties).compiled
    var options = OverviewView.Options(language: .dutch, toolVersion: "1")
    try change(&options.scope, compiled)
    return OverviewView(of: compiled, options: options).diagram
  }

  private static let parties = "parties: [{id: a, name: Alfa}, {id: b, name: Beta}]\n"

  private func members(_ diagram: Diagram) -> [String] {
    diagram.shapes.flatMap(\.members).sorted()
  }

  @Test func onlyWhatWasAskedForIsDrawn() throws {
    let diagram = try overview { scope, compiled in
      scope.only = Set(["core", "police"].compactMap(compiled.vertex(of:)))
    }
    #expect(members(diagram) == ["core", "police"])
    #expect(diagram.notes.contains("Alleen wat gevraagd is; 4 onderdelen niet getekend."))
    #expect(diagram.lines.count == 1)
  }

  @Test func ownersAreFoldedTogetherByTheirName() throws {
    let diagram = try overview { scope, _ in scope.collapse = .owner }
    // The element of the headline (power) stays apart; users are not folded with what they use.
    let group = try #require(diagram.shapes.first { $0.members == ["fire", "police"] })
    #expect(group.title == ["Beta: 2 afnemers"])
    #expect(diagram.shapes.contains { $0.members == ["power"] && $0.role == .focus })
    #expect(diagram.shapes.contains { $0.members == ["shop"] })
    #expect(members(diagram) == ["core", "edge", "fire", "police", "power", "shop"])
    #expect(
      diagram.notes.contains { $0.hasPrefix("2 onderdelen per eigenaar samengenomen in 1 groep") })
    #expect(diagram.bands.map(\.title) == [""])
  }

  @Test func layersKeepTheirBands() throws {
    let diagram = try overview { scope, _ in scope.collapse = .layer }
    #expect(diagram.bands.map(\.title) == ["Boven", "Midden", "Onder"])
    #expect(
      diagram.shapes.first { $0.members.contains("shop") }?.members == ["core", "edge", "shop"])
  }

  @Test func arrowsTurnAndTheKeySaysSo() throws {
    let needs = try overview { _, _ in }
    let spreads = try overview { scope, _ in scope.sense = .spreads }
    let arrows = { (diagram: Diagram, isTurned: Bool) in
      diagram.lines.map { line in
        let ends = [diagram.shapes[line.from].name, diagram.shapes[line.to].name]
        return (isTurned ? ends.reversed() : ends).joined(separator: ">")
      }.sorted()
    }
    #expect(arrows(needs, false) == arrows(spreads, true))
    #expect(needs.legend.first?.text == "A ▶ B: A hangt af van B")
    #expect(spreads.legend.first?.text == "A ▶ B: uitval van A raakt B")
    #expect(spreads.isTurned && !needs.isTurned)
  }

  @Test func whatIsPointedOutHasAStarAndStaysApart() throws {
    let diagram = try overview { scope, compiled in
      scope.highlight = Set(["edge"].compactMap(compiled.vertex(of:)))
      scope.collapse = .layer
    }
    let edge = try #require(diagram.shapes.first { $0.members == ["edge"] })
    #expect(edge.isHighlighted && edge.glyph?.hasPrefix("★") == true)
    #expect(diagram.legend.contains { $0.text == "★ uitgelicht" })
    #expect(DiagramWords(.dutch).state(of: edge).contains("uitgelicht"))
  }

  @Test func whatIsNotInThePictureIsSaid() throws {
    let compiled = try TestModel(Self.parts, extra: Self.parties).compiled
    let failed = try compiled.seeds(["edge"])
    var view = BlastView(
      BlastRadius(.init(failed), in: compiled), in: compiled, language: .english, toolVersion: "1")
    view.scope.focus = compiled.vertex(of: "power")
    view.scope.highlight = Set(["power"].compactMap(compiled.vertex(of:)))
    let notes = view.diagram.notes
    #expect(notes.contains("‘Stroom’ is not in this picture; the whole is drawn."))
    #expect(notes.contains("1 component to point out is not in this picture."))
  }

  @Test func aBlastRadiusReadBackwards() throws {
    let compiled = try TestModel(Self.parts, extra: Self.parties).compiled
    var view = BlastView(
      BlastRadius(.init(try compiled.seeds(["edge"])), in: compiled), in: compiled,
      language: .english, toolVersion: "1")
    view.scope.sense = .needs
    let diagram = view.diagram
    let line = try #require(diagram.lines.first { diagram.shapes[$0.to].name == "Rand" })
    #expect(diagram.shapes[line.from].name == "Winkel")
    #expect(diagram.legend.contains { $0.text == "goes down through" })
  }

  @Test func aSiteIsWhatIsSharedOrTheOneThatIsNeeded() throws {
    let diagram = try overview(
      """
        - {id: hall, name: Hal, kind: site}
        - {id: x, name: X, kind: network-element, shares: {site: hall}}
        - {id: y, name: Y, kind: network-element, requires: [hall]}
        - {id: z, name: Z, kind: network-element}
      """
    ) { scope, _ in scope.collapse = .site }
    #expect(
      diagram.shapes.contains {
        $0.members == ["x", "y"] && $0.title == ["Hal: 2 netwerkonderdelen"]
      })
  }

  @Test(arguments: 0..<60)
  func nothingIsLostAndNothingStandsTwice(seed: Int) throws {
    // Some random models could never work, and are refused.
    guard let compiled = try? CompiledModel(RandomModel.make(seed: seed)) else { return }
    let whole = OverviewView(of: compiled, options: .init(language: .english, toolVersion: "1"))
    let all = members(whole.diagram)
    var random = SeededGenerator(seed: seed)
    for grouping in ViewScope.Grouping.allCases {
      var options = OverviewView.Options(language: .english, toolVersion: "1")
      options.scope.collapse = grouping
      let folded = OverviewView(of: compiled, options: options).diagram
      #expect(members(folded) == all, "seed \(seed), \(grouping)")
    }
    var options = OverviewView.Options(language: .english, toolVersion: "1")
    let kept = Set(compiled.componentVertices.filter { _ in Bool.random(using: &random) })
    options.scope.only = kept
    let ids = Set(kept.map(compiled.table.id(of:)))
    let drawn = members(OverviewView(of: compiled, options: options).diagram)
    #expect(Set(drawn).isSubset(of: ids) && Set(drawn) == ids.intersection(all), "seed \(seed)")
  }
}
