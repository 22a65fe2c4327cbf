/// Whether a model answers as its author expects: the remarks of `validate` on its `expect:` entries.
public struct ExpectationCheck: Sendable {
  /// Findings about expectations that the model does not meet, or of which nobody can tell, in the
  /// order written.
  public let findings: [Diagnostic]

  /// Tests each expectation.
  ///
  /// - Parameter compiled: The model.
  /// - Complexity: That of `ModelTest`.
  public init(_ compiled: CompiledModel) {
    guard !compiled.model.expectations.isEmpty else {
      findings = []
      return
    }
    let test = ModelTest(compiled)
    findings =
      test.flaws
      // That nothing fails is told of the entry as it is read.
      + test.claims.filter { $0.verdict != .passed && $0.reason != .nothingFailed }
      .map { Self.finding(on: $0, in: compiled) }
  }

  private static func finding(on claim: TestedClaim, in compiled: CompiledModel) -> Diagnostic {
    let expected = compiled.model.expectations[claim.expectation]
    let name = expected.name.map { "`\($0.text(in: .english))`" } ?? "an expectation"
    let id = compiled.table.id(of: claim.vertex)
    let failed = expected.when.joined(separator: ", ")
    let when = claim.kind.isOfFailure ? " when \(failed) fails" : ""
    let isMissed = claim.verdict == .failed
    return Diagnostic(
      isMissed ? .expectationMissed : .expectationOpen,
      "\(name) expects `\(id)` \(claim.kind.words)\(when); "
        + (isMissed ? "it does not hold" : "nobody can tell"),
      at: expected.place, id: id, hint: "ask `depgraph test` why")
  }
}

extension ClaimKind {
  /// What it claims, in words that follow the name of the component.
  fileprivate var words: String {
    switch self {
    case .up: "to keep working"
    case .down: "to go down"
    case .degraded: "to work degraded"
    case .unaffected: "not to be affected"
    case .reduced: "to lean on less redundancy"
    case .unknown: "to be of what nobody can tell"
    case .noSinglePoint: "to have no single point of failure"
    case .singlePoints: "to have certain single points of failure and no others"
    }
  }
}
