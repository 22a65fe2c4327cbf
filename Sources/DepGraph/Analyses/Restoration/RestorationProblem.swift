/// What an outage asks of those who restore: what to repair, with whom, and who waits for it.
///
/// Every fact is taken as written, and all that depends on what failed is out from the beginning:
/// holdups count as spent.
///
///     let problem = RestorationProblem(.init(seeds, since: night), in: compiled)
///     let plan = RestorationPlan(problem)
///     plan.steps.first?.task      // what to begin with
///     plan.loss                   // people times seconds until all is back
public struct RestorationProblem: Sendable {
  /// The question.
  public let question: RestorationQuestion
  /// What is out: what has failed and what that takes down, in order.
  public let out: [VertexID]
  /// What it takes to repair what has failed, in order.
  public let tasks: [RepairTask]
  /// Who can repair.
  public let crews: [RestorationCrew]
  /// The classes of restoration, the first to come back first.
  public let classes: [RestoreClass]
  /// What is out and awaited, in order; what failed where nothing is.
  public let demands: [RestorationDemand]
  /// Whether somebody waits for the demands; else they are what failed.
  public let isAwaited: Bool
  /// What waits for itself.
  public let loops: [RestorationLoop]
  /// What people start or repair by hand in order to break loops, in order.
  public let byHand: [VertexID]
  /// Components of which it is not wholly known what they need; what is not known counts as met.
  public let unknownNeeds: [VertexID]
  /// Components that are out and of which nobody wrote down how long they take to restart; none is
  /// counted.
  public let withoutRestart: [VertexID]

  /// The zone of the first hours that the model writes down; nil: none are.
  public let zone: ZoneOffsets?

  let compiled: CompiledModel
  let clock: RestorationClock
  let graph: RecoveryGraph
  /// When the outage has done its work and nothing is repaired yet.
  let beginning: RecoveryRun
  /// What works when the repair of each task can begin.
  let readiness: [VertexID]
  /// Whether some repair has to wait for something.
  let hasNeeds: Bool
  /// For each task the number of the set of crews that can do it.
  let crewSets: [Int]
  let crewSetCount: Int
  /// The hours of each task's contract.
  let windows: [WeeklyHours]

  // MARK: - Creation

  /// Finds out what an outage asks.
  ///
  /// - Parameters:
  ///   - question: What failed, when, and who can repair it.
  ///   - compiled: The model.
  /// - Complexity: O((*v* + *a*) + *c*·*n* + *t*·*k*) for the *v* vertices and *a* arcs of the model, what
  ///   *c* contracts cover of *n* elements, *t* things that failed and *k* crews; and for each loop what
  ///   finding its breakers takes: all sets of 20 candidates at most, greedily above.
  public init(_ question: RestorationQuestion, in compiled: CompiledModel) {
    self.question = question
    self.compiled = compiled
    clock = RestorationClock(question)
    let failed = question.failed.vertices
    let failures = compiled.reading(.written).levelOne.failures(from: failed)
    let isFailed = VertexSet(failed)
    let count = compiled.table.count
    let out = (0..<count).map { VertexID($0) }.filter {
      isFailed.contains($0) || failures.contains($0)
    }
    self.out = out
    crews = RestorationCrew.all(of: question, in: compiled.model)
    let maker = RepairTaskMaker(question, crews, in: compiled)
    tasks = failed.map(maker.task)
    classes = compiled.model.restoreClasses.enumerated()
      .sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(\.element)
    let awaited = RestorationDemand.all(among: out, question, classes, in: compiled)
    isAwaited = !awaited.isEmpty
    demands =
      awaited.isEmpty
      ? RestorationDemand.all(of: failed, question, classes, in: compiled) : awaited
    let isOut = VertexSet(out)
    let whole = RecoveryGraph(compiled, failed: failed, out: isOut)
    loops = RestorationLoop.all(in: whole, out: out, question, compiled)
    byHand = loops.filter(\.isBroken).flatMap(\.breakers).sorted()
    (graph, beginning) = Self.graph(
      whole, loops, failed, isOut, compiled, lags: Self.lags(of: out, isFailed, question, compiled))
    let graph = graph
    let beginning = beginning
    readiness = failed.compactMap { graph.readiness[$0] }
    hasNeeds = readiness.contains { beginning[$0] != 0 }
    crewSets = Self.crewSets(of: tasks)
    crewSetCount = (crewSets.max() ?? 0) + 1
    windows = Self.windows(of: tasks, compiled.model)
    zone = Self.zone(of: compiled.model, windows)
    unknownNeeds = out.filter { compiled.component($0)?.hasUnknownNeeds == true }
    withoutRestart = out.filter { compiled.component($0).map { $0.restart == nil } ?? false }
  }

  private static func zone(of model: Model, _ windows: [WeeklyHours]) -> ZoneOffsets? {
    (model.crews.map(\.hours) + windows + model.components.map(\.needed)).lazy
      .compactMap(\.zone).first
  }

  private static func crewSets(of tasks: [RepairTask]) -> [Int] {
    var numbers: [[Int]: Int] = [:]
    return tasks.map { task in
      let number = numbers[task.crews] ?? numbers.count
      numbers[task.crews] = number
      return number
    }
  }

  private static func windows(of tasks: [RepairTask], _ model: Model) -> [WeeklyHours] {
    var windows: [String: WeeklyHours] = [:]
    for contract in model.contracts { windows[contract.id] = contract.serviceWindow }
    return tasks.map { task in
      guard case .contract(let agreed) = task.basis else { return .always }
      return windows[agreed.contract] ?? .always
    }
  }

  /// What it takes to work again once loops are broken, and that before anything is repaired.
  ///
  /// A breaker waits for what works by the others. Where they would wait for each other so, each does without
  /// the whole loop.
  private static func graph(
    _ whole: RecoveryGraph, _ loops: [RestorationLoop], _ failed: [VertexID], _ isOut: VertexSet,
    _ compiled: CompiledModel, lags: [Double]
  ) -> (graph: RecoveryGraph, beginning: RecoveryRun) {
    let count = compiled.table.count
    func begin(_ graph: RecoveryGraph) -> (graph: RecoveryGraph, beginning: RecoveryRun) {
      let run = RecoveryRun(
        graph.graph, working: { $0.index < count && !isOut.contains($0) }, held: failed,
        lags: lags)
      return (graph, run)
    }
    let broken = loops.filter(\.isBroken)
    guard !broken.isEmpty else { return begin(whole) }
    var (least, most): ([VertexID: Set<VertexID>], [VertexID: Set<VertexID>]) = ([:], [:])
    for loop in broken {
      for (breaker, without) in zip(loop.breakers, loop.withouts) {
        least[breaker] = Set(without)
        most[breaker] = Set(loop.elements)
      }
    }
    let careful = begin(RecoveryGraph(compiled, failed: failed, out: isOut, byHand: least))
    guard least != most else { return careful }
    func back(_ beginning: RecoveryRun) -> Int {
      var run = beginning
      for vertex in failed { run.release(vertex, at: 0) }
      run.finish()
      return run.order.count { $0.index < count }
    }
    let free = begin(RecoveryGraph(compiled, failed: failed, out: isOut, byHand: most))
    return back(careful.beginning) < back(free.beginning) ? free : careful
  }

  /// How long what is out takes once it has all that it needs; what failed has its evidence secured
  /// before its repair.
  private static func lags(
    of out: [VertexID], _ isFailed: VertexSet, _ question: RestorationQuestion,
    _ compiled: CompiledModel
  ) -> [Double] {
    var lags = [Double](repeating: 0, count: compiled.table.count)
    for vertex in out {
      guard let component = compiled.component(vertex) else { continue }
      lags[vertex.index] = component.restart?.seconds ?? 0
      guard !isFailed.contains(vertex), let evidence = component.forensic else { continue }
      let seconds = evidence.value?.seconds ?? question.assumedEvidence?.seconds
      lags[vertex.index] =
        seconds.map { $0 + lags[vertex.index] } ?? RecoveryRun.unknown
    }
    return lags
  }

  // MARK: - Playing it through

  /// Plays the recovery through.
  ///
  /// - Parameter finish: When a task is finished whose repair can begin at a time; nil: never.
  /// - Returns: When everything works again.
  /// - Complexity: O((*v* + *a*) log *v*) for the vertices and arcs of what is out.
  func recovery(finishing finish: (_ task: Int, _ ready: Double) -> Double?) -> RecoveryRun {
    var run = beginning
    for task in tasks.indices {
      if run[readiness[task]] == 0, let end = finish(task, 0) {
        run.release(tasks[task].element, at: end)
      }
    }
    guard hasNeeds else {
      run.finish()
      return run
    }
    while run.nextTime != nil {
      for vertex in run.advance() {
        guard let task = task(readyBy: vertex) else { continue }
        if let end = finish(task, run[vertex]) { run.release(tasks[task].element, at: end) }
      }
    }
    return run
  }

  /// The task that can begin once a vertex works.
  func task(readyBy vertex: VertexID) -> Int? {
    let number = vertex.index - compiled.table.count
    return (0..<tasks.count).contains(number) ? number : nil
  }

  /// When a task is finished that no crew does, if it can begin at a time; nil: a crew does it.
  ///
  /// - Complexity: that of `WeeklyHours.instant(after:from:)`.
  func finishWithoutCrew(_ task: Int, from ready: Double) -> Double? {
    let work = tasks[task]
    switch work.worker {
    case .crew: return work.hasNobody ? RecoveryRun.unknown : nil
    case .anyone: return clock.end(of: work.seconds, from: ready, in: .always)
    case .supplier:
      guard case .contract(let agreed) = work.basis, work.isKnown else {
        return RecoveryRun.unknown
      }
      let start = clock.end(of: work.evidenceSeconds, from: ready, in: .always)
      return clock.end(of: agreed, windows[task], from: start)
    }
  }
}

extension WeeklyHours {
  /// The zone of its first window.
  fileprivate var zone: ZoneOffsets? {
    guard case .windows(let windows) = self else { return nil }
    return windows.first?.zone
  }
}

extension Component {
  fileprivate var hasUnknownNeeds: Bool {
    hasUnknownRequirement || startsWith.hasUnknown || repairNeeds.hasUnknown
  }
}
