import DepGraph

/// Cold start and repair straight from the definition.
///
/// Rounds over the whole model, reachability of everything from everything, every subset tried. Shares
/// no code with the program.
struct NaiveStart {
  struct Deadlock: Equatable {
    var components: [String]
    var breakers: [String]
  }

  let model: Model
  let ids: [String]
  private let components: [String: Component]

  init(_ model: Model) {
    self.model = model
    components = Dictionary(uniqueKeysWithValues: model.components.map { ($0.id, $0) })
    let known = Set(components.keys)
    let causes = model.components.flatMap(\.shares).compactMap { shared in
      shared.value.flatMap { known.contains($0) ? nil : "\(shared.key):\($0)" }
    }
    ids = known.union(causes).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  // MARK: - Requirements

  /// Whether a formula is met; nil where nobody wrote it down.
  private func isMet(_ requirement: Requirement, of owner: String, _ up: Set<String>) -> Bool? {
    switch requirement {
    case .unknown: return nil
    case .reference(let reference): return up.contains(reference.target)
    case .path(let path): return holds(path, of: owner) { up.contains($0) }
    case .group(let group):
      if group.need == .all {
        return group.members.allSatisfy { isMet($0, of: owner, up) ?? true }
      }
      let alive = group.members.filter { !isDead($0, of: owner) }
      let known = alive.compactMap { isMet($0, of: owner, up) }
      if known.count >= group.threshold { return known.count { $0 } >= group.threshold }
      // Too few are written down: nobody knows which of them carry it, so all must hold.
      return alive.count >= group.threshold && known.allSatisfy { $0 }
    }
  }

  private func isDead(_ requirement: Requirement, of owner: String) -> Bool {
    switch requirement {
    case .reference, .unknown: return false
    case .path(let path): return !holds(path, of: owner) { _ in true }
    case .group(let group):
      let alive = group.members.count { !isDead($0, of: owner) }
      return alive < (group.need == .all ? group.members.count : group.threshold)
    }
  }

  private func holds(
    _ path: PathRequirement, of owner: String, where isUp: (String) -> Bool
  ) -> Bool {
    let links = model.components.filter { $0.kind == .link && $0.network == path.network }
    func isOpen(_ id: String) -> Bool { id == owner || isUp(id) }
    let start = path.from ?? owner
    guard isOpen(start), links.contains(where: { $0.ends.contains(start) }) else { return false }
    var reached: Set = [start]
    for _ in links.indices {
      for link in links where isOpen(link.id) && !reached.isDisjoint(with: link.ends) {
        reached.formUnion(link.ends.filter(isOpen))
      }
    }
    return !reached.isDisjoint(with: path.targets)
  }

  private func requirementIsMet(_ id: String, _ up: Set<String>) -> Bool {
    guard let component = components[id] else { return true }
    let shared = component.shares.compactMap { shared in
      shared.value.map { components[$0] == nil ? "\(shared.key):\($0)" : $0 }
    }
    return isMet(component.requires, of: id, up) ?? true && shared.allSatisfy(up.contains)
  }

  private func canStart(_ id: String, _ up: Set<String>) -> Bool {
    let starter = components[id].map { isMet($0.startsWith, of: id, up) ?? true } ?? true
    return starter && requirementIsMet(id, up)
  }

  /// What works while something has failed; what is forced works whatever it needs.
  func up(failed: Set<String>, forced: Set<String> = []) -> Set<String> {
    var up = Set(ids).subtracting(failed)
    while true {
      let next = up.filter { forced.contains($0) || requirementIsMet($0, up) }
      if next == up { return up }
      up = next
    }
  }

  // MARK: - Cold start

  /// What starts from some that run, in waves.
  func waves(from running: Set<String>, failed: Set<String>) -> [[String]] {
    var up = running
    var waves: [[String]] = []
    while true {
      let wave = ids.filter { !up.contains($0) && !failed.contains($0) && canStart($0, up) }
      if wave.isEmpty { return waves }
      waves.append(wave)
      up.formUnion(wave)
    }
  }

  func deadlocks(failed: Set<String>) -> [Deadlock] {
    let up = up(failed: failed)
    let started = Set(waves(from: [], failed: failed).joined())
    return parts(of: up.subtracting(started)) { [$0.requires, $0.startsWith] }
      .compactMap { part in
        let outside = up.subtracting(part)
        let starts = { (running: Set<String>) in
          Set(waves(from: outside.union(running), failed: failed).joined()).union(running)
            .isSuperset(of: part)
        }
        guard !starts([]) else { return nil }
        return Deadlock(
          components: part, breakers: breakers(of: part, otherwise: part, where: starts))
      }
  }

  // MARK: - Repair

  func leftUnrepaired(_ failed: Set<String>, forced: Set<String> = []) -> Set<String> {
    var left = failed.subtracting(forced)
    while true {
      let works = up(failed: left, forced: forced)
      let next = left.filter { id in
        !(components[id].map { isMet($0.repairNeeds, of: id, works) ?? true } ?? true)
      }
      if next == left { return left }
      left = next
    }
  }

  func repairDeadlocks(failed: Set<String>) -> [Deadlock] {
    let left = leftUnrepaired(failed)
    let down = Set(ids).subtracting(up(failed: left))
    return parts(of: down) { component in
      left.contains(component.id)
        ? [component.requires, component.repairNeeds] : [component.requires]
    }.compactMap { part in
      let broken = left.intersection(part)
      let works = { (forced: Set<String>) in leftUnrepaired(broken, forced: forced).isEmpty }
      guard !works([]) else { return nil }
      return Deadlock(
        components: part, breakers: breakers(of: part, otherwise: broken.sorted(), where: works))
    }
  }

  // MARK: - Parts and breakers

  /// The sets whose members reach each other, by the first id.
  private func parts(
    of elements: Set<String>, needs: (Component) -> [Requirement]
  ) -> [[String]] {
    var reach: [String: Set<String>] = [:]
    for id in elements {
      guard let component = components[id] else { continue }
      let formulas = needs(component)
      var found = Set(formulas.flatMap(\.references).map(\.target))
      for shared in component.shares {
        guard let value = shared.value else { continue }
        found.insert(components[value] == nil ? "\(shared.key):\(value)" : value)
      }
      for path in formulas.flatMap(\.paths) {
        for link in model.components where link.kind == .link && link.network == path.network {
          found.formUnion([link.id] + link.ends)
        }
      }
      reach[id] = found.intersection(elements)
    }
    for _ in elements {
      for id in elements {
        reach[id] = reach[id, default: []].reduce(into: reach[id, default: []]) {
          $0.formUnion(reach[$1, default: []])
        }
      }
    }
    let sorted = ids.filter(elements.contains)
    return sorted.compactMap { id in
      let part = sorted.filter { other in
        other == id
          || reach[id, default: []].contains(other) && reach[other, default: []].contains(id)
      }
      return part[0] == id ? part : nil
    }
  }

  /// The first of the smallest subsets that do, of those startable by hand if these are enough.
  private func breakers(
    of part: [String], otherwise: [String], where isEnough: (Set<String>) -> Bool
  ) -> [String] {
    let manual = part.filter { components[$0]?.startsManually == true }
    let candidates =
      !manual.isEmpty && isEnough(Set(manual)) ? manual : Set(manual + otherwise).sorted()
    let subsets = (0..<(1 << candidates.count)).map { bits in
      candidates.indices.filter { bits >> $0 & 1 == 1 }.map { candidates[$0] }
    }.sorted { left, right in
      left.count != right.count ? left.count < right.count : left.lexicographicallyPrecedes(right)
    }
    return subsets.first { isEnough(Set($0)) } ?? []
  }
}
