import DepGraph
import Testing

@Suite struct RestoreGapTests {
  private func contract(
    _ id: String, _ covers: String, _ target: String
  ) -> String {
    "  - {id: \(id), kind: sla, provider: firm, customer: us, covers: [\"\(covers)\"], exit-strategy: true, targets: [\(target)]}"
  }

  @Test func asSoonAsIsAllowedIsMet() throws {
    let met = try ContractCase(
      contract("{restore-within: 4h, nature: guaranteed, clock-from: start}"))
    #expect(met.findings(.restoreGap).isEmpty)
    #expect(met.review.checks.map(\.verdict) == [.met])
    #expect(met.review.checks.first?.gap == 0.0)
  }

  @Test func oneSecondLaterIsNot() throws {
    let late = try ContractCase(
      contract("{restore-within: 14401s, nature: guaranteed, clock-from: start}"))
    let finding = try #require(late.findings(.restoreGap).first)
    #expect(late.findings(.restoreGap).count == 1)
    #expect(finding.severity == .high)
    #expect(finding.verdict == .overrun)
    #expect(finding.contract == "sla")
    #expect(late.id(finding.element) == "router")
    #expect(late.id(finding.target) == "desk")
    #expect(finding.times == [14_400, 14_401, 1])
    #expect(finding.nature == .guaranteed)
    #expect(finding.parties == ["firm", "us"])
    #expect(
      finding.chain == [
        .element(try late.model.vertex("router")), .element(try late.model.vertex("desk")),
      ])
  }

  @Test func onlyAGuaranteeIsBreached() throws {
    let words = [
      ("guaranteed", "breach of contract only if", "contractbreuk is het pas"),
      ("aim", "a missed aim, no breach", "overschreden streefwaarde, geen contractbreuk"),
      ("best-effort", "no breach of contract", "geen contractbreuk"),
    ]
    for (nature, english, dutch) in words {
      let late = try ContractCase(contract("{restore-within: 5h, nature: \(nature)}"))
      let finding = try #require(late.findings(.restoreGap).first)
      #expect(late.sentence(finding).contains(english), "\(nature)")
      #expect(late.sentence(finding, .dutch).contains(dutch), "\(nature)")
    }
    let silent = try ContractCase(contract("{restore-within: 5h}"))
    let finding = try #require(silent.findings(.restoreGap).first)
    #expect(silent.sentence(finding).contains("How binding this is, is not stated."))
    #expect(silent.sentence(finding).contains("From when the clock runs, is not stated."))
  }

  @Test func aShareIsNoMaximum() throws {
    let share = try ContractCase(contract("{restore-within: 4h, share: 95%, nature: guaranteed}"))
    let check = try #require(share.review.checks.first)
    #expect(check.verdict == .missing)
    #expect(check.reason == .noMaximum)
    let finding = try #require(share.findings(.restoreGap).first)
    #expect(finding.verdict == .missing)
    #expect(finding.gap == nil)
    #expect(share.sentence(finding).contains("For the other 5% no limit is agreed"))
    // Even the share is too late: then it is certain, and at least so much.
    let late = try ContractCase(contract("{restore-within: 14401s, share: 95%}"))
    let gap = try #require(late.findings(.restoreGap).first)
    #expect(gap.verdict == .overrun)
    #expect(gap.gap == 1.0)
    #expect(gap.gapIsLeast == true)
    // A share of all cases is a maximum.
    let all = try ContractCase(contract("{restore-within: 4h, share: 100%}"))
    #expect(all.review.checks.first?.verdict == .met)
    // Another target of the same priority sets one.
    let both = try ContractCase(
      contract("{restore-within: 2h, share: 95%, priority: 1}, {restore-within: 5h, priority: 1}"))
    #expect(both.findings(.restoreGap).first?.gap == 3600.0)
  }

  @Test func theHighestPriorityCounts() throws {
    let both = try ContractCase(
      contract("{restore-within: 24h, priority: 2}, {restore-within: 3h, priority: 1}"))
    #expect(both.review.checks.first?.verdict == .met)
    let response = try ContractCase(
      contract("{response-within: 1h, priority: 1}, {restore-within: 5h, priority: 2}"))
    #expect(response.findings(.restoreGap).first?.gap == 3600.0)
    let none = try ContractCase(contract("{response-within: 1h}"))
    #expect(none.findings(.restoreGap).first?.verdict == .missing)
    #expect(none.review.checks.first?.reason == .noPromise)
  }

  @Test func theWindowCountsAtTheWorstStartAndAtTheMoment() throws {
    let office = """
        - id: sla
          covers: router
          targets: [{restore-within: 4h, nature: aim, clock-from: report}]
          service-window: {days: mon-fri, from: "08:00", to: "17:00", zone: Europe/Amsterdam}
      """
    let worst = try ContractCase(office)
    let finding = try #require(worst.findings(.restoreGap).first)
    #expect(finding.agreed == 241200.0)
    #expect(finding.gap == 226800.0)
    #expect(worst.sentence(finding).contains("reported on Friday 17:00 that becomes Monday 12:00"))
    #expect(worst.sentence(finding).contains("the time until then comes on top"))
    let evening = try ContractCase(office) { $0.at = Instant(text: "2024-08-27T22:00+02:00") }
    let check = try #require(evening.review.checks.first)
    #expect(check.restore?.atMoment?.end == Instant(text: "2024-08-28T12:00+02:00"))
    #expect(check.restore?.atMoment?.elapsed == 50400.0)
    #expect(check.verdictAtMoment == .overrun)
    let morning = try ContractCase(office) { $0.at = Instant(text: "2024-08-27T09:00+02:00") }
    #expect(morning.review.checks.first?.verdictAtMoment == .met)
    #expect(morning.review.checks.first?.verdict == .overrun)
  }

  @Test func withoutAnObjectiveNothingIsMet() throws {
    let unknown = try ContractCase(
      contract("{restore-within: 1h, nature: guaranteed}"),
      "  - {id: router, kind: network-element, owner: us}\n  - {id: desk, kind: consumer, requires: [router]}"
    )
    let check = try #require(unknown.review.checks.first)
    #expect(check.verdict == .notApplicable)
    #expect(check.reason == .noObjective)
    #expect(unknown.ids(check.withoutObjective) == ["desk"])
    #expect(unknown.findings(.restoreGap).isEmpty)
  }

  @Test func theUserThatAllowsLeastDecides() throws {
    let two = try ContractCase(
      contract("{restore-within: 5h}"),
      """
        - {id: router, kind: network-element, owner: us}
        - {id: hall, kind: consumer, requires: [router], rto: 8h}
        - {id: desk, kind: consumer, requires: [router], rto: 4h, restart: 30m}
        - {id: shed, kind: consumer, requires: [{ref: router, holdup: 4h}], rto: 4h}
      """)
    let finding = try #require(two.findings(.restoreGap).first)
    #expect(two.id(finding.target) == "desk")
    #expect(finding.required == 12600.0)
    #expect(finding.gap == 5400.0)
  }

  @Test func anotherAgreementThatMeetsMakesItANote() throws {
    let two = try ContractCase(
      contract("slow", "{restore-within: 5h}") + "\n" + contract("fast", "{restore-within: 3h}"))
    #expect(two.findings(.restoreGap).map(\.contract) == ["slow"])
    #expect(two.findings(.restoreGap).map(\.severity) == [.note])
    let none = try ContractCase(
      contract("slow", "{restore-within: 5h}") + "\n" + contract("slower", "{restore-within: 6h}"))
    #expect(none.findings(.restoreGap).map(\.severity) == [.high, .high])
  }

  private func contract(_ id: String, _ target: String) -> String {
    contract(id, "router", target)
  }

  private func contract(_ target: String) -> String { contract("sla", "router", target) }

  @Test func aCommonCauseCanBeCovered() throws {
    let shared = try ContractCase(
      contract("sla", "software:os-1", "{restore-within: 5h}"),
      """
        - {id: r1, kind: network-element, owner: us, shares: {software: os-1}}
        - {id: r2, kind: network-element, owner: us, shares: {software: os-1}}
        - {id: desk, kind: consumer, requires: [{any: [r1, r2]}], rto: 4h}
      """)
    let finding = try #require(shared.findings(.restoreGap).first)
    #expect(shared.id(finding.element) == "software:os-1")
    #expect(finding.gap == 3600.0)
    #expect(shared.findings(.uncovered).isEmpty)
  }

  private static let pair = """
      - {id: a, kind: network-element, owner: us}
      - {id: b, kind: network-element, owner: us}
      - {id: desk, kind: consumer, requires: [{any: [a, b]}], rto: 4h}
    """

  @Test func ofTwoTheFirstOneBackDecides() throws {
    let slow = contract("slow", "a", "{restore-within: 10h}")
    let met = try ContractCase(
      slow + "\n" + contract("fast", "b", "{restore-within: 4h}"), Self.pair)
    #expect(met.findings(.restoreGap).isEmpty)
    let check = try #require(met.review.checks.first { $0.elements.count == 2 })
    #expect(met.id(check.returning) == "b")
    #expect(check.verdict == .met)
    let late = try ContractCase(
      slow + "\n" + contract("fast", "b", "{restore-within: 14401s}"), Self.pair)
    let finding = try #require(late.findings(.restoreGap).first)
    #expect(finding.contract == "fast")
    #expect(late.id(finding.element) == "b")
    #expect(finding.gap == 1.0)
    #expect(finding.severity == .medium)
    // What nobody promised does not decide.
    let alone = try ContractCase(slow, Self.pair)
    #expect(alone.findings(.restoreGap).first?.gap == 21600.0)
    #expect(alone.review.coverage.unpromisedCount == 0)
    let one = try ContractCase(slow, Self.pair) { $0.maxOrder = 1 }
    #expect(one.review.checks.isEmpty)
  }

  @Test func whatNobodyPromisedIsListed() throws {
    let none = try ContractCase(
      "  - {id: sla, covers: c, targets: [{restore-within: 1h}]}\n  - {id: open, covers: unknown}",
      Self.pair + "\n  - {id: c, kind: network-element, owner: us}")
    let user = try #require(none.review.coverage.users.first)
    #expect(user.unpromised.map(none.ids) == [["a", "b"]])
    #expect(user.isComplete)
    #expect(none.review.coverage.openEnded == ["open"])
    let report = none.review.report(in: none.model.compiled, language: .english)
    #expect(report.keySentence.hasPrefix("For 1 way to stop, nobody has promised"))
    #expect(report.keySentence.contains("Of 1 agreement it is not known what they cover."))
  }
}
