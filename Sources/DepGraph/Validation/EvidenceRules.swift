/// Rules on what facts rest on: a public one needs a source, an inferred one a note.
enum EvidenceRules {
  static func judge(_ model: Model) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for party in model.parties {
      judge(party.evidence, party.note, at: party.place, of: party.id, into: &found)
    }
    for contract in model.contracts {
      judge(contract.evidence, contract.note, at: contract.place, of: contract.id, into: &found)
      // Targets take over what the contract rests on, so only their own is looked at.
      for target in contract.targets where target.evidence != contract.evidence {
        judge(
          target.evidence, target.note ?? contract.note, at: contract.place, of: contract.id,
          into: &found)
      }
    }
    for cause in model.commonCauses {
      judge(cause.evidence, cause.note, at: cause.place, of: cause.id, into: &found)
    }
    for index in model.components.indices {
      let basis = model.components[index].evidence.basis
      let traits = model.components[index].traits
      guard
        basis == .public || basis == .inferred
          || !traits.isDisjoint(with: [.publicFact, .inferredFact])
      else { continue }
      judge(model.components[index], into: &found)
    }
    return found
  }

  private static func judge(
    _ evidence: Evidence, _ note: LocalizedText?, at place: SourcePlace?, of id: String,
    into found: inout [Diagnostic]
  ) {
    if evidence.lacksSource { found.append(sourceMissing(at: place, of: id)) }
    if evidence.basis == .inferred, note == nil { found.append(noteMissing(at: place, of: id)) }
  }

  private static func judge(_ component: Component, into found: inout [Diagnostic]) {
    if component.evidence.lacksSource {
      found.append(sourceMissing(at: component.place, of: component.id))
    }
    var isUnexplained = component.evidence.basis == .inferred
    component.forEachFact { fact in
      // What the component itself lacks is said once, of the component.
      if fact.evidence.lacksSource, !component.evidence.lacksSource {
        found.append(sourceMissing(at: fact.place ?? component.place, of: component.id))
      }
      if fact.evidence.basis == .inferred, fact.note == nil { isUnexplained = true }
    }
    if isUnexplained, component.note == nil {
      found.append(noteMissing(at: component.place, of: component.id))
    }
  }

  private static func sourceMissing(at place: SourcePlace?, of id: String) -> Diagnostic {
    Diagnostic(
      .sourceMissing, "a public fact of `\(id)` names no source", at: place, id: id,
      hint: "add `source:`, or give it another basis")
  }

  private static func noteMissing(at place: SourcePlace?, of id: String) -> Diagnostic {
    Diagnostic(
      .noteMissing, "an inferred fact of `\(id)` has no note on how it was concluded", at: place,
      id: id)
  }
}

extension Evidence {
  fileprivate var lacksSource: Bool { basis == .public && sources.isEmpty }
}

/// One fact written in a component, apart from the component itself.
struct ComponentFact {
  let evidence: Evidence
  let note: LocalizedText?
  let place: SourcePlace?
}

extension Component {
  /// Hands out the facts with evidence of their own: references, paths, soft needs, shared values,
  /// claims.
  ///
  /// - Complexity: O(*n*) for *n* facts.
  func forEachFact(_ body: (ComponentFact) -> Void) {
    let take = { (reference: Reference) in
      body(
        ComponentFact(
          evidence: reference.evidence, note: reference.note, place: reference.place))
    }
    let formulas = [requires, startsWith, repairNeeds]
    formulas.flatMap(\.references).forEach(take)
    degradesWithout.forEach(take)
    independentOf.forEach(take)
    for path in formulas.flatMap(\.paths) {
      body(ComponentFact(evidence: path.evidence, note: path.note, place: path.place))
    }
    for shared in shares {
      body(ComponentFact(evidence: shared.evidence, note: shared.note, place: shared.place))
    }
  }
}
