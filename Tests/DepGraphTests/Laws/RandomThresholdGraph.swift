import DepGraph

/// A threshold graph written down plainly, with everything the oracle needs to judge it.
struct PlainThresholdGraph {
  struct Vertex {
    var threshold: Int?
    var delay = 0.0
    var inputs: [(vertex: Int, delay: Double)] = []
    var path: Path?
  }

  struct Path {
    var network: Int
    var from: Int
    var to: [Int]
    var exempt: Int?
  }

  struct Network {
    var nodes: [Int]
    var links: [(link: Int, first: Int, second: Int)]
  }

  var vertices: [Vertex] = []
  var networks: [Network] = []

  /// The same graph as the library builds it.
  func built() -> ThresholdGraph {
    var builder = ThresholdGraph.Builder()
    for vertex in vertices where vertex.path == nil {
      _ = builder.addVertex(threshold: vertex.threshold, delay: vertex.delay)
    }
    for network in networks {
      _ = builder.addNetwork(
        nodes: network.nodes.map { VertexID($0) },
        links: network.links.map {
          NetworkLink(
            link: VertexID($0.link), first: VertexID($0.first), second: VertexID($0.second))
        })
    }
    for vertex in vertices {
      guard let path = vertex.path else { continue }
      _ = builder.addPath(
        in: NetworkID(path.network), from: VertexID(path.from), to: path.to.map { VertexID($0) },
        exempt: path.exempt.map { VertexID($0) }, delay: vertex.delay)
    }
    for (index, vertex) in vertices.enumerated() {
      for input in vertex.inputs {
        builder.addInput(VertexID(input.vertex), to: VertexID(index), delay: input.delay)
      }
    }
    return builder.build()
  }

  /// A small random graph; path vertices come last, as `built()` needs it.
  static func random(seed: Int, delays: Bool = true, networks: Bool = true) -> Self {
    var random = SeededGenerator(seed: seed)
    var graph = PlainThresholdGraph()
    let plain = Int.random(in: 2...12, using: &random)
    let networkCount = networks ? Int.random(in: 0...2, using: &random) : 0
    // Few delays, and few values of them, so that many things happen at one moment.
    func delay() -> Double {
      delays && random.chance(0.4) ? Double(Int.random(in: 1...4, using: &random)) : 0
    }
    graph.vertices = (0..<plain).map { _ in
      let threshold = random.chance(0.04) ? 0 : Int.random(in: 1...3, using: &random)
      return Vertex(threshold: random.chance(0.15) ? nil : threshold, delay: delay())
    }
    for number in 0..<networkCount {
      graph.networks.append(randomNetwork(plain, &random))
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        let nodes = graph.networks[number].nodes
        var path = Path(network: number, from: nodes.randomElement(using: &random) ?? 0, to: [])
        for node in nodes where random.chance(0.3) { path.to.append(node) }
        if random.chance(0.9) { path.to.append(nodes.randomElement(using: &random) ?? 0) }
        if random.chance(0.5) { path.exempt = Int.random(in: 0..<plain, using: &random) }
        graph.vertices.append(Vertex(threshold: nil, delay: delay(), path: path))
      }
    }
    for vertex in 0..<plain {
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        let input = Int.random(in: graph.vertices.indices, using: &random)
        graph.vertices[vertex].inputs.append((input, delay()))
      }
    }
    return graph
  }

  private static func randomNetwork(_ plain: Int, _ random: inout SeededGenerator) -> Network {
    let shuffled = Array(0..<plain).shuffled(using: &random)
    let nodes = Array(shuffled.prefix(Int.random(in: 1...5, using: &random)))
    // A link may be a node too: nothing forbids it.
    let links = Array(0..<plain).shuffled(using: &random)
      .prefix(Int.random(in: 0...7, using: &random))
    return Network(
      nodes: nodes,
      links: links.map { link in
        (
          link, nodes.randomElement(using: &random) ?? 0,
          nodes.randomElement(using: &random) ?? 0
        )
      })
  }

  /// One network of six to nine nodes and links of their own, with some paths through it: large
  /// enough for ways to be in each other's way.
  static func randomNetwork(seed: Int) -> Self {
    var random = SeededGenerator(seed: seed)
    let nodes = Array(0..<Int.random(in: 6...9, using: &random))
    let links = (0..<Int.random(in: 7...13, using: &random)).map { link in
      (
        link + nodes.count, nodes.randomElement(using: &random) ?? 0,
        nodes.randomElement(using: &random) ?? 0
      )
    }
    var graph = PlainThresholdGraph()
    graph.vertices = (0..<nodes.count + links.count).map { _ in Vertex() }
    graph.networks = [Network(nodes: nodes, links: links)]
    for _ in 0..<6 {
      let ends = nodes.shuffled(using: &random)
      let to = Array(ends[1...Int.random(in: 1...2, using: &random)])
      graph.vertices.append(Vertex(path: Path(network: 0, from: ends[0], to: to)))
    }
    return graph
  }

  /// Up to three random seeds.
  func randomSeeds(_ random: inout SeededGenerator) -> [Int] {
    (0..<Int.random(in: 0...3, using: &random)).map { _ in
      Int.random(in: vertices.indices, using: &random)
    }
  }
}

// MARK: - Oracle

extension PlainThresholdGraph {
  /// What has failed, by rounds over all vertices from all up until nothing changes.
  func failures(seeds: [Int]) -> [Bool] {
    var down = vertices.indices.map { seeds.contains($0) }
    while true {
      let next = vertices.indices.map { index in
        if down[index] { return true }
        let vertex = vertices[index]
        if let path = vertex.path {
          return !holds(path) { down[$0] }
        }
        guard let threshold = vertex.threshold else { return false }
        return vertex.inputs.count { down[$0.vertex] } >= threshold
      }
      if next == down { return down }
      down = next
    }
  }

  /// Whether a way is left, found from nothing by spreading over the links again and again.
  func holds(_ path: Path, isDown: (Int) -> Bool) -> Bool {
    let network = networks[path.network]
    func isUp(_ vertex: Int) -> Bool { vertex == path.exempt || !isDown(vertex) }
    var reached: Set<Int> = isUp(path.from) ? [path.from] : []
    for _ in network.nodes {
      for link in network.links where isUp(link.link) {
        if reached.contains(link.first), isUp(link.second) { reached.insert(link.second) }
        if reached.contains(link.second), isUp(link.first) { reached.insert(link.first) }
      }
    }
    return path.to.contains { reached.contains($0) }
  }

  /// When everything fails: from "never", times are lowered until they agree with the definitions.
  ///
  /// Lowering from above ends at the greatest solution.
  func failureTimes(seeds: [(Int, Double)]) -> [Double] {
    var times = [Double](repeating: .infinity, count: vertices.count)
    while true {
      let next = vertices.indices.map { index in
        var time =
          vertices[index].path.map { pathTime($0, vertices[index].delay, times) }
          ?? thresholdTime(vertices[index], times)
        for (seed, start) in seeds where seed == index { time = min(time, start) }
        return time
      }
      if next == times { return times }
      times = next
    }
  }

  private func thresholdTime(_ vertex: Vertex, _ times: [Double]) -> Double {
    guard let threshold = vertex.threshold, threshold <= vertex.inputs.count else {
      return .infinity
    }
    guard threshold > 0 else { return 0 }
    return vertex.inputs.map { times[$0.vertex] + $0.delay }.sorted()[threshold - 1] + vertex.delay
  }

  /// The first of all times at which the path has no way left.
  private func pathTime(_ path: Path, _ delay: Double, _ times: [Double]) -> Double {
    guard holds(path, isDown: { _ in false }) else { return 0 }
    let first = Set(times).sorted().first { moment in
      !holds(path) { times[$0] <= moment && times[$0] < .infinity }
    }
    return (first ?? .infinity) + delay
  }

  /// The most ways of a path without a common node or link, by trying all simple ways.
  func disjointWays(of path: Path, isDown: (Int) -> Bool, atMost limit: Int) -> Int {
    let network = networks[path.network]
    func isUp(_ vertex: Int) -> Bool { vertex == path.exempt || !isDown(vertex) }
    guard isUp(path.from) else { return 0 }
    if path.to.contains(path.from) { return 1 }
    // A way is the set of its inner nodes and links; it ends at the first end it meets.
    var ways: [(nodes: Set<Int>, links: Set<Int>)] = []
    func walk(_ node: Int, _ nodes: Set<Int>, _ used: Set<Int>) {
      for (index, link) in network.links.enumerated() where isUp(link.link) {
        guard !used.contains(index), link.first == node || link.second == node else { continue }
        let far = link.first == node ? link.second : link.first
        guard isUp(far), far != path.from, !nodes.contains(far) else { continue }
        if path.to.contains(far) {
          ways.append((nodes, used.union([index])))
        } else {
          walk(far, nodes.union([far]), used.union([index]))
        }
      }
    }
    walk(path.from, [], [])
    return most(of: ways, atMost: limit)
  }

  private func most(of ways: [(nodes: Set<Int>, links: Set<Int>)], atMost limit: Int) -> Int {
    guard limit > 0 else { return 0 }
    var best = 0
    for (index, way) in ways.enumerated() {
      let rest = ways[(index + 1)...].filter {
        $0.nodes.isDisjoint(with: way.nodes) && $0.links.isDisjoint(with: way.links)
      }
      best = max(best, 1 + most(of: rest, atMost: limit - 1))
      if best == limit { break }
    }
    return best
  }
}
