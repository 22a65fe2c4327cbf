import Foundation

/// Takes the cells of one sheet.
final class WorksheetHandler: MarkupHandler {
  /// The file and the sheet, for places.
  let file: String
  /// The rows in which something is written, in order.
  private(set) var rows: [TableSheet.Row] = []
  private(set) var cellCount = 0

  private let strings: [String]
  private let numbers: WorkbookNumbers
  private let budget: Int
  private var row = 0
  private var column = 0
  private var cells: [TableSheet.Cell?] = []
  private var kind = "n"
  private var style = 0
  private var value: String?
  private var inline: String?
  private var hasFormula = false
  private var isValue = false
  private var isInlineText = false
  private var phonetics = 0
  private var hiddenRows = 0
  private var merged: [CellRange] = []
  private var withoutValue: [SourcePlace] = []

  init(
    file: String, strings: [String], styles: WorkbookStyles, countsFrom1904: Bool, budget: Int
  ) {
    self.file = file
    self.strings = strings
    self.budget = budget
    numbers = WorkbookNumbers(styles: styles, countsFrom1904: countsFrom1904)
  }

  // MARK: - Events

  func start(_ tag: String, _ attributes: [String: String], depth: Int) -> MarkupFlaw? {
    switch tag.localName {
    case "row": return startRow(attributes)
    case "c": return startCell(attributes)
    case "v":
      isValue = true
      value = value ?? ""
    case "f": hasFormula = true
    case "is": inline = ""
    case "rPh": phonetics += 1
    case "t": isInlineText = inline != nil && phonetics == 0
    case "mergeCell":
      if let text = attributes["ref"], let range = CellRange(text), merged.count < 100_000 {
        merged.append(range)
      }
    default: break
    }
    return nil
  }

  func end(_ tag: String) -> MarkupFlaw? {
    switch tag.localName {
    case "row": endRow()
    case "c": return endCell()
    case "v": isValue = false
    case "rPh": phonetics -= 1
    case "t": isInlineText = false
    default: break
    }
    return nil
  }

  func text(_ characters: String) -> MarkupFlaw? {
    if isValue { value?.append(characters) }
    if isInlineText { inline?.append(characters) }
    return nil
  }

  private func startRow(_ attributes: [String: String]) -> MarkupFlaw? {
    let next = attributes["r"].map { Int(digits: $0) ?? 0 } ?? row + 1
    guard (1...WorkbookReader.mostRows).contains(next) else {
      return MarkupFlaw(.outOfRange, "there is no row `\((attributes["r"] ?? "").prefix(20))`")
    }
    guard next > row else {
      return MarkupFlaw(.damagedWorkbook, "row \(next) stands after row \(row)")
    }
    row = next
    column = 0
    cells = []
    if ["1", "true"].contains(attributes["hidden"] ?? "") { hiddenRows += 1 }
    return nil
  }

  private func startCell(_ attributes: [String: String]) -> MarkupFlaw? {
    column += 1
    if let text = attributes["r"] {
      guard let reference = CellReference(text), reference.row == row else {
        return MarkupFlaw(.outOfRange, "there is no cell `\(text.prefix(20))` in row \(row)")
      }
      guard reference.column >= column else {
        return MarkupFlaw(.damagedWorkbook, "cell \(text.prefix(20)) stands after a later one")
      }
      column = reference.column
    }
    guard row > 0, column <= WorkbookReader.mostColumns else {
      return MarkupFlaw(.outOfRange, "a cell stands outside the sheet")
    }
    kind = attributes["t"] ?? "n"
    style = attributes["s"].flatMap { Int(digits: $0) } ?? 0
    (value, inline, hasFormula) = (nil, nil, false)
    return nil
  }

  private func endCell() -> MarkupFlaw? {
    let place = SourcePlace(file: file, line: row, column: column)
    guard let written = kind == "inlineStr" ? inline ?? value : value ?? inline else {
      if hasFormula { withoutValue.append(place) }
      return nil
    }
    let cell: (text: String, kind: TableSheet.CellKind)
    switch kind {
    case "s":
      guard let index = Int(digits: written.trimmed), strings.indices.contains(index) else {
        return MarkupFlaw(
          .damagedWorkbook,
          "\(SourcePlace.letters(ofColumn: column))\(row) names a text that is not there")
      }
      cell = (strings[index], .text)
    case "str", "inlineStr": cell = (written, .text)
    case "b": cell = (written.trimmed == "1" ? "true" : "false", .boolean)
    case "e": cell = (written, .error)
    case "d": cell = (written, .date)
    default: cell = numbers.cell(written.trimmed, style: style)
    }
    // A line break of Windows within a cell, as workbooks write it.
    let text = cell.text.replacing("_x000D_", with: "").cellText
    guard !text.isEmpty else {
      // A text may be calculated to be empty; anything else has not been calculated.
      if hasFormula, kind != "str" { withoutValue.append(place) }
      return nil
    }
    cellCount += 1
    guard cellCount <= budget else {
      return MarkupFlaw(.tooLarge, "more than \(WorkbookReader.mostCells) cells in the workbook")
    }
    // Rows are as wide as their last cell: a lone cell far to the right must not fill memory.
    guard column <= 1000 else {
      return MarkupFlaw(.tooLarge, "cells beyond column \(SourcePlace.letters(ofColumn: 1000))")
    }
    while cells.count < column { cells.append(nil) }
    cells[column - 1] = .init(text: text, kind: cell.kind, place: place)
    return nil
  }

  private func endRow() {
    guard !cells.isEmpty else { return }
    rows.append(.init(place: SourcePlace(file: file, line: row, column: 1), cells: cells))
    cells = []
  }

  // MARK: - Afterwards

  /// Gives merged cells their value and says what there is to remark.
  ///
  /// - Complexity: O(*n*) for *n* cells, those of merged areas included.
  func finish(_ log: TableLog) {
    let start = SourcePlace(file: file, line: 1, column: 1)
    if hiddenRows > 0 {
      log.report(
        .hiddenPart,
        hiddenRows == 1
          ? "a row is hidden; it is read all the same"
          : "\(hiddenRows) rows are hidden; they are read all the same", at: start)
    }
    if let first = withoutValue.first {
      let count = withoutValue.count
      log.report(
        .notUnderstood,
        count == 1
          ? "the formula here has no stored value, and says nothing"
          : "\(count) formulas of the sheet have no stored value and say nothing; the first is here",
        at: first, hint: "open the workbook in Excel, let it calculate, and save it")
    }
    fillMerged(log)
  }

  /// An area of merged cells that lies over another one, which no workbook can have.
  private func overlappingArea() -> CellRange? {
    // No cell is read beyond this column, so that wide areas cost no more.
    let width = 1000
    var takenUntil = [Int](repeating: 0, count: width + 1)
    let ordered = merged.sorted {
      ($0.first.row, $0.first.column) < ($1.first.row, $1.first.column)
    }
    for range in ordered where range.first.column <= width {
      for column in range.first.column...min(range.last.column, width) {
        if takenUntil[column] >= range.first.row { return range }
        takenUntil[column] = range.last.row
      }
    }
    return nil
  }

  /// Takes the value of an area of merged cells for every row of its first column.
  private func fillMerged(_ log: TableLog) {
    if let range = overlappingArea() {
      let (row, column) = (range.first.row, range.first.column)
      return log.report(
        .damagedWorkbook,
        "the merged cells from \(SourcePlace.letters(ofColumn: column))\(row) on overlap others",
        at: SourcePlace(file: file, line: row, column: column))
    }
    let places = Dictionary(
      rows.enumerated().map { ($0.element.place.line, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    var filled = 0
    for range in merged where range.last.row > range.first.row {
      guard let first = places[range.first.row], let cell = rows[first].cell(range.first.column - 1)
      else { continue }
      for place in rows.indices.dropFirst(first + 1) {
        let line = rows[place].place.line
        guard filled < 100_000, line <= range.last.row else { break }
        while rows[place].cells.count < range.first.column { rows[place].cells.append(nil) }
        let here = SourcePlace(file: file, line: line, column: range.first.column)
        rows[place].cells[range.first.column - 1] = .init(
          text: cell.text, kind: cell.kind, place: here)
        filled += 1
      }
    }
    guard filled > 0 else { return }
    log.report(
      .mergedCells,
      filled == 1
        ? "a cell is merged with the one above, and takes its value"
        : "\(filled) cells are merged with the one above, and take its value",
      at: SourcePlace(file: file, line: 1, column: 1))
  }
}

/// Reads numbers as they are shown: days, times, shares, leading zeros.
struct WorkbookNumbers {
  let styles: WorkbookStyles
  let countsFrom1904: Bool

  /// A number as text.
  func cell(_ text: String, style: Int) -> (text: String, kind: TableSheet.CellKind) {
    guard let number = Double(decimal: text) else { return (text, .text) }
    switch styles.look(style: style) {
    case .plain: return (Self.plain(number), .number)
    case .percentage: return (Self.plain(number * 100) + "%", .number)
    case .digits(let width):
      let digits = Self.plain(number)
      let zeros = String(repeating: "0", count: max(0, width - digits.count))
      return (zeros + digits, .text)
    case .day: return day(number).map { ($0, .date) } ?? (Self.plain(number), .number)
    case .time: return (Self.time(number), .date)
    }
  }

  /// A number without the noise of its binary form: at most 15 digits, as workbooks show.
  static func plain(_ number: Double) -> String {
    if let whole = Int(exactly: number), whole.magnitude < 1_000_000_000_000_000 {
      return "\(whole)"
    }
    return String(format: "%.15g", number)
  }

  /// The day that is counted so, and its time where it has one.
  private func day(_ serial: Double) -> String? {
    guard (0.0..<2_958_466).contains(serial) else { return nil }
    // Day 60 of the count from 1900 is 29 February 1900, which there was not.
    let whole = Int(serial.rounded(.down))
    let shift = countsFrom1904 ? 24_107 : (whole < 60 ? 25_568 : 25_569)
    let date = CalendarDate(daysSinceEpoch: whole - shift)
    let minutes = Int(((serial - Double(whole)) * 1440).rounded())
    return minutes > 0 && minutes < 1440 ? "\(date) \(Self.clock(minutes))" : "\(date)"
  }

  /// A part of a day as hours and minutes.
  private static func time(_ serial: Double) -> String {
    clock(Int((min(max(serial, 0), 10_000) * 1440).rounded()))
  }

  private static func clock(_ minutes: Int) -> String {
    let two = { (number: Int) in (number < 10 ? "0" : "") + "\(number)" }
    return "\(two(minutes / 60)):\(two(minutes % 60))"
  }
}
