extension Section {
  static let party = Section(
    .party, "parties", "An organisation or a part of one.",
    [
      .id, .name,
      Key("role", .oneOrMore(.word), "Its roles, such as `supplier` or `ministry`."),
      Key("parent", .reference(.party), "The party that it is a part of."),
      Key(
        "products", .orUnknown(.list(.reference(.component))),
        "Components that are its products, beside those that say `product-of`."),
      Key(
        "subcontractors", .orUnknown(.list(.reference(.party))),
        "The parties that its work rests on."),
      Key("subcontractors-complete", .boolean, "Whether that list is complete."),
      Key("authorised-until", .date, "Until when it may work on the network."),
      .basis, .source, .note,
    ])

  static let contract = Section(
    .contract, "contracts", "An agreement on what is delivered or promised.",
    [
      .id, .name,
      Key(
        "kind", .oneOf(Contract.Kind.allCases.map(\.rawValue)), "The kind of agreement.",
        standard: "unknown"),
      Key("under", .reference(.contract), "The agreement above it."),
      Key("provider", .reference(.party), "The party that promises."),
      Key("customer", .reference(.party), "The party that is promised."),
      Key("covers", .orUnknown(.oneOrMore(.seed)), "The components that it is about."),
      Key("availability", .ratio, "The availability promised."),
      Key("targets", .list(.section(.target)), "The times promised."),
      Key("service-window", .hours, "When the targets count.", standard: "always"),
      Key("valid", .section(.validity), "When it holds."),
      Key("notice", .duration, "The time of notice."),
      Key("backed-by", .oneOrMore(.reference(.contract)), "Agreements that it rests on."),
      Key("exit-strategy", .boolean, "Whether it says how to leave."),
      .basis, .source, .note,
    ])

  static let validity = Section(
    .validity, "valid", "From when until when an agreement holds, both days included.",
    [
      Key("from", .date, "The first day."),
      Key("until", .date, "The last day."),
    ])

  static let target = Section(
    .target, "targets", "A promise on times, for one priority.",
    [
      Key("priority", .integer(from: 1), "The priority, 1 the highest."),
      Key("response-within", .duration, "The time to respond."),
      Key("restore-within", .duration, "The time to restore."),
      Key("share", .ratio, "The share of cases that must make it."),
      Key("per", .word, "The period over which the share counts, such as `quarter`."),
      Key(
        "nature", .oneOf(ServiceTarget.Nature.allCases.map(\.rawValue)),
        "How binding it is; only a missed `guaranteed` is a breach."),
      Key(
        "clock-from", .oneOf(ServiceTarget.ClockStart.allCases.map(\.rawValue)),
        "What starts the clock."),
      Key("excludes", .oneOrMore(.word), "What does not count, such as `planned-works`."),
      .basis, .source, .note,
    ])

  static let contact = Section(
    .contact, "contacts", "Someone, or a desk, that can be called.",
    [
      .id, .name,
      Key("party", .reference(.party), "The party that it belongs to."),
      Key(
        "reach", .oneOrMore(.reference(.component)),
        "The channels by which it is reached, the best first."),
      Key("deputy", .reference(.contact), "Who stands in."),
      Key("hours", .hours, "When it can be reached.", standard: "always"),
      .note,
    ])

  static let escalationLevel = Section(
    .escalationLevel, "escalation", "One level of the escalation framework.",
    [
      .id, .name,
      Key("level", .integer(from: 0), "Its rank; higher is heavier.", standard: "0"),
      Key(
        "when", .list(.section(.condition)),
        "When it is called: any of these, each of conditions that must all hold."),
      Key(
        "notify", .oneOrMore(.either(.oneOf(Self.notifiedGroups), .reference(.contact))),
        "Whom to tell."),
      Key("within", .duration, "Within what time they are told."),
      Key("steps", .list(.text), "What to do."),
      .note,
    ])

  /// The groups that an escalation level can tell, beside contacts.
  static let notifiedGroups = ["consumers-affected", "suppliers-of-failed"]

  static let condition = Section(
    .condition, "when", "Conditions that must all hold.",
    EscalationCondition.Measure.allCases.map(Key.init(measure:)))

  static let observation = Section(
    .observation, "observations", "What was seen of a component.",
    [
      Key("component", .reference(.component), "The component.", required: true),
      Key(
        "state", .oneOf(Observation.State.allCases.map(\.rawValue)), "What was seen.",
        required: true),
      Key("from", .instant, "From when."),
      Key("until", .instant, "Until when."),
      Key("source", .oneOrMore(.reference(.source)), "The source or sources that say so."),
      .note,
    ])

  static let plan = Section(
    .plan, "plans", "A plan for going on without something.",
    [
      .id, .name,
      Key("for", .oneOrMore(.reference(.component)), "What it keeps going."),
      Key("tested", .date, "When it was last exercised."),
      Key("relies-on", .oneOrMore(.reference(.component)), "What must work for it to work."),
      Key("paper", .text, "What is done on paper."),
      .note,
    ])

  static let measure = Section(
    .measure, "measures", "Something that was decided to be done.",
    [
      .id, .name,
      Key("text", .text, "What is done."),
      Key("from", .oneOrMore(.reference(.source)), "The sources that ask for it."),
      Key("owner", .reference(.party), "The party that does it."),
      Key("due", .date, "When it must be done."),
      Key("status", .word, "How far it is, such as `done` or `unknown`."),
      Key("adds", .oneOrMore(.word), "Ids of what it adds to the model."),
      Key("removes", .oneOrMore(.word), "Ids of what it takes away."),
      .note,
    ])

  static let crew = Section(
    .crew, "crews", "A team that repairs.",
    [
      .id, .name,
      Key("skills", .oneOrMore(.word), "What it can do."),
      Key("hours", .hours, "When it works.", standard: "always"),
      Key("base", .section(.position), "Where it starts from."),
      .note,
    ])

  static let restoreClass = Section(
    .restoreClass, "restore-classes", "A class of restoration.",
    [
      .id, .name,
      Key("rank", .integer(from: 0), "Its rank; lower ranks come first.", standard: "0"),
      Key("adopted", .section(.adoption), "Who adopted it, and when."),
      .note,
    ])

  static let adoption = Section(
    .adoption, "adopted", "Who adopted something, and when.",
    [
      Key("by", .word, "Who."),
      Key("date", .date, "When."),
    ])

  static let expectation = Section(
    .expectation, "expect", "What the author expects of an answer: a test of the model.",
    [
      Key("name", .text, "What it is about."),
      Key("when", .oneOrMore(.seed), "What fails."),
      Key("up", .oneOrMore(.reference(.component)), "What must keep working, degraded or not."),
      Key("down", .oneOrMore(.reference(.component)), "What must go down."),
      Key("source", .oneOrMore(.reference(.source)), "The source or sources that say so."),
      .note,
    ])
}

extension Key {
  /// The key of a measure of escalation conditions.
  fileprivate init(measure: EscalationCondition.Measure) {
    let (shape, meaning): (Shape, String) =
      switch measure {
      case .organisations: (.comparison, "How many organisations are down.")
      case .ministries: (.comparison, "How many ministries are hit.")
      case .sectors: (.comparison, "How many sectors are hit.")
      case .vitalServices: (.comparison, "How many services with a vital standing are down.")
      case .lifeSafety: (.boolean, "Whether a process of life safety is down.")
      case .pastMTPD: (.boolean, "Whether something is down past its tolerable period.")
      case .noAlternative: (.boolean, "Whether something is down that has no alternative.")
      case .channelsLost: (.comparison, "How many channels of communication are down.")
      case .elapsed: (.comparison, "How long the outage lasts.")
      case .elapsedOfRestoreTarget:
        (.comparison, "The share of the agreed time to restore that has passed.")
      case .cyberNotExcluded: (.boolean, "Whether an attack is not excluded; a person answers.")
      case .question: (.text, "A question that a person answers.")
      }
    self.init(measure.rawValue, shape, meaning)
  }
}
