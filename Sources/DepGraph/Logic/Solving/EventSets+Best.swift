extension EventSets {
  /// The sets that are most likely to happen as a whole, events being independent.
  ///
  /// From the sets of each node the most likely is found first; then ways down are followed, always
  /// the one that can become the most likely, so that sets come out in their order one by one.
  ///
  /// - Parameters:
  ///   - count: The most sets.
  ///   - chances: The chance of each event; nil: not known.
  /// - Returns: The most likely first; of equals the smallest, then the lexically first. Without sets
  ///   that hold an event whose chance is not known.
  /// - Complexity: O(*n* + *m*·*d* log(*m*·*d*)) for *n* nodes, *m* sets and a depth of *d* levels.
  public func likeliest(_ count: Int, _ chances: [Double?]) -> [[EventID]] {
    var best = [Double](repeating: -1, count: rows.count + 1)
    func value(_ edge: UInt32) -> Double { edge & 1 == 1 ? 1 : best[Int(edge >> 1)] }
    func factor(_ level: UInt32) -> Double { chances[events[Int(level)].index] ?? -1 }
    for row in 1..<(rows.count + 1) {
      let (factor, high) = (factor(rows[row].level), value(rows[row].high))
      best[row] = max(value(rows[row].low), factor < 0 || high < 0 ? -1 : factor * high)
    }
    // The empty set stands before all, whatever else there is.
    var found: [(set: [EventID], chance: Double)] = root & 1 == 1 ? [([], 1)] : []
    var trails = Trails()
    var queue = LargestFirst()
    if best[Int(root >> 1)] >= 0 {
      queue.push(.init(bound: best[Int(root >> 1)], chance: 1, edge: root & ~1, trail: nil))
    }
    while found.count < count, let next = queue.pop() {
      guard next.edge > 1 else {
        found.append((trails.events(of: next.trail), next.chance))
        continue
      }
      let row = rows[Int(next.edge >> 1)]
      for (edge, factor, isTaken) in [
        (row.low, 1.0, false), (row.high, factor(row.level), true),
      ] where factor >= 0 {
        let chance = next.chance * factor
        let trail =
          isTaken ? trails.add(events[Int(row.level)], after: next.trail) : next.trail
        if edge & 1 == 1 {
          queue.push(.init(bound: chance, chance: chance, edge: 1, trail: trail))
        }
        if edge > 1, best[Int(edge >> 1)] >= 0 {
          queue.push(
            .init(
              bound: chance * best[Int(edge >> 1)], chance: chance, edge: edge & ~1, trail: trail))
        }
      }
    }
    found.sort { left, right in
      if left.chance != right.chance { return left.chance > right.chance }
      if left.set.count != right.set.count { return left.set.count < right.set.count }
      return left.set.lexicographicallyPrecedes(right.set)
    }
    return found.map(\.set)
  }

  /// A set whose events cost least together.
  ///
  /// - Parameters:
  ///   - costs: The cost of each event, 0 or more; nil: not known, so that no set with it is taken.
  ///   - most: The cost that no event may exceed.
  /// - Returns: The set, with ascending events; nil: each holds an event that may not be taken.
  /// - Complexity: O(*n*) for *n* nodes.
  public func cheapest(_ costs: [Double?], noneAbove most: Double = .infinity) -> [EventID]? {
    var least = [Double](repeating: .infinity, count: rows.count + 1)
    func value(_ edge: UInt32) -> Double { edge & 1 == 1 ? 0 : least[Int(edge >> 1)] }
    func cost(_ level: UInt32) -> Double {
      costs[events[Int(level)].index].flatMap { $0 <= most ? $0 : nil } ?? .infinity
    }
    for row in 1..<(rows.count + 1) {
      let high = value(rows[row].high) + cost(rows[row].level)
      least[row] = min(value(rows[row].low), high)
    }
    guard value(root) < .infinity else { return nil }
    var set: [EventID] = []
    var edge = root
    while edge & 1 == 0 {
      let row = rows[Int(edge >> 1)]
      if value(row.low) <= value(row.high) + cost(row.level) {
        edge = row.low
      } else {
        set.append(events[Int(row.level)])
        edge = row.high
      }
    }
    return set.sorted()
  }

  /// The least cost that some set does not exceed with any of its events.
  ///
  /// - Parameter costs: The cost of each event, 0 or more; nil: not known.
  /// - Returns: The cost, 0 for the empty set; nil: each set holds an event of unknown cost.
  /// - Complexity: O(*n*) for *n* nodes.
  public func leastLargestCost(_ costs: [Double?]) -> Double? {
    var least = [Double](repeating: .infinity, count: rows.count + 1)
    func value(_ edge: UInt32) -> Double { edge & 1 == 1 ? 0 : least[Int(edge >> 1)] }
    for row in 1..<(rows.count + 1) {
      let cost = costs[events[Int(rows[row].level)].index] ?? .infinity
      least[row] = min(value(rows[row].low), max(value(rows[row].high), cost))
    }
    return value(root) < .infinity ? value(root) : nil
  }
}

/// Events chosen on ways down a diagram, which share their beginnings.
private struct Trails {
  private var steps: [(event: EventID, before: Int?)] = []

  /// Takes one more event.
  ///
  /// - Returns: The trail with it.
  mutating func add(_ event: EventID, after trail: Int?) -> Int {
    steps.append((event, trail))
    return steps.count - 1
  }

  /// The events of a trail, ascending.
  func events(of trail: Int?) -> [EventID] {
    var events: [EventID] = []
    var step = trail
    while let place = step {
      events.append(steps[place].event)
      step = steps[place].before
    }
    return events.sorted()
  }
}

/// What waits to be looked at, the largest bound first; of equals what came first.
private struct LargestFirst {
  struct Entry {
    var bound: Double
    var chance: Double
    var edge: UInt32
    var trail: Int?
    var number = 0

    func precedes(_ other: Entry) -> Bool {
      bound != other.bound ? bound > other.bound : number < other.number
    }
  }

  private var heap: [Entry] = []
  private var pushed = 0

  mutating func push(_ entry: Entry) {
    pushed += 1
    heap.append(entry)
    var place = heap.count - 1
    heap[place].number = pushed
    while place > 0, heap[place].precedes(heap[(place - 1) / 2]) {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  mutating func pop() -> Entry? {
    guard let first = heap.first, let last = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return first }
    heap[0] = last
    var place = 0
    while true {
      var best = place
      for child in [2 * place + 1, 2 * place + 2] where child < heap.count {
        if heap[child].precedes(heap[best]) { best = child }
      }
      if best == place { return first }
      heap.swapAt(place, best)
      place = best
    }
  }
}
