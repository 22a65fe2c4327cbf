internal import HeapModule

/// A run through time: what happens from outside, and all that follows from it.
///
/// It looks at nothing but what changes. At one instant, first what is restored has no longer failed
/// and what fails has failed; then all is lost that cannot go on, to the end; then all is gained that
/// what works makes possible, to the end. Only what holds at the end of an instant counts for times:
/// what is lost and gained at the same instant was never out. A holdup that runs out at an instant is
/// saved if what it stands in for works again at the end of it.
///
/// A run can be made again: it takes back only what the last one changed.
struct TimelineRun {
  let graph: TimedGraph
  var states: [VertexState]
  /// What each group with a switchover runs on, or ran on last.
  var inUse: [[VertexID]]

  // The present instant.
  var now = TimelineMoment(seconds: 0, moves: false)
  var worklist: [VertexID] = []
  /// What may be gained apart from what follows from other gains.
  var candidates: [VertexID] = []
  var gained: [VertexID] = []
  /// Holdups that run out at this instant.
  var due: [VertexID] = []
  var handStarts: [VertexID] = []
  var touched: [VertexID] = []
  var dirtyNetworks: [Int] = []
  var isDirty: [Bool]
  /// Whether restarts and switchovers take no time, to see whether a start by hand would last.
  var ignoresDelays = false
  /// Whether members of a circle are supposed to be up, to see whether they keep each other up.
  var supposesCircle = false
  let search = NetworkSearch()

  // The run as a whole.
  private var events = Heap<Occurrence>()
  private var changes: [TimelineEvent] = []
  private(set) var known: [VertexID] = []
  private var found: [(vertex: VertexID, outage: Timeline.Outage)] = []
  /// By how many seconds the shifting change may be made later while all keeps its order.
  private(set) var leeway = Double.infinity

  init(_ graph: TimedGraph) {
    self.graph = graph
    states = graph.atRest
    inUse = graph.inUseAtRest
    isDirty = [Bool](repeating: false, count: graph.networks.count)
  }

  /// Runs from rest until nothing changes any more, or until a horizon.
  ///
  /// - Parameters:
  ///   - changes: What is done from outside.
  ///   - shifting: The place of a change of which it is asked how much later it may come without
  ///     another order of events.
  ///   - horizon: The last instant to compute.
  /// - Returns: The outages of units.
  /// - Complexity: O(*e* log *e*), *e* the arcs out of what changes, each as often as it changes, and
  ///   for each instant at which networks change the size of those networks.
  mutating func run(
    _ changes: [TimelineEvent], shifting: Int? = nil, until horizon: Double = .infinity
  ) -> Timeline {
    reset()
    self.changes = changes
    for (place, change) in changes.enumerated() {
      events.insert(
        Occurrence(
          seconds: change.time, vertex: change.vertex, moves: place == shifting,
          what: .change(place)))
    }
    var repetition = Repetition(lastChange: changes.map(\.time).max() ?? 0)
    var ending = Timeline.Ending.quiet
    while let next = events.min?.seconds {
      guard next <= horizon, !repetition.isOver(at: next) else {
        ending = repetition.ending ?? .horizon
        break
      }
      takeInstant(at: next)
      repetition.look(at: self)
    }
    return timeline(ending: ending, repeatedSince: repetition.since)
  }

  // MARK: - Events

  private mutating func takeInstant(at seconds: Double) {
    let last = now
    var restored: [VertexID] = []
    var failed: [VertexID] = []
    var isFirst = true
    while let event = events.min, event.seconds == seconds {
      events.removeMin()
      if isFirst {
        now = TimelineMoment(seconds: seconds, moves: event.moves)
        if last.moves, !event.moves { leeway = min(leeway, seconds - last.seconds) }
        isFirst = false
      } else if event.moves != now.moves {
        leeway = 0
      }
      switch event.what {
      case .change(let place):
        touch(event.vertex)
        switch changes[place].change {
        case .fail: failed.append(event.vertex)
        case .restore: restored.append(event.vertex)
        case .restoreByHand:
          restored.append(event.vertex)
          if !states[event.vertex.index].isHeld { handStarts.append(event.vertex) }
        case .degrade: break
        }
      case .timer(let stamp):
        if states[event.vertex.index].stamp == stamp { ring(event.vertex) }
      }
    }
    // Restores come first: what fails at the same instant has failed.
    for vertex in restored { states[vertex.index].isFailed = false }
    for vertex in failed {
      states[vertex.index].isFailed = true
      states[vertex.index].isHeld = false
      worklist.append(vertex)
    }
    candidates += restored.filter { !states[$0.index].isFailed }
    handStarts.removeAll { states[$0.index].isFailed }
    settle()
    commit()
  }

  private mutating func ring(_ vertex: VertexID) {
    touch(vertex)
    states[vertex.index].timer = .never
    switch graph.roles[vertex.index] {
    case .unit:
      states[vertex.index].isReady = true
      candidates.append(vertex)
    case .holdup:
      due.append(vertex)
    case .switching:
      states[vertex.index].mode = .free
      candidates.append(vertex)
    case .gate, .path:
      break
    }
  }

  mutating func touch(_ vertex: VertexID) {
    guard !states[vertex.index].isTouched else { return }
    states[vertex.index].isTouched = true
    touched.append(vertex)
    guard !states[vertex.index].isKnown else { return }
    states[vertex.index].isKnown = true
    known.append(vertex)
  }

  // MARK: - The end of an instant

  /// Takes what holds at the end of an instant for what was, and sets the times that follow.
  private mutating func commit() {
    for vertex in touched {
      states[vertex.index].isTouched = false
      switch graph.roles[vertex.index] {
      case .unit: commitUnit(vertex)
      case .holdup: commitHoldup(vertex)
      case .switching: commitSwitching(vertex)
      case .gate, .path: break
      }
      states[vertex.index].wasUp = states[vertex.index].isUp
    }
    touched.removeAll(keepingCapacity: true)
    candidates.removeAll(keepingCapacity: true)
    gained.removeAll(keepingCapacity: true)
    due.removeAll(keepingCapacity: true)
    handStarts.removeAll(keepingCapacity: true)
  }

  private mutating func commitUnit(_ vertex: VertexID) {
    if states[vertex.index].isHeld, states[vertex.index].unmet == 0 {
      states[vertex.index].isHeld = false
    }
    let isMet = isMet(vertex)
    let restart = graph.durations[vertex.index]
    if restart > 0, isMet != states[vertex.index].wasMet {
      if isMet {
        setTimer(of: vertex, to: restart)
      } else {
        states[vertex.index].isReady = false
        cancelTimer(of: vertex)
      }
    }
    states[vertex.index].wasMet = isMet
    let state = states[vertex.index]
    if state.wasUp, !state.isUp {
      states[vertex.index].outSince = now
    } else if !state.wasUp, state.isUp {
      found.append((vertex, Timeline.Outage(from: state.outSince, until: now)))
    }
  }

  private mutating func commitHoldup(_ vertex: VertexID) {
    let isMet = isMet(vertex)
    guard isMet != states[vertex.index].wasMet else { return }
    states[vertex.index].wasMet = isMet
    if isMet {
      cancelTimer(of: vertex)
    } else {
      setTimer(of: vertex, to: graph.durations[vertex.index])
    }
  }

  private mutating func commitSwitching(_ vertex: VertexID) {
    let number = graph.details[vertex.index]
    if states[vertex.index].isUp {
      states[vertex.index].mode = .running
      inUse[number] = graph.switchings[number].choice { states[$0.index].isUp }
    } else if states[vertex.index].mode == .running, isMet(vertex) {
      // What it runs on is lost and enough others are met.
      states[vertex.index].mode = .changing
      setTimer(of: vertex, to: graph.durations[vertex.index])
    }
  }

  private mutating func setTimer(of vertex: VertexID, to seconds: Double) {
    let stamp = states[vertex.index].stamp &+ 1
    states[vertex.index].stamp = stamp
    let time = TimelineMoment(seconds: now.seconds + seconds, moves: now.moves)
    states[vertex.index].timer = time
    events.insert(
      Occurrence(seconds: time.seconds, vertex: vertex, moves: time.moves, what: .timer(stamp)))
  }

  private mutating func cancelTimer(of vertex: VertexID) {
    states[vertex.index].stamp &+= 1
    states[vertex.index].timer = .never
  }

  // MARK: - Beginning and end

  private mutating func reset() {
    for vertex in known {
      states[vertex.index] = graph.atRest[vertex.index]
      guard graph.roles[vertex.index] == .switching else { continue }
      let number = graph.details[vertex.index]
      inUse[number] = graph.inUseAtRest[number]
    }
    known.removeAll(keepingCapacity: true)
    events = Heap()
    found.removeAll(keepingCapacity: true)
    leeway = .infinity
    now = TimelineMoment(seconds: 0, moves: false)
  }

  /// What was found, without what goes on but began in the last of several like periods.
  private func timeline(ending: Timeline.Ending, repeatedSince: Double?) -> Timeline {
    let open = known.filter { vertex in
      let state = states[vertex.index]
      // What was down at rest already has no outage.
      guard graph.roles[vertex.index] == .unit, !state.isUp, state.outSince != .never else {
        return false
      }
      return repeatedSince.map { state.outSince.seconds <= $0 } ?? true
    }
    return Timeline(
      found
        + open.map {
          ($0, Timeline.Outage(from: states[$0.index].outSince, until: .never))
        }, ending: ending, end: now.seconds)
  }
}

/// Something that will happen to a vertex, unless its timer has been set anew by then.
private struct Occurrence: Comparable {
  enum What: Equatable {
    /// The change at this place.
    case change(Int)
    /// Its timer with this number rings.
    case timer(UInt32)
  }

  let seconds: Double
  let vertex: VertexID
  let moves: Bool
  let what: What

  static func < (first: Occurrence, second: Occurrence) -> Bool {
    first.seconds < second.seconds
  }
}
