/// One reading of the tables of a model.
///
/// A row whose cells are all of the plain sort becomes part of the model directly. Any other row is
/// made the value that a model file would hold and read as that, so that what may be written in a
/// cell is what may be written in a model, and each mistake is told in the same words.
final class CSVReading {
  /// What the words of a few columns mean, each looked up once.
  struct Words {
    var ids = ByteIDs()
    var kinds: [ComponentKind?] = []
  }

  let files: [CSVFile]
  let options: ImportOptions
  var report: ImportReport
  var model = Model()
  /// What was found, apart from what the session found.
  var diagnostics: [Diagnostic] = []
  /// How many mistakes are not listed.
  private(set) var untold = 0

  /// The components by id; where no table declares them, what the requirements name.
  var ids = ByteIDs()
  /// The ids as the model has them, where those of the tables are none.
  var madeIDs: [String]?
  /// Whether the components are those that the requirements name.
  var makesComponents = false
  /// The row of each component: its file, and which of the file's rows it is.
  var rowOfComponent: [(file: Int32, row: Int32)] = []
  var needs = CSVNeedRows()
  var words = Words()
  /// The shared values of `shares.csv`, by component.
  var shares: [Int: [YAMLValue.Pair]] = [:]
  /// The targets of `targets.csv`, by contract.
  var targets: [String: [YAMLValue]] = [:]

  /// Whether some file of pairs does not say which of them requires the other.
  private(set) lazy var guessesDirection = files.contains { $0.guessesDirection }

  /// The most mistakes that are told.
  static let mostTold = 1000

  /// The reading of rows that are not plain; made when the first one comes.
  private(set) lazy var session = makeSession()
  private var hasSession = false

  init(_ files: [CSVFile], options: ImportOptions, format: String = "csv") {
    self.files = files
    self.options = options
    report = ImportReport(format: format, files: files.map(\.name))
  }

  /// The files of a table.
  func tables(_ table: CSVTable) -> [CSVFile] { files.filter { $0.table == table } }

  /// Reads all tables into the model, and judges it.
  ///
  /// - Complexity: O(*n*) for *n* bytes, beyond what judging takes.
  func read() {
    let known = files.filter { $0.readHeader(&diagnostics) }
    guard known.count == files.count else { return }
    report(unknownColumnsOf: files)
    readModelTable()
    makesComponents = tables(.components).isEmpty
    if makesComponents {
      collectIDsOfPairs()
    } else {
      collectIDs()
    }
    readOthers()
    readComponents()
    readNeeds()
    readContacts()
    finish()
  }

  /// Everything that was found, the first thousand by place, places added where they can be.
  var found: [Diagnostic] {
    var all = diagnostics + (hasSession ? session.diagnostics : [])
    locate(&all)
    all = all.sortedByPlace()
    let errors = all.count { $0.severity == .error }
    let more = untold + max(0, errors - Self.mostTold)
    guard more > 0 else { return all }
    var told = Array(all.filter { $0.severity == .error }.prefix(Self.mostTold))
    told.append(Diagnostic(.leftOut, "\(more) further mistakes are not listed"))
    return told
  }

  /// Keeps the list of mistakes short in a table of which every row is wrong.
  func trim() {
    guard hasSession, session.diagnostics.count > 4 * Self.mostTold else { return }
    untold += session.diagnostics.count - 2 * Self.mostTold
    session.diagnostics.removeLast(session.diagnostics.count - 2 * Self.mostTold)
  }

  /// The id of a component as the model has it.
  func id(_ number: Int) -> String { madeIDs?[number] ?? ids.texts[number] }

  /// Adds a mistake at a cell, or where the row begins.
  func complain(
    _ code: DiagnosticCode, _ message: String, in file: CSVFile, at offset: Int, id: String? = nil,
    hint: String? = nil
  ) {
    guard diagnostics.count < 2 * Self.mostTold else {
      untold += 1
      return
    }
    diagnostics.append(
      Diagnostic(code, message, at: file.place(of: offset), id: id, hint: hint))
  }

  /// Takes what is wrong with a row itself; such a row is not read.
  func isSound(_ row: borrowing CSVCursor, of file: CSVFile) -> Bool {
    guard !row.flaws.isEmpty else {
      judgeCount(row, of: file)
      return hasItsCells(row, of: file)
    }
    for flaw in row.flaws { complain(flaw.code, flaw.message, in: file, at: flaw.offset) }
    return false
  }

  /// Whether a row has a cell for each column and none beyond; a file that was cut off ends with a
  /// row that has not.
  private func hasItsCells(_ row: borrowing CSVCursor, of file: CSVFile) -> Bool {
    let wanted = file.uses.count
    // A file without a header has no columns that are known.
    if row.count == wanted || wanted == 0 { return true }
    if row.count > wanted, (wanted..<row.count).allSatisfy({ row.isEmpty($0) }) { return true }
    complain(
      .badValue, "this row has \(row.count) cells where the header has \(wanted)", in: file,
      at: row.rowStart)
    return false
  }

  /// Where semicolons stand between cells a point stands between thousands: `20.000` is refused, since
  /// nobody can tell whether twenty or twenty thousand is meant.
  private func judgeCount(_ row: borrowing CSVCursor, of file: CSVFile) {
    guard file.delimiter == UInt8(ascii: ";"), let column = file.countColumn, column < row.count,
      !row.isEmpty(column)
    else { return }
    let text = row.text(column)
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].utf8.count == 3, (1...3).contains(parts[0].utf8.count),
      parts[0] != "0", parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return }
    complain(
      .badValue, "`\(text)` may be \(parts[0]) or \(parts[0])\(parts[1])", in: file,
      at: row.starts[column],
      hint: "write `\(parts[0])\(parts[1])`, or `\(parts[0]),0` for the smaller one")
  }

  /// Values for the reading of rows that are not plain.
  func values(_ file: CSVFile) -> CSVValues {
    var values = CSVValues(file: file)
    values.standard = model.language
    return values
  }

  private func makeSession() -> ReadingSession {
    hasSession = true
    let session = ReadingSession()
    session.defaults.language = model.language
    session.defaults.evidence = Evidence(model.basis)
    var index = DeclarationIndex()
    for (table, referent) in Self.declaring {
      for file in tables(table) {
        declare(file, as: referent, in: &index)
      }
    }
    for number in 0..<ids.count { index.add(id(number), as: .component, at: nil) }
    session.index = index
    addExternals(to: session)
    return session
  }

  private static let declaring: [(CSVTable, Referent)] = [
    (.sources, .source), (.parties, .party), (.contracts, .contract), (.contacts, .contact),
  ]

  /// Takes the ids of a small table.
  private func declare(_ file: CSVFile, as referent: Referent, in index: inout DeclarationIndex) {
    guard let column = file.uses.firstIndex(where: { $0?.column.key == "id" }) else { return }
    var rows = file.rows
    while rows.advance() {
      guard !rows.isEmpty(column) else { continue }
      let id = rows.text(column)
      let offset = rows.starts[column]
      if !IdentifierSyntax.isIdentifier(id) || id == "unknown" {
        complain(.badID, "`\(id)` is no id", in: file, at: offset)
      }
      let first = index.add(id, as: referent, at: file.place(of: offset))
      if first != nil || ids.number(of: id) != nil {
        let what = first?.referent ?? .component
        complain(
          .duplicateID, "`\(id)` is \(what.withArticle) already", in: file, at: offset, id: id)
      }
    }
  }

  /// Takes the ids in other registers, so that references can be by them.
  private func addExternals(to session: ReadingSession) {
    for file in tables(.components) {
      let columns = file.uses.indices.filter { file.uses[$0]?.column.key == "external" }
      guard !columns.isEmpty,
        let own = file.uses.firstIndex(where: { $0?.column.key == "id" })
      else { continue }
      var rows = file.rows
      while rows.advance() {
        guard !rows.isEmpty(own) else { continue }
        let id = rows.text(own)
        for column in columns where !rows.isEmpty(column) {
          for member in CSVValues.members(rows.text(column), file.place(of: rows.starts[column])) {
            let written = member.scalar ?? ""
            let isNamed = file.uses[column]?.detail == nil
            let external =
              isNamed
              ? written.split(separator: "=", maxSplits: 1).last.map(String.init) ?? written
              : written
            guard let other = session.index?.addExternal(external, of: id) else { continue }
            complain(
              .duplicateID, "the external id `\(external)` is that of `\(other)` already",
              in: file, at: rows.starts[column], id: id)
          }
        }
      }
    }
  }
}

// MARK: - Heads

extension CSVReading {
  private func report(unknownColumnsOf files: [CSVFile]) {
    for file in files {
      guard let table = file.table else { continue }
      for (position, use) in file.uses.enumerated() where use == nil {
        let word = file.words[position]
        guard !word.isEmpty else { continue }
        report.note(
          .ignored, "\(table.rawValue): \(word)",
          LocalizedText(
            [.dutch: "geen bekende kolom", .english: "no known column"], fallback: .english))
        let near = nearestName(to: word, among: table.columns.map(\.key))
        diagnostics.append(
          Diagnostic(
            .notUnderstood, "no table of \(table.rawValue) has a column `\(word)`; it is not read",
            at: file.place(of: 0), hint: near.map { "did you mean `\($0)`?" }))
      }
    }
  }

  /// What the model says of itself, by the options first and `model.csv` then.
  private func readModelTable() {
    model.language = options.language
    model.basis = options.basis
    var name: String?
    var names: [Language: String] = [:]
    var notes: [Language: String] = [:]
    for file in tables(.model) {
      var rows = file.rows
      while rows.advance() {
        guard isSound(rows, of: file), rows.count >= 2 else { continue }
        let (key, value) = (rows.text(0), rows.text(1))
        let (dutch, english) = (Language.dutch, Language.english)
        switch key {
        case "name": name = value
        case "name:nl": names[dutch] = value
        case "name:en": names[english] = value
        case "note:nl": notes[dutch] = value
        case "note:en": notes[english] = value
        default:
          if !readHead(key, value) {
            complain(
              .badValue, "`\(key)` cannot be `\(value)`", in: file, at: rows.rowStart,
              hint: "the keys are name, language, as-of, basis and note")
          }
        }
      }
      report.note(.mapped, CSVTable.model.rawValue)
    }
    if let name { names[model.language] = name }
    if let given = options.name { names = [model.language: given] }
    if !names.isEmpty { model.name = LocalizedText(names, fallback: model.language) }
    if !notes.isEmpty { model.note = LocalizedText(notes, fallback: model.language) }
    if let day = options.asOf { model.asOf = day }
  }

  private func readHead(_ key: String, _ value: String) -> Bool {
    switch key {
    case "language":
      guard let language = Language(rawValue: value) else { return false }
      model.language = language
    case "as-of":
      guard let day = CalendarDate(text: value) else { return false }
      model.asOf = day
    case "basis":
      guard let basis = Basis(rawValue: value) else { return false }
      model.basis = basis
    default: return false
    }
    return true
  }
}
