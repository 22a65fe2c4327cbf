/// The marks of time under a chart.
struct TimeAxis {
  /// The end of the axis, in seconds; more than 0.
  let until: Double
  /// Where the chart begins, in units of the picture.
  let left: Double
  /// How wide it is.
  let width: Double
  /// The seconds between two marks.
  let step: Double

  private static let minute = 60.0
  private static let hour = 3600.0
  private static let day = 86_400.0

  /// Steps that people count in, in seconds.
  private static let steps: [Double] =
    [1, 2, 5, 10, 15, 30].map { $0 * minute } + [1, 2, 3, 4, 6, 8, 12].map { $0 * hour }
    + [1, 2, 7, 14, 28].map { $0 * day }

  /// Makes an axis with at most ten steps; an end that is not finite or not past 0 becomes an hour.
  init(until: Double, left: Double, width: Double) {
    self.until = until.isFinite && until > 0 ? until : Self.hour
    self.left = left
    self.width = width
    let end = self.until
    var step = Self.steps.first { end / $0 <= 10 } ?? 28 * Self.day
    while end / step > 10 { step *= 2 }
    self.step = step
  }

  /// The place of an instant; what lies past the end is at the end.
  func place(_ seconds: Double) -> Double {
    left + width * min(max(seconds, 0), until) / until
  }

  /// The instants that are marked.
  ///
  /// - Complexity: O(1): at most eleven.
  var marks: [Double] { Array(stride(from: 0, through: until, by: step)) }

  /// An instant in words: "30 min", "4 h", "2 d".
  func label(_ seconds: Double, _ language: Language) -> String {
    if seconds == 0 { return "0" }
    if step < Self.hour {
      let minutes = Int(seconds / Self.minute)
      let hours = minutes / 60
      let rest = minutes % 60
      if hours == 0 { return "\(rest) min" }
      return "\(hours):\(rest < 10 ? "0" : "")\(rest)"
    }
    if step < Self.day { return "\(Int(seconds / Self.hour)) \(language == .dutch ? "u" : "h")" }
    return "\(Int(seconds / Self.day)) d"
  }
}
