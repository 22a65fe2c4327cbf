/// A requirement in the one form that all ways to write it have in common.
///
/// A list in a list of "all" is one list, a list of one is that one, `at-least: 1` is `any`, a share of the
/// members is their number, twice the same in a list is once, no time is none, and order says nothing. What
/// says something stays: holdups, changing over (and with it the order, for it is to the first that works),
/// whether a need is inferred or assumed, and whether it stands among alternatives, where it is then read
/// otherwise. Sources and remarks are no part of it.
public indirect enum ComparedNeed: Hashable, Sendable {
  /// One component.
  case component(Component)
  /// Some of several members.
  case group(Group)
  /// A way through a network.
  case way(Way)
  /// Something that nobody wrote down.
  case unknown

  /// A need for one component.
  public struct Component: Hashable, Sendable {
    /// The id of what is needed.
    public let target: String
    /// How long the dependent lasts without it; nil: not at all.
    public let holdup: TimeSpan?
    /// Whether a degraded one is as good as a whole one.
    public let toleratesDegraded: Bool
    /// Whether even a whole one gives a degraded service.
    public let givesDegraded: Bool
    /// Whether only the dependent itself is shown degraded.
    public let isScopedToSelf: Bool
    /// That the need was inferred or assumed; nil: it is neither.
    public let doubt: Basis?
  }

  /// A need for some of several members.
  public struct Group: Hashable, Sendable {
    /// How many members are needed.
    public let threshold: Int
    /// Whether the members are alternatives: `any` or `at-least`.
    public let offersAlternatives: Bool
    /// The members, in an order that does not depend on how they were written; in that order where it
    /// takes time to change over.
    public let members: [ComparedNeed]
    /// How long the dependent lasts after the group is lost; nil: not at all.
    public let holdup: TimeSpan?
    /// How long changing over takes; nil: no time.
    public let switchover: TimeSpan?
  }

  /// A need for a way through a network.
  public struct Way: Hashable, Sendable {
    /// The node from which it starts; nil: the component itself.
    public let from: String?
    /// The nodes of which one must be reached, in order.
    public let targets: [String]
    /// The network.
    public let network: String
    /// How long the dependent lasts without a way; nil: not at all.
    public let holdup: TimeSpan?
    /// That the need was inferred or assumed; nil: it is neither.
    public let doubt: Basis?
  }

  /// The needs that must all be met for a requirement to be met, in an order of their own.
  ///
  /// - Complexity: O(*n* log *n*) for a formula of *n* parts.
  static func all(of requirement: Requirement) -> [ComparedNeed] {
    let need = ComparedNeed(requirement)
    guard case .group(let group) = need, group.isList else { return [need] }
    return group.members
  }

  /// - Complexity: O(*n* log *n*) for a formula of *n* parts.
  init(_ requirement: Requirement) {
    switch requirement {
    case .unknown: self = .unknown
    case .reference(let reference): self = .component(Component(reference))
    case .path(let path):
      self = .way(
        Way(
          from: path.from, targets: Set(path.targets).inByteOrder, network: path.network,
          holdup: path.holdup.unlessNone, doubt: path.evidence.basis.doubt))
    case .group(let group): self = Self.normal(group)
    }
  }

  private static func normal(_ written: RequirementGroup) -> ComparedNeed {
    var members = written.members.map { ComparedNeed($0) }
    let isList = !written.offersAlternatives
    if isList { members = Array(Set(members.flatMap(\.unfolded))) }
    let group = Group(
      threshold: isList ? members.count : written.threshold,
      offersAlternatives: written.offersAlternatives,
      members: written.switchover.unlessNone == nil ? members.inOrder : members,
      holdup: written.holdup.unlessNone, switchover: written.switchover.unlessNone)
    // Among alternatives an uncertain need is read otherwise than in a list of its own.
    if group.isList, group.members.count == 1, !group.members[0].isDoubtful {
      return group.members[0]
    }
    return .group(group)
  }

  /// Whether it matters to its reading in what sort of group it stands.
  private var isDoubtful: Bool {
    switch self {
    case .unknown: true
    case .component(let need): need.doubt != nil
    case .way(let way): way.doubt != nil
    case .group: false
    }
  }

  /// The members of a plain list; else itself.
  private var unfolded: [ComparedNeed] {
    guard case .group(let group) = self, group.isList else { return [self] }
    return group.members
  }

  /// Whether something that nobody wrote down is part of it.
  ///
  /// - Complexity: O(*n*) for a formula of *n* parts.
  public var hasUnknown: Bool {
    switch self {
    case .unknown: true
    case .group(let group): group.members.contains(where: \.hasUnknown)
    case .component, .way: false
    }
  }

  /// What stands for it in an order.
  var key: String {
    switch self {
    case .unknown: return "~"
    case .component(let need):
      let marks = [need.toleratesDegraded, need.givesDegraded, need.isScopedToSelf]
        .map { $0 ? "1" : "0" }.joined()
      return "a\(need.target)|\(span(need.holdup))|\(marks)|\(need.doubt?.rawValue ?? "")"
    case .way(let way):
      let start = way.from ?? ""
      let ends = way.targets.joined(separator: ",")
      return "c\(way.network)|\(start)|\(ends)|\(span(way.holdup))|\(way.doubt?.rawValue ?? "")"
    case .group(let group):
      let members = group.members.map(\.key).joined(separator: ";")
      let sort = group.offersAlternatives ? "b" : "a"
      return
        "b\(sort)\(group.threshold)(\(members))|\(span(group.holdup))|\(span(group.switchover))"
    }
  }

  private func span(_ span: TimeSpan?) -> String { span.map { "\($0.seconds)" } ?? "" }

  /// The same in a model in which one thing is called otherwise.
  func renaming(_ old: String, to new: String) -> ComparedNeed {
    let name = { (id: String) in id == old ? new : id }
    switch self {
    case .unknown: return self
    case .component(let need):
      return .component(
        Component(
          target: name(need.target), holdup: need.holdup,
          toleratesDegraded: need.toleratesDegraded, givesDegraded: need.givesDegraded,
          isScopedToSelf: need.isScopedToSelf, doubt: need.doubt))
    case .way(let way):
      return .way(
        Way(
          from: way.from.map(name), targets: way.targets.map(name).inByteOrder,
          network: way.network, holdup: way.holdup, doubt: way.doubt))
    case .group(let group):
      let members = group.members.map { $0.renaming(old, to: new) }
      return .group(
        Group(
          threshold: group.threshold, offersAlternatives: group.offersAlternatives,
          members: group.switchover == nil ? members.inOrder : members, holdup: group.holdup,
          switchover: group.switchover))
    }
  }
}

extension ComparedNeed.Component {
  fileprivate init(_ reference: Reference) {
    target = reference.target
    holdup = reference.holdup.unlessNone
    toleratesDegraded = reference.toleratesDegraded
    givesDegraded = reference.givesDegraded
    isScopedToSelf = reference.isScopedToSelf
    doubt = reference.evidence.basis.doubt
  }
}

extension ComparedNeed.Group {
  /// Whether it is a list and nothing more: all members are needed, at once.
  fileprivate var isList: Bool { !offersAlternatives && holdup == nil && switchover == nil }
}

extension TimeSpan? {
  /// The time; nil for no time at all.
  fileprivate var unlessNone: TimeSpan? { flatMap { $0.seconds == 0 ? nil : $0 } }
}

extension Basis {
  /// The basis where readings differ over it.
  var doubt: Basis? { isUncertain ? self : nil }
}

extension Sequence<String> {
  /// The texts in the order of their bytes.
  var inByteOrder: [String] { sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
}
