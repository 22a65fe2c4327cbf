extension TestReview {
  /// The result of `test` for machines.
  ///
  /// - Complexity: O(*n*) for *n* claims, chains and elements.
  public var json: JSONValue {
    [
      "score": [
        "claims": .integer(claimCount), "passed": .integer(count(.passed)),
        "failed": .integer(count(.failed)), "undetermined": .integer(count(.undetermined)),
      ],
      "suites": .array(suites.map(\.json)), "coverage": .array(coverage.map(\.json)),
    ]
  }
}

extension TestReview.Suite {
  fileprivate var json: JSONValue {
    let id = { (vertex: VertexID) in compiled.table.id(of: vertex) }
    switch content {
    case .model(let test):
      return [
        "file": .string(name), "type": "model",
        "claims": .array(
          test.claims.map { $0.json(compiled.model.expectations[$0.expectation], id) }),
      ]
    case .scenario(let run):
      return [
        "file": .string(name), "type": "scenario",
        "claims": .array(run.expectations.map(\.testJSON)),
      ]
    }
  }
}

extension TestedClaim {
  fileprivate func json(_ expectation: Expectation, _ id: (VertexID) -> String) -> JSONValue {
    [
      "expectation": .text(expectation.name?.text(in: .english)),
      "number": .integer(self.expectation + 1), "kind": .string(kind.rawValue),
      "id": .string(id(vertex)), "verdict": .string(verdict.rawValue),
      "when": kind.isOfFailure ? .texts(expectation.when) : .null,
      "after": kind.isOfFailure ? .number(expectation.after?.seconds) : .null,
      "expected": kind == .singlePoints ? .texts(expectation.singlePoints ?? []) : .null,
      "grades": span.map {
        [
          "least": .string($0.least.key), "most": .string($0.most.key), "open": .bool($0.isOpen),
          "openTo": .text($0.openTo?.key),
        ]
      } ?? .null,
      "claimed": .bool(isClaimed),
      "singlePoints": points.map { points in
        .array(
          points.map {
            ["id": .string(id($0.vertex)), "verdict": .string($0.verdict.rawValue)]
          })
      } ?? .null,
      "because": reason.map { $0.json(id) } ?? .null,
      "file": .text(expectation.place.map { $0.file.withoutFolder }),
      "line": expectation.place.map { .integer($0.line) } ?? .null,
      "column": expectation.place.map { .integer($0.column) } ?? .null,
    ]
  }
}

extension TestedClaim.Reason {
  fileprivate func json(_ id: (VertexID) -> String) -> JSONValue {
    switch self {
    case .chain(let chain): ["type": "chain", "chain": chain.json(id)]
    case .way(let way): ["type": "way", "way": .texts(way.map(id))]
    case .held(let supports):
      [
        "type": "held",
        "by": .array(
          supports.map { support in
            [
              "id": .string(id(support.owner)), "requirement": .string(support.location),
              "lost": .texts(support.lost.map(id)), "holding": .texts(support.holding.map(id)),
            ]
          }),
      ]
    case .noWay: ["type": "no-way"]
    case .later(let seconds): ["type": "later", "after": .number(seconds)]
    case .notKnown(let ids): ["type": "unknown", "ids": .texts(ids)]
    case .nothingFailed: ["type": "nothing-failed"]
    case .points(let difference):
      [
        "type": "single-points", "unexpected": .texts(difference.unexpected.map(id)),
        "missing": .texts(difference.missing.map(id)),
        "chain": difference.chain.map { $0.json(id) } ?? .null,
        "unknown": .texts(difference.unknown.map(id)),
      ]
    }
  }
}

extension Why.Cause {
  fileprivate func json(_ id: (VertexID) -> String) -> JSONValue {
    [
      "id": .string(id(vertex)), "location": .string(location),
      "because": .array(because.map { $0.json(id) }),
    ]
  }
}

extension ExpectationOutcome {
  fileprivate var testJSON: JSONValue {
    [
      "expectation": .text(expectation.name?.text(in: .english)),
      "kind": .string(expectation.claim.word), "id": .string(expectation.claim.id),
      "verdict": .string(verdict.rawValue), "basis": .string(basis.rawValue),
      "byConstruction": .bool(isByConstruction),
      "file": .text(expectation.place.map { $0.file.withoutFolder }),
      "line": expectation.place.map { .integer($0.line) } ?? .null,
      "column": expectation.place.map { .integer($0.column) } ?? .null,
    ]
  }
}

extension TestReview.Coverage {
  fileprivate var json: JSONValue {
    let id = { (vertex: VertexID) in compiled.table.id(of: vertex) }
    let part = { (part: TestCoverage.Part) -> JSONValue in
      [
        "total": .integer(part.total), "asserted": .texts(part.asserted.map(id)),
        "reached": .texts(part.reached.map(id)), "seeded": .texts(part.seeded.map(id)),
        "untouched": .texts(part.untouched.map(id)), "share": .number(part.touchedShare),
      ]
    }
    return [
      "files": .texts(files.map(\.withoutFolder)), "components": part(coverage.components),
      "commonCauses": part(coverage.causes),
    ]
  }
}
