import Testing

@testable import DepGraph

/// Availability against its definition: every set of failures with its probability, and the levels
/// computed by hand for each.
@Suite struct AvailabilityLawTests {
  static let seeds = 0..<(soaking ? 600 : 30)

  @Test(arguments: Reading.allCases) func theProbabilityIsThatOfAllSets(reading: Reading) throws {
    var (between, intervals) = (0, 0)
    for seed in Self.seeds {
      guard let oracle = AvailabilityOracle(seed: seed, reading) else { continue }
      let answer = Availability(.init(of: oracle.targets, reading: reading), in: oracle.compiled)
      #expect(answer.isComplete)
      for target in answer.targets {
        let (low, high) = (
          oracle.probability(of: target.vertex, at: \.low),
          oracle.probability(of: target.vertex, at: \.high)
        )
        let value = target.unavailability
        #expect(value.low.isNear(low) && value.high.isNear(high), "seed \(seed) \(target.vertex)")
        // Every value inside the intervals gives one inside the answer.
        let inner = oracle.probability(of: target.vertex) { $0.low + ($0.high - $0.low) / 3 }
        #expect(low <= inner + 1e-12 && inner <= high + 1e-12, "seed \(seed)")
        between += value.low > 0 && value.high < 1 ? 1 : 0
        intervals += value.isExact ? 0 : 1
      }
    }
    #expect(between > 50 && intervals > 20, "hardly any probability between 0 and 1")
  }

  @Test(arguments: Reading.allCases) func importanceIsThatOfItsDefinition(reading: Reading) throws {
    var count = 0
    for seed in Self.seeds {
      guard let oracle = AvailabilityOracle(seed: seed, reading) else { continue }
      let answer = Availability(.init(of: oracle.targets, reading: reading), in: oracle.compiled)
      for target in answer.targets.prefix(6) {
        let total = oracle.probability(of: target.vertex, at: \.high)
        for cause in target.causes where oracle.figures[cause.vertex] != nil {
          let up = oracle.probability(of: target.vertex, given: (cause.vertex, 0), at: \.high)
          let down = oracle.probability(of: target.vertex, given: (cause.vertex, 1), at: \.high)
          let own = try #require(cause.probability)
          let found = cause.importance
          let place: Comment = "seed \(seed) \(target.vertex) \(cause.vertex)"
          #expect(found.birnbaum.isNear(down - up), place)
          guard total > 1e-9 else { continue }
          #expect(found.criticality.value?.isNear((down - up) * own / total) == true, place)
          #expect(found.raw.value?.isNear(down / total) == true, place)
          #expect(found.diagnostic.value?.isNear(own * down / total) == true, place)
          if up > 1e-9 { #expect(found.rrw.value?.isNear(total / up) == true, place) }
          if up == 0 { #expect(found.rrw == .infinite, place) }
          count += 1
        }
      }
    }
    #expect(count > 100, "hardly anything matters")
  }

  /// Many components are answered one by one, with less effort: the figures are the same.
  @Test(arguments: Reading.allCases) func littleEffortIsExactToo(reading: Reading) throws {
    for seed in Self.seeds {
      guard let oracle = AvailabilityOracle(seed: seed, reading) else { continue }
      var question = Availability.Question(of: oracle.targets, reading: reading)
      question.effort = .thorough
      let thorough = Availability(question, in: oracle.compiled)
      question.effort = .quick
      let quick = Availability(question, in: oracle.compiled)
      #expect(quick.isComplete)
      for (one, other) in zip(thorough.targets, quick.targets) {
        let (first, second) = (one.unavailability, other.unavailability)
        #expect(
          first.low.isNear(second.low) && first.high.isNear(second.high),
          "seed \(seed) \(one.vertex)")
        #expect(one.unknown == other.unknown && one.figureCount == other.figureCount)
      }
    }
  }

  /// Simpler terms for the ways through networks bound what the ways themselves give.
  @Test(arguments: Reading.allCases) func simplerPathsAreBounds(reading: Reading) throws {
    var (exact, below, above) = (0, 0, 0)
    for seed in Self.seeds {
      guard let oracle = AvailabilityOracle(seed: seed, reading) else { continue }
      let figures = Unavailabilities(of: oracle.compiled, reading: reading)
      let values = [PathBound.Side.endsOnly, nil, .fewWays].map { side in
        let logic = FailureLogic(
          of: oracle.targets, in: oracle.compiled.reading(reading),
          bounding: side.map { PathBound(side: $0, largeFrom: 0) }, failing: figures.canFail)
        return SolvedTargets(logic, figures, SolverLimits(), isWhole: true)
      }
      for (place, target) in oracle.targets.enumerated() {
        let found = values.map { $0.unavailability(of: place).high }
        #expect(
          found[0] <= found[1] + 1e-12 && found[1] <= found[2] + 1e-12,
          "seed \(seed) \(target): \(found)")
        if found[0].isNear(found[2]) { exact += 1 }
        if found[0] < found[1] - 1e-9 { below += 1 }
        if found[2] > found[1] + 1e-9 { above += 1 }
      }
    }
    #expect(exact > 50 && below + above > 0, "\(exact) exact, \(below) below, \(above) above")
  }

  /// What is too large to be computed has bounds, and they hold.
  @Test(arguments: Reading.allCases) func boundsHold(reading: Reading) throws {
    var (narrow, wide) = (0, 0)
    for seed in Self.seeds {
      guard let oracle = AvailabilityOracle(seed: seed, reading) else { continue }
      let bounds = AvailabilityBounds(
        oracle.compiled.reading(reading),
        Unavailabilities(of: oracle.compiled, reading: reading))
      let answer = Availability(.init(of: oracle.targets, reading: reading), in: oracle.compiled)
      for target in answer.targets {
        let found = bounds.unavailability(of: target.vertex)
        let value = target.unavailability
        #expect(
          found.low <= value.low + 1e-12 && value.high <= found.high + 1e-12,
          "seed \(seed) \(target.vertex): \(value) in \(found)")
        if found.high - found.low < 1e-12 { narrow += 1 } else { wide += 1 }
      }
    }
    #expect(narrow > 0 && narrow + wide > 100, "hardly any bounds")
  }

  /// More can only fail where readings are less favourable.
  @Test func readingsAreInOrder() {
    for seed in Self.seeds {
      guard let compiled = try? CompiledModel(AvailabilityOracle.model(seed: seed)) else {
        continue
      }
      let targets = compiled.componentVertices
      let values = [Reading.certain, .written, .possible].map { reading in
        Availability(.init(of: targets, reading: reading), in: compiled).targets
          .map(\.unavailability.high)
      }
      for place in targets.indices {
        #expect(values[0][place] <= values[1][place] + 1e-12, "seed \(seed)")
        #expect(values[1][place] <= values[2][place] + 1e-12, "seed \(seed)")
      }
    }
  }

  /// The promise found is enough, and a little less is not.
  @Test func theBudgetIsTheLeastPromise() throws {
    var promises = 0
    for seed in 0..<(4 * Self.seeds.count) {
      var random = SeededGenerator(seed: seed &+ 900)
      var model = AvailabilityOracle.model(seed: seed)
      guard let index = model.components.indices.randomElement(using: &random) else { continue }
      model.components[index].dependability = Dependability()
      var contract = Contract(id: "k")
      contract.covers = .selectors([model.components[index].id])
      contract.availability = Ratio(0.9)
      model.contracts = [contract]
      guard let compiled = try? CompiledModel(model) else { continue }
      for target in compiled.componentVertices.prefix(3) {
        let goal = 1 - Double.random(in: 0...0.4, using: &random)
        let budget = PromiseBudget(for: target, goal: goal, adjusting: "k", in: compiled)
        func unavailability(promising availability: Double) throws -> Double {
          var changed = model
          changed.contracts[0].availability = Ratio(availability)
          let answer = Availability(.init(of: [target]), in: try CompiledModel(changed))
          return answer.targets[0].unavailability.high
        }
        switch budget.outcome {
        case .promise(let availability):
          promises += 1
          #expect(try unavailability(promising: availability) <= 1 - goal + 1e-9, "seed \(seed)")
          #expect(
            try unavailability(promising: max(0, availability - 1e-6)) > 1 - goal, "seed \(seed)")
        case .always: #expect(try unavailability(promising: 0) <= 1 - goal + 1e-12)
        case .never(let best):
          let atBest = try unavailability(promising: 1)
          #expect(best > 1 - goal && best.isNear(atBest))
        case .unused, .tooLarge: Issue.record("seed \(seed): \(budget.outcome)")
        }
      }
    }
    #expect(promises > 10, "hardly any promise matters")
  }
}

/// Probabilities by the definition, for small models.
struct AvailabilityOracle {
  let compiled: CompiledModel
  let targets: [VertexID]
  /// The figures, computed apart from the program.
  let figures: [VertexID: Ratio]
  private let uncertain: [VertexID]
  /// For each set of uncertain elements, by their bits, what is down.
  private let down: [Set<String>]

  init?(seed: Int, _ reading: Reading) {
    let model = Self.model(seed: seed)
    guard let compiled = try? CompiledModel(model) else { return nil }
    self.compiled = compiled
    targets = compiled.componentVertices
    var figures: [VertexID: Ratio] = [:]
    for component in model.components {
      guard let value = component.dependability.availability,
        let vertex = compiled.vertex(of: component.id)
      else { continue }
      figures[vertex] = Ratio(from: 1 - value.high, to: 1 - value.low)
    }
    for cause in model.commonCauses {
      guard let group = cause.group, let vertex = compiled.vertex(of: cause.id) else { continue }
      let members = group.members.compactMap(compiled.vertex(of:))
      let known = members.compactMap { figures[$0] }
      guard !known.isEmpty else { continue }
      let (low, high) = (known.map(\.low).max() ?? 0, known.map(\.high).max() ?? 0)
      figures[vertex] = Ratio(from: group.factor * low, to: group.factor * high)
      for member in members {
        guard let value = figures[member] else { continue }
        figures[member] = Ratio(
          from: (1 - group.factor) * value.low, to: (1 - group.factor) * value.high)
      }
    }
    self.figures = figures
    uncertain = figures.keys.sorted()
    let ids = uncertain.map(compiled.table.id(of:))
    down = (0..<(1 << uncertain.count)).map { bits in
      let failed = Set(ids.indices.filter { bits >> $0 & 1 == 1 }.map { ids[$0] })
      let levels = NaiveLevels(compiled.model, reading, failed: failed).level
      return Set(levels.filter { $0.value == 0 }.keys)
    }
  }

  /// A small model of which some elements have figures, and two may fail together.
  static func model(seed: Int) -> Model {
    var random = SeededGenerator(seed: seed &+ 77)
    var model = RandomModel.make(seed: seed)
    for index in model.components.indices.shuffled(using: &random).prefix(7) {
      let values = [0, 1, 0.5, 0.9, 0.99, Double.random(in: 0...1, using: &random)]
      let value = values[Int.random(in: 0..<values.count, using: &random)]
      let other = Double.random(in: value...1, using: &random)
      model.components[index].dependability.availability = Ratio(
        from: value, to: Bool.random(using: &random) ? value : other)
    }
    if Bool.random(using: &random) {
      let members = model.components.map(\.id).shuffled(using: &random).prefix(2)
      var cause = CommonCause(id: "maker:m")
      cause.group = BetaFactorGroup(
        factor: Double.random(in: 0...1, using: &random), members: Array(members))
      model.commonCauses = [cause]
    }
    return model
  }

  /// The probability that a component is down, with one value of each interval.
  func probability(
    of target: VertexID, given: (element: VertexID, value: Double)? = nil,
    at pick: (Ratio) -> Double
  ) -> Double {
    let id = compiled.table.id(of: target)
    let chances = uncertain.map { element in
      if let given, given.element == element { return given.value }
      return figures[element].map(pick) ?? 0
    }
    return down.indices.reduce(0.0) { sum, bits in
      guard down[bits].contains(id) else { return sum }
      let chance = chances.indices.reduce(1.0) { product, place in
        product * (bits >> place & 1 == 1 ? chances[place] : 1 - chances[place])
      }
      return sum + chance
    }
  }
}

extension Double {
  /// Whether two numbers are equal but for rounding.
  fileprivate func isNear(_ other: Double) -> Bool {
    (self - other).magnitude <= 1e-9 * max(1, magnitude, other.magnitude)
  }
}
