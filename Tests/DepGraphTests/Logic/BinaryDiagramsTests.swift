import Testing

@testable import DepGraph

/// Operations on decision diagrams against tables of all values.
@Suite struct BinaryDiagramsTests {
  @Test(arguments: 0..<60) func operationsGiveTheRightValues(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let diagrams = BinaryDiagrams()
    let variables = Int.random(in: 1...9, using: &generator)
    let random = try RandomFunctions(
      variables: variables, steps: 60, in: diagrams, using: &generator)
    for (diagram, table) in random.functions {
      #expect(diagrams.table(of: diagram, variables: variables) == table, "seed \(seed)")
    }
    // Equal functions are one, unequal ones are not, and opposites differ by sign.
    var handles: [TruthTable: BinaryDiagram] = [:]
    for (diagram, table) in random.functions {
      #expect(handles[table, default: diagram] == diagram, "seed \(seed)")
      #expect(handles[!table, default: !diagram] == !diagram, "seed \(seed)")
      handles[table] = diagram
    }
    #expect(Set(handles.values).count == handles.count, "seed \(seed)")
  }

  @Test func aFunctionOfTwelveVariablesIsTheSameHoweverItIsMade() throws {
    for seed in 0..<4 {
      var generator = SeededGenerator(seed: seed)
      let diagrams = BinaryDiagrams()
      let random = try RandomFunctions(
        variables: 12, steps: 40, in: diagrams, using: &generator)
      let (diagram, table) = random.functions[random.functions.count - 1]
      #expect(try diagrams.function(table) == diagram, "seed \(seed)")
    }
  }

  @Test(arguments: 0..<20) func conjunctionsOfMany(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let diagrams = BinaryDiagrams()
    let random = try RandomFunctions(variables: 7, steps: 30, in: diagrams, using: &generator)
    let some = (0..<Int.random(in: 0...5, using: &generator)).map { _ in
      random.functions[Int.random(in: 0..<random.functions.count, using: &generator)]
    }
    let all = TruthTable(variables: 7) { place in some.allSatisfy { $0.table.values[place] } }
    let any = TruthTable(variables: 7) { place in some.contains { $0.table.values[place] } }
    #expect(
      try diagrams.conjunction(of: some.map(\.diagram)) == diagrams.function(all), "seed \(seed)")
    #expect(
      try diagrams.disjunction(of: some.map(\.diagram)) == diagrams.function(any), "seed \(seed)")
  }

  @Test func sizesCountSharedNodesOnce() throws {
    let diagrams = BinaryDiagrams()
    let variables = try (0..<4).map(diagrams.variable)
    let parity = try variables.reduce(.false, diagrams.xor)
    #expect(diagrams.size(of: [parity]) == 4)  // 7 without signs on edges
    #expect(diagrams.size(of: [parity, !parity, variables[3], .true]) == 4)
    #expect(diagrams.size(of: []) == 0)
    #expect(diagrams.level(of: .true) == nil)
    #expect(diagrams.low(of: !parity) == !diagrams.low(of: parity))
    #expect(diagrams.level(of: parity) == 0)
  }

  @Test(arguments: 0..<20) func collectingKeepsWhatIsKept(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let diagrams = BinaryDiagrams()
    var random = try RandomFunctions(variables: 8, steps: 80, in: diagrams, using: &generator)
    for _ in 0..<3 {
      let kept = random.functions.filter { _ in generator.chance(0.1) }
      diagrams.collect(keeping: kept.map(\.diagram))
      #expect(diagrams.nodeCount == diagrams.size(of: kept.map(\.diagram)), "seed \(seed)")
      for (diagram, table) in kept {
        #expect(diagrams.table(of: diagram, variables: 8) == table, "seed \(seed)")
        #expect(try diagrams.function(table) == diagram, "seed \(seed)")
      }
      // What is made in freed places is right too.
      random = try RandomFunctions(variables: 8, steps: 80, in: diagrams, using: &generator)
      for (diagram, table) in random.functions + kept {
        #expect(diagrams.table(of: diagram, variables: 8) == table, "seed \(seed)")
      }
    }
  }
}

/// Limits: the budget, the caller's wish to stop, and depth.
@Suite struct DiagramLimitTests {
  /// Pairs of variables far apart, which makes a large diagram.
  private func pairs(_ count: Int, in diagrams: BinaryDiagrams) throws -> BinaryDiagram {
    try (0..<count).reduce(.false) {
      try diagrams.or($0, diagrams.and(diagrams.variable($1), diagrams.variable($1 + count)))
    }
  }

  @Test func theBudgetIsExactAndTheManagerStaysUsable() throws {
    let free = BinaryDiagrams()
    _ = try pairs(8, in: free)
    let needed = free.nodeCount
    let enough = BinaryDiagrams(nodeBudget: needed)
    _ = try pairs(8, in: enough)
    #expect(enough.nodeCount == needed)
    let short = BinaryDiagrams(nodeBudget: needed - 1)
    #expect(throws: DiagramLimit.nodes(needed - 1)) { try pairs(8, in: short) }
    #expect(short.nodeCount == needed - 1)
    short.collect(keeping: [])
    #expect(short.nodeCount == 0)
    let small = try pairs(6, in: short)
    let expected = TruthTable(variables: 12) { place in
      (0..<6).contains { place >> $0 & place >> ($0 + 6) & 1 == 1 }
    }
    #expect(short.table(of: small, variables: 12) == expected)
  }

  @Test func noBudgetAllowsConstantsOnly() throws {
    let diagrams = BinaryDiagrams(nodeBudget: 0)
    #expect(throws: DiagramLimit.nodes(0)) { try diagrams.variable(0) }
    #expect(try diagrams.and(.true, .false) == .false)
    #expect(diagrams.probabilities(of: [.true, .false], []) == [1, 0])
  }

  @Test func theCallerIsAskedNowAndThen() throws {
    var asked = 0
    let diagrams = BinaryDiagrams(goesOn: {
      asked += 1
      return asked < 3
    })
    #expect(throws: DiagramLimit.stopped) { try pairs(18, in: diagrams) }
    #expect(asked == 3)
    let both = try diagrams.and(diagrams.variable(0), diagrams.variable(1))
    #expect(diagrams.probabilities(of: [both], [0.5, 0.25]) == [0.125])
  }

  /// A chain as deep as there are levels, made of two that interleave.
  private func chain(_ count: Int, in diagrams: BinaryDiagrams) throws -> [BinaryDiagram] {
    let halves = try (0..<2).map { start in
      try diagrams.conjunction(
        of: stride(from: start, to: count, by: 2).map { try diagrams.variable($0) })
    }
    return [try diagrams.and(halves[0], halves[1])] + halves
  }

  @Test func aMillionLevelsDoNotCrash() throws {
    let diagrams = BinaryDiagrams()
    let all = try chain(1_000_000, in: diagrams)[0]
    #expect(diagrams.size(of: [all]) == 1_000_000)
  }

  @Test func noPassOverDeepDiagramsRecurses() throws {
    let count = 60_000
    let diagrams = BinaryDiagrams()
    let functions = try chain(count, in: diagrams)
    let (all, even, odd) = (functions[0], functions[1], functions[2])
    #expect(try diagrams.ifThenElse(even, odd, .false) == all)
    #expect(try diagrams.xor(diagrams.xor(even, odd), odd) == even)
    let (probability, importance) = diagrams.sensitivities(
      of: all, [Double](repeating: 1, count: count))
    #expect(probability == 1 && importance.count { $0 == 1 } == count)
    let families = SetFamilies()
    let sets = try families.minimalSolutions(of: all, in: diagrams, isRising: true)
    let same = try families.minimalSolutions(of: all, in: diagrams)
    #expect(sets == same && families.size(of: [sets]) == count)
    let single = try families.minimalSolutions(of: all, in: diagrams, ofDual: true)
    #expect(families.size(of: [single]) == count)
    #expect(families.countsBySize(of: single).map { Int($0) } == [0, count])
    #expect(try families.minimalUnion(single, sets) == single)
    diagrams.collect(keeping: [all])
    #expect(diagrams.nodeCount == count)
  }
}
