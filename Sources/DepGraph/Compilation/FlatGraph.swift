/// A threshold graph as flat arrays of numbers, for programs in other languages.
struct FlatGraph: Sendable {
  /// How many failed inputs make each vertex fail; −1: none does.
  let thresholds: [Int]
  /// The delay of each vertex, in seconds.
  let vertexDelays: [Double]
  /// The number of inputs of each vertex.
  let inputCounts: [Int]
  /// The inputs, vertex by vertex.
  let inputs: [Int]
  /// The delay of each of them, in seconds.
  let inputDelays: [Double]
  /// For each path vertex: it, the network, the beginning, who counts as up (−1: nobody), the ends.
  let paths: [[Int]]

  /// - Complexity: O(*v* + *a*) for *v* vertices and *a* arcs.
  init(_ graph: ThresholdGraph) {
    let vertices = (0..<graph.vertexCount).map { VertexID($0) }
    let inputs = vertices.map { graph.inputs(of: $0) }
    thresholds = graph.margins.map { $0 == Margin.never ? -1 : Int($0) }
    vertexDelays = vertices.map { graph.delay(of: $0) }
    inputCounts = inputs.map(\.count)
    self.inputs = inputs.flatMap { $0.map(\.vertex.index) }
    inputDelays = inputs.flatMap { $0.map(\.delay) }
    paths = graph.paths.map { path in
      let query = path.requirement
      let start = [path.vertex.index, query.network.index, query.from.index]
      return start + [query.exempt?.index ?? -1] + query.to.map(\.index)
    }
  }
}

extension CompiledReading {
  /// The graph for level one, and the one for level two.
  ///
  /// - Complexity: O(*v* + *a*) for *v* vertices and *a* arcs.
  var flatGraphs: (one: FlatGraph, two: FlatGraph) { (FlatGraph(levelOne), FlatGraph(levelTwo)) }
}
