import BigInt
import Testing

@testable import DepGraph

/// Every answer of the solver against the definitions, on random gates.
@Suite struct SolvedGatesTests {
  static let kinds: [RandomGates.Kinds] = [
    [], [.negations], [.cycles], [.wirings], [.cycles, .wirings],
    [.negations, .cycles, .wirings],
  ]

  static func cases(_ range: Range<Int>, tops: Int = 1) -> [RandomGates] {
    range.map { seed in
      RandomGates(
        seed: seed, events: 1 + seed % 8, clusters: 2 + seed % 17, tops: tops,
        kinds: kinds[seed % kinds.count])
    }
  }

  static func chances(_ seed: Int, _ count: Int) -> [Double] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      [0, 1, 0.5].randomElement(using: &random).flatMap { random.chance(0.2) ? $0 : nil }
        ?? Double.random(in: 0...1, using: &random)
    }
  }

  static func pattern(_ set: [EventID]) -> Int { set.reduce(0) { $0 | 1 << $1.index } }

  @Test func probabilityAndImportanceAreThoseOfTheDefinition() {
    for gates in Self.cases(0..<600, tops: 4) {
      let truth = gates.truth
      let solved = SolvedGates(gates.graph, tops: gates.tops)
      let chances = Self.chances(gates.seed, gates.eventCount)
      let found = solved.probabilities(chances)
      for top in gates.tops.indices {
        #expect(solved.limit(of: top) == nil, "\(gates)")
        let expected = Definition.probability(truth[top], chances)
        #expect(abs((found[top] ?? -1) - expected) < 1e-12, "\(gates), top \(top)")
        let constant = truth[top].allSatisfy { $0 == truth[top][0] } ? truth[top][0] : nil
        #expect(solved.constantValue(of: top) == constant, "\(gates), top \(top)")
        let (probability, birnbaum) = solved.importance(of: top, chances)
        #expect(probability == found[top], "\(gates), top \(top)")
        var read: [EventID] = []
        for event in 0..<gates.eventCount {
          let sides = [1.0, 0.0].map { value in
            var changed = chances
            changed[event] = value
            return Definition.probability(truth[top], changed)
          }
          #expect(
            abs(birnbaum[event] - (sides[0] - sides[1])) < 1e-12,
            "\(gates), top \(top), event \(event)")
          let bit = 1 << event
          if truth[top].indices.contains(where: { truth[top][$0] != truth[top][$0 ^ bit] }) {
            read.append(EventID(event))
          }
        }
        #expect(solved.events(of: top) == read, "\(gates), top \(top)")
        if solved.isCoherent(top) {
          let rises = truth[top].indices.allSatisfy { pattern in
            read.allSatisfy { !truth[top][pattern] || truth[top][pattern | 1 << $0.index] }
          }
          #expect(rises, "\(gates), top \(top)")
        }
      }
    }
  }

  @Test func minimalSetsAreThoseOfTheDefinition() throws {
    for gates in Self.cases(1000..<1500, tops: 2) {
      let truth = gates.truth
      let solved = SolvedGates(gates.graph, tops: gates.tops)
      for top in gates.tops.indices {
        for paths in [false, true] {
          let expected = Definition.minimal(paths ? Definition.dual(truth[top]) : truth[top])
          let sets = try solved.minimalSets(of: top, paths: paths)
          let listed = Array(try sets.sets())
          #expect(
            listed.map(Self.pattern).sorted() == expected.sorted(),
            "\(gates), top \(top), paths \(paths)")
          var counts: [BigUInt] = []
          for pattern in expected {
            while counts.count <= pattern.nonzeroBitCount { counts.append(0) }
            counts[pattern.nonzeroBitCount] += 1
          }
          #expect(sets.counts == counts, "\(gates), top \(top), paths \(paths)")
          #expect(sets.total == BigUInt(expected.count))
          #expect(sets.leastOrder == listed.first?.count)
          #expect(sets.greatestOrder == listed.last?.count)
        }
      }
    }
  }

  @Test func setsComeBySizeAndThenInTheOrderOfRanks() throws {
    for gates in Self.cases(2000..<2100) {
      let solved = SolvedGates(gates.graph, tops: gates.tops)
      let sets = try solved.minimalSets(of: 0)
      var random = SeededGenerator(seed: gates.seed)
      let rank = Array(0..<gates.eventCount).shuffled(using: &random)
      let listed = Array(try sets.sets(rank: rank)).map { $0.map { rank[$0.index] } }
      for set in listed { #expect(set == set.sorted(), "\(gates)") }
      for (first, second) in zip(listed, listed.dropFirst()) {
        #expect(
          first.count < second.count
            || first.count == second.count && first.lexicographicallyPrecedes(second), "\(gates)")
      }
      let short = Array(try sets.sets(atMost: 2, rank: rank)).map { $0.map { rank[$0.index] } }
      #expect(short == listed.filter { $0.count <= 2 }, "\(gates)")
    }
  }

  @Test func cutSetsAndPathSetsAreEachOthersTransversals() throws {
    for gates in Self.cases(3000..<3200) {
      let solved = SolvedGates(gates.graph, tops: gates.tops)
      guard solved.isCoherent(0) else { continue }
      let cuts = Array(try solved.minimalSets(of: 0).sets()).map(Self.pattern)
      let paths = Array(try solved.minimalSets(of: 0, paths: true).sets()).map(Self.pattern)
      #expect(
        Definition.transversals(of: cuts, events: gates.eventCount).sorted() == paths.sorted(),
        "\(gates)")
      #expect(
        Definition.transversals(of: paths, events: gates.eventCount).sorted() == cuts.sorted(),
        "\(gates)")
    }
  }

  @Test func fussellVeselyIsThatOfTheDefinition() throws {
    for gates in Self.cases(4000..<4300) {
      let solved = SolvedGates(gates.graph, tops: gates.tops)
      let chances = Self.chances(gates.seed, gates.eventCount)
      let sets = try solved.minimalSets(of: 0)
      let patterns = Array(try sets.sets()).map(Self.pattern)
      let found = try sets.fussellVesely(chances)
      for event in 0..<gates.eventCount {
        let own = patterns.filter { $0 >> event & 1 == 1 }
        let union = (0..<(1 << gates.eventCount)).map { pattern in
          own.contains { $0 & pattern == $0 }
        }
        #expect(
          abs(found[event] - Definition.probability(union, chances)) < 1e-12,
          "\(gates), event \(event)")
      }
    }
  }

  @Test func probabilityIsThatOfInclusionAndExclusion() throws {
    for gates in Self.cases(5000..<5200) {
      let solved = SolvedGates(gates.graph, tops: gates.tops)
      guard solved.isCoherent(0) else { continue }
      let sets = Array(try solved.minimalSets(of: 0).sets()).map(Self.pattern)
      guard sets.count <= 10 else { continue }
      let chances = Self.chances(gates.seed, gates.eventCount)
      var sum = 0.0
      for choice in stride(from: 1, to: 1 << sets.count, by: 1) {
        let chosen = sets.indices.filter { choice >> $0 & 1 == 1 }
        let union = chosen.reduce(0) { $0 | sets[$1] }
        let product = chances.indices.reduce(1) { union >> $1 & 1 == 1 ? $0 * chances[$1] : $0 }
        sum += chosen.count % 2 == 1 ? product : -product
      }
      #expect(abs((solved.probabilities(chances)[0] ?? -1) - sum) < 1e-9, "\(gates)")
    }
  }

  /// A ring that is cut off from where its ways begin must not keep itself connected.
  @Test func aRingCutOffConnectsNothing() throws {
    var builder = GateGraph.Builder()
    let links = (0..<3).map { _ in builder.gate(of: builder.addEvent()) }
    let never = builder.add(.constant(false))
    let wiring = builder.add(
      Wiring(
        nodes: [never, never, never],
        links: zip([(0, 1), (1, 2), (1, 2)], links).map {
          Wiring.Link(first: $0.0.0, second: $0.0.1, failure: $0.1)
        }))
    let top = builder.add(.disconnected(Disconnection(wiring: wiring, from: 0, to: [1])))
    let solved = SolvedGates(builder.build(), tops: [top])
    #expect(Array(try solved.minimalSets(of: 0).sets()) == [[EventID(0)]])
  }

  @Test func aTopOverTheBudgetHasALimitAndTheOthersTheirAnswers() throws {
    var builder = GateGraph.Builder()
    let events = (0..<60).map { _ in builder.gate(of: builder.addEvent()) }
    var random = SeededGenerator(seed: 1)
    let clauses = (0..<200).map { _ in
      builder.add(.or, (0..<3).map { _ in events.randomElement(using: &random) ?? events[0] })
    }
    let hard = builder.add(.and, clauses)
    let easy = builder.add(.and, [events[0], clauses[0]])
    let solved = SolvedGates(
      builder.build(), tops: [hard, easy], limits: SolverLimits(nodeBudget: 2000))
    #expect(solved.limit(of: 0) == .nodes(2000))
    #expect(solved.limit(of: 1) == nil)
    #expect(solved.probabilities(Array(repeating: 0.5, count: 60))[0] == nil)
    #expect(throws: DiagramLimit.nodes(2000)) { try solved.minimalSets(of: 0) }
    let stopped = SolvedGates(
      builder.build(), tops: [hard], limits: SolverLimits(goesOn: { false }))
    #expect(stopped.limit(of: 0) == .stopped)
  }

  @Test func aLongChainNeedsNoLongStack() throws {
    var builder = GateGraph.Builder()
    let count = 10_000
    var top = builder.gate(of: builder.addEvent())
    for index in 1..<count {
      let event = builder.gate(of: builder.addEvent())
      top = builder.add(index % 2 == 0 ? .and : .or, [event, top])
    }
    let solved = SolvedGates(builder.build(), tops: [top])
    #expect(solved.limit(of: 0) == nil)
    let (probability, birnbaum) = solved.importance(
      of: 0, Array(repeating: 0.5, count: count))
    #expect(abs(probability - 2.0 / 3) < 1e-9)
    #expect(birnbaum[count - 1] > 0)
  }
}
