/// A length of time as people write it in tables.
///
/// ```swift
/// TableDuration("4 uur kantoortijd", office: .usual)   // 4 hours, within office hours
/// TableDuration("1,5 dag", office: .usual)             // 36 hours
/// TableDuration("binnen 30 minuten", office: .usual)   // 30 minutes
/// ```
struct TableDuration: Hashable {
  /// When it runs.
  enum Clock: Hashable {
    /// It does not say.
    case unstated
    /// Day and night.
    case always
    /// In office hours.
    case office
  }

  /// The length in seconds.
  let seconds: Double
  /// When it runs.
  let clock: Clock
  /// Whether it takes reading into it what it does not say: working days, next business day.
  let isRead: Bool

  private init(_ seconds: Double, _ clock: Clock, isRead: Bool = false) {
    self.seconds = seconds
    self.clock = clock
    self.isRead = isRead
  }

  /// Reads a text.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - unit: The unit of a plain number, as the column says; nil: it says none.
  ///   - office: Office hours, for working days.
  /// - Complexity: O(*n*) for *n* letters.
  init?(_ text: String, unit: String? = nil, office: OfficeHours) {
    if let span = TimeSpan(text: text) {
      self.init(span.seconds, .unstated)
      return
    }
    var words = Self.words(of: text)
    var clock = Self.takeClock(&words)
    if words.isEmpty { return nil }
    // Until the end of the next business day: two working days at the most.
    if ["nbd", "next business day", "volgende werkdag", "eerstvolgende werkdag"]
      .contains(words.joined(separator: " "))
    {
      self.init(2 * office.day, .office, isRead: true)
      return
    }
    if let clockTime = Self.hoursAndMinutes(words) {
      self.init(clockTime, clock)
      return
    }
    var total = 0.0
    var isRead = false
    var isEmpty = true
    while !words.isEmpty {
      guard let amount = Self.number(words[0]) else { return nil }
      words.removeFirst()
      let name = words.isEmpty ? unit ?? "" : words.removeFirst()
      guard let factor = Self.units[name] else { return nil }
      if factor < 0 {
        // A working day has as many hours as the office is open.
        total += amount * office.day
        clock = .office
        isRead = true
      } else {
        total += amount * factor
      }
      isEmpty = false
      if words.first == "en" || words.first == "and" { words.removeFirst() }
    }
    guard !isEmpty, TimeSpan(seconds: total) != nil else { return nil }
    self.init(total, clock, isRead: isRead)
  }

  /// The unit that a title of a column states: `RTO (uur)`.
  static func unit(inTitle title: String) -> String? {
    let words = title.lowercased().split { !$0.isLetter }.map(String.init)
    return words.dropFirst().first { units[$0] != nil && $0.count > 1 || $0 == "u" || $0 == "h" }
  }

  /// The hours in which something runs, that a text states: `24x7`, `kantoortijd`; nil: it does not.
  static func clock(_ text: String) -> Clock? {
    var words = words(of: text)
    let clock = takeClock(&words)
    let leftOver = words.filter { !["op", "tijdens", "in", "during"].contains($0) }
    return clock != .unstated && leftOver.isEmpty ? clock : nil
  }

  // MARK: - Words

  private static let fillers: Set<String> = [
    "binnen", "within", "max", "maximaal", "maximum", "<", "<=", "≤", "uiterlijk", "tijdens",
    "during", "in", "op", "at", "most",
  ]

  /// Seconds by unit; below zero: working days.
  private static let units: [String: Double] = [
    "s": 1, "sec": 1, "seconde": 1, "seconden": 1, "second": 1, "seconds": 1,
    "m": 60, "min": 60, "minuut": 60, "minuten": 60, "minute": 60, "minutes": 60, "mins": 60,
    "u": 3600, "uur": 3600, "uren": 3600, "h": 3600, "hr": 3600, "hrs": 3600, "hour": 3600,
    "hours": 3600, "d": 86_400, "dag": 86_400, "dagen": 86_400, "day": 86_400, "days": 86_400,
    "etmaal": 86_400, "etmalen": 86_400, "kalenderdag": 86_400, "kalenderdagen": 86_400,
    "w": 604_800, "week": 604_800, "weken": 604_800, "weeks": 604_800, "wk": 604_800,
    "maand": 2_592_000, "maanden": 2_592_000, "month": 2_592_000, "months": 2_592_000,
    "mnd": 2_592_000, "jaar": 31_536_000, "jaren": 31_536_000, "year": 31_536_000,
    "years": 31_536_000, "werkdag": -1, "werkdagen": -1, "workday": -1, "workdays": -1,
    "werkuur": 3600, "werkuren": 3600,
  ]

  private static let numerals: [String: Double] = [
    "een": 1, "één": 1, "one": 1, "a": 1, "an": 1, "twee": 2, "two": 2, "drie": 3, "three": 3,
    "vier": 4, "four": 4, "vijf": 5, "five": 5, "zes": 6, "six": 6, "acht": 8, "eight": 8,
    "half": 0.5, "halve": 0.5, "anderhalf": 1.5, "anderhalve": 1.5,
  ]

  /// The words of a text: digits and letters apart, fillers left out.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var current = ""
    var wasDigit = false
    for letter in text.lowercased() {
      if letter.isWhitespace || "()[]".contains(letter) {
        if !current.isEmpty { words.append(current) }
        current = ""
        continue
      }
      // A point or comma belongs to a number only after its first digit; `24x7` is one word.
      let isDigit = letter.isNumber || (wasDigit && !current.isEmpty && ".,:".contains(letter))
      let isJoined = "x/*.".contains(letter) || current.contains { "x/*".contains($0) }
      if !current.isEmpty, isDigit != wasDigit, !isJoined {
        words.append(current)
        current = ""
      }
      current.append(letter)
      wasDigit = isDigit
    }
    if !current.isEmpty { words.append(current) }
    return words.map { $0.count > 1 && ".,".contains($0.last ?? " ") ? String($0.dropLast()) : $0 }
      .filter { !fillers.contains($0) }
  }

  private static let alwaysWords: Set<String> = ["24x7", "7x24", "24/7", "7/24", "24*7", "7*24"]
  private static let officeWords: Set<String> = [
    "8x5", "5x8", "5x9", "9x5", "10x5", "5x10", "kantoortijd", "kantooruren", "kantoortijden",
    "werktijd", "werktijden", "werkuren", "werkuur", "5/8", "5x12",
  ]

  /// Takes the words that tell when it runs.
  private static func takeClock(_ words: inout [String]) -> Clock {
    var clock = Clock.unstated
    var kept: [String] = []
    var index = 0
    while index < words.count {
      let pair = words[index...].prefix(2).joined(separator: " ")
      if ["office hours", "business hours", "working hours"].contains(pair) {
        clock = .office
        index += 2
        continue
      }
      // `24 x 7` is `24x7`.
      let isKnown = { (word: String) in alwaysWords.contains(word) || officeWords.contains(word) }
      let triple = words[index...].prefix(3).joined(separator: "")
      let isTriple = words.count - index >= 3 && isKnown(triple)
      let word = isTriple ? triple : words[index]
      if isTriple { index += 2 }
      if alwaysWords.contains(word) {
        clock = .always
      } else if officeWords.contains(word) {
        clock = .office
        // `8 werkuren` states the unit too.
        if word.hasPrefix("werkuur") || word == "werkuren" { kept.append("uur") }
      } else {
        kept.append(word)
      }
      index += 1
    }
    words = kept
    return clock
  }

  private static func hoursAndMinutes(_ words: [String]) -> Double? {
    let rest = words.filter { units[$0] != 3600 }
    guard rest.count == 1 else { return nil }
    let parts = rest[0].split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let hours = Int(digits: parts[0]), let minutes = Int(digits: parts[1]),
      parts[1].utf8.count == 2, minutes < 60
    else { return nil }
    return Double(hours * 3600 + minutes * 60)
  }

  private static func number(_ word: String) -> Double? {
    if let numeral = numerals[word] { return numeral }
    let parts = word.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count <= 2, let value = Double(decimal: parts.joined(separator: ".")), value >= 0
    else { return nil }
    return value
  }
}
