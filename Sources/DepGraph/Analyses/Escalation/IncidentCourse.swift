/// Who is down when in an incident, by how sure that is.
///
/// Either everything failed at once and lasts, with the times of a blast radius; or things fail and
/// are restored over time, with the outages of the timeline.
struct IncidentCourse: Sendable {
  typealias Surety = FallTimes.Surety

  /// A failure by itself.
  struct Failure: Hashable, Sendable {
    let vertex: VertexID
    /// When, in seconds after the start.
    let from: Double
    /// When it is restored; infinite: not in what is known.
    let until: Double

    /// Whether it has failed at a moment.
    func isUnder(at time: Double) -> Bool { from <= time && time < until }
  }

  private enum Source: Sendable {
    case lasting(FallTimes)
    case changing([Surety: Timeline])
  }

  /// When it starts.
  let start: Instant
  /// The clock by which moments are told; nil: with the offset in which the start was written.
  let zone: ZoneOffsets?
  /// What fails by itself, by time.
  let failures: [Failure]
  private let source: Source
  private let needed: [VertexID: WeeklyHours]
  /// Components that are claimed not to depend on what failed, taken at their word.
  let claimed: Set<VertexID>
  /// From when anything may have failed, since not all that failed is known; nil: all is.
  private let openFrom: Double?

  /// Everything fails at the start and stays so.
  ///
  /// - Complexity: that of a blast radius.
  init(
    _ seeds: Seeds, since start: Instant, zone: ZoneOffsets?, claimed: Set<VertexID>,
    in compiled: CompiledModel
  ) {
    self.start = start
    self.zone = zone
    self.claimed = claimed
    openFrom = nil
    failures = seeds.vertices.map { Failure(vertex: $0, from: 0, until: .infinity) }
    source = .lasting(FallTimes(seeds, since: start, claimed: claimed, in: compiled))
    needed = Self.hours(in: compiled)
  }

  /// Things fail and are restored.
  ///
  /// What is not known is taken to fail with the first failure, and to be back with the last restore.
  ///
  /// - Complexity: that of three runs of the timeline.
  init(
    _ events: [TimelineEvent], from start: Instant, zone: ZoneOffsets?, openFrom: Double?,
    with runs: IncidentRuns
  ) {
    self.start = start
    self.zone = zone
    self.openFrom = openFrom
    let all = Seeds(events.filter { $0.change == .fail }.map(\.vertex))
    let claims = BlastRadius(.init(all), in: runs.compiled).claimedIndependent
    claimed = Set(claims.filter(\.coversTheFailure).map(\.vertex))
    let failures = Self.failures(of: events)
    self.failures = failures
    var timelines: [Surety: Timeline] = [
      .certain: runs.timeline(of: events, .certain),
      .possible: runs.timeline(of: events, .possible),
    ]
    timelines[.conceivable] = timelines[.possible]
    if let first = failures.first?.from, let possible = timelines[.possible] {
      let failed = Set(failures.map(\.vertex))
      let last = failures.map(\.until).max() ?? .infinity
      let timeline = { (suspects: [VertexID]) in
        let extra = suspects.flatMap { suspect in
          [TimelineEvent(.fail, suspect, at: first)]
            + (last.isFinite ? [TimelineEvent(.restoreByHand, suspect, at: last)] : [])
        }
        return extra.isEmpty ? possible : runs.timeline(of: events + extra, .possible)
      }
      let suspects = Untellable.suspects(after: failed.sorted(), in: runs.compiled) {
        Set(timeline($0).affected).contains
      }
      timelines[.conceivable] = timeline(suspects)
    }
    source = .changing(timelines)
    needed = Self.hours(in: runs.compiled)
  }

  private static func hours(in compiled: CompiledModel) -> [VertexID: WeeklyHours] {
    var hours: [VertexID: WeeklyHours] = [:]
    for vertex in compiled.componentVertices {
      guard let needed = compiled.component(vertex)?.needed, needed != .always else { continue }
      hours[vertex] = needed
    }
    return hours
  }

  private static func failures(of events: [TimelineEvent]) -> [Failure] {
    // At one instant restores come first.
    let order = events.enumerated().sorted {
      ($0.element.time, $0.element.change == .fail ? 1 : 0, $0.offset)
        < ($1.element.time, $1.element.change == .fail ? 1 : 0, $1.offset)
    }.map(\.element)
    var open: [VertexID: Double] = [:]
    var found: [Failure] = []
    for event in order {
      if event.change == .fail {
        if open[event.vertex] == nil { open[event.vertex] = event.time }
      } else if let from = open.removeValue(forKey: event.vertex), from < event.time {
        found.append(Failure(vertex: event.vertex, from: from, until: event.time))
      }
    }
    found += open.map { Failure(vertex: $0.key, from: $0.value, until: .infinity) }
    return found.sorted { ($0.from, $0.vertex) < ($1.from, $1.vertex) }
  }

  // MARK: - Questions

  /// Whether things are restored over time too.
  var isReplayed: Bool {
    if case .changing = source { true } else { false }
  }

  /// The instant some seconds after the start.
  func instant(_ seconds: Double) -> Instant { told(start.advanced(by: seconds)) }

  /// An instant on the clock by which moments are told.
  func told(_ instant: Instant) -> Instant { zone.map { instant.onClock(of: $0) } ?? instant }

  /// When the outage began that a component is in at a moment, as sure as asked; nil: it is in none.
  func outage(of vertex: VertexID, at time: Double, _ surety: Surety) -> Double? {
    switch source {
    case .lasting(let times):
      let fall = times.fall(of: vertex, surety)
      return fall <= time ? fall : nil
    case .changing(let timelines):
      return timelines[surety]?.outages(of: vertex).last { $0.from <= time && time < $0.until }?
        .from
    }
  }

  /// How sure it is that a component is down at a moment.
  func isDown(_ vertex: VertexID, at time: Double) -> EscalationVerdict {
    if outage(of: vertex, at: time, .certain) != nil { return .certain }
    if outage(of: vertex, at: time, .possible) != nil { return .possible }
    return outage(of: vertex, at: time, .conceivable) != nil ? .cannotTell : .no
  }

  /// How sure it is that a component works degraded at a moment, or is down; over time only outages
  /// are followed.
  func isDegraded(_ vertex: VertexID, at time: Double) -> EscalationVerdict {
    guard case .lasting(let times) = source else { return isDown(vertex, at: time) }
    if times.fall(of: vertex, .certain, degraded: true) <= time { return .certain }
    if times.fall(of: vertex, .possible, degraded: true) <= time { return .possible }
    return isDown(vertex, at: time)
  }

  /// When users of a component feel an outage that began at a moment.
  func felt(_ vertex: VertexID, from began: Double) -> Double {
    guard let hours = needed[vertex] else { return began }
    let instant = hours.firstInstant(atOrAfter: start.advanced(by: began))
    return max(began, instant.secondsSinceEpoch - start.secondsSinceEpoch)
  }

  /// The moments at which it changes for certain whether a component is down.
  ///
  /// - Complexity: O(*k*) for *k* outages.
  func changes(of vertex: VertexID) -> [Double] {
    switch source {
    case .lasting(let times):
      let fall = times.fall(of: vertex, .certain)
      return fall < .infinity ? [fall] : []
    case .changing(let timelines):
      let outages = timelines[.certain]?.outages(of: vertex) ?? []
      return outages.flatMap { [$0.from, $0.until] }.filter(\.isFinite)
    }
  }

  /// When a component goes down after a moment at which it works, in the least favourable reading;
  /// nil: not in what is known.
  func fall(of vertex: VertexID, after time: Double) -> Double? {
    switch source {
    case .lasting(let times):
      let fall = times.fall(of: vertex, .possible)
      return fall > time && fall < .infinity ? fall : nil
    case .changing: return nil
    }
  }

  /// What has failed by itself at a moment.
  ///
  /// - Complexity: O(*f*) for *f* failures.
  func failed(at time: Double) -> [VertexID] {
    Set(failures.filter { $0.isUnder(at: time) }.map(\.vertex)).sorted()
  }
}

/// The timeline of a model in the readings that an incident is looked at in; made when first asked.
final class IncidentRuns {
  let compiled: CompiledModel
  private let lags: [VertexID: TimeSpan]
  private lazy var certain = TimelineModel(compiled, reading: .certain, restarts: lags)
  private lazy var possible = TimelineModel(compiled, reading: .possible, restarts: lags)

  /// - Parameters:
  ///   - compiled: The model.
  ///   - lags: Times to recover that stand in for those of the model.
  init(_ compiled: CompiledModel, lags: [VertexID: TimeSpan] = [:]) {
    self.compiled = compiled
    self.lags = lags
  }

  func timeline(of events: [TimelineEvent], _ reading: Reading) -> Timeline {
    (reading == .certain ? certain : possible).timeline(of: events)
  }
}
