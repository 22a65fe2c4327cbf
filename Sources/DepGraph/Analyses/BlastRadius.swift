/// What falls, works degraded, or leans on what is left when something fails.
///
/// The answer to "what falls when this fails", by `shared` semantics: each component stands in
/// exactly one list, that of its worst grade in the possible reading, with the verdict whether the
/// certain reading gives that grade too.
public struct BlastRadius: Sendable {
  /// What is asked.
  public struct Question: Sendable {
    /// What fails by itself.
    public var seeds: Seeds
    /// The moment of the answer; nil: when every holdup is spent.
    public var after: TimeSpan?
    /// When the failure happened, to tell when it is felt.
    public var since: Instant?
    /// The reading that gives the grades.
    public var reading = Reading.possible

    /// Asks what a failure does in the end.
    public init(_ seeds: Seeds, after: TimeSpan? = nil, since: Instant? = nil) {
      self.seeds = seeds
      self.after = after
      self.since = since
    }
  }

  /// A component that is hit.
  public struct Hit: Hashable, Sendable {
    /// The component.
    public let vertex: VertexID
    /// When it is hit, in seconds after the failure, in the reading that gives the verdict; nil for
    /// reduced redundancy.
    public let after: Double?
    /// Whether the certain reading gives the same grade.
    public let verdict: Verdict
    /// The grade in the certain reading.
    public let atLeast: Grade
    /// When its users feel it, in seconds after the failure; nil where no instant was given.
    public let felt: Double?
    /// Why it might be down after all, as `Untold` says it.
    ///
    /// Empty where it is down, and where nothing unknown bears on it.
    public internal(set) var couldBeDown: [String] = []
  }

  /// A component of which it cannot be told.
  public struct Untold: Hashable, Sendable {
    /// The component.
    public let vertex: VertexID
    /// Why: the components with unknown requirements from which it follows, and the selectors
    /// whose extent is not known.
    public let because: [String]
  }

  /// The question.
  public let question: Question
  /// Components that do not work, seeds left out, by time and id.
  public let down: [Hit]
  /// Components that work, but not whole, by id.
  public let degraded: [Hit]
  /// Components that work, but lean on what is left, by id.
  public let reducedRedundancy: [Hit]
  /// Components of which it cannot be told, by id.
  public let cannotTell: [Untold]
  /// Components not known to be hit that are claimed to be independent of what is, by id.
  public let claimedIndependent: [IndependenceClaim]
  /// Components that nothing known reaches, by id.
  public let notAffected: [VertexID]
  /// What it means for people and organisations.
  public let consequences: Consequences
  /// The networks that fall apart, with the parts that are left.
  public let networkSplits: [NetworkSplit]

  /// The elements that failed by themselves, in order.
  public var failed: [VertexID] { question.seeds.vertices }

  /// Computes it.
  ///
  /// - Parameters:
  ///   - question: What fails, and the moment of the answer.
  ///   - compiled: The model.
  /// - Complexity: O((*v* + *a*) log *v*) for the vertices and arcs of the model, plus a search of a
  ///   network for each path over one that is hit.
  public init(_ question: Question, in compiled: CompiledModel) {
    self.question = question
    let seeds = question.seeds.vertices
    let horizon = question.after?.seconds ?? .infinity
    let worst = ReadingOutcome(
      compiled.reading(question.reading), seeds: seeds, horizon: horizon)
    let best = ReadingOutcome(compiled.reading(.certain), seeds: seeds, horizon: horizon)
    var hits: [Grade: [Hit]] = [:]
    var untouched: [VertexID] = []
    for vertex in compiled.componentVertices where !seeds.contains(vertex) {
      let grade = worst.grade(of: vertex)
      if grade == .notAffected {
        untouched.append(vertex)
      } else {
        let hit = Self.hit(vertex, grade, worst, best, question, compiled)
        hits[grade, default: []].append(hit)
      }
    }
    down = hits[.down, default: []].sorted {
      ($0.after ?? .infinity, $0.vertex) < ($1.after ?? .infinity, $1.vertex)
    }
    let untold = Untellable(question, compiled, worst: worst)
    degraded = untold.marking(hits[.degraded, default: []])
    reducedRedundancy = untold.marking(hits[.reducedRedundancy, default: []])
    let untellable = untold.among(untouched)
    let claims = IndependenceClaim.answers(
      to: question.seeds, in: compiled, worst: worst, among: untouched)
    let claimed = Set(claims.filter(\.coversTheFailure).map(\.vertex))
    cannotTell = untellable.filter { !claimed.contains($0.vertex) }
    claimedIndependent = claims
    let told = Set(untellable.map(\.vertex)).union(claims.map(\.vertex))
    notAffected = untouched.filter { !told.contains($0) }
    let failed = seeds.map { seed in
      Hit(
        vertex: seed, after: 0, verdict: .certain, atLeast: .down,
        felt: Self.felt(seed, after: 0, question, compiled))
    }
    networkSplits = NetworkSplit.all(in: compiled, isDown: worst.isDown)
    consequences = Consequences(
      of: hits[.down, default: []], failed: failed, after: question.after, in: compiled)
  }

  private static func hit(
    _ vertex: VertexID, _ grade: Grade, _ worst: ReadingOutcome, _ best: ReadingOutcome,
    _ question: Question, _ compiled: CompiledModel
  ) -> Hit {
    let atLeast = best.grade(of: vertex)
    let verdict = atLeast == grade ? Verdict.certain : .possible
    let after = (verdict == .certain ? best : worst).start(of: grade, vertex)
    return Hit(
      vertex: vertex, after: after, verdict: verdict, atLeast: atLeast,
      felt: felt(vertex, after: after, question, compiled))
  }

  /// When the users of a component feel it, in seconds after the failure.
  private static func felt(
    _ vertex: VertexID, after: Double?, _ question: Question, _ compiled: CompiledModel
  ) -> Double? {
    guard let since = question.since, let after, let hours = compiled.component(vertex)?.needed
    else { return nil }
    let instant = hours.firstInstant(atOrAfter: since.advanced(by: after))
    return instant.secondsSinceEpoch - since.secondsSinceEpoch
  }

  /// The grade of a component that is no seed, by the list it stands in.
  ///
  /// - Complexity: O(*n*) for *n* components in the lists.
  public func grade(of vertex: VertexID) -> Grade {
    if down.contains(where: { $0.vertex == vertex }) { return .down }
    if degraded.contains(where: { $0.vertex == vertex }) { return .degraded }
    if reducedRedundancy.contains(where: { $0.vertex == vertex }) { return .reducedRedundancy }
    return cannotTell.contains { $0.vertex == vertex } ? .cannotTell : .notAffected
  }
}
