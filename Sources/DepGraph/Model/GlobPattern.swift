/// A pattern of ids in which `*` stands for any letters and `?` for one.
public struct GlobPattern: Hashable, Sendable {
  /// The pattern as it was written.
  public let text: String
  private let bytes: [UInt8]

  /// Makes a pattern, or nil where the text holds neither `*` nor `?` and so is a plain id.
  public init?(_ text: String) {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") }) else {
      return nil
    }
    self.text = text
    bytes = Array(text.utf8)
  }

  /// Whether a whole id fits.
  ///
  /// Greedy with one step back: on a misfit the last `*` takes one letter more, and stars before it
  /// need never be looked at again.
  ///
  /// - Parameter id: The id.
  /// - Returns: True if it fits.
  /// - Complexity: O(*p*·*n*) for *p* letters of the pattern and *n* of the id.
  public func matches(_ id: String) -> Bool {
    let letters = Array(id.utf8)
    var letter = 0
    var position = 0
    var star: (position: Int, letter: Int)?
    while letter < letters.count {
      if position < bytes.count, bytes[position] == UInt8(ascii: "*") {
        star = (position, letter)
        position += 1
      } else if position < bytes.count,
        bytes[position] == UInt8(ascii: "?") || bytes[position] == letters[letter]
      {
        position += 1
        letter += 1
      } else if let last = star {
        star = (last.position, last.letter + 1)
        position = last.position + 1
        letter = last.letter + 1
      } else {
        return false
      }
    }
    return bytes[position...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
