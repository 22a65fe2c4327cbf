/// What of a graph matters to a flow: no dead ends, and each chain of vertices as one edge.
///
/// Networks of cables are mostly chains: of a fibre network seven vertices in ten have two edges. A
/// chain carries what its narrowest edge carries. Vertices are numbered breadth first from the sources,
/// so that those that are close together lie close together in memory.
struct FlowReduction {
  private static let none = UInt32.max

  private let graph: UndirectedGraph
  private let capacities: [Int]
  /// The number of edges of each vertex that are not dead ends or self-loops.
  private var degrees: [Int32]
  private var isEnd: [Bool]

  /// The sources, then all other vertices, by their numbers in the original graph.
  private(set) var vertices: [VertexID] = []
  private(set) var firsts: [VertexID] = []
  private(set) var seconds: [VertexID] = []
  /// The narrowest edge of each chain.
  private(set) var narrowest: [EdgeID] = []

  /// Reduces a graph.
  ///
  /// - Complexity: O(V + E) time and space.
  init(
    _ graph: UndirectedGraph, from sources: VertexSet, to sinks: VertexSet, capacities: [Int]
  ) {
    self.graph = graph
    self.capacities = capacities
    degrees = (0..<graph.vertexCount).map { index in
      Int32(graph[VertexID(index)].count { $0.vertex.index != index })
    }
    isEnd = [Bool](repeating: false, count: graph.vertexCount)
    for vertex in sources { isEnd[vertex.index] = true }
    for vertex in sinks { isEnd[vertex.index] = true }
    dropDeadEnds()
    for index in degrees.indices where degrees[index] > 2 { isEnd[index] = true }
    followChains(from: Array(sources))
  }

  /// Takes out vertices of one edge, as long as there are any; their degree becomes 0.
  private mutating func dropDeadEnds() {
    for index in degrees.indices {
      var vertex = index
      while degrees[vertex] == 1, !isEnd[vertex] {
        degrees[vertex] = 0
        let neighbour = graph[VertexID(vertex)].first {
          degrees[$0.vertex.index] > 0 && $0.vertex.index != vertex
        }
        guard let neighbour else { break }
        degrees[neighbour.vertex.index] -= 1
        vertex = neighbour.vertex.index
      }
    }
  }

  /// Numbers the ends of chains breadth first, and writes each chain down as an edge.
  private mutating func followChains(from sources: [VertexID]) {
    var numbers = [UInt32](repeating: FlowReduction.none, count: graph.vertexCount)
    for vertex in sources {
      numbers[vertex.index] = UInt32(vertices.count)
      vertices.append(vertex)
    }
    var head = 0
    while head < vertices.count {
      let start = vertices[head]
      for step in graph[start] where step.vertex != start && degrees[step.vertex.index] > 0 {
        guard let (end, narrow) = follow(step) else { continue }
        if numbers[end.index] == FlowReduction.none {
          numbers[end.index] = UInt32(vertices.count)
          vertices.append(end)
        }
        // Seen from both of its ends, and written down at the first; one back to its start is a loop.
        guard head < Int(numbers[end.index]) else { continue }
        firsts.append(VertexID(head))
        seconds.append(VertexID(raw: numbers[end.index]))
        narrowest.append(narrow)
      }
      head += 1
    }
  }

  /// Goes along a chain to its end.
  private func follow(_ start: UndirectedGraph.Incidence) -> (end: VertexID, narrowest: EdgeID)? {
    var step = start
    var narrow = start.edge
    while !isEnd[step.vertex.index] {
      let next = graph[step.vertex].first {
        $0.edge != step.edge && $0.vertex != step.vertex && degrees[$0.vertex.index] > 0
      }
      guard let next else { return nil }
      step = next
      if capacities[step.edge.index] < capacities[narrow.index] { narrow = step.edge }
    }
    return (step.vertex, narrow)
  }
}
