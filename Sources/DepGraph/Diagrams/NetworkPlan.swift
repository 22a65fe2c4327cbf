/// What a picture of one network shows: its shape, what is shared in it, and what has fallen.
struct NetworkPlan {
  /// Something that several nodes and links share, with what its failure does.
  struct Cause {
    let vertex: VertexID
    /// The nodes and links that share it, in order.
    let sharers: [VertexID]
    /// The parts into which the network falls without it; none: it does not.
    let partCount: Int
    /// How many nodes fall with it.
    let nodesDown: Int
    /// Whether this splits the network, or takes all its nodes.
    let isCut: Bool
  }

  /// The network.
  let network: NetworkTable.Network
  /// Its articulation points, bridges and blocks.
  let weakness: NetworkWeakness
  /// What is shared, in order.
  let causes: [Cause]
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
    causes = Self.causes(of: network, compiled)
    let hits = blast?.down ?? []
    let failed = blast?.failed ?? []
    surelyDown = Set(hits.filter { $0.verdict == .certain }.map(\.vertex) + failed)
    // Common causes stand in no list of an answer.
    let fallen = compiled.reading(.possible).levelOne.failures(from: failed).order
    down = Set(hits.map(\.vertex) + failed)
      .union(fallen.filter { $0.index < compiled.table.count && compiled.component($0) == nil })
    parts = blast?.networkSplits.first { $0.network == network.name }?.parts ?? []
  }

  private static func causes(
    of network: NetworkTable.Network, _ compiled: CompiledModel
  ) -> [Cause] {
    var sharers: [VertexID: [VertexID]] = [:]
    for element in (network.nodes + network.links.map(\.link)).sorted() {
      for dependency in compiled.dependencies.of(element) where dependency.strength == .shared {
        sharers[dependency.target, default: []].append(element)
      }
    }
    let propagator = FailurePropagator(compiled.reading(.possible).levelOne)
    return sharers.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map { cause, elements in
      propagator.fail([cause])
      defer { propagator.undo() }
      let split = NetworkSplit.all(in: compiled, isDown: propagator.contains)
        .first { $0.network == network.name }
      let nodesDown = network.nodes.count(where: propagator.contains)
      return Cause(
        vertex: cause, sharers: elements, partCount: split?.parts.count ?? 0,
        nodesDown: nodesDown, isCut: split != nil || nodesDown == network.nodes.count)
    }
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
