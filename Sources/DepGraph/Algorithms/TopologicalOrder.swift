/// An order of the vertices of a directed graph in which every arc leads forward; or a cycle that
/// forbids one.
///
///     let graph = CompressedRows(
///       vertexCount: 3, arcs: [(2, 0), (0, 1)].map { (VertexID($0.0), VertexID($0.1)) })
///     let order = TopologicalOrder(of: graph)
///     order.vertices  // [v2, v0, v1]
///     order.cycle     // []
///
/// The empty graph has the empty order; isolated vertices are in it; parallel arcs change nothing; a
/// self-loop is a cycle of one vertex.
///
/// Vertices are taken as soon as no arc into them is left (A. B. Kahn, *Topological sorting of large
/// networks*, 1962, doi:10.1145/368996.369025). A depth-first search gives an order too, but walks
/// where its arcs lead while this one reads the rows of a wave of vertices one after the other, and it
/// cannot say what can be ordered although there is a cycle.
public struct TopologicalOrder: Sendable {
  /// The vertices in order; those on a cycle or behind one are left out.
  public let vertices: [VertexID]

  /// The vertices of a cycle, each with an arc to the next and the last with one to the first; empty
  /// if there is none, and then `vertices` holds all.
  public let cycle: [VertexID]

  /// Orders the vertices of a graph.
  ///
  /// - Parameter graph: The graph.
  /// - Complexity: O(V + E) time, O(V) space; no recursion.
  public init(of graph: CompressedRows) {
    var openInputs = [UInt32](repeating: 0, count: graph.vertexCount)
    var order = [VertexID](repeating: VertexID(raw: 0), count: graph.vertexCount)
    let count = takeInOrder(from: graph, openInputs: &openInputs, order: &order)
    if count < graph.vertexCount {
      cycle = findCycle(in: graph) { openInputs[$0.index] > 0 }
      order.removeLast(graph.vertexCount - count)
    } else {
      cycle = []
    }
    vertices = order
  }
}

// MARK: - Kernel

/// Takes vertices as soon as no arc into them is left open; the order is the queue.
///
/// - Returns: The number of vertices taken; those left have open inputs.
private func takeInOrder(
  from graph: CompressedRows, openInputs: inout [UInt32], order: inout [VertexID]
) -> Int {
  let offsets = graph.rows.offsets.span
  let targets = graph.rows.values.span
  var openInputs = openInputs.mutableSpan
  var order = order.mutableSpan
  // What the unchecked accesses below rest on: rows of `CompressedRows` lie within `targets`, and every
  // target is below the vertex count. A vertex is taken once: when its last input is closed.
  precondition(openInputs.count == graph.vertexCount, "one counter for each vertex")
  precondition(order.count == graph.vertexCount, "one place in the order for each vertex")
  for position in targets.indices {
    let target = unsafe targets[unchecked: position].index
    unsafe openInputs[unchecked: target] &+= 1
  }
  var tail = 0
  for index in openInputs.indices where openInputs[index] == 0 {
    order[tail] = VertexID(index)
    tail += 1
  }
  var head = 0
  while head < tail {
    let vertex = unsafe order[unchecked: head].index
    head &+= 1
    var position = Int(unsafe offsets[unchecked: vertex])
    let end = Int(unsafe offsets[unchecked: vertex &+ 1])
    while position < end {
      let target = unsafe targets[unchecked: position]
      position &+= 1
      let open = unsafe openInputs[unchecked: target.index] &- 1
      unsafe openInputs[unchecked: target.index] = open
      if open == 0 {
        unsafe order[unchecked: tail] = target
        tail &+= 1
      }
    }
  }
  return tail
}

/// Walks back among vertices that all have an arc from one of them, until a vertex comes again.
private func findCycle(
  in graph: CompressedRows, among isLeft: (VertexID) -> Bool
) -> [VertexID] {
  var previous = [VertexID?](repeating: nil, count: graph.vertexCount)
  var start: VertexID?
  for index in 0..<graph.vertexCount where isLeft(VertexID(index)) {
    start = start ?? VertexID(index)
    for target in graph[VertexID(index)] { previous[target.index] = VertexID(index) }
  }
  var walk: [VertexID] = []
  var place = [Int?](repeating: nil, count: graph.vertexCount)
  while let vertex = start, place[vertex.index] == nil {
    place[vertex.index] = walk.count
    walk.append(vertex)
    start = previous[vertex.index]
  }
  guard let meeting = start, let first = place[meeting.index] else { return [] }
  return walk[first...].reversed()
}
