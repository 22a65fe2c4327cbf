/// Two assessments side by side: two subjects, two sets of criteria, or two models.
public struct VitalComparison: Sendable {
  /// The assessment beside the first, with the model it is about.
  public struct Other: Sendable {
    /// The assessment.
    public let assessment: VitalAssessment
    /// Its model.
    public let compiled: CompiledModel

    /// Makes it.
    public init(_ assessment: VitalAssessment, in compiled: CompiledModel) {
      self.assessment = assessment
      self.compiled = compiled
    }
  }

  /// A criterion that both judge, or one of them.
  public struct Row: Hashable, Sendable {
    /// Its id.
    public let id: String
    /// The first answer; nil: that set does not have it.
    public let first: VitalAssessment.Finding?
    /// The second answer; nil: that set does not have it.
    public let second: VitalAssessment.Finding?

    /// Whether the verdicts or the values differ.
    public var differs: Bool {
      first?.verdict != second?.verdict || first?.value?.range != second?.value?.range
    }
  }

  /// The criteria of the first set in order, then those that only the second has.
  public let rows: [Row]

  /// Compares two assessments.
  ///
  /// - Complexity: O(*n*) for *n* criteria.
  public init(_ first: VitalAssessment, _ second: VitalAssessment) {
    let others = Dictionary(
      second.findings.map { ($0.criterion.id, $0) }, uniquingKeysWith: { one, _ in one })
    let known = Set(first.findings.map(\.criterion.id))
    rows =
      first.findings.map {
        Row(id: $0.criterion.id, first: $0, second: others[$0.criterion.id])
      }
      + second.findings.filter { !known.contains($0.criterion.id) }.map {
        Row(id: $0.criterion.id, first: nil, second: $0)
      }
  }
}
