/// What was seen of a component: data to compare with, never a reason for a dependency.
public struct Observation: Hashable, Sendable {
  /// What was seen.
  public enum State: String, Hashable, Sendable, CaseIterable {
    case down, degraded, up, unknown
  }

  /// The id of the component.
  public var component: String
  /// What was seen.
  public var state: State
  /// From when.
  public var from: Instant?
  /// Until when.
  public var until: Instant?
  /// The ids of the sources.
  public var sources: [String] = []
  /// A remark.
  public var note: LocalizedText?
  /// Where it is written.
  public var place: SourcePlace?

  /// Makes an observation.
  public init(_ component: String, _ state: State) {
    self.component = component
    self.state = state
  }
}

/// What the model's author expects of an answer: a test of the model.
public struct Expectation: Hashable, Sendable {
  /// What it is about.
  public var name: LocalizedText?
  /// The seeds.
  public var when: [String] = []
  /// The ids of what must keep working (level 1 or 2).
  public var up: [String] = []
  /// The ids of what must go down.
  public var down: [String] = []
  /// The ids of the sources.
  public var sources: [String] = []
  /// A remark.
  public var note: LocalizedText?
  /// Where it is written.
  public var place: SourcePlace?

  /// Makes an empty one.
  public init() {}
}

/// What happens over time, in an outage or an exercise.
public struct Scenario: Hashable, Sendable {
  /// One thing that happens.
  public struct Event: Hashable, Sendable {
    /// Seconds since the start.
    public var at: Double
    /// The seeds that fail.
    public var fail: [String] = []
    /// The seeds that are restored.
    public var restore: [String] = []
    /// Whether what is restored is started by hand, whatever it needs.
    public var isManual = false
    /// The ids of the sources.
    public var sources: [String] = []
    /// A remark.
    public var note: LocalizedText?
    /// Where it is written.
    public var place: SourcePlace?

    /// Makes an event in which nothing happens.
    public init(at: Double) { self.at = at }
  }

  /// Its name.
  public var name: LocalizedText?
  /// The file of the model that it is about, relative to it.
  public var model: String?
  /// When it starts.
  public var start: Instant?
  /// What happens, by time.
  public var events: [Event] = []
  /// What was seen; nil: the model's own observations.
  public var observed: [Observation]?
  /// A remark.
  public var note: LocalizedText?

  /// Makes an empty one.
  public init() {}
}
