/// What the model's author expects of an answer: a test of the model.
public struct Expectation: Hashable, Sendable {
  /// What it is about.
  public var name: LocalizedText?
  /// The seeds.
  public var when: [String] = []
  /// The moment after the failure that is asked about; nil: when every holdup is spent.
  public var after: TimeSpan?
  /// The ids of what must keep working (level 1 or 2).
  public var up: [String] = []
  /// The ids of what must go down.
  public var down: [String] = []
  /// The ids of what must work, but degraded (level 1).
  public var degraded: [String] = []
  /// The ids of what must not be hit at all: neither down nor degraded nor with less redundancy.
  public var unaffected: [String] = []
  /// The ids of what must work whole, but lean on less redundancy.
  public var reduced: [String] = []
  /// The ids of what must stay open, since too little is known: a known gap.
  public var unknown: [String] = []
  /// The ids of what no single component or common cause may take down.
  public var noSinglePoint: [String] = []
  /// The id of the component of which ``singlePoints`` speaks.
  public var subject: String?
  /// The seeds that must be all single points of failure of ``subject``; nil: not said.
  public var singlePoints: [String]?
  /// The ids of the sources.
  public var sources: [String] = []
  /// A remark.
  public var note: LocalizedText?
  /// Who may see it; nil: as what it is written in.
  public var marking: Marking?
  /// Where it is written.
  public var place: SourcePlace?

  /// Makes an empty one.
  public init() {}
}

/// The sorts of things that an expectation may say of a component, in the order in which they are
/// told.
public enum ClaimKind: String, Hashable, Sendable, CaseIterable {
  /// It keeps working, degraded or not.
  case up
  /// It goes down.
  case down
  /// It works, but degraded.
  case degraded
  /// It is not hit at all.
  case unaffected
  /// It works whole, but leans on less redundancy.
  case reduced
  /// Nobody can tell whether it goes down.
  case unknown
  /// Nothing takes it down alone.
  case noSinglePoint = "no-single-point"
  /// Certain things, and no others, take it down alone.
  case singlePoints = "single-points"

  /// Whether it speaks of what one failure does, and not of all single failures.
  public var isOfFailure: Bool { self != .noSinglePoint && self != .singlePoints }
}

extension Expectation {
  /// The ids of the components of which it claims something, in the order written.
  ///
  /// - Parameter kind: What it claims.
  /// - Returns: The ids.
  public func ids(of kind: ClaimKind) -> [String] {
    switch kind {
    case .up: up
    case .down: down
    case .degraded: degraded
    case .unaffected: unaffected
    case .reduced: reduced
    case .unknown: unknown
    case .noSinglePoint: noSinglePoint
    case .singlePoints: singlePoints == nil ? [] : [subject].compactMap(\.self)
    }
  }

  /// The ids of all components of which it claims something, by kind of claim.
  ///
  /// - Complexity: O(*n*) for *n* ids.
  public var claimed: [String] { ClaimKind.allCases.flatMap(ids(of:)) }
}
