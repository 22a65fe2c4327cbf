import DepGraph
import Testing

/// Explanations of reports against their definition, with levels computed by hand for every set of
/// seeds.
@Suite struct DiagnosisLawTests {
  static let seeds = 0..<(soaking ? 1500 : 40)
  private static let mostSeeds = 8

  /// Reports as they might come in: some of what a random failure fells, and some of what it spares.
  private static func reports(
    _ oracle: CutOracle, _ random: inout SeededGenerator
  ) -> FailureReports? {
    let failed = oracle.seeds.filter { _ in Int.random(in: 0..<100, using: &random) < 30 }
    let all = oracle.compiled.model.components.map(\.id)
    let down = all.filter { oracle.isDown($0, failed, .possible) }
    let up = all.filter { !down.contains($0) }
    // Now and then somebody is wrong.
    let out = (Int.random(in: 0..<10, using: &random) == 0 ? all : down).filter { _ in
      Bool.random(using: &random)
    }
    let working = up.filter { !out.contains($0) && Bool.random(using: &random) }
    guard !out.isEmpty else { return nil }
    return FailureReports(
      out: out.compactMap(oracle.compiled.vertex(of:)),
      working: working.compactMap(oracle.compiled.vertex(of:)))
  }

  @Test func theyAreTheMinimalSetsThatExplainTheReports() {
    var found = 0
    var none = 0
    for seed in Self.seeds {
      guard let oracle = CutOracle(RandomModel.make(seed: seed)),
        oracle.seeds.count <= Self.mostSeeds
      else { continue }
      var random = SeededGenerator(seed: seed + 7000)
      for _ in 0..<4 {
        guard let reports = Self.reports(oracle, &random) else { continue }
        let most = Int.random(in: 1...4, using: &random)
        let diagnosis = Diagnosis(of: reports, atMost: most, in: oracle.compiled)
        let expected = oracle.explanations(of: reports, atMost: most)
        let listed = diagnosis.explanations.map { $0.elements.map(oracle.id) }
        #expect(
          Set(listed) == Set(expected) && listed.count == expected.count,
          "seed \(seed): \(listed), not \(expected)")
        #expect(listed.map(\.count) == listed.map(\.count).sorted(), "seed \(seed)")
        for explanation in diagnosis.explanations {
          let failed = explanation.elements.map(oracle.id)
          let isSure =
            reports.out.allSatisfy { oracle.isDown(oracle.id($0), failed, .certain) }
            && !reports.working.contains { oracle.isDown(oracle.id($0), failed, .possible) }
          #expect((explanation.verdict == .certain) == isSure, "seed \(seed) \(failed)")
          for also in explanation.alsoOut {
            #expect(oracle.isDown(oracle.id(also), failed, .certain), "seed \(seed) \(failed)")
          }
        }
        for doubt in diagnosis.doubts {
          let rest = FailureReports(
            out: reports.out.filter { $0 != doubt.vertex },
            working: reports.working.filter { $0 != doubt.vertex })
          #expect(
            oracle.explanations(of: rest, atMost: most).contains(doubt.explanation.map(oracle.id)),
            "seed \(seed)")
        }
        if expected.isEmpty { none += 1 } else { found += 1 }
      }
    }
    #expect(found > 20 && none > 5, "\(found) with and \(none) without explanations")
  }
}

extension CutOracle {
  /// The minimal sets of at most so many seeds that explain reports, by trying all.
  fileprivate func explanations(of reports: FailureReports, atMost most: Int) -> [[String]] {
    let explaining = (0..<(1 << seeds.count)).map { bits in
      seeds.indices.filter { bits & (1 << $0) != 0 }.map { seeds[$0] }
    }.filter { set in
      reports.out.allSatisfy { isDown(id($0), set, .possible) }
        && !reports.working.contains { isDown(id($0), set, .certain) }
    }
    // A part of a set that explains may be larger than asked for only where the set is too.
    return explaining.filter { set in
      set.count <= most && !set.isEmpty
        && !explaining.contains { $0.count < set.count && Set($0).isSubset(of: set) }
    }
  }
}
