/// What was promised about restoring what fails, by the agreements in force on the day.
struct RestorePromises: Sendable {
  /// A promise on one element.
  struct Promise: Hashable, Sendable {
    /// The id of the agreement; nil: a scenario states it.
    let contract: String?
    /// How long it may take, in seconds of the agreement's hours.
    let within: TimeSpan
    /// The hours in which that time runs.
    let window: WeeklyHours
    /// How binding it is; nil: not stated.
    let nature: ServiceTarget.Nature?

    /// When it must be restored.
    func end(from failure: Instant) -> Instant { window.instant(after: within, from: failure) }
  }

  /// The promises on each element, in the order of the agreements.
  private let byElement: [VertexID: [Promise]]
  /// The elements that something is promised about, in order.
  let elements: [VertexID]

  /// - Parameters:
  ///   - compiled: The model.
  ///   - instant: The day on which agreements must be in force.
  ///   - stated: What a scenario states in place of the agreements, by element.
  /// - Complexity: O(*c*·*n*) for *c* agreements and *n* elements.
  init(
    in compiled: CompiledModel, at instant: Instant, stated: [VertexID: Scenario.Target] = [:]
  ) {
    var found: [VertexID: [Promise]] = [:]
    for contract in compiled.model.contracts where contract.isValid(on: instant.day) {
      guard let restore = AgreedRestore(of: contract, in: instant, at: nil),
        let within = restore.target.restoreWithin
      else { continue }
      let promise = Promise(
        contract: contract.id, within: within, window: contract.serviceWindow,
        nature: restore.target.nature)
      for element in compiled.coverage(of: contract).vertices {
        found[element, default: []].append(promise)
      }
    }
    for (element, target) in stated {
      found[element] = [
        Promise(
          contract: nil, within: target.restoreWithin, window: .always, nature: target.nature)
      ]
    }
    byElement = found
    elements = found.keys.sorted()
  }

  /// The promise with the shortest time; nil: nobody promised anything.
  ///
  /// - Complexity: O(*p*) for *p* promises on it.
  func shortest(on element: VertexID) -> Promise? {
    byElement[element]?.min { $0.within < $1.within }
  }

  /// When it is promised to be back after a failure, by each promise: the soonest first.
  ///
  /// - Complexity: O(*p* log *p*) for *p* promises on it.
  func ends(of element: VertexID, failing at: Instant) -> [(at: Instant, promise: Promise)] {
    byElement[element, default: []].map { (at: $0.end(from: at), promise: $0) }.enumerated()
      .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
  }
}

/// What follows if what has failed comes back when that was promised.
struct RestoreOutlook: Sendable {
  /// When something is promised to be back.
  struct Expected: Hashable, Sendable {
    let vertex: VertexID
    /// Seconds after the start, of several promises the latest; nil: nobody promised anything.
    let end: Double?
    /// The id of the agreement.
    let contract: String?
  }

  /// What has failed, with when it is promised back, in order.
  let expected: [Expected]
  /// The processes and consumers that will have been out for too long by then.
  let past: [VertexID: EscalationVerdict]
  /// When each of them is back, in seconds after the start; infinite: not by itself.
  let back: [VertexID: Double]

  /// The latest moment at which something is promised back; nil: for something nothing is promised.
  var last: Double? {
    let ends = expected.map(\.end)
    return ends.contains(nil) ? nil : ends.compactMap(\.self).max()
  }

  /// Whether nobody knows when something will be back: nothing was promised, or the time has passed.
  func isOpen(at time: Double) -> Bool {
    expected.contains { ($0.end ?? -.infinity) <= time }
  }

  /// Runs the timeline with everything restored when promised.
  ///
  /// What nothing is promised about is left out, and of what is overdue only the promise counts: so an
  /// outage lasts at least as long as here. Of several promises on one thing the soonest counts for
  /// what is certain, the latest for what is possible.
  ///
  /// - Parameters:
  ///   - course: The incident.
  ///   - time: Up to which moment it is known.
  ///   - promises: What was promised.
  ///   - runs: The timeline of the model.
  /// - Complexity: that of two runs of the timeline.
  init(
    _ course: IncidentCourse, at time: Double, _ promises: RestorePromises, _ runs: IncidentRuns
  ) {
    let known = course.failures.filter { $0.from <= time }
    var soonest: [TimelineEvent] = []
    var latest: [TimelineEvent] = []
    var expected: [Expected] = []
    for failure in known {
      var ends = (failure.until, failure.until)
      if failure.until > time {
        let promised = promises.ends(of: failure.vertex, failing: course.instant(failure.from))
        let seconds = { (instant: Instant) in
          instant.secondsSinceEpoch - course.start.secondsSinceEpoch
        }
        expected.append(
          Expected(
            vertex: failure.vertex, end: promised.last.map { seconds($0.at) },
            contract: promised.last?.promise.contract))
        guard let first = promised.first, let last = promised.last else { continue }
        ends = (max(seconds(first.at), failure.from), max(seconds(last.at), failure.from))
      }
      soonest += Self.outage(of: failure.vertex, from: failure.from, until: ends.0)
      latest += Self.outage(of: failure.vertex, from: failure.from, until: ends.1)
    }
    self.expected = expected
    var past: [VertexID: EscalationVerdict] = [:]
    var back: [VertexID: Double] = [:]
    let users = latest.isEmpty ? [] : runs.compiled.vertices(ofKinds: [.process, .consumer])
    for (reading, verdict, events) in [
      (Reading.possible, EscalationVerdict.possible, latest), (.certain, .certain, soonest),
    ]
    where !events.isEmpty {
      let timeline = runs.timeline(of: events, reading)
      for user in users {
        let limit =
          runs.compiled.component(user)?.continuity.maximumTolerablePeriod?.seconds ?? .infinity
        for outage in timeline.outages(of: user) {
          back[user] = max(back[user] ?? 0, outage.until)
          if outage.until - course.felt(user, from: outage.from) > limit { past[user] = verdict }
        }
      }
    }
    self.past = past
    self.back = back
  }
  private static func outage(
    of vertex: VertexID, from: Double, until: Double
  ) -> [TimelineEvent] {
    let fails = TimelineEvent(.fail, vertex, at: from)
    return until > from ? [fails, TimelineEvent(.restoreByHand, vertex, at: until)] : [fails]
  }
}
