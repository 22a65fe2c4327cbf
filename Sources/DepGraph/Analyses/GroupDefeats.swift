/// Which single elements defeat which groups of alternatives and paths.
///
/// A group that stands the loss of a member is only as good as its members are independent: an
/// element whose failure alone defeats the group is a cause that they share.
final class GroupDefeats {
  private let compiled: CompiledModel
  private let graph: ThresholdGraph
  private let reading: CompiledReading
  /// For each group or path, the elements that defeat it alone, in order.
  private let defeaters: [VertexID: [VertexID]]
  /// For each element, everything that falls with it, parts included, in order.
  private let failures: [[VertexID]]
  private let dead: VertexSet
  private let unknown: Set<VertexID>
  // What the rows of a register ask for again and again.
  private var hitGroups: [VertexID: [VertexID]] = [:]
  private var unsure: [VertexID: Bool] = [:]
  private var usedBy: [VertexID: Set<VertexID>] = [:]

  /// - Complexity: O(*n*·(*v* + *a*)) for *n* elements and the vertices and arcs that fail with each.
  init(_ compiled: CompiledModel) {
    self.compiled = compiled
    reading = compiled.reading(.possible)
    graph = reading.levelOne
    var defeaters: [VertexID: [VertexID]] = [:]
    var failures: [[VertexID]] = []
    let propagator = FailurePropagator(graph)
    // What is dead at rest stands no loss, and no failure defeats it.
    dead = VertexSet(propagator.failed)
    for index in 0..<compiled.table.count {
      let seed = VertexID(index)
      propagator.fail([seed])
      let fallen = propagator.failed[propagator.failedFromBeginningCount...]
      failures.append(fallen.sorted())
      // What is no seed of searches defeats nothing, but may itself be asked about.
      if compiled.isSeedOfSearches(seed) {
        for vertex in fallen where !reading.isElement(vertex) {
          let kind = reading.part(vertex).kind
          if kind == .alternatives || kind == .path { defeaters[vertex, default: []].append(seed) }
        }
      }
      propagator.undo()
    }
    self.defeaters = defeaters
    self.failures = failures
    unknown = Set(compiled.unknownRequirements)
  }

  /// Whether something can do what a system does for a user whom its failure does not stop.
  func alternative(
    for system: VertexID, of user: VertexID
  )
    -> (Register.Alternative, shared: [VertexID])
  {
    let groups = savingGroups(for: system, of: user)
    guard !groups.isEmpty else { return (.none, []) }
    let shared = Set(
      groups.flatMap { defeaters[$0, default: []] }.filter { cause in
        cause != system && falls(system, with: cause)
      })
    if !shared.isEmpty { return (.nominal, shared.sorted()) }
    return (groups.contains(where: isUnsure) ? .unknown : .independent, [])
  }

  /// The groups and paths that lose something by a system's failure, hold, and belong to the user
  /// or to something that it uses.
  private func savingGroups(for system: VertexID, of user: VertexID) -> [VertexID] {
    let used = everythingUsed(by: user)
    return groups(hitBy: system).filter { group in
      let owner = reading.part(group).owner
      return owner == user || used.contains(owner)
    }
  }

  /// The groups and paths that lose something by a system's failure and hold, in order.
  private func groups(hitBy system: VertexID) -> [VertexID] {
    if let known = hitGroups[system] { return known }
    let fallen = failures[system.index]
    var candidates = VertexSet()
    for vertex in fallen {
      for dependent in graph.dependents(of: vertex) where !reading.isElement(dependent) {
        if reading.part(dependent).kind == .alternatives { candidates.insert(dependent) }
      }
      for network in graph.networks(of: vertex) {
        for path in graph.paths(in: network) { candidates.insert(path) }
      }
    }
    let found = candidates.filter { !falls($0, with: system) && !dead.contains($0) }
    hitGroups[system] = found
    return found
  }

  private func falls(_ vertex: VertexID, with cause: VertexID) -> Bool {
    let fallen = failures[cause.index]
    let place = fallen.partitioningIndex { $0 >= vertex }
    return place < fallen.count && fallen[place] == vertex
  }

  private func everythingUsed(by user: VertexID) -> Set<VertexID> {
    if let known = usedBy[user] { return known }
    let used = compiled.dependencies.everythingUsed(by: user, networks: compiled.networks)
    let found = Set(used.keys)
    usedBy[user] = found
    return found
  }

  /// Whether something that a group rests on is not known, so that a shared cause may hide there.
  private func isUnsure(_ group: VertexID) -> Bool {
    if let known = unsure[group] { return known }
    var under: Set<VertexID> = []
    for member in elements(under: group) {
      under.insert(member)
      under.formUnion(everythingUsed(by: member))
    }
    let isUnsure =
      !under.isDisjoint(with: unknown)
      || compiled.unknownShares.contains { key, sharers in
        sharers.contains(where: under.contains)
          && under.count { self.compiled.component($0)?.sharesSomething(under: key) == true } >= 2
      }
    unsure[group] = isUnsure
    return isUnsure
  }

  private func elements(under part: VertexID) -> [VertexID] {
    graph.allInputs(of: part).flatMap { input in
      reading.isElement(input) ? [input] : elements(under: input)
    }
  }
}

extension Component {
  /// Whether it shares a value of a key, known or not.
  fileprivate func sharesSomething(under key: String) -> Bool { shares.contains { $0.key == key } }
}
