/// A name broken into lines for a shape.
struct WrappedName: Equatable {
  /// The lines.
  let lines: [String]
  /// Whether something was cut off.
  let isCut: Bool

  /// A piece that is never broken.
  private struct Piece {
    var text: Substring
    /// Whether it stood against the piece before, after a hyphen or slash.
    var isGlued: Bool
  }

  /// Breaks a text at spaces, after hyphens and slashes, and cuts what does not fit.
  ///
  /// Balanced lines come out about equally long, since a long line above a short one wastes width.
  ///
  /// - Complexity: O(*n*·*w*) for *n* characters and a width of *w*.
  init(_ text: String, width: Int, lineCount: Int, isBalanced: Bool = true) {
    let pieces = Self.pieces(of: text)
    var filled = Self.fill(pieces, width: width)
    if filled.count > 1, isBalanced {
      let count = min(filled.count, lineCount)
      for narrower in stride(from: width - 1, through: 6, by: -1) {
        let candidate = Self.fill(pieces, width: narrower)
        guard candidate.count <= count, candidate.allSatisfy({ $0.count <= narrower })
        else { break }
        filled = candidate
      }
    }
    var wasCut = filled.count > lineCount
    if wasCut { filled = Array(filled.prefix(lineCount - 1)) + [filled[lineCount - 1] + " …"] }
    lines = filled.map { line in
      // A long word may stick out; what is longer still is no word.
      guard line.count > width + 8 else { return line }
      wasCut = true
      return line.prefix(width - 1) + "…"
    }
    isCut = wasCut
  }

  private static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    for word in text.split(separator: " ", omittingEmptySubsequences: true) {
      var start = word.startIndex
      for index in word.indices where word[index] == "-" || word[index] == "/" {
        let next = word.index(after: index)
        guard next < word.endIndex, index > start else { continue }
        pieces.append(Piece(text: word[start..<next], isGlued: start > word.startIndex))
        start = next
      }
      pieces.append(Piece(text: word[start...], isGlued: start > word.startIndex))
    }
    return pieces
  }

  private static func fill(_ pieces: [Piece], width: Int) -> [String] {
    var lines: [String] = []
    for piece in pieces {
      guard let last = lines.last else {
        lines.append(String(piece.text))
        continue
      }
      let glue = piece.isGlued ? "" : " "
      if last.count + glue.count + piece.text.count <= width {
        lines[lines.count - 1] = last + glue + piece.text
      } else {
        lines.append(String(piece.text))
      }
    }
    return lines
  }
}
