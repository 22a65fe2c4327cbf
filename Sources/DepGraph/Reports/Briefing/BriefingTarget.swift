/// Whom a briefing asks about where an analysis is about one thing.
enum BriefingTarget {
  /// The most critical process or consumer that a failure takes down: by its class of restoration, the
  /// outage that it bears, and its id; nil: none is taken down.
  ///
  /// - Complexity: O(*n* + *c*) for *n* components that are down and *c* classes.
  static func mostCritical(after blast: BlastRadius, in compiled: CompiledModel) -> VertexID? {
    let users = Set(compiled.vertices(ofKinds: [.process, .consumer]))
    let fallen = blast.down.map(\.vertex).filter(users.contains)
    return fallen.min { rank(of: $0, in: compiled) < rank(of: $1, in: compiled) }
  }

  /// What comes first where things are put in order of how critical they are.
  ///
  /// - Complexity: O(*c*) for *c* classes of restoration.
  static func rank(of vertex: VertexID, in compiled: CompiledModel) -> (Int, Double, Int) {
    let component = compiled.component(vertex)
    let order = component?.restoreClass.flatMap { id in
      compiled.model.restoreClasses.first { $0.id == id }?.rank
    }
    let continuity = component?.continuity
    let borne = continuity?.maximumTolerablePeriod ?? continuity?.recoveryTimeObjective
    return (order ?? .max, borne?.seconds ?? .infinity, vertex.index)
  }

  /// What criteria are held against: the one thing of the model that has a standing as vital
  /// infrastructure, else what fails.
  ///
  /// - Complexity: O(*n*) for *n* components.
  static func subject(_ failure: Seeds, in compiled: CompiledModel) -> Seeds {
    let standing = compiled.model.components.filter { $0.vital != nil }.map(\.id)
    guard standing.count == 1, let only = standing.first.flatMap(compiled.vertex) else {
      return failure
    }
    return Seeds([only], written: standing)
  }
}
