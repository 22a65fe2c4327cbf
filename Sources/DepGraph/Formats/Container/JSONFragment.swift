/// Reads a piece of JSON as a value of the model format: what columns named `more`, `document` and
/// `value` hold.
///
/// Every place in it is that of its row. Numbers and truth values are plain words, as in YAML.
struct JSONFragment {
  /// Why a text is no JSON.
  struct Flaw: Error {
    /// What was wanted.
    let words: String
    /// The byte, counted from 1.
    let byte: Int
  }

  /// How deep values may nest.
  private static let greatestDepth = 100

  private let bytes: [UInt8]
  private let place: SourcePlace
  private var index = 0

  /// The value of a text.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - place: Where it stands.
  /// - Returns: The value.
  /// - Throws: ``Flaw`` where it is no JSON.
  /// - Complexity: O(*n*) for *n* bytes.
  static func value(of text: String, at place: SourcePlace) throws(Flaw) -> YAMLValue {
    var fragment = JSONFragment(bytes: Array(text.utf8), place: place)
    let value = try fragment.value(depth: 0)
    fragment.skipBlanks()
    guard fragment.index == fragment.bytes.count else { throw fragment.flaw("nothing more") }
    return value
  }

  private init(bytes: [UInt8], place: SourcePlace) {
    self.bytes = bytes
    self.place = place
  }

  private func flaw(_ words: String) -> Flaw { Flaw(words: words, byte: index + 1) }

  private mutating func skipBlanks() {
    while index < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[index]) { index += 1 }
  }

  /// The next byte that is no blank; 0 at the end.
  private mutating func next() -> UInt8 {
    skipBlanks()
    return index < bytes.count ? bytes[index] : 0
  }

  private mutating func take(_ character: Unicode.Scalar) throws(Flaw) {
    guard next() == UInt8(ascii: character) else { throw flaw("`\(character)`") }
    index += 1
  }

  private mutating func value(depth: Int) throws(Flaw) -> YAMLValue {
    guard depth <= Self.greatestDepth else {
      throw flaw("no more than \(Self.greatestDepth) levels")
    }
    switch next() {
    case UInt8(ascii: "{"):
      return YAMLValue(content: .mapping(try pairs(depth: depth)), place: place)
    case UInt8(ascii: "["):
      return YAMLValue(content: .list(try members(depth: depth)), place: place)
    case UInt8(ascii: "\""):
      return YAMLValue(content: .scalar(try text(), isPlain: false), place: place)
    default: return YAMLValue(content: .scalar(try word(), isPlain: true), place: place)
    }
  }

  private mutating func pairs(depth: Int) throws(Flaw) -> [YAMLValue.Pair] {
    try take("{")
    var pairs: [YAMLValue.Pair] = []
    var known: Set<String> = []
    if next() == UInt8(ascii: "}") {
      index += 1
      return pairs
    }
    while true {
      guard next() == UInt8(ascii: "\"") else { throw flaw("a key in quotes") }
      let key = try text()
      guard known.insert(key).inserted else { throw flaw("each key once, not `\(key)` again") }
      try take(":")
      let value = try value(depth: depth + 1)
      pairs.append(YAMLValue.Pair(key: key, keyIsPlain: false, place: place, value: value))
      if next() == UInt8(ascii: "}") { break }
      try take(",")
    }
    index += 1
    return pairs
  }

  private mutating func members(depth: Int) throws(Flaw) -> [YAMLValue] {
    try take("[")
    var members: [YAMLValue] = []
    if next() == UInt8(ascii: "]") {
      index += 1
      return members
    }
    while true {
      members.append(try value(depth: depth + 1))
      if next() == UInt8(ascii: "]") { break }
      try take(",")
    }
    index += 1
    return members
  }

  /// `true`, `false`, `null` or a number.
  private mutating func word() throws(Flaw) -> String {
    let rest = bytes[index...].prefix { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "E"):
        true
      default: false
      }
    }
    let text = String(decoding: rest, as: UTF8.self)
    guard ["true", "false", "null"].contains(text) || Double(decimal: text) != nil else {
      throw flaw("a value of JSON")
    }
    index += rest.count
    return text
  }

  // MARK: - Texts

  private mutating func text() throws(Flaw) -> String {
    index += 1
    var result: [UInt8] = []
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        return String(decoding: result, as: UTF8.self)
      case UInt8(ascii: "\\"): result += Array(String(try escape()).utf8)
      case 0..<0x20: throw flaw("no control character in a text")
      default:
        result.append(byte)
        index += 1
      }
    }
    throw flaw("the end of the text")
  }

  private mutating func escape() throws(Flaw) -> Unicode.Scalar {
    index += 1
    guard index < bytes.count else { throw flaw("an escape") }
    let letter = bytes[index]
    if letter == UInt8(ascii: "u") { return try unicode() }
    let plain: [UInt8: Unicode.Scalar] = [
      0x22: "\"", 0x5C: "\\", 0x2F: "/", 0x62: "\u{8}", 0x66: "\u{C}", 0x6E: "\n", 0x72: "\r",
      0x74: "\t",
    ]
    guard let scalar = plain[letter] else { throw flaw("an escape") }
    index += 1
    return scalar
  }

  /// `\u00e9`, or two of them for what lies beyond the first plane.
  private mutating func unicode() throws(Flaw) -> Unicode.Scalar {
    let first = try digits()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u")
    else { throw flaw("a whole character") }
    index += 1
    let second = try digits()
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw flaw("a whole character") }
    return scalar
  }

  private mutating func digits() throws(Flaw) -> UInt32 {
    let text = String(decoding: bytes[min(index + 1, bytes.count)...].prefix(4), as: UTF8.self)
    guard text.utf8.count == 4, text.allSatisfy(\.isHexDigit), let value = UInt32(text, radix: 16)
    else { throw flaw("four digits") }
    index += 5
    return value
  }
}
