/// The numbers of a text, in each way in which their signs can be meant.
struct NumberTokens {
  /// One number as it is written.
  struct Token {
    /// What it may be: `1.234` is 1234 in Dutch and 1.234 in English.
    let values: [Double]
    /// The number with its decimals, and the value of the last one; nil where it has none.
    let decimal: (value: Double, precision: Double)?
  }

  /// The numbers, in order.
  private(set) var tokens: [Token] = []

  /// - Complexity: O(*n*) for *n* characters.
  init(_ text: String) {
    let bytes = Array(text.utf8)
    var place = 0
    while place < bytes.count {
      guard PlainText.isDigit(bytes[place]) else {
        place += 1
        continue
      }
      let start = place
      while place < bytes.count, Self.isPart(bytes, place) { place += 1 }
      let isInWord = start > 0 && Self.isLetter(bytes[start - 1])
      let isBeforeLetter = place < bytes.count && Self.isLetter(bytes[place])
      if !isInWord, !isBeforeLetter { add(Array(bytes[start..<place])) }
    }
  }

  /// Whether a byte goes on with a number: a digit, or a sign between two digits.
  private static func isPart(_ bytes: [UInt8], _ place: Int) -> Bool {
    if PlainText.isDigit(bytes[place]) { return true }
    guard [0x2E, 0x2C, 0x27, 0x5F].contains(bytes[place]), place + 1 < bytes.count else {
      return false
    }
    return PlainText.isDigit(bytes[place + 1])
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte >= 0x80
  }

  private mutating func add(_ written: [UInt8]) {
    let text = String(decoding: written, as: UTF8.self)
    let parts = text.split { ".,'_".contains($0) }
    var values: [Double] = []
    if let whole = Double(parts.joined()) { values.append(whole) }
    var decimal: (value: Double, precision: Double)?
    if parts.count > 1, let last = parts.last,
      let value = Double(parts.dropLast().joined() + "." + last)
    {
      values.append(value)
      let precision = (0..<last.count).reduce(1.0) { precision, _ in precision / 10 }
      decimal = (value, precision)
    }
    tokens.append(Token(values: values, decimal: decimal))
  }
}
