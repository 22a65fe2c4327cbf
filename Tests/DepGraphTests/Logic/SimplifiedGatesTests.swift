import Testing

@testable import DepGraph

@Suite struct SimplifiedGatesTests {
  /// The simplified gates are solved by a manager of diagrams without modules or orders, so that only
  /// the simplification is tested.
  @Test func simplifiedGatesSayTheSame() throws {
    for gates in SolvedGatesTests.cases(6000..<7200, tops: 3) {
      let simplified = SimplifiedGates(gates.graph, tops: gates.tops)
      let truth = gates.truth
      for (pattern, row) in evaluated(simplified).enumerated() {
        #expect(row == truth.map { $0[pattern] }, "\(gates), pattern \(pattern)")
      }
      #expect(simplified.graph.eventCount == gates.eventCount)
    }
  }

  /// The tops for each bit pattern; gates on cycles stand in their components.
  private func evaluated(_ simplified: SimplifiedGates) -> [[Bool]] {
    let graph = simplified.graph
    let dependence = GateDependence(graph, tops: simplified.tops)
    var clusters: [[GateID]] = []
    dependence.forEachComponent { members in clusters.append(members.map { GateID($0.index) }) }
    let evaluation = RandomGates(graph: graph, tops: simplified.tops, clusters: clusters)
    return (0..<(1 << graph.eventCount)).map {
      evaluation.values(of: simplified.tops, in: graph, at: $0)
    }
  }

  @Test func whatIsTheSameBecomesOneGate() {
    var builder = GateGraph.Builder()
    let events = (0..<3).map { _ in builder.gate(of: builder.addEvent()) }
    let and = builder.add(.and, [events[0], events[1], events[0]])
    let or = builder.add(.or, [!events[1], !events[0]])
    let nested = builder.add(.and, [and, builder.add(.and, [events[2], !or])])
    let simplified = SimplifiedGates(builder.build(), tops: [and, or, nested])
    #expect(simplified.tops[0] == !simplified.tops[1])
    // The three events, both conjunctions and the constant.
    #expect(simplified.graph.gateCount == 6)
  }
}
