extension TableImport {
  /// The party of a thing.
  func party(_ index: Int) -> Party {
    let entity = entities[index]
    var party = Party(id: entity.id)
    party.name = text(entity.title)
    party.parent = reference(index, .parent, .party)
    party.authorisedUntil = day(index, .validUntil)
    party.roles = (entity.facts[.role] ?? []).compactMap { role(of: $0) }
    if suppliers.contains(index), !party.roles.contains("supplier") {
      party.roles.append("supplier")
    }
    party.evidence = evidence(entity.sources, isGuessed: !entity.contradictions.isEmpty)
    party.note = note(index)
    return party
  }

  private func role(of fact: TableFact) -> String? {
    guard let value = fact.value else { return nil }
    switch TableWords.folded(value) {
    case "leverancier", "supplier", "carrier": return "supplier"
    case "ministerie", "ministry": return "ministry"
    default: return value
    }
  }

  /// The parties that some row names as a supplier or as who promises.
  private var suppliers: Set<Int> {
    if let known = knownSuppliers { return known }
    var found: Set<Int> = []
    for entity in entities {
      for field in [TableField.supplier, .provider] {
        for fact in entity.facts[field] ?? [] { found.formUnion(things(fact, as: .party)) }
      }
    }
    knownSuppliers = found
    return found
  }

  /// The contact of a thing, and the channels by which it is reached that no row is about.
  ///
  /// A telephone number is a channel like any other: what it needs is unknown until somebody says it,
  /// and the number of a network that failed does not ring.
  func contact(_ index: Int) -> (Contact, [Component]) {
    let entity = entities[index]
    var contact = Contact(id: entity.id)
    contact.name = text(entity.title)
    contact.party = reference(index, .party, .party)
    contact.deputy = reference(index, .deputy, .contact)
    contact.track = track(of: index)
    if let fact = entity.fact(.hours), let value = fact.value {
      if let clock = TableDuration.clock(value) {
        contact.hours = clock == .office ? officeHours : .always
      } else {
        log.report(
          .notUnderstood, "`\(value.prefix(40))` are no hours that are understood",
          at: fact.cell.place, hint: "such as `24x7`, `kantoortijd`")
      }
    }
    var channels: [Component] = []
    for fact in entity.facts[.reach] ?? [] {
      contact.reach += things(fact, as: .component, kind: .channel).map { entities[$0].id }
    }
    for field in [TableField.mobile, .phone, .email] {
      for fact in entity.facts[field] ?? [] {
        guard let channel = channel(fact, field, owner: contact.party) else { continue }
        contact.reach.append(channel.id)
        if madeChannels.insert(channel.id).inserted { channels.append(channel) }
      }
    }
    let roles = (entity.facts[.role] ?? []).compactMap(\.value)
    contact.note = note(index, adding: roles)
    return (contact, channels)
  }

  private func track(of index: Int) -> Contact.Track? {
    guard let value = entities[index].value(.track) else { return nil }
    return Contact.Track(rawValue: TableWords.folded(value))
  }

  /// A number or an address as a channel; nil where it cannot be one.
  private func channel(_ fact: TableFact, _ field: TableField, owner: String?) -> Component? {
    guard let value = fact.value else { return nil }
    guard field == .email ? value.contains("@") : isNumber(value, fact) else {
      if field == .email {
        log.report(
          .notUnderstood, "`\(value.prefix(60))` is no address of mail", at: fact.cell.place)
      }
      return nil
    }
    let bare =
      field == .email
      ? value.lowercased() : value.filter { $0.isNumber || $0 == "+" }
    let id = names.makeID(
      of: bare, in: "channel", from: field == .email ? "mail-\(bare)" : "tel-\(bare)")
    var channel = Component(id: id)
    channel.kind = .channel
    let title =
      switch field {
      case .mobile: language == .dutch ? "Mobiel" : "Mobile"
      case .phone: language == .dutch ? "Telefoon" : "Telephone"
      default: "Mail"
      }
    channel.name = text("\(title) \(value)")
    channel.owner = owner
    channel.evidence = evidence(source(of: fact.cell.place))
    return channel
  }

  /// Whether a text is a telephone number; what a program has made of one is said.
  private func isNumber(_ value: String, _ fact: TableFact) -> Bool {
    if TableNumber.isSpoilt(fact.part(value)) {
      log.report(
        .notUnderstood, "`\(value)` was a telephone number before a program made a number of it",
        at: fact.cell.place, hint: "make the column text and type it again; it is left out")
      return false
    }
    let digits = value.filter(\.isNumber)
    guard digits.count >= 3,
      value.allSatisfy({ $0.isNumber || "+-() ./".contains($0) || $0.isWhitespace })
    else {
      log.report(
        .notUnderstood, "`\(value.prefix(40))` is no telephone number", at: fact.cell.place,
        hint: "it is left out")
      return false
    }
    if fact.cell.kind == .number || (digits.count == 9 && digits == value && digits.first != "0") {
      log.report(
        .notUnderstood, "`\(value)` has perhaps lost the zero in front of it", at: fact.cell.place,
        hint: "make the column text and type it again; it is kept as it is written")
    }
    return true
  }
}
