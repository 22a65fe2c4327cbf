import DepGraph

/// Jobs on directed graphs, where `u v` means that u needs v.
extension Jobs {
  /// The parts of a graph in which everything needs everything else.
  static func strongComponents(_ stem: String) throws -> Measurement {
    var watch = Stopwatch()
    let arcs = try ArcList(stem: stem)
    watch.lap()
    let graph = arcs.needs()
    watch.lap()
    let components = StronglyConnectedComponents(of: graph)
    watch.lap()
    let largest = (0..<components.count).map { components[VertexID($0)].count }.max() ?? 0
    return watch.measurement(["scc": components.count, "largest": largest], part: .computing)
  }

  /// An order in which everything comes before what it needs, as far as cycles leave one.
  static func topologicalOrder(_ stem: String) throws -> Measurement {
    var watch = Stopwatch()
    let arcs = try ArcList(stem: stem)
    watch.lap()
    let graph = arcs.needs()
    watch.lap()
    let order = TopologicalOrder(of: graph)
    watch.lap()
    return watch.measurement(["sorted": order.vertices.count], part: .computing)
  }
}
