import DepGraph
import Testing

/// The law of verdicts: met or not met holds however what is unknown turns out to be.
@Suite struct CriteriaLawTests {
  private static let modelCount = soaking ? 2000 : 150
  private static let completionCount = 12

  @Test func verdictsHoldForEveryCompletionOfTheModel() throws {
    var decided = 0
    var judged = 0
    for seed in 0..<Self.modelCount {
      let model = Self.model(seed)
      guard let compiled = try? CompiledModel(model) else { continue }
      var random = SeededGenerator(seed: seed ^ 0x71A1)
      let seeds = compiled.componentVertices.filter { _ in random.chance(0.15) }
      guard !seeds.isEmpty else { continue }
      let after: TimeSpan? =
        random.chance(0.5) ? nil : .hours(Int.random(in: 0...9, using: &random))
      let set = Self.criteria(seed)
      var question = VitalAssessment.Question(Seeds(seeds), by: set)
      question.after = after
      let open = VitalAssessment(question, in: compiled)
      for number in 0..<Self.completionCount {
        let completion = Completion.make(of: model, seed: seed &* 1000 + number)
        guard let whole = try? CompiledModel(completion) else { continue }
        let subject = seeds.map(compiled.table.id(of:)).compactMap(whole.vertex)
        let answers = ["q": random.chance(0.5), "r": random.chance(0.5)]
        let figures = ["turnover": Double(Int.random(in: 0...200, using: &random))]
        let truth = NaiveCriteria(
          set, completion, failed: subject.map(whole.table.id(of:)), in: whole, after: after,
          answers, figures, &random)
        for finding in open.findings {
          let id = finding.criterion.id
          judged += 1
          if let range = finding.value?.range {
            let value = truth.value(id)
            #expect(
              range.low <= value && value <= range.high,
              "model \(seed), completion \(number), \(id): \(value) in \(range)")
          }
          guard let verdict = finding.verdict.truth else { continue }
          decided += 1
          #expect(verdict == truth.holds(id), "model \(seed), completion \(number), \(id)")
        }
        for level in open.levels {
          guard let verdict = level.verdict.truth else { continue }
          #expect(
            verdict == truth.holds(level.level.rule), "model \(seed), level \(level.level.id)")
        }
      }
    }
    // A law about nothing would hold as well.
    #expect(decided > judged / 4 && decided < judged)
  }

  /// What tips at a moment is met at every later one and at none before, where more makes it met.
  @Test func itTipsWhereTheVerdictTurns() throws {
    var tipped = 0
    for seed in 0..<Self.modelCount {
      guard let compiled = try? CompiledModel(Self.model(seed)) else { continue }
      var random = SeededGenerator(seed: seed ^ 0x71A2)
      let seeds = compiled.componentVertices.filter { _ in random.chance(0.15) }
      var set = Self.criteria(seed)
      set.criteria = set.criteria.compactMap { criterion in
        guard case .test(var test) = criterion.condition else { return nil }
        test.comparison = .atLeast
        test.within = nil
        return Criterion(id: criterion.id, condition: .test(test))
      }
      set.levels = []
      var question = VitalAssessment.Question(Seeds(seeds), by: set)
      let end = VitalAssessment(question, in: compiled)
      for hours in [0, 1, 3, 5, 8, 13] {
        question.after = .hours(hours)
        let now = Double(hours) * 3600
        for (early, late) in zip(VitalAssessment(question, in: compiled).findings, end.findings) {
          #expect(early.at == late.at && early.possibleAt == late.possibleAt)
          // At the very moment "for longer than" does not hold yet.
          guard let at = early.at, at != now else { continue }
          tipped += 1
          #expect(
            (early.verdict == .met) == (at < now),
            "model \(seed), \(early.criterion.id), \(hours) h")
        }
      }
    }
    #expect(tipped > 100)
  }

  /// In a rule that names each criterion once, undetermined means that both may be.
  @Test func undeterminedIsNeverSaidOfWhatFollows() {
    for seed in 0..<3000 {
      var random = SeededGenerator(seed: seed)
      var members = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        CriterionVerdict.allCases[Int.random(in: 0...2, using: &random)]
      }
      let count = Int.random(in: 1...members.count, using: &random)
      let verdict = CriterionVerdict.atLeast(count, of: members)
      var found: Set<Bool> = []
      let open = members.indices.filter { members[$0] == .undetermined }
      for bits in 0..<(1 << open.count) {
        for (place, index) in open.enumerated() {
          members[index] = CriterionVerdict(bits >> place & 1 == 1)
        }
        found.insert(members.count { $0 == .met } >= count)
      }
      #expect(verdict.truth == (found.count == 1 ? found.first : nil), "seed \(seed)")
    }
  }

  @Test func comparisonsFollowTheirRanges() {
    let numbers = [0.0, 1, 2, 3]
    let ranges = numbers.flatMap { low in
      (numbers + [.infinity]).filter { $0 >= low }.map { ValueRange(low, $0) }
    }
    let points = { (range: ValueRange) in
      [0, 0.5, 1, 1.5, 2, 2.5, 3, 9, 10].filter { range.low <= $0 && $0 <= range.high }
    }
    for comparison in CriterionTest.Comparison.allCases {
      for value in ranges {
        for threshold in ranges {
          let truths = Set(
            points(value).flatMap { one in
              points(threshold).map { comparison.holds(one, $0) }
            })
          let verdict = ValueRange.compare(value, comparison, threshold)
          #expect(
            verdict.truth == (truths.count == 1 ? truths.first : nil),
            "\(value) \(comparison) \(threshold)")
        }
      }
    }
  }

  // MARK: - Questions

  private static func model(_ seed: Int) -> Model {
    var model = RandomModel.make(seed: seed, withHoldups: true)
    model.parties = ["o0", "o1", "o2"].map { Party(id: $0) }
    var random = SeededGenerator(seed: seed ^ 0xFA11)
    let sectors = ["energy", "health", "food"]
    for index in model.components.indices where model.components[index].kind != .link {
      if random.chance(0.3) { model.components[index].kind = .process }
      if random.chance(0.7) {
        model.components[index].sector = sectors[Int.random(in: 0...2, using: &random)]
      }
      model.components[index].owner = "o\(Int.random(in: 0...2, using: &random))"
      if random.chance(0.6) {
        model.components[index].users =
          random.chance(0.7) ? .known(Double(Int.random(in: 0...9, using: &random))) : .unknown
      }
      if random.chance(0.5) {
        model.components[index].continuity.maximumTolerablePeriod = .hours(
          Int.random(in: 0...9, using: &random))
      }
      if random.chance(0.5) {
        var row = Impact(after: .zero)
        row.people =
          random.chance(0.8) ? .known(Double(Int.random(in: 0...9, using: &random))) : .unknown
        model.components[index].impact = [row]
      }
    }
    return model
  }

  private static let measures: [CriterionMeasure] = [
    .people, .users, .usersShare, .organisations, .sectors, .otherSectors, .processes, .consumers,
    .pastMTPD, .figure,
  ]

  private static func criteria(_ seed: Int) -> CriteriaSet {
    var random = SeededGenerator(seed: seed ^ 0xC417)
    var set = CriteriaSet(id: "law")
    set.figures = [CriteriaFigure(id: "turnover", unit: .count)]
    set.questions = ["q", "r"].map {
      CriteriaQuestion(id: $0, text: LocalizedText($0, in: .english))
    }
    for measure in measures {
      var test = CriterionTest(measure)
      if measure == .figure { test.figure = "turnover" }
      test.comparison = .allCases[Int.random(in: 0...3, using: &random)]
      let amount =
        measure == .usersShare
        ? Double.random(in: 0...1, using: &random) : Double(Int.random(in: 0...8, using: &random))
      test.threshold = .amount(amount)
      if random.chance(0.2), measure != .usersShare {
        let parts: [CriterionThreshold] = [.amount(amount), .share(0.05, of: "turnover")]
        test.threshold = random.chance(0.5) ? .smallest(parts) : .largest(parts)
      }
      if random.chance(0.2) { test.within = .hours(Int.random(in: 0...6, using: &random)) }
      test.countsDegraded = random.chance(0.3)
      var criterion = Criterion(id: measure.rawValue, condition: .test(test))
      if random.chance(0.15) { criterion.exception = .reference("r") }
      set.criteria.append(criterion)
    }
    for number in 0..<3 {
      set.criteria.append(
        Criterion(id: "rule-\(number)", condition: .rule(rule(set, &random, depth: 2))))
    }
    set.levels = [CriteriaLevel(id: "A", rule: rule(set, &random, depth: 1))]
    return set
  }

  private static func rule(
    _ set: CriteriaSet, _ random: inout SeededGenerator, depth: Int
  ) -> CriterionRule {
    let names = set.criteria.map(\.id) + ["q"]
    if depth == 0 || random.chance(0.2) {
      return .reference(names[Int.random(in: 0..<names.count, using: &random)])
    }
    let members = (0..<Int.random(in: 1...3, using: &random)).map { _ in
      rule(set, &random, depth: depth - 1)
    }
    switch Int.random(in: 0...3, using: &random) {
    case 0: return .all(members)
    case 1: return .any(members)
    case 2: return .not(members[0])
    default: return .atLeast(Int.random(in: 1...members.count, using: &random), members)
    }
  }
}

/// The truth about criteria where everything is known, straight from the definitions.
private struct NaiveCriteria {
  private let set: CriteriaSet
  private var values: [String: Double] = [:]
  private let answers: [String: Bool]
  private let figures: [String: Double]

  init(
    _ set: CriteriaSet, _ model: Model, failed: [String], in compiled: CompiledModel,
    after: TimeSpan?, _ answers: [String: Bool], _ figures: [String: Double],
    _ random: inout SeededGenerator
  ) {
    self.set = set
    self.answers = answers
    self.figures = figures
    let times = compiled.reading(.written).times(from: failed.compactMap(compiled.vertex))
    for criterion in set.criteria {
      guard case .test(let test) = criterion.condition else { continue }
      let moment = min(after?.seconds ?? .infinity, test.within?.seconds ?? .infinity)
      let start = { (component: Component, degraded: Bool) -> Double in
        guard let vertex = compiled.vertex(of: component.id) else { return .infinity }
        let whole = degraded ? times.lessThanWhole(vertex) : .infinity
        return min(times.down[vertex], whole)
      }
      let users = model.components.filter { $0.kind == .process || $0.kind == .consumer }
      let fallen = { (degraded: Bool) in
        users.filter { start($0, degraded) <= moment && start($0, degraded) < .infinity }
      }
      let counted = fallen(test.countsDegraded == true)
      let down = fallen(false)
      let own = Set(model.components.filter { failed.contains($0.id) }.compactMap(\.sector))
      // A sector has failed when all its users have; degraded it is when one has.
      let standing = users.filter { user in !down.contains { $0.id == user.id } }
      let whole = Set(down.compactMap(\.sector)).subtracting(standing.compactMap(\.sector))
      let sectors =
        test.countsDegraded == true ? Set(counted.compactMap(\.sector)) : whole
      var value = 0.0
      switch test.measure {
      case .organisations: value = Double(Set(counted.map { $0.owner ?? $0.id }).count)
      case .sectors: value = Double(sectors.count)
      case .otherSectors: value = Double(sectors.subtracting(own).count)
      case .processes: value = Double(counted.count { $0.kind == .process })
      case .consumers: value = Double(counted.count { $0.kind == .consumer })
      case .pastMTPD:
        value = Double(
          down.count {
            moment - start($0, false) > ($0.continuity.maximumTolerablePeriod?.seconds ?? 0)
          })
      case .figure: value = figures["turnover"] ?? 0
      case .usersShare:
        let all = users.reduce(0) { $0 + ($1.users?.value ?? 0) }
        let hit = down.reduce(0) { $0 + ($1.users?.value ?? 0) }
        value = all == 0 ? 0 : hit / all
      default:
        // Populations overlap: anything from the largest to all of them together.
        let parts = down.map { component in
          (test.measure == .users
            ? component.users?.value : component.impact.first?.people?.value) ?? 0
        }
        let (least, most) = (parts.max() ?? 0, parts.reduce(0, +))
        value = random.chance(0.3) ? least : random.chance(0.4) ? most : (least + most) / 2
      }
      values[criterion.id] = value
    }
  }

  func value(_ id: String) -> Double { values[id] ?? 0 }

  func holds(_ id: String) -> Bool {
    guard let criterion = set.criteria.first(where: { $0.id == id }) else {
      return answers[id] ?? false
    }
    let own: Bool
    switch criterion.condition {
    case .question: own = answers[id] ?? false
    case .rule(let rule): own = holds(rule)
    case .test(let test):
      own = test.threshold.map { test.comparison.holds(value(id), number($0)) } ?? false
    }
    return own && !(criterion.exception.map(holds) ?? false)
  }

  func holds(_ rule: CriterionRule) -> Bool {
    switch rule {
    case .reference(let id): holds(id)
    case .all(let members): members.allSatisfy(holds)
    case .any(let members): members.contains(where: holds)
    case .atLeast(let count, let members): members.count(where: holds) >= count
    case .not(let member): !holds(member)
    case .subject: false
    }
  }

  private func number(_ threshold: CriterionThreshold) -> Double {
    switch threshold {
    case .amount(let amount): amount
    case .share(let share, let figure): (figures[figure] ?? 0) * share
    case .smallest(let parts): parts.map(number).min() ?? 0
    case .largest(let parts): parts.map(number).max() ?? 0
    }
  }
}
