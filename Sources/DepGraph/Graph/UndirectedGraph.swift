/// The number of an edge of one undirected graph, in the order in which edges were given.
public struct EdgeID: Hashable, Comparable, Sendable {
  /// The number as it is stored.
  public let raw: UInt32

  /// Creates the identity of the edge with the given number.
  ///
  /// - Parameter index: The number of the edge.
  /// - Precondition: `index` is at least 0 and below 2³².
  public init(_ index: Int) {
    raw = UInt32(index)
  }

  /// The number as an index into an array with one entry for each edge.
  public var index: Int { Int(raw) }

  /// Orders edges by number.
  ///
  /// - Parameters:
  ///   - first: An edge.
  ///   - second: Another one.
  /// - Returns: Whether the first has the smaller number.
  public static func < (first: EdgeID, second: EdgeID) -> Bool {
    first.raw < second.raw
  }
}

/// An undirected graph in compressed rows; parallel edges and self-loops are kept, each apart.
///
/// A self-loop stands twice in the row of its vertex.
///
///     let pair = UndirectedGraph(vertexCount: 2, edges: [(VertexID(0), VertexID(1))])
///     pair[VertexID(1)].first?.vertex  // v0
public struct UndirectedGraph: Sendable {
  /// An edge as seen from one of its ends.
  public struct Incidence: Hashable, Sendable {
    /// The other end.
    public let vertex: VertexID
    /// The edge.
    public let edge: EdgeID
  }

  let rows: Rows<Incidence>

  /// The number of edges.
  public let edgeCount: Int

  /// Builds the rows from edges.
  ///
  /// - Parameters:
  ///   - vertexCount: The number of vertices.
  ///   - edges: The two ends of each edge.
  /// - Precondition: Every end is below `vertexCount`.
  /// - Complexity: O(V + E) time and space.
  public init(vertexCount: Int, edges: [(first: VertexID, second: VertexID)]) {
    var keys: [VertexID] = []
    var incidences: [Incidence] = []
    for (index, ends) in edges.enumerated() {
      keys.append(ends.first)
      incidences.append(Incidence(vertex: ends.second, edge: EdgeID(index)))
      keys.append(ends.second)
      incidences.append(Incidence(vertex: ends.first, edge: EdgeID(index)))
    }
    rows = Rows(rowCount: vertexCount, keys: keys, values: incidences)
    edgeCount = edges.count
  }

  /// The number of vertices.
  public var vertexCount: Int { rows.offsets.count - 1 }

  /// The edges at a vertex, in the order in which they were given.
  ///
  /// - Parameter vertex: The vertex.
  public subscript(vertex: VertexID) -> ArraySlice<Incidence> { rows[vertex] }
}
