import DepGraph
import Testing

@Suite struct BiconnectivityTests {
  // MARK: - Brute force

  /// Takes out each vertex and each edge, and joins the edges of every cycle.
  private func check(_ list: EdgeList, _ comment: String = "") {
    let found = Biconnectivity(of: list.graph)
    let whole = list.componentCount()
    for vertex in 0..<list.vertexCount {
      // An isolated vertex takes its component with it.
      let isCut = list.componentCount(without: vertex) > whole
      #expect(
        found.articulationPoints.contains(VertexID(vertex)) == isCut,
        "\(comment) \(list) v\(vertex)")
      #expect(
        (list.graph.parts(without: VertexID(vertex)).count > 1) == isCut, "\(comment) \(list)")
    }
    let bridges = list.edges.indices.filter { list.componentCount(edge: $0) > whole }
    #expect(found.bridges.map(\.index) == bridges, "\(comment) \(list)")
    checkBlocks(list, found, comment)
  }

  /// Two edges are in one block exactly if no single vertex parts them: if they still hang together,
  /// each by an end of its own, whichever vertex is taken out.
  private func checkBlocks(_ list: EdgeList, _ found: Biconnectivity, _ comment: String) {
    let blocks = list.edges.indices.map { found.block(of: EdgeID($0))?.index }
    let cuts = (0..<list.vertexCount).map { list.componentLabels(without: $0) }
    let whole = list.componentLabels()
    for (first, ends) in list.edges.enumerated() {
      #expect((blocks[first] == nil) == (ends.0 == ends.1), "\(comment) \(list)")
      for (second, others) in list.edges.enumerated()
      where ends.0 != ends.1 && others.0 != others.1 {
        let together =
          whole[ends.0] == whole[others.0]
          && cuts.indices.allSatisfy { vertex in
            let one = ends.0 == vertex ? ends.1 : ends.0
            let other = others.0 == vertex ? others.1 : others.0
            return cuts[vertex][one] == cuts[vertex][other]
          }
        #expect(
          (blocks[first] == blocks[second]) == together, "\(comment) \(list) \(first) \(second)")
      }
    }
    let all = found.edgesOfAllBlocks()
    #expect(all.count == found.blockCount)
    for (index, edges) in all.enumerated() {
      let block = Biconnectivity.BlockID(index)
      #expect(!edges.isEmpty && found.edges(of: block) == edges, "\(comment) \(list)")
      let ends = edges.flatMap { [list.edges[$0.index].0, list.edges[$0.index].1] }
      #expect(found.vertices(of: block) == VertexSet(ends.map { VertexID($0) }))
    }
  }

  @Test func everySmallGraph() {
    for list in EdgeList.all(vertexCount: 3, multiplicity: 3, loops: 1) { check(list) }
    for list in EdgeList.all(vertexCount: 4, multiplicity: 2, loops: 0) { check(list) }
    for list in EdgeList.all(vertexCount: 5, multiplicity: 1, loops: 0) { check(list) }
  }

  @Test(arguments: 0..<(soaking ? 3000 : 150)) func randomGraphs(seed: Int) {
    check(EdgeList.random(seed: seed, atMost: 24), "seed \(seed)")
  }

  // MARK: - Degenerate graphs

  @Test func degenerateGraphs() {
    func found(_ vertexCount: Int, _ edges: [(Int, Int)]) -> Biconnectivity {
      Biconnectivity(of: EdgeList(vertexCount: vertexCount, edges: edges).graph)
    }
    #expect(found(0, []).blockCount == 0)
    #expect(found(3, []).blockCount == 0 && found(3, []).articulationPoints.isEmpty)
    let pair = found(2, [(0, 1)])
    #expect(pair.articulationPoints.isEmpty && pair.bridges == [EdgeID(0)])
    let double = found(2, [(0, 1), (1, 0)])
    #expect(double.bridges.isEmpty && double.blockCount == 1)
    let loop = found(1, [(0, 0), (0, 0)])
    #expect(loop.blockCount == 0 && loop.block(of: EdgeID(1)) == nil)
    let star = found(4, [(1, 0), (0, 2), (3, 0), (0, 0)])
    #expect(Array(star.articulationPoints) == [VertexID(0)] && star.bridges.count == 3)
  }

  /// No recursion: as deep as the graph is long.
  @Test func aLongPath() {
    let count = soaking ? 10_000_000 : 300_000
    // Numbers jump, so that neighbours lie apart.
    let vertices = (0..<count).map { VertexID($0 * 7919 % count) }
    let path = UndirectedGraph(
      vertexCount: count, firsts: Array(vertices.dropLast()), seconds: Array(vertices.dropFirst()))
    let found = Biconnectivity(of: path)
    #expect(found.articulationPoints.count == count - 2)
    #expect(found.bridges.count == count - 1 && found.blockCount == count - 1)
    #expect(ConnectedComponents(of: path).count == 1)
  }

  /// One cycle through all vertices and another through every second one.
  @Test func aLongRing() {
    let count = 100_000
    let ring = (0..<count).map { ($0, ($0 + 1) % count) }
    let found = Biconnectivity(of: EdgeList(vertexCount: count, edges: ring).graph)
    #expect(found.blockCount == 1 && found.bridges.isEmpty && found.articulationPoints.isEmpty)
  }

  // MARK: - Parts

  @Test func bothHalvesAreNamed() {
    let list = EdgeList(vertexCount: 6, edges: [(4, 0), (0, 1), (1, 4), (1, 2), (2, 3), (3, 1)])
    func parts(_ parts: [[VertexID]]) -> [[Int]] { parts.map { $0.map(\.index) } }
    #expect(parts(list.graph.parts(without: VertexID(1))) == [[0, 4], [2, 3]])
    #expect(parts(list.graph.parts(without: VertexID(0))) == [[1, 2, 3, 4]])
    #expect(parts(list.graph.parts(without: VertexID(5))) == [])
    #expect(parts(list.graph.parts(without: EdgeID(1))) == [[0, 1, 2, 3, 4]])
    let path = EdgeList(vertexCount: 4, edges: [(0, 2), (2, 1)])
    #expect(parts(path.graph.parts(without: EdgeID(0))) == [[0], [1, 2]])
  }

  /// A closed vertex or edge is as good as none.
  @Test(arguments: 0..<60) func restrictedGraphs(seed: Int) {
    let list = EdgeList.random(seed: seed, atMost: 12)
    var random = SeededGenerator(seed: seed + 1000)
    let closedVertices = (0..<list.vertexCount).map { _ in random.chance(0.2) }
    let closedEdges = list.edges.map { _ in random.chance(0.2) }
    let open = list.edges.indices.filter {
      !closedEdges[$0] && !closedVertices[list.edges[$0].0] && !closedVertices[list.edges[$0].1]
    }
    let part = list.graph.restricted(
      vertexIsOpen: { !closedVertices[$0.index] }, edgeIsOpen: { !closedEdges[$0.index] })
    let found = Biconnectivity(of: part)
    let rest = EdgeList(vertexCount: list.vertexCount, edges: open.map { list.edges[$0] })
    let expected = Biconnectivity(of: rest.graph)
    #expect(found.articulationPoints == expected.articulationPoints, "seed \(seed)")
    #expect(found.bridges.map(\.index) == expected.bridges.map { open[$0.index] }, "seed \(seed)")
    #expect(found.blockCount == expected.blockCount, "seed \(seed)")
    let closed = VertexSet(
      closedVertices.indices.filter { closedVertices[$0] }.map { VertexID($0) })
    let components = ConnectedComponents(of: part, without: closed)
    let labels = rest.componentLabels()
    let groups = Dictionary(grouping: labels.indices.filter { !closedVertices[$0] }) { labels[$0] }
    #expect(
      components.verticesOfAll().map { $0.map(\.index) }
        == groups.values.sorted { $0[0] < $1[0] }, "seed \(seed)")
    for vertex in closed { #expect(components.component(of: vertex) == nil, "seed \(seed)") }
  }
}
