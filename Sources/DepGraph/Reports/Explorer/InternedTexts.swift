/// Texts that stand once and are named by number: ids, names and words come back in many tables, and
/// many are the same in both languages.
struct InternedTexts {
  /// What a number and a comma take.
  private static let numberSize = 6

  /// The texts by number.
  private(set) var all: [String] = []
  private var numbers: [String: Int] = [:]
  /// How many bytes texts and their numbers take.
  private(set) var size = 0
  /// The size at which rows and items are left out, and counted.
  private var limit = Int.max

  /// The number of a text.
  mutating func number(_ text: String) -> Int {
    size += Self.numberSize
    if let known = numbers[text] { return known }
    size += text.utf8.count + 3
    numbers[text] = all.count
    all.append(text)
    return all.count - 1
  }

  /// A report as the explorer's script takes it.
  ///
  /// - Parameters:
  ///   - report: The report.
  ///   - budget: The bytes after which rows of tables and items of lists are left out, and counted.
  /// - Returns: Title, key sentence and blocks, each block with a letter for its kind.
  /// - Complexity: O(*n*) for *n* cells and items.
  mutating func data(of report: Report, budget: Int) -> JSONValue {
    limit = size + budget
    var blocks: [JSONValue] = []
    for block in report.blocks { blocks += data(of: block) }
    return [
      "title": .integer(number(report.title)), "key": .integer(number(report.keySentence)),
      "blocks": .array(blocks),
    ]
  }

  private mutating func data(of block: Report.Block) -> [JSONValue] {
    switch block {
    case .heading(let text): return [["h", .integer(number(text))]]
    case .paragraph(let text): return [["p", .integer(number(text))]]
    case .note(let text): return [["n", .integer(number(text))]]
    case .finding(let finding):
      guard size < limit else { return [["u", [0, 1]]] }
      return [["p", .integer(number("\(finding.label): \(finding.message)"))]]
    case .list(let items):
      let (shown, count) = data(of: items)
      let unseen = items.count - count
      var found: [JSONValue] = [["l", .array(shown)]]
      if unseen > 0 { found.append(["u", .numbers([count, unseen])]) }
      return found
    case .table(let table): return [["t", data(of: table)]]
    }
  }

  private mutating func data(of items: [Report.Item]) -> ([JSONValue], count: Int) {
    var shown: [JSONValue] = []
    for item in items {
      guard size < limit else { break }
      shown.append(whole(item))
    }
    return (shown, shown.count)
  }

  /// An item that is begun is shown to its end.
  private mutating func whole(_ item: Report.Item) -> JSONValue {
    var one: [JSONValue] = [.integer(number(item.text))]
    for below in item.items { one.append(whole(below)) }
    return .array(one)
  }

  private mutating func data(of table: Report.Table) -> JSONValue {
    var columns: [Int] = []
    for column in table.columns { columns.append(number(column.title)) }
    var rows: [JSONValue] = []
    for row in table.rows {
      guard size < limit else { break }
      var cells: [Int] = []
      for cell in row { cells.append(number(cell)) }
      rows.append(.numbers(cells))
    }
    return [
      "caption": table.caption.isEmpty ? .null : .integer(number(table.caption)),
      "columns": .numbers(columns),
      "right": .numbers(table.columns.indices.filter { table.columns[$0].alignment == .right }),
      "rows": .array(rows), "unseen": .integer(table.rows.count - rows.count),
    ]
  }
}
