import DepGraph

/// A run through time in steps of one second, straight from the definition.
///
/// Everything is looked at anew at every step. Shares no code with the program. For models without
/// uncertain or unknown facts.
struct NaiveTimeline: NaiveWays {
  /// Something done from outside.
  struct Event {
    let time: Int
    let id: String
    let fails: Bool
    var byHand = false
  }

  /// What a group with a switchover did at the end of the last step.
  private struct Changeover {
    var inUse: [Int]
    var until: Int?
    var isFree = false
    var wasMet = true
  }

  private let components: [String: Component]
  private let ids: [String]
  let links: [Component]
  private(set) var works: Set<String>
  private var failed: Set<String> = []
  private var held: Set<String> = []
  private var ableSince: [String: Int] = [:]
  /// Since when what stands before a holdup is lost.
  private var lostSince: [String: Int] = [:]
  private var changeovers: [String: Changeover] = [:]
  /// The holdups known to run out at this step.
  private var expired: Set<String> = []
  private var now = 0
  /// The steps at which something may run out; at others without events all stays as it is.
  private var wakeups: Set<Int> = []
  /// The outages found: from the first second out to the first second back.
  private(set) var outages: [String: [Range<Int>]] = [:]

  init(_ model: Model) {
    components = Dictionary(uniqueKeysWithValues: model.components.map { ($0.id, $0) })
    let known = components
    let causes = model.components.flatMap(\.shares).compactMap { shared in
      shared.value.map { known[$0] == nil ? "\(shared.key):\($0)" : $0 }
    }
    ids = Set(model.components.map(\.id) + causes).sorted()
    links = model.components.filter { $0.kind == .link }
    works = Set(ids)
    for id in ids { ableSince[id] = -1_000_000 }
  }

  /// Runs until a step; an outage that had not ended by then ends there.
  mutating func run(_ events: [Event], until end: Int) {
    var out: [String: Int] = [:]
    wakeups = Set(events.map(\.time))
    for id in ids { remember(id, in: works, starting: true) }
    for step in 0..<end where wakeups.contains(step) {
      now = step
      let before = works
      takeStep(events.filter { $0.time == step })
      for id in ids {
        if before.contains(id), !works.contains(id) { out[id] = step }
        if !before.contains(id), works.contains(id), let from = out[id] {
          outages[id, default: []].append(from..<step)
          out[id] = nil
        }
      }
    }
    for (id, from) in out { outages[id, default: []].append(from..<end) }
  }

  // MARK: - One step

  private mutating func takeStep(_ events: [Event]) {
    var hands: Set<String> = []
    for event in events where !event.fails {
      failed.remove(event.id)
      if event.byHand, !held.contains(event.id) { hands.insert(event.id) }
    }
    for event in events where event.fails {
      failed.insert(event.id)
      held.remove(event.id)
      hands.remove(event.id)
    }
    expired = []
    var outcome = works
    let heldBefore = held
    while true {
      held = heldBefore
      outcome = gains(from: losses(from: works))
      let waiting = hands.filter { !outcome.contains($0) && !isMet($0, in: outcome) }
      held.formUnion(lasting(waiting, in: outcome))
      outcome = gains(from: outcome)
      let over = holdupsOver(in: outcome)
      if over.isSubset(of: expired) { break }
      expired.formUnion(over)
    }
    for id in ids { remember(id, in: outcome, starting: false) }
    works = outcome
  }

  private func losses(from start: Set<String>) -> Set<String> {
    var state = start
    var before: Set<String>
    repeat {
      before = state
      for id in ids where state.contains(id) && !isAble(id, in: state, .losing) {
        state.remove(id)
      }
    } while state != before
    return state
  }

  private func gains(from start: Set<String>) -> Set<String> {
    var state = start
    var before: Set<String>
    repeat {
      before = state
      for id in ids where !state.contains(id) && isReady(id, in: state) { state.insert(id) }
    } while state != before
    return state
  }

  /// Those of what waits that would go on by themselves once all of them were started.
  private func lasting(_ waiting: Set<String>, in outcome: Set<String>) -> Set<String> {
    var state = outcome.union(waiting)
    while let won = ids.first(where: { !state.contains($0) && isAble($0, in: state, .supposing) }) {
      state.insert(won)
    }
    while let lost = ids.first(where: {
      state.contains($0) && !outcome.contains($0) && !isAble($0, in: state, .supposing)
    }) {
      state.remove(lost)
    }
    return waiting.intersection(state)
  }

  private func isReady(_ id: String, in state: Set<String>) -> Bool {
    guard isAble(id, in: state, .gaining) else { return false }
    let restart = Int(components[id]?.restart?.seconds ?? 0)
    if restart == 0 { return true }
    guard let since = ableSince[id] else { return false }
    return since + restart <= now
  }

  // MARK: - What is met

  private enum Phase { case losing, gaining, supposing }

  private func isAble(_ id: String, in state: Set<String>, _ phase: Phase) -> Bool {
    !failed.contains(id) && (held.contains(id) || isMet(id, in: state, phase))
  }

  private func isMet(_ id: String, in state: Set<String>, _ phase: Phase = .gaining) -> Bool {
    guard let component = components[id] else { return true }
    for shared in component.shares {
      guard let value = shared.value else { continue }
      if !state.contains(components[value] == nil ? "\(shared.key):\(value)" : value) {
        return false
      }
    }
    return isMet(component.requires, of: component, at: id, in: state, phase)
  }

  private func isMet(
    _ requirement: Requirement, of owner: Component, at place: String, in state: Set<String>,
    _ phase: Phase
  ) -> Bool {
    rawIsMet(requirement, of: owner, at: place, in: state, phase)
      || rides(place, for: holdup(requirement))
  }

  private func holdup(_ requirement: Requirement) -> Int {
    switch requirement {
    case .reference(let reference): Int(reference.holdup?.seconds ?? 0)
    case .group(let group): Int(group.holdup?.seconds ?? 0)
    case .path(let path): Int(path.holdup?.seconds ?? 0)
    case .unknown: 0
    }
  }

  /// Whether what is lost at a place is ridden through.
  private func rides(_ place: String, for holdup: Int) -> Bool {
    guard holdup > 0 else { return false }
    guard let since = lostSince[place] else { return true }
    return now - since < holdup || (now - since == holdup && !expired.contains(place))
  }

  /// Whether a requirement is met, its own holdup left aside.
  private func rawIsMet(
    _ requirement: Requirement, of owner: Component, at place: String, in state: Set<String>,
    _ phase: Phase
  ) -> Bool {
    switch requirement {
    case .unknown: return true
    case .reference(let reference): return state.contains(reference.target)
    case .path(let path): return hasWay(path, of: owner) { $0 == owner.id || state.contains($0) }
    case .group(let group):
      let members = alive(group, of: owner)
      if group.need == .all {
        return members.count == group.members.count
          && members.allSatisfy {
            isMet(group.members[$0], of: owner, at: "\(place)/\($0)", in: state, phase)
          }
      }
      guard members.count >= group.threshold else { return false }
      let met = members.filter {
        isMet(group.members[$0], of: owner, at: "\(place)/\($0)", in: state, phase)
      }
      guard met.count >= group.threshold else { return false }
      guard let changeover = changeovers[place], phase != .supposing else { return true }
      if let until = changeover.until { return until <= now && phase == .gaining }
      if changeover.isFree { return phase == .gaining || changeover.wasMet }
      return Set(changeover.inUse).isSubset(of: met)
    }
  }

  // MARK: - From one step to the next

  /// The holdups that run out at this step and are not saved.
  private func holdupsOver(in state: Set<String>) -> Set<String> {
    var over: Set<String> = []
    for id in ids {
      guard let component = components[id] else { continue }
      forEachPart(of: component.requires, at: id) { part, place in
        let holdup = holdup(part)
        guard holdup > 0, let since = lostSince[place], now - since == holdup else { return }
        if !rawIsMet(part, of: component, at: place, in: state, .gaining) { over.insert(place) }
      }
    }
    return over
  }

  private mutating func remember(_ id: String, in state: Set<String>, starting: Bool) {
    guard let component = components[id] else {
      ableSince[id] = failed.contains(id) ? nil : ableSince[id] ?? now
      return
    }
    var lost: [String: Bool] = [:]
    var runningOut: [Int] = []
    var changes: [String: Changeover] = [:]
    forEachPart(of: component.requires, at: id) { part, place in
      let isMet = rawIsMet(part, of: component, at: place, in: state, .gaining)
      if holdup(part) > 0 { lost[place] = !isMet }
      if lost[place] == true, lostSince[place] == nil { runningOut.append(now + holdup(part)) }
      guard case .group(let group) = part, group.need != .all, group.switchover != nil else {
        return
      }
      let members = alive(group, of: component)
      guard group.threshold < members.count else { return }
      let met = members.filter {
        self.isMet(
          group.members[$0], of: component, at: "\(place)/\($0)", in: state, .gaining)
      }
      changes[place] = next(
        changeovers[place], isMet: isMet, met: met, threshold: group.threshold,
        switchover: Int(group.switchover?.seconds ?? 0))
    }
    let isMet = self.isMet(id, in: state)
    if isMet { held.remove(id) }
    if isAble(id, in: state, .gaining) {
      if ableSince[id] == nil { wakeups.insert(now + Int(component.restart?.seconds ?? 0)) }
      ableSince[id] = ableSince[id] ?? now
    } else {
      ableSince[id] = nil
    }
    for (place, isLost) in lost {
      lostSince[place] = isLost ? lostSince[place] ?? (starting ? -1_000_000 : now) : nil
    }
    for (place, change) in changes { changeovers[place] = change }
    wakeups.formUnion(runningOut)
    wakeups.formUnion(changes.values.compactMap(\.until))
  }

  private func next(
    _ last: Changeover?, isMet: Bool, met: [Int], threshold: Int, switchover: Int
  ) -> Changeover {
    var change = last ?? Changeover(inUse: [])
    change.wasMet = isMet
    if let until = change.until, until <= now {
      change.until = nil
      change.isFree = true
    }
    if isMet {
      change.inUse = Array(met.prefix(threshold))
      change.isFree = false
      change.until = nil
    } else if change.until == nil, !change.isFree, met.count >= threshold {
      change.until = now + switchover
    }
    return change
  }

  private func forEachPart(
    of requirement: Requirement, at place: String, _ body: (Requirement, String) -> Void
  ) {
    body(requirement, place)
    guard case .group(let group) = requirement else { return }
    for (number, member) in group.members.enumerated() {
      forEachPart(of: member, at: "\(place)/\(number)", body)
    }
  }
}
