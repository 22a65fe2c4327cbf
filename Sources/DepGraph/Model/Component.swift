/// What a component is.
public enum ComponentKind: String, Hashable, Sendable, CaseIterable {
  case site, power
  case timeSource = "time-source"
  case software, link
  case networkElement = "network-element"
  case platform, service, channel, facility, process, consumer

  /// Whether a missing `requires` means *unknown* rather than "needs nothing".
  public var mustStateRequirements: Bool {
    switch self {
    case .service, .platform, .process, .consumer, .channel: true
    default: false
    }
  }
}

/// Anything that can fail on its own.
public struct Component: Hashable, Sendable {
  /// Its id.
  public let id: String
  /// Its name.
  public var name: LocalizedText?
  /// What it is.
  public var kind = ComponentKind.service
  /// A free label, used for the bands of a diagram.
  public var layer: String?
  /// The id of the party that owns it.
  public var owner: String?
  /// The id of the party that runs it.
  public var `operator`: String?
  /// The id of the party whose product it is.
  public var productOf: String?
  /// What it shares with others, in the order written.
  public var shares: [SharedValue] = []
  /// What it needs while it runs.
  public var requires: Requirement {
    get { running.requirement }
    set { running = .written(newValue) }
  }
  /// Whether `requires` is written at all.
  public var statesRequires = false
  /// What it works degraded without.
  public var degradesWithout: [Reference] = []
  /// What it needs at the moment of starting only.
  public var startsWith: Requirement {
    get { rest[\.startsWith] }
    set { rest[\.startsWith] = newValue }
  }
  /// What repairing it takes.
  public var repairNeeds: Requirement {
    get { rest[\.repairNeeds] }
    set { rest[\.repairNeeds] = newValue }
  }
  /// What repairing it takes of a crew; empty: any crew can.
  public var skills: [String] {
    get { rest[\.skills] }
    set { rest[\.skills] = newValue }
  }
  /// How long it takes to secure evidence in it before it is repaired or started again; unknown: that
  /// must be done, and nobody wrote down how long it takes; nil: it need not be done.
  public var forensic: Stated<TimeSpan>? {
    get { rest[\.forensic] }
    set { rest[\.forensic] = newValue }
  }
  /// What it is said not to depend on; never used to compute.
  public var independentOf: [Reference] {
    get { rest[\.independentOf] }
    set { rest[\.independentOf] = newValue }
  }
  /// How dependable it is by itself.
  public var dependability: Dependability {
    get { rest[\.dependability] }
    set { rest[\.dependability] = newValue }
  }
  /// Its own time to repair.
  public var repair: TimeSpan? {
    get { rest[\.repair] }
    set { rest[\.repair] = newValue }
  }
  /// From "all it needs is back" to "works again".
  public var restart: TimeSpan? {
    get { rest[\.restart] }
    set { rest[\.restart] = newValue }
  }
  /// When its users feel an outage.
  public var needed: WeeklyHours {
    get { rest[\.needed] }
    set { rest[\.needed] = newValue }
  }
  /// What its continuity demands.
  public var continuity: Continuity {
    get { rest[\.continuity] }
    set { rest[\.continuity] = newValue }
  }
  /// The id of its class of restoration.
  public var restoreClass: String? {
    get { rest[\.restoreClass] }
    set { rest[\.restoreClass] = newValue }
  }
  /// The id of its sector.
  public var sector: String? {
    get { rest[\.sector] }
    set { rest[\.sector] = newValue }
  }
  /// The regions that it serves.
  public var regions: [String] {
    get { rest[\.regions] }
    set { rest[\.regions] = newValue }
  }
  /// The people who use it.
  public var users: Stated<Double>? {
    get { rest[\.users] }
    set { rest[\.users] = newValue }
  }
  /// Whether its users are civil.
  public var isCivil: Bool {
    get { rest[\.isCivil] }
    set { rest[\.isCivil] = newValue }
  }
  /// The harm of its outage, as cumulative totals by duration.
  public var impact: [Impact] {
    get { rest[\.impact] }
    set { rest[\.impact] = newValue }
  }
  /// Its standing as vital infrastructure.
  public var vital: VitalStanding? {
    get { rest[\.vital] }
    set { rest[\.vital] = newValue }
  }
  /// The protection that it was said to need.
  public var protectionNeed: ProtectionNeed {
    get { rest[\.protectionNeed] }
    set { rest[\.protectionNeed] = newValue }
  }
  /// `fails: never`: left out of searches.
  public var neverFails: Bool {
    get { rest[\.neverFails] }
    set { rest[\.neverFails] = newValue }
  }
  /// `manual-start: true`: people can start it by hand, so that it can break a deadlock.
  public var startsManually: Bool {
    get { rest[\.startsManually] }
    set { rest[\.startsManually] = newValue }
  }
  /// Where it stands.
  public var position: Position? {
    get { rest[\.position] }
    set { rest[\.position] = newValue }
  }
  /// Who may see it; nil: the model's.
  public var marking: Marking? {
    get { rest[\.marking] }
    set { rest[\.marking] = newValue }
  }
  /// Its ids in other registers, by register.
  public var external: [ExternalID] {
    get { rest[\.external] }
    set { rest[\.external] = newValue }
  }
  /// Free labels.
  public var tags: [String] {
    get { rest[\.tags] }
    set { rest[\.tags] = newValue }
  }
  /// On what the facts written in it rest.
  public var evidence = Evidence(.internal)
  /// When its facts were last checked.
  public var checked: CalendarDate? {
    get { rest[\.checked] }
    set { rest[\.checked] = newValue }
  }
  /// The role that checked them.
  public var checkedBy: String? {
    get { rest[\.checkedBy] }
    set { rest[\.checkedBy] = newValue }
  }
  /// A remark.
  public var note: LocalizedText? {
    get { rest[\.note] }
    set { rest[\.note] = newValue }
  }
  /// The two nodes that a link joins.
  public var ends: [String] {
    get { rest[\.ends] }
    set { rest[\.ends] = newValue }
  }
  /// The network that a link belongs to.
  public var network: String {
    get { rest[\.network] }
    set { rest[\.network] = newValue }
  }
  /// Where it is declared.
  public var place: SourcePlace?

  /// What it needs while it runs, in the form in which it came.
  var running = RunningNeeds.written(.nothing)
  /// The needs in numbers, where they came so.
  var plainNeeds: PlainNeeds? {
    if case .plain(let needs) = running { needs } else { nil }
  }
  /// Whether it needs nothing, or names what it needs by numbers.
  var hasOnlyPlainNeeds: Bool {
    switch running {
    case .plain: true
    case .written(.group(let group)): group.members.isEmpty
    case .written: false
    }
  }
  /// Whether it may have anything that few components have.
  var hasSeldomFacts: Bool { !rest.isUsual }

  private var rest = SparseFields<SeldomOfComponent>()

  /// Makes a component of which only the id is known.
  public init(id: String) { self.id = id }

  /// Whether it stands for those who use the rest: a process or a consumer.
  public var isUser: Bool { kind == .process || kind == .consumer }

  /// Whether some requirement of it is not known: `unknown` in so many words, or never written
  /// down for a kind that has to state it.
  public var hasUnknownRequirement: Bool {
    if !statesRequires && kind.mustStateRequirements { return true }
    return switch running {
    case .plain: false
    case .written(let requirement): requirement.hasUnknown
    }
  }
}

/// Something that several components share, so that all fail when it does.
public struct SharedValue: Hashable, Sendable {
  /// The kind of sharing: `software`, `duct`, `site`.
  public var key: String
  /// What is shared; nil: `unknown`.
  public var value: String?
  /// On what it rests.
  public var evidence: Evidence
  /// A remark.
  public var note: LocalizedText?
  /// Who may see it; nil: as what it is written in.
  public var marking: Marking?
  /// Where it is written.
  public var place: SourcePlace?

  /// Makes a shared value.
  public init(key: String, value: String?, evidence: Evidence, place: SourcePlace? = nil) {
    self.key = key
    self.value = value
    self.evidence = evidence
    self.place = place
  }
}

/// How dependable something is by itself.
public struct Dependability: Hashable, Sendable {
  /// The share of time that it works.
  public var availability: Ratio?
  /// The mean time between failures.
  public var meanTimeBetweenFailures: TimeSpan?
  /// The mean time to repair.
  public var meanTimeToRepair: TimeSpan?

  /// Makes one of which nothing is known.
  public init() {}

  /// The share of time that it does not work: from the availability, else from the mean times.
  ///
  /// Nil where neither is known, and where both mean times are 0.
  public var unavailability: Ratio? {
    if let availability { return availability.complement }
    guard let repair = meanTimeToRepair?.seconds, let between = meanTimeBetweenFailures?.seconds,
      between + repair > 0
    else { return nil }
    return Ratio(repair / (between + repair))
  }
}

/// What continuity demands of a process or a service.
public struct Continuity: Hashable, Sendable {
  /// Recovery time objective: within this it must work again.
  public var recoveryTimeObjective: TimeSpan?
  /// Work recovery time: the business's time to catch up afterwards.
  public var workRecoveryTime: TimeSpan?
  /// Maximum tolerable period of disruption.
  public var maximumTolerablePeriod: TimeSpan?
  /// Recovery point objective: the most data, in time, that may be lost.
  public var recoveryPointObjective: TimeSpan?

  /// Makes one that demands nothing.
  public init() {}
}

/// One row of harm: the totals once an outage has lasted this long.
public struct Impact: Hashable, Sendable {
  /// The duration from which the row holds.
  public var after: TimeSpan
  /// People affected.
  public var people: Stated<Double>?
  /// People dead, seriously injured or chronically ill.
  public var casualties: Stated<Double>?
  /// Damage.
  public var economic: Stated<Money>?

  /// Makes an empty row.
  public init(after: TimeSpan) { self.after = after }
}

/// The standing as vital infrastructure: process, status and decision are three things.
public struct VitalStanding: Hashable, Sendable {
  /// What was decided.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    case designated
    case notDesignated = "not-designated"
    case candidate, unknown
  }

  /// A decision with its reason.
  public struct Decision: Hashable, Sendable {
    /// When it was taken.
    public var date: CalendarDate?
    /// Why.
    public var reason: LocalizedText?
    /// The ids of its sources.
    public var sources: [String]

    /// Makes a decision.
    public init(date: CalendarDate?, reason: LocalizedText?, sources: [String]) {
      self.date = date
      self.reason = reason
      self.sources = sources
    }
  }

  /// The vital process that it belongs to.
  public var process: LocalizedText?
  /// What was decided.
  public var status = Status.unknown
  /// The decision.
  public var decision: Decision?

  /// Makes one of which nothing is known.
  public init() {}
}

/// A place on earth.
public struct Position: Hashable, Sendable {
  /// Degrees north, −90 to 90.
  public let latitude: Double
  /// Degrees east, −180 to 180.
  public let longitude: Double

  /// Makes a position, or nil where a number is out of range.
  public init?(latitude: Double, longitude: Double) {
    guard (-90.0...90).contains(latitude), (-180.0...180).contains(longitude) else { return nil }
    self.latitude = latitude
    self.longitude = longitude
  }
}

/// An id in another register.
public struct ExternalID: Hashable, Sendable {
  /// The register.
  public let register: String
  /// The id there.
  public let id: String

  /// Makes it.
  public init(register: String, id: String) {
    self.register = register
    self.id = id
  }
}
