/// Reads JSON text (RFC 8259) into a value, keys in their order.
public struct JSONReader {
  /// What is wrong with a text.
  public struct Flaw: Error, Hashable, Sendable {
    /// The number of bytes before it.
    public let offset: Int
  }

  /// The deepest nesting that is read.
  private static let deepest = 512

  private let bytes: [UInt8]
  private var place = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The value that a text stands for.
  ///
  /// - Parameter bytes: The text in UTF-8.
  /// - Returns: The value.
  /// - Throws: Where the text is no JSON, or nested deeper than 512 levels.
  /// - Complexity: O(*n*) for *n* bytes.
  public static func value(of bytes: [UInt8]) throws(Flaw) -> JSONValue {
    var reader = JSONReader(bytes)
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.place == bytes.count else { throw reader.flaw }
    return value
  }

  private var flaw: Flaw { Flaw(offset: place) }
  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      place += 1
    }
  }

  private mutating func take(_ text: StaticString, as value: JSONValue) throws(Flaw) -> JSONValue {
    for byte in "\(text)".utf8 {
      guard next == byte else { throw flaw }
      place += 1
    }
    return value
  }

  private mutating func value(depth: Int) throws(Flaw) -> JSONValue {
    guard depth < Self.deepest else { throw flaw }
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return try object(depth)
    case UInt8(ascii: "["): return try array(depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try take("true", as: true)
    case UInt8(ascii: "f"): return try take("false", as: false)
    case UInt8(ascii: "n"): return try take("null", as: nil)
    default: return try number()
    }
  }

  private mutating func object(_ depth: Int) throws(Flaw) -> JSONValue {
    place += 1
    var members: [JSONValue.Member] = []
    skipSpace()
    if next == UInt8(ascii: "}") {
      place += 1
      return .object([])
    }
    while true {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw flaw }
      let key = try string()
      skipSpace()
      guard next == UInt8(ascii: ":") else { throw flaw }
      place += 1
      members.append(.init(key, try value(depth: depth + 1)))
      if try ends(with: UInt8(ascii: "}")) { return .object(members) }
    }
  }

  private mutating func array(_ depth: Int) throws(Flaw) -> JSONValue {
    place += 1
    var items: [JSONValue] = []
    skipSpace()
    if next == UInt8(ascii: "]") {
      place += 1
      return .array([])
    }
    while true {
      items.append(try value(depth: depth + 1))
      if try ends(with: UInt8(ascii: "]")) { return .array(items) }
    }
  }

  /// Takes a comma, or the end.
  private mutating func ends(with end: UInt8) throws(Flaw) -> Bool {
    skipSpace()
    guard let byte = next, byte == end || byte == UInt8(ascii: ",") else { throw flaw }
    place += 1
    return byte == end
  }

  private mutating func number() throws(Flaw) -> JSONValue {
    let start = place
    while let byte = next, "+-.0123456789eE".utf8.contains(byte) { place += 1 }
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    if let whole = Int(text) { return .integer(whole) }
    guard !text.isEmpty, let value = Double(text), value.isFinite else { throw Flaw(offset: start) }
    return .number(value)
  }

  private mutating func string() throws(Flaw) -> String {
    place += 1
    var text: [UInt8] = []
    while let byte = next {
      place += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text += Array(String(try escaped()).utf8)
      case ..<0x20: throw flaw
      default: text.append(byte)
      }
    }
    throw flaw
  }

  private mutating func escaped() throws(Flaw) -> Character {
    guard let byte = next else { throw flaw }
    place += 1
    switch byte {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "u"): return try unicode()
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
      return Character(Unicode.Scalar(byte))
    default: throw flaw
    }
  }

  private mutating func unicode() throws(Flaw) -> Character {
    let first = try unit()
    if let scalar = Unicode.Scalar(first) { return Character(scalar) }
    guard (0xD800..<0xDC00).contains(first), next == UInt8(ascii: "\\") else { throw flaw }
    place += 1
    guard next == UInt8(ascii: "u") else { throw flaw }
    place += 1
    let second = try unit()
    guard (0xDC00..<0xE000).contains(second) else { throw flaw }
    let number = 0x10000 + (first - 0xD800) * 0x400 + (second - 0xDC00)
    guard let scalar = Unicode.Scalar(number) else { throw flaw }
    return Character(scalar)
  }

  private mutating func unit() throws(Flaw) -> UInt32 {
    guard place + 4 <= bytes.count else { throw flaw }
    let text = String(decoding: bytes[place..<place + 4], as: UTF8.self)
    guard let number = UInt32(text, radix: 16) else { throw flaw }
    place += 4
    return number
  }
}
