/// What is asked about an outage: what failed, when, and who can repair it.
public struct RestorationQuestion: Hashable, Sendable {
  /// What has failed.
  public var failed: Seeds
  /// When; nil: times are told since the failure, hours of crews do not count, and a contract's hours
  /// count at their worst.
  public var since: Instant?
  /// So many crews that can do everything at all hours, instead of those of the model; nil: those.
  public var crewCount: Int?
  /// How fast crews travel, in kilometres an hour along the great circle.
  public var speed = 60.0
  /// How long a repair takes of which nobody wrote it down; nil: nobody knows.
  public var assumedRepair: TimeSpan?
  /// How long securing evidence takes where nobody wrote it down; nil: nobody knows.
  public var assumedEvidence: TimeSpan?
  /// What people can start or repair by hand besides what the model says, in order.
  public var byHand: [VertexID] = []

  /// Asks how to restore what has failed.
  public init(_ failed: Seeds, since: Instant? = nil) {
    self.failed = failed
    self.since = since
  }
}

/// By what rule an order of restoration is chosen.
public enum RestorationStrategy: String, Hashable, Sendable, CaseIterable {
  /// The class of restoration first; in a class the least slack, then what unlocks most.
  case classThenSlack = "class-then-slack"
  /// The most weight for each hour of work (W. E. Smith, *Various optimizers for single-stage
  /// production*, 1956, doi:10.1002/nav.3800030106): the least loss on one crew.
  case smith
  /// What is due first (J. R. Jackson, *Scheduling a production line to minimize maximum tardiness*,
  /// 1955): the least lateness of the latest on one crew.
  case earliestDueDate = "earliest-due-date"
  /// What unlocks the most weight, always next.
  case unlockValue = "unlock-value"
}
