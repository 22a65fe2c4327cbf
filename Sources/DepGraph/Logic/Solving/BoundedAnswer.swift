/// What can be said of a top whose diagram is too large: its minimal cut sets up to a size, and bounds
/// on its probability.
///
/// With all cut sets of at most *k* events known, the top is true at least as often as one of them has
/// happened whole, and at most as often as one has or more than *k* events happen:
///
///     max P(S) ≤ Q ≤ Σ P(S) + P(more than k events happen)
struct BoundedAnswer {
  /// The nodes that are spent on single events in any case.
  private static let leastBudget = 1 << 18

  /// The sets; nil where not even the first size is known.
  private(set) var sets: EventSets?
  /// The size up to which all are known.
  private(set) var order = 0

  /// Builds sets upwards, size by size, until the limits are reached.
  ///
  /// - Parameters:
  ///   - top: The gate.
  ///   - graph: The gates.
  ///   - most: The largest size that is wanted.
  ///   - limits: How much may be spent.
  /// - Complexity: That of `BoundedMinimalSets.sets(atMost:)` for each size.
  init(of top: GateID, in graph: GateGraph, upTo most: Int, limits: SolverLimits) {
    guard graph.isRising(below: top) else { return }
    let search = BoundedMinimalSets(of: top, in: graph, limits: limits)
    do {
      // Single events take little, and something must be answered however small the limits are.
      let floor = BoundedMinimalSets(
        of: top, in: graph, limits: SolverLimits(nodeBudget: Self.leastBudget))
      sets = try floor.sets(atMost: 1)
      order = 1
      while order < most {
        sets = try search.sets(atMost: order + 1)
        order += 1
      }
    } catch {
      // What was found before stands.
    }
  }

  /// Bounds on the probability of the top.
  ///
  /// - Parameters:
  ///   - chances: The probability of each event of the graph.
  ///   - events: The events that the top is built from.
  /// - Returns: The least and the greatest that it can be.
  /// - Complexity: O(*n* + *v*·*k*) for the *n* nodes of sets up to size *k* of *v* events.
  func bounds(_ chances: [Double], of events: [EventID]) -> ClosedRange<Double>? {
    guard let sets else { return nil }
    let counts = sets.counts
    // The empty set alone: true whatever happens.
    guard counts.count(of: 0) == 0 else { return 1...1 }
    let single = sets.smallest(counts.count(of: 1) ?? 0)
    let anySingle = 1 - single.reduce(1) { $0 * (1 - chances[$1[0].index]) }
    let best = sets.likeliest(1, chances).first.map { set in
      set.reduce(1) { $0 * chances[$1.index] }
    }
    let more = PoissonBinomial(events.map { chances[$0.index] }, upTo: order + 1)
    let most = min(1, sets.summedChances(chances) + more.atLeast(order + 1))
    let least = max(anySingle, best ?? 0)
    return least...max(least, most)
  }
}

extension EventSets {
  /// The sum over all sets of the probability that all of it happens.
  ///
  /// - Complexity: O(*n*) for *n* nodes.
  fileprivate func summedChances(_ chances: [Double]) -> Double {
    var sums = [Double](repeating: 0, count: rows.count + 1)
    func sum(_ edge: UInt32) -> Double { sums[Int(edge >> 1)] + (edge & 1 == 1 ? 1 : 0) }
    for row in 1..<(rows.count + 1) {
      let chance = chances[events[Int(rows[row].level)].index]
      sums[row] = sum(rows[row].low) + chance * sum(rows[row].high)
    }
    return sum(root)
  }
}
