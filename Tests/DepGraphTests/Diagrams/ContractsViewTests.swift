import Testing

@testable import DepGraph

@Suite struct ContractsViewTests {
  static let extra = """
    as-of: 2026-06-01
    parties:
      - {id: ministry, name: Ministry}
      - {id: agency, name: Agency}
      - {id: maker, name: Maker, role: supplier}
    contracts:
      - {id: frame, name: Frame, kind: framework, provider: maker, customer: ministry, valid: {until: 2031-12-31}}
      - {id: nok, name: Call-off, kind: nok, under: frame, provider: maker, customer: agency, valid: {until: 2030-12-31}}
      - {id: dap, name: Procedures, kind: dap, under: nok, provider: maker, customer: agency}
      - id: sla
        name: SLA routers
        kind: sla
        under: nok
        provider: maker
        customer: agency
        covers: [router]
        targets: [{priority: 1, restore-within: 4h, nature: guaranteed}]
        service-window: {days: mon-fri, from: "08:00", to: "17:00", zone: Europe/Amsterdam}
        valid: {until: 2029-12-31}
      - id: ola
        name: OLA core
        kind: ola
        provider: agency
        customer: ministry
        covers: [core]
        targets: [{priority: 1, restore-within: 4h, nature: aim}]
        backed-by: [sla]
        valid: {until: 2026-12-31}

    """

  static let components = """
      - {id: router, name: Router, kind: network-element, requires: []}
      - {id: core, name: Core, requires: [router]}
      - {id: server, name: Server, requires: []}
      - {id: pay, name: Payments, kind: process, rto: 6h, requires: [core]}
      - {id: mail, name: Mail, kind: process, rto: 8h, requires: [server]}
      - {id: guess, name: Guess, kind: consumer, requires: [core]}
    """

  private func diagram(
    of subject: String? = nil, _ language: Language = .english, components: String = components,
    extra: String = extra
  ) throws -> Diagram {
    let compiled = try TestModel(components, extra: extra).compiled
    let drawn: ContractsView.Subject =
      subject.map { id in
        compiled.vertex(of: id).map { .user($0) } ?? .contract(id)
      } ?? .worst
    return ContractsView(
      of: drawn, ContractReview(in: compiled), in: compiled, language: language, toolVersion: "1"
    ).diagram
  }

  private func shape(_ id: String, in diagram: Diagram) throws -> Diagram.Shape {
    try #require(diagram.shapes.first { $0.members.contains(id) }, "\(id) is not drawn")
  }

  private func role(_ from: String, _ to: String, in diagram: Diagram) throws -> LineRole? {
    let place = { (id: String) in
      try #require(diagram.shapes.firstIndex { $0.members.contains(id) }, "\(id) is not drawn")
    }
    let (from, to) = (try place(from), try place(to))
    return diagram.lines.first { $0.from == from && $0.to == to }?.role
  }

  @Test func theGapStandsInWords() throws {
    let diagram = try diagram()
    let router = try shape("router", in: diagram)
    #expect(router.role == .late && router.glyph == "■")
    #expect(router.facts == ["67 h against 6 h", "61 h too late"])
    #expect(try role("pay", "router", in: diagram) == .needs)
    #expect(try role("router", "contract:sla", in: diagram) == .fallsShort)
    #expect(try shape("core", in: diagram).facts == ["4 h against 6 h"])
    #expect(try shape("pay", in: diagram).facts == ["RTO 6 h"])
    #expect(diagram.headline.hasPrefix("SLA routers restores after 67 h; Payments bears 6 h"))
  }

  @Test func theChainLeadsDownToTheSupplier() throws {
    let diagram = try diagram()
    #expect(try role("core", "contract:ola", in: diagram) == .covers)
    #expect(try role("contract:ola", "contract:sla", in: diagram) == .fallsShort)
    #expect(try role("contract:sla", "contract:nok", in: diagram) == .standsUnder)
    #expect(try role("contract:nok", "party:maker", in: diagram) == .supplied)
    #expect(try role("contract:ola", "party:agency", in: diagram) == .supplied)
    let sla = try shape("contract:sla", in: diagram)
    #expect(sla.facts.first == "restore 4 h in service hours")
    #expect(sla.facts.last?.hasPrefix("67 h against 4 h promised") == true)
    #expect(sla.role == .late && sla.outline == .note)
    let nok = try shape("contract:nok", in: diagram)
    #expect(nok.facts.contains("under Frame") && nok.facts.contains("with DAP"))
    #expect(try shape("contract:ola", in: diagram).role == .ending)
  }

  @Test func whatNoContractCoversIsShownAsSuch() throws {
    let diagram = try diagram()
    let server = try shape("server", in: diagram)
    #expect(server.role == .unpromised)
    #expect(server.facts == ["no contract", "may take 8 h"])
    #expect(diagram.headline.hasSuffix("; for 1 component nothing is agreed"))
  }

  @Test func oneUserAndOneContract() throws {
    let mail = try diagram(of: "mail")
    #expect(mail.shapes.map(\.name).sorted() == ["Mail", "Server"])
    let guess = try diagram(of: "guess", .dutch)
    #expect(try shape("router", in: guess).facts == ["niet te zeggen: geen RTO"])
    #expect(guess.headline.hasPrefix("Of de afspraken op tijd zijn, is niet te zeggen"))
    let sla = try diagram(of: "sla")
    #expect(try shape("router", in: sla).role == .late)
    #expect(try shape("core", in: sla).role == .inTime, "its agreement rests on this one")
    #expect(!sla.shapes.contains { $0.members.contains("server") })
    let frame = try diagram(of: "frame")
    #expect(frame.shapes.contains { $0.members.contains("party:maker") })
  }

  @Test func manyAreFoldedAndCounted() throws {
    var components = ""
    var contracts = "contracts:\n"
    for number in 1...40 {
      components += "  - {id: x\(number), requires: []}\n"
      components +=
        "  - {id: u\(number), kind: process, rto: \(number)h, requires: [x\(number)]}\n"
      contracts +=
        "  - {id: k\(number), covers: [x\(number)], provider: p, targets: [{restore-within: 20h}]}\n"
    }
    let diagram = try diagram(components: components, extra: "parties: [{id: p}]\n" + contracts)
    #expect(diagram.shapes.count <= 40)
    #expect(
      diagram.notes.contains { $0.contains("32 components more (11 too late, 21 in time)") },
      "\(diagram.notes)")
    #expect(try shape("x1", in: diagram).facts == ["20 h against 1 h", "19 h too late"])
  }

  @Test(arguments: Language.allCases) func emptyModelsArePages(language: Language) throws {
    let compiled = try CompiledModel(Model())
    let none = ContractsView(
      ContractReview(in: compiled), in: compiled, language: language, toolVersion: "1"
    ).diagram
    #expect(none.shapes.isEmpty && !none.headline.isEmpty)
  }

  @Test(arguments: DOTTextTests.hostile) func hostileNamesStayText(text: String) throws {
    var model = Model()
    var contract = Contract(id: "k")
    contract.name = LocalizedText(text, in: .english)
    contract.provider = "s"
    contract.covers = .selectors(["x"])
    var party = Party(id: "s")
    party.name = LocalizedText(text, in: .english)
    model.parties = [party]
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
    let diagram = ContractsView(
      ContractReview(in: compiled), in: compiled, language: .english, toolVersion: "1"
    ).diagram
    let print = try DiagramPrinter(RendererUnderTest.isolated).print(diagram, as: .svg)
    #expect(!print.bytes.isEmpty && print.failures.isEmpty)
  }
}
