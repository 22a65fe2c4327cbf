/// What a run gives to think about afterwards.
extension ScenarioRun {
  /// A part of the time that an outage took.
  public struct Phase: Hashable, Sendable {
    /// What the time went into.
    public enum Kind: Hashable, Sendable {
      /// Nobody had found out yet.
      case undiscovered
      /// Its repair had not begun; whether it was known, or nobody wrote down.
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
  /// - Complexity: O(*m*) for *m* entries of finding out and of beginning repairs.
  public func phases(of outage: ScenarioOutage) -> [Phase] {
    let decided = decided(outage)
    guard let root = decided.last,
      let failure = causes.stretches(of: root.vertex).last(where: { $0.from < root.at && $0.isDown }
      )
    else { return [] }
    let restored = root.at - root.recovering
    let inside = milestones.filter { failure.from <= $0.at && $0.at <= restored }
    // What was out before already was found out of something else.
    let discovered = inside.first { entry in
      guard entry.kind == .discover, let vertex = entry.vertex else { return false }
      return (causes.stretch(of: vertex, at: entry.at)?.from ?? .infinity) >= failure.from
    }?.at
    let begun = inside.first { $0.kind == .repairBegins && $0.vertex == root.vertex }?.at
    var phases: [Phase] = []
    var now = failure.from
    let add = { (kind: Phase.Kind, until: Double?) in
      guard let until, until > now else { return }
      phases.append(Phase(kind: kind, from: now, until: until))
      now = until
    }
    add(.undiscovered, discovered)
    add(.waiting, begun)
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

  /// When the model's framework would have had each level called, against when it was.
  ///
  /// - Parameter compiled: The model.
  /// - Returns: The levels, the lightest first; none where the scenario has no start, or does not say
  ///   when anybody escalated.
  /// - Complexity: That of an ``EscalationReplay``.
  public func callsByRule(in compiled: CompiledModel) -> [EscalationReplay.Call] {
    guard let start = scenario.start, response.hasEscalations else { return [] }
    var told = scenario
    // The replay knows restores, not repairs: those that were computed are told as restores.
    told.events += repairs.compactMap { repair in
      guard let end = repair.end else { return nil }
      var event = Scenario.Event(at: end)
      event.restore = [compiled.table.id(of: repair.vertex)]
      return event
    }
    told.events = told.events.enumerated().sorted {
      ($0.element.at, $0.offset) < ($1.element.at, $1.offset)
    }.map(\.element)
    return (try? EscalationReplay(.init(told, start: start), in: compiled))?.calls ?? []
  }

  /// The contacts that were told, or had to be, while none of their channels worked.
  ///
  /// - Parameter compiled: The model.
  /// - Returns: The contacts with their channels, in the order of the notifications.
  /// - Complexity: O(*c*·*r*) for *c* contacts with *r* channels each.
  public func cutOff(in compiled: CompiledModel) -> [CutOffContact] {
    response.notifications.compactMap { told in
      guard let contact = compiled.model.contacts.first(where: { $0.id == told.contact }),
        let moment = told.at ?? told.deadline
      else { return nil }
      let channels = contact.reach.compactMap(compiled.vertex(of:))
      let isCutOff = !channels.isEmpty && channels.allSatisfy { state(of: $0, at: moment) == .down }
      return isCutOff
        ? CutOffContact(contact: contact.id, at: moment, channels: channels) : nil
    }
  }

  /// A contact none of whose channels worked when it mattered.
  public struct CutOffContact: Hashable, Sendable {
    /// The id of the contact.
    public let contact: String
    /// When it was told, or had to be, in seconds since the start.
    public let at: Double
    /// Its channels, the best first.
    public let channels: [VertexID]
  }
}
