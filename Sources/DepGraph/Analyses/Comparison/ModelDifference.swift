/// What changed between two models, or two versions of one, and what that does.
///
/// Facts are compared by what they mean and not by how they are written: order, white space, comments
/// and where something stands in which file make no difference. On the differing facts follow their
/// effects: for each process and consumer its single points of failure, its robustness and its
/// availability before and after; what the same failures do; which alternatives, findings and unknowns
/// came and went.
///
///     let difference = ModelDifference(from: before, to: after)
///     difference.facts.added       // what came
///     difference.newPoints         // single points of failure that came, each with whose
public struct ModelDifference: Sendable {
  /// What is asked.
  public struct Question: Hashable, Sendable {
    /// The reading in which things fail.
    public var reading = Reading.possible
    /// Whether to compute how often processes and consumers are down.
    public var wantsAvailability = true
    /// The most nodes that decision diagrams may have at once.
    public var mostNodes = 500_000
    /// Of how many of the widest failures it is told what they do, and of how many that differ.
    public var mostFailures = 5

    /// Asks for everything.
    public init() {}
  }

  /// A single point of failure of one model that is none in the other.
  public struct Point: Hashable, Sendable {
    /// Whom it stops, by id.
    public let target: String
    /// Whether the target is in one of the models only.
    public let targetIsInOne: Bool
    /// The single point of failure.
    public let point: UserState.Point
  }

  /// What was asked.
  public let question: Question
  /// The facts that differ.
  public let facts: FactDifference
  /// The dependencies that differ, those of what came or is gone included.
  public let dependencies: [DependencyDifference]
  /// The processes and consumers for which something differs, by id.
  public let users: [UserDifference]
  /// What the widest failures, and those that differ, do before and after.
  public let failures: [FailureDifference]
  /// The components of which the alternatives differ.
  public let alternatives: [AlternativesDifference]
  /// The findings that differ; nil: nothing differs that they could rest on.
  public let findings: FindingDifference?
  /// Whether both models are of the same bytes; nil: one was not read from files.
  public let isSameText: Bool?
  /// Whether nothing was left out for a limit.
  public let isComplete: Bool

  /// Compares two models.
  ///
  /// - Parameters:
  ///   - before: The earlier one.
  ///   - after: The later one.
  ///   - question: What is asked.
  ///   - goesOn: Asked now and then whether the work may go on; where not, the answer is not complete.
  /// - Complexity: That of single points of failure, availability and a review of agreements in each
  ///   model; O(*f* log *f*) for *f* facts where none differs.
  public init(
    from before: CompiledModel, to after: CompiledModel, _ question: Question = Question(),
    goesOn: (@Sendable () -> Bool)? = nil
  ) {
    self.question = question
    let digests = [before.model.digest, after.model.digest]
    isSameText = digests.contains("") ? nil : digests[0] == digests[1]
    let facts = FactDifference(from: before, to: after)
    self.facts = facts
    // What no fact differs for is the same: it need not be computed to be known.
    guard !facts.isEmpty else {
      (dependencies, users, failures, alternatives, findings) = ([], [], [], [], nil)
      isComplete = true
      return
    }
    dependencies = DependencyDifference.all(from: before, to: after)
    alternatives = AlternativesDifference.all(from: before, to: after)
    let old = ModelState(of: before, question, goesOn: goesOn)
    let new = ModelState(of: after, question, goesOn: goesOn)
    users = Set(old.users.keys).union(new.users.keys).inByteOrder
      .map { UserDifference(id: $0, before: old.users[$0], after: new.users[$0]) }
      .filter { !$0.isEmpty }
    failures = FailureComparison(before, after, question.reading).worst(
      old.review.singlePoints.ranking, new.review.singlePoints.ranking,
      atMost: question.mostFailures)
    let found = FindingDifference(
      (before, old), (after, new), question.reading, goesOn: goesOn)
    findings = found
    isComplete = old.isComplete && new.isComplete && found.isComplete
  }

  /// The single points of failure that came, by whom they stop.
  ///
  /// - Complexity: O(*n*) for *n* points.
  public var newPoints: [Point] {
    users.flatMap { user in
      user.newPoints.map {
        Point(target: user.id, targetIsInOne: user.before == nil, point: $0)
      }
    }
  }

  /// The single points of failure that went, by whom they stopped.
  ///
  /// - Complexity: O(*n*) for *n* points.
  public var gonePoints: [Point] {
    users.flatMap { user in
      user.gonePoints.map {
        Point(target: user.id, targetIsInOne: user.after == nil, point: $0)
      }
    }
  }
}

extension ModelDifference {
  /// What may be asked to end a command with status 1.
  public enum Gate: String, Hashable, Sendable, CaseIterable {
    /// A process or consumer has a single point of failure that it did not have.
    case newSPOF = "new-spof"
    /// Something has fewer alternatives, or it takes fewer failures to stop a process or consumer.
    case lostAlternative = "lost-alternative"
    /// A process or consumer is down more often, or that cannot be told any more.
    case availability
    /// A finding about agreements or redundancy came, or became heavier.
    case newGap = "new-gap"
    /// Something is not known that was, or that was not there.
    case newUnknown = "new-unknown"
    /// Some fact differs.
    case change
  }

  /// Whether a gate fires.
  ///
  /// - Complexity: O(*n*) for what differs.
  public func fires(_ gate: Gate) -> Bool {
    switch gate {
    case .newSPOF: !newPoints.isEmpty
    case .lostAlternative:
      alternatives.contains(where: \.isLoss) || users.contains(where: \.isWeaker)
    case .availability: users.contains(where: \.losesAvailability)
    case .newGap:
      findings.map { found in
        !found.new.isEmpty || found.changed.contains(where: \.isWorse)
          || !found.newlyFalse.isEmpty || !found.newDoubts.isEmpty
      } ?? false
    case .newUnknown: !facts.newUnknowns.isEmpty
    case .change: !facts.isEmpty
    }
  }
}

extension UserDifference {
  /// Whether it is down more often, or nobody can tell any more that it is not.
  fileprivate var losesAvailability: Bool {
    guard before?.chance != nil, let after else { return false }
    guard after.chance != nil else { return true }
    return chanceTrend == .worse || chanceTrend == .cannotTell
  }
}
