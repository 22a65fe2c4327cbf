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
