/// What a measure changes for one process or consumer.
public struct MeasureChange: Hashable, Sendable {
  /// A single point of failure.
  public struct Point: Hashable, Sendable {
    /// Its id.
    public let id: String
    /// How sure it is one.
    public let verdict: Verdict
  }

  /// How a process or consumer stands in a model.
  public struct State: Hashable, Sendable {
    /// Its single points of failure, in their order.
    public let points: [Point]
    /// How many things must fail at once; nil: more than was looked for, or nothing stops it.
    public let robustness: Int?
    /// The longest outage that one of them gives, repaired in the time written down for it, in
    /// seconds; nil: there are none, or of none the time is known.
    public let longestOutage: Double?
    /// Single points of failure of which no repair time is written down, by id.
    public let withoutRepairTime: [String]
    /// How likely it is to be down at a random moment; nil: not asked, or not computed.
    public let unavailability: Ratio?
    /// Whether that is a least, since some figures are not known.
    public let unavailabilityIsLeast: Bool
  }

  /// The id of the process or consumer.
  public let user: String
  /// Without the measure; nil: it is not there.
  public let before: State?
  /// With the measure; nil: it is not there.
  public let after: State?

  /// The single points of failure that the measure takes away.
  ///
  /// - Complexity: O(*n*²) for *n* points.
  public var gone: [Point] {
    (before?.points ?? []).filter { point in
      after?.points.contains { $0.id == point.id } != true
    }
  }

  /// Whether it makes a difference, beyond what adding up in another order does to a likelihood.
  var changesSomething: Bool {
    guard let before, let after else { return before != after }
    return !before.isLike(after)
  }

  /// The single points of failure that it brings.
  ///
  /// - Complexity: O(*n*²) for *n* points.
  public var new: [Point] {
    (after?.points ?? []).filter { point in
      before?.points.contains { $0.id == point.id } != true
    }
  }
}

extension MeasureChange.State {
  /// Whether another one is the same, but for the last digits of a likelihood.
  fileprivate func isLike(_ other: Self) -> Bool {
    guard let mine = unavailability, let others = other.unavailability else { return self == other }
    let isClose = { (one: Double, two: Double) in
      (one - two).magnitude <= 1e-9 * max(one.magnitude, two.magnitude)
    }
    return isClose(mine.low, others.low) && isClose(mine.high, others.high)
      && unavailabilityIsLeast == other.unavailabilityIsLeast && points == other.points
      && robustness == other.robustness && longestOutage == other.longestOutage
      && withoutRepairTime == other.withoutRepairTime
  }
}

/// How all processes and consumers stand in a model, and in variants of it.
struct MeasuredStates {
  private let question: MeasureReview.Question
  private let compiled: CompiledModel
  private let goesOn: (@Sendable () -> Bool)?
  /// The model as written.
  private var written: [String: MeasureChange.State]?

  init(
    _ question: MeasureReview.Question, in compiled: CompiledModel,
    goesOn: (@Sendable () -> Bool)?
  ) {
    self.question = question
    self.compiled = compiled
    self.goesOn = goesOn
  }

  /// What a measure changes.
  ///
  /// - Complexity: That of two models' states.
  mutating func effect(
    of measure: Measure, _ status: MeasureReview.Status, adding adds: NamedParts,
    removing removes: NamedParts
  ) -> MeasureReview.Effect {
    guard !measure.adds.isEmpty || !measure.removes.isEmpty else { return .notStated }
    guard !adds.ids.isEmpty || !removes.ids.isEmpty else {
      let isGone = status == .done && measure.adds.isEmpty
      return .notComputable(isGone ? .alreadyGone : .notInModel)
    }
    let cut = [adds.ids, removes.ids].flatMap { compiled.model.without($0).neverOperational }
    guard cut.isEmpty else { return .notComputable(.neverOperational(cut)) }
    let before: [String: MeasureChange.State]
    let after: [String: MeasureChange.State]
    do throws(InvalidInput) {
      before = try states(without: adds.ids)
      after = try states(without: removes.ids)
    } catch {
      return .notComputable(.neverOperational(error.diagnostics.compactMap(\.id)))
    }
    let users = Set(before.keys).union(after.keys)
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return .changes(
      users.map { MeasureChange(user: $0, before: before[$0], after: after[$0]) }
        .filter(\.changesSomething))
  }

  private mutating func states(
    without ids: Set<String>
  ) throws(InvalidInput) -> [String: MeasureChange.State] {
    guard ids.isEmpty else {
      return states(of: try CompiledModel(compiled.model.without(ids)))
    }
    if let written { return written }
    let states = states(of: compiled)
    written = states
    return states
  }

  private func states(of compiled: CompiledModel) -> [String: MeasureChange.State] {
    let targets = SinglePoints(in: compiled).targets
    let outages = RepairedOutages(
      of: Set(targets.flatMap { $0.points.map(\.vertex) }).sorted(), in: compiled)
    var chances: [VertexID: Availability.Target] = [:]
    if question.wantsAvailability {
      var asked = Availability.Question(of: targets.map(\.vertex))
      asked.mostNodes = question.mostNodes
      for target in Availability(asked, in: compiled, goesOn: goesOn).targets {
        chances[target.vertex] = target
      }
    }
    return Dictionary(
      uniqueKeysWithValues: targets.map { target in
        let id = compiled.table.id(of:)
        let points = target.points.map {
          MeasureChange.Point(id: id($0.vertex), verdict: $0.verdict)
        }
        // At least 0 says nothing: nothing is known of it.
        let chance = chances[target.vertex].flatMap {
          $0.limit == nil && !$0.isUnknown && !($0.isLeast && $0.unavailability.high == 0)
            ? $0 : nil
        }
        return (
          id(target.vertex),
          MeasureChange.State(
            points: points, robustness: target.robustness.order,
            longestOutage: target.points.compactMap {
              outages.length(for: target.vertex, when: $0.vertex)
            }.max(),
            withoutRepairTime: target.points.map(\.vertex).filter { !outages.knows($0) }.map(id),
            unavailability: chance?.unavailability,
            unavailabilityIsLeast: chance?.isLeast ?? false)
        )
      })
  }
}

/// How long things are out when one fails and is repaired in the time that is written down for it.
struct RepairedOutages {
  private var timelines: [VertexID: Timeline] = [:]

  /// - Complexity: A timeline for each element with a repair time.
  init(of elements: [VertexID], in compiled: CompiledModel) {
    let times = RepairTimes(of: elements, in: compiled)
    let model = TimelineModel(compiled, reading: .possible)
    for element in elements {
      let own = compiled.component(element)?.repair?.seconds
      guard let seconds = times[element] ?? own else { continue }
      timelines[element] = model.timeline(of: [
        .init(.fail, element, at: 0), .init(.restore, element, at: max(seconds, 1)),
      ])
    }
  }

  /// Whether the repair time of an element is written down.
  func knows(_ element: VertexID) -> Bool { timelines[element] != nil }

  /// How long a target is out then, in seconds; nil where nobody wrote down the repair time.
  func length(for target: VertexID, when element: VertexID) -> Double? {
    timelines[element]?.longestOutage(of: target)
  }
}
