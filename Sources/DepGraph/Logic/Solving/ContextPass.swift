/// Replaces inputs by constants where all that could read the difference knows them already.
///
/// An input of a conjunction matters only where the other inputs are true, so whatever is met on
/// *every* way from the tops to a gate as such a neighbour is known below it: in "a, and (b or (a
/// and c))" the inner a is true. What justifies a replacement stands higher than what is replaced,
/// on every way, and is itself replaced only where something higher still says the same; so all
/// replacements hold at once. (Only neighbours themselves count, not what they imply: two gates
/// could then justify each other.)
struct ContextPass {
  /// How many literals are kept for one gate, and for all gates that wait at once.
  private static let longest = 256
  private static let most = 1 << 22

  private let graph: GateGraph
  private let dependence: GateDependence
  /// By how many inputs each gate is read.
  private var useCounts: [UInt32]
  /// What is known of each gate, ascending; nil where nothing has been heard yet.
  private var known: [[GateID]?]
  /// How much is known of gates that have not been come to.
  private var waiting = 0
  private var inputs: [GateID]

  private init(_ graph: GateGraph, tops: [GateID]) {
    self.graph = graph
    dependence = GateDependence(graph, tops: tops)
    inputs = graph.allInputs
    useCounts = Array(repeating: 0, count: graph.gateCount)
    known = Array(repeating: nil, count: graph.gateCount)
    for index in 0..<graph.gateCount {
      for input in dependence.rows[VertexID(index)] { useCounts[input.index] += 1 }
    }
    for top in tops { known[top.index] = [] }
  }

  /// Uses what is known from above.
  ///
  /// - Parameters:
  ///   - graph: Gates as a simplification pass leaves them.
  ///   - tops: The gates that are asked about.
  /// - Returns: Gates of the same numbers that say the same of the tops.
  /// - Complexity: O(*i* · *k* log *k*) for *i* inputs and at most *k* = 256 things known of a gate.
  static func run(_ graph: GateGraph, tops: [GateID]) -> GateGraph {
    var pass = ContextPass(graph, tops: tops)
    let components = pass.dependence.components
    for index in (0..<components.count).reversed() {
      let members = components[VertexID(index)]
      guard let first = members.first, pass.dependence.isReached(GateID(first.index)) else {
        continue
      }
      let gate = GateID(first.index)
      let kind = graph.gate(gate)
      if pass.dependence.isAcyclic(members), kind == .and || kind.isCounting {
        pass.visit(gate, isConjunction: kind == .and)
      } else {
        for member in members {
          for input in pass.dependence.rows[member] { pass.hear(of: GateID(input.index), []) }
        }
      }
    }
    return GateGraph(
      eventCount: graph.eventCount, gates: graph.gates, inputStarts: graph.inputStarts,
      allInputs: pass.inputs, wirings: graph.wirings)
  }

  /// Replaces what is known among the inputs of a gate, and tells the inputs what is known there.
  private mutating func visit(_ gate: GateID, isConjunction: Bool) {
    let above = known[gate.index] ?? []
    known[gate.index] = nil
    waiting -= above.count
    let range = Int(graph.inputStarts[gate.index])..<Int(graph.inputStarts[gate.index + 1])
    if !above.isEmpty {
      for place in range {
        if Self.contains(above, inputs[place]) {
          inputs[place] = GateStore.always
        } else if Self.contains(above, !inputs[place]) {
          inputs[place] = GateStore.never
        }
      }
    }
    var here = above
    if isConjunction {
      for place in range where useCounts[inputs[place].index] > 1 { here.append(inputs[place]) }
      here.sort()
    }
    if here.count > Self.longest || waiting > Self.most { here = [] }
    for place in range where graph.gate(inputs[place]).hasInputs { hear(of: inputs[place], here) }
  }

  /// Takes note of what is known on one more way to a gate.
  private mutating func hear(of gate: GateID, _ context: [GateID]) {
    let before = known[gate.index]
    let heard =
      before.map { Self.intersection($0, context, without: gate) }
      ?? context.filter { $0 != gate }
    waiting += heard.count - (before?.count ?? 0)
    known[gate.index] = heard
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
