/// The inner loops of ``Dominators``, on vertices numbered by a depth-first search.
///
/// Three steps: the search; from the last vertex to the first the *semidominator* of each, the first
/// vertex from which it is reached by a way over later vertices only; from the first to the last the
/// dominator, which is the nearest ancestor in the tree so far that is no later than the semidominator.
/// The simple form of links, without balancing, is faster on all but made-up graphs.
struct DominatorSearch {
  /// How many vertices' predecessors are read at a time.
  private static let batchSize = 64
  private static let none = UInt32.max

  /// The vertices reached, in the order of the search.
  private(set) var order: [VertexID]
  /// The place of the parent of each vertex reached, later of its dominator; the root is its own.
  private(set) var parents: [UInt32]
  /// The place of each vertex.
  private var places: [UInt32]
  /// The place of the semidominator of each vertex reached.
  private var semidominators: [UInt32] = []

  // MARK: - Depth-first search

  /// A vertex that waits to be visited, and the place of the one that leads to it.
  private struct Visit {
    let vertex: VertexID
    let parent: UInt32
  }

  /// Searches a graph depth first.
  ///
  /// Each vertex puts all its successors on the stack at once, and looks at their marks beforehand:
  /// reads of memory that do not wait for one another, as they would when going down the first way.
  /// A vertex can be on the stack several times; the last one counts, which makes the order one of
  /// depth first.
  init(_ graph: CompressedRows, from root: VertexID) {
    let offsets = graph.rows.offsets.span
    let targets = graph.rows.values.span
    var places = [UInt32](repeating: DominatorSearch.none, count: graph.vertexCount)
    var order: [VertexID] = []
    var parents: [UInt32] = []
    // Memory is taken only for what is used.
    order.reserveCapacity(graph.vertexCount)
    parents.reserveCapacity(graph.vertexCount)
    var stack = [Visit(vertex: root, parent: 0)]
    stack.reserveCapacity(graph.arcCount + 1)
    while let visit = stack.popLast() {
      guard places[visit.vertex.index] == DominatorSearch.none else { continue }
      let place = UInt32(order.count)
      places[visit.vertex.index] = place
      order.append(visit.vertex)
      parents.append(visit.parent)
      let end = Int(offsets[visit.vertex.index + 1])
      for position in Int(offsets[visit.vertex.index])..<end {
        let target = targets[position]
        if places[target.index] == DominatorSearch.none {
          stack.append(Visit(vertex: target, parent: place))
        }
      }
    }
    self.places = places
    self.order = order
    self.parents = parents
  }

  // MARK: - Semidominators

  /// How a vertex hangs in the forest of those that are done.
  private struct Link {
    /// The place of an ancestor; none at the root of a tree.
    var ancestor: UInt32
    /// The least semidominator on the way to the ancestor, that one left out.
    var least: UInt32
  }

  /// Finds the semidominator of each vertex.
  mutating func findSemidominators(_ reversed: CompressedRows) {
    semidominators = [UInt32](repeating: 0, count: order.count)
    var links = order.indices.map { Link(ancestor: DominatorSearch.none, least: UInt32($0)) }
    var path = [UInt32](repeating: 0, count: order.count)
    var predecessors: [UInt32] = []
    var counts = [Int](repeating: 0, count: DominatorSearch.batchSize)
    var end = order.count
    while end > 1 {
      let batch = max(1, end - DominatorSearch.batchSize)..<end
      predecessors.removeAll(keepingCapacity: true)
      gather(batch, reversed, &predecessors, &counts)
      var rest = predecessors.count
      for place in batch.reversed() {
        var least = UInt32(place)
        let start = rest - counts[place - batch.lowerBound]
        for position in start..<rest {
          least = min(
            least, DominatorSearch.evaluate(predecessors[position], &links, &path))
        }
        rest = start
        semidominators[place] = least
        links[place] = Link(ancestor: parents[place], least: least)
      }
      end = batch.lowerBound
    }
  }

  /// Collects the places of the predecessors of some vertices.
  private func gather(
    _ batch: Range<Int>, _ reversed: CompressedRows, _ predecessors: inout [UInt32],
    _ counts: inout [Int]
  ) {
    let offsets = reversed.rows.offsets.span
    let sources = reversed.rows.values.span
    for place in batch {
      let vertex = order[place].index
      let known = predecessors.count
      for position in Int(offsets[vertex])..<Int(offsets[vertex + 1]) {
        let predecessor = places[sources[position].index]
        // What the root does not reach is no way to anything.
        if predecessor != DominatorSearch.none { predecessors.append(predecessor) }
      }
      counts[place - batch.lowerBound] = predecessors.count - known
    }
  }

  /// The least semidominator from a vertex up to below the root of its tree, or itself if it is one.
  ///
  /// Shortens the way: everything on it is linked to the root afterwards.
  private static func evaluate(
    _ place: UInt32, _ links: inout [Link], _ path: inout [UInt32]
  ) -> UInt32 {
    var link = links[Int(place)]
    guard link.ancestor != none else { return link.least }
    var height = 0
    var current = place
    var above = links[Int(link.ancestor)]
    while above.ancestor != none {
      path[height] = current
      height += 1
      current = link.ancestor
      link = above
      above = links[Int(link.ancestor)]
    }
    // From the top down: `link` is that of the vertex above, which is linked to the root already.
    while height > 0 {
      height -= 1
      let below = Int(path[height])
      link.least = min(link.least, links[below].least)
      links[below] = link
    }
    return link.least
  }

  // MARK: - Dominators

  /// Turns the parents into dominators.
  mutating func findDominators() {
    for place in order.indices.dropFirst() {
      var dominator = parents[place]
      while dominator > semidominators[place] { dominator = parents[Int(dominator)] }
      parents[place] = dominator
    }
  }
}
