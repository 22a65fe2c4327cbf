/// A scenario played on a model: what is out when, held against what was agreed and expected.
///
///     let run = try ScenarioRun(scenario, in: compiled)
///     run.outages.first?.overrun  // 32400: nine hours too long
///     run.score.met               // 3
///
/// Facts are read as written. What rests on unknown requirements is kept apart in ``cannotTell``.
/// What is meant by it stands in `docs/guides/Exercises.md`.
public struct ScenarioRun: Sendable {
  /// The scenario.
  public let scenario: Scenario
  /// What is done and what follows, by time; at one instant what is done comes first.
  public let entries: [ScenarioEntry]
  /// The outages, by their beginning, then in the model's order.
  public let outages: [ScenarioOutage]
  /// What came of the expectations, in the order written.
  public let expectations: [ExpectationOutcome]
  /// How many of them were met.
  public let score: ExpectationScore
  /// What people did, and how long it took.
  public let response: ScenarioResponse
  /// The repairs whose end was computed, by time.
  public let repairs: [ScenarioRepair]
  /// The components that are not down, but might be for all that is known, by id.
  public let cannotTell: [BlastRadius.Untold]
  /// Those of them that are claimed to be independent of what failed: a claim is no knowledge.
  public let claimedIndependent: [IndependenceClaim]
  /// What failed by itself at some time, in order.
  public let failed: [VertexID]
  /// What was repaired or restored although it worked: probably a slip.
  public let idle: [ScenarioEntry]
  /// The selectors of events that nothing stands behind.
  public let emptySelectors: [String]
  /// The selectors of events of which the model does not know all members.
  public let unknownExtent: [String]
  /// The components whose recovery the scenario sets, in the order written.
  public let lagging: [VertexID]
  /// The states over time.
  public let timeline: LevelTimeline
  let causes: ScenarioCauses
  /// The entries that divide an outage into phases: when something was found out, and repairs begin.
  let milestones: [ScenarioEntry]

  /// Plays a scenario.
  ///
  /// - Parameters:
  ///   - scenario: What happens.
  ///   - compiled: The model.
  /// - Throws: `InvalidInput` where a seed names nothing in the model.
  /// - Complexity: O((*n* + *r*) log *n* + *e* log *e*) for *n* elements with *r* requirements and *e*
  ///   requirements of what changes, each as often as it changes; and a search of a network for each
  ///   instant at which it changes.
  public init(_ scenario: Scenario, in compiled: CompiledModel) throws(InvalidInput) {
    self.scenario = scenario
    let changes = try ScenarioChanges(scenario, in: compiled)
    var restarts: [VertexID: TimeSpan] = [:]
    for lag in scenario.lags {
      if let vertex = compiled.vertex(of: lag.component) { restarts[vertex] = lag.restart }
    }
    let horizon = scenario.until ?? .infinity
    let timeline = LevelTimelineModel(compiled, restarts: restarts).timeline(
      of: changes.timelineEvents, until: horizon)
    self.timeline = timeline
    var stretches: [VertexID: [LevelTimeline.Stretch]] = [:]
    for vertex in timeline.affected { stretches[vertex] = timeline.stretches(of: vertex) }
    let atRest = Set(timeline.degradedAtRest)
    let causes = ScenarioCauses(
      compiled, changes, restarts: restarts, stretches: stretches, degradedAtRest: atRest)
    self.causes = causes
    entries = ScenarioEntries(changes, causes, in: compiled, until: horizon).all
    milestones = entries.filter { $0.kind == .discover || $0.kind == .repairBegins }
    idle = entries.filter { entry in
      guard entry.kind == .restore || entry.kind == .repairBegins, let vertex = entry.vertex else {
        return false
      }
      return !causes.stretches(of: vertex).contains { $0.from <= entry.at && entry.at <= $0.until }
    }
    outages = Self.outages(scenario, timeline, in: compiled)
    failed = changes.failed
    (cannotTell, claimedIndependent) = Self.untold(changes, timeline, in: compiled)
    response = ScenarioResponse(changes, scenario, in: compiled) { causes.stretches(of: $0) }
    let judge = ExpectationJudge(
      scenario, in: compiled, response: response, end: timeline.down.end,
      horizon: timeline.knownUntil,
      untold: Set(cannotTell.map(\.vertex)),
      stateAtRest: { atRest.contains($0) ? .degraded : .up },
      stretches: { causes.stretches(of: $0) })
    expectations = scenario.expectations.map(judge.outcome)
    score = ExpectationScore(expectations)
    repairs = changes.repairs
    emptySelectors = changes.emptySelectors
    unknownExtent = changes.unknownExtent
    lagging = scenario.lags.compactMap { compiled.vertex(of: $0.component) }
  }

  /// The state of an element at a moment.
  ///
  /// - Complexity: O(*k*) for *k* stretches in which it did not work in full.
  public func state(of vertex: VertexID, at moment: Double) -> Observation.State {
    causes.state(of: vertex, at: moment)
  }

  private static func outages(
    _ scenario: Scenario, _ timeline: LevelTimeline, in compiled: CompiledModel
  ) -> [ScenarioOutage] {
    let targets = ScenarioTargets(scenario, in: compiled)
    var found: [ScenarioOutage] = []
    for vertex in timeline.down.affected {
      for outage in timeline.down.outages(of: vertex) {
        let until = outage.until < .infinity ? outage.until : nil
        found.append(
          ScenarioOutage(
            vertex: vertex, from: outage.from, until: until,
            known: until ?? timeline.knownUntil,
            targets: targets.targets(of: vertex, from: outage.from)))
      }
    }
    return found.sorted { ($0.from, $0.vertex) < ($1.from, $1.vertex) }
  }

  /// What may be out for all that is known, but is not by what is written.
  private static func untold(
    _ changes: ScenarioChanges, _ timeline: LevelTimeline, in compiled: CompiledModel
  ) -> ([BlastRadius.Untold], [IndependenceClaim]) {
    let nothingUnknown =
      compiled.unknownRequirements.isEmpty && compiled.unknownShares.isEmpty
      && changes.unknownExtent.isEmpty
    guard !nothingUnknown, !changes.failed.isEmpty else { return ([], []) }
    var question = BlastRadius.Question(
      Seeds(changes.failed, unknownExtent: changes.unknownExtent))
    question.reading = .written
    let outcome = ReadingOutcome(
      compiled.reading(.written), seeds: changes.failed, horizon: .infinity)
    let untold = Untellable(question, compiled, worst: outcome)
    let wasDown = VertexSet(timeline.down.affected)
    let failed = VertexSet(changes.failed)
    let found = untold.among(
      compiled.componentVertices.filter { !wasDown.contains($0) && !failed.contains($0) })
    let claims = IndependenceClaim.answers(
      to: question.seeds, in: compiled, worst: outcome, among: found.map(\.vertex))
    return (found, claims.filter(\.coversTheFailure))
  }
}
