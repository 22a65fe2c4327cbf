import DepGraph
import Testing

@Suite struct CutSetsTests {
  /// Two routers of one software, power beside them, and figures for all.
  private static let known = """
      - {id: r1, kind: network-element, requires: [], availability: 90%, mttr: 2h, shares: {software: x}}
      - {id: r2, kind: network-element, requires: [], availability: 80%, mttr: 8h, shares: {software: x}}
      - {id: power, kind: power, requires: [], availability: 99%, mttr: 4h}
      - {id: desk, kind: consumer, requires: [power, {any: [r1, r2]}]}
    """
  private static let software = "common-causes: [{id: software:x, availability: 99.9%}]\n"

  private func question(_ id: String, in model: TestModel) throws -> MinimalSetQuestion {
    MinimalSetQuestion(try model.vertex(id))
  }

  private func ids(_ elements: [VertexID], in model: TestModel) -> [String] {
    elements.map { model.compiled.table.id(of: $0) }
  }

  @Test func theSmallestFirstWithTheirFigures() throws {
    let model = try TestModel(Self.known, extra: Self.software)
    let cuts = CutSets(try question("desk", in: model), in: model.compiled)
    #expect(
      cuts.sets.map { ids($0.elements, in: model) } == [["power"], ["software:x"], ["r1", "r2"]])
    let figures = cuts.sets.compactMap { $0.likelihood.probability?.high }
    for (figure, expected) in zip(figures, [0.01, 0.001, 0.02]) {
      #expect(abs(figure - expected) < 1e-12)
    }
    let whole = 1 - 0.99 * 0.999 * 0.98
    #expect(abs((cuts.unavailability?.high ?? 0) - whole) < 1e-12)
    #expect(abs((cuts.share(of: cuts.sets[2])?.low ?? 0) - 0.02 / whole) < 1e-12)
    #expect(cuts.leftOutAtMost == 0 && cuts.isTruncated == false && cuts.hasLarger == false)
  }

  @Test func theMostLikelyFirst() throws {
    let model = try TestModel(Self.known, extra: Self.software)
    var question = try question("desk", in: model)
    question.ranking = .probability
    question.listLimit = 2
    let cuts = CutSets(question, in: model.compiled)
    #expect(cuts.sets.map { ids($0.elements, in: model) } == [["r1", "r2"], ["power"]])
    #expect(cuts.isTruncated == true && cuts.counts.total == "3")
    // What is left is the software; a bound must not be below it.
    #expect(cuts.leftOutAtMost ?? 0 >= 0.001)
  }

  /// Without a figure of its own the software could be the most likely cause of all.
  @Test func whatHasNoFigureComesLastAndIsNotBounded() throws {
    let model = try TestModel(Self.known)
    var question = try question("desk", in: model)
    question.ranking = .probability
    question.listLimit = 2
    var cuts = CutSets(question, in: model.compiled)
    #expect(cuts.leftOutAtMost == nil)
    #expect(ids(cuts.openEnds.withoutFigure, in: model) == ["software:x"])
    question.listLimit = 3
    cuts = CutSets(question, in: model.compiled)
    #expect(ids(cuts.sets[2].elements, in: model) == ["software:x"])
    #expect(cuts.sets[2].likelihood.probability == nil)
    #expect(cuts.sets.allSatisfy { cuts.share(of: $0) == nil })
  }

  @Test func nothingStopsWhatNeedsNothing() throws {
    let model = try TestModel("  - {id: rock, kind: consumer, requires: []}")
    let cuts = CutSets(try question("rock", in: model), in: model.compiled)
    #expect(cuts.sets.isEmpty && cuts.counts.total == "0" && cuts.isComplete)
    let paths = PathSets(try question("rock", in: model), in: model.compiled)
    #expect(paths.sets.map(\.elements) == [[]] && paths.counts.total == "1")
  }

  @Test func whatIsNotKnownIsSaid() throws {
    let model = try TestModel(
      """
        - {id: base, requires: [unknown]}
        - {id: far, requires: [unknown]}
        - {id: one, requires: [], shares: {duct: unknown}}
        - {id: two, requires: [], shares: {duct: d}}
        - {id: desk, kind: consumer, requires: [base, {any: [one, two]}]}
      """)
    let cuts = CutSets(try question("desk", in: model), in: model.compiled)
    #expect(ids(cuts.openEnds.unknown, in: model) == ["base"])
    #expect(cuts.openEnds.independenceNotShown == ["duct"])
    #expect(cuts.leftOutAtMost == nil)
  }

  @Test func theFewestAndTheQuickestRepairs() throws {
    let model = try TestModel(Self.known)
    let failed = try model.compiled.seeds(["r1", "r2", "power"])
    let paths = PathSets(try question("desk", in: model), after: failed, in: model.compiled)
    #expect(paths.sets.map { ids($0.elements, in: model) } == [["power", "r1"], ["power", "r2"]])
    #expect(paths.sets.map(\.totalTime) == [6 * 3600, 12 * 3600])
    #expect(paths.sets.map(\.longestTime) == [4 * 3600, 8 * 3600])
    let cheapest = try #require(paths.cheapest)
    #expect(ids(cheapest.leastTotal.elements, in: model) == ["power", "r1"])
    #expect(ids(cheapest.leastLongest.elements, in: model) == ["power", "r1"])
    // One router alone is no outage, and a software without a time cannot be compared.
    let works = PathSets(
      try question("desk", in: model), after: try model.compiled.seeds(["r1"]), in: model.compiled)
    #expect(works.sets.map(\.elements) == [[]])
    let untold = PathSets(
      try question("desk", in: model), after: try model.compiled.seeds(["software:x"]),
      in: model.compiled)
    #expect(untold.sets.map { ids($0.elements, in: model) } == [["software:x"]])
    #expect(untold.cheapest == nil && ids(untold.withoutTime, in: model) == ["software:x"])
  }

  /// Whatever the budget, what is counted is counted exactly, and what is not is said.
  @Test func aBudgetLeavesTheSmallerSizesWhole() throws {
    let many = (1...6).map { "  - {id: a\($0), requires: []}\n  - {id: b\($0), requires: []}\n" }
    let groups = (1...6).map { "{any: [a\($0), b\($0)]}" }.joined(separator: ", ")
    let triples = "{at-least: 9, of: [a1, a2, a3, a4, a5, a6, b1, b2, b3, b4, b5, b6]}"
    let model = try TestModel(
      many.joined()
        + "  - {id: desk, kind: consumer, requires: [{any: [\(triples), {at-least: 6, of: [\(groups)]}]}]}"
    )
    let whole = CutSets(try question("desk", in: model), in: model.compiled)
    #expect(whole.isComplete)
    var partial = 0
    for budget in stride(from: 1, through: 400, by: 3) {
      var question = try question("desk", in: model)
      question.nodeBudget = budget
      let cuts = CutSets(question, in: model.compiled)
      if cuts.isComplete {
        #expect(cuts.counts == whole.counts, "budget \(budget)")
        continue
      }
      let order = try #require(cuts.countedUpTo)
      #expect(cuts.isOutOfRoom && cuts.isTruncated != false, "budget \(budget)")
      for size in 0...order {
        #expect(cuts.counts.decimal(of: size) == whole.counts.decimal(of: size), "\(budget)")
      }
      partial += order > 0 ? 1 : 0
    }
    #expect(partial > 0, "no budget left anything")
  }

  /// Counting single points takes a few steps here, and the probability many.
  @Test func whatALimitLeavesOutIsSaidWhereAllIsCounted() throws {
    let side = 11
    let units = (0..<side * side).map { unit in
      "  - {id: u\(unit), kind: network-element, requires: [], availability: 99%}\n"
    }
    let pairs = (0..<side * side).flatMap { unit -> [String] in
      let right = unit % side < side - 1 ? ["{any: [u\(unit), u\(unit + 1)]}"] : []
      let below = unit + side < side * side ? ["{any: [u\(unit), u\(unit + side)]}"] : []
      return right + below
    }
    let model = try TestModel(
      units.joined()
        + "  - {id: desk, kind: consumer, requires: [\(pairs.joined(separator: ", "))]}")
    var question = try question("desk", in: model)
    question.maxOrder = 1
    let whole = CutSets(question, in: model.compiled, goesOn: { true })
    #expect(whole.isComplete && whole.areAllCounted && whole.unavailability != nil)
    let stopped = CutSets(question, in: model.compiled, goesOn: { false })
    #expect(stopped.areAllCounted && stopped.counts == whole.counts)
    #expect(!stopped.isComplete && stopped.unavailability == nil)
  }

  /// The probability that a set which is not listed has failed, by trying all outcomes.
  @Test func whatIsLeftOutIsNotLikelierThanSaid() throws {
    var compared = 0
    for seed in 0..<40 {
      var model = RandomModel.make(seed: seed, isKnown: true)
      var random = SeededGenerator(seed: seed + 9)
      for index in model.components.indices {
        let share = Double(Int.random(in: 50...99, using: &random)) / 100
        model.components[index].dependability.availability = Ratio(share)
      }
      for id in ["software:r0", "software:r1"] {
        var cause = CommonCause(id: id)
        cause.dependability.availability = Ratio(0.9)
        model.commonCauses.append(cause)
      }
      guard let oracle = CutOracle(model), oracle.seeds.count <= 11 else { continue }
      for target in oracle.targets.suffix(2) {
        var question = MinimalSetQuestion(target)
        question.listLimit = 1000
        let all = CutSets(question, in: oracle.compiled)
        guard !all.openEnds.areThere else { continue }
        let figures = Unavailabilities(of: oracle.compiled, reading: .possible)
        for limit in 0...2 {
          for order in [1, 2, nil] as [Int?] {
            question.listLimit = limit
            question.maxOrder = order
            let some = CutSets(question, in: oracle.compiled)
            let listed = Set(some.sets.map(\.elements))
            let rest = all.sets.map(\.elements).filter { !listed.contains($0) }
            let bound = try #require(some.leftOutAtMost, "seed \(seed)")
            let exact = Self.probability(that: rest, figures)
            #expect(bound >= exact - 1e-12, "seed \(seed) \(oracle.id(target))")
            compared += rest.isEmpty ? 0 : 1
          }
        }
      }
    }
    #expect(compared > 20)
  }

  private static func probability(
    that sets: [[VertexID]], _ figures: Unavailabilities
  ) -> Double {
    let elements = Set(sets.joined()).sorted()
    return (0..<(1 << elements.count)).reduce(0.0) { sum, outcome in
      let failed = Set(elements.indices.filter { outcome >> $0 & 1 == 1 }.map { elements[$0] })
      guard sets.contains(where: failed.isSuperset) else { return sum }
      let chance = elements.reduce(1.0) { product, element in
        let figure = figures[element]?.value.high ?? 0
        return product * (failed.contains(element) ? figure : 1 - figure)
      }
      return sum + chance
    }
  }
}
