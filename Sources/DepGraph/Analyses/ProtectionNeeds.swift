/// The protection that elements need because of those that require them.
///
/// What somebody needs protected is inherited by all that they require, directly or through others:
/// the highest need counts (*maximum*). Two things can move it by a step, and are given as a range,
/// never taken for granted: it may be lower for availability if those of the highest need go on
/// without the element (*distribution*), and higher if several of them that do not need each other
/// rest on it (*cumulation*).
public struct ProtectionNeeds: Sendable {
  /// What an element's own statement is worth against what it inherits.
  public enum Verdict: String, Hashable, Sendable, CaseIterable {
    /// It is lower than what is inherited, whatever distribution may take off.
    case tooLow = "too-low"
    /// It is lower than the highest need, and enough only if distribution is accepted.
    case lowUnlessDistributed = "too-low-unless-distributed"
    /// It is lower than what cumulation may ask for.
    case lowIfCumulated = "too-low-if-cumulated"
    /// Nothing was said of the element.
    case notStated = "not-stated"
    /// It was said that nobody knows.
    case unknown
    /// It is enough for those whose need is known, and others have one that is not.
    case cannotTell = "cannot-tell"
    /// It is enough.
    case sufficient
  }

  /// What one element inherits for one quality.
  public struct Inheritance: Hashable, Sendable {
    /// The element.
    public let vertex: VertexID
    /// The quality.
    public let goal: ProtectionGoal
    /// What was said of the element itself; nil: nothing.
    public let stated: Stated<ProtectionLevel>?
    /// The highest need of those that require it; nil: of none it is known.
    public let maximum: ProtectionLevel?
    /// From the nearest one with that need to the element, both included; empty if there is none.
    public let way: [VertexID]
    /// The least that it may be, if distribution is accepted.
    public let low: ProtectionLevel?
    /// The most that it may be, if cumulation is seen.
    public let high: ProtectionLevel?
    /// Those of the highest need that rest on it and do not need each other, in order.
    public let independentUsers: [VertexID]
    /// Those that require it and whose own need nobody knows, in order: what is inherited is at
    /// least what is known.
    public let unknownUsers: [VertexID]
    /// What the element's own statement is worth.
    public let verdict: Verdict
  }

  /// The number of independent users of one need from which the need may be higher.
  public let cumulateFrom: Int
  /// Whether any component states a need.
  public let isStated: Bool
  /// What is inherited, by element and quality; nothing for what nobody requires.
  public let inheritances: [Inheritance]

  /// Lets needs be inherited.
  ///
  /// - Parameters:
  ///   - compiled: The model. Whether somebody goes on without an element is judged in its least
  ///     favourable reading.
  ///   - cumulateFrom: The number of independent users of one need from which it may be higher.
  /// - Precondition: `cumulateFrom` is 2 or more.
  /// - Complexity: O(*u*·(*n* + *d*)) for *u* users with a need, *n* elements, *d* dependencies, and
  ///   the failure of each element alone.
  public init(in compiled: CompiledModel, cumulateFrom: Int = 3) {
    precondition(cumulateFrom >= 2, "one user is no cumulation")
    self.cumulateFrom = cumulateFrom
    var inheriting = NeedInheritance(compiled, cumulateFrom: cumulateFrom)
    isStated = inheriting.isStated
    inheritances = inheriting.run()
  }

  /// What is inherited and higher than what was said, or may be.
  public var findings: [Inheritance] {
    inheritances.filter {
      switch $0.verdict {
      case .tooLow, .lowUnlessDistributed, .lowIfCumulated: true
      case .notStated, .unknown, .cannotTell, .sufficient: false
      }
    }
  }
}

/// The computation: one search from each user, then each element for itself.
private struct NeedInheritance {
  /// What is known so far of one element and quality.
  private struct Share {
    var maximum: ProtectionLevel?
    var steps = 0
    var nearest: VertexID?
    /// All of the highest need.
    var users: [VertexID] = []
    var unknown: [VertexID] = []
  }

  private let compiled: CompiledModel
  private let cumulateFrom: Int
  private let needs: InheritedNeeds
  private let components: [(vertex: VertexID, need: ProtectionNeed)]
  private var shares: [[ProtectionGoal: Share]]
  /// What each user requires.
  private var required: [VertexID: VertexSet] = [:]

  init(_ compiled: CompiledModel, cumulateFrom: Int) {
    self.compiled = compiled
    self.cumulateFrom = cumulateFrom
    needs = InheritedNeeds(compiled)
    components = compiled.componentVertices.compactMap { vertex in
      compiled.component(vertex).map { (vertex, $0.protectionNeed) }
    }
    shares = [[ProtectionGoal: Share]](repeating: [:], count: compiled.table.count)
  }

  var isStated: Bool { components.contains { $0.need != ProtectionNeed() } }

  mutating func run() -> [ProtectionNeeds.Inheritance] {
    guard isStated else { return [] }
    for (user, need) in components { spread(need, of: user) }
    let ways = waysFromNearest()
    let propagator = FailurePropagator(compiled.reading(.possible).levelOne)
    var found: [ProtectionNeeds.Inheritance] = []
    for index in shares.indices where !shares[index].isEmpty {
      let vertex = VertexID(index)
      propagator.fail([vertex])
      let falling = highestNeed(among: propagator.failed, but: vertex)
      propagator.undo()
      for goal in ProtectionGoal.allCases {
        guard let share = shares[index][goal] else { continue }
        found.append(
          inheritance(
            of: vertex, goal, share, way: ways[vertex]?[goal] ?? [],
            falling: goal == .availability ? falling : share.maximum))
      }
    }
    return found
  }

  /// Lets all that a user requires inherit its needs.
  private mutating func spread(_ need: ProtectionNeed, of user: VertexID) {
    let goals = ProtectionGoal.allCases.filter { isUser(user, need, $0) }
    guard !goals.isEmpty else { return }
    let reached = needs.reach(from: user)
    required[user] = VertexSet(reached.map(\.element))
    for step in reached {
      for goal in goals {
        var share = shares[step.element.index][goal] ?? Share()
        if let level = need[goal]?.value {
          if share.maximum.map({ level > $0 }) ?? true {
            share = Share(
              maximum: level, steps: step.steps, nearest: user, users: [user],
              unknown: share.unknown)
          } else if level == share.maximum {
            share.users.append(user)
            if step.steps < share.steps {
              share.steps = step.steps
              share.nearest = user
            }
          }
        } else {
          share.unknown.append(user)
        }
        shares[step.element.index][goal] = share
      }
    }
  }

  /// Whether somebody's need counts: it was stated, or it is a process or consumer that has one.
  private func isUser(_ user: VertexID, _ need: ProtectionNeed, _ goal: ProtectionGoal) -> Bool {
    need[goal] != nil || compiled.component(user)?.isUser == true
  }

  private func waysFromNearest() -> [VertexID: [ProtectionGoal: [VertexID]]] {
    var wanted: [VertexID: [(VertexID, ProtectionGoal)]] = [:]
    for (index, goals) in shares.enumerated() {
      for goal in ProtectionGoal.allCases {
        if let nearest = goals[goal]?.nearest {
          wanted[nearest, default: []].append((VertexID(index), goal))
        }
      }
    }
    var ways: [VertexID: [ProtectionGoal: [VertexID]]] = [:]
    for (user, asked) in wanted {
      var nearer: [VertexID: VertexID] = [:]
      for step in needs.reach(from: user) { nearer[step.element] = step.nearer }
      for (vertex, goal) in asked {
        var way = [vertex]
        while let last = way.last, last != user, let next = nearer[last] { way.append(next) }
        ways[vertex, default: [:]][goal] = way.reversed()
      }
    }
    return ways
  }

  /// The highest need for availability of what falls with an element.
  private func highestNeed(
    among failed: ArraySlice<VertexID>, but seed: VertexID
  ) -> ProtectionLevel? {
    failed.compactMap { vertex in
      guard vertex != seed, vertex.index < compiled.table.count else { return nil }
      return compiled.component(vertex)?.protectionNeed[.availability]?.value
    }.max()
  }

  private func inheritance(
    of vertex: VertexID, _ goal: ProtectionGoal, _ share: Share, way: [VertexID],
    falling: ProtectionLevel?
  ) -> ProtectionNeeds.Inheritance {
    let independent = independentUsers(share.users)
    let low = share.maximum.map { max($0.lowered, min($0, falling ?? .normal)) }
    let high = share.maximum.map { independent.count >= cumulateFrom ? $0.raised : $0 }
    let stated = compiled.component(vertex)?.protectionNeed[goal]
    return ProtectionNeeds.Inheritance(
      vertex: vertex, goal: goal, stated: stated, maximum: share.maximum, way: way, low: low,
      high: high, independentUsers: independent, unknownUsers: share.unknown,
      verdict: verdict(
        stated, low: low, maximum: share.maximum, high: high,
        hasUnknown: !share.unknown.isEmpty))
  }

  /// A largest set of users none of which requires another one; of those that require each other the
  /// first.
  private func independentUsers(_ users: [VertexID]) -> [VertexID] {
    let order = users.map { user in
      users.indices.filter { place in
        let other = users[place]
        guard other != user, required[user]?.contains(other) == true else { return false }
        return required[other]?.contains(user) != true || user < other
      }
    }
    return LargestAntichain(below: order).members.map { users[$0] }
  }

  private func verdict(
    _ stated: Stated<ProtectionLevel>?, low: ProtectionLevel?, maximum: ProtectionLevel?,
    high: ProtectionLevel?, hasUnknown: Bool
  ) -> ProtectionNeeds.Verdict {
    guard let stated else { return .notStated }
    guard let own = stated.value else { return .unknown }
    if let low, own < low { return .tooLow }
    if let maximum, own < maximum { return .lowUnlessDistributed }
    if let high, own < high { return .lowIfCumulated }
    return hasUnknown && own < .veryHigh ? .cannotTell : .sufficient
  }
}
