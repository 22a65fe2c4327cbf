extension WrittenForm {
  /// What a model says of itself: everything but its declarations.
  ///
  /// - Parameters:
  ///   - model: The model.
  ///   - sectorFile: The file that holds its sectors; nil: they are the built-in ones.
  /// - Returns: The keys of the model's head.
  func head(of model: Model, sectorFile: String?) -> WrittenFields {
    var fields = WrittenFields(.model)
    fields["depgraph"] = .bare("1")
    fields["name"] = model.name.map { text($0) }
    fields["language"] = .bare(model.language.rawValue)
    fields["as-of"] = model.asOf.map { .date($0) }
    fields["basis"] = .bare(model.basis.rawValue)
    if !evidence.sources.isEmpty { fields["source"] = .oneOrMore(evidence.sources) }
    if model.marking != Marking() { fields["marking"] = marking(model.marking) }
    fields["markings"] = markings(of: model)
    fields["note"] = model.note.map { text($0) }
    fields["sectors"] = sectorFile.map { .text($0) }
    fields["briefing"] = briefing(model.briefing)
    return fields
  }

  private func markings(of model: Model) -> WrittenValue? {
    var fields = WrittenFields(.markings)
    var floors = WrittenFields(.markingFloors)
    for analysis in KeyTable.section(.markingFloors).keyNames {
      floors[analysis] = model.markingFloors[analysis].map { marking($0) }
    }
    fields["floor"] = floors.valueIfAny
    fields["partners"] = .list(ifAny: model.partners.map { partner($0) })
    return fields.valueIfAny
  }

  private func partner(_ partner: SharingPartner) -> WrittenValue {
    var fields = WrittenFields(.partner)
    fields["party"] = .text(partner.party)
    if partner.sees != Marking() { fields["sees"] = marking(partner.sees) }
    fields["scenarios"] = .list(
      ifAny: partner.scenarios.map { scenario in
        var fields = WrittenFields(.agreedScenario)
        fields["id"] = .text(scenario.id)
        fields["name"] = scenario.name.map { text($0) }
        fields["fail"] = .texts(ifAny: scenario.fail)
        fields["after"] = scenario.after.map { .duration($0) }
        return fields.value
      })
    return fields.value
  }

  private func briefing(_ plan: BriefingPlan) -> WrittenValue? {
    var fields = WrittenFields(.briefing)
    fields["failure"] = .texts(ifAny: plan.failure)
    fields["criteria"] = .texts(ifAny: plan.criteria)
    fields["scenarios"] = .texts(ifAny: plan.scenarios)
    fields["framework"] = plan.framework.map { .text($0) }
    fields["clocks"] = .texts(ifAny: plan.clocks)
    fields["decision"] = plan.decision.map { text($0) }
    return fields.valueIfAny
  }

  /// The sections of declarations that are kept as whole entries, with their names: all but the
  /// components.
  ///
  /// - Complexity: O(*n*) for *n* values written in them.
  func sections(of model: Model) -> [(name: String, entries: [WrittenValue])] {
    [
      ("sources", model.sources.map { source($0) }),
      ("parties", model.parties.map { party($0) }),
      ("contracts", model.contracts.map { contract($0) }),
      ("common-causes", model.commonCauses.map { commonCause($0) }),
      ("contacts", model.contacts.map { contact($0) }),
      ("escalation", model.escalation.map { escalationLevel($0) }),
      ("observations", model.observations.map { observation($0) }),
      ("plans", model.plans.map { plan($0) }),
      ("measures", model.measures.map { measure($0) }),
      ("crews", model.crews.map { crew($0) }),
      ("restore-classes", model.restoreClasses.map { restoreClass($0) }),
      ("expect", model.expectations.map { expectation($0) }),
    ]
  }

  /// A model as one mapping.
  ///
  /// - Complexity: O(*n*) for *n* facts.
  func model(_ model: Model, sectorFile: String?) -> WrittenFields {
    var fields = head(of: model, sectorFile: sectorFile)
    for (name, entries) in sections(of: model) { fields[name] = .list(ifAny: entries) }
    fields["components"] = .list(ifAny: model.components.map { component($0) })
    return fields
  }

  /// A sector of a sector file.
  func sector(_ sector: Sector) -> WrittenValue {
    var fields = WrittenFields(.sector)
    fields["id"] = .text(sector.id)
    fields["name"] = text(sector.name)
    fields["cer"] = sector.cer.map { .text($0) }
    fields["nctv"] = sector.nctv.map { .text($0) }
    return fields.value
  }
}
