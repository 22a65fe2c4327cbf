/// Something that nobody wrote down, with the processes and consumers that hang on it.
struct UnknownFact: Hashable, Sendable {
  /// What is not known.
  enum Kind: Hashable, Sendable {
    /// What it needs while it runs.
    case needs
    /// Which value of a key it shares with others.
    case shared(String)
    /// How long it takes to restore it.
    case restoring
    /// How long they can bear an outage.
    case tolerance
  }

  /// What is not known.
  let kind: Kind
  /// Of what.
  let subjects: [VertexID]
  /// Who hangs on it, in order.
  let users: [VertexID]
  /// How many of them fall with it alone.
  let alone: Int
}

/// What nobody wrote down, that on which the most hangs first.
///
/// A process or consumer hangs on what is not known of a component where it rests on that component,
/// directly or through others.
struct UnknownFacts: Sendable {
  /// The facts in order.
  let ranked: [UnknownFact]

  /// Ranks what is not known of a model.
  ///
  /// - Parameters:
  ///   - compiled: The model.
  ///   - blast: What a failure does, for what is not known of its users; nil: nothing fails.
  ///   - plan: How it is restored, for what is not known of repairs; nil: nobody asked.
  /// - Complexity: O(*u*·(*v* + *a*)) for *u* processes and consumers and what they rest on, beside all
  ///   single failures.
  init(in compiled: CompiledModel, after blast: BlastRadius? = nil, plan: RestorationPlan? = nil) {
    let needs = UnknownNeeds(in: compiled, .possible)
    let failures = SoleFailures(in: compiled)
    var users: [VertexID: [VertexID]] = [:]
    for user in failures.users {
      for doubtful in needs.under(user) { users[doubtful, default: []].append(user) }
    }
    let unshared = compiled.unknownShares.sorted { $0.key < $1.key }
    let doubts =
      compiled.unknownRequirements.map { (UnknownFact.Kind.needs, $0) }
      + unshared.flatMap { key, sharers in sharers.map { (UnknownFact.Kind.shared(key), $0) } }
    let facts = doubts.map { kind, vertex in
      UnknownFact(
        kind: kind, subjects: [vertex], users: users[vertex, default: []],
        alone: failures.reach(of: vertex).possible)
    }
    ranked = (facts + Self.restoring(plan, blast) + Self.tolerances(blast, in: compiled))
      .filter { !$0.users.isEmpty }.enumerated().sorted { left, right in
        let key = { (fact: UnknownFact, place: Int) in (-fact.users.count, -fact.alone, place) }
        return key(left.element, left.offset) < key(right.element, right.offset)
      }.map(\.element)
  }

  private static func restoring(
    _ plan: RestorationPlan?, _ blast: BlastRadius?
  ) -> [UnknownFact] {
    guard let plan, let blast else { return [] }
    let unknown = plan.problem.tasks.filter { !$0.isKnown }.map(\.element)
    let waiting = plan.problem.demands.map(\.element).sorted()
    guard !unknown.isEmpty, !blast.down.isEmpty else { return [] }
    return [
      UnknownFact(kind: .restoring, subjects: unknown, users: waiting, alone: waiting.count)
    ]
  }

  /// Those that go down and of which nobody wrote down how long they bear it.
  private static func tolerances(
    _ blast: BlastRadius?, in compiled: CompiledModel
  ) -> [UnknownFact] {
    let open = (blast?.down ?? []).map(\.vertex).filter { vertex in
      guard let component = compiled.component(vertex), component.isUser else { return false }
      return component.continuity.maximumTolerablePeriod == nil
        && component.continuity.recoveryTimeObjective == nil
    }.sorted()
    guard !open.isEmpty else { return [] }
    return [UnknownFact(kind: .tolerance, subjects: open, users: open, alone: 0)]
  }
}
