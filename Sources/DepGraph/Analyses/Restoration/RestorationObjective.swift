/// What a strategy wants of a plan, as numbers of which the first that differ decide; less is better.
struct RestorationObjective: Sendable {
  let strategy: RestorationStrategy
  /// What counts: what is back at a known time in every plan.
  let demands: [RestorationDemand]
  let classCount: Int

  init(_ strategy: RestorationStrategy, _ counted: [RestorationDemand], classes: Int) {
    self.strategy = strategy
    demands = counted
    classCount = classes
  }

  /// The numbers for the times at which things work again.
  ///
  /// - Complexity: O(*d* + *c*) for *d* demands and *c* classes.
  func values(_ time: (VertexID) -> Double) -> [Double] {
    switch strategy {
    case .classThenSlack:
      var values = [Double](repeating: 0, count: 2 * classCount + 3)
      for demand in demands {
        let at = time(demand.element)
        values[2 * demand.classNumber] += demand.weight * demand.lateness(at: at)
        values[2 * demand.classNumber + 1] += demand.weight * demand.delay(at: at)
        values[2 * classCount + 2] += demand.weight * at
      }
      return values
    case .smith, .unlockValue:
      return [loss(time)]
    case .earliestDueDate:
      let latest = demands.compactMap { demand in demand.due.map { time(demand.element) - $0 } }
      return [latest.max() ?? 0, loss(time)]
    }
  }

  /// The weight times the time until each is back: the area over the curve of recovery.
  ///
  /// - Complexity: O(*d*) for *d* demands.
  func loss(_ time: (VertexID) -> Double) -> Double {
    demands.reduce(0) { $0 + $1.weight * time($1.element) }
  }

  /// Whether some numbers are better than others.
  ///
  /// - Complexity: O(*n*) for *n* numbers.
  static func isBetter(_ first: [Double], _ second: [Double]) -> Bool {
    for (one, other) in zip(first, second) where one != other {
      // Sums in another order differ in their last digits: that is no difference.
      if abs(one - other) > 1e-9 * max(abs(one), abs(other)) { return one < other }
    }
    return false
  }
}
