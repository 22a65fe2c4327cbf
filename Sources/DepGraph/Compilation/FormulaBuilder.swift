/// Turns what a component requires into formulas over vertices.
struct FormulaBuilder {
  let table: ElementTable
  let networks: NetworkTable

  /// The whole requirement of a component: what it requires and what it shares.
  func requirement(of component: Component, at vertex: VertexID) -> Formula {
    var members: [Formula] = []
    switch component.running {
    case .plain(let needs):
      let isUncertain = needs.store.evidence.basis.isUncertain
      members.reserveCapacity(needs.targets.count + component.shares.count)
      for target in table.vertices(of: needs) {
        members.append(.reference(FormulaReference(plain: target, isUncertain: isUncertain)))
      }
    case .written(.group(let group)) where group.need == .all && group.holdup == nil:
      members.reserveCapacity(group.members.count + component.shares.count)
      for (number, member) in group.members.enumerated() {
        members.append(formula(member, of: vertex) { "requires/\(number + 1)" })
      }
    case .written(let other):
      members.append(formula(other, of: vertex) { "requires" })
    }
    for shared in component.shares {
      guard let value = shared.value,
        let cause = table.vertex(of: value) ?? table.vertex(of: "\(shared.key):\(value)")
      else { continue }
      members.append(
        .reference(
          FormulaReference(plain: cause, isUncertain: shared.evidence.basis.isUncertain)))
    }
    return .group(
      FormulaGroup(
        threshold: members.count, offersAlternatives: false, members: members, delay: 0,
        location: "requires"))
  }

  /// A soft requirement, or nil where its target is not known.
  func soft(_ reference: Reference) -> FormulaReference? {
    guard let vertex = table.vertex(of: reference.target) else { return nil }
    return FormulaReference(
      vertex: vertex, delay: reference.holdup?.seconds ?? 0,
      toleratesDegraded: reference.toleratesDegraded, givesDegraded: reference.givesDegraded,
      isScopedToSelf: reference.isScopedToSelf,
      isUncertain: reference.basis.isUncertain)
  }

  /// A requirement that stands in some place of a component, which only groups and paths tell.
  func formula(
    _ requirement: Requirement, of owner: VertexID, at location: () -> String
  )
    -> Formula
  {
    switch requirement {
    case .unknown:
      return .unknown
    case .reference(let reference):
      guard let found = soft(reference) else { return .unknown }
      return .reference(found)
    case .group(let group):
      let name = "\(location())/\(group.need.name)"
      let members = group.members.enumerated().map { number, member in
        formula(member, of: owner) { "\(name)/\(number + 1)" }
      }
      return .group(
        FormulaGroup(
          threshold: group.threshold, offersAlternatives: group.offersAlternatives,
          members: members, delay: group.holdup?.seconds ?? 0,
          switchover: group.switchover?.seconds ?? 0, location: name))
    case .path(let path):
      guard let network = networks.number(of: path.network) else { return .unknown }
      let from = path.from.flatMap(table.vertex(of:)) ?? owner
      let targets = path.targets.compactMap(table.vertex(of:))
      return .path(
        FormulaPath(
          network: network, from: from, targets: targets, exempt: owner,
          delay: path.holdup?.seconds ?? 0, isUncertain: path.evidence.basis.isUncertain,
          isConnectedAtRest: networks.connects(from, to: targets, in: network),
          location: "\(location())/path"))
    }
  }
}

extension RequirementGroup.Need {
  /// The word in a group's location.
  fileprivate var name: String {
    switch self {
    case .all: "all"
    case .any: "any"
    case .atLeast, .share: "at-least"
    }
  }
}
