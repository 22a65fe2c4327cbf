extension Model {
  /// The model without some things.
  ///
  /// A component is taken out of everything that names it: requirements, groups, ends of links and
  /// paths, shares. A group of alternatives goes on with the others; one that nothing is left of goes
  /// away, for nobody wrote down what was in its place. A group that needs more than are left needs all
  /// that are left. A common cause (`key:value`) is no longer shared by anybody.
  ///
  /// - Parameter ids: Ids of components and of common causes.
  /// - Returns: The model.
  /// - Complexity: O(*n* + *r*) for *n* components with *r* requirements.
  func without(_ ids: Set<String>) -> Model {
    guard !ids.isEmpty else { return self }
    var model = self
    let gone = gone(with: ids)
    let rest = Remainder(
      gone: gone,
      networks: Set(components.filter { $0.kind == .link && !gone.contains($0.id) }.map(\.network)))
    model.components = components.filter { !gone.contains($0.id) }.map { component in
      var component = component
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

/// What is left of a model when something is taken out.
private struct Remainder {
  /// The ids of what is taken out.
  let gone: Set<String>
  /// The networks that have links left.
  let networks: Set<String>
}

extension Model {
  /// The components that could never work since they need a way over a network that has no links.
  ///
  /// - Complexity: O(*n* + *r*) for *n* components with *r* requirements.
  var withoutNetwork: [String] {
    let networks = Set(components.filter { $0.kind == .link }.map(\.network))
    return components.filter { component in
      component.requires.paths.contains { !networks.contains($0.network) }
    }.map(\.id)
  }
}

extension Requirement {
  /// The formula in what is left of a model; nil: nothing is left of it.
  ///
  /// A way over a network without links is no alternative; where there is no other it stays, as what
  /// can never be met.
  ///
  /// - Complexity: O(*n*) for a formula of *n* parts.
  fileprivate func within(_ rest: Remainder) -> Requirement? {
    switch self {
    case .reference(let reference): return rest.gone.contains(reference.target) ? nil : self
    case .unknown: return self
    case .path(var path):
      if let from = path.from, rest.gone.contains(from) { return nil }
      path.targets.removeAll(where: rest.gone.contains)
      return path.targets.isEmpty ? nil : .path(path)
    case .group(var group):
      // What needed nothing goes on needing nothing.
      if group.members.isEmpty { return self }
      let threshold = group.threshold
      group.members = group.members.compactMap { $0.within(rest) }
      let real = group.members.filter { !$0.isPath(outside: rest.networks) }
      if group.offersAlternatives, !real.isEmpty { group.members = real }
      if group.members.isEmpty { return nil }
      if case .atLeast = group.need {
        group.need = .atLeast(min(threshold, group.members.count))
      }
      return .group(group)
    }
  }

  private func isPath(outside networks: Set<String>) -> Bool {
    if case .path(let path) = self { !networks.contains(path.network) } else { false }
  }
}
