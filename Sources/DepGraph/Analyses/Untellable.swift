/// The components of which it cannot be told whether a failure reaches them.
///
/// They are not down, but would be if every component with an unknown requirement had failed too.
/// A shared value that is not known can only be one of the things that its key may name: it counts
/// where such a thing is among what failed or fell.
struct Untellable {
  private let compiled: CompiledModel
  private let isDown: (VertexID) -> Bool
  private let search: CauseSearch?
  private let unknownExtent: [String]

  init(_ question: BlastRadius.Question, _ compiled: CompiledModel, worst: ReadingOutcome) {
    self.compiled = compiled
    unknownExtent = question.seeds.unknownExtent
    let seeds = question.seeds.vertices
    guard !seeds.isEmpty, unknownExtent.isEmpty else {
      isDown = { _ in false }
      search = nil
      return
    }
    var unknown = compiled.unknownRequirements
    for (key, sharers) in compiled.unknownShares.sorted(by: { $0.key < $1.key }) {
      let isHit = compiled.valuesOfKey[key, default: []].contains(where: worst.isDown)
      if isHit { unknown += sharers }
    }
    let suspects = Set(unknown).subtracting(seeds).filter { !worst.isDown($0) }.sorted()
    let reading = compiled.reading(question.reading)
    let times = reading.times(from: seeds + suspects).down
    let isDown = { (vertex: VertexID) in
      times[vertex].isBy(worst.horizon) && !worst.times.down[vertex].isBy(worst.horizon)
    }
    self.isDown = isDown
    search = CauseSearch(graph: reading.levelOne, causes: Set(suspects), isDown: isDown)
  }

  /// Those of some components of which it cannot be told, with the reasons.
  ///
  /// - Complexity: O(*k*·(*v* + *a*)) for *k* components found.
  func among(_ vertices: [VertexID]) -> [BlastRadius.Untold] {
    vertices.compactMap { vertex in
      let because = reasons(for: vertex)
      return because.isEmpty ? nil : .init(vertex: vertex, because: because)
    }
  }

  /// Hits that are not down, with the reasons why they might be.
  func marking(_ hits: [BlastRadius.Hit]) -> [BlastRadius.Hit] {
    hits.map { hit in
      var marked = hit
      marked.couldBeDown = reasons(for: hit.vertex)
      return marked
    }
  }

  private func reasons(for vertex: VertexID) -> [String] {
    if !unknownExtent.isEmpty { return unknownExtent }
    guard let search, isDown(vertex) else { return [] }
    return search.causes(of: vertex).map(compiled.table.id(of:))
  }
}

/// Finds the causes from which a failure follows, backwards along what has failed.
private struct CauseSearch {
  let graph: ThresholdGraph
  let causes: Set<VertexID>
  let isDown: (VertexID) -> Bool

  /// The nearest causes on every way back, in order; the vertex itself where it is one.
  func causes(of vertex: VertexID) -> [VertexID] {
    var seen: Set<VertexID> = [vertex]
    var queue = [vertex]
    var found: [VertexID] = []
    while let current = queue.popLast() {
      if causes.contains(current) {
        found.append(current)
        continue
      }
      for input in graph.allInputs(of: current) where isDown(input) {
        if seen.insert(input).inserted { queue.append(input) }
      }
    }
    return found.sorted()
  }
}
