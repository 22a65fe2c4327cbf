/// Something that several nodes and links of a network share, with what its failure does to the
/// network: two links in one duct are one thing.
struct NetworkCause {
  /// What they share: a component or a common cause.
  let vertex: VertexID
  /// The nodes and links that share it, in order.
  let sharers: [VertexID]
  /// The number of parts into which the network falls without it; 0: it does not.
  let partCount: Int
  /// How many nodes fall with it.
  let nodesDown: Int
  /// Whether its failure splits the network, or takes all its nodes.
  let isCut: Bool

  /// Finds all that is shared in a network, and lets each fail in the least favourable reading.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - compiled: The model.
  /// - Returns: What at least two nodes or links share, in order.
  /// - Complexity: O(*c*·(V + E)) for *c* things that are shared, a network of *V* nodes and *E*
  ///   links, and what fails with each.
  static func all(
    of network: NetworkTable.Network, in compiled: CompiledModel
  ) -> [NetworkCause] {
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
      let split = NetworkSplit(network, isDown: propagator.contains)
      let nodesDown = network.nodes.count(where: propagator.contains)
      return NetworkCause(
        vertex: cause, sharers: elements, partCount: split?.parts.count ?? 0,
        nodesDown: nodesDown, isCut: split != nil || nodesDown == network.nodes.count)
    }
  }
}
