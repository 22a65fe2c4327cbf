/// Builds the diagrams of one region, gate by gate from the leaves upwards.
///
/// Diagrams that no gate still has to read are given up, and their nodes are freed when they have
/// become many or the budget is spent.
struct RegionBuilder {
  let graph: GateGraph
  let dependence: GateDependence
  let region: Region
  /// The manager; sifting begins a new one.
  private(set) var diagrams: BinaryDiagrams
  private let newDiagrams: () -> BinaryDiagrams
  /// The places of the leaves in the order of their levels.
  private(set) var order: [Int] = []
  /// At how many nodes the variables are sifted; nil: never.
  private var siftsAbove: Int?
  private var siftingStepsLeft: Int
  /// The place of each leaf and gate of the region: leaves first, as in `RegionShape`.
  private let places: [Int]
  /// The diagram of each place.
  private var values: [BinaryDiagram]
  /// By how many gates of the region each place is still to be read.
  private var readersLeft: [Int]
  /// Whether a place could not be solved, where the region has other roots that may be.
  private var isUnknown: [Bool]
  private var failuresLeft = 3
  /// How many gates have their diagram.
  private(set) var gatesSettled = 0
  private var collectAbove = 1 << 20

  init(
    _ graph: GateGraph, _ dependence: GateDependence, _ region: Region,
    places: [Int], siftsAbove: Int? = nil, siftingSteps: Int = 0,
    newDiagrams: @escaping () -> BinaryDiagrams
  ) {
    self.graph = graph
    self.dependence = dependence
    self.region = region
    self.newDiagrams = newDiagrams
    self.siftsAbove = siftsAbove
    siftingStepsLeft = siftingSteps
    diagrams = newDiagrams()
    self.places = places
    let count = region.leaves.count + region.gates.count
    values = Array(repeating: .false, count: count)
    readersLeft = Array(repeating: 0, count: count)
    isUnknown = Array(repeating: false, count: count)
  }

  /// Builds the diagrams of the roots.
  ///
  /// - Parameters:
  ///   - order: The places of the leaves in the order of their levels.
  ///   - leafValues: What is known of each gate of the graph that is a leaf.
  ///   - goesAround: Whether a gate that fails is left out, for the sake of roots that can do without.
  /// - Returns: One diagram for each root; nil where it could not be solved.
  /// - Throws: ``DiagramLimit`` where the budget is spent or the caller wants to stop.
  mutating func run(
    order: [Int], leafValues: [LeafValue], goesAround: Bool
  ) throws(DiagramLimit) -> [BinaryDiagram?] {
    self.order = order
    for gate in region.gates {
      for target in dependence.rows[VertexID(gate)] { readersLeft[places[target.index]] += 1 }
    }
    for root in region.roots { readersLeft[places[root]] += 1 }
    for (level, place) in order.enumerated() {
      switch leafValues[region.leaves[place]] {
      case .variable: values[place] = try diagrams.variable(level)
      case .opposite: values[place] = !(try diagrams.variable(level))
      case .constant(let value): values[place] = value ? .true : .false
      case .unknown: isUnknown[place] = true
      }
    }
    var index = 0
    while index < region.gates.count {
      let gate = VertexID(region.gates[index])
      let members = dependence.components[dependence.components.component(of: gate)]
      index += members.count
      let isKnown = members.allSatisfy { member in
        dependence.rows[member].allSatisfy { !isUnknown[places[$0.index]] }
      }
      guard isKnown else {
        giveUp(members)
        continue
      }
      do {
        try settle(members)
        try siftIfLarge()
      } catch .nodes where goesAround && failuresLeft > 0 {
        failuresLeft -= 1
        giveUp(members)
      }
    }
    return region.roots.map { isUnknown[places[$0]] ? nil : values[places[$0]] }
  }

  private mutating func giveUp(_ members: ArraySlice<VertexID>) {
    for member in members {
      isUnknown[places[member.index]] = true
      values[places[member.index]] = .false
    }
    for member in members { release(member) }
  }

  private mutating func settle(_ members: ArraySlice<VertexID>) throws(DiagramLimit) {
    guard let gate = members.first else { return }
    if dependence.isAcyclic(members) {
      values[places[gate.index]] = try value(of: gate)
    } else {
      try settle(knot: members)
    }
    gatesSettled += members.count
    for member in members { release(member) }
  }

  private mutating func release(_ gate: VertexID) {
    for target in dependence.rows[gate] { readersLeft[places[target.index]] -= 1 }
  }

  // MARK: - Values

  /// What a gate says of the diagrams of its inputs as they are now.
  private mutating func value(of gate: VertexID) throws(DiagramLimit) -> BinaryDiagram {
    if diagrams.nodeCount > collectAbove { collect() }
    do {
      return try combined(gate)
    } catch .nodes where collect() {
      return try combined(gate)
    }
  }

  private func value(_ gate: GateID) -> BinaryDiagram {
    // Constants may be read by wirings only, which no row names.
    guard graph.gate(gate) != .constant(false) else { return gate.isNegated ? .true : .false }
    let value = values[places[gate.index]]
    return gate.isNegated ? !value : value
  }

  private func combined(_ gate: VertexID) throws(DiagramLimit) -> BinaryDiagram {
    let id = GateID(gate.index)
    let inputs = graph.inputs(of: id).map { value($0) }
    switch graph.gate(id) {
    case .constant(let value): return value ? .true : .false
    case .event: return values[places[gate.index]]
    case .disconnected(let question): return try isDisconnected(question)
    case .and: return try diagrams.conjunction(of: inputs)
    case .or: return try diagrams.disjunction(of: inputs)
    case .atLeast(let least): return try diagrams.atLeast(least, of: inputs)
    case .xor:
      var result = BinaryDiagram.false
      for input in inputs { result = try diagrams.xor(result, input) }
      return result
    }
  }

  /// Frees what is not needed any more.
  ///
  /// - Returns: Whether that was worth it.
  @discardableResult
  private mutating func collect() -> Bool {
    let before = diagrams.nodeCount
    diagrams.collect(keeping: values.indices.filter { readersLeft[$0] > 0 }.map { values[$0] })
    collectAbove = max(1 << 20, 3 * diagrams.nodeCount)
    return diagrams.nodeCount < before - before / 4
  }

  /// Puts the variables into a better order where the diagrams have become large.
  private mutating func siftIfLarge() throws(DiagramLimit) {
    guard let limit = siftsAbove, siftingStepsLeft > 0, diagrams.nodeCount > limit else { return }
    collect()
    guard diagrams.nodeCount > limit / 2 else { return }
    let live = values.indices.filter { readersLeft[$0] > 0 }
    let rows = diagrams.rows(below: live.map { values[$0] })
    let steps = min(150 * rows.count, siftingStepsLeft)
    var sifting = VariableSifting(rows, levelCount: order.count, steps: steps)
    sifting.run()
    siftingStepsLeft -= steps
    let sifted = newDiagrams()
    let functions = try sifting.functions(in: sifted)
    for (place, function) in zip(live, functions) { values[place] = function }
    order = sifting.variables.map { order[$0] }
    diagrams = sifted
    siftsAbove = max(limit, 4 * sifting.count)
  }

  // MARK: - Gates on cycles and wirings

  /// Finds the least solution of gates that need each other: begins with nothing true and puts the
  /// values in again and again until nothing changes.
  ///
  /// Values only grow, so each assignment of the leaves changes at most as many values as there are
  /// gates: there are at most that many rounds. A gate is looked at only if what it reads changed.
  private mutating func settle(knot members: ArraySlice<VertexID>) throws(DiagramLimit) {
    let component = members.first.map { dependence.components.component(of: $0) }
    var readers: [[VertexID]] = Array(repeating: [], count: values.count)
    for member in members {
      for target in dependence.rows[member]
      where dependence.components.component(of: target) == component {
        readers[places[target.index]].append(member)
      }
    }
    var queue = Array(members)
    var isWaiting = Array(repeating: true, count: values.count)
    var head = 0
    while head < queue.count {
      let gate = queue[head]
      let place = places[gate.index]
      head += 1
      isWaiting[place] = false
      let new = try value(of: gate)
      guard new != values[place] else { continue }
      values[place] = new
      for reader in readers[place] where !isWaiting[places[reader.index]] {
        isWaiting[places[reader.index]] = true
        queue.append(reader)
      }
    }
  }

  /// Where no way is left: what is reached is found from nothing, going on from node to node until
  /// nothing changes.
  private func isDisconnected(_ question: Disconnection) throws(DiagramLimit) -> BinaryDiagram {
    let wiring = graph.wirings[question.wiring]
    let links = wiring.linksByNode
    var reached = Array(repeating: BinaryDiagram.false, count: wiring.nodes.count)
    reached[question.from] = !value(wiring.nodes[question.from])
    var queue = [question.from]
    var isWaiting = Array(repeating: false, count: wiring.nodes.count)
    var head = 0
    while head < queue.count {
      let node = queue[head]
      head += 1
      isWaiting[node] = false
      for place in links[VertexID(node)] {
        let link = wiring.links[place]
        let other = link.first == node ? link.second : link.first
        guard other != node, other != question.from else { continue }
        let way = try diagrams.conjunction(
          of: [reached[node], !value(link.failure), !value(wiring.nodes[other])])
        let new = try diagrams.or(reached[other], way)
        guard new != reached[other] else { continue }
        reached[other] = new
        if !isWaiting[other] {
          isWaiting[other] = true
          queue.append(other)
        }
      }
    }
    return !(try diagrams.disjunction(of: question.to.map { reached[$0] }))
  }
}
