/// Finds what stands after the first graph of a text in DOT, which Graphviz's library leaves unread.
struct DOTEnding {
  private let bytes: [UInt8]
  private var index = 0
  private var line = 1
  private var lineStart = 0
  private var hasClosed = false

  /// The place of the first thing after the first graph that is no blank and no comment.
  ///
  /// - Parameters:
  ///   - text: A text that the library has read.
  ///   - file: The file's name.
  /// - Returns: The place; nil where nothing stands there.
  /// - Complexity: O(*n*) for *n* bytes.
  static func place(afterFirstGraphOf text: String, in file: String) -> SourcePlace? {
    var ending = DOTEnding(text)
    guard ending.findMore() else { return nil }
    return SourcePlace(file: file, line: ending.line, column: ending.column)
  }

  /// Whether the first graph is closed; the library takes what it has where its stack runs out.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  static func isClosed(in text: String) -> Bool {
    var ending = DOTEnding(text)
    _ = ending.findMore()
    return ending.hasClosed
  }

  private init(_ text: String) { bytes = Array(text.utf8) }

  private var column: Int {
    bytes[lineStart..<index].count { $0 & 0xC0 != 0x80 } + 1
  }

  /// Moves to what follows; false at the end of the text.
  private mutating func findMore() -> Bool {
    var depth = 0
    while index < bytes.count {
      if skipBlankOrComment() { continue }
      if hasClosed { return true }
      switch bytes[index] {
      case UInt8(ascii: "\""): skipQuoted()
      case UInt8(ascii: "<"): skipHTML()
      case UInt8(ascii: "{"):
        depth += 1
        step()
      case UInt8(ascii: "}"):
        depth -= 1
        hasClosed = depth == 0
        step()
      default: step()
      }
    }
    return false
  }

  private mutating func step() {
    if bytes[index] == UInt8(ascii: "\n") {
      line += 1
      lineStart = index + 1
    }
    index += 1
  }

  private func isAt(_ word: String) -> Bool { bytes[index...].starts(with: word.utf8) }

  /// Moves behind a word, or to the end of the text.
  private mutating func skip(behind word: String) {
    while index < bytes.count, !isAt(word) { step() }
    for _ in 0..<word.utf8.count where index < bytes.count { step() }
  }

  private mutating func skipBlankOrComment() -> Bool {
    switch bytes[index] {
    case 0x09...0x0D, 0x20: step()
    // A line that begins so is one of the C preprocessor.
    case UInt8(ascii: "#") where index == lineStart: skip(behind: "\n")
    case UInt8(ascii: "/") where isAt("//"): skip(behind: "\n")
    case UInt8(ascii: "/") where isAt("/*"): skip(behind: "*/")
    default: return false
    }
    return true
  }

  private mutating func skipQuoted() {
    step()
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count { step() }
      step()
    }
    if index < bytes.count { step() }
  }

  /// Skips a text in angle brackets, which may hold others.
  private mutating func skipHTML() {
    var depth = 0
    while index < bytes.count {
      if isAt("<!--") {
        skip(behind: "-->")
        continue
      }
      if bytes[index] == UInt8(ascii: "<") { depth += 1 }
      if bytes[index] == UInt8(ascii: ">") { depth -= 1 }
      step()
      if depth == 0 { return }
    }
  }
}
