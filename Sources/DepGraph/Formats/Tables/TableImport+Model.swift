extension TableImport {
  /// The model of all that was read.
  ///
  /// Names that no row has become things while others are made, so each round takes what the last one
  /// added.
  ///
  /// - Complexity: O(*n*) for *n* facts.
  func model() -> Model {
    resolveDependencies()
    var model = Model()
    let title = options.name ?? map.name?.text(in: language) ?? report.files.first ?? ""
    model.name = text(title)
    model.language = language
    model.asOf = options.asOf
    model.basis = basis
    model.sources = sources
    resolveReferences()
    for index in entities.indices { giveID(index) }
    givenIDs = Set(entities.map(\.id))
    var covered: [Int: [String]] = [:]
    for index in entities.indices where entities[index].subject == .component {
      let component = component(index)
      model.components.append(component)
      for fact in entities[index].facts[.contract] ?? [] {
        for contract in things(fact, as: .contract) {
          covered[contract, default: []].append(component.id)
        }
      }
    }
    for index in entities.indices {
      switch entities[index].subject {
      case .component: break
      case .contract: model.contracts.append(contract(index, covered: covered[index] ?? []))
      case .party: model.parties.append(party(index))
      case .contact:
        let (contact, channels) = contact(index)
        model.contacts.append(contact)
        model.components += channels
      }
    }
    return model
  }

  /// Looks up every name in every cell once, so that all things are there before ids are given.
  private func resolveReferences() {
    var index = 0
    // Things that are added on the way are looked at too.
    while index < entities.count {
      for field in TableField.allCases {
        guard let subject = Self.referent(field) else { continue }
        for fact in entities[index].facts[field] ?? [] {
          _ = things(fact, as: subject, kind: field.placeholderKind)
        }
      }
      index += 1
    }
  }

  /// The kind of thing that the names in a column are of.
  private static func referent(_ field: TableField) -> TableSubject? {
    switch field {
    case .requires, .degradesWithout, .site, .endA, .endB, .reach: .component
    case .owner, .operator, .supplier, .provider, .customer, .party, .parent: .party
    case .contract: .contract
    case .deputy: .contact
    default: nil
    }
  }

  /// The things that a cell names.
  func things(
    _ fact: TableFact, as subject: TableSubject, kind: ComponentKind? = nil
  ) -> [Int] {
    members(of: fact, as: subject).flatMap { member -> [Int] in
      guard case .things(let names, _) = member else { return [] }
      return names.map { named($0, as: subject, at: fact.cell.place, kind: kind).index }
    }
  }

  /// The id of the one thing that a column names.
  func reference(_ index: Int, _ field: TableField, _ subject: TableSubject) -> String? {
    guard let fact = entities[index].fact(field) else { return nil }
    return things(fact, as: subject, kind: field.placeholderKind).first.map { entities[$0].id }
  }

  private func giveID(_ index: Int) {
    let entity = entities[index]
    let wish = entity.value(.id) ?? entity.value(.name) ?? entity.value(.external)
    entities[index].id = names.makeID(
      of: "\(index)", in: entity.subject.rawValue, from: wish)
  }

  /// The ids of a thing elsewhere: those of the column for that, and an id that is none of ours.
  func externals(_ index: Int) -> [ExternalID] {
    let entity = entities[index]
    let facts = (entity.facts[.external] ?? []) + (entity.facts[.id] ?? [])
    var seen: Set<String> = [entity.id]
    return facts.compactMap { fact in
      // An id there that is another thing's id here would mean both.
      guard let value = fact.value, seen.insert(value).inserted, !givenIDs.contains(value),
        byID[entity.subject]?[TableWords.folded(value)] == index
      else { return nil }
      return ExternalID(register: fact.register, id: value)
    }
  }

  /// The remarks on a thing: what rows say, then what they contradict each other in.
  func note(_ index: Int, adding more: [String] = []) -> LocalizedText? {
    let entity = entities[index]
    let written = (entity.facts[.note] ?? []).compactMap(\.value)
    let all = written + more + entity.contradictions
    return all.isEmpty ? nil : text(all.joined(separator: " "))
  }

  /// On what a thing's facts rest.
  func evidence(of index: Int) -> Evidence {
    let entity = entities[index]
    return evidence(
      entity.sources, isGuessed: entity.isPlaceholder || !entity.contradictions.isEmpty)
  }

  // MARK: - Values

  /// The days, numbers and shares of columns; what is not understood is said.
  func day(_ index: Int, _ field: TableField) -> CalendarDate? {
    guard let fact = entities[index].fact(field), let value = fact.value else { return nil }
    if let day = TableNumber.day(fact.part(value), language) { return day }
    log.report(
      .notUnderstood, "`\(value.prefix(40))` is no day that is understood", at: fact.cell.place,
      hint: "such as `2026-12-31`, `31-12-2026`")
    return nil
  }

  func number(_ fact: TableFact, of field: TableField) -> Stated<Double>? {
    switch fact.answer {
    case .unknown, .spoilt: return .unknown
    case .blank, .notApplicable: return nil
    case .nothing: return .known(0)
    case .value(let text):
      let number = TableNumber.number(
        fact.part(text), language, countsWholes: field.countsWholes)
      if let number { return .known(number) }
      log.report(
        .notUnderstood, "`\(text.prefix(40))` is no number that is understood",
        at: fact.cell.place, hint: "it is left unknown")
      return .unknown
    }
  }

  func share(_ index: Int, _ field: TableField) -> Ratio? {
    guard let fact = entities[index].fact(field), let value = fact.value else { return nil }
    guard let share = TableNumber.share(fact.part(value), language) else {
      log.report(
        .notUnderstood, "`\(value.prefix(40))` is no share that is understood",
        at: fact.cell.place, hint: "such as `99,9%`; it is left unknown")
      return nil
    }
    if share.isRead {
      report.note(
        .guessed, "`\(value)`", Self.said("gelezen als procenten", "read as per cent"))
    }
    return share.ratio
  }

  func truth(_ index: Int, _ field: TableField) -> Bool? {
    guard let fact = entities[index].fact(field) else { return nil }
    if fact.answer == .nothing { return false }
    guard let value = fact.value else { return nil }
    if let truth = map.words.truth(value) { return truth }
    log.report(
      .notUnderstood, "`\(value.prefix(40))` is neither yes nor no", at: fact.cell.place,
      hint: "it is left unknown")
    return nil
  }
}

extension TableField {
  /// The kind of component that a name in such a column is taken for, where no row says it.
  var placeholderKind: ComponentKind? {
    switch self {
    case .site, .endA, .endB: .site
    case .reach: .channel
    default: nil
    }
  }
}
