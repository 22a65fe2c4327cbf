extension VitalAssessment {
  /// The same question with *degraded* counted the other way, where that changes a verdict.
  ///
  /// Criteria often speak of failing and leave open whether hindered is enough. Where the answer hangs on
  /// that choice, people should see it without asking.
  ///
  /// - Parameter compiled: The model it was asked of.
  /// - Returns: The other assessment; nil where every verdict is the same.
  /// - Complexity: That of an assessment.
  public func countingDegradedOtherwise(in compiled: CompiledModel) -> VitalAssessment? {
    var other = question
    other.countsDegraded = !findings.contains(where: \.countsDegraded)
    let answer = VitalAssessment(other, in: compiled)
    let differs = zip(findings, answer.findings).contains { $0.verdict != $1.verdict }
    return differs ? answer : nil
  }
}
