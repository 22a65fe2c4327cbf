extension Reinforcement {
  /// What a change is about, in the model's terms.
  public struct Parts: Hashable, Sendable {
    /// The component that changes, or that gets an alternative; nil: several do.
    public var component: VertexID?
    /// Where the requirement stands, like `requires/1`; nil: it is about no single requirement.
    public var requirement: String?
    /// What an alternative stands beside, or what is no longer shared, in order.
    public var of: [VertexID] = []
    /// Whether `of` are the ends of a way through a network.
    public var isWay = false
    /// Who shared it: those that get values of their own, in order.
    public var sharers: [VertexID] = []
    /// Under which key it was shared.
    public var key: String?
  }

  /// What the change is about.
  ///
  /// - Parameter compiled: The model that the change is for.
  /// - Returns: Its parts.
  /// - Complexity: O(*n* + *r*) for *n* components and *r* requirements of the one.
  public func parts(in compiled: CompiledModel) -> Parts {
    switch self {
    case .ownValue(let sharer, let cause):
      return Parts(
        component: sharer, of: [cause], sharers: [sharer],
        key: Self.key(of: cause, sharedBy: sharer, in: compiled))
    case .dissolution(let cause):
      let sharers = compiled.sharersByCause[cause, default: []]
      return Parts(
        of: [cause], sharers: sharers,
        key: sharers.first.flatMap { Self.key(of: cause, sharedBy: $0, in: compiled) })
    case .alternative(let element):
      return Parts(component: element, of: [element])
    case .besides(let number, let owner):
      guard let component = compiled.component(owner) else { return Parts() }
      let member = component.requiredMembers[number]
      let references = member.references.map(\.target)
      let ends = member.paths.flatMap { [$0.from ?? component.id] + $0.targets }
      let found = (references + ends).compactMap(compiled.table.vertex(of:))
      return Parts(
        component: owner,
        requirement: component.listsRequirements ? "requires/\(number + 1)" : "requires",
        of: references.isEmpty ? found : found.sortedOnce(), isWay: references.isEmpty)
    }
  }

  private static func key(
    of cause: VertexID, sharedBy sharer: VertexID, in compiled: CompiledModel
  ) -> String? {
    compiled.component(sharer)?.shares.first { compiled.cause(of: $0) == cause }?.key
  }
}
