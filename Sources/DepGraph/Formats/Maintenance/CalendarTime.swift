/// The value of a `DTSTART` or `DTEND`: a day or a moment, on a clock of some zone.
struct CalendarTime {
  /// Whether it is a day without a time.
  let isDay: Bool
  private let local: Double
  private let zone: ZoneOffsets
  private let place: SourcePlace

  /// Reads a value; nil where it is none, which is reported.
  init?(_ line: CalendarLine, _ session: MaintenanceSession) {
    place = line.valuePlace
    let text = line.value.trimmed
    guard let parts = Parts(text) else {
      session.report(
        .badValue, "`\(text)` is no day or moment", at: place,
        hint: "write `20260613T010000Z`, or `TZID=Europe/Amsterdam:20260613T010000`")
      return nil
    }
    guard let seconds = parts.seconds else {
      session.report(.outOfRange, "there is no such day or time: `\(text)`", at: place)
      return nil
    }
    isDay = parts.isDay
    local = seconds
    if parts.isUniversal {
      zone = .utc
    } else if let name = line.parameters["TZID"], !name.isEmpty {
      guard let named = session.zone(named: name, at: line.place) else { return nil }
      zone = named
    } else {
      zone = session.zone
    }
  }

  /// The moment, written with the offset of the zone of the reading.
  func instant(_ session: MaintenanceSession) -> Instant {
    session.zone.local(session.moment(atLocal: local, in: zone, at: place))
  }

  /// The moment after a length of time: its days by the calendar, the rest by the clock (3.3.6).
  func later(by length: CalendarDuration, _ session: MaintenanceSession) -> Instant {
    let shifted = local + Double(length.days) * 86_400
    // Of the start itself it was told already where it is not clear.
    let day =
      length.days == 0
      ? zone.moment(atLocal: shifted).instant
      : session.moment(atLocal: shifted, in: zone, at: place)
    return session.zone.local(day.advanced(by: length.seconds))
  }

  /// `20260613`, `20260613T010000`, `20260613T010000Z`.
  private struct Parts {
    let isDay: Bool
    let isUniversal: Bool
    /// Seconds since 1970 on the clock; nil: there is no such day or time.
    let seconds: Double?

    init?(_ text: String) {
      isUniversal = text.last == "Z" || text.last == "z"
      let bare = isUniversal ? text.dropLast() : text[...]
      let pieces = bare.split(omittingEmptySubsequences: false) { $0 == "T" || $0 == "t" }
      guard pieces[0].utf8.count == 8, let day = Int(digits: pieces[0]) else { return nil }
      let date = CalendarDate(year: day / 10_000, month: day / 100 % 100, day: day % 100)
      let start = date.map { Double($0.daysSinceEpoch) * 86_400 }
      isDay = pieces.count == 1
      if isDay {
        guard !isUniversal else { return nil }
        seconds = start
        return
      }
      guard pieces.count == 2, pieces[1].utf8.count == 6, let clock = Int(digits: pieces[1])
      else { return nil }
      let (hour, minute, second) = (clock / 10_000, clock / 100 % 100, clock % 100)
      // A leap second is written as 60 and is the second before.
      guard hour < 24, minute < 60, second <= 60 else {
        seconds = nil
        return
      }
      seconds = start.map { $0 + Double(hour * 3600 + minute * 60 + min(second, 59)) }
    }
  }
}

/// The value of a `DURATION`: `PT4H`, `P1D`, `P1W`.
struct CalendarDuration {
  /// Days by the calendar.
  let days: Int
  /// Seconds by the clock.
  let seconds: Double

  init(days: Int) {
    self.days = days
    seconds = 0
  }

  /// Reads a value; nil where it is none, which is reported.
  init?(_ line: CalendarLine, _ session: MaintenanceSession) {
    let text = line.value.trimmed.uppercased()
    guard let (days, seconds) = Self.parts(text) else {
      session.report(
        .badValue, "`\(line.value.trimmed)` is no length of time", at: line.valuePlace,
        hint: "write `PT4H` or `P1DT2H`")
      return nil
    }
    self.days = days
    self.seconds = Double(seconds)
  }

  private static func parts(_ text: String) -> (days: Int, seconds: Int)? {
    var rest = Substring(text)
    if rest.first == "+" { rest.removeFirst() }
    guard rest.first == "P" else { return nil }
    rest.removeFirst()
    var (days, seconds) = (0, 0)
    var (isTime, found) = (false, false)
    while let next = rest.first {
      if next == "T", !isTime {
        isTime = true
        rest.removeFirst()
        continue
      }
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard digits.count <= 6, let number = Int(digits: digits) else { return nil }
      rest = rest.dropFirst(digits.count)
      switch (rest.popFirst(), isTime) {
      case ("W", false): days += number * 7
      case ("D", false): days += number
      case ("H", true): seconds += number * 3600
      case ("M", true): seconds += number * 60
      case ("S", true): seconds += number
      default: return nil
      }
      found = true
    }
    return found && days < 100_000 ? (days, seconds) : nil
  }
}
