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
    self.init(vertexCount: vertexCount, firsts: edges.map(\.first), seconds: edges.map(\.second))
  }

  /// Builds the rows from the first and the second ends of the edges.
  ///
  /// - Parameters:
  ///   - vertexCount: The number of vertices.
  ///   - firsts: One end of each edge.
  ///   - seconds: The other end of each edge.
  /// - Precondition: Every end is below `vertexCount`; there are as many first ends as second ones.
  /// - Complexity: O(V + E) time and space; nothing but the rows is allocated.
  public init(vertexCount: Int, firsts: [VertexID], seconds: [VertexID]) {
    rows = Rows(vertexCount: vertexCount, firsts: firsts, seconds: seconds)
    edgeCount = firsts.count
  }

  private init(rows: Rows<Incidence>, edgeCount: Int) {
    self.rows = rows
    self.edgeCount = edgeCount
  }

  /// The number of vertices.
  public var vertexCount: Int { rows.offsets.count - 1 }

  /// The edges at a vertex, in the order in which they were given.
  ///
  /// - Parameter vertex: The vertex.
  public subscript(vertex: VertexID) -> ArraySlice<Incidence> { rows[vertex] }

  /// The graph without what is closed; vertices and edges keep their numbers.
  ///
  /// - Parameters:
  ///   - vertexIsOpen: Whether a vertex keeps its edges.
  ///   - edgeIsOpen: Whether an edge is kept.
  /// - Returns: A graph of as many vertices and edge numbers, in which what is closed has no edges.
  /// - Complexity: O(V + E) time and space.
  public func restricted(
    vertexIsOpen: (VertexID) -> Bool, edgeIsOpen: (EdgeID) -> Bool
  ) -> UndirectedGraph {
    let isOpen = (0..<vertexCount).map { vertexIsOpen(VertexID($0)) }
    var offsets: [UInt32] = [0]
    var incidences: [Incidence] = []
    offsets.reserveCapacity(vertexCount + 1)
    incidences.reserveCapacity(rows.values.count)
    for index in 0..<vertexCount {
      if isOpen[index] {
        for step in self[VertexID(index)] where isOpen[step.vertex.index] && edgeIsOpen(step.edge) {
          incidences.append(step)
        }
      }
      offsets.append(UInt32(incidences.count))
    }
    return UndirectedGraph(
      rows: Rows(offsets: offsets, values: incidences), edgeCount: edgeCount)
  }
}

extension Rows<UndirectedGraph.Incidence> {
  /// Sorts edges into the rows of both their ends, by counting.
  ///
  /// The general way would hold a key and a value for each entry beside the rows: three times as much.
  fileprivate init(vertexCount: Int, firsts: [VertexID], seconds: [VertexID]) {
    precondition(firsts.count == seconds.count, "every edge has two ends")
    precondition(2 * firsts.count <= Int(UInt32.max), "more edges than 32 bits can number twice")
    // As in the general way, entry v + 1 is the cursor of row v while rows are filled.
    var offsets = [UInt32](repeating: 0, count: vertexCount + 2)
    for ends in [firsts, seconds] {
      for end in ends {
        precondition(end.index < vertexCount, "an edge ends beyond the last vertex")
        offsets[end.index + 2] += 1
      }
    }
    for row in stride(from: 2, through: vertexCount + 1, by: 1) { offsets[row] += offsets[row - 1] }
    let filler = UndirectedGraph.Incidence(vertex: VertexID(0), edge: EdgeID(0))
    var values = [UndirectedGraph.Incidence](repeating: filler, count: 2 * firsts.count)
    for index in firsts.indices {
      let ends = (firsts[index], seconds[index])
      for (end, other) in [(ends.0, ends.1), (ends.1, ends.0)] {
        let cursor = end.index + 1
        values[Int(offsets[cursor])] = .init(vertex: other, edge: EdgeID(index))
        offsets[cursor] += 1
      }
    }
    offsets.removeLast()
    self.init(offsets: offsets, values: values)
  }
}
