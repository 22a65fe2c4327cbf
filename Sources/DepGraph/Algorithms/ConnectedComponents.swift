/// The connected components of an undirected graph, or of what is left of it without some vertices.
///
/// Components are numbered by their smallest vertices. An isolated vertex is a component of its own;
/// self-loops and parallel edges change nothing; the empty graph has no components.
///
///     let graph = UndirectedGraph(vertexCount: 3, edges: [(VertexID(0), VertexID(2))])
///     let components = ConnectedComponents(of: graph)
///     components.count              // 2
///     components.vertices(of: 0)    // [v0, v2]
public struct ConnectedComponents: Sendable {
  private static let none = UInt32.max

  private let labels: [UInt32]

  /// The number of components.
  public let count: Int

  /// Finds the components.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - closed: Vertices that are looked at as gone, with their edges.
  /// - Complexity: O(V + E) time, O(V) space.
  public init(of graph: UndirectedGraph, without closed: VertexSet = []) {
    var labels = [UInt32](repeating: ConnectedComponents.none, count: graph.vertexCount)
    var stack = [VertexID](repeating: VertexID(0), count: graph.vertexCount)
    // A label of their own keeps the search out of closed vertices; it is taken off at the end.
    let taboo = ConnectedComponents.none - 1
    precondition(graph.vertexCount < taboo, "more vertices than labels")
    for vertex in closed where vertex.index < labels.count { labels[vertex.index] = taboo }
    var count = 0
    for index in labels.indices where labels[index] == ConnectedComponents.none {
      spread(UInt32(count), from: VertexID(index), over: graph, &labels, &stack)
      count += 1
    }
    for vertex in closed where vertex.index < labels.count {
      labels[vertex.index] = ConnectedComponents.none
    }
    self.labels = labels
    self.count = count
  }

  // MARK: - Questions

  /// Tells in which component a vertex is.
  ///
  /// - Parameter vertex: The vertex.
  /// - Returns: The number of its component, or nil if it is closed.
  public func component(of vertex: VertexID) -> Int? {
    let label = labels[vertex.index]
    return label == ConnectedComponents.none ? nil : Int(label)
  }

  /// Lists the vertices of a component.
  ///
  /// - Parameter component: The number of the component.
  /// - Returns: Its vertices, ascending.
  /// - Complexity: O(V).
  public func vertices(of component: Int) -> [VertexID] {
    labels.indices.filter { labels[$0] == component }.map { VertexID($0) }
  }

  /// Lists the vertices of all components.
  ///
  /// - Returns: For each component its vertices, ascending.
  /// - Complexity: O(V).
  public func verticesOfAll() -> [[VertexID]] {
    var result = [[VertexID]](repeating: [], count: count)
    for (index, label) in labels.enumerated() where label != ConnectedComponents.none {
      result[Int(label)].append(VertexID(index))
    }
    return result
  }
}

// MARK: - What falls apart

extension UndirectedGraph {
  /// Tells into which parts the connected component of a vertex falls when the vertex is taken out.
  ///
  /// - Parameter vertex: The vertex.
  /// - Returns: The parts in the order of their smallest vertices, each ascending; several exactly if
  ///   the vertex is an articulation point, none if it is isolated.
  /// - Complexity: O(V + E).
  public func parts(without vertex: VertexID) -> [[VertexID]] {
    let components = ConnectedComponents(of: self, without: [vertex])
    return parts(of: components, touching: self[vertex].lazy.map(\.vertex))
  }

  /// Tells into which parts the connected component of an edge falls when the edge is taken out.
  ///
  /// - Parameter edge: The edge.
  /// - Returns: The parts in the order of their smallest vertices, each ascending: two if the edge is a
  ///   bridge, else one; none if the edge is closed.
  /// - Complexity: O(V + E).
  public func parts(without edge: EdgeID) -> [[VertexID]] {
    let ends = rows.values.lazy.filter { $0.edge == edge }.map(\.vertex)
    let rest = restricted(vertexIsOpen: { _ in true }, edgeIsOpen: { $0 != edge })
    return parts(of: ConnectedComponents(of: rest), touching: ends)
  }

  private func parts(
    of components: ConnectedComponents, touching vertices: some Sequence<VertexID>
  ) -> [[VertexID]] {
    Set(vertices.compactMap { components.component(of: $0) }).sorted().map {
      components.vertices(of: $0)
    }
  }
}

// MARK: - Kernel

/// Labels all that hangs together with a vertex.
private func spread(
  _ label: UInt32, from start: VertexID, over graph: UndirectedGraph,
  _ labels: inout [UInt32], _ stack: inout [VertexID]
) {
  let offsets = graph.rows.offsets.span
  let incidences = graph.rows.values.span
  var labels = labels.mutableSpan
  var stack = stack.mutableSpan
  labels[start.index] = label
  stack[0] = start
  var height = 1
  while height > 0 {
    height &-= 1
    let vertex = stack[height].index
    for position in Int(offsets[vertex])..<Int(offsets[vertex &+ 1]) {
      let other = incidences[position].vertex
      // A vertex is labelled when it is put on the stack, so the stack never holds one twice.
      guard labels[other.index] == UInt32.max else { continue }
      labels[other.index] = label
      stack[height] = other
      height &+= 1
    }
  }
}
