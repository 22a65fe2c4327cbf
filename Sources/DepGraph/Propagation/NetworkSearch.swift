/// Room for searching networks, kept from one search to the next.
///
/// The parts of a network that hang together are found once for all its paths: links are undirected,
/// so a path holds if its ends lie in one part. That makes a round linear in the network however many
/// paths it has. Only a path whose exempt vertex has failed sees another network than the rest, and
/// is searched for itself.
///
/// Every search starts from nothing: parts are never mended, for a ring cut off from the beginning of
/// a path would go on keeping itself up.
final class NetworkSearch {
  /// The part of each node, counted from 1; 0 is not reached.
  private var parts: [UInt32] = []
  private var linkIsClosed: [Bool] = []
  private var stack: [VertexID] = []

  /// What stands for the part of a node that is down.
  private static let closed = UInt32.max

  /// Creates room that grows when first used.
  init() {}

  /// Names the paths of a network that are up but have no way left.
  ///
  /// Nothing may fail between the calls of `body`, other than the path named.
  ///
  /// - Complexity: O(V + E + *t*) time for *V* nodes, *E* links and *t* ends of paths, and O(V + E)
  ///   more for each path whose exempt vertex is down; no allocation after the first time.
  func forEachBrokenPath(
    of network: Network, in graph: ThresholdGraph, isDown: (VertexID) -> Bool,
    body: (VertexID) -> Void
  ) {
    guard !network.paths.isEmpty else { return }
    // First those that see the same network, with the parts found once.
    findParts(of: network, isDown: isDown)
    var someAreExempt = false
    for index in network.paths where !isDown(graph.paths[index].vertex) {
      let path = graph.paths[index]
      if let exempt = path.requirement.exempt, isDown(exempt) {
        someAreExempt = true
      } else if !holds(path) {
        body(path.vertex)
      }
    }
    guard someAreExempt else { return }
    for index in network.paths where !isDown(graph.paths[index].vertex) {
      let path = graph.paths[index]
      guard let exempt = path.requirement.exempt, isDown(exempt) else { continue }
      if !holdsBySearch(path, in: network, isDown: { $0 != exempt && isDown($0) }) {
        body(path.vertex)
      }
    }
  }

  /// Finds the parts of a network that hang together.
  ///
  /// - Complexity: O(V + E) time for *V* nodes and *E* links, no allocation after the first time.
  func findParts(of network: Network, isDown: (VertexID) -> Bool) {
    prepare(for: network, isDown: isDown)
    var part: UInt32 = 0
    for index in network.nodes.indices where parts[index] == 0 {
      part += 1
      spread(from: VertexID(index), as: part, in: network)
    }
  }

  /// Tells whether a path holds in the parts found last.
  func holds(_ path: PathVertex) -> Bool {
    let part = parts[path.from.index]
    return part != NetworkSearch.closed && path.to.contains { parts[$0.index] == part }
  }

  /// Tells whether a path holds, by a search of its own; loses the parts found before.
  ///
  /// - Complexity: O(V + E) time for *V* nodes and *E* links.
  func holdsBySearch(
    _ path: PathVertex, in network: Network, isDown: (VertexID) -> Bool
  ) -> Bool {
    reach(from: [path.from], in: network, isDown: isDown)
    return path.to.contains { isReached($0) }
  }

  /// Marks what can be reached from some places over nodes and links that are up, those included;
  /// loses the parts found before.
  ///
  /// - Complexity: O(V + E) time for *V* nodes and *E* links.
  func reach(
    from places: [VertexID], in network: Network, isDown: (VertexID) -> Bool
  ) {
    prepare(for: network, isDown: isDown)
    for place in places where parts[place.index] == 0 {
      spread(from: place, as: 1, in: network)
    }
  }

  /// Tells whether the last search came to a node.
  func isReached(_ place: VertexID) -> Bool { parts[place.index] == 1 }

  /// The nodes and links that are down and keep a broken path from holding.
  ///
  /// Of what bounds the part reached from the beginning, that which also bounds the part from which
  /// an end is reached if nothing but those bounds were down. It is a cut, for on every way the last
  /// bound leads to an end. None of it is in vain: up again, each would join both parts (unless a
  /// vertex is a node and a link of one network, and stands on a way as both).
  ///
  /// - Returns: The cut, ascending; the exempt vertex is not in it.
  /// - Complexity: O(V + E log E) time for *V* nodes and *E* links.
  func cut(
    of path: PathVertex, in network: Network, isDown: (VertexID) -> Bool
  ) -> [VertexID] {
    func isClosed(_ vertex: VertexID) -> Bool {
      vertex != path.requirement.exempt && isDown(vertex)
    }
    let start = network.nodes[path.from.index]
    guard !isClosed(start) else { return [start] }
    reach(from: [path.from], in: network, isDown: isClosed)
    let near = bounds(in: network, isDown: isClosed)
    func isBound(_ vertex: VertexID) -> Bool {
      let index = near.partitioningIndex { $0 >= vertex }
      return index < near.count && near[index] == vertex
    }
    reach(from: path.to, in: network, isDown: isBound)
    let ends = path.requirement.to.filter(isBound)
    return (bounds(in: network, isDown: isBound) + ends).sortedOnce()
  }

  /// The nodes and links that are down and next to what was reached last, ascending.
  private func bounds(in network: Network, isDown: (VertexID) -> Bool) -> [VertexID] {
    var found: [VertexID] = []
    for index in network.nodes.indices where isReached(VertexID(index)) {
      for step in network.shape[VertexID(index)] {
        let link = network.links[step.edge.index].link
        let node = network.nodes[step.vertex.index]
        if isDown(link) {
          found.append(link)
        } else if isDown(node) {
          found.append(node)
        }
      }
    }
    return found.sortedOnce()
  }

  /// Asks once for each node and link whether it is down.
  private func prepare(for network: Network, isDown: (VertexID) -> Bool) {
    if parts.count < network.nodes.count {
      parts = [UInt32](repeating: 0, count: network.nodes.count)
      stack = [VertexID](repeating: VertexID(raw: 0), count: network.nodes.count)
    }
    if linkIsClosed.count < network.links.count {
      linkIsClosed = [Bool](repeating: false, count: network.links.count)
    }
    for index in network.nodes.indices {
      parts[index] = isDown(network.nodes[index]) ? NetworkSearch.closed : 0
    }
    for index in network.links.indices { linkIsClosed[index] = isDown(network.links[index].link) }
  }

  private func spread(from start: VertexID, as part: UInt32, in network: Network) {
    spreadPart(
      over: network.shape, avoiding: linkIsClosed, from: start, as: part, parts: &parts,
      stack: &stack)
  }
}
