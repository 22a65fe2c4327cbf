extension ContractReview {
  /// The result of `contracts` for machines.
  ///
  /// - Parameters:
  ///   - compiled: The model it was asked of.
  ///   - acceptances: The findings held against a baseline; nil: against none.
  ///   - language: The language of the messages.
  /// - Returns: The keys of the command line's reference.
  /// - Complexity: O(*n*) for what it holds.
  public func json(
    in compiled: CompiledModel, acceptances: FindingAcceptances? = nil, language: Language
  ) -> JSONValue {
    let writer = ContractWriter(
      compiled: compiled,
      sentences: ContractSentences(
        names: DisplayNames(compiled: compiled, language: language), phrases: Phrases(language)))
    return [
      "at": .text(question.at?.iso8601), "day": .text(day?.description),
      "before": .text(before?.description),
      "findings": .array((acceptances?.open ?? findings).map { writer.finding($0) }),
      "accepted": .array(
        (acceptances?.accepted ?? []).map { writer.finding($0.finding, $0.acceptance) }),
      "expiredAcceptances": .array((acceptances?.expired ?? []).map(writer.acceptance)),
      "unmatchedAcceptances": .array((acceptances?.unmatched ?? []).map(writer.acceptance)),
      "restoreChecks": .array(checks.map(writer.check)),
      "coverage": .array(coverage.elements.map(writer.element)),
      "coverageMap": .array(coverage.users.map(writer.user)),
      "unpromised": .array(coverage.users.flatMap(writer.unpromised)),
      "suppliers": suppliers.concentration.json(in: compiled),
      "openEnded": .texts(coverage.openEnded),
    ]
  }
}

private struct ContractWriter {
  let compiled: CompiledModel
  let sentences: ContractSentences

  private func id(_ vertex: VertexID?) -> JSONValue {
    .text(vertex.map(compiled.table.id(of:)))
  }

  private func ids(_ vertices: [VertexID]) -> JSONValue {
    .texts(vertices.map(compiled.table.id(of:)))
  }

  func finding(
    _ finding: ContractFinding, _ accepted: FindingBaseline.Acceptance? = nil
  ) -> JSONValue {
    var observed: ObservedOverrun?
    if case .observed(let overrun) = finding.details { observed = overrun }
    var elements: [VertexID] = []
    if case .restore(let check) = finding.details { elements = check.elements }
    return [
      "rule": .string(finding.rule.rawValue), "severity": .string(finding.severity.rawValue),
      "contract": .text(finding.contract), "other": .text(finding.otherContract),
      "component": id(finding.element), "together": ids(elements),
      "target": id(finding.target), "parties": .texts(finding.parties),
      "required": .number(finding.required), "agreed": .number(finding.agreed),
      "nature": .text(finding.nature?.rawValue), "gap": .number(finding.gap),
      "gapIsLeast": .bool(finding.gapIsLeast), "verdict": .text(finding.verdict?.rawValue),
      "observed": .number(observed?.seconds), "factor": .number(observed?.factor),
      "chain": .array(finding.chain.map(link)),
      "message": .string(sentences.sentence(finding)),
      "accepted": accepted.map(acceptance) ?? .null,
    ]
  }

  private func link(_ link: ContractFinding.Link) -> JSONValue {
    switch link {
    case .element(let vertex): ["type": "component", "id": id(vertex)]
    case .contract(let id): ["type": "contract", "id": .string(id)]
    case .party(let id): ["type": "party", "id": .string(id)]
    }
  }

  func acceptance(_ acceptance: FindingBaseline.Acceptance) -> JSONValue {
    [
      "rule": .string(acceptance.rule.rawValue), "contract": .text(acceptance.contract),
      "other": .text(acceptance.other), "component": .text(acceptance.component),
      "target": .text(acceptance.target), "party": .text(acceptance.party),
      "until": .text(acceptance.until?.description), "by": .text(acceptance.by),
      "reason": .text(acceptance.reason),
    ]
  }

  func check(_ check: RestoreCheck) -> JSONValue {
    let restore = check.restore
    let start = restore?.longest.start.map(Self.moment)
    return [
      "components": ids(check.elements), "returning": id(check.returning),
      "contract": .text(check.contract), "target": id(check.target),
      "objective": .number(check.objective), "allowed": .number(check.allowed),
      "alwaysAllowed": .bool(check.allowed == .infinity),
      "within": .number(restore?.within), "agreed": .number(restore?.longest.elapsed),
      "worstStart": .text(start), "gap": .number(check.gap),
      "gapIsLeast": .bool(check.gapIsLeast),
      "share": .number(restore?.share), "nature": .text(restore?.target.nature?.rawValue),
      "clock": .text(restore?.target.clockFrom?.rawValue),
      "agreedAtMoment": .number(restore?.atMoment?.elapsed),
      "restoredBy": .text(restore?.atMoment?.end.iso8601),
      "verdictAtMoment": .text(check.verdictAtMoment?.rawValue),
      "verdict": .string(check.verdict.rawValue), "reason": .text(check.reason?.rawValue),
      "certain": .bool(check.isCertain), "users": .integer(check.userCount),
      "withoutObjective": ids(check.withoutObjective),
    ]
  }

  /// A moment of the week as `fri 17:00`, never localised.
  private static func moment(_ moment: WorkingWeek.Moment) -> String {
    let day = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"][moment.weekday - 1]
    let two = { (number: Int) in (number < 10 ? "0" : "") + String(number) }
    return "\(day) \(two(moment.minute / 60)):\(two(moment.minute % 60))"
  }

  func element(_ element: PromiseCoverage.Element) -> JSONValue {
    [
      "id": id(element.vertex), "contracts": .texts(element.contracts),
      "restoring": .texts(element.promising),
      "restoringParts": .texts(element.promisingParts),
    ]
  }

  func user(_ user: PromiseCoverage.User) -> JSONValue {
    [
      "target": id(user.vertex), "complete": .bool(user.isComplete),
      "sets": .array(
        zip(user.sets, user.promising).map { set, promising in
          ["components": ids(set), "restoring": .texts(promising)]
        }),
    ]
  }

  func unpromised(_ user: PromiseCoverage.User) -> [JSONValue] {
    user.unpromised.map { ["target": id(user.vertex), "components": ids($0)] }
  }
}
