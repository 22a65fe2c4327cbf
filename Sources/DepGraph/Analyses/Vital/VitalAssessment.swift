/// A subject held against a set of criteria: what its failure comes to, criterion by criterion, and the
/// level that follows.
///
/// Three things are kept apart: what the criteria say (computed), the status (designated or not, as
/// the model states), and the decision with its reason.
public struct VitalAssessment: Sendable {
  /// What is asked.
  public struct Question: Sendable {
    /// The subject: what fails by itself.
    public var subject: Seeds
    /// The criteria.
    public var criteria: CriteriaSet
    /// The moment of the answer; nil: in the end.
    public var after: TimeSpan?
    /// When the failure happened, to tell when it is felt.
    public var since: Instant?
    /// What people answered, by the id of the question.
    public var answers: [String: Bool] = [:]
    /// Figures given, by id; they stand above those of the set.
    public var figures: [String: Double] = [:]
    /// Whether what works degraded counts as failed; nil: as the criteria say.
    public var countsDegraded: Bool?

    /// Asks what a subject's failure comes to.
    public init(_ subject: Seeds, by criteria: CriteriaSet) {
      self.subject = subject
      self.criteria = criteria
    }
  }

  /// Why a verdict is undetermined.
  public enum OpenReason: String, Hashable, Sendable, CaseIterable {
    /// The set gives no threshold.
    case noThreshold = "no-threshold"
    /// A person has to answer.
    case unanswered
    /// A figure was not given.
    case figureMissing = "figure-missing"
    /// Facts that would decide it are not written down.
    case unknownFacts = "unknown-facts"
    /// Facts that would decide it are uncertain.
    case uncertainFacts = "uncertain-facts"
    /// The model counts more than the criterion does.
    case upperBound = "upper-bound"
    /// It is not known how long the outage lasts.
    case durationUnknown = "duration-unknown"
    /// It follows from criteria that are undetermined.
    case members
    /// Whether the exception holds is not known.
    case exception
  }

  /// The answer to one criterion.
  public struct Finding: Hashable, Sendable {
    /// The criterion.
    public let criterion: Criterion
    /// The verdict at the moment asked for.
    public let verdict: CriterionVerdict
    /// The value at that moment; nil: nothing is measured.
    public let value: MeasuredValue?
    /// The threshold; nil: none.
    public let threshold: ValueRange?
    /// Whether what works degraded counted as failed.
    public let countsDegraded: Bool
    /// When it tips: the first moment at which it is met for certain, in seconds after the failure; nil:
    /// never, or it does not depend on time.
    public let at: Double?
    /// The first moment at which it may be met; nil: never, or it does not depend on time.
    public let possibleAt: Double?
    /// Why the verdict is undetermined; nil: it is not.
    public let reason: OpenReason?
    /// What lies on the ways from the subject to what counts, in the order in which the failure comes by.
    public let evidence: [VertexID]
    /// The facts that would decide it, in order.
    public let missing: [MeasuredValue.Missing]
  }

  /// The answer to one level.
  public struct Level: Hashable, Sendable {
    /// The level.
    public let level: CriteriaLevel
    /// Whether its rule is met, not asking for higher ones, nor whether the set applies.
    public let rule: CriterionVerdict
    /// The same, applicability taken into account.
    public let verdict: CriterionVerdict
  }

  /// A component of the subject with its standing, as the model states it.
  public struct Standing: Hashable, Sendable {
    /// The component.
    public let vertex: VertexID
    /// Its standing.
    public let standing: VitalStanding
  }

  /// The question.
  public let question: Question
  /// Whether the set applies to the subject; nil: not known.
  public let isApplicable: Bool?
  /// How the validity of the set stands to the date of the model's facts.
  public let validity: CriteriaSet.Validity
  /// The criteria, in order.
  public let findings: [Finding]
  /// The levels, the highest first.
  public let levels: [Level]
  /// The standings of the subject, by id.
  public let standings: [Standing]
  /// How the failure spreads over sectors.
  public let cascade: Cascade
  /// Components claimed to be independent of the failure, taken at their word.
  public let claims: [IndependenceClaim]

  /// The level reached; nil: none, or it cannot be told.
  public var level: String? {
    guard let first = levels.first(where: { $0.verdict != .notMet }) else { return nil }
    return first.verdict == .met ? first.level.id : nil
  }

  /// The level reached if the set applies; nil: none, or it cannot be told.
  public var levelIfApplicable: String? {
    guard let first = levels.first(where: { $0.rule != .notMet }) else { return nil }
    return first.rule == .met ? first.level.id : nil
  }

  /// Whether the level cannot be told.
  public var isLevelUndetermined: Bool {
    levels.first { $0.verdict != .notMet }?.verdict == .undetermined
  }

  /// The highest level reached for certain; nil: none.
  public var levelAtLeast: String? { levels.first { $0.verdict == .met }?.level.id }

  /// The questions of the set that nobody answered, in order.
  public var openQuestions: [CriteriaQuestion] {
    question.criteria.answerable.filter { question.answers[$0.id] == nil }
  }

  /// The one status of the subject; nil: the model states none, or several.
  public var status: VitalStanding.Status? {
    let all = Set(standings.map(\.standing.status))
    return all.count == 1 ? all.first : nil
  }

  /// Judges a subject.
  ///
  /// - Parameters:
  ///   - question: The subject, the criteria, and what is given.
  ///   - compiled: The model.
  /// - Complexity: O(*k*·*t*·*n* log *n*) for *k* criteria, *t* moments at which something changes and
  ///   *n* components, and that of a blast radius.
  public init(_ question: Question, in compiled: CompiledModel) {
    self.question = question
    let subject = question.subject
    let blast = BlastRadius(.init(subject), in: compiled)
    let claims = blast.claimedIndependent.filter(\.coversTheFailure)
    self.claims = claims
    let times = FallTimes(
      subject, since: question.since, claimed: Set(claims.map(\.vertex)), in: compiled)
    let set = question.criteria
    let given = Dictionary(
      set.figures.compactMap { figure in figure.value.map { (figure.id, $0) } },
      uniquingKeysWith: { one, _ in one }
    ).merging(question.figures) { $1 }
    let measures = MeasureTable(blast, times, figures: given, in: compiled)
    let frame = CriteriaEvaluation.Frame(
      set, measures, answers: question.answers, countsDegraded: question.countsDegraded)
    let moment = question.after?.seconds ?? .infinity
    let evaluation = CriteriaEvaluation(
      frame, moment: moment,
      duration: question.after.map { ValueRange($0.seconds) } ?? ValueRange(0, .infinity))
    findings = FindingMaker(frame, evaluation, moment: moment).findings
    let applies = set.applicability.map(evaluation.verdict) ?? .met
    isApplicable = applies.truth
    levels = set.levels.map { level in
      let rule = evaluation.verdict(level.rule)
      return Level(level: level, rule: rule, verdict: .all([applies, rule]))
    }
    validity = set.validity(on: compiled.model.asOf)
    standings = subject.vertices.compactMap { vertex in
      compiled.component(vertex)?.vital.map { Standing(vertex: vertex, standing: $0) }
    }
    cascade = Cascade(
      of: subject, times, in: compiled, after: question.after,
      countsDegraded: question.countsDegraded ?? set.countsDegraded)
  }
}

extension CriteriaSet {
  /// Everything that people answer: the questions, then the criteria that are questions, in order.
  public var answerable: [CriteriaQuestion] {
    questions
      + criteria.compactMap { criterion in
        guard case .question(let text) = criterion.condition else { return nil }
        return CriteriaQuestion(id: criterion.id, text: text)
      }
  }
}
