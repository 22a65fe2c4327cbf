/// The components of which it cannot be told whether a failure reaches them.
///
/// They are not down, but would be if every component with an unknown requirement had failed too.
/// A shared value that is not known can only be one of the things that its key may name: it counts
/// where such a thing is among what failed or fell.
struct Untellable {
  /// By id.
  let found: [BlastRadius.Untold]

  init(
    _ question: BlastRadius.Question, _ compiled: CompiledModel, worst: ReadingOutcome,
    among untouched: [VertexID]
  ) {
    let seeds = question.seeds.vertices
    guard !seeds.isEmpty || !question.seeds.unknownExtent.isEmpty else {
      found = []
      return
    }
    if !question.seeds.unknownExtent.isEmpty {
      found = untouched.map { .init(vertex: $0, because: question.seeds.unknownExtent) }
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
    let horizon = worst.horizon
    let search = CauseSearch(
      graph: reading.levelOne, causes: Set(suspects),
      isDown: { times[$0].isBy(horizon) && !worst.times.down[$0].isBy(horizon) })
    found = untouched.compactMap { vertex in
      guard times[vertex].isBy(horizon) else { return nil }
      let because = search.causes(of: vertex).map(compiled.table.id(of:))
      return BlastRadius.Untold(vertex: vertex, because: because)
    }
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
