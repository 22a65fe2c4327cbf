import DepGraph
import Foundation

/// The day on which the command runs.
enum Today {
  /// The day by universal time; `SOURCE_DATE_EPOCH` sets it, for results that can be made again.
  static var date: CalendarDate {
    let seconds = Present.seconds
    // Years 1 to 9999, where dates live.
    let days = min(max((seconds / 86_400).rounded(.down), -719_000), 2_932_000)
    return CalendarDate(daysSinceEpoch: Int(days))
  }
}

/// The moment at which the command runs.
enum Present {
  /// Seconds since 1 January 1970; `SOURCE_DATE_EPOCH` sets them, for results that can be made again.
  static var seconds: Double {
    let set = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"].flatMap { Double($0) }
    return set ?? Date().timeIntervalSince1970
  }

  /// The moment, to the second, by the clock of the machine.
  static var instant: Instant {
    let seconds = Present.seconds.rounded(.down)
    let offset = TimeZone.current.secondsFromGMT(for: Date(timeIntervalSince1970: seconds))
    return Instant(secondsSinceEpoch: seconds, writtenOffset: offset)
  }
}
