import DepGraph
import Testing

@Suite struct EdgeConnectivityTests {
  /// Against every way to part the vertices in two.
  private func check(_ list: EdgeList, _ comment: String) {
    let found = EdgeConnectivity(of: list.graph)
    func crossing(_ isInside: (Int) -> Bool) -> [Int] {
      list.edges.indices.filter { isInside(list.edges[$0].0) != isInside(list.edges[$0].1) }
    }
    // The last vertex stays outside, so each way counts once.
    let least = (1..<max(1, 1 << (list.vertexCount - 1))).map { side in
      crossing { side >> $0 & 1 == 1 }.count
    }.min()
    #expect(found.value == least ?? 0, "\(comment) \(list)")
    #expect(found.cut.map(\.index) == crossing { found.side.contains(VertexID($0)) }, "\(comment)")
    #expect(found.cut.count == found.value, "\(comment) \(list)")
    if list.vertexCount > 1 {
      #expect(!found.side.isEmpty && found.side.count < list.vertexCount, "\(comment) \(list)")
    }
  }

  @Test func everySmallGraph() {
    for list in EdgeList.all(vertexCount: 1, multiplicity: 0, loops: 2) { check(list, "") }
    for list in EdgeList.all(vertexCount: 3, multiplicity: 3, loops: 1) { check(list, "") }
    for list in EdgeList.all(vertexCount: 4, multiplicity: 2, loops: 0) { check(list, "") }
    for list in EdgeList.all(vertexCount: 5, multiplicity: 1, loops: 0) { check(list, "") }
  }

  @Test(arguments: 0..<(soaking ? 5000 : 300)) func randomGraphs(seed: Int) {
    var list = EdgeList.random(seed: seed, atMost: 10)
    // Denser, so that several edges are needed.
    let count = list.vertexCount
    var random = SeededGenerator(seed: seed)
    for _ in 0..<seed % 30 {
      list.edges.append(
        (Int.random(in: 0..<count, using: &random), Int.random(in: 0..<count, using: &random)))
    }
    check(list, "seed \(seed)")
  }

  /// Two dense parts with three edges between them, among many more within.
  @Test func fewEdgesBetweenDenseParts() {
    let half = 40
    var edges = [(0, half), (1, half + 1), (2, half + 2)]
    for first in 0..<half {
      for second in first + 1..<half where (first * second) % 3 != 1 {
        edges.append((first, second))
        edges.append((half + first, half + second))
      }
    }
    let found = EdgeConnectivity(of: EdgeList(vertexCount: 2 * half, edges: edges).graph)
    #expect(found.cut.map(\.index) == [0, 1, 2])
    #expect(found.side.count == half)
    #expect(EdgeConnectivity(of: EdgeList(vertexCount: 0, edges: []).graph).value == 0)
  }
}
