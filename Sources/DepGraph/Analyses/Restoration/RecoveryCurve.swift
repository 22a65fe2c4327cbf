/// Which share is back over time: of the processes that were out, and of the people.
public struct RecoveryCurve: Hashable, Sendable {
  /// A step of it.
  public struct Point: Hashable, Sendable {
    /// When, in seconds since the outage.
    public let at: Double
    /// The share of what is awaited that works again from then on, 0 to 1.
    public let processes: Double
    /// The share of the people; 0 where nobody is counted.
    public let people: Double
  }

  /// The steps, from time 0 on.
  public let points: [Point]
  /// How many are awaited.
  public let processCount: Int
  /// How many people wait, those who wait for several counted as often.
  public let peopleCount: Double
  /// The processes that are out times the seconds, of those that are back at a known time.
  public let processLoss: Double
  /// The people who wait times the seconds, likewise.
  public let peopleLoss: Double

  /// Draws it for a plan.
  ///
  /// - Parameter plan: The plan.
  /// - Complexity: O(*d* log *d*) for *d* demands.
  public init(_ plan: RestorationPlan) {
    let demands = plan.problem.demands
    let people = { (demand: RestorationDemand) in
      demand.weightBasis == .none ? 0 : demand.weight
    }
    let back = demands.compactMap { demand in
      plan.time(of: demand.element).map { (at: $0, demand: demand) }
    }.sorted { ($0.at, $0.demand.element) < ($1.at, $1.demand.element) }
    let everybody = demands.reduce(0) { $0 + people($1) }
    (processCount, peopleCount) = (demands.count, everybody)
    processLoss = back.reduce(0) { $0 + $1.at }
    peopleLoss = back.reduce(0) { $0 + $1.at * people($1.demand) }
    var points: [Point] = []
    var (count, sum) = (0, 0.0)
    func add(at time: Double) {
      let point = Point(
        at: time, processes: demands.isEmpty ? 1 : Double(count) / Double(demands.count),
        people: everybody > 0 ? sum / everybody : 0)
      if points.last?.at == time { points.removeLast() }
      points.append(point)
    }
    add(at: 0)
    for entry in back {
      count += 1
      sum += people(entry.demand)
      add(at: entry.at)
    }
    self.points = points
  }
}

/// The strategies side by side.
public struct RestorationComparison: Sendable {
  /// The plan of each strategy, in the order in which strategies are declared.
  public let plans: [RestorationPlan]

  /// How many tasks of crews there are at most for which every plan is improved; above, all but the one
  /// asked for are as their rule makes them.
  static let mostThorough = 60

  /// Plans by each strategy.
  ///
  /// - Parameters:
  ///   - problem: What the outage asks.
  ///   - strategy: The one that is asked for, improved in any case.
  /// - Complexity: that of a plan for each strategy.
  public init(_ problem: RestorationProblem, for strategy: RestorationStrategy = .classThenSlack) {
    let solver = RestorationSolver(problem)
    plans = RestorationStrategy.allCases.map { other in
      RestorationPlan(
        solver, by: other,
        isThorough: other == strategy || solver.known.count <= Self.mostThorough)
    }
  }

  /// The plan of a strategy.
  ///
  /// - Complexity: O(1), as there are few strategies.
  public subscript(strategy: RestorationStrategy) -> RestorationPlan {
    guard let plan = plans.first(where: { $0.strategy == strategy }) else {
      preconditionFailure("every strategy has a plan")
    }
    return plan
  }
}
