import DepGraph
import Testing

@Suite struct DisjointWaysTests {
  private func count(
    _ edges: [(Int, Int)], from source: Int, to targets: [Int], atMost limit: Int = 9
  ) -> Int {
    let graph = UndirectedGraph(
      vertexCount: 8, edges: edges.map { (VertexID($0.0), VertexID($0.1)) })
    return graph.disjointWayCount(
      from: VertexID(source), to: VertexSet(targets.map { VertexID($0) }), atMost: limit,
      vertexIsOpen: { _ in true }, edgeIsOpen: { _ in true })
  }

  /// The shortest way, 0–1–4–5, stands in the way of both others and has to be given up.
  @Test func aWayFoundFirstIsGivenUpForTwo() {
    let edges = [(0, 1), (1, 4), (4, 5), (0, 2), (2, 3), (3, 4), (1, 6), (6, 7), (7, 5)]
    #expect(count(edges, from: 0, to: [5]) == 2)
    #expect(count(edges, from: 5, to: [0]) == 2)
  }

  @Test func parallelEdgesCarryAWayEach() {
    #expect(count([(0, 1), (1, 0), (0, 1)], from: 0, to: [1]) == 3)
    #expect(count([(0, 1), (1, 0), (0, 1)], from: 0, to: [1], atMost: 2) == 2)
    #expect(count([(0, 1), (0, 1), (1, 2), (1, 2)], from: 0, to: [2]) == 1)
  }

  @Test func aWayEndsAtTheFirstTarget() {
    #expect(count([(0, 1), (1, 2), (0, 3), (3, 1)], from: 0, to: [1, 2]) == 2)
    #expect(count([(0, 1), (1, 2)], from: 0, to: [1, 2]) == 1)
    #expect(count([(0, 1)], from: 0, to: [0, 1]) == 1)
    #expect(count([(0, 0)], from: 0, to: [1]) == 0)
    #expect(count([(0, 1)], from: 0, to: []) == 0)
  }
}
