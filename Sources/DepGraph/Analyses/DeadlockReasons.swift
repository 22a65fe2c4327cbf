extension ColdStart.Deadlock {
  /// Why an element of a deadlock waits.
  public struct Wait: Hashable, Sendable {
    /// What an element needs something for.
    public enum Purpose: String, Hashable, Sendable, CaseIterable {
      /// To work at all.
      case run
      /// Besides, at the moment of starting.
      case start
      /// To be repaired.
      case repair
    }

    /// The element.
    public let vertex: VertexID
    /// What for.
    public let purpose: Purpose
    /// The other elements of the deadlock that it names, by id; for a path the nodes and links of the
    /// network.
    public let others: [VertexID]
    /// Whether not all of them are needed.
    public let isChoice: Bool
  }

  /// Why each element waits, in their order, then by purpose.
  ///
  /// - Parameter compiled: The model.
  /// - Returns: An entry for each purpose for which an element needs others.
  /// - Complexity: O(*r* + *m*) for *r* requirements of its elements and networks of *m* nodes and links,
  ///   for each path over them.
  public func waits(in compiled: CompiledModel) -> [Wait] {
    let members = Set(elements)
    let isRepair = !failed.isEmpty
    var waits: [Wait] = []
    for vertex in elements {
      guard let component = compiled.component(vertex) else { continue }
      var needs: [(Wait.Purpose, Requirement)] = [(.run, component.requires)]
      if !isRepair { needs.append((.start, component.startsWith)) }
      if failed.contains(vertex) { needs.append((.repair, component.repairNeeds)) }
      for (purpose, requirement) in needs {
        var others = Set(compiled.named(in: requirement))
        if purpose == .run {
          others.formUnion(
            compiled.dependencies.of(vertex).filter { $0.strength == .shared }.map(\.target))
        }
        others = others.intersection(members).subtracting([vertex])
        guard !others.isEmpty else { continue }
        waits.append(
          Wait(
            vertex: vertex, purpose: purpose, others: others.sorted(),
            isChoice: others.count > 1 && compiled.offersChoice(requirement, among: others)))
      }
    }
    return waits
  }
}

extension CompiledModel {
  /// Every element that occurs in a requirement; for a path the nodes and links of its network.
  fileprivate func named(in requirement: Requirement) -> [VertexID] {
    let references = requirement.references.compactMap { table.vertex(of: $0.target) }
    let overNetworks = requirement.paths.compactMap { networks.number(of: $0.network) }
      .flatMap { number in
        networks.networks[number].nodes + networks.networks[number].links.map(\.link)
      }
    return references + overNetworks
  }

  /// Whether a requirement can do without some of the elements that it names.
  fileprivate func offersChoice(_ requirement: Requirement, among some: Set<VertexID>) -> Bool {
    switch requirement {
    case .reference, .unknown: false
    case .path: true
    case .group(let group):
      group.threshold < group.members.count
        && group.members.count { !some.isDisjoint(with: named(in: $0)) } > 1
        || group.members.contains { offersChoice($0, among: some) }
    }
  }
}
