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
      names.check(expectation.up + expectation.down, .component, nil, expectation.place)
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

  private var kinds: [String: Kind] = [:]
  private var known: [Kind: [String]] = [:]
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
    if let first = kinds[id] {
      diagnostics.append(
        Diagnostic(.duplicateID, "`\(id)` is a \(first.rawValue) already", at: place, id: id))
      return
    }
    kinds[id] = kind
    known[kind, default: []].append(id)
  }

  mutating func check(_ ids: [String?], _ kind: Kind, _ owner: String?, _ place: SourcePlace?) {
    for case let id? in ids where kinds[id] != kind {
      diagnostics.append(
        Diagnostic(
          .unknownReference, "there is no \(kind.rawValue) `\(id)`", at: place, id: owner,
          hint: nearestName(to: id, among: known[kind] ?? []).map { "did you mean `\($0)`?" }))
    }
  }

  mutating func checkSelectors(of model: Model) {
    let selectors = SelectorNames(model)
    for contract in model.contracts {
      guard case .selectors(let covered) = contract.covers else { continue }
      check(selectors: covered, selectors, contract.id, contract.place)
    }
    for expectation in model.expectations {
      check(selectors: expectation.when, selectors, nil, expectation.place)
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
    for component in model.components {
      check(component.evidence.sources, .source, component.id, component.place)
      // What is taken over from the component was looked at with it.
      for fact in component.facts where fact.evidence != component.evidence {
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

  mutating func check(_ component: Component) {
    let (id, place) = (component.id, component.place)
    check([component.owner, component.operator, component.productOf], .party, id, place)
    check([component.restoreClass], .restoreClass, id, place)
    check(component.ends, .component, id, place)
    let references =
      component.formulas.flatMap(\.references) + component.degradesWithout
      + component.independentOf
    for reference in references {
      check([reference.target], .component, id, reference.place ?? place)
    }
    for path in component.formulas.flatMap(\.paths) {
      check(path.targets + [path.from], .component, id, path.place ?? place)
    }
    if let sector = component.sector, !sectors.contains(sector) {
      diagnostics.append(
        Diagnostic(.unknownSector, "there is no sector `\(sector)`", at: place, id: id))
    }
  }
}
