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
    var found: Set<VertexID> = []
    for vertex in Self.partsHit(reading, times, isDown) {
      let part = reading.part(vertex)
      guard !found.contains(part.owner), !isDown(part.owner) else { continue }
      let isHit =
        switch part.kind {
        case .alternatives:
          graph.inputs(of: vertex).contains { input in
            // What is dead at rest (a constant) is not lost now.
            (times.down[input.vertex] + input.delay).isBy(horizon)
              && !Self.isDeadAtRest(input.vertex, reading)
          }
        case .path:
          !isDown(vertex) && Self.lostItsSecondWay(vertex, graph, isDown)
        case .all, .constant: false
        }
      if isHit { found.insert(part.owner) }
    }
    Self.spread(&found, reading, isDown)
    elements = found
  }

  /// The groups of alternatives with an input that is down, and the paths over networks that lost
  /// something.
  private static func partsHit(
    _ reading: CompiledReading, _ times: LevelTimes, _ isDown: (VertexID) -> Bool
  ) -> VertexSet {
    let graph = reading.levelOne
    var parts = VertexSet()
    var networks: Set<NetworkID> = []
    for vertex in times.down.order where isDown(vertex) {
      for dependent in graph.dependents(of: vertex) where !reading.isElement(dependent) {
        if reading.part(dependent).kind == .alternatives { parts.insert(dependent) }
      }
      for network in graph.networks(of: vertex) where networks.insert(network).inserted {
        for path in graph.paths(in: network) { parts.insert(path) }
      }
    }
    return parts
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

  private static func lostItsSecondWay(
    _ path: VertexID, _ graph: ThresholdGraph, _ isDown: (VertexID) -> Bool
  ) -> Bool {
    return graph.disjointWays(of: path, failed: isDown, atMost: 2) == 1
      && graph.disjointWays(of: path, failed: { _ in false }, atMost: 2) == 2
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
