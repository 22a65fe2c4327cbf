/// Which column of a sheet says what.
struct TableHeader {
  /// The columns of each field, counted from 0.
  private(set) var columns: [TableField: [Int]] = [:]
  /// The unit of plain numbers in a column.
  private(set) var units: [Int: String] = [:]
  /// The columns that no field takes, with their titles.
  private(set) var left: [(column: Int, title: String)] = []
  /// The first row below the line of names.
  private(set) var firstRow = 0

  /// How many rows at the top may stand above the line of names.
  private static let mostRowsAbove = 30

  /// Finds the line of names, or nil where a needed column is missing, which is reported.
  ///
  /// - Complexity: O(*c*·*k*) for *c* cells at the top and *k* names.
  init?(of sheet: TableSheet, by rule: TableMap.SheetRule, _ log: TableLog) {
    var best: (row: Int, score: Int)?
    for (index, row) in sheet.rows.prefix(Self.mostRowsAbove).enumerated() {
      let score = Self.columns(of: row, by: rule).count
      if score > best?.score ?? 0 { best = (index, score) }
    }
    let hasNeeded = { (columns: [TableField: [Int]]) in
      rule.row.needed.allSatisfy { $0.contains { columns[$0] != nil || rule.constants[$0] != nil } }
    }
    if let best {
      let row = sheet.rows[best.row]
      columns = Self.columns(of: row, by: rule)
      if hasNeeded(columns) {
        firstRow = best.row + 1
        take(row, by: rule)
        return
      }
    }
    // A table without names: by the numbers of the columns.
    let numbered = Self.numbered(rule)
    if hasNeeded(numbered) {
      columns = numbered
      return
    }
    let titles = best.map { sheet.rows[$0.row].cells.compactMap { $0?.text } } ?? []
    for group in rule.row.needed
    where !group.contains(where: { columns[$0] != nil || rule.constants[$0] != nil }) {
      let names = group.flatMap { rule.columns[$0]?.names ?? [] }.compactMap { name -> String? in
        if case .header(let text) = name { text } else { nil }
      }
      let near = names.lazy.compactMap { nearestName(to: $0, among: titles) }.first
      log.report(
        .missingKey, "no column of `\(sheet.title)` tells the \(group[0].rawValue)",
        at: best.map { sheet.rows[$0.row].place } ?? sheet.rows.first?.place
          ?? SourcePlace(file: sheet.file, line: 1, column: 1),
        hint: (near.map { "is `\($0)` meant? " } ?? "") + "the map calls it "
          + names.prefix(5).map { "`\($0)`" }.joined(separator: ", "))
    }
    return nil
  }

  private mutating func take(_ row: TableSheet.Row, by rule: TableMap.SheetRule) {
    let taken = Set(columns.values.joined())
    for (column, cell) in row.cells.enumerated() {
      guard let cell, !cell.text.isEmpty else { continue }
      if !taken.contains(column) { left.append((column, cell.text)) }
      if let unit = TableDuration.unit(inTitle: cell.text) { units[column] = unit }
    }
    for (field, column) in rule.columns {
      guard let unit = column.unit else { continue }
      for number in columns[field] ?? [] { units[number] = unit }
    }
  }

  /// The columns of a row of names; a field that takes lists may have several.
  private static func columns(
    of row: TableSheet.Row, by rule: TableMap.SheetRule
  ) -> [TableField: [Int]] {
    var columns: [TableField: [Int]] = [:]
    var taken: Set<Int> = []
    for pass in [false, true] {
      for field in TableField.allCases {
        guard let column = rule.columns[field] else { continue }
        let wanted = column.names.compactMap { name -> String? in
          if case .header(let text) = name { TableWords.bare(text) } else { nil }
        }
        for name in wanted {
          for (number, cell) in row.cells.enumerated() where !taken.contains(number) {
            guard let title = cell?.text, matches(title, name, withoutBrackets: pass) else {
              continue
            }
            let takesSeveral = field.shape == .list || field.shape == .remark
            guard takesSeveral || columns[field] == nil else { continue }
            columns[field, default: []].append(number)
            taken.insert(number)
          }
        }
      }
    }
    return columns.mapValues { $0.sorted() }
  }

  private static func matches(_ title: String, _ name: String, withoutBrackets: Bool) -> Bool {
    let shown = withoutBrackets ? String(title.prefix { $0 != "(" && $0 != "[" }) : title
    return !name.isEmpty && TableWords.bare(shown) == name
  }

  private static func numbered(_ rule: TableMap.SheetRule) -> [TableField: [Int]] {
    var columns: [TableField: [Int]] = [:]
    for (field, column) in rule.columns {
      let numbers = column.names.compactMap { name -> Int? in
        if case .number(let number) = name { number - 1 } else { nil }
      }
      if !numbers.isEmpty { columns[field] = numbers }
    }
    return columns
  }
}

/// Reads the rows of a sheet by its header.
struct TableRowReader {
  let rule: TableMap.SheetRule
  let header: TableHeader
  let words: TableWords
  let register: String

  /// What a row says; what is blank is left out, unless the map says what it is then.
  ///
  /// - Complexity: O(*c*) for *c* columns.
  func facts(of row: TableSheet.Row) -> [TableField: [TableFact]] {
    var facts: [TableField: [TableFact]] = [:]
    for (field, columns) in header.columns {
      for column in columns {
        guard let cell = row.cell(column) else { continue }
        facts[field, default: []].append(
          TableFact(
            cell: cell, answer: words.answer(cell), unit: header.units[column], register: register))
      }
    }
    for (field, text) in rule.constants
    where facts[field]?.contains(where: { $0.value != nil }) != true {
      let cell = TableSheet.Cell(text: text, kind: .text, place: row.place)
      facts[field] = [
        TableFact(cell: cell, answer: words.answer(cell), unit: nil, register: register)
      ]
    }
    return facts
  }
}
