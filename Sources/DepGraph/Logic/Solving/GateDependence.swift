/// What the gates of a graph need each other for: who reads whom, and who stands on a cycle.
struct GateDependence {
  /// From each gate to what it reads; a gate that asks about a wiring reads all its nodes and links,
  /// as they are met going out from the beginning of the ways.
  let rows: CompressedRows
  /// The gates that need each other; inputs are in components with smaller numbers.
  let components: StronglyConnectedComponents

  /// Finds who reads whom.
  ///
  /// - Parameters:
  ///   - graph: The gates.
  ///   - tops: Where to begin; what they do not come to stays without arcs.
  /// - Complexity: O(*g* + *i*) for *g* gates with *i* inputs; each question to a wiring counts with
  ///   the nodes and links of the wiring.
  init(_ graph: GateGraph, tops: [GateID]) {
    var isReached = Array(repeating: false, count: graph.gateCount)
    var stack: [Int] = []
    for top in tops where !isReached[top.index] {
      isReached[top.index] = true
      stack.append(top.index)
    }
    var sources: [VertexID] = []
    var targets: [VertexID] = []
    while let gate = stack.popLast() {
      for input in graph.reads(of: GateID(gate)) {
        let target = VertexID(input.index)
        sources.append(VertexID(gate))
        targets.append(target)
        if !isReached[target.index] {
          isReached[target.index] = true
          stack.append(target.index)
        }
      }
    }
    rows = CompressedRows(vertexCount: graph.gateCount, sources: sources, targets: targets)
    components = StronglyConnectedComponents(of: rows)
    self.isReached = isReached
  }

  private let isReached: [Bool]

  func isReached(_ gate: GateID) -> Bool { isReached[gate.index] }

  /// Whether a component is a single gate that does not read itself.
  func isAcyclic(_ component: ArraySlice<VertexID>) -> Bool {
    guard let gate = component.first, component.count == 1 else { return false }
    return !rows[gate].contains(gate)
  }

  /// The gates that the tops come to, what is read before what reads it, gates on a cycle together.
  func forEachComponent(_ body: (ArraySlice<VertexID>) -> Void) {
    for index in 0..<components.count {
      let members = components[VertexID(index)]
      if let first = members.first, isReached[first.index] { body(members) }
    }
  }
}

extension GateGraph {
  /// Whether the gates below some tops read no event negated and no parity.
  func isCoherent(_ tops: [GateID]) -> Bool {
    var isMet = Array(repeating: false, count: 2 * gateCount)
    var stack = tops
    while let gate = stack.popLast() {
      guard !isMet[Int(gate.raw)] else { continue }
      isMet[Int(gate.raw)] = true
      switch self.gate(gate) {
      case .xor: return false
      case .event where gate.isNegated: return false
      case .disconnected:
        for input in reads(of: gate) { stack.append(gate.isNegated ? !input : input) }
      default:
        for input in inputs(of: gate) { stack.append(gate.isNegated ? !input : input) }
      }
    }
    return true
  }

  /// What a gate reads: its inputs, or what has failed on the wiring that it asks about, in the order
  /// in which it is met going out from where its ways begin.
  func reads(of gate: GateID) -> [GateID] {
    guard case .disconnected(let question) = self.gate(gate) else { return Array(inputs(of: gate)) }
    let wiring = wirings[question.wiring]
    var row: [GateID] = []
    let links = wiring.linksByNode
    var isMet = Array(repeating: false, count: wiring.nodes.count)
    var isTaken = Array(repeating: false, count: wiring.links.count)
    var queue = [question.from]
    isMet[question.from] = true
    var head = 0
    while head < queue.count {
      let node = queue[head]
      head += 1
      if wiring.nodes[node] != question.exempt { row.append(wiring.nodes[node]) }
      for place in links[VertexID(node)] where !isTaken[place] {
        isTaken[place] = true
        let link = wiring.links[place]
        if link.failure != question.exempt { row.append(link.failure) }
        let other = link.first == node ? link.second : link.first
        if !isMet[other] {
          isMet[other] = true
          queue.append(other)
        }
      }
    }
    return row
  }
}

extension Wiring {
  /// The same nodes and links with other gates.
  func mapped(_ image: (GateID) -> GateID) -> Wiring {
    Wiring(
      nodes: nodes.map(image),
      links: links.map { Link(first: $0.first, second: $0.second, failure: image($0.failure)) })
  }

  /// The places of the links at each node.
  var linksByNode: Rows<Int> {
    var keys: [VertexID] = []
    var values: [Int] = []
    for (place, link) in links.enumerated() {
      keys += [VertexID(link.first), VertexID(link.second)]
      values += [place, place]
    }
    return Rows(rowCount: nodes.count, keys: keys, values: values)
  }
}
