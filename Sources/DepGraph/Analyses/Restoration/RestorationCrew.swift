/// A crew that can repair things.
public struct RestorationCrew: Hashable, Sendable {
  /// Its id; of crews that were only counted a number.
  public let id: String
  /// What it can do; nil: everything.
  public let skills: Set<String>?
  /// When it works.
  public let hours: WeeklyHours
  /// Where it starts from; nil: not known, and no travel is counted.
  public let base: Position?

  /// Whether it has all of some skills.
  ///
  /// - Complexity: O(*s*) for *s* skills.
  public func can(_ asked: [String]) -> Bool { skills.map { $0.isSuperset(of: asked) } ?? true }

  /// The crews of a question: the number asked for, else those of the model.
  ///
  /// - Complexity: O(*k*) for *k* crews.
  static func all(of question: RestorationQuestion, in model: Model) -> [RestorationCrew] {
    if let count = question.crewCount {
      // More of them than repairs would have nothing to do.
      return (0..<min(count, max(1, question.failed.vertices.count))).map {
        RestorationCrew(id: "\($0 + 1)", skills: nil, hours: .always, base: nil)
      }
    }
    return model.crews.map {
      RestorationCrew(id: $0.id, skills: Set($0.skills), hours: $0.hours, base: $0.base)
    }
  }
}

/// How long things take by the clock from the outage on.
struct RestorationClock: Sendable {
  /// When the outage began; nil: nobody said.
  let since: Instant?
  /// How fast crews travel, in metres a second.
  let speed: Double

  init(_ question: RestorationQuestion) {
    since = question.since
    speed = question.speed / 3.6
  }

  /// When some work is done that begins at a time; only hours of the crew count.
  ///
  /// - Complexity: that of `WeeklyHours.instant(after:from:)`.
  func end(of seconds: Double, from start: Double, in hours: WeeklyHours) -> Double {
    guard seconds < RecoveryRun.unknown, start < RecoveryRun.unknown else {
      return RecoveryRun.unknown
    }
    guard let since, hours != .always, seconds > 0, let span = TimeSpan(seconds: seconds) else {
      return start + seconds
    }
    return hours.instant(after: span, from: since.advanced(by: start)).secondsSinceEpoch
      - since.secondsSinceEpoch
  }

  /// When what a contract promises from a time on is done; without a moment at worst.
  ///
  /// - Complexity: that of `WeeklyHours.instant(after:from:)`.
  func end(of agreed: AgreedRestore, _ window: WeeklyHours, from start: Double) -> Double {
    guard start < RecoveryRun.unknown else { return RecoveryRun.unknown }
    guard since != nil else { return start + agreed.longest.elapsed }
    return end(of: agreed.within, from: start, in: window)
  }

  /// How long the way from one place to another takes; none where one is not known.
  func travel(from: Position?, to: Position?) -> Double {
    guard let from, let to else { return 0 }
    return from.distance(to: to) / speed
  }
}
