// Cells of tables that people open in a spreadsheet, which calculates what looks like a formula.

extension String {
  /// The text as a cell that no spreadsheet calculates: one that would be gets an apostrophe.
  ///
  /// A formula can open other files, addresses and, in some programs, start others. Numbers, telephone
  /// numbers and shares are no formulas, also with a sign before them. Apostrophes that stand before a
  /// formula already are kept, so that ``withoutCalculationGuard`` undoes exactly this.
  ///
  /// - Complexity: O(*n*) for *n* characters, O(1) where it cannot be a formula.
  var guardedFromCalculation: String {
    guard let first = utf8.first, "'=@+-\t\r".utf8.contains(first) else { return self }
    return drop { $0 == "'" }.looksLikeFormula ? "'" + self : self
  }

  /// The text that ``guardedFromCalculation`` was made of.
  ///
  /// - Complexity: O(*n*) for *n* characters, O(1) where it has no apostrophe before it.
  var withoutCalculationGuard: String {
    guard utf8.first == UInt8(ascii: "'") else { return self }
    return drop { $0 == "'" }.looksLikeFormula ? String(dropFirst()) : self
  }
}

extension Substring {
  /// Whether spreadsheets take it for a formula that does more than tell a number.
  fileprivate var looksLikeFormula: Bool {
    switch utf8.first {
    case UInt8(ascii: "="), UInt8(ascii: "@"), 0x09, 0x0D: true
    case UInt8(ascii: "+"), UInt8(ascii: "-"):
      !utf8.dropFirst().allSatisfy {
        (0x30...0x39).contains($0) || " .,:()/%+-".utf8.contains($0)
      }
    default: false
    }
  }
}
