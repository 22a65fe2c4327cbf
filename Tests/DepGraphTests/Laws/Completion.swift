import DepGraph

/// One way in which everything that a model leaves open could turn out to be.
///
/// Uncertain facts hold or do not, unknown needs are nothing or some component, unknown numbers are
/// some number. Facts that are known stay.
struct Completion {
  private var random: SeededGenerator
  private let ids: [String]
  private let sectors = ["energy", "health", "food"]

  static func make(of model: Model, seed: Int) -> Model {
    var maker = Completion(random: SeededGenerator(seed: seed), ids: model.components.map(\.id))
    var model = model
    for index in model.components.indices { maker.complete(&model.components[index]) }
    return model
  }

  private mutating func complete(_ component: inout Component) {
    let id = component.id
    if !component.statesRequires, component.kind.mustStateRequirements {
      component.statesRequires = true
      component.requires = .group(RequirementGroup(.all, [.unknown(nil)]))
    }
    component.requires = complete(component.requires, of: id) ?? .nothing
    component.degradesWithout = component.degradesWithout.compactMap { settle($0) }
    var shares: [SharedValue] = []
    for var shared in component.shares
    where !shared.evidence.basis.isUncertain || random.chance(0.5) {
      shared.value = shared.value ?? pick(["r0", "r1", "own-\(id)"])
      shared.evidence = Evidence(.public)
      shares.append(shared)
    }
    component.shares = shares
    if component.sector == nil, component.kind.mustStateRequirements {
      component.sector = pick(sectors)
    }
    let known = component.users
    if component.users?.value == nil { component.users = .known(number(9)) }
    if component.impact.isEmpty { component.impact = [Impact(after: .zero)] }
    for index in component.impact.indices where component.impact[index].people?.value == nil {
      // Users stand in for people where nobody says anything of people.
      let isSilent = component.impact[index].people == nil
      component.impact[index].people = isSilent && known?.value != nil ? known : .known(number(9))
    }
    if component.continuity.maximumTolerablePeriod == nil {
      component.continuity.maximumTolerablePeriod = .hours(Int(number(9)))
    }
  }

  /// What a requirement turns out to be; nil: nothing.
  private mutating func complete(_ requirement: Requirement, of owner: String) -> Requirement? {
    switch requirement {
    case .unknown:
      let others = ids.filter { $0 != owner }
      return random.chance(0.4)
        ? nil : .reference(Reference(pick(others), evidence: Evidence(.public)))
    case .reference(let reference): return settle(reference).map { .reference($0) }
    case .path(var path):
      if path.evidence.basis.isUncertain, random.chance(0.5) { return nil }
      path.evidence = Evidence(.public)
      return .path(path)
    case .group(var group):
      guard group.offersAlternatives else {
        group.members = group.members.compactMap { complete($0, of: owner) }
        return .group(group)
      }
      let threshold = group.threshold
      group.members = alternatives(group.members, atLeast: threshold, of: owner)
      group.need = .atLeast(threshold)
      return .group(group)
    }
  }

  /// Those alternatives that turn out to be ones, never fewer than are needed.
  private mutating func alternatives(
    _ members: [Requirement], atLeast count: Int, of owner: String
  ) -> [Requirement] {
    var kept = members
    for place in members.indices.reversed() where kept.count > count {
      guard case .reference(let reference) = members[place],
        reference.evidence.basis.isUncertain, random.chance(0.5)
      else { continue }
      kept.remove(at: place)
    }
    return kept.map { member in
      guard case .reference(var reference) = member else {
        return complete(member, of: owner) ?? .nothing
      }
      reference.evidence = Evidence(.public)
      return .reference(reference)
    }
  }

  private mutating func settle(_ reference: Reference) -> Reference? {
    guard reference.evidence.basis.isUncertain else { return reference }
    if random.chance(0.5) { return nil }
    var settled = reference
    settled.evidence = Evidence(.public)
    return settled
  }

  private mutating func number(_ most: Int) -> Double {
    Double(Int.random(in: 0...most, using: &random))
  }

  private mutating func pick(_ list: [String]) -> String {
    list[Int.random(in: 0..<list.count, using: &random)]
  }
}
