/// What a picture of one network shows: its shape, what is shared in it, and what has fallen.
struct NetworkPlan {
  /// The network.
  let network: NetworkTable.Network
  /// Its articulation points, bridges and blocks.
  let weakness: NetworkWeakness
  /// What is shared, in order.
  let causes: [NetworkCause]
  /// What fails by itself, and with it; nil: nobody asked.
  let blast: BlastRadius?
  /// The elements that are down.
  let down: Set<VertexID>
  /// The elements that are down in every reading.
  let surelyDown: Set<VertexID>
  /// The parts that are left of what is split.
  let parts: [[VertexID]]

  /// - Complexity: O((*c* + *s*)·(V + E)) for *c* causes, *s* nodes and links that split it, and a
  ///   network of *V* nodes and *E* links.
  init(_ network: NetworkTable.Network, _ blast: BlastRadius?, _ compiled: CompiledModel) {
    self.network = network
    self.blast = blast
    weakness = NetworkWeakness(network)
    causes = NetworkCause.all(of: network, in: compiled)
    let hits = blast?.down ?? []
    let failed = blast?.failed ?? []
    surelyDown = Set(hits.filter { $0.verdict == .certain }.map(\.vertex) + failed)
    // Common causes stand in no list of an answer.
    let fallen = compiled.reading(.possible).levelOne.failures(from: failed).order
    down = Set(hits.map(\.vertex) + failed)
      .union(fallen.filter { $0.index < compiled.table.count && compiled.component($0) == nil })
    parts = blast?.networkSplits.first { $0.network == network.name }?.parts ?? []
  }

  /// Whether somebody asked what fails.
  var asksFailure: Bool { blast != nil }

  /// The nodes that are down, in order.
  var downNodes: [VertexID] { network.nodes.filter(down.contains) }

  /// What splits the network alone, the worst first: what cuts off the most nodes.
  ///
  /// - Complexity: O(*s* log *s*) for *s* nodes and links that split it.
  var splits: [NetworkWeakness.Split] {
    (weakness.articulationPoints + weakness.bridges).sorted { left, right in
      (-left.cutOff, left.vertex) < (-right.cutOff, right.vertex)
    }
  }
}

extension NetworkWeakness.Split {
  /// How many nodes are cut off from the largest part.
  var cutOff: Int {
    parts.reduce(0) { $0 + $1.count } - (parts.map(\.count).max() ?? 0)
  }
}
