/// What is wrong with the agreements under a network: where what was promised is not enough, where
/// nobody has promised anything, and what ends.
public struct ContractReview: Sendable {
  /// What is asked.
  public struct Question: Hashable, Sendable {
    /// The reading in which things fail.
    public var reading = Reading.possible
    /// The moment to judge at; nil: the model's date.
    public var at: Instant?
    /// The day looked ahead to; nil: twelve months on.
    public var before: CalendarDate?
    /// Through how many parties work may be passed on.
    public var maxTier = 2

    /// Asks at the model's date.
    public init() {}
  }

  /// What was asked.
  public let question: Question
  /// The day that it is judged at; nil: neither the model nor the question has one.
  public let day: CalendarDate?
  /// The findings, the heaviest first.
  public let findings: [ContractFinding]
  /// Whether nothing was left out for a limit.
  public let isComplete: Bool

  /// Reviews the agreements of a model.
  ///
  /// - Parameters:
  ///   - question: What is asked.
  ///   - compiled: The model.
  ///   - goesOn: Asked now and then whether the work may go on; where not, the answer is not complete.
  /// - Complexity: Described with each rule.
  public init(
    _ question: Question = Question(), in compiled: CompiledModel,
    goesOn: (@Sendable () -> Bool)? = nil
  ) {
    self.question = question
    day = compiled.model.asOf
    findings = []
    isComplete = goesOn?() ?? true
  }
}
