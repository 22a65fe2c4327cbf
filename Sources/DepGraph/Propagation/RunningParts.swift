/// Which running nodes of a network hang together, while nodes and links start and stop again.
///
/// Disjoint sets by size and without compression, so that unions can be taken back in the order in
/// which they were made: finding a set costs O(log V). Searching anew for each wave, as failures do,
/// would cost the whole network for each wave, and waves there are as many as a chain is long.
struct RunningParts: Sendable {
  private struct Union {
    /// The root that was hung under another one.
    let root: UInt32
    /// How many vertices ran before the one that made it.
    let position: Int
  }

  private var parents: [UInt32]
  private var sizes: [UInt32]
  private var unions: [Union] = []
  /// The links by vertex.
  private let linkOrder: [EdgeID]

  /// Nothing runs.
  ///
  /// - Complexity: O(V + E log E) for *V* nodes and *E* links.
  init(_ network: Network) {
    parents = (0..<UInt32(network.nodes.count)).map { $0 }
    sizes = [UInt32](repeating: 1, count: network.nodes.count)
    linkOrder = network.links.indices.sorted { network.links[$0].link < network.links[$1].link }
      .map { EdgeID($0) }
  }

  // MARK: - Changes

  /// Joins what a vertex joins that has started, as a node, a link or both.
  ///
  /// - Complexity: O(*d* log V) for *d* links at it.
  mutating func join(
    _ vertex: VertexID, in network: Network, at position: Int, isRunning: (VertexID) -> Bool
  ) {
    if let place = network.place(of: vertex) {
      for step in network.shape[place]
      where isRunning(network.links[step.edge.index].link)
        && isRunning(network.nodes[step.vertex.index])
      {
        unite(place, step.vertex, at: position)
      }
    }
    guard let edge = edge(of: vertex, in: network) else { return }
    let link = network.links[edge.index]
    guard isRunning(link.first), isRunning(link.second),
      let first = network.place(of: link.first), let second = network.place(of: link.second)
    else { return }
    unite(first, second, at: position)
  }

  /// Takes back the unions that vertices made which no longer run.
  ///
  /// - Complexity: O(*u*) for *u* unions.
  mutating func undo(to count: Int) {
    while let last = unions.last, last.position >= count {
      unions.removeLast()
      let parent = parents[Int(last.root)]
      sizes[Int(parent)] -= sizes[Int(last.root)]
      parents[Int(last.root)] = last.root
    }
  }

  private mutating func unite(_ first: VertexID, _ second: VertexID, at position: Int) {
    var (large, small) = (root(of: first), root(of: second))
    guard large != small else { return }
    if sizes[Int(large)] < sizes[Int(small)] { swap(&large, &small) }
    parents[Int(small)] = large
    sizes[Int(large)] += sizes[Int(small)]
    unions.append(Union(root: small, position: position))
  }

  // MARK: - Questions

  /// Whether a way of running nodes and links leads along a path; its exempt vertex counts as
  /// running.
  ///
  /// - Complexity: O((*t* + *d*) log V) for *t* ends and *d* links at the exempt vertex; O(V + E) if
  ///   that is both a node and a link of the network.
  func holds(
    _ path: PathVertex, in network: Network, isRunning: (VertexID) -> Bool
  ) -> Bool {
    let exempt = path.requirement.exempt.flatMap { isRunning($0) ? nil : $0 }
    let exemptPlace = exempt.flatMap { network.place(of: $0) }
    let exemptEdge = exempt.flatMap { edge(of: $0, in: network) }
    if exemptPlace != nil, exemptEdge != nil {
      return NetworkSearch().holdsBySearch(path, in: network) { !isRunning($0) && $0 != exempt }
    }
    let joined = partsJoined(by: exemptPlace, exemptEdge, in: network, isRunning: isRunning)
    // Nil: it does not run. The exempt vertex and all that it joins count as the part of the first.
    func part(of place: VertexID) -> UInt32? {
      if place == exemptPlace { return joined.first ?? place.raw }
      guard isRunning(network.nodes[place.index]) else { return nil }
      let root = root(of: place)
      return joined.contains(root) ? joined.first : root
    }
    guard let start = part(of: path.from) else { return false }
    return path.to.contains { part(of: $0) == start }
  }

  /// The parts that the exempt vertex, which does not run, would join.
  private func partsJoined(
    by place: VertexID?, _ edge: EdgeID?, in network: Network, isRunning: (VertexID) -> Bool
  ) -> [UInt32] {
    if let place {
      return network.shape[place].filter { step in
        step.vertex != place && isRunning(network.links[step.edge.index].link)
          && isRunning(network.nodes[step.vertex.index])
      }.map { root(of: $0.vertex) }
    }
    guard let edge else { return [] }
    let link = network.links[edge.index]
    guard isRunning(link.first), isRunning(link.second) else { return [] }
    return [link.first, link.second].compactMap { network.place(of: $0) }.map(root)
  }

  private func root(of place: VertexID) -> UInt32 {
    var current = place.raw
    while parents[Int(current)] != current { current = parents[Int(current)] }
    return current
  }

  private func edge(of vertex: VertexID, in network: Network) -> EdgeID? {
    let index = linkOrder.partitioningIndex { network.links[$0.index].link >= vertex }
    guard index < linkOrder.count else { return nil }
    return network.links[linkOrder[index].index].link == vertex ? linkOrder[index] : nil
  }
}
