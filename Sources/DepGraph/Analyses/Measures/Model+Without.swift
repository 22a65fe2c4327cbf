extension Model {
  /// The model without some things.
  ///
  /// A component is taken out of everything that names it: requirements, groups, ends of links and
  /// paths, shares. A group of alternatives goes on with the others; one that nothing is left of goes
  /// away, for nobody wrote down what was in its place. A group that needs more than are left needs all
  /// that are left. A path no longer ends at nodes at which no link of its network ends any more; one
  /// that is left without a beginning or an end stays where nothing stands beside it: see
  /// `neverOperational`. A common cause (`key:value`) is no longer shared by anybody.
  ///
  /// - Parameter ids: Ids of components and of common causes.
  /// - Returns: The model.
  /// - Complexity: O(*n* + *r*) for *n* components with *r* requirements.
  func without(_ ids: Set<String>) -> Model {
    guard !ids.isEmpty else { return self }
    var model = self
    let gone = gone(with: ids)
    let left = components.filter { !gone.contains($0.id) }
    let nodes = NetworkNodes(of: left)
    model.components = left.map { component in
      var component = component
      let rest = Remainder(gone: gone, nodes: nodes, owner: component.id)
      component.requires = component.requires.within(rest) ?? .nothing
      component.startsWith = component.startsWith.within(rest) ?? .nothing
      component.repairNeeds = component.repairNeeds.within(rest) ?? .nothing
      component.degradesWithout.removeAll { gone.contains($0.target) }
      component.independentOf.removeAll { gone.contains($0.target) }
      component.shares.removeAll { shared in
        shared.value.map { gone.contains($0) || gone.contains("\(shared.key):\($0)") } ?? false
      }
      return component
    }
    model.commonCauses = commonCauses.filter { !gone.contains($0.id) }.map { cause in
      var cause = cause
      cause.group?.members.removeAll(where: gone.contains)
      return cause
    }
    model.contracts = contracts.map { contract in
      var contract = contract
      if case .selectors(let selectors) = contract.covers {
        contract.covers = .selectors(selectors.filter { !gone.contains($0) })
      }
      return contract
    }
    return model
  }

  /// With a node of a network the links go that end there.
  private func gone(with ids: Set<String>) -> Set<String> {
    ids.union(components.filter { $0.ends.contains(where: ids.contains) }.map(\.id))
  }
}

/// The nodes of each network: where links end.
private struct NetworkNodes {
  private var nodes: [String: Set<String>] = [:]

  init(of components: [Component]) {
    for link in components where link.kind == .link && link.ends.count == 2 {
      nodes[link.network, default: []].formUnion(link.ends)
    }
  }

  /// Whether a path begins, and ends somewhere, at nodes of its network.
  func hold(_ path: PathRequirement, of owner: String) -> Bool {
    contains(path.from ?? owner, of: path.network)
      && path.targets.contains { contains($0, of: path.network) }
  }

  /// Whether a link of a network ends at something.
  func contains(_ id: String, of network: String) -> Bool {
    nodes[network]?.contains(id) == true
  }
}

/// What is left of a model when something is taken out, for the needs of one component.
private struct Remainder {
  /// The ids of what is taken out.
  let gone: Set<String>
  /// The nodes that are left of networks.
  let nodes: NetworkNodes
  /// The component.
  let owner: String
}

extension Model {
  /// The components that could never work, start or be repaired since they need a way over a network
  /// that does not hold its beginning, or none of its ends.
  ///
  /// A model as it is read holds none: validation refuses it.
  ///
  /// - Complexity: O(*n* + *r*) for *n* components with *r* requirements.
  var neverOperational: [String] {
    let nodes = NetworkNodes(of: components)
    return components.filter { component in
      [component.requires, component.startsWith, component.repairNeeds].contains {
        $0.isImpossible(in: nodes, of: component.id)
      }
    }.map(\.id)
  }
}

extension Requirement {
  /// The formula in what is left of a model; nil: nothing is left of it.
  ///
  /// What needs a way that the network has no beginning or no end of is no alternative; where there is
  /// no other it stays, as what can never be met.
  ///
  /// - Complexity: O(*n*) for a formula of *n* parts.
  fileprivate func within(_ rest: Remainder) -> Requirement? {
    switch self {
    case .reference(let reference): return rest.gone.contains(reference.target) ? nil : self
    case .unknown: return self
    case .path(var path):
      if let from = path.from, rest.gone.contains(from) { return nil }
      path.targets.removeAll(where: rest.gone.contains)
      if rest.nodes.hold(path, of: rest.owner) {
        let network = path.network
        path.targets.removeAll { !rest.nodes.contains($0, of: network) }
      }
      return path.targets.isEmpty ? nil : .path(path)
    case .group(var group):
      // What needed nothing goes on needing nothing.
      if group.members.isEmpty { return self }
      let threshold = group.threshold
      group.members = group.members.compactMap { $0.within(rest) }
      let real = group.members.filter { !$0.isImpossible(in: rest.nodes, of: rest.owner) }
      if group.offersAlternatives, !real.isEmpty { group.members = real }
      if group.members.isEmpty { return nil }
      if case .atLeast = group.need {
        group.need = .atLeast(min(threshold, group.members.count))
      }
      return .group(group)
    }
  }

  /// Whether it can never be met for want of a network to go over.
  fileprivate func isImpossible(in nodes: NetworkNodes, of owner: String) -> Bool {
    switch self {
    case .reference, .unknown: return false
    case .path(let path): return !nodes.hold(path, of: owner)
    case .group(let group):
      let impossible = group.members.count { $0.isImpossible(in: nodes, of: owner) }
      guard impossible > 0 else { return false }
      return !group.offersAlternatives || impossible == group.members.count
    }
  }
}
