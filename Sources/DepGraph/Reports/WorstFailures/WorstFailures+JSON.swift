extension WorstFailures {
  /// The result of `worst` for machines.
  ///
  /// - Parameter compiled: The model that was searched.
  /// - Returns: The question, the sets and how far the search came.
  /// - Complexity: O(*n*) for *n* ids.
  public func json(in compiled: CompiledModel) -> JSONValue {
    [
      "order": .integer(question.order), "by": .string(question.measure.rawValue),
      "sets": .array(sets.map { $0.json(in: compiled) }), "bound": .number(bound),
      "candidates": .integer(candidateCount), "tried": .integer(triedCount),
      "withoutNumber": .texts(withoutNumber),
      "cannotTell": .texts(untellable.map(compiled.table.id(of:))),
    ]
  }
}

extension WorstFailures.FailureSet {
  fileprivate func json(in compiled: CompiledModel) -> JSONValue {
    let causes = causes.map { cause -> JSONValue in
      let type = compiled.component(cause) == nil ? "common-cause" : "component"
      return ["id": .string(compiled.table.id(of: cause)), "type": .string(type)]
    }
    return [
      "causes": .array(causes), "value": .number(value), "down": down.json,
      "consumers": consumers.json, "processes": processes.json,
      "onlyTogether": .texts(onlyTogether.map(compiled.table.id(of:))),
      "impact": consequences.json(counted: users.possible),
    ]
  }
}

extension WorstFailures.Count {
  fileprivate var json: JSONValue {
    ["certain": .integer(certain), "possible": .integer(possible)]
  }
}
