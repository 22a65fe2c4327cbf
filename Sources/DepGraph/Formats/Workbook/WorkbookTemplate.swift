internal import CXlsxwriter
import Foundation

/// A workbook to fill in: sheets for processes, components, dependencies, agreements and contacts, each
/// with explained columns, choices, and three fictional rows.
///
/// The same language gives the same bytes.
public struct WorkbookTemplate: Sendable {
  /// Why it could not be made.
  public enum Problem: Error, Hashable, Sendable {
    /// The library that writes workbooks refuses, with its number for the reason.
    case refused(Int)
    /// No place for a temporary file.
    case temporary
  }

  /// The language of its words.
  public let language: Language

  /// Makes a template.
  ///
  /// - Parameter language: The language of its words.
  public init(language: Language) { self.language = language }

  /// How many rows can be filled with choices.
  private static let rowCount: UInt32 = 1000
  /// The moment that the workbook says it was made: one and the same.
  private static let made = 1_767_225_600

  /// The bytes of the workbook.
  ///
  /// - Returns: An .xlsx file.
  /// - Throws: ``Problem`` where it cannot be written.
  /// - Complexity: O(*c*) for *c* columns.
  public func bytes() throws(Problem) -> [UInt8] {
    let path = UnfinishedFiles.begin {
      FileManager.default.temporaryDirectory
        .appendingPathComponent("depgraph-\(UUID().uuidString).xlsx").path
    }
    defer { UnfinishedFiles.end(path) { try? FileManager.default.removeItem(atPath: path) } }
    guard let book = unsafe workbook_new(path) else { throw .temporary }
    var properties = unsafe lxw_doc_properties()
    unsafe properties.created = time_t(Self.made)
    unsafe workbook_set_properties(book, &properties)
    let looks = unsafe Looks(book)
    unsafe writeExplanation(book, looks)
    for sheet in TableTemplate.sheets { unsafe write(sheet, into: book, looks) }
    let status = unsafe workbook_close(book)
    guard status.rawValue == 0 else { throw .refused(Int(status.rawValue)) }
    guard let data = FileManager.default.contents(atPath: path) else { throw .temporary }
    return [UInt8](data)
  }

  private func pick(_ text: (dutch: String, english: String)) -> String {
    language == .dutch ? text.dutch : text.english
  }

  /// How cells look.
  @safe private struct Looks {
    let title: UnsafeMutablePointer<lxw_format>?
    let header: UnsafeMutablePointer<lxw_format>?
    let example: UnsafeMutablePointer<lxw_format>?
    let text: UnsafeMutablePointer<lxw_format>?

    init(_ book: UnsafeMutablePointer<lxw_workbook>) {
      unsafe title = workbook_add_format(book)
      unsafe header = workbook_add_format(book)
      unsafe example = workbook_add_format(book)
      unsafe text = workbook_add_format(book)
      unsafe format_set_bold(title)
      unsafe format_set_font_size(title, 14)
      unsafe format_set_bold(header)
      unsafe format_set_bg_color(header, 0xDDE6F0)
      unsafe format_set_text_wrap(header)
      unsafe format_set_bottom(header, 1)
      unsafe format_set_italic(example)
      unsafe format_set_font_color(example, 0x707070)
      // As text, so that numbers keep their zeros and days stay as they were typed.
      unsafe format_set_num_format(example, "@")
      unsafe format_set_num_format(text, "@")
    }
  }

  // MARK: - Sheets

  private func writeExplanation(_ book: UnsafeMutablePointer<lxw_workbook>, _ looks: Looks) {
    let name = pick(("Uitleg", "Explanation"))
    guard let page = unsafe workbook_add_worksheet(book, name) else { return }
    unsafe worksheet_set_column(page, 0, 0, 26, nil)
    unsafe worksheet_set_column(page, 1, 1, 26, nil)
    unsafe worksheet_set_column(page, 2, 2, 110, nil)
    let title = pick(("Werkblad voor DepGraph", "Worksheet for DepGraph"))
    unsafe worksheet_write_string(page, 0, 0, title, looks.title)
    var row: UInt32 = 2
    for line in explanation {
      unsafe worksheet_write_string(page, row, 0, line, nil)
      row += 1
    }
    row += 1
    let heads = [("Blad", "Sheet"), ("Kolom", "Column"), ("Wat erin komt", "What it holds")]
    for (column, head) in heads.enumerated() {
      unsafe worksheet_write_string(page, row, UInt16(column), pick(head), looks.header)
    }
    for sheet in TableTemplate.sheets {
      for column in sheet.columns {
        row += 1
        unsafe worksheet_write_string(page, row, 0, pick(sheet.title), nil)
        unsafe worksheet_write_string(page, row, 1, pick(column.title), nil)
        unsafe worksheet_write_string(page, row, 2, pick(column.help), nil)
      }
    }
  }

  private var explanation: [String] {
    switch language {
    case .dutch:
      [
        "Vul de bladen hierachter en lees het bestand in:  depgraph import table werkblad.xlsx -o model.yaml",
        "De grijze, schuine regels zijn verzonnen voorbeelden: haal ze weg.",
        "Leeg is onbekend. Schrijf `geen` waar er echt niets is, `onbekend` waar niemand het weet en "
          + "`n.v.t.` waar de vraag niet speelt: dat zijn drie verschillende antwoorden.",
        "Schrijf een naam overal hetzelfde; hoofdletters tellen niet. Een naam zonder eigen regel wordt "
          + "gemeld.",
        "Kolommen mogen van plaats wisselen; hun namen niet.",
      ]
    case .english:
      [
        "Fill in the sheets behind this one and read the file:  depgraph import table worksheet.xlsx -o model.yaml",
        "The grey, slanted rows are made-up examples: remove them.",
        "Blank is unknown. Write `none` where there really is nothing, `unknown` where nobody knows and "
          + "`n/a` where the question does not arise: these are three different answers.",
        "Write a name the same everywhere; capitals do not count. A name without a row of its own is "
          + "remarked on.",
        "Columns may change places; their names may not.",
      ]
    }
  }

  private func write(
    _ sheet: TableTemplate.SheetForm, into book: UnsafeMutablePointer<lxw_workbook>, _ looks: Looks
  ) {
    guard let page = unsafe workbook_add_worksheet(book, pick(sheet.title)) else { return }
    unsafe worksheet_set_row(page, 0, 32, nil)
    unsafe worksheet_freeze_panes(page, 1, 1)
    for (number, column) in sheet.columns.enumerated() {
      let place = UInt16(number)
      unsafe worksheet_set_column(page, place, place, column.width, looks.text)
      unsafe worksheet_write_string(page, 0, place, pick(column.title), looks.header)
      unsafe worksheet_write_comment(page, 0, place, pick(column.help))
      for (index, example) in column.examples.enumerated() where !pick(example).isEmpty {
        unsafe worksheet_write_string(
          page, UInt32(index + 1), place, pick(example), looks.example)
      }
      if let formula = choices(of: column) {
        unsafe offer(formula, isStrict: isStrict(column), in: page, place)
      }
    }
  }

  /// Whether only the words offered make sense.
  private func isStrict(_ column: TableTemplate.Column) -> Bool {
    if case .words = column.choice { true } else { false }
  }

  /// The list of what can be chosen, as a formula; nil: anything.
  private func choices(of column: TableTemplate.Column) -> String? {
    switch column.choice {
    case .free: return nil
    case .words(let words): return "\"" + words.map(pick).joined(separator: ",") + "\""
    case .names(let sheet):
      return "='\(pick(TableTemplate.sheets[sheet].title))'!$A$2:$A$\(Self.rowCount + 1)"
    }
  }

  private func offer(
    _ formula: String, isStrict: Bool, in page: UnsafeMutablePointer<lxw_worksheet>,
    _ column: UInt16
  ) {
    var formula = Array(formula.utf8CString)
    unsafe formula.withUnsafeMutableBufferPointer { buffer in
      var validation = unsafe lxw_data_validation()
      unsafe validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
      unsafe validation.value_formula = buffer.baseAddress
      // A list of several names is no name of the list: it is asked about, not refused.
      unsafe validation.error_type = UInt8(
        (isStrict ? LXW_VALIDATION_ERROR_TYPE_STOP : LXW_VALIDATION_ERROR_TYPE_INFORMATION).rawValue
      )
      unsafe worksheet_data_validation_range(page, 1, column, Self.rowCount, column, &validation)
    }
  }
}
