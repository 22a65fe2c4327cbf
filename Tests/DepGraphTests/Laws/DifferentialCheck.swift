import DepGraph

/// The engines held against each other, and against evaluators that share no code with them, on one
/// random graph and one random model of a seed.
///
/// Propagation and lanes are told apart by the naive evaluators on a few failures; then lanes answer
/// every set of failures of up to eight elements at once, and decision diagrams must say the same of
/// all of them: the minimal cut sets, and the probability.
struct DifferentialCheck {
  let seed: Int

  /// What two of them do not agree on, or nil.
  func flaw() -> String? { flawInGraph() ?? flawInModel() }

  // MARK: - Graphs

  private func flawInGraph() -> String? {
    let plain: PlainThresholdGraph =
      seed.isMultiple(of: 4) ? .randomNetwork(seed: seed) : .random(seed: seed)
    let graph = plain.built()
    var random = SeededGenerator(seed: seed &+ 11_000_000)
    let scenarios = [[]] + (0..<3).map { _ in plain.randomSeeds(&random) }
    let block = LaneBlock(FailureLanes(graph))
    block.fail(scenarios.map { $0.map { VertexID($0) } })
    for (lane, seeds) in scenarios.enumerated() {
      let expected = plain.failures(seeds: seeds)
      let failed = graph.failures(from: seeds.map { VertexID($0) }).failed
      let times = graph.failureTimes(from: seeds.map { (VertexID($0), 0.0) })
      for (index, isDown) in expected.enumerated() {
        let vertex = VertexID(index)
        let answers = [
          failed.contains(vertex), block.lanes(of: vertex).contains(lane),
          times[vertex] < .infinity,
        ]
        if answers.contains(!isDown) {
          return "graph, vertex \(index) from \(seeds): by definition \(isDown); "
            + "propagation, lanes, times: \(answers)"
        }
      }
    }
    return nil
  }

  // MARK: - Models

  private func flawInModel() -> String? {
    var model = RandomModel.make(seed: seed, withHoldups: seed.isMultiple(of: 3))
    var random = SeededGenerator(seed: seed &+ 12_000_000)
    let chances = addChances(to: &model, &random)
    // Some random models could never work; they are no models.
    guard let compiled = try? CompiledModel(model) else { return nil }
    let elements = (0..<compiled.table.count).map { VertexID($0) }
    let scenarios = (0..<2).map { _ in
      Array(elements.shuffled(using: &random).prefix(Int.random(in: 1...3, using: &random)))
    }
    for reading in Reading.allCases {
      if let flaw = flaw(of: reading, scenarios, elements, in: compiled) { return flaw }
    }
    let target = compiled.componentVertices.randomElement(using: &random) ?? elements[0]
    let reading = Reading.allCases.randomElement(using: &random) ?? .possible
    return flawInCutSets(of: target, reading, in: compiled)
      ?? flawInProbability(of: target, reading, chances, in: compiled)
  }

  /// Gives up to seven components a figure of availability.
  ///
  /// - Returns: How likely each is to be down, by id.
  private func addChances(
    to model: inout Model, _ random: inout SeededGenerator
  ) -> [(id: String, chance: Double)] {
    model.components.indices.shuffled(using: &random).prefix(7).sorted().map { index in
      let availability = Double(Int.random(in: 0...64, using: &random)) / 64
      model.components[index].dependability.availability = Ratio(availability)
      return (model.components[index].id, 1 - availability)
    }
  }

  /// Levels by definition, by propagation in time, and in lanes.
  private func flaw(
    of kind: Reading, _ scenarios: [[VertexID]], _ elements: [VertexID],
    in compiled: CompiledModel
  ) -> String? {
    let reading = compiled.reading(kind)
    let block = LaneBlock(FailureLanes(reading.levelOne))
    block.fail(scenarios)
    for (lane, seeds) in scenarios.enumerated() {
      let ids = seeds.map(compiled.table.id(of:))
      let naive = NaiveLevels(compiled.model, kind, failed: Set(ids))
      let times = reading.times(from: seeds)
      for element in elements {
        let id = compiled.table.id(of: element)
        let isDown = naive.offered[id] == 0
        let answers = [
          (times.down[element] < .infinity) == isDown,
          block.lanes(of: element).contains(lane) == isDown,
          (times.lessThanWhole(element) < .infinity) == ((naive.level[id] ?? 2) < 2),
        ]
        if answers.contains(false) {
          return "model, \(kind) reading, \(id) from \(ids): by definition "
            + "\(naive.level[id] ?? 2), offers \(naive.offered[id] ?? 2); down by times, down by "
            + "lanes, less than whole by times agree: \(answers)"
        }
      }
    }
    return nil
  }

  // MARK: - Decision diagrams

  /// Every set of some elements, by their bits, and in which of them a component is down by lanes.
  private func isDown(
    _ target: VertexID, _ reading: Reading, withSetsOf elements: [VertexID],
    in compiled: CompiledModel
  ) -> LaneMask {
    let block = LaneBlock(FailureLanes(compiled.reading(reading).levelOne))
    block.fail(
      (0..<(1 << elements.count)).map { bits in
        elements.indices.filter { bits >> $0 & 1 == 1 }.map { elements[$0] }
      })
    return block.lanes(of: target)
  }

  private func flawInCutSets(
    of target: VertexID, _ reading: Reading, in compiled: CompiledModel
  ) -> String? {
    let seeds = (0..<compiled.table.count).map { VertexID($0) }
      .filter { compiled.isSeedOfSearches($0) && $0 != target }
    guard seeds.count <= 8 else { return nil }
    var question = MinimalSetQuestion(target)
    question.reading = reading
    question.listLimit = 10_000
    let cuts = CutSets(question, in: compiled)
    let sets = cuts.sets.map { cut in
      cut.elements.reduce(0) { bits, element in
        bits | 1 << (seeds.firstIndex(of: element) ?? 62)
      }
    }
    let name = "cut sets of \(compiled.table.id(of: target)), \(reading) reading"
    guard cuts.isComplete, cuts.counts.totalCount == sets.count else {
      return "\(name): \(cuts.counts.total) counted, \(sets.count) listed"
    }
    let down = isDown(target, reading, withSetsOf: seeds, in: compiled)
    for bits in 0..<(1 << seeds.count)
    where sets.contains(where: { $0 & bits == $0 }) != down.contains(bits) {
      let failed = seeds.indices.filter { bits >> $0 & 1 == 1 }.map {
        compiled.table.id(of: seeds[$0])
      }
      return "\(name): with \(failed) it is down by lanes: \(down.contains(bits))"
    }
    for (place, set) in sets.enumerated() {
      let others = sets[..<place] + sets[(place + 1)...]
      if others.contains(where: { $0 & set == $0 }) { return "\(name): one holds another" }
    }
    return nil
  }

  private func flawInProbability(
    of target: VertexID, _ reading: Reading, _ chances: [(id: String, chance: Double)],
    in compiled: CompiledModel
  ) -> String? {
    let elements = chances.compactMap { compiled.vertex(of: $0.id) }
    let down = isDown(target, reading, withSetsOf: elements, in: compiled)
    let expected = down.reduce(0.0) { sum, bits in
      sum
        + chances.indices.reduce(1.0) { product, place in
          product * (bits >> place & 1 == 1 ? chances[place].chance : 1 - chances[place].chance)
        }
    }
    let answer = Availability(.init(of: [target], reading: reading), in: compiled)
    guard let found = answer.targets.first?.unavailability else { return "no answer" }
    let isNear = [found.low, found.high].allSatisfy { ($0 - expected).magnitude <= 1e-9 }
    return isNear
      ? nil
      : "\(compiled.table.id(of: target)) is down with \(found) by diagrams, \(expected) by lanes"
  }
}
