import DepGraph
import Testing

@Suite struct EscalationReplayTests {
  private static let people = """
    parties: [{id: a}, {id: b}]
    contacts: [{id: chief, reach: [phone]}]
    contracts: [{id: k, covers: [core], targets: [{restore-within: 4h}]}]
    escalation:
      - {id: l1, level: 1, when: [{elapsed-of-restore-target: ">= 50%"}], notify: [chief]}
      - {id: l2, level: 2, when: [{organisations: ">= 2"}, {elapsed: ">= 8h", organisations: ">= 1"}]}
      - {id: l3, level: 3, when: [{organisations: ">= 3"}]}

    """
  private static let network = """
      - {id: core, kind: platform, requires: []}
      - {id: one, kind: consumer, owner: a, requires: [core]}
      - {id: two, kind: consumer, owner: b, requires: [{ref: core, holdup: 3h}], restart: 1h}
      - {id: phone, kind: channel, requires: [core]}
    """

  private func replay(_ events: String) throws -> EscalationReplay {
    let model = try TestModel(Self.network, extra: Self.people)
    let text = "depgraph-scenario: 1\nstart: 2026-06-02T10:00+02:00\nevents:\n\(events)\n"
    let scenario = try ScenarioReader().read(
      text: text, named: "scenario.yaml", model: model.compiled.model
    ).scenario
    let start = try #require(scenario.start)
    return try EscalationReplay(.init(scenario, start: start), in: model.compiled)
  }

  @Test func callsComeWithTheOutageAndAreHeldAgainstWhatWasDone() throws {
    let replay = try replay(
      """
        - {at: 0h, fail: [core]}
        - {at: 1h, discover: [one]}
        - {at: 5h, escalate: [l2]}
        - {at: 12h, restore: [core]}
      """)
    // Half of 4 hours; then two falls after its holdup; and there are only two organisations.
    #expect(replay.calls.map(\.suggested) == [7200, 10_800, nil])
    // Calling level 2 calls level 1.
    #expect(replay.calls.map(\.actual) == [18_000, 18_000, nil])
    #expect(replay.calls.map(\.delay) == [10_800, 7200, nil])
    #expect(replay.discovered == 3600)
    #expect(replay.assessment.suggested?.level.id == "l2")
    #expect(replay.assessment.unreachable == ["chief"])
  }

  @Test func anOutageThatEndsInTimeCallsNothing() throws {
    let replay = try replay(
      """
        - {at: 0h, fail: [core]}
        - {at: 1h, restore: [core]}
        - {at: 90m, fail: [core]}
        - {at: 2h, restore: [core]}
      """)
    #expect(replay.calls.allSatisfy { $0.suggested == nil })
  }

  @Test func theRuleThatMattersMostIsFound() throws {
    let replay = try replay(
      """
        - {at: 0h, fail: [core]}
        - {at: 12h, restore: [core]}
      """)
    let change = { (level: String) in
      try #require(replay.changes.first { $0.level == level })
    }
    // One organisation instead of two: at once in place of after 3 hours.
    let second = try change("l2")
    #expect(second.kind == .test(.atLeast(1)) && second.condition.measure == .organisations)
    #expect(second.before == 10_800 && second.after == 0 && second.gain == 10_800)
    // A quarter instead of half of the 4 hours.
    let first = try change("l1")
    #expect(first.kind == .test(.atLeast(0.25)))
    #expect(first.before == 7200 && first.after == 3600)
    // Two instead of three organisations: after 3 hours in place of never.
    let third = try change("l3")
    #expect(third.before == nil && third.after == 10_800)
    #expect(replay.changes.map(\.gain) == replay.changes.map(\.gain).sorted(by: >))
  }

  @Test func timesToRecoverOfTheScenarioStandInForThoseOfTheModel() throws {
    let model = try TestModel(
      """
        - {id: core, kind: platform, requires: []}
        - {id: two, kind: consumer, owner: b, requires: [core]}
      """,
      extra: """
        parties: [{id: b}]
        escalation: [{id: l1, level: 1, when: [{elapsed: ">= 3h"}]}]

        """)
    let calls = { (lags: String) in
      let text = """
        depgraph-scenario: 1
        start: 2026-06-02T10:00+02:00
        events: [{at: 0h, fail: [core]}, {at: 2h, restore: [core]}]
        \(lags)
        """
      let scenario = try ScenarioReader().read(
        text: text, named: "scenario.yaml", model: model.compiled.model
      ).scenario
      let start = try #require(scenario.start)
      return try EscalationReplay(.init(scenario, start: start), in: model.compiled).calls
        .map(\.suggested)
    }
    #expect(try calls("") == [nil])
    #expect(try calls("lags: [{component: two, restart: 2h}]") == [10_800])
  }

  @Test func whatTheScenarioSaysWasAgreedCounts() throws {
    let replay = try replay(
      """
        - {at: 0h, fail: [core]}
        - {at: 12h, restore: [core]}
      targets: [{component: core, restore-within: 1h}]
      """)
    // Half of one hour in place of half of the four hours of the contract.
    #expect(replay.calls[0].suggested == 1800)
  }

  /// A repair that begins ends when the promise of its contract does.
  @Test func aRepairThatBeginsEnds() throws {
    let replay = try replay(
      """
        - {at: 0h, fail: [core]}
        - {at: 30m, repair-begins: [core]}
      """)
    // Back after 4 hours and a half; two is then out since 3 hours, so level 2 is called.
    #expect(replay.calls.map(\.suggested) == [7200, 10_800, nil])
    let later = try self.replay(
      """
        - {at: 0h, fail: [core]}
        - {at: 30m, degrade: [phone]}
        - {at: 1h, restore: [core]}
      """)
    #expect(later.calls.allSatisfy { $0.suggested == nil })
  }
}
