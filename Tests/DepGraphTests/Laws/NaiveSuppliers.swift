import DepGraph

/// Suppliers straight from the definitions: slow, by ids, and with no code of the program's but the
/// numbers that say what searches may fail.
struct NaiveSuppliers {
  let model: Model
  let compiled: CompiledModel
  private let known = KnownOutcomes()

  /// The contracts of a party that hold on the day.
  func contracts(_ party: String) -> [Contract] {
    model.contracts.filter { contract in
      guard contract.provider == party, let day = model.asOf else { return false }
      return (contract.validFrom.map { $0 <= day } ?? true)
        && (contract.validUntil.map { day <= $0 } ?? true)
    }
  }

  func party(_ id: String) -> Party? { model.parties.first { $0.id == id } }

  private func canFail(_ id: String) -> Bool {
    guard let component = model.components.first(where: { $0.id == id }) else { return true }
    return component.kind != .consumer && component.kind != .process && !component.neverFails
  }

  func makes(_ id: String) -> Set<String> {
    var found = Set(model.components.filter { $0.productOf == id }.map(\.id))
    found.formUnion(model.commonCauses.filter { $0.productOf == id }.map(\.id))
    if case .known(let products) = party(id)?.products { found.formUnion(products) }
    return found
  }

  func products(_ id: String) -> Set<String> { makes(id).filter(canFail) }

  func covered(_ id: String, certainly: Bool = false) -> Set<String> {
    var found: Set<String> = []
    for contract in contracts(id) {
      if certainly, contract.evidence.basis == .assumed { continue }
      if case .selectors(let list) = contract.covers { found.formUnion(list) }
    }
    return found.filter(canFail)
  }

  func own(_ id: String) -> Set<String> { products(id).union(covered(id)) }

  /// What certainly belongs to it.
  func certain(_ id: String) -> Set<String> {
    let made = products(id).filter { product in
      let component = model.components.first { $0.id == product && $0.productOf == id }
      return component?.evidence.basis != .assumed
    }
    return made.union(covered(id, certainly: true))
  }

  func mayBeMore(_ id: String) -> Bool {
    party(id)?.products == .unknown || contracts(id).contains { $0.covers == .unknown }
  }

  func isExternal(_ id: String) -> Bool {
    party(id)?.roles.contains("supplier") == true || !makes(id).isEmpty
  }

  var suppliers: Set<String> {
    var found = Set(
      model.parties.map(\.id).filter { id in
        isExternal(id) || model.contracts.contains { $0.provider == id }
      })
    for _ in model.parties {
      for id in found { found.formUnion(party(id)?.subcontractors?.value ?? []) }
    }
    return found
  }

  /// For whom a party works: those who name it, and customers of its contracts that supply.
  func contractors(_ id: String) -> Set<String> {
    suppliers.filter { other in
      other != id
        && (party(other)?.subcontractors?.value?.contains(id) == true
          || (isExternal(other) && contracts(id).contains { $0.customer == other }))
    }
  }

  /// Those of them of whom nobody wrote down what it does.
  func openContractors(_ id: String) -> Set<String> {
    contractors(id).filter { other in
      !contracts(id).contains { contract in
        guard contract.customer == other, case .selectors(let list) = contract.covers else {
          return false
        }
        return !list.isEmpty
      }
    }
  }

  func allOpenContractors(_ id: String) -> Set<String> {
    var found = openContractors(id)
    for _ in model.parties { for other in found { found.formUnion(openContractors(other)) } }
    return found.subtracting([id])
  }

  func through(_ id: String) -> Set<String> {
    allOpenContractors(id).reduce(into: []) { $0.formUnion(own($1)) }
  }

  var tiers: [String: Int] {
    var tiers: [String: Int] = [:]
    let all = suppliers
    let roots = all.filter { id in
      !makes(id).isEmpty
        || contracts(id).contains { contract in
          contract.customer.map { !isExternal($0) } ?? true
        }
    }
    for start in [roots, all.filter { !contracts($0).isEmpty }] {
      for id in start where tiers[id] == nil { tiers[id] = 1 }
      let fixed = tiers
      for _ in all {
        for id in all where fixed[id] == nil {
          let best = contractors(id).compactMap { tiers[$0] }.min()
          if let best { tiers[id] = min(tiers[id] ?? .max, best + 1) }
        }
      }
    }
    return tiers
  }

  func isDown(_ user: String, _ failed: Set<String>, _ reading: Reading) -> Bool {
    known.down(model, reading, failed).contains(user)
  }
}
