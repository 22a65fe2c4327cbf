/// One claim with what came of it, in words.
struct TestedCase {
  /// The name of its expectation, if it has one.
  let name: String?
  /// What sort of claim it is, as models and scenarios write it.
  let kind: String
  /// The id of what it is about.
  let id: String
  let verdict: ClaimVerdict
  /// What is claimed, without what fails.
  let claim: String
  /// What fails, and the moment asked about; nil for claims that speak of no failure.
  let when: String?
  /// What was computed.
  let computed: String
  /// Whether it passes by a claim of independence.
  let isClaimed: Bool
  /// Why it did not pass.
  let reasons: [Report.Item]
  let place: SourcePlace?

  /// The claim as one sentence with its name.
  var title: String {
    let sentence = [claim, when].compactMap(\.self).joined(separator: ", ")
    return name.map { "\($0): \(sentence)" } ?? sentence
  }

  /// The reasons as lines, what is under another one indented.
  ///
  /// - Complexity: O(*n*) for *n* lines.
  var reasonLines: [String] {
    func lines(_ items: [Report.Item], _ indent: String) -> [String] {
      items.flatMap { [indent + $0.text] + lines($0.items, indent + "  ") }
    }
    return lines(reasons, "")
  }
}

/// Says what came of claims.
struct TestedCaseWriter {
  let suite: TestReview.Suite
  let names: DisplayNames
  let phrases: Phrases

  /// The most names of what fails in a sentence, with how many more there are.
  private static let mostNames = 6

  init(_ suite: TestReview.Suite, language: Language) {
    self.suite = suite
    names = DisplayNames(compiled: suite.compiled, language: language)
    phrases = Phrases(language)
  }

  /// The claims in the order told.
  ///
  /// - Complexity: O(*n*) for *n* claims and the causes in their chains.
  var cases: [TestedCase] {
    switch suite.content {
    case .model(let test): test.claims.map(testedCase)
    case .scenario(let run): run.expectations.map { testedCase($0, in: run) }
    }
  }

  // MARK: - Models

  private func testedCase(_ claim: TestedClaim) -> TestedCase {
    let expectation = suite.compiled.model.expectations[claim.expectation]
    return TestedCase(
      name: expectation.name?.text(in: phrases.language), kind: claim.kind.rawValue,
      id: names.id(claim.vertex), verdict: claim.verdict,
      claim: phrases.claim(
        claim.kind, of: names.named(claim.vertex),
        points: (expectation.singlePoints ?? []).map(names.named)),
      when: claim.kind.isOfFailure ? when(expectation) : nil,
      computed: computed(claim),
      isClaimed: claim.isClaimed && claim.verdict == .passed, reasons: reasons(claim),
      place: expectation.place)
  }

  private func when(_ expectation: Expectation) -> String {
    let seeds = (try? suite.compiled.seeds(expectation.when))?.vertices ?? []
    guard !expectation.when.isEmpty else { return phrases.whenNothing }
    let words =
      seeds.isEmpty
      ? phrases.list(expectation.when)
      : phrases.list(seeds.map(names.named), most: Self.mostNames)
    let moment = expectation.after.map { phrases.atMoment($0.seconds) } ?? ""
    return phrases.when(words, isMany: max(seeds.count, expectation.when.count) > 1) + moment
  }

  private func computed(_ claim: TestedClaim) -> String {
    if let span = claim.span {
      return phrases.computed(span) + (claim.isClaimed ? phrases.byStatement : "")
    }
    let points = (claim.points ?? []).map { point in
      names.named(point.vertex)
        + (point.verdict == .certain ? "" : phrases.pick(" (mogelijk)", " (possible)"))
    }
    return points.isEmpty ? phrases.noSinglePointKnown : phrases.list(points)
  }

  private func reasons(_ claim: TestedClaim) -> [Report.Item] {
    switch claim.reason {
    case nil: []
    case .chain(let chain): [item(chain)]
    case .way(let way):
      [Report.Item(phrases.along(way.map(names.named).joined(separator: " → ")))]
    case .held(let supports): supports.map(item)
    case .noWay: [Report.Item(phrases.noWay(names.named(claim.vertex)))]
    case .later(let seconds): [Report.Item(phrases.fallsLater(seconds))]
    case .notKnown(let ids):
      [Report.Item(phrases.leavesOpen(phrases.list(ids.map(names.named))))]
    case .nothingFailed: [Report.Item(phrases.whenFailsNothing)]
    case .points(let difference): items(difference)
    }
  }

  private func items(_ difference: TestedClaim.PointDifference) -> [Report.Item] {
    var items: [Report.Item] = []
    if !difference.unexpected.isEmpty {
      items.append(
        Report.Item(
          phrases.unexpectedPoints(phrases.list(difference.unexpected.map(names.named))),
          difference.chain.map { [item($0)] } ?? []))
    }
    if !difference.missing.isEmpty {
      items.append(
        Report.Item(phrases.missingPoints(phrases.list(difference.missing.map(names.named)))))
    }
    if !difference.unknown.isEmpty {
      items.append(
        Report.Item(phrases.couldBeMore(phrases.list(difference.unknown.map(names.named)))))
    }
    return items
  }

  private func item(_ cause: Why.Cause) -> Report.Item {
    let name = names.named(cause.vertex)
    return cause.because.isEmpty
      ? Report.Item(phrases.theFailureItself(name))
      : Report.Item(
        phrases.fallsBecause(name, location: cause.location, count: cause.because.count),
        cause.because.map(item))
  }

  private func item(_ support: Why.Support) -> Report.Item {
    Report.Item(
      phrases.holds(
        names.named(support.owner), location: support.location,
        lost: phrases.list(support.lost.map(names.named)),
        holding: support.holding.isEmpty
          ? nil : phrases.list(support.holding.map(names.named))))
  }

  // MARK: - Scenarios

  private func testedCase(_ outcome: ExpectationOutcome, in run: ScenarioRun) -> TestedCase {
    let words = ScenarioWords(run: run, names: names, phrases: phrases)
    let claim = outcome.expectation.claim
    return TestedCase(
      name: outcome.expectation.name?.text(in: phrases.language), kind: claim.word,
      id: claim.id, verdict: outcome.verdict,
      claim: phrases.expected(
        claim, component: words.component, level: words.level, person: words.person,
        clock: words.clock),
      when: nil,
      computed: observed(outcome.computed ?? outcome.observed, claim, words), isClaimed: false,
      reasons: reasons(outcome, words), place: outcome.expectation.place)
  }

  private func observed(
    _ observed: ExpectationOutcome.Observed, _ claim: Scenario.Expectation.Claim,
    _ words: ScenarioWords
  ) -> String {
    switch (observed, claim) {
    case (.state(let state), _): phrases.stateWord(state)
    case (.seconds(let seconds), .outage): phrases.duration(seconds)
    case (.seconds(let seconds), _): words.clock(seconds)
    case (.never, _): phrases.never
    case (.unknown, _): phrases.cannotTellWord
    }
  }

  private func reasons(
    _ outcome: ExpectationOutcome, _ words: ScenarioWords
  ) -> [Report.Item] {
    var items: [Report.Item] = []
    if outcome.basis == .observations {
      items.append(
        Report.Item(
          phrases.wasSeen(observed(outcome.observed, outcome.expectation.claim, words))))
    }
    if outcome.isByConstruction { items.append(Report.Item(phrases.recoveryIsGiven)) }
    return items
  }
}

extension Scenario.Expectation.Claim {
  /// What sort of claim it is.
  var word: String {
    switch self {
    case .state: "state"
    case .back: "back"
    case .outage: "outage"
    case .level: "level"
    case .notified: "notified"
    case .discovered: "discovered"
    }
  }
}
