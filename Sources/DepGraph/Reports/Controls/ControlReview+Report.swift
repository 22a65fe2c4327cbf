extension ControlReview {
  /// The result of `check` for people.
  ///
  /// - Parameters:
  ///   - compiled: The model that was held against the rules.
  ///   - language: The language.
  /// - Returns: For each rule what speaks for it, what against, and what is missing.
  /// - Complexity: O(*n*) for *n* things looked at.
  public func report(in compiled: CompiledModel, language: Language) -> Report {
    ControlReporter(
      review: self, names: DisplayNames(compiled: compiled, language: language),
      phrases: Phrases(language)
    ).report
  }
}

private struct ControlReporter {
  let review: ControlReview
  let names: DisplayNames
  let phrases: Phrases

  /// The most names in a cell.
  private static let mostNames = 3

  var report: Report {
    let name = review.set.name?.text(in: names.language) ?? review.set.id
    return Report(
      title: phrases.controlTitle(name),
      keySentence: phrases.controlSentence(
        rules: review.results.count,
        findings: review.results.count(where: \.hasFindings),
        missing: review.results.count(where: \.hasMissingFacts),
        untold: review.results.count { $0.outcomes.isEmpty }),
      blocks: review.results.flatMap(block)
        + [.note(phrases.controlNote(day: review.day))]
        + [review.set.note?.text(in: names.language)].compactMap(\.self).map { .note($0) }
        + Provenance(names: names, phrases: phrases).blocks(decisive: []),
      data: data)
  }

  private func block(of result: ControlReview.Result) -> [Report.Block] {
    let control = result.control
    var blocks: [Report.Block] = [.heading(phrases.controlHeading(control.id))]
    if let text = control.text?.text(in: names.language) { blocks.append(.paragraph(text)) }
    if result.outcomes.isEmpty {
      blocks.append(.paragraph(phrases.nothingTold))
    } else {
      let rows = result.outcomes.map { outcome in
        [
          phrases.word(outcome.check.kind, within: outcome.check.within),
          outcome.isEmpty ? phrases.nothingToLookAt : phrases.number(outcome.evidence.count),
          cell(outcome.against, outcome), cell(outcome.missing, outcome),
        ]
      }
      blocks.append(.table(Report.Table(names: phrases.controlColumns, rows: rows)))
    }
    if let note = control.note?.text(in: names.language) { blocks.append(.note(note)) }
    return blocks
  }

  private func cell(_ ids: [String], _ outcome: ControlReview.Outcome) -> String {
    phrases.counted(ids.map { name($0, outcome.subject) }, naming: Self.mostNames)
  }

  private func name(_ id: String, _ subject: ControlReview.Subject) -> String {
    switch subject {
    case .component: names.compiled.vertex(of: id).map(names.name) ?? id
    case .party: names.party(id)
    case .contract:
      names.compiled.model.contracts.first { $0.id == id }?.name?.text(in: names.language) ?? id
    case .plan:
      names.compiled.model.plans.first { $0.id == id }?.name?.text(in: names.language) ?? id
    }
  }

  private var data: Report.Table {
    Report.Table(
      names: ["control", "check", "subject", "evidence", "against", "missing"],
      rows: review.results.flatMap { result in
        result.outcomes.map { outcome in
          [
            result.control.id, outcome.check.kind.rawValue, outcome.subject.rawValue,
            outcome.evidence.joined(separator: " "), outcome.against.joined(separator: " "),
            outcome.missing.joined(separator: " "),
          ]
        }
      })
  }
}
