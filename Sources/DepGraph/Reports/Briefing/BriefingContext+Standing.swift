/// Alternatives, criteria, suppliers.
extension BriefingContext {
  // MARK: - 7: alternatives

  var alternativesChapter: BriefingChapter {
    guard let failure = answers.failure, let system = failure.vertices.first else {
      return BriefingChapter(
        7, lacking: .init(missing: phrases.gapFailure, who: "", keys: "briefing: failure"))
    }
    let rows = Register(usersOf: system, in: compiled).rows.filter { isUser($0.user) }
    guard !rows.isEmpty else {
      return BriefingChapter(
        7,
        lacking: .init(
          missing: phrases.gapUsersOf(names.name(system)), who: parties.whoKnows(system),
          keys: "components: requires"))
    }
    var chapter = BriefingChapter(7)
    let count = { (alternative: Register.Alternative) in
      rows.count { $0.alternative == alternative }
    }
    let civil = rows.filter { compiled.component($0.user)?.isCivil == true }
    chapter.conclusion =
      ([
        phrases.alternativesSentence(
          names.name(system), of: rows.count, none: count(.none), nominal: count(.nominal),
          independent: count(.independent), unknown: count(.unknown),
          civil: civil.count, civilNone: civil.count { $0.alternative == .none })
      ] + [hardeningSentence]).compactMap(\.self).joined(separator: " ")
    chapter.blocks = cut(alternatives(rows), to: 25, of: "register")
    if failure.vertices.count > 1 {
      chapter.blocks.append(.note(phrases.onlyOneSystem(names.name(system))))
    }
    chapter.blocks += hardeningBlocks
    chapter.figures = ["network"]
    chapter.results = ["register"] + (found.hardening == nil ? [] : ["harden"])
    chapter.isAlarming = count(.none) + count(.nominal) > 0
    return chapter
  }

  /// Each user with its alternative, those without any first.
  private func alternatives(_ rows: [Register.Row]) -> Report.Table {
    let order: [Register.Alternative] = [.none, .nominal, .unknown, .independent]
    let sorted = order.flatMap { alternative in rows.filter { $0.alternative == alternative } }
    return Report.Table(
      columns: phrases.alternativeColumns.map { .init($0) },
      rows: sorted.map { row in
        [
          names.name(row.user),
          compiled.component(row.user)?.isCivil == true ? phrases.word(true) : "–",
          phrases.effectWord(row.effect),
          phrases.word(row.alternative, shared: row.shared.map(names.name)),
        ]
      })
  }

  private var hardeningReport: Report? {
    guard let hardening = found.hardening, !hardening.options.isEmpty else { return nil }
    return hardening.report(in: compiled, language: language)
  }

  private var hardeningSentence: String? {
    hardeningReport.map { phrases.bestChange(names.withoutIDs($0.keySentence)) }
  }

  private var hardeningBlocks: [Report.Block] {
    guard let report = hardeningReport else { return [] }
    let table = report.blocks.compactMap { block -> Report.Table? in
      if case .table(let table) = block { table } else { nil }
    }.first
    return table.map { [.heading(phrases.changesHeading)] + cut($0, to: 5, of: "harden") } ?? []
  }

  // MARK: - 8: criteria

  var vitalChapter: BriefingChapter {
    let reads = answers.question.criteria
    guard !found.vital.isEmpty else {
      return BriefingChapter(
        8, lacking: .init(missing: phrases.gapCriteria, who: "", keys: "briefing: criteria"))
    }
    var chapter = BriefingChapter(8)
    var sentences: [String] = []
    for (read, assessment) in zip(reads, found.vital) {
      let name = read.content.name?.text(in: language) ?? read.content.id
      let result = "vital-\(answers.fileName(read.stem))"
      let report = assessment.report(in: compiled, language: language)
      sentences.append("\(name): \(names.withoutIDs(report.keySentence))")
      chapter.blocks.append(.heading(name))
      chapter.blocks.append(
        .paragraph(
          phrases.judgedSubject(
            phrases.list(assessment.question.subject.vertices.map(names.name), most: 4))))
      // The criteria and the three things that are kept apart, without their own headings.
      chapter.blocks += part(phrases.criteriaTitle, of: report, to: 25, in: result).dropFirst()
      chapter.blocks += part(phrases.threeThingsTitle, of: report, to: 10, in: result).dropFirst()
      chapter.results.append(result)
      if assessment.findings.contains(where: { $0.verdict == .met }) { chapter.isAlarming = true }
    }
    chapter.conclusion = (sentences + [decisionSentence]).compactMap(\.self).joined(separator: " ")
    return chapter
  }

  /// What was really decided about what is judged.
  private var decisionSentence: String? {
    guard let standing = found.vital.first?.standings.first,
      let decision = standing.standing.decision
    else { return nil }
    return phrases.decidedOn(
      names.name(standing.vertex), status: standing.standing.status, on: decision.date)
  }

  // MARK: - 9: suppliers

  var suppliersChapter: BriefingChapter {
    guard let review = found.suppliers, !review.concentration.suppliers.isEmpty else {
      return BriefingChapter(
        9,
        lacking: .init(
          missing: phrases.gapSuppliers, who: parties.whoKnows(answers.failure?.vertices ?? []),
          keys: "parties, components: product-of, contracts: provider, covers"))
    }
    var chapter = BriefingChapter(9)
    let report = review.report(in: compiled, language: language)
    chapter.conclusion = names.withoutIDs(report.keySentence)
    if case .table(let table)? = report.blocks.first {
      chapter.blocks = cut(table, to: 15, of: "suppliers") + [.note(phrases.suppliersNote)]
    }
    chapter.blocks +=
      part(phrases.supplierGapsHeading, of: report, to: 8, in: "suppliers")
      + part(phrases.sameSupplierHeading, of: report, to: 8, in: "suppliers") + exits
    chapter.figures = ["suppliers"]
    chapter.results = ["suppliers"]
    chapter.isAlarming = review.concentration.suppliers.contains { !$0.spofFor.isEmpty }
    return chapter
  }

  /// How many agreements say how to leave.
  private var exits: [Report.Block] {
    guard !model.contracts.isEmpty else { return [] }
    let with = model.contracts.count { $0.hasExitStrategy == true }
    let without = model.contracts.count { $0.hasExitStrategy == false }
    return [
      .paragraph(
        phrases.exits(
          with: with, without: without, unsaid: model.contracts.count - with - without))
    ]
  }
}
