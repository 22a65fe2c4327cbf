/// Searches networks in all lanes at once.
///
/// For each beginning of a path: the lanes in which each node is reached from it, spread over the links
/// until no lane is added. Every search starts from nothing. Paths with the same beginning and the same
/// exempt vertex share one search.
struct LaneNetworks {
  /// For each path of the graph the lanes in which it has no way left, as found last.
  private(set) var broken: [SIMD8<UInt64>]
  private var reached: [SIMD8<UInt64>] = []
  private var nodeIsUp: [SIMD8<UInt64>] = []
  private var linkIsUp: [SIMD8<UInt64>] = []
  private var isQueued: [Bool] = []
  private var hasBroken = false
  private let alone = NetworkSearch()

  init(_ plan: LanePlan) {
    broken = [SIMD8<UInt64>](repeating: .zero, count: plan.pathCount)
  }

  /// Forgets what was found in the scenarios before.
  mutating func forget() {
    guard hasBroken else { return }
    for path in broken.indices { broken[path] = .zero }
    hasBroken = false
  }

  /// Finds the lanes in which each path of a network has no way left.
  ///
  /// Where there are many beginnings and few lanes, each lane is searched alone: the parts that hang
  /// together then serve all paths. A step of that costs about a fourth of one in all lanes.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - paths: Its paths, those with the same beginning and exempt vertex next to each other.
  ///   - graph: The graph it belongs to.
  ///   - lanesDown: The lanes in which a vertex has failed; nil if it has from the beginning.
  /// - Complexity: O(min(4·*b*·*l*, *t*)·(V + E)) for *b* beginnings, *t* lanes in which anything of
  ///   the network has failed, *V* nodes and *E* links, where a node is reached in new lanes up to *l*
  ///   times: once in a tree, seldom more than a few times elsewhere.
  mutating func search(
    _ network: Network, paths: [Int], in graph: ThresholdGraph,
    lanesDown: (VertexID) -> SIMD8<UInt64>?
  ) {
    hasBroken = true
    var touched = LaneMask()
    func lanesUp(_ vertex: VertexID) -> SIMD8<UInt64> {
      guard let down = lanesDown(vertex) else { return .zero }
      touched.words |= down
      return ~down
    }
    nodeIsUp = network.nodes.map(lanesUp)
    linkIsUp = network.links.map { lanesUp($0.link) }
    let beginnings = paths.indices.count { index in
      index == 0 || graph.paths[paths[index]].from != graph.paths[paths[index - 1]].from
    }
    guard touched.count >= 4 * beginnings else {
      for path in paths { broken[path] = .zero }
      for lane in touched {
        searchAlone(network, lane: lane, in: graph) { vertex in
          lanesDown(vertex).map { LaneMask(words: $0).contains(lane) } ?? true
        }
      }
      return
    }
    var index = 0
    while index < paths.count {
      let path = graph.paths[paths[index]]
      let exempt = path.requirement.exempt
      reach(from: path.from, exempt: exempt, in: network)
      while index < paths.count {
        let other = graph.paths[paths[index]]
        guard other.from == path.from, other.requirement.exempt == exempt else { break }
        let held = other.to.reduce(SIMD8<UInt64>.zero) { $0 | reached[$1.index] }
        broken[paths[index]] = ~held
        index += 1
      }
    }
  }

  private mutating func searchAlone(
    _ network: Network, lane: Int, in graph: ThresholdGraph,
    isDown: (VertexID) -> Bool
  ) {
    alone.forEachBrokenPath(of: network, in: graph, isDown: isDown) { vertex in
      let index = graph.paths.partitioningIndex { $0.vertex >= vertex }
      var mask = LaneMask(words: broken[index])
      mask.insert(lane)
      broken[index] = mask.words
    }
  }

  private mutating func reach(from start: VertexID, exempt: VertexID?, in network: Network) {
    let count = network.nodes.count
    reached = [SIMD8<UInt64>](repeating: .zero, count: count)
    isQueued = [Bool](repeating: false, count: count)
    func upNode(_ node: VertexID) -> SIMD8<UInt64> {
      network.nodes[node.index] == exempt ? .init(repeating: .max) : nodeIsUp[node.index]
    }
    func upLink(_ edge: EdgeID) -> SIMD8<UInt64> {
      network.links[edge.index].link == exempt ? .init(repeating: .max) : linkIsUp[edge.index]
    }
    reached[start.index] = upNode(start)
    guard reached[start.index] != .zero else { return }
    var queue = [start]
    var head = 0
    while head < queue.count {
      let node = queue[head]
      head += 1
      isQueued[node.index] = false
      let lanes = reached[node.index]
      for step in network.shape[node] {
        let old = reached[step.vertex.index]
        let new = old | (lanes & upLink(step.edge) & upNode(step.vertex))
        guard new != old else { continue }
        reached[step.vertex.index] = new
        guard !isQueued[step.vertex.index] else { continue }
        isQueued[step.vertex.index] = true
        queue.append(step.vertex)
      }
    }
  }
}
