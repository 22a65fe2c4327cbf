extension Section {
  /// The section of a name, made anew.
  static func named(_ name: SectionName) -> Section {
    switch name {
    case .model: model
    case .source: source
    case .marking: marking
    case .markings: markings
    case .markingFloors: markingFloors
    case .component: component
    case .reference: reference
    case .softReference: softReference
    case .claim: claim
    case .anyGroup: anyGroup
    case .atLeastGroup: atLeastGroup
    case .pathRequirement: pathRequirement
    case .path: path
    case .sharedValue: sharedValue
    case .interval: interval
    case .window: window
    case .impact: impact
    case .vital: vital
    case .decision: decision
    case .position: position
    case .commonCause: commonCause
    case .party: party
    case .contract: contract
    case .validity: validity
    case .target: target
    case .contact: contact
    case .escalationLevel: escalationLevel
    case .condition: condition
    case .observation: observation
    case .plan: plan
    case .measure: measure
    case .crew: crew
    case .restoreClass: restoreClass
    case .adoption: adoption
    case .expectation: expectation
    case .sectorFile: sectorFile
    case .sector: sector
    case .scenario: scenario
    case .event: event
    }
  }
}

extension Key {
  /// The id of a thing.
  static let id = Key(
    "id", .identifier, "What it is referred to by; unique over the whole model.", required: true)
  /// The name of a thing.
  static let name = Key("name", .text, "What people call it.")
  /// A remark.
  static let note = Key("note", .text, "A remark; for an inferred fact, how it was concluded.")
  /// How a fact is known.
  static let basis = Key(
    "basis", .oneOf(Basis.allCases.map(\.rawValue)), "How it is known.",
    standard: "that of what it is written in, in the end `internal`")
  /// Where a fact is from.
  static let source = Key(
    "source", .oneOrMore(.reference(.source)), "The source or sources that it is taken from.",
    standard: "that of what it is written in")
}

// MARK: - The file and what it says of itself

extension Section {
  fileprivate static let model = Section(
    .model, "Top level", "A model, or a part of one that another file includes.",
    [
      Key("depgraph", .version, "The version of the format: 1.", required: true),
      Key("name", .text, "What the model is called."),
      Key(
        "language", .oneOf(Language.allCases.map(\.rawValue)),
        "The language of texts that do not state theirs.", standard: "nl"),
      Key("zone", .zone, "The time zone of hours that name none.", standard: "Europe/Amsterdam"),
      Key("as-of", .date, "The date that the facts describe."),
      Key(
        "basis", .oneOf(Basis.allCases.map(\.rawValue)),
        "How the facts of this file are known that do not state their own basis.",
        standard: "internal"),
      Key(
        "source", .oneOrMore(.reference(.source)),
        "The source of the facts of this file that do not state their own."),
      Key("marking", .section(.marking), "Who may see the model."),
      Key("markings", .section(.markings), "What results are marked at least."),
      Key("note", .text, "A remark."),
      Key("include", .list(.word), "Files, relative to this one, that belong to the model."),
      Key("sectors", .word, "A file with the list of sectors that replaces the built-in one."),
      Key("sources", .list(.section(.source)), "Where facts come from."),
      Key("parties", .list(.section(.party)), "Organisations."),
      Key("contracts", .list(.section(.contract)), "Agreements."),
      Key("components", .list(.section(.component)), "Everything that can fail on its own."),
      Key("common-causes", .list(.section(.commonCause)), "What is known of shared values."),
      Key("contacts", .list(.section(.contact)), "Who can be called."),
      Key("escalation", .list(.section(.escalationLevel)), "The escalation framework."),
      Key("observations", .list(.section(.observation)), "What was seen; never used to compute."),
      Key("plans", .list(.section(.plan)), "Plans for going on without something."),
      Key("measures", .list(.section(.measure)), "What was decided to be done."),
      Key("crews", .list(.section(.crew)), "Teams that repair."),
      Key("restore-classes", .list(.section(.restoreClass)), "Classes of restoration."),
      Key("expect", .list(.section(.expectation)), "What the author expects: tests of the model."),
    ])

  fileprivate static let source = Section(
    .source, "sources", "A document or page that facts are taken from.",
    [
      .id,
      Key("title", .text, "What it is called."),
      Key("name", .text, "The same as `title`."),
      Key("reference", .word, "How it is cited: the number of a paper."),
      Key("date", .date, "When it was published; facts are known from then on."),
      Key("url", .word, "Where it can be read."),
      .note,
    ])

  fileprivate static let marking = Section(
    .marking, "marking", "Who may see something, on two axes that are never mixed.",
    [
      Key("class", .word, "The government classification (rubricering), such as `DEPV`."),
      Key(
        "tlp", .oneOf(["CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"]),
        "The traffic light for sharing."),
    ])

  fileprivate static let markings = Section(
    .markings, "markings", "What results are marked at least.",
    [
      Key(
        "floor", .section(.markingFloors),
        "By analysis; a combination can be higher than its parts.")
    ])

  fileprivate static let markingFloors = Section(
    .markingFloors, "markings: floor", "What the result of an analysis is marked at least.",
    [
      Key("spof", .section(.marking), "Single points of failure."),
      Key("cutsets", .section(.marking), "Cut sets."),
      Key("network", .section(.marking), "The network drawn as a whole."),
    ])

  fileprivate static let sectorFile = Section(
    .sectorFile, "Sector file", "The file that `sectors:` names.",
    [
      Key("depgraph-sectors", .version, "The version of the format: 1.", required: true),
      Key(
        "language", .oneOf(Language.allCases.map(\.rawValue)),
        "The language of names that do not state theirs.", standard: "nl"),
      Key("sectors", .list(.section(.sector)), "The sectors, in order."),
      .note,
    ])

  fileprivate static let sector = Section(
    .sector, "sectors", "A sector of society.",
    [
      .id, .name,
      Key("cer", .word, "The sector of the annex of Directive (EU) 2022/2557 that it maps to."),
      Key("nctv", .word, "The sector of the Dutch list of vital processes that it maps to."),
      .note,
    ])

  fileprivate static let scenario = Section(
    .scenario, "Scenario file", "What happens over time, in an outage or an exercise.",
    [
      Key("depgraph-scenario", .version, "The version of the format: 1.", required: true),
      Key("name", .text, "What it is called."),
      Key(
        "language", .oneOf(Language.allCases.map(\.rawValue)),
        "The language of texts that do not state theirs.", standard: "that of the model, else nl"),
      Key("model", .word, "The file of the model, relative to this one."),
      Key("start", .instant, "When it starts; times count from then."),
      Key("events", .list(.section(.event)), "What happens."),
      Key(
        "observed", .either(.oneOf(["model"]), .list(.section(.observation))),
        "What was seen: observations, or `model` for those of the model.", standard: "model"),
      .note,
    ])

  fileprivate static let event = Section(
    .event, "events", "One thing that happens in a scenario.",
    [
      Key(
        "at", .either(.duration, .instant), "When: since the start, or an instant.",
        standard: "0s"),
      Key("fail", .oneOrMore(.seed), "What fails by itself."),
      Key("restore", .oneOrMore(.seed), "What is repaired."),
      Key(
        "manual", .boolean, "Whether what is restored is started by hand, whatever it needs.",
        standard: "false"),
      Key("source", .oneOrMore(.reference(.source)), "The source or sources that say so."),
      .note,
    ])
}
