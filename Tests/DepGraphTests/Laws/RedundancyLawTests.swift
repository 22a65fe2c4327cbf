import DepGraph
import Testing

/// Reduced redundancy is the least set of its definition, found here by naive iteration.
@Suite struct RedundancyLawTests {
  @Test func reducedRedundancyFollowsTheDefinition() throws {
    var found = 0
    for seed in 0..<(soaking ? 50_000 : 600) {
      // Everything known and sure, so that all readings are the same and groups are as written.
      let model = Self.sure(RandomModel.make(seed: seed))
      guard let compiled = try? CompiledModel(model) else { continue }
      var random = SeededGenerator(seed: seed ^ 0x4242)
      let seeds = (0..<compiled.table.count).map { VertexID($0) }.filter { _ in random.chance(0.15)
      }
      let failed = Set(seeds.map(compiled.table.id(of:)))
      let expected = NaiveRedundancy(model, failed: failed)
      let blast = BlastRadius(BlastRadius.Question(Seeds(seeds)), in: compiled)
      let ids = blast.reducedRedundancy.map { compiled.table.id(of: $0.vertex) }
      #expect(ids == expected.onlyReduced, "seed \(seed), after \(failed.sorted())")
      found += ids.count
    }
    #expect(found > 50, "the models hardly ever reduce redundancy")
  }

  static func sure(_ model: Model) -> Model {
    var model = model
    for index in model.components.indices {
      var component = model.components[index]
      component.statesRequires = true
      component.requires = sure(component.requires) ?? .nothing
      component.shares = component.shares.filter { $0.value != nil }.map {
        SharedValue(key: $0.key, value: $0.value, evidence: Evidence(.public))
      }
      component.degradesWithout = component.degradesWithout.map { soft in
        var sure = soft
        sure.evidence = Evidence(.public)
        return sure
      }
      model.components[index] = component
    }
    return model
  }

  private static func sure(_ requirement: Requirement) -> Requirement? {
    switch requirement {
    case .unknown: return nil
    case .reference(var reference):
      reference.evidence = Evidence(.public)
      return .reference(reference)
    case .path(var path):
      path.evidence = Evidence(.public)
      return .path(path)
    case .group(var group):
      group.members = group.members.compactMap(sure)
      if case .atLeast(let count) = group.need, count > group.members.count {
        group.need = .all
      }
      if group.members.isEmpty { group.need = .all }
      return .group(group)
    }
  }
}

/// The definition of reduced redundancy on the naive levels.
struct NaiveRedundancy {
  /// Components whose worst grade is reduced redundancy, in order.
  let onlyReduced: [String]

  init(_ model: Model, failed: Set<String>) {
    let now = NaiveLevels(model, .written, failed: failed)
    let rest = NaiveLevels(model, .written, failed: [])
    var reduced: Set<String> = []
    var grew = true
    while grew {
      grew = false
      for component in model.components where !reduced.contains(component.id) {
        guard now.offered[component.id] ?? 0 >= 1 else { continue }
        if Self.isHit(component.requires, component, now, rest)
          || Self.plain(component, model).contains(where: reduced.contains)
        {
          reduced.insert(component.id)
          grew = true
        }
      }
    }
    onlyReduced = reduced.filter { now.level[$0] == 2 && !failed.contains($0) }.sorted()
  }

  private static func isHit(
    _ requirement: Requirement, _ owner: Component, _ now: NaiveLevels, _ rest: NaiveLevels
  ) -> Bool {
    switch requirement {
    case .reference, .unknown: return false
    case .path(let path):
      return rest.disjointWays(path, of: owner) == 2 && now.disjointWays(path, of: owner) == 1
    case .group(let group):
      if group.offersAlternatives {
        let up = { (levels: NaiveLevels) in
          group.members.count { levels.isUp($0, of: owner) }
        }
        if up(now) < up(rest) { return true }
      }
      return group.members.contains { isHit($0, owner, now, rest) }
    }
  }

  /// What a component requires outside groups of alternatives, shared components included.
  private static func plain(_ component: Component, _ model: Model) -> [String] {
    func references(_ requirement: Requirement) -> [String] {
      switch requirement {
      case .reference(let reference): [reference.target]
      case .group(let group) where !group.offersAlternatives: group.members.flatMap(references)
      default: []
      }
    }
    return references(component.requires) + component.shares.compactMap(\.value)
  }
}

extension NaiveLevels {
  /// Whether a formula has value 1 or more.
  func isUp(_ requirement: Requirement, of owner: Component) -> Bool {
    switch requirement {
    case .unknown: return true
    case .reference(let reference): return (offered[reference.target] ?? 2) >= 1
    case .path(let path): return disjointWays(path, of: owner) >= 1
    case .group(let group):
      let up = group.members.count { isUp($0, of: owner) }
      return up >= (group.need == .all ? group.members.count : group.threshold)
    }
  }

  /// The number of disjoint ways, at most 2, by trying every simple way.
  func disjointWays(_ path: PathRequirement, of owner: Component) -> Int {
    let isUp = { (id: String) in id == owner.id || (self.offered[id] ?? 2) >= 1 }
    let start = path.from ?? owner.id
    let links = model.components.filter {
      $0.kind == .link && $0.network == path.network && isUp($0.id)
    }
    let nodes = model.components.filter { $0.kind == .link && $0.network == path.network }
    guard nodes.contains(where: { $0.ends.contains(start) }), isUp(start) else { return 0 }
    if path.targets.contains(start) { return 1 }
    var ways: [(inner: Set<String>, links: Set<String>)] = []
    func walk(_ node: String, _ inner: Set<String>, _ used: Set<String>) {
      for link in links where link.ends.contains(node) && !used.contains(link.id) {
        let next = link.ends[0] == node ? link.ends[1] : link.ends[0]
        guard next != start, !inner.contains(next), isUp(next) else { continue }
        if path.targets.contains(next) { ways.append((inner, used.union([link.id]))) }
        walk(next, inner.union([next]), used.union([link.id]))
      }
    }
    walk(start, [], [])
    if ways.isEmpty { return 0 }
    for first in ways {
      for second in ways
      where first.inner.isDisjoint(with: second.inner) && first.links.isDisjoint(with: second.links)
      {
        return 2
      }
    }
    return 1
  }
}
