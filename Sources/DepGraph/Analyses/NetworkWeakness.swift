/// The nodes and links that a network hangs together by, and the parts into which it falls.
///
/// A statement on the shape of a network alone: whether anybody needs a way that is lost, the single
/// points of failure say. Parallel links are separate things, so neither of two is a bridge; that
/// both lie in one duct is the duct's matter.
public struct NetworkWeakness: Hashable, Sendable {
  /// A node or link without which a network falls apart.
  public struct Split: Hashable, Sendable {
    /// The node or link.
    public let vertex: VertexID
    /// The nodes of each part, in order; the parts by their first nodes.
    public let parts: [[VertexID]]
  }

  /// The name of the network.
  public let network: String
  /// The numbers of its nodes and links.
  public let nodeCount: Int, linkCount: Int
  /// The nodes of each part that hangs together at rest; more than one: the network is in pieces
  /// from the beginning.
  public let parts: [[VertexID]]
  /// The nodes whose loss splits it, with the parts, in order.
  public let articulationPoints: [Split]
  /// The links whose loss splits it, with the parts, in order.
  public let bridges: [Split]
  /// The links of each block (biconnected component): within one no single node or link separates
  /// two others; by their first links.
  public let blocks: [[VertexID]]

  /// Looks at every network of a model.
  ///
  /// - Parameter compiled: The model.
  /// - Returns: The networks by name.
  /// - Complexity: O(*s*·(V + E)) for networks of *V* nodes and *E* links with *s* nodes and links
  ///   that split them.
  public static func all(in compiled: CompiledModel) -> [NetworkWeakness] {
    compiled.networks.networks.map(NetworkWeakness.init)
  }

  /// Looks at one network.
  ///
  /// - Parameter network: The network.
  /// - Complexity: as `all(in:)`.
  public init(_ network: NetworkTable.Network) {
    let shape = NetworkShape(network)
    let found = Biconnectivity(of: shape.graph)
    self.network = network.name
    nodeCount = network.nodes.count
    linkCount = network.links.count
    parts = ConnectedComponents(of: shape.graph).verticesOfAll().map(shape.nodes)
    articulationPoints = found.articulationPoints.map { place in
      Split(
        vertex: network.nodes[place.index],
        parts: shape.graph.parts(without: place).map(shape.nodes))
    }
    bridges = found.bridges.map { edge in
      Split(
        vertex: network.links[edge.index].link,
        parts: shape.graph.parts(without: edge).map(shape.nodes))
    }
    blocks = found.edgesOfAllBlocks().map { $0.map { network.links[$0.index].link } }
  }
}

/// A network that a failure splits, with what still hangs together.
public struct NetworkSplit: Hashable, Sendable {
  /// The name of the network.
  public let network: String
  /// The nodes of the network that are down, in order.
  public let downNodes: [VertexID]
  /// The links of the network that are down, in order.
  public let downLinks: [VertexID]
  /// The nodes of each part that is left, in order; two parts or more, by their first nodes.
  public let parts: [[VertexID]]

  /// The networks that fall into more parts than they had.
  ///
  /// Parts count that hung together at rest: a network in two pieces from the beginning, both of
  /// which stay whole, is not split.
  ///
  /// - Parameters:
  ///   - compiled: The model.
  ///   - isDown: Whether a node or link has failed.
  /// - Returns: By name; for each the parts of those pieces that are split.
  /// - Complexity: O(V + E) for the networks' nodes and links.
  static func all(in compiled: CompiledModel, isDown: (VertexID) -> Bool) -> [NetworkSplit] {
    compiled.networks.networks.compactMap { NetworkSplit($0, isDown: isDown) }
  }

  /// The same of one network; nil: it is not split.
  ///
  /// - Complexity: O(V + E) for its nodes and links.
  init?(_ network: NetworkTable.Network, isDown: (VertexID) -> Bool) {
    let shape = NetworkShape(network)
    let atRest = ConnectedComponents(of: shape.graph)
    let left = ConnectedComponents(
      of: shape.graph.restricted(
        vertexIsOpen: { !isDown(network.nodes[$0.index]) },
        edgeIsOpen: { !isDown(network.links[$0.index].link) }))
    var pieces: [Int: [[VertexID]]] = [:]
    for part in left.verticesOfAll() {
      guard let first = part.first, !isDown(network.nodes[first.index]),
        let piece = atRest.component(of: first)
      else { continue }
      pieces[piece, default: []].append(part)
    }
    let split = pieces.values.filter { $0.count > 1 }.flatMap(\.self).sorted { $0[0] < $1[0] }
    guard !split.isEmpty else { return nil }
    self.network = network.name
    downNodes = network.nodes.filter(isDown)
    downLinks = network.links.map(\.link).filter(isDown)
    parts = split.map(shape.nodes)
  }
}

/// The graph of a network on the places of its nodes and links.
private struct NetworkShape {
  let graph: UndirectedGraph
  private let network: NetworkTable.Network

  init(_ network: NetworkTable.Network) {
    self.network = network
    let places = Dictionary(
      uniqueKeysWithValues: network.nodes.enumerated().map { ($1, VertexID($0)) })
    graph = UndirectedGraph(
      vertexCount: network.nodes.count,
      edges: network.links.map { link in
        guard let first = places[link.first], let second = places[link.second] else {
          preconditionFailure("a link ends outside its network")
        }
        return (first, second)
      })
  }

  func nodes(_ places: [VertexID]) -> [VertexID] { places.map { network.nodes[$0.index] } }
}
