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

  /// The same at a moment, and with values of `shares` that nobody knows: such a one may be anything
  /// of its key that fell, or that might have fallen with what else is not known.
  @Test func cannotTellAtAMomentFollowsTheDefinition() throws {
    var counts = (untold: 0, sooner: 0, byShares: 0)
    for seed in 0..<400 {
      let model = Self.modelWithUnknowns(seed)
      guard let compiled = try? CompiledModel(model) else { continue }
      var random = SeededGenerator(seed: seed ^ 0x5150)
      let seeds = compiled.componentVertices.filter { _ in random.chance(0.15) }
      guard !seeds.isEmpty else { continue }
      let failed = Set(seeds.map(compiled.table.id(of:)))
      let hours = Int.random(in: 0...9, using: &random)
      let isDown = { (times: NaiveTimes, id: String) in
        (times.times[0][id] ?? .infinity) <= Double(hours) * 3600
      }
      let before = NaiveTimes(model, failed: failed)
      let unknown = Set(model.components.filter(\.hasUnknownRequirement).map(\.id))
      var suspects = unknown
      var times = NaiveTimes(model, failed: failed.union(suspects))
      while true {
        let mayBe = Self.mayBeOfSomethingFallen(model) { isDown(times, $0) }.subtracting(suspects)
        if mayBe.isEmpty { break }
        suspects.formUnion(mayBe)
        times = NaiveTimes(model, failed: failed.union(suspects))
      }
      let blast = BlastRadius(
        BlastRadius.Question(Seeds(seeds), after: .hours(hours)), in: compiled)
      let untold = Set(blast.cannotTell.map(\.vertex))
      for vertex in blast.notAffected + blast.cannotTell.map(\.vertex) {
        let id = compiled.table.id(of: vertex)
        #expect(untold.contains(vertex) == isDown(times, id), "seed \(seed), \(hours) h, \(id)")
      }
      for entry in blast.cannotTell {
        let reasons = Set(entry.because)
        #expect(!reasons.isEmpty && reasons.isSubset(of: suspects), "seed \(seed)")
        counts.untold += 1
        if reasons.contains(where: { isDown(before, $0) }) { counts.sooner += 1 }
        if reasons.isDisjoint(with: unknown) { counts.byShares += 1 }
      }
    }
    #expect(counts.untold > 100 && counts.sooner > 0 && counts.byShares > 5, "\(counts)")
  }

  /// Models of which all is known but some needs and some rooms; rooms are components, which can fall.
  static func modelWithUnknowns(_ seed: Int) -> Model {
    var model = RandomModel.make(seed: seed, withHoldups: true, isKnown: true)
    var random = SeededGenerator(seed: seed ^ 0x0FE2)
    for index in model.components.indices {
      let id = model.components[index].id
      model.components[index].shares = []
      if random.chance(0.4), model.components[0].id != id {
        let room = random.chance(0.5) ? model.components[0].id : nil
        model.components[index].shares = [
          SharedValue(key: "room", value: room, evidence: Evidence(.internal))
        ]
      }
      guard random.chance(0.2) else { continue }
      // On a stock as often as not, so that it falls later by what is known than it may.
      var known = RequirementGroup(.all, [model.components[index].requires])
      if random.chance(0.5) { known.holdup = .hours(Int.random(in: 1...6, using: &random)) }
      model.components[index].requires = .group(
        RequirementGroup(.all, [.group(known), .unknown(nil)]))
    }
    return model
  }

  /// The components of which it is not known in what they are, where something of that kind has fallen.
  private static func mayBeOfSomethingFallen(
    _ model: Model, _ isDown: (String) -> Bool
  ) -> Set<String> {
    let shares = model.components.flatMap(\.shares)
    let fallen = Set(shares.filter { $0.value.map(isDown) ?? false }.map(\.key))
    return Set(
      model.components
        .filter { $0.shares.contains { $0.value == nil && fallen.contains($0.key) } }.map(\.id))
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
