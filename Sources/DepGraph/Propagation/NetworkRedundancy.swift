extension ThresholdGraph {
  /// The paths over a network that had two disjoint ways at rest, and have one left, or none while a
  /// holdup lasts.
  ///
  /// Between two nodes there are two ways without a common node or link exactly if both lie in one
  /// block of two links or more (H. Whitney, *Non-separable and planar graphs*, 1932,
  /// doi:10.1090/S0002-9947-1932-1501641-2). So one search for blocks serves all paths; only a path
  /// with several ends, or whose exempt vertex is down, is looked at for itself.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - isDown: Whether a vertex has failed, as propagation found it.
  /// - Returns: The path vertices, ascending; those that have failed are not among them.
  /// - Complexity: O((V + E) log V) for *V* nodes and *E* links, in practice proportional to V + E;
  ///   O(V + E) more for each path of the other kind.
  func pathsOnTheirLastWay(
    in network: NetworkID, isDown: (VertexID) -> Bool
  ) -> [VertexID] {
    let network = networks[network.index]
    guard !network.paths.isEmpty else { return [] }
    let before = SharedBlocks(of: network.shape)
    let after = SharedBlocks(
      of: network.shape.restricted(
        vertexIsOpen: { !isDown(network.nodes[$0.index]) },
        edgeIsOpen: { !isDown(network.links[$0.index].link) }))
    return network.paths.map { paths[$0] }.filter { path in
      guard !isDown(path.vertex) else { return false }
      let exempt = path.requirement.exempt
      if path.to.count == 1, exempt.map(isDown) != true {
        return before.join(path.from, path.to[0]) && !after.join(path.from, path.to[0])
      }
      return disjointWays(of: path.vertex, failed: isDown) < 2
        && disjointWays(of: path.vertex, failed: { _ in false }) == 2
    }.map(\.vertex).sorted()
  }
}

/// Which vertices of a graph lie in one block of two edges or more.
private struct SharedBlocks {
  /// For each vertex its blocks, each once.
  private let blocks: Rows<Int>

  init(of graph: UndirectedGraph) {
    let found = Biconnectivity(of: graph)
    var sizes = [Int](repeating: 0, count: found.blockCount)
    for edge in 0..<graph.edgeCount {
      if let block = found.block(of: EdgeID(edge)) { sizes[block.index] += 1 }
    }
    var keys: [VertexID] = []
    var values: [Int] = []
    var lastVertex = [Int](repeating: -1, count: found.blockCount)
    for index in 0..<graph.vertexCount {
      for step in graph[VertexID(index)] {
        guard let block = found.block(of: step.edge), sizes[block.index] > 1,
          lastVertex[block.index] != index
        else { continue }
        lastVertex[block.index] = index
        keys.append(VertexID(index))
        values.append(block.index)
      }
    }
    blocks = Rows(rowCount: graph.vertexCount, keys: keys, values: values)
  }

  func join(_ first: VertexID, _ second: VertexID) -> Bool {
    first != second && blocks[first].contains { blocks[second].contains($0) }
  }
}
