/// What no order of work can beat.
///
/// The crews together do no more in an hour than so many hours of work, whoever does what. So on *k*
/// crews the sum of weighted times is at least (M₁ + (k − 1)/2 · M∞)/k, with M₁ what one crew reaches by
/// Smith's rule and M∞ what a crew for each task would (W. L. Eastman, S. Even and I. M. Isaacs, *Bounds
/// for the optimal scheduling of n jobs on m processors*, 1964, doi:10.1287/mnsc.11.2.268), and of the
/// tasks due by some moment the last is done no sooner than after their work divided by *k*. Ways,
/// hours, skills and what repairs need only make it later.
struct RestorationBound: Sendable {
  private let objective: RestorationObjective
  private let stakes: RestorationStakes
  private let seconds: [Double]
  /// The weight that a task alone carries, and that times how long after it all is back.
  private let weight: [Double]
  private let tails: [Double]
  /// The first moment at which something carried by a task ought to be back, less how long after it.
  private let due: [Double]
  /// The tasks by Smith's rule.
  private let byDensity: [Int]
  private let byDue: [Int]

  /// - Complexity: O(*t* log *t* + *d*) for *t* tasks and *d* demands.
  init(
    _ problem: RestorationProblem, _ objective: RestorationObjective, _ stakes: RestorationStakes,
    tasks: [Int]
  ) {
    self.objective = objective
    self.stakes = stakes
    let seconds = problem.tasks.map(\.seconds)
    var weight = [Double](repeating: 0, count: seconds.count)
    var tails = weight
    var due = [Double](repeating: .infinity, count: seconds.count)
    for (number, demand) in objective.demands.enumerated() {
      guard let task = stakes.carrier[number] else { continue }
      weight[task] += demand.weight
      tails[task] += demand.weight * stakes.tail[number]
      due[task] = min(due[task], (demand.due ?? .infinity) - stakes.tail[number])
    }
    byDensity = tasks.sorted {
      weight[$0] * seconds[$1] > weight[$1] * seconds[$0]
    }
    byDue = tasks.filter { due[$0] < .infinity }.sorted { due[$0] < due[$1] }
    (self.seconds, self.weight, self.tails, self.due) = (seconds, weight, tails, due)
  }

  /// Numbers that no plan with the same beginning can beat, each by itself.
  ///
  /// - Parameters:
  ///   - soonest: When each demand is back if every task that is left were next.
  ///   - left: Whether a task is left.
  ///   - free: When the crews are free.
  /// - Returns: Numbers as those of the objective.
  /// - Complexity: O(*t* + *d* + *k*) for *t* tasks, *d* demands and *k* crews.
  func values(
    soonest: (VertexID) -> Double, left: (Int) -> Bool, free: [Double]
  ) -> [Double] {
    var values = objective.values(soonest)
    guard let first = free.min(), !values.isEmpty else { return values }
    let crews = Double(free.count)
    var (alone, work, sum, carried) = (0.0, 0.0, 0.0, 0.0)
    for task in byDensity where left(task) {
      work += seconds[task]
      alone += weight[task] * work
      sum += weight[task] * seconds[task]
      carried += weight[task] * first + tails[task]
    }
    let crowded = (alone + (crews - 1) / 2 * sum) / crews + carried
    let rest = objective.demands.enumerated().reduce(0) { total, entry in
      if let carrier = stakes.carrier[entry.offset], left(carrier) { return total }
      return total + entry.element.weight * soonest(entry.element.element)
    }
    values[values.count - 1] = max(values[values.count - 1], crowded + rest)
    if objective.strategy == .earliestDueDate {
      var work = 0.0
      for task in byDue where left(task) {
        work += seconds[task]
        values[0] = max(values[0], first + work / crews - due[task])
      }
    }
    return values
  }
}
