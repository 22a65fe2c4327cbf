import DepGraph
import Testing

@Suite struct MaximumFlowTests {
  /// Against every way to part the vertices in two.
  private func check(
    _ list: EdgeList, from sources: [Int], to sinks: [Int], _ capacities: [Int], _ comment: String
  ) {
    let flow = MaximumFlow(
      in: list.graph, from: VertexSet(sources.map { VertexID($0) }),
      to: VertexSet(sinks.map { VertexID($0) }), capacities: capacities)
    func crossing(_ isSource: (Int) -> Bool) -> [Int] {
      list.edges.indices.filter { isSource(list.edges[$0].0) != isSource(list.edges[$0].1) }
    }
    let least = (0..<(1 << list.vertexCount)).filter { side in
      sources.allSatisfy { side >> $0 & 1 == 1 } && sinks.allSatisfy { side >> $0 & 1 == 0 }
    }.map { side in crossing { side >> $0 & 1 == 1 }.reduce(0) { $0 + capacities[$1] } }.min()
    #expect(flow.value == least, "\(comment) \(list) \(sources) \(sinks) \(capacities)")
    let side = flow.sourceSide
    #expect(sources.allSatisfy { side.contains(VertexID($0)) }, "\(comment)")
    #expect(!sinks.contains { side.contains(VertexID($0)) }, "\(comment)")
    #expect(flow.cut.map(\.index) == crossing { side.contains(VertexID($0)) }, "\(comment)")
    #expect(flow.cut.reduce(0) { $0 + capacities[$1.index] } == flow.value, "\(comment)")
  }

  @Test func everySmallGraph() {
    let lists =
      EdgeList.all(vertexCount: 3, multiplicity: 2, loops: 1)
      + EdgeList.all(vertexCount: 4, multiplicity: 2, loops: 0)
      + EdgeList.all(vertexCount: 5, multiplicity: 1, loops: 0)
    for list in lists {
      let capacities = list.edges.indices.map { $0 * 5 % 4 }
      check(list, from: [0], to: [2], capacities, "")
      check(list, from: [1, 2], to: [0], list.edges.map { _ in 1 }, "")
    }
  }

  @Test(arguments: 0..<(soaking ? 5000 : 200)) func randomGraphs(seed: Int) {
    let list = EdgeList.random(seed: seed, atMost: 8)
    var random = SeededGenerator(seed: seed + 1000)
    let capacities = list.edges.map { _ in Int.random(in: 0...6, using: &random) }
    let roles = (0..<list.vertexCount).map { _ in Int.random(in: 0..<5, using: &random) }
    check(
      list, from: roles.indices.filter { roles[$0] == 0 },
      to: roles.indices.filter { roles[$0] == 1 },
      capacities, "seed \(seed)")
  }

  /// Larger graphs: a cut as cheap as the flow proves both, and disjoint ways are flows of units.
  @Test(arguments: 0..<30) func largeGraphs(seed: Int) {
    let list = EdgeList.random(seed: seed, atMost: 200)
    var random = SeededGenerator(seed: seed)
    let capacities = list.edges.map { _ in Int.random(in: 0...50, using: &random) }
    let count = list.vertexCount
    guard count > 20 else { return }
    let sources = VertexSet((0..<count / 10).map { VertexID($0) })
    let sinks = VertexSet((count - count / 10..<count).map { VertexID($0) })
    let flow = MaximumFlow(in: list.graph, from: sources, to: sinks, capacities: capacities)
    // What augmenting way by way finds.
    #expect(
      flow.value == plainFlow(list, from: sources, to: sinks, capacities), "seed \(seed)")
    #expect(flow.cut.reduce(0) { $0 + capacities[$1.index] } == flow.value, "seed \(seed)")
  }

  private func plainFlow(
    _ list: EdgeList, from sources: VertexSet, to sinks: VertexSet, _ capacities: [Int]
  ) -> Int {
    var rest = capacities.flatMap { [$0, $0] }
    var value = 0
    while true {
      var parents: [Int: Int] = [:]
      var queue = sources.map(\.index)
      var seen = Set(queue)
      var head = 0
      var end: Int?
      while head < queue.count, end == nil {
        let vertex = queue[head]
        head += 1
        if sinks.contains(VertexID(vertex)) { end = vertex }
        for (edge, ends) in list.edges.enumerated() where ends.0 == vertex || ends.1 == vertex {
          let isForward = ends.0 == vertex
          let other = isForward ? ends.1 : ends.0
          let slot = 2 * edge + (isForward ? 0 : 1)
          if rest[slot] > 0, seen.insert(other).inserted {
            parents[other] = slot
            queue.append(other)
          }
        }
      }
      guard var vertex = end else { return value }
      var way: [Int] = []
      while let slot = parents[vertex] {
        way.append(slot)
        vertex = slot % 2 == 0 ? list.edges[slot / 2].0 : list.edges[slot / 2].1
      }
      let amount = way.map { rest[$0] }.min() ?? 0
      for slot in way {
        rest[slot] -= amount
        rest[slot ^ 1] += amount
      }
      value += amount
    }
  }

  @Test func degenerateGraphs() {
    check(EdgeList(vertexCount: 2, edges: [(0, 1)]), from: [0], to: [1], [7], "one edge")
    check(
      EdgeList(vertexCount: 2, edges: [(0, 1), (1, 0)]), from: [0], to: [1], [7, (1 << 30) - 1],
      "two")
    check(EdgeList(vertexCount: 2, edges: [(0, 0)]), from: [0], to: [1], [7], "loop")
    check(EdgeList(vertexCount: 1, edges: []), from: [], to: [], [], "nothing")
    let empty = MaximumFlow(
      in: EdgeList(vertexCount: 0, edges: []).graph, from: [], to: [], capacities: [])
    #expect(empty.value == 0 && empty.cut.isEmpty && empty.sourceSide.isEmpty)
  }
}
