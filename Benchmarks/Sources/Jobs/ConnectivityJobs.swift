import DepGraph

/// Jobs on plain graphs, which graph libraries do too.
extension Jobs {
  /// Articulation points, bridges and blocks of an undirected graph.
  static func articulationPointsAndBridges(_ stem: String) throws -> Measurement {
    var watch = Stopwatch()
    let graph = try undirectedGraph(stem, &watch)
    let found = Biconnectivity(of: graph)
    watch.lap()
    return watch.measurement(
      [
        "artic": found.articulationPoints.count, "bridges": found.bridges.count,
        "bicomp": found.blockCount,
      ], part: .computing)
  }

  /// The dominator tree of a directed graph, told apart by a hash over all of it.
  static func dominatorTree(_ stem: String) throws -> Measurement {
    var watch = Stopwatch()
    let arcs = try ArcList(stem: stem)
    guard let root = arcs.root else { throw Unmet(reason: "the data set names no root") }
    watch.lap()
    let graph = arcs.needs()
    let reversed = graph.reversed()
    watch.lap()
    let tree = Dominators(of: graph, reversed: reversed, from: root)
    watch.lap()
    let children = tree.reached.count { tree.immediateDominator(of: $0) == root }
    let prime: UInt64 = 1_000_000_007
    let hash = tree.reached.reduce(0 as UInt64) { sum, vertex in
      guard let dominator = tree.immediateDominator(of: vertex) else { return sum }
      return sum + UInt64(dominator.index + 1) * UInt64(vertex.index % 1_000_003 + 1) % prime
    }
    return watch.measurement(
      [
        "reach": tree.reached.count, "dominators": tree.articulationPoints().count,
        "root_children": children, "hash": Int(hash % prime),
      ], part: .computing)
  }

  /// The most that flows from the first hundredth of the vertices to the last.
  static func flowBetweenSets(_ stem: String) throws -> Measurement {
    var watch = Stopwatch()
    let edges = try ArcList(stem: stem)
    watch.lap()
    let graph = edges.undirectedGraph()
    let capacities = edges.capacities()
    let count = graph.vertexCount
    let width = max(1, count / 100)
    let sources = VertexSet((0..<width).lazy.map { VertexID($0) })
    let sinks = VertexSet((count - width..<count).lazy.map { VertexID($0) })
    watch.lap()
    let flow = MaximumFlow(in: graph, from: sources, to: sinks, capacities: capacities)
    watch.lap()
    return watch.measurement(["flow": flow.value], part: .computing)
  }

  /// The number of edges without which the graph falls apart.
  static func edgeConnectivity(_ stem: String) throws -> Measurement {
    var watch = Stopwatch()
    let graph = try undirectedGraph(stem, &watch)
    let found = EdgeConnectivity(of: graph)
    watch.lap()
    return watch.measurement(["edge_connectivity": found.value], part: .computing)
  }

  // MARK: - Data

  /// The edges as they were read are let go of: they take as much memory as an answer.
  private static func undirectedGraph(
    _ stem: String, _ watch: inout Stopwatch
  ) throws -> UndirectedGraph {
    let edges = try ArcList(stem: stem)
    watch.lap()
    let graph = edges.undirectedGraph()
    watch.lap()
    return graph
  }
}
