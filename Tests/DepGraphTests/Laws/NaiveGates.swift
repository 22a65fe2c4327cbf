import DepGraph

/// Gates evaluated straight from their definition: from "nothing is true" until nothing changes.
struct NaiveGates {
  let graph: GateGraph
  private(set) var values: [Bool]

  /// - Precondition: No gate is negated or an exclusive or: what has become true stays true.
  init(_ graph: GateGraph, happening events: Set<EventID>) {
    self.graph = graph
    values = [Bool](repeating: false, count: graph.gateCount)
    var changed = true
    while changed {
      changed = false
      for index in values.indices {
        let value = evaluate(GateID(index), events)
        if value != values[index] {
          values[index] = value
          changed = true
        }
      }
    }
  }

  subscript(gate: GateID) -> Bool { values[gate.index] != gate.isNegated }

  private func evaluate(_ gate: GateID, _ events: Set<EventID>) -> Bool {
    let inputs = graph.inputs(of: gate)
    switch graph.gate(gate) {
    case .constant(let value): return value
    case .event(let event): return events.contains(event)
    case .and: return inputs.allSatisfy { self[$0] }
    case .or: return inputs.contains { self[$0] }
    case .atLeast(let count): return inputs.count { self[$0] } >= count
    case .xor: preconditionFailure("only what never becomes false again can be repeated")
    case .disconnected(let question): return isDisconnected(question)
    }
  }

  private func isDisconnected(_ question: Disconnection) -> Bool {
    let wiring = graph.wirings[question.wiring]
    func isUp(_ gate: GateID) -> Bool { gate == question.exempt || !self[gate] }
    guard isUp(wiring.nodes[question.from]) else { return true }
    var reached: Set = [question.from]
    var grew = true
    while grew {
      grew = false
      for link in wiring.links where isUp(link.failure) {
        for (near, far) in [(link.first, link.second), (link.second, link.first)]
        where reached.contains(near) && !reached.contains(far) && isUp(wiring.nodes[far]) {
          reached.insert(far)
          grew = true
        }
      }
    }
    return reached.isDisjoint(with: question.to)
  }
}
