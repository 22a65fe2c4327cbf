extension Report.Block {
  /// The block as a context of the page's template.
  ///
  /// - Complexity: O(*n*) for *n* cells or points.
  var context: [String: Any] {
    switch self {
    case .heading(let text): ["heading": text]
    case .paragraph(let text): ["paragraph": text]
    case .note(let text): ["note": text]
    case .list(let items): ["list": ["items": items.map(\.context)]]
    case .table(let table): ["table": table.context]
    case .finding(let finding):
      ["paragraph": [finding.place, finding.message].compactMap(\.self).joined(separator: ": ")]
    }
  }
}

extension Report.Item {
  fileprivate var context: [String: Any] {
    ["text": text, "hasItems": !items.isEmpty, "items": items.map(\.text)]
  }
}

extension Report.Table {
  fileprivate var context: [String: Any] {
    let isRight = columns.map { $0.alignment == .right }
    // The first cell names the row, for who has a table read aloud.
    let hasHeads = columns.count > 1 && columns[0].alignment == .left
    let heads = zip(columns, isRight).map { ["title": $0.title, "right": $1] as [String: Any] }
    let lines = rows.map { row in
      [
        "cells": zip(row, isRight).enumerated().map { place, cell in
          ["text": cell.0, "right": cell.1, "head": hasHeads && place == 0] as [String: Any]
        }
      ]
    }
    var context: [String: Any] = ["columns": heads, "rows": lines]
    if !caption.isEmpty { context["caption"] = caption }
    return context
  }
}
