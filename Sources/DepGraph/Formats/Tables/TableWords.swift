import Foundation

/// What a cell says, before its value is looked at.
enum TableAnswer: Hashable {
  /// Nothing is written.
  case blank
  /// It is written that nobody knows.
  case unknown
  /// It is written that the question does not apply.
  case notApplicable
  /// It is written that there is nothing.
  case nothing
  /// A value.
  case value(String)
  /// A calculation failed, or the program spoilt what was typed.
  case spoilt(String)
}

/// The words by which people answer in tables.
///
/// Blank, *unknown*, *not applicable* and *none* are four different answers.
struct TableWords {
  var yes: Set<String> = ["ja", "j", "yes", "y", "waar", "true", "x", "1", "v", "✓", "✔"]
  var no: Set<String> = ["nee", "n", "no", "onwaar", "false", "0"]
  var unknown: Set<String> = [
    "onbekend", "unknown", "?", "??", "???", "tbd", "n.n.b.", "nnb", "n.t.b.", "ntb", "weet niet",
    "nader te bepalen", "nog onbekend", "nog te bepalen", "to be determined", "not known",
  ]
  var notApplicable: Set<String> = [
    "n.v.t.", "nvt", "n.v.t", "niet van toepassing", "n/a", "na", "n.a.", "not applicable",
  ]
  var nothing: Set<String> = ["geen", "none", "nothing", "niets", "no dependencies"]
  /// Signs that fill a cell and say nothing: read as blank.
  var blank: Set<String> = ["-", "--", "–", "—", ".", "…"]

  /// What a cell says.
  func answer(_ cell: TableSheet.Cell?) -> TableAnswer {
    guard let cell else { return .blank }
    if cell.kind == .error || Self.isErrorText(cell.text) { return .spoilt(cell.text) }
    let word = Self.folded(cell.text)
    if word.isEmpty || blank.contains(word) { return .blank }
    if unknown.contains(word) { return .unknown }
    if notApplicable.contains(word) { return .notApplicable }
    if nothing.contains(word) { return .nothing }
    return .value(cell.text)
  }

  /// Yes or no, or nil where it is neither.
  func truth(_ text: String) -> Bool? {
    let word = Self.folded(text)
    if yes.contains(word) { return true }
    return no.contains(word) ? false : nil
  }

  /// A text without case, and with single spaces.
  static func folded(_ text: String) -> String {
    text.lowercased().split { $0.isWhitespace }.joined(separator: " ")
  }

  /// A title of a column with letters and digits alone, without accents.
  static func bare(_ title: String) -> String {
    title.folding(
      options: [.diacriticInsensitive, .caseInsensitive, .widthInsensitive],
      locale: Locale(identifier: "en_US_POSIX")
    ).lowercased().filter { $0.isLetter || $0.isNumber }
  }

  /// What failed calculations look like in a file of delimited text, in English and Dutch.
  private static func isErrorText(_ text: String) -> Bool {
    [
      "#N/A", "#N/B", "#REF!", "#VERW!", "#VALUE!", "#WAARDE!", "#DIV/0!", "#DEEL/0!", "#NAME?",
      "#NAAM?", "#NUM!", "#GETAL!", "#NULL!", "#LEEG!",
    ].contains(text)
  }
}
