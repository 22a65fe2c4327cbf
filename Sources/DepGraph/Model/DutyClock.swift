/// The times within which a law wants an incident reported.
public struct DutyClockSet: Hashable, Sendable {
  /// Its id.
  public let id: String
  /// Its name.
  public var name: LocalizedText?
  /// The language of texts that do not state theirs.
  public var language = Language.dutch
  /// On what it rests.
  public var evidence = Evidence(.internal)
  /// A remark, shown in every result.
  public var note: LocalizedText?
  /// Where it comes from.
  public var sources: [Source] = []
  /// When it applies: for a person to judge.
  public var applies: LocalizedText?
  /// The clock by which months are counted.
  public var zone = ZoneOffsets.utc
  /// What has to be reported, in order.
  public var duties: [DutyClock] = []
  /// SHA-256 over the bytes of its file, in hexadecimal; empty if made in memory.
  public var digest = ""

  /// Makes one of which only the id is known.
  public init(id: String) { self.id = id }

  /// When each duty is due, in order.
  ///
  /// A number of hours is a length of time, whatever clocks are changed; a number of months goes by
  /// the calendar, to the same time of the day, or to the last day of a month that is too short.
  ///
  /// - Parameter awareness: When somebody became aware of the incident.
  /// - Returns: The deadlines; what counts from another duty counts from its deadline.
  /// - Complexity: O(*d*²) for *d* duties.
  public func deadlines(from awareness: Instant) -> [DutyDeadline] {
    var found: [DutyDeadline] = []
    for duty in duties {
      let before = found.first { $0.duty.id == duty.startsWith }
      let start = before?.at ?? awareness
      found.append(DutyDeadline(duty: duty, start: start, at: duty.deadline(from: start, in: zone)))
    }
    return found
  }
}

/// Something that a law wants reported within a time.
public struct DutyClock: Hashable, Sendable {
  /// How long there is for it.
  public enum Term: Hashable, Sendable {
    /// A length of time.
    case span(TimeSpan)
    /// Months of the calendar.
    case months(Int)
  }

  /// Its id.
  public let id: String
  /// Its name.
  public var name: LocalizedText?
  /// How long there is for it.
  public var term: Term
  /// The id of the duty whose deadline it counts from; nil: it counts from awareness.
  public var startsWith: String?
  /// To whom.
  public var to: LocalizedText?
  /// What has to be in it.
  public var text: LocalizedText?
  /// On what it rests.
  public var evidence = Evidence(.internal)
  /// A remark.
  public var note: LocalizedText?
  /// Where it is declared.
  public var place: SourcePlace?

  /// Makes one that counts from awareness.
  public init(id: String, within term: Term) {
    self.id = id
    self.term = term
  }

  /// The instant at which it is due.
  func deadline(from start: Instant, in zone: ZoneOffsets) -> Instant {
    switch term {
    case .span(let span): start.advanced(by: span.seconds).onClock(of: zone)
    case .months(let count): start.adding(months: count, in: zone)
    }
  }
}

/// When a duty to report is due.
public struct DutyDeadline: Hashable, Sendable {
  /// The duty.
  public let duty: DutyClock
  /// From when it counts.
  public let start: Instant
  /// When it is due.
  public let at: Instant
}

extension Instant {
  /// The same moment, told by the clock of a zone.
  public func onClock(of zone: ZoneOffsets) -> Instant {
    Instant(secondsSinceEpoch: secondsSinceEpoch, writtenOffset: zone.offset(at: self))
  }

  /// The same time of the day some months later, by the clock of a zone.
  ///
  /// - Parameters:
  ///   - months: The number of months.
  ///   - zone: The zone.
  /// - Returns: The moment; where the month has no such day, on its last day.
  public func adding(months: Int, in zone: ZoneOffsets) -> Instant {
    let local = secondsSinceEpoch + Double(zone.offset(at: self))
    let day = onClock(of: zone).day
    let rest = local - Double(day.daysSinceEpoch) * 86_400
    let wanted = Double(day.adding(months: months).daysSinceEpoch) * 86_400 + rest
    // The offset before a change, then that at the moment found with it: as windows are opened.
    let guess = Instant(
      secondsSinceEpoch: wanted
        - Double(zone.offset(at: Instant(secondsSinceEpoch: wanted))))
    let found = Instant(secondsSinceEpoch: wanted - Double(zone.offset(at: guess)))
    return found.onClock(of: zone)
  }
}
