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
  /// Who may see it; nil: as what it is written in.
  public var marking: Marking?
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
  /// Who may see it; nil: as what it is written in.
  public var marking: Marking?
  /// Where it is written.
  public var place: SourcePlace?

  /// Makes an empty one.
  public init() {}
}
