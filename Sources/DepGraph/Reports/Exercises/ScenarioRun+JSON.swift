extension ScenarioRun {
  /// The result of `exercise` for machines: moments in seconds since the start of the scenario.
  ///
  /// - Parameter compiled: The model it was played on.
  /// - Returns: The timeline, the outages, the expectations and the score.
  /// - Complexity: O(*e* + *o*) for *e* entries and *o* outages.
  public func json(in compiled: CompiledModel) -> JSONValue {
    let ids = { (vertices: [VertexID]) -> JSONValue in
      .texts(vertices.map(compiled.table.id(of:)))
    }
    return [
      "timeline": .array(entries.map { json($0, ids) }),
      "outages": .array(outages.map { json($0, ids, compiled) }),
      "expectations": .array(expectations.map(\.json)),
      "score": [
        "met": .integer(score.met), "missed": .integer(score.missed),
        "cannotTell": .integer(score.cannotTell), "byConstruction": .integer(score.byConstruction),
        "share": .number(score.share),
      ],
      "start": .text(scenario.start?.iso8601), "end": .number(timeline.down.end),
      "ending": .string(timeline.down.ending.word), "knownUntil": .number(timeline.knownUntil),
      "failed": ids(failed), "response": response.json(ids),
      "callsByRule": .array(
        callsByRule(in: compiled).map {
          [
            "level": .string($0.level.id), "suggested": .number($0.suggested),
            "called": .number($0.actual), "delay": .number($0.delay),
          ]
        }),
      "cutOff": .array(
        cutOff(in: compiled).map {
          ["contact": .string($0.contact), "at": .number($0.at), "channels": ids($0.channels)]
        }),
      "repairs": .array(repairs.map { json($0, ids) }),
      "singlePoints": .array(
        singlePoints(in: compiled).map {
          ["id": .string(compiled.table.id(of: $0.vertex)), "users": .integer($0.users)]
        }),
      "cannotTell": .array(
        cannotTell.map {
          ["id": .string(compiled.table.id(of: $0.vertex)), "because": .texts($0.because)]
        }),
      "idle": .array(
        idle.map {
          ["at": .number($0.at), "event": .string($0.kind.rawValue), "id": .text($0.id)]
        }),
      "claimedIndependent": ids(claimedIndependent.map(\.vertex)),
      "degradedAtRest": ids(timeline.degradedAtRest.filter { compiled.component($0) != nil }),
      "lagsOfScenario": ids(lagging), "withoutMembers": .texts(emptySelectors),
      "unknownExtent": .texts(unknownExtent),
    ]
  }

  private func json(_ entry: ScenarioEntry, _ ids: ([VertexID]) -> JSONValue) -> JSONValue {
    [
      "at": .number(entry.at), "instant": .text(scenario.start?.advanced(by: entry.at).iso8601),
      "event": .string(entry.kind.rawValue), "id": .text(entry.id),
      "state": .text(entry.state?.rawValue), "because": ids(entry.because),
      "by": .text(entry.event.flatMap { scenario.events[$0].actor }),
      "name": .text(
        entry.event.flatMap { scenario.events[$0].name }?.text(in: .english)),
    ]
  }

  private func json(
    _ outage: ScenarioOutage, _ ids: ([VertexID]) -> JSONValue, _ compiled: CompiledModel
  ) -> JSONValue {
    [
      "id": .string(compiled.table.id(of: outage.vertex)), "from": .number(outage.from),
      "until": .number(outage.until), "duration": .number(outage.duration),
      "target": .number(outage.target?.within), "nature": .text(outage.target?.nature?.rawValue),
      "overrun": outage.isDecided ? .number(outage.overrun) : .null,
      "endless": .bool(outage.known == .infinity),
      "atLeast": .number(outage.atLeast), "factor": .number(outage.factor),
      "agreedIn": .text(outage.target?.basis.id), "breach": .bool(outage.isBreach),
      "decidedBy": .array(
        decided(outage).map {
          [
            "id": .string(compiled.table.id(of: $0.vertex)), "at": .number($0.at),
            "recovering": .number($0.recovering),
          ]
        }),
      "phases": .array(phases(of: outage).map { json($0, compiled) }),
    ]
  }

  private func json(_ phase: Phase, _ compiled: CompiledModel) -> JSONValue {
    [
      "phase": .string(phase.kind.word), "id": .text(phase.kind.vertex.map(compiled.table.id(of:))),
      "from": .number(phase.from), "until": .number(phase.until),
    ]
  }

  private func json(_ repair: ScenarioRepair, _ ids: ([VertexID]) -> JSONValue) -> JSONValue {
    let basis: (String?, String?) =
      switch repair.basis {
      case .contract(let id): ("contract", id)
      case .own: ("repair", nil)
      case .mean: ("mttr", nil)
      case nil: (nil, nil)
      }
    return [
      "ids": ids([repair.vertex]), "from": .number(repair.start), "opens": .number(repair.opens),
      "work": .number(repair.work),
      "until": .number(repair.end), "basis": .text(basis.0), "contract": .text(basis.1),
      "crew": .text(repair.crew), "planned": .bool(repair.isPlanned),
      "ignoresHours": .bool(repair.ignoresHours),
    ]
  }
}

extension ScenarioResponse {
  fileprivate func json(_ ids: ([VertexID]) -> JSONValue) -> JSONValue {
    [
      "firstFailure": .number(firstFailure), "firstDiscovery": .number(firstDiscovery),
      "discoveries": .array(
        discoveries.map {
          [
            "ids": ids([$0.vertex]), "at": .number($0.at), "lag": .number($0.lag),
            "by": .text($0.actor),
          ]
        }),
      "escalations": .array(
        calls.map {
          [
            "level": .string($0.level), "at": .number($0.at),
            "sinceFailure": .number($0.sinceFailure),
            "sinceDiscovery": .number($0.sinceDiscovery),
          ]
        }),
      "notifications": .array(
        notifications.map {
          [
            "contact": .string($0.contact), "at": .number($0.at),
            "sinceFailure": .number($0.sinceFailure), "deadline": .number($0.deadline),
            "level": .text($0.level), "late": .bool($0.isLate),
          ]
        }),
    ]
  }
}

extension ExpectationOutcome {
  fileprivate var json: JSONValue {
    let claim = expectation.claim
    return [
      "expected": claim.json, "observed": observed.json, "met": isMet.map { .bool($0) } ?? .null,
      "basis": .string(basis.rawValue), "computed": computed?.json ?? .null,
      "metByRun": isMetByRun.map { .bool($0) } ?? .null, "byConstruction": .bool(isByConstruction),
      "name": .text(expectation.name?.text(in: .english)),
    ]
  }
}

extension ExpectationOutcome.Observed {
  fileprivate var json: JSONValue {
    switch self {
    case .state(let state): .string(state.rawValue)
    case .seconds(let seconds): .number(seconds)
    case .never: .string("never")
    case .unknown: .null
    }
  }
}

extension Scenario.Expectation.Claim {
  /// The id of what it is about.
  var id: String {
    switch self {
    case .state(let id, _, _), .back(let id, _, _), .outage(let id, _), .level(let id, _),
      .notified(let id, _), .discovered(let id, _):
      id
    }
  }

  fileprivate var json: JSONValue {
    switch self {
    case .state(let id, let state, let at):
      ["kind": "state", "id": .string(id), "state": .string(state.rawValue), "at": .number(at)]
    case .back(let id, let by, let notBefore):
      [
        "kind": "back", "id": .string(id), "by": .number(by), "notBefore": .number(notBefore),
      ]
    case .outage(let id, let most):
      ["kind": "outage", "id": .string(id), "atMost": .number(most.seconds)]
    case .level(let id, let by): ["kind": "level", "id": .string(id), "by": .number(by)]
    case .notified(let id, let by): ["kind": "notified", "id": .string(id), "by": .number(by)]
    case .discovered(let id, let by):
      ["kind": "discovered", "id": .string(id), "by": .number(by)]
    }
  }
}

extension ScenarioOutage.Target.Basis {
  fileprivate var id: String {
    switch self {
    case .scenario: "scenario"
    case .contract(let id): id
    case .objective: "rto"
    }
  }
}

extension ScenarioRun.Phase.Kind {
  fileprivate var word: String {
    switch self {
    case .undiscovered: "undiscovered"
    case .waiting: "waiting"
    case .restoring: "restoring"
    case .recovering: "recovering"
    }
  }

  fileprivate var vertex: VertexID? {
    if case .recovering(let vertex) = self { vertex } else { nil }
  }
}

extension Timeline.Ending {
  /// The word for it in results.
  fileprivate var word: String {
    switch self {
    case .quiet: "quiet"
    case .horizon: "horizon"
    case .repeats: "repeats"
    case .unsettled: "unsettled"
    }
  }
}
