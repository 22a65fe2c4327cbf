import DepGraph

/// The values of all gates where given events happen, by the definition of the graph and nothing else:
/// part by part, from nothing, until nothing changes.
struct GateTruth {
  let graph: GateGraph
  private let parts: [[Int]]

  init(_ graph: GateGraph) {
    self.graph = graph
    let arcs = (0..<graph.gateCount).flatMap { gate in
      Self.needs(GateID(gate), in: graph).map { (VertexID(gate), VertexID($0.index)) }
    }
    let components = StronglyConnectedComponents(
      of: CompressedRows(vertexCount: graph.gateCount, arcs: arcs))
    parts = (0..<components.count).map { components[VertexID($0)].map(\.index) }
  }

  private static func needs(_ gate: GateID, in graph: GateGraph) -> [GateID] {
    guard case .disconnected(let question) = graph.gate(gate) else {
      return Array(graph.inputs(of: gate))
    }
    let wiring = graph.wirings[question.wiring]
    return (wiring.nodes + wiring.links.map(\.failure)).filter { $0 != question.exempt }
  }

  /// The value of each gate, by number.
  func values(_ happens: [Bool]) -> [Bool] {
    var values = [Bool](repeating: false, count: graph.gateCount)
    for part in parts {
      var hasChanged = true
      while hasChanged {
        hasChanged = false
        let before = values
        for gate in part {
          values[gate] = value(of: GateID(gate), before, happens)
          hasChanged = hasChanged || values[gate] != before[gate]
        }
      }
    }
    return values
  }

  /// The value of one gate for each of all sets of events, by the set's bits.
  func table(of gate: GateID) -> [Bool] {
    (0..<(1 << graph.eventCount)).map { bits in
      let happens = (0..<graph.eventCount).map { bits >> $0 & 1 == 1 }
      return values(happens)[gate.index] != gate.isNegated
    }
  }

  private func value(of gate: GateID, _ values: [Bool], _ happens: [Bool]) -> Bool {
    let isTrue = { (gate: GateID) in values[gate.index] != gate.isNegated }
    let count = graph.inputs(of: gate).count(where: isTrue)
    switch graph.gate(gate) {
    case .constant(let value): return value
    case .event(let event): return happens[event.index]
    case .and: return count == graph.inputs(of: gate).count
    case .or: return count > 0
    case .atLeast(let least): return count >= least
    case .xor: return !count.isMultiple(of: 2)
    case .disconnected(let question): return isDisconnected(question, isTrue)
    }
  }

  private func isDisconnected(_ question: Disconnection, _ isTrue: (GateID) -> Bool) -> Bool {
    let wiring = graph.wirings[question.wiring]
    func hasFailed(_ gate: GateID) -> Bool { gate != question.exempt && isTrue(gate) }
    var reached = [question.from].filter { !hasFailed(wiring.nodes[$0]) }
    var next = 0
    while next < reached.count {
      for link in wiring.links where !hasFailed(link.failure) {
        for (here, there) in [(link.first, link.second), (link.second, link.first)]
        where here == reached[next] && !reached.contains(there) && !hasFailed(wiring.nodes[there]) {
          reached.append(there)
        }
      }
      next += 1
    }
    return !question.to.contains { reached.contains($0) }
  }
}

extension GateGraph {
  /// A random graph with everything that there is: shared gates, negations, cycles, wirings.
  static func random(seed: Int, events: Int = 6) -> GateGraph {
    var random = SeededGenerator(seed: seed)
    var builder = Builder()
    var plain = (0..<events).map { _ in builder.gate(of: builder.addEvent()) }
    if random.chance(0.3) { plain.append(builder.add(.constant(random.chance(0.5)))) }
    // Below cycles and wirings there may be negations.
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      plain.append(add(&builder, from: plain, signs: true, &random))
    }
    var ring = (0..<Int.random(in: 0...5, using: &random)).map { _ in builder.reserve() }
    let pool = plain + ring
    let wirings = (0..<Int.random(in: 0...2, using: &random)).map { _ in
      builder.add(wiring(over: pool, &random))
    }
    for gate in ring {
      if let wiring = wirings.randomElement(using: &random), random.chance(0.4) {
        let question = disconnection(of: wiring, pool, &random)
        builder.define(gate, as: .disconnected(question))
      } else {
        let inputs = (0..<Int.random(in: 1...4, using: &random)).compactMap { _ in
          pool.randomElement(using: &random)
        }
        builder.define(gate, as: operation(on: inputs.count, monotone: true, &random), inputs)
      }
    }
    for wiring in wirings {
      ring.append(builder.add(.disconnected(disconnection(of: wiring, pool, &random))))
    }
    plain += ring
    for _ in 0..<3 { plain.append(add(&builder, from: plain, signs: true, &random)) }
    return builder.build()
  }

  /// The sizes of the wirings that `random` makes.
  private static let nodeCount = 4

  private static func add(
    _ builder: inout Builder, from pool: [GateID], signs: Bool, _ random: inout SeededGenerator
  ) -> GateID {
    let inputs = (0..<Int.random(in: 0...4, using: &random)).compactMap { _ in
      pool.randomElement(using: &random).map { random.chance(0.25) ? !$0 : $0 }
    }
    return builder.add(operation(on: inputs.count, monotone: false, &random), inputs)
  }

  private static func operation(
    on count: Int, monotone: Bool, _ random: inout SeededGenerator
  ) -> Gate {
    switch Int.random(in: 0..<(monotone ? 3 : 4), using: &random) {
    case 0: .and
    case 1: .or
    case 2: .atLeast(Int.random(in: 0...(count + 1), using: &random))
    default: .xor
    }
  }

  private static func wiring(over pool: [GateID], _ random: inout SeededGenerator) -> Wiring {
    let nodes = (0..<nodeCount).compactMap { _ in pool.randomElement(using: &random) }
    let links = (0..<Int.random(in: 2...7, using: &random)).compactMap { _ -> Wiring.Link? in
      guard let failure = pool.randomElement(using: &random) else { return nil }
      return Wiring.Link(
        first: Int.random(in: 0..<nodeCount, using: &random),
        second: Int.random(in: 0..<nodeCount, using: &random), failure: failure)
    }
    return Wiring(nodes: nodes, links: links)
  }

  private static func disconnection(
    of wiring: Int, _ pool: [GateID], _ random: inout SeededGenerator
  ) -> Disconnection {
    Disconnection(
      wiring: wiring, from: Int.random(in: 0..<nodeCount, using: &random),
      to: (0..<Int.random(in: 1...2, using: &random)).map { _ in
        Int.random(in: 0..<nodeCount, using: &random)
      }, exempt: random.chance(0.3) ? pool.randomElement(using: &random) : nil)
  }
}
