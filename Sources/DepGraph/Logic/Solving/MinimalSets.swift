public import BigInt

/// The minimal sets of a top: of events that make it true, or whose absence makes it false.
///
/// *Cut sets* are the minimal sets of events that make a top true where no other event happens;
/// *path sets* those whose not happening makes it false where all others happen. For a top that is
/// read with negations these are the minimal p-cuts: what else must not happen is left out. There is
/// none for a top that is never true, and the empty set alone for one that always is; the other way
/// round for path sets.
///
/// Sets are counted without being listed. The sets of modules are kept apart, so that millions of
/// sets need thousands of nodes.
///
///     let sets = try solved.minimalSets(of: 0)
///     sets.counts               // [0, 0, 1]: one of two events
///     Array(sets.sets())        // [[e0, e1]]
public final class MinimalSets {
  let content: RegionFamilies
  let limits: SolverLimits
  private let eventCount: Int
  private var flatContent: FlatFamily?

  init(_ content: RegionFamilies, eventCount: Int, limits: SolverLimits) {
    self.content = content
    self.eventCount = eventCount
    self.limits = limits
  }

  // MARK: - Counts

  /// How many sets there are of each size, from size 0 to that of the largest; empty without sets.
  public private(set) lazy var counts: [BigUInt] = content.counts()

  /// How many sets there are.
  public var total: BigUInt { counts.reduce(0, +) }

  /// The size of the smallest sets; nil without sets.
  public var leastOrder: Int? { counts.firstIndex { $0 > 0 } }

  /// The size of the largest sets; nil without sets.
  public var greatestOrder: Int? { counts.indices.last }

  // MARK: - Listing

  /// The sets one after another, the smallest first, in one diagram that is made when first needed.
  ///
  /// - Parameters:
  ///   - size: The size of the largest sets that are listed; nil: all.
  ///   - rank: For each event its place in the order that sets of one size follow: sets are compared
  ///     event by event, each listing its own in that order. Nil: by number.
  /// - Returns: The sets, each ascending by rank.
  /// - Throws: ``DiagramLimit`` where the diagram exceeds the limits.
  /// - Precondition: There is a rank for each event, each another one.
  /// - Complexity: O(*n*·*k*) for *n* nodes before the first set of size *k*; then, among many sets,
  ///   at most O(*n*·*v*) for one of *v* events, mostly much less.
  public func sets(
    atMost size: Int? = nil, rank: [Int]? = nil
  ) throws(DiagramLimit) -> MinimalSetListing {
    MinimalSetListing(
      try flat(), atMost: min(size ?? Int.max, greatestOrder ?? -1), counts: counts,
      rank: rank ?? Array(0..<eventCount))
  }

  /// All sets as one family of events.
  func flat() throws(DiagramLimit) -> FlatFamily {
    if let flatContent { return flatContent }
    let flat = try FlatFamily(content, limits: limits)
    flatContent = flat
    return flat
  }
}

extension SolvedGates {
  /// The minimal cut sets or path sets of a top.
  ///
  /// - Parameters:
  ///   - top: The place of the top.
  ///   - paths: Whether path sets are meant instead of cut sets.
  /// - Returns: The sets.
  /// - Throws: ``DiagramLimit`` where the top is not solved, or the sets exceed the limits.
  /// - Complexity: That of the decomposition of each region's diagram, see docs/guides/SolvedGates.md.
  public func minimalSets(of top: Int, paths: Bool = false) throws(DiagramLimit) -> MinimalSets {
    let (plan, place) = plan(of: top)
    return MinimalSets(
      try plan.minimalSets(of: place, paths: paths, limits: limits), eventCount: eventCount,
      limits: limits)
  }
}
