/// How many ways without a common vertex lead through an undirected graph.
///
/// Ways share no vertex but the source and the target they end at, and no edge; parallel edges carry
/// a way each. A way ends at the first target it meets, so ways to different targets share the source
/// only. If the source is a target, the way of length zero is the only one counted. A closed vertex
/// or edge carries nothing, and neither do self-loops.
///
/// Menger's theorem, by augmenting flows of one unit on the graph with every vertex split in two
/// (L. R. Ford and D. R. Fulkerson, *Maximal flow through a network*, 1956,
/// doi:10.4153/CJM-1956-045-5). Breadth-first searches suffice: the limit is small, as a rule 2, and
/// the cleverer phases of Dinic pay only where many ways are looked for.
extension UndirectedGraph {
  /// Counts ways without a common vertex.
  ///
  /// - Parameters:
  ///   - source: Where all ways begin.
  ///   - targets: Where a way may end.
  ///   - limit: The number at which counting stops.
  ///   - vertexIsOpen: Whether a vertex carries ways.
  ///   - edgeIsOpen: Whether an edge carries ways.
  /// - Returns: The number of ways, at most `limit`.
  /// - Complexity: O(*k*·(V + E)) time for *k* ways found, O(V + E) space.
  public func disjointWayCount(
    from source: VertexID, to targets: VertexSet, atMost limit: Int,
    vertexIsOpen: (VertexID) -> Bool, edgeIsOpen: (EdgeID) -> Bool
  ) -> Int {
    guard limit > 0, vertexIsOpen(source) else { return 0 }
    guard !targets.contains(source) else { return 1 }
    var flow = UnitFlow(graph: self, source: source, targets: targets)
    for index in 0..<vertexCount { flow.vertexOpen[index] = vertexIsOpen(VertexID(index)) }
    for index in 0..<edgeCount { flow.edgeOpen[index] = edgeIsOpen(EdgeID(index)) }
    var count = 0
    while count < limit, flow.augment() { count += 1 }
    return count
  }
}

// MARK: - Kernel

/// A flow of one unit for each way found.
///
/// Vertex *v* is split: state 2*v* is where ways come in,
/// 2*v* + 1 where they go out; a unit runs from the one to the other where a way passes.
private struct UnitFlow {
  let graph: UndirectedGraph
  let source: VertexID
  let targets: VertexSet
  var vertexOpen: [Bool]
  var edgeOpen: [Bool]
  /// The vertex that an edge's unit comes from, if it carries one.
  private var origin: [VertexID?]
  private var isPassed: [Bool]
  /// How the search came to a state: from which one, and over which edge unless within a vertex.
  private var parent: [(state: Int, edge: EdgeID?)?]

  init(graph: UndirectedGraph, source: VertexID, targets: VertexSet) {
    self.graph = graph
    self.source = source
    self.targets = targets
    vertexOpen = [Bool](repeating: true, count: graph.vertexCount)
    edgeOpen = [Bool](repeating: true, count: graph.edgeCount)
    origin = [VertexID?](repeating: nil, count: graph.edgeCount)
    isPassed = [Bool](repeating: false, count: graph.vertexCount)
    parent = []
  }

  /// Adds one unit from the source to a target, if that can be done.
  mutating func augment() -> Bool {
    parent = [(state: Int, edge: EdgeID?)?](repeating: nil, count: 2 * graph.vertexCount)
    let start = 2 * source.index + 1
    parent[start] = (start, nil)
    var queue = [start]
    var head = 0
    while head < queue.count {
      let state = queue[head]
      head += 1
      if let end = visit(state, &queue) {
        apply(end, start)
        return true
      }
    }
    return false
  }

  /// Follows what is left of the capacities out of a state.
  ///
  /// - Returns: The state of a target, if the search has come to one.
  private mutating func visit(_ state: Int, _ queue: inout [Int]) -> Int? {
    let vertex = VertexID(state / 2)
    let goesOut = state % 2 == 1
    // Within the vertex: in to out while no way passes, back while one does.
    if vertex != source, isPassed[vertex.index] == goesOut {
      reach(state ^ 1, from: state, over: nil, &queue)
    }
    for step in graph[vertex] {
      let other = step.vertex
      guard other != vertex, edgeOpen[step.edge.index], vertexOpen[other.index] else { continue }
      if goesOut {
        guard origin[step.edge.index] == nil, other != source else { continue }
        if reach(2 * other.index, from: state, over: step.edge, &queue), targets.contains(other) {
          return 2 * other.index
        }
      } else if origin[step.edge.index] == other {
        reach(2 * other.index + 1, from: state, over: step.edge, &queue)
      }
    }
    return nil
  }

  @discardableResult
  private mutating func reach(
    _ state: Int, from previous: Int, over edge: EdgeID?, _ queue: inout [Int]
  ) -> Bool {
    guard parent[state] == nil else { return false }
    parent[state] = (previous, edge)
    queue.append(state)
    return true
  }

  /// Moves one unit along the way that the search found.
  private mutating func apply(_ end: Int, _ start: Int) {
    var state = end
    while state != start, let (previous, edge) = parent[state] {
      if let edge {
        // Coming in over an edge gives it a unit; going out over one takes its unit back.
        origin[edge.index] = state % 2 == 0 ? VertexID(previous / 2) : nil
      } else {
        isPassed[state / 2] = state % 2 == 1
      }
      state = previous
    }
  }
}
