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

  /// Takes minimal sets over, those of modules put in.
  ///
  /// - Parameter sets: The sets.
  /// - Throws: ``DiagramLimit`` where that exceeds their limits.
  /// - Complexity: That of `MinimalSets.sets(atMost:rank:)`.
  public init(_ sets: MinimalSets) throws(DiagramLimit) {
    let flat = try sets.flat()
    self.init(flat.rows, events: flat.events)
  }

  var root: UInt32 { rows.roots[0] }

  /// Whether there is no set, not even the empty one.
  public var isEmpty: Bool { root == 0 }

  /// How many sets there are of each size.
  ///
  /// - Complexity: O(*n*·*s*) additions for *n* nodes and sets of at most *s* events.
  public var counts: CountsBySize {
    CountsBySize(Dictionary(uniqueKeysWithValues: bySize.enumerated().map { ($0, $1) }))
  }

  /// The number of sets of each size from 0.
  private var bySize: [BigUInt] { rows.countsBySize().map(\.magnitude) }

  // MARK: - Listing

  /// Some sets, the smallest first, those of one size in lexical order.
  ///
  /// - Parameters:
  ///   - count: The most sets.
  ///   - isWanted: Which sets are meant.
  /// - Returns: Sets of ascending events.
  /// - Complexity: That of ``MinimalSetListing`` for the sets looked at, at least those listed.
  public func smallest(
    _ count: Int, where isWanted: ([EventID]) -> Bool = { _ in true }
  ) -> [[EventID]] {
    guard count > 0 else { return [] }
    var found: [[EventID]] = []
    for set in listing where isWanted(set) {
      found.append(set)
      if found.count == count { break }
    }
    return found
  }

  /// All sets, one after another as they are asked for.
  private var listing: MinimalSetListing {
    let counts = bySize
    let ranks = (events.map(\.index).max() ?? -1) + 1
    return MinimalSetListing(
      FlatFamily(rows: rows, events: events), atMost: counts.count, counts: counts,
      rank: Array(0..<ranks))
  }
}

extension FlatFamily {
  /// A family that is flat already.
  fileprivate init(rows: DiagramRows, events: [EventID]) {
    self.rows = rows
    self.events = events
  }
}
