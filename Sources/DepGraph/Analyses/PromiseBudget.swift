/// What one contract would have to promise for a component to be available often enough.
///
/// The availability of a component falls or stays with that of whatever the contract covers, so the
/// least promise that suffices is found by halving, each time with the exact probability. Everything
/// else stays as it is; an interval counts with its unfavourable end.
public struct PromiseBudget: Sendable {
  /// The answer.
  public enum Outcome: Hashable, Sendable {
    /// The contract would have to promise at least this availability.
    case promise(Double)
    /// It is so whatever the contract promises.
    case always
    /// It is not so even if the contract promised 100 %; then the component is down this share of
    /// time.
    case never(Double)
    /// No figure follows from the contract.
    case unused(Reason)
    /// The computation became too large.
    case tooLarge(DiagramLimit)
  }

  /// Why no figure follows from a contract.
  public enum Reason: String, Hashable, Sendable {
    /// It does not hold on the date of the model.
    case notInForce = "not-in-force"
    /// It does not cover exactly one element, as far as is known.
    case coversNotOne = "covers-not-one"
    /// What it covers has a figure of its own.
    case hasOwnFigure = "has-own-figure"
  }

  /// The component that should be available.
  public let target: VertexID
  /// The availability that it should have.
  public let goal: Double
  /// The id of the contract.
  public let contract: String
  /// What the contract promises now, at the unfavourable end; nil: nothing.
  public let current: Double?
  /// The answer.
  public let outcome: Outcome
  /// What bears on the component and has no figure: more may be needed.
  public let unknown: [VertexID]
  /// Components that it rests on of which a need, or something that they share, is not known.
  public let unknownNeeds: [VertexID]

  /// Whether more may be needed, for what is not known.
  public var isLeast: Bool { !unknown.isEmpty || !unknownNeeds.isEmpty }

  /// Looks for the least promise that suffices.
  ///
  /// - Parameters:
  ///   - target: The component that should be available.
  ///   - goal: The availability that it should have.
  ///   - contract: The id of the contract that may promise something else.
  ///   - compiled: The model.
  ///   - reading: The reading.
  ///   - mostNodes: The most nodes that the diagrams may have at once.
  ///   - goesOn: Asked now and then whether the work may go on.
  /// - Precondition: The goal is a share, and the contract is one of the model.
  /// - Complexity: That of the diagram of the target, and linear in its size for each halving.
  public init(
    for target: VertexID, goal: Double, adjusting contract: String, in compiled: CompiledModel,
    reading: Reading = .possible, mostNodes: Int = Availability.Question().mostNodes,
    goesOn: (@Sendable () -> Bool)? = nil
  ) {
    precondition((0...1).contains(goal), "an availability is a share")
    guard let agreement = compiled.model.contracts.first(where: { $0.id == contract }) else {
      preconditionFailure("a contract of the model")
    }
    self.target = target
    self.goal = goal
    self.contract = contract
    current = agreement.availability?.low
    var search = PromiseSearch(target, contract, in: compiled, reading, mostNodes, goesOn)
    outcome =
      if let reason = search.figures.reasonAgainst(agreement, on: compiled.model.asOf) {
        .unused(reason)
      } else if let limit = search.solved.limit(of: 0) {
        .tooLarge(limit)
      } else {
        search.outcome(missing: 1 - goal)
      }
    let needs = UnknownNeeds(in: compiled, reading)
    unknownNeeds = needs.under(target)
    let isSolved = search.solved.limit(of: 0) == nil
    let elements =
      isSolved
      ? search.solved.events(of: 0).map(search.logic.element) : needs.bearing(on: target)
    let adjusted = search.figures.element(ofPromise: contract)
    unknown = search.figures.unknown(among: elements.filter { $0 != adjusted })
  }
}

extension Unavailabilities {
  /// Why no figure follows from a contract; nil where one does, or would.
  func reasonAgainst(_ contract: Contract, on day: CalendarDate?) -> PromiseBudget.Reason? {
    if element(ofPromise: contract.id) != nil { return nil }
    if !contract.isValid(on: day) { return .notInForce }
    return isSoleCoverage(contract.id) ? .hasOwnFigure : .coversNotOne
  }
}

/// The probability that a component is down, as a function of what one contract promises.
private struct PromiseSearch {
  var figures: Unavailabilities
  let logic: FailureLogic
  let solved: SolvedGates
  private let contract: String

  init(
    _ target: VertexID, _ contract: String, in compiled: CompiledModel, _ reading: Reading,
    _ mostNodes: Int, _ goesOn: (@Sendable () -> Bool)?
  ) {
    let figures = Unavailabilities(of: compiled, reading: reading)
    self.figures = figures
    self.contract = contract
    let adjusted = figures.element(ofPromise: contract)
    logic = FailureLogic(of: [target], in: compiled.reading(reading)) {
      // What never fails and is promised nothing yet would fail with a promise.
      figures.canFail($0) || $0 == adjusted
    }
    solved = SolvedGates(
      logic.gates, tops: logic.tops,
      limits: SolverLimits(nodeBudget: mostNodes, goesOn: goesOn))
  }

  /// The answer where the component may be down a share of time.
  mutating func outcome(missing allowed: Double) -> PromiseBudget.Outcome {
    let least = unavailability(promising: 1)
    guard least <= allowed else { return .never(least) }
    guard unavailability(promising: 0) > allowed else { return .always }
    // It is met above and not below; the unavailability is halved, for it is what is small.
    var met = 0.0
    var missed = 1.0
    for _ in 0..<1100 {
      let middle = met + (missed - met) / 2
      guard middle > met, middle < missed else { break }
      if unavailability(lacking: middle) <= allowed { met = middle } else { missed = middle }
      if missed - met <= missed * 1e-12 { break }
    }
    return .promise(1 - met)
  }

  private mutating func unavailability(promising availability: Double) -> Double {
    unavailability(lacking: 1 - availability)
  }

  private mutating func unavailability(lacking share: Double) -> Double {
    figures.promise(Ratio(bounding: share, share).complement, by: contract)
    let chances = logic.elements.map { figures[$0]?.value.high ?? 0 }
    return solved.probabilities(chances)[0] ?? 1
  }
}
