/// Bounds on how likely components are to be down, for those whose diagram is too large.
///
/// A single point of failure alone takes the target down, so that the target is down at least as
/// often as one of them. With *P* the probability that one of them has failed, and *R* that the
/// target is down while none has, `Q = P + (1 − P)·R`. Two things bound *R* from above, and one of
/// them from below too:
///
/// - The target stays up as long as one of several ways without a common element is whole; these fail
///   independently, so *R* is at most the product of the probabilities that each has failed
///   elsewhere (the bound by paths of J. D. Esary and F. Proschan, *Coherent Structures of
///   Non-Identical Components*, 1963, for disjoint paths).
/// - A minimal cut set has at most *k* elements and has failed, which is the least that *R* can be,
///   or more than *k* elements have failed at all.
struct AvailabilityBounds {
  private static let mostWays = 16
  private let propagator: FailurePropagator
  private let supply: SupplySearch
  private let figures: Unavailabilities
  private let reading: CompiledReading
  private let goesOn: (@Sendable () -> Bool)?

  /// - Complexity: O(V) for the vertices of the reading.
  init(
    _ reading: CompiledReading, _ figures: Unavailabilities,
    goesOn: (@Sendable () -> Bool)? = nil
  ) {
    self.reading = reading
    self.figures = figures
    self.goesOn = goesOn
    propagator = FailurePropagator(reading.levelOne)
    supply = SupplySearch(reading.levelOne)
  }

  /// Bounds on the probability that a component is down.
  ///
  /// - Parameters:
  ///   - target: The component.
  ///   - effort: How far cut sets are looked for; nil: not at all.
  /// - Returns: The bounds, for the bounds of the figures: unknown ones as 0.
  /// - Complexity: O(*w*·(*v* + *a*)) for ways of *w* elements and what fails with them, and that of
  ///   `CutSetBounds`.
  func unavailability(of target: VertexID, effort: SolverLimits.Effort? = .thorough) -> Ratio {
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
    let rest = effort.map { restBounds(of: target, isPoint, $0) } ?? Ratio(bounding: 0, 1)
    let low = points.reduce(1) { $0 * (1 - (figures[$1]?.value.low ?? 0)) }
    let high = points.reduce(1) { $0 * (1 - (figures[$1]?.value.high ?? 0)) }
    return Ratio(
      bounding: 1 - low * (1 - rest.low), 1 - high * (1 - min(lost, rest.high)))
  }

  /// Bounds by cut sets on the probability that the target is down while no single point has failed.
  private func restBounds(
    of target: VertexID, _ isPoint: VertexSet, _ effort: SolverLimits.Effort
  ) -> Ratio {
    let logic = FailureLogic(of: [target], in: reading) {
      figures.isPositive($0) && !isPoint.contains($0)
    }
    return CutSetBounds(logic, figures, effort, goesOn: goesOn).unavailability
  }

  /// The elements that may fail of a way that is still whole; nil: the target is down.
  private func way(to target: VertexID) -> [VertexID]? {
    supply.way(to: target) { propagator.contains($0) }?.filter {
      reading.isElement($0) && figures[$0] != nil
    }
  }
}
