extension ColdStart {
  /// The result of `coldstart` for machines.
  ///
  /// - Parameter compiled: The model it was asked of.
  /// - Returns: The deadlocks, and what starts in which order.
  /// - Complexity: O(*n*) for *n* elements.
  public func json(in compiled: CompiledModel) -> JSONValue {
    let ids = { (vertices: [VertexID]) -> JSONValue in
      .texts(vertices.map(compiled.table.id(of:)))
    }
    return [
      "deadlocks": .array(deadlocks.map { $0.json(ids) }),
      "blocked": ids(blocked), "order": .array(order.map(ids)),
      "orderAfterBreakers": .array(orderAfterBreakers.map(ids)),
      "repairDeadlocks": .array(
        repair.deadlocks.map { deadlock in
          guard case .object(var members) = deadlock.json(ids) else { return .null }
          members.append(.init("failed", ids(deadlock.failed)))
          return .object(members)
        }),
      "failed": ids(seeds.vertices), "down": ids(down), "repairFailed": ids(repair.failed),
      "repairBlocked": ids(repair.blocked), "unknown": ids(unknown),
    ]
  }
}

extension ColdStart.Deadlock {
  fileprivate func json(_ ids: ([VertexID]) -> JSONValue) -> JSONValue {
    [
      "components": ids(elements), "breakers": ids(breakers), "exact": .bool(isExact),
      "byHand": .string(byHand.rawValue),
    ]
  }
}
