/// Keys that are written twice in one mapping, found one mapping at a time.
///
/// Yams stops at the first such mapping. So that all mistakes are reported at once, the second
/// writing is renamed to a key that readers pass over, and the text is read again, a few times.
struct DuplicateKeys {
  /// What marks a renamed key: a private-use character, which no text means.
  private static let renamedMark: Unicode.Scalar = "\u{E0DD}"
  /// How often a text is read again; each costs a whole reading.
  private static let greatestRepairs = 25

  private let file: String
  private var repairs = 0
  /// What was found so far.
  private(set) var diagnostics: [Diagnostic] = []

  /// Begins with nothing found.
  init(file: String) { self.file = file }

  /// Whether a key is one that was renamed.
  static func isRenamed(_ key: String) -> Bool { key.unicodeScalars.first == renamedMark }

  /// Reports keys and renames their second writing.
  ///
  /// - Parameters:
  ///   - keys: The keys that are written more than once in a mapping, sorted.
  ///   - first: Where the first of them is written first.
  ///   - text: The text.
  /// - Returns: The text to read again, or nil where that is of no use.
  /// - Complexity: O(*n*) for a text of *n* bytes.
  mutating func rename(_ keys: [String], firstAt first: SourcePlace, in text: String) -> String? {
    guard let key = keys.first else { return nil }
    repairs += 1
    var scalars = Array(text.unicodeScalars)
    let found = Self.secondWriting(of: Array(key.unicodeScalars), after: first, in: scalars)
    diagnostics.append(
      Diagnostic(
        .duplicateKey, "the key `\(key)` is written twice (first in line \(first.line))",
        at: found?.place ?? first))
    guard let found, repairs < Self.greatestRepairs else { return nil }
    // One scalar for one scalar, so that every place stays where it was. The second scalar counts
    // the repairs, so that a key written three times does not make two equal renamed ones.
    scalars[found.offset] = Self.renamedMark
    if key.unicodeScalars.count > 1, let count = Unicode.Scalar(0xE100 + UInt32(repairs)) {
      scalars[found.offset + 1] = count
    }
    var renamed = String.UnicodeScalarView()
    renamed.append(contentsOf: scalars)
    return String(renamed)
  }

  /// Where a key is written again: the next time that it stands as a whole word before a colon, in
  /// a block mapping in the same column.
  private static func secondWriting(
    of key: [Unicode.Scalar], after first: SourcePlace, in text: [Unicode.Scalar]
  ) -> (place: SourcePlace, offset: Int)? {
    var line = 1
    var column = 1
    var best: (place: SourcePlace, offset: Int)?
    for offset in text.indices {
      let isLater = (line, column) > (first.line, first.column)
      if isLater, matches(key, at: offset, in: text) {
        let place = SourcePlace(file: first.file, line: line, column: column)
        if column == first.column || line == first.line { return (place, offset) }
        best = best ?? (place, offset)
      }
      if text[offset] == "\n" {
        line += 1
        column = 1
      } else {
        column += 1
      }
    }
    return best
  }

  private static func matches(
    _ key: [Unicode.Scalar], at offset: Int, in text: [Unicode.Scalar]
  ) -> Bool {
    guard !key.isEmpty, text[offset] == key[0], offset + key.count < text.count else {
      return false
    }
    if offset > 0, !" \n\r\t{,".unicodeScalars.contains(text[offset - 1]) { return false }
    guard text[offset..<offset + key.count].elementsEqual(key) else { return false }
    var next = offset + key.count
    while next < text.count, text[next] == " " { next += 1 }
    return next < text.count && text[next] == ":"
  }
}
