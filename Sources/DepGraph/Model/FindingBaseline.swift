/// The findings about agreements that somebody has accepted, so that only new ones ask for attention.
public struct FindingBaseline: Hashable, Sendable {
  /// A finding that was accepted.
  ///
  /// What is nil matches anything.
  public struct Acceptance: Hashable, Sendable {
    /// The rule.
    public var rule: ContractRule
    /// The id of the agreement.
    public var contract: String?
    /// The id of the other agreement, where the finding is about two.
    public var other: String?
    /// The id of the component or common cause.
    public var component: String?
    /// The id of the user.
    public var target: String?
    /// The id of one of the parties.
    public var party: String?
    /// The last day on which it is accepted; nil: until further notice.
    public var until: CalendarDate?
    /// Who accepted it.
    public var by: String?
    /// Why.
    public var reason: String?
    /// Where it is written.
    public var place: SourcePlace?

    /// Accepts all findings of a rule.
    public init(_ rule: ContractRule) { self.rule = rule }
  }

  /// What was accepted, in the order written.
  public var accepted: [Acceptance] = []

  /// Makes one that accepts nothing.
  public init() {}
}
