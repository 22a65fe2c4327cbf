import Testing

@testable import DepGraph

@Suite struct UnrolledGatesLawTests {
  @Test(arguments: 0..<400) func unrolledGatesAreTrueWhereTheOriginalsAre(seed: Int) throws {
    let graph = GateGraph.random(seed: seed)
    let top = GateID(graph.gateCount - 1)
    let others = [GateID(graph.gateCount - 2), !GateID(graph.gateCount / 2)]
    let unrolled = try #require(UnrolledGates(graph, tops: [top] + others))
    let (truth, image) = (GateTruth(graph), GateTruth(unrolled.graph))
    for gate in [top] + others {
      let found = try #require(unrolled.image(of: gate))
      #expect(truth.table(of: gate) == image.table(of: found), "seed \(seed), gate \(gate)")
    }
    checkShape(unrolled.graph, seed)
  }

  /// No cycle, no wiring, no constant or repeated input, parities of two only.
  private func checkShape(_ graph: GateGraph, _ seed: Int) {
    for number in 0..<graph.gateCount {
      let inputs = graph.inputs(of: GateID(number))
      #expect(inputs.allSatisfy { $0.index < number }, "seed \(seed)")
      #expect(Set(inputs.map(\.index)).count == inputs.count, "seed \(seed)")
      #expect(!inputs.contains { graph.gate($0) == .constant(true) }, "seed \(seed)")
      switch graph.gate(GateID(number)) {
      case .disconnected: Issue.record("a wiring is left, seed \(seed)")
      case .xor: #expect(inputs.count == 2, "seed \(seed)")
      case .and, .or: #expect(inputs.count >= 2, "seed \(seed)")
      case .atLeast(let least): #expect((2..<inputs.count).contains(least), "seed \(seed)")
      case .constant, .event: #expect(inputs.isEmpty)
      }
    }
  }

  @Test func aLongRingThatOneGateBreaksIsWrittenTwice() throws {
    var builder = GateGraph.Builder()
    let gates = (0..<1000).map { _ in builder.reserve() }
    for (number, gate) in gates.enumerated() {
      let event = builder.gate(of: builder.addEvent())
      builder.define(gate, as: .or, [event, gates[(number + 1) % gates.count]])
    }
    let unrolled = try #require(UnrolledGates(builder.build(), tops: [gates[0]]))
    #expect(unrolled.graph.gateCount <= 3 * 1000 + 10)
  }

  @Test func aLadderOfManyRungsStaysSmall() throws {
    // Two rails of 300 nodes with a link at each step: a way from the first to the last step.
    var builder = GateGraph.Builder()
    func failure() -> GateID { builder.gate(of: builder.addEvent()) }
    let nodes = (0..<600).map { _ in failure() }
    var links: [Wiring.Link] = []
    for step in 0..<300 {
      links.append(.init(first: step, second: 300 + step, failure: failure()))
      guard step < 299 else { break }
      links.append(.init(first: step, second: step + 1, failure: failure()))
      links.append(.init(first: 300 + step, second: 301 + step, failure: failure()))
    }
    let wiring = builder.add(Wiring(nodes: nodes, links: links))
    let top = builder.add(.disconnected(.init(wiring: wiring, from: 0, to: [599])))
    let graph = builder.build()
    let unrolled = try #require(UnrolledGates(graph, tops: [top]))
    #expect(unrolled.graph.gateCount - graph.eventCount < 6000)
    #expect(UnrolledGates(graph, tops: [top], limit: 1000) == nil)
  }
}
