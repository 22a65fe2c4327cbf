import DepGraph
import Testing

/// What the fixture with every key says, value by value.
@Suite struct ReadValuesTests {
  let model: Model
  let service: Component

  init() throws {
    model = try ModelReader().read(Fixture.path("every-key/model.yaml")).model
    service = try #require(model.components.first { $0.id == "service" })
  }

  @Test func head() {
    #expect(model.name?.text(in: .dutch) == "Elke sleutel")
    #expect(model.language == .english)
    #expect(model.asOf?.description == "2024-08-27")
    #expect(model.basis == .fictional)
    #expect(model.marking == Marking(classification: "DEPV", trafficLight: "AMBER"))
    #expect(model.markingFloors["network"]?.trafficLight == "AMBER+STRICT")
    #expect(model.sectors.sectors.map(\.id) == ["water", "air"])
    #expect(model.sources.map { $0.title?.text(in: .english) } == ["A report", "A letter"])
  }

  @Test func briefing() {
    let plan = model.briefing
    #expect(plan.failure == ["router", "service"])
    #expect(plan.criteria == ["criteria.yaml"] && plan.scenarios == ["scenario.yaml"])
    #expect(plan.framework == "escalation.yaml" && plan.clocks == ["clocks.yaml"])
    #expect(plan.decision?.text(in: .english) == "Lay a second line.")
  }

  @Test func requirements() throws {
    guard case .group(let all) = service.requires else { throw Failure() }
    #expect(all.need == .all)
    #expect(all.members.count == 5)
    guard case .reference(let clock) = all.members[0], case .group(let any) = all.members[1],
      case .group(let most) = all.members[2], case .path(let path) = all.members[3],
      case .unknown = all.members[4]
    else { throw Failure() }
    #expect(clock.target == "clock")
    #expect(clock.holdup == .hours(8))
    #expect(clock.toleratesDegraded && clock.givesDegraded)
    #expect(clock.evidence == Evidence(.assumed, sources: ["report", "letter"]))
    #expect(any.need == .any)
    #expect(any.switchover?.seconds == 5)
    #expect(any.holdup?.seconds == 30)
    // Inherited from the component.
    #expect(
      any.members.first?.references.first?.evidence == Evidence(.internal, sources: ["report"]))
    #expect(most.need == .share(0.6))
    #expect(most.threshold == 2)
    // An external id means the component that has it.
    #expect(most.members[2].references.first?.target == "spare")
    #expect(path.targets == ["exchange"])
    #expect(path.from == "router")
    #expect(path.network == "fibre")
    #expect(path.holdup?.seconds == 10)
    #expect(path.evidence == Evidence(.inferred, sources: ["letter"]))
  }

  @Test func otherNeeds() {
    #expect(service.startsWith.references.map(\.target) == ["directory"])
    #expect(service.repairNeeds.references.map(\.target) == ["phone", "hall"])
    #expect(service.degradesWithout.map(\.isScopedToSelf) == [true])
    #expect(service.independentOf.map(\.evidence.sources) == [["letter"]])
    let shares = model.components[1].shares
    #expect(shares.map(\.key) == ["software", "site", "duct", "power"])
    #expect(shares.map(\.value) == ["release-7", "hall", nil, "feed-1"])
    #expect(shares[3].evidence == Evidence(.assumed, sources: ["letter"]))
    #expect(shares[0].evidence == Evidence(.fictional, sources: ["report"]))
  }

  @Test func figures() throws {
    #expect(service.dependability.availability == Ratio(0.9995))
    #expect(model.components[4].dependability.availability == Ratio(from: 0.995, to: 0.999))
    #expect(service.restart?.seconds == 5400)
    #expect(service.skills == ["servers", "databases"])
    #expect(service.forensic?.value?.seconds == 2700)
    #expect(service.continuity.workRecoveryTime == .hours(2))
    #expect(service.continuity.recoveryPointObjective == .zero)
    #expect(service.users == .known(20_000))
    #expect(service.impact.map(\.after) == [.hours(1), .hours(24)])
    #expect(service.impact[0].economic == Money(euros: 1e6).map { .known($0) })
    #expect(service.impact[0].casualties == .unknown)
    #expect(service.impact[1].economic == .unknown)
    #expect(service.vital?.status == .candidate)
    #expect(service.vital?.decision?.sources == ["letter"])
    #expect(service.external.map(\.id) == ["CI0012345-S", "7", "8"])
    #expect(service.neverFails && service.isCivil)
    #expect(service.checked?.description == "2026-01-10")
    guard case .windows(let windows) = service.needed else { throw Failure() }
    #expect(windows.map(\.days) == [[1, 2, 3, 4, 5]])
    #expect(windows.map(\.from) == [420])
    #expect(windows.map(\.zone.name) == ["Europe/Brussels"])
  }

  @Test func agreements() throws {
    let sla = try #require(model.contracts.first { $0.id == "sla" })
    #expect(sla.covers == .selectors(["fibre-*", "tag:ring", "service"]))
    #expect(sla.notice?.seconds == 15_552_000)
    #expect(sla.backedBy == ["uc"])
    #expect(sla.targets.map(\.nature) == [.aim])
    #expect(sla.targets.map(\.share) == [Ratio(0.95)])
    // The included file has a basis and a source of its own.
    #expect(model.contracts[0].evidence == Evidence(.public, sources: ["letter"]))
    #expect(model.contracts[0].covers == .unknown)
    guard case .windows(let windows) = sla.serviceWindow else { throw Failure() }
    #expect(windows.map(\.days) == [[1, 3], [6, 7]])
    #expect(windows.map(\.to) == [1440, 720])
    #expect(windows.map(\.zone.name) == ["Europe/Amsterdam", "Europe/Amsterdam"])
  }

  @Test func escalation() throws {
    let level = try #require(model.escalation.first)
    #expect(level.when.map(\.count) == [5, 4, 3])
    #expect(level.when[0].map(\.test).prefix(3) == [.atLeast(2), .moreThan(1), .atLeast(1)])
    #expect(level.when[1].last == EscalationCondition(.elapsed, .lasts(.hours(4))))
    #expect(level.when[2].first == EscalationCondition(.elapsedOfRestoreTarget, .atLeast(0.5)))
    #expect(level.notify == ["cio", "consumers-affected", "suppliers-of-failed"])
    // 22:00 in Amsterdam in summer is 20:00 UTC.
    #expect(model.observations[0].from?.secondsSinceEpoch == 1_724_788_800)
    #expect(model.expectations[0].when == ["router", "supplier:agency"])
    #expect(model.expectations[0].down == ["phone"])
    #expect(model.restoreClasses[0].adoptedBy == "The council")
  }

  @Test func scenario() throws {
    let path = Fixture.path("every-key/scenario.yaml")
    let scenario = try ScenarioReader().read(path, model: model).scenario
    #expect(scenario.events.map(\.at) == [0, 300, 1800, 2400, 2700, 3600])
    #expect(scenario.events.map(\.isManual) == [false, false, false, false, false, true])
    #expect(scenario.events.flatMap(\.degrade) == ["clock"])
    #expect(scenario.events.flatMap(\.discover) == ["service", "user"])
    #expect(scenario.events.flatMap(\.repairBegins) == ["router"])
    #expect(scenario.events.flatMap(\.escalate) == ["crisis"])
    #expect(scenario.events.flatMap(\.notify) == ["cio", "ciso"])
    #expect(scenario.events.compactMap(\.actor) == ["cio", "north"])
    #expect(scenario.until == 172_800)
    #expect(scenario.lags.map(\.restart) == [.hours(2)])
    #expect(scenario.targets.map(\.nature) == [.aim])
    #expect(
      scenario.expectations.map(\.claim) == [
        .state(component: "user", .down, at: 1800),
        .back(component: "user", by: 14_400, notBefore: 3600),
        .outage(component: "user", atMost: .hours(4)), .level("crisis", by: 3600),
        .notified("cio", by: 3600), .discovered(component: "service", by: 1800),
      ])
    #expect(scenario.observed?.map(\.component) == ["user"])
    #expect(try ScenarioReader().read(path).scenario == scenario)
  }

  @Test(
    arguments: [
      ("events: [{at: 1h}]", DiagnosticCode.missingKey),
      ("events: [{by: someone}]", .missingKey),
      ("expect: [{state: down}]", .missingKey),
      ("expect: [{component: a}]", .missingKey),
      ("expect: [{component: a, level: b, by: 1h}]", .badValue),
      ("expect: [{component: a, state: down, back-by: 1h}]", .badValue),
      ("expect: [{component: a, state: down, by: 1h}]", .badValue),
      ("expect: [{component: a, back-by: 1h, not-before: 2h}]", .outOfRange),
      ("expect: [{component: a, state: down, not-before: 2h}]", .badValue),
      ("expect: [{component: a, not-before: 2h, by: 3h}]", .badValue),
      ("expect: [{discovered: a}]", .missingKey),
      ("expect: [{discovered: a, by: 2024-08-28T02:00+02:00}]", .missingKey),
      ("start: 2024-08-28T02:00Z\nuntil: 2024-08-28T01:00Z", .outOfRange),
      ("lags: [{component: a}]", .missingKey),
      ("targets: [{restore-within: 4h}]", .missingKey),
      ("repair: perhaps", .unknownValue),
    ])
  func mistakesInScenarios(text: String, code: DiagnosticCode) {
    do {
      _ = try ScenarioReader().read(text: "depgraph-scenario: 1\n" + text, named: "s.yaml")
      Issue.record("`\(text)` was taken")
    } catch {
      guard case .invalid(let input) = error else {
        Issue.record("`\(text)`: \(error)")
        return
      }
      #expect(input.diagnostics.map(\.code) == [code], "\(text)")
    }
  }

  private struct Failure: Error {}
}
