/// A simpler condition in the place of "no way through a network is left", for networks so large
/// that a diagram of all ways is out of reach.
///
/// With conditions that hold more often, targets are down more often than they are, and the other way
/// round: both together are bounds. Everything else that the targets rest on stays as it is, so that
/// the bounds are as close as the conditions.
struct PathBound {
  /// On which side of the truth.
  enum Side {
    /// Down where an end has failed or all that leads to it: no more often than in truth.
    case endsOnly
    /// Down where a few ways without a common node or link have failed: no less often.
    case fewWays
  }

  /// A condition: which vertices are down.
  indirect enum Formula {
    case down(VertexID)
    case all([Formula])
    case any([Formula])

    /// The vertices that it names, in order, each as often as it does.
    ///
    /// - Complexity: O(*n*) for a formula of *n* parts.
    var vertices: [VertexID] {
      switch self {
      case .down(let vertex): [vertex]
      case .all(let parts), .any(let parts): parts.flatMap(\.vertices)
      }
    }
  }

  private static let mostWays = 3

  let side: Side
  /// From how many nodes and links on a network is large.
  let largeFrom: Int

  /// The condition for a path.
  ///
  /// - Parameters:
  ///   - path: The path.
  ///   - network: The network that it leads over.
  /// - Returns: The condition; nil where the network is not large.
  /// - Complexity: O(*n*) for *n* nodes and links.
  func formula(of path: PathVertex, over network: Network) -> Formula? {
    guard network.nodes.count + network.links.count >= largeFrom else { return nil }
    switch side {
    case .endsOnly: return atEnds(of: path, network)
    case .fewWays: return .all(ways(of: path, network).map(Formula.any))
    }
  }

  private func isDown(_ vertex: VertexID, _ path: PathVertex) -> [Formula] {
    vertex == path.requirement.exempt ? [] : [.down(vertex)]
  }

  // MARK: - Ends

  private func atEnds(of path: PathVertex, _ network: Network) -> Formula {
    if path.to.contains(path.from) {
      // Another end could be reached too, but only from the first node.
      return .any(isDown(network.nodes[path.from.index], path))
    }
    let ends = path.to.map { isCutOff($0, path, network) }
    return .any([isCutOff(path.from, path, network), .all(ends)])
  }

  private func isCutOff(_ node: VertexID, _ path: PathVertex, _ network: Network) -> Formula {
    let links = network.shape[node].filter { $0.vertex != node }.map { step in
      Formula.any(
        isDown(network.links[step.edge.index].link, path)
          + isDown(network.nodes[step.vertex.index], path))
    }
    return .any(isDown(network.nodes[node.index], path) + [.all(links)])
  }

  // MARK: - Ways

  /// For each of some ways without a common inner node or link what takes it down.
  private func ways(of path: PathVertex, _ network: Network) -> [[Formula]] {
    var isUsed = [Bool](repeating: false, count: network.nodes.count)
    var isTaken = [Bool](repeating: false, count: network.links.count)
    var found: [[Formula]] = []
    while found.count < Self.mostWays,
      let way = shortest(path, network, isUsed: isUsed, isTaken: isTaken)
    {
      for node in way.nodes where node != path.from && !path.to.contains(node) {
        isUsed[node.index] = true
      }
      for link in way.links { isTaken[link] = true }
      found.append(
        way.nodes.flatMap { isDown(network.nodes[$0.index], path) }
          + way.links.flatMap { isDown(network.links[$0].link, path) })
      if way.links.isEmpty { break }
    }
    return found
  }

  /// A way with the fewest links; nil where none is left.
  private func shortest(
    _ path: PathVertex, _ network: Network, isUsed: [Bool], isTaken: [Bool]
  ) -> (nodes: [VertexID], links: [Int])? {
    var previous = [(node: VertexID, link: Int)?](repeating: nil, count: network.nodes.count)
    var isMet = isUsed
    isMet[path.from.index] = true
    var queue = [path.from]
    var head = 0
    while head < queue.count, !path.to.contains(queue[head]) {
      let node = queue[head]
      head += 1
      for step in network.shape[node]
      where !isMet[step.vertex.index] && !isTaken[step.edge.index] {
        isMet[step.vertex.index] = true
        previous[step.vertex.index] = (node, step.edge.index)
        queue.append(step.vertex)
      }
    }
    guard head < queue.count else { return nil }
    var nodes = [queue[head]]
    var links: [Int] = []
    while let step = previous[nodes[nodes.count - 1].index] {
      nodes.append(step.node)
      links.append(step.link)
    }
    return (nodes, links)
  }
}
