/// What a modeller may have meant otherwise: forms that are valid and answer another question.
///
/// Advice is no warning: the model may be just as it is meant. A `note` at the place answers it.
public enum ModelAdvice {
  /// Everything that there is to advise on a model, by place.
  ///
  /// - Parameter compiled: The model.
  /// - Returns: Diagnostics of the weight ``Diagnostic/Severity/advice``.
  /// - Complexity: O(*n*) for *n* facts as a rule, and a propagation for each component whose repair
  ///   takes something.
  public static func findings(in compiled: CompiledModel) -> [Diagnostic] {
    (NaiveForms.judge(compiled.model) + InBandRepair.findings(in: compiled)).sortedByPlace()
  }
}

/// Components whose repair takes what they take down themselves: a management network that runs over
/// the network that it manages.
///
/// What ``RepairDeadlocks`` answers for one failure, asked for every component at the price of what
/// each of them takes down.
enum InBandRepair {
  static func findings(in compiled: CompiledModel) -> [Diagnostic] {
    let model = compiled.model
    let propagator = FailurePropagator(compiled.reading(.written).levelOne)
    return model.components.indices.compactMap { index in
      guard model.components[index].hasSeldomFacts else { return nil }
      let component = model.components[index]
      let needed = component.repairNeeds.references
      guard !needed.isEmpty, !component.neverFails, !component.startsManually,
        !component.repairNeeds.isExplained
      else { return nil }
      propagator.undo()
      propagator.fail(CollectionOfOne(compiled.table.vertexOfComponent[index]))
      let works = { (id: String) in
        compiled.vertex(of: id).map { !propagator.contains($0) } ?? true
      }
      guard !component.repairNeeds.isMet(where: works) else { return nil }
      let lost = needed.filter { !works($0.target) }
      let isBrokenByHand = lost.contains { reference in
        guard let vertex = compiled.vertex(of: reference.target) else { return false }
        return compiled.component(vertex)?.startsManually == true
      }
      return isBrokenByHand ? nil : finding(on: component, lost)
    }
  }

  private static func finding(on component: Component, _ lost: [Reference]) -> Diagnostic? {
    guard let first = lost.first else { return nil }
    let names = lost.map { "`\($0.target)`" }.joined(separator: ", ")
    let verb = lost.count == 1 ? "works" : "work"
    return Diagnostic(
      .inBandRepair,
      "repairing `\(component.id)` takes \(names), which no longer \(verb) once "
        + "`\(component.id)` has failed",
      at: first.place ?? component.place, id: component.id,
      hint: "give the repair a way of its own: "
        + "`repair-needs: [{any: [\(first.target), other-way]}]`, or `manual-start: true` if people "
        + "can do it on the spot; else say why in a `note` of the need")
  }
}

extension Requirement {
  /// Whether it is met where some components work; ways through networks count as there, and what
  /// nobody wrote down as met.
  ///
  /// - Complexity: O(*n*) for a formula of *n* parts.
  fileprivate func isMet(where works: (String) -> Bool) -> Bool {
    switch self {
    case .reference(let reference): works(reference.target)
    case .group(let group): group.members.count { $0.isMet(where: works) } >= group.threshold
    case .path, .unknown: true
    }
  }

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
