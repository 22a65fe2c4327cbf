extension TableImport {
  /// The component of a thing.
  func component(_ index: Int) -> Component {
    let entity = entities[index]
    var component = Component(id: entity.id)
    component.name = text(entity.title)
    component.kind = kind(of: index)
    component.layer = entity.value(.layer)
    component.owner = reference(index, .owner, .party)
    component.operator = reference(index, .operator, .party)
    component.productOf = reference(index, .supplier, .party)
    component.evidence = evidence(of: index)
    component.external = externals(index)
    component.tags = (entity.facts[.tags] ?? []).flatMap { words(of: $0) }
    component.regions = (entity.facts[.region] ?? []).flatMap { words(of: $0) }
    component.sector = sector(of: index)
    component.isCivil = truth(index, .civil) ?? false
    component.checked = day(index, .checked)
    component.users = entity.fact(.users).flatMap { number($0, of: .users) }
    giveTimes(index, to: &component)
    giveHarm(index, to: &component)
    giveNeeds(index, to: &component)
    giveShares(index, to: &component)
    if entity.row == .link { giveEnds(index, to: &component) }
    var remarks: [String] = []
    if let bandwidth = entity.value(.bandwidth) {
      remarks.append((language == .dutch ? "Bandbreedte: " : "Bandwidth: ") + bandwidth + ".")
    }
    component.note = note(index, adding: remarks)
    component.tags = component.tags.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    return component
  }

  private func kind(of index: Int) -> ComponentKind {
    let entity = entities[index]
    switch entity.row {
    case .process: return .process
    case .consumer: return .consumer
    case .link: return .link
    default: break
    }
    if entity.isPlaceholder, entity.value(.kind) == nil {
      return entity.guessedKind ?? map.placeholderKind
    }
    guard let fact = entity.fact(.kind), let word = fact.value else { return .service }
    // A link has ends, which only a row about a link tells.
    if let kind = kind(ofWord: word) { return kind == .link ? .networkElement : kind }
    report.note(
      .guessed, Self.said("soort `\(word)`", "kind `\(word)`"),
      Self.said("dienst; de kaart kent het woord niet", "service; the map has no such word"))
    return .service
  }

  private func words(of fact: TableFact) -> [String] {
    guard let value = fact.value else { return [] }
    return value.split { $0 == ";" || $0 == "," || $0.isNewline }.map { String($0).cellText }
      .filter { !$0.isEmpty }
  }

  private func sector(of index: Int) -> String? {
    guard let fact = entities[index].fact(.sector), let value = fact.value else { return nil }
    let wanted = TableWords.folded(value)
    let found = SectorList.builtIn.sectors.first { sector in
      sector.id == wanted
        || Language.allCases.contains { TableWords.folded(sector.name.text(in: $0)) == wanted }
    }
    if found == nil {
      log.report(
        .notUnderstood, "there is no sector `\(value.prefix(40))`", at: fact.cell.place,
        hint: "`depgraph sectors` lists them; it is left out")
    }
    return found?.id
  }

  // MARK: - Times and harm

  private func giveTimes(_ index: Int, to component: inout Component) {
    component.continuity.recoveryTimeObjective = objective(index, .rto, &component)
    component.continuity.maximumTolerablePeriod = objective(index, .mtpd, &component)
    component.continuity.workRecoveryTime = objective(index, .wrt, &component)
    component.continuity.recoveryPointObjective = objective(index, .rpo, &component)
    component.repair = objective(index, .repair, &component)
    component.restart = objective(index, .restart, &component)
    component.dependability.availability = share(index, .availability)
    dropImpossible(index, &component)
  }

  /// A length of time by the clock; one in office hours is none, since nights and weekends come in
  /// between, and is left unknown.
  private func objective(
    _ index: Int, _ field: TableField, _ component: inout Component
  ) -> TimeSpan? {
    guard let fact = entities[index].fact(field) else { return nil }
    if fact.answer == .notApplicable {
      component.tags.append("not-applicable-\(field.rawValue)")
      return nil
    }
    if fact.answer == .nothing, field == .rpo { return .zero }
    guard let duration = duration(fact) else { return nil }
    if duration.clock == .office {
      log.report(
        .notUnderstood,
        "`\(fact.cell.text)` counts office hours only, which says nothing of nights and weekends",
        at: fact.cell.place, hint: "write it in hours or days of the clock; it is left unknown")
      return nil
    }
    return TimeSpan(seconds: duration.seconds)
  }

  /// Leaves out a tolerable period that is shorter than recovery takes: that is a contradiction.
  private func dropImpossible(_ index: Int, _ component: inout Component) {
    let continuity = component.continuity
    guard let longest = continuity.maximumTolerablePeriod,
      let recovery = continuity.recoveryTimeObjective
    else { return }
    guard recovery + (continuity.workRecoveryTime ?? .zero) > longest else { return }
    let title = entities[index].title
    let place = entities[index].fact(.mtpd)?.cell.place
    log.report(
      .contradiction, "`\(title)` is to recover later than can be tolerated", at: place,
      hint: "RTO and WRT together exceed the MTPD; the MTPD is left unknown")
    entities[index].contradictions.append(
      language == .dutch
        ? "Tegenspraak: RTO (met WRT) is langer dan de MTPD `\(entities[index].value(.mtpd) ?? "")`; "
          + "de MTPD is weggelaten."
        : "Contradiction: RTO (with WRT) exceeds the MTPD `\(entities[index].value(.mtpd) ?? "")`; "
          + "the MTPD is left out.")
    component.continuity.maximumTolerablePeriod = nil
    component.evidence = evidence(of: index)
  }

  private func giveHarm(_ index: Int, to component: inout Component) {
    var impact = Impact(after: .zero)
    impact.people = entities[index].fact(.people).flatMap { number($0, of: .people) }
    switch entities[index].fact(.economic).flatMap({ number($0, of: .economic) }) {
    case .known(let amount)?: impact.economic = Money(euros: amount).map { .known($0) }
    case .unknown?: impact.economic = .unknown
    case nil: break
    }
    if impact.people != nil || impact.economic != nil { component.impact = [impact] }
  }

  // MARK: - Needs

  private func giveNeeds(_ index: Int, to component: inout Component) {
    let facts = entities[index].facts[.requires] ?? []
    var members: [Requirement] = []
    var nothing: TableFact?
    for fact in facts {
      for member in self.members(of: fact, as: .component) {
        switch member {
        case .unknown: members.append(.unknown(nil))
        case .nothing: nothing = nothing ?? fact
        // That the question does not apply is no statement that nothing is needed.
        case .notApplicable: component.tags.append("not-applicable-requires")
        case .things(let names, let isGuessed):
          if let need = need(names, isGuessed, fact, of: index) { members.append(need) }
        }
      }
    }
    members += needsOfRows(index)
    component.statesRequires = !members.isEmpty || nothing != nil
    if let nothing, !members.isEmpty {
      noteContradictedNeeds(index, nothing)
      component.evidence = evidence(of: index)
      members = members.map(assumed)
    }
    component.requires =
      switch members.count {
      case 0: .nothing
      default: .group(RequirementGroup(.all, unique(members)))
      }
    component.degradesWithout = wants(index)
    noteOpenNeeds(component, facts)
  }

  /// Says that needs are told of what needs nothing.
  private func noteContradictedNeeds(_ index: Int, _ nothing: TableFact) {
    let title = entities[index].title
    log.report(
      .contradiction, "`\(title)` is said to need nothing, and to need something",
      at: nothing.cell.place, hint: "what it needs is taken, and marked as assumed")
    entities[index].contradictions.append(
      language == .dutch
        ? "Tegenspraak over wat het nodig heeft: ook `\(nothing.cell.text)` "
          + "(\(short(nothing.cell.place))); wat genoemd is, is aangehouden."
        : "Contradiction over what it needs: also `\(nothing.cell.text)` "
          + "(\(short(nothing.cell.place))); what is named is used.")
  }

  /// The same need, as an assumption.
  private func assumed(_ need: Requirement) -> Requirement {
    switch need {
    case .reference(var reference):
      reference.evidence = Evidence(.assumed, sources: reference.evidence.sources)
      return .reference(reference)
    case .group(var group):
      group.members = group.members.map(assumed)
      return .group(group)
    default: return need
    }
  }

  /// Members that are the same are one.
  private func unique(_ members: [Requirement]) -> [Requirement] {
    var seen: Set<String> = []
    return members.filter { member in
      switch member {
      case .reference(let reference): seen.insert(reference.target).inserted
      case .unknown: seen.insert(" unknown").inserted
      default: true
      }
    }
  }

  private func noteOpenNeeds(_ component: Component, _ facts: [TableFact]) {
    guard component.hasUnknownRequirement, !component.statesRequires else { return }
    report.note(
      .mapped, Self.said("geen opgave van wat het nodig heeft", "no statement of needs"),
      Self.said("onbekend, niet `niets`", "unknown, not `nothing`"))
  }

  /// What is needed of several things: the only one, or one of them.
  private func need(
    _ names: [String], _ isGuessed: Bool, _ fact: TableFact, of index: Int
  ) -> Requirement? {
    let references = names.compactMap { name -> Requirement? in
      let meaning = named(name, as: .component, at: fact.cell.place)
      guard meaning.index != index else {
        log.report(
          .leftOut, "`\(name)` would need itself; that is left out", at: fact.cell.place)
        return nil
      }
      var reference = Reference(
        entities[meaning.index].id,
        evidence: evidence(source(of: fact.cell.place), isGuessed: isGuessed || meaning.isAmbiguous)
      )
      if isGuessed {
        reference.note = text(
          language == .dutch
            ? "Uit `\(fact.cell.text)`: gelezen als keuze."
            : "From `\(fact.cell.text)`: read as a choice.")
      }
      return .reference(reference)
    }
    if isGuessed {
      report.note(
        .guessed, "`A of B`", Self.said("één van beide is genoeg", "one of them is enough"))
    }
    return references.count > 1 ? .group(RequirementGroup(.any, references)) : references.first
  }

  /// What rows about dependencies say: of each group one is enough.
  private func needsOfRows(_ index: Int) -> [Requirement] {
    var members: [Requirement] = []
    var groups: [String: Int] = [:]
    for (group, written) in entities[index].needs {
      var reference = written
      if case .reference(let placed) = written { reference = .reference(named(placed)) }
      guard let group else {
        members.append(reference)
        continue
      }
      if let place = groups[group], case .group(var alternatives) = members[place] {
        alternatives.members.append(reference)
        members[place] = .group(alternatives)
      } else {
        groups[group] = members.count
        members.append(.group(RequirementGroup(.any, [reference])))
      }
    }
    return members.map { member in
      // A group of one is no choice.
      if case .group(let group) = member, group.members.count == 1 { return group.members[0] }
      return member
    }
  }

  /// A reference of a row with the id of what it names.
  private func named(_ written: Reference) -> Reference {
    var reference = written
    if let place = Int(digits: written.target) { reference.target = entities[place].id }
    return reference
  }

  private func wants(_ index: Int) -> [Reference] {
    var wants: [Reference] = []
    for fact in entities[index].facts[.degradesWithout] ?? [] {
      for thing in things(fact, as: .component) where thing != index {
        wants.append(
          Reference(entities[thing].id, evidence: evidence(source(of: fact.cell.place))))
      }
    }
    wants += entities[index].wants.map { named($0) }
    var seen: Set<String> = []
    return wants.filter { seen.insert($0.target).inserted }
  }

  // MARK: - What is shared, and where links go

  private func giveShares(_ index: Int, to component: inout Component) {
    for field in [TableField.site, .duct, .software] {
      for fact in entities[index].facts[field] ?? [] {
        let evidence = evidence(source(of: fact.cell.place))
        switch fact.answer {
        case .unknown, .spoilt:
          component.shares.append(
            SharedValue(key: field.rawValue, value: nil, evidence: evidence))
        case .value where field == .site:
          for thing in things(fact, as: .component, kind: .site) where thing != index {
            component.shares.append(
              SharedValue(key: "site", value: entities[thing].id, evidence: evidence))
          }
        case .value:
          for word in words(of: fact) {
            let value = names.makeID(
              of: TableWords.folded(word), in: field.rawValue, from: word)
            component.shares.append(
              SharedValue(key: field.rawValue, value: value, evidence: evidence))
          }
        default: break
        }
      }
    }
    var seen: Set<String> = []
    component.shares = component.shares.filter {
      seen.insert("\($0.key):\($0.value ?? "")").inserted
    }
  }

  private func giveEnds(_ index: Int, to component: inout Component) {
    let entity = entities[index]
    component.network = entity.value(.network).flatMap { ImportedNames.slug(of: $0) } ?? "default"
    component.operator = component.operator ?? component.productOf
    let ends = [TableField.endA, .endB].compactMap { reference(index, $0, .component) }
    if ends.count == 2, ends[0] != ends[1], !ends.contains(component.id) {
      component.ends = ends
    } else {
      component.kind = .service
      log.report(
        .notUnderstood, "`\(entity.title)` does not tell two different ends", at: entity.place,
        hint: "it is taken over as a service of which it is unknown what it needs")
    }
    // A line of which nobody wrote down where it lies may lie anywhere.
    let hasDuct = component.shares.contains { $0.key == "duct" }
    let saysNotApplicable = entity.fact(.duct)?.answer == .notApplicable
    if !hasDuct, !saysNotApplicable {
      component.shares.append(
        SharedValue(key: "duct", value: nil, evidence: evidence(entity.sources)))
    }
    switch truth(index, .protected) {
    case true?: component.tags.append("protected")
    case false?: component.tags.append("unprotected")
    case nil: break
    }
  }
}
