/// The verdicts of a set of criteria at one moment after a failure.
final class CriteriaEvaluation {
  /// What stays the same at all moments.
  struct Frame {
    let set: CriteriaSet
    let measures: MeasureTable
    let answers: [String: Bool]
    let countsDegraded: Bool?
    /// The criteria by id.
    let criteria: [String: Criterion]

    init(
      _ set: CriteriaSet, _ measures: MeasureTable, answers: [String: Bool], countsDegraded: Bool?
    ) {
      self.set = set
      self.measures = measures
      self.answers = answers
      self.countsDegraded = countsDegraded
      criteria = Dictionary(set.criteria.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
    }

    /// Whether what works degraded counts as fallen for a test.
    func countsDegraded(_ test: CriterionTest) -> Bool {
      countsDegraded ?? test.countsDegraded ?? set.countsDegraded
    }
  }

  private let frame: Frame
  private let moment: Double
  private let duration: ValueRange
  private var verdicts: [String: CriterionVerdict] = [:]
  private var values: [String: MeasuredValue] = [:]

  /// - Parameters:
  ///   - frame: The set and what is known.
  ///   - moment: Seconds after the failure; infinite: in the end.
  ///   - duration: How long the outage lasts.
  init(_ frame: Frame, moment: Double, duration: ValueRange) {
    self.frame = frame
    self.moment = moment
    self.duration = duration
  }

  /// The verdict of a criterion, its exception taken into account, or of a question.
  ///
  /// - Complexity: that of its measures, each once.
  func verdict(of id: String) -> CriterionVerdict {
    if let known = verdicts[id] { return known }
    guard let criterion = frame.criteria[id] else { return CriterionVerdict(frame.answers[id]) }
    var verdict = ownVerdict(of: criterion)
    if let exception = criterion.exception { verdict = .all([verdict, !self.verdict(exception)]) }
    verdicts[id] = verdict
    return verdict
  }

  /// The verdict of a criterion before its exception.
  func ownVerdict(of criterion: Criterion) -> CriterionVerdict {
    switch criterion.condition {
    case .question: return CriterionVerdict(frame.answers[criterion.id])
    case .rule(let rule): return verdict(rule)
    case .test(let test):
      guard let threshold = threshold(of: test) else { return .undetermined }
      return ValueRange.compare(value(of: criterion.id, test).range, test.comparison, threshold)
    }
  }

  /// The verdict of a rule.
  ///
  /// - Complexity: O(*n*) for a formula of *n* parts, and that of its criteria.
  func verdict(_ rule: CriterionRule) -> CriterionVerdict {
    switch rule {
    case .reference(let id): verdict(of: id)
    case .all(let members): .all(members.map(verdict))
    case .any(let members): .any(members.map(verdict))
    case .atLeast(let count, let members): .atLeast(count, of: members.map(verdict))
    case .not(let member): !verdict(member)
    case .subject(let test): CriterionVerdict(test.holds(for: frame.measures.seeds, in: compiled))
    }
  }

  private var compiled: CompiledModel { frame.measures.compiled }

  /// The value that a criterion measures.
  func value(of id: String, _ test: CriterionTest) -> MeasuredValue {
    if let known = values[id] { return known }
    var value = frame.measures.value(
      .init(
        test: test, countsDegraded: frame.countsDegraded(test),
        moment: min(moment, test.within?.seconds ?? .infinity), duration: duration))
    if test.isUpperBound { value.range.low = 0 }
    values[id] = value
    return value
  }

  /// The threshold of a test as a range: a figure that nobody gave makes it wide.
  func threshold(of test: CriterionTest) -> ValueRange? {
    test.threshold.map { frame.measures.range(of: $0) }
  }
}

extension MeasureTable {
  /// What a threshold comes to.
  ///
  /// - Complexity: O(*n*) for *n* parts.
  func range(of threshold: CriterionThreshold) -> ValueRange {
    switch threshold {
    case .amount(let amount): return ValueRange(amount)
    case .share(let share, let figure):
      return figures[figure].map { ValueRange($0 * share) }
        ?? ValueRange(0, share == 0 ? 0 : .infinity)
    case .smallest(let parts):
      let ranges = parts.map(range)
      return ValueRange(
        ranges.map(\.low).min() ?? 0, ranges.map(\.high).min() ?? .infinity)
    case .largest(let parts):
      let ranges = parts.map(range)
      return ValueRange(
        ranges.map(\.low).max() ?? 0, ranges.map(\.high).max() ?? .infinity)
    }
  }
}

extension SubjectTest {
  /// Whether it holds for a subject; nil: for some of it only, or nobody stated the attribute.
  ///
  /// - Complexity: O(*s*·*p*) for *s* components and *p* parties.
  public func holds(for subject: Seeds, in compiled: CompiledModel) -> Bool? {
    var found: Set<Bool?> = []
    let parties = Consequences.parties(of: compiled.model)
    for vertex in subject.vertices {
      let own = compiled.component(vertex).map { stated(by: $0, parties) } ?? statedByCause
      found.insert(own.map { !$0.isDisjoint(with: values) })
    }
    guard subject.unknownExtent.isEmpty, found.count == 1, let only = found.first, let has = only
    else { return nil }
    return has != isExclusion
  }

  /// The values that a common cause has: it is of no kind and has no tags.
  private var statedByCause: Set<String>? {
    attribute == .kind || attribute == .tag ? [] : nil
  }

  /// The values that a component has; nil: nobody stated any.
  private func stated(by component: Component, _ parties: [String: Party]) -> Set<String>? {
    switch attribute {
    case .sector: return component.sector.map { [$0] }
    case .kind: return [component.kind.rawValue]
    case .tag: return Set(component.tags)
    case .vitalStatus:
      guard let status = component.vital?.status, status != .unknown else { return nil }
      return [status.rawValue]
    case .owner:
      var owners: Set<String> = []
      var next = component.owner
      while let id = next, owners.insert(id).inserted { next = parties[id]?.parent }
      return owners.isEmpty ? nil : owners
    }
  }
}
