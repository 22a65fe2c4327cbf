/// Room for many queries on one threshold graph, without allocation for each.
///
/// Failures add up until they are taken back, and any of them can be taken back to an earlier point:
///
///     let propagator = FailurePropagator(graph)
///     for vertex in candidates {
///       propagator.fail([vertex])
///       if propagator.contains(target) { … }
///       propagator.undo()
///     }
///
/// The time of a query is linear in the part that fails: the vertices, the arcs out of them, and the
/// networks that lose a node or a link.
public final class FailurePropagator {
  /// The graph that is asked about.
  public let graph: ThresholdGraph

  /// The number of vertices that have failed.
  public private(set) var failedCount = 0

  /// The number of vertices that have failed before any seed has.
  public private(set) var failedFromBeginningCount = 0

  private var margins: [Int32]
  /// The failed vertices in the order of failing, then room for the rest.
  private var order: [VertexID]
  private let search = NetworkSearch()
  private var isDirty: [Bool]
  private var dirty: [NetworkID] = []
  /// For each network how many of its nodes and links are down, and the last of them.
  private var losses: [(count: Int, last: VertexID)]

  /// Creates room for queries, with only that failed which has failed from the beginning.
  ///
  /// - Parameter graph: The graph to ask about.
  /// - Complexity: O(V) time and space, and the time of one query.
  public init(_ graph: ThresholdGraph) {
    self.graph = graph
    margins = graph.margins
    order = [VertexID](repeating: VertexID(raw: 0), count: graph.vertexCount)
    isDirty = [Bool](repeating: false, count: graph.networkCount)
    losses = [(count: Int, last: VertexID)](
      repeating: (0, VertexID(raw: 0)), count: graph.networkCount)
    for (place, vertex) in graph.failedFromBeginning.enumerated() { order[place] = vertex }
    settle(to: graph.failedFromBeginning.count)
    failedFromBeginningCount = failedCount
  }

  // MARK: - Queries

  /// Makes vertices fail, and all that follows.
  ///
  /// - Parameter seeds: The vertices; those that have failed already do not matter.
  /// - Returns: The number of vertices that have failed, to go back to by `undo(to:)`.
  /// - Complexity: O(*v* + *e*) for *v* vertices that fail and *e* arcs out of them, and for each
  ///   round in which networks lose nodes or links the size of those networks.
  @discardableResult
  public func fail(_ seeds: some Sequence<VertexID>) -> Int {
    var tail = failedCount
    for seed in seeds where margins[seed.index] > 0 {
      margins[seed.index] -= Margin.mark
      order[tail] = seed
      tail += 1
    }
    settle(to: tail)
    return failedCount
  }

  /// Tells whether a vertex has failed.
  ///
  /// - Parameter vertex: The vertex.
  /// - Returns: Whether it has failed.
  public func contains(_ vertex: VertexID) -> Bool { margins[vertex.index] <= 0 }

  /// What has failed, each vertex after all that made it fail.
  ///
  /// What has failed from the beginning comes first.
  public var failed: ArraySlice<VertexID> { order[..<failedCount] }

  /// Takes failures back.
  ///
  /// - Parameter count: How many failures to keep, as `fail(_:)` returned it; nil: only what has
  ///   failed from the beginning.
  /// - Precondition: `count` was returned by `fail(_:)` and not taken back since.
  /// - Complexity: O(*v* + *e*) for *v* vertices that work again and *e* arcs out of them.
  public func undo(to count: Int? = nil) {
    let kept = count ?? failedFromBeginningCount
    precondition(
      failedFromBeginningCount <= kept && kept <= failedCount, "nothing to take back to")
    if let memberships = graph.memberships {
      for place in kept..<failedCount {
        for network in memberships[order[place]] { losses[network.index].count -= 1 }
      }
    }
    takeBackFailures(
      along: graph.dependentRows, margins: &margins, order: order, from: kept, to: failedCount)
    failedCount = kept
  }

  // MARK: - Rounds

  /// Spreads failures along arcs, then looks at the networks hit, until nothing more follows.
  ///
  /// Networks wait until the arcs have nothing left to tell, so that a network hit by many failures
  /// of one round is searched once.
  private func settle(to end: Int) {
    var tail = end
    while failedCount < tail {
      let told = failedCount
      failedCount = spreadFailures(
        along: graph.dependentRows, margins: &margins, order: &order, from: told, to: tail)
      tail = failedCount
      guard let memberships = graph.memberships else { return }
      for place in told..<failedCount { markNetworks(of: order[place], memberships) }
      for network in dirty {
        isDirty[network.index] = false
        tail = failPaths(of: network, from: tail)
      }
      dirty.removeAll(keepingCapacity: true)
    }
  }

  private func markNetworks(of vertex: VertexID, _ memberships: Rows<NetworkID>) {
    for position in memberships.range(of: vertex) {
      let network = memberships.values[position]
      losses[network.index] = (losses[network.index].count + 1, vertex)
      guard !isDirty[network.index] else { continue }
      isDirty[network.index] = true
      dirty.append(network)
    }
  }

  /// Makes the paths of a network fail that have no way left.
  ///
  /// - Returns: The number of failed vertices.
  private func failPaths(of number: NetworkID, from end: Int) -> Int {
    let network = graph.networks[number.index]
    var tail = end
    func fail(_ vertex: VertexID) {
      margins[vertex.index] -= Margin.mark
      order[tail] = vertex
      tail += 1
    }
    let (count, last) = losses[number.index]
    if count == 1, let broken = network.singleLosses?.broken(without: last, in: network) {
      for index in broken {
        let path = graph.paths[index]
        guard path.requirement.exempt != last, margins[path.vertex.index] > 0 else { continue }
        fail(path.vertex)
      }
      return tail
    }
    search.forEachBrokenPath(of: network, in: graph) { vertex in
      self.margins[vertex.index] <= 0
    } body: { vertex in
      fail(vertex)
    }
    return tail
  }
}
