/// A graph in which failures spread: a vertex fails when at least `threshold` of its inputs have.
///
/// Parallel arcs count apart, and a self-loop is an input like any other. A vertex without threshold
/// never fails by its inputs, one with threshold 0 has failed from the beginning. A *path vertex* has
/// no inputs: it fails when its network has no way left on which every node and link is up.
///
/// Of the states that agree with all this the one with the fewest failures is meant (the greatest
/// fixed point of "is up"): two vertices that need each other keep each other up, and a cycle never
/// fails without a cause. Within it, what can be reached in a network is found anew from nothing: a
/// ring cut off from the beginning of a path does not keep the path up.
///
///     var builder = ThresholdGraph.Builder()
///     let feed = builder.addVertex(), other = builder.addVertex()
///     let site = builder.addVertex(threshold: 2)
///     builder.addInput(feed, to: site)
///     builder.addInput(other, to: site)
///     let graph = builder.build()
///     graph.failures(from: [feed]).contains(site)         // false
///     graph.failures(from: [feed, other]).contains(site)  // true
public struct ThresholdGraph: Sendable {
  /// How many failed inputs a vertex still stands, plus one; `never` without threshold.
  let margins: [Int32]
  let dependentRows: CompressedRows
  let inputRows: CompressedRows
  /// The delay of each arc, in the order of `dependentRows`; empty if all are 0.
  let dependentDelays: [Double]
  /// The delay of each arc, in the order of `inputRows`; empty if all are 0.
  let inputDelays: [Double]
  /// The delay of each vertex; empty if all are 0.
  let vertexDelays: [Double]
  let networks: [Network]
  /// The networks in which each vertex is a node or a link, one row for each vertex; without rows if
  /// there is no network.
  let memberships: Rows<NetworkID>?
  /// The path vertices, ascending.
  let paths: [PathVertex]
  /// What has failed before anything else has, apart from what follows from it; ascending.
  let failedFromBeginning: [VertexID]

  // MARK: - Questions

  /// The number of vertices, path vertices included.
  public var vertexCount: Int { margins.count }

  /// The number of arcs.
  public var arcCount: Int { dependentRows.arcCount }

  /// The number of networks.
  public var networkCount: Int { networks.count }

  /// The inputs of a vertex, each with the delay with which the vertex notices that it has failed.
  ///
  /// - Parameter vertex: The vertex.
  /// - Returns: One entry for each arc, in the order in which they were added.
  /// - Complexity: O(*k*) for *k* inputs.
  public func inputs(of vertex: VertexID) -> [(vertex: VertexID, delay: Double)] {
    inputRows.rows.range(of: vertex).map { position in
      (inputRows.rows.values[position], inputDelays.isEmpty ? 0 : inputDelays[position])
    }
  }

  /// The vertices that have a vertex as an input, once for each arc; path vertices are not listed.
  ///
  /// - Parameter vertex: The vertex.
  /// - Returns: The heads of its arcs, in the order in which they were added.
  public func dependents(of vertex: VertexID) -> ArraySlice<VertexID> {
    dependentRows[vertex]
  }

  /// How many failed inputs make a vertex fail.
  ///
  /// - Parameter vertex: The vertex.
  /// - Returns: The number; nil if the vertex never fails by its inputs, or is a path vertex.
  /// - Complexity: O(log *p*) for *p* path vertices.
  public func threshold(of vertex: VertexID) -> Int? {
    let margin = margins[vertex.index]
    return margin == Margin.never || pathVertex(vertex) != nil ? nil : Int(margin)
  }

  /// The time between the loss of what a vertex needs and its own failure.
  ///
  /// - Parameter vertex: The vertex.
  /// - Returns: The delay in seconds.
  public func delay(of vertex: VertexID) -> Double {
    vertexDelays.isEmpty ? 0 : vertexDelays[vertex.index]
  }

  /// What a path vertex asks of its network.
  ///
  /// - Parameter vertex: The vertex.
  /// - Returns: The requirement, or nil if it is no path vertex.
  /// - Complexity: O(log *p*) for *p* path vertices.
  public func pathInfo(of vertex: VertexID) -> PathQuery? {
    pathVertex(vertex)?.requirement
  }

  /// The nodes of a network.
  ///
  /// - Parameter network: The network.
  /// - Returns: Its nodes, ascending.
  public func nodes(of network: NetworkID) -> [VertexID] { networks[network.index].nodes }

  /// The links of a network.
  ///
  /// - Parameter network: The network.
  /// - Returns: Its links, in the order in which they were given.
  public func links(of network: NetworkID) -> [NetworkLink] { networks[network.index].links }

  /// The path vertices of a network.
  ///
  /// - Parameter network: The network.
  /// - Returns: Its path vertices, ascending.
  /// - Complexity: O(*p*) for *p* of them.
  public func paths(in network: NetworkID) -> [VertexID] {
    networks[network.index].paths.map { paths[$0].vertex }
  }

  /// The networks in which a vertex is a node or a link.
  ///
  /// - Parameter vertex: The vertex.
  /// - Returns: The networks, ascending.
  public func networks(of vertex: VertexID) -> ArraySlice<NetworkID> {
    memberships?[vertex] ?? []
  }

  /// The most ways of a path that have no vertex in common but the beginning and a common end.
  ///
  /// A path from a node to itself has one way, of length 0.
  ///
  /// - Parameters:
  ///   - path: A path vertex.
  ///   - failed: Whether a node or a link has failed; the exempt vertex of the path counts as up.
  ///   - limit: The number at which counting stops.
  /// - Returns: The number of ways, at most `limit`; 0 if the path has failed.
  /// - Precondition: `path` is a path vertex.
  /// - Complexity: O(*k*·(V + E)) for *k* ways through a network of *V* nodes and *E* links.
  public func disjointWays(
    of path: VertexID, failed: (VertexID) -> Bool, atMost limit: Int = 2
  ) -> Int {
    guard let path = pathVertex(path) else { preconditionFailure("not a path vertex") }
    let network = networks[path.requirement.network.index]
    func isUp(_ vertex: VertexID) -> Bool {
      vertex == path.requirement.exempt || !failed(vertex)
    }
    return network.shape.disjointWayCount(
      from: path.from, to: VertexSet(path.to), atMost: limit,
      vertexIsOpen: { isUp(network.nodes[$0.index]) },
      edgeIsOpen: { isUp(network.links[$0.index].link) })
  }

  func pathVertex(_ vertex: VertexID) -> PathVertex? {
    let index = paths.partitioningIndex { $0.vertex >= vertex }
    return index < paths.count && paths[index].vertex == vertex ? paths[index] : nil
  }
}

/// How the margin of a vertex is written in 32 bits.
///
/// A vertex fails when its margin comes to 0, so the kernel needs one word for each vertex. One that
/// fails for another reason is marked: it goes so far below 0 that no decrement brings it to 0 again,
/// and that the mark can be seen.
enum Margin {
  /// No number of failed inputs is enough: a vertex has fewer than this.
  static let never: Int32 = 1 << 28
  /// What marking takes away.
  static let mark: Int32 = 1 << 30
  /// Margins below this one are marked.
  static let lowestUnmarked: Int32 = -(1 << 29)
}
