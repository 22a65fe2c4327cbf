/// What failures hit without taking it down: vertices that lost an input and hold, and networks that
/// lost a node or a link.
///
/// Two failures that hit nothing in common do together what each does alone. A vertex that holds
/// against both lost inputs to one of them only, so it holds against the two; the same goes for a path
/// over a network.
struct FailureBoundary {
  private let graph: ThresholdGraph
  private var seenIn: [UInt32]
  private var round: UInt32 = 0

  /// The number of things that can be hit: the vertices, then the networks.
  var count: Int { seenIn.count }

  /// Makes room for a graph.
  init(_ graph: ThresholdGraph) {
    self.graph = graph
    seenIn = [UInt32](repeating: 0, count: graph.vertexCount + graph.networkCount)
  }

  /// Names, once each, what the failures of a propagator hit.
  ///
  /// - Complexity: O(*v* + *a*) for *v* failed vertices and *a* arcs out of them.
  mutating func forEachHit(by propagator: FailurePropagator, _ body: (Int) -> Void) {
    round += 1
    let failed = propagator.failed
    for vertex in failed[propagator.failedFromBeginningCount...] {
      for next in graph.dependents(of: vertex) where !propagator.contains(next) {
        visit(next.index, body)
      }
      for network in graph.networks(of: vertex) {
        visit(graph.vertexCount + network.index, body)
      }
    }
  }

  private mutating func visit(_ place: Int, _ body: (Int) -> Void) {
    guard seenIn[place] != round else { return }
    seenIn[place] = round
    body(place)
  }
}
