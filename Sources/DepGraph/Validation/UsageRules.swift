/// Rules on what nothing uses.
enum UsageRules {
  static func judge(_ model: Model) -> [Diagnostic] {
    var used = Set(model.components.flatMap(\.mentioned))
    for party in model.parties { used.formUnion(party.products?.value ?? []) }
    for contact in model.contacts { used.formUnion(contact.reach) }
    for plan in model.plans { used.formUnion(plan.purposes + (plan.reliesOn ?? [])) }
    for measure in model.measures { used.formUnion(measure.adds + measure.removes) }
    for observation in model.observations { used.insert(observation.component) }
    for cause in model.commonCauses { used.formUnion(cause.group?.members ?? []) }
    for expectation in model.expectations {
      used.formUnion(expectation.when + expectation.up + expectation.down)
    }
    for contract in model.contracts {
      if case .selectors(let selectors) = contract.covers { used.formUnion(selectors) }
    }
    let networks = Set(model.components.flatMap { $0.formulas.flatMap(\.paths) }.map(\.network))
    let causes = Set(model.components.flatMap { $0.shares.compactMap(\.causeID) })
    var found: [Diagnostic] = []
    for component in model.components where !used.contains(component.id) {
      switch component.kind {
      case .process, .consumer: continue
      case .link where networks.contains(component.network): continue
      default:
        found.append(
          Diagnostic(
            .unusedComponent, "nothing needs or mentions `\(component.id)`", at: component.place,
            id: component.id))
      }
    }
    for cause in model.commonCauses where cause.group == nil && !causes.contains(cause.id) {
      found.append(
        Diagnostic(.unusedComponent, "nothing shares `\(cause.id)`", at: cause.place, id: cause.id))
    }
    return found
  }
}

extension Component {
  /// The ids of other components that are written in it.
  fileprivate var mentioned: [String] {
    let references = formulas.flatMap(\.references) + degradesWithout + independentOf
    let paths = formulas.flatMap(\.paths)
    return references.map(\.target) + paths.flatMap { $0.targets + [$0.from].compactMap { $0 } }
      + ends + shares.compactMap(\.value)
  }
}

extension SharedValue {
  /// The id of the common cause, `key:value`; nil where the value is unknown.
  var causeID: String? { value.map { "\(key):\($0)" } }
}
