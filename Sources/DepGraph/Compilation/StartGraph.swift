/// The threshold graph of what starts, as written: what a component requires, and what it needs at
/// the moment of starting.
///
/// Its first vertices are the elements, by their number; groups and paths follow.
struct StartGraph: Sendable {
  let graph: ThresholdGraph

  /// - Complexity: O(*n* + *r*) for *n* components with *r* requirements.
  init(_ compiled: CompiledModel) {
    let builder = FormulaBuilder(table: compiled.table, networks: compiled.networks)
    var compiler = ReadingCompiler(
      .written, elementCount: compiled.table.count, networks: compiled.networks)
    for component in compiled.model.components {
      guard let vertex = compiled.table.vertex(of: component.id) else { continue }
      compiler.add(builder.requirement(of: component, at: vertex), soft: [], of: vertex)
      compiler.add(
        builder.formula(component.startsWith, of: vertex) { "starts-with" }, soft: [], of: vertex)
    }
    graph = compiler.finish().levelOne
  }
}

/// The threshold graph of what works while some components wait for their repair, as written.
///
/// Behind the elements stands a vertex for each of some components that is down when its repair is not
/// possible, and for each of some others a *hand*: while that is up, the component works whatever
/// it needs, as long as it has not failed itself.
struct RepairGraph: Sendable {
  let graph: ThresholdGraph
  /// For each component that may have failed, the vertex that tells whether it cannot be repaired.
  let repairs: [VertexID: VertexID]
  /// For each component that people may make work, its hand.
  let hands: [VertexID: VertexID]

  /// - Parameters:
  ///   - compiled: The model.
  ///   - failed: The elements that may have failed.
  ///   - hands: The elements that people may make work.
  /// - Complexity: O(*n* + *r*) for *n* components with *r* requirements.
  init(_ compiled: CompiledModel, failed: [VertexID], hands: [VertexID]) {
    let count = compiled.table.count
    var repairs: [VertexID: VertexID] = [:]
    var handVertices: [VertexID: VertexID] = [:]
    for vertex in failed { repairs[vertex] = VertexID(count + repairs.count) }
    for vertex in hands {
      handVertices[vertex] = VertexID(count + repairs.count + handVertices.count)
    }
    let builder = FormulaBuilder(table: compiled.table, networks: compiled.networks)
    var compiler = ReadingCompiler(
      .written, elementCount: count + repairs.count + handVertices.count,
      networks: compiled.networks)
    for component in compiled.model.components {
      guard let vertex = compiled.table.vertex(of: component.id) else { continue }
      let requirement = builder.requirement(of: component, at: vertex)
      compiler.add(
        handVertices[vertex].map { requirement.orElse($0) } ?? requirement, soft: [], of: vertex)
      guard let repair = repairs[vertex] else { continue }
      compiler.add(
        builder.formula(component.repairNeeds, of: vertex) { "repair-needs" }, soft: [],
        of: repair)
    }
    graph = compiler.finish().levelOne
    self.repairs = repairs
    self.hands = handVertices
  }
}

extension Formula {
  /// The formula, or else one vertex.
  fileprivate func orElse(_ vertex: VertexID) -> Formula {
    let reference = FormulaReference(
      vertex: vertex, delay: 0, toleratesDegraded: false, givesDegraded: false,
      isScopedToSelf: false, isUncertain: false)
    return .group(
      FormulaGroup(
        threshold: 1, offersAlternatives: true, members: [self, .reference(reference)], delay: 0,
        location: "requires"))
  }
}
