/// What a failure does to every element under one reading, up to a horizon.
struct ReadingOutcome: Sendable {
  let times: LevelTimes
  /// A moment after which nothing counts, in seconds; infinite: holdups count as spent.
  let horizon: Double
  private let reduced: Set<VertexID>

  /// - Complexity: O(*v* + *a*) for the vertices and arcs of the reading, and two searches of a
  ///   network for each path over one that is hit.
  init(_ reading: CompiledReading, seeds: [VertexID], horizon: Double) {
    self.init(reading, times: reading.times(from: seeds), horizon: horizon)
  }

  /// The outcome at a moment of times that are known.
  ///
  /// - Complexity: As above.
  init(_ reading: CompiledReading, times: LevelTimes, horizon: Double) {
    self.times = times
    self.horizon = horizon
    reduced =
      ReducedRedundancy(reading: reading, times: times, horizon: horizon).elements
  }

  /// Whether an element is down at the horizon.
  func isDown(_ vertex: VertexID) -> Bool { times.down[vertex].isBy(horizon) }

  /// The grade of an element.
  func grade(of vertex: VertexID) -> Grade {
    if isDown(vertex) { return .down }
    if times.lessThanWhole(vertex).isBy(horizon) { return .degraded }
    return reduced.contains(vertex) ? .reducedRedundancy : .notAffected
  }

  /// When a grade of an element begins, in seconds; nil for reduced redundancy, which has no clock.
  func start(of grade: Grade, _ vertex: VertexID) -> Double? {
    switch grade {
    case .down: times.down[vertex]
    case .degraded: times.lessThanWhole(vertex)
    default: nil
    }
  }
}

extension Double {
  /// Whether a time has come by a horizon; never comes not even by an infinite one.
  func isBy(_ horizon: Double) -> Bool { self <= horizon && self < .infinity }
}
