extension RestorationPlan {
  /// The result of `restore` for machines.
  ///
  /// - Parameters:
  ///   - compiled: The model it was asked of.
  ///   - comparison: The plans of all strategies; nil: not asked.
  ///   - smallest: The smallest sets of repairs for one process; nil: not asked.
  ///   - language: The language of the reasons.
  /// - Returns: The keys of the command line's reference.
  /// - Complexity: O(*n* log *n*) for *n* elements that are out.
  public func json(
    in compiled: CompiledModel, comparison: RestorationComparison? = nil,
    smallest: PathSets? = nil, language: Language
  ) -> JSONValue {
    RestorationKeys(
      plan: self, compiled: compiled,
      wording: RestorationWording(self, in: compiled, language: language)
    ).json(comparison, smallest)
  }
}

private struct RestorationKeys {
  let plan: RestorationPlan
  let compiled: CompiledModel
  let wording: RestorationWording

  private var problem: RestorationProblem { plan.problem }

  func json(_ comparison: RestorationComparison?, _ smallest: PathSets?) -> JSONValue {
    let curve = RecoveryCurve(plan)
    return [
      "order": .array(plan.repairs.enumerated().map { repair($0 + 1, $1) }),
      "loss": .number(plan.loss), "lowerBound": .number(plan.lowerBound),
      "optimal": .bool(plan.isOptimal),
      "known": [
        "count": .integer(plan.counted.count), "loss": .number(plan.countedLoss),
        "lowerBound": .number(plan.countedBound), "gap": .number(plan.countedGap),
        "optimal": .bool(plan.isProven),
      ],
      "coldStart": .array(problem.loops.map { ids($0.elements) }),
      "strategy": .string(plan.strategy.rawValue), "gap": .number(plan.gap),
      "end": .number(plan.end), "steps": .array(plan.steps.map(step)),
      "awaited": .array(problem.demands.map(demand)),
      "back": .array(
        plan.recoveries.map {
          ["id": id($0.element), "ready": .number($0.ready), "at": .number($0.at)]
        }),
      "deadlocks": .array(problem.loops.map(loop)), "byHand": ids(problem.byHand),
      "blocked": ids(plan.blocked),
      "unknown": ids(problem.out.filter(plan.isUnknown)),
      "nobody": .array(
        problem.tasks.filter(\.hasNobody).map {
          ["id": id($0.element), "skills": .texts($0.skills)]
        }),
      "curve": .array(
        curve.points.map {
          [
            "at": .number($0.at), "processes": .number($0.processes),
            "people": curve.peopleCount > 0 ? .number($0.people) : .null,
          ]
        }),
      "area": [
        "processes": .number(curve.processLoss),
        "people": curve.peopleCount > 0 ? .number(curve.peopleLoss) : .null,
      ],
      "strategies": comparison.map { .array($0.plans.map(strategy)) } ?? .null,
      "smallest": smallest?.json(in: compiled) ?? .null,
      "withoutRestart": ids(problem.withoutRestart), "unknownNeeds": ids(problem.unknownNeeds),
    ]
  }

  private func id(_ vertex: VertexID) -> JSONValue { .string(compiled.table.id(of: vertex)) }

  private func ids(_ vertices: [VertexID]) -> JSONValue {
    .texts(vertices.map(compiled.table.id(of:)))
  }

  private func crew(_ number: Int?) -> JSONValue {
    .text(number.map { problem.crews[$0].id })
  }

  private func repair(_ rank: Int, _ repair: RestorationPlan.Repair) -> JSONValue {
    let task = repair.task
    var contract: (id: String?, nature: String?)
    if case .contract(let agreed) = task.basis {
      contract = (agreed.contract, agreed.target.nature?.rawValue)
    }
    return [
      "rank": .integer(rank), "id": id(task.element), "start": .number(repair.begins),
      "finish": .number(repair.ends), "crew": crew(repair.crew), "unlocks": ids(repair.unlocks),
      "waiting": ids(repair.reason.demands),
      "reason": .string(wording.reason(repair)), "worker": .string(task.worker.key),
      "departs": .number(repair.departs), "work": .number(task.work),
      "workFrom": .string(task.basis.key), "contract": .text(contract.id),
      "nature": .text(contract.nature),
      "evidence": task.evidence == nil ? 0 : .number(task.evidence?.value?.seconds),
      "skills": .texts(task.skills), "works": .number(plan.time(of: task.element)),
    ]
  }

  private func step(_ step: RestorationStep) -> JSONValue {
    [
      "from": .number(step.from), "until": .number(step.until),
      "step": .string(step.kind.rawValue), "id": id(step.element), "crew": crew(step.crew),
    ]
  }

  private func demand(_ demand: RestorationDemand) -> JSONValue {
    let at = plan.time(of: demand.element)
    let past = { (limit: Double?) -> JSONValue in
      guard let at, let limit else { return .null }
      return .number(max(0, at - limit))
    }
    let number = demand.classNumber
    return [
      "id": id(demand.element), "at": .number(at),
      "verdict": .string(plan.verdict(of: demand).rawValue),
      "class": number < problem.classes.count ? .string(problem.classes[number].id) : .null,
      "weight": .number(demand.weight), "weightFrom": .string(demand.weightBasis.rawValue),
      "felt": .number(demand.felt), "tolerated": .number(demand.tolerated),
      "wanted": .number(demand.objective), "pastTolerated": past(demand.tolerated),
      "pastWanted": past(demand.objective),
    ]
  }

  private func loop(_ loop: RestorationLoop) -> JSONValue {
    [
      "components": ids(loop.elements), "breakers": ids(loop.breakers),
      "exact": .bool(loop.isExact), "byHand": .string(loop.byHand.rawValue),
      "broken": .bool(loop.isBroken), "unrepaired": ids(loop.unrepaired),
    ]
  }

  private func strategy(_ plan: RestorationPlan) -> JSONValue {
    let figures = StrategyFigures(plan)
    return [
      "strategy": .string(plan.strategy.rawValue),
      "order": ids(plan.repairs.map(\.task.element)), "loss": .number(plan.loss),
      "lowerBound": .number(plan.lowerBound), "optimal": .bool(plan.isOptimal),
      "end": .number(plan.end), "knownLoss": .number(plan.countedLoss),
      "pastTolerated": figures.isSure ? .integer(figures.late) : .null,
      "latest": .number(figures.isLatestSure ? figures.latest : nil),
    ]
  }
}

/// What of a plan is held against others.
struct StrategyFigures {
  /// How many are back later than is tolerated, of those that are back at a known time.
  let late: Int
  /// Whether all that says how long it may be out is back at a known time.
  let isSure: Bool
  /// Likewise for all that says until when it ought to be back.
  let isLatestSure: Bool
  /// By how much the latest is back after what is tolerated, else wanted; negative: before; nil: nothing
  /// that is back at a known time says until when it may be out.
  let latest: Double?

  /// - Complexity: O(*d*) for *d* demands.
  init(_ plan: RestorationPlan) {
    late = plan.counted.count { plan.verdict(of: $0) == .late }
    let open = plan.problem.demands.filter { plan.time(of: $0.element) == nil }
    isSure = open.allSatisfy { $0.tolerated == nil }
    isLatestSure = open.allSatisfy { $0.due == nil }
    latest = plan.counted.compactMap { demand in
      plan.time(of: demand.element).flatMap { at in demand.due.map { at - $0 } }
    }.max()
  }
}

extension RepairTask.Worker {
  fileprivate var key: String {
    switch self {
    case .supplier: "supplier"
    case .crew: "crew"
    case .anyone: "anyone"
    }
  }
}

extension RepairTask.Basis {
  fileprivate var key: String {
    switch self {
    case .contract: "contract"
    case .own: "repair"
    case .meanTime: "mttr"
    case .assumed: "assumed"
    case .unknown: "unknown"
    }
  }
}
