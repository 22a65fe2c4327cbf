extension RestorationPlan {
  /// The plan on paper: what to do, to tick; who to call; a sheet for each crew; what to see working.
  ///
  /// - Parameters:
  ///   - compiled: The model it was asked of.
  ///   - language: The language.
  /// - Returns: The sheets.
  /// - Complexity: O(*n* log *n*) for *n* elements that are out.
  public func checklist(in compiled: CompiledModel, language: Language) -> SheetSet {
    let maker = RestorationSheets(
      plan: self, report: report(in: compiled, language: language), compiled: compiled,
      wording: RestorationWording(self, in: compiled, language: language))
    let phrases = Phrases(language)
    let model = compiled.model
    return SheetSet(
      title: maker.report.title, language: language,
      marking: phrases.proposalLine(ProposedMarking(ofAll: model, result: "restore")),
      footer: phrases.modelLine(
        name: model.name?.text(in: language), asOf: model.asOf, basis: model.basis,
        components: model.components.count, digest: model.digest,
        isFictional: model.basis == .fictional),
      sheets: maker.sheets)
  }
}

private struct RestorationSheets {
  let plan: RestorationPlan
  let report: Report
  let compiled: CompiledModel
  let wording: RestorationWording

  private var phrases: Phrases { wording.phrases }
  private var names: DisplayNames { wording.names }
  private var problem: RestorationProblem { plan.problem }

  var sheets: [Sheet] {
    [overview] + (suppliers.map { [$0] } ?? []) + crews + (back.map { [$0] } ?? [])
  }

  // MARK: - For the one who leads

  private var overview: Sheet {
    var blocks: [Sheet.Block] = [.paragraph(report.keySentence)]
    let open = problem.loops.filter { !$0.isBroken }
    if !open.isEmpty {
      blocks.append(.heading(phrases.decideHeading))
      blocks.append(
        .checks(
          open.map { loop in
            Sheet.Check(
              phrases.openLoop(
                phrases.list(loop.elements.map(names.name)),
                unrepaired: loop.unrepaired.map(names.name),
                breakers: loop.breakers.map(names.name)))
          }))
    }
    let broken = problem.loops.filter(\.isBroken)
    if !broken.isEmpty {
      blocks += [
        .heading(phrases.brokenLoopsHeading),
        .checks(
          broken.map { loop in
            Sheet.Check(
              phrases.brokenLoop(
                phrases.list(loop.elements.map(names.name)),
                breakers: loop.breakers.map(names.name)))
          }),
      ]
    }
    if !plan.repairs.isEmpty {
      blocks.append(.heading(phrases.restoreOrderHeading))
      blocks.append(
        .checks(
          plan.repairs.enumerated().map { number, repair in
            Sheet.Check(
              "\(number + 1). \(names.name(repair.task.element)): \(wording.worker(repair)), "
                + phrases.beginsAndEnds(wording.time(repair.begins), wording.time(repair.ends)),
              detail: wording.reason(repair))
          }))
    }
    blocks.append(.note(phrases.restoredAsWritten))
    if problem.question.since == nil { blocks.append(.note(phrases.withoutMoment)) }
    blocks += [.heading(phrases.restoreRemarksHeading), .lines(4)]
    return Sheet(
      title: report.title, subtitle: phrases.leaderSheet, blocks: blocks)
  }

  private var suppliers: Sheet? {
    let repairs = plan.repairs.filter { $0.task.worker == .supplier }
    guard !repairs.isEmpty else { return nil }
    return Sheet(
      title: phrases.callSheet, subtitle: report.title,
      blocks: [
        .checks(
          repairs.map { repair in
            Sheet.Check(
              phrases.call(wording.worker(repair), about: names.name(repair.task.element)),
              detail: phrases.capitalised(wording.source(repair.task)) + ". "
                + phrases.capitalised(
                  phrases.beginsAndEnds(wording.time(repair.begins), wording.time(repair.ends)))
                + ".")
          }),
        .heading(phrases.ticketHeading), .lines(min(12, max(3, repairs.count))),
      ])
  }

  // MARK: - For crews

  private var crews: [Sheet] {
    let steps = plan.steps
    return problem.crews.indices.compactMap { crew in
      let own = steps.filter { $0.crew == crew }
      guard !own.isEmpty else { return nil }
      return Sheet(
        title: wording.name(ofCrew: crew), subtitle: report.title,
        blocks: [
          .checks(
            own.map { step in
              Sheet.Check(
                wording.text(step),
                detail: phrases.beginsAndEnds(wording.time(step.from), wording.time(step.until)))
            }),
          .heading(phrases.restoreRemarksHeading), .lines(4),
        ])
    }
  }

  // MARK: - What to see working

  private var back: Sheet? {
    let steps = plan.steps.filter { step in
      step.kind == .byHand
        || step.crew == nil && step.kind != .repair && problem.number(of: step.element) == nil
    }
    let key = { (demand: RestorationDemand) in plan.time(of: demand.element) ?? .infinity }
    let demands = problem.demands.sorted {
      (key($0), $0.classNumber, $0.element) < (key($1), $1.classNumber, $1.element)
    }
    guard !steps.isEmpty || !demands.isEmpty else { return nil }
    var blocks: [Sheet.Block] = []
    if !steps.isEmpty {
      blocks += [
        .heading(phrases.restoreStepsHeading),
        .checks(
          steps.map { step in
            Sheet.Check(
              wording.text(step),
              detail: phrases.beginsAndEnds(wording.time(step.from), wording.time(step.until)))
          }),
      ]
    }
    if problem.isAwaited {
      blocks += [
        .heading(phrases.awaitedHeading),
        .checks(
          demands.map { demand in
            let limit = demand.tolerated.map { phrases.mayBeOut($0, isTolerated: true) } ?? ""
            return Sheet.Check(
              phrases.seesWorking(names.name(demand.element)),
              detail: phrases.expectedBack(wording.back(demand)) + limit)
          }),
      ]
    }
    if problem.demands.contains(where: { plan.time(of: $0.element) != nil }) {
      let chart = plan.recoveryChart(in: compiled, language: phrases.language)
      blocks.append(.figure(svg: chart.svg(idPrefix: "curve-")))
    }
    return Sheet(title: phrases.backSheet, subtitle: report.title, blocks: blocks)
  }
}
