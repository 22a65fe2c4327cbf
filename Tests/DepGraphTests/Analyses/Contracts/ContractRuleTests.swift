import DepGraph
import Testing

/// Each rule with a model in which it fires and one in which it just does not.
@Suite struct ContractRuleTests {
  // MARK: - What was seen

  private func observed(
    until: String, _ target: String, zone: String = "always"
  ) throws -> ContractCase {
    try ContractCase(
      "  - {id: sla, covers: router, targets: [\(target)], service-window: \(zone)}",
      extra: """
        observations:
          - {component: router, state: down, from: 2026-01-05T10:00+01:00, until: \(until)}
        """)
  }

  @Test func anOutageOneSecondTooLong() throws {
    let target = "{restore-within: 4h, nature: guaranteed, clock-from: start}"
    #expect(
      try observed(until: "2026-01-05T14:00+01:00", target).findings(.observedOverrun).isEmpty)
    let late = try observed(until: "2026-01-05T14:00:01+01:00", target)
    let finding = try #require(late.findings(.observedOverrun).first)
    #expect(finding.times == [14_401, 14_400, 1])
    #expect(finding.severity == .high)
    #expect(late.sentence(finding).contains("A breach of contract."))
    let reported = try observed(
      until: "2026-01-05T15:00+01:00",
      "{restore-within: 4h, nature: guaranteed, clock-from: report}")
    let doubt = try #require(reported.findings(.observedOverrun).first)
    #expect(reported.sentence(doubt).contains("depends on when the clock started"))
    let aim = try observed(until: "2026-01-05T23:00+01:00", "{restore-within: 4h, nature: aim}")
    let missed = try #require(aim.findings(.observedOverrun).first)
    #expect(missed.severity == .medium)
    #expect(aim.sentence(missed).contains("A missed aim, no breach of contract."))
    #expect(aim.sentence(missed).contains("3.25 times as long"))
  }

  @Test func theClockStandsStillOutsideTheHours() throws {
    let office = "{days: mon-fri, from: \"08:00\", to: \"12:00\", zone: Europe/Amsterdam}"
    // Two hours on Monday from ten, two more on Tuesday from eight.
    #expect(
      try observed(until: "2026-01-06T10:00+01:00", "{restore-within: 4h}", zone: office)
        .findings(.observedOverrun).isEmpty)
    #expect(
      try observed(until: "2026-01-06T10:00:01+01:00", "{restore-within: 4h}", zone: office)
        .findings(.observedOverrun).map(\.gap) == [1])
  }

  @Test func aScenarioIsHeldAgainstAgreementsToo() throws {
    let text = """
      depgraph-scenario: 1
      start: 2026-01-05T10:00+01:00
      events: [{at: 1h, fail: [router]}, {at: 6h, restore: [router]}]
      """
    let scenario = try ScenarioReader().read(text: text, named: "s.yaml").scenario
    let seen = try ContractCase("  - {id: sla, covers: router, targets: [{restore-within: 4h}]}") {
      $0.observed = scenario
    }
    #expect(seen.findings(.observedOverrun).map(\.gap) == [3600])
  }

  // MARK: - Availability

  private func promised(
    _ share: String, site: String = "availability: 99.9%"
  ) throws -> ContractCase {
    try ContractCase(
      "  - {id: sla, covers: service, availability: \(share)}",
      """
        - {id: site, kind: site, owner: us, \(site)}
        - {id: service, kind: service, owner: us, requires: [site]}
        - {id: desk, kind: consumer, requires: [service]}
      """)
  }

  @Test func morePromisedThanWhatIsBelow() throws {
    #expect(try promised("99.9%").findings(.availabilityGap).isEmpty)
    let late = try promised("99.95%")
    let finding = try #require(late.findings(.availabilityGap).first)
    #expect(late.findings(.availabilityGap).count == 1)
    #expect(late.id(finding.element) == "service")
    // 0.05 % of a year.
    #expect(((finding.gap ?? 0) - 0.0005 * 365 * 86_400).magnitude < 1e-3)
    #expect(!finding.gapIsLeast)
    let unknown = try promised("99.95%", site: "tags: [x]")
    let note = try #require(unknown.findings(.availabilityGap).first)
    #expect(note.severity == .note)
    #expect(note.gap == nil)
    #expect(unknown.sentence(note).contains("cannot be told"))
  }

  // MARK: - Agreements that rest on others

  private func backed(_ own: String, _ other: String) throws -> ContractCase {
    try ContractCase(
      "  - {id: sla, covers: router, backed-by: uc, \(own)}\n  - {id: uc, covers: router, \(other)}"
    )
  }

  private func rules(_ own: String, _ other: String) throws -> [ContractRule] {
    try backed(own, other).review.findings.map(\.rule).filter {
      $0.rawValue.hasPrefix("back-to-back")
    }
  }

  @Test func noMoreThanWhatItRestsOn() throws {
    let four = "targets: [{restore-within: 4h}]"
    #expect(try rules(four, four) == [])
    #expect(try rules(four, "targets: [{restore-within: 14401s}]") == [.backToBackTime])
    #expect(
      try backed(four, "targets: [{restore-within: 14401s}]").findings(.backToBackTime).map(\.gap)
        == [1])
    #expect(try rules(four, "targets: [{response-within: 1h}]") == [.backToBackMissing])
    #expect(try rules("availability: 99.9%", "availability: 99.9%") == [])
    #expect(
      try rules("availability: 99.91%", "availability: 99.9%") == [.backToBackAvailability])
    #expect(try rules("availability: 99.9%", "customer: us") == [.backToBackMissing])
    #expect(try rules("valid: {until: 2027-01-01}", "valid: {until: 2027-01-01}") == [])
    let term = try backed("valid: {until: 2027-01-02}", "valid: {until: 2027-01-01}")
    #expect(term.findings(.backToBackTerm).map(\.gap) == [86_400])
    #expect(
      try rules("valid: {from: 2026-01-01}", "valid: {from: 2026-01-02}") == [.backToBackTerm])
    // Without an end it holds for good, and longer than what it rests on.
    let endless = try backed("valid: {from: 2026-01-01}", "valid: {until: 2027-01-01}")
    #expect(endless.findings(.backToBackTerm).map(\.severity) == [.low])
    #expect(endless.findings(.backToBackTerm).map(\.gap) == [nil])
    let over = try backed("valid: {from: 2026-01-01}", "valid: {until: 2025-12-31}")
    #expect(over.findings(.backToBackTerm).map(\.severity) == [.high])
  }

  @Test func noMoreBindingThanWhatItRestsOn() throws {
    func target(_ words: String) -> String { "targets: [{restore-within: 4h, \(words)}]" }
    #expect(try rules(target("nature: aim"), target("nature: aim")) == [])
    #expect(try rules(target("nature: guaranteed"), target("nature: guaranteed")) == [])
    #expect(try rules(target("nature: guaranteed"), target("nature: aim")) == [.backToBackNature])
    #expect(try rules(target("share: 95%"), target("share: 95%")) == [])
    #expect(try rules(target("share: 96%"), target("share: 95%")) == [.backToBackNature])
    #expect(try rules(target("nature: aim"), target("share: 95%")) == [.backToBackNature])
  }

  @Test func noLongerHoursThanWhatItRestsOn() throws {
    func hours(_ to: String) -> String {
      "targets: [{restore-within: 4h}], service-window: {days: daily, from: \"08:00\", to: \"\(to)\", zone: Europe/Amsterdam}"
    }
    #expect(try rules(hours("17:00"), hours("17:00")) == [])
    let longer = try backed(hours("17:01"), hours("17:00"))
    let finding = try #require(longer.findings(.backToBackWindow).first)
    #expect(finding.gap == 420.0)
    #expect(longer.sentence(finding).contains("Monday 17:00"))
  }

  // MARK: - Nobody

  @Test func whatNoAgreementCovers() throws {
    let bare = try ContractCase("  - {id: sla, covers: desk}")
    let finding = try #require(bare.findings(.uncovered).first)
    #expect(bare.id(finding.element) == "router")
    #expect(bare.id(finding.target) == "desk")
    #expect(finding.severity == .high)
    #expect(try ContractCase("  - {id: sla, covers: router}").findings(.uncovered).isEmpty)
    // On the last day it holds, the day after it does not.
    let last = "  - {id: sla, covers: router, valid: {until: 2026-01-01}}"
    #expect(try ContractCase(last).findings(.uncovered).isEmpty)
    let over = try ContractCase("  - {id: sla, covers: router, valid: {until: 2025-12-31}}")
    let gone = try #require(over.findings(.uncovered).first)
    #expect(over.sentence(gone).contains("sla does, but does not hold now"))
    // One of unknown extent may cover it.
    let open = try ContractCase("  - {id: sla, covers: unknown}")
    #expect(open.findings(.uncovered).map(\.severity) == [.medium])
  }

  @Test func whatNobodyOwns() throws {
    let owned = try ContractCase("  - {id: sla, covers: router}")
    #expect(owned.findings(.noOwner).isEmpty)
    let free = try ContractCase(
      "  - {id: sla, covers: router}",
      "  - {id: router, kind: network-element}\n  - {id: desk, kind: consumer, requires: [router]}")
    #expect(free.findings(.noOwner).map { free.id($0.element) } == ["router"])
  }

  // MARK: - Terms

  @Test func whatEndsBeforeADay() throws {
    func until(_ day: String) throws -> ContractCase {
      try ContractCase("  - {id: sla, covers: router, valid: {until: \(day)}}")
    }
    #expect(try until("2027-01-01").findings(.expires).isEmpty)
    #expect(try until("2026-12-31").findings(.expires).map(\.severity) == [.medium])
    #expect(try until("2025-12-31").findings(.expires).map(\.severity) == [.high])
    let later = try ContractCase("  - {id: sla, covers: router, valid: {until: 2027-01-01}}") {
      $0.before = CalendarDate(year: 2027, month: 1, day: 2)
    }
    #expect(later.findings(.expires).count == 1)
  }

  @Test func noticeGoesByTheCalendar() throws {
    func notice(
      _ time: String, until: String = "2027-08-31", before: String
    ) throws -> [ContractFinding] {
      try ContractCase("  - {id: sla, covers: router, valid: {until: \(until)}, notice: \(time)}") {
        $0.before = CalendarDate(text: before)
      }.findings(.noticeDue)
    }
    // Six months before 31 August is 28 February; 180 days before it is 4 March.
    #expect(try notice("P6M", before: "2027-02-28").isEmpty)
    let due = try #require(try notice("P6M", before: "2027-03-01").first)
    let last = try #require(CalendarDate(text: "2027-02-28"))
    #expect(due.details == .day(last))
    #expect(try notice("180d", before: "2027-03-04").isEmpty)
    #expect(try notice("180d", before: "2027-03-05").count == 1)
    let gone = try notice("P1Y", until: "2026-12-31", before: "2027-01-01")
    #expect(gone.map(\.severity) == [.low])
  }

  @Test func whatDoesNotHoldYet() throws {
    #expect(
      try ContractCase("  - {id: sla, covers: router, valid: {from: 2026-01-01}}")
        .findings(.notYetValid).isEmpty)
    #expect(
      try ContractCase("  - {id: sla, covers: router, valid: {from: 2026-01-02}}")
        .findings(.notYetValid).count == 1)
  }

  // MARK: - Parties

  private func chain(_ parties: String, tier: Int = 2) throws -> ContractCase {
    try ContractCase(
      "  - {id: sla, covers: router, provider: one, exit-strategy: true}",
      parties: "parties:\n" + parties
        + "\n  - {id: us, name: Us}"
    ) { $0.maxTier = tier }
  }

  private static let three = """
      - {id: one, name: One, role: supplier, subcontractors: [two]}
      - {id: two, name: Two, role: supplier, subcontractors: [three]}
      - {id: three, name: Three, role: supplier, subcontractors: []}
    """

  @Test func workPassedOnTooFar() throws {
    #expect(try chain(Self.three, tier: 3).findings(.subcontractorsTooDeep).isEmpty)
    let deep = try chain(Self.three)
    let finding = try #require(deep.findings(.subcontractorsTooDeep).first)
    #expect(finding.parties == ["three"])
    #expect(
      finding.chain == [.contract("sla"), .party("one"), .party("two"), .party("three")])
    #expect(deep.findings(.subcontractorsUnknown).isEmpty)
  }

  @Test func subcontractorsThatNobodyKnows() throws {
    let unknown = try chain("  - {id: one, name: One, subcontractors: unknown}")
    #expect(unknown.findings(.subcontractorsUnknown).map(\.severity) == [.medium])
    let some = try chain(
      "  - {id: one, name: One, subcontractors: [us], subcontractors-complete: false}")
    #expect(some.findings(.subcontractorsUnknown).map(\.severity) == [.medium])
    let silent = try chain("  - {id: one, name: One, role: supplier}")
    #expect(silent.findings(.subcontractorsUnknown).map(\.severity) == [.note])
  }

  @Test func anAuthorisationThatEnds() throws {
    func until(_ day: String) throws -> [FindingSeverity] {
      try chain(
        "  - {id: one, name: One, subcontractors: [two]}\n  - {id: two, name: Two, subcontractors: [], authorised-until: \(day)}"
      ).findings(.authorisationExpired).map(\.severity)
    }
    #expect(try until("2027-01-01") == [])
    #expect(try until("2026-12-31") == [.medium])
    #expect(try until("2026-01-01") == [.medium])
    #expect(try until("2025-12-31") == [.high])
  }

  // MARK: - Clauses

  @Test func howToLeaveIsInheritedAndNotForOneself() throws {
    func missing(_ contracts: String) throws -> [String?] {
      try ContractCase(contracts).findings(.exitStrategyMissing).map(\.contract)
    }
    let sla = "  - {id: sla, kind: sla, provider: firm, customer: us, under: frame}"
    #expect(
      try missing("  - {id: frame, kind: framework, provider: firm, customer: us}\n" + sla)
        == ["frame"])
    #expect(
      try missing(
        "  - {id: frame, kind: framework, provider: firm, customer: us, exit-strategy: true}\n"
          + sla)
        == [])
    #expect(try missing("  - {id: ola, kind: ola, provider: firm, customer: us}") == [])
    #expect(try missing("  - {id: own, kind: sla, provider: part, customer: us}") == [])
    let no = try ContractCase(
      "  - {id: sla, kind: sla, provider: firm, customer: us, exit-strategy: false}")
    #expect(no.findings(.exitStrategyMissing).map(\.severity) == [.medium])
  }

  @Test func connectionTermsAreCheckedEveryYear() throws {
    func checked(_ words: String, kind: String = "connection-terms") throws -> Int {
      try ContractCase("  - {id: terms, kind: \(kind), provider: us, customer: firm\(words)}")
        .findings(.connectionTermsUnchecked).count
    }
    #expect(try checked("") == 1)
    #expect(try checked(", checked: 2025-01-01, by: auditor") == 0)
    #expect(try checked(", checked: 2024-12-31") == 1)
    #expect(try checked("", kind: "sla") == 0)
  }

  @Test func onlyTheRulesAskedFor() throws {
    let some = try ContractCase("  - {id: sla, covers: desk, valid: {until: 2026-05-01}}") {
      $0.rules = [.expires]
    }
    #expect(some.review.findings.map(\.rule) == [.expires])
  }
}
