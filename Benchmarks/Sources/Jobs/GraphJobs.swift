import DepGraph

/// Jobs on plain graphs, which graph libraries do too.
extension Jobs {
  /// Articulation points, bridges and blocks of an undirected graph.
  static func articulationPointsAndBridges(_ stem: String) throws -> Measurement {
    var watch = Stopwatch()
    var list: ArcList? = try ArcList(stem: stem)
    watch.lap()
    guard let graph = list?.undirectedGraph() else { throw Unmet(reason: "no graph") }
    list = nil
    watch.lap()
    let found = Biconnectivity(of: graph)
    watch.lap()
    return watch.measurement(
      [
        "artic": found.articulationPoints.count, "bridges": found.bridges.count,
        "bicomp": found.blockCount,
      ], part: .computing)
  }
}
