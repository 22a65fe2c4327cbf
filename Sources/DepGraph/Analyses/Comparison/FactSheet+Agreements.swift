extension FactSheet {
  /// What is said of a party.
  init(_ party: Party) {
    self.init(FactSubject(.party, party.id))
    add(.name, FactValue(party.name))
    let roles = Set(party.roles)
    if roles == ["unknown"] {
      add(.role, .unknown)
    } else {
      add(.role, FactValue(anyOrder: roles))
    }
    add(.parent, FactValue(party.parent))
    add(.products, FactValue(party.products))
    add(.subcontractors, FactValue(party.subcontractors))
    add(.subcontractorsComplete, FactValue(party.subcontractorsAreComplete))
    add(.authorisedUntil, FactValue(party.authorisedUntil))
    if let substitution = party.substitution {
      add(.substitution, substitution == .unknown ? .unknown : .text(substitution.rawValue))
    }
    add(party.evidence)
    add(.note, FactValue(party.note))
  }

  /// What is said of a contact.
  init(_ contact: Contact) {
    self.init(FactSubject(.contact, contact.id))
    add(.name, FactValue(contact.name))
    add(.party, FactValue(contact.party))
    // The best channel comes first.
    if !contact.reach.isEmpty { add(.reach, .list(contact.reach)) }
    add(.deputy, FactValue(contact.deputy))
    add(.hours, FactValue(contact.hours))
    add(.track, FactValue(contact.track?.rawValue))
    add(.note, FactValue(contact.note))
  }

  /// What is said of an agreement.
  init(_ contract: Contract) {
    self.init(FactSubject(.contract, contract.id))
    add(.name, FactValue(contract.name))
    add(.kind, contract.kind == .unknown ? .unknown : .text(contract.kind.rawValue))
    add(.under, FactValue(contract.under))
    add(.provider, FactValue(contract.provider))
    add(.customer, FactValue(contract.customer))
    switch contract.covers {
    case .unknown: add(.covers, .unknown)
    case .selectors(let selectors): add(.covers, FactValue(anyOrder: selectors))
    }
    add(.availability, FactValue(contract.availability))
    addTargets(of: contract)
    add(.serviceWindow, FactValue(contract.serviceWindow))
    add(.validFrom, FactValue(contract.validFrom))
    add(.validUntil, FactValue(contract.validUntil))
    add(.notice, FactValue(contract.notice))
    add(.backedBy, FactValue(anyOrder: contract.backedBy))
    add(.exitStrategy, FactValue(contract.hasExitStrategy))
    add(.checked, FactValue(contract.checked))
    add(.checkedBy, FactValue(contract.checkedBy))
    add(contract.evidence)
    add(.note, FactValue(contract.note))
  }

  /// The times promised, by priority; of one priority in an order of their own.
  private mutating func addTargets(of contract: Contract) {
    var rows: [String: [ServiceTarget]] = [:]
    for target in contract.targets {
      rows[target.priority.map(String.init) ?? "", default: []].append(target)
    }
    for key in rows.keys.sorted() {
      let targets = rows[key, default: []].map { ($0, $0.order) }
        .sorted { $0.1.lexicographicallyPrecedes($1.1) }.map(\.0)
      for (number, target) in targets.enumerated() {
        add(target, row: targets.count == 1 ? key : "\(key)/\(number + 1)")
      }
    }
  }

  private mutating func add(_ target: ServiceTarget, row: String) {
    add(.respondWithin, row: row, FactValue(target.respondWithin))
    add(.restoreWithin, row: row, FactValue(target.restoreWithin))
    add(.share, row: row, FactValue(target.share))
    add(.per, row: row, FactValue(target.per))
    add(.nature, row: row, FactValue(target.nature?.rawValue))
    add(.clockFrom, row: row, FactValue(target.clockFrom?.rawValue))
    add(.excludes, row: row, FactValue(anyOrder: target.excludes))
    add(.note, row: row, FactValue(target.note))
  }
}

extension ServiceTarget {
  /// What puts targets of one priority in an order that does not depend on how they were written.
  fileprivate var order: [Double] {
    let place = nature.map { Nature.allCases.firstIndex(of: $0) ?? 0 } ?? -1
    let clock = clockFrom.map { ClockStart.allCases.firstIndex(of: $0) ?? 0 } ?? -1
    return [
      restoreWithin?.seconds ?? -1, respondWithin?.seconds ?? -1, share?.low ?? -1, Double(place),
      Double(clock),
    ]
  }
}
