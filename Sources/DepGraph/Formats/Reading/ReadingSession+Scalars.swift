// The scalars of the format page. Each reads a value or reports why it cannot.

extension ReadingSession {
  /// A text without line structure: a label, an id, an address.
  func word(_ value: YAMLValue, of key: String) -> String? {
    guard let text = value.scalar, !value.isNull else {
      report(.wrongType, "`\(key)` wants a text, not \(value.description)", at: value.place)
      return nil
    }
    guard !text.isEmpty else {
      report(.badValue, "`\(key)` is an empty text", at: value.place)
      return nil
    }
    return text
  }

  /// A text for people, in one language or in several.
  func text(_ value: YAMLValue, of key: String) -> LocalizedText? {
    guard let pairs = value.mapping else {
      return word(value, of: key).map { LocalizedText($0, in: defaults.language) }
    }
    var texts: [Language: String] = [:]
    for pair in pairs {
      guard let language = Language(rawValue: pair.key) else {
        let known = Language.allCases.map(\.rawValue)
        report(
          .unknownKey, "`\(pair.key)` is no language of texts", at: pair.place,
          hint: "the languages are " + known.joined(separator: ", "))
        continue
      }
      if let text = word(pair.value, of: pair.key) { texts[language] = text }
    }
    if pairs.isEmpty { report(.badValue, "`\(key)` is an empty text", at: value.place) }
    return texts.isEmpty ? nil : LocalizedText(texts, fallback: defaults.language)
  }

  func duration(_ value: YAMLValue, of key: String) -> TimeSpan? {
    guard let text = word(value, of: key) else { return nil }
    if let span = TimeSpan(text: text) { return span }
    report(
      .badValue, "`\(key)` wants a length of time, not `\(text)`", at: value.place,
      hint: Double(decimal: text) != nil
        ? "write the unit: `\(text)m` for minutes, `\(text)h` for hours"
        : "such as `30m`, `4h`, `1h30m`, `2d`, `PT4H`")
    return nil
  }

  /// A share, exact or as an interval.
  func ratio(_ value: YAMLValue, of key: String) -> Ratio? {
    guard value.mapping != nil else {
      return share(value, of: key).flatMap { Ratio($0) }
    }
    guard let fields = Fields(value, as: .interval, in: self) else { return nil }
    guard let low = fields.value("from").flatMap({ share($0, of: "from") }),
      let high = fields.value("to").flatMap({ share($0, of: "to") })
    else { return nil }
    if let ratio = Ratio(from: low, to: high) { return ratio }
    report(.outOfRange, "`\(key)` goes from a greater share to a smaller one", at: value.place)
    return nil
  }

  /// A share between 0 and 1.
  func share(_ value: YAMLValue, of key: String) -> Double? {
    guard let text = word(value, of: key) else { return nil }
    do {
      return try Ratio.number(text: text)
    } catch {
      switch error {
      case .outOfRange:
        report(
          .outOfRange, "`\(key)` must lie between 0 % and 100 %, not at `\(text)`",
          at: value.place,
          hint: Double(decimal: text) != nil ? "write `\(text)%` for a percentage" : nil)
      case .unreadable:
        report(
          .badValue, "`\(key)` wants a share such as `99.9%` or `0.999`, not `\(text)`",
          at: value.place)
      }
      return nil
    }
  }

  func money(_ value: YAMLValue, of key: String) -> Money? {
    guard let text = word(value, of: key) else { return nil }
    if let money = Money(text: text) { return money }
    report(
      .badValue, "`\(key)` wants an amount of euros, not `\(text)`", at: value.place,
      hint: "such as `5e9`, `5 bn EUR`, `250 M EUR`, `40 k EUR`")
    return nil
  }

  func date(_ value: YAMLValue, of key: String) -> CalendarDate? {
    guard let text = word(value, of: key) else { return nil }
    if let date = CalendarDate(text: text) { return date }
    let looksRight = text.split(separator: "-").map(\.utf8.count) == [4, 2, 2]
    report(
      looksRight ? .outOfRange : .badValue,
      looksRight
        ? "`\(key)`: there is no day `\(text)`"
        : "`\(key)` wants a day such as `2024-08-27`, not `\(text)`", at: value.place)
    return nil
  }

  func instant(_ value: YAMLValue, of key: String) -> Instant? {
    guard let text = word(value, of: key) else { return nil }
    do {
      return try Instant.reading(text)
    } catch {
      switch error {
      case .offsetMissing:
        report(
          .badValue, "`\(key)`: `\(text)` does not say its offset from UTC", at: value.place,
          hint: "such as `\(text)+02:00` in a Dutch summer, `\(text)Z` for UTC")
      case .outOfRange:
        report(.outOfRange, "`\(key)`: there is no such moment as `\(text)`", at: value.place)
      case .unreadable:
        report(
          .badValue, "`\(key)` wants a moment such as `2024-08-27T22:00+02:00`, not `\(text)`",
          at: value.place)
      }
      return nil
    }
  }

  func boolean(_ value: YAMLValue, of key: String) -> Bool? {
    guard let text = word(value, of: key) else { return nil }
    switch text {
    case "true", "True", "TRUE": return true
    case "false", "False", "FALSE": return false
    default:
      report(.badValue, "`\(key)` wants `true` or `false`, not `\(text)`", at: value.place)
      return nil
    }
  }

  func number(_ value: YAMLValue, from least: Double, to most: Double?, of key: String) -> Double? {
    guard let text = word(value, of: key) else { return nil }
    guard let number = Double(decimal: text) else {
      report(.badValue, "`\(key)` wants a number, not `\(text)`", at: value.place)
      return nil
    }
    guard number >= least, number <= most ?? number else {
      let bounds = most.map { "from \(Int(least)) to \(Int($0))" } ?? "of at least \(Int(least))"
      report(.outOfRange, "`\(key)` wants a number \(bounds), not `\(text)`", at: value.place)
      return nil
    }
    return number
  }

  func integer(_ value: YAMLValue, from least: Int, of key: String) -> Int? {
    guard let text = word(value, of: key) else { return nil }
    if let number = Int(digits: text), number >= least { return number }
    let code = Double(decimal: text) != nil ? DiagnosticCode.outOfRange : .badValue
    report(
      code, "`\(key)` wants a whole number of at least \(least), not `\(text)`", at: value.place)
    return nil
  }

  /// One of a few words.
  func oneOf(_ value: YAMLValue, _ words: [String], of key: String) -> String? {
    guard let text = word(value, of: key) else { return nil }
    if words.contains(text) { return text }
    let list = words.map { "`\($0)`" }.joined(separator: ", ")
    report(
      .unknownValue, "`\(key)` cannot be `\(text)`", at: value.place,
      hint: hint(for: text, among: words) ?? (words.count == 1 ? "only \(list)" : "one of \(list)"))
    return nil
  }

  /// The members of a list.
  func list(_ value: YAMLValue, of key: String) -> [YAMLValue] {
    if let list = value.list { return list }
    report(.wrongType, "`\(key)` wants a list, not \(value.description)", at: value.place)
    return []
  }

  /// The members of a list, or the one value itself.
  func members(_ value: YAMLValue) -> [YAMLValue] { value.list ?? [value] }
}
