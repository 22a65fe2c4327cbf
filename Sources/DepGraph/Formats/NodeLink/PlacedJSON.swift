/// Reads JSON text (RFC 8259) strictly, into values with their places.
///
/// Nothing beyond the standard is taken: no comments, no `NaN`, no key twice, no half of a surrogate
/// pair.
struct PlacedJSON {
  /// How deep values may nest.
  static let greatestDepth = YAMLText.greatestDepth

  private let file: String
  private let bytes: [UInt8]
  private var offset = 0
  private var line = 1
  /// The column of the byte at `offset`, in Unicode scalars.
  private var column = 1
  private(set) var diagnostics: [Diagnostic] = []

  /// What stops the reading.
  private enum Stop: Error { case stopped }

  /// - Parameters:
  ///   - text: The text, without a byte order mark.
  ///   - file: The file's name, for places.
  init(_ text: String, file: String) {
    bytes = Array(text.utf8)
    self.file = file
  }

  /// The value that the text stands for; nil where it stands for none.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  mutating func value() -> YAMLValue? {
    skipSpace()
    guard byte != nil else {
      diagnostics.append(Diagnostic(.emptyFile, "the file holds nothing", at: place))
      return nil
    }
    guard let value = try? value(depth: 0) else { return nil }
    skipSpace()
    guard byte == nil else {
      diagnostics.append(
        Diagnostic(.notJSON, "something stands after the end of the value", at: place))
      return nil
    }
    return diagnostics.hasErrors ? nil : value
  }

  // MARK: - Bytes

  private var place: SourcePlace { SourcePlace(file: file, line: line, column: column) }
  private var byte: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func step() {
    let byte = bytes[offset]
    offset += 1
    switch byte {
    case 0x0A:
      line += 1
      column = 1
    case 0x0D where self.byte != 0x0A:
      line += 1
      column = 1
    // The bytes after the first of a scalar take no column.
    case 0x80...0xBF: break
    default: column += 1
    }
  }

  private mutating func skipSpace() {
    while let byte, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { step() }
  }

  private mutating func takes(_ wanted: Unicode.Scalar) -> Bool {
    guard byte == UInt8(ascii: wanted) else { return false }
    step()
    return true
  }

  private mutating func stop(_ message: String, _ code: DiagnosticCode = .notJSON) -> Stop {
    diagnostics.append(Diagnostic(code, message, at: place))
    return .stopped
  }

  // MARK: - Values

  private mutating func value(depth: Int) throws(Stop) -> YAMLValue {
    guard depth <= Self.greatestDepth else {
      throw stop("values nest deeper than \(Self.greatestDepth) levels", .tooDeep)
    }
    let start = place
    switch byte {
    case UInt8(ascii: "{"): return YAMLValue(content: .mapping(try object(depth)), place: start)
    case UInt8(ascii: "["): return YAMLValue(content: .list(try array(depth)), place: start)
    case UInt8(ascii: "\""):
      return YAMLValue(content: .scalar(try string(), isPlain: false), place: start)
    case nil: throw stop("the file ends before its values do")
    default: return YAMLValue(content: .scalar(try word(), isPlain: true), place: start)
    }
  }

  private mutating func object(_ depth: Int) throws(Stop) -> [YAMLValue.Pair] {
    step()
    var pairs: [YAMLValue.Pair] = []
    var seen: Set<String> = []
    skipSpace()
    if takes("}") { return pairs }
    while true {
      skipSpace()
      let start = place
      guard byte == UInt8(ascii: "\"") else { throw stop("a key in quotes is expected") }
      let key = try string()
      skipSpace()
      guard takes(":") else { throw stop("a colon is expected") }
      skipSpace()
      let item = try value(depth: depth + 1)
      if seen.insert(key).inserted {
        pairs.append(.init(key: key, keyIsPlain: false, place: start, value: item))
      } else {
        diagnostics.append(
          Diagnostic(.duplicateKey, "the key `\(key.prefix(80))` stands twice", at: start))
      }
      skipSpace()
      if takes("}") { return pairs }
      guard takes(",") else { throw stop("a comma or `}` is expected") }
    }
  }

  private mutating func array(_ depth: Int) throws(Stop) -> [YAMLValue] {
    step()
    var items: [YAMLValue] = []
    skipSpace()
    if takes("]") { return items }
    while true {
      skipSpace()
      items.append(try value(depth: depth + 1))
      skipSpace()
      if takes("]") { return items }
      guard takes(",") else { throw stop("a comma or `]` is expected") }
    }
  }

  /// A number, or `true`, `false` or `null`.
  private mutating func word() throws(Stop) -> String {
    let start = offset
    let begin = place
    while let byte, Self.isInWord(byte) { step() }
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    if ["true", "false", "null"].contains(text) || Self.isNumber(bytes[start..<offset]) {
      return text
    }
    let shown = text.isEmpty ? "this" : "`\(text.prefix(40))`"
    diagnostics.append(Diagnostic(.notJSON, "\(shown) is no value of JSON", at: begin))
    throw .stopped
  }

  private static func isInWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// Whether bytes are a number as JSON writes it.
  private static func isNumber(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    func digits() -> Int {
      let count = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
      rest = rest.dropFirst(count)
      return count
    }
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let startsWithZero = rest.first == UInt8(ascii: "0")
    let whole = digits()
    guard whole > 0, !startsWithZero || whole == 1 else { return false }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      guard digits() > 0 else { return false }
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") {
        rest = rest.dropFirst()
      }
      guard digits() > 0 else { return false }
    }
    return rest.isEmpty
  }

  // MARK: - Strings

  private mutating func string() throws(Stop) -> String {
    step()
    var text: [UInt8] = []
    while let byte {
      switch byte {
      case UInt8(ascii: "\""):
        step()
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text += Array(String(try escaped()).utf8)
      case ..<0x20: throw stop("a line break or control character stands in a text")
      default:
        text.append(byte)
        step()
      }
    }
    throw stop("the file ends in a text")
  }

  private mutating func escaped() throws(Stop) -> Character {
    step()
    guard let byte else { throw stop("the file ends in a text") }
    let plain: Character? =
      switch byte {
      case UInt8(ascii: "n"): "\n"
      case UInt8(ascii: "t"): "\t"
      case UInt8(ascii: "r"): "\r"
      case UInt8(ascii: "b"): "\u{8}"
      case UInt8(ascii: "f"): "\u{C}"
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
        Character(Unicode.Scalar(byte))
      default: nil
      }
    if let plain {
      step()
      return plain
    }
    guard byte == UInt8(ascii: "u") else { throw stop("there is no such escape in JSON") }
    step()
    return try unicode()
  }

  private mutating func unicode() throws(Stop) -> Character {
    let first = try unit()
    if let scalar = Unicode.Scalar(first) { return Character(scalar) }
    guard (0xD800..<0xDC00).contains(first), takes("\\"), takes("u") else {
      throw stop("half of a surrogate pair stands alone")
    }
    let second = try unit()
    guard (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) * 0x400 + (second - 0xDC00))
    else { throw stop("half of a surrogate pair stands alone") }
    return Character(scalar)
  }

  private mutating func unit() throws(Stop) -> UInt32 {
    guard offset + 4 <= bytes.count else { throw stop("the file ends in an escape") }
    let digits = bytes[offset..<offset + 4]
    let isHexadecimal = digits.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit && $0 < 0x80 }
    guard isHexadecimal, let number = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw stop("an escape needs four hexadecimal digits") }
    for _ in 0..<4 { step() }
    return number
  }
}
