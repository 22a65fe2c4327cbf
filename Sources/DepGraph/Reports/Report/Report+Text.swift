/// How a report is printed as text.
public struct TextStyle: Hashable, Sendable {
  /// The columns of the terminal or page; longer lines are wrapped, never cut.
  public var width: Int
  /// Whether headings and words stand out by colour; everything reads without it.
  public var isColoured: Bool

  /// Makes a style.
  public init(width: Int = 100, isColoured: Bool = false) {
    self.width = max(40, width)
    self.isColoured = isColoured
  }
}

extension Report {
  /// The report as plain text, ending in a line break.
  ///
  /// - Parameter style: The width, and whether there is colour.
  /// - Returns: The text.
  /// - Complexity: O(*n*) for a text of *n* characters.
  public func text(_ style: TextStyle = TextStyle()) -> String {
    var printer = TextPrinter(style: style)
    printer.print(self)
    return printer.lines.joined(separator: "\n") + "\n"
  }
}

private struct TextPrinter {
  let style: TextStyle
  var lines: [String] = []

  mutating func print(_ report: Report) {
    if !report.title.isEmpty {
      add(report.title, .strong)
      lines.append(String(repeating: "=", count: min(style.width, report.title.displayWidth)))
    }
    if !report.keySentence.isEmpty {
      add(report.keySentence, .strong)
    }
    for block in report.blocks { print(block) }
  }

  private mutating func print(_ block: Report.Block) {
    if !lines.isEmpty { lines.append("") }
    switch block {
    case .heading(let text):
      add(text, .strong)
      lines.append(String(repeating: "-", count: min(style.width, text.displayWidth)))
    case .paragraph(let text): add(text)
    case .table(let table): add(table)
    case .list(let items): add(items, indent: 0)
    case .note(let text): add(text, .quiet)
    case .finding(let finding): add(finding)
    }
    // Nothing stands between a heading and what it is over.
    if case .heading = block { return }
    closeHeading()
  }

  /// Takes out the empty line between a heading's rule and the block after it.
  private mutating func closeHeading() {
    guard let empty = lines.lastIndex(of: ""), empty > 0 else { return }
    let rule = lines[empty - 1]
    if !rule.isEmpty, rule.allSatisfy({ $0 == "-" }) { lines.remove(at: empty) }
  }

  private mutating func add(_ text: String, _ tone: Tone = .plain) {
    lines += text.withoutControls.wrapped(to: style.width).map { paint($0, tone) }
  }

  private mutating func add(_ items: [Report.Item], indent: Int) {
    let margin = String(repeating: " ", count: indent)
    for item in items {
      let wrapped = item.text.withoutControls.wrapped(to: max(30, style.width - indent - 2))
      for (number, line) in wrapped.enumerated() {
        lines.append(margin + (number == 0 ? "- " : "  ") + line)
      }
      add(item.items, indent: indent + 2)
    }
  }

  private mutating func add(_ finding: Report.Finding) {
    let place = finding.place.map { $0.withoutControls + ": " } ?? ""
    let tone = finding.severity == .error ? Tone.alarm : .caution
    lines.append(
      paint(place, .strong) + paint(finding.label + ":", tone) + " "
        + finding.message.withoutControls)
    lines += finding.excerpt.map { "    " + $0.withoutControls }
    if let hint = finding.hint { lines.append("  → " + hint.withoutControls) }
  }

  // MARK: - Tables

  private mutating func add(_ table: Report.Table) {
    if !table.caption.isEmpty { add(table.caption, .strong) }
    let rows = table.rows.map { $0.map(\.withoutControls) }
    let widths = columnWidths(table.columns.map(\.title), rows)
    addRow(table.columns.map(\.title), table.columns, widths, .strong)
    lines.append(widths.map { String(repeating: "-", count: $0) }.joined(separator: "  "))
    for row in rows { addRow(row, table.columns, widths, .plain) }
  }

  /// As wide as the cells are, narrowed where the page is too small: the widest column first, and
  /// none below its longest word, so that ids stay whole.
  private func columnWidths(_ titles: [String], _ rows: [[String]]) -> [Int] {
    var widths = titles.map(\.displayWidth)
    var least = titles.map(longestWord)
    for row in rows {
      for (column, cell) in row.enumerated() {
        widths[column] = max(widths[column], cell.displayWidth)
        least[column] = max(least[column], longestWord(cell))
      }
    }
    let space = style.width - 2 * (widths.count - 1)
    while widths.reduce(0, +) > space {
      let candidates = widths.indices.filter { widths[$0] > least[$0] }
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
    }
    return widths
  }

  private func longestWord(_ text: String) -> Int {
    text.split(separator: " ").map { String($0).displayWidth }.max() ?? 0
  }

  private mutating func addRow(
    _ cells: [String], _ columns: [Report.Table.Column], _ widths: [Int], _ tone: Tone
  ) {
    let wrapped = zip(cells, widths).map { $0.wrapped(to: $1) }
    for line in 0..<(wrapped.map(\.count).max() ?? 0) {
      var text = ""
      for column in columns.indices {
        let cell = line < wrapped[column].count ? wrapped[column][line] : ""
        let padding = String(repeating: " ", count: max(0, widths[column] - cell.displayWidth))
        text += column == 0 ? "" : "  "
        text += columns[column].alignment == .right ? padding + cell : cell + padding
      }
      while text.last == " " { text.removeLast() }
      lines.append(paint(text, tone))
    }
  }

  // MARK: - Lines and colour

  private enum Tone: String {
    case plain = ""
    case strong = "1"
    case quiet = "2"
    case alarm = "1;31"
    case caution = "1;33"
  }

  private func paint(_ text: String, _ tone: Tone) -> String {
    guard style.isColoured, tone != .plain, !text.isEmpty else { return text }
    return "\u{1B}[\(tone.rawValue)m\(text)\u{1B}[0m"
  }
}
