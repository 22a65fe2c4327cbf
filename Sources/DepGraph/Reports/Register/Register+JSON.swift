extension Register {
  /// The result of `register` for machines.
  ///
  /// - Parameter compiled: The model it was made of.
  /// - Returns: The rows, by user and system, and the users that have none or not all.
  /// - Complexity: O(*n*) for *n* rows.
  public func json(in compiled: CompiledModel) -> JSONValue {
    [
      "rows": .array(rows.map { $0.json(in: compiled) }),
      "unknownNeeds": .texts(usersWithUnknownNeeds.map(compiled.table.id(of:))),
      "withoutSystems": .texts(usersWithoutSystems.map(compiled.table.id(of:))),
    ]
  }
}

extension Register.Row {
  /// Whether the user names the system itself.
  var relation: String { steps == 1 ? "direct" : "indirect" }

  /// Whether the user would miss it: something that is never missed wants no alternative.
  var isNeeded: Bool { alternative != .none || effect != .notAffected }

  fileprivate func json(in compiled: CompiledModel) -> JSONValue {
    let id = { (vertex: VertexID) in compiled.table.id(of: vertex) }
    let component = compiled.component(user)
    return [
      "process": .string(id(user)), "class": .text(component?.restoreClass),
      "rto": .number(component?.continuity.recoveryTimeObjective?.seconds),
      "mtpd": .number(component?.continuity.maximumTolerablePeriod?.seconds),
      "owner": .text(component?.owner), "system": .string(id(system)),
      "relation": .string(relation), "alternative": .string(alternative.rawValue),
      "shared": .texts(shared.map(id)), "contracts": .texts(contracts), "plans": .texts(plans),
      "basis": .string(basis.rawValue), "checked": .text(checked?.description),
      "steps": .integer(steps), "effect": .string(effect.key), "way": .texts(way.map(id)),
    ]
  }
}
