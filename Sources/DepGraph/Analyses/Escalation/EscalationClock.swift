/// When the levels of a framework are called in an incident.
struct EscalationClock {
  let situation: EscalationSituation
  /// The levels, the lightest first.
  let levels: [EscalationLevel]
  /// The moments at which something may come to hold, in order.
  let moments: [Double]
  /// Whether what holds for certain goes on to hold: nothing is restored, and no condition is denied.
  let isRising: Bool

  /// - Complexity: O(*n* log *n*) for *n* components.
  init(_ situation: EscalationSituation) {
    self.situation = situation
    levels = situation.framework.ascending
    moments = situation.moments(for: levels)
    let isDenied = levels.flatMap(\.when).flatMap(\.self).contains { $0.test == .holds(false) }
    isRising = !isDenied && situation.course.failures.allSatisfy { $0.until == .infinity }
  }

  /// The first of the moments in a range at which something holds for certain.
  ///
  /// - Complexity: O(log *m*·*n*) for *m* moments and *n* components, O(*m*·*n*) where it need not go
  ///   on to hold.
  private func first(
    of range: Range<Int>, where holds: (Double) -> Bool
  ) -> Double? {
    guard isRising else { return moments[range].first(where: holds) }
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if holds(moments[middle]) { high = middle } else { low = middle + 1 }
    }
    return low < range.upperBound ? moments[low] : nil
  }

  private func isCalled(_ level: EscalationLevel, _ time: Double) -> Bool {
    situation.verdict(of: level, at: time) == .certain
  }

  /// When each level up to a place was called first, itself or a heavier one, by its id.
  ///
  /// - Complexity: that of finding one, for each level.
  func calls(upTo place: Int?, until time: Double) -> [String: Double] {
    guard let place else { return [:] }
    let past = 0..<(moments.firstIndex { $0 > time } ?? moments.count)
    var found: [String: Double] = [:]
    var best = Double.infinity
    for level in levels[...place].reversed() {
      if let at = first(of: past, where: { isCalled(level, $0) }) { best = min(best, at) }
      if best <= time { found[level.id] = best }
    }
    return found
  }

  /// The levels above a place that are called later if nothing changes, the lightest first.
  ///
  /// - Complexity: that of finding one, for each level.
  func later(than place: Int?, after time: Double) -> [(place: Int, at: Double)] {
    let coming = (moments.firstIndex { $0 > time } ?? moments.count)..<moments.count
    return levels.indices.filter { $0 > place ?? -1 }.compactMap { index in
      first(of: coming, where: { isCalled(levels[index], $0) }).map { (index, $0) }
    }
  }
}
