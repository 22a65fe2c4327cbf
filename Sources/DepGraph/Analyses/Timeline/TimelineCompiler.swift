/// Turns formulas into the vertices of a timed graph.
struct TimelineCompiler {
  /// What stands for a reference when working in full is what counts.
  struct Fullness {
    /// The units that stand for elements that only have to work.
    let standIns: [VertexID: VertexID]
    /// The units that are not full although nothing has failed.
    let lackingAtRest: [VertexID]
  }

  var graph: TimedGraph.Builder
  private let fullness: Fullness?
  private var always: VertexID?
  private var never: VertexID?

  /// Begins a graph.
  ///
  /// - Parameters:
  ///   - model: The model.
  ///   - unitCount: How many units: the elements first.
  ///   - fullness: Whether working in full is what counts; nil: that it works.
  init(_ model: CompiledModel, unitCount: Int? = nil, fullness: Fullness? = nil) {
    self.fullness = fullness
    graph = TimedGraph.Builder(
      unitCount: unitCount ?? model.table.count,
      networks: model.networks.networks.map { (nodes: $0.nodes, links: $0.links) },
      downAtRest: fullness?.lackingAtRest ?? [])
  }

  /// Adds what a component requires.
  mutating func add(_ formula: Formula, to unit: VertexID) {
    switch formula {
    case .group(let group) where !group.offersAlternatives && group.delay == 0:
      for member in group.members { add(member, to: unit) }
    case .met, .unknown:
      break
    case .reference, .group, .path:
      graph.addInput(vertex(of: formula), to: unit)
    }
  }

  /// The vertex that is up when a formula is met.
  private mutating func vertex(of formula: Formula) -> VertexID {
    switch formula {
    case .met, .unknown:
      return alwaysUp()
    case .reference(let reference):
      return vertex(of: reference)
    case .path(let path):
      let added =
        path.isConnectedAtRest
        ? graph.addPath(
          network: path.network, from: path.from, to: path.targets, exempt: path.exempt)
        : graph.addGate(margin: 0, inputs: [])
      return held(added, for: path.delay)
    case .group(let group):
      let members = group.members.map { vertex(of: $0) }
      let changesOver =
        group.offersAlternatives && group.switchover > 0
        && (1..<members.count).contains(group.threshold)
      let added =
        changesOver
        ? graph.addSwitching(
          threshold: group.threshold, members: members, seconds: group.switchover)
        : graph.addGate(margin: group.lossesToFail, inputs: members)
      return held(added, for: group.delay)
    }
  }

  /// The vertex that is up when a reference is met.
  mutating func vertex(of reference: FormulaReference) -> VertexID {
    guard let fullness else { return held(reference.vertex, for: reference.delay) }
    if reference.givesDegraded { return neverUp() }
    let target =
      reference.toleratesDegraded ? fullness.standIns[reference.vertex] : reference.vertex
    return held(target ?? reference.vertex, for: reference.delay)
  }

  private mutating func held(_ vertex: VertexID, for seconds: Double) -> VertexID {
    seconds > 0 ? graph.addHoldup(seconds, of: vertex) : vertex
  }

  private mutating func neverUp() -> VertexID {
    if let never { return never }
    let added = graph.addGate(margin: 0, inputs: [])
    never = added
    return added
  }

  private mutating func alwaysUp() -> VertexID {
    if let always { return always }
    let added = graph.addGate(margin: 1, inputs: [])
    always = added
    return added
  }
}
