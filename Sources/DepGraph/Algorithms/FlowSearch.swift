/// The inner loops of ``MaximumFlow``: two trees that meet.
///
/// One tree grows from the sources along edges with something left, one from the sinks against them,
/// both breadth first, a level at a time. Where they meet, flow is sent from source to sink. What this
/// fills up breaks off the trees; an *orphan* looks for another parent on the level above, else on
/// the next levels, else it leaves its tree. So the trees are mended, where the method of Dinic
/// searches anew for each length, and ways are short, where that of Boykov and Kolmogorov takes any.
struct FlowSearch {
  /// One of the two trees.
  private enum Side: Int {
    case source
    case sink

    /// The sign of its levels.
    var sign: Int32 { self == .source ? 1 : -1 }
  }

  private typealias Step = UndirectedGraph.Incidence
  private static let rootMark = Step(vertex: VertexID(raw: .max), edge: EdgeID(Int(UInt32.max)))
  private static let orphanMark = Step(
    vertex: VertexID(raw: .max), edge: EdgeID(Int(UInt32.max) - 1))

  private let graph: UndirectedGraph
  /// What each edge still carries, from the vertex with the smaller number to the other and back.
  private var rest: [Int32]
  /// The level of each vertex, from 1: above 0 in the tree of the sources, below in that of the sinks.
  private var levels: [Int32]
  private var parents: [Step]
  /// Where an orphan goes on looking for a parent on the level above, having found none before.
  ///
  /// While a vertex is lost, the level offered to it; while it is in no tree, 0.
  private var cursors: [UInt32]
  /// Orphans for which no parent has been found yet.
  private var lost: [VertexID] = []
  private var trees = [Tree(), Tree()]
  private(set) var value = 0

  /// What is known of one tree apart from its vertices.
  private struct Tree {
    /// The highest level.
    var limit: Int32 = 1
    /// The vertices that were on that level when they came here; none is missing.
    var front: [VertexID] = []
    /// Vertices that wait for a parent, or to be taken in, by level.
    private var waiting: [[VertexID]] = []
    private(set) var waitingCount = 0

    mutating func put(_ vertex: VertexID, on level: Int32) {
      while waiting.count <= Int(level) { waiting.append([]) }
      waiting[Int(level)].append(vertex)
      waitingCount += 1
    }

    mutating func take(from level: Int32) -> VertexID? {
      guard let vertex = waiting[Int(level)].popLast() else { return nil }
      waitingCount -= 1
      return vertex
    }
  }

  init(
    _ graph: UndirectedGraph, capacities: [Int], from sources: [VertexID], to sinks: [VertexID]
  ) {
    self.graph = graph
    rest = []
    rest.reserveCapacity(2 * graph.edgeCount)
    for capacity in capacities {
      precondition(0 <= capacity && capacity < 1 << 30, "a capacity is negative or too large")
      rest.append(Int32(capacity))
      rest.append(Int32(capacity))
    }
    levels = [Int32](repeating: 0, count: graph.vertexCount)
    parents = [Step](repeating: FlowSearch.rootMark, count: graph.vertexCount)
    cursors = [UInt32](repeating: 0, count: graph.vertexCount)
    trees[Side.source.rawValue].front = sources
    trees[Side.sink.rawValue].front = sinks
    for vertex in sources { levels[vertex.index] = 1 }
    for vertex in sinks { levels[vertex.index] = -1 }
  }

  // MARK: - Questions

  /// For each vertex whether the sources still reach it, or it does not reach the sinks.
  func isOnSourceSide() -> [Bool] {
    // The tree that stopped growing is complete.
    let least: Int32 = trees[Side.source.rawValue].front.isEmpty ? 1 : 0
    return levels.map { $0 >= least }
  }

  // MARK: - Growing

  /// Sends flow until one of the trees cannot grow.
  mutating func run() {
    while trees.allSatisfy({ !$0.front.isEmpty }) {
      // Of like height, so that what breaks off is small on both sides.
      grow(trees[0].limit <= trees[1].limit ? .source : .sink)
    }
  }

  /// Grows a tree by one level.
  private mutating func grow(_ side: Side) {
    var front: [VertexID] = []
    swap(&front, &trees[side.rawValue].front)
    let level = trees[side.rawValue].limit * side.sign
    trees[side.rawValue].limit += 1
    for vertex in front where levels[vertex.index] == level {
      grow(side, from: vertex, on: level)
    }
  }

  /// Takes in what a vertex reaches, and sends flow where it meets the other tree.
  private mutating func grow(_ side: Side, from vertex: VertexID, on level: Int32) {
    let range = graph.rows.range(of: vertex)
    var position = range.lowerBound
    while position < range.upperBound {
      let step = graph.rows.values[position]
      let other = levels[step.vertex.index]
      if other * side.sign > 0 || rest[slot(vertex, step, side)] == 0 {
        position += 1
      } else if other == 0 {
        levels[step.vertex.index] = level + side.sign
        parents[step.vertex.index] = Step(vertex: vertex, edge: step.edge)
        cursors[step.vertex.index] = graph.rows.offsets[step.vertex.index]
        trees[side.rawValue].front.append(step.vertex)
        position += 1
      } else {
        // The edge is looked at again: it may carry more, to the other tree or to what has left it.
        let ends = side == .source ? (vertex, step.vertex) : (step.vertex, vertex)
        send(from: ends.0, to: ends.1, over: step.edge)
        adopt(.source)
        adopt(.sink)
        guard levels[vertex.index] == level else { return }
      }
    }
  }

  /// The place of what an edge carries away from the root of a tree, or towards it for the sinks.
  private func slot(_ vertex: VertexID, _ step: Step, _ side: Side) -> Int {
    2 * step.edge.index + ((vertex < step.vertex) == (side == .source) ? 0 : 1)
  }

  // MARK: - Sending flow

  /// Sends what the way from source to sink over an edge between the trees carries.
  private mutating func send(from tail: VertexID, to head: VertexID, over edge: EdgeID) {
    let middle = slot(tail, Step(vertex: head, edge: edge), .source)
    var amount = rest[middle]
    for (side, start) in [(Side.source, tail), (.sink, head)] {
      var vertex = start
      while parents[vertex.index] != FlowSearch.rootMark {
        let parent = parents[vertex.index]
        amount = min(
          amount, rest[slot(parent.vertex, Step(vertex: vertex, edge: parent.edge), side)])
        vertex = parent.vertex
      }
    }
    value += Int(amount)
    rest[middle] -= amount
    rest[middle ^ 1] += amount
    for (side, start) in [(Side.source, tail), (.sink, head)] {
      var vertex = start
      while parents[vertex.index] != FlowSearch.rootMark {
        let parent = parents[vertex.index]
        let slot = slot(parent.vertex, Step(vertex: vertex, edge: parent.edge), side)
        rest[slot] -= amount
        rest[slot ^ 1] += amount
        if rest[slot] == 0 { breakOff(vertex, side) }
        vertex = parent.vertex
      }
    }
  }

  // MARK: - Orphans

  private mutating func breakOff(_ vertex: VertexID, _ side: Side) {
    parents[vertex.index] = FlowSearch.orphanMark
    trees[side.rawValue].put(vertex, on: levels[vertex.index] * side.sign)
  }

  /// Finds parents for the orphans of a tree, or lets them go.
  ///
  /// First on the level above each, from the lowest level up: what is on a lower level than an orphan
  /// hangs on the root already. Orphans without such a parent are lost for now, and their children
  /// break off. Then all that are lost are taken in again breadth first, from what hangs on the root;
  /// looking for higher parents one by one would try the others that are lost.
  private mutating func adopt(_ side: Side) {
    lost.removeAll(keepingCapacity: true)
    var level: Int32 = 1
    while trees[side.rawValue].waitingCount > 0 {
      while let orphan = trees[side.rawValue].take(from: level) {
        if !findParent(of: orphan, side) { lose(orphan, side) }
      }
      level += 1
    }
    guard !lost.isEmpty else { return }
    for vertex in lost { offer(to: vertex, side) }
    level = 1
    while trees[side.rawValue].waitingCount > 0 {
      while let vertex = trees[side.rawValue].take(from: level) {
        if levels[vertex.index] == 0 { takeIn(vertex, on: level, side) }
      }
      level += 1
    }
    for vertex in lost where levels[vertex.index] == 0 { cursors[vertex.index] = 0 }
  }

  /// Looks for a parent on the level above an orphan.
  private mutating func findParent(of orphan: VertexID, _ side: Side) -> Bool {
    let above = levels[orphan.index] - side.sign
    guard above != 0 else { return false }
    let end = graph.rows.offsets[orphan.index + 1]
    var position = cursors[orphan.index]
    while position < end {
      let step = graph.rows.values[Int(position)]
      if levels[step.vertex.index] == above,
        rest[slot(step.vertex, Step(vertex: orphan, edge: step.edge), side)] > 0
      {
        parents[orphan.index] = step
        cursors[orphan.index] = position
        return true
      }
      position += 1
    }
    return false
  }

  private mutating func lose(_ orphan: VertexID, _ side: Side) {
    for step in graph[orphan] where levels[step.vertex.index] * side.sign > 0 {
      if parents[step.vertex.index] == Step(vertex: orphan, edge: step.edge) {
        breakOff(step.vertex, side)
      }
    }
    levels[orphan.index] = 0
    cursors[orphan.index] = .max
    lost.append(orphan)
  }

  /// Offers a lost vertex the best parent among those that hang on the root.
  private mutating func offer(to vertex: VertexID, _ side: Side) {
    var least = trees[side.rawValue].limit
    for step in graph[vertex] {
      let level = levels[step.vertex.index] * side.sign
      if 0 < level, level < least,
        rest[slot(step.vertex, Step(vertex: vertex, edge: step.edge), side)] > 0
      {
        least = level
        parents[vertex.index] = step
      }
    }
    guard least < trees[side.rawValue].limit else { return }
    cursors[vertex.index] = UInt32(least + 1)
    trees[side.rawValue].put(vertex, on: least + 1)
  }

  /// Hangs a lost vertex below the parent offered, and offers itself to others.
  private mutating func takeIn(_ vertex: VertexID, on level: Int32, _ side: Side) {
    levels[vertex.index] = level * side.sign
    cursors[vertex.index] = graph.rows.offsets[vertex.index]
    guard level < trees[side.rawValue].limit else {
      trees[side.rawValue].front.append(vertex)
      return
    }
    for step in graph[vertex] where levels[step.vertex.index] == 0 {
      let other = step.vertex.index
      if level + 1 < cursors[other], rest[slot(vertex, step, side)] > 0 {
        cursors[other] = UInt32(level + 1)
        parents[other] = Step(vertex: vertex, edge: step.edge)
        trees[side.rawValue].put(step.vertex, on: level + 1)
      }
    }
  }
}
