/// Chooses who repairs what when, by a strategy, and tells how good that is.
struct RestorationSolver {
  let problem: RestorationProblem
  /// The demands that are back at a known time in every plan.
  let counted: [RestorationDemand]
  /// The tasks of crews with a known end in every plan, and the others that can begin.
  let known: [Int]
  let unknown: [Int]
  private let isKnown: [Bool]
  private let orders: RestorationOrders
  let stakes: RestorationStakes

  /// An answer.
  struct Solution {
    let schedule: RestorationSchedule
    let objective: RestorationObjective
    let values: [Double]
    /// Numbers that no plan can beat, each by itself.
    let least: [Double]
    let isOptimal: Bool
  }

  /// - Complexity: that of `RestorationStakes`.
  init(_ problem: RestorationProblem) {
    self.problem = problem
    // With everything known done at once: what stays unknown is so in every plan.
    let soonest = problem.recovery { task, ready in
      problem.tasks[task].isKnown && !problem.tasks[task].hasNobody ? ready : RecoveryRun.unknown
    }
    isKnown = problem.tasks.indices.map { task in
      problem.tasks[task].isKnown && soonest[problem.readiness[task]] < RecoveryRun.unknown
    }
    let isKnown = isKnown
    let crewed = problem.tasks.indices.filter {
      !problem.tasks[$0].crews.isEmpty && soonest[problem.readiness[$0]] < .infinity
    }
    known = crewed.filter { isKnown[$0] }
    unknown = crewed.filter { !isKnown[$0] }
    counted = problem.demands.filter { soonest[$0.element] < RecoveryRun.unknown }
    stakes = RestorationStakes(problem, counted)
    orders = RestorationOrders(problem, stakes, counted)
  }

  /// The best plan that is found by a strategy.
  ///
  /// - Parameters:
  ///   - strategy: The strategy.
  ///   - isThorough: Whether it is improved, and tried in every order where the tasks are few.
  /// - Returns: The plan, what it is worth, and what no plan can beat.
  /// - Complexity: that of the improvement, and of the search of up to ten tasks.
  func solution(_ strategy: RestorationStrategy, isThorough: Bool = true) -> Solution {
    let objective = RestorationObjective(strategy, counted, classes: problem.classes.count)
    let bound = RestorationBound(problem, objective, stakes, tasks: known)
    let suffix = orders.order(.classThenSlack, of: unknown)
    let evaluate = { (order: [Int]) -> [Double] in
      let recovery = schedule(order + suffix).recovery
      return objective.values { recovery[$0] }
    }
    var order = orders.order(strategy, of: known)
    var values = evaluate(order)
    let soonest = soonest
    let least = bound.values(
      soonest: { soonest[$0] }, left: { _ in true }, free: problem.crews.map { _ in 0 })
    // To unlock the most next is what that strategy says, whatever comes of it.
    guard isThorough, strategy != .unlockValue, RestorationObjective.isBetter(least, values) else {
      return Solution(
        schedule: schedule(order + suffix), objective: objective, values: values, least: least,
        isOptimal: !RestorationObjective.isBetter(least, values))
    }
    for other in RestorationStrategy.allCases where other != strategy {
      let rival = orders.order(other, of: known)
      let rivalValues = evaluate(rival)
      if RestorationObjective.isBetter(rivalValues, values) {
        (order, values) = (rival, rivalValues)
      }
    }
    let better = RestorationImprovement(
      order, values, size: problem.graph.graph.vertexCount + known.count * problem.crews.count,
      evaluate: evaluate)
    (order, values) = (better.order, better.values)
    var best = schedule(order + suffix)
    var isOptimal = !RestorationObjective.isBetter(least, values)
    if !isOptimal, known.count <= RestorationSearch.mostTasks {
      let search = RestorationSearch(known, problem, objective, bound, better: values)
      if let found = search.found {
        best = ListScheduling(
          known + suffix, fixed: found.slots, crews: found.crews, problem, isKnown: isKnown
        ).schedule()
        values = search.best
      }
      isOptimal = search.isComplete
    }
    return Solution(
      schedule: best, objective: objective, values: values, least: least, isOptimal: isOptimal)
  }

  /// The schedule of a list.
  ///
  /// - Complexity: that of `ListScheduling`.
  func schedule(_ order: [Int]) -> RestorationSchedule {
    ListScheduling(order, problem, isKnown: isKnown).schedule()
  }

  /// When everything would be back if each task were the first of its crew.
  private var soonest: RecoveryRun {
    let crews = CrewState(problem.crews)
    return problem.recovery { task, ready in
      if let end = problem.finishWithoutCrew(task, from: ready) { return end }
      let work = problem.tasks[task]
      return work.crews.map { crews.slot(work, by: $0, ready: ready, problem).ends }.min()
    }
  }
}
