/// The best order of the tasks that crews do, proven where they are few.
///
/// Schedules are made by giving out one task after the other, each to one crew, in the order in which
/// they begin: so each schedule in which nobody waits without reason is met once, and some schedule of
/// that kind is best, as nothing gets better by being done later. A branch ends where what no
/// continuation can beat is no better than what is known already (A. H. Land and A. G. Doig, *An
/// automatic method of solving discrete programming problems*, 1960, doi:10.2307/1910129).
struct RestorationSearch {
  /// How many tasks are tried in every order.
  static let mostTasks = 10
  /// How many beginnings of orders are looked at; beyond them nothing is proven.
  static let mostNodes = 30_000

  let problem: RestorationProblem
  let objective: RestorationObjective
  let bound: RestorationBound
  /// The tasks to order.
  let tasks: [Int]
  /// The best numbers known.
  private(set) var best: [Double]
  /// The slots of the best schedule, if one was found here.
  private(set) var found: (slots: [RestorationSchedule.Slot?], crews: CrewState)?
  /// Whether every order was tried or ruled out.
  private(set) var isComplete = true
  private var nodes = 0

  /// Looks for something better than what is known.
  ///
  /// - Complexity: O(*t*!·*kᵗ*) beginnings for *t* tasks and *k* crews at worst, never more than
  ///   `mostNodes`, with two recoveries played through for each.
  init(
    _ tasks: [Int], _ problem: RestorationProblem, _ objective: RestorationObjective,
    _ bound: RestorationBound, better best: [Double]
  ) {
    self.problem = problem
    self.objective = objective
    self.bound = bound
    self.tasks = tasks
    self.best = best
    var slots = [RestorationSchedule.Slot?](repeating: nil, count: problem.tasks.count)
    search(&slots, CrewState(problem.crews), left: tasks, since: 0)
  }

  private mutating func search(
    _ slots: inout [RestorationSchedule.Slot?], _ crews: CrewState, left: [Int],
    since begin: Double
  ) {
    guard isComplete else { return }
    nodes += 1
    if nodes > Self.mostNodes {
      isComplete = false
      return
    }
    let run = recovery(slots, crews, guessing: !left.isEmpty)
    if left.isEmpty {
      let values = objective.values { run[$0] }
      if RestorationObjective.isBetter(values, best) {
        best = values
        found = (slots, crews)
      }
      return
    }
    let isLeft = Set(left)
    let least = bound.values(
      soonest: { run[$0] }, left: { isLeft.contains($0) }, free: crews.free)
    guard RestorationObjective.isBetter(least, best) else { return }
    // Without what is left: only so it is known since when something can begin.
    let real = problem.hasNeeds ? recovery(slots, crews, guessing: false) : run
    for (task, slot) in choices(left, crews, real, since: begin) {
      var next = crews
      next.take(slot, at: problem.tasks[task].position)
      slots[task] = slot
      search(&slots, next, left: left.filter { $0 != task }, since: slot.begins)
      slots[task] = nil
    }
  }

  private func choices(
    _ left: [Int], _ crews: CrewState, _ run: RecoveryRun, since begin: Double
  ) -> [(task: Int, slot: RestorationSchedule.Slot)] {
    var choices: [(task: Int, slot: RestorationSchedule.Slot)] = []
    for task in left {
      let ready = run[problem.readiness[task]]
      guard ready < .infinity else { continue }
      let able = problem.tasks[task].crews
      for (place, crew) in able.enumerated() {
        // Of crews that are alike in all, the first will do.
        let isTwin = able[..<place].contains { other in
          crews.free[other] == crews.free[crew] && crews.place[other] == crews.place[crew]
            && problem.crews[other].hours == problem.crews[crew].hours
            && problem.crews[other].skills == problem.crews[crew].skills
        }
        guard !isTwin else { continue }
        let slot = crews.slot(problem.tasks[task], by: crew, ready: ready, problem)
        if slot.begins >= begin { choices.append((task, slot)) }
      }
    }
    return choices
  }

  /// The recovery with what has been given out; what is left is done as if it were next, or never.
  private func recovery(
    _ slots: [RestorationSchedule.Slot?], _ crews: CrewState, guessing isGuessing: Bool
  ) -> RecoveryRun {
    problem.recovery { task, ready in
      if let slot = slots[task] { return slot.ends }
      if let end = problem.finishWithoutCrew(task, from: ready) { return end }
      guard isGuessing else { return nil }
      let work = problem.tasks[task]
      return work.crews.map { crews.slot(work, by: $0, ready: ready, problem).ends }.min()
    }
  }
}

/// A list of tasks made better by moving one at a time.
struct RestorationImprovement {
  /// How many vertices are visited at most over all tries.
  static let mostSteps = 600_000
  /// How many lists are tried at most, and at least.
  static let tries = (least: 6, most: 1200)

  private(set) var order: [Int]
  private(set) var values: [Double]

  /// Moves tasks to other places of a list as long as that helps and the budget lasts.
  ///
  /// The moves are the same every time: each task, from the front of the list on, before each of those in
  /// front of it, the nearest first.
  ///
  /// - Parameters:
  ///   - order: The list to begin with.
  ///   - values: What the objective says of it.
  ///   - size: What one try costs.
  ///   - evaluate: What the objective says of a list.
  /// - Complexity: So many evaluations as the budget says.
  init(
    _ order: [Int], _ values: [Double], size: Int, evaluate: ([Int]) -> [Double]
  ) {
    self.order = order
    self.values = values
    guard order.count > 1 else { return }
    var left = min(Self.tries.most, max(Self.tries.least, Self.mostSteps / max(1, size)))
    var reach = 1
    while left > 0, reach < order.count {
      var hasImproved = false
      for place in reach..<order.count where left > 0 {
        var changed = self.order
        changed.insert(changed.remove(at: place), at: place - reach)
        let new = evaluate(changed)
        left -= 1
        if RestorationObjective.isBetter(new, self.values) {
          (self.order, self.values) = (changed, new)
          hasImproved = true
        }
      }
      reach = hasImproved ? 1 : reach + 1
    }
  }
}
