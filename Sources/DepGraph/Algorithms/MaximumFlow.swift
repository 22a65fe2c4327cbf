/// The most that can flow through an undirected graph between two sets of vertices, and a cheapest cut.
///
/// An edge carries at most its capacity, in either direction; vertices carry all. The most that can
/// flow equals the least capacity of edges without which nothing leads from the one set to the other
/// (Ford and Fulkerson). Parallel edges carry their own capacities each; self-loops carry nothing. If
/// the sets are not connected, or one is empty, the value is 0.
///
///     let edges = [(0, 1), (0, 1), (1, 2)].map { (VertexID($0.0), VertexID($0.1)) }
///     let graph = UndirectedGraph(vertexCount: 3, edges: edges)
///     let flow = MaximumFlow(
///       in: graph, from: [VertexID(0)], to: [VertexID(2)], capacities: [3, 4, 5])
///     flow.value                  // 5
///     flow.cut.map(\.index)       // [2]
///     Array(flow.sourceSide)      // [v0, v1]
///
/// > L. R. Ford and D. R. Fulkerson, *Maximal flow through a network*, 1956,
/// > doi:10.4153/CJM-1956-045-5. Incremental breadth-first search: A. V. Goldberg, S. Hed, H. Kaplan,
/// > R. E. Tarjan and R. F. Werneck, *Maximum flows by incremental breadth-first search*, 2011,
/// > doi:10.1007/978-3-642-23719-5_39.
public struct MaximumFlow: Sendable {
  /// The most that can flow: the capacity of the cut.
  public let value: Int

  /// The vertices that hang together with a source when the edges of the cut are taken out.
  public let sourceSide: VertexSet

  /// The edges of a cut of least capacity, ascending: all that lead from one side to the other, also
  /// those of capacity 0.
  public let cut: [EdgeID]

  /// Finds a maximum flow and a minimum cut.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - sources: Where flow comes from, without limit.
  ///   - sinks: Where it goes, without limit.
  ///   - capacities: What each edge carries at most, in either direction.
  /// - Precondition: No vertex is both a source and a sink; there is a capacity for each edge, at
  ///   least 0 and below 2³⁰.
  /// - Complexity: O(V²·E) time at worst, in practice some passes over the graph; O(V + E) space.
  public init(
    in graph: UndirectedGraph, from sources: VertexSet, to sinks: VertexSet, capacities: [Int]
  ) {
    precondition(sources.intersection(sinks).isEmpty, "a source that is a sink has no limit")
    precondition(capacities.count == graph.edgeCount, "every edge needs a capacity")
    let chains = FlowReduction(graph, from: sources, to: sinks, capacities: capacities)
    let reduced = UndirectedGraph(
      vertexCount: chains.vertices.count, firsts: chains.firsts, seconds: chains.seconds)
    var search = FlowSearch(
      reduced, capacities: chains.narrowest.map { capacities[$0.index] },
      from: (0..<sources.count).map { VertexID($0) },
      to: chains.vertices.indices.filter { sinks.contains(chains.vertices[$0]) }.map {
        VertexID($0)
      })
    search.run()
    value = search.value
    let isSource = search.isOnSourceSide()
    var isCut = [Bool](repeating: false, count: graph.edgeCount)
    for chain in chains.narrowest.indices
    where isSource[chains.firsts[chain].index] != isSource[chains.seconds[chain].index] {
      isCut[chains.narrowest[chain].index] = true
    }
    // What is left of the original graph tells on which side dead ends and parts of chains are.
    let rest = graph.restricted(vertexIsOpen: { _ in true }, edgeIsOpen: { !isCut[$0.index] })
    let components = ConnectedComponents(of: rest)
    let reached = VertexSet(
      sources.compactMap { components.component(of: $0) }.map { VertexID($0) })
    sourceSide = VertexSet(
      (0..<graph.vertexCount).lazy.map { VertexID($0) }.filter { vertex in
        components.component(of: vertex).map { reached.contains(VertexID($0)) } ?? false
      })
    cut = isCut.indices.filter { isCut[$0] }.map { EdgeID($0) }
  }
}
