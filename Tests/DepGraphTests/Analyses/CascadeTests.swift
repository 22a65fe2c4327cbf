import DepGraph
import Testing

/// Sectors in the order in which a failure crosses into them.
@Suite struct CascadeTests {
  private static let components = """
      - {id: grid, kind: platform, sector: energy, requires: []}
      - {id: hall, kind: site}
      - {id: plant, kind: process, sector: energy, owner: o1, requires: [grid]}
      - {id: net, kind: platform, sector: ict-telecom, requires: [{ref: grid, holdup: 4h}]}
      - {id: call, kind: consumer, sector: ict-telecom, owner: o1, requires: [net]}
      - {id: cable, kind: facility, requires: [net]}
      - {id: bank, kind: process, sector: banking, owner: o2, requires: [cable]}
      - {id: clinic, kind: process, sector: health, owner: o3, requires: [bank, {ref: pump, basis: assumed, note: x}]}
      - {id: pump, kind: platform, requires: [grid]}
      - {id: tram, kind: process, sector: transport-public, owner: o4, requires: [], degrades-without: [grid]}
      - {id: mill, kind: process, sector: food, owner: o5, requires: unknown}
      - {id: stray, kind: consumer, owner: o6, requires: [grid]}
    """
  private static let extra =
    "parties: [{id: o1}, {id: o2}, {id: o3}, {id: o4}, {id: o5}, {id: o6}]\n"

  private let model: CompiledModel

  init() throws { model = try TestModel(Self.components, extra: Self.extra).compiled }

  private func cascade(
    _ seeds: [String], after: TimeSpan? = nil, degraded: Bool = false
  ) throws -> Cascade {
    Cascade(of: try model.seeds(seeds), in: model, after: after, countsDegraded: degraded)
  }

  private func ids(_ vertices: [VertexID]) -> [String] { vertices.map(model.table.id(of:)) }

  @Test func theOrderIsTheNumberOfBordersOnTheWay() throws {
    let cascade = try cascade(["grid"])
    #expect(cascade.ownSectors == ["energy"])
    #expect(cascade.sectors.map(\.id) == ["energy", "ict-telecom", "banking", "health"])
    // The pump has no sector: over it the clinic would be reached directly, but that is assumed. For
    // certain it is reached over telecom and the bank.
    #expect(cascade.sectors.map(\.order) == [0, 1, 2, 3])
    #expect(cascade.depth == 3)
    #expect(ids(cascade.sectors[3].way) == ["grid", "net", "cable", "bank", "clinic"])
    let moments: [Double] = [0, 14_400, 14_400, 14_400]
    #expect(cascade.sectors.map(\.after) == moments)
    #expect(cascade.sectors[0].organisations == ["o1"])
    #expect(ids(cascade.withoutSector) == ["stray"])
    #expect(cascade.cannotTell == ["food"])
  }

  @Test func whatHasNoSectorIsNoBorder() throws {
    var text = Self.components
    text = text.replacing(", basis: assumed, note: x", with: "")
    let model = try TestModel(text, extra: Self.extra).compiled
    let cascade = Cascade(of: try model.seeds(["grid"]), in: model)
    let health = try #require(cascade.sectors.first { $0.id == "health" })
    #expect(health.order == 1)
    #expect(health.way.map(model.table.id(of:)) == ["grid", "pump", "clinic"])
    #expect(health.after == 0)
  }

  @Test func theMomentCounts() throws {
    let early = try cascade(["grid"], after: .hours(3))
    #expect(early.sectors.map(\.id) == ["energy", "health"])
    #expect(early.sectors.map(\.verdict) == [.certain, .possible])
    #expect(early.others.map(\.order) == [1])
  }

  @Test func degradedIsReachedWhereAskedFor() throws {
    #expect(try !cascade(["grid"]).sectors.contains { $0.id == "transport-public" })
    let wide = try cascade(["grid"], degraded: true)
    #expect(wide.sectors.first { $0.id == "transport-public" }?.order == 1)
  }

  @Test func aSubjectWithoutASectorCrossesABorderAtOnce() throws {
    let cascade = try cascade(["cable"])
    #expect(cascade.ownSectors.isEmpty)
    #expect(cascade.others.map(\.id) == ["banking", "health"])
    #expect(cascade.others.map(\.order) == [1, 2])
  }

  @Test func nothingFallsNothingIsReached() throws {
    let cascade = try cascade(["hall"])
    #expect(cascade.sectors.isEmpty && cascade.depth == 0)
  }

  /// Against all simple ways in small random models.
  @Test func ordersAreTheLeastOverAllWays() throws {
    var reached = 0
    for seed in 0..<300 {
      var model = RandomModel.make(seed: seed, isKnown: true)
      var random = SeededGenerator(seed: seed ^ 0x0DE4)
      let sectors = ["energy", "health", "food", "banking"]
      for index in model.components.indices where random.chance(0.6) {
        model.components[index].sector = sectors[Int.random(in: 0...3, using: &random)]
      }
      guard let compiled = try? CompiledModel(model) else { continue }
      let seeds = compiled.componentVertices.filter { _ in random.chance(0.15) }
      let blast = BlastRadius(.init(Seeds(seeds)), in: compiled)
      let cascade = Cascade(of: Seeds(seeds), in: compiled)
      let fallen = Set(blast.failed + blast.down.map(\.vertex))
      let naive = NaiveOrders(compiled, seeds, fallen)
      for sector in cascade.others {
        let expected = sector.users.compactMap { naive.least[$0] }.min()
        #expect(sector.order == expected, "seed \(seed), \(sector.id)")
        reached += 1
      }
    }
    #expect(reached > 30)
  }
}

/// The least number of borders to each element that falls, over every way without a repetition.
private struct NaiveOrders {
  private(set) var least: [VertexID: Int] = [:]
  private let compiled: CompiledModel
  private let fallen: Set<VertexID>
  private let own: Set<String>

  init(_ compiled: CompiledModel, _ seeds: [VertexID], _ fallen: Set<VertexID>) {
    self.compiled = compiled
    self.fallen = fallen
    own = Set(seeds.compactMap { compiled.component($0)?.sector })
    for seed in seeds { walk(seed, compiled.component(seed)?.sector, 0, [seed]) }
  }

  private mutating func walk(
    _ vertex: VertexID, _ sector: String?, _ order: Int, _ visited: Set<VertexID>
  ) {
    least[vertex] = min(least[vertex] ?? .max, order)
    let soft = Set(
      compiled.dependencies.on(vertex).filter { $0.strength == .soft }.map(\.dependent))
    let hard = Set(
      compiled.dependencies.on(vertex).filter { $0.strength != .soft }.map(\.dependent))
    for user in compiled.dependencies.users(of: vertex)
    where fallen.contains(user) && !visited.contains(user) {
      if soft.contains(user), !hard.contains(user) { continue }
      let next = compiled.component(user)?.sector
      let crosses = next.map { $0 != sector && !own.contains($0) } ?? false
      walk(user, next ?? sector, order + (crosses ? 1 : 0), visited.union([user]))
    }
  }
}
