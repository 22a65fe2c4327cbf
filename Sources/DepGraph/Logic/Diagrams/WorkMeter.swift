/// Says when it is time to ask whether work goes on.
struct WorkMeter {
  /// The number of steps from one time to the next.
  static let stepsBetween: Int32 = 1 << 14
  private let goesOn: (() -> Bool)?
  private var stepsLeft = WorkMeter.stepsBetween

  init(goesOn: (() -> Bool)?) { self.goesOn = goesOn }

  /// Counts a step and says whether it is time to ask.
  @inline(__always)
  mutating func isDue() -> Bool {
    stepsLeft &-= 1
    return stepsLeft <= 0
  }

  /// Asks.
  ///
  /// - Throws: ``DiagramLimit/stopped`` where the caller says so.
  mutating func ask() throws(DiagramLimit) {
    stepsLeft = WorkMeter.stepsBetween
    if let goesOn, !goesOn() { throw .stopped }
  }
}
