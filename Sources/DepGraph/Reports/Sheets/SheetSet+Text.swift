extension SheetSet {
  /// The sheets as plain text, for a screen or a printer of lines.
  ///
  /// A chart is left out: its sheet says in words what it shows.
  ///
  /// - Complexity: O(*n*) for a text of *n* characters.
  public var text: String {
    let pages = sheets.map { sheet in
      var parts = [marking, sheet.title, sheet.subtitle].filter { !$0.isEmpty }
      parts[parts.count - 1] += "\n" + String(repeating: "=", count: 78)
      parts += sheet.blocks.flatMap { text(of: $0) }
      parts.append(String(repeating: "-", count: 78) + "\n" + footer)
      return parts.joined(separator: "\n\n") + "\n"
    }
    return pages.joined(separator: "\n\u{0C}\n")
  }

  private func text(of block: Sheet.Block) -> [String] {
    switch block {
    case .heading(let text): [text.withoutControls.uppercased()]
    case .paragraph(let text), .note(let text):
      [text.withoutControls.wrapped(to: 78).joined(separator: "\n")]
    case .table(let table):
      [
        Report(title: "", keySentence: "", blocks: [.table(table)], data: table)
          .text(TextStyle(width: 78)).trimmedLines
      ]
    case .checks(let checks): [checks.map(line).joined(separator: "\n")]
    case .lines(let count):
      [Array(repeating: String(repeating: "_", count: 78), count: count).joined(separator: "\n\n")]
    case .figure: []
    }
  }

  private func line(of check: Sheet.Check) -> String {
    let text = check.text.withoutControls.wrapped(to: 55)
    let room = "____:____ ________"
    let first = "[ ] " + text[0] + String(repeating: " ", count: max(1, 56 - text[0].displayWidth))
    let more = (text.dropFirst() + (check.detail?.withoutControls.wrapped(to: 70) ?? []))
    return ([first + room] + more.map { "    " + $0 }).joined(separator: "\n")
  }
}

extension String {
  /// The text without empty lines before and after it.
  fileprivate var trimmedLines: String {
    let lines = split(separator: "\n", omittingEmptySubsequences: false)
    let inner = lines.drop(while: \.isEmpty).reversed().drop(while: \.isEmpty).reversed()
    return inner.joined(separator: "\n")
  }
}
