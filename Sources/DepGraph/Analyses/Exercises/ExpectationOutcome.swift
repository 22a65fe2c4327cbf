/// Something that was expected of a scenario, and what came of it.
public struct ExpectationOutcome: Hashable, Sendable {
  /// What it was held against.
  public enum Basis: String, Hashable, Sendable, CaseIterable {
    /// What was seen.
    case observations
    /// What people did, by the events.
    case events
    /// What the run gives.
    case run
  }

  /// What came out.
  public enum Observed: Hashable, Sendable {
    /// A state.
    case state(Observation.State)
    /// A moment in seconds since the start, or a length of time in seconds.
    case seconds(Double)
    /// It did not happen; a component is not back.
    case never
    /// Nobody can tell.
    case unknown
  }

  /// What was expected.
  public let expectation: Scenario.Expectation
  /// What came out.
  public let observed: Observed
  /// What it was held against.
  public let basis: Basis
  /// Whether it is met; nil: nobody can tell.
  public let isMet: Bool?
  /// What the run gives, whatever was seen; nil: people do it, a run does not.
  public let computed: Observed?
  /// Whether the run gives what was expected; nil: it cannot tell.
  public let isMetByRun: Bool?
  /// Whether the run had to give this because the scenario sets how long the component takes to
  /// recover.
  public let isByConstruction: Bool
}

/// How many expectations were met.
public struct ExpectationScore: Hashable, Sendable {
  /// Those met.
  public let met: Int
  /// Those missed.
  public let missed: Int
  /// Those of which nobody can tell.
  public let cannotTell: Int
  /// Those met by construction, of those met.
  public let byConstruction: Int

  /// The share met of those that can be told; nil: there are none.
  public var share: Double? {
    met + missed == 0 ? nil : Double(met) / Double(met + missed)
  }

  init(_ outcomes: [ExpectationOutcome]) {
    met = outcomes.count { $0.isMet == true }
    missed = outcomes.count { $0.isMet == false }
    cannotTell = outcomes.count { $0.isMet == nil }
    byConstruction = outcomes.count { $0.isMet == true && $0.isByConstruction }
  }
}

/// Judges expectations.
struct ExpectationJudge {
  let scenario: Scenario
  let compiled: CompiledModel
  let response: ScenarioResponse
  let stretches: (VertexID) -> [LevelTimeline.Stretch]
  let stateAtRest: (VertexID) -> Observation.State
  /// The components of which it cannot be told whether they are hit.
  let untold: Set<VertexID>
  /// Until when the run tells what happens, in seconds.
  let horizon: Double
  private let observations: [String: [Observation]]

  init(
    _ scenario: Scenario, in compiled: CompiledModel, response: ScenarioResponse,
    end: Double, horizon: Double, untold: Set<VertexID>,
    stateAtRest: @escaping (VertexID) -> Observation.State,
    stretches: @escaping (VertexID) -> [LevelTimeline.Stretch]
  ) {
    self.scenario = scenario
    self.compiled = compiled
    self.response = response
    self.horizon = horizon
    self.untold = untold
    self.stateAtRest = stateAtRest
    self.stretches = stretches
    observations = Dictionary(
      grouping: Self.relevant(
        scenario.observed ?? compiled.model.observations, to: scenario, end: end),
      by: \.component)
  }

  /// What came of an expectation.
  ///
  /// - Complexity: O(*s* + *o*) for the stretches and the observations of its component.
  func outcome(of expectation: Scenario.Expectation) -> ExpectationOutcome {
    switch expectation.claim {
    case .state(let component, let state, let at):
      let computed = state == .unknown ? .unknown : computedState(of: component, at: at)
      return outcome(
        expectation, component,
        run: (computed == .unknown ? .unknown : .state(computed), Self.isSame(state, computed)),
        seen: seenState(of: component, at: at).map { (.state($0), Self.isSame(state, $0)) })
    case .back(let component, let by, let notBefore):
      let earliest = notBefore ?? 0
      let range = earliest...max(by ?? .infinity, earliest)
      return outcome(
        expectation, component, run: computedBack(of: component, within: range),
        seen: seenEnd(of: component).map { (.seconds($0), range.contains($0)) })
    case .outage(let component, let most):
      return outcome(
        expectation, component, run: computedLongest(of: component, most: most.seconds),
        seen: seenLongest(of: component).map { (.seconds($0), $0 <= most.seconds) })
    case .level(let id, let by):
      return outcome(expectation, response.firstCall(ofAtLeast: id), response.hasEscalations, by)
    case .notified(let id, let by):
      return outcome(expectation, response.firstCall(of: id), response.hasNotifications, by)
    case .discovered(let id, let by):
      return outcome(expectation, response.discovery(of: id), response.hasDiscoveries, by)
    }
  }

  private typealias Judged = (observed: ExpectationOutcome.Observed, isMet: Bool?)

  private func outcome(
    _ expectation: Scenario.Expectation, _ component: String, run: Judged, seen: Judged?
  ) -> ExpectationOutcome {
    let judged = seen ?? run
    return ExpectationOutcome(
      expectation: expectation, observed: judged.observed,
      basis: seen == nil ? .run : .observations, isMet: judged.isMet, computed: run.observed,
      isMetByRun: run.isMet,
      isByConstruction: scenario.lags.contains { $0.component == component })
  }

  /// The outcome of what people should have done, which only records of that sort can tell.
  private func outcome(
    _ expectation: Scenario.Expectation, _ at: Double?, _ isRecorded: Bool, _ by: Double
  ) -> ExpectationOutcome {
    let observed: ExpectationOutcome.Observed =
      isRecorded ? at.map { .seconds($0) } ?? .never : .unknown
    return ExpectationOutcome(
      expectation: expectation, observed: observed, basis: .events,
      isMet: isRecorded ? at.map { $0 <= by } ?? false : nil, computed: nil, isMetByRun: nil,
      isByConstruction: false)
  }

  private static func isSame(_ wanted: Observation.State, _ found: Observation.State) -> Bool? {
    wanted == .unknown || found == .unknown ? nil : wanted == found
  }

  // MARK: - What was seen

  /// The observations that can be about this scenario: not over before it, not begun after it.
  private static func relevant(
    _ observations: [Observation], to scenario: Scenario, end: Double
  ) -> [Observation] {
    guard let start = scenario.start else { return [] }
    let moments = scenario.expectations.map(\.claim.lastMoment)
    // What was seen a day after the last that is known of is another story.
    let last = start.advanced(by: max(end, moments.max() ?? 0) + 86_400)
    return observations.filter { seen in
      if let until = seen.until, until < start { return false }
      return (seen.from ?? seen.until).map { $0 <= last } ?? false
    }
  }

  private func seconds(_ instant: Instant?) -> Double? {
    guard let instant, let start = scenario.start else { return nil }
    return instant.secondsSinceEpoch - start.secondsSinceEpoch
  }

  /// The state seen at a moment; an observation without times says nothing of a moment.
  private func seenState(of component: String, at moment: Double) -> Observation.State? {
    observations[component, default: []].first { seen in
      guard let from = seconds(seen.from) else { return false }
      return from <= moment && (seconds(seen.until).map { moment < $0 } ?? (from == moment))
    }?.state
  }

  /// When it was last seen to come back.
  private func seenEnd(of component: String) -> Double? {
    observations[component, default: []].filter { $0.state == .down || $0.state == .degraded }
      .compactMap { seconds($0.until) }.max()
  }

  private func seenLongest(of component: String) -> Double? {
    observations[component, default: []].compactMap { seen in
      guard seen.state == .down, let from = seconds(seen.from), let until = seconds(seen.until)
      else { return nil }
      return until - from
    }.max()
  }

  // MARK: - What the run gives

  /// When a component works in full again for good.
  private func computedBack(of component: String, within range: ClosedRange<Double>) -> Judged {
    guard let vertex = compiled.vertex(of: component), !untold.contains(vertex) else {
      return (.unknown, nil)
    }
    guard let last = stretches(vertex).last else { return (.seconds(0), range.contains(0)) }
    if last.until < .infinity { return (.seconds(last.until), range.contains(last.until)) }
    // It may stay away for ever where only a moment is stated before which it is not back.
    let hasNoEnd = range.upperBound == .infinity
    if horizon == .infinity { return (.never, hasNoEnd) }
    // Not back by the end of the run: that tells something if it is after the moment.
    if hasNoEnd { return (.unknown, range.lowerBound <= horizon ? true : nil) }
    return (.unknown, range.upperBound <= horizon ? false : nil)
  }

  private func computedLongest(of component: String, most: Double) -> Judged {
    guard let vertex = compiled.vertex(of: component), !untold.contains(vertex) else {
      return (.unknown, nil)
    }
    let outages = stretches(vertex).filter(\.isDown)
    let longest = outages.map { min($0.until, horizon) - $0.from }.max() ?? 0
    if longest == .infinity { return (.never, false) }
    let isOpen = outages.contains { $0.until == .infinity }
    return (.seconds(longest), longest > most ? false : isOpen ? nil : true)
  }

  private func computedState(of component: String, at moment: Double) -> Observation.State {
    guard let vertex = compiled.vertex(of: component), moment <= horizon else { return .unknown }
    let stretch = stretches(vertex).first { $0.from <= moment && moment < $0.until }
    if let stretch {
      return stretch.isDown ? .down : untold.contains(vertex) ? .unknown : .degraded
    }
    return untold.contains(vertex) ? .unknown : stateAtRest(vertex)
  }
}

extension Scenario.Expectation.Claim {
  /// The last moment that it speaks of, in seconds.
  fileprivate var lastMoment: Double {
    switch self {
    case .state(_, _, let at): at
    case .back(_, let by, let notBefore): by ?? notBefore ?? 0
    case .level(_, let by), .notified(_, let by), .discovered(_, let by): by
    case .outage: 0
    }
  }
}
