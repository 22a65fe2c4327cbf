import DepGraph
import Testing

/// Single points of failure and robustness against their definitions, with levels computed by hand
/// for every set of seeds that is asked about.
@Suite struct SinglePointLawTests {
  static let seeds = 0..<(soaking ? 3000 : 120)

  @Test func singlePointsFollowTheDefinition() {
    var found = 0
    for seed in Self.seeds {
      guard let oracle = CutOracle(seed: seed) else { continue }
      let answer = SinglePoints(of: oracle.targets, in: oracle.compiled)
      for target in answer.targets {
        let id = oracle.id(target.vertex)
        let expected = oracle.seeds.filter { $0 != id && oracle.isDown(id, [$0]) }
        #expect(
          target.points.map { oracle.id($0.vertex) }.sorted() == expected, "seed \(seed) \(id)")
        for point in target.points {
          let isCertain = oracle.isDown(id, [oracle.id(point.vertex)], .certain)
          #expect((point.verdict == .certain) == isCertain, "seed \(seed) \(id)")
        }
        found += expected.count
      }
    }
    #expect(found > 50, "the random models hardly have single points")
  }

  @Test func theRankingCountsWhatFalls() {
    for seed in Self.seeds {
      guard let oracle = CutOracle(seed: seed) else { continue }
      let answer = SinglePoints(in: oracle.compiled)
      let ranked = Dictionary(
        uniqueKeysWithValues: answer.ranking.map { (oracle.id($0.vertex), $0) })
      for cause in oracle.seeds {
        let down = oracle.model.components.map(\.id)
          .filter { $0 != cause && oracle.isDown($0, [cause]) }.sorted()
        #expect(ranked[cause]?.components ?? 0 == down.count, "seed \(seed) \(cause)")
        let consumers = down.filter { id in
          oracle.model.components.contains { $0.id == id && $0.kind == .consumer }
        }
        #expect(ranked[cause]?.consumers ?? 0 == consumers.count, "seed \(seed) \(cause)")
      }
      let keys = answer.ranking.map { -$0.consumers - $0.processes }
      #expect(keys == keys.sorted(), "seed \(seed)")
    }
  }

  @Test func robustnessIsTheOrderOfTheSmallestCutSet() {
    var orders: [Int?: Int] = [:]
    for seed in Self.seeds {
      guard let oracle = CutOracle(seed: seed) else { continue }
      for target in oracle.targets {
        let robustness = Robustness(of: target, in: oracle.compiled)
        let id = oracle.id(target)
        let expected = oracle.smallestCut(of: id)
        #expect(robustness.order == expected, "seed \(seed) \(id)")
        if let expected {
          #expect(robustness.atLeast == expected, "seed \(seed) \(id)")
          #expect(robustness.cut.count == expected, "seed \(seed) \(id)")
        } else {
          let isStoppable = oracle.isDown(id, oracle.seeds.filter { $0 != id })
          #expect(robustness.atLeast == (isStoppable ? 4 : nil), "seed \(seed) \(id)")
        }
        orders[expected, default: 0] += 1
      }
    }
    for order in [1, 2, 3] { #expect(orders[order, default: 0] > 0, "no model of order \(order)") }
  }

  /// The checker knows the definition and the certificate, and nothing of how it was found.
  @Test func everyCertificateProvesWhatItSays() {
    var overlapping = 0
    for seed in Self.seeds {
      guard let oracle = CutOracle(seed: seed) else { continue }
      for target in oracle.targets {
        let robustness = Robustness(of: target, in: oracle.compiled)
        let flaw = oracle.flaw(in: robustness)
        #expect(flaw == nil, "seed \(seed) \(oracle.id(target))")
        overlapping += robustness.waysAreDisjoint ? 0 : 1
      }
    }
    #expect(overlapping > 0, "no model needs ways that overlap")
  }

  @Test func anAlternativeAddsNoSinglePoint() throws {
    for seed in Self.seeds {
      guard let oracle = CutOracle(seed: seed) else { continue }
      let before = oracle.spofs
      guard let changed = oracle.model.withOneMoreAlternative(seed: seed) else { continue }
      let after = try #require(CutOracle(changed))
      for (target, points) in after.spofs {
        #expect(points.subtracting(["spare"]).isSubset(of: before[target] ?? []), "seed \(seed)")
      }
    }
  }

  @Test func groupsFailTogether() {
    for seed in Self.seeds {
      guard let oracle = CutOracle(RandomModel.make(seed: seed).withSuppliers(seed: seed)) else {
        continue
      }
      let groups = GroupFailure.all([.supplier], targets: oracle.targets, in: oracle.compiled)
      for supplier in ["s0", "s1"] {
        let members = oracle.model.components.filter { $0.productOf == supplier }.map(\.id)
          .filter(oracle.seeds.contains)
        guard let group = groups.first(where: { $0.name == supplier }) else {
          #expect(members.isEmpty, "seed \(seed)")
          continue
        }
        #expect(group.members.map(oracle.id) == members.sorted(), "seed \(seed)")
        let expected = oracle.targets.map(oracle.id).filter { target in
          oracle.isDown(target, members.filter { $0 != target })
        }
        #expect(group.targets.map(oracle.id) == expected, "seed \(seed) \(supplier)")
        let down = oracle.model.components.map(\.id).filter {
          !members.contains($0) && oracle.isDown($0, members)
        }
        #expect(group.down.map(oracle.id) == down.sorted(), "seed \(seed) \(supplier)")
      }
    }
  }
}

extension CutOracle {
  /// Every third model is one with much redundancy, for smallest cut sets of order 2 and more.
  fileprivate init?(seed: Int) {
    self.init(seed.isMultiple(of: 3) ? .redundant(seed: seed) : RandomModel.make(seed: seed))
  }
}

extension Model {
  /// A model in three layers, each component of which rests on several of the layer below.
  fileprivate static func redundant(seed: Int) -> Model {
    var random = SeededGenerator(seed: seed + 3)
    var model = Model()
    let layers = [(0..<6).map { "a\($0)" }, (0..<3).map { "b\($0)" }, (0..<2).map { "c\($0)" }]
    for (number, layer) in layers.enumerated() {
      for id in layer {
        var component = Component(id: id)
        component.kind = number == 2 ? .consumer : .platform
        component.statesRequires = true
        if number > 0 {
          let below = layers[number - 1].shuffled(using: &random)
          let members = below.prefix(Int.random(in: 2...below.count, using: &random)).map {
            Requirement.reference(Reference($0, evidence: Evidence(.public)))
          }
          let needed = Int.random(in: 1...max(1, members.count - 2), using: &random)
          component.requires = .group(RequirementGroup(.atLeast(needed), members))
        } else if Int.random(in: 0..<6, using: &random) == 0 {
          component.shares = [
            SharedValue(key: "software", value: "r", evidence: Evidence(.public))
          ]
        }
        model.components.append(component)
      }
    }
    return model
  }

  /// The model with an independent spare beside one requirement of one component; nil: there is no
  /// plain one.
  fileprivate func withOneMoreAlternative(seed: Int) -> Model? {
    var random = SeededGenerator(seed: seed + 7)
    var copy = self
    for index in copy.components.indices.shuffled(using: &random) {
      guard case .group(var group) = copy.components[index].requires,
        let place = group.members.indices.first(where: {
          if case .reference = group.members[$0] { true } else { false }
        })
      else { continue }
      let spare = Requirement.reference(Reference("spare", evidence: Evidence(.public)))
      group.members[place] = .group(RequirementGroup(.any, [group.members[place], spare]))
      copy.components[index].requires = .group(group)
      var added = Component(id: "spare")
      added.kind = .platform
      added.statesRequires = true
      copy.components.append(added)
      return copy
    }
    return nil
  }

  /// The model with a supplier for some components.
  fileprivate func withSuppliers(seed: Int) -> Model {
    var random = SeededGenerator(seed: seed + 11)
    var copy = self
    copy.parties = [Party(id: "s0"), Party(id: "s1")]
    for index in copy.components.indices {
      let number = Int.random(in: 0..<4, using: &random)
      if number < 2 { copy.components[index].productOf = "s\(number)" }
    }
    return copy
  }
}
