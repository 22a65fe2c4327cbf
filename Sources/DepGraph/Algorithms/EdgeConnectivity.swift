/// How many edges must be taken out of an undirected graph before it falls apart.
///
/// Parallel edges count apart, self-loops not at all. A graph that is in several parts, or of fewer
/// than two vertices, has edge connectivity 0; that of a graph with a bridge is 1.
///
///     let ring = [(0, 1), (1, 2), (2, 3), (3, 0)].map { (VertexID($0.0), VertexID($0.1)) }
///     let found = EdgeConnectivity(of: UndirectedGraph(vertexCount: 4, edges: ring))
///     found.value       // 2
///     found.cut.count   // 2
///
/// Vertices are visited in the order of how many edges lead back to what is visited already. An edge
/// that is the *k*-th to be seen into a vertex joins two vertices that no fewer than *k* edges part. So
/// once a cut of *k* edges is known, the ends of such an edge are drawn together, and the rest, which
/// has few vertices left, is looked at again. Flows between pairs of vertices would need one for each.
///
/// > H. Nagamochi and T. Ibaraki, *Computing edge-connectivity in multigraphs and capacitated graphs*,
/// > 1992, doi:10.1137/0405004.
public struct EdgeConnectivity: Sendable {
  /// The least number of edges without which the graph falls apart.
  public let value: Int

  /// The vertices on one side of such a cut; none if there are fewer than two vertices.
  public let side: VertexSet

  /// The edges of the cut, ascending.
  public let cut: [EdgeID]

  /// Finds a smallest cut.
  ///
  /// - Parameter graph: The graph.
  /// - Complexity: O(*r*·(V + E)) time for *r* rounds, at most V and in practice about as many as the
  ///   logarithm of V; O(V + E) space.
  public init(of graph: UndirectedGraph) {
    var contraction = Contraction(graph)
    let components = ConnectedComponents(of: graph)
    if components.count > 1 {
      contraction.best = 0
      contraction.side = VertexSet(components.vertices(of: 0))
    } else {
      while contraction.vertexCount > 1 { contraction.drawTogether() }
    }
    value = contraction.best == Int.max ? 0 : contraction.best
    let side = contraction.side
    self.side = side
    var isCut = [Bool](repeating: false, count: graph.edgeCount)
    for vertex in side {
      for step in graph[vertex] where !side.contains(step.vertex) {
        isCut[step.edge.index] = true
      }
    }
    cut = isCut.indices.filter { isCut[$0] }.map { EdgeID($0) }
  }
}

// MARK: - Kernel

/// A graph whose vertices are drawn together, and the best cut seen so far.
private struct Contraction {
  private var graph: UndirectedGraph
  /// What each vertex of the original graph has become.
  private var numbers: [UInt32]
  var best = Int.max
  var side = VertexSet()

  var vertexCount: Int { graph.vertexCount }

  init(_ graph: UndirectedGraph) {
    self.graph = graph
    numbers = (0..<graph.vertexCount).map { UInt32($0) }
  }

  /// One round: at least two vertices become one.
  mutating func drawTogether() {
    noteSmallestDegree()
    var sets = DisjointSets(count: vertexCount)
    scan(&sets)
    let (labels, count) = sets.labels()
    for index in numbers.indices { numbers[index] = labels[Int(numbers[index])] }
    var firsts: [VertexID] = []
    var seconds: [VertexID] = []
    for index in 0..<vertexCount {
      for step in graph[VertexID(index)] where index < step.vertex.index {
        let (first, second) = (labels[index], labels[step.vertex.index])
        if first != second {
          firsts.append(VertexID(raw: first))
          seconds.append(VertexID(raw: second))
        }
      }
    }
    graph = UndirectedGraph(vertexCount: count, firsts: firsts, seconds: seconds)
  }

  /// The edges of one vertex are a cut.
  private mutating func noteSmallestDegree() {
    var smallest: Int?
    for index in 0..<vertexCount {
      let degree = graph[VertexID(index)].count { $0.vertex.index != index }
      if degree < best {
        best = degree
        smallest = index
      }
    }
    guard let smallest else { return }
    side = VertexSet(numbers.indices.filter { numbers[$0] == smallest }.map { VertexID($0) })
  }

  /// Visits all vertices, the one with most edges back first, and joins what no better cut can part.
  ///
  /// More edges back than the best cut has are as good as any, so there are as many buckets as that.
  private func scan(_ sets: inout DisjointSets) {
    var seen = [Int](repeating: 0, count: vertexCount)
    var isVisited = [Bool](repeating: false, count: vertexCount)
    // A vertex is put into a bucket anew at each edge, and taken from the last one.
    var buckets = [[VertexID]](repeating: [], count: best + 1)
    buckets[0] = [VertexID(0)]
    var bucket = 0
    while bucket >= 0 {
      guard let vertex = buckets[bucket].popLast() else {
        bucket -= 1
        continue
      }
      guard !isVisited[vertex.index] else { continue }
      isVisited[vertex.index] = true
      for step in graph[vertex] where !isVisited[step.vertex.index] {
        let other = step.vertex
        seen[other.index] += 1
        if seen[other.index] >= best { sets.join(vertex, other) }
        if seen[other.index] <= best {
          buckets[seen[other.index]].append(other)
          bucket = max(bucket, seen[other.index])
        }
      }
    }
  }
}

/// Vertices in sets that are joined two by two.
private struct DisjointSets {
  private var links: [UInt32]

  init(count: Int) { links = (0..<count).map { UInt32($0) } }

  private mutating func root(of vertex: UInt32) -> UInt32 {
    var current = vertex
    while links[Int(current)] != current {
      links[Int(current)] = links[Int(links[Int(current)])]
      current = links[Int(current)]
    }
    return current
  }

  mutating func join(_ first: VertexID, _ second: VertexID) {
    let roots = (root(of: first.raw), root(of: second.raw))
    // Links lead to smaller numbers.
    links[Int(max(roots.0, roots.1))] = min(roots.0, roots.1)
  }

  /// The number of the set of each vertex, by smallest members, and how many sets there are.
  mutating func labels() -> ([UInt32], Int) {
    var labels: [UInt32] = []
    var count: UInt32 = 0
    for vertex in links.indices {
      let root = root(of: UInt32(vertex))
      if Int(root) == vertex {
        labels.append(count)
        count += 1
      } else {
        labels.append(labels[Int(root)])
      }
    }
    return (labels, Int(count))
  }
}
