/// A cell by its name: `C12` is row 12 of the third column.
struct CellReference: Hashable {
  /// The row, counted from 1.
  let row: Int
  /// The column, counted from 1.
  let column: Int

  /// Reads a name, or nil where there is no such cell.
  init?(_ text: some StringProtocol) {
    let bare = String(text.filter { $0 != "$" })
    // A letter with accents lies between two others, and is as long as it likes.
    let letters = bare.prefix { $0.isASCII && ("A"..."Z").contains($0) }
    guard !letters.isEmpty, letters.count <= 3,
      let row = Int(digits: bare.dropFirst(letters.count)),
      (1...WorkbookReader.mostRows).contains(row)
    else { return nil }
    let column = letters.utf8.reduce(0) { $0 * 26 + Int($1 - UInt8(ascii: "A")) + 1 }
    guard column <= WorkbookReader.mostColumns else { return nil }
    self.row = row
    self.column = column
  }
}

/// A rectangle of cells: `A1:B4`.
struct CellRange: Hashable {
  let first: CellReference
  let last: CellReference

  /// Reads a range, or nil where it is none.
  init?(_ text: String) {
    let ends = text.split(separator: ":", omittingEmptySubsequences: false).map {
      CellReference($0)
    }
    guard ends.count == 2, let first = ends[0], let last = ends[1], first.row <= last.row,
      first.column <= last.column
    else { return nil }
    self.first = first
    self.last = last
  }
}
