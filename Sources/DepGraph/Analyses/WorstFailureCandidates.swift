/// The seeds that sets are made of: those that fall with no other seed and can harm somebody.
struct WorstFailureCandidates {
  /// The candidates, those first that do the most alone; of equals the first id.
  private(set) var vertices: [VertexID] = []
  /// What each does alone.
  private(set) var values: [Double] = []
  /// The places that at least two candidates reach.
  private(set) var sharedReach: [UInt64]
  private let wordCount: Int
  /// The places that fall with each alone, and those that can be reached from it, row after row.
  private var downRows: [UInt64] = []
  private var reachRows: [UInt64] = []
  private var dominated = VertexSet()
  /// For each thing that can be hit, the candidates that hit it.
  private var hitters: [[Int32]] = []

  /// Makes an empty list.
  init(wordCount: Int) {
    self.wordCount = wordCount
    sharedReach = [UInt64](repeating: 0, count: wordCount)
  }

  // MARK: - Questions

  /// Whether a seed falls with another one that stands for it.
  func isDominated(_ vertex: VertexID) -> Bool { dominated.contains(vertex) }

  /// A word of the places that fall with a candidate alone.
  func down(_ candidate: Int, _ word: Int) -> UInt64 { downRows[candidate * wordCount + word] }

  /// A word of the places that can be reached from a candidate, those that fall included.
  func reach(_ candidate: Int, _ word: Int) -> UInt64 { reachRows[candidate * wordCount + word] }

  /// A word of the places that could fall with a candidate and others, and not with the others only.
  func ceiling(of candidate: Int, word: Int) -> UInt64 {
    down(candidate, word) | (reach(candidate, word) & sharedReach[word])
  }

  /// The candidates that alone hit a thing, ascending.
  func hitters(of thing: Int) -> [Int32] { hitters[thing] }

  // MARK: - Building

  /// Lets each seed fail alone, unless it fell with an earlier one.
  ///
  /// In one pass: what falls with a seed that was skipped fell with the one for which it was.
  ///
  /// - Returns: The seeds tried, with what they do; some of them may fall with a later one.
  /// - Complexity: O(*n*·(*v* + *a*)) for *n* seeds and the vertices and arcs that fail with each.
  mutating func scan(
    _ seeds: [VertexID], _ propagator: FailurePropagator, _ scale: HarmScale,
    mayGoOn: () -> Bool
  ) -> [(VertexID, Double)] {
    let isSeed = VertexSet(seeds)
    var tried: [(VertexID, Double)] = []
    for seed in seeds where !dominated.contains(seed) {
      guard mayGoOn() else { break }
      var down = [UInt64](repeating: 0, count: wordCount)
      propagator.fail([seed])
      for vertex in propagator.failed {
        down.insert(scale.place(of: vertex))
        if vertex != seed, isSeed.contains(vertex) { dominated.insert(vertex) }
      }
      propagator.undo()
      tried.append((seed, scale.value { down[$0] }))
    }
    return tried
  }

  /// Keeps the seeds that fall with no other one, with the places that they fell and reach.
  ///
  /// - Parameters:
  ///   - seeds: All seeds, scanned before.
  ///   - propagator: Room for failures.
  ///   - scale: The places.
  ///   - reaching: Whether to look for what can be reached.
  ///   - mayGoOn: Asked for each seed.
  /// - Complexity: O(*n*·(*v* + *a*)) for *n* seeds and the vertices and arcs that each can reach.
  mutating func keep(
    _ seeds: [VertexID], _ propagator: FailurePropagator, _ scale: HarmScale, reaching: Bool,
    mayGoOn: () -> Bool
  ) {
    var kept: [Kept] = []
    var boundary = FailureBoundary(propagator.graph)
    var search = DownstreamSearch(propagator.graph)
    for seed in seeds where !dominated.contains(seed) {
      guard mayGoOn() else { return }
      var down = [UInt64](repeating: 0, count: wordCount)
      propagator.fail([seed])
      for vertex in propagator.failed { down.insert(scale.place(of: vertex)) }
      var hits: [Int] = []
      if reaching { boundary.forEachHit(by: propagator) { hits.append($0) } }
      propagator.undo()
      var reach = down
      if reaching {
        search.forEachReached(from: seed) { vertex in
          reach.insert(scale.place(of: vertex))
        }
      }
      guard reach.contains(where: { $0 != 0 }) else { continue }
      kept.append(
        Kept(
          vertex: seed, value: scale.value { down[$0] }, down: down, reach: reach, hits: hits))
    }
    keep(&kept, thingCount: boundary.count)
  }

  private struct Kept {
    let vertex: VertexID
    let value: Double
    let down: [UInt64]
    let reach: [UInt64]
    let hits: [Int]
  }

  private mutating func keep(_ kept: inout [Kept], thingCount: Int) {
    kept.sort { ($1.value, $0.vertex) < ($0.value, $1.vertex) }
    vertices = kept.map(\.vertex)
    values = kept.map(\.value)
    downRows = kept.flatMap(\.down)
    reachRows = kept.flatMap(\.reach)
    hitters = [[Int32]](repeating: [], count: thingCount)
    for (place, candidate) in kept.enumerated() {
      for thing in candidate.hits { hitters[thing].append(Int32(place)) }
    }
    var once = [UInt64](repeating: 0, count: wordCount)
    for candidate in kept {
      for word in 0..<wordCount {
        sharedReach[word] |= once[word] & candidate.reach[word]
        once[word] |= candidate.reach[word]
      }
    }
  }
}

/// Room for looking what could be touched by a failure, whether it falls or not: along dependents and
/// from networks to the paths over them.
private struct DownstreamSearch {
  let graph: ThresholdGraph
  private var seenIn: [UInt32]
  private var round: UInt32 = 0
  private var networkSeenIn: [UInt32]
  private var stack: [VertexID] = []

  init(_ graph: ThresholdGraph) {
    self.graph = graph
    seenIn = [UInt32](repeating: 0, count: graph.vertexCount)
    networkSeenIn = [UInt32](repeating: 0, count: graph.networkCount)
  }

  /// Names everything that can be reached from a vertex, itself included.
  ///
  /// - Complexity: O(*v* + *a*) for the vertices and arcs that can be reached.
  mutating func forEachReached(from start: VertexID, _ body: (VertexID) -> Void) {
    round += 1
    visit(start)
    while let vertex = stack.popLast() {
      body(vertex)
      for next in graph.dependents(of: vertex) { visit(next) }
      for network in graph.networks(of: vertex) where networkSeenIn[network.index] != round {
        networkSeenIn[network.index] = round
        for path in graph.paths(in: network) { visit(path) }
      }
    }
  }

  private mutating func visit(_ vertex: VertexID) {
    guard seenIn[vertex.index] != round else { return }
    seenIn[vertex.index] = round
    stack.append(vertex)
  }
}
