import BigInt

/// Minimal sets one after another, the smallest first, those of one size in lexical order.
///
/// Nothing is done before it is asked for. Sets of one size are listed and sorted where they are
/// few; where they are many, those with the first event come first, taken apart in the same way.
public struct MinimalSetListing: Sequence, IteratorProtocol {
  /// Sets of one size that have some events in common.
  private struct Group {
    /// What else is in them.
    var family: SetRows
    /// The events in common, by rank.
    let prefix: [Int]
  }

  /// So many sets are sorted at once.
  private static let fewEnough = 20_000.0

  private let family: SetRows
  private let events: [EventID]
  /// The rank of each level's event, and the event of each rank.
  private let ranks: [Int]
  private let eventOfRank: [Int: EventID]
  private var sizes: [Int]
  private var groups: [Group] = []
  /// Sets that are sorted, the next one last.
  private var ready: [[Int]] = []

  init(_ flat: FlatFamily, atMost size: Int, counts: [BigUInt], rank: [Int]) {
    family = SetRows(flat.rows)
    events = flat.events
    ranks = flat.events.map { rank[$0.index] }
    eventOfRank = Dictionary(uniqueKeysWithValues: flat.events.map { (rank[$0.index], $0) })
    sizes = counts.indices.filter { counts[$0] > 0 && $0 <= size }.reversed()
  }

  /// The next set.
  ///
  /// - Returns: Its events, ascending by rank; nil after the last set.
  /// - Complexity: See ``MinimalSets/sets(atMost:rank:)``.
  public mutating func next() -> [EventID]? {
    while ready.isEmpty {
      if let group = groups.popLast() {
        open(group)
      } else if let size = sizes.popLast() {
        groups = [Group(family: family.sets(ofSize: size), prefix: [])]
      } else {
        return nil
      }
    }
    return ready.popLast()?.compactMap { eventOfRank[$0] }
  }

  /// Sorts the sets of a group, or takes out those with its first event.
  private mutating func open(_ group: Group) {
    guard group.family.root != 0 else { return }
    guard group.family.estimate > Self.fewEnough else {
      ready = group.family.list().map { set in
        group.prefix + set.map { ranks[Int($0)] }.sorted()
      }
      ready.sort { $1.lexicographicallyPrecedes($0) }
      return
    }
    guard let first = group.family.levels.min(by: { ranks[Int($0)] < ranks[Int($1)] }) else {
      return
    }
    let (with, without) = group.family.split(at: first)
    groups.append(Group(family: without, prefix: group.prefix))
    groups.append(Group(family: with, prefix: group.prefix + [ranks[Int(first)]]))
  }
}
