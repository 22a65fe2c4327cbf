/// One table as somebody keeps it: a sheet of a workbook, or a file of delimited text.
struct TableSheet {
  /// What a cell holds.
  enum CellKind: Hashable {
    /// A text, as it was typed.
    case text
    /// A number, with a decimal point whatever the language.
    case number
    /// A day (2026-12-31), a moment or a time of day that the workbook holds as a number.
    case date
    /// `true` or `false`.
    case boolean
    /// A calculation that failed, such as `#N/A`.
    case error
  }

  /// One cell with its place.
  struct Cell {
    /// What it says, without white space around it.
    let text: String
    /// What it holds.
    let kind: CellKind
    /// Where it is.
    let place: SourcePlace
  }

  /// One row: its cells by their columns, counted from 0; empty cells may be missing.
  struct Row {
    /// Where it begins.
    let place: SourcePlace
    /// The cells.
    var cells: [Cell?]

    /// The cell of a column, or nil where there is none or nothing in it.
    func cell(_ column: Int) -> Cell? {
      guard cells.indices.contains(column), let cell = cells[column], !cell.text.isEmpty else {
        return nil
      }
      return cell
    }

    /// Whether nothing is written in it.
    var isEmpty: Bool { cells.allSatisfy { $0?.text.isEmpty != false } }
  }

  /// The file as the user named it.
  let file: String
  /// The name of the sheet; nil: a file of delimited text, which has one table.
  let name: String?
  /// The rows in which something is written, in order.
  var rows: [Row]

  /// What messages and reports call it.
  var title: String {
    let short = file.split(separator: "/").last.map(String.init) ?? file
    return name.map { "\(short)[\($0)]" } ?? short
  }
}

/// Collects what was found in tables, up to a limit: a file that is something else altogether says no
/// more after a thousand findings.
final class TableLog {
  private(set) var diagnostics: [Diagnostic] = []
  /// The texts that places point into, by file name.
  var texts: [String: String] = [:]
  private var seen: Set<Diagnostic> = []
  private static let most = 5000

  /// Adds a finding.
  func report(
    _ code: DiagnosticCode, _ message: String, at place: SourcePlace?, id: String? = nil,
    hint: String? = nil
  ) {
    guard diagnostics.count < Self.most || code.severity == .error else { return }
    // What stands in a cell must not reach a terminal as a command to it.
    let diagnostic = Diagnostic(
      code, message.withoutControlSigns, at: place, id: id, hint: hint?.withoutControlSigns)
    // A cell is looked at more than once.
    if seen.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
  }

  /// Adds a finding.
  func report(_ diagnostic: Diagnostic) {
    report(
      diagnostic.code, diagnostic.message, at: diagnostic.place, id: diagnostic.id,
      hint: diagnostic.hint)
  }
}

extension String {
  /// The text with a sign in place of each control character.
  fileprivate var withoutControlSigns: String {
    guard unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
      return self
    }
    return String(
      String.UnicodeScalarView(
        unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 }))
  }

  /// What is written in a cell: without white space around it, also of the kinds that are not seen.
  var cellText: String {
    let isSpace = { (scalar: Unicode.Scalar) in
      scalar.properties.isWhitespace || scalar == "\u{200B}" || scalar == "\u{FEFF}"
        || scalar == "\u{AD}"
    }
    guard let first = unicodeScalars.first, let last = unicodeScalars.last,
      isSpace(first) || isSpace(last)
    else { return self }
    let start = unicodeScalars.drop(while: isSpace)
    let end = start.reversed().prefix(while: isSpace).count
    return String(String.UnicodeScalarView(start.dropLast(end)))
  }
}
