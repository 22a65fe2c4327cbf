/// What each supplier makes, and what its contracts in force cover.
struct SupplierExtents {
  /// The own extent of one supplier; only what searches may fail.
  struct Extent {
    /// What it makes, by id.
    var products: [VertexID] = []
    /// What its contracts in force cover, by id.
    var covered: [VertexID] = []
    /// Both.
    var elements: VertexSet = []
    /// That of both of which it is certain that it belongs to it.
    var certain: [VertexID] = []
    /// Of what it is not known how far it goes.
    var gaps: [Supplier.Gap] = []
  }

  /// Who supplies through whom.
  let chain: SupplyChain
  /// Everything that some supplier delivers.
  private(set) var everything = VertexSet()
  private var extents: [String: Extent] = [:]
  private let parties: [String: Party]
  private let ownOrganisations: Set<String>

  /// - Complexity: O(*s*·*n* + *c*·*n*) for *s* suppliers, *c* selectors of contracts and *n* elements.
  init(in compiled: CompiledModel, on day: CalendarDate?) {
    let model = compiled.model
    chain = SupplyChain(of: model, on: day)
    parties = Dictionary(uniqueKeysWithValues: model.parties.map { ($0.id, $0) })
    ownOrganisations = Self.ownOrganisations(of: model, parties)
    for id in chain.suppliers {
      let extent = Self.extent(
        of: id, parties[id], chain.contracts[id, default: []], in: compiled)
      everything.formUnion(extent.elements)
      extents[id] = extent
    }
  }

  /// What a supplier delivers itself.
  func own(of id: String) -> Extent { extents[id] ?? Extent() }

  /// The party of an id.
  func party(_ id: String) -> Party? { parties[id] }

  /// What all for whom it does an unknown part of the work deliver, by id.
  ///
  /// - Complexity: O(*p* log *p* + *n*) for *p* parties and *n* elements.
  func throughContractors(of id: String) -> [VertexID] {
    var found = VertexSet()
    for contractor in chain.openContractors(of: id) {
      found.formUnion(own(of: contractor).elements)
    }
    return found.map(\.self)
  }

  /// Of what of a supplier it is not known how far it goes.
  func gaps(of id: String) -> [Supplier.Gap] {
    own(of: id).gaps
      + chain.contractors[id, default: []].filter(\.isOpen).map { .work(contractor: $0.party) }
  }

  /// Whether it may deliver more than its extent and that of those for whom it works.
  func mayBeMore(than id: String) -> Bool {
    ([id] + chain.openContractors(of: id)).contains { !own(of: $0).gaps.isEmpty }
  }

  /// Whether a party that promises something belongs to those who are supplied.
  ///
  /// It does if it does not supply by role, by making something or by working for another supplier,
  /// and owns a user or is a customer itself, or a party above or below it is.
  func isOwnOrganisation(_ id: String) -> Bool {
    guard parties[id]?.roles.contains("supplier") != true, own(of: id).products.isEmpty,
      chain.contractors[id] == nil
    else { return false }
    return ownOrganisations.contains(id)
  }

  private static func extent(
    of id: String, _ party: Party?, _ contracts: [Contract], in compiled: CompiledModel
  ) -> Extent {
    var extent = Extent()
    // The selector of a party that the model declares names something.
    let made = (try? compiled.seeds(["supplier:\(id)"])) ?? Seeds([])
    extent.products = made.vertices.filter(compiled.isSeedOfSearches)
    if !made.unknownExtent.isEmpty { extent.gaps.append(.products) }
    var certain = VertexSet(extent.products.filter { compiled.isCertainProduct($0, of: id) })
    var covered = VertexSet()
    for contract in contracts {
      let coverage = compiled.coverage(of: contract)
      if !coverage.isComplete { extent.gaps.append(.coverage(contract: contract.id)) }
      let members = coverage.vertices.filter(compiled.isSeedOfSearches)
      covered.formUnion(VertexSet(members))
      if !contract.evidence.basis.isUncertain { certain.formUnion(VertexSet(members)) }
    }
    extent.covered = covered.map(\.self)
    extent.elements = covered.union(VertexSet(extent.products))
    extent.certain = certain.map(\.self)
    return extent
  }

  /// Those who own a user or are promised something, with all above and below them.
  private static func ownOrganisations(
    of model: Model, _ parties: [String: Party]
  ) -> Set<String> {
    let external = Set(model.parties.filter { $0.roles.contains("supplier") }.map(\.id))
    var found = Set(model.components.filter(\.isUser).compactMap(\.owner))
    found.formUnion(model.contracts.compactMap(\.customer))
    found.subtract(external)
    // Upwards from each, once: a ring of parents ends where it was.
    for start in found.sorted() {
      var next = parties[start]?.parent
      while let id = next, found.insert(id).inserted { next = parties[id]?.parent }
    }
    var grew = true
    while grew {
      grew = false
      for party in model.parties where !external.contains(party.id) {
        if let parent = party.parent, found.contains(parent), found.insert(party.id).inserted {
          grew = true
        }
      }
    }
    return found
  }
}

extension CompiledModel {
  /// Whether it is certain that something is a product of a party: whoever wrote it down was sure.
  fileprivate func isCertainProduct(_ vertex: VertexID, of party: String) -> Bool {
    if let component = component(vertex), component.productOf == party {
      return !component.evidence.basis.isUncertain
    }
    if let cause = commonCause(vertex), cause.productOf == party {
      return !cause.evidence.basis.isUncertain
    }
    return model.parties.first { $0.id == party }?.evidence.basis.isUncertain != true
  }
}

extension Party {
  /// What is said of its subcontractors.
  var subcontractorList: Supplier.SubcontractorList {
    switch (subcontractors, subcontractorsAreComplete) {
    case (.unknown, _): .unknown
    case (_, true): .complete
    case (_, false): .incomplete
    case (_, nil): .notStated
    }
  }
}
