/// Builds the two threshold graphs of one reading.
struct ReadingCompiler {
  let reading: Reading
  let elementCount: Int
  private var one = ThresholdGraph.Builder()
  private var two = ThresholdGraph.Builder()
  private var networkOfOne: [NetworkID] = []
  private var networkOfTwo: [NetworkID] = []
  private var parts: [CompiledReading.Part] = []
  private var standIns: [VertexID: VertexID] = [:]
  private var failedInTwo: VertexID?
  private var shown: [VertexID: VertexID] = [:]

  /// - Complexity: O(*n* + *m* log *m*) for *n* elements and *m* nodes and links of networks.
  init(
    _ reading: Reading, elementCount: Int, networks: NetworkTable,
    shortcuts: [NetworkTable.Network] = []
  ) {
    self.reading = reading
    self.elementCount = elementCount
    for _ in 0..<elementCount {
      _ = one.addVertex(threshold: 1)
      _ = two.addVertex(threshold: 1)
    }
    for network in networks.networks + shortcuts {
      networkOfOne.append(one.addNetwork(nodes: network.nodes, links: network.links))
      networkOfTwo.append(two.addNetwork(nodes: network.nodes, links: network.links))
    }
  }

  /// Adds what an element requires and what it works degraded without.
  mutating func add(_ requirement: Formula, soft: [FormulaReference], of element: VertexID) {
    if let read = requirement.read(reading) {
      addToOne(read, of: element, into: element)
      addToTwo(read, into: element)
    }
    for reference in soft where !(reading == .certain && reference.isUncertain) {
      addReferenceToTwo(reference, into: reference.isScopedToSelf ? shownVertex(element) : element)
    }
  }

  /// Adds a requirement that both levels read alike.
  ///
  /// - Precondition: The requirement is plain, and so is every other.
  mutating func addToBothLevels(_ requirement: Formula, of element: VertexID) {
    addToOne(requirement, of: element, into: element)
  }

  /// Adds plain needs, which both levels read alike.
  mutating func addToBothLevels(_ targets: some Sequence<VertexID>, of element: VertexID) {
    for target in targets { one.addInput(target, to: element) }
  }

  /// The finished reading, one graph for both levels.
  ///
  /// - Precondition: All was added to both levels.
  consuming func finishAlike() -> CompiledReading {
    let graph = one.build()
    var compiled = CompiledReading(
      reading: reading, levelOne: graph, levelTwo: graph, elementCount: elementCount,
      parts: parts, standIns: [], shown: [:])
    compiled.isOneGraph = true
    return compiled
  }

  /// The finished reading.
  consuming func finish() -> CompiledReading {
    CompiledReading(
      reading: reading, levelOne: one.build(), levelTwo: two.build(), elementCount: elementCount,
      parts: parts,
      standIns: standIns.map { (element: $0.key, standIn: $0.value) }
        .sorted { $0.element < $1.element },
      shown: shown)
  }

  // MARK: - Level one

  private mutating func addToOne(_ formula: Formula, of owner: VertexID, into vertex: VertexID) {
    switch formula {
    case .met, .unknown:
      break
    case .reference(let reference):
      one.addInput(reference.vertex, to: vertex, delay: reference.delay)
    case .group(let group) where !group.offersAlternatives && group.delay == 0:
      if isConjunction(vertex) {
        for member in group.members { addToOne(member, of: owner, into: vertex) }
      } else {
        addGroupToOne(group, of: owner, into: vertex)
      }
    case .group(let group):
      addGroupToOne(group, of: owner, into: vertex)
    case .path(let path):
      let added =
        path.isConnectedAtRest
        ? one.addPath(
          in: networkOfOne[path.network], from: path.from, to: path.targets, exempt: path.exempt,
          delay: path.delay)
        : one.addVertex(threshold: 0)
      let kind = path.isConnectedAtRest ? CompiledReading.Part.Kind.path : .constant
      parts.append(.init(kind: kind, owner: owner, location: path.location))
      one.addInput(added, to: vertex)
    }
  }

  private mutating func addGroupToOne(
    _ group: FormulaGroup, of owner: VertexID, into vertex: VertexID
  ) {
    let added = one.addVertex(
      threshold: group.lossesToFail, delay: group.delay)
    parts.append(
      .init(
        kind: group.offersAlternatives ? .alternatives : .all, owner: owner,
        location: group.location))
    for member in group.members { addToOne(member, of: owner, into: added) }
    one.addInput(added, to: vertex)
  }

  /// Whether every input of a vertex of level one is needed: elements and `all` groups.
  private func isConjunction(_ vertex: VertexID) -> Bool {
    vertex.index < elementCount || parts[vertex.index - elementCount].kind == .all
  }

  // MARK: - Level two

  private mutating func addToTwo(
    _ formula: Formula, into vertex: VertexID, isConjunction: Bool = true
  ) {
    switch formula {
    case .met, .unknown:
      break
    case .reference(let reference):
      addReferenceToTwo(reference, into: vertex)
    case .group(let group) where !group.offersAlternatives && group.delay == 0 && isConjunction:
      for member in group.members { addToTwo(member, into: vertex) }
    case .group(let group):
      let added = two.addVertex(
        threshold: group.lossesToFail, delay: group.delay)
      for member in group.members {
        addToTwo(member, into: added, isConjunction: !group.offersAlternatives)
      }
      two.addInput(added, to: vertex)
    case .path(let path) where path.isConnectedAtRest:
      let added = two.addPath(
        in: networkOfTwo[path.network], from: path.from, to: path.targets, exempt: path.exempt,
        delay: path.delay)
      two.addInput(added, to: vertex)
    case .path:
      two.addInput(alwaysFailed(), to: vertex)
    }
  }

  private mutating func addReferenceToTwo(_ reference: FormulaReference, into vertex: VertexID) {
    if reference.givesDegraded {
      two.addInput(alwaysFailed(), to: vertex)
    } else if reference.toleratesDegraded {
      two.addInput(standIn(for: reference.vertex), to: vertex, delay: reference.delay)
    } else {
      two.addInput(reference.vertex, to: vertex, delay: reference.delay)
    }
  }

  private mutating func alwaysFailed() -> VertexID {
    if let vertex = failedInTwo { return vertex }
    let vertex = two.addVertex(threshold: 0)
    failedInTwo = vertex
    return vertex
  }

  private mutating func standIn(for element: VertexID) -> VertexID {
    if let vertex = standIns[element] { return vertex }
    let vertex = two.addVertex()
    standIns[element] = vertex
    return vertex
  }

  private mutating func shownVertex(_ element: VertexID) -> VertexID {
    if let vertex = shown[element] { return vertex }
    let vertex = two.addVertex(threshold: 1)
    two.addInput(element, to: vertex)
    shown[element] = vertex
    return vertex
  }
}
