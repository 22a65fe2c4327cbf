/// What single vertices and edges an undirected graph hangs together by.
///
/// An **articulation point** is a vertex without which its connected component falls apart, a
/// **bridge** is an edge that does so. A **block** (biconnected component) is a largest set of edges
/// of which any two lie on a cycle together; a bridge is a block of its own.
///
/// Parallel edges are edges each: one of two is no bridge. A self-loop is in no block and changes
/// nothing. Isolated vertices are no articulation points, and neither is an end of a graph of one
/// edge; that edge is a bridge. The empty graph has no blocks.
///
///     let edges = [(0, 1), (1, 2), (2, 0), (2, 3)].map { (VertexID($0.0), VertexID($0.1)) }
///     let blocks = Biconnectivity(of: UndirectedGraph(vertexCount: 4, edges: edges))
///     Array(blocks.articulationPoints)  // [v2]
///     blocks.bridges.map(\.index)       // [3]
///     blocks.blockCount                 // 2
///
/// > Blocks by searching: J. Hopcroft and R. Tarjan, *Algorithm 447: efficient algorithms for graph
/// > manipulation*, 1973, doi:10.1145/362248.362272. Blocks from any spanning tree, by what its
/// > fundamental cycles join: R. E. Tarjan and U. Vishkin, *An efficient parallel biconnectivity
/// > algorithm*, 1985, doi:10.1137/0214061. Here the tree is one of breadth first: `BlockSearch` says
/// > why.
public struct Biconnectivity: Sendable {
  /// The number of a block, in the order in which the search meets them.
  public struct BlockID: Hashable, Comparable, Sendable {
    /// The number as an index into an array with one entry for each block.
    public let index: Int

    /// Creates the identity of the block with the given number.
    ///
    /// - Parameter index: The number of the block.
    public init(_ index: Int) { self.index = index }

    /// Orders blocks by number.
    ///
    /// - Parameters:
    ///   - first: A block.
    ///   - second: Another one.
    /// - Returns: Whether the first has the smaller number.
    public static func < (first: BlockID, second: BlockID) -> Bool { first.index < second.index }
  }

  private let graph: UndirectedGraph
  /// The block of each edge; none for self-loops and edges that were closed.
  private let blocks: [UInt32]

  /// The vertices without which their connected component falls apart.
  public let articulationPoints: VertexSet

  /// The edges without which their connected component falls apart, ascending.
  public let bridges: [EdgeID]

  /// The number of blocks.
  public let blockCount: Int

  /// Finds the articulation points, bridges and blocks of a graph.
  ///
  /// - Parameter graph: The graph; see ``UndirectedGraph/restricted(vertexIsOpen:edgeIsOpen:)`` for
  ///   looking at a part of it.
  /// - Complexity: O((V + E) log V) time at worst, in practice proportional to V + E; O(V + E) space.
  public init(of graph: UndirectedGraph) {
    var search = BlockSearch(graph)
    search.run()
    self.graph = graph
    articulationPoints = search.articulationPoints()
    (blocks, bridges, blockCount) = search.numberedBlocks()
  }

  // MARK: - Questions

  /// Tells in which block an edge is.
  ///
  /// - Parameter edge: The edge.
  /// - Returns: Its block, or nil for a self-loop or an edge that is closed.
  public func block(of edge: EdgeID) -> BlockID? {
    let block = blocks[edge.index]
    return block == BlockSearch.none ? nil : BlockID(Int(block))
  }

  /// Lists the edges of a block.
  ///
  /// - Parameter block: The block.
  /// - Returns: Its edges, ascending.
  /// - Complexity: O(E).
  public func edges(of block: BlockID) -> [EdgeID] {
    blocks.indices.filter { blocks[$0] == block.index }.map { EdgeID($0) }
  }

  /// Lists the vertices of a block; an articulation point is in several.
  ///
  /// - Parameter block: The block.
  /// - Returns: The ends of its edges.
  /// - Complexity: O(V + E).
  public func vertices(of block: BlockID) -> VertexSet {
    var result = VertexSet(vertexCount: graph.vertexCount)
    for step in graph.rows.values where blocks[step.edge.index] == block.index {
      result.insert(step.vertex)
    }
    return result
  }

  /// The edges of all blocks.
  ///
  /// - Returns: For each block its edges, ascending.
  /// - Complexity: O(E).
  public func edgesOfAllBlocks() -> [[EdgeID]] {
    var result = [[EdgeID]](repeating: [], count: blockCount)
    for (edge, block) in blocks.enumerated() where block != BlockSearch.none {
      result[Int(block)].append(EdgeID(edge))
    }
    return result
  }
}
