/// A directed graph in compressed rows: for each vertex the targets of its arcs, in one array.
///
/// Parallel arcs and self-loops are kept, each apart; the targets of a vertex stand in the order in
/// which the arcs were given. A vertex without arcs has an empty row.
///
///     let graph = CompressedRows(vertexCount: 3, arcs: [(VertexID(0), VertexID(2))])
///     graph[VertexID(0)].count             // 1
///     graph.reversed()[VertexID(2)].first  // v0
public struct CompressedRows: Sendable {
  let rows: Rows<VertexID>

  /// Builds the rows from arcs.
  ///
  /// - Parameters:
  ///   - vertexCount: The number of vertices.
  ///   - arcs: Source and target of each arc.
  /// - Precondition: Every end is below `vertexCount`.
  /// - Complexity: O(V + E) time and space.
  public init(vertexCount: Int, arcs: some Sequence<(source: VertexID, target: VertexID)>) {
    var sources: [VertexID] = []
    var targets: [VertexID] = []
    for arc in arcs {
      sources.append(arc.source)
      targets.append(arc.target)
    }
    self.init(vertexCount: vertexCount, sources: sources, targets: targets)
  }

  /// Builds the rows from the sources and targets of the arcs.
  ///
  /// - Parameters:
  ///   - vertexCount: The number of vertices.
  ///   - sources: The source of each arc.
  ///   - targets: The target of each arc.
  /// - Precondition: Every end is below `vertexCount`; there are as many sources as targets.
  /// - Complexity: O(V + E) time and space.
  public init(vertexCount: Int, sources: [VertexID], targets: [VertexID]) {
    // The kernels read without bounds checks, so a wrong target must stop here.
    for target in targets {
      precondition(target.index < vertexCount, "an arc leads beyond the last vertex")
    }
    rows = Rows(rowCount: vertexCount, keys: sources, values: targets)
  }

  /// Takes rows that stand one after the other already.
  ///
  /// - Parameters:
  ///   - vertexCount: The number of vertices.
  ///   - offsets: Where the row of each vertex begins, and where the last one ends.
  ///   - targets: The targets of the arcs, row by row.
  /// - Precondition: The offsets ascend from 0 to the number of targets; every target is below
  ///   `vertexCount`.
  /// - Complexity: O(V + E) time.
  init(vertexCount: Int, offsets: [UInt32], targets: [VertexID]) {
    precondition(offsets.count == vertexCount + 1, "one row for each vertex")
    for target in targets {
      precondition(target.index < vertexCount, "an arc leads beyond the last vertex")
    }
    rows = Rows(offsets: offsets, values: targets)
  }

  // MARK: - Questions

  /// The number of vertices.
  public var vertexCount: Int { rows.offsets.count - 1 }

  /// The number of arcs.
  public var arcCount: Int { rows.values.count }

  /// The targets of the arcs out of a vertex.
  ///
  /// - Parameter vertex: The source.
  public subscript(vertex: VertexID) -> ArraySlice<VertexID> { rows[vertex] }

  /// The same graph with every arc turned round.
  ///
  /// - Returns: The rows of the sources of each vertex, ascending.
  /// - Complexity: O(V + E) time and space.
  public func reversed() -> CompressedRows {
    var sources: [VertexID] = []
    sources.reserveCapacity(arcCount)
    for index in 0..<vertexCount {
      let vertex = VertexID(index)
      for _ in rows.range(of: vertex) { sources.append(vertex) }
    }
    return CompressedRows(vertexCount: vertexCount, sources: rows.values, targets: sources)
  }
}
