/// An agreement on what is delivered or promised.
public struct Contract: Hashable, Sendable {
  /// The kind of agreement.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case framework, nok
    case serviceDescription = "service-description"
    case sla, dap, ola, uc
    case connectionTerms = "connection-terms"
    case unknown
  }

  /// What it covers.
  public enum Coverage: Hashable, Sendable {
    /// The components that these selectors (ids, globs, `tag:x`) name.
    case selectors([String])
    /// Nobody knows.
    case unknown
  }

  /// Its id.
  public let id: String
  /// Its name.
  public var name: LocalizedText?
  /// The kind of agreement.
  public var kind = Kind.unknown
  /// The id of the agreement above it.
  public var under: String?
  /// The id of the party that promises.
  public var provider: String?
  /// The id of the party that is promised.
  public var customer: String?
  /// What it covers.
  public var covers = Coverage.selectors([])
  /// The availability promised.
  public var availability: Ratio?
  /// The times promised.
  public var targets: [ServiceTarget] = []
  /// When the targets count.
  public var serviceWindow = WeeklyHours.always
  /// From when it holds.
  public var validFrom: CalendarDate?
  /// Until when it holds.
  public var validUntil: CalendarDate?
  /// The time of notice; a month counts 30 days.
  public var notice: TimeSpan?
  /// The time of notice in months of the calendar, where it was written in months or years alone.
  public var noticeMonths: Int?
  /// The ids of the agreements that it rests on.
  public var backedBy: [String] = []
  /// Whether it says how to leave; nil: not stated.
  public var hasExitStrategy: Bool?
  /// When it was last checked that its terms are kept.
  public var checked: CalendarDate?
  /// The role that checked it.
  public var checkedBy: String?
  /// On what the facts written in it rest.
  public var evidence = Evidence(.internal)
  /// A remark.
  public var note: LocalizedText?
  /// Who may see it; nil: as what it is written in.
  public var marking: Marking?
  /// Where it is declared.
  public var place: SourcePlace?

  /// Makes one of which only the id is known.
  public init(id: String) { self.id = id }

  /// Whether it holds on a day; without a day, or a bound, nothing speaks against it.
  func isValid(on day: CalendarDate?) -> Bool {
    guard let day else { return true }
    if let from = validFrom, day < from { return false }
    if let until = validUntil, until < day { return false }
    return true
  }
}

/// A promise on times, for one priority.
public struct ServiceTarget: Hashable, Sendable {
  /// How binding it is; only a missed `guaranteed` is a breach.
  public enum Nature: String, Hashable, Sendable, CaseIterable {
    case guaranteed
    case bestEffort = "best-effort"
    case aim
  }

  /// What starts the clock.
  public enum ClockStart: String, Hashable, Sendable, CaseIterable {
    case start, detection, report
  }

  /// The priority, 1 the highest.
  public var priority: Int?
  /// The time to respond.
  public var respondWithin: TimeSpan?
  /// The time to restore.
  public var restoreWithin: TimeSpan?
  /// The share of cases that must make it.
  public var share: Ratio?
  /// The period over which the share counts: `month`, `quarter`, `year`.
  public var per: String?
  /// How binding it is; nil: not stated.
  public var nature: Nature?
  /// What starts the clock; nil: not stated.
  public var clockFrom: ClockStart?
  /// What does not count.
  public var excludes: [String] = []
  /// On what it rests.
  public var evidence = Evidence(.internal)
  /// A remark.
  public var note: LocalizedText?

  /// Makes one that promises nothing.
  public init() {}
}
