/// What the analyses of a briefing found, each made once; nil: the model has no data for it.
public struct BriefingAnalyses: Sendable {
  /// What the failure takes with it.
  public internal(set) var blast: BlastRadius?
  /// Who uses what.
  public internal(set) var register: Register?
  /// Every user of what fails, of the first of it where that is several things.
  public internal(set) var users: Register?
  /// Single points of failure, of groups too, and redundancy that is none.
  public internal(set) var singlePoints: SinglePointsReview?
  /// The ways to lose the most critical user that the failure hits.
  public internal(set) var cutSets: CutSets?
  /// How often users are down.
  public internal(set) var availability: Availability?
  /// Whether agreements are enough.
  public internal(set) var contracts: ContractReview?
  /// How much hangs on each supplier.
  public internal(set) var suppliers: SupplierReview?
  /// What each set of criteria says, in the order asked.
  public internal(set) var vital: [VitalAssessment] = []
  /// What starts by itself.
  public internal(set) var coldStart: ColdStart?
  /// In which order to restore, by each strategy.
  public internal(set) var restoration: RestorationComparison?
  /// Which level of escalation fits the failure, and who can be reached.
  public internal(set) var escalation: EscalationAssessment?
  /// When levels would have been called in the scenario.
  public internal(set) var replay: EscalationReplay?
  /// The scenarios played, in the order asked; nil: that one is impossible.
  public internal(set) var runs: [ScenarioRun?] = []
  /// What the model predicts for outages that were seen, by scenario.
  public internal(set) var calibrations: [Calibration?] = []
  /// What plans are worth.
  public internal(set) var plans: PlanReview?
  /// What nobody knows, as questions to the owners.
  public internal(set) var questions: OpenQuestions?
  /// How far measures are.
  public internal(set) var measures: MeasureReview?
  /// Which change takes the most single points away.
  public internal(set) var hardening: Hardening?
  /// Which protection needs are inherited.
  public internal(set) var protection: ProtectionNeeds?
  /// What was impossible.
  public internal(set) var obstacles: [BriefingQuestion.Obstacle] = []

  init() {}
}
