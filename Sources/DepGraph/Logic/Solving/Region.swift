/// Gates that are solved together: those below a module, or below all tops, down to the next modules.
struct Region {
  /// The gates that are asked for, as numbers in the graph: the module, or tops that are none.
  let roots: [Int]
  /// The gates between, inputs before what reads them but for gates on a cycle, which stand together.
  let gates: [Int]
  /// Events and modules below, ascending.
  let leaves: [Int]

  /// Divides gates into regions.
  ///
  /// - Parameters:
  ///   - graph: The gates.
  ///   - tops: The gates that are asked about.
  ///   - dependence: What the gates read.
  ///   - modules: Which gates are modules.
  /// - Returns: A region for each module, each after those of the modules in it, and one for the
  ///   tops that are neither modules nor events, if there are any.
  /// - Complexity: O(*g* + *i*) for *g* gates with *i* inputs, and sorting them.
  static func regions(
    of graph: GateGraph, tops: [GateID], dependence: GateDependence, modules: Modules
  ) -> [Region] {
    var regions: [Region] = []
    var mark = Array(repeating: -1, count: graph.gateCount)
    func add(_ roots: [Int]) {
      let number = regions.count
      var gates: [Int] = []
      var leaves: [Int] = []
      var stack = roots
      for root in roots { mark[root] = number }
      while let gate = stack.popLast() {
        let isInner = modules.isModule[gate] && roots != [gate]
        if isInner || graph.gate(GateID(gate)).isEvent {
          leaves.append(gate)
          continue
        }
        gates.append(gate)
        for target in dependence.rows[VertexID(gate)] where mark[target.index] != number {
          mark[target.index] = number
          stack.append(target.index)
        }
      }
      gates.sort()
      leaves.sort()
      regions.append(Region(roots: roots, gates: gates, leaves: leaves))
    }
    for gate in 0..<graph.gateCount where modules.isModule[gate] { add([gate]) }
    var others: [Int] = []
    for top in tops {
      let kind = graph.gate(top)
      if kind.hasInputs, !modules.isModule[top.index], mark[top.index] != -2 {
        mark[top.index] = -2
        others.append(top.index)
      }
    }
    if !others.isEmpty { add(others) }
    return regions
  }
}

extension Gate {
  /// Whether it is an event.
  var isEvent: Bool {
    if case .event = self { true } else { false }
  }
}
