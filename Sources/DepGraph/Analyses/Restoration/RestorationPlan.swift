/// In which order things are repaired, by whom, and when what is back.
///
/// A component works again when its repair is done, all that it requires and starts with works, and its
/// restart has passed; of alternatives the first that is back counts. What waits for itself is started by
/// hand where somebody says that this can be done, else it stays out and is told apart.
///
///     let plan = RestorationPlan(problem, by: .smith)
///     plan.repairs.map { compiled.table.id(of: $0.task.element) }   // ["b", "a", "c"]
///     plan.loss                                                     // 266 400: 74 hours
///     plan.isOptimal                                                // true
public struct RestorationPlan: Sendable {
  /// One repair.
  public struct Repair: Hashable, Sendable {
    /// What it takes.
    public let task: RepairTask
    /// The number of the crew that does it; nil: somebody else does, or nobody can.
    public let crew: Int?
    /// When the crew sets out; nil: nobody knows.
    public let departs: Double?
    /// When it has arrived: no later than the work begins; nil: nobody knows.
    public let arrives: Double?
    /// When the work begins, in seconds since the outage; nil: nobody knows.
    public let begins: Double?
    /// When the evidence is secured; nil: there is none to secure, or nobody knows.
    public let evidenceEnds: Double?
    /// When it is done; nil: nobody knows.
    public let ends: Double?
    /// What works again by it and had waited for nothing else last, by id; without the thing itself.
    public let unlocks: [VertexID]
    /// Why it stands at its place.
    public let reason: RestorationReason
  }

  /// When something is back.
  public struct Recovery: Hashable, Sendable {
    /// What was out.
    public let element: VertexID
    /// When all that it needs was back; nil: nobody knows.
    public let ready: Double?
    /// When it works again; nil: nobody knows.
    public let at: Double?
  }

  /// The outage.
  public let problem: RestorationProblem
  /// By what rule it was chosen.
  public let strategy: RestorationStrategy
  /// The repairs, the first to begin first; without those that never can begin.
  public let repairs: [Repair]
  /// What works again, in the order of time, and what does at a time that nobody knows, by id.
  public let recoveries: [Recovery]
  /// What stays out, because a loop is not broken, by id.
  public let blocked: [VertexID]
  /// What is back at a known time in every plan, and so counts in the loss.
  public let counted: [RestorationDemand]
  /// The weight times the seconds until it is back, over all that counts: what is lost at least.
  public let countedLoss: Double
  /// What no plan as good in what comes before the loss can beat of that; of a proven plan all of it.
  public let countedBound: Double
  /// Whether it is proven that no plan is better by its strategy for what counts.
  public let isProven: Bool
  /// What the strategy wanted of it, as numbers of which the first that differ decide.
  public let values: [Double]
  /// When every element works again: 0 for what always did, infinite for never.
  let times: [Double]
  /// For what people start by hand, when its repair and its start had all that they need without that.
  let properTimes: [VertexID: (repair: Double, start: Double)]

  /// Plans the restoration.
  ///
  /// - Parameters:
  ///   - problem: What the outage asks.
  ///   - strategy: By what rule.
  /// - Complexity: For *t* tasks that crews do: up to ten, all orders at worst, never more than a fixed
  ///   number; above, O(*n*) schedules of O(*t*·(*p*·*k* + log *t*)) for *k* crews and *p* sets of crews
  ///   that can do a task, with *n* up to a fixed number; and O((*v* + *a*) log *v*) for each to play the
  ///   recovery through.
  public init(_ problem: RestorationProblem, by strategy: RestorationStrategy = .classThenSlack) {
    self.init(RestorationSolver(problem), by: strategy)
  }

  init(
    _ solver: RestorationSolver, by strategy: RestorationStrategy, isThorough: Bool = true
  ) {
    let problem = solver.problem
    let solution = solver.solution(strategy, isThorough: isThorough)
    let run = solution.schedule.recovery
    self.problem = problem
    self.strategy = strategy
    counted = solver.counted
    values = solution.values
    countedLoss = solution.objective.loss { run[$0] }
    isProven = solution.isOptimal
    countedBound = isProven ? countedLoss : min(countedLoss, solution.least.last ?? 0)
    properTimes = Dictionary(
      uniqueKeysWithValues: problem.byHand.map { vertex in
        let time = { (proper: VertexID?) in proper.map { run[$0] } ?? 0 }
        return (
          vertex,
          (
            repair: time(problem.graph.properRepair[vertex]),
            start: time(problem.graph.properStart[vertex])
          )
        )
      })
    times = (0..<problem.compiled.table.count).map { run[VertexID($0)] }
    blocked = problem.out.filter { run[$0] == .infinity }
    recoveries = problem.out.filter { run[$0] < .infinity }
      .sorted { (run[$0], $0) < (run[$1], $1) }
      .map { vertex in
        let lag = problem.lag(of: vertex)
        let at = run[vertex].ifKnown
        return Recovery(
          element: vertex, ready: lag < RecoveryRun.unknown ? at.map { $0 - lag } : nil, at: at)
      }
    repairs = Self.repairs(of: solution.schedule, solver, strategy)
  }

  // MARK: - Questions

  /// When something works again: 0 for what was never out; nil: never, or nobody knows.
  public func time(of element: VertexID) -> Double? { times[element.index].ifKnown }

  /// Whether something is back at a time that nobody knows.
  public func isUnknown(_ element: VertexID) -> Bool {
    times[element.index] == RecoveryRun.unknown
  }

  /// Whether all that waits is back at a known time.
  public var isWhole: Bool { counted.count == problem.demands.count }

  /// The weight times the seconds until each is back; nil: something stays out, or nobody knows how long.
  public var loss: Double? { isWhole ? countedLoss : nil }

  /// A loss that no plan as good in what comes before the loss can beat; nil where the loss is.
  public var lowerBound: Double? { isWhole ? countedBound : nil }

  /// Whether it is proven that no plan is better by its strategy, all that waits taken together.
  public var isOptimal: Bool { isProven && isWhole }

  /// How far the loss is above its lower bound, as a share of it; nil where the loss is.
  public var gap: Double? { isWhole ? countedGap : nil }

  /// How far the loss of what counts is above its bound, as a share of that.
  public var countedGap: Double { countedBound > 0 ? countedLoss / countedBound - 1 : 0 }

  /// How what waits comes off.
  public enum Verdict: String, Hashable, Sendable, CaseIterable {
    /// Back before it may be out no longer.
    case inTime = "in-time"
    /// Back after that.
    case late
    /// Back, and nobody said until when it may be out.
    case noLimit = "no-limit"
    /// Nobody knows when it is back.
    case cannotTell = "cannot-tell"
    /// It stays out, unless something is decided that the plan does not.
    case never
  }

  /// How something that waits comes off, held against how long it may be out at most.
  public func verdict(of demand: RestorationDemand) -> Verdict {
    if isUnknown(demand.element) { return .cannotTell }
    guard let at = time(of: demand.element) else { return .never }
    guard let tolerated = demand.tolerated else { return .noLimit }
    return at > tolerated ? .late : .inTime
  }

  /// The latest time by which all that is back at a known time is.
  ///
  /// - Complexity: O(*n*) for *n* elements that are out.
  public var end: Double {
    max(recoveries.compactMap(\.at).max() ?? 0, repairs.compactMap(\.ends).max() ?? 0)
  }

  // MARK: - Repairs

  private static func repairs(
    of schedule: RestorationSchedule, _ solver: RestorationSolver, _ strategy: RestorationStrategy
  ) -> [Repair] {
    let problem = solver.problem
    let run = schedule.recovery
    let unlocked = unlocked(in: problem, run)
    let stakes = RepairStakes(
      schedule, problem, needing: solver.stakes.needing, unlocked: unlocked)
    let demands = stakes.waiting.map(\.all)
    return order(of: schedule, problem, demands).map { number, slot in
      let task = problem.tasks[number]
      let begins = slot.begins.ifKnown
      let evidence = task.evidence?.value?.seconds
      let hours = slot.crew.map { problem.crews[$0].hours } ?? .always
      let secured = begins.flatMap { begins in
        evidence.map { problem.clock.end(of: $0, from: begins, in: hours) }
      }
      return Repair(
        task: task, crew: slot.crew, departs: slot.departs.ifKnown, arrives: slot.arrives.ifKnown,
        begins: begins,
        evidenceEnds: secured, ends: slot.ends.ifKnown, unlocks: unlocked[number],
        reason: RestorationReason(
          task, stakes.waiting[number], strategy,
          isAwaited: problem.isAwaited
        ) { run[$0] })
    }
  }

  /// The tasks as they begin; those that begin together with the most urgent first.
  private static func order(
    of schedule: RestorationSchedule, _ problem: RestorationProblem,
    _ hanging: [[RestorationDemand]]
  ) -> [(task: Int, slot: RestorationSchedule.Slot)] {
    let run = schedule.recovery
    var position: [VertexID: Int] = [:]
    for (place, vertex) in run.order.enumerated() { position[vertex] = place }
    let entries = schedule.slots.enumerated().compactMap { number, slot in
      slot.map { slot in
        let demands = hanging[number]
        let first = demands.map(\.classNumber).min() ?? Int.max
        let due = demands.filter { $0.classNumber == first }.compactMap(\.due).min() ?? .infinity
        let weight = demands.reduce(0) { $0 + $1.weight }
        let wave = slot.ready == 0 ? 0 : position[problem.readiness[number]] ?? 0
        return (
          task: number, slot: slot,
          key: [slot.begins, slot.ready, Double(wave), Double(first), due, -weight]
        )
      }
    }
    return entries.sorted { first, second in
      for (one, other) in zip(first.key, second.key) where one != other { return one < other }
      return first.task < second.task
    }.map { ($0.task, $0.slot) }
  }

  /// For each task what waited for it last.
  private static func unlocked(
    in problem: RestorationProblem, _ run: RecoveryRun
  ) -> [[VertexID]] {
    var unlocked = [[VertexID]](repeating: [], count: problem.tasks.count)
    var origin: [VertexID: Int] = [:]
    for vertex in run.order {
      let task = run.cause(of: vertex).map { origin[$0] } ?? problem.number(of: vertex)
      guard let task else { continue }
      origin[vertex] = task
      if vertex.index < problem.compiled.table.count, problem.tasks[task].element != vertex {
        unlocked[task].append(vertex)
      }
    }
    return unlocked.map { $0.sorted() }
  }
}

extension RestorationProblem {
  /// How many times securing evidence was assumed to take.
  ///
  /// - Complexity: O(*n*) for *n* elements that are out.
  var assumedEvidenceCount: Int {
    guard question.assumedEvidence != nil else { return 0 }
    return tasks.count(where: \.evidenceIsAssumed)
      + out.count { number(of: $0) == nil && compiled.component($0)?.forensic == .unknown }
  }

  /// How long something takes once it has all that it needs.
  func lag(of element: VertexID) -> Double {
    let restart = compiled.component(element)?.restart?.seconds ?? 0
    guard let evidence = evidenceBeforeRestart(of: element) else { return restart }
    return evidence.value.map { $0.seconds + restart } ?? RecoveryRun.unknown
  }

  /// The evidence to secure in something before it is repaired or restarts.
  ///
  /// - Complexity: O(log *t*) for *t* tasks.
  func evidence(of element: VertexID) -> Stated<TimeSpan>? {
    number(of: element).map { tasks[$0].evidence } ?? evidenceBeforeRestart(of: element)
  }

  /// The evidence to secure in something that has not failed, before it restarts.
  func evidenceBeforeRestart(of element: VertexID) -> Stated<TimeSpan>? {
    guard number(of: element) == nil, let evidence = compiled.component(element)?.forensic else {
      return nil
    }
    return evidence.value == nil
      ? question.assumedEvidence.map { .known($0) } ?? evidence : evidence
  }
}

extension Double {
  /// The time, if anybody knows it.
  fileprivate var ifKnown: Double? { self < RecoveryRun.unknown ? self : nil }
}
