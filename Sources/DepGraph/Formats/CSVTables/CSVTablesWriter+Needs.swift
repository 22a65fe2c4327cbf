// The tables of components and of what they require.

extension CSVTablesWriter {
  func components(of model: Model) -> CSVSheet<Component> {
    var sheet = CSVSheet(model.components)
    sheet.add("id", always: true) { $0.id }
    sheet.add("name", in: model.language) { $0.name }
    sheet.add("kind", always: true) { $0.kind.rawValue }
    sheet.add("layer") { $0.layer ?? "" }
    sheet.add("owner") { $0.owner ?? "" }
    sheet.add("operator") { $0.operator ?? "" }
    sheet.add("product-of") { $0.productOf ?? "" }
    sheet.add("requires", always: true) { component in
      component.statesRequires && component.requires.isNothing ? "nothing" : ""
    }
    sheet.add("ends") { CSVText.list($0.ends) }
    sheet.add("network") { $0.network == "default" ? "" : $0.network }
    addFigures(to: &sheet)
    addStanding(to: &sheet, model)
    sheet.add("fails") { $0.neverFails ? "never" : "" }
    sheet.add("manual-start") { $0.startsManually ? "true" : "" }
    sheet.add("position.lat") { $0.position.map { CSVText.number($0.latitude) } ?? "" }
    sheet.add("position.lon") { $0.position.map { CSVText.number($0.longitude) } ?? "" }
    sheet.add("external") { CSVText.list($0.external.map { "\($0.register)=\($0.id)" }) }
    sheet.add("tags") { CSVText.list($0.tags) }
    sheet.add("checked") { CSVText.day($0.checked) }
    sheet.add("by") { $0.checkedBy ?? "" }
    let outer = Evidence(model.basis)
    sheet.addEvidence { ($0.evidence, outer) }
    sheet.add("note", in: model.language) { $0.note }
    sheet.addMarking { $0.marking }
    return sheet
  }

  private func addFigures(to sheet: inout CSVSheet<Component>) {
    sheet.add("availability") { CSVText.ratio($0.dependability.availability) }
    sheet.add("mtbf") { CSVText.span($0.dependability.meanTimeBetweenFailures) }
    sheet.add("mttr") { CSVText.span($0.dependability.meanTimeToRepair) }
    sheet.add("repair") { CSVText.span($0.repair) }
    sheet.add("restart") { CSVText.span($0.restart) }
    sheet.add("skills") { CSVText.list($0.skills) }
    sheet.add("forensic") { component in
      switch component.forensic {
      case nil: ""
      case .unknown?: "true"
      case .known(let span)?: CSVText.span(span)
      }
    }
    sheet.add("needed") { CSVHours.text($0.needed) }
    sheet.add("rto") { CSVText.span($0.continuity.recoveryTimeObjective) }
    sheet.add("wrt") { CSVText.span($0.continuity.workRecoveryTime) }
    sheet.add("mtpd") { CSVText.span($0.continuity.maximumTolerablePeriod) }
    sheet.add("rpo") { CSVText.span($0.continuity.recoveryPointObjective) }
  }

  private func addStanding(to sheet: inout CSVSheet<Component>, _ model: Model) {
    sheet.add("sector") { $0.sector ?? "" }
    sheet.add("region") { CSVText.list($0.regions) }
    sheet.add("users") { component in
      switch component.users {
      case nil: ""
      case .unknown?: "unknown"
      case .known(let count)?: CSVText.number(count)
      }
    }
    sheet.add("civil") { $0.isCivil ? "true" : "" }
    sheet.add("vital.process", in: model.language) { $0.vital?.process }
    sheet.add("vital.status") { $0.vital?.status.rawValue ?? "" }
    sheet.add("vital.decision.date") { CSVText.day($0.vital?.decision?.date) }
    sheet.add("vital.decision.reason", in: model.language) { $0.vital?.decision?.reason }
    sheet.add("vital.decision.source") { CSVText.list($0.vital?.decision?.sources ?? []) }
    for goal in ProtectionGoal.allCases {
      sheet.add("protection-need.\(goal.rawValue)") { component in
        switch component.protectionNeed[goal] {
        case nil: ""
        case .unknown?: "unknown"
        case .known(let level)?: level.rawValue
        }
      }
    }
  }

  func requirements(_ rows: [CSVNeedWriter.Row], _ model: Model) -> CSVSheet<CSVNeedWriter.Row> {
    var sheet = CSVSheet(rows)
    sheet.add("dependent", always: true) { $0.dependent.id }
    sheet.add("target", always: true) { $0.target }
    sheet.add("relation") { $0.relation == .requires ? "" : $0.relation.rawValue }
    sheet.add("group") { $0.group }
    sheet.add("need") { $0.need }
    sheet.add("holdup") { CSVText.span($0.holdup) }
    sheet.add("switchover") { CSVText.span($0.switchover) }
    sheet.add("tolerates") { $0.reference?.toleratesDegraded == true ? "degraded" : "" }
    sheet.add("gives") { $0.reference?.givesDegraded == true ? "degraded" : "" }
    sheet.add("scope") { $0.reference?.isScopedToSelf == true ? "self" : "" }
    sheet.add("path.from") { $0.path?.from ?? "" }
    sheet.add("path.over") { $0.path?.network ?? "" }
    sheet.addEvidence { row in
      let own = row.reference?.evidence ?? row.path?.evidence
      return (own ?? row.dependent.evidence, row.dependent.evidence)
    }
    sheet.add("note", in: model.language) { $0.note }
    sheet.addMarking { $0.reference?.marking ?? $0.path?.marking }
    return sheet
  }
}

/// What components need, row by row, groups by their paths.
struct CSVNeedWriter {
  /// One row.
  struct Row {
    let dependent: Component
    let relation: CSVRelation
    var target = ""
    var group = ""
    var need = ""
    var holdup: TimeSpan?
    var switchover: TimeSpan?
    var note: LocalizedText?
    var reference: Reference?
    var path: PathRequirement?
  }

  /// The rows, component by component.
  private(set) var rows: [Row] = []

  /// Makes the rows of a model.
  ///
  /// - Complexity: O(*n*) for *n* parts of formulas.
  init(_ model: Model) {
    for component in model.components {
      if component.statesRequires, !component.requires.isNothing {
        add(component.requires, of: component, as: .requires)
      }
      for soft in component.degradesWithout { add(soft, of: component, as: .degradesWithout) }
      if !component.startsWith.isNothing {
        add(component.startsWith, of: component, as: .startsWith)
      }
      if !component.repairNeeds.isNothing {
        add(component.repairNeeds, of: component, as: .repairNeeds)
      }
      for claim in component.independentOf { add(claim, of: component, as: .independentOf) }
    }
  }

  /// Adds a formula: a list is its rows; one thing that is no list says so.
  private mutating func add(
    _ formula: Requirement, of component: Component, as relation: CSVRelation
  ) {
    switch formula {
    case .group(let group):
      if group.need != .all || group.hasWords || group.members.isEmpty {
        add(group, at: "/", of: component, as: relation)
      }
      add(membersOf: group, at: "", need: "", of: component, as: relation)
    case .reference, .path, .unknown:
      add(formula, in: "", need: CSVFormula.single, of: component, as: relation)
    }
  }

  /// Adds what is said of a group itself.
  private mutating func add(
    _ group: RequirementGroup, at path: String, of component: Component, as relation: CSVRelation
  ) {
    var row = Row(dependent: component, relation: relation)
    row.group = path
    row.need = Self.word(group.need)
    (row.holdup, row.switchover, row.note) = (group.holdup, group.switchover, group.note)
    rows.append(row)
  }

  private mutating func add(
    membersOf group: RequirementGroup, at path: String, need: String, of component: Component,
    as relation: CSVRelation
  ) {
    var groups = 0
    for member in group.members {
      guard case .group(let inner) = member else {
        add(member, in: path, need: need, of: component, as: relation)
        continue
      }
      groups += 1
      let own = path.isEmpty ? "\(groups)" : "\(path)/\(groups)"
      var need = Self.word(inner.need)
      if inner.hasWords || inner.beginsWithGroup {
        add(inner, at: own, of: component, as: relation)
        need = ""
      }
      add(membersOf: inner, at: own, need: need, of: component, as: relation)
    }
  }

  private mutating func add(
    _ leaf: Requirement, in group: String, need: String, of component: Component,
    as relation: CSVRelation
  ) {
    var row = Row(dependent: component, relation: relation)
    (row.group, row.need) = (group, need)
    switch leaf {
    case .reference(let reference):
      row.target = reference.target
      (row.holdup, row.note, row.reference) = (reference.holdup, reference.note, reference)
    case .path(let path):
      row.target = CSVText.list(path.targets)
      (row.holdup, row.note, row.path) = (path.holdup, path.note, path)
    case .unknown: row.target = "unknown"
    case .group: return
    }
    rows.append(row)
  }

  private mutating func add(
    _ reference: Reference, of component: Component, as relation: CSVRelation
  ) {
    var row = Row(dependent: component, relation: relation)
    row.target = reference.target
    (row.holdup, row.note, row.reference) = (reference.holdup, reference.note, reference)
    rows.append(row)
  }

  private static func word(_ need: RequirementGroup.Need) -> String {
    switch need {
    case .all: "all"
    case .any: "any"
    case .atLeast(let count): "\(count)"
    // Read back as a percentage, which is the only way to write a share.
    case .share(let share): share.writtenPercentage
    }
  }
}

extension Requirement {
  /// Whether it is a list of nothing, of which nothing is said.
  fileprivate var isNothing: Bool {
    guard case .group(let group) = self else { return false }
    return group.need == .all && group.members.isEmpty && !group.hasWords
  }
}

extension RequirementGroup {
  /// Whether something is said of it besides how many of its members are needed.
  fileprivate var hasWords: Bool { holdup != nil || switchover != nil || note != nil }

  /// Whether no row of a member of its own comes first, or at all.
  fileprivate var beginsWithGroup: Bool {
    guard let first = members.first else { return true }
    if case .group = first { return true }
    return false
  }
}
