/// Hours of the week in one cell: `mon-fri 08:00-17:00`, several with `|` between them, each with the
/// name of its time zone behind it where that is not the model's.
enum CSVHours {
  private static let dayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  /// The value that a cell writes, as a model file has it.
  ///
  /// - Complexity: O(*n*) for *n* characters.
  static func value(_ text: String, _ place: SourcePlace) -> YAMLValue {
    if text == "always" { return CSVValues.scalar(text, place) }
    let windows = text.split(separator: "|").compactMap { window(String($0), place) }
    // What is no window is left to the reader to complain of.
    guard windows.count == text.split(separator: "|").count, !windows.isEmpty else {
      return CSVValues.scalar(text, place)
    }
    return YAMLValue(content: .list(windows), place: place)
  }

  private static func window(_ text: String, _ place: SourcePlace) -> YAMLValue? {
    let words = text.split(separator: " ").map(String.init)
    guard (2...3).contains(words.count) else { return nil }
    let clock = words[1].split(separator: "-").map(String.init)
    guard clock.count == 2 else { return nil }
    var pairs: [YAMLValue.Pair] = []
    let add = { (key: String, value: YAMLValue) in
      pairs.append(YAMLValue.Pair(key: key, keyIsPlain: true, place: place, value: value))
    }
    let days = words[0].split(separator: ",").map { CSVValues.scalar(String($0), place) }
    add("days", YAMLValue(content: .list(days), place: place))
    add("from", CSVValues.scalar(clock[0], place))
    add("to", CSVValues.scalar(clock[1], place))
    if words.count == 3 { add("zone", CSVValues.scalar(words[2], place)) }
    return YAMLValue(content: .mapping(pairs), place: place)
  }

  /// The cell that writes hours; empty for always.
  static func text(_ hours: WeeklyHours) -> String {
    guard case .windows(let windows) = hours else { return "" }
    return windows.map { window in
      let days = window.days.map { dayNames[$0 - 1] }.joined(separator: ",")
      let zone = window.zone.name == "Europe/Amsterdam" ? "" : " \(window.zone.name)"
      return "\(days) \(clock(window.from))-\(clock(window.to))\(zone)"
    }.joined(separator: "|")
  }

  private static func clock(_ minutes: Int) -> String {
    let (hour, minute) = (minutes / 60, minutes % 60)
    return (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
  }
}
