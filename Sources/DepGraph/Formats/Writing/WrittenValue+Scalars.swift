// The scalars of the format page, each written so that it is read as the very same value.

extension WrittenValue {
  static func boolean(_ value: Bool) -> WrittenValue { .bare(value ? "true" : "false") }

  static func integer(_ value: Int) -> WrittenValue { .bare(String(value)) }

  static func number(_ value: Double) -> WrittenValue { .bare(value.writtenNumber) }

  static func date(_ value: CalendarDate) -> WrittenValue { .bare(value.description) }

  static func duration(_ value: TimeSpan) -> WrittenValue { .bare(value.written) }

  static func instant(_ value: Instant) -> WrittenValue { .bare(value.written) }

  static func money(_ value: Money) -> WrittenValue { .bare(value.written) }

  /// A share, exact or as an interval.
  static func ratio(_ value: Ratio) -> WrittenValue {
    if value.isExact { return .share(value.low) }
    var fields = WrittenFields(.interval)
    fields["from"] = .share(value.low)
    fields["to"] = .share(value.high)
    return fields.value
  }

  /// A share as a percentage.
  static func share(_ value: Double) -> WrittenValue { .bare(value.writtenPercentage) }
}

extension Double {
  /// The shortest decimal number that is read as this one, without `.0`.
  var writtenNumber: String {
    let text = description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// The same without an exponent, however long.
  var writtenDigits: String {
    let text = writtenNumber
    guard let mark = text.firstIndex(of: "e"), let power = Int(text[text.index(after: mark)...])
    else { return text }
    let mantissa = text[..<mark].split(separator: ".")
    let digits = mantissa.joined()
    let point = mantissa[0].count + power
    if point <= 0 { return "0." + String(repeating: "0", count: -point) + digits }
    if point >= digits.count {
      return digits + String(repeating: "0", count: point - digits.count)
    }
    return "\(digits.prefix(point)).\(digits.dropFirst(point))"
  }

  /// The percentage that is read as this share to the last bit: its digits, the point moved by two.
  var writtenPercentage: String {
    let parts = writtenDigits.split(separator: ".")
    let fraction = parts.count == 2 ? String(parts[1]) : ""
    let zeros = String(repeating: "0", count: max(0, 2 - fraction.count))
    let digits = "\(parts[0])\(fraction.prefix(2))\(zeros)".drop { $0 == "0" }
    let whole = digits.isEmpty ? "0" : digits
    let rest = fraction.dropFirst(2)
    return rest.isEmpty ? "\(whole)%" : "\(whole).\(rest)%"
  }
}

extension TimeSpan {
  /// The length of time as `1d`, `1h30m` or `0.5s`.
  var written: String {
    guard seconds == seconds.rounded(), let whole = Int(exactly: seconds) else {
      return seconds.writtenDigits + "s"
    }
    guard whole > 0 else { return "0s" }
    let parts = [
      (whole / 86_400, "d"), (whole / 3600 % 24, "h"), (whole / 60 % 60, "m"), (whole % 60, "s"),
    ]
    return parts.filter { $0.0 > 0 }.map { "\($0.0)\($0.1)" }.joined()
  }

  /// The length of time in months and years of the calendar, where it is this many months so
  /// written.
  ///
  /// A year counts 365 days and a month 30, so that the days tell `1y` from `12mo`.
  func written(inMonths months: Int) -> String? {
    let days = seconds / 86_400
    guard days == days.rounded(), let whole = Int(exactly: days), months >= 0 else { return nil }
    let (years, rest) = (whole - 30 * months).quotientAndRemainder(dividingBy: 5)
    guard rest == 0, years >= 0, months >= 12 * years else { return nil }
    let left = months - 12 * years
    if years == 0 { return "\(left)mo" }
    return left == 0 ? "\(years)y" : "\(years)y\(left)mo"
  }
}

extension Money {
  /// The amount as `5 bn EUR`, `250 M EUR`, or in euros.
  fileprivate var written: String {
    for (factor, unit) in [(1e9, "bn"), (1e6, "M"), (1e3, "k")] where euros >= factor {
      let amount = euros / factor
      let text = amount.writtenNumber
      if amount * factor == euros, text.count <= 6, !text.contains("e") {
        return "\(text) \(unit) EUR"
      }
    }
    return euros.writtenNumber + " EUR"
  }
}

extension Instant {
  /// The moment in ISO 8601, by the clock by which it was written.
  fileprivate var written: String {
    let two = { (number: Int) in (number < 10 ? "0" : "") + String(number) }
    let offset = writtenOffset / 60
    let local = secondsSinceEpoch + Double(offset * 60)
    var day = (local / 86_400).rounded(.down)
    // The quotient may have been rounded up to the next day.
    if local < day * 86_400 { day -= 1 }
    let second = local - day * 86_400
    let minute = (second / 60).rounded(.down)
    let left = second - minute * 60
    var text = "\(CalendarDate(daysSinceEpoch: Int(day)))T"
    text += "\(two(Int(minute) / 60)):\(two(Int(minute) % 60))"
    if left != 0 { text += ":" + (left < 10 ? "0" : "") + left.writtenDigits }
    if offset == 0 { return text + "Z" }
    let size = offset.magnitude
    return text + (offset < 0 ? "-" : "+") + "\(two(Int(size / 60))):\(two(Int(size % 60)))"
  }
}
