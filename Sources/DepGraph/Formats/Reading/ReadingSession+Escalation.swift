extension ReadingSession {
  /// A level of the escalation framework.
  func escalationLevel(_ fields: Fields, id: String) -> EscalationLevel {
    var level = EscalationLevel(id: id)
    level.place = fields.place
    level.name = fields.text("name")
    level.level = fields.integer("level") ?? 0
    level.when = fields.entries("when", as: .condition).map { conditions($0) }
    if let value = fields.value("notify") {
      level.notify = members(value).compactMap { notified($0) }
    }
    level.within = fields.duration("within")
    if let steps = fields.value("steps") {
      level.steps = list(steps, of: "steps").compactMap { text($0, of: "steps") }
    }
    level.note = fields.text("note")
    level.marking = marking(of: fields, within: defaults.marking)
    return level
  }

  private func notified(_ value: YAMLValue) -> String? {
    if let text = value.scalar, FormatSection.notifiedGroups.contains(text) { return text }
    return reference(value, to: .contact, of: "notify")
  }

  /// Conditions that must all hold.
  private func conditions(_ fields: Fields) -> [EscalationCondition] {
    let conditions = EscalationCondition.Measure.allCases.compactMap { measure in
      fields.value(measure.rawValue).flatMap { test($0, of: measure) }.map {
        EscalationCondition(measure, $0)
      }
    }
    if fields.isEmpty {
      report(.badValue, "a member of `when` holds no condition", at: fields.place)
    }
    return conditions
  }

  private func test(
    _ value: YAMLValue, of measure: EscalationCondition.Measure
  ) -> EscalationCondition.Test? {
    switch measure {
    case .lifeSafety, .pastMTPD, .noAlternative:
      // Either that there is any, or how many.
      let isCount = value.scalar?.contains { ">0123456789".contains($0) } ?? false
      if isCount { return comparison(value, of: measure) }
      return boolean(value, of: measure.rawValue).map { .holds($0) }
    case .cyberNotExcluded:
      return boolean(value, of: measure.rawValue).map { .holds($0) }
    case .question:
      return text(value, of: measure.rawValue).map { .asked($0) }
    case .organisations, .ministries, .sectors, .vitalServices, .channelsLost, .elapsed,
      .elapsedOfRestoreTarget:
      return comparison(value, of: measure)
    }
  }

  /// `>= 2`, `> 1`, `2`, `>= 50%`, `>= 4h`.
  private func comparison(
    _ value: YAMLValue, of measure: EscalationCondition.Measure
  ) -> EscalationCondition.Test? {
    guard let text = word(value, of: measure.rawValue) else { return nil }
    let isStrict = text.hasPrefix(">") && !text.hasPrefix(">=")
    let bare = text.drop { ">= ".contains($0) }
    if measure == .elapsed {
      if !isStrict, let span = TimeSpan(text: String(bare)) { return .lasts(span) }
      report(
        .badValue, "`elapsed` wants `>= 4h` or another length of time, not `\(text)`",
        at: value.place)
      return nil
    }
    let isShare = bare.hasSuffix("%")
    let number = Double(decimal: isShare ? bare.dropLast() : bare)
    guard let number, number >= 0, isShare == (measure == .elapsedOfRestoreTarget) || !isShare,
      ["", ">", ">="].contains(text.dropLast(bare.count).filter { $0 != " " })
    else {
      let example = measure == .elapsedOfRestoreTarget ? ">= 50%" : ">= 2"
      report(
        .badValue, "`\(measure.rawValue)` wants a comparison such as `\(example)`, not `\(text)`",
        at: value.place)
      return nil
    }
    let share = isShare ? Double(percentage: bare.dropLast()) : nil
    let bound = share ?? number
    return isStrict ? .moreThan(bound) : .atLeast(bound)
  }

  /// An observation.
  func observation(_ fields: Fields) -> Observation? {
    let component = fields.reference("component", to: .component)
    let state = fields.oneOf("state", Observation.State.self)
    var observation = Observation(component ?? "", state ?? .unknown)
    observation.place = fields.place
    observation.from = fields.instant("from")
    observation.until = fields.instant("until")
    observation.sources = fields.references("source", to: .source)
    observation.note = fields.text("note")
    observation.marking = marking(of: fields, within: defaults.marking)
    if let from = observation.from, let until = observation.until, until < from {
      report(.outOfRange, "`until` is before `from`", at: fields.place(of: "until"))
    }
    return component == nil || state == nil ? nil : observation
  }

  /// A continuity plan.
  func plan(_ fields: Fields, id: String) -> ContinuityPlan {
    var plan = ContinuityPlan(id: id)
    plan.place = fields.place
    plan.name = fields.text("name")
    plan.purposes = fields.references("for", to: .component)
    plan.tested = fields.date("tested")
    if fields.value("relies-on") != nil {
      plan.reliesOn = fields.references("relies-on", to: .component)
    }
    plan.paper = fields.text("paper")
    plan.note = fields.text("note")
    plan.marking = marking(of: fields, within: defaults.marking)
    return plan
  }

  /// A measure.
  func measure(_ fields: Fields, id: String) -> Measure {
    var measure = Measure(id: id)
    measure.place = fields.place
    measure.text = fields.text("text") ?? fields.text("name")
    measure.from = fields.references("from", to: .source)
    measure.owner = fields.reference("owner", to: .party)
    measure.due = fields.date("due")
    measure.status = fields.word("status")
    measure.adds = fields.words("adds")
    measure.removes = fields.words("removes")
    measure.note = fields.text("note")
    measure.marking = marking(of: fields, within: defaults.marking)
    return measure
  }

  /// A repair team.
  func crew(_ fields: Fields, id: String) -> Crew {
    var crew = Crew(id: id)
    crew.place = fields.place
    crew.name = fields.text("name")
    crew.skills = fields.words("skills")
    crew.hours = fields.hours("hours") ?? .always
    crew.base = fields.fields("base", as: .position).flatMap { position($0) }
    crew.note = fields.text("note")
    crew.marking = marking(of: fields, within: defaults.marking)
    return crew
  }

  /// A class of restoration.
  func restoreClass(_ fields: Fields, id: String) -> RestoreClass {
    var restoreClass = RestoreClass(id: id)
    restoreClass.place = fields.place
    restoreClass.name = fields.text("name")
    restoreClass.rank = fields.integer("rank") ?? 0
    if let adopted = fields.fields("adopted", as: .adoption) {
      restoreClass.adoptedBy = adopted.word("by")
      restoreClass.adopted = adopted.date("date")
    }
    restoreClass.note = fields.text("note")
    restoreClass.marking = marking(of: fields, within: defaults.marking)
    return restoreClass
  }

  /// An expectation.
  func expectation(_ fields: Fields) -> Expectation {
    var expectation = Expectation()
    expectation.place = fields.place
    expectation.name = fields.text("name")
    expectation.when = fields.seeds("when")
    expectation.up = fields.references("up", to: .component)
    expectation.down = fields.references("down", to: .component)
    expectation.after = fields.duration("after")
    expectation.degraded = fields.references("degraded", to: .component)
    expectation.unaffected = fields.references("unaffected", to: .component)
    expectation.reduced = fields.references("reduced", to: .component)
    expectation.unknown = fields.references("unknown", to: .component)
    expectation.noSinglePoint = fields.references("no-single-point", to: .component)
    expectation.subject = fields.reference("of", to: .component)
    if fields.value("single-points") != nil {
      expectation.singlePoints = fields.seeds("single-points")
    }
    expectation.sources = fields.references("source", to: .source)
    expectation.note = fields.text("note")
    expectation.marking = marking(of: fields, within: defaults.marking)
    judge(expectation, fields)
    return expectation
  }

  /// What is wrong with an expectation itself, whatever the model.
  private func judge(_ expectation: Expectation, _ fields: Fields) {
    for (key, other) in [("of", "single-points"), ("single-points", "of")]
    where fields.has(key) && !fields.has(other) {
      report(.missingKey, "an expectation with `\(key)` needs `\(other)`", at: fields.place)
    }
    let claims = ClaimKind.allCases.filter { !expectation.ids(of: $0).isEmpty }
    if claims.isEmpty {
      report(
        .idleExpectation, "this entry of `expect` expects nothing", at: fields.place,
        hint: "say what must keep working (`up`) or go down (`down`)")
    } else if expectation.when.isEmpty, claims.contains(where: \.isOfFailure) {
      report(
        .idleExpectation, "this entry of `expect` does not say what fails", at: fields.place,
        hint: "say it with `when`")
    } else if !expectation.when.isEmpty, !claims.contains(where: \.isOfFailure) {
      report(
        .idleExpectation, "`when` has no effect on what this entry of `expect` expects",
        at: fields.place,
        hint: "single points are tried one by one; say what keeps working (`up`), or drop `when`")
    }
  }
}
