extension VitalAssessment {
  /// The result of `vital` for machines, with another assessment beside it.
  ///
  /// - Parameters:
  ///   - compiled: The model it was asked of.
  ///   - other: The other assessment; nil: nobody asked.
  /// - Returns: The keys of the command line's reference; `against` and `differences` are null without
  ///   another.
  /// - Complexity: O(*n*) for *n* ids in the answers.
  public func json(in compiled: CompiledModel, against other: VitalComparison.Other?) -> JSONValue {
    guard case .object(let members) = json(in: compiled) else { return .null }
    let rows = other.map { VitalComparison(self, $0.assessment).rows.filter(\.differs) }
    let side = { (finding: Finding?) -> JSONValue in
      guard let finding else { return .null }
      return [
        "verdict": .string(finding.verdict.rawValue), "value": finding.value?.range.json ?? .null,
      ]
    }
    return .object(
      members + [
        .init(
          "degradedOtherwise",
          countingDegradedOtherwise(in: compiled).map { other in
            [
              "countsDegraded": .bool(other.question.countsDegraded == true),
              "level": .text(other.level), "levelUndetermined": .bool(other.isLevelUndetermined),
              "criteria": .array(
                other.findings.map { finding in
                  [
                    "id": .string(finding.criterion.id),
                    "verdict": .string(finding.verdict.rawValue),
                  ]
                }),
            ]
          } ?? .null),
        .init("against", other.map { $0.assessment.json(in: $0.compiled) } ?? .null),
        .init(
          "differences",
          rows.map { rows in
            .array(
              rows.map { row in
                ["id": .string(row.id), "first": side(row.first), "second": side(row.second)]
              })
          } ?? .null),
      ])
  }

  /// The result of `vital` for machines.
  ///
  /// - Parameter compiled: The model it was asked of.
  /// - Returns: The keys of the command line's reference.
  /// - Complexity: O(*n*) for *n* ids in the answer.
  public func json(in compiled: CompiledModel) -> JSONValue {
    let id = { (vertex: VertexID) in compiled.table.id(of: vertex) }
    let set = question.criteria
    return [
      "subject": .texts(question.subject.vertices.map(id)),
      "subjectWritten": .texts(question.subject.written),
      "unknownExtent": .texts(question.subject.unknownExtent),
      "criteriaSet": [
        "id": .string(set.id), "name": .text(set.name?.text(in: compiled.model.language)),
        "status": .string(set.status.rawValue), "from": .text(set.validFrom?.description),
        "until": .text(set.validUntil?.description), "validity": .string(validity.rawValue),
        "basis": .string(set.evidence.basis.rawValue), "sources": .texts(set.evidence.sources),
        "note": .text(set.note?.text(in: compiled.model.language)), "sha256": .text(set.digest),
      ],
      "applicable": isApplicable.map(JSONValue.bool) ?? .null,
      "criteria": .array(findings.map { $0.json(compiled, id) }),
      "level": .text(level), "levelUndetermined": .bool(isLevelUndetermined),
      "levelAtLeast": .text(levelAtLeast),
      "levels": .array(
        levels.map {
          [
            "level": .string($0.level.id), "verdict": .string($0.verdict.rawValue),
            "rule": .string($0.rule.rawValue),
          ]
        }),
      "openQuestions": .texts(openQuestions.map(\.id)),
      "status": .text(status?.rawValue),
      "decision": standings.count == 1 ? standings[0].standing.json(compiled) : .null,
      "standings": .array(
        standings.map { entry in
          [
            "id": .string(id(entry.vertex)),
            "process": .text(entry.standing.process?.text(in: compiled.model.language)),
            "status": .string(entry.standing.status.rawValue),
            "decision": entry.standing.json(compiled),
          ]
        }),
      "claimedIndependent": .texts(claims.map { id($0.vertex) }),
      "cascade": cascade.json(in: compiled),
    ]
  }
}

extension VitalStanding {
  fileprivate func json(_ compiled: CompiledModel) -> JSONValue {
    guard let decision else { return .null }
    return [
      "date": .text(decision.date?.description),
      "reason": .text(decision.reason?.text(in: compiled.model.language)),
      "sources": .texts(decision.sources),
    ]
  }
}

extension VitalAssessment.Finding {
  fileprivate func json(_ compiled: CompiledModel, _ id: (VertexID) -> String) -> JSONValue {
    var test: CriterionTest?
    if case .test(let tested) = criterion.condition { test = tested }
    let language = compiled.model.language
    return [
      "id": .string(criterion.id), "name": .text(criterion.name?.text(in: language)),
      "verdict": .string(verdict.rawValue), "reason": .text(reason?.rawValue),
      "measure": .text(test?.measure.rawValue), "figure": .text(test?.figure),
      "comparison": .text(test?.comparison.rawValue), "value": value?.range.json ?? .null,
      "threshold": threshold.map { $0.low == $0.high ? .number($0.low) : $0.json } ?? .null,
      "within": .number(test?.within?.seconds), "countsDegraded": .bool(countsDegraded),
      "at": .number(at), "possibleAt": .number(possibleAt),
      "missing": .texts(Set(missing.map(\.id)).sorted()),
      "missingFacts": .array(
        missing.map { ["id": .string($0.id), "key": .string($0.key)] }),
      "evidence": .texts(evidence.map(id)),
      "counted": [
        "certain": .texts(value?.certain.map(id) ?? []),
        "possible": .texts(value?.possible.map(id) ?? []),
        "certainThings": .texts(value?.certainThings ?? []),
        "possibleThings": .texts(value?.possibleThings ?? []),
      ],
      "basis": .string(criterion.evidence.basis.rawValue),
      "sources": .texts(criterion.evidence.sources),
      "note": .text(criterion.note?.text(in: language)),
    ]
  }
}

extension ValueRange {
  /// The bounds; the upper one null where nobody knows it.
  var json: JSONValue { ["low": .number(low), "high": .number(high)] }
}

extension Cascade {
  /// The sectors reached, order by order.
  ///
  /// - Parameter compiled: The model it was asked of.
  /// - Returns: The keys of the command line's reference.
  /// - Complexity: O(*n*) for *n* ids in the answer.
  public func json(in compiled: CompiledModel) -> JSONValue {
    let id = { (vertex: VertexID) in compiled.table.id(of: vertex) }
    return [
      "ownSectors": .texts(ownSectors), "countsDegraded": .bool(countsDegraded),
      "depth": .integer(depth),
      "sectors": .array(
        sectors.map { sector in
          [
            "id": .string(sector.id), "order": .integer(sector.order),
            "verdict": .string(sector.verdict.rawValue), "after": .number(sector.after),
            "users": .texts(sector.users.map(id)),
            "organisations": .texts(sector.organisations), "way": .texts(sector.way.map(id)),
          ]
        }),
      "cannotTell": .texts(cannotTell), "withoutSector": .texts(withoutSector.map(id)),
    ]
  }
}
