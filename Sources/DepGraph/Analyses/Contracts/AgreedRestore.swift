/// How soon an agreement restores what it covers, at worst.
public struct AgreedRestore: Hashable, Sendable {
  /// The id of the agreement.
  public let contract: String
  /// The target that counts: that of the highest priority with a time to restore; where it has
  /// several, the shortest without a share of cases.
  public let target: ServiceTarget
  /// The time to restore as written, in seconds of the agreement's hours.
  public let within: Double
  /// What that takes by the clock at the worst start of an ordinary week.
  public let longest: WorkingWeek.Longest
  /// What it takes from the moment asked about, and when that ends; nil: none was asked about.
  public let atMoment: AtMoment?

  /// What a time to restore takes from one moment.
  public struct AtMoment: Hashable, Sendable {
    /// When the clock starts.
    public let start: Instant
    /// When it must be restored.
    public let end: Instant
    /// How long that is by the clock, in seconds.
    public var elapsed: Double { end.secondsSinceEpoch - start.secondsSinceEpoch }
  }

  /// Whether every case is promised: no share of cases under 100 % is said to be enough.
  public var isMaximum: Bool { target.isForEveryCase }

  /// The share of cases that must make it; nil: all of them.
  public var share: Double? { isMaximum ? nil : target.share?.low }

  /// Takes it from an agreement; nil where that has no time to restore.
  ///
  /// - Parameters:
  ///   - contract: The agreement.
  ///   - week: An instant of the ordinary week.
  ///   - moment: A moment asked about.
  /// - Complexity: O(*t* + *w*²) for *t* targets and *w* windows.
  init?(of contract: Contract, in week: Instant, at moment: Instant?) {
    let restoring = contract.targets.filter { $0.restoreWithin != nil }
    let highest = restoring.map { $0.priority ?? .max }.min()
    let first = restoring.filter { ($0.priority ?? .max) == highest }
    let certain = first.filter(\.isForEveryCase)
    let candidates = certain.isEmpty ? first : certain
    guard
      let target = candidates.min(by: {
        ($0.restoreWithin ?? .zero) < ($1.restoreWithin ?? .zero)
      }), let within = target.restoreWithin
    else { return nil }
    self.contract = contract.id
    self.target = target
    self.within = within.seconds
    longest = WorkingWeek(contract.serviceWindow, at: week).longest(for: within)
    atMoment = moment.map {
      AtMoment(start: $0, end: contract.serviceWindow.instant(after: within, from: $0))
    }
  }
}

extension ServiceTarget {
  /// Whether it is for every case: a share under 100 % leaves the rest without a limit.
  var isForEveryCase: Bool { share.map { $0.low >= 1 } ?? true }

  /// Whether an outage may have begun before its clock does.
  var startsLater: Bool { clockFrom != .start }
}
