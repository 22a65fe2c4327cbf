/// Numbers, shares and days as people write them in tables.
enum TableNumber {
  /// A number: `20.000`, `1.234,56`, `€ 1,5 mln`, `2 000`, `5k`.
  ///
  /// One separator with three digits after it is read by the language: in Dutch `20.000` is twenty
  /// thousand, in English twenty. What counts whole things, such as people, has no fraction: there it
  /// is twenty thousand in both, and a fraction is no number.
  ///
  /// - Parameters:
  ///   - cell: The cell.
  ///   - language: The language of the table.
  ///   - countsWholes: Whether whole things are counted.
  /// - Returns: The number; nil where there is none.
  /// - Complexity: O(*n*) for *n* letters.
  static func number(
    _ cell: TableSheet.Cell, _ language: Language, countsWholes: Bool = false
  ) -> Double? {
    let number = written(cell, language, countsWholes)
    guard countsWholes, let number else { return number }
    // `2,3k` need not come to a whole number in binary.
    let whole = number.rounded()
    return abs(number - whole) <= 1e-9 * whole ? whole : nil
  }

  private static func written(
    _ cell: TableSheet.Cell, _ language: Language, _ countsWholes: Bool
  ) -> Double? {
    if cell.kind == .number { return Double(decimal: cell.text).flatMap { $0 >= 0 ? $0 : nil } }
    var text = TableWords.folded(cell.text)
    for filler in ["€", "euro", "eur", "ca.", "circa", "±", "~", "personen", "people", ",-", ",--"]
    {
      text = text.split(separator: filler).joined(separator: " ")
    }
    var factor = 1.0
    let parts = text.split { $0.isWhitespace }.map(String.init)
    guard let last = parts.last else { return nil }
    var digits = parts.joined()
    for (suffix, size) in factors where last.hasSuffix(suffix) && digits != suffix {
      factor = size
      digits.removeLast(suffix.count)
      break
    }
    // `1.200 mln` is no count written out, so that its point is the language's.
    return plain(digits, language, countsWholes && factor == 1).map { $0 * factor }
  }

  private static let factors: [(String, Double)] = [
    ("duizend", 1e3), ("thousand", 1e3), ("miljoen", 1e6), ("million", 1e6), ("mln", 1e6),
    ("miljard", 1e9), ("billion", 1e9), ("mld", 1e9), ("bn", 1e9), ("k", 1e3), ("m", 1e6),
  ]

  /// The number that digits with points and commas write.
  private static func plain(
    _ text: String, _ language: Language, _ countsWholes: Bool
  ) -> Double? {
    let thousands = { (separator: Character) in
      let groups = text.split(separator: separator, omittingEmptySubsequences: false)
      return groups.count > 1 && (1...3).contains(groups[0].count) && groups[0].first != "0"
        && groups.dropFirst().allSatisfy { $0.count == 3 && $0.allSatisfy(\.isNumber) }
    }
    let decimal: Character? =
      switch (text.contains("."), text.contains(",")) {
      case (true, true): text.last { $0 == "." || $0 == "," }
      case (true, false): thousands(".") && (countsWholes || language == .dutch) ? nil : "."
      case (false, true): thousands(",") && (countsWholes || language == .english) ? nil : ","
      case (false, false): nil
      }
    let bare = text.compactMap { letter -> Character? in
      guard letter == "." || letter == "," else { return letter }
      return letter == decimal ? "." : nil
    }
    guard bare.count(where: { $0 == "." }) <= 1, bare.allSatisfy({ $0.isNumber || $0 == "." })
    else { return nil }
    return Double(decimal: String(bare))
  }

  /// Whether a program has made a number of a text: `3.16E+10` was a telephone number.
  static func isSpoilt(_ cell: TableSheet.Cell) -> Bool {
    let text = cell.text.uppercased()
    guard let sign = text.firstRange(of: "E+") ?? text.firstRange(of: "E-") else { return false }
    return Double(decimal: text[..<sign.lowerBound].split(separator: ",").joined(separator: "."))
      != nil
      && text[sign.upperBound...].allSatisfy(\.isNumber)
  }

  /// A share: `99,9%`, `0,999`, or `99.9`, which is taken for per cent.
  ///
  /// - Returns: The share, and whether it was taken for per cent without saying so.
  static func share(
    _ cell: TableSheet.Cell, _ language: Language
  ) -> (ratio: Ratio, isRead: Bool)? {
    let isPercentage = cell.text.hasSuffix("%")
    let text = isPercentage ? String(cell.text.dropLast()) : cell.text
    let commaAsPoint = text.split(separator: ",").joined(separator: ".")
    let digits = commaAsPoint.cellText
    guard let value = Double(decimal: digits), let hundredth = Double(percentage: digits) else {
      return nil
    }
    if isPercentage { return Ratio(hundredth).map { ($0, false) } }
    if value <= 1 { return Ratio(value).map { ($0, false) } }
    return Ratio(hundredth).map { ($0, true) }
  }

  /// A day: `2026-12-31`, `31-12-2026`, `31/12/2026`, `31 december 2026`, or as a workbook counts.
  ///
  /// - Returns: The day; nil where there is none, or where day and month cannot be told apart.
  static func day(_ cell: TableSheet.Cell, _ language: Language) -> CalendarDate? {
    let text = cell.text
    if cell.kind == .date || text.count > 10, let day = CalendarDate(text: String(text.prefix(10)))
    {
      return day
    }
    if let serial = Int(digits: text), text.count == 5, (30_000...75_000).contains(serial) {
      return CalendarDate(daysSinceEpoch: serial - 25_569)
    }
    let parts = text.lowercased().split { "-/. ".contains($0) }.map(String.init)
    guard parts.count == 3 else { return nil }
    let month =
      Int(digits: parts[1])
      ?? monthNames.firstIndex { $0.contains { parts[1] == $0 } }
      .map { $0 + 1 }
    guard let month, let first = Int(digits: parts[0]), let last = Int(digits: parts[2]) else {
      return nil
    }
    if parts[0].count == 4 { return CalendarDate(year: first, month: month, day: last) }
    guard parts[2].count == 4 else { return nil }
    if language == .english, text.contains("/") {
      // 3/4/2026 is March in one country and April in another.
      if first <= 12, month <= 12, first != month { return nil }
      if month > 12 { return CalendarDate(year: last, month: first, day: month) }
    }
    return CalendarDate(year: last, month: month, day: first)
  }

  private static let monthNames: [[String]] = [
    ["januari", "january", "jan"], ["februari", "february", "feb"],
    ["maart", "march", "mrt", "mar"],
    ["april", "apr"], ["mei", "may"], ["juni", "june", "jun"], ["juli", "july", "jul"],
    ["augustus", "august", "aug"], ["september", "sep", "sept"],
    ["oktober", "october", "okt", "oct"],
    ["november", "nov"], ["december", "dec"],
  ]
}
