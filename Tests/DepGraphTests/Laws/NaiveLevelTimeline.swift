import DepGraph

/// Who works in full, in steps of one second, straight from the definition.
///
/// What does not work, and what is degraded from outside, is given by second. Every second is looked
/// at anew: the greatest set of elements that keep each other full, with what was remembered of
/// holdups and changeovers. Shares no code with the program. For models without uncertain facts.
struct NaiveLevelTimeline: NaiveWays {
  /// What a group with a switchover did at the end of the last step.
  private struct Changeover {
    var inUse: [Int]
    var until: Int?
    var isFree = false
  }

  private let components: [String: Component]
  private let ids: [String]
  let links: [Component]
  /// The elements down at the present step.
  private var down: Set<String> = []
  private var lostSince: [String: Int] = [:]
  private var changeovers: [String: Changeover] = [:]
  private var expired: Set<String> = []
  private var now = 0
  /// The elements that are shown less than full although nothing has failed.
  private(set) var lackingAtRest: Set<String> = []
  /// The stretches of less than full that are shown: from the first second to the first after it.
  private(set) var lacks: [String: [Range<Int>]] = [:]

  init(_ model: Model) {
    let known = Dictionary(uniqueKeysWithValues: model.components.map { ($0.id, $0) })
    components = known
    let causes = model.components.flatMap(\.shares).compactMap { shared in
      shared.value.map { known[$0] == nil ? "\(shared.key):\($0)" : $0 }
    }
    ids = Set(model.components.map(\.id) + causes).sorted()
    links = model.components.filter { $0.kind == .link }
  }

  /// Runs until a step.
  mutating func run(
    down outages: [String: [Range<Int>]], degraded: [String: [Range<Int>]], until end: Int
  ) {
    let atRest = fullSet(forced: [], isRest: true)
    lackingAtRest = Set(ids.filter { !isShownFull($0, in: atRest, isRest: true) })
    for id in ids { remember(id, in: atRest, starting: true) }
    var since: [String: Int] = [:]
    for step in 0..<end {
      now = step
      let isIn = { (ranges: [Range<Int>]?) in ranges?.contains { $0.contains(step) } == true }
      down = Set(ids.filter { isIn(outages[$0]) })
      let forced = down.union(ids.filter { isIn(degraded[$0]) })
      expired = []
      var full: Set<String>
      while true {
        full = fullSet(forced: forced, isRest: false)
        let over = holdupsOver(in: full)
        if over.isSubset(of: expired) { break }
        expired.formUnion(over)
      }
      for id in ids { remember(id, in: full, starting: false) }
      for id in ids {
        // What is remembered now says the same of this very step.
        let isFull = isShownFull(id, in: full, isRest: false)
        if !isFull, since[id] == nil { since[id] = step }
        if isFull, let from = since.removeValue(forKey: id) {
          lacks[id, default: []].append(from..<step)
        }
      }
    }
    for (id, from) in since { lacks[id, default: []].append(from..<end) }
  }

  private func fullSet(forced: Set<String>, isRest: Bool) -> Set<String> {
    var state = Set(ids).subtracting(forced)
    while let lost = ids.first(where: { state.contains($0) && !canBeFull($0, in: state, isRest) }) {
      state.remove(lost)
    }
    return state
  }

  private func canBeFull(_ id: String, in state: Set<String>, _ isRest: Bool) -> Bool {
    guard let component = components[id] else { return true }
    for shared in component.shares {
      guard let value = shared.value else { continue }
      if !state.contains(components[value] == nil ? "\(shared.key):\(value)" : value) {
        return false
      }
    }
    for (number, soft) in component.degradesWithout.enumerated() where !soft.isScopedToSelf {
      if !isMet(.reference(soft), of: component, at: "\(id)/soft\(number)", in: state, isRest) {
        return false
      }
    }
    return isMet(component.requires, of: component, at: id, in: state, isRest)
  }

  private func isShownFull(_ id: String, in state: Set<String>, isRest: Bool) -> Bool {
    guard state.contains(id) else { return false }
    guard let component = components[id] else { return true }
    return component.degradesWithout.enumerated().allSatisfy { number, soft in
      !soft.isScopedToSelf
        || isMet(.reference(soft), of: component, at: "\(id)/soft\(number)", in: state, isRest)
    }
  }

  // MARK: - What is met

  private func isMet(
    _ requirement: Requirement, of owner: Component, at place: String, in state: Set<String>,
    _ isRest: Bool
  ) -> Bool {
    if rawIsMet(requirement, of: owner, at: place, in: state, isRest) { return true }
    let holdup = holdup(requirement)
    guard holdup > 0, !isRest else { return false }
    guard let since = lostSince[place] else { return true }
    return now - since < holdup || (now - since == holdup && !expired.contains(place))
  }

  private func holdup(_ requirement: Requirement) -> Int {
    switch requirement {
    case .reference(let reference):
      reference.givesDegraded ? 0 : Int(reference.holdup?.seconds ?? 0)
    case .group(let group): Int(group.holdup?.seconds ?? 0)
    case .path(let path): Int(path.holdup?.seconds ?? 0)
    case .unknown: 0
    }
  }

  private func rawIsMet(
    _ requirement: Requirement, of owner: Component, at place: String, in state: Set<String>,
    _ isRest: Bool
  ) -> Bool {
    switch requirement {
    case .unknown: return true
    case .reference(let reference):
      if reference.givesDegraded { return false }
      return reference.toleratesDegraded
        ? !down.contains(reference.target) : state.contains(reference.target)
    case .path(let path): return hasWay(path, of: owner) { $0 == owner.id || state.contains($0) }
    case .group(let group):
      let members = alive(group, of: owner)
      let needed = group.need == .all ? group.members.count : group.threshold
      let met = members.filter {
        isMet(group.members[$0], of: owner, at: "\(place)/\($0)", in: state, isRest)
      }
      guard met.count >= needed else { return false }
      guard group.need != .all, !isRest, let changeover = changeovers[place] else { return true }
      if let until = changeover.until { return until <= now }
      return changeover.isFree || Set(changeover.inUse).isSubset(of: met)
    }
  }

  // MARK: - From one step to the next

  private func forEachPart(of id: String, _ body: (Requirement, String) -> Void) {
    func visit(_ requirement: Requirement, _ place: String) {
      body(requirement, place)
      guard case .group(let group) = requirement else { return }
      for (number, member) in group.members.enumerated() { visit(member, "\(place)/\(number)") }
    }
    guard let component = components[id] else { return }
    visit(component.requires, id)
    for (number, soft) in component.degradesWithout.enumerated() {
      visit(.reference(soft), "\(id)/soft\(number)")
    }
  }

  private func holdupsOver(in state: Set<String>) -> Set<String> {
    var over: Set<String> = []
    for id in ids {
      guard let component = components[id] else { continue }
      forEachPart(of: id) { part, place in
        let holdup = holdup(part)
        guard holdup > 0, let since = lostSince[place], now - since == holdup else { return }
        if !rawIsMet(part, of: component, at: place, in: state, false) { over.insert(place) }
      }
    }
    return over
  }

  private mutating func remember(_ id: String, in state: Set<String>, starting: Bool) {
    guard let component = components[id] else { return }
    var lost: [String: Bool] = [:]
    var changes: [String: Changeover] = [:]
    forEachPart(of: id) { part, place in
      let isRawMet = rawIsMet(part, of: component, at: place, in: state, starting)
      if holdup(part) > 0 { lost[place] = !isRawMet }
      guard case .group(let group) = part, group.need != .all,
        let switchover = group.switchover?.seconds
      else { return }
      let members = alive(group, of: component)
      guard group.threshold < members.count else { return }
      let met = members.filter {
        isMet(group.members[$0], of: component, at: "\(place)/\($0)", in: state, starting)
      }
      changes[place] = next(
        changeovers[place], isMet: isRawMet, met: met, threshold: group.threshold,
        switchover: Int(switchover))
    }
    for (place, isLost) in lost {
      lostSince[place] = isLost ? lostSince[place] ?? (starting ? -1_000_000 : now) : nil
    }
    for (place, change) in changes { changeovers[place] = change }
  }

  private func next(
    _ last: Changeover?, isMet: Bool, met: [Int], threshold: Int, switchover: Int
  ) -> Changeover {
    var change = last ?? Changeover(inUse: Array(met.prefix(threshold)))
    if let until = change.until, until <= now {
      change.until = nil
      change.isFree = true
    }
    if isMet {
      change = Changeover(inUse: Array(met.prefix(threshold)))
    } else if change.until == nil, !change.isFree, met.count >= threshold {
      change.until = now + switchover
    }
    return change
  }
}
