/// Whether a model answers as its author expects: the `expect:` entries as tests.
public struct ExpectationCheck: Sendable {
  /// Findings about expectations that the model does not meet, in the order written.
  public let findings: [Diagnostic]

  /// Asks each expectation in the possible reading.
  ///
  /// - Parameter compiled: The model.
  /// - Complexity: O(*e*) blast radii for *e* expectations.
  public init(_ compiled: CompiledModel) {
    findings = compiled.model.expectations.flatMap { Self.findings(on: $0, in: compiled) }
  }

  private static func findings(
    on expected: Expectation, in compiled: CompiledModel
  )
    -> [Diagnostic]
  {
    let seeds: Seeds
    do {
      seeds = try compiled.seeds(expected.when)
    } catch {
      return error.diagnostics.map {
        Diagnostic(.unknownReference, $0.message, at: expected.place, id: $0.id, hint: $0.hint)
      }
    }
    let worst = ReadingOutcome(
      compiled.reading(.possible), seeds: seeds.vertices, horizon: .infinity)
    let name = expected.name.map { "`\($0.text(in: .english))`" } ?? "an expectation"
    let failed = seeds.written.joined(separator: ", ")
    let isDown = { (id: String) in compiled.vertex(of: id).map(worst.isDown) }
    let lost = expected.up.filter { isDown($0) == true }.map { id in
      Diagnostic(
        .expectationMissed,
        "\(name) expects `\(id)` to keep working when \(failed) fails; it does not",
        at: expected.place, id: id, hint: "ask `depgraph why` for the chain")
    }
    let kept = expected.down.filter { isDown($0) == false }.map { id in
      Diagnostic(
        .expectationMissed, "\(name) expects `\(id)` to go down when \(failed) fails; it does not",
        at: expected.place, id: id, hint: "ask `depgraph why` for what keeps it up")
    }
    return lost + kept
  }
}
