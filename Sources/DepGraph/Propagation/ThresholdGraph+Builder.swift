extension ThresholdGraph {
  /// Collects the vertices, arcs and networks of a threshold graph.
  public struct Builder: Sendable {
    private var margins: [Int32] = []
    private var vertexDelays: [Double] = []
    private var inputs: [VertexID] = []
    private var heads: [VertexID] = []
    /// Shorter than `inputs` if the arcs beyond have no delay.
    private var arcDelays: [Double] = []
    private var networks: [Network] = []
    private var paths: [PathVertex] = []

    /// Creates a builder of an empty graph.
    public init() {}

    /// The number of vertices added so far.
    public var vertexCount: Int { margins.count }

    /// Makes room beforehand, which saves time only.
    ///
    /// - Parameters:
    ///   - vertices: The number of vertices to come.
    ///   - arcs: The number of arcs to come.
    /// - Complexity: O(V + E).
    public mutating func reserveCapacity(vertices: Int, arcs: Int) {
      margins.reserveCapacity(vertices)
      inputs.reserveCapacity(arcs)
      heads.reserveCapacity(arcs)
    }

    /// Adds a vertex.
    ///
    /// - Parameters:
    ///   - threshold: How many failed inputs make it fail; nil: none does, 0: it has failed from the
    ///     beginning.
    ///   - delay: The seconds from the failure of the last of those inputs to its own.
    /// - Returns: The new vertex.
    /// - Precondition: Neither is negative.
    /// - Complexity: O(1), amortized.
    public mutating func addVertex(threshold: Int? = nil, delay: Double = 0) -> VertexID {
      precondition(delay >= 0, "a delay is at least 0")
      let vertex = VertexID(margins.count)
      margins.append(Builder.margin(threshold))
      if delay > 0 {
        vertexDelays.append(
          contentsOf: repeatElement(0, count: vertex.index - vertexDelays.count))
        vertexDelays.append(delay)
      }
      return vertex
    }

    /// Changes the threshold of a vertex.
    ///
    /// - Parameters:
    ///   - threshold: How many failed inputs make it fail; nil: none does, 0: it has failed from the
    ///     beginning.
    ///   - vertex: The vertex.
    /// - Precondition: The vertex is no path vertex, the threshold not negative.
    /// - Complexity: O(log *p*) for *p* path vertices.
    public mutating func setThreshold(_ threshold: Int?, of vertex: VertexID) {
      precondition(!isPath(vertex), "a path vertex has no threshold")
      margins[vertex.index] = Builder.margin(threshold)
    }

    /// Adds an arc.
    ///
    /// - Parameters:
    ///   - input: Where the failure comes from.
    ///   - vertex: Where it goes to.
    ///   - delay: The seconds by which the vertex notices the failure later.
    /// - Precondition: Both have been added, `vertex` is no path vertex, the delay not negative.
    /// - Complexity: O(log *p*) for *p* path vertices, amortized.
    public mutating func addInput(
      _ input: VertexID, to vertex: VertexID, delay: Double = 0
    ) {
      precondition(delay >= 0, "a delay is at least 0")
      precondition(
        input.index < margins.count && vertex.index < margins.count, "a vertex was not added")
      precondition(paths.isEmpty || !isPath(vertex), "a path vertex has no inputs")
      if delay > 0 {
        arcDelays.append(contentsOf: repeatElement(0, count: inputs.count - arcDelays.count))
        arcDelays.append(delay)
      }
      inputs.append(input)
      heads.append(vertex)
    }

    /// Adds a network.
    ///
    /// - Parameters:
    ///   - nodes: Its nodes; repetitions do not matter.
    ///   - links: Its links, parallel ones and loops allowed.
    /// - Returns: The new network.
    /// - Precondition: All have been added; every link ends at nodes of the network; no vertex is two
    ///   links.
    /// - Complexity: O((V + E) log V) for *V* nodes and *E* links.
    public mutating func addNetwork(nodes: [VertexID], links: [NetworkLink]) -> NetworkID {
      precondition(
        nodes.allSatisfy { $0.index < margins.count }
          && links.allSatisfy { $0.link.index < margins.count }, "a vertex was not added")
      networks.append(Network(nodes: nodes, links: links))
      return NetworkID(networks.count - 1)
    }

    /// Adds a path vertex.
    ///
    /// It fails when the network has no way from the one node to one of the others on which every
    /// node and every link is up, both ends included. A way may have length 0.
    ///
    /// - Parameters:
    ///   - network: The network.
    ///   - from: The node that the ways begin at.
    ///   - to: The nodes that a way may end at; with none the vertex has failed from the beginning.
    ///   - exempt: A vertex that counts as up, as a node and as a link.
    ///   - delay: The seconds from the loss of the last way to the failure of the vertex.
    /// - Returns: The new path vertex.
    /// - Precondition: All ends are nodes of the network; the delay is not negative.
    /// - Complexity: O(*t* log V) for *t* ends and *V* nodes.
    public mutating func addPath(
      in network: NetworkID, from: VertexID, to: [VertexID], exempt: VertexID?, delay: Double = 0
    ) -> VertexID {
      let ends = to.sortedOnce()
      let shape = networks[network.index]
      guard let start = shape.place(of: from) else {
        preconditionFailure("a path begins outside its network")
      }
      let places = ends.map { end in
        guard let place = shape.place(of: end) else {
          preconditionFailure("a path ends outside its network")
        }
        return place
      }
      let vertex = addVertex(delay: delay)
      networks[network.index].paths.append(paths.count)
      paths.append(
        PathVertex(
          vertex: vertex,
          requirement: PathQuery(network: network, from: from, to: ends, exempt: exempt),
          from: start, to: places))
      return vertex
    }

    /// Finishes the graph.
    ///
    /// - Returns: The graph.
    /// - Precondition: There are fewer than 2²⁸ arcs.
    /// - Complexity: O(V + E) time and space, and O((V + E) log V) time for networks at worst.
    public consuming func build() -> ThresholdGraph {
      precondition(inputs.count < Int(Margin.never), "more arcs than a margin can count")
      let vertexCount = margins.count
      let dependents = CompressedRows(vertexCount: vertexCount, sources: inputs, targets: heads)
      let inputRows = CompressedRows(vertexCount: vertexCount, sources: heads, targets: inputs)
      var dependentDelays: [Double] = []
      var inputDelays: [Double] = []
      if !arcDelays.isEmpty {
        arcDelays.append(contentsOf: repeatElement(0, count: inputs.count - arcDelays.count))
        dependentDelays = Rows(rowCount: vertexCount, keys: inputs, values: arcDelays).values
        inputDelays = Rows(rowCount: vertexCount, keys: heads, values: arcDelays).values
      }
      if !vertexDelays.isEmpty {
        vertexDelays.append(
          contentsOf: repeatElement(0, count: vertexCount - vertexDelays.count))
      }
      failBrokenPaths()
      for index in networks.indices where !networks[index].paths.isEmpty {
        networks[index].singleLosses = SingleLosses(of: networks[index], paths: paths)
      }
      let graph = ThresholdGraph(
        margins: margins, dependentRows: dependents, inputRows: inputRows,
        dependentDelays: dependentDelays, inputDelays: inputDelays, vertexDelays: vertexDelays,
        networks: networks, memberships: memberships(), paths: paths,
        failedFromBeginning: margins.indices.filter { margins[$0] == 0 }.map { VertexID($0) })
      graph.checkInvariants()
      return graph
    }

    // MARK: - Steps

    /// A path without a way when everything is up has failed from the beginning.
    private mutating func failBrokenPaths() {
      let search = NetworkSearch()
      for network in networks where !network.paths.isEmpty {
        search.findParts(of: network) { _ in false }
        for path in network.paths where !search.holds(paths[path]) {
          margins[paths[path].vertex.index] = 0
        }
      }
    }

    /// The networks of each vertex; one that is a node and a link of the same network has it once.
    private func memberships() -> Rows<NetworkID>? {
      guard !networks.isEmpty else { return nil }
      var keys: [VertexID] = []
      var values: [NetworkID] = []
      for (index, network) in networks.enumerated() {
        for vertex in (network.nodes + network.links.map(\.link)).sortedOnce() {
          keys.append(vertex)
          values.append(NetworkID(index))
        }
      }
      return Rows(rowCount: margins.count, keys: keys, values: values)
    }

    private func isPath(_ vertex: VertexID) -> Bool {
      let index = paths.partitioningIndex { $0.vertex >= vertex }
      return index < paths.count && paths[index].vertex == vertex
    }

    private static func margin(_ threshold: Int?) -> Int32 {
      guard let threshold else { return Margin.never }
      precondition(threshold >= 0, "a threshold is at least 0")
      return Int32(min(threshold, Int(Margin.never)))
    }
  }

  /// Checks what the kernels rely on, in debug builds.
  func checkInvariants() {
    #if DEBUG
    precondition(dependentRows.vertexCount == vertexCount)
    precondition(inputRows.vertexCount == vertexCount)
    precondition(inputRows.arcCount == arcCount)
    precondition(dependentDelays.isEmpty || dependentDelays.count == arcCount)
    precondition(inputDelays.isEmpty || inputDelays.count == arcCount)
    precondition(vertexDelays.isEmpty || vertexDelays.count == vertexCount)
    precondition(zip(paths, paths.dropFirst()).allSatisfy { $0.vertex < $1.vertex })
    #endif
  }
}
