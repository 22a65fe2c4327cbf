/// When the levels of a framework would have been called in a scenario, against when they were.
///
/// The network runs by the timeline. A level is called at the first moment at which its conditions
/// hold for certain, or those of a heavier level do; it never falls again.
public struct EscalationReplay: Sendable {
  /// What is asked.
  public struct Question: Sendable {
    /// What happens.
    public var scenario: Scenario
    /// When it starts.
    public var start: Instant
    /// What is taken to be behind it.
    public var cause = IncidentCause.unknown
    /// What people answered, by the id of the question.
    public var answers: [String: Bool] = [:]
    /// The framework; nil: the model's own.
    public var framework: EscalationFramework?
    /// The clock by which moments are told; nil: with the offset in which the start was written.
    public var zone: ZoneOffsets?

    /// Asks about a scenario that starts at an instant.
    public init(_ scenario: Scenario, start: Instant) {
      self.scenario = scenario
      self.start = start
    }
  }

  /// When a level was called.
  public struct Call: Hashable, Sendable {
    /// The level.
    public let level: EscalationLevel
    /// When its conditions, or a heavier level's, first held for certain, in seconds after the start;
    /// nil: never.
    public let suggested: Double?
    /// When they first may have held; nil: never.
    public let possible: Double?
    /// When its conditions, or a heavier level's, first could not be ruled out; nil: they always can.
    public let open: Double?
    /// Whether it is only an answer that nobody gave that leaves it open.
    public let waitsForAnswer: Bool
    /// When people called it, or a heavier one; nil: the scenario does not say that they did.
    public let actual: Double?
    /// The level as it stood when it was suggested; nil: it never was.
    public let finding: LevelFinding?

    /// By how much people were later than suggested, in seconds; below 0: earlier; nil: not known.
    public var delay: Double? {
      guard let suggested, let actual else { return nil }
      return actual - suggested
    }
  }

  /// One change of one rule, and what it does to the call of its level.
  public struct Change: Hashable, Sendable {
    /// What is done to a condition.
    public enum Kind: Hashable, Sendable {
      /// It is left out.
      case dropped
      /// It is compared with this instead.
      case test(EscalationCondition.Test)
    }

    /// The id of the level.
    public let level: String
    /// The condition, as it is.
    public let condition: EscalationCondition
    /// What is done to it.
    public let kind: Kind
    /// When the level is called without the change; nil: never.
    public let before: Double?
    /// When it is called with the change.
    public let after: Double
    /// By how much the call is earlier, in seconds; a call that never came counts from the end.
    public let gain: Double
  }

  /// When it starts.
  public let start: Instant
  /// The clock by which moments are told; nil: with the offset in which the start was written.
  public let zone: ZoneOffsets?
  /// The last moment looked at, in seconds after the start.
  public let end: Double
  /// The levels, the lightest first.
  public let calls: [Call]
  /// For each level the change that moves its call most, the largest move first.
  public let changes: [Change]
  /// When an outage was first found out, in seconds after the start; nil: the scenario does not say.
  public let discovered: Double?
  /// The incident when the heaviest level was suggested, else at the end.
  public let assessment: EscalationAssessment

  /// Plays a scenario.
  ///
  /// - Parameters:
  ///   - question: The scenario and what is given.
  ///   - compiled: The model.
  /// - Throws: `InvalidInput` where the scenario names something that the model does not know.
  /// - Complexity: O(*m*·(*n* + *c*)) for *m* moments at which something changes, *n* components and
  ///   *c* conditions, beside runs of the timeline: three, and two for each event.
  public init(_ question: Question, in compiled: CompiledModel) throws(InvalidInput) {
    let scenario = question.scenario
    let events = try scenario.timelineEvents(in: compiled)
    let runs = IncidentRuns(compiled, lags: try scenario.recoveryLags(in: compiled))
    let course = IncidentCourse(
      events, from: question.start, zone: question.zone,
      openFrom: try scenario.openFrom(in: compiled), with: runs)
    let situation = EscalationSituation(
      course, framework: question.framework ?? EscalationFramework(of: compiled.model),
      cause: question.cause, answers: question.answers, with: runs,
      targets: try scenario.restoreTargets(in: compiled))
    let run = ReplayRun(situation, until: scenario.until ?? .infinity)
    start = course.instant(0)
    zone = question.zone
    end = run.end
    let actual = Self.actualCalls(of: scenario, run.levels)
    let calls = run.levels.indices.map { place in
      let suggested = run.certain[place]
      return Call(
        level: run.levels[place], suggested: suggested, possible: run.possible[place],
        open: run.open[place],
        waitsForAnswer: suggested == nil
          && run.open[place].map {
            situation.findings(of: [run.levels[place]], at: $0)[0].waitsForAnswer
          } ?? false,
        actual: actual[place],
        finding: suggested.map { situation.findings(of: [run.levels[place]], at: $0)[0] })
    }
    self.calls = calls
    changes = run.changes
    discovered = scenario.events.filter { !$0.discover.isEmpty }.map(\.at).min()
    let moment = calls.last { $0.suggested != nil }?.suggested ?? run.lastEvent
    let failed = course.failed(at: moment)
    assessment = EscalationAssessment(
      situation, at: moment,
      seeds: Seeds(failed, written: failed.map(compiled.table.id(of:))), levelNow: nil)
  }

  /// The instant some seconds after the start.
  public func instant(_ seconds: Double) -> Instant {
    let instant = start.advanced(by: seconds)
    return zone.map { instant.onClock(of: $0) } ?? instant
  }

  /// When people called each level, or a heavier one.
  private static func actualCalls(
    of scenario: Scenario, _ levels: [EscalationLevel]
  ) -> [Double?] {
    levels.indices.map { place in
      let ids = Set(levels[place...].map(\.id))
      return scenario.events.filter { !ids.isDisjoint(with: $0.escalate) }.map(\.at).min()
    }
  }
}

extension Scenario {
  /// What fails and is restored in it, for the timeline: the repairs that begin in it end too.
  ///
  /// What works degraded is left out, since levels count what is down.
  ///
  /// - Complexity: O(*e*·*n*) for *e* events and *n* elements.
  func timelineEvents(in compiled: CompiledModel) throws(InvalidInput) -> [TimelineEvent] {
    try ScenarioChanges(self, in: compiled).timelineEvents.filter { $0.change != .degrade }
  }

  /// From when it is not known all that has failed; nil: it is.
  ///
  /// - Complexity: O(*e*·*n*) for *e* events and *n* elements.
  func openFrom(in compiled: CompiledModel) throws(InvalidInput) -> Double? {
    for event in events where try !compiled.seeds(event.fail).unknownExtent.isEmpty {
      return event.at
    }
    return nil
  }

  /// The times to recover that it states, by component.
  ///
  /// - Complexity: O(*l*) for *l* lags.
  func recoveryLags(in compiled: CompiledModel) throws(InvalidInput) -> [VertexID: TimeSpan] {
    var found: [VertexID: TimeSpan] = [:]
    for lag in lags {
      for vertex in try compiled.seeds([lag.component]).vertices { found[vertex] = lag.restart }
    }
    return found
  }

  /// What it states that was agreed, by component.
  ///
  /// - Complexity: O(*t*) for *t* targets.
  func restoreTargets(in compiled: CompiledModel) throws(InvalidInput) -> [VertexID: Target] {
    var found: [VertexID: Target] = [:]
    for target in targets {
      for vertex in try compiled.seeds([target.component]).vertices { found[vertex] = target }
    }
    return found
  }
}
