/// The ways in which a component can be lost: the minimal cut sets, smallest first.
///
/// A cut set holds components and common causes that searches may fail, never the target itself;
/// together they take the target down, and without any one of them they do not. Those of one element
/// are the single points of failure. All are counted, of every size, without being listed; where
/// that takes too much, all up to some size are, and what is left out is bounded.
///
///     let cuts = CutSets(.init(desk), in: compiled)
///     cuts.counts.decimal(of: 2)   // "3"
///     cuts.sets.first?.elements    // [router]
public struct CutSets: Sendable {
  /// One way to lose the target.
  public struct Found: Hashable, Sendable {
    /// What fails together, in order.
    public let elements: [VertexID]
    /// Whether the target falls with it in the certain reading too.
    public let isCertain: Bool
    /// How likely it is that all of it has failed at a random moment.
    public let likelihood: Likelihood

    /// How sure the target falls with it.
    public var verdict: Verdict { isCertain ? .certain : .possible }
  }

  /// The question.
  public let question: MinimalSetQuestion
  /// How many there are of each size, as far as all of that size are known.
  public let counts: SetCounts
  /// The size up to which all are counted; nil: whatever their size.
  public let countedUpTo: Int?
  /// Whether there are larger ones than those counted; nil: it is not known.
  public let hasLarger: Bool?
  /// Some of those counted, in the order asked for.
  public let sets: [Found]
  /// Whether all that were asked for were counted: no limit stopped it.
  public let isComplete: Bool
  /// An upper bound on the probability that the target is down through a set that is not listed;
  /// nil: something that it rests on has no figure.
  public let leftOutAtMost: Double?
  /// The probability that the target is down at a random moment, its own failure included, where it
  /// was computed exactly.
  public let unavailability: Ratio?
  /// What the target rests on and nobody wrote down.
  public let openEnds: OpenEnds

  /// Whether something counted, or asked for and not counted, is not listed; nil: not known.
  public var isTruncated: Bool? {
    if counts.totalCount != sets.count { return true }
    return isComplete ? false : hasLarger
  }
}
