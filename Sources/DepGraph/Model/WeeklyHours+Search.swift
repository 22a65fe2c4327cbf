extension WeeklyHours {
  /// The first instant at or after another that lies inside these hours.
  ///
  /// A window past midnight belongs to the day on which it opens. In the hour that a clock repeats
  /// or leaps over, a window opens by the offset of the day's start.
  ///
  /// - Parameter instant: From when to look.
  /// - Returns: `instant` itself where it lies inside; never more than eight days later.
  /// - Complexity: O(*w* log *t*) for *w* windows and *t* transitions of their zones.
  public func firstInstant(atOrAfter instant: Instant) -> Instant {
    guard case .windows(let windows) = self else { return instant }
    var best: Instant?
    for window in windows {
      let found = window.firstInstant(atOrAfter: instant)
      if let current = best, current <= found { continue }
      best = found
    }
    return best ?? instant
  }
}

extension WeeklyHours.Window {
  fileprivate func firstInstant(atOrAfter instant: Instant) -> Instant {
    let day = 86_400.0
    let local = instant.secondsSinceEpoch + Double(zone.offset(at: instant))
    let today = (local / day).rounded(.down)
    for ahead in -1...8 {
      let date = Int(today) + ahead
      guard days.contains(CalendarDate.weekday(ofDay: date)) else { continue }
      let start = moment(ofDay: date, minute: from)
      let end = moment(ofDay: to <= from ? date + 1 : date, minute: to)
      if instant < end {
        return start <= instant
          ? instant
          : Instant(
            secondsSinceEpoch: start.secondsSinceEpoch, writtenOffset: instant.writtenOffset)
      }
    }
    return instant
  }

  /// The instant at which a clock of this zone shows a minute of a day, counted from 1970.
  func moment(ofDay date: Int, minute: Int) -> Instant {
    let local = Double(date) * 86_400 + Double(minute) * 60
    let guess = Instant(
      secondsSinceEpoch: local - Double(zone.offset(at: Instant(secondsSinceEpoch: local))))
    return Instant(secondsSinceEpoch: local - Double(zone.offset(at: guess)))
  }
}
