/// One of the ten questions of a briefing with its answer.
struct BriefingChapter: Sendable {
  /// What an answer lacks.
  struct Gap: Sendable, Hashable {
    /// What is missing.
    let missing: String
    /// Who could tell; empty: the model names nobody.
    let who: String
    /// The keys that would hold it.
    let keys: String
  }

  /// Its number, from 1.
  let number: Int
  /// The answer in a sentence or two; nil: there are no data for one.
  var conclusion: String?
  /// What stands behind it.
  var blocks: [Report.Block] = []
  /// The names of the figures that show it.
  var figures: [String] = []
  /// The names of the results that hold all of it.
  var results: [String] = []
  /// Whether it is something to act on, for the findings of the first page.
  var isAlarming = false
  /// What is missing for an answer, or for a better one.
  var gap: Gap?

  /// Makes a question without an answer.
  init(_ number: Int) { self.number = number }

  /// Makes a question that cannot be answered.
  init(_ number: Int, lacking gap: Gap) {
    self.number = number
    self.gap = gap
  }

  /// The place that links lead to.
  var anchor: String { "q\(number)" }
}

/// What the chapters of a briefing have in common.
struct BriefingContext {
  let answers: BriefingAnswers
  let language: Language
  let names: DisplayNames
  let phrases: Phrases
  let parties: BriefingParties
  /// Whether the model has processes or consumers.
  let hasUsers: Bool

  init(_ answers: BriefingAnswers, _ language: Language) {
    self.answers = answers
    self.language = language
    names = DisplayNames(compiled: answers.compiled, language: language)
    phrases = Phrases(language)
    parties = BriefingParties(names)
    hasUsers = !answers.compiled.vertices(ofKinds: [.process, .consumer]).isEmpty
  }

  var found: BriefingAnalyses { answers.found }
  var compiled: CompiledModel { answers.compiled }
  var model: Model { answers.compiled.model }

  /// What fails, in words; "nothing" where nothing does.
  var failed: String {
    guard let failure = answers.failure else { return phrases.pick("niets", "nothing") }
    return names.failure(of: failure.vertices, written: failure.written, withIDs: false)
  }

  /// The ten questions, answered as far as there are data.
  ///
  /// - Complexity: O(*n* log *n*) for what the analyses found.
  var chapters: [BriefingChapter] {
    [
      failureChapter, singlePointsChapter, restorationChapter, contractsChapter,
      escalationChapter, contactsChapter, alternativesChapter, vitalChapter, suppliersChapter,
      exercisesChapter,
    ]
  }

  /// A table with no more rows than people read, and a note of how many are left out and where they are.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - most: The most rows.
  ///   - result: The result that has all of them.
  /// - Returns: The blocks.
  /// - Complexity: O(*n*) for *n* rows.
  func cut(_ table: Report.Table, to most: Int = 15, of result: String) -> [Report.Block] {
    let rows = table.rows.map { $0.map(names.withoutIDs) }
    let shown = Report.Table(
      names.withoutIDs(table.caption), columns: table.columns, rows: Array(rows.prefix(most)))
    let rest = rows.count - most
    return [.table(shown)]
      + (rest > 0 ? [.note(phrases.rowsLeftOut(rest, of: rows.count, file: "\(result).csv"))] : [])
  }

  /// The part of a report under a heading, without ids and with its tables and lists cut.
  ///
  /// - Parameters:
  ///   - heading: The heading; it stands over the part.
  ///   - report: The report.
  ///   - most: The most rows and points.
  ///   - result: The result that has all of them.
  /// - Returns: The blocks; none where the report has no such part.
  /// - Complexity: O(*n*) for a report of *n* characters.
  func part(
    _ heading: String, of report: Report, to most: Int = 12, in result: String
  ) -> [Report.Block] {
    guard let start = report.blocks.firstIndex(of: .heading(heading)) else { return [] }
    let rest = report.blocks[(start + 1)...].prefix {
      if case .heading = $0 { false } else { true }
    }
    return [.heading(names.withoutIDs(heading))]
      + rest.flatMap { block -> [Report.Block] in
        switch block {
        case .table(let table): cut(table, to: most, of: result)
        case .list(let items): cut(items, to: most, of: result)
        case .paragraph(let text): [.paragraph(names.withoutIDs(text))]
        case .note(let text): [.note(names.withoutIDs(text))]
        case .heading, .finding: [block]
        }
      }
  }

  private func cut(
    _ items: [Report.Item], to most: Int, of result: String
  ) -> [Report.Block] {
    let rest = items.count - most
    return [.list(items.prefix(most).map(names.withoutIDs))]
      + (rest > 0
        ? [.note(phrases.pointsLeftOut(rest, of: items.count, file: "\(result).json"))] : [])
  }
}

extension DisplayNames {
  /// A text without the ids that commands take behind the names of components and contracts.
  ///
  /// - Complexity: O(*n*) for *n* characters, and O(*c*) for *c* contracts for each that names one.
  func withoutIDs(_ text: String) -> String {
    guard text.contains(" (") else { return text }
    var result = ""
    var rest = Substring(text)
    while let open = rest.firstRange(of: " ("),
      let close = rest[open.upperBound...].firstIndex(of: ")")
    {
      let id = String(rest[open.upperBound..<close])
      result += rest[..<open.lowerBound]
      let before = rest[..<open.lowerBound]
      if let name = nameBehind(id), before.hasSuffix(name) {
        rest = rest[rest.index(after: close)...]
      } else {
        result += " ("
        rest = rest[open.upperBound...]
      }
    }
    return result + rest
  }

  /// The same of a point and those under it.
  func withoutIDs(_ item: Report.Item) -> Report.Item {
    Report.Item(withoutIDs(item.text), item.items.map(withoutIDs))
  }

  private func nameBehind(_ id: String) -> String? {
    if let vertex = compiled.vertex(of: id) { return name(vertex) }
    return compiled.model.contracts.first { $0.id == id }?.name?.text(in: language)
  }
}
