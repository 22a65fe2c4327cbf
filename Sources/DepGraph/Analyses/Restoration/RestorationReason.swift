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
    /// No process or consumer would be back later without it.
    case nothingWaits
    /// Somebody comes back by it, but would without it at the same moment by another.
    case oneOfSeveral
    /// Who needs it stays out all the same, or comes back at a time that nobody knows.
    case notEnough
    /// Nobody knows how long it takes.
    case unknownLength
    /// No crew can do it.
    case nobody
  }

  /// What decides.
  public let rule: Rule
  /// Who would be back later without it or not at all, by id; where the rule is `notEnough` who needs it
  /// and has no known time, where it is `oneOfSeveral` who comes back by it.
  public let demands: [VertexID]
  /// The most urgent of them; nil: there are none.
  public let first: RestorationDemand?
  /// When that is back; nil: never, or nobody knows.
  public let firstBack: Double?
  /// How many they are.
  public var waiting: Int { demands.count }
  /// What they weigh together.
  public let weight: Double

  /// - Complexity: O(*d* log *d*) for *d* demands.
  init(
    _ task: RepairTask, _ waiting: RepairStakes.Waiting, _ strategy: RestorationStrategy,
    isAwaited: Bool, time: (VertexID) -> Double
  ) {
    let demands = isAwaited ? waiting.all : []
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
    self.demands = demands.map(\.element)
    self.weight = weight
    if task.hasNobody {
      rule = .nobody
    } else if !task.isKnown {
      rule = .unknownLength
    } else if first == nil {
      rule = .nothingWaits
    } else if waiting.later.isEmpty {
      rule = waiting.needing.isEmpty ? .oneOfSeveral : .notEnough
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
