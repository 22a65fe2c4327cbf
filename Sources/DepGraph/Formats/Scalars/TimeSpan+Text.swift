extension TimeSpan {
  /// Reads a length of time: `90s`, `30m`, `4h`, `2d`, `1w`, `12mo`, `1y`, several of them in a row
  /// (`1h30m`), or ISO 8601 (`PT4H`, `P6M`).
  ///
  /// A month counts 30 days and a year 365, since a length of time has no calendar to stand in.
  ///
  /// - Parameter text: The text; white space around it is not taken.
  /// - Complexity: O(*n*) for *n* characters.
  public init?(text: String) {
    let seconds = text.hasPrefix("P") ? Self.isoSeconds(text) : Self.plainSeconds(text)
    guard let seconds else { return nil }
    self.init(seconds: seconds)
  }

  /// The units of the plain form in seconds, longest names first.
  private static let plainUnits: [(name: String, seconds: Double)] = [
    ("mo", 30 * 86_400), ("s", 1), ("m", 60), ("h", 3600), ("d", 86_400), ("w", 7 * 86_400),
    ("y", 365 * 86_400),
  ]

  private static func plainSeconds(_ text: String) -> Double? {
    var rest = Substring(text)
    guard !rest.isEmpty else { return nil }
    if rest == "0" { return 0 }
    var total = 0.0
    var used: [String] = []
    while !rest.isEmpty {
      guard let amount = takeNumber(&rest) else { return nil }
      guard let unit = plainUnits.first(where: { rest.hasPrefix($0.name) }) else { return nil }
      guard !used.contains(unit.name) else { return nil }
      used.append(unit.name)
      rest.removeFirst(unit.name.count)
      total += amount * unit.seconds
    }
    return total
  }

  private static func isoSeconds(_ text: String) -> Double? {
    var rest = text.dropFirst()
    var total = 0.0
    var isTime = false
    // The designators still allowed: each once, in this order.
    var units: [(letter: Character, seconds: Double)] = [
      ("Y", 365 * 86_400), ("M", 30 * 86_400), ("W", 7 * 86_400), ("D", 86_400),
    ]
    var parts = 0
    while let first = rest.first {
      if first == "T" {
        guard !isTime else { return nil }
        isTime = true
        units = [("H", 3600), ("M", 60), ("S", 1)]
        rest.removeFirst()
        guard !rest.isEmpty else { return nil }
        continue
      }
      guard let amount = takeNumber(&rest), let letter = rest.first else { return nil }
      guard let index = units.firstIndex(where: { $0.letter == letter }) else { return nil }
      total += amount * units[index].seconds
      units.removeFirst(index + 1)
      rest.removeFirst()
      parts += 1
    }
    return parts > 0 ? total : nil
  }

  /// The months of a length of time that is written in whole months and years alone: `P6M`, `P1Y`,
  /// `12mo`, `1y6mo`.
  ///
  /// - Parameter text: The text.
  /// - Returns: The months; nil: other units are in it, or it is no length of time.
  /// - Complexity: O(*n*) for *n* characters.
  static func calendarMonths(_ text: String) -> Int? {
    let isISO = text.hasPrefix("P")
    var rest = isISO ? text.dropFirst() : Substring(text)
    let units = isISO ? [("Y", 12), ("M", 1)] : [("y", 12), ("mo", 1)]
    guard TimeSpan(text: text) != nil, !rest.isEmpty else { return nil }
    var total = 0
    while !rest.isEmpty {
      guard let amount = takeNumber(&rest), let count = Int(exactly: amount),
        let unit = units.first(where: { rest.hasPrefix($0.0) })
      else { return nil }
      total += count * unit.1
      rest.removeFirst(unit.0.count)
    }
    return total
  }

  /// Takes the digits (and one decimal point) at the front.
  private static func takeNumber(_ rest: inout Substring) -> Double? {
    let digits = rest.prefix { ("0"..."9").contains($0) || $0 == "." }
    guard digits.first != ".", digits.last != "." else { return nil }
    guard let value = Double(decimal: digits) else { return nil }
    rest.removeFirst(digits.count)
    return value
  }
}
