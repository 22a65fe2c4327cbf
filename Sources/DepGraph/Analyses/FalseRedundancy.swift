/// Redundancy in name only: alternatives, or ways over a network, that one cause takes away
/// together.
///
/// A group that stands the loss of a member is only as good as its members are independent. A seed
/// outside it whose failure alone defeats it shows that they are not: two routers with one software
/// release are one thing. The same holds of a path with two disjoint ways that one thing outside the
/// network cuts, and of a group that one of its own members defeats, since the others lean on it.
public struct FalseRedundancy: Hashable, Sendable {
  /// What the redundancy consists of.
  public enum Kind: Hashable, Sendable {
    /// Members of an `any` or `at-least` group.
    case alternatives
    /// Disjoint ways over the network of this name.
    case ways(network: String)
  }

  /// Something that defeats the redundancy alone.
  public struct Cause: Hashable, Sendable {
    /// What fails.
    public let vertex: VertexID
    /// For each member that falls a shortest way along which the failure comes to it, both ends
    /// included, in the order of the members; for a path, to each node and link of the network that
    /// falls between its ends.
    public let ways: [[VertexID]]
    /// How many of the members that fall must become independent of the cause for the group to
    /// stand; for a path 1: one of its ways.
    public let membersToFree: Int
  }

  /// The component that has the requirement.
  public let owner: VertexID
  /// Where it stands there, like `requires/1/any`.
  public let location: String
  /// What the redundancy consists of.
  public let kind: Kind
  /// The elements that occur in the group, in order; none for a path.
  public let members: [VertexID]
  /// What outside it defeats it, in order.
  public let causes: [Cause]
  /// What inside it defeats it, since the other members lean on it, in order.
  public let defeatingMembers: [Cause]

  /// Finds all redundancy of a model that is in name only.
  ///
  /// The owner of a requirement is never named: when it has failed, what it requires does not
  /// matter.
  ///
  /// - Parameters:
  ///   - compiled: The model.
  ///   - reading: The reading; by default the least favourable.
  /// - Returns: By owner, then in the order in which they stand there.
  /// - Complexity: O(*n*·(*v* + *a*)) for *n* elements and the vertices and arcs that fail with
  ///   each; as much again for each finding.
  public static func all(
    in compiled: CompiledModel, reading: Reading = .possible
  ) -> [FalseRedundancy] {
    RedundancyTrial(compiled, compiled.reading(reading)).findings
  }
}

/// Lets every seed fail alone, and looks which redundancy does not stand it.
private struct RedundancyTrial {
  private let compiled: CompiledModel
  private let reading: CompiledReading
  private let graph: ThresholdGraph

  init(_ compiled: CompiledModel, _ reading: CompiledReading) {
    self.compiled = compiled
    self.reading = reading
    graph = reading.levelOne
  }

  var findings: [FalseRedundancy] {
    var isRedundant: [VertexID: Bool] = [:]
    var outside: [VertexID: [FalseRedundancy.Cause]] = [:]
    var inside: [VertexID: [FalseRedundancy.Cause]] = [:]
    let propagator = FailurePropagator(graph)
    for seed in (0..<compiled.table.count).map({ VertexID($0) })
    where compiled.isSeedOfSearches(seed) {
      propagator.fail([seed])
      let parts = propagator.failed[propagator.failedFromBeginningCount...]
        .filter { !reading.isElement($0) && reading.part($0).owner != seed }
      var spread: FailureSpread?
      for part in parts {
        if isRedundant[part] == nil { isRedundant[part] = reading.standsALoss(part) }
        guard isRedundant[part] == true,
          !reading.isCutAtItsEndsOnly(part, isDown: propagator.contains)
        else { continue }
        let found = spread ?? FailureSpread(from: [seed], graph) { propagator.contains($0) }
        spread = found
        let cause = cause(seed, part, found)
        if isInside(seed, part) {
          if reading.part(part).kind == .alternatives { inside[part, default: []].append(cause) }
        } else {
          outside[part, default: []].append(cause)
        }
      }
      propagator.undo()
    }
    return Set(outside.keys).union(inside.keys)
      .sorted { (reading.part($0).owner, $0) < (reading.part($1).owner, $1) }
      .map { finding($0, outside[$0, default: []], inside[$0, default: []]) }
  }

  private func isInside(_ seed: VertexID, _ part: VertexID) -> Bool {
    if let path = graph.pathInfo(of: part) {
      return graph.networks(of: seed).contains(path.network)
    }
    return reading.elements(under: part).contains(seed)
  }

  private func cause(
    _ seed: VertexID, _ part: VertexID, _ spread: FailureSpread
  ) -> FalseRedundancy.Cause {
    let fallen: [VertexID]
    if let path = graph.pathInfo(of: part) {
      let ends = VertexSet([path.from] + path.to)
      fallen = graph.allInputs(of: part).filter { spread.reaches($0) && !ends.contains($0) }
    } else {
      fallen = graph.inputs(of: part).map(\.vertex).filter(spread.reaches)
    }
    var ways: [[VertexID]] = []
    for member in fallen {
      let way = spread.way(to: member).filter(reading.isElement)
      if !ways.contains(way) { ways.append(way) }
    }
    let toFree = graph.threshold(of: part).map { fallen.count - $0 + 1 } ?? 1
    return FalseRedundancy.Cause(vertex: seed, ways: ways, membersToFree: max(1, toFree))
  }

  private func finding(
    _ part: VertexID, _ outside: [FalseRedundancy.Cause], _ inside: [FalseRedundancy.Cause]
  ) -> FalseRedundancy {
    let described = reading.part(part)
    let network = graph.pathInfo(of: part).map { compiled.networks.networks[$0.network.index].name }
    return FalseRedundancy(
      owner: described.owner, location: described.location,
      kind: network.map { .ways(network: $0) } ?? .alternatives,
      members: network == nil ? reading.elements(under: part) : [], causes: outside,
      defeatingMembers: inside)
  }
}

extension CompiledReading {
  /// Whether a group tolerates the loss of a member, or a path has two disjoint ways.
  ///
  /// - Complexity: O(1) for a group; two searches of its network for a path.
  func standsALoss(_ part: VertexID) -> Bool {
    switch self.part(part).kind {
    case .alternatives: (levelOne.threshold(of: part) ?? 0) >= 2
    case .path: levelOne.disjointWays(of: part, failed: { _ in false }, atMost: 2) == 2
    case .all, .constant: false
    }
  }

  /// Whether a path would hold if its ends had not failed: no redundancy between them helps then.
  ///
  /// - Complexity: O(1) for a group; a search of its network for a path.
  func isCutAtItsEndsOnly(_ part: VertexID, isDown: (VertexID) -> Bool) -> Bool {
    guard let path = levelOne.pathInfo(of: part) else { return false }
    let ends = VertexSet([path.from] + path.to)
    let ways = levelOne.disjointWays(
      of: part, failed: { !ends.contains($0) && isDown($0) }, atMost: 1)
    return ways > 0
  }

  /// The elements that occur in a group, those of groups inside included, and not those of
  /// networks, in order.
  ///
  /// - Complexity: O(*k* log *k*) for *k* of them.
  func elements(under part: VertexID) -> [VertexID] {
    let found = levelOne.inputs(of: part).flatMap { input in
      isElement(input.vertex) ? [input.vertex] : elements(under: input.vertex)
    }
    return Set(found).sorted()
  }
}
