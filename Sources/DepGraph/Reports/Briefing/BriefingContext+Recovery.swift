/// In which order to restore, and what was agreed about it.
extension BriefingContext {
  // MARK: - 3: the order of restoration

  var restorationChapter: BriefingChapter {
    guard let comparison = found.restoration, let failure = answers.failure else {
      return BriefingChapter(
        3, lacking: .init(missing: phrases.gapFailure, who: "", keys: "briefing: failure"))
    }
    let plan = comparison[.classThenSlack]
    let isTold = plan.repairs.contains { $0.ends != nil }
    guard isTold || !plan.problem.loops.isEmpty else {
      let unknown = plan.problem.tasks.filter { !$0.isKnown }.map(\.element)
      return BriefingChapter(
        3,
        lacking: .init(
          missing: phrases.gapRepair(
            phrases.list((unknown.isEmpty ? failure.vertices : unknown).map(names.name), most: 3)),
          who: parties.whoKnows(unknown.isEmpty ? failure.vertices : unknown),
          keys: "repair, contracts: targets: restore-within, restore-classes"))
    }
    var chapter = BriefingChapter(3)
    let report = plan.report(in: compiled, comparison: comparison, language: language)
    chapter.conclusion = names.withoutIDs(report.keySentence) + coldStartSentence
    let headings = [
      phrases.decideHeading, phrases.restoreOrderHeading, phrases.restoreReasonsHeading,
      phrases.awaitedHeading,
    ]
    chapter.blocks =
      headings.flatMap { part($0, of: report, in: "restore") }
      + [.note(phrases.sheetNote)]
    chapter.figures = ["recovery", "repairs", "coldstart"]
    chapter.results = ["restore", "coldstart"]
    chapter.isAlarming =
      plan.counted.contains { plan.verdict(of: $0) == .late }
      || plan.problem.loops.contains { !$0.isBroken }
    return chapter
  }

  /// What waits for itself after a black-out.
  private var coldStartSentence: String {
    guard let start = found.coldStart, !start.deadlocks.isEmpty else { return "" }
    let first = start.deadlocks[0]
    return " "
      + phrases.coldStartSentence(
        start.deadlocks.count, phrases.list(first.elements.map(names.name), most: 4),
        breakers: phrases.list(first.breakers.map(names.name)))
  }

  // MARK: - 4: what contracts promise

  var contractsChapter: BriefingChapter {
    guard let review = found.contracts else {
      return BriefingChapter(
        4,
        lacking: .init(
          missing: phrases.gapContracts, who: parties.whoKnows(answers.failure?.vertices ?? []),
          keys: "contracts: covers, targets: restore-within, nature"))
    }
    var chapter = BriefingChapter(4)
    let report = review.report(in: compiled, language: language)
    chapter.conclusion = names.withoutIDs(report.keySentence)
    let overruns = review.findings.compactMap { finding -> ObservedOverrun? in
      if case .observed(let overrun) = finding.details { overrun } else { nil }
    }
    if !overruns.isEmpty {
      let rows = zip(review.findings.filter { $0.rule == .observedOverrun }, overruns).map(row)
      chapter.blocks =
        [.heading(phrases.observedHeading)]
        + cut(
          Report.Table(columns: phrases.observedColumns.map { .init($0) }, rows: rows),
          of: "contracts")
        + [.note(phrases.observedNote)]
    }
    chapter.blocks += part(phrases.checksHeading, of: report, in: "contracts")
    chapter.blocks += part(phrases.unpromisedHeading, of: report, to: 8, in: "contracts")
    chapter.figures = ["contracts"]
    chapter.results = ["contracts"]
    chapter.isAlarming =
      !overruns.isEmpty || review.findings.contains { $0.severity == .high }
    if review.checks.allSatisfy({ $0.verdict == .notApplicable }) {
      let users = compiled.criticalUsers.vertices
      chapter.gap = .init(
        missing: phrases.gapObjectives, who: parties.whoKnows(Array(users.prefix(40))),
        keys: "components: rto, mtpd")
    }
    return chapter
  }

  private func row(_ finding: ContractFinding, _ overrun: ObservedOverrun) -> [String] {
    let nature = overrun.restore.target.nature.map(phrases.word) ?? phrases.notKnown
    return [
      finding.element.map(names.name) ?? "–",
      names.withoutIDs(finding.contract.map(names.contract) ?? "–"),
      overrun.from.map(phrases.instant) ?? phrases.notKnown, phrases.hoursLong(overrun.seconds),
      phrases.hoursLong(overrun.agreed), phrases.hoursLong(overrun.seconds - overrun.agreed),
      overrun.factor.map { phrases.times($0) } ?? "–", nature,
      phrases.breach(overrun.isBreach, nature: overrun.restore.target.nature),
    ]
  }
}
