extension ReadingSession {
  /// A source.
  func source(_ fields: Fields, id: String) -> Source {
    var source = Source(id: id)
    source.place = fields.place
    source.title = fields.text("title") ?? fields.text("name")
    source.reference = fields.word("reference")
    source.date = fields.date("date")
    source.url = fields.word("url")
    source.note = fields.text("note")
    source.marking = marking(of: fields, within: defaults.marking)
    return source
  }

  /// A party.
  func party(_ fields: Fields, id: String) -> Party {
    var party = Party(id: id)
    party.place = fields.place
    party.name = fields.text("name")
    party.roles = fields.words("role")
    party.parent = fields.reference("parent", to: .party)
    party.products = stated(fields, "products", .component)
    party.subcontractors = stated(fields, "subcontractors", .party)
    party.subcontractorsAreComplete = fields.boolean("subcontractors-complete")
    party.authorisedUntil = fields.date("authorised-until")
    party.substitution = fields.oneOf("substitution", Party.Substitution.self)
    party.evidence = evidence(fields, within: defaults.evidence)
    party.note = fields.text("note")
    party.marking = marking(of: fields, within: defaults.marking)
    return party
  }

  /// References, or `unknown`.
  private func stated(
    _ fields: Fields, _ key: String, _ referent: Referent
  ) -> Stated<[String]>? {
    guard let value = fields.value(key) else { return nil }
    if value.isUnknown { return .unknown }
    return .known(list(value, of: key).compactMap { reference($0, to: referent, of: key) })
  }

  /// A contract.
  func contract(_ fields: Fields, id: String) -> Contract {
    var contract = Contract(id: id)
    contract.place = fields.place
    contract.name = fields.text("name")
    contract.kind = fields.oneOf("kind", Contract.Kind.self) ?? .unknown
    contract.under = fields.reference("under", to: .contract)
    contract.provider = fields.reference("provider", to: .party)
    contract.customer = fields.reference("customer", to: .party)
    if let value = fields.value("covers") {
      contract.covers =
        value.isUnknown
        ? .unknown : .selectors(members(value).compactMap { seed($0, of: "covers") })
    }
    contract.evidence = evidence(fields, within: defaults.evidence)
    contract.availability = fields.ratio("availability")
    contract.targets = fields.entries("targets", as: .target).map {
      target($0, within: contract.evidence)
    }
    contract.serviceWindow = fields.hours("service-window") ?? .always
    if let valid = fields.fields("valid", as: .validity) {
      contract.validFrom = valid.date("from")
      contract.validUntil = valid.date("until")
      if let from = contract.validFrom, let until = contract.validUntil, until < from {
        report(.outOfRange, "`valid` ends before it begins", at: valid.place)
      }
    }
    contract.notice = fields.duration("notice")
    contract.noticeMonths = fields.value("notice")?.scalar.flatMap(TimeSpan.calendarMonths)
    contract.backedBy = fields.references("backed-by", to: .contract)
    contract.hasExitStrategy = fields.boolean("exit-strategy")
    contract.checked = fields.date("checked")
    contract.checkedBy = fields.word("by")
    contract.note = fields.text("note")
    contract.marking = marking(of: fields, within: defaults.marking)
    return contract
  }

  private func target(_ fields: Fields, within outer: Evidence) -> ServiceTarget {
    var target = ServiceTarget()
    target.priority = fields.integer("priority")
    target.respondWithin = fields.duration("response-within")
    target.restoreWithin = fields.duration("restore-within")
    target.share = fields.ratio("share")
    target.per = fields.word("per")
    target.nature = fields.oneOf("nature", ServiceTarget.Nature.self)
    target.clockFrom = fields.oneOf("clock-from", ServiceTarget.ClockStart.self)
    target.excludes = fields.words("excludes")
    target.evidence = evidence(fields, within: outer)
    target.note = fields.text("note")
    return target
  }

  /// A contact.
  func contact(_ fields: Fields, id: String) -> Contact {
    var contact = Contact(id: id)
    contact.place = fields.place
    contact.name = fields.text("name")
    contact.party = fields.reference("party", to: .party)
    contact.reach = fields.references("reach", to: .component)
    contact.deputy = fields.reference("deputy", to: .contact)
    contact.hours = fields.hours("hours") ?? .always
    contact.track = fields.oneOf("track", Contact.Track.self)
    contact.note = fields.text("note")
    contact.marking = marking(of: fields, within: defaults.marking)
    return contact
  }
}
