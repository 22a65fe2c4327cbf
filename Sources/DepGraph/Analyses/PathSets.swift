/// The minimal sets that keep a component up, or that bring it back: the minimal path sets.
///
/// Where nothing is said of what failed, a path set holds components and common causes that searches
/// may fail, never the target itself: as long as all of it works the target works, whatever else
/// fails; without any one of them it does not. Where some have failed, it holds those of them whose
/// repair brings the target back, the others staying as they are; everything else works.
///
/// Brought back means: nothing that it needs is missing any more. Whether it then starts by itself
/// is another question, that of a cold start.
///
///     let back = PathSets(.init(desk), after: seeds, in: compiled)
///     back.sets.first?.elements       // the fewest repairs that bring it back
///     back.cheapest?.leastTotal       // the ones that take least work
public struct PathSets: Sendable {
  /// One way to keep the target up, or to bring it back.
  public struct Found: Hashable, Sendable {
    /// What must work together, in order.
    public let elements: [VertexID]
    /// How long it takes to repair all of it one after the other, in seconds; nil: somebody's time is
    /// not known, or nothing was said to have failed.
    public let totalTime: Double?
    /// How long it takes to repair what takes longest, in seconds; nil: likewise.
    public let longestTime: Double?
  }

  /// The ways to bring the target back that take least.
  public struct Cheapest: Hashable, Sendable {
    /// The least time if one thing is repaired after the other.
    public let leastTotal: Found
    /// The least time if all is repaired at once.
    public let leastLongest: Found
  }

  /// The question.
  public let question: MinimalSetQuestion
  /// What has failed; nil: anything may fail.
  public let failed: Seeds?
  /// How many there are of each size, as far as all of that size are known.
  public let counts: CountsBySize
  /// The size up to which all are counted; nil: whatever their size.
  public let countedUpTo: Int?
  /// Whether there are larger ones than those counted; nil: it is not known.
  public let hasLarger: Bool?
  /// Some of those counted, the smallest first, of equals by their ids.
  public let sets: [Found]
  /// The ways to bring it back that take least, of those of which the times are known; nil: none is,
  /// nothing was said to have failed, or not all were counted.
  public let cheapest: Cheapest?
  /// What has failed and has no repair time, in order.
  public let withoutTime: [VertexID]
  /// Whether all that were asked for were counted: no limit stopped it.
  public let isComplete: Bool
  /// Whether decision diagrams became too large for the budget.
  public let isOutOfRoom: Bool
  /// What the target rests on and nobody wrote down.
  public let openEnds: OpenEnds

  /// Whether something counted, or asked for and not counted, is not listed; nil: not known.
  public var isTruncated: Bool? {
    if counts.totalCount != sets.count { return true }
    return isComplete ? false : hasLarger
  }
}

// MARK: - Answering

extension PathSets {
  /// Finds what keeps a component up, or brings it back.
  ///
  /// - Parameters:
  ///   - question: The component, and how much is wanted; the smallest come first.
  ///   - failed: What has failed; nil: anything may fail.
  ///   - compiled: The model.
  ///   - goesOn: Asked now and then whether the work may go on; where not, the answer is not complete.
  /// - Precondition: The target is a component of the model.
  /// - Complexity: That of `MinimalSetSearch`.
  public init(
    _ question: MinimalSetQuestion, after failed: Seeds? = nil, in compiled: CompiledModel,
    goesOn: (@Sendable () -> Bool)? = nil
  ) {
    let target = question.target
    let hasFailed = failed.map { VertexSet($0.vertices) }
    let logic = FailureLogic(of: [target], in: compiled.reading(question.reading)) { element in
      hasFailed?.contains(element) ?? (compiled.isSeedOfSearches(element) && element != target)
    }
    let search = MinimalSetSearch(logic, question, ofPaths: true, goesOn: goesOn)
    let times = RepairTimes(of: hasFailed == nil ? [] : logic.elements, in: compiled)
    let found = { (set: [EventID]) -> Found in
      let elements = set.map(logic.element(of:))
      guard hasFailed != nil else { return Found(elements: elements) }
      return Found(
        elements: elements, totalTime: times.total(of: elements),
        longestTime: times.longest(of: elements))
    }
    self.question = question
    self.failed = failed
    counts = search.counts
    (countedUpTo, hasLarger) = (search.countedUpTo, search.hasLarger)
    isComplete = search.isComplete
    isOutOfRoom = search.isOutOfRoom
    sets = search.sets?.smallest(question.listLimit).map(found) ?? []
    openEnds = OpenEnds(
      of: target, failing: logic.elements,
      Unavailabilities(of: compiled, reading: question.reading),
      in: compiled, reading: question.reading)
    withoutTime = hasFailed == nil ? [] : logic.elements.filter { times[$0] == nil }
    cheapest =
      hasFailed != nil && search.countedUpTo == nil
      ? search.sets.flatMap {
        Cheapest($0, costs: logic.elements.map { times[$0] }, found)
      } : nil
  }
}

extension PathSets.Found {
  fileprivate init(elements: [VertexID]) {
    self.init(elements: elements, totalTime: nil, longestTime: nil)
  }
}

extension PathSets.Cheapest {
  /// Of the ways that take the least time at once, the one that takes least work.
  fileprivate init?(
    _ sets: EventSets, costs: [Double?], _ found: ([EventID]) -> PathSets.Found
  ) {
    guard let total = sets.cheapest(costs), let most = sets.leastLargestCost(costs),
      let longest = sets.cheapest(costs, noneAbove: most)
    else { return nil }
    leastTotal = found(total)
    leastLongest = found(longest)
  }
}
