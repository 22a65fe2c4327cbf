/// What people did in a scenario, and how long it took them.
public struct ScenarioResponse: Hashable, Sendable {
  /// An outage that was found out.
  public struct Discovery: Hashable, Sendable {
    /// What was out.
    public let vertex: VertexID
    /// When it was found out, in seconds since the start.
    public let at: Double
    /// How long it had been out or degraded by then, in seconds; nil: it was not.
    public let lag: Double?
    /// Who found it out, by id.
    public let actor: String?
  }

  /// A level of escalation that was called.
  public struct Call: Hashable, Sendable {
    /// The id of the level.
    public let level: String
    /// When, in seconds since the start.
    public let at: Double
    /// How long after the first failure, in seconds; nil: before any.
    public let sinceFailure: Double?
    /// How long after the first discovery; nil: nothing was found out before.
    public let sinceDiscovery: Double?
  }

  /// A contact that was told, or should have been.
  public struct Notification: Hashable, Sendable {
    /// The id of the contact.
    public let contact: String
    /// When it was first told, in seconds since the start; nil: never.
    public let at: Double?
    /// How long after the first failure.
    public let sinceFailure: Double?
    /// By when the levels called wanted it told; nil: none did, or without a time.
    public let deadline: Double?
    /// The id of the level that wanted it.
    public let level: String?

    /// Whether it was told too late, or never.
    public var isLate: Bool { deadline.map { (at ?? .infinity) > $0 } ?? false }
  }

  /// When the first thing failed, in seconds since the start; nil: nothing did.
  public let firstFailure: Double?
  /// When the first outage was found out; nil: none was, or nobody wrote it down.
  public let firstDiscovery: Double?
  /// What was found out, by time.
  public let discoveries: [Discovery]
  /// The levels called, by time.
  public let calls: [Call]
  /// The contacts told, by time, and those that should have been.
  public let notifications: [Notification]
  /// The rank of each level.
  private let ranks: [String: Int]
  private let discoveryTimes: [String: Double]

  /// Takes it from what was done.
  ///
  /// - Complexity: O(*d* + *l*·*c*) for *d* deeds, and *l* levels called with *c* contacts each.
  init(
    _ changes: ScenarioChanges, _ scenario: Scenario, in compiled: CompiledModel,
    stretches: (VertexID) -> [LevelTimeline.Stretch]
  ) {
    let deeds = changes.deeds
    let first = deeds.first { $0.kind == .fail || $0.kind == .degrade }?.at
    let found = deeds.first { $0.kind == .discover }?.at
    firstFailure = first
    firstDiscovery = found
    discoveries = deeds.compactMap { deed in
      guard deed.kind == .discover, let vertex = deed.vertex else { return nil }
      let stretch = stretches(vertex).last { $0.from <= deed.at }
      let isOut = stretch.map { deed.at < $0.until } ?? false
      return Discovery(
        vertex: vertex, at: deed.at,
        lag: isOut ? stretch.map { deed.at - Self.beginning(of: $0, in: stretches(vertex)) } : nil,
        actor: deed.event.flatMap { scenario.events[$0].actor })
    }
    let levels = Dictionary(compiled.model.escalation.map { ($0.id, $0) }) { first, _ in first }
    ranks = levels.mapValues(\.level)
    calls = deeds.compactMap { deed in
      guard deed.kind == .escalate, let level = deed.id else { return nil }
      return Call(
        level: level, at: deed.at, sinceFailure: Self.since(first, until: deed.at),
        sinceDiscovery: Self.since(found, until: deed.at))
    }
    notifications = Self.notifications(
      deeds, levels: levels, contacts: Set(compiled.model.contacts.map(\.id)), first: first)
    discoveryTimes = Dictionary(
      discoveries.map { (compiled.table.id(of: $0.vertex), $0.at) }
    ) { first, _ in first }
  }

  /// When what is out or degraded now first was, without having worked in full since.
  private static func beginning(
    of stretch: LevelTimeline.Stretch, in all: [LevelTimeline.Stretch]
  ) -> Double {
    all.reversed().reduce(stretch.from) { from, earlier in
      earlier.until == from ? earlier.from : from
    }
  }

  private static func since(_ start: Double?, until end: Double) -> Double? {
    start.flatMap { $0 <= end ? end - $0 : nil }
  }

  private static func notifications(
    _ deeds: [ScenarioChanges.Deed], levels: [String: EscalationLevel], contacts: Set<String>,
    first: Double?
  ) -> [Notification] {
    var told: [String: Double] = [:]
    var order: [String] = []
    for deed in deeds where deed.kind == .notify {
      guard let contact = deed.id, told[contact] == nil else { continue }
      told[contact] = deed.at
      order.append(contact)
    }
    var wanted: [String: (by: Double, level: String)] = [:]
    // Where nobody wrote down who was told, nobody can be said not to have been.
    for deed in deeds where deed.kind == .escalate && !order.isEmpty {
      guard let level = deed.id.flatMap({ levels[$0] }), let within = level.within else { continue }
      let by = deed.at + within.seconds
      for contact in level.notify where contacts.contains(contact) {
        if told[contact] == nil, wanted[contact] == nil { order.append(contact) }
        if wanted[contact].map({ by < $0.by }) ?? true { wanted[contact] = (by, level.id) }
      }
    }
    return order.map { contact in
      Notification(
        contact: contact, at: told[contact],
        sinceFailure: told[contact].flatMap { since(first, until: $0) },
        deadline: wanted[contact]?.by, level: wanted[contact]?.level)
    }
  }

  // MARK: - Questions

  var hasEscalations: Bool { !calls.isEmpty }
  var hasNotifications: Bool { notifications.contains { $0.at != nil } }
  var hasDiscoveries: Bool { !discoveries.isEmpty }

  /// When a level, or a higher one, was first called.
  func firstCall(ofAtLeast level: String) -> Double? {
    let rank = ranks[level] ?? .max
    return calls.first { $0.level == level || (ranks[$0.level] ?? .min) >= rank }?.at
  }

  /// When a contact was first told.
  func firstCall(of contact: String) -> Double? {
    notifications.first { $0.contact == contact }?.at
  }

  /// When the outage of a component was first found out.
  func discovery(of id: String) -> Double? { discoveryTimes[id] }
}
