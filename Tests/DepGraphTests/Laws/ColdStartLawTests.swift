import DepGraph
import Testing

/// Cold start and repair deadlocks are those of the definition, on seeded random models.
@Suite struct ColdStartLawTests {
  static let blocks = 0..<8
  static let blockSize = soaking ? 20_000 : 90

  private struct Case {
    let seed: Int
    let naive: NaiveStart
    let compiled: CompiledModel
    let failed: [String]

    var answer: ColdStart {
      ColdStart(
        in: compiled, failed: Seeds(failed.compactMap(compiled.vertex(of:)), written: failed))
    }

    func ids(_ vertices: [VertexID]) -> [String] { vertices.map(compiled.table.id(of:)) }

    func deadlocks(_ found: [ColdStart.Deadlock]) -> [NaiveStart.Deadlock] {
      found.map { .init(components: ids($0.elements), breakers: ids($0.breakers)) }
    }
  }

  private static func cases(_ block: Int, failing share: Double) -> [Case] {
    (block * blockSize..<(block + 1) * blockSize).compactMap { seed in
      let model = RandomModel.makeWithStarts(seed: seed)
      guard let compiled = try? CompiledModel(model) else { return nil }
      var random = SeededGenerator(seed: seed ^ 0xC01D)
      let failed = compiled.table.ids.filter { _ in random.chance(share) }
      return Case(seed: seed, naive: NaiveStart(model), compiled: compiled, failed: failed)
    }
  }

  @Test(arguments: blocks) func deadlocksAndWavesAreThoseOfTheDefinition(block: Int) {
    var locked = 0
    for item in Self.cases(block, failing: 0.08) {
      let failed = Set(item.failed)
      let answer = item.answer
      let up = item.naive.up(failed: failed)
      let waves = item.naive.waves(from: [], failed: failed)
      let expected = item.naive.deadlocks(failed: failed)
      let note: Comment = "seed \(item.seed), after \(item.failed)"
      #expect(answer.order.map(item.ids) == waves, note)
      #expect(item.deadlocks(answer.deadlocks) == expected, note)
      let started = Set(waves.joined())
      let inDeadlocks = Set(expected.flatMap(\.components))
      let blocked = item.naive.ids.filter {
        up.contains($0) && !started.contains($0) && !inDeadlocks.contains($0)
      }
      #expect(item.ids(answer.blocked) == blocked, note)
      let breakers = Set(expected.flatMap(\.breakers))
      let later = item.naive.waves(from: started.union(breakers), failed: failed)
      #expect(answer.orderAfterBreakers.map(item.ids) == later, note)
      #expect(started.union(breakers).union(later.joined()) == up, "\(note): not all starts")
      let isExact = answer.deadlocks.allSatisfy(\.isExact)
      #expect(isExact, note)
      let down = item.naive.ids.filter { !up.contains($0) && !failed.contains($0) }
      #expect(item.ids(answer.down) == down, note)
      locked += expected.count
    }
    #expect(locked > 20, "the random models hardly have deadlocks")
  }

  @Test(arguments: blocks) func repairDeadlocksAreThoseOfTheDefinition(block: Int) {
    var locked = 0
    for item in Self.cases(block, failing: 0.4) where !item.failed.isEmpty {
      let repair = item.answer.repair
      let failed = Set(item.failed)
      let expected = item.naive.repairDeadlocks(failed: failed)
      let note: Comment = "seed \(item.seed), after \(item.failed)"
      #expect(item.deadlocks(repair.deadlocks) == expected, note)
      let left = item.naive.leftUnrepaired(failed)
      let broken = repair.deadlocks.flatMap { item.ids($0.failed) }
      #expect(Set(item.ids(repair.blocked) + broken) == left, note)
      locked += expected.count
    }
    #expect(locked > 20, "the random models hardly have repair deadlocks")
  }

  /// Without seeds all that has `repair-needs` fails: no more would be left if everything failed.
  @Test func withoutSeedsEverythingWaitsForItsRepair() {
    for item in Self.cases(0, failing: 0) where !item.compiled.model.components.isEmpty {
      let repair = item.answer.repair
      let left = item.naive.leftUnrepaired(Set(item.naive.ids))
      let found = repair.deadlocks.flatMap { item.ids($0.failed) } + item.ids(repair.blocked)
      #expect(Set(found) == left, "seed \(item.seed)")
    }
  }

  /// Starting more by itself never makes less start.
  @Test func withoutStartersEverythingThatStartedStillStarts() throws {
    for item in Self.cases(1, failing: 0) {
      var model = item.compiled.model
      for index in model.components.indices { model.components[index].startsWith = .nothing }
      let free = ColdStart(in: try CompiledModel(model))
      #expect(
        Set(free.order.joined()).isSuperset(of: item.answer.order.joined()), "seed \(item.seed)")
    }
  }
}
