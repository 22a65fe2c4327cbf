/// Which few failures at once take the most with them.
///
/// The sets are those of at most so many seeds of searches of which none is idle: without any one of
/// them less falls. A seed that falls with another one is never tried, for the other one does its
/// work: whatever falls with it falls with the other too, so no set loses by the exchange and the
/// best of the rest is the best of all. Of seeds that fall with each other the first stands for all.
///
///     let worst = WorstFailures(.init(order: 2, by: .consumers), in: compiled)
///     worst.sets.first?.causes   // the two that take the most consumers with them
///     worst.isComplete           // true: nothing is worse
///
/// Without users that count, and without seeds, there are no sets.
public struct WorstFailures: Sendable {
  /// What is asked.
  public struct Question: Hashable, Sendable {
    /// The most failures at once.
    public var order: Int
    /// What harm is counted in.
    public var measure: HarmMeasure
    /// The most sets that are listed.
    public var count: Int
    /// The reading in which things fall.
    public var reading: Reading

    /// Asks for the worst sets.
    ///
    /// - Precondition: `order` and `count` are at least 1.
    public init(
      order: Int, by measure: HarmMeasure, count: Int = 10, reading: Reading = .possible
    ) {
      precondition(order >= 1 && count >= 1, "at least one failure, and one set")
      self.order = order
      self.measure = measure
      self.count = count
      self.reading = reading
    }
  }

  /// How many fall, by how sure it is.
  public struct Count: Hashable, Sendable {
    /// How many fall in the certain reading.
    public var certain = 0
    /// How many fall in the reading asked for, the certain ones included.
    public var possible = 0
  }

  /// Some failures at once, with what they take with them.
  public struct FailureSet: Hashable, Sendable {
    /// What fails by itself, in order.
    public let causes: [VertexID]
    /// The harm.
    public let value: Double
    /// The components that fall, causes left out.
    public let down: Count
    /// The consumers among them.
    public let consumers: Count
    /// The processes among them.
    public let processes: Count
    /// The consumers and processes that fall, but with no single one of the causes, in order.
    public let onlyTogether: [VertexID]
    /// What it means for people and organisations when it lasts.
    public let consequences: Consequences

    /// The consumers and processes that fall.
    public var users: Count {
      Count(
        certain: consumers.certain + processes.certain,
        possible: consumers.possible + processes.possible)
    }
  }

  /// The question.
  public let question: Question
  /// The worst first; of equals the fewer causes, then the first ids.
  public let sets: [FailureSet]
  /// Whether nothing was left out: the sets are the worst that there are.
  public let isComplete: Bool
  /// What no set of this order exceeds; the value of the first set if complete.
  public let bound: Double
  /// How many sets were tried out.
  public let triedCount: Int
  /// How many seeds fall with no other one, and can harm somebody.
  public let candidateCount: Int
  /// The ids of users that have no number to count.
  public let withoutNumber: [String]
  /// The users that might fall with any failure, for a requirement above them is not known, in order.
  public let untellable: [VertexID]

  /// Searches for the worst sets, exactly.
  ///
  /// Order by order; an upper bound leaves out what cannot be among the worst. A user falls with a
  /// set but with no single member only where at least two members can reach it; and what a set adds
  /// out of reach of the rest is at most the worst of its own order, which is known by then (Russian
  /// doll search: Verfaillie, Lemaître and Schiex, *Russian Doll Search for Solving Constraint
  /// Optimization Problems*, AAAI 1996).
  ///
  /// - Parameters:
  ///   - question: The order and the measure.
  ///   - compiled: The model.
  ///   - goesOn: Asked at each step with what is known so far; the search ends when it says no.
  /// - Complexity: O(*n*·(*v* + *a*)) for *n* seeds and the vertices and arcs that they can reach, then
  ///   at worst all sets of the order; in practice few of them.
  public init(
    _ question: Question, in compiled: CompiledModel,
    goesOn: @escaping (SearchProgress) -> Bool = { _ in true }
  ) {
    let scale = HarmScale(question.measure, in: compiled)
    let search = WorstFailureSearch(question, scale, in: compiled, goesOn: goesOn)
    search.run()
    self.question = question
    isComplete = !search.isStopped
    bound = search.bound
    triedCount = search.triedCount
    candidateCount = search.candidateCount
    withoutNumber = scale.withoutNumber
    let outcome = JointOutcome(question.reading, in: compiled)
    sets = search.found.map { outcome.set($0.causes, value: $0.value) }
    untellable = compiled.untellable(
      among: compiled.vertices(ofKinds: [.process, .consumer]), in: question.reading,
      with: search.found.map(\.causes))
  }
}

/// How far a search for the best has come.
public struct SearchProgress: Hashable, Sendable {
  /// How many candidates were tried out.
  public let tried: Int
  /// The best value so far.
  public let best: Double
  /// What no candidate exceeds.
  public let bound: Double
}

extension CompiledModel {
  /// Which elements would be down if every component of which a requirement or a shared value is
  /// not known had failed too, and would not be without.
  ///
  /// - Parameters:
  ///   - elements: Those asked about.
  ///   - reading: The reading.
  ///   - failures: What fails, each time anew; that nothing fails is looked at always.
  /// - Returns: Those for which it is so with any of the failures, in their order.
  /// - Complexity: O(*f*·(*v* + *a*)) for *f* failures and what fails with them and the unknown.
  func untellable(
    among elements: [VertexID], in reading: Reading, with failures: [[VertexID]] = []
  ) -> [VertexID] {
    let unknown =
      unknownRequirements + unknownShares.sorted { $0.key < $1.key }.flatMap(\.value)
    guard !unknown.isEmpty else { return [] }
    let propagator = FailurePropagator(self.reading(reading).levelOne)
    var found = VertexSet()
    for failure in [[]] + failures {
      propagator.fail(failure)
      let open = elements.filter { !propagator.contains($0) }
      propagator.fail(unknown)
      for element in open where propagator.contains(element) { found.insert(element) }
      propagator.undo()
    }
    return elements.filter(found.contains)
  }
}

/// Tells what failures do together and not alone.
private struct JointOutcome {
  private let compiled: CompiledModel
  private let users: [VertexID]
  private let certain: FailurePropagator
  private let worst: FailurePropagator

  init(_ reading: Reading, in compiled: CompiledModel) {
    self.compiled = compiled
    users = compiled.vertices(ofKinds: [.process, .consumer])
    certain = FailurePropagator(compiled.reading(.certain).levelOne)
    worst = FailurePropagator(compiled.reading(reading).levelOne)
  }

  func set(_ causes: [VertexID], value: Double) -> WorstFailures.FailureSet {
    worst.undo()
    certain.undo()
    var alone = VertexSet(vertexCount: compiled.table.count)
    for cause in causes {
      worst.fail([cause])
      for user in users where worst.contains(user) { alone.insert(user) }
      worst.undo()
    }
    worst.fail(causes)
    certain.fail(causes)
    let fallen = worst.failed.filter {
      $0.index < compiled.table.count && compiled.component($0) != nil && !causes.contains($0)
    }
    let count = { (isMember: (VertexID) -> Bool) in
      let members = fallen.filter(isMember)
      return WorstFailures.Count(
        certain: members.count(where: certain.contains), possible: members.count)
    }
    let ofKind = { (kind: ComponentKind) in count { compiled.component($0)?.kind == kind } }
    let hit = users.filter(worst.contains)
    return WorstFailures.FailureSet(
      causes: causes, value: value, down: count { _ in true }, consumers: ofKind(.consumer),
      processes: ofKind(.process), onlyTogether: hit.filter { !alone.contains($0) },
      consequences: Consequences(of: hit, isCertain: certain.contains, in: compiled))
  }
}
