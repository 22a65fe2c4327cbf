/// A time during which something did not work in a scenario, held against what was agreed.
public struct ScenarioOutage: Hashable, Sendable {
  /// Within what time it had to be back.
  public struct Target: Hashable, Sendable {
    /// Where it is from.
    public enum Basis: Hashable, Sendable {
      /// The scenario itself.
      case scenario
      /// A contract that covers it.
      case contract(String)
      /// Its own recovery time objective.
      case objective
    }

    /// Where it is from.
    public let basis: Basis
    /// The time by the clock, in seconds: hours in which the promise stands still included.
    public let within: Double
    /// How binding it is; nil: not known.
    public let nature: ServiceTarget.Nature?
    /// Whether it holds for every case, and from the beginning of the outage: only then can a single
    /// outage show a breach.
    public let isForEveryCase: Bool
  }

  /// What did not work.
  public let vertex: VertexID
  /// Since when, in seconds since the start.
  public let from: Double
  /// When it worked again; nil: not by the end.
  public let until: Double?
  /// Until when it certainly lasted: its end, else the end of what was computed.
  public let known: Double
  /// What was agreed, the shortest first.
  public let targets: [Target]

  /// One thing that had to come back before what stands before it could.
  public struct Step: Hashable, Sendable {
    /// What came back.
    public let vertex: VertexID
    /// When.
    public let at: Double
    /// How long it took to recover after what it needs was back, in seconds.
    public let recovering: Double
  }

  /// How long it lasted, in seconds; nil: it had not ended.
  public var duration: Double? { until.map { $0 - from } }

  /// How long it lasted at least.
  public var atLeast: Double { known - from }

  /// The target that counts: the shortest.
  public var target: Target? { targets.first }

  /// By how much it was too long, in seconds; at least so much where it has not ended; 0: in time;
  /// nil: nothing was agreed.
  public var overrun: Double? { target.map { max(0, atLeast - $0.within) } }

  /// Whether it can be told that it was in time or not: not where it goes on and is still in time.
  public var isDecided: Bool { until != nil || (overrun ?? 0) > 0 }

  /// How many times as long as agreed it lasted; nil: nothing was agreed.
  public var factor: Double? {
    target.flatMap { $0.within > 0 ? atLeast / $0.within : nil }
  }

  /// Whether it misses a guarantee: only that is a breach.
  public var isBreach: Bool {
    targets.contains { $0.nature == .guaranteed && $0.isForEveryCase && atLeast > $0.within }
  }
}

/// Finds what was agreed for elements.
struct ScenarioTargets {
  private let scenario: Scenario
  private let compiled: CompiledModel
  private let own: [VertexID: [ScenarioOutage.Target]]
  private let covering: [VertexID: [Contract]]

  /// - Complexity: O(*c*·*n*) for what *c* contracts cover of *n* elements.
  init(_ scenario: Scenario, in compiled: CompiledModel) {
    self.scenario = scenario
    self.compiled = compiled
    var own: [VertexID: [ScenarioOutage.Target]] = [:]
    for target in scenario.targets {
      guard let vertex = compiled.vertex(of: target.component) else { continue }
      own[vertex, default: []].append(
        .init(
          basis: .scenario, within: target.restoreWithin.seconds, nature: target.nature,
          isForEveryCase: true))
    }
    self.own = own
    covering = compiled.coveringContracts(on: scenario.day(in: compiled))
  }

  /// What was agreed for an element that goes out at a moment, the shortest first.
  ///
  /// - Complexity: O(*c*) for *c* contracts that cover it.
  func targets(of vertex: VertexID, from seconds: Double) -> [ScenarioOutage.Target] {
    if let own = own[vertex] { return own.sorted { $0.within < $1.within } }
    let moment = scenario.start?.advanced(by: seconds)
    var found = covering[vertex, default: []].compactMap { contract -> ScenarioOutage.Target? in
      guard
        let restore = AgreedRestore(
          of: contract, in: moment ?? Instant(secondsSinceEpoch: 0), at: moment)
      else { return nil }
      return .init(
        basis: .contract(contract.id),
        within: restore.atMoment?.elapsed ?? restore.longest.elapsed,
        nature: restore.target.nature,
        isForEveryCase: restore.isMaximum && !restore.target.startsLater)
    }
    if let objective = compiled.component(vertex)?.continuity.recoveryTimeObjective {
      found.append(
        .init(
          basis: .objective, within: objective.seconds, nature: nil, isForEveryCase: true))
    }
    return found.enumerated().sorted {
      ($0.element.within, $0.offset) < ($1.element.within, $1.offset)
    }.map(\.element)
  }
}
