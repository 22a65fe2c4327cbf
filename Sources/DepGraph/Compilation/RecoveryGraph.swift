/// The threshold graph of what it takes to get something working again, as written.
///
/// Its first vertices are the elements, by their number. An element needs what it requires and what it
/// starts with; one that has failed besides what its repair needs, which is a vertex of its own behind
/// the elements: that works when the repair can begin.
///
/// What people start by hand does without the loop that it breaks. Where it needs the loop in order to
/// run, it waits for all that the loop needs from outside: nobody starts a login by hand while the power
/// of its disk is off. Where only its repair needs the loop, it waits for its own needs.
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
  ///   by hand what its loop requires and the networks of that.
  init(_ compiled: CompiledModel, failed: [VertexID], byHand: [VertexID: Set<VertexID>] = [:]) {
    let count = compiled.table.count
    var readiness: [VertexID: VertexID] = [:]
    for (number, vertex) in failed.enumerated() { readiness[vertex] = VertexID(count + number) }
    let builder = FormulaBuilder(table: compiled.table, networks: compiled.networks)
    var compiler = ReadingCompiler(
      .written, elementCount: count + failed.count, networks: compiled.networks)
    for component in compiled.model.components {
      guard let vertex = compiled.table.vertex(of: component.id) else { continue }
      let needs = [
        builder.requirement(of: component, at: vertex),
        builder.formula(component.startsWith, at: "starts-with", of: vertex),
      ]
      for formula in byHand[vertex].map({ Self.running(needs, without: $0, compiled, builder) })
        ?? needs
      {
        compiler.add(formula, soft: [], of: vertex)
      }
      guard let ready = readiness[vertex] else { continue }
      let repair = builder.formula(component.repairNeeds, at: "repair-needs", of: vertex)
      compiler.add(
        byHand[vertex].map { repair.without($0, in: compiled.networks) } ?? repair, soft: [],
        of: ready)
    }
    for vertex in failed {
      guard let ready = readiness[vertex] else { continue }
      compiler.add(.needing(ready), soft: [], of: vertex)
    }
    graph = compiler.finish().levelOne
    self.readiness = readiness
  }

  /// What an element that is started by hand needs in order to run.
  private static func running(
    _ needs: [Formula], without loop: Set<VertexID>, _ compiled: CompiledModel,
    _ builder: FormulaBuilder
  ) -> [Formula] {
    guard needs.contains(where: { $0.needs(loop, in: compiled.networks) }) else { return needs }
    return loop.sorted().flatMap { member -> [Formula] in
      guard let component = compiled.component(member) else { return [] }
      return [
        builder.requirement(of: component, at: member),
        builder.formula(component.startsWith, at: "starts-with", of: member),
      ].map { $0.without(loop, in: compiled.networks) }
    }
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
    case .path(let path): return path.touches(elements, in: networks) ? .met : self
    case .group(var group):
      group.members = group.members.map { $0.without(elements, in: networks) }
      return .group(group)
    }
  }

  /// Whether one of some elements occurs in it, in a network that it needs a way through too.
  fileprivate func needs(_ elements: Set<VertexID>, in networks: NetworkTable) -> Bool {
    switch self {
    case .met, .unknown: false
    case .reference(let reference): elements.contains(reference.vertex)
    case .path(let path): path.touches(elements, in: networks)
    case .group(let group): group.members.contains { $0.needs(elements, in: networks) }
    }
  }
}

extension FormulaPath {
  /// Whether one of some elements is a node or a link of its network.
  fileprivate func touches(_ elements: Set<VertexID>, in networks: NetworkTable) -> Bool {
    let network = networks.networks[network]
    return network.nodes.contains(where: elements.contains)
      || network.links.contains { elements.contains($0.link) }
  }
}
