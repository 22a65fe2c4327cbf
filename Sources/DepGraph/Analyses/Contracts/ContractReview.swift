/// What is wrong with the agreements under a network: where what was promised is not enough, where
/// nobody has promised anything, and what ends.
///
/// Each rule is a file of its own; `docs/contract-rules.md` tells what they mean and what to do. A
/// finding says what is required, what is agreed, the gap between the two, and the chain that leads
/// there. Unknown is no verdict: a user without a recovery time objective is "not applicable", never
/// "met".
///
///     let review = ContractReview(in: compiled)
///     review.findings.first?.gap       // 219_600: 61 hours
///     review.coverage.unpromisedCount  // 1
public struct ContractReview: Sendable {
  /// What is asked.
  public struct Question: Hashable, Sendable {
    /// The reading in which things fail.
    public var reading = Reading.possible
    /// The moment to judge at; nil: the model's date.
    public var at: Instant?
    /// The day looked ahead to; nil: twelve months on.
    public var before: CalendarDate?
    /// Through how many parties work may be passed on: a provider is the first.
    public var maxTier = 2
    /// The most things that fail at once, 1 or 2.
    public var maxOrder = 2
    /// From which share of the critical users on one supplier is too much.
    public var concentration = 0.5
    /// What was seen, beside the observations of the model.
    public var observed: Scenario?
    /// The rules that are looked at; nil: all.
    public var rules: Set<ContractRule>?
    /// The most pairs of a cut set and a user that are held against promises.
    public var mostPairs = 100_000
    /// The most nodes that a decision diagram may have; where more are needed, the answer is not
    /// complete.
    public var mostNodes = 1_000_000

    /// Asks at the model's date.
    public init() {}

    /// Whether findings of a rule are wanted.
    func wants(_ rule: ContractRule) -> Bool { rules?.contains(rule) ?? true }
  }

  /// What was asked.
  public let question: Question
  /// The day that it is judged at; nil: neither the model nor the question has one.
  public let day: CalendarDate?
  /// The day looked ahead to; nil: there is no day to judge at.
  public let before: CalendarDate?
  /// The findings, the heaviest first; then by rule, agreement, element and target.
  public let findings: [ContractFinding]
  /// The times to restore that were held against what users bear: of single things by element and
  /// agreement, then of pairs.
  public let checks: [RestoreCheck]
  /// Who has promised what for each way in which a user can stop.
  public let coverage: PromiseCoverage
  /// How much rests on each supplier.
  public let suppliers: SupplierReview
  /// The number of agreements that hold on the day.
  public let validCount: Int
  /// Whether nothing was left out for a limit.
  public let isComplete: Bool
  /// Whether pairs were left out because there are so many, and not for time.
  public let isLimitedByCount: Bool

  /// Reviews the agreements of a model.
  ///
  /// - Parameters:
  ///   - question: What is asked.
  ///   - compiled: The model.
  ///   - goesOn: Asked now and then whether the work may go on; where not, the answer is not complete.
  /// - Complexity: That of all single failures, of the cut sets of order two of each user, and of
  ///   `AllowedOutages` for each of them and each user with an objective.
  public init(
    _ question: Question = Question(), in compiled: CompiledModel,
    goesOn: (@Sendable () -> Bool)? = nil
  ) {
    let context = ReviewContext(question, in: compiled, goesOn ?? { true })
    self.question = question
    (day, before) = (context.day, context.before)
    validCount = context.valid.count
    // What one thing does comes first: where the time is short, pairs are left out.
    let restores = RestoreChecks(context)
    let single = restores.single()
    let sets = UserCutSets.all(upTo: question.maxOrder, in: context)
    coverage = PromiseCoverage(sets, in: context)
    let pairs = restores.pairs(of: sets, limit: question.mostPairs)
    checks = single.checks + pairs.checks
    let availability =
      question.wants(.availabilityGap) ? AvailabilityGaps(context: context).findings() : ([], true)
    suppliers = SupplierReview(
      in: compiled, reading: question.reading, on: context.day, goesOn: context.goesOn)
    let found =
      RestoreGaps(context: context).findings(single.checks, pairs: pairs.checks)
      + ObservedOverruns(context: context).findings + availability.0
      + BackToBack(context: context).findings + UncoveredElements(context: context).findings
      + ContractTerms(context: context).findings + SubcontractorChains(context: context).findings
      + ContractClauses(context: context).findings
      + SupplierRules(context: context, suppliers: suppliers).findings
    findings = found.filter { question.wants($0.rule) }.sortedByWeight
    isComplete =
      single.isComplete && pairs.isComplete && availability.1 && suppliers.isComplete
      && sets.allSatisfy(\.isComplete)
    isLimitedByCount = !isComplete && context.goesOn()
  }
}

extension [ContractFinding] {
  /// The heaviest first; then by rule, agreement, element and target, else as they are.
  fileprivate var sortedByWeight: [ContractFinding] {
    let order = Dictionary(
      uniqueKeysWithValues: ContractRule.allCases.enumerated().map { ($1, $0) })
    return enumerated().sorted { left, right in
      let (one, other) = (left.element, right.element)
      if one.severity != other.severity { return one.severity > other.severity }
      if one.rule != other.rule {
        return order[one.rule, default: 0] < order[other.rule, default: 0]
      }
      if one.contract != other.contract { return (one.contract ?? "") < (other.contract ?? "") }
      let key = { (finding: ContractFinding) in
        (finding.element?.index ?? -1, finding.target?.index ?? -1)
      }
      return key(one) == key(other) ? left.offset < right.offset : key(one) < key(other)
    }.map(\.element)
  }
}
