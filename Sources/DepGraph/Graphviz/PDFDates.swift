/// The date that cairo writes into every PDF, which would make each run's file another one.
enum PDFDates {
  private static let key = [UInt8]("/CreationDate (D:".utf8)

  /// Blanks the entry out with as many spaces, so that no position in the file moves.
  ///
  /// The last one is the document's own: a link's address that looks the same stands before it.
  ///
  /// - Complexity: O(*n*) in the size of the file.
  static func erase(in bytes: inout [UInt8]) {
    guard bytes.count > key.count else { return }
    var start = bytes.count - key.count
    while start >= 0, !bytes[start..<(start + key.count)].elementsEqual(key) { start -= 1 }
    guard start >= 0, let end = bytes[start...].firstIndex(of: UInt8(ascii: ")")) else { return }
    for index in start...end { bytes[index] = UInt8(ascii: " ") }
  }
}
