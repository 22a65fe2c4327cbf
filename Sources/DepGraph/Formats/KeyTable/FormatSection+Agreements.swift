extension FormatSection {
  static let party = FormatSection(
    .party, "parties", "An organisation or a part of one.",
    [
      .id, .name,
      FormatKey("role", .oneOrMore(.word), "Its roles, such as `supplier` or `ministry`."),
      FormatKey("parent", .reference(.party), "The party that it is a part of."),
      FormatKey(
        "products", .orUnknown(.list(.reference(.component))),
        "Components that are its products, beside those that say `product-of`."),
      FormatKey(
        "subcontractors", .orUnknown(.list(.reference(.party))),
        "The parties that its work rests on."),
      FormatKey("subcontractors-complete", .boolean, "Whether that list is complete."),
      FormatKey("authorised-until", .date, "Until when it may work on the network."),
      FormatKey(
        "substitution", .oneOf(Party.Substitution.allCases.map(\.rawValue)),
        "How hard it is to change from it to another supplier; `none`: in practice there is no other."
      ),
      .basis, .source, .note, .marking,
    ])

  static let contract = FormatSection(
    .contract, "contracts", "An agreement on what is delivered or promised.",
    [
      .id, .name,
      FormatKey(
        "kind", .oneOf(Contract.Kind.allCases.map(\.rawValue)), "The kind of agreement.",
        standard: "unknown"),
      FormatKey("under", .reference(.contract), "The agreement above it."),
      FormatKey("provider", .reference(.party), "The party that promises."),
      FormatKey("customer", .reference(.party), "The party that is promised."),
      FormatKey("covers", .orUnknown(.oneOrMore(.seed)), "The components that it is about."),
      FormatKey("availability", .ratio, "The availability promised."),
      FormatKey("targets", .list(.section(.target)), "The times promised."),
      FormatKey("service-window", .hours, "When the targets count.", standard: "always"),
      FormatKey("valid", .section(.validity), "When it holds."),
      FormatKey(
        "notice", .duration,
        "The time of notice; written in months or years it goes by the calendar."),
      FormatKey("backed-by", .oneOrMore(.reference(.contract)), "Agreements that it rests on."),
      FormatKey("exit-strategy", .boolean, "Whether it says how to leave."),
      FormatKey("checked", .date, "When it was last checked that its terms are kept."),
      FormatKey("by", .word, "The role that checked it."),
      .basis, .source, .note, .marking,
    ])

  static let validity = FormatSection(
    .validity, "valid", "From when until when an agreement holds, both days included.",
    [
      FormatKey("from", .date, "The first day."),
      FormatKey("until", .date, "The last day."),
    ])

  static let target = FormatSection(
    .target, "targets", "A promise on times, for one priority.",
    [
      FormatKey("priority", .integer(from: 1), "The priority, 1 the highest."),
      FormatKey("response-within", .duration, "The time to respond."),
      FormatKey("restore-within", .duration, "The time to restore."),
      FormatKey("share", .ratio, "The share of cases that must make it."),
      FormatKey("per", .word, "The period over which the share counts, such as `quarter`."),
      FormatKey(
        "nature", .oneOf(ServiceTarget.Nature.allCases.map(\.rawValue)),
        "How binding it is; only a missed `guaranteed` is a breach."),
      FormatKey(
        "clock-from", .oneOf(ServiceTarget.ClockStart.allCases.map(\.rawValue)),
        "What starts the clock."),
      FormatKey("excludes", .oneOrMore(.word), "What does not count, such as `planned-works`."),
      .basis, .source, .note,
    ])

  static let contact = FormatSection(
    .contact, "contacts", "Someone, or a desk, that can be called.",
    [
      .id, .name,
      FormatKey("party", .reference(.party), "The party that it belongs to."),
      FormatKey(
        "reach", .oneOrMore(.reference(.component)),
        "The channels by which it is reached, the best first."),
      FormatKey("deputy", .reference(.contact), "Who stands in."),
      FormatKey("hours", .hours, "When it can be reached.", standard: "always"),
      FormatKey(
        "track", .oneOf(Contact.Track.allCases.map(\.rawValue)),
        "The side of an incident that it works on: `cyber` is told as long as that is not excluded."
      ),
      .note, .marking,
    ])

  static let escalationLevel = FormatSection(
    .escalationLevel, "escalation", "One level of the escalation framework.",
    [
      .id, .name,
      FormatKey("level", .integer(from: 0), "Its rank; higher is heavier.", standard: "0"),
      FormatKey(
        "when", .list(.section(.condition)),
        "When it is called: any of these, each of conditions that must all hold."),
      FormatKey(
        "notify", .oneOrMore(.either(.oneOf(Self.notifiedGroups), .reference(.contact))),
        "Whom to tell."),
      FormatKey("within", .duration, "Within what time they are told."),
      FormatKey("steps", .list(.text), "What to do."),
      .note, .marking,
    ])

  /// The groups that an escalation level can tell, beside contacts.
  static let notifiedGroups = ["consumers-affected", "suppliers-of-failed"]

  static let condition = FormatSection(
    .condition, "when", "Conditions that must all hold.",
    EscalationCondition.Measure.allCases.map(FormatKey.init(measure:)))

  static let observation = FormatSection(
    .observation, "observations", "What was seen of a component.",
    [
      FormatKey("component", .reference(.component), "The component.", required: true),
      FormatKey(
        "state", .oneOf(Observation.State.allCases.map(\.rawValue)), "What was seen.",
        required: true),
      FormatKey("from", .instant, "From when."),
      FormatKey("until", .instant, "Until when."),
      FormatKey("source", .oneOrMore(.reference(.source)), "The source or sources that say so."),
      .note, .marking,
    ])

  static let plan = FormatSection(
    .plan, "plans", "A plan for going on without something.",
    [
      .id, .name,
      FormatKey("for", .oneOrMore(.reference(.component)), "What it keeps going."),
      FormatKey("tested", .date, "When it was last exercised."),
      FormatKey("relies-on", .oneOrMore(.reference(.component)), "What must work for it to work."),
      FormatKey("paper", .text, "What is done on paper."),
      .note, .marking,
    ])

  static let measure = FormatSection(
    .measure, "measures", "Something that was decided to be done.",
    [
      .id, .name,
      FormatKey("text", .text, "What is done."),
      FormatKey("from", .oneOrMore(.reference(.source)), "The sources that ask for it."),
      FormatKey("owner", .reference(.party), "The party that does it."),
      FormatKey("due", .date, "When it must be done."),
      FormatKey("status", .word, "How far it is, such as `done` or `unknown`."),
      FormatKey("adds", .oneOrMore(.word), "Ids of what it adds to the model."),
      FormatKey("removes", .oneOrMore(.word), "Ids of what it takes away."),
      .note, .marking,
    ])

  static let crew = FormatSection(
    .crew, "crews", "A team that repairs.",
    [
      .id, .name,
      FormatKey("skills", .oneOrMore(.word), "What it can do."),
      FormatKey("hours", .hours, "When it works.", standard: "always"),
      FormatKey("base", .section(.position), "Where it starts from."),
      .note, .marking,
    ])

  static let restoreClass = FormatSection(
    .restoreClass, "restore-classes", "A class of restoration.",
    [
      .id, .name,
      FormatKey("rank", .integer(from: 0), "Its rank; lower ranks come first.", standard: "0"),
      FormatKey("adopted", .section(.adoption), "Who adopted it, and when."),
      .note, .marking,
    ])

  static let adoption = FormatSection(
    .adoption, "adopted", "Who adopted something, and when.",
    [
      FormatKey("by", .word, "Who."),
      FormatKey("date", .date, "When."),
    ])

  static let expectation = FormatSection(
    .expectation, "expect", "What the author expects of an answer: a test of the model.",
    [
      FormatKey("name", .text, "What it is about."),
      FormatKey("when", .oneOrMore(.seed), "What fails."),
      FormatKey(
        "after", .duration, "The moment after the failure that is asked about.",
        standard: "when every holdup is spent"),
      FormatKey(
        "up", .oneOrMore(.reference(.component)), "What must keep working, degraded or not."),
      FormatKey("down", .oneOrMore(.reference(.component)), "What must go down."),
      FormatKey("degraded", .oneOrMore(.reference(.component)), "What must work, but degraded."),
      FormatKey(
        "unaffected", .oneOrMore(.reference(.component)),
        "What must not be hit: neither down nor degraded nor with less redundancy."),
      FormatKey(
        "reduced", .oneOrMore(.reference(.component)),
        "What must work whole, but lean on less redundancy."),
      FormatKey(
        "unknown", .oneOrMore(.reference(.component)),
        "Of what it must be open whether it goes down: a known gap."),
      FormatKey(
        "no-single-point", .oneOrMore(.reference(.component)),
        "What no single component or common cause may take down; needs no `when`."),
      FormatKey("of", .reference(.component), "The component of which `single-points` speaks."),
      FormatKey(
        "single-points", .oneOrMore(.seed),
        "All single points of failure of the component under `of`; `[]`: it has none."),
      FormatKey("source", .oneOrMore(.reference(.source)), "The source or sources that say so."),
      .note, .marking,
    ])
}

extension FormatKey {
  /// The key of a measure of escalation conditions.
  fileprivate init(measure: EscalationCondition.Measure) {
    let countable = ValueShape.either(.boolean, .comparison)
    let (shape, meaning): (ValueShape, String) =
      switch measure {
      case .organisations: (.comparison, "How many organisations are down.")
      case .ministries: (.comparison, "How many ministries are hit.")
      case .sectors: (.comparison, "How many sectors are hit.")
      case .vitalServices: (.comparison, "How many services with a vital standing are down.")
      case .lifeSafety: (countable, "Whether, or how many, processes of life safety are down.")
      case .pastMTPD: (countable, "Whether something, or how much, is past its tolerable period.")
      case .noAlternative: (countable, "Whether something, or how much, has no alternative left.")
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
