/// How a failure came from its seeds to everything that fell.
struct FailureSpread {
  private var previous: [VertexID: VertexID]

  /// - Complexity: O(*v* + *a*) for the vertices that fell and the arcs out of them.
  init(from seeds: [VertexID], _ graph: ThresholdGraph, isDown: (VertexID) -> Bool) {
    var previous: [VertexID: VertexID] = [:]
    for seed in seeds { previous[seed] = seed }
    var queue = seeds
    var searched: Set<NetworkID> = []
    var next = 0
    while next < queue.count {
      let vertex = queue[next]
      next += 1
      let paths = graph.networks(of: vertex).filter { searched.insert($0).inserted }
        .flatMap(graph.paths(in:))
      for dependent in Array(graph.dependents(of: vertex)) + paths
      where isDown(dependent) && previous[dependent] == nil {
        previous[dependent] = vertex
        queue.append(dependent)
      }
    }
    self.previous = previous
  }

  /// Whether a vertex fell.
  func reaches(_ vertex: VertexID) -> Bool { previous[vertex] != nil }

  /// The vertices from a nearest seed to one that fell, both included.
  func way(to vertex: VertexID) -> [VertexID] {
    var way = [vertex]
    while let last = way.last, let before = previous[last], before != last { way.append(before) }
    return way.reversed()
  }
}
