extension SupplierReview {
  /// The result of `suppliers` for machines.
  ///
  /// - Parameter compiled: The model that was asked about.
  /// - Returns: The suppliers, the tiers, and the redundancy that rests on one supplier.
  /// - Complexity: O(*n*) for *n* ids.
  public func json(in compiled: CompiledModel) -> JSONValue {
    [
      "at": .text(concentration.day?.description),
      "users": [
        "ids": .texts(concentration.users.vertices.map(compiled.table.id)),
        "declared": .bool(concentration.users.isDeclared),
      ],
      "suppliers": concentration.json(in: compiled), "tiers": concentration.tiersJSON(in: compiled),
      "sameSupplierRedundancy": .array(redundancy.map { $0.json(in: compiled) }),
    ]
  }
}

extension SupplierConcentration {
  /// The suppliers for machines, in their order.
  ///
  /// - Parameter compiled: The model that was asked about.
  /// - Returns: An array with an object for each.
  /// - Complexity: O(*n*) for *n* ids.
  public func json(in compiled: CompiledModel) -> JSONValue {
    .array(suppliers.map { json(of: $0, in: compiled) })
  }

  fileprivate func tiersJSON(in compiled: CompiledModel) -> JSONValue {
    let ids = { (vertices: [VertexID]) in JSONValue.texts(vertices.map(compiled.table.id)) }
    return .array(
      tiers.map { tier in
        [
          "tier": .integer(tier.number), "suppliers": .integer(tier.supplierCount),
          "reached": ids(tier.reach), "spofFor": ids(tier.spofFor),
          "certain": ["reached": ids(tier.certainReach), "spofFor": ids(tier.certainSpofFor)],
          "share": .number(share(of: tier.spofFor)), "complete": .bool(tier.extentIsKnown),
        ]
      })
  }

  private func json(of supplier: Supplier, in compiled: CompiledModel) -> JSONValue {
    let id = compiled.table.id(of:)
    let ids = { (vertices: [VertexID]) in JSONValue.texts(vertices.map(id)) }
    // Nothing is known of it: that is not "reaches nobody".
    let isKnown = supplier.deliversSomethingKnown
    return [
      "id": .string(supplier.party), "tier": supplier.tier.map(JSONValue.integer) ?? .null,
      "chains": .array(supplier.chains.map { .texts($0) }),
      "own": .bool(supplier.isOwnOrganisation),
      "reach": isKnown ? .integer(supplier.reach.count) : .null,
      "spofFor": ids(supplier.spofFor),
      "share": isKnown ? .number(share(of: supplier.spofFor)) : .null,
      "reachShare": isKnown ? .number(share(of: supplier.reach)) : .null,
      "bound": .string(supplier.bound.rawValue),
      "certain": [
        "reach": isKnown ? .integer(supplier.certainReach.count) : .null,
        "spofFor": ids(supplier.certainSpofFor),
      ],
      "users": .array(
        supplier.dependants.map { dependant in
          [
            "id": .string(id(dependant.user)),
            "replacement": .string(dependant.replacement.rawValue),
            "fall": .text(dependant.fall?.rawValue),
            "spofs": .array(
              dependant.points.map {
                ["id": .string(id($0.vertex)), "verdict": .string($0.verdict.rawValue)]
              }),
          ]
        }),
      "cannotTell": ids(supplier.cannotTell), "products": ids(supplier.products),
      "contracts": .texts(supplier.contracts), "covers": ids(supplier.covered),
      "throughContractors": ids(supplier.throughContractors),
      "unknown": .array(supplier.gaps.map(\.json)),
      "subcontractors": .string(supplier.subcontractors.rawValue),
      "substitution": .text(supplier.substitution?.rawValue),
    ]
  }
}

extension Supplier.Gap {
  fileprivate var json: JSONValue {
    switch self {
    case .products: ["what": "products", "id": nil]
    case .coverage(let contract): ["what": "coverage", "id": .string(contract)]
    case .work(let contractor): ["what": "work", "id": .string(contractor)]
    }
  }
}

extension SameSupplierRedundancy {
  /// The finding for machines.
  ///
  /// - Parameter compiled: The model that was asked about.
  /// - Returns: An object.
  /// - Complexity: O(*n*) for *n* ids.
  public func json(in compiled: CompiledModel) -> JSONValue {
    let ids = { (vertices: [VertexID]) in JSONValue.texts(vertices.map(compiled.table.id)) }
    let network: String? = if case .ways(let name) = kind { name } else { nil }
    return [
      "id": .string(compiled.table.id(of: owner)), "group": .string(location),
      "network": .text(network), "members": ids(members), "supplier": .string(supplier),
      "by": .string(ground.rawValue), "contractors": .texts(contractors),
      "ways": .array(ways.map(ids)), "falseRedundancyToo": .bool(isAlsoFalseRedundancy),
    ]
  }
}
