/// The components of which it cannot be told whether a failure reaches them.
///
/// They are not down, but would be if every component with an unknown requirement had failed too.
/// A shared value that is not known can only be one of the things that its key may name: it counts
/// where such a thing is among what failed or fell.
struct Untellable {
  private let compiled: CompiledModel
  private let isDown: (VertexID) -> Bool
  /// Along what falls only with the suspects, and along all that falls: what falls later without
  /// them may fall in time with them.
  private let searches: [CauseSearch]
  private let unknownExtent: [String]

  init(_ question: BlastRadius.Question, _ compiled: CompiledModel, worst: ReadingOutcome) {
    self.compiled = compiled
    unknownExtent = question.seeds.unknownExtent
    let seeds = question.seeds.vertices
    guard !seeds.isEmpty, unknownExtent.isEmpty else {
      isDown = { _ in false }
      searches = []
      return
    }
    let suspects = Self.suspects(after: seeds, in: compiled, isDown: worst.isDown)
      .filter { !worst.isDown($0) }
    let reading = compiled.reading(question.reading)
    let times = reading.times(from: seeds + suspects).down
    let falls = { (vertex: VertexID) in times[vertex].isBy(worst.horizon) }
    let isDown = { (vertex: VertexID) in
      falls(vertex) && !worst.times.down[vertex].isBy(worst.horizon)
    }
    self.isDown = isDown
    searches = [isDown, falls].map {
      CauseSearch(graph: reading.levelOne, causes: Set(suspects), isDown: $0)
    }
  }

  /// The components of which a need is not known, and so might have failed too.
  ///
  /// - Complexity: O(*s*·*v*) for *s* keys with unknown values and *v* known values of each.
  static func suspects(
    after seeds: [VertexID], in compiled: CompiledModel, isDown: (VertexID) -> Bool
  ) -> [VertexID] {
    var unknown = compiled.unknownRequirements
    for (key, sharers) in compiled.unknownShares.sorted(by: { $0.key < $1.key }) {
      let isHit = compiled.valuesOfKey[key, default: []].contains(where: isDown)
      if isHit { unknown += sharers }
    }
    return Set(unknown).subtracting(seeds).sorted()
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
    guard isDown(vertex) else { return [] }
    let found = searches.lazy.map { $0.causes(of: vertex) }.first { !$0.isEmpty } ?? []
    return found.map(compiled.table.id(of:))
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
