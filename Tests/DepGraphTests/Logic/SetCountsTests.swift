import BigInt
import Testing

@testable import DepGraph

/// Counts and lists of sets by size.
@Suite struct SetCountsTests {
  private let levels = 8

  private func family(
    _ families: SetFamilies, _ generator: inout SeededGenerator
  ) throws -> (SetFamily, Set<Int>) {
    let count = Int.random(in: 0...40, using: &generator)
    let sets = Set((0..<count).map { _ in Int.random(in: 0..<(1 << levels), using: &generator) })
    return (try families.family(sets, levels: levels), sets)
  }

  /// What a set is listed as: by size, then by levels.
  private func precedes(_ a: [Int], _ b: [Int]) -> Bool {
    (a.count, 0) != (b.count, 0) ? a.count < b.count : a.lexicographicallyPrecedes(b)
  }

  @Test(arguments: 0..<60) func countsAndListsAgreeWithAllSets(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let families = SetFamilies()
    let (family, sets) = try family(families, &generator)
    let expected = sets.map { set in (0..<levels).filter { set >> $0 & 1 == 1 } }
      .sorted(by: precedes)
    #expect(families.sets(of: family).map(\.levels) == expected, "seed \(seed)")
    let counts = families.countsBySize(of: family)
    #expect(counts.count == (expected.last.map { $0.count + 1 } ?? 0), "seed \(seed)")
    for (size, count) in counts.enumerated() {
      #expect(Int(count) == expected.count { $0.count == size }, "seed \(seed)")
    }
  }

  @Test(arguments: 0..<30) func levelsCanStandForFamilies(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let families = SetFamilies()
    let (family, sets) = try family(families, &generator)
    var counts: [Int: [BigInt]] = [:]
    for level in 0..<levels where generator.chance(0.5) {
      counts[level] = [0]
      for _ in 0..<Int.random(in: 1...66, using: &generator) {
        counts[level]?.append(BigInt(Int.random(in: 0...3, using: &generator)))
      }
      counts[level]?.append(2)
    }
    var expected: [BigInt] = []
    for set in sets {
      let product = (0..<levels).filter { set >> $0 & 1 == 1 }.reduce([BigInt(1)]) {
        multiply($0, counts[$1] ?? [0, 1])
      }
      while expected.count < product.count { expected.append(0) }
      for (size, count) in product.enumerated() { expected[size] += count }
    }
    #expect(families.countsBySize(of: family, countsOfLevel: counts) == expected, "seed \(seed)")

    // The list with sizes, multiplied out, is the count.
    let sizes = counts.mapValues { row in row.indices.filter { row[$0] != 0 } }
    var listed = [BigInt](repeating: 0, count: expected.count)
    var last: SizedSets.Element?
    for set in families.sets(of: family, sizesOfLevel: sizes).prefix(1_000) {
      let isNext = (last?.size ?? 0) <= set.size && last != set
      if !isNext || set.sizes.reduce(0, +) != set.size {
        Issue.record("\(set) after \(String(describing: last)), seed \(seed)")
      }
      last = set
      listed[set.size] += zip(set.levels, set.sizes).reduce(BigInt(1)) {
        $0 * (counts[$1.0]?[$1.1] ?? 1)
      }
    }
    // The last size may have been cut off.
    for size in 0..<(last?.size ?? 0) {
      #expect(listed[size] == expected[size], "seed \(seed), size \(size)")
    }
  }

  private func multiply(_ a: [BigInt], _ b: [BigInt]) -> [BigInt] {
    var product = [BigInt](repeating: 0, count: a.count + b.count - 1)
    for (i, x) in a.enumerated() {
      for (j, y) in b.enumerated() { product[i + j] += x * y }
    }
    return product
  }

  @Test func countsGrowBeyondAnyWord() throws {
    // 100 choices of one of 10: 10¹⁰⁰ sets of size 100, and the first is there at once.
    let diagrams = BinaryDiagrams()
    let families = SetFamilies()
    let all = try diagrams.conjunction(
      of: (0..<100).map { group in
        try diagrams.disjunction(of: (0..<10).map { try diagrams.variable(10 * group + $0) })
      })
    let sets = try families.minimalSolutions(of: all, in: diagrams, isRising: true)
    let counts = families.countsBySize(of: sets)
    #expect(counts.count == 101 && counts[100] == BigInt(10).power(100))
    #expect(counts.dropLast().allSatisfy { $0 == 0 })
    var iterator = families.sets(of: sets).makeIterator()
    #expect(iterator.next()?.levels == (0..<100).map { 10 * $0 })
    #expect(iterator.next()?.levels == (0..<99).map { 10 * $0 } + [991])
    let paths = try families.minimalSolutions(
      of: all, in: diagrams, ofDual: true, isRising: true)
    #expect(families.countsBySize(of: paths) == [BigInt](repeating: 0, count: 10) + [100])
    // A level that stands for more than a word can count.
    let much = BigInt(1) << 200
    let one = try families.union(families.single(0), families.single(1))
    #expect(families.countsBySize(of: one, countsOfLevel: [1: [0, 0, much]]) == [0, 1, much])
  }
}
