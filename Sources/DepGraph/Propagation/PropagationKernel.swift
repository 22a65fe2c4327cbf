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
