extension FormatSection {
  /// The section of a name, made anew.
  static func named(_ name: SectionName) -> FormatSection {
    switch name {
    case .model: model
    case .source: source
    case .marking, .markings, .markingFloors, .partner, .agreedScenario: ofMarkings(name)
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
    case .protectionNeed: protectionNeed
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
    case .briefing: briefing
    case .sectorFile: sectorFile
    case .sector: sector
    case .scenario, .event, .recoveryLag, .scenarioTarget, .scenarioExpectation: ofScenario(name)
    case .baseline, .acceptance: ofBaseline(name)
    case .criteriaFile, .criterion, .thresholdChoice, .figure, .question, .criteriaLevel,
      .anyOfRule, .allOfRule, .atLeastRule, .notRule, .subjectRule:
      ofCriteria(name)
    case .ruleFile, .control, .controlCheck: ofControls(name)
    case .frameworkFile, .clockFile, .duty: ofIncidents(name)
    }
  }
}

extension FormatKey {
  /// The id of a thing.
  static let id = FormatKey(
    "id", .identifier, "What it is referred to by; unique over the whole model.", required: true)
  /// The name of a thing.
  static let name = FormatKey("name", .text, "What people call it.")
  /// A remark.
  static let note = FormatKey(
    "note", .text, "A remark; for an inferred fact, how it was concluded.")
  /// Who may see a fact.
  static let marking = FormatKey(
    "marking", .section(.marking), "Who may see it.",
    standard: "on each axis that of what it is written in, in the end the model's")
  /// How a fact is known.
  static let basis = FormatKey(
    "basis", .oneOf(Basis.allCases.map(\.rawValue)), "How it is known.",
    standard: "that of what it is written in, in the end `internal`")
  /// Where a fact is from.
  static let source = FormatKey(
    "source", .oneOrMore(.reference(.source)), "The source or sources that it is taken from.",
    standard: "that of what it is written in")
}

// MARK: - The file and what it says of itself

extension FormatSection {
  fileprivate static let model = FormatSection(
    .model, "Top level", "A model, or a part of one that another file includes.",
    [
      FormatKey("depgraph", .version, "The version of the format: 1.", required: true),
      FormatKey("name", .text, "What the model is called."),
      FormatKey(
        "language", .oneOf(Language.allCases.map(\.rawValue)),
        "The language of texts that do not state theirs.", standard: "nl"),
      FormatKey(
        "zone", .zone, "The time zone of hours that name none.", standard: "Europe/Amsterdam"),
      FormatKey("as-of", .date, "The date that the facts describe."),
      FormatKey(
        "basis", .oneOf(Basis.allCases.map(\.rawValue)),
        "How the facts of this file are known that do not state their own basis.",
        standard: "internal"),
      FormatKey(
        "source", .oneOrMore(.reference(.source)),
        "The source of the facts of this file that do not state their own."),
      FormatKey("marking", .section(.marking), "Who may see the model."),
      FormatKey("markings", .section(.markings), "What results are marked at least."),
      FormatKey("note", .text, "A remark."),
      FormatKey("include", .list(.word), "Files, relative to this one, that belong to the model."),
      FormatKey(
        "sectors", .word, "A file with the list of sectors that replaces the built-in one."),
      FormatKey("sources", .list(.section(.source)), "Where facts come from."),
      FormatKey("parties", .list(.section(.party)), "Organisations."),
      FormatKey("contracts", .list(.section(.contract)), "Agreements."),
      FormatKey("components", .list(.section(.component)), "Everything that can fail on its own."),
      FormatKey("common-causes", .list(.section(.commonCause)), "What is known of shared values."),
      FormatKey("contacts", .list(.section(.contact)), "Who can be called."),
      FormatKey("escalation", .list(.section(.escalationLevel)), "The escalation framework."),
      FormatKey(
        "observations", .list(.section(.observation)), "What was seen; never used to compute."),
      FormatKey("plans", .list(.section(.plan)), "Plans for going on without something."),
      FormatKey("measures", .list(.section(.measure)), "What was decided to be done."),
      FormatKey("crews", .list(.section(.crew)), "Teams that repair."),
      FormatKey("restore-classes", .list(.section(.restoreClass)), "Classes of restoration."),
      FormatKey(
        "expect", .list(.section(.expectation)), "What the author expects: tests of the model."),
      FormatKey(
        "briefing", .section(.briefing), "What a briefing is held against, in the root file only."),
    ])

  fileprivate static let briefing = FormatSection(
    .briefing, "briefing",
    "What a briefing is held against; files are named relative to the model's root file.",
    [
      FormatKey(
        "failure", .oneOrMore(.seed), "What fails.", standard: "the widest single failure"),
      FormatKey("criteria", .oneOrMore(.word), "Files with sets of criteria."),
      FormatKey("scenarios", .oneOrMore(.word), "Files with scenarios."),
      FormatKey(
        "framework", .word, "A file with an escalation framework, in place of `escalation`."),
      FormatKey("clocks", .oneOrMore(.word), "Files with statutory clocks."),
      FormatKey("decision", .text, "The decision that is asked for."),
    ])

  fileprivate static let source = FormatSection(
    .source, "sources", "A document or page that facts are taken from.",
    [
      .id,
      FormatKey("title", .text, "What it is called."),
      FormatKey("name", .text, "The same as `title`."),
      FormatKey("reference", .word, "How it is cited: the number of a paper."),
      FormatKey("date", .date, "When it was published; facts are known from then on."),
      FormatKey("url", .word, "Where it can be read."),
      .note, .marking,
    ])

  fileprivate static let sectorFile = FormatSection(
    .sectorFile, "Sector file", "The file that `sectors:` names.",
    [
      FormatKey("depgraph-sectors", .version, "The version of the format: 1.", required: true),
      FormatKey(
        "language", .oneOf(Language.allCases.map(\.rawValue)),
        "The language of names that do not state theirs.", standard: "nl"),
      FormatKey("sectors", .list(.section(.sector)), "The sectors, in order."),
      .note,
    ])

  fileprivate static let sector = FormatSection(
    .sector, "sectors", "A sector of society.",
    [
      .id, .name,
      FormatKey(
        "cer", .word, "The sector of the annex of Directive (EU) 2022/2557 that it maps to."),
      FormatKey("nctv", .word, "The sector of the Dutch list of vital processes that it maps to."),
      .note,
    ])
}
