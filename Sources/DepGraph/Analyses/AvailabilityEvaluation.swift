/// What is known of some components from their diagrams, and where these are too large from less.
struct AvailabilityEvaluation {
  let asked: [VertexID]
  let figures: Unavailabilities
  private let question: Availability.Question
  private let reading: CompiledReading
  private let needs: UnknownNeeds
  private let goesOn: (@Sendable () -> Bool)?
  private let bounds: AvailabilityBounds

  /// - Complexity: O(*n*) for *n* elements of the model.
  init(
    of asked: [VertexID], _ question: Availability.Question, in compiled: CompiledModel,
    leavingOut contract: String? = nil, _ goesOn: (@Sendable () -> Bool)?
  ) {
    self.asked = asked
    self.question = question
    self.goesOn = goesOn
    var figures = Unavailabilities(of: compiled, reading: question.reading)
    if let contract { figures.leaveOut(promiseBy: contract) }
    self.figures = figures
    reading = compiled.reading(question.reading)
    needs = UnknownNeeds(in: compiled, question.reading)
    bounds = AvailabilityBounds(reading, figures, goesOn: goesOn)
  }

  /// For how many components all effort may be made.
  private static let few = 8
  /// The most nodes for a few components together, before each is tried alone.
  private static let mostShared = 1 << 18

  /// The components, in the order asked.
  ///
  /// Nodes are counted and not seconds, so that the same question has the same answer everywhere.
  ///
  /// - Complexity: As for `Availability`.
  var targets: [Availability.Target] {
    let effort = question.effort ?? (asked.count > Self.few ? .quick : .thorough)
    return effort == .quick ? quickTargets : thoroughTargets
  }

  // MARK: - A few

  private var thoroughTargets: [Availability.Target] {
    let shared = solve(asked, nodes: min(question.mostNodes, Self.mostShared))
    return asked.indices.map { place in
      shared.limit(of: place) == nil
        ? target(place, of: shared) : alone(asked[place], nodes: question.mostNodes)
    }
  }

  /// A component by a diagram of its own, else by one without what has no figure, else by bounds.
  private func alone(_ target: VertexID, nodes: Int) -> Availability.Target {
    let whole = solve([target], nodes: nodes)
    guard let limit = whole.limit(of: 0) else { return self.target(0, of: whole) }
    // What has no figure counts as never failing anyway, and is much of what makes it large.
    let known = solve([target], isWhole: false, nodes: nodes)
    if known.limit(of: 0) == nil { return self.target(0, of: known) }
    return self.target(
      target, bounds.unavailability(of: target), bearing(on: target), limit: limit)
  }

  // MARK: - Many

  /// The most nodes of all diagrams of many components, one after another, at each of two tries, and
  /// of a single one of them.
  private static let mostOfAll = 1 << 24
  private static let nodesOfOne = (first: 1 << 12...1 << 15, second: 1 << 13...1 << 18)

  /// Many components: each by a small diagram of its own; what is left with more nodes, then by
  /// bounds.
  private var quickTargets: [Availability.Target] {
    var found = [Availability.Target?](repeating: nil, count: asked.count)
    let first = share(of: asked.count, in: Self.nodesOfOne.first)
    for (place, target) in asked.enumerated() where mayGoOn {
      found[place] = quick(target, nodes: first)
    }
    let left = found.count { $0 == nil }
    let second = share(of: left, in: Self.nodesOfOne.second)
    let effort = left > Self.few ? SolverLimits.Effort.quick : question.effort ?? .thorough
    return asked.indices.map { place in
      if let target = found[place] { return target }
      guard mayGoOn else { return hasty(asked[place]) }
      return quick(asked[place], nodes: second, effort: effort)
        ?? bounded(asked[place], nodes: second, effort: effort)
    }
  }

  private var mayGoOn: Bool { goesOn?() ?? true }

  /// A component by the bounds that take no diagram, for which there is no time any more.
  private func hasty(_ target: VertexID) -> Availability.Target {
    self.target(
      target, bounds.unavailability(of: target, effort: nil), bearing(on: target), limit: .stopped)
  }

  private func share(of count: Int, in range: ClosedRange<Int>) -> Int {
    min(
      question.mostNodes,
      max(range.lowerBound, min(range.upperBound, Self.mostOfAll / max(1, count))))
  }

  /// A component by a diagram; nil where it needs more nodes, or rests on a large network.
  private func quick(
    _ target: VertexID, nodes: Int, effort: SolverLimits.Effort = .quick
  ) -> Availability.Target? {
    for isWhole in [true, false] {
      let logic = logic(of: [target], isWhole: isWhole, bounding: .fewWays)
      if logic.isBound { return nil }
      let solved = solve(logic, isWhole: isWhole, nodes: nodes, effort: effort)
      if solved.limit(of: 0) == nil { return self.target(0, of: solved) }
    }
    return nil
  }

  /// A component by bounds: where it rests on paths by diagrams with a few of their ways and with
  /// their ends alone, and where that is not enough by ways and cut sets.
  private func bounded(
    _ target: VertexID, nodes: Int, effort: SolverLimits.Effort
  ) -> Availability.Target {
    let high = logic(of: [target], isWhole: false, bounding: .fewWays, from: 0)
    var value = Ratio(bounding: 0, 1)
    if high.isBound {
      let low = logic(of: [target], isWhole: false, bounding: .endsOnly, from: 0)
      let most = solve(high, isWhole: false, nodes: nodes, effort: .quick)
      let least = solve(low, isWhole: false, nodes: nodes, effort: .quick)
      value = Ratio(
        bounding: least.limit(of: 0) == nil ? least.unavailability(of: 0).low : 0,
        most.limit(of: 0) == nil ? most.unavailability(of: 0).high : 1)
    }
    if value.high - value.low > Self.closeEnough * value.high {
      let isLarge = logic(of: [target], isWhole: false, bounding: .fewWays).isBound
      // Cut sets of a large network take too long, and are too many to say much.
      let other = bounds.unavailability(of: target, effort: isLarge ? nil : effort)
      value = Ratio(bounding: max(value.low, other.low), min(value.high, other.high))
    }
    return self.target(target, value, bearing(on: target), limit: .nodes(nodes))
  }

  /// Bounds so close, relative to the larger one, need no others.
  private static let closeEnough = 1e-3

  // MARK: - Diagrams

  /// From how many nodes and links on a network is put in simpler terms, for many components.
  private static let largeNetwork = 300

  private func logic(
    of targets: [VertexID], isWhole: Bool, bounding side: PathBound.Side? = nil,
    from size: Int = largeNetwork
  ) -> FailureLogic {
    FailureLogic(
      of: targets, in: reading,
      bounding: side.map { PathBound(side: $0, largeFrom: size) }
    ) {
      isWhole ? figures.canFail($0) : figures.isPositive($0)
    }
  }

  private func solve(
    _ targets: [VertexID], isWhole: Bool = true, nodes: Int
  ) -> SolvedTargets {
    solve(logic(of: targets, isWhole: isWhole), isWhole: isWhole, nodes: nodes, effort: .thorough)
  }

  private func solve(
    _ logic: FailureLogic, isWhole: Bool, nodes: Int, effort: SolverLimits.Effort
  ) -> SolvedTargets {
    SolvedTargets(
      logic, figures, SolverLimits(nodeBudget: nodes, effort: effort, goesOn: goesOn),
      isWhole: isWhole)
  }

  // MARK: - Answers

  private func bearing(on target: VertexID) -> [VertexID] {
    needs.bearing(on: target).filter(figures.canFail)
  }

  private func target(_ place: Int, of solved: SolvedTargets) -> Availability.Target {
    let target = solved.targets[place]
    let elements =
      solved.isWhole ? solved.elements(of: place) : bearing(on: target)
    let cutSets = question.wantsCutSetImportance ? solved.cutSetChances(of: place) : nil
    return self.target(
      target, solved.unavailability(of: place), elements, cutSetLimit: cutSets?.limit,
      causes: solved.causes(of: place, cutSets?.chances))
  }

  private func target(
    _ vertex: VertexID, _ value: Ratio, _ elements: [VertexID], limit: DiagramLimit? = nil,
    cutSetLimit: DiagramLimit? = nil, causes: [Availability.Cause] = []
  ) -> Availability.Target {
    Availability.Target(
      vertex: vertex, unavailability: value, limit: limit,
      unknown: figures.unknown(among: elements), unknownNeeds: needs.under(vertex),
      promised: figures.promised(among: elements),
      assumed: elements.filter { figures[$0]?.isAssumed == true },
      figureCount: elements.count { figures[$0] != nil }, causes: causes,
      cutSetLimit: cutSetLimit)
  }
}
