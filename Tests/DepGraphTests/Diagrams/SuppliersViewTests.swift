import Testing

@testable import DepGraph

@Suite struct SuppliersViewTests {
  static let extra = """
    as-of: 2026-06-01
    parties:
      - {id: maker, name: Maker, role: supplier, substitution: hard}
      - {id: north, name: Carrier North, role: supplier, subcontractors: [digger]}
      - {id: digger, name: Digger, role: supplier}
      - {id: secret, name: Secret, role: supplier, products: unknown}
      - {id: bank, name: Bank}
    contracts:
      - {id: sla-north, name: SLA North, provider: north, customer: bank, covers: [line-1], valid: {until: 2027-05-31}}
      - {id: sla-secret, name: SLA Secret, provider: secret, customer: bank, covers: unknown, valid: {until: 2027-06-02}}
      - {id: frame, name: Frame, provider: north, customer: bank}
      - {id: ola, name: OLA, provider: bank, customer: bank, covers: [core]}

    """

  static let components = """
      - {id: line-1, name: Line 1, requires: []}
      - {id: line-2, name: Line 2, requires: []}
      - {id: router-1, name: Router 1, kind: network-element, product-of: maker, shares: {software: os}}
      - {id: router-2, name: Router 2, kind: network-element, product-of: maker}
      - {id: spare, name: Spare, kind: network-element, product-of: maker}
      - {id: core, name: Core, requires: [{any: [router-1, router-2]}]}
      - {id: pay, name: Payments, kind: process, owner: bank, rto: 4h, requires: [core]}
      - {id: mail, name: Mail, kind: process, owner: bank, rto: 8h, requires: [router-1, {any: [line-1, line-2]}]}
      - {id: guess, name: Guess, kind: process, owner: bank, rto: 8h, requires: [{ref: router-1, basis: assumed}]}
      - {id: rock, name: Rock, kind: process, owner: bank, rto: 8h, requires: []}
    """

  private func diagram(
    _ components: String = components, extra: String = extra, _ language: Language = .english
  ) throws -> Diagram {
    let compiled = try TestModel(components, extra: extra).compiled
    return SuppliersView(
      SupplierConcentration(in: compiled), in: compiled, language: language, toolVersion: "1"
    ).diagram
  }

  private func shape(_ id: String, in diagram: Diagram) throws -> Int {
    try #require(diagram.shapes.firstIndex { $0.members.contains(id) }, "\(id) is not drawn")
  }

  private func role(_ from: String, _ to: String, in diagram: Diagram) throws -> LineRole? {
    let (from, to) = (try shape(from, in: diagram), try shape(to, in: diagram))
    return diagram.lines.first { $0.from == from && $0.to == to }?.role
  }

  @Test func linesSayWhatStandsIn() throws {
    let diagram = try diagram()
    #expect(try role("supplier:maker", "router-1", in: diagram) == .provides)
    #expect(try role("router-1", "mail", in: diagram) == .irreplaceable)
    #expect(try role("router-1", "guess", in: diagram) == .mayLack)
    #expect(try role("router-1", "pay", in: diagram) == .sameSource)
    #expect(try role("supplier:north", "contract:sla-north", in: diagram) == .provides)
    #expect(try role("contract:sla-north", "line-1", in: diagram) == .provides)
    #expect(try role("line-1", "mail", in: diagram) == .replaceable)
    #expect(try role("supplier:digger", "supplier:north", in: diagram) == .subcontracts)
  }

  @Test func barsCountWhatIsKnown() throws {
    let diagram = try diagram()
    let maker = diagram.shapes[try shape("supplier:maker", in: diagram)]
    #expect(maker.bar == Diagram.Bar(heavy: 2, light: 1, total: 4, isOpen: false))
    #expect(maker.facts == ["3 of 4 · 75%", "2 of them certain", "changing takes much"])
    let secret = diagram.shapes[try shape("supplier:secret", in: diagram)]
    #expect(secret.bar == Diagram.Bar(heavy: 0, light: 0, total: 4, isOpen: true))
    #expect(secret.facts == ["not known what it delivers"])
    let length = BarLabel.length(in: diagram)
    let label = BarLabel(maker, try #require(maker.bar), length: length).text
    #expect(label.contains("WIDTH=\"\(length / 2)\""), "half of all falls with one thing")
    let text = DOTWriter(diagram).text
    #expect(text.contains("WIDTH=\"\(length)\""), "of one supplier nothing is known")
  }

  @Test func contractsThatEndSoonAndThoseThatCoverWhoKnowsWhat() throws {
    let diagram = try diagram()
    let north = diagram.shapes[try shape("contract:sla-north", in: diagram)]
    #expect(north.role == .ending && north.glyph == "▲" && north.outline == .note)
    #expect(north.facts == ["until 31 May 2027"])
    let secret = diagram.shapes[try shape("contract:sla-secret", in: diagram)]
    #expect(secret.role == .opaque)
    #expect(secret.facts == ["until 2 Jun 2027", "coverage not known"])
    #expect(
      diagram.precedences.count { $0.first == (try? shape("contract:sla-secret", in: diagram)) }
        == 1)
  }

  @Test func whatIsNotDrawnIsSaid() throws {
    let diagram = try diagram()
    for text in [
      "the own organisation as a supplier (Bank)", "1 contract that names no component drawn",
      "1 component on which no critical user rests", "1 consumer or process of which",
    ] {
      #expect(diagram.notes.contains { $0.contains(text) }, "\(text): \(diagram.notes)")
    }
  }

  @Test func theHeadlineIsTheConclusion() throws {
    #expect(
      try diagram().headline
        == "Maker reaches 2 for certain, possibly 3 of the 4 critical processes; what Secret delivers is not known"
    )
    let all = try diagram(
      """
        - {id: r, product-of: maker, requires: []}
        - {id: a, kind: process, rto: 1h, requires: [r]}
        - {id: b, kind: process, rto: 1h, requires: [r]}
      """, extra: "parties: [{id: maker, name: Maker}]\n", .dutch)
    #expect(all.headline == "Eén leverancier raakt alle twee kritieke processen: Maker")
  }

  @Test(arguments: Language.allCases) func emptyModelsArePages(language: Language) throws {
    let compiled = try CompiledModel(Model())
    let none = SuppliersView(
      SupplierConcentration(in: compiled), in: compiled, language: language, toolVersion: "1"
    ).diagram
    #expect(none.shapes.isEmpty && !none.headline.isEmpty)
    let lone = try diagram(
      "  - {id: a, kind: consumer, requires: []}",
      extra: "parties: [{id: s, role: supplier, products: unknown}]\n", language)
    #expect(lone.shapes.map(\.members) == [["supplier:s"]])
  }

  @Test func manyAreFoldedToAReadableSize() throws {
    var parties = ""
    var contracts = ""
    var components = ""
    for number in 1...30 {
      parties += "  - {id: s\(number), role: supplier}\n"
      for part in 1...4 {
        contracts +=
          "  - {id: k\(number)-\(part), provider: s\(number), covers: [x\(number)-\(part)]}\n"
        components += "  - {id: x\(number)-\(part), requires: []}\n"
      }
      let needs = (1...4).map { "x\(number)-\($0)" }.joined(separator: ", ")
      components += "  - {id: u\(number), kind: process, rto: 1h, requires: [\(needs)]}\n"
    }
    let diagram = try diagram(
      components, extra: "parties:\n\(parties)contracts:\n\(contracts)")
    #expect(diagram.shapes.count <= 40, "\(diagram.shapes.count)")
    #expect(diagram.notes.contains { $0.contains("20 other suppliers") })
    #expect(diagram.notes.contains { $0.contains("contracts of one supplier drawn together") })
  }

  @Test(arguments: DOTTextTests.hostile) func hostileNamesStayText(text: String) throws {
    var model = Model()
    var party = Party(id: "s")
    party.name = LocalizedText(text, in: .english)
    party.roles = ["supplier"]
    model.parties = [party]
    var contract = Contract(id: "k")
    contract.name = LocalizedText(text, in: .english)
    contract.provider = "s"
    contract.covers = .selectors(["x"])
    model.contracts = [contract]
    var part = Component(id: "x")
    part.statesRequires = true
    part.name = LocalizedText(text, in: .english)
    var user = Component(id: "u")
    user.kind = .process
    user.statesRequires = true
    user.requires = .reference(Reference("x", evidence: Evidence(.internal)))
    model.components = [part, user]
    let compiled = try CompiledModel(model)
    let diagram = SuppliersView(
      SupplierConcentration(in: compiled), in: compiled, language: .english, toolVersion: "1"
    ).diagram
    let print = try DiagramPrinter(RendererUnderTest.isolated).print(diagram, as: .svg)
    #expect(!print.bytes.isEmpty && print.failures.isEmpty)
  }
}
