/// A condition held against an incident.
public struct ConditionFinding: Hashable, Sendable {
  /// The condition.
  public let condition: EscalationCondition
  /// What was measured.
  public let value: EscalationMeasurement
  /// How sure it is that it holds.
  public let verdict: EscalationVerdict
  /// The id of its question, for `answers`; nil: it is none.
  public let question: String?
  /// Whether it counts among what lives depend on only.
  public let isAmongLifeSafety: Bool
}

/// One list of conditions that must all hold, held against an incident.
public struct EntryFinding: Hashable, Sendable {
  /// The conditions, in order.
  public let conditions: [ConditionFinding]

  /// How sure it is that all hold; a list of none never holds by itself.
  public var verdict: EscalationVerdict { conditions.map(\.verdict).min() ?? .no }
}

/// A level held against an incident.
public struct LevelFinding: Hashable, Sendable {
  /// The level.
  public let level: EscalationLevel
  /// Its lists of conditions, in order.
  public let entries: [EntryFinding]

  /// How sure it is that it is called: as sure as the surest of its lists.
  public var verdict: EscalationVerdict { entries.map(\.verdict).max() ?? .no }

  /// Whether all that it hangs on is what a person answers.
  ///
  /// - Complexity: O(*c*) for *c* conditions.
  public var waitsForAnswer: Bool {
    verdict == .cannotTell
      && reasons.allSatisfy { entry in
        entry.conditions.allSatisfy { $0.verdict > .cannotTell || $0.question != nil }
      }
  }

  /// The lists that are as sure as the level, in order.
  public var reasons: [EntryFinding] {
    verdict == .no ? [] : entries.filter { $0.verdict == verdict }
  }
}

extension EscalationLevel {
  /// The id of the question in an entry: that of the level, with a number where it has several.
  ///
  /// - Complexity: O(*e*) for *e* entries.
  func questionID(inEntry entry: Int) -> String {
    let asking = when.indices.filter { when[$0].contains { $0.measure == .question } }
    guard asking.count > 1, let place = asking.firstIndex(of: entry) else { return id }
    return "\(id)-\(place + 1)"
  }

  /// The questions that it asks, with their ids, in order.
  ///
  /// - Complexity: O(*e*²) for *e* entries.
  public var questions: [(id: String, text: LocalizedText)] {
    when.enumerated().flatMap { place, conditions in
      conditions.compactMap { condition in
        guard case .asked(let text) = condition.test else { return nil }
        return (questionID(inEntry: place), text)
      }
    }
  }
}

extension EscalationSituation {
  /// What levels say at a moment, in their order.
  ///
  /// - Complexity: O(*m*·*n*) for *m* measures and *n* components.
  func findings(of levels: [EscalationLevel], at time: Double) -> [LevelFinding] {
    var table = MeasureCache(situation: self, time: time)
    return levels.map { level in
      LevelFinding(
        level: level,
        entries: level.when.enumerated().map { place, conditions in
          let isAmong = conditions.contains { $0.measure == .lifeSafety }
          return EntryFinding(
            conditions: conditions.map { condition in
              table.finding(
                condition, question: level.questionID(inEntry: place), isAmong: isAmong)
            })
        })
    }
  }

  /// How sure it is that a level is called at a moment.
  func verdict(of level: EscalationLevel, at time: Double) -> EscalationVerdict {
    findings(of: [level], at: time).first?.verdict ?? .no
  }

  /// The moments at which something may come to hold, in order.
  ///
  /// - Complexity: O(*n* log *n*) for *n* components that fall.
  func moments(for levels: [EscalationLevel]) -> [Double] {
    var found: Set<Double> = [0]
    let conditions = levels.flatMap(\.when).flatMap(\.self)
    let first = course.failures.first?.from ?? 0
    for failure in course.failures {
      found.insert(failure.from)
      if failure.until.isFinite { found.insert(failure.until) }
    }
    for vertex in compiled.componentVertices { found.formUnion(course.changes(of: vertex)) }
    let shares = conditions.compactMap { condition -> Double? in
      guard condition.measure == .elapsedOfRestoreTarget else { return nil }
      switch condition.test {
      case .atLeast(let share): return share
      case .moreThan(let share): return share.nextUp
      default: return nil
      }
    }
    for condition in conditions {
      if case .lasts(let span) = condition.test { found.insert(first + span.seconds) }
    }
    for element in promises.elements {
      guard let promise = promises.shortest(on: element) else { continue }
      for began in course.changes(of: element) {
        found.formUnion(shares.map { began + $0 * promise.within.seconds })
      }
    }
    if conditions.contains(where: { $0.measure == .pastMTPD }) {
      for user in users {
        guard let limit = compiled.component(user)?.continuity.maximumTolerablePeriod else {
          continue
        }
        for began in course.changes(of: user) {
          found.insert(course.felt(user, from: began) + limit.seconds)
        }
      }
    }
    return found.filter(\.isFinite).sorted()
  }
}

/// Measures at one moment, each computed once.
private struct MeasureCache {
  let situation: EscalationSituation
  let time: Double
  private var values: [Key: EscalationMeasurement] = [:]

  private struct Key: Hashable {
    let measure: EscalationCondition.Measure
    let isAmong: Bool
  }

  init(situation: EscalationSituation, time: Double) {
    self.situation = situation
    self.time = time
  }

  mutating func finding(
    _ condition: EscalationCondition, question: String, isAmong: Bool
  ) -> ConditionFinding {
    let among = isAmong && condition.measure == .noAlternative
    let isQuestion = condition.measure == .question
    let value = isQuestion ? situation.answer(question) : value(condition.measure, among)
    return ConditionFinding(
      condition: condition, value: value, verdict: value.verdict(of: condition.test),
      question: isQuestion ? question : nil, isAmongLifeSafety: among)
  }

  private mutating func value(
    _ measure: EscalationCondition.Measure, _ isAmong: Bool
  ) -> EscalationMeasurement {
    let key = Key(measure: measure, isAmong: isAmong)
    if let known = values[key] { return known }
    let value = situation.value(of: measure, at: time, amongLifeSafety: isAmong)
    values[key] = value
    return value
  }
}
