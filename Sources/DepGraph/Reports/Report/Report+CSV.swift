extension Report {
  /// The report's data as CSV (RFC 4180): a line of names, then the rows, each ending in CRLF.
  ///
  /// - Complexity: O(*n*) for a text of *n* characters.
  public var csv: String {
    ([data.columns.map(\.title)] + data.rows).map { row in
      row.map(Self.csvCell).joined(separator: ",") + "\r\n"
    }.joined()
  }

  /// A cell: nothing that steers a terminal, and nothing that a spreadsheet would calculate.
  private static func csvCell(_ content: String) -> String {
    let text = content.withoutControls(keepingLines: true).guardedFromCalculation
    let isPlain = text.unicodeScalars.allSatisfy {
      $0 != "," && $0 != "\"" && $0 != "\r" && $0 != "\n"
    }
    if isPlain { return text }
    let doubled = text.unicodeScalars.reduce(into: "") { result, scalar in
      result.unicodeScalars.append(scalar)
      if scalar == "\"" { result.unicodeScalars.append(scalar) }
    }
    return "\"" + doubled + "\""
  }
}
