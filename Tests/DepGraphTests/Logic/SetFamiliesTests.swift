import BigInt
import Testing

@testable import DepGraph

/// Operations on families of sets against lists of sets as bits.
@Suite struct SetFamiliesTests {
  private let levels = 7

  private func sets(_ generator: inout SeededGenerator) -> Set<Int> {
    let count = Int.random(in: 0...20, using: &generator)
    return Set((0..<count).map { _ in Int.random(in: 0..<(1 << levels), using: &generator) })
  }

  private func minimal(_ sets: Set<Int>) -> Set<Int> {
    sets.filter { set in !sets.contains { $0 != set && $0 & set == $0 } }
  }

  @Test(arguments: 0..<150) func operationsGiveTheRightSets(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let families = SetFamilies()
    let (a, b) = (sets(&generator), sets(&generator))
    let (first, second) = (
      try families.family(a, levels: levels), try families.family(b, levels: levels)
    )
    #expect(families.bits(of: first) == a, "seed \(seed)")
    func check(_ family: SetFamily, _ expected: Set<Int>) throws {
      #expect(families.bits(of: family) == expected, "seed \(seed)")
      #expect(try families.family(expected, levels: levels) == family, "seed \(seed)")
    }
    try check(families.union(first, second), a.union(b))
    try check(families.intersection(first, second), a.intersection(b))
    try check(families.difference(first, second), a.subtracting(b))
    try check(
      families.without(first, second), a.filter { set in !b.contains { $0 & set == $0 } })
    try check(families.minimal(first), minimal(a))
    let (least, other) = (try families.minimal(first), try families.minimal(second))
    try check(families.minimalUnion(least, other), minimal(a.union(b)))
    let products = Set(a.flatMap { set in b.map { set | $0 } })
    try check(families.minimalProduct(least, other), minimal(products))
    let size = Int.random(in: 0...levels, using: &generator)
    try check(
      families.minimalProduct(
        families.sets(of: least, atMost: size), families.sets(of: other, atMost: size),
        atMost: size),
      minimal(products).filter { $0.nonzeroBitCount <= size })
    try check(
      families.sets(of: first, atMost: size), a.filter { $0.nonzeroBitCount <= size })
  }

  @Test func noSetAndTheEmptySet() throws {
    let families = SetFamilies()
    let one = try families.single(0)
    #expect(try families.minimalProduct(one, .none) == .none)
    #expect(try families.minimalProduct(one, .unit) == one)
    #expect(try families.minimalUnion(one, .unit) == .unit)
    #expect(try families.without(one, .unit) == .none)
    #expect(try families.minimalProduct(one, one, atMost: 0) == .none)
    #expect(try families.union(one, .unit).hasEmptySet)
    #expect(Array(families.sets(of: .none)).isEmpty)
    #expect(families.sets(of: .unit).map(\.levels) == [[]])
    #expect(families.countsBySize(of: .none).isEmpty)
    #expect(families.countsBySize(of: .unit) == [1])
  }

  @Test func theBudgetIsExactAndTheManagerStaysUsable() throws {
    let all = Set(0..<(1 << levels)).filter { $0.nonzeroBitCount == 3 }
    let free = SetFamilies()
    _ = try free.family(all, levels: levels)
    let short = SetFamilies(nodeBudget: free.nodeCount - 1)
    #expect(throws: DiagramLimit.nodes(free.nodeCount - 1)) {
      try short.family(all, levels: levels)
    }
    #expect(short.nodeCount == short.nodeBudget)
    short.collect(keeping: [])
    let few: Set<Int> = [1, 6, 12]
    let family = try short.family(few, levels: levels)
    short.collect(keeping: [family])
    #expect(short.nodeCount == short.size(of: [family]))
    #expect(short.bits(of: family) == few)
    #expect(try short.family(few, levels: levels) == family)
  }
}

/// Minimal solutions against trying all choices.
@Suite struct MinimalSolutionsTests {
  @Test(arguments: 0..<80) func theyAreThoseFoundByTryingAll(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let variables = Int.random(in: 1...9, using: &generator)
    let rising = seed % 2 == 0
    let diagrams = BinaryDiagrams()
    let families = SetFamilies()
    let random = try RandomFunctions(
      variables: variables, steps: 25, rising: rising, in: diagrams, using: &generator)
    for (diagram, table) in random.functions {
      for isDual in [false, true] {
        let expected = (isDual ? table.dual : table).minimalSolutions
        let found = try families.minimalSolutions(of: diagram, in: diagrams, ofDual: isDual)
        #expect(families.bits(of: found) == expected, "seed \(seed), dual \(isDual)")
        guard table.rises else { continue }
        let fast = try families.minimalSolutions(
          of: diagram, in: diagrams, ofDual: isDual, isRising: true)
        #expect(fast == found, "seed \(seed), dual \(isDual)")
      }
    }
  }

  @Test(arguments: 0..<20) func thoseOfTheDualMeetAll(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let diagrams = BinaryDiagrams()
    let families = SetFamilies()
    let random = try RandomFunctions(
      variables: 8, steps: 25, rising: true, in: diagrams, using: &generator)
    for (diagram, _) in random.functions {
      let cuts = families.bits(
        of: try families.minimalSolutions(of: diagram, in: diagrams, isRising: true))
      let paths = families.bits(
        of: try families.minimalSolutions(
          of: diagram, in: diagrams, ofDual: true, isRising: true))
      let meeting = TruthTable(variables: 8) { set in cuts.allSatisfy { $0 & set != 0 } }
      #expect(paths == meeting.minimalSolutions, "seed \(seed)")
    }
  }
}
