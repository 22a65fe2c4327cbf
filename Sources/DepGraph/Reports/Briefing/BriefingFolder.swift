/// Everything of a briefing but its page, as files: results, sheets to print, and what a text
/// processor can make a document of.
public struct BriefingFolder: Sendable {
  private let briefing: Briefing
  private var answers: BriefingAnswers { briefing.answers }
  private var language: Language { briefing.phrases.language }

  private let stamp: @Sendable (JSONResult) -> JSONResult

  /// Makes the files of a briefing.
  ///
  /// - Parameters:
  ///   - briefing: The briefing.
  ///   - stamp: Completes each envelope with what tells the files that it was made of.
  public init(
    _ briefing: Briefing, stamp: @escaping @Sendable (JSONResult) -> JSONResult = { $0 }
  ) {
    self.briefing = briefing
    self.stamp = stamp
  }

  /// Each result as JSON for machines and as CSV.
  ///
  /// - Complexity: That of the reports.
  public var results: [BriefingFigures.File] {
    // Results for machines speak the model's language, whatever the page speaks.
    let envelopes = answers.results(language: answers.compiled.model.language).map { result in
      (name: result.name, envelope: stamp(answers.envelope(of: result)))
    }
    let json = envelopes.map { name, envelope in
      BriefingFigures.File(name: "\(name).json", bytes: Array(envelope.json.jsonText.utf8))
    }
    // A table is marked as the result beside it.
    let proposals = Dictionary(
      uniqueKeysWithValues: envelopes.map { ($0.name, $0.envelope.proposedMarking) })
    let tables = answers.reports(language: language).map { name, report in
      // A report without a result of its own may show anything of the model.
      let proposal =
        proposals[name].flatMap(\.self) ?? ProposedMarking(ofAll: answers.compiled.model)
      return BriefingFigures.File(
        name: "\(name).csv", bytes: Array(report.marked(proposal, language: language).csv.utf8))
    }
    return json + tables
  }

  /// The sheets to print: restoration, escalation, exercises.
  ///
  /// - Complexity: That of the sheets.
  public var sheets: [BriefingFigures.File] {
    let (compiled, found) = (answers.compiled, answers.found)
    var files: [BriefingFigures.File] = []
    if let plan = found.restoration?[.classThenSlack], !plan.problem.out.isEmpty {
      files.append(file("restore", plan.checklist(in: compiled, language: language)))
    }
    if let assessment = found.escalation {
      files.append(file("escalate", assessment.sheets(in: compiled, language: language)))
    }
    for (read, run) in zip(answers.question.scenarios, found.runs) {
      guard let run else { continue }
      let kit = ExerciseKit(run, in: compiled).files(in: compiled, language: language)
      files += kit.map { kept in
        BriefingFigures.File(
          name: "print/exercise-\(answers.fileName(read.stem))/\(kept.name)",
          bytes: Array(kept.text.utf8))
      }
    }
    return files
  }

  private func file(_ name: String, _ sheets: SheetSet) -> BriefingFigures.File {
    BriefingFigures.File(name: "print/\(name).html", bytes: Array(sheets.html.utf8))
  }

  /// The briefing as Markdown, with its pictures beside it.
  ///
  /// - Parameter figures: The pictures, in order.
  /// - Returns: GitHub's Markdown.
  /// - Complexity: O(*n*) for a text of *n* characters.
  public func markdown(_ figures: [Briefing.Figure]) -> String {
    let (phrases, note) = (briefing.phrases, briefing.note)
    var blocks: [Report.Block] = []
    if !note.findings.isEmpty {
      blocks += [
        .heading(phrases.findingsHeading), .list(note.findings.map { Report.Item($0.text) }),
      ]
    }
    blocks.append(.heading(phrases.notKnownHeading))
    blocks.append(
      note.missing.isEmpty
        ? .paragraph(phrases.nothingMissing)
        : .table(
          Report.Table(
            columns: phrases.missingColumns.map { .init($0) },
            rows: note.missing.map {
              [$0.what, phrases.number($0.users), $0.who.isEmpty ? phrases.nobodyNamed : $0.who]
            })))
    blocks += [
      .heading(phrases.decisionHeading), .paragraph(note.decision ?? phrases.decisionEmpty),
      .heading(phrases.reliabilityHeading),
    ]
    blocks += note.reliability.map { .paragraph($0) }
    let first = Report(
      title: briefing.title, keySentence: note.message,
      blocks: [.note(briefing.marking)] + blocks, data: Report.Table(names: [], rows: []))
    let drawn = Set(figures.filter { $0.svg != nil }.map(\.name))
    let chapters = briefing.chapters.map { chapter in
      let report = Report(
        title: "\(chapter.number). \(phrases.briefingQuestion(chapter.number))",
        keySentence: chapter.conclusion
          ?? phrases.seeUnanswered + (chapter.gap?.missing ?? "") + ".",
        blocks: chapter.blocks, data: Report.Table(names: [], rows: []))
      let pictures = chapter.figures.filter(drawn.contains).map { "\n![](\($0).png)\n" }
      return report.markdown + pictures.joined()
    }
    return ([first.markdown] + chapters).joined(separator: "\n")
  }
}
