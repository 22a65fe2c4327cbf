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

  /// How many vertices need each vertex, itself included: all blast radii at once.
  static func blastRadiusOfEach(_ stem: String) throws -> Measurement {
    var watch = Stopwatch()
    let arcs = try ArcList(stem: stem)
    watch.lap()
    let graph = arcs.thresholdGraph()
    watch.lap()
    let counts = FailureLanes(graph).failureCounts(
      of: (0..<arcs.vertexCount).map { VertexID($0) })
    watch.lap()
    return watch.measurement(
      ["sum": counts.reduce(0, +), "max": counts.max() ?? 0], part: .computing)
  }
}
