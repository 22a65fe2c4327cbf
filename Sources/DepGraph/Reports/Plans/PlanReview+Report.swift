extension PlanReview {
  /// The result of `plans` for people.
  ///
  /// - Parameters:
  ///   - compiled: The model that was asked about.
  ///   - language: The language.
  /// - Returns: Plans that rely on what they must survive, with the ways; who has no plan; all plans.
  /// - Complexity: O(*n* log *n*) for *n* failures and plans.
  public func report(in compiled: CompiledModel, language: Language) -> Report {
    let reporter = reporter(in: compiled, language: language)
    let decisive = Set(plans.flatMap { $0.purposes + ($0.reliesOn ?? []) } + unplanned)
    return Report(
      title: reporter.phrases.plansTitle, keySentence: reporter.sentence,
      blocks: reporter.blocks
        + Provenance(names: reporter.names, phrases: reporter.phrases)
        .blocks(decisive: decisive.sorted()),
      data: reporter.data)
  }

  /// The same without where it comes from: a part of a longer report.
  ///
  /// - Parameters:
  ///   - compiled: The model that was asked about.
  ///   - language: The language.
  /// - Returns: The blocks, the first of them a heading.
  /// - Complexity: O(*n* log *n*) for *n* failures and plans.
  public func blocks(in compiled: CompiledModel, language: Language) -> [Report.Block] {
    let reporter = reporter(in: compiled, language: language)
    return [.heading(reporter.phrases.plansTitle), .paragraph(reporter.sentence)]
      + reporter.blocks
  }

  private func reporter(in compiled: CompiledModel, language: Language) -> PlanReporter {
    PlanReporter(
      review: self, names: DisplayNames(compiled: compiled, language: language),
      phrases: Phrases(language))
  }
}

private struct PlanReporter {
  let review: PlanReview
  let names: DisplayNames
  let phrases: Phrases

  /// The most causes of one plan and process that are listed; the others are counted.
  private static let mostCauses = 15

  var sentence: String {
    phrases.plansSentence(
      plans: review.plans.count, unplanned: review.unplanned.count,
      of: review.users.vertices.count,
      leaning: review.plans.count { $0.leaning == .certain || $0.leaning == .possible },
      open: review.plans.count { $0.leaning == .cannotTell },
      unexercised: review.plans.count { plan in
        switch plan.exercise {
        case .recent: false
        case .stale, .notRecorded, .later, .cannotTell: true
        }
      })
  }

  var blocks: [Report.Block] {
    leaningBlocks + chanceBlocks + unplannedBlocks + tableBlocks + openBlocks
      + [
        .note(
          phrases.plansNote(
            day: review.day, months: review.question.months, order: review.question.maxOrder))
      ]
      + (review.users.isDeclared || review.users.vertices.isEmpty
        ? [] : [.note(phrases.allUsersAreCritical)])
  }

  private func name(_ plan: PlanReview.Plan) -> String {
    names.compiled.model.plans.first { $0.id == plan.id }?.name?.text(in: names.language)
      ?? plan.id
  }

  private var leaningBlocks: [Report.Block] {
    let items = review.plans.flatMap { plan in
      plan.selfReliances.map { reliance in
        Report.Item(
          phrases.selfItem(
            plan: name(plan), purpose: names.name(reliance.purpose),
            prop: names.name(reliance.relied)))
      } + plan.purposes.compactMap { item(plan, $0) }
    }
    return items.isEmpty ? [] : [.heading(phrases.leaningHeading), .list(items)]
  }

  /// Plans and processes that only separate failures at the same time hit.
  private var chanceBlocks: [Report.Block] {
    let items = review.plans.flatMap { plan in
      plan.purposes.compactMap { purpose -> Report.Item? in
        let falls = plan.falls.filter { $0.purpose == purpose }
        guard !falls.isEmpty, falls.allSatisfy(\.isCoincidence) else { return nil }
        return Report.Item(
          phrases.chanceItem(
            plan: name(plan), purpose: names.name(purpose), count: falls.count))
      }
    }
    return items.isEmpty ? [] : [.heading(phrases.chanceHeading), .list(items)]
  }

  private func item(_ plan: PlanReview.Plan, _ purpose: VertexID) -> Report.Item? {
    let falls = plan.falls.filter { $0.purpose == purpose }
    let told = falls.filter { !$0.isCoincidence }
    let chances = falls.count - told.count
    guard !told.isEmpty else { return nil }
    // What the plan relies on and stops the process itself needs no way.
    let isProp = { (fall: PlanReview.Fall) in
      fall.elements.count == 1 && fall.losses.allSatisfy { $0.relied == fall.elements[0] }
    }
    let props = told.filter(isProp).map { names.named($0.elements[0]) }
    let causes = told.filter { !isProp($0) }
    var items = props.isEmpty ? [] : [Report.Item(phrases.fallsWith(props))]
    items += causes.prefix(Self.mostCauses).map { cause in
      Report.Item(
        phrases.lossItem(
          cause.elements.map(names.named), cause.losses.map { names.name($0.relied) },
          cause.verdict),
        ways(cause))
    }
    if causes.count > Self.mostCauses {
      items.append(Report.Item(phrases.andMore(causes.count - Self.mostCauses)))
    }
    if chances > 0 { items.append(Report.Item(phrases.coincidences(chances))) }
    return Report.Item(
      phrases.leaningItem(plan: name(plan), purpose: names.name(purpose), count: told.count),
      items)
  }

  private func ways(_ fall: PlanReview.Fall) -> [Report.Item] {
    let ways = [fall.way] + fall.losses.map(\.way)
    return ways.filter { $0.count > 1 }.map { Report.Item(phrases.wayItem($0.map(names.name))) }
  }

  private var unplannedBlocks: [Report.Block] {
    guard !review.unplanned.isEmpty else { return [] }
    return [
      .heading(phrases.unplannedHeading),
      .list(review.unplanned.map { Report.Item(names.named($0)) }),
    ]
  }

  private var tableBlocks: [Report.Block] {
    guard !review.plans.isEmpty else { return [] }
    let listed = { (vertices: [VertexID]) in phrases.list(vertices.map(names.name)) }
    let rows = review.plans.map { plan in
      [
        name(plan), plan.purposes.isEmpty ? phrases.notWrittenDown : listed(plan.purposes),
        plan.reliesOn.map { $0.isEmpty ? phrases.onNothing : listed($0) }
          ?? phrases.notWrittenDown,
        phrases.word(plan.exercise), phrases.word(plan.hasPaper), phrases.word(leaning: plan),
      ]
    }
    return [
      .heading(phrases.planTableHeading),
      .table(Report.Table(names: phrases.planColumns, rows: rows)),
    ]
  }

  private var openBlocks: [Report.Block] {
    let items = review.plans.filter { !$0.openProps.isEmpty }.map { plan in
      Report.Item(
        phrases.openProps(name(plan)), naming: plan.openProps.map(names.named), phrases)
    }
    return items.isEmpty ? [] : [.heading(phrases.openPropsHeading), .list(items)]
  }

  var data: Report.Table {
    let ids = { (vertices: [VertexID]) in vertices.map(names.id).joined(separator: " ") }
    let falls = review.plans.flatMap { plan in
      plan.falls.flatMap { fall in
        fall.losses.map { loss in
          [
            "falls", plan.id, names.id(fall.purpose), ids(fall.elements), names.id(loss.relied),
            loss.verdict.rawValue, String(fall.isCoincidence), "", "",
          ]
        }
      }
    }
    let plans = review.plans.map { plan in
      [
        "plan", plan.id, ids(plan.purposes), "", ids(plan.reliesOn ?? []), plan.exercise.key, "",
        plan.exercise.date?.description ?? "", String(plan.hasPaper),
      ]
    }
    let missing = review.unplanned.map {
      ["unplanned", "", names.id($0), "", "", "", "", "", ""]
    }
    return Report.Table(
      names: [
        "row", "plan", "purpose", "causes", "reliesOn", "verdict", "coincidence", "tested", "paper",
      ], rows: plans + falls + missing)
  }
}
