extension ImportedModel {
  /// The same with its files as the source of every public fact that names none: a public fact must
  /// name one.
  ///
  /// - Parameter options: What was said of the source as a whole.
  /// - Returns: The model with the source declared, if a fact wanted it.
  /// - Complexity: O(*n*) for *n* facts.
  public func namingItsSource(_ options: ImportOptions) -> ImportedModel {
    guard options.basis == .public else { return self }
    var names = ImportedNames()
    for id in model.declaredIDs { names.reserve(id) }
    let files = report.files.joined(separator: ", ")
    var source = Source(id: names.makeID(of: files, in: "source"))
    source.title = LocalizedText(files, in: options.language)
    source.date = options.asOf
    var naming = SourceNaming(evidence: Evidence(.public, sources: [source.id]))
    var copy = self
    naming.name(in: &copy.model)
    if naming.isUsed { copy.model.sources.append(source) }
    return copy
  }
}

extension Model {
  /// The ids of everything that has one.
  fileprivate var declaredIDs: [String] {
    sources.map(\.id) + parties.map(\.id) + contracts.map(\.id) + components.map(\.id)
      + contacts.map(\.id) + plans.map(\.id) + measures.map(\.id) + crews.map(\.id)
      + restoreClasses.map(\.id) + escalation.map(\.id)
  }
}

/// Gives public facts without a source one.
private struct SourceNaming {
  let evidence: Evidence
  private(set) var isUsed = false

  init(evidence: Evidence) { self.evidence = evidence }

  mutating func name(in model: inout Model) {
    for index in model.components.indices { name(in: &model.components[index]) }
    for index in model.parties.indices { name(&model.parties[index].evidence) }
    for index in model.commonCauses.indices { name(&model.commonCauses[index].evidence) }
    for index in model.contracts.indices {
      name(&model.contracts[index].evidence)
      for target in model.contracts[index].targets.indices {
        name(&model.contracts[index].targets[target].evidence)
      }
    }
  }

  private mutating func name(in component: inout Component) {
    name(&component.evidence)
    component.requires = named(component.requires)
    if component.hasSeldomFacts {
      component.startsWith = named(component.startsWith)
      component.repairNeeds = named(component.repairNeeds)
      component.independentOf = component.independentOf.map { named($0) }
    }
    component.degradesWithout = component.degradesWithout.map { named($0) }
    for index in component.shares.indices { name(&component.shares[index].evidence) }
  }

  private mutating func name(_ fact: inout Evidence) {
    guard fact.basis == .public, fact.sources.isEmpty else { return }
    fact = evidence
    isUsed = true
  }

  private mutating func named(_ reference: Reference) -> Reference {
    var copy = reference
    name(&copy.evidence)
    return copy
  }

  private mutating func named(_ requirement: Requirement) -> Requirement {
    switch requirement {
    case .reference(let reference): return .reference(named(reference))
    case .group(var group):
      group.members = group.members.map { named($0) }
      return .group(group)
    case .path(var path):
      name(&path.evidence)
      return .path(path)
    case .unknown: return requirement
    }
  }
}
