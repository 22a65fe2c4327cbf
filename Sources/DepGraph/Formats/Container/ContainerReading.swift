import GRDB

/// One reading of one container, inside one transaction.
///
/// What is written in words of the format (`more`, `document`) goes through the same
/// ``ReadingSession`` as YAML does, so that the same mistakes are found in the same words; plain rows
/// become components and references directly.
final class ContainerReading {
  /// More mistakes than this are not listed: something is wrong with the container as a whole.
  private static let greatestCount = 1000

  let database: Database
  let session: ReadingSession
  /// The name of the container for diagnostics.
  let name: String
  /// The numbers of the components, ascending.
  var numbers: [Int] = []
  /// Their ids.
  var ids: [String] = []
  /// The names of the tables in diagnostics, made once and not for each of millions of rows.
  private let files: [String: String]
  private var countedDiagnostics = 0
  private var countedErrors = 0

  /// Begins a reading.
  init(_ database: Database, named name: String, session: ReadingSession) {
    self.database = database
    self.name = name
    self.session = session
    let tables = ContainerSchema.tables.map { ($0.name, "\(name)/\($0.name)") }
    files = Dictionary(uniqueKeysWithValues: tables)
  }

  /// The model, with nothing judged that needs the whole of it.
  ///
  /// - Complexity: O(*n*) for *n* rows.
  func model() throws -> Model {
    try checkTables()
    let head = try rows(ofHead: "model")
    let language = head.first { $0.key == "language" }?.value.scalar.flatMap(Language.init)
    let sectors = sectors(in: head, language: language ?? .dutch)
    session.sectorIDs = sectors.sectors.map(\.id)
    var pairs = head.filter { $0.key != "sectors" }
    for section in ContainerSchema.sections {
      let entries = try entries(of: section, language: language ?? .dutch)
      guard !entries.isEmpty else { continue }
      let place = place(section.table, 1)
      pairs.append(
        YAMLValue.Pair(
          key: section.key, keyIsPlain: false, place: place,
          value: YAMLValue(content: .list(entries), place: place)))
    }
    try readNumbers()
    let root = YAMLValue(content: .mapping(pairs), place: place("model", 1))
    let externals = try externals()
    var model = session.model([ModelFiles.File(name: name, value: root)]) {
      self.declareComponents(externals: externals)
    }
    // Of another version nothing else is to be said.
    guard !session.diagnostics.contains(where: { $0.code == .wrongVersion }) else { return model }
    try readComponents(into: &model)
    model.sectors = sectors
    return model
  }

  // MARK: - Saying what is wrong

  /// The place of a row.
  func place(_ table: String, _ row: Int, _ column: Int = 1) -> SourcePlace {
    SourcePlace(file: files[table] ?? name, line: row, column: column)
  }

  /// Reports a mistake in a row.
  func report(
    _ code: DiagnosticCode, _ message: String, at place: SourcePlace, id: String? = nil,
    hint: String? = nil
  ) throws {
    session.diagnostics.append(Diagnostic(code, message, at: place, id: id, hint: hint))
    try checkCount()
  }

  /// Ends the reading where there are too many mistakes already.
  ///
  /// - Complexity: O(*n*) for *n* diagnostics since the last time.
  func checkCount() throws {
    while countedDiagnostics < session.diagnostics.count {
      if session.diagnostics[countedDiagnostics].severity == .error { countedErrors += 1 }
      countedDiagnostics += 1
    }
    guard countedErrors < Self.greatestCount else { throw ContainerProblem.tooManyMistakes }
  }

  // MARK: - Columns

  /// The text of a column; nil: it is NULL, or no text, which was reported.
  func text(
    _ row: ContainerStatement, _ column: Int32, of name: String,
    at place: @autoclosure () -> SourcePlace
  ) throws -> String? {
    switch row.kind(column) {
    case .null: return nil
    case .text:
      if let text = row.text(column) { return text }
      try report(.notText, "the column `\(name)` is no UTF-8", at: place())
    case .integer, .real, .blob:
      try report(.wrongType, "the column `\(name)` wants a text", at: place())
    }
    return nil
  }

  /// The value of a column that holds JSON; nil: it is NULL, or no JSON, which was reported.
  func json(
    _ row: ContainerStatement, _ column: Int32, of name: String, at place: SourcePlace
  ) throws -> YAMLValue? {
    guard let text = try text(row, column, of: name, at: place) else { return nil }
    do throws(JSONFragment.Flaw) {
      return try JSONFragment.value(of: text, at: place)
    } catch {
      try report(
        .badValue, "the column `\(name)` is no JSON: at byte \(error.byte) it wants \(error.words)",
        at: place)
      return nil
    }
  }

  /// The pairs of a column that holds an object of JSON; nil: it is none, which was reported.
  func object(
    _ row: ContainerStatement, _ column: Int32, of name: String, at place: SourcePlace
  ) throws -> [YAMLValue.Pair]? {
    guard let value = try json(row, column, of: name, at: place) else {
      return row.isNull(column) ? [] : nil
    }
    if let pairs = value.mapping { return pairs }
    try report(.wrongType, "the column `\(name)` wants an object of JSON", at: place)
    return nil
  }

  // MARK: - The head and the sections

  private func rows(ofHead table: String) throws -> [YAMLValue.Pair] {
    let statement = try ContainerStatement(
      "SELECT key, value FROM model ORDER BY key", in: database)
    var pairs: [YAMLValue.Pair] = []
    var row = 0
    while try statement.step() {
      row += 1
      let place = place(table, row)
      guard let key = try text(statement, 0, of: "key", at: place),
        let value = try json(statement, 1, of: "value", at: place)
      else { continue }
      guard ContainerSchema.modelKeys.contains(key) || key == "sectors" else {
        try report(
          .unknownKey, "the table `model` has no key `\(key)`", at: place,
          hint: session.hint(for: key, among: ContainerSchema.modelKeys))
        continue
      }
      pairs.append(YAMLValue.Pair(key: key, keyIsPlain: false, place: place, value: value))
    }
    return pairs
  }

  /// The sectors that the model may name: its own, else the built-in ones.
  private func sectors(in head: [YAMLValue.Pair], language: Language) -> SectorList {
    guard let own = head.first(where: { $0.key == "sectors" }) else { return .builtIn }
    let word = { (key: String, text: String) in
      YAMLValue.Pair(
        key: key, keyIsPlain: false, place: own.place,
        value: YAMLValue(content: .scalar(text, isPlain: false), place: own.place))
    }
    let pairs = [word("depgraph-sectors", "1"), word("language", language.rawValue), own]
    return session.sectors(YAMLValue(content: .mapping(pairs), place: own.place))
  }

  /// The entries of a section, each as the mapping that a model file would hold.
  private func entries(
    of section: ContainerSchema.Section, language: Language
  ) throws -> [YAMLValue] {
    let columns = ["number"] + section.columns + ["document"]
    let statement = try ContainerStatement(
      "SELECT \(columns.joined(separator: ", ")) FROM \(section.table) ORDER BY number",
      in: database)
    var entries: [YAMLValue] = []
    while try statement.step() {
      let place = place(section.table, statement.integer(0))
      let last = Int32(columns.count - 1)
      guard var pairs = try object(statement, last, of: "document", at: place) else { continue }
      if let key = section.nameKey {
        let name = try text(statement, section.hasID ? 2 : 1, of: "name", at: place)
        try merge(name, as: key, language, into: &pairs, at: place)
      }
      if section.hasID, let id = try text(statement, 1, of: "id", at: place) {
        try add("id", id, to: &pairs, at: place)
      }
      entries.append(YAMLValue(content: .mapping(pairs), place: place))
    }
    return entries
  }

  /// Adds what a column holds to the pairs of the JSON beside it, which must not say it too.
  func add(
    _ key: String, _ text: String, to pairs: inout [YAMLValue.Pair], at place: SourcePlace
  ) throws {
    guard !pairs.contains(where: { $0.key == key }) else {
      try report(
        .duplicateKey, "`\(key)` is a column of its own, and not written in JSON", at: place)
      return
    }
    pairs.append(pair(key, text, at: place))
  }

  /// Joins a name in the model's language with what the JSON beside it says in other languages.
  func merge(
    _ name: String?, as key: String, _ language: Language, into pairs: inout [YAMLValue.Pair],
    at place: SourcePlace
  ) throws {
    guard let name else { return }
    guard let index = pairs.firstIndex(where: { $0.key == key }) else {
      pairs.append(pair(key, name, at: place))
      return
    }
    guard let others = pairs[index].value.mapping,
      !others.contains(where: { $0.key == language.rawValue })
    else {
      try report(
        .duplicateKey, "`\(key)` in the model's language is a column, and not written in JSON too",
        at: place)
      return
    }
    let all = [pair(language.rawValue, name, at: place)] + others
    pairs[index] = YAMLValue.Pair(
      key: key, keyIsPlain: false, place: place,
      value: YAMLValue(content: .mapping(all), place: place))
  }

  /// A key with a text.
  func pair(_ key: String, _ text: String, at place: SourcePlace) -> YAMLValue.Pair {
    pair(key, YAMLValue(content: .scalar(text, isPlain: false), place: place))
  }

  /// A key with a value.
  func pair(_ key: String, _ value: YAMLValue) -> YAMLValue.Pair {
    YAMLValue.Pair(key: key, keyIsPlain: false, place: value.place, value: value)
  }
}
