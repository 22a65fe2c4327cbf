extension RestorationPlan {
  /// The result of `restore` for people.
  ///
  /// - Parameters:
  ///   - compiled: The model it was asked of.
  ///   - comparison: The plans of all strategies; nil: not shown.
  ///   - smallest: The smallest sets of repairs for one process; nil: not asked.
  ///   - language: The language.
  /// - Returns: What to decide, in which order to repair and why, and when what is back.
  /// - Complexity: O(*n* log *n*) for *n* elements that are out.
  public func report(
    in compiled: CompiledModel, comparison: RestorationComparison? = nil,
    smallest: PathSets? = nil, language: Language
  ) -> Report {
    RestorationReporter(
      plan: self, compiled: compiled, comparison: comparison, smallest: smallest,
      wording: RestorationWording(self, in: compiled, language: language)
    ).report
  }
}

private struct RestorationReporter {
  let plan: RestorationPlan
  let compiled: CompiledModel
  let comparison: RestorationComparison?
  let smallest: PathSets?
  let wording: RestorationWording

  /// The most rows of a table in a text.
  private static let mostRows = 40

  private var phrases: Phrases { wording.phrases }
  private var names: DisplayNames { wording.names }
  private var problem: RestorationProblem { plan.problem }

  var report: Report {
    let failed = problem.question.failed
    let decisive = plan.repairs.map(\.task.element) + plan.counted.map(\.element)
    return Report(
      title: phrases.restorationTitle(
        names.failure(of: failed.vertices, written: failed.written)),
      keySentence: keySentence,
      blocks: decisions + byHand + order + smallestSets + awaited + steps + quality + assumptions
        + Provenance(names: names, phrases: phrases).blocks(decisive: Set(decisive).sorted()),
      data: data)
  }

  private var keySentence: String {
    guard !problem.out.isEmpty else { return phrases.nothingFailed }
    let back = problem.demands.compactMap { plan.time(of: $0.element) }
    let demands = problem.isAwaited ? problem.demands : []
    let sentence = phrases.restorationSentence(
      back: back.count, of: demands.count,
      never: demands.count { plan.verdict(of: $0) == .never },
      only: demands.count == 1 ? names.name(demands[0].element) : nil,
      repairs: plan.repairs.count, isWhole: plan.isWhole,
      last: back.max().map { last in
        let time = wording.time(last)
        return problem.withoutRestart.isEmpty ? time : phrases.atTheEarliest(time)
      })
    let open = problem.loops.count { !$0.isBroken }
    let first = open > 0 ? [phrases.decideFirst(open)] : []
    return (first + [sentence] + limitSentences + aims).joined(separator: " ")
  }

  /// That times rest on promises that are no guarantee, where something is back by them.
  private var aims: [String] {
    guard problem.demands.contains(where: { plan.time(of: $0.element) != nil }) else { return [] }
    let contracts = plan.repairs.compactMap { repair -> String? in
      guard case .contract(let agreed) = repair.task.basis, agreed.target.nature != .guaranteed
      else { return nil }
      return agreed.contract
    }
    let count = Set(contracts).count
    return count > 0 ? [phrases.restsOnAims(count)] : []
  }

  /// What of that which says how long it may be out is in time, too late, out for good, or cannot be told.
  private var limitSentences: [String] {
    let limited = problem.demands.filter { $0.tolerated != nil }
    guard !limited.isEmpty else { return [] }
    let count = { (verdict: RestorationPlan.Verdict) in
      limited.count { plan.verdict(of: $0) == verdict }
    }
    let (inTime, never, unknown) = (count(.inTime), count(.never), count(.cannotTell))
    if inTime == limited.count {
      return [phrases.inTimeSentence(isWhole: problem.withoutRestart.isEmpty)]
    }
    // Then the sentence before says that all stay out.
    if never == problem.demands.count, problem.isAwaited { return [] }
    var sentences: [String] = []
    let late = limited.filter { plan.verdict(of: $0) == .late }.map { demand in
      (
        name: names.name(demand.element),
        by: demand.lateness(at: plan.time(of: demand.element) ?? 0)
      )
    }
    if let worst = late.max(by: { $0.by < $1.by }) {
      sentences.append(
        phrases.lateSentence(late.count, of: limited.count, worst: worst.name, by: worst.by))
    } else if inTime > 0 {
      sentences.append(phrases.someInTime(inTime, of: limited.count))
    }
    if never > 0 { sentences.append(phrases.neverSentence(never, of: limited.count)) }
    if unknown > 0 { sentences.append(phrases.limitUnknown(unknown, of: limited.count)) }
    return sentences
  }

  // MARK: - What to decide

  private var decisions: [Report.Block] {
    var items = problem.loops.filter { !$0.isBroken }.map { loop in
      let option = "--by-hand " + loop.breakers.map(names.id).joined(separator: " ")
      return Report.Item(
        phrases.openLoop(
          phrases.list(loop.elements.map(names.name)), unrepaired: loop.unrepaired.map(names.name),
          breakers: loop.breakers.map(names.named)),
        [Report.Item(phrases.openLoopAdvice(loop.byHand, option: option))])
    }
    items += problem.tasks.filter(\.hasNobody).map {
      Report.Item(phrases.noCrewLine(names.named($0.element), skills: $0.skills))
    }
    let unknown = problem.tasks.filter { $0.basis == .unknown && !$0.hasNobody }
    if !unknown.isEmpty {
      items.append(Report.Item(phrases.unknownRepairLine(unknown.map { names.named($0.element) })))
    }
    let unsecured = problem.out.filter { vertex in
      problem.evidence(of: vertex) == .unknown
    }
    if !unsecured.isEmpty {
      items.append(Report.Item(phrases.unknownEvidenceLine(unsecured.map(names.named))))
    }
    let blocked = plan.blocked.filter { compiled.component($0) != nil }
    if !blocked.isEmpty {
      items.append(Report.Item(phrases.staysOut, naming: blocked.map(names.name), phrases))
    }
    return items.isEmpty ? [] : [.heading(phrases.decideHeading), .list(items)]
  }

  private var byHand: [Report.Block] {
    let broken = problem.loops.filter(\.isBroken)
    guard !broken.isEmpty else { return [] }
    return [
      .heading(phrases.brokenLoopsHeading),
      .list(
        broken.map { loop in
          Report.Item(
            phrases.brokenLoop(
              phrases.list(loop.elements.map(names.name)),
              breakers: loop.breakers.map(names.named)))
        }),
    ]
  }

  // MARK: - The order

  private var order: [Report.Block] {
    guard !plan.repairs.isEmpty else { return [] }
    let titles = phrases.restoreOrderColumns
    let shown = plan.repairs.prefix(Self.mostRows)
    let rows = shown.enumerated().map { number, repair in
      [
        phrases.number(number + 1), names.name(repair.task.element), wording.worker(repair),
        wording.time(repair.begins), wording.time(repair.ends),
        phrases.list(awaitedFirst(repair.unlocks).map(names.name), most: 4),
      ]
    }
    let reasons = shown.enumerated().map { number, repair in
      Report.Item(
        "\(number + 1). \(names.name(repair.task.element)): \(wording.reason(repair))",
        [Report.Item(phrases.capitalised(wording.source(repair.task)) + ".")])
    }
    var blocks: [Report.Block] = [
      .heading(phrases.restoreOrderHeading),
      .table(
        Report.Table(
          columns: titles.enumerated().map { .init($1, $0 == 0 ? .right : .left) }, rows: rows)),
    ]
    if plan.repairs.count > shown.count {
      blocks.append(.note(phrases.moreRepairs(plan.repairs.count - shown.count)))
    }
    return blocks + [.heading(phrases.restoreReasonsHeading), .list(reasons)]
  }

  /// Processes and consumers before the rest.
  private func awaitedFirst(_ vertices: [VertexID]) -> [VertexID] {
    let isAwaited = Set(problem.demands.map(\.element))
    return vertices.filter(isAwaited.contains) + vertices.filter { !isAwaited.contains($0) }
  }

  private var smallestSets: [Report.Block] {
    guard let smallest else { return [] }
    let name = names.name(smallest.question.target)
    let sets = smallest.sets.filter { !$0.elements.isEmpty }.prefix(Report.mostNames)
    guard !sets.isEmpty else {
      return [.heading(phrases.smallestHeading(name)), .paragraph(phrases.nothingToRepair(name))]
    }
    return [
      .heading(phrases.smallestHeading(name)),
      .list(
        sets.map { set in
          let ends = set.elements.map { element in
            plan.repairs.first { $0.task.element == element }?.ends
          }
          let last = ends.contains(nil) ? nil : ends.compactMap(\.self).max()
          return Report.Item(
            phrases.smallestSet(set.elements.map(names.named), ready: wording.time(last)))
        }),
    ]
  }

  // MARK: - What is back when

  private var awaited: [Report.Block] {
    guard problem.isAwaited else { return [] }
    let key = { (demand: RestorationDemand) in plan.time(of: demand.element) ?? .infinity }
    let demands = problem.demands.sorted { first, second in
      (key(first), first.classNumber, first.element)
        < (key(second), second.classNumber, second.element)
    }
    let rows = demands.prefix(Self.mostRows).map { demand -> [String] in
      let verdict = plan.verdict(of: demand)
      let limit = { (seconds: Double?) in seconds.map { phrases.duration($0) } ?? "–" }
      let late = plan.time(of: demand.element).map { demand.lateness(at: $0) }
      return [
        names.name(demand.element), wording.className(demand) ?? "–",
        demand.weightBasis == .none ? "?" : phrases.number(demand.weight, decimals: 0),
        limit(demand.objective), limit(demand.tolerated), wording.back(demand),
        verdict == .late ? limit(late) : verdict == .inTime ? "–" : "?",
      ]
    }
    let right = [2, 3, 4, 6]
    return [
      .heading(phrases.awaitedHeading),
      .table(
        Report.Table(
          columns: phrases.awaitedColumns.enumerated().map {
            .init($1, right.contains($0) ? .right : .left)
          }, rows: rows)),
    ]
  }

  private var steps: [Report.Block] {
    let steps = plan.steps
    guard !steps.isEmpty, steps.count <= Self.mostRows else { return [] }
    let rows = steps.map { step in
      [
        wording.time(step.from), wording.time(step.until), wording.text(step),
        step.crew.map(wording.name(ofCrew:))
          ?? plan.repairs.first {
            [.repair, .repairByHand, .evidence].contains(step.kind)
              && $0.task.element == step.element
          }
          .map(wording.worker) ?? "",
      ]
    }
    return [
      .heading(phrases.restoreStepsHeading),
      .table(Report.Table(columns: phrases.restoreStepColumns.map { .init($0) }, rows: rows)),
    ]
  }

  // MARK: - How good it is

  private var quality: [Report.Block] {
    guard !plan.counted.isEmpty else { return [] }
    let curve = RecoveryCurve(plan)
    let isPeople = curve.peopleCount > 0
    let without = plan.counted.filter { $0.weightBasis == .none }.map { names.name($0.element) }
    var items =
      problem.isAwaited
      ? [
        Report.Item(
          phrases.lossLine(
            isPeople ? curve.peopleLoss : plan.countedLoss, isPeople: isPeople, without: without))
      ] : [Report.Item(phrases.failedCounts)]
    if !plan.isWhole {
      items.insert(
        Report.Item(phrases.ofThoseKnown(plan.counted.count, of: problem.demands.count)),
        at: problem.isAwaited ? 0 : 1)
    }
    items.append(
      Report.Item(
        plan.isProven
          ? phrases.optimalLine(plan.strategy)
          : phrases.gapLine(lowerBound: plan.countedBound, gap: plan.countedGap)))
    var blocks: [Report.Block] = [.heading(phrases.qualityHeading), .list(items)]
    if let comparison { blocks += strategies(comparison, isPeople: isPeople) }
    return blocks
  }

  private func strategies(
    _ comparison: RestorationComparison, isPeople: Bool
  ) -> [Report.Block] {
    let plans = comparison.plans
    guard plans.contains(where: { !$0.isSame(as: plan) }) else {
      return [.heading(phrases.strategiesHeading), .paragraph(phrases.sameByAll)]
    }
    let titles = phrases.strategyColumns(isPeople: isPeople)
    let rows = plans.map { plan -> [String] in
      let figures = StrategyFigures(plan)
      let first = plan.repairs.filter { $0.crew != nil }.map { names.name($0.task.element) }
      return [
        phrases.name(plan.strategy) + (plan.strategy == self.plan.strategy ? " *" : ""),
        first.isEmpty ? "–" : phrases.list(first, most: 3),
        wording.time(plan.counted.compactMap { plan.time(of: $0.element) }.max()),
        (figures.isSure ? "" : "≥ ") + phrases.number(figures.late),
        figures.isLatestSure ? phrases.overrun(figures.latest) : "?",
        phrases.number(
          (isPeople ? RecoveryCurve(plan).peopleLoss : plan.countedLoss) / 3600, decimals: 0),
        phrases.provenWord(plan.isProven),
      ]
    }
    let right = [3, 4, 5]
    return [
      .heading(phrases.strategiesHeading),
      .table(
        Report.Table(
          columns: titles.enumerated().map { .init($1, right.contains($0) ? .right : .left) },
          rows: rows)),
    ]
  }

  // MARK: - What it rests on

  private var assumptions: [Report.Block] {
    let question = problem.question
    let tasks = problem.tasks
    var lines = [phrases.restoredAsWritten]
    if tasks.contains(where: { $0.worker == .supplier }) { lines.append(phrases.reportedAtOnce) }
    if question.since == nil { lines.append(phrases.withoutMoment) }
    let crewed = tasks.filter { $0.worker == .crew }
    if let count = question.crewCount {
      lines.append(phrases.countedCrews(count))
    } else if tasks.contains(where: { $0.worker == .anyone }) {
      lines.append(phrases.noCrews)
    } else if !crewed.isEmpty {
      lines.append(phrases.travelNote(speed: question.speed))
      let unplaced = plan.repairs.count { repair in
        repair.crew.map { problem.crews[$0].base == nil || repair.task.position == nil } ?? false
      }
      if unplaced > 0 { lines.append(phrases.noTravel(unplaced)) }
    }
    let assumed = tasks.count { $0.basis == .assumed }
    if assumed > 0, let span = question.assumedRepair {
      lines.append(phrases.assumedTime(assumed, span.seconds))
    }
    let secured = problem.assumedEvidenceCount
    if secured > 0, let span = question.assumedEvidence {
      lines.append(phrases.assumedSecuring(secured, span.seconds))
    }
    if !problem.withoutRestart.isEmpty {
      let all = problem.out.count { compiled.component($0) != nil }
      lines.append(phrases.noRestart(problem.withoutRestart.count, of: all))
    }
    if !problem.unknownNeeds.isEmpty {
      lines.append(phrases.unknownNeedsNote(problem.unknownNeeds.map(names.name)))
    }
    if problem.isAwaited {
      let without = problem.demands.filter { $0.weightBasis == .none }.map {
        names.name($0.element)
      }
      lines.append(phrases.weightNote(without, of: problem.demands.count))
    }
    return [.heading(phrases.assumptionsHeading), .list(lines.map { Report.Item($0) })]
  }

  // MARK: - CSV

  private var data: Report.Table {
    let text = { (seconds: Double?) in seconds.map { "\($0)" } ?? "" }
    let rows = plan.repairs.enumerated().map { number, repair -> [String] in
      var contract = ""
      if case .contract(let agreed) = repair.task.basis { contract = agreed.contract }
      return [
        "\(number + 1)", names.id(repair.task.element), names.name(repair.task.element),
        repair.crew.map { problem.crews[$0].id } ?? "", contract, text(repair.begins),
        text(repair.ends), text(plan.time(of: repair.task.element)),
        repair.unlocks.map(names.id).joined(separator: " "), wording.reason(repair),
      ]
    }
    return Report.Table(
      names: [
        "rank", "id", "name", "crew", "contract", "start", "finish", "works", "unlocks", "reason",
      ], rows: rows)
  }
}

extension RestorationPlan {
  /// Whether another plan does the same things at the same times.
  fileprivate func isSame(as other: RestorationPlan) -> Bool {
    let key = { (repair: Repair) in
      (repair.task.element.index, repair.crew ?? -1, repair.begins ?? -1)
    }
    let keys = [self, other].map { plan in plan.repairs.map(key).sorted { $0 < $1 } }
    return keys[0].elementsEqual(keys[1]) { $0 == $1 }
  }
}
