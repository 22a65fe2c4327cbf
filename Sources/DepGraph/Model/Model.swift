/// Everything that a model file says, read and judged piece by piece, not yet computed on.
public struct Model: Hashable, Sendable {
  /// What it is called.
  public var name: LocalizedText?
  /// The language that it is written in.
  public var language = Language.dutch
  /// The date that its facts describe.
  public var asOf: CalendarDate?
  /// The basis of facts that do not state their own.
  public var basis = Basis.internal
  /// Who may see it.
  public var marking = Marking()
  /// A remark.
  public var note: LocalizedText?
  /// What a combination of facts is marked at least: by analysis (`spof`, `cutsets`, `network`).
  public var markingFloors: [String: Marking] = [:]
  /// Whom answers are given to, and which.
  public var partners: [SharingPartner] = []
  /// Where facts come from.
  public var sources: [Source] = []
  /// Organisations.
  public var parties: [Party] = []
  /// Agreements.
  public var contracts: [Contract] = []
  /// Everything that can fail, in the order declared.
  public var components: [Component] = []
  /// What is said of common causes.
  public var commonCauses: [CommonCause] = []
  /// Who can be called.
  public var contacts: [Contact] = []
  /// The escalation framework.
  public var escalation: [EscalationLevel] = []
  /// What was seen.
  public var observations: [Observation] = []
  /// Continuity plans.
  public var plans: [ContinuityPlan] = []
  /// Measures.
  public var measures: [Measure] = []
  /// Repair teams.
  public var crews: [Crew] = []
  /// Classes of restoration.
  public var restoreClasses: [RestoreClass] = []
  /// What its author expects of it.
  public var expectations: [Expectation] = []
  /// What a briefing of it is held against.
  public var briefing = BriefingPlan()
  /// The sectors that it may name.
  public var sectors = SectorList.builtIn
  /// SHA-256 over the bytes of its files in include order, in hexadecimal; empty if made in memory.
  public var digest = ""

  /// Makes an empty model.
  public init() {}
}
