/// Asks now and then whether work goes on.
struct WorkMeter {
  private static let stepsBetween: Int32 = 1 << 14
  private let goesOn: (() -> Bool)?
  private var stepsLeft = WorkMeter.stepsBetween

  init(goesOn: (() -> Bool)?) { self.goesOn = goesOn }

  /// Counts a step.
  ///
  /// - Throws: ``DiagramLimit/stopped`` where the caller says so.
  @inline(__always)
  mutating func step() throws(DiagramLimit) {
    stepsLeft &-= 1
    if stepsLeft <= 0 { try ask() }
  }

  @inline(never)
  private mutating func ask() throws(DiagramLimit) {
    stepsLeft = WorkMeter.stepsBetween
    if let goesOn, !goesOn() { throw .stopped }
  }
}
