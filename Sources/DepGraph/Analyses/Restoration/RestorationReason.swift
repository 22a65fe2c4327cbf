/// Why a repair stands where it does.
public struct RestorationReason: Hashable, Sendable {
  /// What decides by the strategy.
  public enum Rule: Hashable, Sendable {
    /// The class of what waits, and until when that may be out.
    case urgency
    /// How much weight an hour of work brings back; infinite where it takes no time.
    case density(Double)
    /// What is due first.
    case due
    /// How much weight waits for it.
    case unlocks
    /// No process or consumer stays out without it.
    case nothingWaits
    /// Nobody knows how long it takes.
    case unknownLength
    /// No crew can do it.
    case nobody
  }

  /// What decides.
  public let rule: Rule
  /// The most urgent of what waits for it; nil: nothing does.
  public let first: RestorationDemand?
  /// When that is back; nil: never, or nobody knows.
  public let firstBack: Double?
  /// How many wait for it.
  public let waiting: Int
  /// What they weigh together.
  public let weight: Double

  /// - Complexity: O(*d* log *d*) for *d* demands.
  init(
    _ task: RepairTask, demands: [RestorationDemand], _ strategy: RestorationStrategy,
    isAwaited: Bool, time: (VertexID) -> Double
  ) {
    let demands = isAwaited ? demands : []
    let first = demands.min { one, other in
      let keys = [one, other].map { demand -> [Double] in
        let slack = (demand.due ?? .infinity) - time(demand.element)
        return strategy == .earliestDueDate
          ? [demand.due ?? .infinity, Double(demand.classNumber), -demand.weight]
          : [Double(demand.classNumber), slack, -demand.weight]
      }
      return keys[0].lexicographicallyPrecedes(keys[1])
    }
    let weight = demands.reduce(0) { $0 + $1.weight }
    self.first = first
    let back = first.map { time($0.element) } ?? .infinity
    firstBack = back < RecoveryRun.unknown ? back : nil
    waiting = demands.count
    self.weight = weight
    if task.hasNobody {
      rule = .nobody
    } else if !task.isKnown {
      rule = .unknownLength
    } else if first == nil {
      rule = .nothingWaits
    } else {
      switch strategy {
      case .classThenSlack: rule = .urgency
      case .smith:
        rule = .density(task.seconds > 0 ? weight / task.seconds * 3600 : .infinity)
      case .earliestDueDate: rule = first?.due == nil ? .unlocks : .due
      case .unlockValue: rule = .unlocks
      }
    }
  }
}
