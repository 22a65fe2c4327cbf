/// One import of tables: what was read so far, and every finding.
///
/// First all rows are gathered, so that a name may be used before its row comes; then names are
/// resolved and the model is made.
final class TableImport {
  let map: TableMap
  let options: ImportOptions
  /// On what the facts rest: as the options say, but for the made-up rows of a template.
  var basis: Basis
  let log = TableLog()
  var report: ImportReport
  var names = ImportedNames()
  var entities: [TableEntity] = []
  var dependencies: [TableDependency] = []
  /// Things by an id, and by a name, without case.
  var byID: [TableSubject: [String: Int]] = [:]
  var byName: [TableSubject: [String: [Int]]] = [:]
  /// Whether some sheet has rows about such things, so that a name without a row is remarkable.
  var isListed: Set<TableSubject> = []
  var sources: [Source] = []
  /// How many names may still be compared to find what was meant.
  var hintBudget = 400_000
  var knownSuppliers: Set<Int>?
  /// The ids of all things, once they are given.
  var givenIDs: Set<String> = []
  var madeChannels: Set<String> = []
  /// The names of all sheets, and those that the map is about.
  var sheetNames: [String] = []
  var tables: [MatchedTable] = []
  private let zone: ZoneOffsets

  init(map: TableMap, options: ImportOptions, files: [String]) {
    self.map = map
    self.options = options
    basis = options.basis
    report = ImportReport(format: "table", files: files)
    zone = ZoneOffsets.named("Europe/Amsterdam") ?? .utc
  }

  var language: Language { options.language }

  /// Office hours as hours of the week.
  var officeHours: WeeklyHours { map.officeHours.hours(in: zone) ?? .always }

  /// A text in Dutch and English.
  static func said(_ dutch: String, _ english: String) -> LocalizedText {
    LocalizedText([.dutch: dutch, .english: english], fallback: .english)
  }

  /// A text of the model.
  func text(_ text: String) -> LocalizedText { LocalizedText(text, in: language) }

  /// On what something rests that a table states.
  func evidence(_ sources: [String], isGuessed: Bool = false) -> Evidence {
    Evidence(isGuessed ? .assumed : basis, sources: sources)
  }

  // MARK: - Rows

  /// The source that places of a file belong to.
  func source(of place: SourcePlace) -> [String] {
    let file = place.file.split(separator: "[").first.map(String.init) ?? place.file
    return names.id(of: file, in: "source").map { [$0] } ?? []
  }

  func addThing(_ reader: TableRowReader, _ row: TableSheet.Row, in sheet: TableSheet) {
    guard let subject = reader.rule.row.subject else { return }
    let facts = reader.facts(of: row)
    let named = [TableField.name, .id, .external].compactMap { facts[$0]?.first?.value }
    guard !named.isEmpty else {
      log.report(
        .leftOut, "the row has no name and no id, and is left out", at: row.place)
      return
    }
    for fact in TableField.allCases.flatMap({ facts[$0] ?? [] }) { noteOdd(fact) }
    let place = facts[.name]?.first?.cell.place ?? row.place
    if let index = find(facts, as: subject, reader.rule.row, at: place) {
      merge(facts, into: index, at: place)
      remember(index)
    } else {
      var entity = TableEntity(
        subject: subject, row: reader.rule.row, place: place, sources: source(of: place))
      entity.facts = facts
      entities.append(entity)
      remember(entities.count - 1)
    }
  }

  private func noteOdd(_ fact: TableFact) {
    switch fact.answer {
    case .spoilt(let text):
      log.report(
        .notUnderstood, "`\(text.prefix(40))` is a calculation that failed; it is read as unknown",
        at: fact.cell.place, hint: "what was meant?")
    case .blank:
      report.note(
        .guessed, "`\(fact.cell.text)`",
        Self.said("gelezen als niet ingevuld", "read as not filled in"))
    default: break
    }
  }

  /// Enters a thing under its ids and names.
  func remember(_ index: Int) {
    let entity = entities[index]
    for field in [TableField.id, .external] {
      for fact in entity.facts[field] ?? [] {
        guard let value = fact.value else { continue }
        let key = TableWords.folded(value)
        if byID[entity.subject]?[key] == nil { byID[entity.subject, default: [:]][key] = index }
      }
    }
    guard let name = entity.value(.name) else { return }
    let key = TableWords.folded(name)
    if byName[entity.subject]?[key]?.contains(index) != true {
      byName[entity.subject, default: [:]][key, default: []].append(index)
    }
  }

  /// The thing that a row is about, if an earlier row is about it too.
  private func find(
    _ facts: [TableField: [TableFact]], as subject: TableSubject, _ row: TableRowKind,
    at place: SourcePlace
  ) -> Int? {
    let ids = [TableField.id, .external].flatMap { facts[$0] ?? [] }.compactMap(\.value)
    for id in ids {
      if let index = byID[subject]?[TableWords.folded(id)] { return index }
    }
    guard let name = facts[.name]?.first?.value else { return nil }
    let alike = byName[subject]?[TableWords.folded(name)] ?? []
    let same = alike.first { index in
      entities[index].mayBe(row) && (ids.isEmpty || !hasID(index))
    }
    if same == nil, let other = alike.first {
      log.report(
        .doubleName, "`\(name)` is the name of two things", at: place,
        hint: "the other stands at \(entities[other].place)")
    }
    return same
  }

  private func hasID(_ index: Int) -> Bool {
    entities[index].value(.id) != nil || entities[index].value(.external) != nil
  }

  /// Adds what a second row says of a thing, and says what contradicts the first.
  private func merge(
    _ facts: [TableField: [TableFact]], into index: Int, at place: SourcePlace
  ) {
    var adds = false
    for field in TableField.allCases {
      for fact in facts[field] ?? [] where add(fact, to: index, as: field) { adds = true }
    }
    let sources = source(of: place)
    for source in sources where !entities[index].sources.contains(source) {
      entities[index].sources.append(source)
      adds = true
    }
    if !adds {
      log.report(
        .repeatedRow, "`\(entities[index].title)` stands here again with the same facts", at: place,
        hint: "first at \(entities[index].place); it is taken once")
    }
  }

  /// Adds a fact; whether it says anything new.
  private func add(_ fact: TableFact, to index: Int, as field: TableField) -> Bool {
    if fact.answer == .blank { return false }
    let known = entities[index].facts[field] ?? []
    guard let first = known.first, first.answer != .blank else {
      entities[index].facts[field] = [fact]
      return true
    }
    let key = canonical(fact, field)
    if known.contains(where: { canonical($0, field) == key }) { return false }
    // Not knowing contradicts nothing, and neither does what nobody understands.
    let firstIsUnread = isUnread(first, field)
    if isUnread(fact, field) {
      if isOpen(first.answer) { entities[index].facts[field] = [fact] + known }
      noteUnread(fact, beside: first)
      return true
    }
    if isOpen(fact.answer) { return false }
    if isOpen(first.answer) || firstIsUnread {
      if firstIsUnread { noteUnread(first, beside: fact) }
      entities[index].facts[field] = [fact] + known
      return true
    }
    if field.shape == .remark || (field.shape == .list && first.value != nil && fact.value != nil) {
      entities[index].facts[field]?.append(fact)
      return true
    }
    let title = entities[index].title
    log.report(
      .contradiction,
      "`\(title)` has two values for \(field.rawValue): `\(first.cell.text)` and `\(fact.cell.text)`",
      at: fact.cell.place, hint: "the first, at \(first.cell.place), is used and marked as assumed")
    entities[index].contradictions.append(
      language == .dutch
        ? "Tegenspraak over \(field.rawValue): `\(first.cell.text)` (\(short(first.cell.place))) en "
          + "`\(fact.cell.text)` (\(short(fact.cell.place))); de eerste is aangehouden."
        : "Contradiction over \(field.rawValue): `\(first.cell.text)` (\(short(first.cell.place))) and "
          + "`\(fact.cell.text)` (\(short(fact.cell.place))); the first is used.")
    return true
  }

  private func isOpen(_ answer: TableAnswer) -> Bool {
    switch answer {
    case .unknown, .spoilt, .blank: true
    default: false
    }
  }

  /// A place without the folder of its file.
  func short(_ place: SourcePlace) -> String {
    place.description.split(separator: "/").last.map(String.init) ?? place.description
  }

  /// Whether a value is written that is not understood.
  private func isUnread(_ fact: TableFact, _ field: TableField) -> Bool {
    guard fact.value != nil else { return false }
    switch field.shape {
    case .text where field != .serviceWindow: return false
    case .list, .remark: return false
    default: return read(fact, field) == nil
    }
  }

  private func noteUnread(_ fact: TableFact, beside other: TableFact) {
    log.report(
      .notUnderstood, "`\(fact.cell.text.prefix(40))` is not understood, and says nothing",
      at: fact.cell.place, hint: "`\(other.cell.text.prefix(40))` stands at \(other.cell.place)")
  }

  /// A value as it is compared with another.
  private func canonical(_ fact: TableFact, _ field: TableField) -> String {
    guard let value = fact.value else { return "\(fact.answer)" }
    if field == .kind, let kind = map.kinds[TableWords.folded(value)] { return kind.rawValue }
    return read(fact, field) ?? TableWords.folded(value)
  }

  /// A value as what it means, or nil where it is a text alone or is not understood.
  private func read(_ fact: TableFact, _ field: TableField) -> String? {
    guard let value = fact.value else { return nil }
    return switch field.shape {
    case .duration:
      TableDuration(value, unit: fact.unit, office: map.officeHours)
        .map { "\($0.seconds) \($0.clock)" }
    case .number:
      TableNumber.number(fact.cell, language, countsWholes: field.countsWholes).map { "\($0)" }
    case .date: TableNumber.day(fact.cell, language)?.description
    case .share: TableNumber.share(fact.cell, language).map { "\($0.ratio)" }
    case .truth: map.words.truth(value).map { "\($0)" }
    case .text where field == .serviceWindow: TableDuration.clock(value).map { "\($0)" }
    case .text, .list, .remark: nil
    }
  }
}
