import BigInt

/// What is asked about fault trees, answered exactly: minimal cut sets, probability, importance.
///
/// Each top is answered by itself; what one cannot be answered within the limits does not take the
/// answers of others away.
///
///     let review = FaultTreeReview(.init(), of: trees)
///     review.tops[0].cutSets?.counts.total   // "392"
///     review.tops[0].probability             // 0.00117058
public struct FaultTreeReview: Sendable {
  /// What is asked.
  public struct Question: Hashable, Sendable {
    /// The tops; nil: those of the trees.
    public var tops: [FaultTrees.NamedGate]?
    /// The most events of a set that is counted and listed; nil: any number.
    public var maxOrder: Int?
    /// The most sets that are listed of each top.
    public var listLimit = 100
    /// Whether importance is wanted.
    public var wantsImportance = false
    /// Whether Fussell–Vesely importance is wanted too, which takes a diagram for each event.
    public var wantsCutSetImportance = false
    /// The most nodes of decision diagrams at a time; nil: as many as the solver takes by itself.
    public var nodeBudget: Int?

    /// Asks about all tops.
    public init() {}
  }

  /// The minimal sets of a top.
  public struct SetList: Hashable, Sendable {
    /// How many there are of each size that was asked about and counted.
    public let counts: CountsBySize
    /// Some of them, the smallest first, those of one size by the names of their events.
    public let sets: [[EventID]]
    /// The size up to which all are counted, where a limit was reached; nil: all that were asked for.
    public let countedUpTo: Int?
    /// Whether there are larger ones than were asked about; nil: not known.
    public let hasLarger: Bool?

    /// Whether there are sets, among those asked for, that are not listed; nil: not known.
    public var isTruncated: Bool? {
      if counts.totalCount != sets.count { return true }
      return countedUpTo == nil ? false : nil
    }
  }

  /// How much an event matters for a top.
  public struct EventImportance: Hashable, Sendable {
    /// The event.
    public let event: EventID
    /// Its probability.
    public let probability: Double
    /// The measures.
    public let measures: ImportanceMeasures
  }

  /// The answer about one top.
  public struct Top: Sendable {
    /// The top.
    public let gate: FaultTrees.NamedGate
    /// The events that it is built from.
    public let events: [EventID]
    /// Those of them without a probability.
    public let withoutProbability: [EventID]
    /// Whether it is true with more events wherever it is true with fewer; nil: not solved.
    public let isCoherent: Bool?
    /// The value of a top that no event changes.
    public let constant: Bool?
    /// The minimal cut sets, or minimal p-cuts where it is not coherent; nil: a limit was reached
    /// before any were known.
    public let cutSets: SetList?
    /// The exact probability; nil: an event has none, or a limit was reached.
    public let probability: Double?
    /// What the probability lies between, where a limit was reached.
    public let bounds: ClosedRange<Double>?
    /// The importance of each event that it depends on, the largest Birnbaum importance first.
    public let importance: [EventImportance]
    /// The limit that ended the work on it, if one did.
    public let limit: DiagramLimit?
  }

  /// What was asked.
  public let question: Question
  /// The answers, in the order asked.
  public let tops: [Top]

  /// Whether no limit was reached.
  public var isComplete: Bool { tops.allSatisfy { $0.limit == nil } }

  /// Answers.
  ///
  /// - Parameters:
  ///   - question: What is asked.
  ///   - trees: The fault trees.
  ///   - goesOn: Asked now and then whether the work goes on; nil: always.
  /// - Complexity: That of `SolvedGates` and of the minimal sets for each top, which may be exponential
  ///   in the number of gates, up to the limits.
  public init(
    _ question: Question, of trees: FaultTrees, goesOn: (@Sendable () -> Bool)? = nil
  ) {
    self.question = question
    let tops = question.tops ?? trees.tops
    let limits =
      question.nodeBudget.map { SolverLimits(nodeBudget: $0, goesOn: goesOn) }
      ?? SolverLimits(goesOn: goesOn)
    let solved = SolvedGates(trees.graph, tops: tops.map(\.id), limits: limits)
    let names = trees.events.indices.sorted { first, second in
      let (left, right) = (trees.events[first].name, trees.events[second].name)
      return left == right ? first < second : left.utf8.lexicographicallyPrecedes(right.utf8)
    }
    var rank = [Int](repeating: 0, count: names.count)
    for (place, event) in names.enumerated() { rank[event] = place }
    self.tops = tops.indices.map { place in
      TopReview(question: question, trees: trees, solved: solved, rank: rank, goesOn: goesOn)
        .answer(place, tops[place])
    }
  }
}

/// The work on one top.
private struct TopReview {
  let question: FaultTreeReview.Question
  let trees: FaultTrees
  let solved: SolvedGates
  /// The place of each event in the order of names.
  let rank: [Int]
  let goesOn: (@Sendable () -> Bool)?

  /// The most nodes for sets up to a size where nobody said how many: about 600 MB.
  private static let partialBudget = 10_000_000

  func answer(_ place: Int, _ gate: FaultTrees.NamedGate) -> FaultTreeReview.Top {
    let events = trees.events(under: gate.id)
    let unknown = events.filter { trees.events[$0.index].probability == nil }
    let chances = unknown.isEmpty ? trees.events.map { $0.probability ?? 0 } : nil
    var limit = solved.limit(of: place)
    let isSolved = limit == nil
    var sets: MinimalSets?
    var cutSets: FaultTreeReview.SetList?
    if isSolved {
      do {
        let found = try solved.minimalSets(of: place)
        sets = found
        cutSets = try listed(found)
      } catch {
        limit = error
      }
    }
    let found = isSolved ? chances.map { solved.importance(of: place, $0) } : nil
    var importance: [FaultTreeReview.EventImportance] = []
    if let found, let chances, question.wantsImportance {
      var cutSetChances: [Double]?
      if question.wantsCutSetImportance, let sets {
        do { cutSetChances = try sets.fussellVesely(chances) } catch { limit = error }
      }
      importance = ranked(place, found, cutSetChances)
    }
    var bounds: ClosedRange<Double>?
    if cutSets == nil {
      let partial = partial(gate.id, events)
      cutSets = partial.sets.map { listed($0, upTo: partial.order, of: events.count) }
      if found == nil { bounds = chances.flatMap { partial.bounds($0, of: events) } }
    }
    return FaultTreeReview.Top(
      gate: gate, events: events, withoutProbability: unknown,
      isCoherent: isSolved ? solved.isCoherent(place) : nil,
      constant: isSolved ? solved.constantValue(of: place) : nil, cutSets: cutSets,
      probability: found?.probability, bounds: bounds, importance: importance, limit: limit)
  }

  private func listed(
    _ sets: MinimalSets
  ) throws(DiagramLimit) -> FaultTreeReview.SetList {
    let most = question.maxOrder ?? Int.max
    let counted = sets.counts.enumerated().filter { $0.offset <= most }
    let counts = CountsBySize(
      Dictionary(uniqueKeysWithValues: counted.map { ($0.offset, $0.element) }))
    var list: [[EventID]] = []
    if question.listLimit > 0, counts.totalCount != 0 {
      list = Array(try sets.sets(atMost: most, rank: rank).prefix(question.listLimit))
    }
    return FaultTreeReview.SetList(
      counts: counts, sets: list, countedUpTo: nil,
      hasLarger: (sets.greatestOrder ?? 0) > most)
  }

  // MARK: - Where a limit was reached

  private func partial(_ gate: GateID, _ events: [EventID]) -> BoundedAnswer {
    BoundedAnswer(
      of: gate, in: trees.graph, upTo: min(question.maxOrder ?? events.count, events.count),
      limits: SolverLimits(
        nodeBudget: question.nodeBudget ?? Self.partialBudget, goesOn: goesOn))
  }

  private func listed(
    _ sets: EventSets, upTo order: Int, of eventCount: Int
  ) -> FaultTreeReview.SetList {
    let list = sets.smallest(question.listLimit).map { set in
      set.sorted { rank[$0.index] < rank[$1.index] }
    }
    let sorted = list.sorted { first, second in
      if first.count != second.count { return first.count < second.count }
      return first.map { rank[$0.index] }.lexicographicallyPrecedes(second.map { rank[$0.index] })
    }
    let isAll = order >= min(question.maxOrder ?? eventCount, eventCount)
    return FaultTreeReview.SetList(
      counts: sets.counts, sets: sorted, countedUpTo: isAll ? nil : order,
      hasLarger: order >= eventCount ? false : nil)
  }

  private func ranked(
    _ place: Int, _ found: (probability: Double, birnbaum: [Double]), _ cutSets: [Double]?
  ) -> [FaultTreeReview.EventImportance] {
    let all = solved.events(of: place).map { event in
      let chance = trees.events[event.index].probability ?? 0
      return FaultTreeReview.EventImportance(
        event: event, probability: chance,
        measures: ImportanceMeasures(
          birnbaum: found.birnbaum[event.index], probability: chance, of: found.probability,
          cutSets: cutSets?[event.index]))
    }
    return all.sorted { first, second in
      (-first.measures.birnbaum, rank[first.event.index])
        < (-second.measures.birnbaum, rank[second.event.index])
    }
  }
}
