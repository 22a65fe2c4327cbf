import DepGraph
import Testing

/// What single conditions of a framework measure.
@Suite struct EscalationMeasureTests {
  private static let parties = """
    parties:
      - {id: m1, role: [ministry]}
      - {id: m2, role: [ministry]}
      - {id: a, parent: m1}
      - {id: b, parent: m2}
      - {id: us}

    """

  private func level(_ conditions: String...) -> String {
    "escalation:\n"
      + conditions.enumerated().map { "  - {id: l\($0), level: \($0), when: [{\($1)}]}\n" }.joined()
  }

  private func verdicts(_ assessment: EscalationAssessment) -> [EscalationVerdict] {
    assessment.levels.map(\.verdict)
  }

  @Test func ministriesAndSectorsOfWhatIsNotStatedCannotBeTold() throws {
    let incident = try TestIncident(
      """
        - {id: core, kind: platform, requires: []}
        - {id: one, kind: consumer, owner: a, sector: health, requires: [core]}
        - {id: two, kind: consumer, requires: [core]}
      """,
      people: Self.parties + level("ministries: 1", "ministries: 2", "sectors: 2", "sectors: 3"))
    let assessment = try incident.assess("core")
    #expect(verdicts(assessment) == [.certain, .cannotTell, .cannotTell, .no])
    #expect(assessment.measured[.ministries]?.missing.map(\.key) == ["owner"])
    #expect(assessment.measured[.sectors]?.missing.map(\.id) == ["two"])
  }

  @Test func onlyADesignatedServiceIsVitalForCertain() throws {
    let incident = try TestIncident(
      """
        - {id: core, kind: platform, requires: [], vital: {status: not-designated}}
        - {id: one, kind: consumer, requires: [core], vital: {status: designated}}
        - {id: two, kind: consumer, requires: [core], vital: {status: candidate}}
      """, people: level("vital-services: 1", "vital-services: 2", "vital-services: 3"))
    #expect(try verdicts(incident.assess("core")) == [.certain, .cannotTell, .no])
    #expect(try verdicts(incident.assess("two")) == [.cannotTell, .no, .no])
  }

  @Test func livesAndPlansInOneEntryAreAboutTheSameServices() throws {
    let components = """
        - {id: core, kind: platform, requires: []}
        - {id: ward, kind: process, requires: [core], restore-class: life-safety}
        - {id: shop, kind: process, requires: [core], restore-class: other}
        - {id: radio, kind: channel, requires: []}
        - {id: intranet, kind: service, requires: [core]}
      """
    let classes = "restore-classes: [{id: life-safety, rank: 1}, {id: other, rank: 2}]\n"
    let levels = level("life-safety: true, no-alternative: true", "no-alternative: true")
    // The ward has a plan that stands; the shop has none.
    let good = try TestIncident(
      components, people: classes + "plans: [{id: p, for: [ward], relies-on: [radio]}]\n" + levels)
    #expect(try verdicts(good.assess("core")) == [.no, .certain])
    // The plan leans on what falls too.
    let bad = try TestIncident(
      components,
      people: classes + "plans: [{id: p, for: [ward], relies-on: [intranet]}]\n" + levels)
    #expect(try verdicts(bad.assess("core")) == [.certain, .certain])
    // A model without plans does not tell that there are none.
    let silent = try TestIncident(components, people: classes + levels)
    #expect(try verdicts(silent.assess("core")) == [.cannotTell, .cannotTell])
  }

  @Test func whatPromisesLetRunOutIsPastItsTolerance() throws {
    let contracts = { (hours: Int) in
      "contracts: [{id: k, covers: [core], targets: [{restore-within: \(hours)h}]}]\n"
    }
    let components = """
        - {id: core, kind: platform, requires: []}
        - {id: mid, kind: platform, requires: [core], restart: 1h}
        - {id: one, kind: consumer, requires: [mid], mtpd: 5h}
        - {id: two, kind: consumer, requires: [mid]}
      """
    let levels = level("past-mtpd: \">= 1\"", "past-mtpd: \">= 2\"")
    // Back after 4 h, and an hour to start: 5 h are borne; with 5 h promised, 6 h are not.
    let kept = try TestIncident(components, people: contracts(4) + levels)
    #expect(try verdicts(kept.assess("core")) == [.cannotTell, .no])
    #expect(try verdicts(kept.assess("core", after: 5)) == [.certain, .cannotTell])
    let broken = try TestIncident(components, people: contracts(5) + levels)
    #expect(try verdicts(broken.assess("core")) == [.certain, .cannotTell])
    // Nobody promised anything: that it will be past cannot be told until it is.
    let silent = try TestIncident(components, people: levels)
    #expect(try verdicts(silent.assess("core", after: 4.9)) == [.cannotTell, .cannotTell])
    #expect(try verdicts(silent.assess("core", after: 5)) == [.certain, .cannotTell])
    #expect(try silent.assess("core").later.first?.at == TestIncident.tuesday.advanced(by: 18_000))
  }

  @Test func theShareOfAPromiseRunsByTheClock() throws {
    let office = "{days: mon-fri, from: \"08:00\", to: \"17:00\", zone: Europe/Amsterdam}"
    let incident = try TestIncident(
      """
        - {id: core, kind: platform, requires: []}
        - {id: net, kind: platform, requires: [{ref: core, holdup: 1h}]}
        - {id: other, kind: platform, requires: []}
      """,
      people: """
        contracts:
          - {id: k, covers: [net], targets: [{restore-within: 4h}], service-window: \(office)}
        \(level("elapsed-of-restore-target: \">= 25%\"", "elapsed-of-restore-target: \">= 50%\""))
        """)
    // Out of office hours no threshold moves: net is down after 1 h, and 25% of 4 h is another hour.
    let night = TestIncident.tuesday.advanced(by: 43_200)
    let first = try incident.assess("core", since: night)
    #expect(first.later.map(\.at) == [7200, 10_800].map { night.advanced(by: $0) })
    let value = try incident.assess("core", since: night, after: 2).measured[
      .elapsedOfRestoreTarget]
    #expect(value?.contract == "k" && value?.promised == 14_400)
    #expect(abs((value?.certain ?? 0) - 0.25) < 1e-9)
    // Nobody promised anything about other: no share can be told.
    #expect(try verdicts(incident.assess("other", after: 9)) == [.cannotTell, .cannotTell])
  }

  @Test func aDeniedConditionStaysOpenWhereItsOppositeIs() throws {
    let incident = try TestIncident(
      """
        - {id: core, kind: platform, requires: []}
        - {id: one, kind: consumer, mtpd: 1h, requires: [{ref: core, basis: assumed}]}
      """, people: level("past-mtpd: false", "cyber-not-excluded: false"))
    let assessment = try incident.assess("core", after: 2)
    #expect(verdicts(assessment) == [.possible, .no])
  }

  @Test func lostChannelsCountOnce() throws {
    let incident = try TestIncident(
      """
        - {id: core, kind: platform, requires: []}
        - {id: phone, kind: channel, requires: [core]}
        - {id: fax, kind: channel, requires: [{ref: core, basis: assumed}]}
        - {id: unused, kind: channel, requires: [core]}
      """,
      people: "contacts: [{id: x, reach: [phone, fax]}, {id: y, reach: [phone]}]\n"
        + level("channels-lost: 1", "channels-lost: 2", "channels-lost: 3"))
    #expect(try verdicts(incident.assess("core")) == [.certain, .possible, .no])
  }
}
