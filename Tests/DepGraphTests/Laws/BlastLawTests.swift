import DepGraph
import Testing

/// What every blast radius keeps to, whatever the model.
@Suite struct BlastLawTests {
  @Test func everyComponentStandsInExactlyOneList() throws {
    for seed in 0..<400 {
      guard let (compiled, seeds) = Self.question(seed) else { continue }
      let blast = BlastRadius(BlastRadius.Question(Seeds(seeds)), in: compiled)
      let lists = [
        blast.down.map(\.vertex), blast.degraded.map(\.vertex),
        blast.reducedRedundancy.map(\.vertex), blast.cannotTell.map(\.vertex), blast.notAffected,
      ]
      let all = (lists.flatMap(\.self) + seeds.filter { compiled.component($0) != nil }).sorted()
      #expect(all == compiled.componentVertices, "seed \(seed)")
    }
  }

  @Test func gradesAndVerdictsFollowTheDefinition() throws {
    for seed in 0..<400 {
      guard let (compiled, seeds) = Self.question(seed) else { continue }
      let failed = Set(seeds.map(compiled.table.id(of:)))
      let worst = NaiveLevels(compiled.model, .possible, failed: failed)
      let best = NaiveLevels(compiled.model, .certain, failed: failed)
      let blast = BlastRadius(BlastRadius.Question(Seeds(seeds)), in: compiled)
      let down = Set(blast.down.map(\.vertex))
      let degraded = Set(blast.degraded.map(\.vertex))
      for vertex in compiled.componentVertices where !seeds.contains(vertex) {
        let id = compiled.table.id(of: vertex)
        #expect(down.contains(vertex) == (worst.level[id] == 0), "seed \(seed), \(id)")
        #expect(degraded.contains(vertex) == (worst.level[id] == 1), "seed \(seed), \(id)")
      }
      for hit in blast.down {
        let id = compiled.table.id(of: hit.vertex)
        #expect((hit.verdict == .certain) == (best.level[id] == 0), "seed \(seed), \(id)")
      }
    }
  }

  @Test func cannotTellFollowsTheDefinition() throws {
    for seed in 0..<400 {
      guard let (compiled, seeds) = Self.question(seed) else { continue }
      // Unknown shares of a key count only where a value of that key fell: kept apart here.
      guard compiled.unknownShares.isEmpty, !seeds.isEmpty else { continue }
      let failed = Set(seeds.map(compiled.table.id(of:)))
      let unknown = compiled.model.components.filter(\.hasUnknownRequirement).map(\.id)
      let all = NaiveLevels(compiled.model, .possible, failed: failed.union(unknown))
      let blast = BlastRadius(BlastRadius.Question(Seeds(seeds)), in: compiled)
      let untold = Set(blast.cannotTell.map(\.vertex))
      for vertex in blast.notAffected + blast.cannotTell.map(\.vertex) {
        let id = compiled.table.id(of: vertex)
        #expect(untold.contains(vertex) == (all.level[id] == 0), "seed \(seed), \(id)")
      }
      for entry in blast.cannotTell {
        #expect(!entry.because.isEmpty && Set(entry.because).isSubset(of: unknown), "seed \(seed)")
      }
    }
  }

  @Test func moreFailuresNeverHelp() throws {
    for seed in 0..<300 {
      guard let (compiled, seeds) = Self.question(seed), seeds.count > 1 else { continue }
      let few = BlastRadius(BlastRadius.Question(Seeds(Array(seeds.dropLast()))), in: compiled)
      let many = BlastRadius(BlastRadius.Question(Seeds(seeds)), in: compiled)
      let fallen = Set(many.down.map(\.vertex) + seeds)
      #expect(few.down.allSatisfy { fallen.contains($0.vertex) }, "seed \(seed)")
    }
  }

  @Test func laterMomentsShowMore() throws {
    for seed in 0..<300 {
      let model = RandomModel.make(seed: seed, withHoldups: true)
      guard let compiled = try? CompiledModel(model) else { continue }
      var random = SeededGenerator(seed: seed ^ 0x3131)
      let seeds = compiled.componentVertices.filter { _ in random.chance(0.2) }
      var before: Set<VertexID> = []
      for hours in [0, 2, 4, 9, 30] {
        let question = BlastRadius.Question(Seeds(seeds), after: .hours(hours))
        let down = Set(BlastRadius(question, in: compiled).down.map(\.vertex))
        #expect(before.isSubset(of: down), "seed \(seed), \(hours) h")
        before = down
      }
      let end = Set(
        BlastRadius(BlastRadius.Question(Seeds(seeds)), in: compiled).down.map(\.vertex))
      #expect(before.isSubset(of: end), "seed \(seed)")
    }
  }

  static func question(_ seed: Int) -> (CompiledModel, [VertexID])? {
    guard let compiled = try? CompiledModel(RandomModel.make(seed: seed)) else { return nil }
    var random = SeededGenerator(seed: seed ^ 0x2468)
    let seeds = (0..<compiled.table.count).map { VertexID($0) }.filter { _ in random.chance(0.15) }
    return (compiled, seeds)
  }
}
