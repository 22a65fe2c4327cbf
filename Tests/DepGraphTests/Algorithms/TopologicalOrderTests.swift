import DepGraph
import Testing

@Suite struct TopologicalOrderTests {
  @Test func smallGraphsAreOrderedOrHaveACycle() {
    for count in 0...3 {
      for bits in 0..<(1 << (count * count)) { expectLaws(of: Digraph(count: count, bits: bits)) }
    }
  }

  @Test(arguments: 0..<400) func randomGraphsAreOrderedOrHaveACycle(seed: Int) {
    expectLaws(of: Digraph(seed: seed), "seed \(seed)")
  }

  private func expectLaws(of graph: Digraph, _ comment: Comment? = nil) {
    let order = TopologicalOrder(of: graph.rows)
    let reach = graph.reachability(stepsAtLeast: 1)
    let onCycle = (0..<graph.count).filter { reach[$0][$0] }
    let orderable = (0..<graph.count).filter { vertex in
      !reach[vertex][vertex] && !onCycle.contains { reach[$0][vertex] }
    }
    #expect(order.vertices.map(\.index).sorted() == orderable, comment ?? "\(graph)")
    var places = [Int?](repeating: nil, count: graph.count)
    for (place, vertex) in order.vertices.enumerated() { places[vertex.index] = place }
    for (source, target) in graph.arcs {
      guard let to = places[target] else { continue }
      guard let from = places[source] else {
        Issue.record("an arc from what has no place: \(graph)")
        continue
      }
      #expect(from < to, comment ?? "\(graph)")
    }
    #expect(order.cycle.isEmpty == onCycle.isEmpty, comment ?? "\(graph)")
    #expect(Set(order.cycle).count == order.cycle.count, comment ?? "\(graph)")
    for (vertex, next) in zip(order.cycle, order.cycle.dropFirst() + order.cycle.prefix(1)) {
      #expect(graph.rows[vertex].contains(next), comment ?? "\(graph)")
    }
  }
}
