/// Rules of a baseline: what an organisation has to have in order, each with what a model can tell
/// about it.
public struct ControlSet: Hashable, Sendable {
  /// Its id.
  public let id: String
  /// Its name.
  public var name: LocalizedText?
  /// The language of texts that do not state theirs.
  public var language = Language.dutch
  /// On what it rests.
  public var evidence = Evidence(.internal)
  /// A remark, shown in every result.
  public var note: LocalizedText?
  /// Where the rules come from.
  public var sources: [Source] = []
  /// The rules, in order.
  public var controls: [Control] = []
  /// The SHA-256 digest of the file; empty: it was read from a text.
  public var digest = ""

  /// Makes one of which only the id is known.
  public init(id: String) { self.id = id }
}

/// One rule of a baseline.
public struct Control: Hashable, Sendable {
  /// Something that a model can tell about a rule.
  public struct Check: Hashable, Sendable {
    /// What is looked at.
    public var kind: ControlCheck
    /// How long ago it may have been done; nil: time has no part in it.
    public var within: TimeSpan?

    /// Makes a check.
    public init(_ kind: ControlCheck, within: TimeSpan? = nil) {
      self.kind = kind
      self.within = within
    }
  }

  /// Its number in the baseline.
  public let id: String
  /// What it asks.
  public var text: LocalizedText?
  /// On what it rests.
  public var evidence = Evidence(.internal)
  /// What is looked at.
  public var checks: [Check] = []
  /// A remark.
  public var note: LocalizedText?
  /// Where it is written.
  public var place: SourcePlace?

  /// Makes one of which only the id is known.
  public init(id: String) { self.id = id }
}

/// What can be looked at in a model for a rule; its raw value is its id in rule files, which stays.
public enum ControlCheck: String, Hashable, Sendable, CaseIterable {
  /// Every component has an owner.
  case ownerRecorded = "owner-recorded"
  /// Of every component it is written down what it requires.
  case requirementsRecorded = "requirements-recorded"
  /// The facts of every component were checked lately.
  case factsChecked = "facts-checked"
  /// It is said which processes and consumers are critical, and what they require.
  case criticalIdentified = "critical-identified"
  /// The facts of what is critical were checked lately.
  case criticalChecked = "critical-checked"
  /// Every agreement says how to leave.
  case exitStrategies = "exit-strategies"
  /// No supplier is a single point of failure for a large share of what is critical.
  case supplierDependence = "supplier-dependence"
  /// Of every supplier all subcontractors are known.
  case subcontractorsKnown = "subcontractors-known"
  /// Every agreement says between whom, on what and until when, and is in force.
  case agreementsRegistered = "agreements-registered"
  /// Every agreement was checked lately.
  case agreementsChecked = "agreements-checked"
  /// No agreement promises more than those that it rests on.
  case promisesBacked = "promises-backed"
  /// No plan leans on something that falls with what the plan is for.
  case plansStand = "plans-stand"
  /// There is a plan for everything critical.
  case plansMade = "plans-made"
  /// Every plan was exercised lately.
  case plansTested = "plans-tested"
  /// Redundancy is real: no single cause takes the alternatives together.
  case redundancyReal = "redundancy-real"
  /// Nothing critical stops with a single source of time.
  case timeRedundant = "time-redundant"

  /// Whether it asks that something was done lately, so that it needs `within`.
  public var isTimed: Bool {
    switch self {
    case .factsChecked, .criticalChecked, .agreementsChecked, .plansTested: true
    default: false
    }
  }
}
