/// Rules on names, for models that were made in memory.
///
/// Ids are unique, and every id that something refers to is declared. A reader finds these itself,
/// with better places.
enum NameRules {
  static func judge(_ model: Model) -> [Diagnostic] {
    var names = Names(model)
    for component in model.components { names.check(component) }
    for party in model.parties {
      names.check(
        [party.parent] + (party.subcontractors?.value ?? []), .party, party.id, party.place)
      names.check(party.products?.value ?? [], .component, party.id, party.place)
    }
    for contract in model.contracts {
      names.check([contract.provider, contract.customer], .party, contract.id, contract.place)
      names.check([contract.under] + contract.backedBy, .contract, contract.id, contract.place)
    }
    for contact in model.contacts {
      names.check([contact.party], .party, contact.id, contact.place)
      names.check([contact.deputy], .contact, contact.id, contact.place)
      names.check(contact.reach, .component, contact.id, contact.place)
    }
    for plan in model.plans {
      names.check(plan.purposes + (plan.reliesOn ?? []), .component, plan.id, plan.place)
    }
    for measure in model.measures {
      names.check([measure.owner], .party, measure.id, measure.place)
    }
    for cause in model.commonCauses {
      names.check(cause.group?.members ?? [], .component, cause.id, cause.place)
    }
    names.checkSelectors(of: model)
    names.checkSources(of: model)
    for observation in model.observations {
      names.check([observation.component], .component, nil, observation.place)
    }
    for expectation in model.expectations {
      names.check(expectation.claimed, .component, nil, expectation.place)
    }
    return names.diagnostics
  }
}

/// The declared names of a model, and what was found wrong with them.
private struct Names {
  enum Kind: String {
    case component, party, contract, contact, source
    case restoreClass = "restore class"
  }

  private var table = IdentifierTable()
  /// By the number of the id.
  private var kinds: [Kind] = []
  private var known: [Kind: [String]] = [:]
  private var knownStores: [(store: PlainNeedStore, isKnown: Bool)] = []
  private let sectors: Set<String>
  private(set) var diagnostics: [Diagnostic] = []

  init(_ model: Model) {
    sectors = Set(model.sectors.sectors.map(\.id))
    for item in model.sources { declare(item.id, .source, item.place) }
    for item in model.parties { declare(item.id, .party, item.place) }
    for item in model.contracts { declare(item.id, .contract, item.place) }
    for item in model.components { declare(item.id, .component, item.place) }
    for item in model.contacts { declare(item.id, .contact, item.place) }
    for item in model.restoreClasses { declare(item.id, .restoreClass, item.place) }
  }

  private mutating func declare(_ id: String, _ kind: Kind, _ place: SourcePlace?) {
    let (number, isNew) = table.add(id)
    guard isNew else {
      diagnostics.append(
        Diagnostic(
          .duplicateID, "`\(id)` is a \(kinds[number].rawValue) already", at: place, id: id))
      return
    }
    kinds.append(kind)
    known[kind, default: []].append(id)
  }

  mutating func check(_ ids: [String?], _ kind: Kind, _ owner: String?, _ place: SourcePlace?) {
    for case let id? in ids where !isDeclared(id, kind) {
      diagnostics.append(
        Diagnostic(
          .unknownReference, "there is no \(kind.rawValue) `\(id)`", at: place, id: owner,
          hint: nearestName(to: id, among: known[kind] ?? []).map { "did you mean `\($0)`?" }))
    }
  }

  private func isDeclared(_ id: String, _ kind: Kind) -> Bool {
    table.number(of: id).map { kinds[$0] == kind } ?? false
  }

  mutating func checkSelectors(of model: Model) {
    guard !model.contracts.isEmpty || !model.expectations.isEmpty else { return }
    let selectors = SelectorNames(model)
    for contract in model.contracts {
      guard case .selectors(let covered) = contract.covers else { continue }
      check(selectors: covered, selectors, contract.id, contract.place)
    }
    for expectation in model.expectations {
      let seeds = expectation.when + (expectation.singlePoints ?? [])
      check(selectors: seeds, selectors, nil, expectation.place)
    }
  }

  private mutating func check(
    selectors written: [String], _ names: SelectorNames, _ owner: String?, _ place: SourcePlace?
  ) {
    for selector in written {
      guard let flaw = names.flaw(in: selector) else { continue }
      diagnostics.append(
        Diagnostic(
          .unknownReference, flaw.message, at: place, id: owner,
          hint: nearestName(to: flaw.wanted, among: flaw.known).map { "did you mean `\($0)`?" }))
    }
  }

  mutating func checkSources(of model: Model) {
    for index in model.components.indices
    where !model.components[index].evidence.sources.isEmpty
      || model.components[index].traits.contains(.namesSources)
    {
      let component = model.components[index]
      check(component.evidence.sources, .source, component.id, component.place)
      // What is taken over from the component was looked at with it.
      component.forEachFact { fact in
        guard !fact.evidence.sources.isEmpty, fact.evidence != component.evidence else { return }
        check(fact.evidence.sources, .source, component.id, fact.place ?? component.place)
      }
    }
    for party in model.parties { check(party.evidence.sources, .source, party.id, party.place) }
    for contract in model.contracts {
      check(contract.evidence.sources, .source, contract.id, contract.place)
    }
    for cause in model.commonCauses {
      check(cause.evidence.sources, .source, cause.id, cause.place)
    }
  }

  /// Whether all that plain needs can name is declared, looked up once for each store.
  private mutating func isKnown(_ store: PlainNeedStore) -> Bool {
    if let known = knownStores.first(where: { $0.store === store }) { return known.isKnown }
    let isKnown = store.ids.allSatisfy { isDeclared($0, .component) }
    knownStores.append((store, isKnown))
    return isKnown
  }

  private mutating func check(_ formula: Requirement, of owner: String, _ place: SourcePlace?) {
    switch formula {
    case .reference(let reference): check(reference, of: owner, place)
    case .group(let group): for member in group.members { check(member, of: owner, place) }
    case .path(let path):
      check(path.targets + [path.from], .component, owner, path.place ?? place)
    case .unknown: break
    }
  }

  private mutating func check(_ reference: Reference, of owner: String, _ place: SourcePlace?) {
    guard !isDeclared(reference.target, .component) else { return }
    check([reference.target], .component, owner, reference.place ?? place)
  }

  mutating func check(_ component: Component) {
    let (id, place) = (component.id, component.place)
    check([component.owner, component.operator, component.productOf], .party, id, place)
    check([component.restoreClass], .restoreClass, id, place)
    check(component.ends, .component, id, place)
    if case .written(let requirement) = component.running { check(requirement, of: id, place) }
    if component.plainNeeds.map({ !isKnown($0.store) }) ?? false {
      check(component.requires, of: id, place)
    }
    check(component.startsWith, of: id, place)
    check(component.repairNeeds, of: id, place)
    for reference in component.degradesWithout { check(reference, of: id, place) }
    for claim in component.independentOf { check(claim, of: id, place) }
    if let sector = component.sector, !sectors.contains(sector) {
      diagnostics.append(
        Diagnostic(.unknownSector, "there is no sector `\(sector)`", at: place, id: id))
    }
  }
}
