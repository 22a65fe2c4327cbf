/// What a model tells about the rules of a baseline: what speaks for each, what against it, and which
/// facts are missing.
///
/// It is no judgement of compliance: a model holds a part of what a rule asks, and nothing of what is
/// done.
public struct ControlReview: Sendable {
  /// What something is that was looked at.
  public enum Subject: String, Hashable, Sendable, CaseIterable {
    case component, contract, party, plan
  }

  /// What one check found: everything that it looked at stands in one of the three lists.
  public struct Outcome: Hashable, Sendable {
    /// The check.
    public let check: Control.Check
    /// What was looked at.
    public let subject: Subject
    /// The ids of those for which it holds.
    public var evidence: [String] = []
    /// The ids of those for which it does not.
    public var against: [String] = []
    /// The ids of those of which it cannot be told.
    public var missing: [String] = []

    /// Whether there was nothing to look at, which is evidence of nothing.
    public var isEmpty: Bool { evidence.isEmpty && against.isEmpty && missing.isEmpty }
  }

  /// A rule with what was found.
  public struct Result: Hashable, Sendable {
    /// The rule.
    public let control: Control
    /// What its checks found, in their order.
    public let outcomes: [Outcome]

    /// Whether something speaks against it.
    public var hasFindings: Bool { outcomes.contains { !$0.against.isEmpty } }

    /// Whether something that would tell is not known, or not in the model.
    public var hasMissingFacts: Bool { outcomes.contains { !$0.missing.isEmpty || $0.isEmpty } }
  }

  /// The rules.
  public let set: ControlSet
  /// The day that it is judged at; nil: there is none, and what depends on time is missing.
  public let day: CalendarDate?
  /// The rules with what was found, in their order.
  public let results: [Result]

  /// Holds a model against rules.
  ///
  /// - Parameters:
  ///   - set: The rules.
  ///   - compiled: The model.
  ///   - day: The day to judge at; nil: the date of the model's facts.
  /// - Complexity: That of all single failures, of `FalseRedundancy` and `SupplierConcentration`, as
  ///   far as checks ask for them; each once.
  public init(of set: ControlSet, in compiled: CompiledModel, on day: CalendarDate? = nil) {
    self.set = set
    self.day = day ?? compiled.model.asOf
    var checker = ControlChecker(compiled, on: self.day)
    var results: [Result] = []
    for control in set.controls {
      results.append(Result(control: control, outcomes: control.checks.map { checker.look($0) }))
    }
    self.results = results
  }
}
