/// What a modeller may have meant otherwise: forms that are valid and answer another question.
///
/// Advice is no warning: the model may be just as it is meant. A `note` at the place answers it.
public enum ModelAdvice {
  /// Everything that there is to advise on a model, by place.
  ///
  /// - Parameter compiled: The model.
  /// - Returns: Diagnostics of the weight ``Diagnostic/Severity/advice``.
  /// - Complexity: O(*n*) for *n* facts as a rule, and for each component whose repair takes what
  ///   leans on it a question to ``RepairDeadlocks``.
  public static func findings(in compiled: CompiledModel) -> [Diagnostic] {
    (NaiveForms.judge(compiled.model) + InBandRepair.findings(in: compiled)).sortedByPlace()
  }
}

/// Components whose repair takes what they take down themselves: a management network that runs over
/// the network that it manages.
enum InBandRepair {
  static func findings(in compiled: CompiledModel) -> [Diagnostic] {
    let model = compiled.model
    return model.components.indices.compactMap { index in
      guard model.components[index].hasSeldomFacts else { return nil }
      let component = model.components[index]
      guard !component.neverFails, !component.startsManually, !component.repairNeeds.isExplained,
        let vertex = compiled.table.vertex(of: component.id)
      else { return nil }
      return finding(on: component, vertex, in: compiled)
    }
  }

  private static func finding(
    on component: Component, _ vertex: VertexID, in compiled: CompiledModel
  ) -> Diagnostic? {
    let needed = component.repairNeeds.references
    guard !needed.isEmpty else { return nil }
    // Most repairs take nothing that leans on what is repaired, and this tells it cheaply.
    let users = compiled.dependencies.allUsers(of: vertex)
    let leaning = needed.filter { reference in
      compiled.vertex(of: reference.target).map { users[$0] != nil } ?? false
    }
    guard !leaning.isEmpty else { return nil }
    let found = RepairDeadlocks(after: Seeds([vertex]), in: compiled).deadlocks
    guard let deadlock = found.first(where: { $0.failed.contains(vertex) }),
      deadlock.byHand != .stated
    else { return nil }
    let locked = leaning.filter { reference in
      compiled.vertex(of: reference.target).map(deadlock.elements.contains) ?? false
    }
    guard let first = locked.first else { return nil }
    let names = locked.map { "`\($0.target)`" }.joined(separator: ", ")
    let verb = locked.count == 1 ? "works" : "work"
    return Diagnostic(
      .inBandRepair,
      "repairing `\(component.id)` takes \(names), which no longer \(verb) once `\(component.id)` has failed",
      at: first.place ?? component.place, id: component.id,
      hint:
        "give the repair a way of its own: `repair-needs: [{any: [\(first.target), other-way]}]`, "
        + "or `manual-start: true` if people can do it on the spot; else say why in a `note` of the need"
    )
  }
}

extension Requirement {
  /// Whether some part of it has a note.
  ///
  /// - Complexity: O(*n*) for a formula of *n* parts.
  fileprivate var isExplained: Bool {
    switch self {
    case .reference(let reference): reference.note != nil
    case .path(let path): path.note != nil
    case .group(let group): group.note != nil || group.members.contains(where: \.isExplained)
    case .unknown: false
    }
  }
}
