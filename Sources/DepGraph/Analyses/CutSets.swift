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
  public let counts: CountsBySize
  /// The size up to which all are counted; nil: whatever their size.
  public let countedUpTo: Int?
  /// Whether there are larger ones than those counted; nil: it is not known.
  public let hasLarger: Bool?
  /// Some of those counted, in the order asked for.
  public let sets: [Found]
  /// Whether all that were asked for were counted: no limit stopped that.
  public let areAllCounted: Bool
  /// Whether no limit stopped anything: neither the counting, nor what follows from the figures.
  public let isComplete: Bool
  /// Whether decision diagrams became too large for the budget.
  public let isOutOfRoom: Bool
  /// An upper bound on the probability that the target is down through a set that is not listed;
  /// nil: something that it rests on has no figure, or is not known at all.
  public let leftOutAtMost: Double?
  /// The probability that the target is down at a random moment, its own failure included, where it
  /// was computed exactly.
  public let unavailability: Ratio?
  /// What the target rests on and nobody wrote down.
  public let openEnds: OpenEnds

  /// Whether something counted, or asked for and not counted, is not listed; nil: not known.
  public var isTruncated: Bool? {
    if counts.totalCount != sets.count { return true }
    return areAllCounted ? false : hasLarger
  }
}

// MARK: - Answering

extension CutSets {
  /// Finds the ways to lose a component.
  ///
  /// - Parameters:
  ///   - question: The component, and how much is wanted.
  ///   - compiled: The model.
  ///   - goesOn: Asked now and then whether the work may go on; where not, the answer is not complete.
  /// - Precondition: The target is a component of the model.
  /// - Complexity: That of `MinimalSetSearch`, and for each set listed that of what fails with it.
  public init(
    _ question: MinimalSetQuestion, in compiled: CompiledModel,
    goesOn: (@Sendable () -> Bool)? = nil
  ) {
    let target = question.target
    let logic = FailureLogic(of: [target], in: compiled.reading(question.reading)) {
      compiled.isSeedOfSearches($0) && $0 != target
    }
    let search = MinimalSetSearch(logic, question, ofPaths: false, goesOn: goesOn)
    let figures = Unavailabilities(of: compiled, reading: question.reading)
    self.question = question
    counts = search.counts
    (countedUpTo, hasLarger) = (search.countedUpTo, search.hasLarger)
    areAllCounted = search.isComplete
    isOutOfRoom = search.isOutOfRoom
    openEnds = OpenEnds(
      of: target, failing: logic.elements, figures, in: compiled, reading: question.reading)
    sets = Self.listed(search, logic, question, figures, in: compiled)
    let bounds = OutageBounds(target, question.reading, logic, figures, in: compiled, goesOn)
    isComplete = search.isComplete && !bounds.isStopped
    unavailability = bounds.exact
    leftOutAtMost =
      openEnds.withoutFigure.isEmpty && !openEnds.areThere
      ? bounds.unlisted(sets.map(\.elements.count), of: counts, countedUpTo: countedUpTo) : nil
  }

  private static func listed(
    _ search: MinimalSetSearch, _ logic: FailureLogic, _ question: MinimalSetQuestion,
    _ figures: Unavailabilities, in compiled: CompiledModel
  ) -> [Found] {
    guard let sets = search.sets, question.listLimit > 0 else { return [] }
    var events: [[EventID]]
    switch question.ranking {
    case .size: events = sets.smallest(question.listLimit)
    case .probability:
      let chances = logic.elements.map { element -> Double? in
        figures[element].flatMap { $0.isLeast ? nil : $0.value.high }
      }
      events = sets.likeliest(question.listLimit, chances)
      if events.count < question.listLimit {
        events += sets.smallest(question.listLimit - events.count) { set in
          set.contains { chances[$0.index] == nil }
        }
      }
    }
    let certain = FailurePropagator(compiled.reading(.certain).levelOne)
    return events.map { set in
      let elements = set.map(logic.element(of:))
      certain.fail(elements)
      defer { certain.undo() }
      return Found(
        elements: elements, isCertain: certain.contains(question.target),
        likelihood: Likelihood(of: elements, figures))
    }
  }

  /// How much of all outage of the target falls in with a way to lose it: how likely it is that all
  /// of it has failed, where the target is down.
  ///
  /// - Parameter found: A way to lose the target.
  /// - Returns: The share; nil where one of the two probabilities is not known, or the target is never
  ///   down.
  public func share(of found: Found) -> Ratio? {
    guard let part = found.likelihood.probability, let whole = unavailability, whole.low > 0,
      openEnds.withoutFigure.isEmpty
    else { return nil }
    // With intervals the two rise together; the ends belong to each other.
    let ends = [part.low / whole.low, part.high / whole.high]
    return Ratio(bounding: min(ends[0], ends[1]), max(ends[0], ends[1]))
  }
}

/// What is known of how likely a target is to be down.
private struct OutageBounds {
  /// The probability, its own failure included, where it was computed exactly.
  let exact: Ratio?
  /// Whether it was not, since the work might not go on.
  let isStopped: Bool
  /// What it is not above.
  private let atMost: Double
  /// How likely each element is to have failed, at the unfavourable end of an interval.
  private let chances: [Double]

  init(
    _ target: VertexID, _ reading: Reading, _ logic: FailureLogic, _ figures: Unavailabilities,
    in compiled: CompiledModel, _ goesOn: (@Sendable () -> Bool)?
  ) {
    chances = logic.elements.map { figures[$0]?.value.high ?? 0 }
    guard figures.isAnythingKnown(of: logic.elements) else {
      (exact, isStopped, atMost) = (nil, false, 1)
      return
    }
    var asked = Availability.Question(of: [target], reading: reading)
    asked.effort = .quick
    let answer = Availability(asked, in: compiled, goesOn: goesOn).targets[0]
    exact = answer.limit == nil ? answer.unavailability : nil
    isStopped = answer.limit != nil && goesOn?() == false
    atMost = answer.unavailability.high
  }

  /// A bound on the probability that the target is down through a set that is not listed.
  ///
  /// Such a set has at least as many elements as the smallest that is not listed, so that at least as
  /// many must have failed; and the target is down.
  func unlisted(_ listed: [Int], of counts: CountsBySize, countedUpTo: Int?) -> Double {
    var listedOfSize: [Int: Int] = [:]
    for size in listed { listedOfSize[size, default: 0] += 1 }
    let missing = counts.orders.first { counts.count(of: $0) != listedOfSize[$0, default: 0] }
    guard let smallest = missing ?? countedUpTo.map({ $0 + 1 }) else { return 0 }
    return min(atMost, PoissonBinomial(chances, upTo: smallest).atLeast(smallest))
  }
}

extension Unavailabilities {
  /// Whether some element has a figure.
  fileprivate func isAnythingKnown(of elements: [VertexID]) -> Bool {
    elements.contains { self[$0] != nil }
  }
}
