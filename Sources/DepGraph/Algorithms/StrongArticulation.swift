/// What single vertices and arcs a directed graph is strongly connected by.
///
/// A **strong articulation point** is a vertex without which its strongly connected component falls
/// into several, a **strong bridge** is an arc that does so. One of two parallel arcs is no strong
/// bridge, and neither is a self-loop. In a component of two vertices both arcs are strong bridges,
/// unless they are parallel to others, and no vertex is a strong articulation point. A vertex on no
/// cycle, and the empty graph, have neither.
///
///     let ring = [(0, 1), (1, 2), (2, 0), (0, 2)].map { (VertexID($0.0), VertexID($0.1)) }
///     let found = StrongArticulation(of: CompressedRows(vertexCount: 3, arcs: ring))
///     Array(found.articulationPoints)  // [v0, v2]
///     found.bridges.map(\.source)      // [v0, v1, v2]: without 0 → 1, 1 → 2 or 2 → 0
///
/// All vertices of a component lead to and from any chosen one, the root. If another vertex is taken
/// out, something is lost exactly if the root no longer leads to all the rest or the rest no longer
/// leads to it: if it dominates something in the component, or in the component turned round. The same
/// holds for arcs. Only the root itself has to be tried.
///
/// > G. F. Italiano, L. Laura and F. Santaroni, *Finding strong bridges and strong articulation points
/// > in linear time*, 2012, doi:10.1016/j.tcs.2011.11.011.
public struct StrongArticulation: Sendable {
  /// An arc by its ends.
  public struct Arc: Hashable, Comparable, Sendable {
    /// Where it begins.
    public let source: VertexID
    /// Where it ends.
    public let target: VertexID

    /// Orders arcs by their sources, then by their targets.
    ///
    /// - Parameters:
    ///   - first: An arc.
    ///   - second: Another one.
    /// - Returns: Whether the first comes first.
    public static func < (first: Arc, second: Arc) -> Bool {
      (first.source, first.target) < (second.source, second.target)
    }
  }

  /// The vertices without which their strongly connected component falls into several.
  public let articulationPoints: VertexSet

  /// The arcs without which their strongly connected component falls into several, ascending.
  public let bridges: [Arc]

  /// Finds the strong articulation points and strong bridges.
  ///
  /// - Parameter graph: The graph.
  /// - Complexity: That of ``Dominators`` for all components together: O((V + E) log V) time at worst,
  ///   in practice proportional to V + E; O(V + E) space.
  public init(of graph: CompressedRows) {
    let components = StronglyConnectedComponents(of: graph)
    var points = VertexSet(vertexCount: graph.vertexCount)
    var bridges: Set<Arc> = []
    var numbers = [UInt32](repeating: 0, count: graph.vertexCount)
    for index in 0..<components.count {
      let members = Array(components[VertexID(index)])
      guard members.count > 1 else { continue }
      for (number, vertex) in members.enumerated() { numbers[vertex.index] = UInt32(number) }
      let part = graph.part(on: members, numbers) { components.component(of: $0).index == index }
      let reversed = part.reversed()
      for (forward, backward, isReversed) in [(part, reversed, false), (reversed, part, true)] {
        let tree = Dominators(of: forward, reversed: backward, from: VertexID(0))
        for vertex in tree.articulationPoints() { points.insert(members[vertex.index]) }
        for arc in tree.bridges(enteringBy: backward) {
          let ends = (members[arc.source.index], members[arc.target.index])
          bridges.insert(
            isReversed ? Arc(source: ends.1, target: ends.0) : Arc(source: ends.0, target: ends.1))
        }
      }
      if part.fallsApart(without: VertexID(0)) { points.insert(members[0]) }
    }
    articulationPoints = points
    self.bridges = bridges.sorted()
  }
}

extension CompressedRows {
  /// The graph on some of the vertices, numbered anew.
  fileprivate func part(
    on vertices: [VertexID], _ numbers: [UInt32], where isMember: (VertexID) -> Bool
  ) -> CompressedRows {
    var sources: [VertexID] = []
    var targets: [VertexID] = []
    for vertex in vertices {
      for target in self[vertex] where isMember(target) {
        sources.append(VertexID(raw: numbers[vertex.index]))
        targets.append(VertexID(raw: numbers[target.index]))
      }
    }
    return CompressedRows(vertexCount: vertices.count, sources: sources, targets: targets)
  }

  /// Whether what is left without a vertex has several strongly connected components.
  fileprivate func fallsApart(without vertex: VertexID) -> Bool {
    // The vertex loses its arcs and stays behind as a component of its own.
    var sources: [VertexID] = []
    var targets: [VertexID] = []
    for index in 0..<vertexCount where index != vertex.index {
      for target in self[VertexID(index)] where target != vertex {
        sources.append(VertexID(index))
        targets.append(target)
      }
    }
    let rest = CompressedRows(vertexCount: vertexCount, sources: sources, targets: targets)
    return StronglyConnectedComponents(of: rest).count > 2
  }
}

extension Dominators {
  /// The arcs without which the root no longer reaches all that it reaches.
  ///
  /// That is where a single arc comes into the part that a vertex dominates.
  ///
  /// - Parameter reversed: The graph with every arc turned round.
  /// - Returns: The arcs, each once.
  /// - Complexity: O(V + E).
  func bridges(enteringBy reversed: CompressedRows) -> [StrongArticulation.Arc] {
    let spans = subtreeSpans()
    var result: [StrongArticulation.Arc] = []
    for vertex in reached where vertex != root {
      var entrance: VertexID?
      var count = 0
      for source in reversed[vertex] where reaches(source) {
        guard !spans[vertex.index].contains(spans[source.index].lowerBound) else { continue }
        entrance = source
        count += 1
      }
      if count == 1, let entrance { result.append(.init(source: entrance, target: vertex)) }
    }
    return result
  }

  /// For each vertex the numbers of what it dominates, itself first, in an order of the tree.
  private func subtreeSpans() -> [Range<Int>] {
    var sizes = [Int](repeating: 0, count: vertexCount)
    for vertex in reached.reversed() {
      sizes[vertex.index] += 1
      if let above = immediateDominator(of: vertex) { sizes[above.index] += sizes[vertex.index] }
    }
    var spans = [Range<Int>](repeating: 0..<0, count: vertexCount)
    // The next number to give away below each vertex.
    var next = [Int](repeating: 1, count: vertexCount)
    for vertex in reached {
      var start = 0
      if let above = immediateDominator(of: vertex) {
        start = next[above.index]
        next[above.index] += sizes[vertex.index]
      }
      spans[vertex.index] = start..<start + sizes[vertex.index]
      next[vertex.index] = start + 1
    }
    return spans
  }
}
