/// Who has promised what for each way in which a user can stop, and for which nobody has.
public struct PromiseCoverage: Sendable {
  /// Something that can stop a user, alone or with one other thing.
  public struct Element: Hashable, Sendable {
    /// The element.
    public let vertex: VertexID
    /// The ids of the valid agreements that cover it, in the order declared.
    public let contracts: [String]
    /// Those of them that promise a time to restore.
    public let promising: [String]
    /// For a common cause that nobody has promised to restore: the ids of the agreements that promise
    /// to restore what shares it, if each of those is promised; else none.
    ///
    /// They promise to mend what the cause has broken. Whether they also promise to take the cause
    /// away, a faulty release for one, they do not say.
    public let promisingParts: [String]
  }

  /// A process or consumer.
  public struct User: Hashable, Sendable {
    /// The user.
    public let vertex: VertexID
    /// The ways in which it stops: one element or two, the smallest first.
    public let sets: [[VertexID]]
    /// Those for which nobody has promised to restore anything.
    public let unpromised: [[VertexID]]
    /// The agreements that promise something of it for each way, in the order of the ways.
    public let promising: [[String]]
    /// Whether these are all up to that size.
    public let isComplete: Bool
  }

  /// What can stop users, by id.
  public let elements: [Element]
  /// The users, by id.
  public let users: [User]
  /// The ids of agreements of which it is not known all that they cover: they may promise more.
  public let openEnded: [String]

  /// The number of ways to stop users for which nobody has promised anything.
  ///
  /// - Complexity: O(*u*) for *u* users.
  public var unpromisedCount: Int { users.reduce(0) { $0 + $1.unpromised.count } }

  init(_ sets: [UserCutSets], in context: ReviewContext) {
    let all = Set(sets.flatMap { $0.sets.joined() }).sorted()
    let compiled = context.compiled
    let promising = { (vertex: VertexID) in
      context.covering[vertex, default: []].map(\.id).filter { context.restores[$0] != nil }
    }
    elements = all.map { vertex in
      let own = promising(vertex)
      let isOpenCause = own.isEmpty && compiled.component(vertex) == nil
      let parts = isOpenCause ? compiled.dependencies.users(of: vertex).map(promising) : []
      return Element(
        vertex: vertex, contracts: context.covering[vertex, default: []].map(\.id),
        promising: own,
        promisingParts: parts.contains(where: \.isEmpty) ? [] : Set(parts.joined()).sorted())
    }
    let promises = Dictionary(uniqueKeysWithValues: elements.map { ($0.vertex, $0.promising) })
    let promised = Set(elements.filter { !$0.promising.isEmpty }.map(\.vertex))
    users = sets.map { user in
      User(
        vertex: user.target, sets: user.sets,
        unpromised: user.sets.filter { promised.isDisjoint(with: $0) },
        promising: user.sets.map { set in
          Set(set.flatMap { promises[$0, default: []] }).sorted()
        },
        isComplete: user.isComplete)
    }
    openEnded = context.openEnded.map(\.id)
  }
}
