/// The threshold graph of what it takes to get something working again, as written.
///
/// Its first vertices are the elements, by their number. An element needs what it requires and what it
/// starts with; one that has failed besides what its repair needs, which is a vertex of its own behind
/// the elements: that works when the repair can begin.
struct RecoveryGraph: Sendable {
  let graph: ThresholdGraph
  /// For each element that has failed, what works when its repair can begin.
  let readiness: [VertexID: VertexID]

  /// Compiles it.
  ///
  /// - Parameters:
  ///   - compiled: The model.
  ///   - failed: What has failed, in order.
  ///   - byHand: For each element that people start by hand, what it then does without.
  /// - Complexity: O(*n* + *r*) for *n* components with *r* requirements, and for each element started
  ///   by hand the networks that it needs a way through.
  init(_ compiled: CompiledModel, failed: [VertexID], byHand: [VertexID: Set<VertexID>] = [:]) {
    let count = compiled.table.count
    var readiness: [VertexID: VertexID] = [:]
    for (number, vertex) in failed.enumerated() { readiness[vertex] = VertexID(count + number) }
    let builder = FormulaBuilder(table: compiled.table, networks: compiled.networks)
    var compiler = ReadingCompiler(
      .written, elementCount: count + failed.count, networks: compiled.networks)
    for component in compiled.model.components {
      guard let vertex = compiled.table.vertex(of: component.id) else { continue }
      let without = byHand[vertex]
      let read = { (formula: Formula) -> Formula in
        guard let without else { return formula }
        return formula.without(without, in: compiled.networks)
      }
      compiler.add(read(builder.requirement(of: component, at: vertex)), soft: [], of: vertex)
      compiler.add(
        read(builder.formula(component.startsWith, at: "starts-with", of: vertex)), soft: [],
        of: vertex)
      guard let ready = readiness[vertex] else { continue }
      compiler.add(
        read(builder.formula(component.repairNeeds, at: "repair-needs", of: vertex)), soft: [],
        of: ready)
    }
    for vertex in failed {
      guard let ready = readiness[vertex] else { continue }
      compiler.add(.needing(ready), soft: [], of: vertex)
    }
    graph = compiler.finish().levelOne
    self.readiness = readiness
  }
}

extension Formula {
  /// The need for one vertex.
  fileprivate static func needing(_ vertex: VertexID) -> Formula {
    .reference(
      FormulaReference(
        vertex: vertex, delay: 0, toleratesDegraded: false, givesDegraded: false,
        isScopedToSelf: false, isUncertain: false))
  }

  /// The formula in which some elements are not needed: they count as met, and so does a way through
  /// a network that one of them is a node or a link of.
  fileprivate func without(_ elements: Set<VertexID>, in networks: NetworkTable) -> Formula {
    switch self {
    case .met, .unknown: return self
    case .reference(let reference): return elements.contains(reference.vertex) ? .met : self
    case .path(let path):
      let network = networks.networks[path.network]
      let isHit =
        network.nodes.contains(where: elements.contains)
        || network.links.contains { elements.contains($0.link) }
      return isHit ? .met : self
    case .group(var group):
      group.members = group.members.map { $0.without(elements, in: networks) }
      return .group(group)
    }
  }
}
