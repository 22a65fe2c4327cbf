/// What a briefing tells of what was prepared: plans, and measures decided on.
public struct Preparation: Sendable {
  /// What the plans are worth; nil: the model holds none.
  public let plans: PlanReview?
  /// How far the measures are; nil: the model holds none.
  public let measures: MeasureReview?

  /// Tells nothing.
  public init() { (plans, measures) = (nil, nil) }

  /// Reviews the plans and measures of a model, where it holds any.
  ///
  /// A model without any plan may be one into which nobody wrote them: then nothing is told of who has
  /// none.
  ///
  /// - Parameter compiled: The model.
  /// - Complexity: That of a ``PlanReview`` and a ``MeasureReview``.
  public init(of compiled: CompiledModel) {
    plans = compiled.model.plans.isEmpty ? nil : PlanReview(.init(), in: compiled)
    measures = compiled.model.measures.isEmpty ? nil : MeasureReview(.init(), in: compiled)
  }

  /// The reports, by name.
  func reports(
    in compiled: CompiledModel, language: Language
  ) -> [(name: String, report: Report)] {
    [
      plans.map { ("plans", $0.report(in: compiled, language: language)) },
      measures.map { ("measures", $0.report(in: compiled, language: language)) },
    ].compactMap(\.self)
  }
}
