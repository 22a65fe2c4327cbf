/// The elements that work, but lean on what is left.
///
/// The least set of elements that are not down for which a group of alternatives has lost a member
/// that it had at rest, a path has one way left of two disjoint ones, or a requirement outside such
/// groups leads to an element of the set.
struct ReducedRedundancy {
  /// The elements, down ones left out.
  let elements: Set<VertexID>

  init(reading: CompiledReading, times: LevelTimes, horizon: Double) {
    let graph = reading.levelOne
    let isDown = { (vertex: VertexID) in times.down[vertex].isBy(horizon) }
    let (groups, networks) = Self.hit(reading, times, isDown)
    let losing = groups.filter { group in
      graph.inputs(of: group).contains { input in
        // What is dead at rest (a constant) is not lost now.
        (times.down[input.vertex] + input.delay).isBy(horizon)
          && !Self.isDeadAtRest(input.vertex, reading)
      }
    }
    let onLastWay = networks.flatMap { graph.pathsOnTheirLastWay(in: $0, isDown: isDown) }
    var found = Set((losing + onLastWay).map { reading.part($0).owner }.filter { !isDown($0) })
    Self.spread(&found, reading, isDown)
    elements = found
  }

  /// Elements, and all that would lean on less redundancy if they did.
  ///
  /// - Complexity: O(*v* + *a*) for the vertices and arcs of the reading.
  static func leaning(
    on elements: Set<VertexID>, in reading: CompiledReading
  ) -> Set<VertexID> {
    var found = elements
    spread(&found, reading) { _ in false }
    return found
  }

  /// The groups of alternatives with an input that is down, and the networks that lost something.
  private static func hit(
    _ reading: CompiledReading, _ times: LevelTimes, _ isDown: (VertexID) -> Bool
  ) -> (groups: VertexSet, networks: [NetworkID]) {
    let graph = reading.levelOne
    var groups = VertexSet()
    var networks: Set<NetworkID> = []
    for vertex in times.down.order where isDown(vertex) {
      for dependent in graph.dependents(of: vertex) where !reading.isElement(dependent) {
        if reading.part(dependent).kind == .alternatives { groups.insert(dependent) }
      }
      networks.formUnion(graph.networks(of: vertex))
    }
    return (groups, networks.sorted())
  }

  private static func isDeadAtRest(_ vertex: VertexID, _ reading: CompiledReading) -> Bool {
    guard !reading.isElement(vertex) else { return false }
    switch reading.part(vertex).kind {
    case .constant: return true
    case .path: return false
    case .all, .alternatives:
      let inputs = reading.levelOne.inputs(of: vertex)
      let dead = inputs.count { isDeadAtRest($0.vertex, reading) }
      return reading.levelOne.threshold(of: vertex).map { dead >= $0 } ?? false
    }
  }

  /// Adds who requires a member of the set outside groups of alternatives.
  private static func spread(
    _ found: inout Set<VertexID>, _ reading: CompiledReading, _ isDown: (VertexID) -> Bool
  ) {
    var queue = found.sorted()
    while let current = queue.popLast() {
      for dependent in reading.levelOne.dependents(of: current) {
        let owner: VertexID
        if reading.isElement(dependent) {
          owner = dependent
        } else if reading.part(dependent).kind == .all,
          Self.standsOutsideAlternatives(dependent, reading)
        {
          owner = reading.part(dependent).owner
        } else {
          continue
        }
        if !isDown(owner), found.insert(owner).inserted { queue.append(owner) }
      }
    }
  }

  private static func standsOutsideAlternatives(
    _ part: VertexID, _ reading: CompiledReading
  )
    -> Bool
  {
    reading.levelOne.dependents(of: part).allSatisfy { above in
      reading.isElement(above)
        || (reading.part(above).kind == .all && standsOutsideAlternatives(above, reading))
    }
  }
}
