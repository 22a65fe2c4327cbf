/// One threshold graph for all reinforcements of a model: each has switches, and while those of one
/// are on and all others off, failures spread as in the model after that change.
///
/// A switch is a component that stands as an alternative beside what the change is about; it is off
/// when it has failed. So no graph is built for each change, and what a change does is found by the
/// same routine as everything else.
struct ReinforcedGraph {
  /// The graph; elements have the numbers that they have in the model.
  let graph: ThresholdGraph
  /// The switches of each change.
  let switches: [[VertexID]]

  /// Builds it.
  ///
  /// - Complexity: O((*n* + *r*) log *n*) for *n* elements with *r* requirements.
  init(_ changes: [Reinforcement], of compiled: CompiledModel, in reading: Reading) {
    var builder = SwitchedModel(compiled, reading)
    for change in changes { builder.addSwitch(for: change) }
    let model = builder.switched()
    do {
      let switched = try CompiledModel(model)
      graph = switched.reading(reading).levelOne
      switches = changes.indices.map { index in
        switched.table.vertex(of: CompiledModel.unusedID(index)).map { [$0] } ?? []
      }
    } catch {
      preconditionFailure("alternatives do not stop a model from working: \(error)")
    }
  }
}

/// A model in which changes can be switched on.
private struct SwitchedModel {
  private let compiled: CompiledModel
  private let reading: Reading
  private var count = 0
  private var besides: [VertexID: [Int: String]] = [:]
  private var alternatives: [String: String] = [:]
  private var ownValues: [VertexID: [VertexID: String]] = [:]
  private var dissolutions: [VertexID: String] = [:]

  init(_ compiled: CompiledModel, _ reading: Reading) {
    self.compiled = compiled
    self.reading = reading
  }

  mutating func addSwitch(for change: Reinforcement) {
    let id = CompiledModel.unusedID(count)
    count += 1
    switch change {
    case .besides(let number, let owner): besides[owner, default: [:]][number] = id
    case .alternative(let element): alternatives[compiled.table.id(of: element)] = id
    case .ownValue(let sharer, let cause): ownValues[sharer, default: [:]][cause] = id
    case .dissolution(let cause): dissolutions[cause] = id
    }
  }

  func switched() -> Model {
    var model = compiled.model
    let described = Set(model.commonCauses.map(\.id))
    for index in 0..<compiled.table.count where compiled.component(VertexID(index)) == nil {
      let id = compiled.table.ids[index]
      // Nobody shares it any more: what shares it requires it.
      if !described.contains(id) { model.commonCauses.append(CommonCause(id: id)) }
    }
    for index in model.components.indices {
      guard let vertex = compiled.table.vertex(of: model.components[index].id) else { continue }
      let members = required(by: model.components[index], at: vertex)
      model.components[index].requires = .group(RequirementGroup(.all, members))
      model.components[index].shares = []
    }
    for number in 0..<count {
      var component = Component(id: CompiledModel.unusedID(number))
      component.kind = .facility
      model.components.append(component)
    }
    return model
  }

  private func required(by component: Component, at vertex: VertexID) -> [Requirement] {
    let stated = component.requiredMembers.enumerated().map { number, member in
      let inner = member.replacingOutright { reference in
        self.either(.reference(reference), [self.alternatives[reference.target]])
      }
      return either(inner, [besides[vertex]?[number]])
    }
    let shared = component.shares.compactMap { shared -> Requirement? in
      guard let cause = compiled.cause(of: shared), isKept(shared.evidence) else { return nil }
      let reference = Reference(compiled.table.id(of: cause), evidence: shared.evidence)
      return either(
        .reference(reference), [ownValues[vertex]?[cause], dissolutions[cause]])
    }
    return stated + shared
  }

  /// A requirement that switches stand in for.
  private func either(_ requirement: Requirement, _ switches: [String?]) -> Requirement {
    let switches = switches.compactMap(\.self)
    guard !switches.isEmpty, isKept(requirement) else { return requirement }
    let others = switches.map {
      Requirement.reference(Reference($0, evidence: Evidence(.internal)))
    }
    return .group(RequirementGroup(.any, [requirement.relied] + others))
  }

  private func isKept(_ requirement: Requirement) -> Bool {
    switch requirement {
    case .reference(let reference): isKept(reference.evidence)
    case .path(let path): isKept(path.evidence)
    case .group, .unknown: true
    }
  }

  /// Whether the reading keeps what rests on some evidence.
  private func isKept(_ evidence: Evidence) -> Bool {
    reading != .certain || !evidence.basis.isUncertain
  }
}
