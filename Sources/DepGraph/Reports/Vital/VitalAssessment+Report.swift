extension VitalAssessment {
  /// The result of `vital` for people.
  ///
  /// - Parameters:
  ///   - compiled: The model it was asked of.
  ///   - other: Another assessment to hold beside it; nil: nobody asked.
  ///   - language: The language.
  /// - Returns: The verdict, the three things apart, criterion by criterion, and the cascade.
  /// - Complexity: O(*n* log *n*) for *n* ids in the answer.
  public func report(
    in compiled: CompiledModel, against other: VitalComparison.Other? = nil, language: Language
  ) -> Report {
    VitalReporter(self, other, compiled, language).report
  }
}

private struct VitalReporter {
  let assessment: VitalAssessment
  let other: VitalComparison.Other?
  let compiled: CompiledModel
  let names: DisplayNames
  let phrases: Phrases

  init(
    _ assessment: VitalAssessment, _ other: VitalComparison.Other?, _ compiled: CompiledModel,
    _ language: Language
  ) {
    self.assessment = assessment
    self.other = other
    self.compiled = compiled
    names = DisplayNames(compiled: compiled, language: language)
    phrases = Phrases(language)
  }

  private var set: CriteriaSet { assessment.question.criteria }
  private var language: Language { phrases.language }

  var report: Report {
    let subject = names.failure(
      of: assessment.question.subject.vertices, written: assessment.question.subject.written)
    let setName = set.name?.text(in: language) ?? set.id
    var blocks: [Report.Block] = []
    blocks += [
      assessment.question.subject.vertices.count > 1 ? phrases.allAtOnce : nil,
      phrases.applicability(assessment.isApplicable),
      phrases.validity(assessment.validity, set),
    ].compactMap(\.self).map { .paragraph($0) }
    if let note = set.note { blocks.append(.note(note.text(in: language))) }
    blocks += [.heading(phrases.threeThingsTitle), .list(threeThings)]
    if other == nil { blocks += otherwise }
    if let other { blocks += comparison(other) }
    blocks += [
      .heading(phrases.criteriaTitle), overview, .heading(phrases.reasonsTitle),
      .list(assessment.findings.map(item)),
    ]
    let open = assessment.openQuestions
    if !open.isEmpty {
      blocks += [
        .heading(phrases.questionsTitle),
        .list(
          open.map { Report.Item("\($0.text.text(in: language)) (--answer \($0.id)=yes|no)") }),
      ]
    }
    blocks += CascadeTable(assessment.cascade, names, phrases).blocks
    if !assessment.claims.isEmpty {
      let claimed = Set(assessment.claims.map(\.vertex)).sorted()
      blocks.append(.note(phrases.claimsTaken(claimed.map(names.name))))
    }
    let decisive =
      assessment.question.subject.vertices + assessment.findings.flatMap(\.evidence)
    blocks += Provenance(names: names, phrases: phrases).blocks(
      decisive: Set(decisive).sorted())
    blocks.append(.list([Report.Item(phrases.criteriaLine(set))]))
    return Report(
      title: phrases.vitalTitle(subject, setName), keySentence: verdict, blocks: blocks, data: data)
  }

  /// What the answer would be if degraded counted the other way, where that matters.
  private var otherwise: [Report.Block] {
    guard let otherwise = assessment.countingDegradedOtherwise(in: compiled) else { return [] }
    let changed = zip(assessment.findings, otherwise.findings).filter { $0.verdict != $1.verdict }
    return [
      .paragraph(
        phrases.degradedOtherwise(
          counts: otherwise.question.countsDegraded == true,
          verdict: VitalReporter(otherwise, nil, compiled, language).verdict,
          criteria: changed.map { "\(name(of: $1.criterion)): \(phrases.word($1.verdict))" }))
    ]
  }

  // MARK: - The verdict

  /// The verdict in one sentence or two.
  private var verdict: String {
    if assessment.isApplicable == false { return phrases.notApplicable }
    let findings = assessment.findings
    let counts = phrases.countedVerdicts(
      met: findings.count { $0.verdict == .met },
      open: findings.count { $0.verdict == .undetermined }, of: findings.count)
    if set.levels.isEmpty { return counts }
    if let level = assessment.level {
      let rule = set.levels.first { $0.id == level }?.rule
      let because = findings.filter {
        $0.verdict == .met && rule?.references.contains($0.criterion.id) == true
      }
      return phrases.levelReached(level, because: because.map { name(of: $0.criterion) })
    }
    guard assessment.isLevelUndetermined else { return phrases.noLevel }
    if assessment.isApplicable == nil {
      return phrases.levelIfApplicable(
        assessment.levelIfApplicable,
        isOpen: assessment.levels.first { $0.rule != .notMet }?.rule == .undetermined)
    }
    let candidates = assessment.levels.prefix { $0.verdict != .met }
      .filter { $0.verdict == .undetermined }.map(\.level.id)
    return phrases.levelOpen(atLeast: assessment.levelAtLeast, candidates)
  }

  private var threeThings: [Report.Item] {
    var items = [Report.Item(phrases.criteriaItem(verdict))]
    let standings = assessment.standings
    if standings.isEmpty {
      return items + [
        Report.Item(phrases.statusItem(nil, nil, process: nil)), .init(phrases.noDecision),
      ]
    }
    for entry in standings {
      let standing = entry.standing
      let name = standings.count > 1 ? names.name(entry.vertex) : nil
      items.append(
        Report.Item(
          phrases.statusItem(name, standing.status, process: standing.process?.text(in: language))))
      let decision = standing.decision.map {
        phrases.decisionItem(
          $0.date, reason: $0.reason?.text(in: language), sources: $0.sources.map(names.source))
      }
      items.append(Report.Item(decision ?? phrases.noDecision))
    }
    return items
  }

  // MARK: - Criterion by criterion

  private func name(of criterion: Criterion) -> String {
    criterion.name?.text(in: language) ?? criterion.id
  }

  private var overview: Report.Block {
    let rows = assessment.findings.map { finding -> [String] in
      let head = [name(of: finding.criterion), phrases.word(finding.verdict)]
      guard case .test(let test) = finding.criterion.condition, let value = finding.value else {
        let tipping = phrases.tipping(at: finding.at, possibleAt: finding.possibleAt)
        return head + ["–", "–", tipping]
      }
      let unit = unit(of: test)
      let demand = finding.threshold.map { phrases.demand(test.comparison, $0, unit) }
      return head + [
        phrases.range(value.range, unit), demand ?? phrases.noThreshold,
        finding.threshold == nil
          ? "–" : phrases.tipping(at: finding.at, possibleAt: finding.possibleAt),
      ]
    }
    return .table(.init(columns: phrases.criteriaColumns, rows: rows))
  }

  private func item(_ finding: VitalAssessment.Finding) -> Report.Item {
    let criterion = finding.criterion
    var lines: [String] = []
    if case .test(let test) = criterion.condition, let value = finding.value {
      lines += measured(test, value, finding)
    } else if case .question(let text) = criterion.condition {
      lines.append(text.text(in: language))
    }
    if let reason = finding.reason {
      lines.append(phrases.reason(reason))
      if !finding.missing.isEmpty { lines.append(missing(finding.missing)) }
    }
    let note = criterion.note?.text(in: language)
    lines.append(
      phrases.basisLine(
        criterion.evidence, sources: criterion.evidence.sources.map(source), note: note))
    return Report.Item(
      phrases.criterionLine("\(name(of: criterion)) (\(criterion.id))", finding.verdict),
      lines.map { Report.Item($0) })
  }

  private func measured(
    _ test: CriterionTest, _ value: MeasuredValue, _ finding: VitalAssessment.Finding
  ) -> [String] {
    let unit = unit(of: test)
    let now = phrases.range(value.range, unit)
    var lines: [String] = []
    if let threshold = finding.threshold {
      let demand = phrases.demand(test.comparison, threshold, unit)
      lines.append(phrases.sensitivity(what(test), demand, now: now, finding.verdict))
    } else {
      lines.append(phrases.valueLine(what(test), now))
    }
    if let within = test.within { lines.append(phrases.withinLine(within)) }
    if finding.countsDegraded { lines.append(phrases.degradedCounted) }
    if test.measure.unit == .count { lines += counted(value, test) }
    let way = finding.evidence
    if test.measure.unit == .count, way.count > 1 {
      lines.append(phrases.wayLine(way, names))
    }
    return lines
  }

  /// What counts: the distinct things where those are counted, else the components.
  private func counted(_ value: MeasuredValue, _ test: CriterionTest) -> [String] {
    let (sure, most) =
      value.possibleThings.isEmpty
      ? (value.certain.map(names.name), value.possible.map(names.name))
      : (
        value.certainThings.map { thing($0, test.measure) },
        value.possibleThings.map { thing($0, test.measure) }
      )
    let rest = most.filter { !sure.contains($0) }
    return [
      sure.isEmpty ? nil : phrases.countedNames(sure, certain: true),
      rest.isEmpty ? nil : phrases.countedNames(rest, certain: false),
    ].compactMap(\.self)
  }

  private func thing(_ id: String, _ measure: CriterionMeasure) -> String {
    switch measure {
    case .organisations, .ministries: names.party(id)
    case .regions: id
    default: names.sector(id)
    }
  }

  private func what(_ test: CriterionTest) -> String {
    guard let figure = test.figure else { return phrases.word(test.measure) }
    return set.figures.first { $0.id == figure }?.name?.text(in: language) ?? figure
  }

  private func unit(of test: CriterionTest) -> CriterionUnit {
    test.measure.unit ?? set.figures.first { $0.id == test.figure }?.unit ?? .count
  }

  private func source(_ id: String) -> String {
    guard let source = set.sources.first(where: { $0.id == id }) else { return id }
    let parts = [source.title?.text(in: language), source.reference].compactMap(\.self)
    return parts.isEmpty ? id : parts.joined(separator: ", ")
  }

  /// What is missing, key by key.
  private func missing(_ facts: [MeasuredValue.Missing]) -> String {
    let byKey = Dictionary(grouping: facts, by: \.key)
    let groups = byKey.keys.sorted().map { key in
      phrases.missing(key, of: (byKey[key] ?? []).map { named($0.id) })
    }
    return phrases.missingLine(groups)
  }

  private func named(_ id: String) -> String {
    if let vertex = compiled.vertex(of: id) { return names.name(vertex) }
    return set.figures.first { $0.id == id }?.name?.text(in: language) ?? id
  }

  // MARK: - Beside another

  private func comparison(_ other: VitalComparison.Other) -> [Report.Block] {
    let side = { (finding: VitalAssessment.Finding?, set: CriteriaSet) -> String in
      guard let finding else { return "–" }
      guard case .test(let test) = finding.criterion.condition, let value = finding.value else {
        return phrases.word(finding.verdict)
      }
      let unit =
        test.measure.unit ?? set.figures.first { $0.id == test.figure }?.unit ?? .count
      return phrases.word(finding.verdict) + " (\(phrases.range(value.range, unit)))"
    }
    let second = other.assessment
    let rows = VitalComparison(assessment, second).rows.map { row in
      [
        (row.differs ? "≠ " : "")
          + ((row.first ?? row.second).map { name(of: $0.criterion) } ?? row.id),
        side(row.first, set), side(row.second, second.question.criteria),
      ]
    }
    let level = [
      phrases.pick("Niveau", "Level"), phrases.levelCell(assessment), phrases.levelCell(second),
    ]
    let title = { (assessment: VitalAssessment) in
      let subject = assessment.question.subject.written.joined(separator: ", ")
      return "\(subject) · \(assessment.question.criteria.id)"
    }
    return [
      .heading(phrases.comparisonTitle),
      .table(
        .init(
          columns: [
            .init(phrases.pick("criterium", "criterion")), .init(title(assessment)),
            .init(title(second)),
          ], rows: [level] + rows)),
    ]
  }

  // MARK: - For machines

  private var data: Report.Table {
    let number = { (value: Double?) -> String in
      value.flatMap { $0 < .infinity ? phrases.plain($0) : nil } ?? ""
    }
    return Report.Table(
      names: [
        "id", "verdict", "measure", "low", "high", "comparison", "thresholdLow",
        "thresholdHigh", "at", "possibleAt", "reason", "basis",
      ],
      rows: assessment.findings.map { finding in
        var test: CriterionTest?
        if case .test(let tested) = finding.criterion.condition { test = tested }
        return [
          finding.criterion.id, finding.verdict.rawValue, test?.measure.rawValue ?? "",
          number(finding.value?.range.low), number(finding.value?.range.high),
          test?.comparison.rawValue ?? "", number(finding.threshold?.low),
          number(finding.threshold?.high), number(finding.at), number(finding.possibleAt),
          finding.reason?.rawValue ?? "", finding.criterion.evidence.basis.rawValue,
        ]
      })
  }
}

/// The sectors that a failure reaches, order by order.
struct CascadeTable {
  private let cascade: Cascade
  private let names: DisplayNames
  private let phrases: Phrases

  init(_ cascade: Cascade, _ names: DisplayNames, _ phrases: Phrases) {
    self.cascade = cascade
    self.names = names
    self.phrases = phrases
  }

  /// The heading, the table, and what cannot be told.
  ///
  /// - Complexity: O(*n*) for *n* ids in the answer.
  var blocks: [Report.Block] {
    guard !cascade.sectors.isEmpty || !cascade.cannotTell.isEmpty else { return [] }
    let rows = cascade.sectors.map { sector in
      [
        String(sector.order), names.sector(sector.id), phrases.word(sector.verdict),
        phrases.after(sector.after), String(sector.organisations.count),
        phrases.certainOfAll(sector.certainUsers.count, sector.users.count),
        sector.way.dropFirst().dropLast().map(names.name).joined(separator: " → "),
      ]
    }
    var blocks: [Report.Block] = [.heading(phrases.cascadeTitle)]
    if !rows.isEmpty {
      blocks += [
        .table(.init(columns: phrases.cascadeColumns(), rows: rows)), .note(phrases.cascadeNote),
      ]
    }
    if !cascade.cannotTell.isEmpty {
      blocks.append(.paragraph(phrases.cascadeUntold(cascade.cannotTell.map(names.sector))))
    }
    return blocks
  }
}
