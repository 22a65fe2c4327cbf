/// How likely components are to be down at a random moment, exactly, and what that is due to.
///
/// Elements fail by themselves independently, each with its figure of `Unavailabilities`; a component
/// is down where the failures take it down, its own failure included. The probability is that of the
/// whole formula, by decision diagram: no sum of rare events, and shared causes count once. All
/// components asked about share one set of diagrams.
///
/// What has no figure counts as never failing and is named: the answer is then a least. An interval
/// of a figure gives an interval, exactly, since more failures never help.
///
///     let answer = Availability(.init(), in: compiled)
///     answer.targets[0].unavailability   // 0.0005
///     answer.targets[0].isLeast          // true: not every figure is known
///     answer.targets[0].causes.first     // what it is due to most
public struct Availability: Sendable {
  /// What is asked.
  public struct Question: Hashable, Sendable {
    /// The components asked about; nil: all processes and consumers.
    public var targets: [VertexID]?
    /// The reading in which things fail.
    public var reading: Reading
    /// Whether Fussell–Vesely importance is wanted too, which takes the minimal cut sets.
    public var wantsCutSetImportance = false
    /// The most nodes that the diagrams may have at once.
    public var mostNodes = 4_000_000

    /// Asks about components.
    public init(of targets: [VertexID]? = nil, reading: Reading = .possible) {
      self.targets = targets
      self.reading = reading
    }
  }

  /// How much an element matters for a component.
  public struct Cause: Hashable, Sendable {
    /// The element.
    public let vertex: VertexID
    /// How likely it is to be down by itself, at the unfavourable end of an interval; nil: unknown,
    /// counted as 0.
    public let probability: Double?
    /// How much it matters, with every figure at the unfavourable end of its interval.
    public let importance: ImportanceMeasures
  }

  /// One component.
  public struct Target: Hashable, Sendable {
    /// The component.
    public let vertex: VertexID
    /// The share of time that it is down; bounds where figures are intervals, or where the diagram
    /// became too large.
    public let unavailability: Ratio
    /// Why there are only bounds; nil: it is exact.
    public let limit: DiagramLimit?
    /// What bears on it and has no figure, or one that could be larger: what others share first.
    public let unknown: [VertexID]
    /// Components that it rests on of which a need, or something that they share, is not known.
    public let unknownNeeds: [VertexID]
    /// What bears on it with a figure that is promised, by id.
    public let promised: [VertexID]
    /// What bears on it with a figure that rests on something inferred or assumed, by id.
    public let assumed: [VertexID]
    /// The number of elements that bear on it and have a figure.
    public let figureCount: Int
    /// What bears on it, the most critical first; empty where there are only bounds.
    public let causes: [Cause]
    /// Why Fussell–Vesely importance, if asked for, is missing; nil: it is not.
    public let cutSetLimit: DiagramLimit?

    /// Whether it could be down more often, for what is not known.
    public var isLeast: Bool { !unknown.isEmpty || !unknownNeeds.isEmpty }

    /// Whether nothing at all is known: nothing that bears on it has a figure, and something should.
    public var isUnknown: Bool { isLeast && unavailability.high == 0 }
  }

  /// A contract from which a figure comes.
  public struct Promise: Hashable, Sendable {
    /// The id of the contract.
    public let contract: String
    /// What it covers.
    public let element: VertexID
    /// The share of time that it leaves what it covers down.
    public let unavailability: Ratio
  }

  /// The question.
  public let question: Question
  /// The components, in the order asked.
  public let targets: [Target]
  /// The promises that figures of theirs rest on, by contract.
  public let promises: [Promise]

  /// Whether every probability is exact, and every importance that was asked for is there.
  public var isComplete: Bool {
    targets.allSatisfy { $0.limit == nil && $0.cutSetLimit == nil }
  }

  /// The seconds of a year of 365 days, as everywhere in a model.
  public static let secondsPerYear = 365 * 86_400.0

  /// Computes how likely components are to be down.
  ///
  /// - Parameters:
  ///   - question: The components and the reading.
  ///   - compiled: The model.
  ///   - goesOn: Asked now and then whether the work may go on; where not, there are bounds.
  /// - Complexity: Linear in the size of the diagrams, which is exponential at worst, for each
  ///   component; O(*w*·(*v* + *a*)) for bounds, as in `AvailabilityBounds`.
  public init(
    _ question: Question, in compiled: CompiledModel, goesOn: (@Sendable () -> Bool)? = nil
  ) {
    let asked = question.targets ?? compiled.vertices(ofKinds: [.process, .consumer])
    let evaluation = AvailabilityEvaluation(of: asked, question, in: compiled, goesOn)
    self.question = question
    let targets = evaluation.targets
    self.targets = targets
    promises = evaluation.figures.promises(behind: targets.flatMap(\.promised))
  }
}

/// What is known of some components from their diagrams, and where these are too large from less.
private struct AvailabilityEvaluation {
  let asked: [VertexID]
  let figures: Unavailabilities
  private let question: Availability.Question
  private let reading: CompiledReading
  private let needs: UnknownNeeds
  private let goesOn: (@Sendable () -> Bool)?

  init(
    of asked: [VertexID], _ question: Availability.Question, in compiled: CompiledModel,
    _ goesOn: (@Sendable () -> Bool)?
  ) {
    self.asked = asked
    self.question = question
    self.goesOn = goesOn
    figures = Unavailabilities(of: compiled, reading: question.reading)
    reading = compiled.reading(question.reading)
    needs = UnknownNeeds(in: compiled, question.reading)
  }

  /// The most nodes for all components together, before each is tried alone.
  private static let mostShared = 1 << 18
  /// For how many components alone all nodes may be spent that one may have; of more, each gets less.
  private static let mostAlone = 8
  private static let leastAlone = 1 << 15

  /// The components, in the order asked.
  ///
  /// Nodes are counted and not seconds, so that the same question has the same answer everywhere.
  var targets: [Availability.Target] {
    let shared = solve(asked, isWhole: true, nodes: min(question.mostNodes, Self.mostShared))
    let isSolved = asked.indices.map { shared.limit(of: $0) == nil }
    let left = isSolved.count { !$0 }
    let share = Self.mostAlone * question.mostNodes / max(1, left)
    let nodes = min(question.mostNodes, max(Self.leastAlone, share))
    let bounds = AvailabilityBounds(reading, figures, goesOn: goesOn)
    return asked.indices.map { place in
      isSolved[place] ? target(place, of: shared) : alone(asked[place], bounds, nodes: nodes)
    }
  }

  /// A component by a diagram of its own, else by one without what has no figure, else by bounds.
  private func alone(
    _ target: VertexID, _ bounds: AvailabilityBounds, nodes: Int
  ) -> Availability.Target {
    let whole = solve([target], isWhole: true, nodes: nodes)
    guard let limit = whole.limit(of: 0) else { return self.target(0, of: whole) }
    // What has no figure counts as never failing anyway, and is much of what makes it large.
    let known = solve([target], isWhole: false, nodes: nodes)
    if known.limit(of: 0) == nil { return self.target(0, of: known) }
    return self.target(
      target, bounds.unavailability(of: target), bearing(on: target), limit: limit)
  }

  private func solve(_ targets: [VertexID], isWhole: Bool, nodes: Int) -> SolvedTargets {
    let logic = FailureLogic(of: targets, in: reading) {
      isWhole ? figures.canFail($0) : figures.isPositive($0)
    }
    let limits = SolverLimits(nodeBudget: nodes, goesOn: goesOn)
    return SolvedTargets(logic, figures, limits, isWhole: isWhole)
  }

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
