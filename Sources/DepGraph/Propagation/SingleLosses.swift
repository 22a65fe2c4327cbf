/// What the loss of one node or link of a network, and nothing else of it, does to its paths.
///
/// A network that has lost a single thing hangs together unless that thing is an articulation point
/// or a bridge. So only the paths that end at it are broken, and no search is needed: all single
/// failures of a large network cost one search for its blocks, and not one search each.
struct SingleLosses: Sendable {
  /// The nodes and links without which the network falls apart.
  private let splitters: VertexSet
  /// For each place of a node the paths that begin there, or can end nowhere else.
  private let endings: Rows<Int>

  /// - Complexity: O((V + E) log V) for *V* nodes and *E* links, in practice proportional to V + E,
  ///   and O(*p*) for *p* paths.
  init(of network: Network, paths: [PathVertex]) {
    let found = Biconnectivity(of: network.shape)
    var splitters = VertexSet(found.articulationPoints.map { network.nodes[$0.index] })
    for edge in found.bridges { splitters.insert(network.links[edge.index].link) }
    // What is a node and a link at once takes both away.
    for link in network.links where network.place(of: link.link) != nil {
      splitters.insert(link.link)
    }
    self.splitters = splitters
    // An end in another piece of the network was never one.
    let pieces = ConnectedComponents(of: network.shape)
    var places: [VertexID] = []
    var ending: [Int] = []
    for index in network.paths {
      let path = paths[index]
      places.append(path.from)
      ending.append(index)
      let piece = pieces.component(of: path.from)
      let ends = path.to.filter { pieces.component(of: $0) == piece }
      if ends.count == 1, ends[0] != path.from {
        places.append(ends[0])
        ending.append(index)
      }
    }
    endings = Rows(rowCount: network.nodes.count, keys: places, values: ending)
  }

  /// The paths that the loss of a vertex breaks when nothing else of the network is down, their
  /// exempt vertex apart.
  ///
  /// - Parameters:
  ///   - vertex: A node or link of the network.
  ///   - network: The network.
  /// - Returns: The paths, as indices into the graph's; nil: a search must tell.
  /// - Complexity: O(log V).
  func broken(without vertex: VertexID, in network: Network) -> ArraySlice<Int>? {
    guard !splitters.contains(vertex) else { return nil }
    guard let place = network.place(of: vertex) else { return [] }
    return endings[place]
  }
}
