/// The order in which each strategy would give tasks to crews, before anything is improved.
struct RestorationOrders: Sendable {
  private let problem: RestorationProblem
  private let stakes: RestorationStakes
  private let demands: [RestorationDemand]
  /// The weight that hangs on each task.
  private let weight: [Double]

  init(
    _ problem: RestorationProblem, _ stakes: RestorationStakes, _ demands: [RestorationDemand]
  ) {
    self.problem = problem
    self.stakes = stakes
    self.demands = demands
    weight = stakes.served.map { served in served.reduce(0) { $0 + demands[$1].weight } }
  }

  /// The order of a strategy.
  ///
  /// - Parameters:
  ///   - strategy: The strategy.
  ///   - tasks: The tasks to order.
  /// - Returns: The tasks, the first first; equals in the order of their ids.
  /// - Complexity: O(*t* log *t* + *s*) for *t* tasks on which *s* demands hang; by unlocked value
  ///   O(*t*² + *s*).
  func order(_ strategy: RestorationStrategy, of tasks: [Int]) -> [Int] {
    switch strategy {
    case .classThenSlack:
      sorted(tasks) { task in
        let first = stakes.served[task].map { demands[$0].classNumber }.min() ?? Int.max
        let slack = stakes.served[task].filter { demands[$0].classNumber == first }
          .compactMap { demands[$0].due }.min().map { $0 - problem.tasks[task].seconds }
        return [Double(first), slack ?? .infinity, -weight[task], -density(task)]
      }
    case .smith:
      sorted(tasks) { [-density($0)] }
    case .earliestDueDate:
      sorted(tasks) { task in
        let due = stakes.served[task].compactMap { demands[$0].due }.min()
        return [due ?? .infinity, -density(task)]
      }
    case .unlockValue:
      tasks.count <= 2000 ? byUnlocking(tasks) : sorted(tasks) { [-weight[$0], -density($0)] }
    }
  }

  /// The weight for each second of work.
  private func density(_ task: Int) -> Double {
    let seconds = problem.tasks[task].seconds
    return seconds > 0 ? weight[task] / seconds : .infinity
  }

  private func sorted(_ tasks: [Int], by key: (Int) -> [Double]) -> [Int] {
    tasks.map { (key: key($0), task: $0) }.sorted { first, second in
      for (one, other) in zip(first.key, second.key) where one != other { return one < other }
      return first.task < second.task
    }.map(\.task)
  }

  /// Always the one next on which the most weight hangs, shared among what else that waits for.
  private func byUnlocking(_ tasks: [Int]) -> [Int] {
    let isListed = Set(tasks)
    var open = stakes.needed.map { needed in Double(needed.count { isListed.contains($0) }) }
    var left = tasks
    var order: [Int] = []
    while !left.isEmpty {
      var best = (place: 0, value: -1.0)
      for (place, task) in left.enumerated() {
        let value = stakes.served[task].reduce(0) { sum, number in
          sum + demands[number].weight / max(1, open[number])
        }
        if value > best.value { best = (place, value) }
      }
      let task = left.remove(at: best.place)
      for number in stakes.served[task] { open[number] -= 1 }
      order.append(task)
    }
    return order
  }
}
