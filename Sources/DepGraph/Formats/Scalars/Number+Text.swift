extension Double {
  /// The number that a text writes in decimal: `20000`, `0.5`, `5e9`.
  ///
  /// Swift's own reading also takes `nan`, `inf` and hexadecimal, which mean nothing here.
  ///
  /// - Complexity: O(*n*) for *n* characters.
  init?(decimal text: some StringProtocol) {
    var hasDigit = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): hasDigit = true
      case UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "e"),
        UInt8(ascii: "E"):
        break
      default: return nil
      }
    }
    guard hasDigit, let value = Double(String(text)), value.isFinite else { return nil }
    self = value
  }

  /// The share that a percentage writes, given without its sign: of `99.9` it is 0.999.
  ///
  /// The point is moved in the text: a hundredth part of the number 99.9 would be
  /// 0.9990000000000001.
  ///
  /// - Complexity: O(*n*) for *n* characters.
  init?(percentage text: some StringProtocol) {
    guard let percent = Double(decimal: text) else { return nil }
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
    let power: Int? = parts.count == 2 ? Int(parts[1]) : 0
    if let power, power > -10_000, let share = Double(decimal: "\(parts[0])e\(power - 2)") {
      self = share
    } else {
      self = percent / 100
    }
  }
}

extension Int {
  /// The number that a text writes in decimal digits only, at most nine of them.
  init?(digits text: some StringProtocol) {
    guard !text.isEmpty, text.utf8.count <= 9 else { return nil }
    var value = 0
    for byte in text.utf8 {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    self = value
  }
}

extension Ratio {
  /// Why a text is no share.
  enum Flaw: Error {
    /// It is no number, or none with a percent sign.
    case unreadable
    /// It is below 0 or above 1.
    case outOfRange
  }

  /// The number that a text writes as `99.95%` or `0.9995`.
  ///
  /// - Throws: ``Flaw`` where it is no share.
  static func number(text: String) throws(Flaw) -> Double {
    let isPercentage = text.hasSuffix("%")
    var digits = Substring(text)
    if isPercentage { digits.removeLast() }
    while digits.last == " " { digits.removeLast() }
    let number = isPercentage ? Double(percentage: digits) : Double(decimal: digits)
    guard let share = number else { throw .unreadable }
    guard (0.0...1).contains(share) else { throw .outOfRange }
    return share
  }

  /// Reads a share written as `99.95%` or `0.9995`.
  public init?(text: String) {
    guard let value = try? Ratio.number(text: text) else { return nil }
    self.init(value)
  }
}

extension Money {
  /// Reads an amount written as `5e9`, `5 bn EUR`, `250 M EUR` or `40 k EUR`.
  ///
  /// - Complexity: O(*n*) for *n* characters.
  public init?(text: String) {
    var words = text.split(separator: " ")
    if words.last == "EUR" { words.removeLast() }
    var factor = 1.0
    if words.count == 2, let unit = words.last {
      switch unit {
      case "k": factor = 1e3
      case "M": factor = 1e6
      case "bn": factor = 1e9
      default: return nil
      }
      words.removeLast()
    }
    guard words.count == 1, let amount = Double(decimal: words[0]) else { return nil }
    self.init(euros: amount * factor)
  }
}
