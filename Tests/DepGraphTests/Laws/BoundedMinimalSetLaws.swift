import DepGraph
import Testing

/// Minimal sets built upwards against those found by trying all sets of events.
@Suite struct BoundedMinimalSetLaws {
  static let seeds = 0..<(soaking ? 20_000 : 400)

  @Test func theyAreThoseOfTheDefinitionUpToEverySize() throws {
    var total = 0
    for seed in Self.seeds {
      let gates = RandomRisingGates(seed: seed)
      let (cuts, paths) = gates.minimalSets
      for (ofPaths, expected) in [(false, cuts), (true, paths)] {
        let bounded = BoundedMinimalSets(of: gates.top, in: gates.graph, ofPaths: ofPaths)
        for order in [0, 1, 2, 3, nil] as [Int?] {
          let found = try bounded.sets(atMost: order)
          let right = expected.filter { $0.count <= order ?? .max }
          let listed = found.smallest(1000).map { $0.map(\.index) }
          #expect(
            listed == Self.sorted(right), "seed \(seed) paths \(ofPaths) order \(order ?? -1)")
          for size in 0...gates.graph.eventCount {
            #expect(
              found.counts.count(of: size) == right.count { $0.count == size }, "seed \(seed)")
          }
          #expect(found.counts.total == "\(right.count)", "seed \(seed)")
        }
      }
      total += cuts.count + paths.count
    }
    #expect(total > 500, "the random gates hardly have minimal sets")
  }

  /// A set of events that happen meets every set that would keep the top from being true.
  @Test func cutSetsAndPathSetsAreEachOthersMinimalTransversals() throws {
    for seed in Self.seeds {
      let gates = RandomRisingGates(seed: seed)
      let lists = try [false, true].map { ofPaths in
        try BoundedMinimalSets(of: gates.top, in: gates.graph, ofPaths: ofPaths)
          .sets(atMost: nil).smallest(1000).map { Set($0.map(\.index)) }
      }
      for (sets, others) in [(lists[0], lists[1]), (lists[1], lists[0])] {
        let meeting = gates.choices.filter { choice in
          sets.allSatisfy { !$0.isDisjoint(with: choice) }
        }
        #expect(RandomRisingGates.minimal(meeting) == Set(others), "seed \(seed)")
      }
    }
  }

  @Test func theLikeliestAndTheCheapestComeFirst() throws {
    for seed in Self.seeds {
      let gates = RandomRisingGates(seed: seed)
      var random = SeededGenerator(seed: seed + 1)
      let figures = (0..<gates.graph.eventCount).map { _ -> Double? in
        Int.random(in: 0..<6, using: &random) == 0
          ? nil : Double(Int.random(in: 0...8, using: &random)) / 8
      }
      let sets = try BoundedMinimalSets(of: gates.top, in: gates.graph).sets(atMost: nil)
      let known = sets.smallest(1000).filter { set in
        set.allSatisfy { figures[$0.index] != nil }
      }
      let values = { (set: [EventID]) in set.compactMap { figures[$0.index] } }
      let chance = { (set: [EventID]) in values(set).reduce(1, *) }
      let likeliest = sets.likeliest(5, figures)
      #expect(
        likeliest.map(chance) == Array(known.map(chance).sorted(by: >).prefix(5)), "seed \(seed)")
      #expect(Set(likeliest).count == likeliest.count, "seed \(seed)")
      let total = { (set: [EventID]) in values(set).reduce(0, +) }
      #expect(sets.cheapest(figures).map(total) == known.map(total).min(), "seed \(seed)")
      let longest = known.map { values($0).max() ?? 0 }.min()
      #expect(sets.leastLargestCost(figures) == longest, "seed \(seed)")
      if let longest {
        let both = sets.cheapest(figures, noneAbove: longest)
        let right = known.filter { values($0).allSatisfy { $0 <= longest } }.map(total).min()
        #expect(both.map(total) == right, "seed \(seed)")
      }
    }
  }

  @Test func aSpentBudgetLosesNothingThatWasThere() throws {
    var spent = 0
    for seed in Self.seeds {
      let gates = RandomRisingGates(seed: seed)
      let bounded = BoundedMinimalSets(
        of: gates.top, in: gates.graph, limits: SolverLimits(nodeBudget: 6))
      for order in [1, nil] {
        do throws(DiagramLimit) {
          let found = try bounded.sets(atMost: order)
          let right = gates.minimalSets.cuts.filter { $0.count <= order ?? .max }
          #expect(
            found.smallest(1000).map { $0.map(\.index) } == Self.sorted(right), "seed \(seed)")
        } catch {
          #expect(error == .nodes(6), "seed \(seed)")
          spent += 1
        }
      }
    }
    #expect(spent > 0, "no budget was ever spent")
  }

  /// By size, then lexically.
  private static func sorted(_ sets: Set<Set<Int>>) -> [[Int]] {
    sets.map { $0.sorted() }.sorted { left, right in
      left.count != right.count ? left.count < right.count : left.lexicographicallyPrecedes(right)
    }
  }
}

@Suite struct PoissonBinomialTests {
  @Test func itIsTheSumOverAllOutcomes() {
    var random = SeededGenerator(seed: 5)
    for count in 0...8 {
      let chances = (0..<count).map { _ in Double.random(in: 0...1, using: &random) }
      let distribution = PoissonBinomial(chances, upTo: count + 1)
      for least in 0...(count + 1) {
        var expected = 0.0
        for outcome in 0..<(1 << count) where outcome.nonzeroBitCount >= least {
          expected += chances.indices.reduce(1.0) { product, index in
            product * (outcome >> index & 1 == 1 ? chances[index] : 1 - chances[index])
          }
        }
        #expect(abs(distribution.atLeast(least) - expected) < 1e-12, "\(count) \(least)")
      }
    }
  }

  /// Where 1 minus the rest would leave nothing but rounding.
  @Test func aTinyTailKeepsItsDigits() {
    let tail = PoissonBinomial([1e-10, 2e-10, 3e-10], upTo: 3).atLeast(3)
    #expect(abs(tail / 6e-30 - 1) < 1e-12)
    #expect(PoissonBinomial([], upTo: 0).atLeast(0) == 1)
    #expect(PoissonBinomial([1, 1], upTo: 2).atLeast(2) == 1)
  }
}
