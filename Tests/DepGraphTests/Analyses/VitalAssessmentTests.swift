import DepGraph
import Testing

/// Each construct of criteria, where it fires and where it just does not.
@Suite struct VitalAssessmentTests {
  /// A core with a battery behind it, one user that falls at once, one after eight hours, one that may
  /// fall, one that is degraded, one of which nobody can tell, and one that has another way.
  private static let components = """
      - {id: core, kind: platform, sector: energy, owner: o1, requires: []}
      - {id: spare, kind: platform, sector: energy, requires: []}
      - {id: late, kind: service, requires: [{ref: core, holdup: 8h}]}
      - {id: home, kind: consumer, sector: energy, owner: o1, region: [NL1], users: 40, mtpd: 4h, requires: [core], impact: [{after: 1h, people: 100, economic: 1000}, {after: 4h, people: 500, casualties: 1, economic: 5000}]}
      - {id: ward, kind: process, sector: health, owner: o2, region: [NL2, NL3], users: 60, mtpd: 12h, requires: [late], impact: [{after: 0h, people: 50, casualties: 0, economic: 0}]}
      - {id: shop, kind: consumer, sector: food, owner: o3, region: [NL1], users: 100, requires: [{ref: core, basis: assumed, note: x}], impact: [{after: 0h, people: 10, casualties: 0, economic: 100}]}
      - {id: slow, kind: consumer, sector: banking, owner: o4, users: 0, requires: [], degrades-without: [core]}
      - {id: dual, kind: consumer, sector: space, owner: o5, users: 0, requires: [{any: [core, spare]}]}
    """
  private static let extra = """
    as-of: 2026-06-01
    parties: [{id: m, role: [ministry]}, {id: o1, parent: m}, {id: o2, parent: m}, {id: o3}, {id: o4}, {id: o5}]

    """

  private let model: CompiledModel

  init() throws { model = try TestModel(Self.components, extra: Self.extra).compiled }

  private func judge(
    _ criteria: String, _ seeds: [String] = ["core"],
    change: (inout VitalAssessment.Question) throws -> Void = { _ in }
  ) throws -> JudgedText {
    try JudgedText(criteria, of: model, seeds, change: change)
  }

  private func value(
    _ measure: String, after: TimeSpan? = nil, degraded: Bool? = nil
  ) throws -> ValueRange? {
    try judge("criteria: [{id: a, measure: \(measure)}]") {
      $0.after = after
      $0.countsDegraded = degraded
    }.range("a")
  }

  @Test func measuresAreRangesFromCertainToPossible() throws {
    let expected: [String: ValueRange] = [
      "people": .init(500, 560), "casualties": .init(1), "economic": .init(5000, 5100),
      "users": .init(60, 200), "users-share": .init(0.375, 1), "organisations": .init(2, 3),
      "ministries": .init(1), "sectors": .init(2, 3), "other-sectors": .init(1, 2),
      "regions": .init(3), "processes": .init(1), "consumers": .init(1, 2),
      "vital-services": .init(0), "past-mtpd": .init(2, 3), "without-alternative": .init(2, 3),
      "alternatives": .init(1, 2), "duration": .init(0, .infinity),
    ]
    for measure in CriterionMeasure.allCases where measure != .figure {
      #expect(
        try value(measure.rawValue) == expected[measure.rawValue], "\(measure.rawValue)")
    }
  }

  @Test func measuresFollowTheMoment() throws {
    #expect(try value("people", after: .zero) == .init(0, 10))
    #expect(try value("people", after: .hours(1)) == .init(100, 110))
    #expect(try value("people", after: .hours(8)) == .init(500, 560))
    #expect(try value("processes", after: .hours(7)) == .init(0))
    #expect(try value("processes", after: .hours(8)) == .init(1))
    #expect(try value("duration", after: .hours(7)) == .init(7 * 3600))
    // The ward falls after 8 hours and bears 12: past that only after 20.
    #expect(try value("past-mtpd", after: .hours(20)) == .init(1, 2))
    #expect(try value("past-mtpd", after: .hours(21)) == .init(2, 3))
  }

  /// Rows of the home speak of people from 1 hour on, of casualties from 4: between them nobody wrote
  /// down how many there are, which is not none.
  @Test func aRowThatIsSilentIsNotZero() throws {
    #expect(try value("casualties", after: .zero) == .init(0))
    #expect(try value("casualties", after: .hours(1)) == .init(0, .infinity))
    #expect(try value("casualties", after: .hours(4)) == .init(1))
    let judged = try judge(
      "criteria: [{id: a, measure: casualties, comparison: at-least, threshold: 1}]"
    ) { $0.after = .hours(2) }
    #expect(try judged.verdict("a") == .undetermined)
  }

  @Test func degradedCountsWhereAskedAndOnlyInCounts() throws {
    #expect(try value("sectors", degraded: true) == .init(3, 4))
    #expect(try value("consumers", degraded: true) == .init(2, 3))
    #expect(try value("people", degraded: true) == .init(500, 560))
    let judged = try judge(
      """
      criteria:
        - {id: own, measure: other-sectors, comparison: at-least, threshold: 2, counts-degraded: true}
        - {id: set, measure: other-sectors, comparison: at-least, threshold: 2}
      """)
    #expect(try judged.verdict("own") == .met)
    #expect(try judged.verdict("set") == .undetermined)
  }

  @Test func moreThanIsNotAtLeast() throws {
    let judged = try judge(
      """
      criteria:
        - {id: more, measure: casualties, comparison: more-than, threshold: 1}
        - {id: at-least, measure: casualties, comparison: at-least, threshold: 1}
        - {id: less, measure: casualties, comparison: less-than, threshold: 1}
        - {id: at-most, measure: casualties, comparison: at-most, threshold: 1}
        - {id: open, measure: people, comparison: more-than, threshold: 500}
        - {id: sure, measure: people, comparison: at-least, threshold: 500}
        - {id: never, measure: people, comparison: more-than, threshold: 560}
        - {id: may, measure: people, comparison: at-least, threshold: 560}
        - {id: few, measure: people, comparison: at-most, threshold: 560}
        - {id: fewer, measure: people, comparison: less-than, threshold: 560}
      """)
    let verdicts = judged.assessment.findings.map(\.verdict)
    #expect(
      verdicts == [
        .notMet, .met, .notMet, .met, .undetermined, .met, .notMet, .undetermined, .met,
        .undetermined,
      ])
    #expect(try judged.finding("open").reason == .uncertainFacts)
  }

  @Test func windowsCloseWhereTheySay() throws {
    let judged = try judge(
      """
      criteria:
        - {id: short, measure: processes, comparison: at-least, threshold: 1, within: 7h}
        - {id: long, measure: processes, comparison: at-least, threshold: 1, within: 8h}
      """)
    #expect(try judged.verdict("short") == .notMet)
    #expect(try judged.finding("short").at == nil)
    #expect(try judged.verdict("long") == .met)
    #expect(try judged.finding("long").at == 8 * 3600)
  }

  @Test func itTipsAtTheFirstMomentAtWhichItIsMet() throws {
    let judged = try judge(
      """
      criteria:
        - {id: early, measure: consumers, comparison: at-least, threshold: 1}
        - {id: rows, measure: people, comparison: at-least, threshold: 500}
        - {id: maybe, measure: consumers, comparison: at-least, threshold: 2}
        - {id: past, measure: past-mtpd, comparison: at-least, threshold: 2}
        - {id: lasting, measure: duration, comparison: more-than, threshold: 30m}
        - {id: both, rule: [past, lasting]}
        - {id: asked, question: Q?}
      """)
    #expect(try judged.finding("early").at == 0)
    #expect(try judged.finding("rows").at == 4 * 3600)
    #expect(try judged.finding("maybe").at == nil)
    #expect(try judged.finding("maybe").possibleAt == 0)
    #expect(try judged.finding("past").at == 20 * 3600)
    #expect(try judged.finding("lasting").at == 1800)
    #expect(try judged.verdict("lasting") == .undetermined)
    #expect(try judged.finding("lasting").reason == .durationUnknown)
    #expect(try judged.finding("both").at == 20 * 3600)
    #expect(try judged.finding("asked").at == nil)
  }

  @Test func theSmallerThresholdCounts() throws {
    let criteria = """
      figures: [{id: turnover, unit: EUR}]
      criteria:
        - {id: small, measure: economic, comparison: more-than, threshold: {smaller-of: [6000 EUR, 10% of turnover]}}
        - {id: large, measure: economic, comparison: more-than, threshold: {larger-of: [4000 EUR, 10% of turnover]}}
      """
    func verdicts(_ turnover: Double?) throws -> [CriterionVerdict] {
      try judge(criteria) { question in
        if let turnover { question.figures = ["turnover": turnover] }
      }.assessment.findings.map(\.verdict)
    }
    // The value is 5000 to 5100.
    #expect(try verdicts(49_999) == [.met, .met])
    #expect(try verdicts(50_000) == [.undetermined, .undetermined])
    #expect(try verdicts(51_000) == [.notMet, .notMet])
    #expect(try verdicts(10_000_000) == [.notMet, .notMet])
    #expect(try verdicts(0) == [.met, .met])
    let open = try judge(criteria)
    #expect(try open.finding("small").threshold == .init(0, 6000))
    #expect(try open.finding("small").verdict == .undetermined)
    #expect(try open.finding("small").reason == .figureMissing)
    #expect(try open.finding("small").missing == [.init("turnover", "figure")])
    #expect(try open.finding("large").threshold == .init(4000, .infinity))
  }

  @Test func rulesCountTheirMembers() throws {
    let criteria = """
      questions: [{id: q, text: Q?}]
      criteria:
        - {id: yes, measure: consumers, comparison: at-least, threshold: 1}
        - {id: no, measure: consumers, comparison: more-than, threshold: 9}
        - {id: two, rule: {at-least: 2, of: [yes, no, q]}}
        - {id: all, rule: [yes, q]}
        - {id: any, rule: {any-of: [no, q]}}
        - {id: neither, rule: {not: {any-of: [no, q]}}}
        - {id: sure, rule: {any-of: [yes, q]}}
        - {id: never, rule: {all-of: [no, q]}}
      """
    func verdicts(_ answer: Bool?) throws -> [CriterionVerdict] {
      try judge(criteria) { question in
        if let answer { question.answers = ["q": answer] }
      }.assessment.findings.dropFirst(2).map(\.verdict)
    }
    #expect(try verdicts(true) == [.met, .met, .met, .notMet, .met, .notMet])
    #expect(try verdicts(false) == [.notMet, .notMet, .notMet, .met, .met, .notMet])
    let open = CriterionVerdict.undetermined
    #expect(try verdicts(nil) == [open, open, open, open, .met, .notMet])
  }

  @Test func anExceptionTakesAway() throws {
    let criteria = """
      questions: [{id: planned, text: Planned?}]
      criteria:
        - {id: hit, measure: consumers, comparison: at-least, threshold: 1, except: planned}
        - {id: missed, measure: consumers, comparison: more-than, threshold: 9, except: planned}
      """
    let open = try judge(criteria)
    #expect(try open.verdict("hit") == .undetermined && open.finding("hit").reason == .exception)
    #expect(try open.finding("hit").missing == [.init("planned", "answer")])
    #expect(try open.verdict("missed") == .notMet)
    #expect(open.assessment.openQuestions.map(\.id) == ["planned"])
    #expect(try judge(criteria) { $0.answers = ["planned": true] }.verdict("hit") == .notMet)
    #expect(try judge(criteria) { $0.answers = ["planned": false] }.verdict("hit") == .met)
  }

  @Test func anUpperBoundRulesOutButNeverDecides() throws {
    let judged = try judge(
      """
      criteria:
        - {id: above, measure: people, threshold: 400, upper-bound: true}
        - {id: below, measure: people, threshold: 560, upper-bound: true}
        - {id: plain, measure: people, threshold: 400}
      """)
    #expect(try judged.verdict("above") == .undetermined)
    #expect(try judged.finding("above").reason == .upperBound)
    #expect(try judged.verdict("below") == .notMet)
    #expect(try judged.verdict("plain") == .met)
  }

  @Test func withoutAThresholdNothingIsDecided() throws {
    let judged = try judge("criteria: [{id: a, measure: people}]")
    #expect(try judged.verdict("a") == .undetermined)
    #expect(try judged.finding("a").reason == .noThreshold)
    #expect(try judged.range("a") == .init(500, 560))
  }

  @Test func levelsAreTheHighestThatIsSure() throws {
    let criteria = """
      criteria:
        - {id: yes, measure: consumers, comparison: at-least, threshold: 1}
        - {id: q, question: Q?}
      levels: [{level: A, rule: q}, {level: B, rule: yes}]
      """
    let open = try judge(criteria).assessment
    #expect(open.level == nil && open.isLevelUndetermined && open.levelAtLeast == "B")
    let high = try judge(criteria) { $0.answers = ["q": true] }.assessment
    #expect(high.level == "A" && !high.isLevelUndetermined)
    let low = try judge(criteria) { $0.answers = ["q": false] }.assessment
    #expect(low.level == "B" && low.levelAtLeast == "B")
    let none = try judge(criteria, ["spare"]) { $0.answers = ["q": false] }.assessment
    #expect(none.level == nil && !none.isLevelUndetermined && none.levelAtLeast == nil)
  }

  @Test func aSetAppliesByWhatIsStatedOfTheSubject() throws {
    func applies(_ rule: String, _ seeds: [String]) throws -> Bool? {
      try judge("applies-when: \(rule)\ncriteria: [{id: a, question: A?}]", seeds)
        .assessment.isApplicable
    }
    let notEnergy = "{attribute: sector, not-in: [energy]}"
    #expect(try applies(notEnergy, ["core"]) == false)
    #expect(try applies(notEnergy, ["ward"]) == true)
    #expect(try applies(notEnergy, ["core", "ward"]) == nil)
    #expect(try applies(notEnergy, ["late"]) == nil)
    #expect(try applies("{attribute: sector, in: [energy, health]}", ["core", "ward"]) == true)
    #expect(try applies("{attribute: owner, in: [m]}", ["core"]) == true)
    #expect(try applies("{attribute: owner, in: [m]}", ["shop"]) == false)
    #expect(try applies("{attribute: owner, in: [m]}", ["spare"]) == nil)
    #expect(try applies("{attribute: kind, in: [platform]}", ["core", "spare"]) == true)
    #expect(try applies("{attribute: tag, in: [x]}", ["core"]) == false)
    #expect(try applies("{attribute: vital-status, in: [designated]}", ["core"]) == nil)
    #expect(try applies("{any-of: [\(notEnergy), a]}", ["core"]) == nil)
  }

  @Test func aSetThatDoesNotApplyGivesNoLevel() throws {
    let criteria = """
      applies-when: {attribute: sector, not-in: [energy]}
      criteria: [{id: yes, measure: consumers, comparison: at-least, threshold: 0}]
      levels: [{level: A, rule: yes}]
      """
    let out = try judge(criteria).assessment
    #expect(out.isApplicable == false && out.level == nil && !out.isLevelUndetermined)
    #expect(out.findings.map(\.verdict) == [.met])
    let open = try judge(criteria, ["late"]).assessment
    #expect(open.level == nil && open.isLevelUndetermined && open.levelIfApplicable == "A")
    #expect(try judge(criteria, ["ward"]).assessment.level == "A")
  }

  @Test func validityHoldsOnBothItsDays() throws {
    func validity(_ valid: String) throws -> CriteriaSet.Validity {
      try judge("valid: {\(valid)}\ncriteria: [{id: a, question: A?}]").assessment.validity
    }
    #expect(try validity("from: 2026-06-01, until: 2026-06-01") == .valid)
    #expect(try validity("from: 2026-06-02") == .notYet)
    #expect(try validity("until: 2026-05-31") == .expired)
    #expect(try validity("until: 2026-06-01") == .valid)
  }

  @Test func whatNobodyKnowsKeepsTheUpperEndOpen() throws {
    let model = try TestModel(
      """
        - {id: core, kind: platform, sector: energy, requires: []}
        - {id: a, kind: consumer, sector: health, users: unknown, requires: [core]}
        - {id: b, kind: consumer, owner: o, requires: [core], users: 10}
        - {id: c, kind: process, sector: food, users: 5, requires: unknown}
      """, extra: "parties: [{id: o}]\n"
    ).compiled
    let judged = try JudgedText(
      """
      criteria:
        - {id: users, measure: users, threshold: 9}
        - {id: many, measure: users, threshold: 1000000}
        - {id: sectors, measure: other-sectors, comparison: at-least, threshold: 2}
        - {id: lots, measure: other-sectors, comparison: at-least, threshold: 4}
        - {id: regions, measure: regions, threshold: 100}
      """, of: model, ["core"])
    #expect(try judged.verdict("users") == .met)
    #expect(try judged.verdict("many") == .undetermined)
    #expect(try judged.range("users") == .init(10, .infinity))
    let missing = try judged.finding("many").missing
    #expect(missing == [.init("a", "users"), .init("c", "requires")])
    #expect(try judged.range("sectors") == .init(1, 3))
    #expect(
      try judged.finding("sectors").missing == [.init("b", "sector"), .init("c", "requires")])
    #expect(try judged.verdict("lots") == .notMet)
    #expect(try judged.verdict("regions") == .undetermined)
  }

  @Test func aSubjectOfUnknownExtentDecidesNothing() throws {
    let model = try TestModel(
      """
        - {id: core, kind: platform, sector: energy, requires: [], product-of: s}
        - {id: a, kind: consumer, sector: health, users: 3, requires: []}
      """, extra: "parties: [{id: s, role: [supplier], products: unknown}]\n"
    ).compiled
    let judged = try JudgedText(
      "criteria: [{id: x, measure: consumers, comparison: at-least, threshold: 1}]", of: model,
      ["supplier:s"])
    #expect(try judged.verdict("x") == .undetermined)
    #expect(try judged.finding("x").missing == [.init("supplier:s", "extent")])
  }

  @Test func evidenceIsTheWayFromTheSubject() throws {
    let judged = try judge(
      "criteria: [{id: a, measure: processes, comparison: at-least, threshold: 1}]")
    #expect(judged.ids(try judged.finding("a").evidence) == ["core", "late", "ward"])
  }

  @Test func claimsAreTakenAtTheirWordAndSaid() throws {
    let model = try TestModel(
      """
        - {id: core, kind: platform, sector: energy, requires: []}
        - {id: a, kind: consumer, users: 3, sector: health, requires: unknown, independent-of: [{ref: core}]}
      """
    ).compiled
    let judged = try JudgedText("criteria: [{id: x, measure: consumers}]", of: model, ["core"])
    #expect(try judged.range("x") == .init(0))
    #expect(judged.ids(judged.assessment.claims.map(\.vertex)) == ["a"])
  }

  @Test func twoAssessmentsAreHeldSideBySide() throws {
    let criteria = "criteria: [{id: a, measure: consumers}, {id: b, measure: regions}]"
    let first = try judge(criteria).assessment
    let second = try judge(criteria, ["late"]).assessment
    let rows = VitalComparison(first, second).rows
    #expect(rows.map(\.id) == ["a", "b"] && rows.allSatisfy(\.differs))
    #expect(VitalComparison(first, first).rows.allSatisfy { !$0.differs })
    let other = try judge("criteria: [{id: b, measure: regions}, {id: c, question: C?}]")
    let mixed = VitalComparison(first, other.assessment).rows
    #expect(mixed.map(\.id) == ["a", "b", "c"])
    #expect(mixed.map(\.differs) == [true, false, true])
  }
}
