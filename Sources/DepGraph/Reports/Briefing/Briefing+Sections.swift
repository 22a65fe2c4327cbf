/// The sections of a briefing as contexts of the page's template.
extension Briefing {
  /// A question with its answer, its figures last, so that they can have sheets of their own.
  func section(_ chapter: BriefingChapter, _ figures: [String: Figure]) -> [String: Any] {
    var blocks = chapter.blocks
    if chapter.conclusion == nil {
      let missing = chapter.gap?.missing ?? ""
      blocks.append(
        .paragraph(phrases.capitalised(phrases.seeUnanswered + missing + ".")))
    }
    if !chapter.results.isEmpty { blocks.append(.note(phrases.allIn(chapter.results))) }
    var section: [String: Any] = [
      "anchor": chapter.anchor,
      "title": "\(chapter.number). \(phrases.briefingQuestion(chapter.number))",
      "blocks": blocks.map(\.context),
      "figures": chapter.figures.compactMap { figures[$0] }.map(context(of:)),
    ]
    if let conclusion = chapter.conclusion { section["lead"] = conclusion }
    return section
  }

  /// A picture, or where it could not be drawn the same as a table.
  func context(of figure: Figure) -> [String: Any] {
    var context: [String: Any] = ["says": figure.caption]
    if figure.isWide { context["wide"] = true }
    if let svg = figure.svg {
      context["svg"] = svg
    } else {
      let table = Report.Table(
        columns: (figure.rows.first ?? []).map { .init($0) }, rows: Array(figure.rows.dropFirst()))
      context["missing"] = phrases.noPicture
      context["table"] = Report.Block.table(table).context["table"]
    }
    return context
  }

  /// The questions without an answer, and what was not computed.
  var unanswered: [String: Any] {
    let open = chapters.filter { $0.gap != nil }
    let rows = open.compactMap { chapter in
      chapter.gap.map { gap in
        [
          "\(chapter.number). \(phrases.briefingQuestion(chapter.number))"
            + (chapter.conclusion == nil ? "" : phrases.partlyAnswered),
          phrases.capitalised(gap.missing), gap.who.isEmpty ? phrases.nobodyNamed : gap.who,
          gap.keys,
        ]
      }
    }
    var blocks: [Report.Block] = []
    if !rows.isEmpty {
      blocks.append(
        .table(
          Report.Table(columns: phrases.unansweredColumns.map { .init($0) }, rows: rows)))
    }
    let left = notComputed
    if !left.isEmpty {
      blocks += [.heading(phrases.cutOffHeading), .list(left.map { Report.Item($0) })]
    }
    return [
      "anchor": "unanswered", "title": phrases.unansweredTitle,
      "lead": phrases.unansweredSentence(
        open: open.count { $0.conclusion == nil }, partly: open.count { $0.conclusion != nil }),
      "blocks": blocks.map(\.context),
    ]
  }

  /// What was impossible, and what was cut off.
  private var notComputed: [String] {
    let found = context.found
    let cut: [(String, Bool)] = [
      ("availability", found.availability?.isComplete == false),
      ("cutsets", found.cutSets?.isComplete == false),
      ("contracts", found.contracts?.isComplete == false),
      ("harden", found.hardening?.isComplete == false),
      ("plans", found.plans?.isComplete == false),
    ]
    let limit = phrases.duration(answers.question.timeLimit.seconds)
    return found.obstacles.map { phrases.obstacle($0.command, $0.file, $0.reason) }
      + cut.filter(\.1).map { phrases.cutOff($0.0, limit: limit) }
  }

  /// What nobody wrote down, and what was remarked on the model.
  var unknowns: [String: Any] {
    var blocks: [Report.Block] = []
    let unknown = compiled.unknownRequirements
    if !unknown.isEmpty {
      blocks.append(.paragraph(phrases.unknownRequirements(unknown.count)))
      let shown = unknown.prefix(Self.mostUnknown).map { Report.Item(names.name($0)) }
      blocks.append(.list(shown))
      let rest = unknown.count - shown.count
      if rest > 0 {
        blocks.append(.note(phrases.andMore(rest)))
      }
    }
    for (key, sharers) in compiled.unknownShares.sorted(by: { $0.key < $1.key }) {
      blocks += Report.Block.naming(phrases.unknownShares(key), sharers.map(names.name), phrases)
    }
    blocks += ownersToAsk
    let remarks = answers.question.remarks
    if !remarks.isEmpty { blocks.append(.paragraph(phrases.briefingWarnings(remarks.count))) }
    if blocks.isEmpty { blocks.append(.paragraph(phrases.nothingUnknown)) }
    return [
      "anchor": "unknown", "title": phrases.unknownTitle, "blocks": blocks.map(\.context),
    ]
  }

  private static let mostUnknown = 60

  /// How many questions each owner has to answer.
  private var ownersToAsk: [Report.Block] {
    guard let questions = context.found.questions else { return [] }
    let rows = questions.sheets.map { sheet in
      let people = sheet.contacts.map { id in
        let contact = compiled.model.contacts.first { $0.id == id }
        return contact?.name?.text(in: phrases.language) ?? id
      }
      return [
        sheet.owner.map(names.party) ?? phrases.nobodyTitle,
        phrases.number(sheet.questions.count), people.joined(separator: "; "),
      ]
    }
    return [
      .heading(phrases.openQuestionsTitle),
      .paragraph(
        names.withoutIDs(
          questions.report(in: compiled, language: phrases.language).keySentence)),
      .table(Report.Table(columns: phrases.ownersToAskColumns.map { .init($0) }, rows: rows)),
      .note(phrases.allIn(["questions"])),
    ]
  }

  var sources: [String: Any] {
    let language = phrases.language
    let rows = compiled.model.sources.map { source in
      [
        source.id, source.title?.text(in: language) ?? "", source.reference ?? "",
        source.date.map { phrases.date($0) } ?? phrases.undated, source.url ?? "",
      ]
    }
    let blocks: [Report.Block] =
      rows.isEmpty
      ? [.paragraph(phrases.noSources)]
      : [.table(Report.Table(columns: phrases.sourceColumns.map { .init($0) }, rows: rows))]
    return ["anchor": "sources", "title": phrases.sourcesTitle, "blocks": blocks.map(\.context)]
  }
}
