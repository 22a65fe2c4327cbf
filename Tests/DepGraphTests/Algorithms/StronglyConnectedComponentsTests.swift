import DepGraph
import Testing

@Suite struct StronglyConnectedComponentsTests {
  /// Every graph of up to three vertices, self-loops included, and every one of four without them.
  @Test func smallGraphsAgreeWithReachability() {
    for count in 0...3 {
      for bits in 0..<(1 << (count * count)) { expectLaws(of: Digraph(count: count, bits: bits)) }
    }
    let pairs = (0..<16).filter { $0 / 4 != $0 % 4 }
    for choice in 0..<(1 << 12) {
      let bits = (0..<12).reduce(0) { $0 | (choice >> $1 & 1) << pairs[$1] }
      expectLaws(of: Digraph(count: 4, bits: bits))
    }
  }

  @Test(arguments: 0..<400) func randomGraphsAgreeWithReachability(seed: Int) {
    expectLaws(of: Digraph(seed: seed), "seed \(seed)")
  }

  @Test func aLongWayDoesNotOverflow() {
    let count = 1_000_000
    let arcs = (0..<count - 1).map { (VertexID($0), VertexID($0 + 1)) }
    let way = CompressedRows(vertexCount: count, arcs: arcs)
    #expect(StronglyConnectedComponents(of: way).count == count)
    let ring = CompressedRows(
      vertexCount: count, arcs: arcs + [(VertexID(count - 1), VertexID(0))])
    #expect(StronglyConnectedComponents(of: ring).count == 1)
  }

  private func expectLaws(of graph: Digraph, _ comment: Comment? = nil) {
    let rows = graph.rows
    let components = StronglyConnectedComponents(of: rows)
    let reach = graph.reachability()
    let vertices = (0..<graph.count).map { VertexID($0) }
    for first in vertices {
      for second in vertices {
        let together = reach[first.index][second.index] && reach[second.index][first.index]
        #expect(
          together == (components.component(of: first) == components.component(of: second)),
          comment ?? "\(graph)")
      }
      for second in rows[first] {
        #expect(
          components.component(of: first) >= components.component(of: second),
          comment ?? "\(graph)")
      }
    }
    var seen: [VertexID] = []
    for index in 0..<components.count {
      let members = components[VertexID(index)]
      #expect(!members.isEmpty, comment ?? "\(graph)")
      #expect(members.allSatisfy { components.component(of: $0).index == index })
      seen += members
    }
    #expect(seen == components.vertices, comment ?? "\(graph)")
    #expect(seen.sorted() == vertices, comment ?? "\(graph)")
    expectCondensation(of: graph, components, comment)
  }

  private func expectCondensation(
    of graph: Digraph, _ components: StronglyConnectedComponents, _ comment: Comment?
  ) {
    var expected: [Set<VertexID>] = Array(repeating: [], count: components.count)
    for (source, target) in graph.arcs {
      let (from, to) = (
        components.component(of: VertexID(source)), components.component(of: VertexID(target))
      )
      if from != to { expected[from.index].insert(to) }
    }
    let condensation = components.condensation(of: graph.rows)
    #expect(condensation.vertexCount == components.count)
    for index in 0..<components.count {
      #expect(
        Array(condensation[VertexID(index)]) == expected[index].sorted(), comment ?? "\(graph)")
    }
  }
}
