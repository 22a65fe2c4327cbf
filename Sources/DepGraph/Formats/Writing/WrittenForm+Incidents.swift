extension WrittenForm {
  /// A level of the escalation framework.
  func escalationLevel(_ level: EscalationLevel) -> WrittenValue {
    var fields = WrittenFields(.escalationLevel)
    fields["id"] = .text(level.id)
    fields["level"] = .integer(level.level)
    fields["name"] = level.name.map { text($0) }
    fields["when"] = .list(ifAny: level.when.map { conditions($0) })
    fields["notify"] = .texts(ifAny: level.notify)
    fields["within"] = level.within.map { .duration($0) }
    fields["steps"] = .list(ifAny: level.steps.map { text($0) })
    fields["note"] = level.note.map { text($0) }
    fields["marking"] = level.marking.map { marking($0) }
    return fields.value
  }

  private func conditions(_ conditions: [EscalationCondition]) -> WrittenValue {
    var fields = WrittenFields(.condition)
    for condition in conditions { fields[condition.measure.rawValue] = test(of: condition) }
    return fields.value
  }

  private func test(of condition: EscalationCondition) -> WrittenValue {
    let bound = { (number: Double) -> String in
      condition.measure == .elapsedOfRestoreTarget
        ? number.writtenPercentage : number.writtenNumber
    }
    return switch condition.test {
    case .holds(let holds): .boolean(holds)
    case .atLeast(let number): .bare(">= \(bound(number))")
    case .moreThan(let number): .bare("> \(bound(number))")
    case .lasts(let span): .bare(">= \(span.written)")
    case .asked(let question): text(question)
    }
  }

  /// An observation.
  func observation(_ observation: Observation) -> WrittenValue {
    var fields = WrittenFields(.observation)
    fields["component"] = .text(observation.component)
    fields["state"] = .bare(observation.state.rawValue)
    fields["from"] = observation.from.map { .instant($0) }
    fields["until"] = observation.until.map { .instant($0) }
    if !observation.sources.isEmpty { fields["source"] = .oneOrMore(observation.sources) }
    fields["note"] = observation.note.map { text($0) }
    fields["marking"] = observation.marking.map { marking($0) }
    return fields.value
  }

  /// A continuity plan.
  func plan(_ plan: ContinuityPlan) -> WrittenValue {
    var fields = WrittenFields(.plan)
    fields["id"] = .text(plan.id)
    fields["name"] = plan.name.map { text($0) }
    fields["for"] = .texts(ifAny: plan.purposes)
    fields["tested"] = plan.tested.map { .date($0) }
    fields["relies-on"] = plan.reliesOn.map { .texts($0) }
    fields["paper"] = plan.paper.map { text($0) }
    fields["note"] = plan.note.map { text($0) }
    fields["marking"] = plan.marking.map { marking($0) }
    return fields.value
  }

  /// A measure.
  func measure(_ measure: Measure) -> WrittenValue {
    var fields = WrittenFields(.measure)
    fields["id"] = .text(measure.id)
    fields["text"] = measure.text.map { text($0) }
    if !measure.from.isEmpty { fields["from"] = .oneOrMore(measure.from) }
    fields["owner"] = measure.owner.map { .text($0) }
    fields["due"] = measure.due.map { .date($0) }
    fields["status"] = measure.status.map { .text($0) }
    fields["adds"] = .texts(ifAny: measure.adds)
    fields["removes"] = .texts(ifAny: measure.removes)
    fields["note"] = measure.note.map { text($0) }
    fields["marking"] = measure.marking.map { marking($0) }
    return fields.value
  }

  /// A repair team.
  func crew(_ crew: Crew) -> WrittenValue {
    var fields = WrittenFields(.crew)
    fields["id"] = .text(crew.id)
    fields["name"] = crew.name.map { text($0) }
    fields["skills"] = .texts(ifAny: crew.skills)
    fields["hours"] = hours(crew.hours)
    fields["base"] = crew.base.map { position($0) }
    fields["note"] = crew.note.map { text($0) }
    fields["marking"] = crew.marking.map { marking($0) }
    return fields.value
  }

  /// A class of restoration.
  func restoreClass(_ restoreClass: RestoreClass) -> WrittenValue {
    var fields = WrittenFields(.restoreClass)
    fields["id"] = .text(restoreClass.id)
    fields["name"] = restoreClass.name.map { text($0) }
    fields["rank"] = .integer(restoreClass.rank)
    var adoption = WrittenFields(.adoption)
    adoption["by"] = restoreClass.adoptedBy.map { .text($0) }
    adoption["date"] = restoreClass.adopted.map { .date($0) }
    fields["adopted"] = adoption.valueIfAny
    fields["note"] = restoreClass.note.map { text($0) }
    fields["marking"] = restoreClass.marking.map { marking($0) }
    return fields.value
  }

  /// An expectation.
  func expectation(_ expectation: Expectation) -> WrittenValue {
    var fields = WrittenFields(.expectation)
    fields["name"] = expectation.name.map { text($0) }
    fields["when"] = .texts(ifAny: expectation.when)
    fields["after"] = expectation.after.map { .duration($0) }
    fields["up"] = .texts(ifAny: expectation.up)
    fields["down"] = .texts(ifAny: expectation.down)
    fields["degraded"] = .texts(ifAny: expectation.degraded)
    fields["unaffected"] = .texts(ifAny: expectation.unaffected)
    fields["reduced"] = .texts(ifAny: expectation.reduced)
    fields["unknown"] = .texts(ifAny: expectation.unknown)
    fields["no-single-point"] = .texts(ifAny: expectation.noSinglePoint)
    fields["of"] = expectation.subject.map { .text($0) }
    fields["single-points"] = expectation.singlePoints.map { .texts($0) }
    if !expectation.sources.isEmpty { fields["source"] = .oneOrMore(expectation.sources) }
    fields["note"] = expectation.note.map { text($0) }
    fields["marking"] = expectation.marking.map { marking($0) }
    return fields.value
  }
}
