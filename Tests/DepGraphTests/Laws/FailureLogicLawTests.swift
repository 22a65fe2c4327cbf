import DepGraph
import Testing

/// The gates of a model say the same as propagation, set of failures by set of failures.
@Suite struct FailureLogicLawTests {
  static let seeds = 0..<(soaking ? 4000 : 150)

  @Test(arguments: Reading.allCases) func gatesSayWhatPropagationSays(reading: Reading) {
    var fallen = 0
    for seed in Self.seeds {
      guard let compiled = try? CompiledModel(RandomModel.make(seed: seed)) else { continue }
      let all = (0..<compiled.table.count).map { VertexID($0) }
      let read = compiled.reading(reading)
      let logic = FailureLogic(of: all, in: read) { _ in true }
      #expect(logic.elements == all, "seed \(seed)")
      for failed in all.someSets(seed: seed) {
        let values = NaiveGates(
          logic.gates, happening: Set(failed.compactMap(logic.event(of:))))
        let expected = read.levelOne.failures(from: failed)
        let found = all.filter { logic.gate(of: $0).map { values[$0] } ?? false }
        #expect(found == all.filter(expected.contains), "seed \(seed) \(failed)")
        fallen += found.count - failed.count
      }
    }
    #expect(fallen > 500, "hardly anything falls in the random models")
  }

  @Test(arguments: Reading.allCases) func oneTargetHasItsPartOnly(reading: Reading) {
    var smaller = 0
    for seed in Self.seeds {
      guard let compiled = try? CompiledModel(RandomModel.make(seed: seed)) else { continue }
      let all = (0..<compiled.table.count).map { VertexID($0) }
      let read = compiled.reading(reading)
      for target in all {
        let logic = FailureLogic(of: [target], in: read) {
          compiled.isSeedOfSearches($0) && $0 != target
        }
        #expect(logic.event(of: target) == nil, "seed \(seed)")
        #expect(logic.elements.allSatisfy(compiled.isSeedOfSearches), "seed \(seed)")
        smaller += logic.elements.count < all.count - 1 ? 1 : 0
        let seeds = all.filter { compiled.isSeedOfSearches($0) && $0 != target }
        for failed in seeds.someSets(seed: seed + target.index).prefix(4) {
          let values = NaiveGates(
            logic.gates, happening: Set(failed.compactMap(logic.event(of:))))
          let top = logic.tops.map { values[$0] }
          let expected = read.levelOne.failures(from: failed).contains(target)
          #expect(top == [expected], "seed \(seed) \(target) \(failed)")
        }
      }
    }
    #expect(smaller > 50, "every target rests on the whole model")
  }
}

extension [VertexID] {
  /// Nothing, everything, and some sets between.
  fileprivate func someSets(seed: Int) -> [[VertexID]] {
    var random = SeededGenerator(seed: seed &* 31 &+ 5)
    let between = (0..<8).map { _ in
      let percent = Int.random(in: 5...60, using: &random)
      return filter { _ in Int.random(in: 0..<100, using: &random) < percent }
    }
    return [[], self] + between
  }
}
