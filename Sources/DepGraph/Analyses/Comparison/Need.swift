/// A requirement in the one form that all ways to write it have in common.
///
/// A list in a list of "all" is one list, `at-least: 1` is `any`, a group of one member is that member,
/// a share of the members is their number, and order says nothing. What says something stays: holdups,
/// changing over, and whether a need is inferred or assumed. Sources and remarks are no part of it.
public indirect enum Need: Hashable, Sendable {
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
    /// The members, in an order that does not depend on how they were written.
    public let members: [Need]
    /// How long the dependent lasts after the group is lost; nil: not at all.
    public let holdup: TimeSpan?
    /// How long changing over takes; nil: no time.
    public let switchover: TimeSpan?

    /// Whether every member is needed.
    public var isAll: Bool { threshold == members.count }
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
  static func all(of requirement: Requirement) -> [Need] {
    let need = Need(requirement)
    guard case .group(let group) = need, group.isAll, group.isPlain else { return [need] }
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
          holdup: path.holdup, doubt: path.evidence.basis.doubt))
    case .group(let group): self = Self.normal(group)
    }
  }

  private static func normal(_ written: RequirementGroup) -> Need {
    var members = written.members.map { Need($0) }
    var threshold = written.threshold
    let isPlain = written.holdup == nil && written.switchover == nil
    if threshold >= members.count, isPlain {
      members = Array(Set(members.flatMap(\.unfolded)))
      threshold = members.count
    } else if threshold == 1 {
      members = Array(Set(members))
    }
    if members.count == 1, isPlain, let only = members.first, only != .unknown { return only }
    return .group(
      Group(
        threshold: threshold, members: members.map { ($0, $0.key) }.sorted { $0.1 < $1.1 }.map(\.0),
        holdup: written.holdup, switchover: written.switchover))
  }

  /// The members of a plain list; else itself.
  private var unfolded: [Need] {
    guard case .group(let group) = self, group.isAll, group.isPlain else { return [self] }
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
      return "b\(group.threshold)(\(members))|\(span(group.holdup))|\(span(group.switchover))"
    }
  }

  private func span(_ span: TimeSpan?) -> String { span.map { "\($0.seconds)" } ?? "" }

  /// The same in a model in which one thing is called otherwise.
  func renaming(_ old: String, to new: String) -> Need {
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
          threshold: group.threshold,
          members: members.map { ($0, $0.key) }.sorted { $0.1 < $1.1 }.map(\.0),
          holdup: group.holdup, switchover: group.switchover))
    }
  }
}

extension Need.Component {
  fileprivate init(_ reference: Reference) {
    target = reference.target
    holdup = reference.holdup
    toleratesDegraded = reference.toleratesDegraded
    givesDegraded = reference.givesDegraded
    isScopedToSelf = reference.isScopedToSelf
    doubt = reference.evidence.basis.doubt
  }
}

extension Need.Group {
  /// Whether it says nothing but how many members are needed.
  fileprivate var isPlain: Bool { holdup == nil && switchover == nil }
}

extension Basis {
  /// The basis where readings differ over it.
  var doubt: Basis? { isUncertain ? self : nil }
}

extension Sequence<String> {
  /// The texts in the order of their bytes.
  var inByteOrder: [String] { sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
}
