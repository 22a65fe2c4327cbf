/// Finds blocks on a breadth-first forest: the inner loops of ``Biconnectivity``.
///
/// Each edge that is not in the forest closes a cycle with the way through the forest between its
/// ends, and the edges of a cycle are in one block. Joining them, cycle by cycle, in a disjoint-set
/// forest gives the blocks (Tarjan and Vishkin). The textbook's depth-first search does less work,
/// but it is one chain of dependent reads: on a shuffled network of 10⁷ edges each step waits for
/// memory. Breadth first, the next vertices are known beforehand and are fetched many at a time, and
/// all that follows works on *places* in that order, where what belongs together lies together: as if
/// the graph had been renumbered, without the copy.
///
/// A tree edge goes by the place of its later end. A set of them has as its root the earliest place
/// in it, whose parent is then the top of the block: a block is connected, and parents come earlier.
struct BlockSearch {
  static let none = UInt32.max
  /// Marks, in a parent, the root of a set that is more than a bridge.
  private static let cycle: UInt32 = 1 << 31
  /// How many vertices are fetched at a time.
  private static let batchSize = 64
  /// How many edges of each of them.
  private static let fetchedEdges = 16

  /// A vertex at its place in the order.
  private struct Node {
    var vertex: VertexID
    /// The place of the parent; a root is its own.
    var parent: UInt32
    /// The edge to the parent; at a root none.
    var edge: UInt32
  }

  /// An edge outside the forest, and the place of its later end.
  private struct Chord {
    let edge: UInt32
    let later: UInt32
  }

  private let graph: UndirectedGraph
  private var nodes: [Node]
  /// For each tree edge another one of the same set, no later; the root of a set is its own.
  private var links: [UInt32]
  /// The edges outside the forest.
  private var chords: [Chord] = []

  /// Prepares a search.
  ///
  /// What the unchecked accesses below rest on. Rows lie within the incidences, and both ends of
  /// every edge are below the vertex count; `UndirectedGraph` checks that when it is made. A vertex
  /// gets a place once, when it is first seen, so no place is beyond the last vertex. Parents and
  /// links are places.
  init(_ graph: UndirectedGraph) {
    precondition(graph.vertexCount < BlockSearch.cycle, "more vertices than 31 bits can number")
    precondition(graph.edgeCount < BlockSearch.cycle, "more edges than 31 bits can number")
    self.graph = graph
    nodes = [Node](
      repeating: Node(vertex: VertexID(0), parent: 0, edge: 0), count: graph.vertexCount)
    links = [UInt32](repeating: 0, count: graph.vertexCount)
    // Memory is taken only for those that come.
    chords.reserveCapacity(graph.edgeCount)
  }

  // MARK: - Search

  /// Visits every vertex and joins the edges of every cycle.
  mutating func run() {
    var places = [UInt32](repeating: BlockSearch.none, count: graph.vertexCount)
    var starts = [UInt32](repeating: 0, count: BlockSearch.batchSize)
    var (head, tail, nextRoot) = (0, 0, 0)
    while true {
      if head == tail {
        while nextRoot < places.count, places[nextRoot] != BlockSearch.none { nextRoot += 1 }
        guard nextRoot < places.count else { break }
        let place = UInt32(tail)
        places[nextRoot] = place
        nodes[tail] = Node(
          vertex: VertexID(nextRoot), parent: place, edge: BlockSearch.none)
        links[tail] = place
        tail += 1
      }
      let batch = head..<min(tail, head + BlockSearch.batchSize)
      BlockSearch.fetch(batch, of: graph, nodes, places, &starts)
      tail = BlockSearch.visit(batch, of: graph, tail, &nodes, &links, &places, &chords)
      head = batch.upperBound
    }
    BlockSearch.flatten(&links)
  }

  /// Reads what a visit of the vertices at some places will read, so that it waits once, not each time.
  private static func fetch(
    _ batch: Range<Int>, of graph: UndirectedGraph, _ nodes: [Node], _ places: [UInt32],
    _ starts: inout [UInt32]
  ) {
    let offsets = graph.rows.offsets.span
    let incidences = graph.rows.values.span
    let nodes = nodes.span
    let places = places.span
    var starts = starts.mutableSpan
    var sum: UInt32 = 0
    for place in batch {
      let vertex = unsafe nodes[unchecked: place].vertex.index
      unsafe starts[unchecked: place &- batch.lowerBound] = offsets[unchecked: vertex]
    }
    for slot in 0..<batch.count {
      // The row of a last vertex without edges begins beyond the end.
      let start = Int(unsafe starts[unchecked: slot])
      if start < incidences.count { sum &+= unsafe incidences[unchecked: start].vertex.raw }
    }
    for place in batch {
      let start = Int(unsafe starts[unchecked: place &- batch.lowerBound])
      let vertex = unsafe nodes[unchecked: place].vertex.index
      let end = min(Int(unsafe offsets[unchecked: vertex &+ 1]), start &+ fetchedEdges)
      var position = start
      while position < end {
        let other = unsafe incidences[unchecked: position].vertex.index
        sum &+= unsafe places[unchecked: other]
        position &+= 1
      }
    }
    // The sum itself is of no use, but what is kept must have been read.
    starts[0] = sum
  }

  /// Visits the vertices at some places: numbers their neighbours, joins the edges of cycles.
  private static func visit(
    _ batch: Range<Int>, of graph: UndirectedGraph, _ tail: Int, _ nodes: inout [Node],
    _ links: inout [UInt32], _ places: inout [UInt32], _ chords: inout [Chord]
  ) -> Int {
    let offsets = graph.rows.offsets.span
    let incidences = graph.rows.values.span
    var nodes = nodes.mutableSpan
    var links = links.mutableSpan
    var places = places.mutableSpan
    var tail = tail
    for place in batch {
      let vertex = unsafe nodes[unchecked: place].vertex.index
      let parent = UInt32(truncatingIfNeeded: place)
      var position = Int(unsafe offsets[unchecked: vertex])
      let end = Int(unsafe offsets[unchecked: vertex &+ 1])
      while position < end {
        let step = unsafe incidences[unchecked: position]
        position &+= 1
        let other = unsafe places[unchecked: step.vertex.index]
        if other == none {
          let next = UInt32(truncatingIfNeeded: tail)
          unsafe places[unchecked: step.vertex.index] = next
          unsafe nodes[unchecked: tail] = Node(
            vertex: step.vertex, parent: parent, edge: step.edge.raw)
          unsafe links[unchecked: tail] = next
          tail &+= 1
        } else if other > parent {
          // Seen from its earlier end; from the later one, and at a self-loop, nothing is done.
          chords.append(Chord(edge: step.edge.raw, later: other))
          // Most often both tree edges are in one set already, and have been linked to one place.
          let isDone = unsafe links[unchecked: Int(other)] == links[unchecked: place]
          if !isDone { join(other, parent, &nodes, &links) }
        }
      }
    }
    return tail
  }

  // MARK: - Sets

  /// Joins the edges of the cycle that an edge between two places closes.
  ///
  /// From both ends upwards, always at the later place, from top to top of the sets met, until both
  /// are at the same place. Going past the place where the ways meet does no harm: one goes past it
  /// only within a set that holds the edge above it, and the other one follows within the same set.
  private static func join(
    _ first: UInt32, _ second: UInt32, _ nodes: inout MutableSpan<Node>,
    _ links: inout MutableSpan<UInt32>
  ) {
    var (later, earlier) = (first, second)
    var joined = none
    while later != earlier {
      if later < earlier { swap(&later, &earlier) }
      // Its root, halving the way there.
      var root = later
      var link = unsafe links[unchecked: Int(root)]
      while link != root {
        let next = unsafe links[unchecked: Int(link)]
        unsafe links[unchecked: Int(root)] = next
        root = next
        link = unsafe links[unchecked: Int(root)]
      }
      later = unsafe nodes[unchecked: Int(root)].parent & ~cycle
      if joined == none {
        joined = root
      } else if root < joined {
        unsafe links[unchecked: Int(joined)] = root
        joined = root
      } else {
        unsafe links[unchecked: Int(root)] = joined
      }
    }
    unsafe nodes[unchecked: Int(joined)].parent |= cycle
  }

  /// Links every tree edge to the root of its set.
  private static func flatten(_ links: inout [UInt32]) {
    var links = links.mutableSpan
    // Links lead to earlier places, which are done already.
    for place in links.indices { links[place] = links[Int(links[place])] }
  }

  // MARK: - Results

  /// The vertices with edges of several blocks.
  func articulationPoints() -> VertexSet {
    var result = VertexSet(vertexCount: nodes.count)
    for place in nodes.indices where nodes[place].edge != BlockSearch.none {
      let parent = Int(nodes[place].parent & ~BlockSearch.cycle)
      // The edge above the parent, or that of a root's first child, which comes next after it.
      let above = nodes[parent].edge == BlockSearch.none ? parent + 1 : parent
      if links[place] != links[above] { result.insert(nodes[parent].vertex) }
    }
    return result
  }

  /// The block of each edge, the edges that are a block of their own, and the number of blocks.
  ///
  /// Links are used up.
  mutating func numberedBlocks() -> (blocks: [UInt32], bridges: [EdgeID], count: Int) {
    var count: UInt32 = 0
    var blocks = [UInt32](repeating: BlockSearch.none, count: graph.edgeCount)
    // The link of a place makes way for the number of its block; links lead to earlier places.
    for place in nodes.indices where nodes[place].edge != BlockSearch.none {
      if links[place] == place {
        links[place] = count | (nodes[place].parent & BlockSearch.cycle)
        count += 1
      } else {
        links[place] = links[Int(links[place])]
      }
      blocks[Int(nodes[place].edge)] = links[place]
    }
    for chord in chords { blocks[Int(chord.edge)] = links[Int(chord.later)] }
    var bridges: [EdgeID] = []
    for edge in blocks.indices where blocks[edge] != BlockSearch.none {
      if blocks[edge] & BlockSearch.cycle == 0 { bridges.append(EdgeID(edge)) }
      blocks[edge] &= ~BlockSearch.cycle
    }
    return (blocks, bridges, Int(count))
  }
}
