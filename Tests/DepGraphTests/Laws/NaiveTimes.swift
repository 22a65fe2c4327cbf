import DepGraph

/// The failure times of a model as written, straight from the equations.
///
/// From "never" downwards until nothing changes, which is the greatest solution. Shares no code with
/// the program.
struct NaiveTimes {
  let model: Model
  let failed: Set<String>
  /// `T_1` and `T_2` of what each component offers.
  private(set) var times: [[String: Double]] = [[:], [:]]
  /// `T_2` as shown.
  private(set) var shown: [String: Double] = [:]
  private let components: [String: Component]

  init(_ model: Model, failed: Set<String>) {
    self.model = model
    self.failed = failed
    components = Dictionary(uniqueKeysWithValues: model.components.map { ($0.id, $0) })
    let causes = model.components.flatMap(\.shares).compactMap { shared in
      shared.value.map { components[$0] == nil ? "\(shared.key):\($0)" : $0 }
    }
    let ids = Set(model.components.map(\.id) + causes).sorted()
    for id in ids {
      times[0][id] = .infinity
      times[1][id] = .infinity
    }
    for level in [1, 2] {
      var changed = true
      while changed {
        changed = false
        for id in ids {
          let time =
            failed.contains(id) ? 0 : components[id].map { offered($0, level) } ?? .infinity
          if time != times[level - 1][id] {
            times[level - 1][id] = time
            changed = true
          }
        }
      }
    }
    for component in model.components {
      let softs = component.degradesWithout.filter(\.isScopedToSelf).map { reference($0, 2) }
      shown[component.id] = min(times[1][component.id] ?? .infinity, softs.min() ?? .infinity)
    }
  }

  private func time(_ id: String, _ level: Int) -> Double { times[level - 1][id] ?? .infinity }

  private func offered(_ component: Component, _ level: Int) -> Double {
    var result = formula(component.requires, of: component, level) ?? .infinity
    for shared in component.shares {
      guard let name = shared.value else { continue }
      let id = components[name] == nil ? "\(shared.key):\(name)" : name
      result = min(result, time(id, level))
    }
    if level == 2 {
      for soft in component.degradesWithout where !soft.isScopedToSelf {
        result = min(result, reference(soft, 2))
      }
    }
    return result
  }

  private func reference(_ reference: Reference, _ level: Int) -> Double {
    let holdup = reference.holdup?.seconds ?? 0
    if reference.givesDegraded, level == 2 { return 0 }
    return time(reference.target, reference.toleratesDegraded ? 1 : level) + holdup
  }

  private func formula(_ requirement: Requirement, of owner: Component, _ level: Int) -> Double? {
    switch requirement {
    case .unknown: nil
    case .reference(let reference): self.reference(reference, level)
    case .path(let path):
      widest(path, of: owner) { time($0, level) } + (path.holdup?.seconds ?? 0)
    case .group(let group):
      self.group(group, of: owner, level) + (group.holdup?.seconds ?? 0)
    }
  }

  private func group(_ group: RequirementGroup, of owner: Component, _ level: Int) -> Double {
    let values = { (members: [Requirement]) in
      members.compactMap { formula($0, of: owner, level) }
    }
    if group.need == .all { return values(group.members).min() ?? .infinity }
    let alive = group.members.filter { !isDead($0, of: owner) }
    let known = values(alive)
    if known.count >= group.threshold { return known.sorted(by: >)[group.threshold - 1] }
    return alive.count < group.threshold ? 0 : known.min() ?? .infinity
  }

  private func isDead(_ requirement: Requirement, of owner: Component) -> Bool {
    switch requirement {
    case .reference, .unknown: return false
    case .path(let path): return widest(path, of: owner) { _ in .infinity } == 0
    case .group(let group):
      let alive = group.members.count { !isDead($0, of: owner) }
      return alive < (group.need == .all ? group.members.count : group.threshold)
    }
  }

  /// The largest, over all ways, of the first time at which something on the way fails.
  private func widest(
    _ path: PathRequirement, of owner: Component, _ time: (String) -> Double
  ) -> Double {
    func own(_ id: String) -> Double { id == owner.id ? .infinity : time(id) }
    let links = model.components.filter { $0.kind == .link && $0.network == path.network }
    let start = path.from ?? owner.id
    guard links.contains(where: { $0.ends.contains(start) }) else { return 0 }
    var width = [start: own(start)]
    var grew = true
    while grew {
      grew = false
      for link in links {
        for (near, far) in [(link.ends[0], link.ends[1]), (link.ends[1], link.ends[0])] {
          guard let before = width[near] else { continue }
          let value = min(before, own(link.id), own(far))
          if value > width[far] ?? -1 {
            width[far] = value
            grew = true
          }
        }
      }
    }
    return path.targets.compactMap { width[$0] }.max() ?? 0
  }
}
