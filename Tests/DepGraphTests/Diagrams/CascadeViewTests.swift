import Testing

@testable import DepGraph

@Suite struct CascadeViewTests {
  private func diagram(
    _ shipped: String, _ seeds: [String], _ language: Language = .english, after: TimeSpan? = nil
  ) throws -> Diagram {
    let compiled = try ShippedModel(shipped).compiled
    let cascade = Cascade(of: try compiled.seeds(seeds), in: compiled, after: after)
    return CascadeView(cascade, in: compiled, language: language, toolVersion: "1").diagram
  }

  @Test func theHeadlineCountsOtherSectors() throws {
    let english = try diagram("nafin", ["nafin"])
    #expect(
      english.headline == "If NAFIN fails, it reaches 4 other sectors for certain: all directly")
    let dutch = try diagram("nafin", ["nafin"], .dutch)
    #expect(
      dutch.headline == "Valt NAFIN uit, dan raakt dat zeker 4 andere sectoren: alle rechtstreeks")
    #expect(dutch.sourceLine.contains("«nafin valt uit»"))
    let none = try diagram("voorbeeld", ["marifoon"])
    #expect(none.headline.contains("no other sector is shown to be reached"))
  }

  @Test func bandsFollowTheOrders() throws {
    let diagram = try diagram("nafin", ["nafin"])
    #expect(
      diagram.bands.map(\.title) == [
        "Subject", "Order 0: own sector", "Order 1: directly", "Cannot tell",
      ])
    #expect(diagram.shapes.first?.role == .origin)
    #expect(diagram.lines.count == diagram.shapes.count { $0.role == .down })
    #expect(diagram.shapes.contains { $0.name == "Health" && $0.role == .untold })
  }

  @Test func aSectorBehindAnotherHangsOnIt() throws {
    let model = try TestModel(
      """
        - {id: grid, kind: platform, sector: energy, requires: []}
        - {id: net, kind: process, sector: ict-telecom, requires: [grid]}
        - {id: bank, kind: consumer, sector: banking, requires: [net]}
      """
    ).compiled
    let cascade = Cascade(of: try model.seeds(["grid"]), in: model)
    let diagram = CascadeView(cascade, in: model, language: .english, toolVersion: "1").diagram
    #expect(diagram.headline.hasSuffix(": 1 directly, 1 through others (up to order 2)"))
    #expect(diagram.shapes.map(\.name) == ["grid", "ICT and telecom", "Banking"])
    #expect(diagram.lines.map { [$0.from, $0.to] } == [[0, 1], [1, 2]])
  }

  /// More sectors than a page holds are folded, and the picture says so.
  @Test func manySectorsAreFolded() throws {
    var model = Model()
    model.language = .english
    var root = Component(id: "root")
    root.statesRequires = true
    model.components = [root]
    var sectors: [Sector] = []
    for number in 0..<60 {
      let name = LocalizedText("Sector \(number)", in: .english)
      sectors.append(Sector(id: "s\(number)", name: name, cer: nil, nctv: nil))
      var user = Component(id: "u\(number)")
      user.kind = .consumer
      user.sector = "s\(number)"
      user.statesRequires = true
      user.requires = .reference(Reference("root", evidence: Evidence(.public)))
      model.components.append(user)
    }
    model.sectors = SectorList(sectors)
    let compiled = try CompiledModel(model)
    let cascade = Cascade(of: try compiled.seeds(["root"]), in: compiled)
    let diagram = CascadeView(cascade, in: compiled, language: .english, toolVersion: "1").diagram
    #expect(diagram.shapes.count <= Folding.mostShapes)
    #expect(diagram.shapes.reduce(0) { $0 + $1.members.count } == 61)
    #expect(diagram.notes.contains { $0.contains("sectors drawn as") })
    #expect(diagram.shapes.contains { $0.title.first?.hasSuffix(" sectors") == true })
  }
}
