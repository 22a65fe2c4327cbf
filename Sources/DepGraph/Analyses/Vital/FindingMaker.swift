/// Makes the answers to criteria, with when they tip and what they rest on.
struct FindingMaker {
  private let frame: CriteriaEvaluation.Frame
  private let evaluation: CriteriaEvaluation
  /// Evaluations just after each moment at which something changes, by time.
  private let changes: [(time: Double, evaluation: CriteriaEvaluation)]
  private let moment: Double

  init(_ frame: CriteriaEvaluation.Frame, _ evaluation: CriteriaEvaluation, moment: Double) {
    self.frame = frame
    self.evaluation = evaluation
    self.moment = moment
    changes = frame.changes.map { time in
      // Just after: at the very moment "for longer than" does not hold yet.
      let after = time.nextUp
      return (time, CriteriaEvaluation(frame, moment: after, duration: ValueRange(after)))
    }
  }

  var findings: [VitalAssessment.Finding] { frame.set.criteria.map(finding) }

  private func finding(_ criterion: Criterion) -> VitalAssessment.Finding {
    let verdict = evaluation.verdict(of: criterion.id)
    var test: CriterionTest?
    if case .test(let tested) = criterion.condition { test = tested }
    let value = test.map { evaluation.value(of: criterion.id, $0) }
    let isTimed = frame.dependsOnTime(criterion.id)
    let first = { (holds: (CriterionVerdict) -> Bool) -> Double? in
      isTimed ? changes.first { holds($0.evaluation.verdict(of: criterion.id)) }?.time : nil
    }
    return VitalAssessment.Finding(
      criterion: criterion, verdict: verdict, value: value,
      threshold: test.flatMap(evaluation.threshold), countsDegraded: countsDegraded(test),
      at: first { $0 == .met }, possibleAt: first { $0 != .notMet },
      reason: verdict == .undetermined ? reason(criterion, test, value) : nil,
      evidence: evidence(test, value, verdict), missing: missing(criterion, test, value))
  }

  private func countsDegraded(_ test: CriterionTest?) -> Bool {
    test.map(frame.countsDegraded) ?? false
  }

  private func reason(
    _ criterion: Criterion, _ test: CriterionTest?, _ value: MeasuredValue?
  ) -> VitalAssessment.OpenReason {
    if evaluation.ownVerdict(of: criterion) != .undetermined { return .exception }
    guard let test, let value else {
      if case .question = criterion.condition { return .unanswered }
      return .members
    }
    if test.threshold == nil { return .noThreshold }
    if test.measure == .duration { return .durationUnknown }
    let figures = (test.threshold?.figures ?? []) + [test.figure].compactMap(\.self)
    if figures.contains(where: { frame.measures.figures[$0] == nil }) { return .figureMissing }
    if !value.missing.isEmpty || frame.measures.restsOnUnknown(value) { return .unknownFacts }
    return test.isUpperBound ? .upperBound : .uncertainFacts
  }

  /// What would decide it: facts of the model, figures, answers.
  private func missing(
    _ criterion: Criterion, _ test: CriterionTest?, _ value: MeasuredValue?
  ) -> [MeasuredValue.Missing] {
    var missing = Set(value?.missing ?? [])
    if let value { missing.formUnion(frame.measures.unknownNeeds(under: value)) }
    for figure in test?.threshold?.figures ?? [] where frame.measures.figures[figure] == nil {
      missing.insert(.init(figure, "figure"))
    }
    let rule: CriterionRule? =
      if case .rule(let rule) = criterion.condition { rule } else { nil }
    let asked =
      [rule, criterion.exception].compactMap(\.self).flatMap(\.references)
    for id in asked where frame.criteria[id] == nil && frame.answers[id] == nil {
      missing.insert(.init(id, "answer"))
    }
    if case .question = criterion.condition, frame.answers[criterion.id] == nil {
      missing.insert(.init(criterion.id, "answer"))
    }
    return missing.sorted()
  }

  /// The ways to what counts: to what counts for certain where that decides.
  private func evidence(
    _ test: CriterionTest?, _ value: MeasuredValue?, _ verdict: CriterionVerdict
  ) -> [VertexID] {
    guard let test, let value else { return [] }
    let isSure = verdict == .met && test.comparison.isRising
    let targets = isSure ? value.certain : value.possible
    guard !targets.isEmpty else { return [] }
    let horizon = min(moment, test.within?.seconds ?? .infinity)
    return frame.measures.ways(
      to: targets, isSure ? .certain : .conceivable, degraded: frame.countsDegraded(test),
      by: test.measure == .alternatives ? nil : horizon)
  }
}

extension MeasureTable {
  /// All that lies on the ways from the subject to some components, in the order of the failure.
  ///
  /// - Complexity: O(*v* + *d*) for the elements that fall and the dependencies on them.
  func ways(
    to targets: [VertexID], _ surety: FallTimes.Surety, degraded: Bool, by horizon: Double?
  ) -> [VertexID] {
    let passage = FallingWays.Passage(includesSoft: degraded, isCertain: surety == .certain)
    return FallingWays(from: seeds.vertices, in: compiled, passage) { vertex in
      horizon.map { times.fall(of: vertex, surety, degraded: degraded).isBy($0) } ?? true
    }.ways(to: targets)
  }

  /// Whether something counts only because of needs that nobody wrote down.
  func restsOnUnknown(_ value: MeasuredValue) -> Bool {
    value.possible.contains { times.fall(of: $0, .possible) == .infinity }
  }

  /// The needs that nobody wrote down and on which it depends whether something counts.
  ///
  /// - Complexity: O(*n*) for *n* components.
  func unknownNeeds(under value: MeasuredValue) -> [MeasuredValue.Missing] {
    if !seeds.unknownExtent.isEmpty { return seeds.unknownExtent.map { .init($0, "extent") } }
    return value.possible.filter { times.fall(of: $0, .possible) == .infinity }.flatMap { vertex in
      (untold[vertex] ?? []).map { MeasuredValue.Missing($0, "requires") }
    }
  }
}

extension CriteriaEvaluation.Frame {
  /// The moments at which something changes, in order, 0 first.
  ///
  /// - Complexity: O(*n* log *n*) for *n* components, their rows of impact included.
  var changes: [Double] {
    var moments: Set<Double> = [0]
    for vertex in measures.compiled.componentVertices {
      guard let component = measures.compiled.component(vertex) else { continue }
      var delays = [0.0]
      if component.isUser {
        delays += component.impact.map(\.after.seconds)
        delays += [component.continuity.maximumTolerablePeriod?.seconds].compactMap(\.self)
      } else if component.vital == nil {
        continue
      }
      for surety in FallTimes.Surety.allCases {
        for degraded in [false, true] {
          let start = measures.times.harm(of: vertex, surety, degraded: degraded)
          if start < .infinity { moments.formUnion(delays.map { start + $0 }) }
        }
      }
    }
    for criterion in set.criteria {
      guard case .test(let test) = criterion.condition, test.measure == .duration,
        let threshold = test.threshold
      else { continue }
      let range = measures.range(of: threshold)
      moments.formUnion([range.low, range.high].filter { $0 < .infinity })
    }
    return moments.sorted()
  }

  /// Whether the verdict of a criterion can change over time.
  ///
  /// - Complexity: O(*n*) for *n* criteria that it rests on.
  func dependsOnTime(_ id: String) -> Bool {
    var seen: Set<String> = []
    var stack = [id]
    while let next = stack.popLast() {
      guard seen.insert(next).inserted, let criterion = criteria[next] else { continue }
      switch criterion.condition {
      case .test(let test): if test.measure != .figure { return true }
      case .rule(let rule): stack += rule.references
      case .question: break
      }
      stack += criterion.exception?.references ?? []
    }
    return false
  }
}
