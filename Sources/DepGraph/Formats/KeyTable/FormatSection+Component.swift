extension FormatSection {
  static let component = FormatSection(
    .component, "components", "Anything that can fail on its own.",
    [
      .id, .name,
      FormatKey(
        "kind", .oneOf(ComponentKind.allCases.map(\.rawValue)), "What it is.", standard: "service"),
      FormatKey("layer", .word, "A free label, used for the bands of a diagram."),
      FormatKey("owner", .reference(.party), "The party that owns it."),
      FormatKey("operator", .reference(.party), "The party that runs it."),
      FormatKey(
        "product-of", .reference(.party),
        "The party whose product it is; `supplier:` and that party's id fail it."),
      FormatKey(
        "shares",
        .map(.orUnknown(.either(.word, .section(.sharedValue)))),
        "What it shares with others, by kind of sharing; all sharers fail with it."),
      FormatKey("requires", .requirement, "What it needs while it runs."),
      FormatKey(
        "degrades-without", .list(.referred(.softReference)), "What it works degraded without."),
      FormatKey("starts-with", .requirement, "What it needs at the moment of starting only."),
      FormatKey("repair-needs", .requirement, "What repairing it takes."),
      FormatKey(
        "skills", .oneOrMore(.word), "What repairing it takes of a crew.", standard: "any crew can"),
      FormatKey(
        "forensic", .either(.boolean, .duration),
        "Whether evidence must be secured before it is repaired or started, or how long that takes.",
        standard: "false"),
      FormatKey(
        "independent-of", .list(.referred(.claim)),
        "What it is said not to depend on; never used to compute, but tested."),
      FormatKey("availability", .ratio, "The share of time that it works by itself."),
      FormatKey("mtbf", .duration, "The mean time between its failures."),
      FormatKey("mttr", .duration, "The mean time to repair it."),
      FormatKey("repair", .duration, "Its own time to repair, when no contract gives one."),
      FormatKey(
        "restart", .duration, "From \"all it needs is back\" to \"works again\".", standard: "0s"),
      FormatKey("needed", .hours, "When its users feel an outage.", standard: "always"),
      FormatKey("rto", .duration, "Recovery time objective: within this it must work again."),
      FormatKey("wrt", .duration, "Work recovery time: to catch up afterwards."),
      FormatKey("mtpd", .duration, "Maximum tolerable period of disruption."),
      FormatKey(
        "rpo", .duration, "Recovery point objective: the most data, in time, that may be lost."),
      FormatKey("restore-class", .reference(.restoreClass), "Its class of restoration."),
      FormatKey("sector", .reference(.sector), "Its sector of society."),
      FormatKey("region", .oneOrMore(.word), "The regions that it serves."),
      FormatKey(
        "users", .orUnknown(.number(from: 0, to: nil)), "People who use it.", unit: "people"),
      FormatKey("civil", .boolean, "Whether its users are civil.", standard: "false"),
      FormatKey("impact", .list(.section(.impact)), "The harm of an outage, by how long it lasts."),
      FormatKey("vital", .section(.vital), "Its standing as vital infrastructure."),
      FormatKey(
        "protection-need", .section(.protectionNeed),
        "The protection that it needs by itself; what it requires inherits it."),
      FormatKey("fails", .oneOf(["never"]), "`never`: left out of searches, can still be a seed."),
      FormatKey(
        "manual-start", .boolean, "Whether people can start it by hand.", standard: "false"),
      FormatKey("ends", .list(.reference(.component)), "The two nodes that a link joins."),
      FormatKey("network", .word, "The network that a link belongs to.", standard: "default"),
      FormatKey("position", .section(.position), "Where it stands."),
      .marking,
      FormatKey(
        "external", .map(.oneOrMore(.word)),
        "Its ids in other registers, by register; accepted wherever an id is."),
      FormatKey("tags", .oneOrMore(.word), "Free labels."),
      .basis, .source,
      FormatKey("checked", .date, "When its facts were last checked."),
      FormatKey("by", .word, "The role that checked them."),
      .note,
    ])

  static let reference = FormatSection(
    .reference, "reference", "A need for one component.",
    [
      FormatKey("ref", .reference(.component), "What is needed.", required: true),
      FormatKey(
        "holdup", .duration, "How long the dependent lasts after losing it.", standard: "0s"),
      FormatKey(
        "tolerates", .oneOf(["degraded"]), "`degraded`: a degraded one is as good as a whole one."),
      FormatKey(
        "gives", .oneOf(["degraded"]), "`degraded`: even a whole one gives a degraded service."),
      .basis, .source, .note, .marking,
    ])

  static let softReference = FormatSection(
    .softReference, "degrades-without", "Something without which it works, but degraded.",
    [
      FormatKey("ref", .reference(.component), "What is wanted.", required: true),
      FormatKey(
        "scope", .oneOf(["self"]),
        "`self`: only it is shown degraded, what it offers to others stays whole."),
      FormatKey("holdup", .duration, "How long it lasts after losing it.", standard: "0s"),
      FormatKey(
        "tolerates", .oneOf(["degraded"]), "`degraded`: a degraded one is as good as a whole one."),
      FormatKey(
        "gives", .oneOf(["degraded"]), "`degraded`: even a whole one gives a degraded service."),
      .basis, .source, .note, .marking,
    ])

  static let claim = FormatSection(
    .claim, "independent-of", "Something that it is said not to depend on.",
    [
      FormatKey("ref", .reference(.component), "What it is said not to depend on.", required: true),
      .basis, .source, .note, .marking,
    ])

  static let anyGroup = FormatSection(
    .anyGroup, "any", "A group of which one member is enough.",
    [
      FormatKey("any", .requirement, "The members.", required: true),
      FormatKey("holdup", .duration, "How long the dependent lasts without any.", standard: "0s"),
      FormatKey(
        "switchover", .duration, "How long changing over to another takes.", standard: "0s"),
      .note,
    ])

  static let atLeastGroup = FormatSection(
    .atLeastGroup, "at-least", "A group of which a number of members is enough.",
    [
      FormatKey(
        "at-least", .threshold, "How many: a number, or a percentage of the members, rounded up.",
        required: true),
      FormatKey("of", .requirement, "The members.", required: true),
      FormatKey("holdup", .duration, "How long the dependent lasts with fewer.", standard: "0s"),
      FormatKey(
        "switchover", .duration, "How long changing over to another takes.", standard: "0s"),
      .note,
    ])

  static let pathRequirement = FormatSection(
    .pathRequirement, "path", "A need for a way through a network.",
    [
      FormatKey("path", .section(.path), "The way.", required: true),
      FormatKey("holdup", .duration, "How long the dependent lasts without one.", standard: "0s"),
      .basis, .source, .note, .marking,
    ])

  static let path = FormatSection(
    .path, "path: …", "Between which nodes, over which network.",
    [
      FormatKey(
        "to", .oneOrMore(.reference(.component)), "The nodes of which one must be reached.",
        required: true),
      FormatKey("over", .word, "The network.", standard: "default"),
      FormatKey(
        "from", .reference(.component), "The node it starts from.", standard: "the component"),
      .basis, .source, .note,
    ])

  static let sharedValue = FormatSection(
    .sharedValue, "shares: …", "A shared value with what it rests on.",
    [
      FormatKey("value", .orUnknown(.word), "What is shared.", required: true),
      .basis, .source, .note, .marking,
    ])

  static let commonCause = FormatSection(
    .commonCause, "common-causes", "What is known of a shared value.",
    [
      FormatKey("id", .causeIdentifier, "The `key:value` that it describes.", required: true),
      .name,
      FormatKey("availability", .ratio, "The share of time that it works."),
      FormatKey("mtbf", .duration, "The mean time between its failures."),
      FormatKey("mttr", .duration, "The mean time to repair it."),
      FormatKey(
        "model", .oneOf(["beta"]),
        "That components which share nothing nameable fail together, and how: `beta` for a share of each one's failures that all have in common. Instead of figures of its own."
      ),
      FormatKey(
        "value", .share,
        "With `model: beta`, the share of a member's unavailability that is common to all; of the largest, where the members' figures differ."
      ),
      FormatKey(
        "members", .oneOrMore(.reference(.component)),
        "With `model`, the two or more components that fail together; each shares this cause."),
      FormatKey("product-of", .reference(.party), "The party whose product it is."),
      .basis, .source, .note, .marking,
    ])
}

// MARK: - Parts of a component

extension FormatSection {
  static let interval = FormatSection(
    .interval, "ratio", "A share of which only bounds are known.",
    [
      FormatKey("from", .share, "The least that it can be.", required: true),
      FormatKey("to", .share, "The most that it can be.", required: true),
    ])

  static let window = FormatSection(
    .window, "hours", "Hours on some days of the week.",
    [
      FormatKey("days", .days, "The days.", standard: "daily"),
      FormatKey("from", .clock, "When it opens.", standard: "00:00"),
      FormatKey(
        "to", .clock, "When it closes; at or before `from`: on the next day.", standard: "24:00"),
      FormatKey("zone", .zone, "The time zone of the clock.", standard: "that of the model"),
    ])

  static let impact = FormatSection(
    .impact, "impact", "The totals once an outage has lasted this long.",
    [
      FormatKey("after", .duration, "The duration from which the row holds.", required: true),
      FormatKey(
        "people", .orUnknown(.number(from: 0, to: nil)), "People affected.", unit: "people"),
      FormatKey(
        "casualties", .orUnknown(.number(from: 0, to: nil)),
        "People dead, seriously injured or chronically ill.", unit: "people"),
      FormatKey("economic", .orUnknown(.money), "Damage.", unit: "euro"),
    ])

  static let vital = FormatSection(
    .vital, "vital", "The standing as vital infrastructure: process, status and decision.",
    [
      FormatKey("process", .text, "The vital process that it belongs to."),
      FormatKey(
        "status", .oneOf(VitalStanding.Status.allCases.map(\.rawValue)), "What was decided.",
        standard: "unknown"),
      FormatKey("decision", .section(.decision), "The decision."),
    ])

  static let decision = FormatSection(
    .decision, "decision", "A decision with its reason.",
    [
      FormatKey("date", .date, "When it was taken."),
      FormatKey("reason", .text, "Why."),
      FormatKey("source", .oneOrMore(.reference(.source)), "Where it can be read."),
    ])

  static let protectionNeed = FormatSection(
    .protectionNeed, "protection-need", "How much harm it would do if a quality were lost.",
    ProtectionGoal.allCases.map { goal in
      FormatKey(
        goal.rawValue, .orUnknown(.oneOf(ProtectionLevel.allCases.map(\.rawValue))),
        "How much its \(goal.rawValue) needs protection.")
    })

  static let position = FormatSection(
    .position, "position", "A place on earth.",
    [
      FormatKey(
        "lat", .number(from: -90, to: 90), "The latitude.", unit: "degrees north", required: true),
      FormatKey(
        "lon", .number(from: -180, to: 180), "The longitude.", unit: "degrees east", required: true),
    ])
}
