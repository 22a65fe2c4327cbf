/// What a minister's staff carries into the room: one A4 with the answer, then ten questions with the
/// pictures and tables behind it, and what is not known.
public struct Briefing: Sendable {
  /// A picture in the page.
  public struct Figure: Sendable {
    /// What it is: the name of its files.
    public let name: String
    /// The conclusion that it shows.
    public let caption: String
    /// The picture itself, finished, its ids unlike those of other figures; nil: it could not be
    /// drawn, and `rows` stand in for it.
    public let svg: String?
    /// The same content as rows, the first one with the names of the columns.
    public let rows: [[String]]
    /// Whether it wants a sheet of its own, turned, so that its letters stay readable.
    public let isWide: Bool

    /// Makes a figure.
    public init(
      name: String, caption: String, svg: String?, rows: [[String]], isWide: Bool = true
    ) {
      self.name = name
      self.caption = caption
      self.svg = svg
      self.rows = rows
      self.isWide = isWide
    }
  }

  let context: BriefingContext
  let chapters: [BriefingChapter]
  let note: BriefingNote

  var answers: BriefingAnswers { context.answers }
  var compiled: CompiledModel { context.compiled }
  var phrases: Phrases { context.phrases }
  var names: DisplayNames { context.names }

  /// Words the answers.
  ///
  /// - Parameters:
  ///   - answers: What the analyses found.
  ///   - language: The language.
  /// - Complexity: That of the reports on them, and of ranking what is not known.
  public init(_ answers: BriefingAnswers, language: Language) {
    context = BriefingContext(answers, language)
    chapters = context.chapters
    note = BriefingNote(context, chapters)
  }

  /// The page with its figures.
  ///
  /// - Parameter figures: The pictures, in order.
  /// - Returns: One HTML file that needs no other.
  /// - Complexity: O(*n*) for a page of *n* characters.
  public func page(_ figures: [Figure]) -> String {
    let byName = Dictionary(figures.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let overview = byName["overview"].map {
      [
        "anchor": "figure-overview", "title": phrases.overviewTitle,
        "blocks": [[String: Any]](), "figures": [context(of: $0)], "solo": true,
      ] as [String: Any]
    }
    let sections =
      [overview].compactMap(\.self) + chapters.map { section($0, byName) }
      + [unanswered, unknowns, sources]
    var page: [String: Any] = [
      "language": phrases.language.rawValue, "version": DepGraphVersion.current,
      "title": title, "kind": phrases.briefingKind(modelName), "keySentence": note.message,
      "marking": marking, "firstPage": firstPage, "contentsTitle": phrases.contentsTitle,
      "sections": sections,
      "footer": phrases.modelLine(
        name: modelName, asOf: compiled.model.asOf, basis: compiled.model.basis,
        components: compiled.model.components.count, digest: compiled.model.digest,
        isFictional: compiled.model.basis == .fictional),
    ]
    if context.found.blast != nil {
      page["tiles"] = ["entries": tiles, "remark": phrases.briefingTilesNote]
    }
    return BriefingTemplate.page(page)
  }

  /// What failed, without ids: nobody in the room types them.
  var title: String {
    answers.failure == nil ? phrases.briefingKind(modelName) : phrases.blastTitle(context.failed)
  }

  /// The words in the bars at the top and the bottom, the same as on the pictures.
  var marking: String {
    phrases.bar(of: compiled.model)
  }

  var modelName: String? { compiled.model.name?.text(in: phrases.language) }

  // MARK: - The first page

  private var firstPage: [String: Any] {
    let missing = note.missing.map { missing in
      [
        "what": missing.what, "users": phrases.number(missing.users),
        "who": missing.who.isEmpty ? phrases.nobodyNamed : missing.who,
      ]
    }
    var unknown: [String: Any] = ["title": phrases.notKnownHeading]
    if missing.isEmpty {
      unknown["none"] = context.hasUsers ? phrases.nothingMissing : phrases.noUsers
    } else {
      unknown["table"] = ["columns": phrases.missingColumns, "rows": missing] as [String: Any]
    }
    if note.moreMissing > 0 { unknown["more"] = phrases.moreMissing(note.moreMissing) }
    var decision: [String: Any] = ["title": phrases.decisionHeading]
    if let text = note.decision {
      decision["text"] = text
    } else {
      decision["empty"] = phrases.decisionEmpty
    }
    var page: [String: Any] = ["unknown": unknown, "decision": decision]
    if !note.reliability.isEmpty {
      page["reliability"] =
        ["title": phrases.reliabilityHeading, "lines": note.reliability] as [String: Any]
    }
    if !note.findings.isEmpty {
      page["findings"] =
        [
          "title": phrases.findingsHeading,
          "items": note.findings.map { finding in
            [
              "text": finding.text, "anchor": finding.anchor,
              "link": phrases.questionLink(finding.number),
            ]
          },
        ] as [String: Any]
    }
    return page
  }

  private var tiles: [[String: Any]] {
    BriefingTally(context).groups.map { group in
      [
        "class": group.style, "glyph": group.glyph, "label": group.label,
        "count": phrases.number(group.members.count),
        "names": group.members.isEmpty
          ? [] : [phrases.list(group.members.map(names.name), most: Self.mostNamesInTile)],
        "hasNames": !group.members.isEmpty,
      ]
    }
  }

  private static let mostNamesInTile = 5
}
