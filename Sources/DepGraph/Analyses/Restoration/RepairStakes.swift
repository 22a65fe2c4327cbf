/// Who waits for each repair of a plan, found by leaving the repair out.
struct RepairStakes {
  /// Who waits for one repair.
  struct Waiting: Hashable, Sendable {
    /// Who is back at a known time, and would be later or never without it.
    var later: [RestorationDemand] = []
    /// Who needs it and yet is not back at a known time with it.
    var needing: [RestorationDemand] = []
    /// Who waits for it last and would be back at the same moment without it.
    var last: [RestorationDemand] = []

    /// Those who decide how urgent it is: the first of the three that holds anybody.
    var all: [RestorationDemand] {
      later.isEmpty ? (needing.isEmpty ? last : needing) : later
    }
  }

  /// Who waits for each task, by the number of the task.
  let waiting: [Waiting]

  /// How many vertices are visited at most in order to leave each repair out; beyond them who would be
  /// back later is who needs it in every plan or waits for it last in this one.
  private static let mostSteps = 5_000_000

  /// Leaves each repair of a plan out in turn, the others at their times where what they need is there.
  ///
  /// - Parameters:
  ///   - schedule: The plan.
  ///   - problem: The outage.
  ///   - needing: For each task what never works without it.
  ///   - unlocked: For each task what waited for it last.
  /// - Complexity: O(*t*·(*v* + *a*) log *v*) for *t* tasks, up to a fixed number of steps.
  init(
    _ schedule: RestorationSchedule, _ problem: RestorationProblem, needing: [[Int]],
    unlocked: [[VertexID]]
  ) {
    let run = schedule.recovery
    let isExact =
      problem.tasks.count * problem.graph.graph.vertexCount <= Self.mostSteps
    waiting = problem.tasks.indices.map { task in
      var waiting = Waiting()
      guard schedule.slots[task] != nil else { return waiting }
      let without = isExact ? Self.recovery(schedule, problem, without: task) : nil
      let needs = Set(needing[task])
      let last = Set(unlocked[task] + [problem.tasks[task].element])
      for (number, demand) in problem.demands.enumerated() {
        let element = demand.element
        let isLater =
          without.map { $0[element] > run[element] }
          ?? (needs.contains(number) || last.contains(element))
        if run[element] >= RecoveryRun.unknown {
          if isLater || needs.contains(number) { waiting.needing.append(demand) }
        } else if isLater {
          waiting.later.append(demand)
        } else if last.contains(element) {
          waiting.last.append(demand)
        }
      }
      return waiting
    }
  }

  private static func recovery(
    _ schedule: RestorationSchedule, _ problem: RestorationProblem, without left: Int
  ) -> RecoveryRun {
    problem.recovery { task, ready in
      guard task != left else { return nil }
      if let slot = schedule.slots[task], ready <= slot.ready { return slot.ends }
      if let end = problem.finishWithoutCrew(task, from: ready) { return end }
      guard let slot = schedule.slots[task], let crew = slot.crew else { return nil }
      return problem.clock.end(
        of: problem.tasks[task].seconds, from: max(ready, slot.begins),
        in: problem.crews[crew].hours)
    }
  }
}
