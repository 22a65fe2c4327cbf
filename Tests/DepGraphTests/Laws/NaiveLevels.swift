import DepGraph

/// The levels of a model computed straight from the definition, without compiling it.
///
/// It repeats the equations from "everything is whole" until nothing changes. Slow, and shares no
/// code with the program.
struct NaiveLevels {
  let model: Model
  let reading: Reading
  let failed: Set<String>
  private(set) var offered: [String: Int] = [:]
  private(set) var level: [String: Int] = [:]
  private let components: [String: Component]

  init(_ model: Model, _ reading: Reading, failed: Set<String>) {
    self.model = model
    self.reading = reading
    self.failed = failed
    components = Dictionary(uniqueKeysWithValues: model.components.map { ($0.id, $0) })
    for component in model.components { offered[component.id] = 2 }
    for cause in causes { offered[cause] = 2 }
    var changed = true
    while changed {
      changed = false
      for id in offered.keys.sorted() {
        let value = failed.contains(id) ? 0 : components[id].map(value(of:)) ?? 2
        if value != offered[id] {
          precondition(value < offered[id] ?? 2, "the equations are monotone")
          offered[id] = value
          changed = true
        }
      }
    }
    level = offered
    for component in model.components {
      let softs = component.degradesWithout.filter { $0.isScopedToSelf && isKept($0.evidence) }
      let value = softs.map { max(1, self.value($0)) }.min() ?? 2
      level[component.id] = min(offered[component.id] ?? 2, value)
    }
  }

  /// Whether a formula has a value of at least 1; true where the reading drops it.
  func isMet(_ requirement: Requirement, of owner: String) -> Bool {
    guard let owner = components[owner] else { return true }
    return value(requirement, of: owner, isAlternative: true) != 0
  }

  /// The common causes that the model's shared values make.
  private var causes: Set<String> {
    Set(
      model.components.flatMap(\.shares).compactMap { shared in
        shared.value.flatMap { components[$0] == nil ? "\(shared.key):\($0)" : nil }
      })
  }

  private func isKept(_ evidence: Evidence) -> Bool {
    reading != .certain || !(evidence.basis == .inferred || evidence.basis == .assumed)
  }

  private func value(of component: Component) -> Int {
    var value = self.value(component.requires, of: component, isAlternative: false) ?? 2
    for shared in component.shares where isKept(shared.evidence) {
      guard let name = shared.value else { continue }
      value = min(value, offered[name] ?? offered["\(shared.key):\(name)"] ?? 2)
    }
    for soft in component.degradesWithout where !soft.isScopedToSelf && isKept(soft.evidence) {
      value = min(value, max(1, self.value(soft)))
    }
    return value
  }

  private func value(_ reference: Reference) -> Int {
    let offered = offered[reference.target] ?? 2
    if reference.givesDegraded { return min(1, offered) }
    if reference.toleratesDegraded { return offered >= 1 ? 2 : 0 }
    return offered
  }

  /// The value of a formula; nil where the reading drops it.
  private func value(_ requirement: Requirement, of owner: Component, isAlternative: Bool) -> Int? {
    switch requirement {
    case .unknown:
      return reading == .certain && isAlternative ? 2 : nil
    case .reference(let reference):
      return isKept(reference.evidence) || isAlternative ? value(reference) : nil
    case .path(let path):
      return isKept(path.evidence) || isAlternative ? value(path, of: owner) : nil
    case .group(let group):
      return value(group, of: owner)
    }
  }

  private func value(_ group: RequirementGroup, of owner: Component) -> Int {
    if group.need == .all {
      return group.members.compactMap { value($0, of: owner, isAlternative: false) }.min() ?? 2
    }
    let needed = group.threshold
    if reading == .certain {
      let values = group.members.compactMap { value($0, of: owner, isAlternative: true) }
      return kthLargest(values, needed)
    }
    let alive = group.members.filter { !isDead($0, of: owner) }
    let kept = alive.filter { member in
      if case .unknown = member { return false }
      return reading == .written || !isUncertain(member)
    }
    let known = alive.filter { if case .unknown = $0 { false } else { true } }
    let values = { (members: [Requirement]) in
      members.compactMap { value($0, of: owner, isAlternative: true) }
    }
    if kept.count >= needed { return kthLargest(values(kept), needed) }
    if alive.count < needed { return 0 }
    return values(known).min() ?? 2
  }

  private func kthLargest(_ values: [Int], _ place: Int) -> Int {
    place <= values.count ? values.sorted(by: >)[place - 1] : 0
  }

  private func isUncertain(_ requirement: Requirement) -> Bool {
    switch requirement {
    case .reference(let reference):
      reference.evidence.basis == .inferred || reference.evidence.basis == .assumed
    case .path(let path): path.evidence.basis == .inferred || path.evidence.basis == .assumed
    case .unknown: true
    case .group: false
    }
  }

  /// Whether a formula is not met even when nothing has failed.
  private func isDead(_ requirement: Requirement, of owner: Component) -> Bool {
    switch requirement {
    case .reference, .unknown: return false
    case .path(let path):
      let whole = reach(from: path.from ?? owner.id, over: path.network) { _ in true }
      return whole.isDisjoint(with: path.targets)
    case .group(let group):
      let alive = group.members.count { !isDead($0, of: owner) }
      return alive < (group.need == .all ? group.members.count : group.threshold)
    }
  }

  private func value(_ path: PathRequirement, of owner: Component) -> Int {
    for wanted in [2, 1] {
      let reached = reach(from: path.from ?? owner.id, over: path.network) { id in
        id == owner.id || (offered[id] ?? 2) >= wanted
      }
      if !reached.isDisjoint(with: path.targets) { return wanted }
    }
    return 0
  }

  private func reach(
    from start: String, over network: String, where isUp: (String) -> Bool
  )
    -> Set<String>
  {
    let links = model.components.filter { $0.kind == .link && $0.network == network }
    guard isUp(start), links.contains(where: { $0.ends.contains(start) }) else { return [] }
    var reached: Set = [start]
    var grew = true
    while grew {
      grew = false
      for link in links where isUp(link.id) {
        let (first, second) = (link.ends[0], link.ends[1])
        for (near, far) in [(first, second), (second, first)]
        where reached.contains(near) && !reached.contains(far) && isUp(far) {
          reached.insert(far)
          grew = true
        }
      }
    }
    return reached
  }
}
