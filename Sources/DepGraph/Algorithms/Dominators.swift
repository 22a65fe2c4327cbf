/// Which vertices all ways from a root to a vertex pass: the dominator tree.
///
/// A vertex *d* **dominates** *v* if every way from the root to *v* passes *d*; it does so strictly if
/// it is not *v* itself. The **immediate** dominator is the strict one nearest to *v*; all others
/// dominate it in turn, so they form a tree. The root has no immediate dominator, and neither has a
/// vertex that the root does not reach. Arcs from vertices that are not reached count for nothing,
/// and neither do self-loops and parallel arcs.
///
///     // 0 → 1 → 2 and 3 → 2: vertex 3 is not reached.
///     let arcs = [(0, 1), (1, 2), (3, 2)].map { (VertexID($0.0), VertexID($0.1)) }
///     let tree = Dominators(of: CompressedRows(vertexCount: 4, arcs: arcs), from: VertexID(0))
///     tree.immediateDominator(of: VertexID(2))  // v1
///     tree.immediateDominator(of: VertexID(3))  // nil
///
/// > Semidominators and nearest common ancestors: L. Georgiadis, *Linear-time algorithms for dominators
/// > and related problems*, 2005; after T. Lengauer and R. E. Tarjan, *A fast algorithm for finding
/// > dominators in a flowgraph*, 1979, doi:10.1145/357062.357071.
public struct Dominators: Sendable {
  private static let none = UInt32.max

  /// The vertex where all ways begin.
  public let root: VertexID

  /// The vertices that the root reaches, itself first, each after its immediate dominator.
  public let reached: [VertexID]

  /// The immediate dominator of each vertex; the root is its own.
  private let parents: [UInt32]

  /// Finds the dominator tree.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - reversed: The same graph with every arc turned round, if it is at hand.
  ///   - root: The vertex where all ways begin.
  /// - Precondition: The root is a vertex of the graph.
  /// - Complexity: O((V + E) log V) time at worst, in practice proportional to V + E; O(V + E) space.
  public init(of graph: CompressedRows, reversed: CompressedRows? = nil, from root: VertexID) {
    precondition(root.index < graph.vertexCount, "the root is not in the graph")
    var search = DominatorSearch(graph, from: root)
    search.findSemidominators(reversed ?? graph.reversed())
    search.findDominators()
    self.root = root
    reached = search.order
    var parents = [UInt32](repeating: Dominators.none, count: graph.vertexCount)
    for (place, vertex) in search.order.enumerated() {
      parents[vertex.index] = search.order[Int(search.parents[place])].raw
    }
    self.parents = parents
  }

  // MARK: - Questions

  var vertexCount: Int { parents.count }

  /// Tells whether the root reaches a vertex.
  ///
  /// - Parameter vertex: The vertex.
  /// - Returns: Whether there is a way; the root reaches itself.
  public func reaches(_ vertex: VertexID) -> Bool { parents[vertex.index] != Dominators.none }

  /// The nearest vertex, other than itself, that all ways to a vertex pass.
  ///
  /// - Parameter vertex: The vertex.
  /// - Returns: Its immediate dominator, or nil for the root and for what is not reached.
  public func immediateDominator(of vertex: VertexID) -> VertexID? {
    guard vertex != root, reaches(vertex) else { return nil }
    return VertexID(raw: parents[vertex.index])
  }

  /// The vertices, other than itself, that all ways to a vertex pass.
  ///
  /// - Parameter vertex: The vertex.
  /// - Returns: Its strict dominators from the nearest to the root; none for what is not reached.
  /// - Complexity: O(*k*) for *k* of them.
  public func strictDominators(of vertex: VertexID) -> [VertexID] {
    var result: [VertexID] = []
    var current = vertex
    while let next = immediateDominator(of: current) {
      result.append(next)
      current = next
    }
    return result
  }

  /// The vertices without which the root no longer reaches all that it reaches.
  ///
  /// - Returns: The strict dominators of any vertex, without the root.
  /// - Complexity: O(V).
  public func articulationPoints() -> VertexSet {
    var result = VertexSet(vertexCount: parents.count)
    for vertex in reached { result.insert(VertexID(raw: parents[vertex.index])) }
    result.remove(root)
    return result
  }
}
