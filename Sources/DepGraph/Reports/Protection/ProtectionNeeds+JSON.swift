extension ProtectionNeeds {
  /// The result of `protection` for machines.
  ///
  /// - Parameter compiled: The model that it was computed in.
  /// - Returns: What is inherited, by element and quality.
  /// - Complexity: O(*n*) for *n* elements with their users.
  public func json(in compiled: CompiledModel) -> JSONValue {
    [
      "cumulateFrom": .integer(cumulateFrom), "stated": .bool(isStated),
      "needs": .array(inheritances.map { $0.json(in: compiled) }),
    ]
  }
}

extension ProtectionNeeds.Inheritance {
  fileprivate func json(in compiled: CompiledModel) -> JSONValue {
    let id = { (vertex: VertexID) in compiled.table.id(of: vertex) }
    return [
      "component": .string(id(vertex)), "goal": .string(goal.rawValue),
      "stated": .text(stated.map { $0.value?.rawValue ?? "unknown" }),
      "inherited": .text(maximum?.rawValue), "way": .texts(way.map(id)),
      "low": .text(low?.rawValue), "high": .text(high?.rawValue),
      "independentUsers": .texts(independentUsers.map(id)),
      "unknownUsers": .texts(unknownUsers.map(id)), "verdict": .string(verdict.rawValue),
    ]
  }
}
