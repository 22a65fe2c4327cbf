/// Texts that stand once and are named by number: ids, names and words come back in many tables, and
/// many are the same in both languages.
struct InternedTexts {
  /// The texts by number.
  private(set) var all: [String] = []
  private var numbers: [String: Int] = [:]

  /// The number of a text.
  mutating func number(_ text: String) -> Int {
    if let known = numbers[text] { return known }
    numbers[text] = all.count
    all.append(text)
    return all.count - 1
  }

  /// A report as the explorer's script takes it.
  ///
  /// - Parameters:
  ///   - report: The report.
  ///   - mostRows: The most rows of a table; the rest is counted.
  /// - Returns: Title, key sentence and blocks, each block with a letter for its kind.
  /// - Complexity: O(*n*) for *n* cells and items.
  mutating func data(of report: Report, mostRows: Int) -> JSONValue {
    var blocks: [JSONValue] = []
    for block in report.blocks { blocks.append(data(of: block, mostRows: mostRows)) }
    return [
      "title": .integer(number(report.title)), "key": .integer(number(report.keySentence)),
      "blocks": .array(blocks),
    ]
  }

  private mutating func data(of block: Report.Block, mostRows: Int) -> JSONValue {
    switch block {
    case .heading(let text): ["h", .integer(number(text))]
    case .paragraph(let text): ["p", .integer(number(text))]
    case .note(let text): ["n", .integer(number(text))]
    case .finding(let finding):
      ["p", .integer(number("\(finding.label): \(finding.message)"))]
    case .list(let items): ["l", data(of: items)]
    case .table(let table): ["t", data(of: table, mostRows: mostRows)]
    }
  }

  private mutating func data(of items: [Report.Item]) -> JSONValue {
    var all: [JSONValue] = []
    for item in items {
      var one: [JSONValue] = [.integer(number(item.text))]
      if case .array(let below) = data(of: item.items) { one += below }
      all.append(.array(one))
    }
    return .array(all)
  }

  private mutating func data(of table: Report.Table, mostRows: Int) -> JSONValue {
    var rows: [JSONValue] = []
    for row in table.rows.prefix(mostRows) {
      var cells: [Int] = []
      for cell in row { cells.append(number(cell)) }
      rows.append(.numbers(cells))
    }
    var columns: [Int] = []
    for column in table.columns { columns.append(number(column.title)) }
    return [
      "caption": table.caption.isEmpty ? .null : .integer(number(table.caption)),
      "columns": .numbers(columns),
      "right": .numbers(table.columns.indices.filter { table.columns[$0].alignment == .right }),
      "rows": .array(rows), "unseen": .integer(max(0, table.rows.count - mostRows)),
    ]
  }
}
