/// The components of which it cannot be told whether a failure reaches them.
///
/// They are not down, but would be if every component with an unknown requirement had failed too.
/// A shared value that is not known can only be one of the things that its key may name: it counts
/// where such a thing is among what failed or fell.
struct Untellable {
  private let compiled: CompiledModel
  private let isDown: (VertexID) -> Bool
  /// Along what falls only with the suspects, and along all that falls sooner with them: what falls
  /// too late without them may fall in time.
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
    let reading = compiled.reading(question.reading)
    let suspects = Self.suspects(after: seeds, in: compiled, reading, worst: worst)
    let times = reading.times(from: seeds + suspects).down
    let isDown = { (vertex: VertexID) in
      times[vertex].isBy(worst.horizon) && !worst.isDown(vertex)
    }
    let fallsSooner = { (vertex: VertexID) in times[vertex] < worst.times.down[vertex] }
    self.isDown = isDown
    searches = [isDown, fallsSooner].map {
      CauseSearch(graph: reading.levelOne, causes: Set(suspects), isDown: $0)
    }
  }

  /// The components of which a need is not known, and so might have failed too, but for those that
  /// are down from the start: what falls when a stock has run out may fall sooner, with something that
  /// nobody knows.
  ///
  /// - Complexity: As below.
  static func suspects(
    after seeds: [VertexID], in compiled: CompiledModel, _ reading: CompiledReading,
    worst: ReadingOutcome
  ) -> [VertexID] {
    suspects(after: seeds, in: compiled) { suspects in
      if suspects.isEmpty { return worst.isDown }
      let times = reading.times(from: seeds + suspects).down
      return { times[$0].isBy(worst.horizon) }
    }
    .filter { worst.times.down[$0] > 0 }
  }

  /// The components of which a need is not known, and so might have failed too.
  ///
  /// A value that nobody knows may be any value of its key that fell, or might have fallen with the
  /// other suspects.
  ///
  /// - Parameters:
  ///   - seeds: What failed.
  ///   - compiled: The model.
  ///   - fallen: Computes what falls, if some suspects failed with the seeds.
  /// - Returns: The suspects, in order.
  /// - Complexity: That of what falls, for each round in which another value of a key is reached.
  static func suspects(
    after seeds: [VertexID], in compiled: CompiledModel,
    fallen: ([VertexID]) -> (VertexID) -> Bool
  ) -> [VertexID] {
    var suspects = Set(compiled.unknownRequirements).subtracting(seeds)
    var keys = compiled.unknownShares
    while !keys.isEmpty {
      let isDown = fallen(suspects.sorted())
      let hit = keys.filter { key, _ in
        compiled.valuesOfKey[key, default: []].contains(where: isDown)
      }
      let more = Set(hit.values.joined()).subtracting(seeds)
      for key in hit.keys { keys[key] = nil }
      if more.isSubset(of: suspects) { break }
      suspects.formUnion(more)
    }
    return suspects.sorted()
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
