/// A JSON text (RFC 8259) that is read strictly into a ``YAMLValue``, so that everything that reads
/// values reads it too.
///
/// A string is a scalar in quotes; numbers and `true`, `false` and `null` are plain scalars with
/// their text as written. Lines are counted as everywhere: also a line separator inside a string
/// begins a line.
///
/// ```swift
/// var found: [Diagnostic] = []
/// let value = JSONDocument(text: "{\"a\": [1, \"\\ud83d\\ude00\"]}", file: "a.json").value(&found)
/// ```
struct JSONDocument: Sendable {
  /// How deep values may nest: recursion must stay shallow.
  static let greatestDepth = 200

  /// The bytes, without a byte order mark; they are valid UTF-8.
  let bytes: [UInt8]
  /// The file's name, for places.
  let file: String

  /// Takes a text, without a byte order mark.
  init(text: String, file: String) {
    bytes = Array(text.utf8)
    self.file = file
  }

  /// Whether a text begins as a JSON object does.
  static func looksLikeObject(_ text: String) -> Bool {
    text.utf8.first { !JSONParser.isSpace($0) } == UInt8(ascii: "{")
  }

  /// The value of the text.
  ///
  /// - Parameter diagnostics: Where mistakes are added.
  /// - Returns: The value, or nil where the text is empty or no JSON; an error was added then.
  /// - Complexity: O(*n*) for *n* bytes.
  func value(_ diagnostics: inout [Diagnostic]) -> YAMLValue? {
    var parser = JSONParser(bytes: bytes, file: file)
    defer { diagnostics += parser.diagnostics }
    do {
      return try parser.document()
    } catch {
      parser.diagnostics.append(Diagnostic(error.code, error.message, at: error.place))
      return nil
    }
  }
}

/// Where a text ceases to be JSON, after which nothing in it means anything.
struct JSONFlaw: Error {
  let code: DiagnosticCode
  let message: String
  let place: SourcePlace
}

/// A position in a JSON text, and what the text must hold from there on.
struct JSONParser {
  private let bytes: [UInt8]
  private let file: String
  /// What was found that does not end the reading: keys written twice.
  var diagnostics: [Diagnostic] = []
  private var offset = 0
  private var line = 1
  /// The byte at which a column of 1 would stand, moved on for every byte that is no letter's first.
  private var columnOrigin = 0

  init(bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  private var here: SourcePlace {
    SourcePlace(file: file, line: line, column: offset - columnOrigin + 1)
  }

  private var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private func flaw(
    _ message: String, _ code: DiagnosticCode = .notJSON, at place: SourcePlace? = nil
  ) -> JSONFlaw {
    JSONFlaw(code: code, message: message, place: place ?? here)
  }

  /// What stands here, in words.
  private var found: String {
    guard let next else { return "the end of the file" }
    return (0x21...0x7E).contains(next)
      ? "`\(Character(Unicode.Scalar(next)))`" : "something else"
  }

  /// One value with nothing but white space round it.
  mutating func document() throws(JSONFlaw) -> YAMLValue {
    skipSpace()
    guard next != nil else { throw flaw("the file holds nothing", .emptyFile) }
    let value = try value(depth: 0)
    skipSpace()
    guard next == nil else { throw flaw("after the value comes \(found)") }
    return value
  }

  private mutating func skipSpace() {
    while offset < bytes.count {
      let byte = bytes[offset]
      guard Self.isSpace(byte) else { return }
      offset += 1
      guard byte == 0x0A || byte == 0x0D else { continue }
      if byte == 0x0D, next == 0x0A { offset += 1 }
      beginLine()
    }
  }

  private mutating func beginLine() {
    line += 1
    columnOrigin = offset
  }

  private mutating func value(depth: Int) throws(JSONFlaw) -> YAMLValue {
    guard depth <= JSONDocument.greatestDepth else {
      throw flaw("values nest deeper than \(JSONDocument.greatestDepth) levels", .tooDeep)
    }
    let place = here
    switch next {
    case UInt8(ascii: "{"):
      return YAMLValue(content: .mapping(try pairs(depth: depth)), place: place)
    case UInt8(ascii: "["):
      return YAMLValue(content: .list(try members(depth: depth)), place: place)
    case UInt8(ascii: "\""):
      return YAMLValue(content: .scalar(try string(), isPlain: false), place: place)
    case UInt8(ascii: "-"), .some(UInt8(ascii: "0")...UInt8(ascii: "9")):
      return YAMLValue(content: .scalar(try number(), isPlain: true), place: place)
    default:
      for word in ["true", "false", "null"] where take(word) {
        return YAMLValue(content: .scalar(word, isPlain: true), place: place)
      }
      throw flaw("a value is wanted here, not \(found)")
    }
  }

  private mutating func take(_ word: String) -> Bool {
    let letters = word.utf8
    guard offset + letters.count <= bytes.count,
      bytes[offset..<(offset + letters.count)].elementsEqual(letters)
    else { return false }
    offset += letters.count
    return true
  }

  private mutating func members(depth: Int) throws(JSONFlaw) -> [YAMLValue] {
    var list: [YAMLValue] = []
    offset += 1
    skipSpace()
    if next == UInt8(ascii: "]") {
      offset += 1
      return list
    }
    while true {
      list.append(try value(depth: depth + 1))
      guard try continues(until: UInt8(ascii: "]")) else { return list }
    }
  }

  /// Takes the comma before another member, or the bracket after the last one.
  private mutating func continues(until close: UInt8) throws(JSONFlaw) -> Bool {
    skipSpace()
    let byte = next
    guard byte == close || byte == UInt8(ascii: ",") else {
      throw flaw("a comma or `\(Character(Unicode.Scalar(close)))` is wanted here, not \(found)")
    }
    offset += 1
    skipSpace()
    return byte != close
  }

  private mutating func pairs(depth: Int) throws(JSONFlaw) -> [YAMLValue.Pair] {
    var pairs: [YAMLValue.Pair] = []
    var seen: Set<String> = []
    offset += 1
    skipSpace()
    if next == UInt8(ascii: "}") {
      offset += 1
      return pairs
    }
    while true {
      let place = here
      guard next == UInt8(ascii: "\"") else {
        throw flaw("a key in quotes is wanted here, not \(found)")
      }
      let key = try string()
      skipSpace()
      guard next == UInt8(ascii: ":") else {
        throw flaw("a colon is wanted after the key `\(key.prefix(40))`, not \(found)")
      }
      offset += 1
      skipSpace()
      let value = try value(depth: depth + 1)
      if isRepeated(key, among: pairs, &seen) {
        diagnostics.append(
          Diagnostic(.duplicateKey, "the key `\(key)` is written twice", at: place))
      } else {
        pairs.append(YAMLValue.Pair(key: key, keyIsPlain: false, place: place, value: value))
      }
      guard try continues(until: UInt8(ascii: "}")) else { return pairs }
    }
  }

  /// Whether a key is among the pairs: by looking at each while they are few, then by a set.
  private func isRepeated(
    _ key: String, among pairs: [YAMLValue.Pair], _ seen: inout Set<String>
  ) -> Bool {
    guard pairs.count >= 16 else { return pairs.contains { $0.key == key } }
    if seen.isEmpty { seen = Set(pairs.map(\.key)) }
    return !seen.insert(key).inserted
  }

  /// The text of a number, as it is written.
  private mutating func number() throws(JSONFlaw) -> String {
    let start = offset
    if next == UInt8(ascii: "-") { offset += 1 }
    if next == UInt8(ascii: "0") {
      offset += 1
    } else {
      try takeDigits()
    }
    if next == UInt8(ascii: ".") {
      offset += 1
      try takeDigits()
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      offset += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { offset += 1 }
      try takeDigits()
    }
    if let next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(next) {
      throw flaw("a number does not begin with 0")
    }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private mutating func takeDigits() throws(JSONFlaw) {
    let start = offset
    while let next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(next) { offset += 1 }
    guard offset > start else { throw flaw("a digit is wanted here, not \(found)") }
  }
}

// MARK: - Strings

extension JSONParser {
  /// The text between two quotes.
  private mutating func string() throws(JSONFlaw) -> String {
    let opening = here
    offset += 1
    var start = offset
    var text: [UInt8] = []
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        defer { offset += 1 }
        // Most strings hold no escape, and are copied once.
        guard !text.isEmpty else { return String(decoding: bytes[start..<offset], as: UTF8.self) }
        return String(decoding: text + bytes[start..<offset], as: UTF8.self)
      case UInt8(ascii: "\\"):
        text += bytes[start..<offset]
        text += Array(String(try escape()).utf8)
        start = offset
      case 0..<0x20: throw flaw("a control character in a string must be written as an escape")
      case 0..<0x80: offset += 1
      default: step(over: byte)
      }
    }
    throw flaw("this string is never closed", at: opening)
  }

  /// Goes over a letter of several bytes, which may be one that ends a line.
  private mutating func step(over first: UInt8) {
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    let scalar = bytes[offset..<min(offset + length, bytes.count)]
    offset += scalar.count
    columnOrigin += scalar.count - 1
    let endsLine =
      scalar.elementsEqual([0xC2, 0x85]) || scalar.elementsEqual([0xE2, 0x80, 0xA8])
      || scalar.elementsEqual([0xE2, 0x80, 0xA9])
    if endsLine { beginLine() }
  }

  /// The letter that an escape stands for; two escapes may stand for one.
  private mutating func escape() throws(JSONFlaw) -> Unicode.Scalar {
    let place = here
    offset += 1
    guard let letter = next else { throw flaw("this escape has no end", at: place) }
    offset += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): break
    default: throw flaw("there is no such escape", at: place)
    }
    let first = try codeUnit(from: place)
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard (0xD800...0xDBFF).contains(first), take("\\u") else {
      throw flaw("half of a surrogate pair stands alone", at: place)
    }
    let second = try codeUnit(from: place)
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw flaw("half of a surrogate pair stands alone", at: place) }
    return scalar
  }

  /// Four hexadecimal digits.
  private mutating func codeUnit(from place: SourcePlace) throws(JSONFlaw) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      let digit: UInt8? =
        switch next {
        case .some(UInt8(ascii: "0")...UInt8(ascii: "9")): bytes[offset] - UInt8(ascii: "0")
        case .some(UInt8(ascii: "a")...UInt8(ascii: "f")): bytes[offset] - UInt8(ascii: "a") + 10
        case .some(UInt8(ascii: "A")...UInt8(ascii: "F")): bytes[offset] - UInt8(ascii: "A") + 10
        default: nil
        }
      guard let digit else { throw flaw("`\\u` wants four hexadecimal digits", at: place) }
      value = value << 4 + UInt32(digit)
      offset += 1
    }
    return value
  }
}
