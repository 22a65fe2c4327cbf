/// Why a component is down after a failure, or what keeps it up.
public struct Why: Sendable {
  /// A chain of causes: what fell, and because of what.
  public struct Cause: Hashable, Sendable {
    /// What fell.
    public let vertex: VertexID
    /// Where the causes stand in its requirement, like `requires/1/any`; empty for a seed, and for
    /// a plain requirement or shared value.
    public let location: String
    /// What made it fall; empty for a seed.
    public let because: [Cause]

    /// The number of components and causes in the chain, itself included.
    ///
    /// - Complexity: O(*n*) for a chain of *n* causes.
    public var size: Int { because.reduce(1) { $0 + $1.size } }
  }

  /// A group or path that holds although it lost something.
  public struct Support: Hashable, Sendable {
    /// Whose requirement it is.
    public let owner: VertexID
    /// Where it stands there, like `requires/1/any`.
    public let location: String
    /// The members that are lost, in order.
    public let lost: [VertexID]
    /// The members that hold, in order; for a path none, since a way holds and not a member.
    public let holding: [VertexID]
  }

  /// What is asked about.
  public let target: VertexID
  /// What failed.
  public let seeds: Seeds
  /// The reading.
  public let reading: Reading
  /// The grade of the target.
  public let grade: Grade
  /// Why it is down, by the chain of least depth; nil where it is not.
  public let explanation: Cause?
  /// What keeps it up: what on the ways from the seeds to it holds; empty where it is down, and
  /// where no way leads to it.
  public let stillUpBecause: [Support]
  /// A shortest way along which the failure could come, alternatives or not; nil: there is none.
  public let way: [VertexID]?

  /// Computes it.
  ///
  /// - Parameters:
  ///   - target: What is asked about.
  ///   - seeds: What failed.
  ///   - compiled: The model.
  ///   - reading: The reading; by default the least favourable.
  /// - Complexity: O(*k*·(*v* + *a*)) for an explanation of depth *k* in a model of *v* vertices and
  ///   *a* arcs that fail.
  public init(
    _ target: VertexID, after seeds: Seeds, in compiled: CompiledModel,
    reading: Reading = .possible
  ) {
    self.target = target
    self.seeds = seeds
    self.reading = reading
    let readingGraph = compiled.reading(reading)
    let outcome = ReadingOutcome(readingGraph, seeds: seeds.vertices, horizon: .infinity)
    grade = outcome.grade(of: target)
    let graph = readingGraph.levelOne
    let failures = graph.failures(from: seeds.vertices)
    let found =
      failures.contains(target)
      ? graph.explanation(
        of: target, from: seeds.vertices, within: failures,
        isCounted: { readingGraph.isElement($0) })
      : nil
    explanation = found.map { Self.cause($0, readingGraph) }
    way = seeds.vertices.lazy.compactMap { compiled.dependencies.way(from: $0, to: target) }
      .min { $0.count < $1.count }
    stillUpBecause =
      failures.contains(target)
      ? [] : Self.supports(of: target, failures, readingGraph, compiled)
  }

  /// Takes the parts out of an explanation, so that only components and causes are left.
  private static func cause(_ explanation: Explanation, _ reading: CompiledReading) -> Cause {
    var location = ""
    func elements(_ explanation: Explanation) -> [Cause] {
      if reading.isElement(explanation.vertex) { return [cause(explanation, reading)] }
      location = reading.part(explanation.vertex).location
      return explanation.because.flatMap(elements)
    }
    let because = explanation.because.flatMap(elements)
    return Cause(vertex: explanation.vertex, location: location, because: because)
  }

  private static func supports(
    of target: VertexID, _ failures: Failures, _ reading: CompiledReading,
    _ compiled: CompiledModel
  ) -> [Support] {
    let used = compiled.dependencies.everythingUsed(by: target, networks: compiled.networks)
    let graph = reading.levelOne
    return (reading.elementCount..<graph.vertexCount).map { VertexID($0) }.compactMap { vertex in
      let part = reading.part(vertex)
      guard part.kind == .alternatives || part.kind == .path, !failures.contains(vertex),
        part.owner == target || used[part.owner] != nil
      else { return nil }
      let members = graph.allInputs(of: vertex).flatMap { elements(of: $0, reading) }
      let lost = members.filter(failures.contains)
      guard !lost.isEmpty else { return nil }
      let holding = part.kind == .path ? [] : members.filter { !failures.contains($0) }
      return Support(
        owner: part.owner, location: part.location, lost: Set(lost).sorted(),
        holding: Set(holding).sorted())
    }
  }

  /// A member of a group, or the members of a group that is one.
  private static func elements(of vertex: VertexID, _ reading: CompiledReading) -> [VertexID] {
    if reading.isElement(vertex) { return [vertex] }
    return reading.levelOne.allInputs(of: vertex).flatMap { elements(of: $0, reading) }
  }
}
