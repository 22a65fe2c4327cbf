/// What happens over time, in an outage or an exercise.
public struct Scenario: Hashable, Sendable {
  /// What decides when something is back.
  public enum RepairRule: String, Hashable, Sendable, CaseIterable {
    /// The events.
    case events
    /// The repair times, for what the events do not restore: from the first discovery on.
    case plan
  }

  /// Its name.
  public var name: LocalizedText?
  /// The file of the model that it is about, relative to it.
  public var model: String?
  /// When it starts.
  public var start: Instant?
  /// The last moment that counts, in seconds since the start; nil: until nothing changes any more.
  public var until: Double?
  /// What decides when something is back.
  public var repair = RepairRule.events
  /// What happens, by time.
  public var events: [Event] = []
  /// How long recovering takes in this scenario, instead of what the model says.
  public var lags: [Lag] = []
  /// What was agreed, instead of what the model's contracts and objectives say.
  public var targets: [Target] = []
  /// What was seen; nil: the model's own observations.
  public var observed: [Observation]?
  /// What should come out.
  public var expectations: [Expectation] = []
  /// A remark.
  public var note: LocalizedText?
  /// Who may see it; nil: as the model.
  public var marking: Marking?

  /// Makes an empty one.
  public init() {}
}

extension Scenario {
  /// One thing that happens.
  public struct Event: Hashable, Sendable {
    /// Seconds since the start.
    public var at: Double
    /// What it is called.
    public var name: LocalizedText?
    /// The seeds that fail.
    public var fail: [String] = []
    /// The seeds that are restored.
    public var restore: [String] = []
    /// Whether what is restored is started by hand, whatever it needs.
    public var isManual = false
    /// The seeds that still work, but degraded, until they are restored.
    public var degrade: [String] = []
    /// The ids of the components whose outage is found out.
    public var discover: [String] = []
    /// The seeds whose repair begins.
    public var repairBegins: [String] = []
    /// The ids of the levels of escalation that are called.
    public var escalate: [String] = []
    /// The ids of the contacts that are told.
    public var notify: [String] = []
    /// The id of the crew or the contact that does it.
    public var actor: String?
    /// The ids of the sources.
    public var sources: [String] = []
    /// A remark.
    public var note: LocalizedText?
    /// Where it is written.
    public var place: SourcePlace?

    /// Makes an event in which nothing happens.
    public init(at: Double) { self.at = at }
  }

  /// How long a component takes to recover in this scenario, once all that it needs is back.
  public struct Lag: Hashable, Sendable {
    /// The id of the component.
    public var component: String
    /// From "all it needs is back" to "works again".
    public var restart: TimeSpan
    /// The ids of the sources.
    public var sources: [String] = []
    /// A remark: how it is known.
    public var note: LocalizedText?
    /// Where it is written.
    public var place: SourcePlace?

    /// Makes a lag.
    public init(_ component: String, restart: TimeSpan) {
      self.component = component
      self.restart = restart
    }
  }

  /// Within what time a component had to be back.
  public struct Target: Hashable, Sendable {
    /// The id of the component.
    public var component: String
    /// Within what time.
    public var restoreWithin: TimeSpan
    /// How binding that is; nil: not known.
    public var nature: ServiceTarget.Nature?
    /// The ids of the sources.
    public var sources: [String] = []
    /// A remark.
    public var note: LocalizedText?
    /// Where it is written.
    public var place: SourcePlace?

    /// Makes a target.
    public init(_ component: String, restoreWithin: TimeSpan) {
      self.component = component
      self.restoreWithin = restoreWithin
    }
  }

  /// Something that should come out of a scenario, or that the players of an exercise should do.
  public struct Expectation: Hashable, Sendable {
    /// What should be the case; moments in seconds since the start.
    public enum Claim: Hashable, Sendable {
      /// A component is in a state at a moment.
      case state(component: String, Observation.State, at: Double)
      /// A component is back for good by a moment, or not before one; at least one is stated.
      case back(component: String, by: Double?, notBefore: Double?)
      /// A component is never out for longer at a stretch.
      case outage(component: String, atMost: TimeSpan)
      /// A level of escalation, or a higher one, is called by a moment.
      case level(String, by: Double)
      /// A contact is told by a moment.
      case notified(String, by: Double)
      /// The outage of a component is found out by a moment.
      case discovered(component: String, by: Double)
    }

    /// What should be the case.
    public var claim: Claim
    /// What it is called.
    public var name: LocalizedText?
    /// The ids of the sources.
    public var sources: [String] = []
    /// A remark.
    public var note: LocalizedText?
    /// Where it is written.
    public var place: SourcePlace?

    /// Makes an expectation.
    public init(_ claim: Claim) { self.claim = claim }
  }
}
