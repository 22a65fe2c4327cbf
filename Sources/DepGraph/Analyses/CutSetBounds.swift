/// Bounds on how likely a component is to be down, from its minimal cut sets up to a few elements.
///
/// It is down at least where one of them has failed, and at most where one has or more elements have
/// failed at once than these sets have. The smaller the figures, the closer the two.
struct CutSetBounds {
  /// The bounds.
  private(set) var unavailability = Ratio(bounding: 0, 1)

  private static let largestSize = 3
  private static let mostSets = (quick: 500, thorough: 3000)
  private static let mostNodes = (quick: 1 << 15, thorough: 1 << 18)
  /// Bounds so close, relative to the larger one, need no larger sets.
  private static let closeEnough = 1e-3

  private let chances: (low: [Double], high: [Double])
  private let limits: SolverLimits

  /// Computes the bounds.
  ///
  /// - Parameters:
  ///   - logic: What makes the one target fall.
  ///   - figures: How likely each of its elements is to have failed.
  ///   - effort: How far is gone: quickly to size 2 only.
  ///   - goesOn: Asked now and then whether the work may go on.
  /// - Complexity: That of `BoundedMinimalSets` for each size up to 3, up to a limit of nodes, and of
  ///   a diagram of those sets.
  init(
    _ logic: FailureLogic, _ figures: Unavailabilities, _ effort: SolverLimits.Effort,
    goesOn: (@Sendable () -> Bool)?
  ) {
    let isQuick = effort == .quick
    limits = SolverLimits(
      nodeBudget: isQuick ? Self.mostNodes.quick : Self.mostNodes.thorough, effort: effort,
      goesOn: goesOn)
    let largestSize = isQuick ? Self.largestSize - 1 : Self.largestSize
    let mostSets = isQuick ? Self.mostSets.quick : Self.mostSets.thorough
    chances = (
      logic.elements.map { figures[$0]?.value.low ?? 0 },
      logic.elements.map { figures[$0]?.value.high ?? 0 }
    )
    let counts = PoissonBinomial(chances.high, upTo: largestSize + 1)
    unavailability = Ratio(bounding: 0, counts.atLeast(1))
    let search = BoundedMinimalSets(of: logic.tops[0], in: logic.gates, limits: limits)
    for size in 1...largestSize {
      guard let found = try? search.sets(atMost: size) else { return }
      let sets = found.smallest(mostSets + 1)
      guard sets.count <= mostSets else { return }
      let some = union(of: sets)
      let high = min(unavailability.high, some.high + counts.atLeast(size + 1))
      unavailability = Ratio(bounding: max(unavailability.low, some.low), high)
      if unavailability.high - unavailability.low <= Self.closeEnough * unavailability.high {
        return
      }
    }
  }

  /// The probability that one of some sets has failed, or bounds on it.
  private func union(of sets: [[EventID]]) -> Ratio {
    var builder = GateGraph.Builder()
    let events = chances.high.indices.map { _ in
      let event = builder.addEvent()
      return builder.gate(of: event)
    }
    let top = builder.add(
      .or, sets.map { set in builder.add(.and, set.map { events[$0.index] }) })
    let solved = SolvedGates(builder.build(), tops: [top], limits: limits)
    if let low = solved.probabilities(chances.low)[0],
      let high = solved.probabilities(chances.high)[0]
    {
      return Ratio(bounding: low, high)
    }
    return Ratio(bounding: disjoint(sets), associated(sets))
  }

  /// A lower bound: sets without a common element fail independently.
  private func disjoint(_ sets: [[EventID]]) -> Double {
    var isTaken = VertexSet()
    var none = 1.0
    for set in sets where !set.contains(where: { isTaken.contains(VertexID($0.index)) }) {
      for event in set { isTaken.insert(VertexID(event.index)) }
      none *= 1 - set.reduce(1) { $0 * chances.low[$1.index] }
    }
    return 1 - none
  }

  /// An upper bound: that no set has failed is at least as likely as if they shared nothing (Esary and
  /// Proschan, for minimal cuts).
  private func associated(_ sets: [[EventID]]) -> Double {
    1
      - sets.reduce(1) { none, set in
        none * (1 - set.reduce(1) { $0 * chances.high[$1.index] })
      }
  }
}
