/// Gates without cycles and without wirings that are true exactly where those of another graph are:
/// what a fault tree in the usual formats can say.
///
/// - *Wirings* become conjunctions and disjunctions by elimination: a node is taken out and each pair
///   of its neighbours joined through it, until only both ends are left. What is between them fails
///   where the direct link and every detour have failed. A node with few neighbours first, so that
///   in networks like trees and rings nothing grows.
/// - *Cycles* become rounds: the gates of a strongly connected part are repeated, and the repetition
///   starts with none of them true. If *k* gates, taken away, leave no cycle, then after *k* + 1 rounds
///   nothing changes any more, as in each round but the last one of them becomes true for good. Rounds
///   that say the same as the one before end it sooner.
///
/// Constants are folded and equal gates are made once. Gates that are neither on a cycle nor ask about
/// a wiring stay one gate each.
///
/// Source: for the elimination, R. E. Tarjan, *A unified approach to path problems*, J. ACM 28 (1981),
/// doi:10.1145/322261.322272, with "or" and "and" as the operations.
public struct UnrolledGates: Sendable {
  /// The gates: constants, events, conjunctions, disjunctions, thresholds and parities of two.
  ///
  /// No gate has an input twice, and constants are inputs of none.
  public let graph: GateGraph
  /// For each gate of the original the one that is true where it is; nil for those that no top needs.
  private let images: [GateID?]

  /// Unrolls what some gates depend on; nil where more gates would be made than the limit allows.
  ///
  /// - Parameters:
  ///   - source: The gates.
  ///   - tops: The gates asked about.
  ///   - limit: The most gates that may be made.
  /// - Complexity: O(*k*·(*g* + *i* + *w*)) for *g* gates with *i* inputs in strongly connected parts
  ///   that *k* gates break, and *w* pairs of neighbours met in eliminations: the nodes of a network
  ///   times the square of its width.
  public init?(_ source: GateGraph, tops: [GateID], limit: Int = 2_000_000) {
    var unrolling = Unrolling(source, limit: limit)
    guard unrolling.unroll(tops) else { return nil }
    images = unrolling.images
    graph = unrolling.store.builder.build()
  }

  /// The gate that is true where a gate of the original is.
  ///
  /// - Parameter gate: One of the tops, or a gate that they depend on.
  /// - Returns: The gate; nil where no top depends on it.
  public func image(of gate: GateID) -> GateID? {
    guard let image = images[gate.index] else { return nil }
    return gate.isNegated ? !image : image
  }
}

/// The work: parts of the original in an order in which each part needs earlier ones only.
private struct Unrolling {
  let source: GateGraph
  let limit: Int
  var store: FoldedGates
  /// The gates made so far, by the number in the original.
  var images: [GateID?]
  private let dependence: CompressedRows

  init(_ source: GateGraph, limit: Int) {
    self.source = source
    self.limit = limit
    store = FoldedGates(eventCount: source.eventCount)
    images = [GateID?](repeating: nil, count: source.gateCount)
    dependence = CompressedRows(
      vertexCount: source.gateCount,
      arcs: (0..<source.gateCount).flatMap { gate in
        source.needs(of: GateID(gate)).map { (VertexID(gate), VertexID($0.index)) }
      })
  }

  /// Makes the images of gates; false where the limit was reached.
  mutating func unroll(_ tops: [GateID]) -> Bool {
    var isNeeded = [Bool](repeating: false, count: source.gateCount)
    var stack = tops.map(\.index)
    for top in stack { isNeeded[top] = true }
    while let gate = stack.popLast() {
      for need in dependence[VertexID(gate)] where !isNeeded[need.index] {
        isNeeded[need.index] = true
        stack.append(need.index)
      }
    }
    let parts = StronglyConnectedComponents(of: dependence)
    for number in 0..<parts.count {
      let members = parts[VertexID(number)].map(\.index).filter { isNeeded[$0] }
      guard let first = members.first else { continue }
      if members.count > 1 || dependence[VertexID(first)].contains(VertexID(first)) {
        repeatRounds(of: members)
      } else {
        images[first] = translated(first)
      }
      if store.count > limit { return false }
    }
    return true
  }

  // MARK: - Cycles

  private mutating func repeatRounds(of members: [Int]) {
    let (order, breakers) = depthFirst(members)
    for member in members { images[member] = store.constant(false) }
    for _ in 0...breakers {
      var hasChanged = false
      for gate in order {
        let image = translated(gate)
        hasChanged = hasChanged || image != images[gate]
        images[gate] = image
        if store.count > limit { return }
      }
      if !hasChanged { return }
    }
  }

  /// The gates of a part, inputs first but for those that close a cycle, and the number of the latter.
  private func depthFirst(_ members: [Int]) -> (order: [Int], breakers: Int) {
    enum State { case outside, unseen, open, done }
    var states = [Int: State](uniqueKeysWithValues: members.map { ($0, .unseen) })
    var order: [Int] = []
    var breakers: Set<Int> = []
    for start in members where states[start] == .unseen {
      states[start] = .open
      var path = [(gate: start, next: 0)]
      while let top = path.last {
        let row = dependence[VertexID(top.gate)]
        guard top.next < row.count else {
          states[top.gate] = .done
          order.append(top.gate)
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let need = row[row.startIndex + top.next].index
        switch states[need, default: .outside] {
        case .unseen:
          states[need] = .open
          path.append((need, 0))
        case .open: breakers.insert(need)
        case .done, .outside: break
        }
      }
    }
    return (order, breakers.count)
  }

  // MARK: - One gate

  private func image(of gate: GateID) -> GateID {
    guard let image = images[gate.index] else {
      preconditionFailure("a gate is translated before its inputs")
    }
    return gate.isNegated ? !image : image
  }

  private mutating func translated(_ number: Int) -> GateID {
    let gate = GateID(number)
    let inputs = { (self: Self) in self.source.inputs(of: gate).map { self.image(of: $0) } }
    switch source.gate(gate) {
    case .constant(let value): return store.constant(value)
    case .event(let event): return store.event(event)
    case .and: return store.and(inputs(self))
    case .or: return store.or(inputs(self))
    case .atLeast(let least): return store.atLeast(least, inputs(self))
    case .xor: return store.xor(inputs(self))
    case .disconnected(let question): return disconnected(question)
    }
  }

  private mutating func disconnected(_ question: Disconnection) -> GateID {
    let wiring = source.wirings[question.wiring]
    let never = store.constant(false)
    let failure = { (self: Self, gate: GateID) in
      gate == question.exempt ? never : self.image(of: gate)
    }
    var network = EliminationNetwork(nodes: wiring.nodes.map { failure(self, $0) } + [never])
    for link in wiring.links {
      network.join(link.first, link.second, failure: failure(self, link.failure), &store)
    }
    // The end of all ways: joined to every node at which one may end, by what never fails.
    let end = wiring.nodes.count
    for node in Set(question.to).sorted() where node != question.from {
      network.join(node, end, failure: never, &store)
    }
    if question.to.contains(question.from) { return network.failures[question.from] }
    let between = network.failureBetween(question.from, end, &store)
    return store.or([network.failures[question.from], between])
  }
}

/// A network of which nodes are eliminated.
private struct EliminationNetwork {
  /// For each node, the gate that says whether it has failed.
  let failures: [GateID]
  /// For each node its neighbours, each with the gate that says that all between them has failed.
  private var neighbours: [[(node: Int, failure: GateID)]]

  init(nodes: [GateID]) {
    failures = nodes
    neighbours = Array(repeating: [], count: nodes.count)
  }

  /// Adds a link; parallel ones have failed where all have.
  mutating func join(_ first: Int, _ second: Int, failure: GateID, _ store: inout FoldedGates) {
    guard first != second, failure != store.constant(true) else { return }
    for (here, there) in [(first, second), (second, first)] {
      if let place = neighbours[here].firstIndex(where: { $0.node == there }) {
        neighbours[here][place].failure = store.and([neighbours[here][place].failure, failure])
      } else {
        neighbours[here].append((there, failure))
      }
    }
  }

  /// The gate that says that all ways between two nodes have failed, themselves not counted.
  mutating func failureBetween(_ from: Int, _ to: Int, _ store: inout FoldedGates) -> GateID {
    var left = neighbours.indices.filter { $0 != from && $0 != to && !neighbours[$0].isEmpty }
    while !left.isEmpty {
      let degrees = left.map { neighbours[$0].count }
      guard let place = degrees.indices.min(by: { degrees[$0] < degrees[$1] }) else { break }
      eliminate(left.remove(at: place), &store)
    }
    return neighbours[from].first { $0.node == to }?.failure ?? store.constant(true)
  }

  private mutating func eliminate(_ node: Int, _ store: inout FoldedGates) {
    let around = neighbours[node]
    for (here, _) in around { neighbours[here].removeAll { $0.node == node } }
    neighbours[node] = []
    for (place, first) in around.enumerated() {
      for second in around[(place + 1)...] {
        let detour = store.or([first.failure, failures[node], second.failure])
        join(first.node, second.node, failure: detour, &store)
      }
    }
  }
}
