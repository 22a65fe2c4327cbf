/// A claim in the model that one component does not depend on another, held against the model.
public struct IndependenceClaim: Hashable, Sendable {
  /// Who is claimed to be independent.
  public let vertex: VertexID
  /// Of what.
  public let of: VertexID
  /// On what the claim rests.
  public let evidence: Evidence
  /// The way that the model holds from the one to the other; nil: it holds none.
  public let contradiction: [VertexID]?
  /// In the answer to a question: whether all that the failure reaches, it reaches through what the
  /// claim is about, so that the claim answers the question.
  public let coversTheFailure: Bool

  /// Every claim of a model, by component, held against the model.
  ///
  /// - Complexity: O(*c*·(*n* + *d*)) for *c* claims, *n* elements and *d* dependencies.
  public static func all(in compiled: CompiledModel) -> [IndependenceClaim] {
    claims(in: compiled).map { vertex, claim, target in
      IndependenceClaim(
        vertex: vertex, of: target, evidence: claim.evidence,
        contradiction: compiled.dependencies.way(from: target, to: vertex),
        coversTheFailure: false)
    }
  }

  /// Findings about claims that the model contradicts.
  ///
  /// - Complexity: as `all(in:)`.
  public static func findings(in compiled: CompiledModel) -> [Diagnostic] {
    all(in: compiled).compactMap { claim in
      guard let way = claim.contradiction else { return nil }
      let id = compiled.table.id(of: claim.vertex)
      let text = way.map(compiled.table.id(of:)).joined(separator: " → ")
      return Diagnostic(
        .independenceContradicted,
        "`\(id)` is stated to be independent of `\(compiled.table.id(of: claim.of))`, but the model holds a way: \(text)",
        at: compiled.component(claim.vertex)?.place, id: id,
        hint: "drop the statement, or the dependency that it contradicts")
    }
  }

  /// The claims that bear on a failure: about something that failed or fell, by a component that
  /// no known way reaches.
  static func answers(
    to seeds: Seeds, in compiled: CompiledModel, worst: ReadingOutcome, among untouched: [VertexID]
  ) -> [IndependenceClaim] {
    let candidates = Set(untouched)
    var covers: [VertexID: Bool] = [:]
    return claims(in: compiled).compactMap { vertex, claim, target in
      guard candidates.contains(vertex), worst.isDown(target) else { return nil }
      guard compiled.dependencies.way(from: target, to: vertex) == nil else { return nil }
      let isCovering =
        covers[target]
        ?? reachesOnlyThrough(target, seeds.vertices, in: compiled, worst: worst)
      covers[target] = isCovering
      return IndependenceClaim(
        vertex: vertex, of: target, evidence: claim.evidence, contradiction: nil,
        coversTheFailure: isCovering && seeds.unknownExtent.isEmpty)
    }
  }

  private static func claims(in compiled: CompiledModel) -> [(VertexID, Reference, VertexID)] {
    compiled.componentVertices.flatMap { vertex in
      (compiled.component(vertex)?.independentOf ?? []).compactMap { claim in
        compiled.vertex(of: claim.target).map { (vertex, claim, $0) }
      }
    }
  }

  /// Whether every component that falls is something that `target` uses, or falls through it.
  private static func reachesOnlyThrough(
    _ target: VertexID, _ seeds: [VertexID], in compiled: CompiledModel, worst: ReadingOutcome
  ) -> Bool {
    let used = compiled.dependencies.everythingUsed(by: target, networks: compiled.networks)
    let below = compiled.dependencies.allUsers(of: target)
    let supports = { (vertex: VertexID) in vertex == target || used[vertex] != nil }
    guard seeds.allSatisfy(supports) else { return false }
    return compiled.componentVertices.allSatisfy { vertex in
      !worst.isDown(vertex) || supports(vertex) || below[vertex] != nil
    }
  }
}
