import DepGraph
import Foundation

/// The jobs on fault trees in the Open-PSA format, `STEM.xml`.
///
/// Probabilities are answered in units of 10⁻¹⁵, since the harness compares whole numbers.
extension Jobs {
  /// The exact probability of the first top event, and how many minimal cut sets there are.
  static func solutionOfAFaultTree(_ stem: String) throws -> Measurement {
    var (watch, trees) = try reading(stem)
    let solved = SolvedGates(trees.graph, tops: [trees.tops[0].id])
    let probability = solved.probabilities(chances(trees))[0]
    let sets = try solved.minimalSets(of: 0)
    let answer = [
      "p_e15": probability.map(scaled) ?? -1, "mcs": Int(clamping: sets.total),
      "orders": sets.counts.count - 1,
    ]
    watch.lap()
    return watch.measurement(answer, part: .computing)
  }

  /// One decision diagram of the whole tree, its variables in the order in which a search into the
  /// depth meets them: no modules and no simplification, so that engines are compared and not orders.
  static func diagramOfAFaultTree(_ stem: String) throws -> Measurement {
    var (watch, trees) = try reading(stem)
    let diagrams = BinaryDiagrams()
    let (root, events) = try diagram(of: trees.tops[0].id, in: trees.graph, by: diagrams)
    let all = chances(trees)
    let probability = diagrams.probabilities(of: [root], events.map { all[$0.index] })[0]
    let answer = ["p_e15": scaled(probability), "nodes": diagrams.size(of: [root])]
    watch.lap()
    return watch.measurement(answer, part: .computing)
  }

  private static func reading(_ stem: String) throws -> (Stopwatch, FaultTrees) {
    var watch = Stopwatch()
    let trees = try OpenPSAReader().read([stem + ".xml"]).trees
    watch.lap()
    watch.lap()
    return (watch, trees)
  }

  private static func chances(_ trees: FaultTrees) -> [Double] {
    trees.events.map { $0.probability ?? 0 }
  }

  private static func scaled(_ probability: Double) -> Int { Int((probability * 1e15).rounded()) }

  /// Builds upwards; a gate is built when all that it reads has been.
  private static func diagram(
    of top: GateID, in graph: GateGraph, by diagrams: BinaryDiagrams
  ) throws -> (root: BinaryDiagram, events: [EventID]) {
    var events: [EventID] = []
    var built: [Int: BinaryDiagram] = [:]
    func value(_ gate: GateID) -> BinaryDiagram? {
      built[gate.index].map { gate.isNegated ? !$0 : $0 }
    }
    var stack = [top]
    while let gate = stack.last {
      let inputs = graph.inputs(of: gate)
      let missing = inputs.filter { built[$0.index] == nil }
      guard built[gate.index] == nil, missing.isEmpty else {
        if built[gate.index] != nil { stack.removeLast() } else { stack += missing.reversed() }
        continue
      }
      let values = inputs.compactMap(value)
      switch graph.gate(gate) {
      case .constant(let isTrue): built[gate.index] = isTrue ? .true : .false
      case .event(let event):
        built[gate.index] = try diagrams.variable(events.count)
        events.append(event)
      case .and: built[gate.index] = try diagrams.conjunction(of: values)
      case .or: built[gate.index] = try diagrams.disjunction(of: values)
      case .atLeast(let least): built[gate.index] = try diagrams.atLeast(least, of: values)
      case .xor:
        var parity = BinaryDiagram.false
        for value in values { parity = try diagrams.xor(parity, value) }
        built[gate.index] = parity
      case .disconnected: throw Unmet(reason: "a fault tree asks about no wiring")
      }
    }
    return (value(top) ?? .false, events)
  }
}
