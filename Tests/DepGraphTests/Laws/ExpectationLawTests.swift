import DepGraph
import Testing

/// Verdicts on claims against the definitions, computed by hand for random models.
@Suite struct ExpectationLawTests {
  private static let seeds = 0..<(soaking ? 4000 : 100)
  private static let levels: [ClaimKind] = [.up, .down, .degraded]

  /// A model with a claim of every kind about every component, for one failure.
  private static func tested(_ seed: Int) -> (model: Model, failed: [String], test: ModelTest)? {
    var model = RandomModel.make(seed: seed)
    guard let plain = try? CompiledModel(model) else { return nil }
    var random = SeededGenerator(seed: seed ^ 0x7E57)
    let failed = plain.table.ids.filter { _ in random.chance(0.2) }
    guard !failed.isEmpty else { return nil }
    let ids = model.components.map(\.id)
    var expectation = Expectation()
    expectation.when = failed
    expectation.up = ids
    expectation.down = ids
    expectation.degraded = ids
    expectation.unaffected = ids
    expectation.reduced = ids
    expectation.unknown = ids
    expectation.noSinglePoint = ids
    model.expectations = [expectation]
    guard let compiled = try? CompiledModel(model) else { return nil }
    return (model, failed, ModelTest(compiled))
  }

  /// Up, down and degraded by the levels in the certain and the possible reading, and by what would
  /// fall if everything with an unknown requirement had failed too.
  @Test func verdictsOnLevelsFollowTheDefinition() throws {
    var counts: [ClaimVerdict: Int] = [:]
    for seed in Self.seeds {
      guard let (model, failed, test) = Self.tested(seed) else { continue }
      // Unknown shares count only where a value of their key fell: that is another law's.
      guard !model.components.contains(where: { $0.shares.contains { $0.value == nil } }) else {
        continue
      }
      let unknown = model.components.filter(\.hasUnknownRequirement).map(\.id)
      let best = NaiveLevels(model, .certain, failed: Set(failed)).level
      let worst = NaiveLevels(model, .possible, failed: Set(failed)).level
      let all = NaiveLevels(model, .possible, failed: Set(failed + unknown)).level
      let ids = model.components.map(\.id)
      for (place, claim) in test.claims.enumerated() {
        let id = ids[place % ids.count]
        let (high, low) = (best[id] ?? 2, worst[id] ?? 2)
        let bottom = all[id] ?? low
        let isOpen = low > 0 && bottom == 0
        if claim.kind == .unknown {
          let isGap = high > 0 && (isOpen || low == 0)
          #expect(claim.verdict == (isGap ? .passed : .failed), "seed \(seed), \(id)")
        }
        guard Self.levels.contains(claim.kind) else { continue }
        let possible = min(bottom, low)...high
        let wanted = claim.kind == .up ? [1, 2] : claim.kind == .down ? [0] : [1]
        let holding = possible.filter(wanted.contains)
        let expected: ClaimVerdict =
          holding.count == possible.count ? .passed : holding.isEmpty ? .failed : .undetermined
        #expect(claim.verdict == expected, "seed \(seed), \(id), \(claim.kind)")
        counts[claim.verdict, default: 0] += 1
      }
    }
    // A law about nothing would hold as well.
    for verdict in ClaimVerdict.allCases { #expect(counts[verdict, default: 0] > 100) }
  }

  /// What is passed or failed stays so whatever unknown requirements turn out to be: with batteries,
  /// and for every grade.
  @Test func verdictsHoldHoweverWhatIsUnknownTurnsOut() throws {
    var counts: [ClaimVerdict: Int] = [:]
    for seed in Self.seeds {
      var model = RandomModel.make(seed: seed, withHoldups: true, isKnown: true)
      var random = SeededGenerator(seed: seed ^ 0x0FE2)
      for index in model.components.indices {
        model.components[index].shares.removeAll { $0.value == nil }
        guard random.chance(0.25) else { continue }
        let known = model.components[index].requires
        model.components[index].statesRequires = true
        model.components[index].requires = .group(RequirementGroup(.all, [known, .unknown(nil)]))
      }
      try Self.expectVerdictsHold(of: model, seed: seed, &random, &counts) { model, _, turn in
        Completion.make(of: model, seed: seed &* 8 &+ turn)
      }
    }
    for verdict in ClaimVerdict.allCases { #expect(counts[verdict, default: 0] > 100) }
  }

  /// The same for rooms that nobody knows: any room of the model, or one of its own.
  @Test func verdictsHoldWhicheverRoomItTurnsOutToBe() throws {
    var counts: [ClaimVerdict: Int] = [:]
    for seed in Self.seeds {
      let model = BlastLawTests.modelWithUnknowns(seed)
      let rooms = Set(model.components.flatMap(\.shares).compactMap(\.value)).sorted()
      var random = SeededGenerator(seed: seed ^ 0x2003)
      try Self.expectVerdictsHold(of: model, seed: seed, &random, &counts) { model, random, turn in
        var known = model
        for index in known.components.indices {
          let id = known.components[index].id
          for place in known.components[index].shares.indices
          where known.components[index].shares[place].value == nil {
            let others = rooms.filter { $0 != id }
            let room = random.chance(0.8) ? others.randomElement(using: &random) : nil
            known.components[index].shares[place].value = room ?? "own-\(id)"
          }
        }
        return Completion.make(of: known, seed: seed &* 8 &+ turn)
      }
    }
    for verdict in ClaimVerdict.allCases { #expect(counts[verdict, default: 0] > 100) }
  }

  /// Claims everything of every component after a random failure, and holds what passed or failed
  /// against four models in which nothing is unknown.
  private static func expectVerdictsHold(
    of model: Model, seed: Int, _ random: inout SeededGenerator,
    _ counts: inout [ClaimVerdict: Int],
    complete: (Model, inout SeededGenerator, Int) -> Model
  ) throws {
    guard let plain = try? CompiledModel(model) else { return }
    let failed = plain.table.ids.filter { _ in random.chance(0.2) }
    guard !failed.isEmpty else { return }
    let ids = model.components.map(\.id)
    var expectation = Expectation()
    expectation.when = failed
    if random.chance(0.5) { expectation.after = .hours(Int.random(in: 0...8, using: &random)) }
    (expectation.up, expectation.down, expectation.degraded) = (ids, ids, ids)
    (expectation.unaffected, expectation.reduced) = (ids, ids)
    var model = model
    model.expectations = [expectation]
    let claims = ModelTest(try CompiledModel(model)).claims
    for turn in 0..<4 {
      guard let compiled = try? CompiledModel(complete(model, &random, turn)) else { continue }
      let outcomes = ModelTest(compiled).claims
      #expect(outcomes.count == claims.count, "seed \(seed)")
      for (claim, outcome) in zip(claims, outcomes) {
        counts[claim.verdict, default: 0] += 1
        guard claim.verdict != .undetermined else { continue }
        let id = compiled.table.id(of: outcome.vertex)
        #expect(
          outcome.verdict == claim.verdict, "seed \(seed), turn \(turn), \(id), \(claim.kind)")
      }
    }
  }

  /// Each component stays up, goes down, or is one of which nobody can tell.
  @Test func exactlyOneOfThreePasses() throws {
    for seed in Self.seeds {
      guard let (_, _, test) = Self.tested(seed) else { continue }
      let three: Set<ClaimKind> = [.up, .down, .unknown]
      let passed = test.claims.filter { three.contains($0.kind) && $0.verdict == .passed }
      let all = Set(test.claims.map(\.vertex))
      #expect(passed.count == all.count && Set(passed.map(\.vertex)) == all, "seed \(seed)")
    }
  }

  @Test func thatThereIsNoSinglePointFollowsTheDefinition() throws {
    var counts: [ClaimVerdict: Int] = [:]
    for seed in Self.seeds {
      guard let (model, _, test) = Self.tested(seed), let oracle = CutOracle(model) else {
        continue
      }
      let isKnown = !model.components.contains { component in
        component.hasUnknownRequirement || component.shares.contains { $0.value == nil }
      }
      for claim in test.claims where claim.kind == .noSinglePoint {
        let id = oracle.id(claim.vertex)
        let others = oracle.seeds.filter { $0 != id }
        let certain = others.filter { oracle.isDown(id, [$0], .certain) }
        let possible = others.filter { oracle.isDown(id, [$0]) }
        #expect((claim.verdict == .failed) == !certain.isEmpty, "seed \(seed), \(id)")
        if claim.verdict == .passed { #expect(possible.isEmpty, "seed \(seed), \(id)") }
        if isKnown {
          #expect((claim.verdict == .passed) == possible.isEmpty, "seed \(seed), \(id)")
        }
        #expect(claim.points?.map { oracle.id($0.vertex) } == possible, "seed \(seed), \(id)")
        counts[claim.verdict, default: 0] += 1
      }
    }
    for verdict in ClaimVerdict.allCases { #expect(counts[verdict, default: 0] > 20) }
  }

  /// The grades, and less redundancy with them, are those of the blast radius.
  @Test func everyClaimAgreesWithTheBlastRadius() throws {
    for seed in Self.seeds {
      guard let (model, failed, test) = Self.tested(seed),
        let compiled = try? CompiledModel(model)
      else { continue }
      let blast = BlastRadius(.init(try compiled.seeds(failed)), in: compiled)
      for claim in test.claims where claim.verdict == .passed && claim.kind.isOfFailure {
        guard !blast.failed.contains(claim.vertex) else {
          #expect(claim.kind == .down, "seed \(seed)")
          continue
        }
        let grade = blast.grade(of: claim.vertex)
        let message = "seed \(seed), \(compiled.table.id(of: claim.vertex)), \(claim.kind)"
        switch claim.kind {
        case .up: #expect(grade != .down && grade != .cannotTell, "\(message)")
        case .down: #expect(grade == .down, "\(message)")
        case .degraded: #expect(grade == .degraded, "\(message)")
        case .unaffected: #expect(grade == .notAffected, "\(message)")
        case .reduced: #expect(grade == .reducedRedundancy, "\(message)")
        default:
          let hit = blast.down.first { $0.vertex == claim.vertex }
          #expect(hit?.verdict != .certain, "\(message)")
        }
      }
    }
  }

  /// The moment asked about, in models of which everything is known, by the times of the equations.
  @Test func theMomentFollowsTheFailureTimes() throws {
    var later = 0
    for seed in Self.seeds {
      var model = RandomModel.make(seed: seed, withHoldups: true, isKnown: true)
      for index in model.components.indices {
        model.components[index].shares.removeAll { $0.value == nil }
      }
      guard let plain = try? CompiledModel(model) else { continue }
      var random = SeededGenerator(seed: seed ^ 0x71ED)
      let failed = plain.table.ids.filter { _ in random.chance(0.2) }
      guard !failed.isEmpty else { continue }
      let hours = Int.random(in: 0...8, using: &random)
      var expectation = Expectation()
      expectation.when = failed
      expectation.after = .hours(hours)
      expectation.down = model.components.map(\.id)
      model.expectations = [expectation]
      let compiled = try CompiledModel(model)
      let times = NaiveTimes(model, failed: Set(failed))
      for claim in ModelTest(compiled).claims {
        let id = compiled.table.id(of: claim.vertex)
        let time = times.times[0][id] ?? .infinity
        let isDown = time <= Double(hours) * 3600
        #expect(claim.verdict == (isDown ? .passed : .failed), "seed \(seed), \(id)")
        if case .later(let seconds)? = claim.reason {
          #expect(seconds == time, "seed \(seed), \(id)")
          later += 1
        }
      }
    }
    #expect(later > 20, "hardly anything falls later")
  }
}
