extension Diagnosis {
  /// The result of `explain-reports` for people.
  ///
  /// - Parameters:
  ///   - compiled: The model it was asked of.
  ///   - language: The language.
  /// - Returns: What may have failed, and what to ask next.
  /// - Complexity: O(*n* log *n*) for *n* ids.
  public func report(in compiled: CompiledModel, language: Language) -> Report {
    DiagnosisReporter(
      diagnosis: self, names: DisplayNames(compiled: compiled, language: language),
      phrases: Phrases(language)
    ).report
  }
}

private struct DiagnosisReporter {
  let diagnosis: Diagnosis
  let names: DisplayNames
  let phrases: Phrases

  private static let mostNames = 5
  /// More rows than this nobody reads; the results for machines have them.
  private static let mostRows = 12

  var report: Report {
    Report(
      title: phrases.diagnosisTitle,
      keySentence: phrases.diagnosisSentence(
        diagnosis, first: diagnosis.explanations.first.map { $0.elements.map(names.name) }),
      blocks: reported + explanations + mostLikely + questions + contradiction + remarks
        + Provenance(names: names, phrases: phrases).blocks(decisive: decisive),
      data: data)
  }

  private var decisive: [VertexID] {
    Set(
      diagnosis.explanations.flatMap(\.elements) + diagnosis.reports.out
        + diagnosis.reports.working
    ).sorted()
  }

  private var reported: [Report.Block] {
    let lines = [
      (phrases.reportedOut, diagnosis.reports.out),
      (phrases.reportedWorking, diagnosis.reports.working),
    ].filter { !$0.1.isEmpty }
    let items = lines.map {
      Report.Item("\($0.0): \(phrases.list($0.1.map(names.named)))")
    }
    let empty = diagnosis.reports.withoutMembers
    let nobody = empty.isEmpty ? [] : [Report.Item(phrases.nameNothing(empty))]
    return [.list(items + nobody)]
  }

  private var explanations: [Report.Block] {
    guard !diagnosis.explanations.isEmpty else { return [] }
    let showsChance = diagnosis.explanations.contains { $0.likelihood.probability != nil }
    let showsVerdict = diagnosis.explanations.contains { $0.verdict == .possible }
    var columns: [Report.Table.Column] = [.init("", .right), .init(phrases.mayHaveFailedTitle)]
    if showsChance { columns.append(.init(phrases.shareOfTimeTitle, .right)) }
    if showsVerdict { columns.append(.init(phrases.verdictTitle)) }
    columns.append(.init(phrases.thenAlsoOutTitle))
    let rows = diagnosis.explanations.prefix(Self.mostRows).enumerated().map { number, one in
      var cells = [phrases.number(number + 1), phrases.list(one.elements.map(names.named))]
      if showsChance { cells.append(phrases.rounded(one.likelihood.probability)) }
      if showsVerdict { cells.append(phrases.word(one.verdict)) }
      return cells + [also(one)]
    }
    var blocks: [Report.Block] = [
      .heading(phrases.explanationsHeading), .table(Report.Table(columns: columns, rows: rows)),
    ]
    if diagnosis.count > rows.count {
      blocks.append(.note(phrases.firstOf(rows.count, diagnosis.count)))
    }
    return blocks
  }

  /// Which users must be out too, and which may be.
  private func also(_ one: Diagnosis.Explanation) -> String {
    let users = { (vertices: [VertexID]) in
      vertices.filter { names.compiled.component($0)?.isUser == true }.map(names.name)
    }
    let (certain, possible) = (users(one.alsoOut), users(one.mayBeOut))
    let parts = [
      certain.isEmpty ? nil : phrases.list(certain, most: Self.mostNames),
      possible.isEmpty ? nil : phrases.perhaps(phrases.list(possible, most: Self.mostNames)),
    ].compactMap(\.self)
    return parts.isEmpty ? phrases.nothingElseIsOut : parts.joined(separator: "; ")
  }

  private var mostLikely: [Report.Block] {
    let all = diagnosis.explanations
    guard all.count > 1 else { return [] }
    let withoutFigure = all.count { $0.likelihood.probability == nil }
    guard let most = diagnosis.mostLikely else { return [.note(phrases.noFigures)] }
    var blocks: [Report.Block] = [
      .paragraph(
        phrases.mostLikely(
          phrases.list(most.elements.map(names.named)), withoutFigure: withoutFigure))
    ]
    let known = all.map(\.likelihood).filter { $0.probability != nil }
    blocks +=
      phrases.figuresNote(
        restOnPromises: known.contains(where: \.restsOnPromises),
        areAssumed: known.contains(where: \.isAssumed)
      ).map { [.note($0)] } ?? []
    return blocks
  }

  private var questions: [Report.Block] {
    guard diagnosis.explanations.count > 1 else { return [] }
    guard !diagnosis.questions.isEmpty else { return [.paragraph(phrases.noQuestionHelps)] }
    let rows = diagnosis.questions.map {
      [
        phrases.doesItWork(names.named($0.vertex)), phrases.number($0.ifWorking),
        phrases.number($0.ifOut),
      ]
    }
    return [
      .heading(phrases.askNextHeading),
      .table(
        Report.Table(
          columns: [
            .init(phrases.questionTitle), .init(phrases.leftIfWorkingTitle, .right),
            .init(phrases.leftIfOutTitle, .right),
          ], rows: rows)),
    ]
  }

  private var contradiction: [Report.Block] {
    guard diagnosis.explanations.isEmpty, diagnosis.isComplete, !diagnosis.reports.out.isEmpty
    else { return [] }
    var blocks: [Report.Block] = []
    if !diagnosis.unexplained.isEmpty {
      blocks += Report.Block.naming(
        phrases.unexplainedReports(upTo: diagnosis.maxOrder),
        diagnosis.unexplained.map(names.named), phrases)
    }
    guard !diagnosis.doubts.isEmpty else { return blocks }
    let items = diagnosis.doubts.map { doubt in
      Report.Item(
        phrases.doubt(
          names.named(doubt.vertex), wasOut: doubt.wasOut,
          explanation: doubt.explanation.map(names.named)))
    }
    return blocks + [.heading(phrases.checkReportsHeading), .list(items)]
  }

  private var remarks: [Report.Block] {
    var blocks: [Report.Block] = []
    if !diagnosis.unknown.isEmpty {
      blocks += Report.Block.naming(
        phrases.causeMayBeElsewhere, diagnosis.unknown.map(names.named), phrases)
    }
    return blocks + [.note(phrases.diagnosisNote(upTo: diagnosis.maxOrder))]
  }

  private var data: Report.Table {
    let rows = diagnosis.explanations.enumerated().map { number, one in
      let ids = { (vertices: [VertexID]) in vertices.map(names.id).joined(separator: " ") }
      return [
        "\(number + 1)", "\(one.elements.count)", ids(one.elements), one.verdict.rawValue,
        phrases.plain(one.likelihood.probability?.low),
        phrases.plain(one.likelihood.probability?.high), ids(one.alsoOut), ids(one.mayBeOut),
      ]
    }
    return Report.Table(
      names: [
        "rank", "size", "failed", "verdict", "probabilityLow", "probabilityHigh", "alsoOut",
        "mayBeOut",
      ], rows: rows)
  }
}
