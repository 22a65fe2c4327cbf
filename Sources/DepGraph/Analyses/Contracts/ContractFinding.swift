/// Something in the agreements, or in their absence, that asks for attention.
public struct ContractFinding: Hashable, Sendable {
  /// How a promise on time compares with what is required.
  public enum Verdict: String, Hashable, Sendable, CaseIterable {
    /// It is soon enough.
    case met
    /// It is too late.
    case overrun
    /// Nobody has promised it.
    case missing
    /// Nothing says what is required.
    case notApplicable = "not-applicable"
  }

  /// A step of the chain that leads to a finding.
  public enum Link: Hashable, Sendable {
    /// A component or common cause.
    case element(VertexID)
    /// An agreement, by id.
    case contract(String)
    /// A party, by id.
    case party(String)
  }

  /// The rule.
  public let rule: ContractRule
  /// How much it weighs.
  public var severity: FindingSeverity
  /// The id of the agreement that it is about; nil: of none.
  public var contract: String?
  /// What fails; nil: it is about nothing in particular.
  public var element: VertexID?
  /// The user that is hit; nil: it is about none in particular.
  public var target: VertexID?
  /// The ids of the parties that it is about.
  public var parties: [String] = []
  /// What is required, in seconds: of time to restore, of outage in a year, or of a term.
  public var required: Double?
  /// What is agreed, or was seen, in the same unit.
  public var agreed: Double?
  /// By how much the one misses the other, in seconds.
  public var gap: Double?
  /// Whether the gap may be larger.
  public var gapIsLeast = false
  /// How binding the promise is; nil: not stated, or no promise.
  public var nature: ServiceTarget.Nature?
  /// How the promise compares; nil: the rule is not about time to restore.
  public var verdict: Verdict?
  /// The way from what fails to the user, or from an agreement to those that it rests on.
  public var chain: [Link] = []
  /// What the sentences about it need beside the above.
  public var details = Details.none

  /// Makes a finding of which only the rule and the weight are known.
  public init(_ rule: ContractRule, _ severity: FindingSeverity) {
    self.rule = rule
    self.severity = severity
  }
}
