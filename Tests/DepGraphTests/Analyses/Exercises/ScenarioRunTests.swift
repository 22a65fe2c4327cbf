import DepGraph
import Testing

/// What a scenario does when it is played, by hand on models of a few components.
@Suite struct ScenarioRunTests {
  static func played(
    _ components: String, _ scenario: String, more: String = ""
  ) throws -> (run: ScenarioRun, model: CompiledModel) {
    let text = "depgraph: 1\nlanguage: en\nbasis: fictional\n\(more)components:\n\(components)\n"
    let model = try ModelReader().read(text: text, named: "m.yaml").model
    let compiled = try CompiledModel(model)
    let read = try ScenarioReader().read(
      text: "depgraph-scenario: 1\n" + scenario, named: "s.yaml", model: model)
    return (try ScenarioRun(read.scenario, in: compiled), compiled)
  }

  private func lines(_ played: (run: ScenarioRun, model: CompiledModel)) -> [String] {
    played.run.entries.map { entry in
      let because = entry.because.map { played.model.table.id(of: $0) }
      return
        "\(Int(entry.at)) \(entry.kind.rawValue) \(entry.id ?? "-") \(entry.state?.rawValue ?? "-")"
        + (because.isEmpty ? "" : " < " + because.joined(separator: " "))
    }
  }

  private let chain = """
      - {id: power, kind: power}
      - {id: node, requires: [{ref: power, holdup: 1h}], restart: 10m}
      - {id: portal, kind: process, requires: [node], rto: 30m}
    """

  @Test func theTimelineTellsWhatIsDoneAndWhatFollows() throws {
    let played = try Self.played(
      chain, "events: [{at: 0s, fail: power}, {at: 2h, restore: power}]")
    #expect(
      lines(played) == [
        "0 fail power down", "3600 change node down < power", "3600 change portal down < node",
        "7200 restore power up", "7800 change node up < power", "7800 change portal up < node",
      ])
    #expect(played.run.outages.map(\.duration) == [7200.0, 4200.0, 4200.0])
    #expect(played.run.outages.map(\.overrun) == [nil, nil, 2400.0])
    #expect(played.run.breaches.isEmpty)
  }

  @Test func whatDecidedTheEndIsTracedBack() throws {
    let played = try Self.played(
      chain, "events: [{at: 0s, fail: power}, {at: 2h, restore: power}]")
    let portal = try #require(played.run.outages.last)
    #expect(
      played.run.decided(portal).map { played.model.table.id(of: $0.vertex) } == [
        "portal", "node", "power",
      ])
    #expect(played.run.decided(portal).map(\.recovering) == [0, 600, 0])
    let phases = played.run.phases(of: portal)
    #expect(phases.map(\.length) == [7200, 600])
    #expect(phases.first?.kind == .restoring)
  }

  @Test func aLagOfTheScenarioStandsInForTheRestart() throws {
    let played = try Self.played(
      chain,
      """
      events: [{at: 0s, fail: power}, {at: 2h, restore: power}]
      lags: [{component: portal, restart: 1h}]
      expect: [{component: portal, back-by: 3h10m, not-before: 3h10m}]
      """)
    #expect(played.run.outages.last?.until == 11_400.0)
    #expect(played.run.expectations.map(\.isMet) == [true])
    #expect(played.run.expectations.map(\.isByConstruction) == [true])
    #expect(played.run.score.byConstruction == 1)
  }

  @Test func degradedIsNotDown() throws {
    let played = try Self.played(
      """
        - {id: clock, kind: time-source}
        - {id: node, requires: [clock]}
        - {id: sturdy, requires: [{ref: clock, tolerates: degraded}]}
        - {id: backup, requires: []}
        - {id: portal, kind: process, requires: [{any: [node, {ref: backup, gives: degraded}]}]}
      """,
      "events: [{at: 0s, degrade: clock}, {at: 1h, fail: node}, {at: 2h, restore: [clock, node]}]")
    #expect(played.run.outages.map { played.model.table.id(of: $0.vertex) } == ["node"])
    #expect(
      lines(played) == [
        "0 degrade clock degraded", "0 change node degraded < clock",
        "0 change portal degraded < node", "3600 fail node down", "7200 restore clock up",
        "7200 restore node up", "7200 change portal up < node",
      ])
    let sturdy = try #require(played.model.vertex(of: "sturdy"))
    #expect(played.run.state(of: sturdy, at: 1800) == .up)
  }

  /// What degrades each other comes back with its cause; what stops each other does not.
  @Test func aCircleOfDegradedThingsComesBack() throws {
    let circle = """
        - {id: power, kind: power}
        - {id: a, requires: [power, b]}
        - {id: b, requires: [a]}
      """
    let degraded = try Self.played(
      circle, "events: [{at: 0s, degrade: power}, {at: 1h, restore: power}]")
    let b = try #require(degraded.model.vertex(of: "b"))
    #expect(degraded.run.state(of: b, at: 0) == .degraded)
    #expect(degraded.run.state(of: b, at: 3600) == .up)
    let down = try Self.played(
      circle, "events: [{at: 0s, fail: power}, {at: 1h, restore: power}]")
    #expect(down.run.state(of: b, at: 3600) == .down)
  }

  // MARK: - Repairs

  private let covered = """
    parties: [{id: mender}]
    contracts:
      - id: sla
        provider: mender
        covers: [power]
        targets: [{restore-within: 4h, nature: guaranteed, clock-from: start}]
        service-window: {days: mon-fri, from: "08:00", to: "17:00", zone: Europe/Amsterdam}
    crews: [{id: night, hours: {days: daily, from: "22:00", to: "02:00", zone: Europe/Amsterdam}}]

    """

  @Test func aRepairCountsInTheHoursOfTheContract() throws {
    // Friday 16:00: an hour is left of that day, three of Monday.
    let played = try Self.played(
      chain,
      "start: 2026-06-05T14:00+02:00\nevents: [{at: 0s, fail: power}, {at: 2h, repair-begins: power}]",
      more: covered)
    // Monday 11:00 is 69 hours after Friday 14:00.
    #expect(played.run.repairs.map(\.end) == [248_400.0])
    #expect(played.run.repairs.map(\.basis) == [.contract("sla")])
    let outage = try #require(played.run.outages.first)
    #expect(outage.until == 248_400.0)
    // From Friday 14:00 three hours are left, one of Monday: by 09:00, which is 67 hours later.
    #expect(outage.target?.within == 241_200.0)
    #expect(outage.overrun == 7200.0)
    #expect(outage.isBreach)
  }

  @Test func aRepairCountsInTheHoursOfTheCrewAcrossDaylightSaving() throws {
    // Saturday 28 March 2026, 22:00 in Amsterdam. Clocks leap from 02:00 to 03:00 on the 29th, so
    // the crew's window of that night has its four hours, and the work of four hours ends at 03:00.
    let played = try Self.played(
      chain,
      """
      start: 2026-03-28T21:00Z
      events: [{at: 0s, fail: power}, {at: 0s, repair-begins: power, by: night}]
      """, more: covered)
    #expect(played.run.repairs.map(\.crew) == ["night"])
    #expect(played.run.repairs.map(\.end) == [14_400.0])
    // An instant told by another clock is the same instant: 03:30 in summer time is 01:30 UTC.
    let told = try Self.played(
      chain,
      """
      start: 2026-03-29T01:30+01:00
      events: [{at: 0s, fail: power}, {at: 2026-03-29T03:30+02:00, restore: power}]
      """)
    #expect(told.run.outages.first?.duration == 3600.0)
  }

  @Test func aRepairOfUnknownLengthNeverEnds() throws {
    let played = try Self.played(
      chain, "events: [{at: 0s, fail: power}, {at: 1h, repair-begins: power}]")
    #expect(played.run.repairs.map(\.work) == [nil])
    #expect(played.run.outages.map(\.until) == [nil, nil, nil])
    #expect(played.run.outages.map(\.isDecided) == [false, false, true])
  }

  @Test func anEventThatTellsTheEndIsWorthMoreThanAFigure() throws {
    let played = try Self.played(
      """
        - {id: power, kind: power, repair: 4h}
      """,
      "events: [{at: 0s, fail: power}, {at: 1h, repair-begins: power}, {at: 2h, restore: power}]")
    #expect(played.run.repairs.isEmpty)
    #expect(played.run.outages.map(\.until) == [7200.0])
  }

  @Test func aPlanRepairsWhatEventsDoNot() throws {
    let played = try Self.played(
      """
        - {id: power, kind: power, repair: 4h}
        - {id: node, requires: [power]}
      """,
      "repair: plan\nevents: [{at: 0s, fail: power}, {at: 30m, discover: node}]")
    #expect(played.run.repairs.map(\.isPlanned) == [true])
    #expect(played.run.outages.map(\.until) == [16_200.0, 16_200.0])
  }

  // MARK: - What is not known

  @Test func unknownNeedsAreKeptApart() throws {
    let played = try Self.played(
      """
        - {id: power, kind: power}
        - {id: portal, kind: process, requires: [power]}
        - {id: desk, kind: process, requires: unknown}
      """,
      """
      events: [{at: 0s, fail: power}, {at: 1h, restore: power}]
      expect: [{component: desk, state: up, at: 30m}, {component: desk, outage-at-most: 1h}]
      """)
    #expect(played.run.cannotTell.map { played.model.table.id(of: $0.vertex) } == ["desk"])
    #expect(played.run.expectations.map(\.isMet) == [nil, nil])
    #expect(played.run.score.share == nil)
  }

  @Test func selectorsWithoutMembersAreSaid() throws {
    let played = try Self.played(
      chain, "events: [{at: 0s, fail: \"supplier:mender\"}]",
      more: "parties: [{id: mender, products: []}]\n")
    #expect(played.run.emptySelectors == ["supplier:mender"])
    #expect(played.run.outages.isEmpty)
  }

  @Test func whatIsNotBackByTheEndIsTooLateOnlyWhereThatCanBeTold() throws {
    let played = try Self.played(
      chain,
      """
      until: 2h
      events: [{at: 0s, fail: power}]
      expect:
        - {component: portal, back-by: 1h30m}
        - {component: portal, back-by: 3h}
        - {component: portal, outage-at-most: 30m}
        - {component: portal, outage-at-most: 4h}
      """)
    #expect(played.run.expectations.map(\.isMet) == [false, nil, false, nil])
  }

  @Test func howLongItLastedAtLeastCanBeExpectedAlone() throws {
    let claims = """
      expect:
        - {component: portal, not-before: 2h}
        - {component: portal, not-before: 2h10m}
        - {component: portal, not-before: 2h11m}
      """
    let back = try Self.played(
      chain, "events: [{at: 0s, fail: power}, {at: 2h, restore: power}]\n" + claims)
    #expect(back.run.expectations.map(\.isMet) == [true, true, false])
    #expect(back.run.expectations.map(\.observed).last == .seconds(7800))
    let never = try Self.played(chain, "events: [{at: 0s, fail: power}]\n" + claims)
    #expect(never.run.expectations.map(\.isMet) == [true, true, true])
    #expect(never.run.expectations.map(\.observed).last == .never)
    let cut = try Self.played(
      chain, "until: 130m\nevents: [{at: 0s, fail: power}]\n" + claims)
    #expect(cut.run.expectations.map(\.isMet) == [true, true, nil])
    let idle = try Self.played(
      chain, "events: [{at: 0s, name: Nothing}]\nexpect: [{component: portal, not-before: 1m}]")
    #expect(idle.run.expectations.map(\.isMet) == [false])
  }

  /// Waiting is what was not repaired yet, whatever else was being repaired.
  @Test func waitingForARepairIsNotRestoring() throws {
    let played = try Self.played(
      """
        - {id: net, repair: 3h, requires: []}
        - {id: desk, kind: process, requires: [net]}
        - {id: core, repair: 4h, requires: []}
      """,
      """
      events:
        - {at: 0h, fail: net}
        - {at: 10m, discover: desk}
        - {at: 20m, repair-begins: net}
        - {at: 3h, fail: core}
        - {at: 5h, repair-begins: core}
      """)
    let phases = { (id: String) throws in
      let vertex = try #require(played.model.vertex(of: id))
      let outage = try #require(played.run.outages.first { $0.vertex == vertex })
      return played.run.phases(of: outage)
    }
    let core = try phases("core")
    #expect(core.map(\.kind) == [.waiting, .restoring])
    #expect(core.map(\.length) == [7200, 14_400])
    let net = try phases("net")
    #expect(net.map(\.kind) == [.undiscovered, .waiting, .restoring])
    #expect(net.map(\.length) == [600, 600, 10_800])
  }

  @Test func whatIsRestoredAlthoughItWorkedIsSaid() throws {
    let played = try Self.played(
      chain, "events: [{at: 0s, fail: power}, {at: 30m, restore: [power, portal]}]")
    #expect(played.run.idle.map(\.id) == ["portal"])
  }

  // MARK: - What was seen

  @Test func whatWasSeenComesFirst() throws {
    let played = try Self.played(
      chain,
      """
      start: 2026-06-05T12:00Z
      events: [{at: 0s, fail: power}, {at: 2h, restore: power}]
      observed:
        - {component: portal, state: down, from: 2026-06-05T13:00Z, until: 2026-06-05T15:00Z}
        - {component: portal, state: down, from: 2025-01-01T00:00Z, until: 2025-02-01T00:00Z}
      expect: [{component: portal, back-by: 2h10m}, {component: portal, outage-at-most: 2h}]
      """)
    #expect(played.run.expectations.map(\.basis) == [.observations, .observations])
    #expect(played.run.expectations.map(\.observed) == [.seconds(10_800), .seconds(7200)])
    #expect(played.run.expectations.map(\.isMet) == [false, true])
    #expect(played.run.expectations.map(\.isMetByRun) == [true, true])
  }

  @Test func whatPeopleDidIsMeasured() throws {
    let played = try Self.played(
      chain,
      """
      events:
        - {at: 1h, fail: node}
        - {at: 1h20m, discover: portal, by: desk}
        - {at: 1h30m, escalate: crisis}
        - {at: 2h10m, notify: boss}
        - {at: 3h, restore: node}
      expect: [{level: low, by: 1h30m}, {notified: boss, by: 2h}, {discovered: node, by: 2h}]
      """,
      more: """
        contacts: [{id: boss}, {id: desk}, {id: press}]
        escalation:
          - {id: low, level: 1}
          - {id: crisis, level: 2, notify: [boss, press], within: 30m}

        """)
    let response = played.run.response
    #expect(response.discoveries.map(\.lag) == [1200.0])
    #expect(response.calls.map(\.sinceFailure) == [1800.0])
    #expect(response.calls.map(\.sinceDiscovery) == [600.0])
    #expect(response.notifications.map(\.contact) == ["boss", "press"])
    #expect(response.notifications.map(\.isLate) == [true, true])
    // A higher level counts for a lower one; what nobody found out was not found out.
    #expect(played.run.expectations.map(\.isMet) == [true, false, false])
  }

  /// A tenth of the goal of the issue, in a build without optimisation.
  @Test func manyEventsOnManyComponents() throws {
    var model = Model()
    var scenario = Scenario()
    let count = 4000
    for number in 0..<count {
      var component = Component(id: "c\(number)")
      component.kind = .platform
      component.statesRequires = true
      let targets = number == 0 ? [] : [number / 2]
      component.requires = .group(
        RequirementGroup(
          .all, targets.map { .reference(Reference("c\($0)", evidence: Evidence(.fictional))) }))
      model.components.append(component)
      var event = Scenario.Event(at: Double(number / 2))
      if number.isMultiple(of: 2) {
        event.fail = ["c\(count - 1 - number)"]
      } else {
        event.restore = ["c\(count - number)"]
        event.at += 1
      }
      scenario.events.append(event)
    }
    let compiled = try CompiledModel(model)
    let clock = ContinuousClock()
    var run: ScenarioRun?
    let time = try clock.measure { run = try ScenarioRun(scenario, in: compiled) }
    #expect(run?.outages.isEmpty == false)
    #expect(time < .seconds(20), "\(time)")
  }
}
