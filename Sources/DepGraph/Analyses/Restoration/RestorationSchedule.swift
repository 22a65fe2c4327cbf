/// Who repairs what when.
struct RestorationSchedule: Sendable {
  /// One task in it.
  struct Slot: Hashable, Sendable {
    /// The crew that does it; nil: somebody else does.
    var crew: Int?
    /// When the crew sets out.
    var departs: Double
    /// When it has arrived.
    var arrives: Double
    /// When the work begins, with the evidence if there is any.
    var begins: Double
    /// When it is done; `RecoveryRun.unknown`: nobody knows.
    var ends: Double
    /// Since when it could be done.
    var ready: Double
  }

  /// The slot of each task; nil: its repair never can begin.
  var slots: [Slot?]
  /// When everything works again.
  let recovery: RecoveryRun
}

/// Where the crews are and when they are free.
struct CrewState: Hashable, Sendable {
  var free: [Double]
  var place: [Position?]

  init(_ crews: [RestorationCrew]) {
    free = crews.map { _ in 0 }
    place = crews.map(\.base)
  }

  /// How a crew would do a task that can begin at a time.
  ///
  /// - Complexity: that of `WeeklyHours.instant(after:from:)`.
  func slot(
    _ task: RepairTask, by crew: Int, ready: Double, _ problem: RestorationProblem
  ) -> RestorationSchedule.Slot {
    let (clock, hours) = (problem.clock, problem.crews[crew].hours)
    let travel = clock.travel(from: place[crew], to: task.position)
    let arrives = clock.end(of: travel, from: free[crew], in: hours)
    var begins = max(arrives, ready)
    if let since = clock.since, hours != .always, begins < RecoveryRun.unknown {
      // Work begins when the crew is at work, not when it could be called.
      begins = max(
        begins,
        hours.firstInstant(atOrAfter: since.advanced(by: begins)).secondsSinceEpoch
          - since.secondsSinceEpoch)
    }
    return RestorationSchedule.Slot(
      crew: crew, departs: free[crew], arrives: arrives, begins: begins,
      ends: clock.end(of: task.seconds, from: begins, in: hours), ready: ready)
  }

  /// Lets a crew do a task.
  mutating func take(_ slot: RestorationSchedule.Slot, at position: Position?) {
    guard let crew = slot.crew else { return }
    free[crew] = slot.ends
    if let position { place[crew] = position }
  }
}

/// Gives tasks to crews in the order of a list: always the first of it that can begin and of which the
/// crew that would be done with it soonest is free.
///
/// Tasks of which nobody knows how long they take come when all others are given out, so that they keep
/// no crew from work that can be planned.
struct ListScheduling {
  private let problem: RestorationProblem
  /// The place of each task in the list.
  private let places: [Int]
  private var run: RecoveryRun
  private var crews: CrewState
  private var slots: [RestorationSchedule.Slot?]
  /// What can begin, for each set of crews that can do it, the first in the list last.
  private var pools: [[Int]] = []
  private var poolOfTask: [Int]
  /// Where the pools of tasks of unknown length begin.
  private let firstUnknown: Int
  private var now = 0.0
  /// How many tasks of known length have not been given out.
  private var knownLeft: Int
  /// Slots that are decided already.
  private let fixed: [RestorationSchedule.Slot?]

  /// - Parameters:
  ///   - order: The tasks that crews do, the first to be done first.
  ///   - fixed: What is decided already, by task.
  ///   - crews: Where that leaves the crews.
  ///   - problem: What the outage asks.
  ///   - isKnown: Whether it is known when a task can be finished.
  init(
    _ order: [Int], fixed: [RestorationSchedule.Slot?]? = nil, crews: CrewState? = nil,
    _ problem: RestorationProblem, isKnown: [Bool]
  ) {
    self.problem = problem
    var places = [Int](repeating: Int.max, count: problem.tasks.count)
    for (place, task) in order.enumerated() { places[task] = place }
    self.places = places
    run = problem.beginning
    self.crews = crews ?? CrewState(problem.crews)
    let fixed = fixed ?? [RestorationSchedule.Slot?](repeating: nil, count: problem.tasks.count)
    self.fixed = fixed
    slots = [RestorationSchedule.Slot?](repeating: nil, count: problem.tasks.count)
    firstUnknown = problem.crewSetCount
    poolOfTask = problem.tasks.indices.map { task in
      problem.crewSets[task] + (isKnown[task] ? 0 : problem.crewSetCount)
    }
    pools = [[Int]](repeating: [], count: 2 * problem.crewSetCount)
    knownLeft = order.count { isKnown[$0] && fixed[$0] == nil }
  }

  /// The schedule.
  ///
  /// - Complexity: O(*t*·(*p*·*k* + log *t*) + (*v* + *a*) log *v*) for *t* tasks, *k* crews, *p* sets of
  ///   crews that can do a task, and the vertices and arcs of what is out.
  consuming func schedule() -> RestorationSchedule {
    for task in problem.tasks.indices where run[problem.readiness[task]] == 0 {
      becomeReady(task)
    }
    while true {
      while let time = run.nextTime, time <= now {
        for vertex in run.advance() {
          if let task = problem.task(readyBy: vertex) { becomeReady(task) }
        }
      }
      giveOut()
      var next = run.nextTime ?? .infinity
      if pools.contains(where: { !$0.isEmpty }) {
        for free in crews.free where free > now { next = min(next, free) }
      }
      guard next < .infinity else { break }
      now = next
    }
    return RestorationSchedule(slots: slots, recovery: run)
  }

  private mutating func becomeReady(_ task: Int) {
    let ready = run[problem.readiness[task]]
    if let slot = fixed[task] {
      slots[task] = slot
      run.release(problem.tasks[task].element, at: slot.ends)
    } else if let end = problem.finishWithoutCrew(task, from: ready) {
      let begins = problem.tasks[task].hasNobody ? RecoveryRun.unknown : ready
      slots[task] = .init(
        crew: nil, departs: begins, arrives: begins, begins: begins, ends: end, ready: ready)
      run.release(problem.tasks[task].element, at: end)
    } else if places[task] < Int.max {
      let pool = poolOfTask[task]
      let at = pools[pool].partitioningIndex { places[$0] < places[task] }
      pools[pool].insert(task, at: at)
    }
  }

  private mutating func giveOut() {
    // With no known task left to wait for, the others have their turn.
    while true {
      let range = knownLeft > 0 ? 0..<firstUnknown : 0..<pools.count
      guard let choice = firstToBegin(range) else { return }
      let task = pools[choice.pool].remove(at: choice.place)
      slots[task] = choice.slot
      crews.take(choice.slot, at: problem.tasks[task].position)
      if choice.pool < firstUnknown { knownLeft -= 1 }
      run.release(problem.tasks[task].element, at: choice.slot.ends)
    }
  }

  /// A task of a pool, and how a crew does it.
  private struct Choice {
    let pool: Int
    let place: Int
    let slot: RestorationSchedule.Slot
  }

  /// How many tasks of a pool are looked at, where those before them wait for a crew that is busy.
  private static let lookahead = 16

  /// The first of the list that a free crew does, and no busy one sooner.
  private func firstToBegin(_ range: Range<Int>) -> Choice? {
    var candidates: [(pool: Int, place: Int)] = []
    for pool in range {
      let count = pools[pool].count
      for place in stride(from: count - 1, through: max(0, count - Self.lookahead), by: -1) {
        candidates.append((pool, place))
      }
    }
    candidates.sort { places[pools[$0.pool][$0.place]] < places[pools[$1.pool][$1.place]] }
    for (pool, place) in candidates {
      let number = pools[pool][place]
      let task = problem.tasks[number]
      let free = task.crews.filter { crews.free[$0] <= now }.map { slot(number, by: $0) }
      guard let best = free.min(by: { ($0.ends, $0.begins) < ($1.ends, $1.begins) }) else {
        continue
      }
      // One that is busy may be done with it sooner all the same, being nearer or at work earlier.
      let isBeaten = task.crews.contains { crew in
        crews.free[crew] > now && crews.free[crew] + task.seconds < best.ends
          && slot(number, by: crew).ends < best.ends
      }
      if !isBeaten { return Choice(pool: pool, place: place, slot: best) }
    }
    return nil
  }

  /// How a crew would do a task from now on: what was passed over until now has not begun.
  private func slot(_ number: Int, by crew: Int) -> RestorationSchedule.Slot {
    let ready = run[problem.readiness[number]]
    var slot = crews.slot(problem.tasks[number], by: crew, ready: max(ready, now), problem)
    slot.ready = ready
    return slot
  }
}
