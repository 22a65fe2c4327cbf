/// The expectations of a model, tested on it.
///
///     let test = ModelTest(compiled)
///     test.claims.filter { $0.verdict == .failed }  // what the model answers otherwise
///
/// Each claim is judged by the span of grades that its component can have: from the certain reading to
/// the possible one, and further where something unknown leaves that open. It passes only if it holds
/// for all of them.
public struct ModelTest: Sendable {
  /// The claims, in the order of the expectations, then by kind, then as written.
  public let claims: [TestedClaim]
  /// Expectations of which something names nothing in the model.
  public let flaws: [Diagnostic]
  /// What fails by itself in one of them, in order.
  public let seeded: [VertexID]
  /// What fails, falls or degrades in one of them, in order.
  public let reached: [VertexID]

  /// Tests all expectations.
  ///
  /// - Parameters:
  ///   - compiled: The model.
  ///   - reading: The only reading that counts; nil: all do, and must agree.
  /// - Complexity: Three readings of a failure for each expectation, and for those on single points of
  ///   failure once the failure of every element alone.
  public init(_ compiled: CompiledModel, reading: Reading? = nil) {
    let expectations = compiled.model.expectations
    let points = SinglePointTest(
      of: expectations.flatMap { $0.noSinglePoint + $0.ids(of: .singlePoints) }
        .compactMap(compiled.vertex),
      in: compiled, reading: reading)
    var run = TestRun(compiled: compiled, reading: reading, points: points)
    for (number, expectation) in expectations.enumerated() { run.test(expectation, number) }
    claims = run.claims
    flaws = run.flaws
    seeded = run.seeded.sorted()
    reached = run.reached.sorted()
  }
}

/// The work of testing.
private struct TestRun {
  let compiled: CompiledModel
  let reading: Reading?
  let points: SinglePointTest
  var claims: [TestedClaim] = []
  var flaws: [Diagnostic] = []
  var seeded: Set<VertexID> = []
  var reached: Set<VertexID> = []

  mutating func test(_ expectation: Expectation, _ number: Int) {
    let kinds = ClaimKind.allCases.filter { !expectation.ids(of: $0).isEmpty }
    if !expectation.when.isEmpty || kinds.contains(where: \.isOfFailure),
      let seeds = resolve(expectation.when, of: expectation)
    {
      let failure = FailureTest(
        seeds, after: expectation.after, in: compiled, reading: reading)
      seeded.formUnion(seeds.vertices)
      reached.formUnion(failure.reached)
      for kind in kinds where kind.isOfFailure {
        for vertex in vertices(of: kind, expectation) {
          claims.append(claim(kind, vertex, failure, number))
        }
      }
    }
    for vertex in vertices(of: .noSinglePoint, expectation) {
      add(.noSinglePoint, vertex, points.noSinglePoint(of: vertex), number)
    }
    for vertex in vertices(of: .singlePoints, expectation) {
      guard let expected = resolve(expectation.singlePoints ?? [], of: expectation) else {
        continue
      }
      add(.singlePoints, vertex, points.exactly(expected.vertices, of: vertex), number)
    }
  }

  private func vertices(of kind: ClaimKind, _ expectation: Expectation) -> [VertexID] {
    expectation.ids(of: kind).compactMap(compiled.vertex)
  }

  private func claim(
    _ kind: ClaimKind, _ vertex: VertexID, _ failure: FailureTest, _ number: Int
  ) -> TestedClaim {
    let span = failure.span(of: vertex)
    // What a failure of nothing leaves up proves nothing.
    let verdict = failure.isIdle ? .undetermined : span.verdict(on: kind)
    return TestedClaim(
      expectation: number, kind: kind, vertex: vertex, verdict: verdict, span: span,
      isClaimed: failure.isClaimed(vertex, span: (span.least, span.most)), points: nil,
      reason: failure.isIdle ? .nothingFailed : failure.reason(verdict, kind, vertex, span))
  }

  private mutating func add(
    _ kind: ClaimKind, _ vertex: VertexID, _ judged: (ClaimVerdict, TestedClaim.Reason?),
    _ number: Int
  ) {
    claims.append(
      TestedClaim(
        expectation: number, kind: kind, vertex: vertex, verdict: judged.0, span: nil,
        isClaimed: false, points: points.points(of: vertex), reason: judged.1))
  }

  private mutating func resolve(_ selectors: [String], of expectation: Expectation) -> Seeds? {
    do {
      return try compiled.seeds(selectors)
    } catch {
      flaws += error.diagnostics.map {
        Diagnostic(
          .unknownReference, $0.message, at: expectation.place, id: $0.id, hint: $0.hint)
      }
      return nil
    }
  }
}
