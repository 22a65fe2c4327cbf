import DepGraph
import Testing

@testable import DepGraph

/// Plans against every order there is, and times against a fixed-point iteration.
@Suite struct RestorationLawTests {
  private func problem(
    _ model: Model, failed: [String], since: Instant? = nil, byHand: [String] = []
  ) throws -> RestorationProblem {
    let compiled = try CompiledModel(model)
    var question = RestorationQuestion(try compiled.seeds(failed), since: since)
    question.byHand = byHand.compactMap(compiled.vertex(of:))
    return RestorationProblem(question, in: compiled)
  }

  private func parts(of model: Model) -> [String] {
    model.components.map(\.id).filter { $0.hasPrefix("f") }
  }

  // MARK: - Times

  @Test(arguments: 0..<250) func timesAreTheLeastSolution(seed: Int) throws {
    var random = SeededGenerator(seed: seed ^ 0x51DE)
    var model = RandomModel.make(seed: seed, isKnown: true)
    let ids = model.components.map(\.id)
    let extra = { (owner: String, random: inout SeededGenerator) -> Requirement in
      let other = ids.filter { $0 != owner }[Int.random(in: 0..<(ids.count - 1), using: &random)]
      return .group(
        RequirementGroup(.all, [.reference(Reference(other, evidence: Evidence(.internal)))]))
    }
    for index in model.components.indices {
      let id = model.components[index].id
      if random.chance(0.4) {
        model.components[index].restart = .hours(Int.random(in: 1...3, using: &random))
      }
      if random.chance(0.25) { model.components[index].startsWith = extra(id, &random) }
      if random.chance(0.25) { model.components[index].repairNeeds = extra(id, &random) }
      model.components[index].repair = .hours(Int.random(in: 0...5, using: &random))
      model.components[index].startsManually = random.chance(0.2)
    }
    guard (try? CompiledModel(model)) != nil else { return }
    let failed = ids.filter { _ in random.chance(0.4) }
    guard !failed.isEmpty else { return }
    let problem = try problem(model, failed: failed)
    let plan = RestorationPlan(problem)
    let naive = NaiveRestoration(model, failed: failed)
    let name = { (vertex: VertexID) in problem.compiled.table.id(of: vertex) }
    #expect(problem.out.map(name) == naive.out.sorted(), "seed \(seed)")
    var work = NaiveRestoration.Work(lists: failed.map { [$0] }, seconds: [:])
    for component in model.components { work.seconds[component.id] = component.repair?.seconds }
    var wholly = work
    for loop in problem.loops where loop.isBroken {
      // Where breakers would wait for each other, each does without the whole loop.
      for (breaker, without) in zip(loop.breakers, loop.withouts) {
        work.byHand[name(breaker)] = Set(without.map(name))
        wholly.byHand[name(breaker)] = Set(loop.elements.map(name))
      }
    }
    let back = { (work: NaiveRestoration.Work) in
      naive.times(work).works.values.count { $0 < .infinity }
    }
    let chosen = back(work) < back(wholly) ? wholly : work
    let expected = naive.times(chosen).works
    for vertex in problem.out {
      let time = plan.time(of: vertex) ?? .infinity
      #expect(time == expected[name(vertex)], "seed \(seed), \(name(vertex))")
    }
    // What is blocked is so because of loops that nobody can break.
    let open = problem.loops.filter { !$0.isBroken }
    #expect(plan.blocked.isEmpty == open.isEmpty, "seed \(seed)")
    for loop in open { #expect(!Set(loop.elements).isDisjoint(with: plan.blocked), "seed \(seed)") }
    checkReasons(plan, naive, chosen, expected, seed: seed)
  }

  /// That a reason names who is back later once the repair is left out, and nobody else.
  private func checkReasons(
    _ plan: RestorationPlan, _ naive: NaiveRestoration, _ work: NaiveRestoration.Work,
    _ times: [String: Double], seed: Int
  ) {
    let table = plan.problem.compiled.table
    for repair in plan.repairs.prefix(4) where plan.problem.isAwaited {
      let id = table.id(of: repair.task.element)
      var without = work
      without.seconds[id] = .infinity
      let other = naive.times(without).works
      let later = plan.problem.demands.map { table.id(of: $0.element) }.filter {
        (other[$0] ?? 0) > (times[$0] ?? 0)
      }
      switch repair.reason.rule {
      case .nothingWaits, .oneOfSeveral, .notEnough:
        #expect(later.isEmpty, "seed \(seed): \(id) is waited for by \(later)")
      default:
        #expect(
          repair.reason.demands.map(table.id(of:)) == later, "seed \(seed): reason of \(id)")
      }
    }
  }

  // MARK: - Orders

  /// Every way to give tasks to crews, as one list for each crew.
  private func forEachPlan(_ tasks: [String], crews: Int, _ body: ([[String]]) -> Void) {
    func place(_ left: [String], _ lists: [[String]]) {
      guard let task = left.first else { return body(lists) }
      for crew in lists.indices {
        for position in 0...lists[crew].count {
          var next = lists
          next[crew].insert(task, at: position)
          place(Array(left.dropFirst()), next)
        }
      }
    }
    place(tasks, [[String]](repeating: [], count: crews))
  }

  private func values(
    _ strategy: RestorationStrategy, _ problem: RestorationProblem, _ works: [String: Double]
  ) -> [Double] {
    var lateness: [[Double]] = [[0, 0], [0, 0], [0, 0]]
    var loss = 0.0
    var latest: Double?
    for component in problem.compiled.model.components where component.kind == .process {
      guard let at = works[component.id], at > 0 else { continue }
      let weight = component.users?.value ?? 1
      let place = component.restoreClass == "first" ? 0 : component.restoreClass == "last" ? 1 : 2
      let (mtpd, rto) = (
        component.continuity.maximumTolerablePeriod?.seconds,
        component.continuity.recoveryTimeObjective?.seconds
      )
      if let mtpd { lateness[place][0] += weight * max(0, at - mtpd) }
      if let rto { lateness[place][1] += weight * max(0, at - rto) }
      if let due = mtpd ?? rto { latest = max(latest ?? -.infinity, at - due) }
      loss += weight * at
    }
    switch strategy {
    case .classThenSlack: return lateness.flatMap(\.self) + [loss]
    case .earliestDueDate: return [latest ?? 0, loss]
    case .smith, .unlockValue: return [loss]
    }
  }

  private func isLess(_ first: [Double], _ second: [Double]) -> Bool {
    for (one, other) in zip(first, second) where abs(one - other) > 1e-6 { return one < other }
    return false
  }

  private func compare(
    _ model: Model, seed: Int, since: Instant? = nil,
    _ strategies: [RestorationStrategy] = [.classThenSlack, .smith, .earliestDueDate]
  ) throws {
    let tasks = parts(of: model)
    let problem = try problem(model, failed: tasks, since: since)
    let naive = NaiveRestoration(model, failed: tasks)
    var work = NaiveRestoration.Work(lists: [], seconds: [:])
    var skills: [String: [String]] = [:]
    for component in model.components {
      work.seconds[component.id] = component.repair?.seconds
      skills[component.id] = component.skills
    }
    if let since {
      work.atWork = { crew, time in Self.atWork(model.crews[crew], since, time) }
      work.end = { crew, time, seconds in Self.end(model.crews[crew], since, time, seconds) }
    }
    var best: [RestorationStrategy: [Double]] = [:]
    forEachPlan(tasks, crews: model.crews.count) { lists in
      let canDo = lists.enumerated().allSatisfy { crew, list in
        list.allSatisfy { Set(model.crews[crew].skills).isSuperset(of: skills[$0] ?? []) }
      }
      guard canDo else { return }
      work.lists = lists
      let works = naive.times(work).works
      guard works.values.allSatisfy({ $0 < .infinity }) else { return }
      for strategy in strategies {
        let values = values(strategy, problem, works)
        if isLess(values, best[strategy] ?? [.infinity]) { best[strategy] = values }
      }
    }
    for strategy in strategies {
      let plan = RestorationPlan(problem, by: strategy)
      var works: [String: Double] = [:]
      for vertex in problem.out {
        works[problem.compiled.table.id(of: vertex)] = plan.time(of: vertex)
      }
      let own = values(strategy, problem, works)
      let least = try #require(best[strategy])
      #expect(
        !isLess(own, least), "seed \(seed), \(strategy): better than every order, \(own) \(least)")
      #expect(plan.isOptimal, "seed \(seed), \(strategy)")
      #expect(!isLess(least, own), "seed \(seed), \(strategy): \(least) is better than \(own)")
      #expect(plan.countedBound <= plan.countedLoss * (1 + 1e-9), "seed \(seed)")
      try check(plan, naive, seed: seed)
    }
  }

  private static func isOpen(_ crew: Crew, _ since: Instant, _ time: Double) -> Bool {
    guard crew.hours != .always else { return true }
    let hour = Int(((since.secondsSinceEpoch + time) / 3600).rounded(.down))
    let weekday = (hour / 24 + 3) % 7
    return weekday < 5 && (8..<17).contains(hour % 24)
  }

  private static func atWork(_ crew: Crew, _ since: Instant, _ time: Double) -> Double {
    var now = time
    while !isOpen(crew, since, now) { now += 3600 }
    return now
  }

  private static func end(
    _ crew: Crew, _ since: Instant, _ time: Double, _ seconds: Double
  ) -> Double {
    var (now, left) = (time, seconds)
    while left > 0 {
      if isOpen(crew, since, now) { left -= 3600 }
      now += 3600
    }
    return now
  }

  /// That each repair begins when what it needs works, by repairs that stand before it.
  private func check(_ plan: RestorationPlan, _ naive: NaiveRestoration, seed: Int) throws {
    let table = plan.problem.compiled.table
    var lists: [[String]] = []
    var seconds: [String: Double] = [:]
    for repair in plan.repairs {
      let id = table.id(of: repair.task.element)
      let component = plan.problem.compiled.component(repair.task.element)
      // Each earlier one on a crew of its own, that is done when the plan says.
      let works = naive.times(
        .init(lists: lists, seconds: seconds, end: { $2 + 0 * ($1 + Double($0)) })
      ).works
      let needs = component?.repairNeeds ?? .nothing
      let begins = try #require(repair.begins)
      #expect(naive.time(of: needs, of: id, works) <= begins, "seed \(seed): \(id) comes too early")
      lists.append([id])
      seconds[id] = repair.ends
    }
  }

  @Test(arguments: 0..<20) func oneCrewDoesItInTheBestOrder(seed: Int) throws {
    try compare(
      RandomRestorationModel.make(seed: seed, tasks: 3 + seed % 4, crews: 1, isRich: false),
      seed: seed)
  }

  @Test(arguments: 20..<50) func whatRepairsNeedIsHeeded(seed: Int) throws {
    try compare(
      RandomRestorationModel.make(
        seed: seed, tasks: 3 + seed % 3, crews: 1 + seed % 2, isRich: true),
      seed: seed)
  }

  @Test(arguments: 50..<60) func hoursAreHeeded(seed: Int) throws {
    // A Friday at noon, UTC.
    let friday = Instant(secondsSinceEpoch: Double(20_609) * 86_400 + 43_200)
    try compare(
      RandomRestorationModel.make(seed: seed, tasks: 4, crews: 2, isRich: true, withHours: true),
      seed: seed, since: friday)
  }

  /// Eight tasks by the plain sums, without a recovery to play through.
  @Test(arguments: 60..<64) func eightTasksOnOneCrew(seed: Int) throws {
    let model = RandomRestorationModel.make(seed: seed, tasks: 8, crews: 1, isRich: false)
    let tasks = parts(of: model)
    let seconds = model.components.prefix(8).map { $0.repair?.seconds ?? 0 }
    let weights = model.components.suffix(8).map { $0.users?.value ?? 1 }
    var least = Double.infinity
    func go(_ left: Set<Int>, _ now: Double, _ sum: Double) {
      if left.isEmpty { least = min(least, sum) }
      guard sum < least else { return }
      for task in left.sorted() {
        go(
          left.subtracting([task]), now + seconds[task], sum + weights[task] * (now + seconds[task])
        )
      }
    }
    go(Set(0..<8), 0, 0)
    let plan = RestorationPlan(try problem(model, failed: tasks), by: .smith)
    #expect(plan.loss == least, "seed \(seed)")
    #expect(plan.isOptimal && plan.lowerBound == least, "seed \(seed)")
  }

  // MARK: - Many

  @Test(arguments: [70, 71, 72]) func noneOfAThousandOrdersIsBetter(seed: Int) throws {
    let model = RandomRestorationModel.make(seed: seed, tasks: 14, crews: 3, isRich: true)
    let solver = RestorationSolver(try problem(model, failed: parts(of: model)))
    var random = SeededGenerator(seed: seed)
    for strategy in [RestorationStrategy.classThenSlack, .smith, .earliestDueDate] {
      let solution = solver.solution(strategy)
      #expect(solution.values.last ?? 0 >= (solution.least.last ?? 0) * (1 - 1e-9), "seed \(seed)")
      for _ in 0..<1000 {
        let recovery = solver.schedule(solver.known.shuffled(using: &random)).recovery
        let other = solution.objective.values { recovery[$0] }
        #expect(!RestorationObjective.isBetter(other, solution.values), "seed \(seed), \(strategy)")
      }
    }
  }

  @Test func hundredsOfTasksAreGivenOut() throws {
    let model = RandomRestorationModel.make(seed: 80, tasks: 600, crews: 50, isRich: false)
    let plan = RestorationPlan(try problem(model, failed: parts(of: model)), by: .smith)
    #expect(plan.repairs.count == 600)
    #expect(plan.countedBound > 0 && plan.countedBound <= plan.countedLoss)
    #expect(try #require(plan.gap) < 0.05)
  }
}
