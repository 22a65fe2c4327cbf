/// How likely components are to be down at a random moment, exactly, and what that is due to.
///
/// Elements fail by themselves independently, each with its figure of `Unavailabilities`; a component
/// is down where the failures take it down, its own failure included. The probability is that of the
/// whole formula, by decision diagram: no sum of rare events, and shared causes count once. A few
/// components share one set of diagrams; many are answered one by one, with less effort for each.
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
    /// How hard diagrams are tried for; nil: thoroughly for a few components, quickly for many.
    public var effort: SolverLimits.Effort?

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
    self.init(question, in: compiled, leavingOut: nil, goesOn: goesOn)
  }

  /// The same, as if one contract promised no availability.
  init(
    _ question: Question, in compiled: CompiledModel, leavingOut contract: String?,
    goesOn: (@Sendable () -> Bool)?
  ) {
    let asked = question.targets ?? compiled.vertices(ofKinds: [.process, .consumer])
    let evaluation = AvailabilityEvaluation(
      of: asked, question, in: compiled, leavingOut: contract, goesOn)
    self.question = question
    let targets = evaluation.targets
    self.targets = targets
    promises = evaluation.figures.promises(behind: targets.flatMap(\.promised))
  }
}
