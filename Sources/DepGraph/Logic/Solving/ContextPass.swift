/// Replaces inputs by constants where all that could read the difference knows them already.
///
/// An input of a conjunction matters only where the other inputs are true, so whatever is met on
/// *every* way from the tops to a gate as such a neighbour is known below it: in "a, and (b or (a
/// and c))" the inner a is true. What justifies a replacement stands higher than what is replaced,
/// on every way, and is itself replaced only where something higher still says the same; so all
/// replacements hold at once. (Only neighbours themselves count, not what they imply: two gates
/// could then justify each other.)
enum ContextPass {
  /// How many literals are kept for one gate, and for all gates that wait at once.
  private static let longest = 256
  private static let most = 1 << 22

  /// Uses what is known from above.
  ///
  /// - Parameters:
  ///   - graph: Gates as a simplification pass leaves them.
  ///   - tops: The gates that are asked about.
  /// - Returns: Gates of the same numbers that say the same of the tops.
  /// - Complexity: O(*i* · *k* log *k*) for *i* inputs and at most *k* = 256 things known of a gate.
  static func run(_ graph: GateGraph, tops: [GateID]) -> (GateGraph, [GateID]) {
    let dependence = GateDependence(graph, tops: tops)
    var useCounts: [UInt32] = Array(repeating: 0, count: graph.gateCount)
    for index in 0..<graph.gateCount {
      for input in dependence.rows[VertexID(index)] { useCounts[input.index] += 1 }
    }
    // What is known of each gate, ascending; nil where nothing has been heard yet.
    var known: [[GateID]?] = Array(repeating: nil, count: graph.gateCount)
    for top in tops { known[top.index] = [] }
    var inputs = graph.allInputs
    var waiting = 0
    for index in stride(from: dependence.components.count - 1, through: 0, by: -1) {
      let members = dependence.components[VertexID(index)]
      guard let first = members.first, dependence.isReached(GateID(first.index)) else { continue }
      let gate = GateID(first.index)
      let kind = graph.gate(gate)
      guard dependence.isAcyclic(members), kind == .and || kind.isCounting else {
        for member in members {
          for input in dependence.rows[member] { known[input.index] = [] }
        }
        continue
      }
      let above = known[gate.index] ?? []
      known[gate.index] = nil
      waiting -= above.count
      let range = Int(graph.inputStarts[gate.index])..<Int(graph.inputStarts[gate.index + 1])
      if !above.isEmpty {
        for place in range {
          if contains(above, inputs[place]) {
            inputs[place] = GateStore.always
          } else if contains(above, !inputs[place]) {
            inputs[place] = GateStore.never
          }
        }
      }
      var here = above
      if kind == .and {
        for place in range where useCounts[inputs[place].index] > 1 { here.append(inputs[place]) }
        here.sort()
      }
      if here.count > longest || waiting > most { here = [] }
      for place in range where graph.gate(inputs[place]).hasInputs {
        let input = inputs[place]
        let heard =
          known[input.index].map { intersection($0, here, without: input) }
          ?? here.filter { $0 != input }
        waiting += heard.count - (known[input.index]?.count ?? 0)
        known[input.index] = heard
      }
    }
    return (
      GateGraph(
        eventCount: graph.eventCount, gates: graph.gates, inputStarts: graph.inputStarts,
        allInputs: inputs, wirings: graph.wirings), tops
    )
  }

  private static func contains(_ list: [GateID], _ gate: GateID) -> Bool {
    var low = 0
    var high = list.count
    while low < high {
      let middle = (low + high) / 2
      if list[middle] < gate { low = middle + 1 } else { high = middle }
    }
    return low < list.count && list[low] == gate
  }

  private static func intersection(
    _ first: [GateID], _ second: [GateID], without gate: GateID
  ) -> [GateID] {
    var result: [GateID] = []
    var place = 0
    for element in first where element != gate {
      while place < second.count && second[place] < element { place += 1 }
      if place < second.count && second[place] == element { result.append(element) }
    }
    return result
  }
}

extension Gate {
  /// Whether it counts its inputs: a threshold or a parity.
  var isCounting: Bool {
    switch self {
    case .atLeast, .xor: true
    default: false
    }
  }

  /// Whether it is neither a constant nor an event.
  var hasInputs: Bool {
    switch self {
    case .constant, .event: false
    default: true
    }
  }
}
