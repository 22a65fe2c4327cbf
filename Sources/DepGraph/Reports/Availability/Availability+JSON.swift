extension Availability {
  /// The result of `availability` for machines.
  ///
  /// - Parameters:
  ///   - compiled: The model it was asked of.
  ///   - withImportance: Whether every cause is given with its measures.
  ///   - budget: What a contract would have to promise, if that was asked.
  /// - Returns: The keys of the command line's reference.
  /// - Complexity: O(*n*) for what it holds.
  public func json(
    in compiled: CompiledModel, withImportance: Bool, budget: PromiseBudget? = nil
  ) -> JSONValue {
    [
      "targets": .array(
        targets.map { $0.json(in: compiled, withImportance: withImportance) }),
      "promises": .array(
        promises.map { promise in
          [
            "contract": .string(promise.contract),
            "id": .string(compiled.table.id(of: promise.element)),
            "unavailability": promise.unavailability.json(times: 1),
          ]
        }),
      "secondsPerYear": .number(Self.secondsPerYear),
      "budget": budget?.json(in: compiled) ?? .null,
    ]
  }
}

extension PromiseBudget {
  fileprivate func json(in compiled: CompiledModel) -> JSONValue {
    var (word, required, best): (String, Double?, Double?) = ("", nil, nil)
    var reason: Reason?
    switch outcome {
    case .promise(let availability): (word, required) = ("promise", availability)
    case .always: (word, required) = ("always", 0)
    case .never(let unavailability): (word, best) = ("never", unavailability)
    case .unused(let why): (word, reason) = ("unused", why)
    case .tooLarge: word = "too-large"
    }
    let ids = { (vertices: [VertexID]) in JSONValue.texts(vertices.map(compiled.table.id(of:))) }
    return [
      "id": .string(compiled.table.id(of: target)), "target": .number(goal),
      "contract": .string(contract), "promised": .number(current), "outcome": .string(word),
      "required": .number(required), "unavailabilityAtBest": .number(best),
      "reason": .text(reason?.rawValue), "lowerBound": .bool(isLeast), "unknown": ids(unknown),
      "unknownNeeds": ids(unknownNeeds),
    ]
  }
}

extension Availability.Target {
  fileprivate func json(in compiled: CompiledModel, withImportance: Bool) -> JSONValue {
    let ids = { (vertices: [VertexID]) in JSONValue.texts(vertices.map(compiled.table.id(of:))) }
    return [
      "id": .string(compiled.table.id(of: vertex)),
      "unavailability": unavailability.json(times: 1), "lowerBound": .bool(isLeast),
      "exact": .bool(limit == nil),
      "width": .number(limit == nil ? 0 : unavailability.high - unavailability.low),
      "downtimePerYear": unavailability.json(times: Availability.secondsPerYear),
      "unknown": ids(unknown), "unknownNeeds": ids(unknownNeeds), "fromPromises": ids(promised),
      "assumed": ids(assumed), "figures": .integer(figureCount),
      "mostImportant": .text(
        mostImportant.map { compiled.table.id(of: $0.vertex) }),
      "importance": withImportance ? .array(causes.map { $0.json(in: compiled) }) : [],
    ]
  }
}

extension Availability.Target {
  /// What the downtime is due to most; nil where nothing known is.
  var mostImportant: Availability.Cause? {
    causes.first { ($0.importance.criticality.value ?? 0) > 0 }
  }
}

extension Availability.Cause {
  fileprivate func json(in compiled: CompiledModel) -> JSONValue {
    [
      "id": .string(compiled.table.id(of: vertex)), "unavailability": .number(probability),
      "birnbaum": .number(importance.birnbaum), "criticality": importance.criticality.json,
      "raw": importance.raw.json, "rrw": importance.rrw.json,
      "diagnostic": importance.diagnostic.json,
      "fussellVesely": importance.fussellVesely?.json ?? .null,
    ]
  }
}

extension ImportanceMeasures.Quotient {
  /// A number, `"inf"`, or null.
  var json: JSONValue {
    switch self {
    case .value(let number): .number(number)
    case .infinite: "inf"
    case .undefined: nil
    }
  }
}

extension Ratio {
  /// A number, or an interval where the share is one.
  fileprivate func json(times scale: Double) -> JSONValue {
    isExact
      ? .number(low * scale) : ["low": .number(low * scale), "high": .number(high * scale)]
  }
}
