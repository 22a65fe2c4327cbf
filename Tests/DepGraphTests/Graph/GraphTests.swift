import DepGraph
import Testing

@Suite struct CompressedRowsTests {
  @Test func keepsParallelArcsAndLoopsInOrder() {
    let vertices = (0..<4).map { VertexID($0) }
    let rows = CompressedRows(
      vertexCount: 4,
      arcs: [(2, 1), (0, 3), (2, 1), (2, 2), (2, 0)].map { (VertexID($0.0), VertexID($0.1)) })
    #expect(rows[vertices[2]].map(\.index) == [1, 1, 2, 0])
    #expect(rows[vertices[1]].isEmpty)
    #expect(rows.reversed()[vertices[1]].map(\.index) == [2, 2])
    #expect(rows.reversed().reversed()[vertices[2]].map(\.index) == [0, 1, 1, 2])
    #expect(CompressedRows(vertexCount: 0, arcs: []).reversed().vertexCount == 0)
  }

  @Test func anUndirectedEdgeStandsAtBothEnds() {
    let graph = UndirectedGraph(
      vertexCount: 3, edges: [(VertexID(0), VertexID(2)), (VertexID(1), VertexID(1))])
    #expect(graph[VertexID(2)].map(\.vertex) == [VertexID(0)])
    #expect(graph[VertexID(0)].map(\.edge) == [EdgeID(0)])
    #expect(graph[VertexID(1)].map(\.edge) == [EdgeID(1), EdgeID(1)])
  }
}

@Suite struct VertexSetTests {
  /// Against the standard library's set.
  @Test(arguments: 0..<50) func agreesWithASet(seed: Int) {
    var random = SeededGenerator(seed: seed)
    var sets = [VertexSet(), VertexSet(vertexCount: 300)]
    var plain: [Set<Int>] = [[], []]
    for _ in 0..<200 {
      let which = Int.random(in: 0..<2, using: &random)
      let vertex = Int.random(in: 0..<(which == 0 ? 200 : 90), using: &random)
      if random.chance(0.7) {
        #expect(sets[which].insert(VertexID(vertex)) == plain[which].insert(vertex).inserted)
      } else {
        #expect(sets[which].remove(VertexID(vertex)) == (plain[which].remove(vertex) != nil))
      }
    }
    func expect(_ set: VertexSet, _ expected: Set<Int>) {
      #expect(set.map(\.index) == expected.sorted(), "seed \(seed)")
      #expect(set.count == expected.count, "seed \(seed)")
      #expect(set == VertexSet(expected.map { VertexID($0) }), "seed \(seed)")
    }
    for (first, second) in [(0, 1), (1, 0)] {
      expect(sets[first], plain[first])
      expect(sets[first].union(sets[second]), plain[first].union(plain[second]))
      expect(sets[first].subtracting(sets[second]), plain[first].subtracting(plain[second]))
      expect(sets[first].intersection(sets[second]), plain[first].intersection(plain[second]))
      #expect(
        sets[first].isSubset(of: sets[second]) == plain[first].isSubset(of: plain[second]))
    }
    #expect((sets[0] == sets[1]) == (plain[0] == plain[1]))
  }
}
