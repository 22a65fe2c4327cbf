/// Rules on what is missing but not wrong: names, and requirements that nobody wrote down.
enum CompletenessRules {
  static func judge(_ model: Model) -> [Diagnostic] {
    var found: [Diagnostic] = []
    let check = { (id: String, name: LocalizedText?, place: SourcePlace?) in
      if name == nil {
        found.append(Diagnostic(.nameMissing, "`\(id)` has no name", at: place, id: id))
      }
    }
    for party in model.parties { check(party.id, party.name, party.place) }
    // Agreements go by their number or kind, which is their id.
    for contact in model.contacts { check(contact.id, contact.name, contact.place) }
    for level in model.escalation { check(level.id, level.name, level.place) }
    // Links are known by their ends; thousands of them have no name of their own.
    for index in model.components.indices
    where model.components[index].kind != .link && model.components[index].name == nil {
      check(model.components[index].id, nil, model.components[index].place)
    }
    for index in model.components.indices
    where model.components[index].kind.mustStateRequirements
      && !model.components[index].statesRequires
    {
      let component = model.components[index]
      found.append(
        Diagnostic(
          .requiresMissing, "what `\(component.id)` requires is not written down, so it is unknown",
          at: component.place, id: component.id,
          hint: "write `requires: []` if it needs nothing"))
    }
    return found
  }
}
