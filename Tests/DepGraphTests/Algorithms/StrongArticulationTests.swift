import DepGraph
import Testing

@Suite struct StrongArticulationTests {
  /// The number of strongly connected components, of what is left without a vertex or an arc.
  private func componentCount(
    _ graph: Digraph, without vertex: Int? = nil, arc: Int? = nil
  ) -> Int {
    var reach = (0..<graph.count).map { first in (0..<graph.count).map { first == $0 } }
    for (index, ends) in graph.arcs.enumerated()
    where index != arc && ends.source != vertex && ends.target != vertex {
      reach[ends.source][ends.target] = true
    }
    for middle in 0..<graph.count {
      for first in 0..<graph.count where reach[first][middle] {
        for second in 0..<graph.count where reach[middle][second] { reach[first][second] = true }
      }
    }
    // A component is counted at its first vertex.
    return (0..<graph.count).count { first in
      first != vertex && !(0..<first).contains { reach[first][$0] && reach[$0][first] }
    }
  }

  private func check(_ graph: Digraph, _ comment: String) {
    let found = StrongArticulation(of: graph.rows)
    let whole = componentCount(graph)
    let points = (0..<graph.count).filter { componentCount(graph, without: $0) > whole }
    #expect(found.articulationPoints.map(\.index) == points, "\(comment)")
    let bridges = graph.arcs.indices.filter { componentCount(graph, arc: $0) > whole }
      .map { [graph.arcs[$0].source, graph.arcs[$0].target] }
    #expect(
      found.bridges.map { [$0.source.index, $0.target.index] }
        == bridges.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }, "\(comment)")
  }

  @Test func everyGraphOfUpToThreeVertices() {
    for count in 0...3 {
      for bits in 0..<(1 << (count * count)) {
        check(Digraph(count: count, bits: bits), "\(count) \(bits)")
      }
    }
  }

  @Test func everyGraphOfFourVerticesWithoutLoops() {
    for bits in 0..<(1 << 12) {
      let spread = (0..<12).reduce(0) { $0 | (bits >> $1 & 1) << ($1 + 1 + $1 / 4) }
      check(Digraph(count: 4, bits: spread), "\(spread)")
    }
  }

  @Test(arguments: 0..<(soaking ? 5000 : 300)) func randomGraphs(seed: Int) {
    check(Digraph(seed: seed), "seed \(seed)")
  }

  @Test func oneOfTwoParallelArcsIsNoBridge() {
    let arcs = [(0, 1), (0, 1), (1, 0)].map { (VertexID($0.0), VertexID($0.1)) }
    let found = StrongArticulation(of: CompressedRows(vertexCount: 2, arcs: arcs))
    #expect(found.bridges.map(\.source) == [VertexID(1)])
    #expect(found.articulationPoints.isEmpty)
  }
}
