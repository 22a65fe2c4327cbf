extension FactSheet {
  /// What is said of a component.
  ///
  /// - Parameters:
  ///   - component: The component.
  ///   - groups: The common causes that it shares because their group says so.
  init(_ component: Component, sharing groups: Set<String>) {
    self.init(FactSubject(component.kind == .link ? .link : .component, component.id))
    add(.name, FactValue(component.name))
    add(.kind, .text(component.kind.rawValue))
    add(.layer, FactValue(component.layer))
    add(.owner, FactValue(component.owner))
    add(.operator, FactValue(component.operator))
    add(.productOf, FactValue(component.productOf))
    if component.kind == .link {
      add(.ends, FactValue(anyOrder: component.ends))
      add(.network, .text(component.network))
    }
    addShares(of: component, but: groups)
    addNeeds(of: component)
    add(component.dependability)
    addTimes(of: component)
    addUse(of: component)
    addVital(component.vital)
    add(.position, FactValue(component.position))
    add(.marking, component.marking.flatMap { FactValue($0) })
    add(.external, FactValue(anyOrder: component.external.map { "\($0.register):\($0.id)" }))
    add(.tags, FactValue(anyOrder: component.tags))
    add(component.evidence)
    add(.checked, FactValue(component.checked))
    add(.checkedBy, FactValue(component.checkedBy))
    add(.note, FactValue(component.note))
  }

  private mutating func addShares(of component: Component, but groups: Set<String>) {
    var values: [String: Set<String>] = [:]
    var open: Set<String> = []
    var doubts: [String: Basis] = [:]
    for shared in component.shares {
      guard let value = shared.value else {
        open.insert(shared.key)
        continue
      }
      guard !groups.contains("\(shared.key):\(value)") else { continue }
      values[shared.key, default: []].insert(value)
      if let doubt = shared.evidence.basis.doubt { doubts[shared.key] = doubt }
    }
    for key in Set(values.keys).union(open).inByteOrder {
      let known = values[key, default: []]
      let isOpen = open.contains(key)
      add(
        .shares, row: key,
        known.isEmpty ? .unknown : .set(known.inByteOrder, isOpen: isOpen))
      add(.basis, row: key, FactValue(doubts[key]?.rawValue))
    }
  }

  private mutating func addNeeds(of component: Component) {
    let isSilent = !component.statesRequires && component.kind.mustStateRequirements
    add(.requires, FactValue(component.requires, orUnknown: isSilent))
    let soft = component.degradesWithout.map { Requirement.reference($0) }
    add(.degradesWithout, FactValue(Requirement.group(RequirementGroup(.all, soft))))
    add(.startsWith, FactValue(component.startsWith))
    add(.repairNeeds, FactValue(component.repairNeeds))
    add(.skills, FactValue(anyOrder: component.skills))
    add(.forensic, FactValue(component.forensic))
    add(.independentOf, FactValue(anyOrder: component.independentOf.map(\.target)))
    if component.neverFails { add(.fails, .text("never")) }
    if component.startsManually { add(.manualStart, .flag(true)) }
  }

  private mutating func addTimes(of component: Component) {
    add(.repair, FactValue(component.repair))
    add(.restart, FactValue(component.restart))
    add(.needed, FactValue(component.needed))
    add(.rto, FactValue(component.continuity.recoveryTimeObjective))
    add(.wrt, FactValue(component.continuity.workRecoveryTime))
    add(.mtpd, FactValue(component.continuity.maximumTolerablePeriod))
    add(.rpo, FactValue(component.continuity.recoveryPointObjective))
    add(.restoreClass, FactValue(component.restoreClass))
  }

  private mutating func addUse(of component: Component) {
    add(.sector, FactValue(component.sector))
    add(.region, FactValue(anyOrder: component.regions))
    add(.users, FactValue(component.users))
    if component.isCivil { add(.civil, .flag(true)) }
    for impact in component.impact {
      let row = "\(Int(impact.after.seconds))"
      add(.people, row: row, FactValue(impact.people))
      add(.casualties, row: row, FactValue(impact.casualties))
      add(.economic, row: row, FactValue(impact.economic))
    }
    for goal in ProtectionGoal.allCases {
      guard let stated = component.protectionNeed[goal] else { continue }
      add(
        .protectionNeed, row: goal.rawValue,
        stated.value.map { .text($0.rawValue) } ?? .unknown)
    }
  }

  private mutating func addVital(_ standing: VitalStanding?) {
    guard let standing else { return }
    add(.vital, standing.status == .unknown ? .unknown : .text(standing.status.rawValue))
    add(.vitalProcess, FactValue(standing.process))
    add(.vitalDecision, FactValue(standing.decision?.date))
    add(.vitalDecision, row: "reason", FactValue(standing.decision?.reason))
    add(.vitalDecision, row: "source", FactValue(anyOrder: standing.decision?.sources ?? []))
  }

  /// What is said of a common cause.
  init(_ cause: CommonCause) {
    self.init(FactSubject(.commonCause, cause.id))
    add(.name, FactValue(cause.name))
    add(cause.dependability)
    if let group = cause.group {
      add(.value, .number(group.factor))
      add(.members, FactValue(anyOrder: group.members))
    }
    add(.productOf, FactValue(cause.productOf))
    add(cause.evidence)
    add(.note, FactValue(cause.note))
  }
}
