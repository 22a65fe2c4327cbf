/// Judges a model without computing on it.
///
/// Each rule is a function from a model to diagnostics, in a file of its own. A rule says nothing of
/// names that nothing declares: `NameRules` alone does.
public struct Validator: Sendable {
  /// Everything there is to say about a model, by place.
  ///
  /// A reader resolves names itself, because it knows where each is written, and so a model that
  /// comes from ``ModelReader`` needs no further judging. This is for models made in memory.
  ///
  /// - Parameter model: The model.
  /// - Returns: Errors and warnings, those without a place last.
  /// - Complexity: O(*n* log *n*) for *n* things and references.
  public static func diagnose(_ model: Model) -> [Diagnostic] {
    (NameRules.judge(model) + judge(model)).sortedByPlace()
  }

  /// What there is to say beyond names.
  static func judge(_ model: Model) -> [Diagnostic] {
    let rules: [(Model) -> [Diagnostic]] = [
      RequirementRules.judge, NetworkRules.judge, EvidenceRules.judge, ContinuityRules.judge,
      HierarchyRules.judge, CompletenessRules.judge, CommonCauseRules.judge, UsageRules.judge,
    ]
    return rules.flatMap { $0(model) }
  }
}
