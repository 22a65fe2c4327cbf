/// How long something may be out before something else is out for longer than it may.
///
/// Some elements fail together at 0 and one of them is restored after *d* whole seconds, the others
/// never. Asked is the longest *d* for which the longest single outage of a target, with every
/// holdup, switchover and restart on the way, stays within an objective; and does so for every
/// shorter one too, for with switchovers a longer outage can be the kinder one.
///
/// There is no search over *d*: runs that see the same events in the same order differ only by how
/// far the later ones shift with *d*, so one run answers for a whole interval of *d*, for all targets.
///
///     let allowed = AllowedOutages(in: model)
///     allowed.longest(of: power, among: [power], for: portal, within: .hours(4))  // 12 h, in seconds
///
/// One is not safe to share between tasks: it keeps what it has computed.
public final class AllowedOutages {
  /// A question but for its target.
  private struct Failures: Hashable {
    let failed: [VertexID]
    let returning: VertexID
  }

  /// What one run says: it holds for the whole seconds from `first` on that are less than `next`.
  private struct Interval {
    let first: Double
    /// The first of the next interval; infinite if there is none.
    let next: Double
    let timeline: Timeline
  }

  private var run: TimelineRun
  private var intervals: [Failures: [Interval]] = [:]

  /// Makes a model ready.
  ///
  /// - Parameters:
  ///   - model: The model.
  ///   - reading: How sure uncertain facts are taken to be.
  /// - Complexity: O((*n* + *r*) log *n*) for *n* components with *r* requirements.
  public init(in model: CompiledModel, reading: Reading = .possible) {
    run = TimelineRun(TimelineModel(model, reading: reading).graph)
  }

  /// The longest time after which one of what failed may come back.
  ///
  /// - Parameters:
  ///   - returning: The one that comes back.
  ///   - failed: What fails at the same instant; `returning` is among it.
  ///   - target: What must not be out for too long.
  ///   - objective: How long it may be.
  /// - Returns: Whole seconds; 0 if the shortest outage is too long already, infinite if none ever
  ///   is.
  /// - Precondition: `failed` holds `returning`.
  /// - Complexity: One run for each interval of outages up to the answer: at most one more than there
  ///   are pairs of an instant that shifts and one that does not.
  public func longest(
    of returning: VertexID, among failed: [VertexID], for target: VertexID,
    within objective: TimeSpan
  ) -> Double {
    let failures = Failures(failed: failed.sortedOnce(), returning: returning)
    precondition(failures.failed.contains(returning), "what comes back has failed")
    var number = 0
    while let interval = interval(number, of: failures) {
      let outages = interval.timeline.outages(of: target)
      let excesses = outages.compactMap { outage in
        Self.firstExcess(of: outage, over: objective.seconds, in: interval)
      }
      if let first = excesses.min() { return first - 1 }
      number += 1
    }
    return .infinity
  }

  /// The first whole second of an interval for which an outage is longer than it may be.
  private static func firstExcess(
    of outage: Timeline.Outage, over objective: Double, in interval: Interval
  ) -> Double? {
    if outage.length > objective { return interval.first }
    guard outage.growth > 0 else { return nil }
    let first = interval.first + (objective - outage.length).rounded(.down) + 1
    return first < interval.next ? first : nil
  }

  private func interval(_ number: Int, of failures: Failures) -> Interval? {
    let known = intervals[failures, default: []]
    if number < known.count { return known[number] }
    let first = known.last?.next ?? 1
    guard first < .infinity else { return nil }
    let changes =
      [TimelineEvent(.restore, failures.returning, at: first)]
      + failures.failed.map { TimelineEvent(.fail, $0, at: 0) }
    let timeline = run.run(changes, shifting: 0)
    let next = max(first + 1, (first + run.leeway).rounded(.up))
    let interval = Interval(first: first, next: next, timeline: timeline)
    intervals[failures, default: []].append(interval)
    return interval
  }
}
