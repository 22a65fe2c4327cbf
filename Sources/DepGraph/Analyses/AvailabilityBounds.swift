/// Bounds on how likely components are to be down, for those whose diagram is too large.
///
/// A single point of failure alone takes the target down, so that the target is down at least as
/// often as one of them. And while none of them has failed, the target stays up as long as one of
/// several ways without a common element is whole; these fail independently. So with *P* the
/// probability that a single point has failed, and *W* that every such way has failed elsewhere,
///
///     P ≤ Q ≤ P + (1 − P)·W
///
/// (the lower half of the bounds by cuts, the upper half of those by paths, of J. D. Esary and
/// F. Proschan, *Coherent Structures of Non-Identical Components*, 1963, for disjoint paths.)
struct AvailabilityBounds {
  private static let mostWays = 16
  private let propagator: FailurePropagator
  private let supply: SupplySearch
  private let figures: Unavailabilities
  private let reading: CompiledReading

  /// - Complexity: O(V) for the vertices of the reading.
  init(_ reading: CompiledReading, _ figures: Unavailabilities) {
    self.reading = reading
    self.figures = figures
    propagator = FailurePropagator(reading.levelOne)
    supply = SupplySearch(reading.levelOne)
  }

  /// Bounds on the probability that a component is down.
  ///
  /// - Parameter target: The component.
  /// - Returns: The bounds, for the bounds of the figures: unknown ones as 0.
  /// - Complexity: O(*w*·(*v* + *a*)) for ways of *w* elements and what fails with them.
  func unavailability(of target: VertexID) -> Ratio {
    defer { propagator.undo() }
    guard let first = way(to: target) else { return .one }
    let points = first.filter { element in
      let before = propagator.failedCount
      defer { propagator.undo(to: before) }
      propagator.fail([element])
      return propagator.contains(target)
    }
    let isPoint = VertexSet(points)
    var lost = 1.0
    var next: [VertexID]? = first
    var count = 0
    while let way = next, count < Self.mostWays, lost > 0 {
      let others = way.filter { !isPoint.contains($0) }
      lost *= 1 - others.reduce(1) { $0 * (1 - (figures[$1]?.value.high ?? 0)) }
      propagator.fail(others)
      next = self.way(to: target)
      count += 1
    }
    let low = 1 - points.reduce(1) { $0 * (1 - (figures[$1]?.value.low ?? 0)) }
    let high = 1 - points.reduce(1) { $0 * (1 - (figures[$1]?.value.high ?? 0)) }
    return Ratio(bounding: low, high + (1 - high) * lost)
  }

  /// The elements that may fail of a way that is still whole; nil: the target is down.
  private func way(to target: VertexID) -> [VertexID]? {
    supply.way(to: target) { propagator.contains($0) }?.filter {
      reading.isElement($0) && figures[$0] != nil
    }
  }
}
