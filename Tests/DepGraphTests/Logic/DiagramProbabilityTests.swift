import Testing

@testable import DepGraph

/// Probabilities and importances against sums over all cases.
@Suite struct DiagramProbabilityTests {
  private func chances(_ count: Int, _ generator: inout SeededGenerator) -> [Double] {
    (0..<count).map { _ in
      generator.chance(0.1)
        ? Double(Int.random(in: 0...1, using: &generator))
        : Double.random(in: 0...1, using: &generator)
    }
  }

  @Test(arguments: 0..<40) func probabilityIsTheSumOfAllCases(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let variables = Int.random(in: 1...10, using: &generator)
    let diagrams = BinaryDiagrams()
    let random = try RandomFunctions(
      variables: variables, steps: 25, in: diagrams, using: &generator)
    let chances = chances(variables, &generator)
    let found = diagrams.probabilities(of: random.functions.map(\.diagram), chances)
    for ((_, table), probability) in zip(random.functions, found) {
      #expect(abs(table.probability(chances) - probability) < 1e-12, "seed \(seed)")
    }
  }

  @Test(arguments: 0..<40) func importanceIsTheDifferenceOfTwoProbabilities(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let variables = Int.random(in: 1...9, using: &generator)
    let diagrams = BinaryDiagrams()
    let random = try RandomFunctions(
      variables: variables, steps: 25, in: diagrams, using: &generator)
    let chances = chances(variables, &generator)
    for (diagram, table) in random.functions {
      let (probability, importance) = diagrams.sensitivities(of: diagram, chances)
      #expect(abs(table.probability(chances) - probability) < 1e-12, "seed \(seed)")
      for level in 0..<variables {
        var (with, without) = (chances, chances)
        (with[level], without[level]) = (1, 0)
        let difference = table.probability(with) - table.probability(without)
        #expect(abs(importance[level] - difference) < 1e-12, "seed \(seed), level \(level)")
      }
    }
  }

  @Test func smallProbabilitiesLoseNothing() throws {
    let diagrams = BinaryDiagrams()
    let variables = try (0..<4).map(diagrams.variable)
    let all = try diagrams.conjunction(of: variables)
    let tiny = [1e-20, 1e-30, 1e-40, 1e-50]
    let found = diagrams.probabilities(of: [all, !(!all)], tiny)
    #expect(abs(found[0] / 1e-140 - 1) < 1e-12)
    // Also where the function is made from opposites, and what is likely is not a difference.
    let either = !(try diagrams.conjunction(of: variables.map { !$0 }))
    let likely = diagrams.sensitivities(of: either, tiny)
    #expect(abs(likely.probability / 1e-20 - 1) < 1e-9)
    #expect(likely.byLevel == [1, 1, 1, 1])
  }
}
