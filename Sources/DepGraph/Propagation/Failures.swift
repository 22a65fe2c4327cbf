/// What fails when some vertices have failed by themselves.
public struct Failures: Sendable {
  /// Every vertex that has failed, the seeds included.
  public let failed: VertexSet

  /// The failed vertices in an order in which each comes after all that made it fail.
  ///
  /// Seeds come first, in the order in which they were given, then what has failed from the beginning.
  public let order: [VertexID]

  /// Tells whether a vertex has failed.
  ///
  /// - Parameter vertex: The vertex.
  /// - Returns: Whether it has failed.
  public func contains(_ vertex: VertexID) -> Bool { failed.contains(vertex) }
}

extension ThresholdGraph {
  /// What fails when some vertices have failed by themselves, once every delay is spent.
  ///
  /// For many queries on one graph use a `FailurePropagator`, which keeps its room.
  ///
  /// - Parameter seeds: The vertices that have failed by themselves; repetitions do not matter.
  /// - Returns: All that has failed.
  /// - Complexity: O(V) time and space to make room, then as `FailurePropagator.fail(_:)`.
  public func failures(from seeds: some Sequence<VertexID>) -> Failures {
    let propagator = FailurePropagator(self)
    let seeds = Array(seeds)
    propagator.fail(seeds)
    var failed = VertexSet(vertexCount: vertexCount)
    var order: [VertexID] = []
    order.reserveCapacity(propagator.failedCount)
    for seed in seeds where failed.insert(seed) { order.append(seed) }
    for vertex in propagator.failed where failed.insert(vertex) { order.append(vertex) }
    return Failures(failed: failed, order: order)
  }
}
