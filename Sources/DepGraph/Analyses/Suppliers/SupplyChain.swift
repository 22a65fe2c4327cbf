/// Who supplies, and through whom: the tiers of a supply chain, as far as the model tells.
///
/// Tier 1 delivers to the organisation itself: it makes a component, or provides a contract in force
/// whose customer is no supplier. Tier *n* + 1 works for tier *n*: a party names it as its
/// subcontractor, or is the customer of its contract. A party has its least tier; one that nothing
/// in force ties to the network has none.
struct SupplyChain {
  /// A supplier for whom another one works.
  struct Contractor: Hashable {
    /// The id of its party.
    let party: String
    /// Whether nobody wrote down which part of its work the subcontractor does.
    let isOpen: Bool
  }

  /// The ids of the suppliers, in bytewise order.
  let suppliers: [String]
  /// The tier of each, from 1; missing where nothing in force ties it to the network.
  private(set) var tiers: [String: Int] = [:]
  /// For whom each works, by id.
  private(set) var contractors: [String: [Contractor]] = [:]
  /// For each provider the contracts in force, by id.
  let contracts: [String: [Contract]]

  /// Reads the chain out of a model.
  ///
  /// - Parameters:
  ///   - model: The model.
  ///   - day: The day on which contracts are in force; nil: nothing speaks against any.
  /// - Complexity: O(*n* + *c* log *c* + *p* log *p*) for *n* components, *c* contracts and *p*
  ///   parties with their subcontractors.
  init(of model: Model, on day: CalendarDate?) {
    let makers = Self.makers(in: model)
    let external = Set(model.parties.filter { $0.roles.contains("supplier") }.map(\.id))
      .union(makers)
    var inForce: [String: [Contract]] = [:]
    for contract in model.contracts.sorted(by: { $0.id.isBytewiseBefore($1.id) })
    where contract.isValid(on: day) {
      if let provider = contract.provider { inForce[provider, default: []].append(contract) }
    }
    contracts = inForce
    let parties = Dictionary(uniqueKeysWithValues: model.parties.map { ($0.id, $0) })
    let start = external.union(model.contracts.compactMap(\.provider))
    suppliers = Self.closure(of: start, parties).sorted { $0.isBytewiseBefore($1) }
    var below: [String: Set<String>] = [:]
    for id in suppliers {
      for other in parties[id]?.subcontractors?.value ?? [] where other != id {
        below[id, default: []].insert(other)
      }
      for contract in inForce[id, default: []] {
        guard let customer = contract.customer, customer != id, external.contains(customer)
        else { continue }
        below[customer, default: []].insert(id)
      }
    }
    let roots = suppliers.filter { id in
      makers.contains(id)
        || inForce[id, default: []].contains { contract in
          contract.customer.map { !external.contains($0) } ?? true
        }
    }
    tiers = Self.tiers(from: roots, inForce: suppliers.filter { inForce[$0] != nil }, below)
    for (contractor, names) in below.sorted(by: { $0.key.isBytewiseBefore($1.key) }) {
      for name in names {
        let isOpen = !inForce[name, default: []].contains {
          $0.customer == contractor && $0.saysWhatItCovers
        }
        contractors[name, default: []].append(Contractor(party: contractor, isOpen: isOpen))
      }
    }
  }

  /// The suppliers of which a party does a part that nobody wrote down, directly or through others.
  ///
  /// - Complexity: O(*p* log *p*) for *p* parties.
  func openContractors(of party: String) -> [String] {
    var found: Set<String> = [party]
    var stack = [party]
    while let next = stack.popLast() {
      for contractor in contractors[next, default: []]
      where contractor.isOpen && found.insert(contractor.party).inserted {
        stack.append(contractor.party)
      }
    }
    return found.subtracting([party]).sorted { $0.isBytewiseBefore($1) }
  }

  /// For each contractor of a party a shortest chain from the first tier down to that contractor.
  ///
  /// A contractor that is no nearer to the first tier has no chain of its own.
  ///
  /// - Complexity: O(*p* log *p*) for *p* parties.
  func chains(to party: String) -> [[String]] {
    contractors[party, default: []].compactMap { chain(endingIn: $0.party, besides: party) }
  }

  private func chain(endingIn last: String, besides party: String) -> [String]? {
    var chain = [last]
    while let top = chain.last, let tier = tiers[top], tier > 1 {
      let above = contractors[top, default: []].first { tiers[$0.party] == tier - 1 }
      guard let above else { return nil }
      chain.append(above.party)
    }
    guard let top = chain.last, tiers[top] == 1, !chain.contains(party) else { return nil }
    return chain.reversed()
  }

  private static func makers(in model: Model) -> Set<String> {
    var makers = Set(model.components.compactMap(\.productOf))
    makers.formUnion(model.commonCauses.compactMap(\.productOf))
    makers.formUnion(model.parties.filter { $0.products?.value?.isEmpty == false }.map(\.id))
    return makers
  }

  /// Parties with all their subcontractors, and those of these.
  private static func closure(of start: Set<String>, _ parties: [String: Party]) -> Set<String> {
    var found = start
    var stack = Array(start)
    while let next = stack.popLast() {
      for other in parties[next]?.subcontractors?.value ?? [] where found.insert(other).inserted {
        stack.append(other)
      }
    }
    return found
  }

  /// The least tiers; those that only work for each other, by contracts in force, begin at 1 too.
  private static func tiers(
    from roots: [String], inForce: [String], _ below: [String: Set<String>]
  ) -> [String: Int] {
    var tiers: [String: Int] = [:]
    for start in [roots, inForce] {
      var queue = start.filter { tiers[$0] == nil }
      for id in queue { tiers[id] = 1 }
      var next = 0
      while next < queue.count {
        let id = queue[next]
        next += 1
        for other in below[id, default: []] where tiers[other] == nil {
          tiers[other] = (tiers[id] ?? 0) + 1
          queue.append(other)
        }
      }
    }
    return tiers
  }
}

extension Contract {
  /// Whether it names what it covers.
  var saysWhatItCovers: Bool {
    guard case .selectors(let selectors) = covers else { return false }
    return !selectors.isEmpty
  }
}

extension String {
  /// Whether its bytes come first.
  func isBytewiseBefore(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}
