import DepGraph

/// When things are back, straight from the equations: from "never" downwards until nothing changes.
///
/// Shares no code with the program.
struct NaiveRestoration {
  let model: Model
  let failed: [String]
  let ids: [String]
  let out: Set<String>
  private let components: [String: Component]

  /// Who does what in which order, and how long it takes.
  struct Work {
    /// For each crew what it does, one after the other.
    var lists: [[String]]
    var seconds: [String: Double]
    /// When a crew that begins some work at a time is done: the crew, the time, the work.
    var end: (Int, Double, Double) -> Double = { $1 + $2 }
    /// The first time from another on at which a crew is at work.
    var atWork: (Int, Double) -> Double = { $1 }
    /// What is started or repaired without these needs.
    var byHand: [String: Set<String>] = [:]
  }

  init(_ model: Model, failed: [String]) {
    self.model = model
    self.failed = failed
    let components = Dictionary(uniqueKeysWithValues: model.components.map { ($0.id, $0) })
    self.components = components
    let known = Set(components.keys)
    let causes = model.components.flatMap(\.shares).compactMap { shared in
      shared.value.flatMap { known.contains($0) ? nil : "\(shared.key):\($0)" }
    }
    let ids = known.union(causes).sorted()
    self.ids = ids
    var up = Set(ids).subtracting(failed)
    while true {
      let times = Dictionary(uniqueKeysWithValues: up.map { ($0, 0.0) })
      let next = up.filter { id in
        Self.needs(id, components).allSatisfy {
          Self.value($0, of: id, times, [], model, ids) == 0
        }
      }
      if next == up { break }
      up = next
    }
    out = Set(ids).subtracting(up)
  }

  /// When everything works, each repair begins and each is done.
  func times(
    _ work: Work
  ) -> (works: [String: Double], begins: [String: Double], ends: [String: Double]) {
    var works: [String: Double] = [:]
    for id in ids where !out.contains(id) { works[id] = 0 }
    var begins: [String: Double] = [:]
    var ends: [String: Double] = [:]
    while true {
      let before = (works, begins, ends)
      for (crew, list) in work.lists.enumerated() {
        var free = 0.0
        for id in list {
          let needs = components[id]?.repairNeeds ?? .nothing
          let ready = Self.value(needs, of: id, works, work.byHand[id] ?? [], model, ids)
          let start = max(free, ready)
          begins[id] = start < .infinity ? work.atWork(crew, start) : start
          let seconds = work.seconds[id] ?? 0
          ends[id] =
            start < .infinity ? work.end(crew, begins[id] ?? .infinity, seconds) : .infinity
          free = ends[id] ?? .infinity
        }
      }
      for id in out {
        let loop = work.byHand[id] ?? []
        // Who needs the loop in order to run waits for all that the loop needs from outside.
        let needing = running(id).contains { mentions($0, loop) } ? loop.sorted() : [id]
        let values = needing.flatMap { member in
          running(member).map { Self.value($0, of: member, works, loop, model, ids) }
        }
        let repaired = failed.contains(id) ? ends[id] ?? .infinity : 0
        works[id] =
          max(repaired, values.max() ?? 0) + (components[id]?.restart?.seconds ?? 0)
      }
      if before == (works, begins, ends) { return (works, begins, ends) }
    }
  }

  private func running(_ id: String) -> [Requirement] {
    Self.needs(id, components) + [components[id]?.startsWith ?? .nothing]
  }

  private func mentions(_ requirement: Requirement, _ loop: Set<String>) -> Bool {
    let members = requirement.paths.flatMap { path in
      model.components.filter { $0.kind == .link && $0.network == path.network }
        .flatMap { [$0.id] + $0.ends }
    }
    return !loop.isDisjoint(with: requirement.references.map(\.target) + members)
  }

  /// The time from which a formula holds.
  func time(of requirement: Requirement, of id: String, _ works: [String: Double]) -> Double {
    Self.value(requirement, of: id, works, [], model, ids)
  }

  // MARK: - Formulas

  private static func needs(_ id: String, _ components: [String: Component]) -> [Requirement] {
    guard let component = components[id] else { return [] }
    let shared = component.shares.compactMap { shared in
      shared.value.map { value -> Requirement in
        let target = components[value] == nil ? "\(shared.key):\(value)" : value
        return .reference(Reference(target, evidence: shared.evidence))
      }
    }
    return [component.requires] + shared
  }

  private static func value(
    _ requirement: Requirement, of owner: String, _ works: [String: Double],
    _ without: Set<String>, _ model: Model, _ ids: [String]
  ) -> Double {
    switch requirement {
    case .unknown: return 0
    case .reference(let reference):
      return without.contains(reference.target) ? 0 : works[reference.target] ?? .infinity
    case .path(let path):
      let links = model.components.filter { $0.kind == .link && $0.network == path.network }
      let moments = Set(ids.map { works[$0] ?? .infinity } + [0]).sorted()
      return moments.first { moment in
        moment < .infinity
          && holds(path, of: owner, links) {
            without.contains($0) || (works[$0] ?? .infinity) <= moment
          }
      } ?? .infinity
    case .group(let group):
      var members = group.members
      if group.need != .all { members = members.filter { !isDead($0, of: owner, model) } }
      let values = members.map { value($0, of: owner, works, without, model, ids) }.sorted()
      if group.need == .all { return values.last ?? 0 }
      return values.count >= group.threshold ? values[group.threshold - 1] : .infinity
    }
  }

  private static func isDead(_ requirement: Requirement, of owner: String, _ model: Model) -> Bool {
    switch requirement {
    case .reference, .unknown: return false
    case .path(let path):
      let links = model.components.filter { $0.kind == .link && $0.network == path.network }
      return !holds(path, of: owner, links) { _ in true }
    case .group(let group):
      let alive = group.members.count { !isDead($0, of: owner, model) }
      return alive < (group.need == .all ? group.members.count : group.threshold)
    }
  }

  private static func holds(
    _ path: PathRequirement, of owner: String, _ links: [Component], where isUp: (String) -> Bool
  ) -> Bool {
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
}
