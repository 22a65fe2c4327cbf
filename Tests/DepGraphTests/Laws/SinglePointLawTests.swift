import DepGraph
import Testing

/// Single points of failure and robustness against their definitions, with levels computed by hand
/// for every set of seeds that is asked about.
@Suite struct SinglePointLawTests {
  static let seeds = 0..<(soaking ? 3000 : 120)

  @Test func singlePointsFollowTheDefinition() {
    var found = 0
    for seed in Self.seeds {
      guard let oracle = Oracle(seed: seed) else { continue }
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
      guard let oracle = Oracle(seed: seed) else { continue }
      let answer = SinglePoints(in: oracle.compiled)
      let ranked = Dictionary(
        uniqueKeysWithValues: answer.ranking.map { (oracle.id($0.vertex), $0) })
      for cause in oracle.seeds {
        let down = oracle.model.components.map(\.id)
          .filter { $0 != cause && oracle.isDown($0, [cause]) }.sorted()
        #expect(ranked[cause]?.down.map(oracle.id) ?? [] == down, "seed \(seed) \(cause)")
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
      guard let oracle = Oracle(seed: seed) else { continue }
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
      guard let oracle = Oracle(seed: seed) else { continue }
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
      guard let oracle = Oracle(seed: seed) else { continue }
      let before = oracle.spofs
      guard let changed = oracle.model.withOneMoreAlternative(seed: seed) else { continue }
      let after = try #require(Oracle(changed))
      for (target, points) in after.spofs {
        #expect(points.subtracting(["spare"]).isSubset(of: before[target] ?? []), "seed \(seed)")
      }
    }
  }

  @Test func groupsFailTogether() {
    for seed in Self.seeds {
      guard let oracle = Oracle(RandomModel.make(seed: seed).withSuppliers(seed: seed)) else {
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

/// Answers by the definition, for small models.
private struct Oracle {
  let model: Model
  let compiled: CompiledModel
  /// The ids of the elements that searches fail, in order.
  let seeds: [String]
  /// All components.
  let targets: [VertexID]
  private let known = KnownOutcomes()

  /// Every third model is one with much redundancy, for smallest cut sets of order 2 and more.
  init?(seed: Int) {
    self.init(seed.isMultiple(of: 3) ? .redundant(seed: seed) : RandomModel.make(seed: seed))
  }

  init?(_ model: Model) {
    guard let compiled = try? CompiledModel(model) else { return nil }
    self.model = model
    self.compiled = compiled
    let users = Set(
      model.components.filter { $0.kind == .consumer || $0.kind == .process || $0.neverFails }
        .map(\.id))
    seeds = compiled.table.ids.filter { !users.contains($0) }
    targets = compiled.componentVertices
  }

  func id(_ vertex: VertexID) -> String { compiled.table.id(of: vertex) }

  func isDown(_ id: String, _ failed: [String], _ reading: Reading = .possible) -> Bool {
    known.down(model, reading, Set(failed)).contains(id)
  }

  var spofs: [String: Set<String>] {
    let answer = SinglePoints(of: targets, in: compiled)
    return Dictionary(
      uniqueKeysWithValues: answer.targets.map {
        (id($0.vertex), Set($0.points.map { id($0.vertex) }))
      })
  }

  /// The order of the smallest cut set, up to 3.
  func smallestCut(of target: String) -> Int? {
    let candidates = seeds.filter { $0 != target }
    return (1...3).first { order in
      candidates.subsets(of: order).contains { isDown(target, $0) }
    }
  }

  /// What is wrong with a certificate, or nil.
  func flaw(in robustness: Robustness) -> String? {
    let target = id(robustness.target)
    let candidates = seeds.filter { $0 != target }
    let ways = robustness.ways.map { $0.map(id) }
    for way in ways {
      guard Set(way).isSubset(of: candidates) else { return "a way holds what cannot fail" }
      let others = candidates.filter { !way.contains($0) }
      if isDown(target, others) { return "the way \(way) does not keep it up" }
    }
    if let order = robustness.order {
      let cut = robustness.cut.map(id)
      guard cut.count == order, Set(cut).isSubset(of: candidates), isDown(target, cut) else {
        return "\(cut) is no cut of order \(order)"
      }
    }
    guard let atLeast = robustness.atLeast else {
      return ways.contains([]) ? nil : "nothing proves that nothing stops it"
    }
    if atLeast == 1 { return nil }
    let elements = Set(ways.flatMap(\.self)).sorted()
    let hitting = (1..<atLeast).flatMap { elements.subsets(of: $0) }.first { set in
      ways.allSatisfy { !Set(set).isDisjoint(with: $0) }
    }
    return ways.isEmpty ? "no way at all" : hitting.map { "\($0) lies on all ways" }
  }
}

/// What falls with sets that were asked about before.
private final class KnownOutcomes {
  private struct Question: Hashable {
    let reading: Reading
    let failed: Set<String>
  }

  private var outcomes: [Question: Set<String>] = [:]

  func down(_ model: Model, _ reading: Reading, _ failed: Set<String>) -> Set<String> {
    let question = Question(reading: reading, failed: failed)
    if let found = outcomes[question] { return found }
    let levels = NaiveLevels(model, reading, failed: failed).level
    let found = Set(levels.filter { $0.value == 0 }.keys)
    outcomes[question] = found
    return found
  }
}

extension Array {
  /// Every choice of some number of elements, in order.
  func subsets(of count: Int) -> [[Element]] {
    if count == 0 { return [[]] }
    return indices.flatMap { first in
      Array(self[(first + 1)...]).subsets(of: count - 1).map { [self[first]] + $0 }
    }
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
