import DepGraph
import Foundation

/// The day on which the command runs.
enum Today {
  /// The day by universal time; `SOURCE_DATE_EPOCH` sets it, for results that can be made again.
  static var date: CalendarDate {
    let set = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"].flatMap { Double($0) }
    let seconds = set ?? Date().timeIntervalSince1970
    // Years 1 to 9999, where dates live.
    let days = min(max((seconds / 86_400).rounded(.down), -719_000), 2_932_000)
    return CalendarDate(daysSinceEpoch: Int(days))
  }
}
