extension ReadingSession {
  /// Hours of the week: `always`, a window, or a list of windows.
  func hours(_ value: YAMLValue, of key: String) -> WeeklyHours? {
    if let text = value.scalar {
      if text == "always" { return .always }
      report(
        .badValue, "`\(key)` wants hours, not \(value.description)", at: value.place,
        hint: "`always`, or such as `{days: mon-fri, from: \"08:00\", to: \"17:00\"}`")
      return nil
    }
    let windows = members(value).compactMap { window($0) }
    if value.list?.isEmpty == true {
      report(.badValue, "`\(key)` holds no window", at: value.place)
    }
    return windows.isEmpty ? nil : .windows(windows)
  }

  private func window(_ value: YAMLValue) -> WeeklyHours.Window? {
    guard let fields = Fields(value, as: .window, in: self) else { return nil }
    let days = fields.value("days").map { self.days($0) } ?? Array(1...7)
    let from = fields.value("from").map { clock($0, of: "from") } ?? 0
    let to = fields.value("to").map { clock($0, of: "to") } ?? 1440
    let zone =
      fields.value("zone").map { self.zone($0) } ?? zone(named: defaults.zone) ?? .utc
    guard let days, let from, let to, let zone else { return nil }
    if let window = WeeklyHours.Window(days: days, from: from, to: to, zone: zone) { return window }
    report(
      .outOfRange,
      from == to ? "the window closes when it opens" : "the window opens after the day",
      at: value.place)
    return nil
  }

  /// A time of the day in minutes.
  private func clock(_ value: YAMLValue, of key: String) -> Int? {
    guard let text = word(value, of: key) else { return nil }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].utf8.count == 2, parts[0].utf8.count <= 2,
      let hour = Int(digits: parts[0]), let minute = Int(digits: parts[1])
    else {
      report(
        .badValue, "`\(key)` wants a time of the day such as \"08:00\", not `\(text)`",
        at: value.place)
      return nil
    }
    let minutes = hour * 60 + minute
    guard minute < 60, minutes <= 1440 else {
      report(.outOfRange, "`\(key)`: there is no time `\(text)`", at: value.place)
      return nil
    }
    return minutes
  }

  private static let dayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  /// Days, 1 (Monday) to 7.
  private func days(_ value: YAMLValue) -> [Int]? {
    var days: [Int] = []
    for member in members(value) {
      guard let text = word(member, of: "days") else { return nil }
      guard let found = Self.days(text) else {
        report(
          .badValue, "`\(text)` is no day of the week", at: member.place,
          hint: "`daily`, `mon-fri`, or a list of " + Self.dayNames.joined(separator: ", "))
        return nil
      }
      days += found
    }
    if days.isEmpty { report(.badValue, "`days` holds no day", at: value.place) }
    return days.isEmpty ? nil : days
  }

  private static func days(_ text: String) -> [Int]? {
    if text == "daily" { return Array(1...7) }
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map {
      dayNames.firstIndex(of: String($0))
    }
    switch (ends.count, ends.first ?? nil, ends.last ?? nil) {
    case (1, let day?, _): return [day + 1]
    case (2, let first?, let last?):
      // `fri-mon` goes over the weekend.
      let count = (last - first + 7) % 7 + 1
      return (0..<count).map { (first + $0) % 7 + 1 }
    default: return nil
    }
  }

  /// A time zone.
  func zone(_ value: YAMLValue) -> ZoneOffsets? {
    guard let text = word(value, of: "zone") else { return nil }
    if let zone = zone(named: text) { return zone }
    report(
      .unknownValue, "there is no time zone `\(text)`", at: value.place,
      hint: hint(for: text, among: ZoneOffsets.knownNames) ?? "such as `Europe/Amsterdam`")
    return nil
  }
}
