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

  /// When it is promised to be back after a failure, and by which promise: the soonest.
  ///
  /// - Complexity: O(*p*) for *p* promises on it.
  func end(of element: VertexID, failing at: Instant) -> (at: Instant, promise: Promise)? {
    byElement[element]?.map { (at: $0.end(from: at), promise: $0) }.min { $0.at < $1.at }
  }
}

/// What follows if what has failed comes back when that was promised.
struct RestoreOutlook: Sendable {
  /// When something is promised to be back.
  struct Expected: Hashable, Sendable {
    let vertex: VertexID
    /// Seconds after the start; nil: nobody promised anything.
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
  /// outage lasts at least as long as here.
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
    var events: [TimelineEvent] = []
    var expected: [Expected] = []
    for failure in known {
      var end = failure.until
      if end > time {
        let promised = promises.end(of: failure.vertex, failing: course.instant(failure.from))
        let promisedEnd = promised.map {
          $0.at.secondsSinceEpoch - course.start.secondsSinceEpoch
        }
        expected.append(
          Expected(
            vertex: failure.vertex, end: promisedEnd, contract: promised?.promise.contract))
        guard let promisedEnd else { continue }
        end = max(promisedEnd, failure.from)
      }
      events.append(TimelineEvent(.fail, failure.vertex, at: failure.from))
      if end > failure.from {
        events.append(TimelineEvent(.restoreByHand, failure.vertex, at: end))
      }
    }
    self.expected = expected
    var past: [VertexID: EscalationVerdict] = [:]
    var back: [VertexID: Double] = [:]
    let users = events.isEmpty ? [] : runs.compiled.vertices(ofKinds: [.process, .consumer])
    for (reading, verdict) in [
      (Reading.possible, EscalationVerdict.possible), (.certain, .certain),
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
}
