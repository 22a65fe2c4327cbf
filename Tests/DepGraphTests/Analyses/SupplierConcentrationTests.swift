import DepGraph
import Testing

/// Supplier concentration by hand: small models, and the shipped ones.
@Suite struct SupplierConcentrationTests {
  private static let parties = """
    as-of: 2026-06-01
    parties:
      - {id: maker, role: supplier}
      - {id: carrier, role: supplier, subcontractors: [digger]}
      - {id: rival, role: supplier, subcontractors: [digger]}
      - {id: digger, role: supplier}
      - {id: bank}
    contracts:
      - {id: k-carrier, provider: carrier, customer: bank, covers: [line-1], valid: {until: 2026-12-31}}
      - {id: k-rival, provider: rival, customer: bank, covers: [line-2]}

    """

  private static let components = """
      - {id: line-1, kind: link, ends: [a, b], requires: []}
      - {id: line-2, kind: link, ends: [a, b], requires: []}
      - {id: a, kind: site}
      - {id: b, kind: site}
      - {id: router-1, kind: network-element, product-of: maker}
      - {id: router-2, kind: network-element, product-of: maker}
      - {id: core, kind: platform, requires: [{any: [router-1, router-2]}]}
      - {id: pay, kind: process, owner: bank, rto: 4h, requires: [core, {path: {from: a, to: [b]}}]}
      - {id: mail, kind: process, owner: bank, rto: 8h, requires: [router-1]}
      - {id: lunch, kind: consumer, owner: bank, requires: [router-1]}
    """

  private func concentration(
    _ model: TestModel, on day: CalendarDate? = nil
  ) -> [String: Supplier] {
    let answer = SupplierConcentration(in: model.compiled, on: day)
    return Dictionary(uniqueKeysWithValues: answer.suppliers.map { ($0.party, $0) })
  }

  private func ids(_ vertices: [VertexID], _ model: TestModel) -> [String] {
    vertices.map(model.compiled.table.id)
  }

  @Test func aMakerReachesMoreTogetherThanByOneThing() throws {
    let model = try TestModel(Self.components, extra: Self.parties)
    let maker = try #require(concentration(model)["maker"])
    #expect(maker.tier == 1)
    #expect(ids(maker.reach, model) == ["mail", "pay"])
    #expect(ids(maker.spofFor, model) == ["mail"])
    #expect(maker.dependants.map(\.replacement) == [.none, .sameSupplier])
    #expect(maker.bound == .exact)
    #expect(maker.substitution == nil)
  }

  @Test func critical() throws {
    let model = try TestModel(Self.components, extra: Self.parties)
    let users = model.compiled.criticalUsers
    #expect(ids(users.vertices, model) == ["mail", "pay"])
    #expect(users.isDeclared)
    let plain = try TestModel("  - {id: lunch, kind: consumer, requires: []}")
    #expect(ids(plain.compiled.criticalUsers.vertices, plain) == ["lunch"])
    #expect(!plain.compiled.criticalUsers.isDeclared)
  }

  @Test func aRivalStandsInUntilTheContractEnds() throws {
    let model = try TestModel(Self.components, extra: Self.parties)
    let today = concentration(model)
    #expect(today["carrier"]?.dependants.map(\.replacement) == [.otherSupplier])
    #expect(today["carrier"]?.contracts == ["k-carrier"])
    let later = concentration(model, on: CalendarDate(year: 2027, month: 1, day: 1))
    #expect(later["carrier"]?.contracts == [])
    #expect(later["carrier"]?.tier == nil)
    #expect(later["carrier"]?.deliversSomethingKnown == false)
  }

  @Test func twoCarriersWithOneDigger() throws {
    let model = try TestModel(Self.components, extra: Self.parties)
    let digger = try #require(concentration(model)["digger"])
    #expect(digger.tier == 2)
    #expect(digger.chains == [["carrier"], ["rival"]])
    #expect(ids(digger.reach, model) == ["pay"])
    #expect(digger.certainReach.isEmpty)
    #expect(digger.bound == .atMost)
    let findings = SameSupplierRedundancy.all(in: model.compiled)
    #expect(findings.map(\.supplier) == ["maker", "digger"])
    #expect(findings.map(\.ground) == [.products, .subcontracting])
    #expect(findings.map(\.isAlsoFalseRedundancy) == [false, false])
    #expect(findings.last?.kind == .ways(network: "default"))
    #expect(findings.last?.contractors == ["carrier", "rival"])
  }

  @Test func aSubcontractWithItsCoverageIsAllThatItDoes() throws {
    let model = try TestModel(
      Self.components,
      extra: Self.parties + "  - {id: uc, provider: digger, customer: carrier, covers: [line-1]}\n")
    let digger = try #require(concentration(model)["digger"])
    #expect(digger.tier == 2)
    #expect(ids(digger.covered, model) == ["line-1"])
    #expect(ids(digger.throughContractors, model) == ["line-2"])
    #expect(digger.gaps == [.work(contractor: "rival")])
  }

  @Test func ringsOfSubcontractorsEnd() throws {
    let model = try TestModel(
      "  - {id: x, kind: platform, requires: [], product-of: one}",
      extra: """
        parties:
          - {id: one, subcontractors: [two]}
          - {id: two, subcontractors: [three]}
          - {id: three, subcontractors: [two, one]}

        """)
    let suppliers = concentration(model)
    #expect(suppliers["one"]?.tier == 1)
    #expect(suppliers["two"]?.tier == 2)
    #expect(suppliers["three"]?.tier == 3)
    #expect(suppliers["three"]?.chains == [["one", "two"]])
    #expect(suppliers["two"]?.chains == [["one"]])
  }

  // MARK: - Shipped models

  /// By `blast` of the elements by hand, see the model's README.
  @Test func voorbeeld() throws {
    let shipped = try ShippedModel("voorbeeld")
    let answer = SupplierConcentration(in: shipped.compiled)
    let id = shipped.compiled.table.id(of:)
    let suppliers = Dictionary(uniqueKeysWithValues: answer.suppliers.map { ($0.party, $0) })
    #expect(answer.users.vertices.count == 13)
    #expect(answer.users.isDeclared)
    let core = [
      "acute-zorg", "burgerportaal", "crisisberaad", "grenscontrole", "kantoor", "meldkamer-noord",
    ]
    #expect(suppliers["leverancier-a"]?.reach.map(id) == core)
    #expect(suppliers["leverancier-a"]?.spofFor.map(id) == core)
    let north = ["grenscontrole", "luchthavenafhandeling", "meldkamer-noord"]
    #expect(suppliers["leverancier-b"]?.reach.map(id) == north)
    #expect(suppliers["noorderlicht"]?.reach.map(id) == north)
    #expect(suppliers["noorderlicht"]?.bound == .atLeast)
    #expect(suppliers["noorderlicht"]?.cannotTell.count == 10)
    #expect(suppliers["zuiderlicht"]?.reach.map(id) == ["gemeenteloket", "meldkamer-zuid"])
    // Two of four fibres together cut the ring; no fibre does alone.
    #expect(suppliers["lasbedrijf-l"]?.reach.map(id) == north)
    #expect(suppliers["lasbedrijf-l"]?.spofFor == [])
    #expect(suppliers["lasbedrijf-l"]?.tier == 2)
    #expect(suppliers["lasbedrijf-l"]?.chains == [["noorderlicht"]])
    #expect(suppliers["stroomnet-s"]?.tier == 2)
    #expect(suppliers["rekenbedrijf"]?.isOwnOrganisation == true)
    #expect(answer.suppliers.first?.party == "huisvester-h")
    for kind in ["supplier", "contract"] {
      let name = kind == "supplier" ? "leverancier-b" : "sla-ring-zuid"
      let blast = try shipped.blast(["\(kind):\(name)"])
      let users = blast.down.map(\.vertex).filter(answer.users.vertices.contains)
      let reach = suppliers[kind == "supplier" ? name : "zuiderlicht"]?.reach ?? []
      #expect(Set(users).isSubset(of: reach))
    }
  }

  @Test func whatNafinsSuppliersDeliverIsNotPublic() throws {
    let shipped = try ShippedModel("nafin")
    let answer = SupplierConcentration(in: shipped.compiled)
    let suppliers = Dictionary(uniqueKeysWithValues: answer.suppliers.map { ($0.party, $0) })
    #expect(!answer.users.isDeclared)
    for name in ["nokia", "cisco"] {
      let supplier = try #require(suppliers[name])
      #expect(!supplier.deliversSomethingKnown)
      #expect(supplier.gaps == [.products, .coverage(contract: "agreement-\(name)")])
      #expect(supplier.cannotTell == answer.users.vertices)
      #expect(supplier.substitution == nil)
    }
    let kpn = try #require(suppliers["kpn"])
    #expect(kpn.products.map(shipped.compiled.table.id) == ["nafin-fibre"])
    #expect(kpn.bound == .atLeast)
    #expect(kpn.reach == kpn.spofFor)
    #expect(kpn.reach.count == 17 && kpn.certainReach.count == 13)
    #expect(kpn.cannotTell.count == 6)
    #expect(kpn.substitution == Party.Substitution.none)
    #expect(kpn.subcontractors == .incomplete)
    #expect(suppliers["kpn-second-tier"]?.tier == 3)
    #expect(suppliers["kpn-second-tier"]?.certainReach == [])
    #expect(suppliers["defensie"]?.isOwnOrganisation == true)
    let json = answer.json(in: shipped.compiled).jsonText
    #expect(!json.contains("\"share\": 0,"))
  }
}
