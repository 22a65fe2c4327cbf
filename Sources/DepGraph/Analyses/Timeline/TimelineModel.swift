/// A model made ready for running through time, in one reading.
///
///     let model = TimelineModel(compiled)
///     let timeline = model.timeline(of: [.init(.fail, router, at: 0), .init(.restore, router, at: 3600)])
///     timeline.longestOutage(of: portal)  // 5400, with a restart of half an hour
///
/// What is meant by it stands in `docs/guides/Timeline.md`.
public struct TimelineModel: Sendable {
  /// The reading of uncertain facts.
  public let reading: Reading
  let graph: TimedGraph

  /// Makes a model ready.
  ///
  /// - Parameters:
  ///   - model: The model.
  ///   - reading: How sure uncertain facts are taken to be.
  /// - Complexity: O((*n* + *r*) log *n*) for *n* components with *r* requirements.
  public init(_ model: CompiledModel, reading: Reading = .written) {
    self.reading = reading
    let builder = FormulaBuilder(table: model.table, networks: model.networks)
    var compiler = TimelineCompiler(model)
    for vertex in model.componentVertices {
      guard let component = model.component(vertex) else { continue }
      compiler.graph.setRestart(component.restart?.seconds ?? 0, of: vertex)
      let requirement = builder.requirement(of: component, at: vertex)
      if let read = requirement.read(reading) { compiler.add(read, to: vertex) }
    }
    graph = compiler.graph.build()
  }

  /// Who is out when, if some things happen.
  ///
  /// - Parameters:
  ///   - events: What happens, in any order. At one instant restores come first: what is restored and
  ///     fails at the same instant has failed.
  ///   - horizon: The last instant to compute, in seconds; infinite: until nothing changes any more.
  /// - Returns: The outages of components and common causes.
  /// - Complexity: O(*e* log *e*), *e* the requirements of what changes, each as often as it changes,
  ///   and for each instant at which networks change the size of those networks.
  public func timeline(
    of events: [TimelineEvent], until horizon: Double = .infinity
  ) -> Timeline {
    var run = TimelineRun(graph)
    return run.run(events, until: horizon)
  }
}

/// Turns formulas into the vertices of a timed graph.
private struct TimelineCompiler {
  var graph: TimedGraph.Builder
  private var always: VertexID?

  init(_ model: CompiledModel) {
    graph = TimedGraph.Builder(
      unitCount: model.table.count,
      networks: model.networks.networks.map { (nodes: $0.nodes, links: $0.links) })
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
      return held(reference.vertex, for: reference.delay)
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

  private mutating func held(_ vertex: VertexID, for seconds: Double) -> VertexID {
    seconds > 0 ? graph.addHoldup(seconds, of: vertex) : vertex
  }

  private mutating func alwaysUp() -> VertexID {
    if let always { return always }
    let added = graph.addGate(margin: 1, inputs: [])
    always = added
    return added
  }
}
