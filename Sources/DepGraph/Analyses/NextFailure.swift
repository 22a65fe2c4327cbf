/// What must not fail next: the components that a failure leaves up, but with single points of
/// failure that they did not have.
public struct NextFailure: Sendable {
  /// A component at risk.
  public struct Risk: Hashable, Sendable {
    /// The component.
    public let vertex: VertexID
    /// What would take it down now, alone, and would not have before; in order.
    public let causes: [VertexID]
  }

  /// The components at risk, by id.
  public let risks: [Risk]

  /// Lets every element that can fail do so after the failure, and alone.
  ///
  /// Holdups count as spent. Processes, consumers and what never fails are no causes.
  ///
  /// - Parameters:
  ///   - seeds: What has failed.
  ///   - compiled: The model.
  ///   - reading: The reading; by default the least favourable.
  /// - Complexity: O(*n*·(*v* + *a*)) for *n* elements and the vertices and arcs that fail with each.
  public init(
    after seeds: Seeds, in compiled: CompiledModel, reading: Reading = .possible
  ) {
    let reading = compiled.reading(reading)
    let after = FailurePropagator(reading.levelOne)
    let before = FailurePropagator(reading.levelOne)
    let settled = after.fail(seeds.vertices)
    var causes: [VertexID: [VertexID]] = [:]
    for index in 0..<compiled.table.count {
      let cause = VertexID(index)
      guard !after.contains(cause), compiled.isSeedOfSearches(cause) else { continue }
      after.fail([cause])
      before.fail([cause])
      for vertex in after.failed[settled...]
      where vertex != cause && compiled.isComponent(vertex, of: reading)
        && !before.contains(vertex)
      {
        causes[vertex, default: []].append(cause)
      }
      after.undo(to: settled)
      before.undo()
    }
    risks = causes.sorted { $0.key < $1.key }.map { Risk(vertex: $0.key, causes: $0.value) }
  }
}

extension CompiledModel {
  /// Whether a vertex of a reading's graph stands for a component.
  fileprivate func isComponent(_ vertex: VertexID, of reading: CompiledReading) -> Bool {
    reading.isElement(vertex) && component(vertex) != nil
  }
}
