/// Rules on what nothing uses.
enum UsageRules {
  static func judge(_ model: Model) -> [Diagnostic] {
    var used = UsedNames(model)
    for party in model.parties { used.formUnion(party.products?.value ?? []) }
    for contact in model.contacts { used.formUnion(contact.reach) }
    for plan in model.plans { used.formUnion(plan.purposes + (plan.reliesOn ?? [])) }
    for measure in model.measures { used.formUnion(measure.adds + measure.removes) }
    for observation in model.observations { used.insert(observation.component) }
    for cause in model.commonCauses { used.formUnion(cause.group?.members ?? []) }
    for expectation in model.expectations {
      used.formUnion(
        expectation.when + expectation.claimed + (expectation.singlePoints ?? []))
    }
    for contract in model.contracts {
      if case .selectors(let selectors) = contract.covers { used.formUnion(selectors) }
    }
    let networks = used.networks
    let causes =
      model.commonCauses.isEmpty
      ? [] : Set(model.components.flatMap { $0.shares.compactMap(\.causeID) })
    var found: [Diagnostic] = []
    for (index, component) in model.components.enumerated() where !used.isUsed[index] {
      switch component.kind {
      case .process, .consumer: continue
      case .link where networks.contains(component.network): continue
      default:
        found.append(
          Diagnostic(
            .unusedComponent, "nothing needs or mentions `\(component.id)`", at: component.place,
            id: component.id))
      }
    }
    for cause in model.commonCauses where cause.group == nil && !causes.contains(cause.id) {
      found.append(
        Diagnostic(.unusedComponent, "nothing shares `\(cause.id)`", at: cause.place, id: cause.id))
    }
    return found
  }
}

/// Which components something mentions.
private struct UsedNames {
  private let model: Model
  private lazy var table = IdentifierTable(model.components.map(\.id))
  /// By the place of a component in the model.
  private(set) var isUsed: [Bool]
  /// The networks over which a way is required.
  private(set) var networks: Set<String> = []

  init(_ model: Model) {
    self.model = model
    var plain = NumbersUsed()
    isUsed = Array(repeating: false, count: model.components.count)
    for index in model.components.indices {
      switch model.components[index].running {
      case .written(let requirement): formUnion(of: requirement)
      case .plain(let needs): plain.formUnion(needs)
      }
      formUnionOfRest(of: model.components[index])
    }
    for (store, isNamed) in plain.stores {
      let isOfModel = store.numbersComponents(of: model)
      for number in isNamed.indices where isNamed[number] {
        if isOfModel { isUsed[number] = true } else { insert(store.ids[number]) }
      }
    }
  }

  mutating func formUnion(_ ids: [String]) {
    for id in ids { insert(id) }
  }

  mutating func insert(_ id: String) {
    if let number = table.number(of: id) { isUsed[number] = true }
  }

  private mutating func formUnion(of formula: Requirement) {
    switch formula {
    case .reference(let reference): insert(reference.target)
    case .group(let group): for member in group.members { formUnion(of: member) }
    case .path(let path):
      networks.insert(path.network)
      formUnion(path.targets)
      if let from = path.from { insert(from) }
    case .unknown: break
    }
  }

  private mutating func formUnionOfRest(of component: Component) {
    for reference in component.degradesWithout { insert(reference.target) }
    if component.hasSeldomFacts {
      formUnion(of: component.startsWith)
      formUnion(of: component.repairNeeds)
      for claim in component.independentOf { insert(claim.target) }
      formUnion(component.ends)
    }
    for shared in component.shares {
      if let value = shared.value { insert(value) }
    }
  }
}

/// Which numbers plain needs mention, store by store.
private struct NumbersUsed {
  private(set) var stores: [(store: PlainNeedStore, isUsed: [Bool])] = []

  mutating func formUnion(_ needs: PlainNeeds) {
    // A model comes from one reading, as a rule, and has one store.
    if stores.last?.store !== needs.store {
      let known = stores.firstIndex { $0.store === needs.store }
      if let known {
        stores.swapAt(known, stores.count - 1)
      } else {
        stores.append((needs.store, Array(repeating: false, count: needs.store.ids.count)))
      }
    }
    for target in needs.targets { stores[stores.count - 1].isUsed[Int(target)] = true }
  }
}

extension SharedValue {
  /// The id of the common cause, `key:value`; nil where the value is unknown.
  var causeID: String? { value.map { "\(key):\($0)" } }
}
