/// Planned work, as whoever does it announces it: from when until when, at what, with what effect.
public struct MaintenanceNotice: Hashable, Sendable {
  /// What the announcement expects of the work: the grades of the carriers' standard.
  public enum Impact: String, Hashable, Sendable, CaseIterable {
    case noImpact = "no-impact"
    case reducedRedundancy = "reduced-redundancy"
    case degraded, outage
  }

  /// How far the work is: the words of the carriers' standard.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    case tentative, confirmed, cancelled
    case inProcess = "in-process"
    case completed
  }

  /// What is worked at, as it is written.
  public struct Object: Hashable, Sendable {
    /// An id, an id in another register, a common cause, a glob or a selector.
    public var text: String
    /// Where it is written.
    public var place: SourcePlace?

    /// Makes one.
    public init(_ text: String, at place: SourcePlace? = nil) {
      self.text = text
      self.place = place
    }
  }

  /// The number under which it was announced.
  public var id: String?
  /// Who does it, as it is written.
  public var provider: String?
  /// The account of the customer with it.
  public var account: String?
  /// What is worked at.
  public var objects: [Object] = []
  /// When it begins.
  public var start: Instant
  /// When it is over; after its beginning.
  public var end: Instant
  /// What it is expected to do; nil: not said.
  public var impact: Impact?
  /// How far it is; nil: not said.
  public var status: Status?
  /// What it is, in words.
  public var text: String?
  /// Where it is written.
  public var place: SourcePlace?

  /// Makes a notice of which only the time is known.
  public init(from start: Instant, until end: Instant) {
    self.start = start
    self.end = end
  }
}
