/// Finds what keeps a vertex up: a set of vertices that needs nothing outside itself.
///
/// Such a set is a *supply way* (in reliability theory a path set): if everything outside it fails,
/// all of it stays up, for its members keep each other up. Of the inputs of a vertex as many are
/// taken as it must have, those taken already before others, then in the order written, so that the
/// way found is the one on which things normally run. Of a path a shortest way is taken.
///
///     let search = SupplySearch(graph)
///     search.way(to: site) { _ in false }        // the site, and the feed that is written first
///     search.way(to: site) { $0 == feed }        // the site and the other feed
public final class SupplySearch {
  /// The graph that is searched.
  public let graph: ThresholdGraph

  private var isTaken: [Bool]
  private var taken: [VertexID] = []
  private var previous: [NetworkStep?] = []
  private var queue: [VertexID] = []

  private struct NetworkStep {
    let from: VertexID
    let edge: EdgeID?
  }

  /// Creates room for searches.
  ///
  /// - Parameter graph: The graph to search.
  /// - Complexity: O(V) for *V* vertices.
  public init(_ graph: ThresholdGraph) {
    self.graph = graph
    isTaken = [Bool](repeating: false, count: graph.vertexCount)
  }

  /// A set of vertices that keeps a vertex up.
  ///
  /// - Parameters:
  ///   - target: What should be up.
  ///   - isDown: Whether a vertex has failed, as propagation found it.
  /// - Returns: The set with the target, ascending; nil if the target is down.
  /// - Complexity: O(*v* + *a* + *p*·*n*) for *v* vertices of the set with *a* inputs, and *p* paths
  ///   among them over networks of *n* nodes and links.
  public func way(to target: VertexID, isDown: (VertexID) -> Bool) -> [VertexID]? {
    guard !isDown(target) else { return nil }
    take(target)
    var next = 0
    while next < taken.count {
      let vertex = taken[next]
      next += 1
      if let path = graph.pathVertex(vertex) {
        takeWay(of: path, isDown)
      } else {
        takeInputs(of: vertex, isDown)
      }
    }
    defer {
      for vertex in taken { isTaken[vertex.index] = false }
      taken.removeAll(keepingCapacity: true)
    }
    return taken.sorted()
  }

  private func take(_ vertex: VertexID) {
    guard !isTaken[vertex.index] else { return }
    isTaken[vertex.index] = true
    taken.append(vertex)
  }

  private func takeInputs(of vertex: VertexID, _ isDown: (VertexID) -> Bool) {
    guard let threshold = graph.threshold(of: vertex) else { return }
    let inputs = graph.inputRows[vertex]
    var missing = inputs.count - threshold + 1
    guard missing > 0 else { return }
    missing -= inputs.count { isTaken[$0.index] }
    // An input that is written twice counts twice, so it is met again below when just taken.
    var position = inputs.startIndex
    while missing > 0, position < inputs.endIndex {
      let input = inputs[position]
      position += 1
      guard !isTaken[input.index], !isDown(input) else { continue }
      take(input)
      missing -= inputs.count { $0 == input }
    }
    assert(missing <= 0, "a vertex is up on fewer inputs than it needs")
  }

  /// Takes the nodes and links of a shortest way over a network.
  private func takeWay(of path: PathVertex, _ isDown: (VertexID) -> Bool) {
    let network = graph.networks[path.requirement.network.index]
    func isClosed(_ vertex: VertexID) -> Bool {
      vertex != path.requirement.exempt && isDown(vertex)
    }
    previous = [NetworkStep?](repeating: nil, count: network.nodes.count)
    queue.removeAll(keepingCapacity: true)
    queue.append(path.from)
    previous[path.from.index] = NetworkStep(from: path.from, edge: nil)
    var next = 0
    while next < queue.count, !path.to.contains(queue[next]) {
      let node = queue[next]
      next += 1
      for step in network.shape[node] where previous[step.vertex.index] == nil {
        guard !isClosed(network.links[step.edge.index].link),
          !isClosed(network.nodes[step.vertex.index])
        else { continue }
        previous[step.vertex.index] = NetworkStep(from: node, edge: step.edge)
        queue.append(step.vertex)
      }
    }
    assert(next < queue.count, "a path is up without a way")
    guard next < queue.count else { return }
    takeBack(from: queue[next], over: network, exempt: path.requirement.exempt)
  }

  /// Takes what lies on the way to a place, back to the beginning; not the exempt vertex, whose own
  /// level its path does not test.
  private func takeBack(from end: VertexID, over network: Network, exempt: VertexID?) {
    var place = end
    while true {
      let node = network.nodes[place.index]
      if node != exempt { take(node) }
      guard let step = previous[place.index], let edge = step.edge else { return }
      let link = network.links[edge.index].link
      if link != exempt { take(link) }
      place = step.from
    }
  }
}
