import DepGraph
import Testing

/// Cut sets and path sets of models against their definitions, with levels computed by hand for every
/// set of seeds.
@Suite struct CutSetLawTests {
  static let seeds = 0..<(soaking ? 1500 : 30)

  /// Sets of more seeds than this are too many to try.
  private static let mostSeeds = 8

  private static func oracle(seed: Int) -> CutOracle? {
    guard let oracle = CutOracle(RandomModel.make(seed: seed)), oracle.seeds.count <= mostSeeds
    else { return nil }
    return oracle
  }

  private static func question(
    _ target: VertexID, _ reading: Reading = .possible
  )
    -> MinimalSetQuestion
  {
    var question = MinimalSetQuestion(target)
    question.listLimit = 10_000
    question.reading = reading
    return question
  }

  @Test(arguments: Reading.allCases)
  func theyAreTheMinimalSetsThatTakeTheTargetDown(reading: Reading) {
    var total = 0
    for seed in Self.seeds {
      guard let oracle = Self.oracle(seed: seed) else { continue }
      for target in oracle.targets {
        let found = CutSets(Self.question(target, reading), in: oracle.compiled)
        let listed = found.sets.map { $0.elements.map(oracle.id) }
        let expected = oracle.minimalSets(without: oracle.id(target)) {
          oracle.isDown(oracle.id(target), $0, reading)
        }
        #expect(listed == expected, "seed \(seed) \(oracle.id(target))")
        #expect(found.counts.total == "\(expected.count)", "seed \(seed)")
        #expect(found.isComplete && found.isTruncated == false, "seed \(seed)")
        for set in found.sets {
          let isCertain = oracle.isDown(
            oracle.id(target), set.elements.map(oracle.id), .certain)
          #expect(set.isCertain == isCertain, "seed \(seed) \(oracle.id(target))")
        }
        total += expected.count
      }
    }
    #expect(total > 50, "the random models hardly have cut sets")
  }

  @Test(arguments: Reading.allCases)
  func pathSetsAreTheMinimalSetsThatKeepItUp(reading: Reading) {
    for seed in Self.seeds {
      guard let oracle = Self.oracle(seed: seed) else { continue }
      for target in oracle.targets {
        let id = oracle.id(target)
        let found = PathSets(Self.question(target, reading), in: oracle.compiled)
        let expected = oracle.minimalSets(without: id) { working in
          !oracle.isDown(
            id, oracle.seeds.filter { $0 != id && !working.contains($0) }, reading)
        }
        #expect(found.sets.map { $0.elements.map(oracle.id) } == expected, "seed \(seed) \(id)")
      }
    }
  }

  @Test func thoseOfOneElementAreTheSinglePointsAndTheSmallestIsTheRobustness() {
    for seed in Self.seeds {
      guard let oracle = Self.oracle(seed: seed) else { continue }
      for target in SinglePoints(of: oracle.targets, in: oracle.compiled).targets {
        let cuts = CutSets(Self.question(target.vertex), in: oracle.compiled)
        let single = cuts.sets.filter { $0.elements.count == 1 }
        #expect(
          single.flatMap(\.elements) == target.points.map(\.vertex).sorted(), "seed \(seed)")
        let smallest = cuts.counts.orders.first
        #expect(
          smallest.flatMap { $0 <= Robustness.highestOrder ? $0 : nil } == target.robustness.order,
          "seed \(seed)")
        #expect(cuts.openEnds.unknown == target.unknown, "seed \(seed)")
      }
    }
  }

  @Test func aSmallerQuestionHasTheSmallerPartOfTheAnswer() {
    for seed in Self.seeds {
      guard let oracle = Self.oracle(seed: seed) else { continue }
      for target in oracle.targets {
        let all = CutSets(Self.question(target), in: oracle.compiled)
        for order in 1...3 {
          var question = Self.question(target)
          question.maxOrder = order
          let few = CutSets(question, in: oracle.compiled)
          #expect(few.isComplete, "seed \(seed)")
          #expect(few.sets == all.sets.filter { $0.elements.count <= order }, "seed \(seed)")
        }
        var question = Self.question(target)
        question.listLimit = 1
        let first = CutSets(question, in: oracle.compiled)
        #expect(first.sets == Array(all.sets.prefix(1)), "seed \(seed)")
        #expect(first.isTruncated == (all.sets.count > 1), "seed \(seed)")
      }
    }
  }

  /// With every component failed that can fail, the target itself too.
  @Test func whatIsRepairedBringsTheTargetBackAndLessDoesNot() {
    var repairs = 0
    for seed in Self.seeds {
      guard let oracle = Self.oracle(seed: seed) else { continue }
      var random = SeededGenerator(seed: seed + 17)
      for target in oracle.targets {
        let id = oracle.id(target)
        let failed = Array(oracle.compiled.table.ids.shuffled(using: &random).prefix(5)).sorted()
        let vertices = failed.compactMap(oracle.compiled.vertex(of:))
        let found = PathSets(Self.question(target), after: Seeds(vertices), in: oracle.compiled)
        let expected = oracle.minimalSets(of: failed) { repaired in
          !oracle.isDown(id, failed.filter { !repaired.contains($0) })
        }
        #expect(found.sets.map { $0.elements.map(oracle.id) } == expected, "seed \(seed) \(id)")
        repairs += expected.first?.count ?? 0
      }
    }
    #expect(repairs > 20, "hardly anything had to be repaired")
  }
}

extension CutOracle {
  /// The minimal sets of seeds but one for which something is so, by size and then by id.
  fileprivate func minimalSets(without target: String, _ isSo: ([String]) -> Bool) -> [[String]] {
    minimalSets(of: seeds.filter { $0 != target }, isSo)
  }

  /// The minimal sets of some ids for which something is so, by size and then by id.
  fileprivate func minimalSets(of ids: [String], _ isSo: ([String]) -> Bool) -> [[String]] {
    var found: [Set<String>] = []
    var sorted: [[String]] = []
    for size in 0...ids.count {
      for set in ids.subsets(of: size) where !found.contains(where: { $0.isSubset(of: set) }) {
        guard isSo(set) else { continue }
        found.append(Set(set))
        sorted.append(set)
      }
    }
    return sorted
  }
}
