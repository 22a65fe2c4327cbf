/// What a run gives to think about afterwards.
extension ScenarioRun {
  /// A part of the time that an outage took.
  public struct Phase: Hashable, Sendable {
    /// What the time went into.
    public enum Kind: Hashable, Sendable {
      /// Nobody had found out yet.
      case undiscovered
      /// It was known, and the repair had not begun.
      case waiting
      /// It was repaired, or restored in whatever way.
      case restoring
      /// A component recovered, while all that it needs worked.
      case recovering(VertexID)
    }

    /// What the time went into.
    public let kind: Kind
    /// From when, in seconds since the start.
    public let from: Double
    /// Until when.
    public let until: Double

    /// How long, in seconds.
    public var length: Double { until - from }
  }

  /// Something that failed and stops users alone.
  public struct SinglePoint: Hashable, Sendable {
    /// What failed.
    public let vertex: VertexID
    /// How many processes and consumers it stops alone.
    public let users: Int
  }

  /// What decided when an outage was over: what had to come back one after the other.
  ///
  /// - Parameter outage: One of ``outages``.
  /// - Returns: The steps, from itself back to what was restored; none where it is not back. At most a
  ///   thousand.
  /// - Complexity: O(*l*·*r*) for *l* steps of elements with *r* requirements each.
  public func decided(_ outage: ScenarioOutage) -> [ScenarioOutage.Step] {
    outage.until.map { causes.steps(to: outage.vertex, at: $0) } ?? []
  }

  /// What the time of an outage went into, from the failure that decided it to its end.
  ///
  /// - Parameter outage: One of ``outages``.
  /// - Returns: The phases in order; none where it is not back, or nothing failed by itself.
  /// - Complexity: O(*e*) for *e* entries.
  public func phases(of outage: ScenarioOutage) -> [Phase] {
    let decided = decided(outage)
    guard let root = decided.last,
      let failure = causes.stretches(of: root.vertex).last(where: { $0.from < root.at && $0.isDown }
      )
    else { return [] }
    let restored = root.at - root.recovering
    let inside = entries.filter { failure.from <= $0.at && $0.at <= restored }
    let discovered = inside.first { $0.kind == .discover }?.at
    let begun = inside.first { $0.kind == .repairBegins && $0.vertex == root.vertex }?.at
    var phases: [Phase] = []
    var now = failure.from
    let add = { (kind: Phase.Kind, until: Double?) in
      guard let until, until > now else { return }
      phases.append(Phase(kind: kind, from: now, until: until))
      now = until
    }
    add(.undiscovered, discovered)
    // Without a discovery nobody can tell waiting from not knowing.
    if discovered != nil { add(.waiting, begun) }
    add(.restoring, restored)
    for step in decided.reversed() { add(.recovering(step.vertex), step.at) }
    return phases
  }

  /// The outages that lasted longer than agreed, the longest overrun first.
  ///
  /// - Complexity: O(*o* log *o*) for *o* outages.
  public var overruns: [ScenarioOutage] {
    outages.enumerated().filter { ($0.element.overrun ?? 0) > 0 }.sorted {
      (-($0.element.overrun ?? 0), $0.offset) < (-($1.element.overrun ?? 0), $1.offset)
    }.map(\.element)
  }

  /// The outages that miss a guarantee.
  ///
  /// - Complexity: O(*o*) for *o* outages.
  public var breaches: [ScenarioOutage] { outages.filter(\.isBreach) }

  /// What failed by itself and stops processes or consumers alone, by how many.
  ///
  /// - Parameters:
  ///   - compiled: The model.
  ///   - most: How many of the failures are looked at.
  /// - Returns: The single points.
  /// - Complexity: O(*m*·(*v* + *a*)) for *m* failures and what fails with each.
  public func singlePoints(in compiled: CompiledModel, most: Int = 200) -> [SinglePoint] {
    let reach = FailureReach(compiled, .written)
    return failed.prefix(most).filter(compiled.isSeedOfSearches).map {
      SinglePoint(vertex: $0, users: reach.userCount(after: [$0]))
    }.filter { $0.users > 0 }.sorted { (-$0.users, $0.vertex) < (-$1.users, $1.vertex) }
  }
}
