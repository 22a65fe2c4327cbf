/// The networks of a model: nodes joined by links, and which nodes hang together at rest.
public struct NetworkTable: Sendable {
  /// One network.
  public struct Network: Sendable {
    /// Its name.
    public let name: String
    /// Its nodes, in order.
    public let nodes: [VertexID]
    /// Its links, by vertex of the link.
    public let links: [NetworkLink]
  }

  /// The networks by name, in bytewise order.
  public let networks: [Network]
  private let numberByName: [String: Int]
  /// For each network, the representative of the part that a node lies in.
  private let parts: [[VertexID: VertexID]]

  init(_ model: Model, _ table: ElementTable) {
    var links: [String: [NetworkLink]] = [:]
    for index in model.components.indices where model.components[index].kind == .link {
      let component = model.components[index]
      let ends = component.ends
      guard ends.count == 2, let first = table.vertex(of: ends[0]),
        let second = table.vertex(of: ends[1])
      else { continue }
      let link = table.vertexOfComponent[index]
      links[component.network, default: []].append(
        NetworkLink(link: link, first: first, second: second))
    }
    let names = links.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    networks = names.map { name in
      let sorted = (links[name] ?? []).sorted { $0.link < $1.link }
      let nodes = Set(sorted.flatMap { [$0.first, $0.second] }).sorted()
      return Network(name: name, nodes: nodes, links: sorted)
    }
    numberByName = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    parts = networks.map(Self.parts(of:))
  }

  /// The number of a network.
  public func number(of name: String) -> Int? { numberByName[name] }

  /// Whether a way leads from a node to one of others when nothing has failed.
  func connects(_ from: VertexID, to targets: [VertexID], in network: Int) -> Bool {
    guard let part = parts[network][from] else { return false }
    return targets.contains { parts[network][$0] == part }
  }

  /// Disjoint sets with path halving (Tarjan and van Leeuwen 1984).
  private static func parts(of network: Network) -> [VertexID: VertexID] {
    var parent = Dictionary(uniqueKeysWithValues: network.nodes.map { ($0, $0) })
    func root(of node: VertexID) -> VertexID {
      var current = node
      while let above = parent[current], above != current {
        let next = parent[above] ?? above
        parent[current] = next
        current = next
      }
      return current
    }
    for link in network.links { parent[root(of: link.first)] = root(of: link.second) }
    return Dictionary(uniqueKeysWithValues: network.nodes.map { ($0, root(of: $0)) })
  }
}
