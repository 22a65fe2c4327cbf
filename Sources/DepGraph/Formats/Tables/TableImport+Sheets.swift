/// A sheet that the map is about.
struct MatchedTable {
  let sheet: TableSheet
  let reader: TableRowReader
  /// Its rows below the line of names in which something is written.
  let rows: [TableSheet.Row]
}

extension TableImport {
  // MARK: - Sheets

  /// Begins a file, which becomes a source.
  func begin(_ file: InputFile) {
    let name = file.name.split(separator: "/").last.map(String.init) ?? file.name
    let id = names.makeID(of: file.name, in: "source", from: name)
    guard !sources.contains(where: { $0.id == id }) else { return }
    var source = Source(id: id)
    source.title = text(name)
    sources.append(source)
  }

  /// Finds what the map says of the sheets of a file.
  func match(_ sheets: [TableSheet], of file: InputFile) {
    var matched: Set<TableRowKind> = []
    for sheet in sheets {
      if let kind = match(sheet) { matched.insert(kind) }
    }
    guard sheets.contains(where: { $0.name != nil }) else { return }
    let start = SourcePlace(file: file.name, line: 1, column: 1)
    let found = sheets.prefix(10).compactMap(\.name).map { "`\($0)`" }.joined(separator: ", ")
    guard !matched.isEmpty else {
      log.report(
        .missingKey, "the map fits none of the sheets: \(found)", at: start,
        hint: "it is about \(wantedNames)")
      return
    }
    guard map.isTemplate else { return }
    for sheet in TableTemplate.sheets where !matched.contains(sheet.row) {
      log.report(
        .leftOut,
        "the sheet `\(sheet.title.dutch)` (`\(sheet.title.english)`) of the template is missing",
        at: start, hint: "nothing is read of it; the sheets here are \(found)")
    }
  }

  private var wantedNames: String {
    map.sheets.flatMap(\.patterns).prefix(10).map { "`\($0)`" }.joined(separator: ", ")
  }

  private func match(_ sheet: TableSheet) -> TableRowKind? {
    sheetNames.append(sheet.title)
    let short = sheet.file.split(separator: "/").last.map(String.init) ?? sheet.file
    let called = [sheet.name, sheet.title, short].compactMap(\.self)
    guard let rule = map.sheet(for: called) else {
      report.note(
        .ignored, sheet.title, Self.said("het blad staat niet in de kaart", "not in the map"),
        count: sheet.rows.count)
      return nil
    }
    guard let header = TableHeader(of: sheet, by: rule, log) else { return rule.row }
    if let subject = rule.row.subject { isListed.insert(subject) }
    noteColumns(header, of: sheet)
    let reader = TableRowReader(
      rule: rule, header: header, words: map.words, register: rule.register ?? map.register)
    let rows = sheet.rows[header.firstRow...].filter { !$0.isEmpty }
    tables.append(MatchedTable(sheet: sheet, reader: reader, rows: rows))
    return rule.row
  }

  private static func meaning(_ row: TableRowKind) -> LocalizedText {
    switch row {
    case .component: said("onderdeel", "component")
    case .process: said("proces", "process")
    case .consumer: said("afnemer", "consumer")
    case .link: said("verbinding", "link")
    case .dependency: said("afhankelijkheid", "dependency")
    case .contract: said("afspraak", "agreement")
    case .contact: said("contact", "contact")
    case .party: said("partij", "party")
    }
  }

  private func noteColumns(_ header: TableHeader, of sheet: TableSheet) {
    for (column, title) in header.left {
      let count = sheet.rows[header.firstRow...].count { $0.cell(column) != nil }
      guard count > 0 else { continue }
      report.note(
        .ignored, "\(sheet.title): \(title)",
        Self.said("de kolom staat niet in de kaart", "the column is not in the map"), count: count)
    }
  }

  /// Says so where the map fits no sheet at all, and where no row was found.
  func reportUnmatched() {
    guard !log.diagnostics.hasErrors else { return }
    guard let first = tables.first else {
      let found = sheetNames.prefix(10).map { "`\($0)`" }.joined(separator: ", ")
      log.report(
        .missingKey, "the map fits none of the sheets: \(found)", at: nil,
        hint: "it is about \(wantedNames)")
      return
    }
    guard tables.allSatisfy(\.rows.isEmpty) else { return }
    log.report(
      .emptyFile, "no row stands below the names of the columns",
      at: SourcePlace(file: first.sheet.file, line: 1, column: 1))
  }

  // MARK: - Rows

  /// Reads the rows of all sheets.
  ///
  /// The made-up rows of a template are left out, unless there are no others: then they are read as
  /// what they are.
  ///
  /// - Complexity: O(*n*) for *n* cells.
  func readRows() {
    let examples = tables.map { table in table.rows.map { isExample($0, in: table) } }
    let isExampleOnly =
      examples.contains { $0.contains(true) } && !examples.contains { $0.contains(false) }
    if isExampleOnly { basis = .fictional }
    for (table, marks) in zip(tables, examples) {
      for (row, isExample) in zip(table.rows, marks) {
        guard !isExample || isExampleOnly else {
          leaveExample(row, in: table)
          continue
        }
        let said = Self.meaning(table.reader.rule.row)
        report.note(isExample ? .guessed : .mapped, table.sheet.title, said)
        if table.reader.rule.row == .dependency {
          addDependency(table.reader, row)
        } else {
          addThing(table.reader, row, in: table.sheet)
        }
      }
    }
    if isExampleOnly {
      report.note(
        .guessed, Self.said("sjabloon", "template"),
        Self.said(
          "er staan alleen verzonnen voorbeelden in: alles is verzonnen",
          "it holds nothing but made-up examples: all of it is fictional"))
    }
  }

  private func leaveExample(_ row: TableSheet.Row, in table: MatchedTable) {
    log.report(
      .leftOut, "the row is a made-up example of the template, and is left out", at: row.place,
      hint: "remove it; where it is true, remove its remark")
    report.note(
      .ignored, table.sheet.title,
      Self.said("verzonnen voorbeeld van het sjabloon", "made-up example of the template"))
  }

  /// Whether a row is one of the template's examples: by its remark, and by what it names.
  private func isExample(_ row: TableSheet.Row, in table: MatchedTable) -> Bool {
    guard map.isTemplate else { return false }
    let facts = table.reader.facts(of: row)
    let note = TableTemplate.exampleNote
    guard
      let said = facts[.note]?.contains(where: { fact in
        let text = TableWords.folded(fact.value ?? "")
        return text == note.dutch || text == note.english
      }), said,
      let sheet = TableTemplate.sheets.first(where: { $0.row == table.reader.rule.row })
    else { return false }
    let isUntouched = sheet.columns.filter { [TableField.name, .from, .to].contains($0.field) }
      .allSatisfy { column in
        let text = TableWords.folded(facts[column.field]?.first?.value ?? "")
        return column.examples.contains {
          [$0.dutch, $0.english].map(TableWords.folded).contains(text)
        }
      }
    if !isUntouched {
      log.report(
        .notUnderstood, "the row still says that it is made up, but is no example of the template",
        at: row.place, hint: "it is read; remove its remark")
    }
    return isUntouched
  }
}
