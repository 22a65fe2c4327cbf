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
