import DepGraph

/// An undirected multigraph as a test writes it down: its vertices are 0 ..< vertexCount.
struct EdgeList: CustomStringConvertible {
  var vertexCount: Int
  var edges: [(Int, Int)]

  var description: String { "\(vertexCount): \(edges)" }

  var graph: UndirectedGraph {
    UndirectedGraph(
      vertexCount: vertexCount, edges: edges.map { (VertexID($0.0), VertexID($0.1)) })
  }

  /// The number of connected components, by joining labels.
  func componentCount(without vertex: Int? = nil, edge: Int? = nil) -> Int {
    let labels = componentLabels(without: vertex, edge: edge)
    return Set(labels.indices.filter { $0 != vertex }.map { labels[$0] }).count
  }

  /// For each vertex the smallest one that it hangs together with.
  func componentLabels(without vertex: Int? = nil, edge: Int? = nil) -> [Int] {
    var labels = Array(0..<vertexCount)
    for _ in 0..<vertexCount {
      for (index, ends) in edges.enumerated()
      where index != edge && ends.0 != vertex && ends.1 != vertex {
        let least = min(labels[ends.0], labels[ends.1])
        labels[ends.0] = least
        labels[ends.1] = least
      }
    }
    return labels
  }

  /// Every multigraph of that many vertices in which each pair is joined at most `multiplicity` times
  /// and each vertex has at most `loops` self-loops.
  static func all(vertexCount: Int, multiplicity: Int, loops: Int) -> [EdgeList] {
    var graphs = [EdgeList(vertexCount: vertexCount, edges: [])]
    for first in 0..<vertexCount {
      for second in first..<vertexCount {
        let most = first == second ? loops : multiplicity
        graphs = graphs.flatMap { graph in
          (0...most).map { count in
            // Written the other way round every second time.
            let more = (0..<count).map { $0 % 2 == 0 ? (first, second) : (second, first) }
            return EdgeList(vertexCount: vertexCount, edges: graph.edges + more)
          }
        }
      }
    }
    return graphs
  }

  /// A random multigraph, sparse or dense, with loops and parallel edges, of at most so many vertices.
  static func random(seed: Int, atMost limit: Int) -> EdgeList {
    var random = SeededGenerator(seed: seed)
    let vertexCount = Int.random(in: 1...limit, using: &random)
    let edgeCount = Int.random(in: 0...2 * vertexCount, using: &random)
    let edges = (0..<edgeCount).map { _ in
      let first = Int.random(in: 0..<vertexCount, using: &random)
      let near = min(vertexCount - 1, first + Int.random(in: 0...3, using: &random))
      let far = Int.random(in: 0..<vertexCount, using: &random)
      return (first, random.chance(0.6) ? near : far)
    }
    return EdgeList(vertexCount: vertexCount, edges: edges)
  }
}
