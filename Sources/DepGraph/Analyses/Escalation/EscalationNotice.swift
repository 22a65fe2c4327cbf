/// Somebody who has to be told.
public struct EscalationNotice: Hashable, Sendable {
  /// Why somebody is told.
  public enum Ground: Hashable, Sendable {
    /// A level names it.
    case level(String)
    /// Processes and consumers of its party are hit.
    case consumer(party: String, components: [VertexID], EscalationVerdict)
    /// Its party delivers what failed.
    case supplier(party: String, components: [VertexID], EscalationVerdict)
    /// It works on that side of the incident, which is open.
    case track(Contact.Track)
    /// It stands in for another contact.
    case standsIn(for: String, Absence)
  }

  /// Why somebody has to be stood in for.
  public enum Absence: String, Hashable, Sendable {
    /// It is outside the hours of the other.
    case hours
    /// No channel of the other is left.
    case channels
  }

  /// Who is told.
  public let contact: Contact
  /// Why, the first reason first.
  public internal(set) var grounds: [Ground]
  /// When it must have been told; nil: no time was agreed.
  public internal(set) var deadline: Instant?
  /// By which channels.
  public let reach: ContactReach
  /// From when it can be reached again; nil: it can be reached now.
  public let awayUntil: Instant?
}

/// Somebody who should be told and of whom the model knows no contact.
public struct MissingContact: Hashable, Sendable {
  /// What it should be told as.
  public enum Role: Hashable, Sendable {
    /// Its processes and consumers are hit.
    case consumer
    /// It delivers what failed.
    case supplier
    /// It works on that side of the incident.
    case track(Contact.Track)
  }

  /// As what.
  public let role: Role
  /// The id of its party, or of a component without an owner; nil: nobody in particular.
  public let party: String?
  /// What of it is hit, or what it delivers.
  public let components: [VertexID]
  /// How sure it is that it is concerned.
  public let verdict: EscalationVerdict
  /// The contacts of the nearest party above it that has any.
  public let above: [String]
  /// When it must have been told; nil: no time was agreed.
  public internal(set) var deadline: Instant?
}

/// Draws up who is told: the lists of the levels called, the lower ones' too.
struct NoticeList {
  private let situation: EscalationSituation
  private let compiled: CompiledModel
  private let reaches: ContactReaches
  private let now: Instant
  private let time: Double
  private let contacts: [String: Contact]
  private let parties: [String: Party]
  private(set) var notices: [EscalationNotice] = []
  private(set) var missing: [MissingContact] = []

  /// - Parameters:
  ///   - situation: The incident.
  ///   - time: The moment.
  ///   - called: The levels called, the heaviest first, each with the moment of its call.
  ///   - reaches: How contacts can be reached at the moment.
  /// - Complexity: O(*l*·(*k* + *n*)) for *l* levels, *k* contacts and *n* components.
  init(
    _ situation: EscalationSituation, at time: Double,
    called: [(level: EscalationLevel, at: Double)], _ reaches: ContactReaches
  ) {
    self.situation = situation
    self.time = time
    self.reaches = reaches
    compiled = situation.compiled
    now = situation.course.instant(time)
    contacts = Dictionary(
      situation.framework.contacts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    parties = Consequences.parties(of: situation.compiled.model)
    for (level, at) in called {
      let deadline = level.within.map { situation.course.instant(at + $0.seconds) }
      for name in level.notify {
        switch name {
        case "consumers-affected": addConsumers(deadline)
        case "suppliers-of-failed": addSuppliers(deadline)
        default: if let contact = contacts[name] { add(contact, .level(level.id), deadline) }
        }
      }
    }
    if let (level, at) = called.last {
      addTracks(level.within.map { situation.course.instant(at + $0.seconds) })
    }
    let order = notices.indices.sorted {
      (notices[$0].deadline?.secondsSinceEpoch ?? .infinity, $0)
        < (notices[$1].deadline?.secondsSinceEpoch ?? .infinity, $1)
    }
    notices = order.map { notices[$0] }
  }

  // MARK: - One contact

  private mutating func add(
    _ contact: Contact, _ ground: EscalationNotice.Ground, _ deadline: Instant?
  ) {
    guard !contact.hours.contains(now), let deputy = deputy(of: contact, where: { _ in true })
    else {
      enter(contact, ground, deadline)
      standIn(for: contact, deadline)
      return
    }
    enter(deputy, ground, deadline)
    enter(deputy, .standsIn(for: contact.id, .hours), deadline)
    standIn(for: deputy, deadline)
  }

  /// Who has no channel left is stood in for too, beside the runner that is sent.
  private mutating func standIn(for contact: Contact, _ deadline: Instant?) {
    guard reaches.reach(of: contact).best == nil,
      let deputy = deputy(of: contact, where: { reaches.reach(of: $0).best != nil })
    else { return }
    enter(deputy, .standsIn(for: contact.id, .channels), deadline)
  }

  /// The nearest of those who stand in, one for the other, who is there now; a circle ends.
  private func deputy(of contact: Contact, where fits: (Contact) -> Bool) -> Contact? {
    var seen: Set<String> = [contact.id]
    var next = contact.deputy
    while let id = next, seen.insert(id).inserted, let deputy = contacts[id] {
      if deputy.hours.contains(now), fits(deputy) { return deputy }
      next = deputy.deputy
    }
    return nil
  }

  private mutating func enter(
    _ contact: Contact, _ ground: EscalationNotice.Ground, _ deadline: Instant?
  ) {
    guard let place = notices.firstIndex(where: { $0.contact.id == contact.id }) else {
      let isThere = contact.hours.contains(now)
      notices.append(
        EscalationNotice(
          contact: contact, grounds: [ground], deadline: deadline,
          reach: reaches.reach(of: contact),
          awayUntil: isThere
            ? nil : situation.course.told(contact.hours.firstInstant(atOrAfter: now))))
      return
    }
    if !notices[place].grounds.contains(ground) { notices[place].grounds.append(ground) }
    notices[place].deadline = Self.earlier(notices[place].deadline, deadline)
  }

  private static func earlier(_ one: Instant?, _ other: Instant?) -> Instant? {
    guard let one, let other else { return one ?? other }
    return min(one, other)
  }

  // MARK: - Groups

  /// The contacts of a party: all of them but those who only stand in for another of them.
  private func contacts(of party: String) -> [Contact] {
    let own = situation.framework.contacts.filter { $0.party == party }
    let deputies = Set(own.compactMap { $0.deputy == $0.id ? nil : $0.deputy })
    let first = own.filter { !deputies.contains($0.id) }
    return first.isEmpty ? own : first
  }

  private mutating func add(
    _ role: MissingContact.Role, _ party: String, _ components: [VertexID],
    _ verdict: EscalationVerdict, _ deadline: Instant?
  ) {
    let ground: EscalationNotice.Ground =
      role == .supplier
      ? .supplier(party: party, components: components, verdict)
      : .consumer(party: party, components: components, verdict)
    let found = contacts(of: party)
    for contact in found { add(contact, ground, deadline) }
    guard found.isEmpty else { return }
    if let place = missing.firstIndex(where: { $0.role == role && $0.party == party }) {
      missing[place].deadline = Self.earlier(missing[place].deadline, deadline)
      return
    }
    missing.append(
      MissingContact(
        role: role, party: party, components: components, verdict: verdict,
        above: above(party), deadline: deadline))
  }

  /// The contacts of the nearest party above one that has any.
  private func above(_ party: String) -> [String] {
    var seen: Set<String> = [party]
    var next = parties[party]?.parent
    while let id = next, seen.insert(id).inserted {
      let found = contacts(of: id).map(\.id)
      if !found.isEmpty { return found }
      next = parties[id]?.parent
    }
    return []
  }

  private mutating func addConsumers(_ deadline: Instant?) {
    var hit: [String: [VertexID]] = [:]
    var verdicts: [String: EscalationVerdict] = [:]
    for user in situation.users {
      let verdict = situation.course.isDegraded(user, at: time)
      guard verdict > .no, let component = compiled.component(user) else { continue }
      let party = component.owner ?? component.operator ?? component.id
      hit[party, default: []].append(user)
      verdicts[party] = max(verdicts[party] ?? .no, verdict)
    }
    for (party, components) in hit.sorted(by: { $0.key < $1.key }) {
      add(.consumer, party, components, verdicts[party] ?? .cannotTell, deadline)
    }
  }

  private mutating func addSuppliers(_ deadline: Instant?) {
    for (party, supply) in suppliers().sorted(by: { $0.key < $1.key }) {
      add(.supplier, party, supply.components.sorted(), supply.verdict, deadline)
    }
  }

  private struct Supply {
    var components: Set<VertexID> = []
    var verdict = EscalationVerdict.no
  }

  /// Who makes what failed, or promised something about it; and whose agreements might.
  private func suppliers() -> [String: Supply] {
    let failed = situation.course.failed(at: time)
    var found: [String: Supply] = [:]
    func add(_ party: String?, _ vertex: VertexID?, _ verdict: EscalationVerdict) {
      guard let party else { return }
      if let vertex { found[party, default: Supply()].components.insert(vertex) }
      found[party, default: Supply()].verdict =
        max(found[party]?.verdict ?? .no, verdict)
    }
    for vertex in failed {
      let cause = compiled.commonCause(vertex)?.productOf
      add(compiled.component(vertex)?.productOf ?? cause, vertex, .certain)
      guard cause == nil, compiled.component(vertex) == nil else { continue }
      // A common cause without a maker of its own: who makes what shares it.
      for sharer in compiled.dependencies.users(of: vertex) {
        add(compiled.component(sharer)?.productOf, vertex, .certain)
      }
    }
    for contract in compiled.model.contracts where contract.isValid(on: now.day) {
      let coverage = compiled.coverage(of: contract)
      let covered = coverage.vertices.filter(failed.contains)
      for vertex in covered { add(contract.provider, vertex, .certain) }
      if covered.isEmpty, !coverage.isComplete { add(contract.provider, nil, .cannotTell) }
    }
    return found
  }

  /// Who works on the sides of the incident that are open: as long as an attack is not excluded, both.
  private mutating func addTracks(_ deadline: Instant?) {
    guard situation.cause.mayBeCyber else { return }
    for track in situation.cause.tracks {
      let found = situation.framework.contacts.filter { $0.track == track }
      for contact in found { add(contact, .track(track), deadline) }
      guard found.isEmpty else { continue }
      missing.append(
        MissingContact(
          role: .track(track), party: nil, components: [], verdict: .certain, above: [],
          deadline: deadline))
    }
  }
}
