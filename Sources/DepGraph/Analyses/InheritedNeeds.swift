/// What each element requires, as far as a need is inherited along it: references, alternatives or
/// not, shared values, and what lies on some way that is required through a network.
///
/// What something works degraded without is not required.
struct InheritedNeeds {
  /// For each element what it requires, each once, ascending.
  let rows: CompressedRows

  /// Collects what is required.
  ///
  /// - Complexity: O(*n* + *d*) for *n* elements and *d* dependencies, and O(V + E) for each way
  ///   through a network of *V* nodes and *E* links.
  init(_ compiled: CompiledModel) {
    var ways = NetworkWays(compiled)
    var sources: [VertexID] = []
    var targets: [VertexID] = []
    for index in 0..<compiled.table.count {
      let vertex = VertexID(index)
      var required: [VertexID] = []
      for dependency in compiled.dependencies.of(vertex)
      where dependency.strength != .soft && dependency.strength != .path {
        required.append(dependency.target)
      }
      for path in compiled.component(vertex)?.requires.paths ?? [] {
        required += ways.elements(of: path, requiredBy: vertex)
      }
      for target in required.sortedOnce() where target != vertex {
        sources.append(vertex)
        targets.append(target)
      }
    }
    rows = CompressedRows(vertexCount: compiled.table.count, sources: sources, targets: targets)
  }

  /// All that an element requires, directly or through others, the nearest first.
  ///
  /// - Complexity: O(*n* + *d*) for *n* elements and *d* dependencies.
  func reach(from user: VertexID) -> [(element: VertexID, nearer: VertexID, steps: Int)] {
    var seen = VertexSet([user])
    var found = [(element: user, nearer: user, steps: 0)]
    var next = 0
    while next < found.count {
      let current = found[next]
      next += 1
      for target in rows[current.element] where seen.insert(target) {
        found.append((target, current.element, current.steps + 1))
      }
    }
    return Array(found.dropFirst())
  }
}

/// What lies on the ways through the networks of a model.
///
/// Something lies on a way from one node to another that passes nothing twice if it is in a block that
/// the ways have to pass: within a block there is one over every node and link.
private struct NetworkWays {
  private let compiled: CompiledModel
  private var networks: [Int: BlockedNetwork] = [:]

  init(_ compiled: CompiledModel) { self.compiled = compiled }

  mutating func elements(
    of path: PathRequirement, requiredBy owner: VertexID
  ) -> [VertexID] {
    guard let number = compiled.networks.number(of: path.network) else { return [] }
    let network =
      networks[number] ?? BlockedNetwork(compiled.networks.networks[number])
    networks[number] = network
    let from = path.from.flatMap(compiled.table.vertex(of:)) ?? owner
    return path.targets.compactMap(compiled.table.vertex(of:)).flatMap { network.ways(from, $0) }
  }
}

/// A network with its blocks.
private struct BlockedNetwork {
  private let network: NetworkTable.Network
  private let edgesOfBlock: [[EdgeID]]
  private let blocksOfNode: [VertexID: [Int]]

  init(_ network: NetworkTable.Network) {
    self.network = network
    let places = Dictionary(
      uniqueKeysWithValues: network.nodes.enumerated().map { ($1, VertexID($0)) })
    let graph = UndirectedGraph(
      vertexCount: network.nodes.count,
      edges: network.links.compactMap { link in
        guard let first = places[link.first], let second = places[link.second] else { return nil }
        return (first, second)
      })
    edgesOfBlock = Biconnectivity(of: graph).edgesOfAllBlocks()
    var blocks: [VertexID: [Int]] = [:]
    for (block, edges) in edgesOfBlock.enumerated() {
      let nodes = edges.flatMap { edge in
        [network.links[edge.index].first, network.links[edge.index].second]
      }
      for node in nodes.sortedOnce() { blocks[node, default: []].append(block) }
    }
    blocksOfNode = blocks
  }

  /// The nodes and links on ways from one node to another; none if there is no way.
  func ways(_ from: VertexID, _ to: VertexID) -> [VertexID] {
    // The tree of blocks and nodes, searched in breadth: to each node the block that led to it, to
    // each block the node.
    var blockOfNode: [VertexID: Int] = [:]
    var nodeOfBlock: [Int: VertexID] = [:]
    var queue = [from]
    var next = 0
    while next < queue.count, queue[next] != to {
      let node = queue[next]
      next += 1
      for block in blocksOfNode[node, default: []] where nodeOfBlock[block] == nil {
        nodeOfBlock[block] = node
        for edge in edgesOfBlock[block] {
          let link = network.links[edge.index]
          for end in [link.first, link.second] where end != from && blockOfNode[end] == nil {
            blockOfNode[end] = block
            queue.append(end)
          }
        }
      }
    }
    guard next < queue.count else { return [] }
    var found = [from, to]
    var node = to
    while node != from, let block = blockOfNode[node], let before = nodeOfBlock[block] {
      for edge in edgesOfBlock[block] {
        let link = network.links[edge.index]
        found += [link.link, link.first, link.second]
      }
      node = before
    }
    return found
  }
}
