/// What a minister's staff carries into the room: one page with the answer, the pictures and the
/// tables behind it, and what is not known.
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

    /// Makes a figure.
    public init(name: String, caption: String, svg: String?, rows: [[String]]) {
      self.name = name
      self.caption = caption
      self.svg = svg
      self.rows = rows
    }
  }

  private let blast: BlastRadius
  private let register: Register
  private let preparation: Preparation
  private let compiled: CompiledModel
  private let warnings: [Diagnostic]
  private let phrases: Phrases
  private let names: DisplayNames

  /// Gathers what the page says.
  ///
  /// - Parameters:
  ///   - blast: What the failure does.
  ///   - register: Who uses what.
  ///   - preparation: What was prepared.
  ///   - compiled: The model.
  ///   - warnings: What was remarked on the model.
  ///   - language: The language.
  public init(
    _ blast: BlastRadius, _ register: Register, _ preparation: Preparation = Preparation(),
    in compiled: CompiledModel, warnings: [Diagnostic], language: Language
  ) {
    self.blast = blast
    self.register = register
    self.preparation = preparation
    self.compiled = compiled
    self.warnings = warnings
    phrases = Phrases(language)
    names = DisplayNames(compiled: compiled, language: language)
  }

  /// The page with its figures.
  ///
  /// - Parameter figures: The pictures, in order.
  /// - Returns: One HTML file that needs no other.
  /// - Complexity: that of the reports on it.
  public func page(_ figures: [Figure]) -> String {
    let report = blast.report(in: compiled, language: phrases.language)
    let sections =
      figures.map(section)
      + [
        section(report, anchor: "blast"),
        section(register.summary(in: compiled, language: phrases.language), anchor: "register"),
      ]
      + preparation.reports(in: compiled, language: phrases.language).map {
        section($0.report, anchor: $0.name)
      } + [unknowns, sources]
    return BriefingTemplate.page([
      "language": phrases.language.rawValue, "version": DepGraphVersion.current,
      "title": title, "kind": phrases.briefingKind(modelName),
      "keySentence": report.keySentence, "marking": marking,
      "tiles": tiles, "tilesNote": phrases.briefingTilesNote,
      "contentsTitle": phrases.contentsTitle, "sections": sections,
      "footer": phrases.modelLine(
        name: modelName, asOf: compiled.model.asOf, basis: compiled.model.basis,
        components: compiled.model.components.count, digest: compiled.model.digest,
        isFictional: compiled.model.basis == .fictional),
    ])
  }

  /// The outcome in four entries, for a terminal: label, number, names.
  ///
  /// - Parameter width: The columns; longer lines are wrapped under the names.
  /// - Returns: Lines without a line break at the end.
  /// - Complexity: O(*n*) for *n* components hit.
  public func summary(width: Int = 100) -> String {
    let failed = names.failure(of: blast.failed, written: blast.question.seeds.written)
    let entries = groups.map { group in
      (label: group.label, count: phrases.number(group.members.count), members: group.members)
    }
    let labelWidth = entries.map(\.label.displayWidth).max() ?? 0
    let countWidth = entries.map(\.count.displayWidth).max() ?? 0
    let margin = labelWidth + countWidth + 4
    let lines = entries.flatMap { entry in
      let spaces = { (count: Int) in String(repeating: " ", count: count) }
      let head =
        entry.label
        + spaces(
          labelWidth + 2 + countWidth - entry.label.displayWidth
            - entry.count.displayWidth) + entry.count + "  "
      let names = entry.members.isEmpty ? "–" : entry.members.map(name).joined(separator: ", ")
      return names.withoutControls.wrapped(to: max(30, width - margin)).enumerated().map {
        ($0 == 0 ? head : spaces(margin)) + $1
      }
    }
    let title = phrases.blastTitle(failed).withoutControls.wrapped(to: width)
    return (title + lines).joined(separator: "\n")
  }

  // MARK: - The first page

  private struct Group {
    let style: String
    let glyph: String
    let label: String
    let members: [VertexID]
  }

  /// Processes and consumers by what becomes of them; a model without them: all components.
  private var groups: [Group] {
    let users = Set(compiled.vertices(ofKinds: [.process, .consumer]))
    let counted = { (vertex: VertexID) in users.isEmpty || users.contains(vertex) }
    let down = blast.down.filter { counted($0.vertex) }
    return [
      Group(
        style: "down", glyph: "■", label: phrases.downForCertain,
        members: down.filter { $0.verdict == .certain }.map(\.vertex)),
      Group(
        style: "possible", glyph: "■", label: phrases.downPossibly,
        members: down.filter { $0.verdict == .possible }.map(\.vertex)),
      Group(
        style: "degraded", glyph: "▲", label: phrases.degradedLabel,
        members: blast.degraded.map(\.vertex).filter(counted)),
      Group(
        style: "untold", glyph: "?", label: phrases.cannotTellLabel,
        members: blast.cannotTell.map(\.vertex).filter(counted)),
    ]
  }

  private var tiles: [[String: Any]] {
    groups.map { group in
      [
        "class": group.style, "glyph": group.glyph, "label": group.label,
        "count": phrases.number(group.members.count),
        "names": shownNames(of: group), "hasNames": !group.members.isEmpty,
      ]
    }
  }

  /// The names in a tile; of a very large group only where they are.
  private func shownNames(of group: Group) -> [String] {
    group.members.count > Self.mostNamesInTile ? [phrases.namesBelow] : group.members.map(name)
  }

  private static let mostNamesInTile = 24

  /// What failed, without ids: nobody in the room types them.
  private var title: String {
    phrases.blastTitle(
      names.failure(
        of: blast.failed, written: blast.question.seeds.written, withIDs: false))
  }

  /// The words in the bars at the top and the bottom, the same as on the pictures.
  private var marking: String {
    phrases.bar(compiled.model.basis, ProposedMarking(ofAll: compiled.model))
  }

  private func name(_ vertex: VertexID) -> String {
    compiled.name(of: vertex, in: phrases.language)
  }

  private var modelName: String? { compiled.model.name?.text(in: phrases.language) }

  // MARK: - Sections

  private func section(_ figure: Figure) -> [String: Any] {
    var section: [String: Any] = [
      "anchor": "figure-\(figure.name)", "title": phrases.figureTitle(figure.name),
      "blocks": [[String: Any]](),
    ]
    if let svg = figure.svg {
      section["figure"] = ["svg": svg, "caption": figure.caption]
    } else {
      let columns = figure.rows.first ?? []
      let table = Report.Table(
        columns: columns.map { .init($0) }, rows: Array(figure.rows.dropFirst()))
      section["blocks"] = [
        Report.Block.paragraph(phrases.noPicture), .paragraph(figure.caption), .table(table),
      ].map(\.context)
    }
    return section
  }

  private func section(_ report: Report, anchor: String) -> [String: Any] {
    [
      "anchor": anchor, "title": report.title, "lead": report.keySentence,
      "blocks": report.blocks.map(\.context),
    ]
  }

  /// What nobody wrote down, and what was remarked on the model.
  private var unknowns: [String: Any] {
    var blocks: [Report.Block] = []
    let unknown = compiled.unknownRequirements
    if !unknown.isEmpty {
      blocks.append(.paragraph(phrases.unknownRequirements(unknown.count)))
      blocks.append(.list(unknown.map { .init(names.named($0)) }))
    }
    for (key, sharers) in compiled.unknownShares.sorted(by: { $0.key < $1.key }) {
      blocks += Report.Block.naming(
        phrases.unknownShares(key), sharers.map(names.named), phrases)
    }
    if !warnings.isEmpty {
      blocks.append(.paragraph(phrases.briefingWarnings(warnings.count)))
    }
    if blocks.isEmpty { blocks.append(.paragraph(phrases.nothingUnknown)) }
    return [
      "anchor": "unknown", "title": phrases.unknownTitle, "blocks": blocks.map(\.context),
    ]
  }

  private var sources: [String: Any] {
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
