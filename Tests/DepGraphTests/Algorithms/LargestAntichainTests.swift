import Testing

@testable import DepGraph

/// Largest antichains against trying every subset.
@Suite struct LargestAntichainTests {
  @Test func smallOrders() {
    #expect(LargestAntichain(below: []).members == [])
    #expect(LargestAntichain(below: [[]]).members == [0])
    #expect(LargestAntichain(below: [[], [0], [0]]).members == [1, 2])
    // One above three: the three.
    #expect(LargestAntichain(below: [[1, 2, 3], [], [], []]).members == [1, 2, 3])
    // One below and one above three.
    #expect(LargestAntichain(below: [[1, 2, 3, 4], [4], [4], [4], []]).members == [1, 2, 3])
    // A chain.
    #expect(LargestAntichain(below: [[], [0], [0, 1]]).members.count == 1)
  }

  @Test func asLargeAsAnySubset() {
    for seed in 0..<(soaking ? 5_000 : 300) {
      var random = SeededGenerator(seed: seed)
      let count = Int.random(in: 1...9, using: &random)
      // Random arcs from later to earlier, closed transitively.
      var below = Array(repeating: Set<Int>(), count: count)
      for upper in 0..<count {
        for lower in 0..<upper where random.chance(0.3) {
          below[upper].insert(lower)
          below[upper].formUnion(below[lower])
        }
      }
      let isFree = { (members: [Int]) in
        members.allSatisfy { member in below[member].isDisjoint(with: members) }
      }
      let largest = (0..<(1 << count)).map { mask in (0..<count).filter { mask >> $0 & 1 == 1 } }
        .filter(isFree).map(\.count).max()
      let found = LargestAntichain(below: below.map { $0.sorted() }).members
      #expect(isFree(found), "seed \(seed)")
      #expect(found.count == largest, "seed \(seed)")
    }
  }
}
