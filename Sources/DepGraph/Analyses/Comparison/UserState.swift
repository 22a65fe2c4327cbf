/// How a process or consumer stands in a model, in ids, so that it can be held against another model.
public struct UserState: Hashable, Sendable {
  /// A single point of failure of it.
  public struct Point: Hashable, Sendable {
    /// Its id.
    public let id: String
    /// Whether it is a common cause and no component.
    public let isCommonCause: Bool
    /// How sure it is one.
    public let verdict: Verdict
  }

  /// How likely it is to be down at a random moment.
  public struct Chance: Hashable, Sendable {
    /// The share of time; bounds where figures are intervals, or where it was not computed exactly.
    public let unavailability: Ratio
    /// Whether it could be down more often, for what is not known.
    public let isLeast: Bool
    /// Whether it was computed exactly.
    public let isExact: Bool
    /// The ids of what bears on it and has no figure, or needs that are not known, in order.
    public let unknown: [String]
  }

  /// Its single points of failure: components, then common causes, each by id.
  public let points: [Point]
  /// How many things must fail at once; nil: more than was looked for, or nothing stops it.
  public let robustness: Int?
  /// At least so many must fail at once; nil: nothing that is known stops it.
  public let robustnessAtLeast: Int?
  /// Whether the robustness is a most, for what nobody knows.
  public let isOpen: Bool
  /// The longest outage that a single failure gives when it is repaired in the time written down, in
  /// seconds; nil: none, or of none the time is known.
  public let longestOutage: Double?
  /// Single points of failure of which no repair time is written down, by id.
  public let withoutRepairTime: [String]
  /// How likely it is to be down; nil: not asked, or nothing is known of it.
  public let chance: Chance?

  /// How much it stands, to compare: more than can be counted where nothing stops it.
  var strength: Int { robustness ?? robustnessAtLeast ?? .max }
}

/// How all processes and consumers of a model stand, and what its failures do.
struct ModelState {
  let review: SinglePointsReview
  private(set) var users: [String: UserState] = [:]
  /// Whether every figure was computed.
  let isComplete: Bool

  /// - Complexity: That of a review of single points, a timeline for each, and the probabilities.
  init(
    of compiled: CompiledModel, _ question: ModelDifference.Question,
    goesOn: (@Sendable () -> Bool)?
  ) {
    review = SinglePointsReview(
      groups: [], in: compiled, reading: question.reading, goesOn: goesOn ?? { true })
    let targets = review.singlePoints.targets
    let outages = RepairedOutages(
      of: Set(targets.flatMap { $0.points.map(\.vertex) }).sorted(), in: compiled)
    var chances: [VertexID: Availability.Target] = [:]
    var isComplete = review.singlePoints.isComplete
    if question.wantsAvailability {
      var asked = Availability.Question(of: targets.map(\.vertex), reading: question.reading)
      asked.mostNodes = question.mostNodes
      let answer = Availability(asked, in: compiled, goesOn: goesOn)
      for target in answer.targets { chances[target.vertex] = target }
      isComplete = isComplete && goesOn?() ?? true
    }
    self.isComplete = isComplete
    for target in targets {
      users[compiled.table.id(of: target.vertex)] = UserState(
        target, isOpen: review.isOpen(target), outages, chances[target.vertex], in: compiled)
    }
  }
}

extension UserState {
  fileprivate init(
    _ target: SinglePoints.Target, isOpen: Bool, _ outages: RepairedOutages,
    _ chance: Availability.Target?, in compiled: CompiledModel
  ) {
    let id = compiled.table.id(of:)
    points = target.points.map {
      Point(
        id: id($0.vertex), isCommonCause: compiled.component($0.vertex) == nil,
        verdict: $0.verdict)
    }
    robustness = target.robustness.order
    robustnessAtLeast = target.robustness.atLeast
    self.isOpen = isOpen
    longestOutage = target.points.compactMap {
      outages.length(for: target.vertex, when: $0.vertex)
    }.max()
    withoutRepairTime = target.points.map(\.vertex).filter { !outages.knows($0) }.map(id)
    // Where nothing has a figure nothing is known: that is no likelihood of 0.
    self.chance = chance.flatMap { chance in
      guard chance.figureCount > 0, !chance.isUnknown else { return nil }
      return Chance(
        unavailability: chance.unavailability, isLeast: chance.isLeast,
        isExact: chance.limit == nil,
        unknown: Set((chance.unknown + chance.unknownNeeds).map(id)).inByteOrder)
    }
  }
}
