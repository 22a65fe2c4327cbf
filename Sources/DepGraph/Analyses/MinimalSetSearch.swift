/// Counts the minimal sets of one component: all of them, or all up to some size where all are too
/// many for the limits.
struct MinimalSetSearch {
  /// The sets of the sizes counted.
  private(set) var sets: EventSets?
  /// How many there are of each size.
  let counts: CountsBySize
  /// The size up to which all are counted; nil: whatever their size.
  let countedUpTo: Int?
  /// Why not all that were asked for were counted; nil: they were.
  private(set) var limit: DiagramLimit?

  /// Whether there are larger ones; nil: not known.
  var hasLarger: Bool? { countedUpTo == nil ? false : nil }
  /// Whether what was asked was counted.
  var isComplete: Bool { limit == nil }
  /// Whether the budget of nodes was spent.
  var isOutOfRoom: Bool {
    if case .nodes = limit { true } else { false }
  }

  /// Sizes that are counted one by one before all are, so that they are there where all are too many.
  private static let sizesFirst = 2
  /// The most nodes where nobody said how many: about 600 MB.
  private static let standardBudget = 10_000_000

  /// Counts them.
  ///
  /// - Parameters:
  ///   - logic: What makes the one target fall.
  ///   - question: The sizes and the budget.
  ///   - ofPaths: Whether path sets are meant.
  ///   - goesOn: Asked now and then whether the work may go on.
  /// - Complexity: That of `SolvedGates.minimalSets(of:paths:)`, and of
  ///   `BoundedMinimalSets.sets(atMost:)` for each size, up to the limits.
  init(
    _ logic: FailureLogic, _ question: MinimalSetQuestion, ofPaths: Bool,
    goesOn: (@Sendable () -> Bool)?
  ) {
    let limits = SolverLimits(
      nodeBudget: question.nodeBudget ?? Self.standardBudget, goesOn: goesOn)
    let bounded = BoundedMinimalSets(
      of: logic.tops[0], in: logic.gates, ofPaths: ofPaths, limits: limits)
    // No set has more elements than there are.
    let most = logic.elements.count
    let last = min(question.maxOrder ?? most, most)
    var order = 0
    var all: CountsBySize?
    do {
      let first = question.maxOrder == nil ? min(Self.sizesFirst, last) : last
      while order < first {
        sets = try bounded.sets(atMost: order + 1)
        order += 1
      }
      if question.maxOrder == nil {
        do {
          let found = try Self.whole(logic, bounded, ofPaths: ofPaths, limits)
          all = found.counts
          sets = found.sets ?? sets
        } catch .nodes {
          while order < last {
            sets = try bounded.sets(atMost: order + 1)
            order += 1
          }
        }
      }
      if sets == nil { sets = try bounded.sets(atMost: last) }
    } catch {
      limit = error
    }
    counts = all ?? sets?.counts ?? .none
    let isWhole = all != nil || limit == nil && last == most
    countedUpTo = isWhole ? nil : limit == nil ? question.maxOrder : order
  }

  /// All sets: counted from the diagram of the target, module by module, and then put together to be
  /// listed, where there is room for that; else built upwards.
  private static func whole(
    _ logic: FailureLogic, _ bounded: BoundedMinimalSets, ofPaths: Bool, _ limits: SolverLimits
  ) throws(DiagramLimit) -> (counts: CountsBySize, sets: EventSets?) {
    do {
      let solved = SolvedGates(logic.gates, tops: [logic.tops[0]], limits: limits)
      let found = try solved.minimalSets(of: 0, paths: ofPaths)
      return (CountsBySize(of: found), try? EventSets(found))
    } catch .nodes {
      let found = try bounded.sets(atMost: nil)
      return (found.counts, found)
    }
  }
}
