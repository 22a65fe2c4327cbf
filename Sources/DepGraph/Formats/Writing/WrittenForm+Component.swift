extension WrittenForm {
  /// A component.
  ///
  /// - Complexity: O(*n*) for *n* values written in it.
  func component(_ component: Component) -> WrittenValue {
    var fields = WrittenFields(.component)
    fields["id"] = .text(component.id)
    fields["name"] = component.name.map { text($0) }
    fields["kind"] = .bare(component.kind.rawValue)
    fields["layer"] = component.layer.map { .text($0) }
    fields["owner"] = component.owner.map { .text($0) }
    fields["operator"] = component.operator.map { .text($0) }
    fields["product-of"] = component.productOf.map { .text($0) }
    fields["tags"] = .texts(ifAny: component.tags)
    fields["ends"] = .texts(ifAny: component.ends)
    if component.network != "default" { fields["network"] = .text(component.network) }
    fields["position"] = component.position.map { position($0) }
    fields["marking"] = component.marking.map { marking($0) }
    fields["external"] = external(component.external)
    write(component.evidence, within: evidence, into: &fields)
    fields["checked"] = component.checked.map { .date($0) }
    fields["by"] = component.checkedBy.map { .text($0) }
    fields["note"] = component.note.map { text($0) }
    writeNeeds(of: component, into: &fields)
    writeDemands(of: component, into: &fields)
    writeStanding(of: component, into: &fields)
    return fields.value
  }

  /// What it needs, wants, shares, and is said not to need.
  private func writeNeeds(of component: Component, into fields: inout WrittenFields) {
    let evidence = component.evidence
    fields["shares"] = shares(component.shares, within: evidence)
    if component.statesRequires {
      fields["requires"] = requirement(component.requires, within: evidence)
    }
    if !component.startsWith.isLeftOut {
      fields["starts-with"] = requirement(component.startsWith, within: evidence)
    }
    if !component.repairNeeds.isLeftOut {
      fields["repair-needs"] = requirement(component.repairNeeds, within: evidence)
    }
    fields["degrades-without"] = .list(
      ifAny: component.degradesWithout.map { reference($0, as: .softReference, within: evidence) })
    fields["independent-of"] = .list(
      ifAny: component.independentOf.map { reference($0, as: .claim, within: evidence) })
  }

  /// How dependable it is, and what its continuity demands.
  private func writeDemands(of component: Component, into fields: inout WrittenFields) {
    write(component.dependability, into: &fields)
    fields["repair"] = component.repair.map { .duration($0) }
    fields["skills"] = .texts(ifAny: component.skills)
    switch component.forensic {
    case .known(let span)?: fields["forensic"] = .duration(span)
    case .unknown?: fields["forensic"] = .boolean(true)
    case nil: break
    }
    fields["restart"] = component.restart.map { .duration($0) }
    fields["needed"] = hours(component.needed)
    fields["rto"] = component.continuity.recoveryTimeObjective.map { .duration($0) }
    fields["wrt"] = component.continuity.workRecoveryTime.map { .duration($0) }
    fields["mtpd"] = component.continuity.maximumTolerablePeriod.map { .duration($0) }
    fields["rpo"] = component.continuity.recoveryPointObjective.map { .duration($0) }
    fields["restore-class"] = component.restoreClass.map { .text($0) }
    if component.neverFails { fields["fails"] = .bare("never") }
    if component.startsManually { fields["manual-start"] = .boolean(true) }
  }

  /// What it means to society.
  private func writeStanding(of component: Component, into fields: inout WrittenFields) {
    fields["sector"] = component.sector.map { .text($0) }
    fields["region"] = .texts(ifAny: component.regions)
    fields["users"] = .stated(component.users) { .number($0) }
    if component.isCivil { fields["civil"] = .boolean(true) }
    fields["impact"] = .list(ifAny: component.impact.map { impact($0) })
    fields["vital"] = component.vital.map { vital($0) }
    var need = WrittenFields(.protectionNeed)
    for goal in ProtectionGoal.allCases {
      need[goal.rawValue] = .stated(component.protectionNeed[goal]) { .bare($0.rawValue) }
    }
    fields["protection-need"] = need.valueIfAny
  }

  private func shares(_ shares: [SharedValue], within outer: Evidence) -> WrittenValue? {
    guard !shares.isEmpty else { return nil }
    return .mapping(shares.map { WrittenValue.Pair($0.key, shared($0, within: outer)) })
  }

  /// A shared value: alone where it says no more.
  func shared(_ shared: SharedValue, within outer: Evidence) -> WrittenValue {
    let value = shared.value.map { WrittenValue.text($0) } ?? .unknown
    var fields = WrittenFields(.sharedValue)
    write(shared.evidence, within: outer, into: &fields)
    fields["note"] = shared.note.map { text($0) }
    fields["marking"] = shared.marking.map { marking($0) }
    guard fields.valueIfAny != nil else { return value }
    fields["value"] = value
    return fields.value
  }

  /// Ids elsewhere, by register in the order in which registers come first.
  private func external(_ ids: [ExternalID]) -> WrittenValue? {
    guard !ids.isEmpty else { return nil }
    var places: [String: Int] = [:]
    var registers: [(name: String, ids: [String])] = []
    for id in ids {
      if let place = places[id.register] {
        registers[place].ids.append(id.id)
      } else {
        places[id.register] = registers.count
        registers.append((id.register, [id.id]))
      }
    }
    return .mapping(registers.map { WrittenValue.Pair($0.name, .oneOrMore($0.ids)) })
  }

  private func impact(_ impact: Impact) -> WrittenValue {
    var fields = WrittenFields(.impact)
    fields["after"] = .duration(impact.after)
    fields["people"] = .stated(impact.people) { .number($0) }
    fields["casualties"] = .stated(impact.casualties) { .number($0) }
    fields["economic"] = .stated(impact.economic) { .money($0) }
    return fields.value
  }

  private func vital(_ vital: VitalStanding) -> WrittenValue {
    var fields = WrittenFields(.vital)
    fields["process"] = vital.process.map { text($0) }
    if vital.status != .unknown { fields["status"] = .bare(vital.status.rawValue) }
    fields["decision"] = vital.decision.map { decision in
      var fields = WrittenFields(.decision)
      fields["date"] = decision.date.map { .date($0) }
      fields["reason"] = decision.reason.map { text($0) }
      if !decision.sources.isEmpty { fields["source"] = .oneOrMore(decision.sources) }
      return fields.value
    }
    return fields.value
  }

  /// What is said of a common cause.
  func commonCause(_ cause: CommonCause) -> WrittenValue {
    var fields = WrittenFields(.commonCause)
    fields["id"] = .text(cause.id)
    fields["name"] = cause.name.map { text($0) }
    write(cause.dependability, into: &fields)
    if let group = cause.group {
      fields["model"] = .bare("beta")
      fields["value"] = .share(group.factor)
      fields["members"] = .texts(group.members)
    }
    fields["product-of"] = cause.productOf.map { .text($0) }
    write(cause.evidence, within: evidence, into: &fields)
    fields["note"] = cause.note.map { text($0) }
    fields["marking"] = cause.marking.map { marking($0) }
    return fields.value
  }
}
