extension ModelDifference {
  /// The result of `diff` for machines.
  ///
  /// - Parameters:
  ///   - before: The earlier model.
  ///   - after: The later model.
  /// - Returns: The keys of the command line's reference.
  /// - Complexity: O(*n*) for what it holds.
  public func json(from before: CompiledModel, to after: CompiledModel) -> JSONValue {
    let writer = DifferenceWriter(difference: self, before: before, after: after)
    let head = writer.head
    return .object(head + writer.facts + writer.effects + writer.gaps)
  }
}

private struct DifferenceWriter {
  let difference: ModelDifference
  let before: CompiledModel
  let after: CompiledModel

  // MARK: - Both models

  var head: [JSONValue.Member] {
    let sentence = { (language: Language) -> JSONValue in
      .string(DifferenceSentence(difference, before, after, language).text)
    }
    return [
      .init("before", JSONResult.header(before.model, file: nil)),
      .init("after", JSONResult.header(after.model, file: nil)),
      .init("sentence", ["nl": sentence(.dutch), "en": sentence(.english)]),
      .init("sameText", difference.isSameText.map(JSONValue.bool) ?? .null),
      .init("sameInEffect", .bool(difference.facts.isEmpty)),
    ]
  }

  // MARK: - Facts

  var facts: [JSONValue.Member] {
    let found = difference.facts
    return [
      .init("added", .array(found.added.map { part($0, in: after) })),
      .init("removed", .array(found.removed.map { part($0, in: before) })),
      .init("changed", .array(found.changed.map(changed))),
      .init("remarks", .array(found.remarks.map(changed))),
      .init("renamed", .array(found.renames.map(renamed))),
      .init("dependencies", .array(difference.dependencies.map(dependency))),
    ]
  }

  private func name(_ subject: FactSubject, in compiled: CompiledModel) -> JSONValue {
    let language = compiled.model.language
    let names = DisplayNames(compiled: compiled, language: language)
    let words = FactWords(before: names, after: names, phrases: Phrases(language))
    return .string(words.name(subject))
  }

  private func part(_ subject: FactSubject, in compiled: CompiledModel) -> JSONValue {
    [
      "kind": .string(subject.kind.rawValue), "id": .string(subject.id),
      "name": name(subject, in: compiled),
    ]
  }

  private func changed(_ changed: FactDifference.Changed) -> JSONValue {
    [
      "kind": .string(changed.subject.kind.rawValue), "id": .string(changed.subject.id),
      "name": name(changed.subject, in: after),
      "facts": .array(
        changed.changes.map { change in
          [
            "key": .string(change.name.key.rawValue), "row": .text(change.name.row),
            "before": change.before?.json ?? .null, "after": change.after?.json ?? .null,
          ]
        }),
    ]
  }

  private func renamed(_ rename: FactDifference.Rename) -> JSONValue {
    [
      "kind": .string(rename.before.kind.rawValue), "before": .string(rename.before.id),
      "after": .string(rename.after.id), "sharedFacts": .integer(rename.sharedFacts),
      "allFacts": .integer(rename.allFacts), "sameName": .bool(rename.isSameName),
    ]
  }

  private func dependency(_ dependency: DependencyDifference) -> JSONValue {
    [
      "id": .string(dependency.dependent), "target": .string(dependency.target),
      "before": .text(dependency.before?.rawValue), "after": .text(dependency.after?.rawValue),
    ]
  }

  // MARK: - Effects

  var effects: [JSONValue.Member] {
    [
      .init("newSpofs", .array(difference.newPoints.map(point))),
      .init("goneSpofs", .array(difference.gonePoints.map(point))),
      .init(
        "surerSpofs",
        .array(
          difference.users.flatMap { user in
            user.surer.map { surer in
              [
                "target": .string(user.id), "id": .string(surer.id),
                "before": .string(surer.before.rawValue), "after": .string(surer.after.rawValue),
              ]
            }
          })),
      .init("users", .array(difference.users.map(user))),
      .init("availability", .array(difference.users.filter(\.chanceDiffers).map(availability))),
      .init("failures", .array(difference.failures.map(failure))),
      .init("alternatives", .array(difference.alternatives.map(alternatives))),
    ]
  }

  private func point(_ point: ModelDifference.Point) -> JSONValue {
    [
      "target": .string(point.target), "id": .string(point.point.id),
      "type": .string(point.point.isCommonCause ? "common-cause" : "component"),
      "verdict": .string(point.point.verdict.rawValue),
      "targetInBoth": .bool(!point.targetIsInOne),
    ]
  }

  private func user(_ user: UserDifference) -> JSONValue {
    [
      "id": .string(user.id), "before": user.before.map(state) ?? .null,
      "after": user.after.map(state) ?? .null, "weaker": .bool(user.isWeaker),
    ]
  }

  private func state(_ state: UserState) -> JSONValue {
    let outage = state.longestOutage
    return [
      "spofs": .integer(state.points.count),
      "robustness": state.robustness.map(JSONValue.integer) ?? .null,
      "robustnessAtLeast": state.robustnessAtLeast.map(JSONValue.integer) ?? .null,
      "open": .bool(state.isOpen), "longestOutage": .number(outage),
      "neverReturns": .bool(outage == .infinity),
      "withoutRepairTime": .texts(state.withoutRepairTime),
    ]
  }

  private func availability(_ user: UserDifference) -> JSONValue {
    [
      "id": .string(user.id), "before": user.before?.chance.map(chance) ?? .null,
      "after": user.after?.chance.map(chance) ?? .null,
      "trend": .text(user.chanceTrend?.rawValue),
    ]
  }

  private func chance(_ chance: UserState.Chance) -> JSONValue {
    let share = chance.unavailability
    return [
      "unavailability": ["low": .number(share.low), "high": .number(share.high)],
      "lowerBound": .bool(chance.isLeast), "exact": .bool(chance.isExact),
      "downtimePerYear": [
        "low": .number(share.low * Availability.secondsPerYear),
        "high": .number(share.high * Availability.secondsPerYear),
      ],
      "unknown": .texts(chance.unknown),
    ]
  }

  private func failure(_ failure: FailureDifference) -> JSONValue {
    let extent = { (extent: FailureDifference.Extent) -> JSONValue in
      [
        "down": .integer(extent.components), "users": .integer(extent.users),
        "certainUsers": .integer(extent.certainUsers),
      ]
    }
    return [
      "id": .string(failure.id), "before": extent(failure.before),
      "after": extent(failure.after), "newlyDown": .texts(failure.newlyDown),
      "nowSpared": .texts(failure.nowSpared),
    ]
  }

  private func alternatives(_ found: AlternativesDifference) -> JSONValue {
    [
      "id": .string(found.id), "before": .texts(found.before), "after": .texts(found.after),
      "lost": .texts(found.lost), "gained": .texts(found.gained),
    ]
  }

  // MARK: - Gaps

  var gaps: [JSONValue.Member] {
    let found = difference.findings
    return [
      .init(
        "findings",
        [
          "new": .array((found?.new ?? []).map { finding($0, in: after) }),
          "gone": .array((found?.gone ?? []).map { finding($0, in: before) }),
          "changed": .array(
            (found?.changed ?? []).map { change in
              [
                "before": finding(change.before, in: before),
                "after": finding(change.after, in: after), "worse": .bool(change.isWorse),
              ]
            }),
        ]),
      .init(
        "falseRedundancy",
        [
          "new": .array((found?.newlyFalse ?? []).map(redundancy)),
          "gone": .array((found?.noLongerFalse ?? []).map(redundancy)),
        ]),
      .init(
        "independenceNotShown",
        [
          "new": .array((found?.newDoubts ?? []).map(doubt)),
          "gone": .array((found?.goneDoubts ?? []).map(doubt)),
        ]),
      .init(
        "unknowns",
        [
          "new": .array(difference.facts.newUnknowns.map(unknown)),
          "gone": .array(difference.facts.goneUnknowns.map(unknown)),
        ]),
    ]
  }

  private func finding(_ finding: ContractFinding, in compiled: CompiledModel) -> JSONValue {
    let id = { (vertex: VertexID?) in JSONValue.text(vertex.map(compiled.table.id(of:))) }
    return [
      "rule": .string(finding.rule.rawValue), "severity": .string(finding.severity.rawValue),
      "contract": .text(finding.contract), "component": id(finding.element),
      "target": id(finding.target), "parties": .texts(finding.parties),
      "gap": .number(finding.gap),
    ]
  }

  private func redundancy(_ redundancy: FindingDifference.Redundancy) -> JSONValue {
    ["id": .string(redundancy.owner), "cause": .string(redundancy.cause)]
  }

  private func doubt(_ doubt: FindingDifference.Doubt) -> JSONValue {
    ["id": .text(doubt.owner), "network": .text(doubt.network), "key": .string(doubt.key)]
  }

  private func unknown(_ unknown: FactDifference.Unknown) -> JSONValue {
    [
      "kind": .string(unknown.subject.kind.rawValue), "id": .string(unknown.subject.id),
      "key": .string(unknown.name.key.rawValue), "row": .text(unknown.name.row),
    ]
  }
}
