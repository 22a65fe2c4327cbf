extension WeeklyHours {
  private static let week = 7 * 86_400.0

  /// Whether an instant lies inside these hours.
  ///
  /// - Complexity: O(*w* log *t*) for *w* windows and *t* transitions of their zones.
  public func contains(_ instant: Instant) -> Bool {
    firstInstant(atOrAfter: instant) == instant
  }

  /// The instant at which so much time inside these hours has passed since another.
  ///
  /// The clock stands still outside the windows; where windows overlap, in one zone or in several,
  /// time counts once. A window keeps its times of the day when clocks are changed. Four hours from
  /// Tuesday 22:00, in office hours from 08:00, are over on Wednesday at 12:00.
  ///
  /// - Parameters:
  ///   - span: How much time has to pass.
  ///   - start: From when it counts; it need not lie inside.
  /// - Returns: The first such instant; `start` itself for no time at all.
  /// - Complexity: O(*k*·*w* log *w*) for *w* windows and *k* weeks in which a clock is changed, and
  ///   the two around them.
  public func instant(after span: TimeSpan, from start: Instant) -> Instant {
    guard case .windows(let windows) = self else { return start.advanced(by: span.seconds) }
    var left = span.seconds
    guard left > 0 else { return start }
    var now = start.secondsSinceEpoch
    while true {
      let spans = Self.spans(of: windows, from: now, to: now + Self.week)
      let inside = spans.reduce(0) { $0 + $1.upperBound - $1.lowerBound }
      if inside >= left {
        for span in spans {
          let length = span.upperBound - span.lowerBound
          if length >= left {
            let end = Instant(secondsSinceEpoch: span.lowerBound + left)
            // Told by the clock of the agreement, which may have been changed since the start.
            return Instant(
              secondsSinceEpoch: end.secondsSinceEpoch,
              writtenOffset: windows.first?.zone.offset(at: end) ?? start.writtenOffset)
          }
          left -= length
        }
      }
      // Weeks are alike until a clock is changed: those are counted, not walked through.
      let change = windows.compactMap { $0.zone.transition(after: now) }.min() ?? .infinity
      let alike = max(0, ((change - now) / Self.week - 2).rounded(.down))
      let needed = inside > 0 ? max(0, (left / inside).rounded(.up) - 2) : 0
      let count = max(1, min(alike, needed))
      left -= inside * count
      now += Self.week * count
    }
  }

  /// The time inside windows between two instants, as spans that do not touch, in order.
  private static func spans(
    of windows: [Window], from start: Double, to end: Double
  ) -> [Range<Double>] {
    let spans = windows.flatMap { window in
      window.spans(touching: start, to: end).compactMap { span in
        let (from, to) = (max(span.lowerBound, start), min(span.upperBound, end))
        return from < to ? from..<to : nil
      }
    }
    return spans.merged
  }
}

extension WeeklyHours.Window {
  /// The times that it is open around a stretch of time.
  fileprivate func spans(touching start: Double, to end: Double) -> [Range<Double>] {
    let day = 86_400.0
    let offset = Double(zone.offset(at: Instant(secondsSinceEpoch: start)))
    let first = Int(((start + offset) / day).rounded(.down)) - 2
    let last = Int(((end + offset) / day).rounded(.down)) + 2
    return (first...last).compactMap { date in
      guard days.contains(CalendarDate.weekday(ofDay: date)) else { return nil }
      let opens = moment(ofDay: date, minute: from).secondsSinceEpoch
      let closes = moment(ofDay: to <= from ? date + 1 : date, minute: to).secondsSinceEpoch
      return opens < closes ? opens..<closes : nil
    }
  }
}

extension ZoneOffsets {
  /// The first change of the offset after an instant.
  fileprivate func transition(after seconds: Double) -> Double? {
    transitions.first { $0.at > seconds }?.at
  }
}

extension Array where Element == Range<Double> {
  /// The same time in spans that do not touch, in order.
  ///
  /// - Complexity: O(*n* log *n*) for *n* spans.
  var merged: [Range<Double>] {
    var result: [Range<Double>] = []
    for span in sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = result.last, span.lowerBound <= last.upperBound {
        result[result.count - 1] =
          last.lowerBound..<Swift.max(last.upperBound, span.upperBound)
      } else {
        result.append(span)
      }
    }
    return result
  }
}
