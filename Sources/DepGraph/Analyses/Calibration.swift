/// What the model predicts for a real outage, held against what was seen.
///
/// An edge that was concluded from the outage predicts it by construction. So the answer is given in
/// three stages, and each component is judged in the first that can tell: what sources from before
/// the outage say; what sources from after it say; what was inferred or assumed. Only the first
/// counts for the score.
public struct Calibration: Sendable {
  /// The outcome of one stage, ids in order.
  public struct Stage: Hashable, Sendable {
    /// Seen to be hit, and predicted.
    public var hit: [String] = []
    /// Seen to be hit, and predicted not to be.
    public var miss: [String] = []
    /// Predicted to be hit, and seen to work.
    public var overPredicted: [String] = []
    /// Seen to work, and predicted to.
    public var agreedUp: [String] = []
    /// The model, or who looked, cannot tell.
    public var notTestable: [String] = []
  }

  /// By what was public before the outage.
  public let known: Stage
  /// By sources from after it, for components that the first stage could not tell.
  public let later: Stage
  /// By inferred and assumed facts, for components that neither could tell.
  public let inferred: Stage
  /// The last day whose sources count as known before the outage; nil where the scenario has no
  /// start: then every dated source does.
  public let knownBy: CalendarDate?
  /// The seeds of the scenario as written.
  public let seeds: [String]

  /// The share of components seen to be hit that were predicted; nil where none was testable.
  public var recall: Double? { share(known.hit.count, of: known.hit.count + known.miss.count) }

  /// The share of components predicted to be hit that were; nil where none was predicted.
  public var precision: Double? {
    share(known.hit.count, of: known.hit.count + known.overPredicted.count)
  }

  /// Calibrates a model on a scenario.
  ///
  /// - Parameters:
  ///   - model: The model, all facts included.
  ///   - scenario: What failed, and what was seen.
  /// - Throws: `InvalidInput` where the model cannot be compiled or a seed names nothing.
  /// - Complexity: that of compiling twice and three blast radii.
  public init(_ model: Model, on scenario: Scenario) throws(InvalidInput) {
    seeds = scenario.events.flatMap(\.fail)
    knownBy = scenario.start.map { $0.writtenDate.dayBefore }
    let observations = scenario.observed ?? model.observations
    let full = try CompiledModel(model)
    let before: CompiledModel
    if let day = knownBy {
      before = try CompiledModel(model.known(by: day).model)
    } else {
      before = full
    }
    let stages = [
      try Prediction(before, seeds, sureOnly: true), try Prediction(full, seeds, sureOnly: true),
      try Prediction(full, seeds, sureOnly: false),
    ]
    var results = [Stage(), Stage(), Stage()]
    // That what failed by itself was down is the question, not an answer.
    let asked = observations.filter { !stages[1].isSeed($0.component) }
    for observation in asked.sorted(by: { $0.component < $1.component }) {
      for (number, stage) in stages.enumerated() {
        let isTold = results[number].add(observation, predicted: stage[observation.component])
        if isTold { break }
      }
    }
    known = results[0]
    later = results[1]
    inferred = results[2]
  }

  private func share(_ part: Int, of whole: Int) -> Double? {
    whole == 0 ? nil : Double(part) / Double(whole)
  }
}

extension Calibration.Stage {
  /// Files an observation; returns whether this stage could tell.
  fileprivate mutating func add(_ observation: Observation, predicted: Bool?) -> Bool {
    let id = observation.component
    switch (observation.state, predicted) {
    case (.unknown, _), (_, nil):
      notTestable.append(id)
      return false
    case (.down, true?), (.degraded, true?): hit.append(id)
    case (.down, false?), (.degraded, false?): miss.append(id)
    case (.up, true?): overPredicted.append(id)
    case (.up, false?): agreedUp.append(id)
    }
    return true
  }
}

/// Which components one stage predicts to be hit.
private struct Prediction {
  private let compiled: CompiledModel
  private let blast: BlastRadius
  private let sureOnly: Bool

  init(_ compiled: CompiledModel, _ seeds: [String], sureOnly: Bool) throws(InvalidInput) {
    self.compiled = compiled
    self.sureOnly = sureOnly
    blast = BlastRadius(BlastRadius.Question(try compiled.seeds(seeds)), in: compiled)
  }

  /// Whether a component is one of the seeds.
  func isSeed(_ id: String) -> Bool {
    compiled.vertex(of: id).map(blast.failed.contains) ?? false
  }

  /// Whether a component is predicted to be hit; nil: cannot be told, or it is a seed.
  subscript(id: String) -> Bool? {
    guard let vertex = compiled.vertex(of: id), !blast.failed.contains(vertex) else { return nil }
    // Users notice an outage and a degraded service; reduced redundancy they do not.
    if let hit = (blast.down + blast.degraded).first(where: { $0.vertex == vertex }) {
      return hit.atLeast >= .degraded ? true : sureOnly ? nil : true
    }
    if blast.cannotTell.contains(where: { $0.vertex == vertex }) { return nil }
    return false
  }
}

extension Instant {
  /// The date on the clock by which it was written.
  fileprivate var writtenDate: CalendarDate {
    let local = secondsSinceEpoch + Double(writtenOffset)
    return CalendarDate(daysSinceEpoch: Int((local / 86_400).rounded(.down)))
  }
}
