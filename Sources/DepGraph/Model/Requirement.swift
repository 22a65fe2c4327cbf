/// What a component needs while it runs: a monotone formula over other components.
///
/// Groups and paths stand in boxes of their own, so that a plain reference, of which a large model
/// has millions, needs none.
public enum Requirement: Hashable, Sendable {
  /// One other component.
  case reference(Reference)
  /// Some of several members.
  indirect case group(RequirementGroup)
  /// A way through a network.
  indirect case path(PathRequirement)
  /// Something that nobody wrote down.
  indirect case unknown(SourcePlace?)

  /// Nothing is needed.
  public static let nothing = Requirement.group(RequirementGroup(.all, []))
}

/// A need for one component.
public struct Reference: Hashable, Sendable {
  /// The id of what is needed.
  public var target: String
  /// `tolerates: degraded`: a degraded target is as good as a whole one.
  public var toleratesDegraded = false
  /// `gives: degraded`: even a whole target gives a degraded service.
  public var givesDegraded = false
  /// `scope: self` of a soft requirement: only the dependent itself is shown degraded.
  public var isScopedToSelf = false
  /// On what the need rests.
  public var evidence: Evidence {
    get { Evidence(basis, sources: sources) }
    set { (basis, sources) = (newValue.basis, newValue.sources) }
  }
  /// How long the dependent lasts after losing it; nil: not at all.
  public var holdup: TimeSpan? {
    get { rest[\.holdup] }
    set { rest[\.holdup] = newValue }
  }
  /// A remark.
  public var note: LocalizedText? {
    get { rest[\.note] }
    set { rest[\.note] = newValue }
  }
  /// Who may see it; nil: as what it is written in.
  public var marking: Marking? {
    get { rest[\.marking] }
    set { rest[\.marking] = newValue }
  }
  /// Where it is written.
  public var place: SourcePlace? {
    get { rest[\.place] }
    set { rest[\.place] = newValue }
  }

  /// What rules look for in it.
  var traits: RequirementTraits { RequirementTraits(of: basis, namesSources: !sources.isEmpty) }

  /// How it is known: beside the truth values, where it takes no room.
  private(set) var basis: Basis
  private var sources: [String]
  private var rest = SparseFields<SeldomOfReference>()

  /// Makes a plain reference.
  public init(_ target: String, evidence: Evidence, place: SourcePlace? = nil) {
    self.target = target
    basis = evidence.basis
    sources = evidence.sources
    self.place = place
  }
}

/// What is written of few needs.
private struct SeldomOfReference: SeldomWritten {
  var holdup: TimeSpan?
  var note: LocalizedText?
  var marking: Marking?
  var place: SourcePlace?

  static let usual = SeldomOfReference()
}

/// A group of requirements of which enough must be met.
public struct RequirementGroup: Hashable, Sendable {
  /// How many members must be met.
  public enum Need: Hashable, Sendable {
    /// Every member.
    case all
    /// One member.
    case any
    /// A number of members, 1 or more.
    case atLeast(Int)
    /// A share of the members written, rounded up.
    case share(Double)
  }

  /// How many members must be met.
  public var need: Need
  /// The members in the order written; one written twice counts twice.
  public var members: [Requirement]
  /// How long the dependent lasts after the group is lost.
  public var holdup: TimeSpan?
  /// How long changing over from one member to another takes.
  public var switchover: TimeSpan?
  /// A remark.
  public var note: LocalizedText?
  /// Where it is written.
  public var place: SourcePlace?

  /// Makes a group.
  public init(_ need: Need, _ members: [Requirement], place: SourcePlace? = nil) {
    self.need = need
    self.members = members
    self.place = place
  }

  /// The number of members that must be met.
  public var threshold: Int {
    switch need {
    case .all: members.count
    case .any: 1
    case .atLeast(let count): count
    case .share(let share): max(1, Int((share * Double(members.count) - 1e-9).rounded(.up)))
    }
  }

  /// Whether it is written as `any` or `at-least`, so that its references are alternatives.
  public var offersAlternatives: Bool { need != .all }
}

/// A need for a way through a network.
public struct PathRequirement: Hashable, Sendable {
  /// The node from which the way starts; nil: the component itself.
  public var from: String?
  /// The nodes of which one must be reached.
  public var targets: [String]
  /// The network's name.
  public var network: String
  /// How long the dependent lasts without a way.
  public var holdup: TimeSpan?
  /// On what the need rests.
  public var evidence: Evidence
  /// A remark.
  public var note: LocalizedText?
  /// Who may see it; nil: as what it is written in.
  public var marking: Marking?
  /// Where it is written.
  public var place: SourcePlace?

  /// Makes a path requirement.
  public init(
    from: String? = nil, to targets: [String], over network: String, evidence: Evidence,
    place: SourcePlace? = nil
  ) {
    self.from = from
    self.targets = targets
    self.network = network
    self.evidence = evidence
    self.place = place
  }
}

extension Requirement {
  /// Every reference in the formula, in the order written.
  ///
  /// - Complexity: O(*n*) for a formula of *n* parts.
  public var references: [Reference] {
    switch self {
    case .reference(let reference): [reference]
    case .group(let group): group.members.flatMap(\.references)
    case .path, .unknown: []
    }
  }

  /// Every path in the formula, in the order written.
  ///
  /// - Complexity: O(*n*) for a formula of *n* parts.
  public var paths: [PathRequirement] {
    switch self {
    case .path(let path): [path]
    case .group(let group): group.members.flatMap(\.paths)
    case .reference, .unknown: []
    }
  }

  /// Whether a part of it is `unknown`.
  ///
  /// - Complexity: O(*n*) for a formula of *n* parts.
  public var hasUnknown: Bool {
    switch self {
    case .unknown: true
    case .group(let group): group.members.contains(where: \.hasUnknown)
    case .reference, .path: false
    }
  }
}
