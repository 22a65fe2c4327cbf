extension WrittenForm {
  /// A source.
  func source(_ source: Source) -> WrittenValue {
    var fields = WrittenFields(.source)
    fields["id"] = .text(source.id)
    fields["title"] = source.title.map { text($0) }
    fields["reference"] = source.reference.map { .text($0) }
    fields["date"] = source.date.map { .date($0) }
    fields["url"] = source.url.map { .text($0) }
    fields["note"] = source.note.map { text($0) }
    fields["marking"] = source.marking.map { marking($0) }
    return fields.value
  }

  /// A party.
  func party(_ party: Party) -> WrittenValue {
    var fields = WrittenFields(.party)
    fields["id"] = .text(party.id)
    fields["name"] = party.name.map { text($0) }
    if !party.roles.isEmpty { fields["role"] = .oneOrMore(party.roles) }
    fields["parent"] = party.parent.map { .text($0) }
    fields["products"] = .stated(party.products) { .texts($0) }
    fields["subcontractors"] = .stated(party.subcontractors) { .texts($0) }
    fields["subcontractors-complete"] = party.subcontractorsAreComplete.map { .boolean($0) }
    fields["authorised-until"] = party.authorisedUntil.map { .date($0) }
    fields["substitution"] = party.substitution.map { .bare($0.rawValue) }
    write(party.evidence, within: evidence, into: &fields)
    fields["note"] = party.note.map { text($0) }
    fields["marking"] = party.marking.map { marking($0) }
    return fields.value
  }

  /// A contract.
  func contract(_ contract: Contract) -> WrittenValue {
    var fields = WrittenFields(.contract)
    fields["id"] = .text(contract.id)
    fields["name"] = contract.name.map { text($0) }
    if contract.kind != .unknown { fields["kind"] = .bare(contract.kind.rawValue) }
    fields["under"] = contract.under.map { .text($0) }
    fields["provider"] = contract.provider.map { .text($0) }
    fields["customer"] = contract.customer.map { .text($0) }
    switch contract.covers {
    case .selectors(let selectors): fields["covers"] = .texts(ifAny: selectors)
    case .unknown: fields["covers"] = .unknown
    }
    fields["availability"] = contract.availability.map { .ratio($0) }
    fields["targets"] = .list(
      ifAny: contract.targets.map { target($0, within: contract.evidence) })
    fields["service-window"] = hours(contract.serviceWindow)
    var valid = WrittenFields(.validity)
    valid["from"] = contract.validFrom.map { .date($0) }
    valid["until"] = contract.validUntil.map { .date($0) }
    fields["valid"] = valid.valueIfAny
    fields["notice"] = contract.notice.map { notice in
      let months = contract.noticeMonths.flatMap { notice.written(inMonths: $0) }
      return months.map { .bare($0) } ?? .duration(notice)
    }
    fields["backed-by"] = .texts(ifAny: contract.backedBy)
    fields["exit-strategy"] = contract.hasExitStrategy.map { .boolean($0) }
    fields["checked"] = contract.checked.map { .date($0) }
    fields["by"] = contract.checkedBy.map { .text($0) }
    write(contract.evidence, within: evidence, into: &fields)
    fields["note"] = contract.note.map { text($0) }
    fields["marking"] = contract.marking.map { marking($0) }
    return fields.value
  }

  private func target(_ target: ServiceTarget, within outer: Evidence) -> WrittenValue {
    var fields = WrittenFields(.target)
    fields["priority"] = target.priority.map { .integer($0) }
    fields["response-within"] = target.respondWithin.map { .duration($0) }
    fields["restore-within"] = target.restoreWithin.map { .duration($0) }
    fields["share"] = target.share.map { .ratio($0) }
    fields["per"] = target.per.map { .text($0) }
    fields["nature"] = target.nature.map { .bare($0.rawValue) }
    fields["clock-from"] = target.clockFrom.map { .bare($0.rawValue) }
    fields["excludes"] = .texts(ifAny: target.excludes)
    write(target.evidence, within: outer, into: &fields)
    fields["note"] = target.note.map { text($0) }
    return fields.value
  }

  /// A contact.
  func contact(_ contact: Contact) -> WrittenValue {
    var fields = WrittenFields(.contact)
    fields["id"] = .text(contact.id)
    fields["name"] = contact.name.map { text($0) }
    fields["party"] = contact.party.map { .text($0) }
    fields["reach"] = .texts(ifAny: contact.reach)
    fields["deputy"] = contact.deputy.map { .text($0) }
    fields["hours"] = hours(contact.hours)
    fields["track"] = contact.track.map { .bare($0.rawValue) }
    fields["note"] = contact.note.map { text($0) }
    fields["marking"] = contact.marking.map { marking($0) }
    return fields.value
  }
}
