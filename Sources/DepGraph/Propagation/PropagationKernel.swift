/// Spreads failures along the arcs of a threshold graph: the inner loop of every untimed query.
///
/// Each arc costs one decrement of its head's margin, and a vertex fails at the decrement that brings
/// its margin to 0, so none is queued twice and no other state is read. The queue is the order of
/// failing itself.
///
/// - Parameters:
///   - rows: The dependents of each vertex.
///   - margins: How many failed inputs each vertex still stands, plus one.
///   - order: What has failed; read from `head`, written from `tail`.
///   - head: The first failed vertex whose dependents have not been told.
///   - tail: The number of failed vertices.
/// - Returns: The number of failed vertices when nothing more follows.
/// - Complexity: O(*v* + *e*) for *v* vertices read and *e* arcs out of them; no allocation.
func spreadFailures(
  along rows: CompressedRows, margins: inout [Int32], order: inout [VertexID],
  from head: Int, to tail: Int
) -> Int {
  let offsets = rows.rows.offsets.span
  let targets = rows.rows.values.span
  var margins = margins.mutableSpan
  var order = order.mutableSpan
  // What the unchecked accesses below rest on. Rows of `CompressedRows` lie within `targets`, and
  // every target is below the vertex count; it checks that when it is made. `order` holds vertices
  // only, each once, so the last place that is written is that of the last vertex.
  precondition(margins.count == offsets.count - 1, "one margin for each vertex")
  precondition(order.count == margins.count, "one place in the order for each vertex")
  precondition(0 <= head && head <= tail && tail <= order.count, "the queue lies within the order")
  var head = head
  var tail = tail
  while head < tail {
    let vertex = unsafe order[unchecked: head].index
    head &+= 1
    var position = Int(unsafe offsets[unchecked: vertex])
    let end = Int(unsafe offsets[unchecked: vertex &+ 1])
    while position < end {
      let target = unsafe targets[unchecked: position]
      position &+= 1
      let margin = unsafe margins[unchecked: target.index] &- 1
      unsafe margins[unchecked: target.index] = margin
      if margin == 0 {
        unsafe order[unchecked: tail] = target
        tail &+= 1
      }
    }
  }
  return tail
}

/// Takes back what `spreadFailures` did for the vertices from one place of the order to another.
///
/// - Parameters:
///   - rows: The dependents of each vertex.
///   - margins: The margins to restore; marks are taken off.
///   - order: What has failed.
///   - start: The first place in the order to take back.
///   - end: The place after the last.
/// - Complexity: O(*v* + *e*) for *v* vertices taken back and *e* arcs out of them; no allocation.
func takeBackFailures(
  along rows: CompressedRows, margins: inout [Int32], order: [VertexID],
  from start: Int, to end: Int
) {
  let offsets = rows.rows.offsets.span
  let targets = rows.rows.values.span
  let order = order.span
  var margins = margins.mutableSpan
  // As in `spreadFailures`.
  precondition(margins.count == offsets.count - 1, "one margin for each vertex")
  precondition(0 <= start && start <= end && end <= order.count, "the places lie within the order")
  for place in start..<end {
    let vertex = unsafe order[unchecked: place].index
    if unsafe margins[unchecked: vertex] < Margin.lowestUnmarked {
      unsafe margins[unchecked: vertex] &+= Margin.mark
    }
    var position = Int(unsafe offsets[unchecked: vertex])
    let last = Int(unsafe offsets[unchecked: vertex &+ 1])
    while position < last {
      let target = unsafe targets[unchecked: position].index
      unsafe margins[unchecked: target] &+= 1
      position &+= 1
    }
  }
}

/// Marks what hangs together with a node: the inner loop of every search in a network.
///
/// - Parameters:
///   - shape: The network.
///   - linkIsClosed: Whether a link carries nothing.
///   - start: The node to begin at, which is not marked yet.
///   - part: The mark, not 0.
///   - parts: The mark of each node; those that are not 0 are left alone, as are nodes behind them.
///   - stack: Room for every node.
/// - Complexity: O(*v* + *e*) for *v* nodes marked and *e* ends of links at them; no allocation.
func spreadPart(
  over shape: UndirectedGraph, avoiding linkIsClosed: [Bool], from start: VertexID,
  as part: UInt32, parts: inout [UInt32], stack: inout [VertexID]
) {
  let offsets = shape.rows.offsets.span
  let incidences = shape.rows.values.span
  let linkIsClosed = linkIsClosed.span
  var parts = parts.mutableSpan
  var stack = stack.mutableSpan
  // What the unchecked accesses below rest on. Both ends of every edge of an `UndirectedGraph` are
  // below its vertex count, and edges are counted from 0; it checks that when it is made. A node is
  // marked when it is put on the stack, so the stack never holds one twice.
  precondition(parts.count >= shape.vertexCount, "one part for each node")
  precondition(stack.count >= shape.vertexCount, "room for each node")
  precondition(linkIsClosed.count >= shape.edgeCount, "one state for each link")
  precondition(start.index < shape.vertexCount, "the start is a node")
  precondition(part != 0 && parts[start.index] == 0, "the start is not marked yet")
  parts[start.index] = part
  stack[0] = start
  var height = 1
  while height > 0 {
    height &-= 1
    let node = unsafe stack[unchecked: height].index
    var position = Int(unsafe offsets[unchecked: node])
    let end = Int(unsafe offsets[unchecked: node &+ 1])
    while position < end {
      let step = unsafe incidences[unchecked: position]
      position &+= 1
      guard unsafe parts[unchecked: step.vertex.index] == 0 else { continue }
      guard unsafe !linkIsClosed[unchecked: step.edge.index] else { continue }
      unsafe parts[unchecked: step.vertex.index] = part
      unsafe stack[unchecked: height] = step.vertex
      height &+= 1
    }
  }
}
