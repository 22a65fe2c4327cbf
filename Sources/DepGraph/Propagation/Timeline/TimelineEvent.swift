/// Something that is done to a vertex from outside, at an instant of a timeline.
public struct TimelineEvent: Hashable, Sendable {
  /// What is done.
  public enum Change: Hashable, Sendable {
    /// It fails by itself.
    case fail
    /// It has no longer failed.
    case restore
    /// It has no longer failed, and is started by hand if what it needs waits for it.
    case restoreByHand
    /// It works, but degraded, until it is restored; of no meaning where only working counts.
    case degrade
  }

  /// When, in seconds from the start.
  public let time: Double
  /// To which vertex.
  public let vertex: VertexID
  /// What is done.
  public let change: Change

  /// Creates an event.
  ///
  /// - Parameters:
  ///   - change: What is done.
  ///   - vertex: To which vertex.
  ///   - time: When, in seconds from the start.
  /// - Precondition: The time is finite and at least 0.
  public init(_ change: Change, _ vertex: VertexID, at time: Double) {
    precondition(time >= 0 && time < .infinity, "an event has its time")
    self.time = time
    self.vertex = vertex
    self.change = change
  }
}
