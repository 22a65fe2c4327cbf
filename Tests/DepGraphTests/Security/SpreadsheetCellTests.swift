import Testing

@testable import DepGraph

/// Cells that a spreadsheet would calculate, and back.
@Suite struct SpreadsheetCellTests {
  @Test func formulasGetAnApostrophe() {
    for text in [
      "=1+1", "@SUM(A1)", "+cmd|'x'!A1", "-2+3+cmd|'x'!A1", "\t=1", "\r=1", "'=1", "''@x", "-x",
    ] {
      #expect(text.guardedFromCalculation == "'" + text)
    }
  }

  @Test func numbersAndNamesStay() {
    for text in [
      "", "-", "-3.5", "+31 70 123 45 67", "+31-(0)70/123", "-5%", "-1:30", "a=b", "'t Gooi", "'",
      "x@y",
      "−1", "1e-3", " =1",
    ] {
      #expect(text.guardedFromCalculation == text)
      #expect(text.withoutCalculationGuard == text)
    }
  }

  /// Whatever stands in a cell comes back as it was.
  @Test(arguments: 1...20 as ClosedRange<Int>)
  func readingUndoesWriting(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let letters = ["'", "=", "+", "-", "@", "\t", "\r", "1", ".", "a", "\u{301}", "é", " "]
    for _ in 0..<200 {
      let text = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        letters[Int.random(in: 0..<letters.count, using: &random)]
      }.joined()
      #expect(
        text.guardedFromCalculation.withoutCalculationGuard == text, "seed \(seed): \(text)")
    }
  }
}
