/// Values as texts from which the very same values can be read.
enum ExactText {
  /// A number, without a decimal point where it is whole.
  static func of(_ number: Double) -> String {
    number == number.rounded() && number.magnitude < 1e15 ? String(Int(number)) : String(number)
  }

  /// A length of time in the largest unit that gives a whole number.
  static func of(_ span: TimeSpan) -> String {
    let units = [("d", 86_400.0), ("h", 3_600), ("m", 60)]
    for (unit, seconds) in units where span.seconds > 0 {
      let count = span.seconds / seconds
      if count == count.rounded() { return of(count) + unit }
    }
    return of(span.seconds) + "s"
  }

  /// A share, or its bounds.
  static func of(_ ratio: Ratio) -> String {
    ratio.isExact ? of(ratio.low) : "\(of(ratio.low))..\(of(ratio.high))"
  }

  /// The share that a text writes as `of(_:)` does, or as a percentage.
  static func ratio(_ text: String) -> Ratio? {
    let parts = text.split(separator: "..", omittingEmptySubsequences: false).map(String.init)
    let numbers = parts.compactMap { try? Ratio.number(text: $0) }
    guard numbers.count == parts.count, let low = numbers.first, parts.count <= 2 else {
      return nil
    }
    return Ratio(from: low, to: numbers.last ?? low)
  }

  /// What is true or false: also as other programs write it, `True` or `1`; nil: neither.
  static func flag(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "true", "1": true
    case "false", "0": false
    default: nil
    }
  }

  /// Texts in one, with a semicolon between them.
  static func of(_ list: [String]) -> String? {
    guard !list.isEmpty else { return nil }
    return list.map { item in
      item.replacing("\\", with: "\\\\").replacing(";", with: "\\;")
    }.joined(separator: ";")
  }

  /// The texts in one.
  static func list(_ text: String) -> [String] {
    var items = [""]
    var isEscaped = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\" where !isEscaped:
        isEscaped = true
        continue
      case ";" where !isEscaped: items.append("")
      default: items[items.count - 1].unicodeScalars.append(scalar)
      }
      isEscaped = false
    }
    return items
  }
}
