/// The number of a network of one threshold graph, in the order in which networks were added.
public struct NetworkID: Hashable, Comparable, Sendable {
  /// The number as it is stored.
  public let raw: UInt32

  /// Creates the identity of the network with the given number.
  ///
  /// - Parameter index: The number of the network.
  /// - Precondition: `index` is at least 0 and below 2³².
  public init(_ index: Int) {
    raw = UInt32(index)
  }

  /// The number as an index into an array with one entry for each network.
  public var index: Int { Int(raw) }

  /// Orders networks by number.
  ///
  /// - Parameters:
  ///   - first: A network.
  ///   - second: Another one.
  /// - Returns: Whether the first has the smaller number.
  public static func < (first: NetworkID, second: NetworkID) -> Bool {
    first.raw < second.raw
  }
}

/// A vertex that links two nodes of a network, in both directions.
public struct NetworkLink: Hashable, Sendable {
  /// The vertex that has to be up for the link to carry ways.
  public let link: VertexID
  /// The node at one end.
  public let first: VertexID
  /// The node at the other end.
  public let second: VertexID

  /// Creates a link.
  ///
  /// - Parameters:
  ///   - link: The vertex that has to be up for the link to carry ways.
  ///   - first: The node at one end.
  ///   - second: The node at the other end.
  public init(link: VertexID, first: VertexID, second: VertexID) {
    self.link = link
    self.first = first
    self.second = second
  }
}

/// What a path vertex asks of its network.
public struct PathQuery: Hashable, Sendable {
  /// The network that the ways lead through.
  public let network: NetworkID
  /// The node that the ways begin at.
  public let from: VertexID
  /// The nodes that a way may end at, ascending.
  public let to: [VertexID]
  /// The vertex that counts as up on the ways.
  public let exempt: VertexID?
}

/// The shape of a network, on node numbers of its own so that a search needs room for it only.
///
/// A node here is a `VertexID` below `nodes.count`, a link an `EdgeID`: its *place*.
struct Network: Sendable {
  /// The vertex at each place, ascending.
  let nodes: [VertexID]
  let links: [NetworkLink]
  let shape: UndirectedGraph
  /// The path vertices of this network, as indices into the graph's paths.
  var paths: [Int] = []
  /// What each single loss does; nil while the graph is built, and where there are no paths.
  var singleLosses: SingleLosses?

  init(nodes: [VertexID], links: [NetworkLink]) {
    let ascending = nodes.sortedOnce()
    self.nodes = ascending
    self.links = links
    shape = UndirectedGraph(
      vertexCount: ascending.count,
      edges: links.map { link in
        guard let first = Network.place(of: link.first, in: ascending),
          let second = Network.place(of: link.second, in: ascending)
        else { preconditionFailure("a link ends outside its network") }
        return (first, second)
      })
    precondition(
      links.map(\.link).sortedOnce().count == links.count, "a vertex is two links of a network")
  }

  /// Where a vertex stands among the nodes, if it does.
  func place(of vertex: VertexID) -> VertexID? { Network.place(of: vertex, in: nodes) }

  private static func place(of vertex: VertexID, in nodes: [VertexID]) -> VertexID? {
    let index = nodes.partitioningIndex { $0 >= vertex }
    return index < nodes.count && nodes[index] == vertex ? VertexID(index) : nil
  }
}

extension Array {
  /// The first index whose element meets a condition that, once met, is met by all that follow.
  func partitioningIndex(where isInSecondPart: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = low + (high - low) / 2
      if isInSecondPart(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// A path vertex with its requirement in places of the network.
struct PathVertex: Sendable {
  let vertex: VertexID
  let requirement: PathQuery
  let from: VertexID
  let to: [VertexID]
}
