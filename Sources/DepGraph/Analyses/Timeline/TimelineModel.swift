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
  ///   - restarts: How long components take to recover, where that is not what the model says.
  /// - Complexity: O((*n* + *r*) log *n*) for *n* components with *r* requirements.
  public init(
    _ model: CompiledModel, reading: Reading = .written, restarts: [VertexID: TimeSpan] = [:]
  ) {
    self.reading = reading
    let builder = FormulaBuilder(table: model.table, networks: model.networks)
    var compiler = TimelineCompiler(model)
    for vertex in model.componentVertices {
      guard let component = model.component(vertex) else { continue }
      let restart = restarts[vertex] ?? component.restart
      compiler.graph.setRestart(restart?.seconds ?? 0, of: vertex)
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
