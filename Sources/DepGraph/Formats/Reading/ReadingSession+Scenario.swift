extension ReadingSession {
  /// A scenario.
  ///
  /// - Complexity: O(*n* log *n*) for *n* events.
  func scenario(_ value: YAMLValue) -> Scenario {
    var scenario = Scenario()
    guard let fields = Fields(value, as: .scenario, in: self) else { return scenario }
    checkVersion(fields, "depgraph-scenario")
    if let language = fields.oneOf("language", Language.self) { defaults.language = language }
    scenario.name = fields.text("name")
    scenario.model = fields.word("model")
    scenario.start = fields.instant("start")
    scenario.until = moment("until", of: fields, from: scenario.start)
    scenario.repair = fields.oneOf("repair", Scenario.RepairRule.self) ?? .events
    scenario.note = fields.text("note")
    scenario.marking = marking(of: fields)
    let events = fields.entries("events", as: .event).compactMap {
      event($0, from: scenario.start)
    }
    // By time; what is written first comes first where times are equal.
    scenario.events = events.enumerated().sorted {
      ($0.element.at, $0.offset) < ($1.element.at, $1.offset)
    }.map(\.element)
    scenario.lags = fields.entries("lags", as: .recoveryLag).compactMap { lag($0) }
    scenario.targets = fields.entries("targets", as: .scenarioTarget).compactMap { agreed($0) }
    scenario.observed = observed(fields)
    scenario.expectations = fields.entries("expect", as: .scenarioExpectation).compactMap {
      expectation($0, from: scenario.start)
    }
    return scenario
  }

  private func observed(_ fields: Fields) -> [Observation]? {
    guard let value = fields.value("observed") else { return nil }
    if value.scalar == "model" { return nil }
    return list(value, of: "observed").compactMap { entry in
      Fields(entry, as: .observation, in: self).flatMap { observation($0) }
    }
  }

  private func event(_ fields: Fields, from start: Instant?) -> Scenario.Event? {
    let at = fields.has("at") ? moment("at", of: fields, from: start) : 0
    var event = Scenario.Event(at: at ?? 0)
    event.place = fields.place
    event.name = fields.text("name")
    event.fail = fields.seeds("fail")
    event.restore = fields.seeds("restore")
    event.isManual = fields.boolean("manual") ?? false
    event.degrade = fields.seeds("degrade")
    event.discover = fields.references("discover", to: .component)
    event.repairBegins = fields.seeds("repair-begins")
    event.escalate = fields.references("escalate", to: .escalationLevel)
    event.notify = fields.references("notify", to: .contact)
    event.actor = fields.value("by").flatMap { actor($0) }
    event.sources = fields.references("source", to: .source)
    event.note = fields.text("note")
    let deeds = [
      "fail", "restore", "degrade", "discover", "repair-begins", "escalate", "notify", "name",
    ]
    if !deeds.contains(where: fields.has) {
      report(
        .missingKey, "an event says what happens: it needs `fail`, `restore` or another of these",
        at: fields.place, hint: deeds.map { "`\($0)`" }.joined(separator: ", "))
    }
    return at == nil ? nil : event
  }

  /// A crew or a contact.
  private func actor(_ value: YAMLValue) -> String? {
    guard let text = word(value, of: "by") else { return nil }
    let isContact = index?.declarations[text]?.referent == .contact
    return reference(text, to: isContact ? .contact : .crew, at: value.place)
  }

  private func lag(_ fields: Fields) -> Scenario.Lag? {
    let component = fields.reference("component", to: .component)
    let restart = fields.duration("restart")
    let sources = fields.references("source", to: .source)
    let note = fields.text("note")
    guard let component, let restart else { return nil }
    var lag = Scenario.Lag(component, restart: restart)
    lag.place = fields.place
    lag.sources = sources
    lag.note = note
    return lag
  }

  private func agreed(_ fields: Fields) -> Scenario.Target? {
    let component = fields.reference("component", to: .component)
    let within = fields.duration("restore-within")
    let nature = fields.oneOf("nature", ServiceTarget.Nature.self)
    let sources = fields.references("source", to: .source)
    let note = fields.text("note")
    guard let component, let within else { return nil }
    var target = Scenario.Target(component, restoreWithin: within)
    target.nature = nature
    target.place = fields.place
    target.sources = sources
    target.note = note
    return target
  }

  private func expectation(_ fields: Fields, from start: Instant?) -> Scenario.Expectation? {
    let name = fields.text("name")
    let sources = fields.references("source", to: .source)
    let note = fields.text("note")
    guard let claim = claim(fields, from: start) else { return nil }
    var expectation = Scenario.Expectation(claim)
    expectation.name = name
    expectation.sources = sources
    expectation.note = note
    expectation.place = fields.place
    return expectation
  }

  /// What an expectation says, which must be one thing.
  private func claim(_ fields: Fields, from start: Instant?) -> Scenario.Expectation.Claim? {
    let about = ["component", "level", "notified", "discovered"].filter(fields.has)
    guard about.count == 1, let subject = about.first else {
      report(
        about.isEmpty ? .missingKey : .badValue,
        "an expectation is about one of `component`, `level`, `notified` and `discovered`",
        at: fields.place)
      return nil
    }
    if subject == "component" { return componentClaim(fields, from: start) }
    guard allowed(["by"], with: subject, in: fields) else { return nil }
    guard fields.has("by") else {
      report(.missingKey, "`\(subject)` needs `by`: the moment", at: fields.place)
      return nil
    }
    let by = moment("by", of: fields, from: start)
    let referent: Referent =
      switch subject {
      case "level": .escalationLevel
      case "notified": .contact
      default: .component
      }
    guard let id = fields.reference(subject, to: referent), let by else { return nil }
    switch subject {
    case "level": return .level(id, by: by)
    case "notified": return .notified(id, by: by)
    default: return .discovered(component: id, by: by)
    }
  }

  private func componentClaim(
    _ fields: Fields, from start: Instant?
  ) -> Scenario.Expectation.Claim? {
    let component = fields.reference("component", to: .component)
    var said = ["state", "back-by", "outage-at-most"].filter(fields.has)
    // It stands beside `back-by`, or for itself.
    if said.isEmpty, fields.has("not-before") { said = ["not-before"] }
    guard said.count == 1, let claim = said.first else {
      report(
        said.isEmpty ? .missingKey : .badValue,
        "`component` goes with one of `state`, `back-by`, `not-before` and `outage-at-most`",
        at: fields.place)
      return nil
    }
    switch claim {
    case "state":
      guard allowed(["state", "at"], with: claim, in: fields) else { return nil }
      let at = fields.has("at") ? moment("at", of: fields, from: start) : 0
      guard let component, let at, let state = fields.oneOf("state", Observation.State.self)
      else { return nil }
      return .state(component: component, state, at: at)
    case "back-by", "not-before":
      guard allowed(["back-by", "not-before"], with: claim, in: fields) else { return nil }
      let by = moment("back-by", of: fields, from: start)
      let notBefore = moment("not-before", of: fields, from: start)
      if let by, let notBefore, notBefore > by {
        report(.outOfRange, "`not-before` is after `back-by`", at: fields.place(of: "not-before"))
      }
      guard let component, by != nil || (claim == "not-before" && notBefore != nil) else {
        return nil
      }
      return .back(component: component, by: by, notBefore: notBefore)
    default:
      guard allowed(["outage-at-most"], with: claim, in: fields) else { return nil }
      guard let component, let most = fields.duration("outage-at-most") else { return nil }
      return .outage(component: component, atMost: most)
    }
  }

  /// Reports what says nothing beside a key.
  private func allowed(_ keys: [String], with subject: String, in fields: Fields) -> Bool {
    let all = ["state", "at", "back-by", "not-before", "outage-at-most", "by"]
    let strays = all.filter { fields.has($0) && !keys.contains($0) }
    for stray in strays {
      report(.badValue, "`\(stray)` says nothing beside `\(subject)`", at: fields.place(of: stray))
    }
    return strays.isEmpty
  }

  /// Seconds since the start, written as such or as an instant.
  private func moment(_ key: String, of fields: Fields, from start: Instant?) -> Double? {
    guard let value = fields.value(key) else { return nil }
    guard value.scalar?.contains("T") == true, value.scalar?.hasPrefix("P") == false else {
      return duration(value, of: key)?.seconds
    }
    guard let instant = instant(value, of: key) else { return nil }
    guard let start else {
      report(.missingKey, "an instant counts from `start`, which is missing", at: value.place)
      return nil
    }
    let seconds = instant.secondsSinceEpoch - start.secondsSinceEpoch
    if seconds >= 0 { return seconds }
    report(.outOfRange, "`\(key)` is before the start", at: value.place)
    return nil
  }
}
