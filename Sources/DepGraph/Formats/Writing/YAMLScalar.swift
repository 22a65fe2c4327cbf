/// How a scalar is written in YAML: plain where YAML 1.1, YAML 1.2 and this program read the same
/// text, else in quotes or as a block.
enum YAMLScalar {
  /// The text of a scalar on one line.
  ///
  /// - Parameters:
  ///   - value: A text or a bare word.
  ///   - inFlow: Whether brackets or braces stand round it.
  /// - Returns: The text, in quotes where it needs them.
  /// - Complexity: O(*n*) for *n* bytes.
  static func text(of value: WrittenValue, inFlow: Bool) -> String {
    switch value {
    case .text(let text):
      isPlain(text, inFlow: inFlow) && !isTakenForOther(text) ? text : text.quotedForYAML
    case .bare(let text):
      isPlain(text, inFlow: inFlow) && !QuoteThis.isAmbiguous(text) ? text : text.quotedForYAML
    case .list, .mapping: preconditionFailure("a list or a mapping is no scalar")
    }
  }

  /// Whether a text can stand without quotes and is then read as itself.
  private static func isPlain(_ text: String, inFlow: Bool) -> Bool {
    var previous: UInt8 = 0
    var isFirst = true
    var beforePrevious: UInt8 = 0
    for byte in text.utf8 {
      if isFirst {
        guard canBegin(byte) || (byte == UInt8(ascii: "-") && text.utf8.count > 1) else {
          return false
        }
        isFirst = false
      } else if previous == UInt8(ascii: "-"), beforePrevious == 0,
        !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      {
        return false
      }
      switch byte {
      case 0..<0x20, 0x7F: return false
      case UInt8(ascii: "#"): if previous == 0x20 { return false }
      case UInt8(ascii: ":"): if inFlow { return false }
      case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
        UInt8(ascii: "}"):
        if inFlow { return false }
      case 0x20: if previous == UInt8(ascii: ":") { return false }
      default: break
      }
      beforePrevious = previous
      previous = byte
    }
    guard !isFirst, previous != 0x20, previous != UInt8(ascii: ":") else { return false }
    return isPrintable(text)
  }

  private static func canBegin(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "("), UInt8(ascii: "/"),
      UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...0xFF:
      true
    default: false
    }
  }

  /// Whether a text holds only what YAML takes as it stands, lines and tabs included.
  private static func isPrintable(_ text: String) -> Bool {
    guard text.utf8.contains(where: { $0 >= 0x7F }) else { return true }
    return text.unicodeScalars.allSatisfy { !$0.isEscapedInYAML }
  }

  /// Whether other programs could take a plain text for a number, a date, a truth value or nothing.
  private static func isTakenForOther(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return true }
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      return text.utf8.allSatisfy { isOfNumbers[Int($0)] }
    default:
      guard text.utf8.count <= 5 else { return false }
      return wordsOfOthers.contains(text.lowercased())
    }
  }

  private static let wordsOfOthers: Set<String> = [
    "null", "true", "false", "yes", "no", "on", "off", "y", "n",
  ]

  /// The bytes of which numbers and moments are made, in any version of YAML.
  private static let isOfNumbers: [Bool] = {
    var table = Array(repeating: false, count: 256)
    for byte in "0123456789abcdefABCDEFxXoO_+-.: tTzZ".utf8 { table[Int(byte)] = true }
    return table
  }()

  // MARK: - Blocks

  /// A text as a block: its header, and its lines.
  struct Block {
    let header: String
    let lines: [String]
    let isFolded: Bool
  }

  /// The block of a text; nil where only quotes can hold it.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  static func block(of text: String) -> Block? {
    let bytes = text.utf8
    guard let first = bytes.first, first > 0x20, let last = bytes.last, last != 0x20,
      bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x0A }), isPrintable(text)
    else { return nil }
    guard bytes.contains(0x0A) else {
      guard bytes.contains(0x20) else { return nil }
      // Only single blanks can be folded and come back as they were.
      let isSpaced = text.split(separator: " ", omittingEmptySubsequences: false).contains {
        $0.isEmpty
      }
      return isSpaced ? nil : Block(header: ">-", lines: [text], isFolded: true)
    }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard !lines.contains(where: { $0.hasSuffix(" ") }) else { return nil }
    let endsInLine = last == 0x0A
    if endsInLine { lines.removeLast() }
    // Blank lines at the end would need a header of their own.
    guard lines.last?.isEmpty == false else { return nil }
    return Block(header: endsInLine ? "|" : "|-", lines: lines, isFolded: false)
  }

  /// A text in lines of some columns, broken at blanks.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  static func fold(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if line.isEmpty {
        line = String(word)
      } else if line.utf8.count + 1 + word.utf8.count <= width {
        line += " \(word)"
      } else {
        lines.append(line)
        line = String(word)
      }
    }
    lines.append(line)
    return lines
  }
}
