/// Makes modules of inputs that share nothing with the others.
///
/// Where some inputs of a conjunction share gates or events among themselves, but with nothing else,
/// a gate of their own in between makes a module of them, which is solved apart. Inputs belong
/// together where the times overlap between which anything in them is met by the search that finds
/// modules; now and then that takes in one that shares nothing, which does no harm. Inputs that stand
/// alone become one module too where others are shared: what reads the gate has fewer leaves then.
enum GroupedGates {
  /// Puts gates in between.
  ///
  /// - Parameters:
  ///   - graph: Simplified gates.
  ///   - tops: The gates that are asked about.
  /// - Returns: The gates, inputs still before what reads them, and the tops.
  /// - Complexity: O(*n* log *n*) for *n* gates and inputs.
  static func grouped(_ graph: GateGraph, tops: [GateID]) -> (GateGraph, [GateID]) {
    let dependence = GateDependence(graph, tops: tops)
    var search = ModuleSearch(dependence)
    search.run(from: tops)
    // With negations the minimal sets of larger modules cost more than their diagrams save.
    let isCoherent = graph.isCoherent(tops)
    var groups: [Int: [[GateID]]] = [:]
    for index in 0..<graph.gateCount where graph.gate(GateID(index)) == .and {
      let found = groupsOfInputs(
        of: GateID(index), graph, dependence, search, joinsLone: isCoherent)
      if found.count > 1, found.contains(where: { $0.count > 1 }) { groups[index] = found }
    }
    return groups.isEmpty ? (graph, tops) : inserted(groups, into: graph, tops: tops)
  }

  /// The inputs of a conjunction in groups that share nothing; those that share with others than the
  /// gate's own stand alone.
  private static func groupsOfInputs(
    of gate: GateID, _ graph: GateGraph, _ dependence: GateDependence, _ search: ModuleSearch,
    joinsLone: Bool
  ) -> [[GateID]] {
    func component(_ gate: GateID) -> Int {
      dependence.components.component(of: VertexID(gate.index)).index
    }
    let own = component(gate)
    guard search.firstMet[own] > 0, dependence.components[VertexID(own)].count == 1 else {
      return []
    }
    var spans: [(first: Int, last: Int, input: GateID)] = []
    var groups: [[GateID]] = []
    for input in graph.inputs(of: gate) {
      let below = component(input)
      let first = min(search.firstMet[below], search.firstBelow[below])
      let last = max(search.lastMet[below], search.lastBelow[below])
      if first > search.firstMet[own], last < search.left[own] {
        spans.append((first, last, input))
      } else {
        groups.append([input])
      }
    }
    spans.sort { $0.first < $1.first }
    let outside = groups.count
    var end = -1
    for span in spans {
      if span.first <= end {
        groups[groups.count - 1].append(span.input)
      } else {
        groups.append([span.input])
      }
      end = max(end, span.last)
    }
    return joinsLone ? together(groups, outside: outside) : groups
  }

  /// Makes one group of those that stand alone beside an input that is shared with others.
  ///
  /// What reads the gate then has one leaf instead of many.
  private static func together(_ groups: [[GateID]], outside: Int) -> [[GateID]] {
    let alone = groups[outside...].filter { $0.count == 1 }
    guard outside > 0, alone.count > 1 else { return groups }
    return groups[..<outside] + groups[outside...].filter { $0.count > 1 } + [alone.flatMap(\.self)]
  }

  private static func inserted(
    _ groups: [Int: [[GateID]]], into graph: GateGraph, tops: [GateID]
  ) -> (GateGraph, [GateID]) {
    // A gate moves by as many places as there are new ones before it and for it.
    var images: [Int] = []
    var added = 0
    for index in 0..<graph.gateCount {
      added += groups[index]?.count { $0.count > 1 } ?? 0
      images.append(index + added)
    }
    func image(_ gate: GateID) -> GateID {
      GateID(images[gate.index], isNegated: gate.isNegated)
    }
    var list = GateList()
    for index in 0..<graph.gateCount {
      let row = groups[index]?.map { group in
        group.count == 1 ? image(group[0]) : list.append(.and, group.map(image))
      }
      _ = list.append(
        graph.gate(GateID(index)), row ?? graph.inputs(of: GateID(index)).map(image))
    }
    let wirings = graph.wirings.map { wiring in
      Wiring(
        nodes: wiring.nodes.map(image),
        links: wiring.links.map {
          Wiring.Link(first: $0.first, second: $0.second, failure: image($0.failure))
        })
    }
    return (list.graph(eventCount: graph.eventCount, wirings: wirings), tops.map(image))
  }

  /// Gates in the order in which they get their numbers.
  private struct GateList {
    private var gates: [Gate] = []
    private var starts: [UInt32] = [0]
    private var inputs: [GateID] = []

    mutating func append(_ gate: Gate, _ row: [GateID]) -> GateID {
      gates.append(gate)
      inputs += row
      starts.append(UInt32(inputs.count))
      return GateID(gates.count - 1)
    }

    func graph(eventCount: Int, wirings: [Wiring]) -> GateGraph {
      GateGraph(
        eventCount: eventCount, gates: gates, inputStarts: starts, allInputs: inputs,
        wirings: wirings)
    }
  }
}
