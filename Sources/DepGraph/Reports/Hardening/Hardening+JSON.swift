extension Hardening {
  /// The result of `harden` for machines.
  ///
  /// - Parameter compiled: The model that was asked about.
  /// - Returns: The single points before, and after each change.
  /// - Complexity: O(*n*) for *n* ids.
  public func json(in compiled: CompiledModel) -> JSONValue {
    let id = compiled.table.id(of:)
    return [
      "by": .string(question.weight.rawValue), "targets": .texts(targets.map(id)),
      "before": before.json,
      "options": .array(options.map { $0.json(in: compiled) }),
      "changes": .integer(changeCount), "tried": .integer(triedCount),
      "withoutNumber": .texts(withoutNumber), "cannotTell": .texts(untellable.map(id)),
    ]
  }
}

extension Hardening.Tally {
  fileprivate var json: JSONValue {
    [
      "singlePoints": .integer(singlePoints), "weight": .number(weight),
      "exposed": .integer(exposed),
    ]
  }
}

extension Hardening.Option {
  fileprivate func json(in compiled: CompiledModel) -> JSONValue {
    let id = compiled.table.id(of:)
    let parts = change.parts(in: compiled)
    let sentence = { (language: Language) -> JSONValue in
      let names = DisplayNames(compiled: compiled, language: language)
      return .string(Phrases(language).order(change, parts, names))
    }
    return [
      "change": [
        "kind": .string(change.kind), "component": .text(parts.component.map(id)),
        "requirement": .text(parts.requirement), "of": .texts(parts.of.map(id)),
        "sharers": .texts(parts.sharers.map(id)),
      ],
      "after": after.json, "freed": .texts(freed.map(id)),
      "sentence": ["nl": sentence(.dutch), "en": sentence(.english)],
    ]
  }
}

extension Reinforcement {
  /// The word for it in results.
  var kind: String {
    switch self {
    case .ownValue: "own-value"
    case .besides: "besides"
    case .alternative: "alternative"
    case .dissolution: "dissolve"
    }
  }
}
