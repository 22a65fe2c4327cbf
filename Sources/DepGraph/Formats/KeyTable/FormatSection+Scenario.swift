// Scenarios: files of their own, beginning with `depgraph-scenario: 1`.

extension FormatSection {
  /// A section of scenario files.
  static func ofScenario(_ name: SectionName) -> FormatSection {
    switch name {
    case .event: event
    case .recoveryLag: recoveryLag
    case .scenarioTarget: scenarioTarget
    case .scenarioExpectation: scenarioExpectation
    default: scenario
    }
  }

  private static let scenario = FormatSection(
    .scenario, "Scenario file", "What happens over time, in an outage or an exercise.",
    [
      FormatKey("depgraph-scenario", .version, "The version of the format: 1.", required: true),
      FormatKey("name", .text, "What it is called."),
      FormatKey(
        "language", .oneOf(Language.allCases.map(\.rawValue)),
        "The language of texts that do not state theirs.", standard: "that of the model, else nl"),
      FormatKey("model", .word, "The file of the model, relative to this one."),
      FormatKey("start", .instant, "When it starts; times count from then."),
      FormatKey(
        "until", .either(.duration, .instant), "The last moment that counts.",
        standard: "until nothing changes any more"),
      FormatKey(
        "repair", .oneOf(Scenario.RepairRule.allCases.map(\.rawValue)),
        "What decides when something is back: the events, or, for what they do not restore, "
          + "its repair time.",
        standard: "events"),
      FormatKey("events", .list(.section(.event)), "What happens."),
      FormatKey(
        "lags", .list(.section(.recoveryLag)),
        "How long recovering takes in this scenario, instead of `restart` in the model."),
      FormatKey(
        "targets", .list(.section(.scenarioTarget)),
        "What was agreed.", standard: "contracts and objectives of the model"),
      FormatKey(
        "observed", .either(.oneOf(["model"]), .list(.section(.observation))),
        "What was seen: observations, or `model` for those of the model.", standard: "model"),
      FormatKey(
        "expect", .list(.section(.scenarioExpectation)), "What should come out, or be done."),
      .note, .marking,
    ])

  private static let event = FormatSection(
    .event, "events", "One thing that happens in a scenario.",
    [
      FormatKey("at", moment, "When: since the start, or an instant.", standard: "0s"),
      .name,
      FormatKey("fail", .oneOrMore(.seed), "What fails by itself."),
      FormatKey("restore", .oneOrMore(.seed), "What is repaired."),
      FormatKey(
        "manual", .boolean, "Whether what is restored is started by hand, whatever it needs.",
        standard: "false"),
      FormatKey(
        "degrade", .oneOrMore(.seed), "What still works, but degraded, until it is restored."),
      FormatKey(
        "discover", .oneOrMore(.reference(.component)),
        "The components whose outage is found out."),
      FormatKey(
        "repair-begins", .oneOrMore(.seed),
        "What is being repaired from now on; its repair time says when it is restored."),
      FormatKey(
        "escalate", .oneOrMore(.reference(.escalationLevel)),
        "The levels of escalation that are called."),
      FormatKey("notify", .oneOrMore(.reference(.contact)), "The contacts that are told."),
      FormatKey(
        "by", .either(.reference(.crew), .reference(.contact)),
        "The crew or the contact that does it."),
      FormatKey("source", .oneOrMore(.reference(.source)), "The source or sources that say so."),
      .note,
    ])

  private static let recoveryLag = FormatSection(
    .recoveryLag, "lags", "How long a component takes to recover in this scenario.",
    [
      FormatKey("component", .reference(.component), "The component.", required: true),
      FormatKey(
        "restart", .duration, "From \"all it needs is back\" to \"works again\".", required: true),
      FormatKey("source", .oneOrMore(.reference(.source)), "The source or sources that say so."),
      .note,
    ])

  private static let scenarioTarget = FormatSection(
    .scenarioTarget, "targets of a scenario", "Within what time a component had to be back.",
    [
      FormatKey("component", .reference(.component), "The component.", required: true),
      FormatKey("restore-within", .duration, "Within what time.", required: true),
      FormatKey(
        "nature", .oneOf(ServiceTarget.Nature.allCases.map(\.rawValue)),
        "How binding it is; only a missed `guaranteed` is a breach."),
      FormatKey("source", .oneOrMore(.reference(.source)), "The source or sources that say so."),
      .note,
    ])

  private static let scenarioExpectation = FormatSection(
    .scenarioExpectation, "expect of a scenario",
    "What should come out: of a component, its state, when it is back or how long it is out; or that "
      + "a level is called, a contact told or an outage found out by a moment.",
    [
      .name,
      FormatKey("component", .reference(.component), "The component that it is about."),
      FormatKey(
        "state", .oneOf(Observation.State.allCases.map(\.rawValue)),
        "Its state at the moment `at`."),
      FormatKey("at", moment, "The moment of `state`.", standard: "0s"),
      FormatKey("back-by", moment, "The moment by which it is back for good."),
      FormatKey(
        "not-before", moment,
        "The moment before which it is not back for good; beside `back-by`, or alone: it lasted at "
          + "least so long."),
      FormatKey("outage-at-most", .duration, "How long it is out at a stretch at most."),
      FormatKey(
        "level", .reference(.escalationLevel),
        "The level of escalation that is called, or a higher one."),
      FormatKey("notified", .reference(.contact), "The contact that is told."),
      FormatKey("discovered", .reference(.component), "The component whose outage is found out."),
      FormatKey("by", moment, "The moment by which that is."),
      FormatKey("source", .oneOrMore(.reference(.source)), "The source or sources that say so."),
      .note,
    ])

  private static let moment = ValueShape.either(.duration, .instant)
}
