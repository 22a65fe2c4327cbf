/// Which level of a framework fits an incident at a moment, why, and who has to be told by when.
///
/// It is a suggestion: a person confirms. What holds for certain calls a level; what may hold, or
/// cannot be told, is named beside it.
public struct EscalationAssessment: Sendable {
  /// What is asked.
  public struct Question: Sendable {
    /// What failed.
    public var failed: Seeds
    /// When it failed.
    public var since: Instant
    /// The moment of the answer; not before `since`.
    public var now: Instant
    /// What is taken to be behind it.
    public var cause = IncidentCause.unknown
    /// What people answered, by the id of the question.
    public var answers: [String: Bool] = [:]
    /// The id of the level called already, below which none is suggested; nil: none is.
    public var levelNow: String?
    /// The framework; nil: the model's own.
    public var framework: EscalationFramework?
    /// The clock by which moments are told; nil: with the offset in which `since` was written.
    public var zone: ZoneOffsets?

    /// Asks about a failure at the moment of its beginning.
    public init(_ failed: Seeds, since: Instant) {
      self.failed = failed
      self.since = since
      now = since
    }
  }

  /// A level that is called later if nothing changes: time alone raises it.
  public struct Later: Hashable, Sendable {
    /// The level as it stands then.
    public let finding: LevelFinding
    /// When.
    public let at: Instant
  }

  /// What failed, in order.
  public let failed: [VertexID]
  /// What failed as it was asked, with what is not known of it.
  public let seeds: Seeds
  /// When it began.
  public let since: Instant
  /// The moment of the answer.
  public let now: Instant
  /// What is taken to be behind it.
  public let cause: IncidentCause
  /// What people answered, by the id of the question.
  public let answers: [String: Bool]
  /// The framework.
  public let framework: EscalationFramework
  /// The levels, the lightest first.
  public let levels: [LevelFinding]
  /// The place in `levels` of the one that is suggested; nil: none.
  public let place: Int?
  /// The id of the level called already; nil: none.
  public let levelNow: String?
  /// When each level up to the suggested one was called first; nil: not by the conditions.
  public let calls: [String: Instant]
  /// Heavier levels that are called later if nothing changes, the lightest first.
  public let later: [Later]
  /// Who is told, the soonest first.
  public let notices: [EscalationNotice]
  /// Who should be told and has no contact in the model.
  public let missing: [MissingContact]
  /// How each contact can be reached, in the order declared.
  public let reaches: [ContactReach]
  /// The processes and consumers that are down, each with how sure that is, in order.
  public let users: [(vertex: VertexID, verdict: EscalationVerdict)]
  /// What the failure comes to, by what is counted; without questions.
  public let measured: [EscalationCondition.Measure: EscalationMeasurement]
  /// The clock by which moments are told; nil: with the offset in which the beginning was written.
  public let zone: ZoneOffsets?
  /// Whether it is a moment of a scenario, in which things are restored too.
  public let isReplayed: Bool
  /// When what failed is promised back, in order; nil in it: nobody promised anything.
  public let expected: [(vertex: VertexID, at: Instant?, contract: String?)]

  /// The instant some seconds after the beginning.
  public func instant(_ seconds: Double) -> Instant {
    let instant = since.advanced(by: seconds)
    return zone.map { instant.onClock(of: $0) } ?? instant
  }

  /// How long it has lasted, in seconds.
  public var elapsed: Double { now.secondsSinceEpoch - since.secondsSinceEpoch }

  /// The level that is suggested; nil: none.
  public var suggested: LevelFinding? { place.map { levels[$0] } }

  /// Whether the suggestion rests on the level called already, not on conditions that hold now.
  public var isHeld: Bool { suggested.map { $0.verdict != .certain } ?? false }

  /// Heavier levels that may hold, or of which it cannot be told, the lightest first.
  public var possibly: [LevelFinding] {
    levels.suffix(from: place.map { $0 + 1 } ?? 0).filter { $0.verdict != .no }
  }

  /// The ids of contacts that have channels, of which none is left, in the order of ids.
  ///
  /// - Complexity: O(*k* log *k*) for *k* contacts.
  public var unreachable: [String] { reaches.filter(\.isUnreachable).map(\.contact).sorted() }

  /// The questions that nobody answered, of levels heavier than the suggested one, with their ids.
  ///
  /// - Complexity: O(*l*) for *l* levels.
  public var openQuestions: [(id: String, text: LocalizedText)] {
    levels.suffix(from: place.map { $0 + 1 } ?? 0).flatMap(\.level.questions)
      .filter { answers[$0.id] == nil }
  }

  /// Judges an incident.
  ///
  /// - Parameters:
  ///   - question: What failed, when, and what is given.
  ///   - compiled: The model.
  /// - Precondition: `now` is not before `since`, and `levelNow` names a level of the framework.
  /// - Complexity: O(log *m*·*n*) for *m* moments at which something changes and *n* components, beside
  ///   that of a blast radius and of two runs of the timeline; O(*m*·*n*) where a condition is denied.
  public init(_ question: Question, in compiled: CompiledModel) {
    let time = question.now.secondsSinceEpoch - question.since.secondsSinceEpoch
    precondition(time >= 0, "an answer before the beginning")
    let blast = BlastRadius(.init(question.failed), in: compiled)
    let claimed = Set(blast.claimedIndependent.filter(\.coversTheFailure).map(\.vertex))
    let course = IncidentCourse(
      question.failed, since: question.since, zone: question.zone, claimed: claimed, in: compiled)
    let situation = EscalationSituation(
      course, framework: question.framework ?? EscalationFramework(of: compiled.model),
      cause: question.cause, answers: question.answers, with: IncidentRuns(compiled))
    self.init(situation, at: time, seeds: question.failed, levelNow: question.levelNow)
  }

  /// Judges an incident at a moment of it.
  init(
    _ situation: EscalationSituation, at time: Double, seeds: Seeds, levelNow: String?
  ) {
    let course = situation.course
    let clock = EscalationClock(situation)
    failed = course.failed(at: time)
    self.seeds = seeds
    since = course.instant(0)
    now = course.instant(time)
    cause = situation.cause
    answers = situation.answers
    framework = situation.framework
    self.levelNow = levelNow
    let levels = situation.findings(of: clock.levels, at: time)
    self.levels = levels
    let reached = levels.lastIndex { $0.verdict == .certain }
    let floor = levelNow.flatMap { id in levels.firstIndex { $0.level.id == id } }
    let place = [reached, floor].compactMap(\.self).max()
    self.place = place
    let calls = clock.calls(upTo: place, until: time)
    self.calls = calls.mapValues { course.instant($0) }
    // Of a scenario it is known what changes.
    let coming = course.isReplayed ? [] : clock.later(than: place, after: time)
    later = coming.map { found in
      Later(
        finding: situation.findings(of: [clock.levels[found.place]], at: found.at)[0],
        at: course.instant(found.at))
    }
    let reaches = ContactReaches(course, at: time, claimed: course.claimed, in: situation.compiled)
    let called = (place.map { Array(levels[...$0]) } ?? []).reversed().map { finding in
      (level: finding.level, at: calls[finding.level.id] ?? time)
    }
    let list = NoticeList(situation, at: time, called: called, reaches)
    notices = list.notices
    missing = list.missing
    self.reaches = situation.framework.contacts.map { reaches.reach(of: $0) }
    users = situation.users.map { ($0, course.isDown($0, at: time)) }.filter { $0.1 != .no }
    zone = course.zone
    isReplayed = course.isReplayed
    measured = Dictionary(
      uniqueKeysWithValues: EscalationCondition.Measure.allCases.filter { $0 != .question }.map {
        ($0, situation.value(of: $0, at: time))
      })
    expected =
      situation.outlook(at: time)?.expected.map { expected in
        (expected.vertex, expected.end.map { course.instant($0) }, expected.contract)
      } ?? []
  }
}
