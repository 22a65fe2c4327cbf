/// The rows of a plain table (RFC 4180): cells between commas, semicolons or tabs, quoted where they
/// hold one.
struct DelimitedTable {
  /// One cell with its place.
  struct Cell {
    let text: String
    let place: SourcePlace
  }

  /// The rows, empty lines left out.
  private(set) var rows: [[Cell]] = []
  /// What stands between cells.
  let delimiter: Unicode.Scalar

  /// The most rows, the most cells of a row, and the most cells of all.
  private static let mostRows = 1_000_000
  private static let mostCells = 1000
  private static let mostCellsOfAll = 2_000_000

  /// Reads a text.
  ///
  /// - Parameters:
  ///   - text: The text, without a byte order mark.
  ///   - file: The file's name for places.
  ///   - report: Takes each mistake.
  /// - Complexity: O(*n*) for *n* scalars.
  init(
    _ text: String, file: String,
    report: (DiagnosticCode, String, SourcePlace) -> Void
  ) {
    let scalars = Array(text.unicodeScalars)
    delimiter = Self.delimiter(of: scalars)
    var reader = Reader(scalars: scalars, file: file, delimiter: delimiter)
    var cells = 0
    while !reader.isAtEnd {
      guard rows.count < Self.mostRows, cells < Self.mostCellsOfAll else {
        report(
          .tooLarge,
          "a table has at most \(Self.mostRows) rows and \(Self.mostCellsOfAll) cells", reader.here)
        return
      }
      let row = reader.row(report)
      cells += row.count
      if row.count > Self.mostCells {
        report(.tooLarge, "a row has at most \(Self.mostCells) cells", row[0].place)
        return
      }
      if row.contains(where: { !$0.text.trimmed.isEmpty }) { rows.append(row) }
    }
  }

  /// The one of the three that stands most often in the first line outside quotes.
  private static func delimiter(of scalars: [Unicode.Scalar]) -> Unicode.Scalar {
    let candidates: [Unicode.Scalar] = [";", ",", "\t"]
    var counts = [0, 0, 0]
    var isQuoted = false
    for scalar in scalars {
      if scalar == "\"" { isQuoted.toggle() }
      if isQuoted { continue }
      if scalar == "\n" || scalar == "\r" { break }
      if let place = candidates.firstIndex(of: scalar) { counts[place] += 1 }
    }
    let most = counts.max() ?? 0
    return candidates[counts.firstIndex(of: most) ?? 0]
  }
}

private struct Reader {
  let scalars: [Unicode.Scalar]
  let file: String
  let delimiter: Unicode.Scalar
  private var position = 0
  private var line = 1
  private var column = 1

  init(scalars: [Unicode.Scalar], file: String, delimiter: Unicode.Scalar) {
    self.scalars = scalars
    self.file = file
    self.delimiter = delimiter
  }

  var isAtEnd: Bool { position >= scalars.count }
  var here: SourcePlace { SourcePlace(file: file, line: line, column: column) }

  private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private mutating func step() {
    let scalar = scalars[position]
    position += 1
    if scalar == "\n" || (scalar == "\r" && next != "\n") {
      line += 1
      column = 1
    } else {
      column += 1
    }
  }

  private var isAtLineEnd: Bool { next == nil || next == "\n" || next == "\r" }

  /// The cells up to the end of the line, which is taken too.
  mutating func row(
    _ report: (DiagnosticCode, String, SourcePlace) -> Void
  ) -> [DelimitedTable.Cell] {
    var cells: [DelimitedTable.Cell] = []
    while true {
      let place = here
      let text = next == "\"" ? quoted(report) : plain()
      cells.append(.init(text: text, place: place))
      if !isAtLineEnd, next == delimiter {
        step()
        continue
      }
      if next == "\r" { step() }
      if next == "\n" { step() }
      return cells
    }
  }

  private mutating func plain() -> String {
    var text = String.UnicodeScalarView()
    while !isAtLineEnd, let scalar = next, scalar != delimiter {
      text.append(scalar)
      step()
    }
    return String(text)
  }

  private mutating func quoted(
    _ report: (DiagnosticCode, String, SourcePlace) -> Void
  ) -> String {
    let start = here
    var text = String.UnicodeScalarView()
    step()
    while let scalar = next {
      step()
      guard scalar == "\"" else {
        text.append(scalar)
        continue
      }
      if next == "\"" {
        text.append("\"")
        step()
        continue
      }
      if !isAtLineEnd, next != delimiter {
        report(
          .badValue, "after a closing quote comes the next cell; a quote inside is doubled", here)
        text.append(contentsOf: plain().unicodeScalars)
      }
      return String(text)
    }
    report(.badValue, "this quote is never closed", start)
    return String(text)
  }
}
