extension Report {
  /// The report as Markdown (GitHub's, for its tables), ending in a line break.
  ///
  /// - Complexity: O(*n*) for a text of *n* characters.
  public var markdown: String {
    var parts: [String] = []
    if !title.isEmpty { parts.append("# " + title.escapedForMarkdown) }
    if !keySentence.isEmpty { parts.append("**" + keySentence.escapedForMarkdown + "**") }
    parts += blocks.map(Self.markdown)
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static func markdown(_ block: Block) -> String {
    switch block {
    case .heading(let text): "## " + text.escapedForMarkdown
    case .paragraph(let text): text.escapedForMarkdown
    case .note(let text): "*" + text.escapedForMarkdown + "*"
    case .list(let items): lines(items, indent: "").joined(separator: "\n")
    case .table(let table): markdown(table)
    case .finding(let finding): markdown(finding)
    }
  }

  private static func lines(_ items: [Item], indent: String) -> [String] {
    items.flatMap {
      [indent + "- " + $0.text.escapedForMarkdown] + lines($0.items, indent: indent + "  ")
    }
  }

  private static func markdown(_ table: Table) -> String {
    let row = { (cells: [String]) in "| " + cells.joined(separator: " | ") + " |" }
    let caption = table.caption.isEmpty ? [] : ["**" + table.caption.escapedForMarkdown + "**", ""]
    let lines =
      caption + [
        row(table.columns.map(\.title.escapedForMarkdown)),
        row(table.columns.map { $0.alignment == .right ? "---:" : "---" }),
      ] + table.rows.map { row($0.map(\.escapedForMarkdown)) }
    return lines.joined(separator: "\n")
  }

  private static func markdown(_ finding: Finding) -> String {
    let place = finding.place.map { $0.escapedForMarkdown + ": " } ?? ""
    var lines = ["- \(place)**\(finding.label)**: \(finding.message.escapedForMarkdown)"]
    if !finding.excerpt.isEmpty {
      lines += ["", "  ```"] + finding.excerpt.map { "  " + $0.withoutControls } + ["  ```"]
    }
    if let hint = finding.hint { lines += ["", "  → \(hint.escapedForMarkdown)"] }
    return lines.joined(separator: "\n")
  }
}

extension String {
  /// The text with every character that means something in Markdown or HTML made plain.
  fileprivate var escapedForMarkdown: String {
    let special: Set<Character> = ["\\", "`", "*", "_", "[", "]", "<", ">", "|", "#", "~"]
    return withoutControls.reduce(into: "") { result, character in
      if special.contains(character) { result.append("\\") }
      if character == "&" { result += "&amp;" } else { result.append(character) }
    }
  }
}
