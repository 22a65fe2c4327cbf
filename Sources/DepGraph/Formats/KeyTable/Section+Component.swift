extension Section {
  static let component = Section(
    .component, "components", "Anything that can fail on its own.",
    [
      .id, .name,
      Key(
        "kind", .oneOf(ComponentKind.allCases.map(\.rawValue)), "What it is.", standard: "service"),
      Key("layer", .word, "A free label, used for the bands of a diagram."),
      Key("owner", .reference(.party), "The party that owns it."),
      Key("operator", .reference(.party), "The party that runs it."),
      Key(
        "product-of", .reference(.party),
        "The party whose product it is; `supplier:` and that party's id fail it."),
      Key(
        "shares",
        .map(.orUnknown(.either(.word, .section(.sharedValue)))),
        "What it shares with others, by kind of sharing; all sharers fail with it."),
      Key("requires", .requirement, "What it needs while it runs."),
      Key(
        "degrades-without", .list(.referred(.softReference)), "What it works degraded without."),
      Key("starts-with", .requirement, "What it needs at the moment of starting only."),
      Key("repair-needs", .requirement, "What repairing it takes."),
      Key(
        "independent-of", .list(.referred(.claim)),
        "What it is said not to depend on; never used to compute, but tested."),
      Key("availability", .ratio, "The share of time that it works by itself."),
      Key("mtbf", .duration, "The mean time between its failures."),
      Key("mttr", .duration, "The mean time to repair it."),
      Key("repair", .duration, "Its own time to repair, when no contract gives one."),
      Key(
        "restart", .duration, "From \"all it needs is back\" to \"works again\".", standard: "0s"),
      Key("needed", .hours, "When its users feel an outage.", standard: "always"),
      Key("rto", .duration, "Recovery time objective: within this it must work again."),
      Key("wrt", .duration, "Work recovery time: to catch up afterwards."),
      Key("mtpd", .duration, "Maximum tolerable period of disruption."),
      Key("rpo", .duration, "Recovery point objective: the most data, in time, that may be lost."),
      Key("restore-class", .reference(.restoreClass), "Its class of restoration."),
      Key("sector", .reference(.sector), "Its sector of society."),
      Key("region", .oneOrMore(.word), "The regions that it serves."),
      Key("users", .orUnknown(.number(from: 0, to: nil)), "People who use it.", unit: "people"),
      Key("civil", .boolean, "Whether its users are civil.", standard: "false"),
      Key("impact", .list(.section(.impact)), "The harm of an outage, by how long it lasts."),
      Key("vital", .section(.vital), "Its standing as vital infrastructure."),
      Key("fails", .oneOf(["never"]), "`never`: left out of searches, can still be a seed."),
      Key("manual-start", .boolean, "Whether people can start it by hand.", standard: "false"),
      Key("ends", .list(.reference(.component)), "The two nodes that a link joins."),
      Key("network", .word, "The network that a link belongs to.", standard: "default"),
      Key("position", .section(.position), "Where it stands."),
      Key("marking", .section(.marking), "Who may see it.", standard: "that of the model"),
      Key(
        "external", .map(.oneOrMore(.word)),
        "Its ids in other registers, by register; accepted wherever an id is."),
      Key("tags", .oneOrMore(.word), "Free labels."),
      .basis, .source,
      Key("checked", .date, "When its facts were last checked."),
      Key("by", .word, "The role that checked them."),
      .note,
    ])

  static let reference = Section(
    .reference, "reference", "A need for one component.",
    [
      Key("ref", .reference(.component), "What is needed.", required: true),
      Key("holdup", .duration, "How long the dependent lasts after losing it.", standard: "0s"),
      Key(
        "tolerates", .oneOf(["degraded"]), "`degraded`: a degraded one is as good as a whole one."),
      Key("gives", .oneOf(["degraded"]), "`degraded`: even a whole one gives a degraded service."),
      .basis, .source, .note,
    ])

  static let softReference = Section(
    .softReference, "degrades-without", "Something without which it works, but degraded.",
    [
      Key("ref", .reference(.component), "What is wanted.", required: true),
      Key(
        "scope", .oneOf(["self"]),
        "`self`: only it is shown degraded, what it offers to others stays whole."),
      Key("holdup", .duration, "How long it lasts after losing it.", standard: "0s"),
      Key(
        "tolerates", .oneOf(["degraded"]), "`degraded`: a degraded one is as good as a whole one."),
      Key("gives", .oneOf(["degraded"]), "`degraded`: even a whole one gives a degraded service."),
      .basis, .source, .note,
    ])

  static let claim = Section(
    .claim, "independent-of", "Something that it is said not to depend on.",
    [
      Key("ref", .reference(.component), "What it is said not to depend on.", required: true),
      .basis, .source, .note,
    ])

  static let anyGroup = Section(
    .anyGroup, "any", "A group of which one member is enough.",
    [
      Key("any", .requirement, "The members.", required: true),
      Key("holdup", .duration, "How long the dependent lasts without any.", standard: "0s"),
      Key("switchover", .duration, "How long changing over to another takes.", standard: "0s"),
      .note,
    ])

  static let atLeastGroup = Section(
    .atLeastGroup, "at-least", "A group of which a number of members is enough.",
    [
      Key(
        "at-least", .threshold, "How many: a number, or a percentage of the members, rounded up.",
        required: true),
      Key("of", .requirement, "The members.", required: true),
      Key("holdup", .duration, "How long the dependent lasts with fewer.", standard: "0s"),
      Key("switchover", .duration, "How long changing over to another takes.", standard: "0s"),
      .note,
    ])

  static let pathRequirement = Section(
    .pathRequirement, "path", "A need for a way through a network.",
    [
      Key("path", .section(.path), "The way.", required: true),
      Key("holdup", .duration, "How long the dependent lasts without one.", standard: "0s"),
      .basis, .source, .note,
    ])

  static let path = Section(
    .path, "path: …", "Between which nodes, over which network.",
    [
      Key(
        "to", .oneOrMore(.reference(.component)), "The nodes of which one must be reached.",
        required: true),
      Key("over", .word, "The network.", standard: "default"),
      Key("from", .reference(.component), "The node it starts from.", standard: "the component"),
      .basis, .source, .note,
    ])

  static let sharedValue = Section(
    .sharedValue, "shares: …", "A shared value with what it rests on.",
    [
      Key("value", .orUnknown(.word), "What is shared.", required: true),
      .basis, .source, .note,
    ])

  static let commonCause = Section(
    .commonCause, "common-causes", "What is known of a shared value.",
    [
      Key("id", .causeIdentifier, "The `key:value` that it describes.", required: true),
      .name,
      Key("availability", .ratio, "The share of time that it works."),
      Key("mtbf", .duration, "The mean time between its failures."),
      Key("mttr", .duration, "The mean time to repair it."),
      Key("product-of", .reference(.party), "The party whose product it is."),
      .basis, .source, .note,
    ])
}

// MARK: - Parts of a component

extension Section {
  static let interval = Section(
    .interval, "ratio", "A share of which only bounds are known.",
    [
      Key("from", .share, "The least that it can be.", required: true),
      Key("to", .share, "The most that it can be.", required: true),
    ])

  static let window = Section(
    .window, "hours", "Hours on some days of the week.",
    [
      Key("days", .days, "The days.", standard: "daily"),
      Key("from", .clock, "When it opens.", standard: "00:00"),
      Key("to", .clock, "When it closes; at or before `from`: on the next day.", standard: "24:00"),
      Key("zone", .zone, "The time zone of the clock.", standard: "that of the model"),
    ])

  static let impact = Section(
    .impact, "impact", "The totals once an outage has lasted this long.",
    [
      Key("after", .duration, "The duration from which the row holds.", required: true),
      Key("people", .orUnknown(.number(from: 0, to: nil)), "People affected.", unit: "people"),
      Key(
        "casualties", .orUnknown(.number(from: 0, to: nil)),
        "People dead, seriously injured or chronically ill.", unit: "people"),
      Key("economic", .orUnknown(.money), "Damage.", unit: "euro"),
    ])

  static let vital = Section(
    .vital, "vital", "The standing as vital infrastructure: process, status and decision.",
    [
      Key("process", .text, "The vital process that it belongs to."),
      Key(
        "status", .oneOf(VitalStanding.Status.allCases.map(\.rawValue)), "What was decided.",
        standard: "unknown"),
      Key("decision", .section(.decision), "The decision."),
    ])

  static let decision = Section(
    .decision, "decision", "A decision with its reason.",
    [
      Key("date", .date, "When it was taken."),
      Key("reason", .text, "Why."),
      Key("source", .oneOrMore(.reference(.source)), "Where it can be read."),
    ])

  static let position = Section(
    .position, "position", "A place on earth.",
    [
      Key(
        "lat", .number(from: -90, to: 90), "The latitude.", unit: "degrees north", required: true),
      Key(
        "lon", .number(from: -180, to: 180), "The longitude.", unit: "degrees east", required: true),
    ])
}
