import BigInt

/// A family of sets of events: how many of each size there are, and the sets, without listing all.
///
/// A value: it holds a copy of the nodes that it needs, and outlives the manager that made them.
public struct EventSets: Sendable {
  /// The nodes; an edge to one is signed where the empty set belongs to the family too.
  let rows: DiagramRows
  /// The event of each level.
  let events: [EventID]

  /// - Parameters:
  ///   - rows: The nodes, with one root.
  ///   - events: The event of each level.
  init(_ rows: DiagramRows, events: [EventID]) {
    precondition(rows.roots.count == 1, "one family has one root")
    self.rows = rows
    self.events = events
  }

  var root: UInt32 { rows.roots[0] }

  /// Whether there is no set, not even the empty one.
  public var isEmpty: Bool { root == 0 }

  /// How many sets there are of each size.
  ///
  /// - Complexity: O(*n*·*s*) additions for *n* nodes and sets of at most *s* events.
  public var counts: CountsBySize {
    // For each node the number of sets of each size.
    var byNode = [[BigUInt]](repeating: [], count: rows.count + 1)
    func counts(_ edge: UInt32) -> [BigUInt] {
      var found = byNode[Int(edge >> 1)]
      if edge & 1 == 1 {
        if found.isEmpty { found = [0] }
        found[0] += 1
      }
      return found
    }
    for row in 1..<(rows.count + 1) {
      var sum = counts(rows[row].low)
      let high = counts(rows[row].high)
      while sum.count < high.count + 1 { sum.append(0) }
      for (size, count) in high.enumerated() { sum[size + 1] += count }
      byNode[row] = sum
    }
    return CountsBySize(Dictionary(uniqueKeysWithValues: counts(root).enumerated().map { ($0, $1) }))
  }

  // MARK: - Listing

  /// Some sets, the smallest first.
  ///
  /// Of each size that is listed as a whole, and of the last one where it is not too large, the sets
  /// are in lexical order; of a last size with more than 100,000 sets, some are listed.
  ///
  /// - Parameters:
  ///   - count: The most sets.
  ///   - isWanted: Which sets are meant.
  /// - Returns: Sets of ascending events, by size, then lexically.
  /// - Complexity: O(*n*·*s* + *m*·*d*) for *n* nodes, sets of at most *s* events, *m* sets looked at (at
  ///   least those listed) and a depth of *d* levels.
  public func smallest(_ count: Int, where isWanted: ([EventID]) -> Bool = { _ in true })
    -> [[EventID]]
  {
    let sizes = SizeTable(rows)
    var found: [[EventID]] = []
    for size in 0...sizes.largest where found.count < count && sizes.has(size, root) {
      let room = count - found.count
      var ofSize = sets(
        ofSize: size, atMost: max(room, Self.mostSorted), sizes, where: isWanted)
      ofSize.sort { $0.lexicographicallyPrecedes($1) }
      found += ofSize.prefix(room)
    }
    return found
  }

  /// The most sets of one size that are put in order before the first are taken.
  private static let mostSorted = 100_000

  private func sets(
    ofSize size: Int, atMost limit: Int, _ sizes: SizeTable, where isWanted: ([EventID]) -> Bool
  ) -> [[EventID]] {
    var found: [[EventID]] = []
    var chosen: [EventID] = []
    // What is left to be chosen below an edge, and what was chosen last on the way to it.
    var stack = [(edge: root, left: size, event: EventID?.none)]
    while let (edge, left, event) = stack.popLast(), found.count < limit {
      chosen.removeLast(chosen.count - (size - left) + (event == nil ? 0 : 1))
      if let event { chosen.append(event) }
      if left == 0 {
        let set = chosen.sorted()
        if edge & 1 == 1, isWanted(set) { found.append(set) }
        continue
      }
      let row = rows[Int(edge >> 1)]
      if sizes.has(left, row.low) { stack.append((row.low, left, nil)) }
      if sizes.has(left - 1, row.high) {
        stack.append((row.high, left - 1, events[Int(row.level)]))
      }
    }
    return found
  }
}

/// Which sizes the sets of each node have, as bits.
private struct SizeTable {
  /// The size of the largest set of any node.
  let largest: Int
  private let words: Int
  private var bits: [UInt64]

  init(_ rows: DiagramRows) {
    var most = [Int](repeating: 0, count: rows.count + 1)
    for row in 1..<(rows.count + 1) {
      most[row] = max(most[Int(rows[row].low >> 1)], most[Int(rows[row].high >> 1)] + 1)
    }
    largest = most.max() ?? 0
    words = largest / 64 + 1
    bits = [UInt64](repeating: 0, count: words * (rows.count + 1))
    for row in 1..<(rows.count + 1) {
      var carry: UInt64 = 0
      for place in 0..<words {
        let low = word(place, of: rows[row].low)
        let high = word(place, of: rows[row].high)
        bits[words * row + place] = low | high << 1 | carry
        carry = high >> 63
      }
    }
  }

  private func word(_ place: Int, of edge: UInt32) -> UInt64 {
    bits[words * Int(edge >> 1) + place] | (place == 0 ? UInt64(edge & 1) : 0)
  }

  /// Whether an edge has sets of a size.
  func has(_ size: Int, _ edge: UInt32) -> Bool {
    size <= largest && word(size / 64, of: edge) >> UInt64(size % 64) & 1 == 1
  }
}
