import DepGraph
import Foundation
import Testing

/// Each sentence of the definition of a plan, by hand; times are in seconds.
@Suite struct RestorationTests {
  private func plan(
    _ model: TestModel, _ failed: [String], by strategy: RestorationStrategy = .classThenSlack,
    since: Instant? = nil, crews: Int? = nil,
    _ change: (inout RestorationQuestion) -> Void = { _ in }
  ) throws -> RestorationPlan {
    var question = RestorationQuestion(try model.compiled.seeds(failed), since: since)
    question.crewCount = crews
    change(&question)
    return RestorationPlan(RestorationProblem(question, in: model.compiled), by: strategy)
  }

  private func order(_ plan: RestorationPlan, in model: TestModel) -> [String] {
    plan.repairs.map { model.compiled.table.id(of: $0.task.element) }
  }

  private func ids(_ vertices: [VertexID], in model: TestModel) -> [String] {
    vertices.map(model.compiled.table.id(of:))
  }

  // MARK: - Check values

  /// Jobs A(w5, r2, d6), B(w3, r1, d2), C(w8, r4, d5), in hours.
  private let jobs = """
      - {id: a, kind: process, requires: [], repair: 2h, mtpd: 6h, users: 5}
      - {id: b, kind: process, requires: [], repair: 1h, mtpd: 2h, users: 3}
      - {id: c, kind: process, requires: [], repair: 4h, mtpd: 5h, users: 8}
    """

  @Test func smithLosesLeast() throws {
    let model = try TestModel(jobs)
    let plan = try plan(model, ["a", "b", "c"], by: .smith, crews: 1)
    #expect(order(plan, in: model) == ["b", "a", "c"])
    #expect(plan.loss == 266_400.0)  // 74 hours
    #expect(plan.isOptimal && plan.lowerBound == 266_400.0)
    let c = try model.vertex("c")
    #expect(plan.time(of: c) == 25_200.0)  // 2 hours after it was due
  }

  @Test func theEarliestDueDateIsLeastLate() throws {
    let model = try TestModel(jobs)
    let plan = try plan(model, ["a", "b", "c"], by: .earliestDueDate, crews: 1)
    #expect(order(plan, in: model) == ["b", "c", "a"])
    let times = try ["a", "b", "c"].map { plan.time(of: try model.vertex($0)) }
    #expect(times == [25_200.0, 3600.0, 18_000.0])  // an hour late, an hour early, in time
    #expect(plan.values.first == 3600.0)
    #expect(plan.isOptimal)
  }

  @Test func strategiesAreComparedSideBySide() throws {
    let model = try TestModel(jobs)
    var question = RestorationQuestion(try model.compiled.seeds(["a", "b", "c"]))
    question.crewCount = 1
    let comparison = RestorationComparison(RestorationProblem(question, in: model.compiled))
    #expect(comparison.plans.map(\.strategy) == RestorationStrategy.allCases)
    #expect(comparison[.smith].loss == 266_400.0)
    #expect(comparison[.earliestDueDate].loss == 280_800.0)  // 78 hours
    #expect(comparison[.classThenSlack].loss == 280_800.0)
  }

  @Test func theClassComesFirst() throws {
    let model = try TestModel(
      """
        - {id: a, kind: process, requires: [], repair: 4h, mtpd: 8h, restore-class: life, users: 1}
        - {id: b, kind: process, requires: [], repair: 5h, mtpd: 5h, restore-class: rest, users: 900}
      """, extra: "restore-classes: [{id: rest, rank: 2}, {id: life, rank: 1}]\n")
    #expect(order(try plan(model, ["a", "b"], crews: 1), in: model) == ["a", "b"])
    // Where the class loses nothing by it, the other may go first.
    let model2 = try TestModel(
      """
        - {id: a, kind: process, requires: [], repair: 4h, mtpd: 9h, restore-class: life, users: 1}
        - {id: b, kind: process, requires: [], repair: 5h, mtpd: 5h, restore-class: rest, users: 900}
      """, extra: "restore-classes: [{id: rest, rank: 2}, {id: life, rank: 1}]\n")
    #expect(order(try plan(model2, ["a", "b"], crews: 1), in: model2) == ["b", "a"])
  }

  // MARK: - What works when

  @Test func dependentsWaitForAllThatTheyNeedAndRestart() throws {
    let model = try TestModel(
      """
        - {id: a, kind: power, repair: 2h}
        - {id: b, kind: power, repair: 6h}
        - {id: both, requires: [a, b], restart: 1h}
        - {id: either, requires: [{any: [a, b]}], restart: 30m}
        - {id: desk, kind: consumer, requires: [both, either]}
      """)
    let plan = try plan(model, ["a", "b"])
    let time = { (id: String) in plan.time(of: try model.vertex(id)) }
    #expect(try time("both") == 25_200.0)
    #expect(try time("either") == 9000.0)
    #expect(try time("desk") == 25_200.0)
    #expect(ids(plan.repairs[0].unlocks, in: model) == ["either"])
    #expect(ids(plan.repairs[1].unlocks, in: model) == ["both", "desk"])
    let curve = RecoveryCurve(plan)
    #expect(curve.points.map(\.at) == [0, 25_200.0])
    #expect(curve.points.map(\.processes) == [0, 1])
  }

  @Test func unknownIsNeverNothing() throws {
    let model = try TestModel(
      """
        - {id: a, kind: power}
        - {id: b, kind: power, repair: 2h}
        - {id: desk, kind: consumer, requires: [a]}
        - {id: shop, kind: consumer, requires: [b]}
        - {id: phone, kind: consumer, requires: [{any: [a, b]}]}
      """)
    let unknown = try plan(model, ["a", "b"], crews: 1)
    // The crew does first what can be planned.
    #expect(order(unknown, in: model) == ["b", "a"])
    #expect(unknown.repairs[1].begins == 7200.0)
    #expect(unknown.repairs[1].ends == nil)
    #expect(unknown.time(of: try model.vertex("desk")) == nil)
    #expect(unknown.isUnknown(try model.vertex("desk")))
    #expect(unknown.time(of: try model.vertex("phone")) == 7200.0)
    let assumed = try plan(model, ["a", "b"], crews: 1) { $0.assumedRepair = .hours(4) }
    #expect(assumed.time(of: try model.vertex("desk")) == 21_600.0)
    #expect(assumed.repairs.map(\.task.basis).contains(.assumed))
  }

  @Test func withoutTheSkillNothingIsPlanned() throws {
    let model = try TestModel(
      """
        - {id: a, kind: power, repair: 2h, skills: [power, heights]}
        - {id: b, kind: power, repair: 2h, skills: power}
        - {id: desk, kind: consumer, requires: [a]}
      """, extra: "crews: [{id: crew-1, skills: [power, fibre]}]\n")
    let plan = try plan(model, ["a", "b"])
    let first = try #require(plan.problem.tasks.first)
    #expect(first.hasNobody)
    #expect(plan.time(of: try model.vertex("desk")) == nil)
    #expect(order(plan, in: model) == ["b", "a"])
    #expect(plan.repairs.map(\.crew) == [0, nil])
    #expect(plan.repairs.last?.begins == nil)
    #expect(plan.time(of: try model.vertex("b")) == 7200.0)
  }

  // MARK: - Evidence

  @Test func evidenceComesFirstAndTakesItsTime() throws {
    let model = try TestModel(
      """
        - {id: a, kind: platform, requires: [], repair: 2h, forensic: 90m}
        - {id: b, kind: platform, requires: [a], forensic: true, restart: 1h}
      """)
    let open = try plan(model, ["a"], crews: 1)
    #expect(open.time(of: try model.vertex("a")) == 12_600.0)
    #expect(open.repairs.first?.evidenceEnds == 5400.0)
    #expect(open.isUnknown(try model.vertex("b")))
    let plan = try plan(model, ["a"], crews: 1) { $0.assumedEvidence = .hours(1) }
    #expect(plan.time(of: try model.vertex("b")) == 19_800.0)
    #expect(plan.steps.map(\.kind) == [.evidence, .repair, .evidence, .restart])
    #expect(plan.steps.map(\.from) == [0, 5400.0, 12_600.0, 16_200.0])
  }

  // MARK: - Loops

  private let loop = """
      - {id: power, kind: power, repair: 1h}
      - {id: disk, kind: platform, requires: [power], starts-with: [login]}
      - {id: login, kind: platform, requires: [disk], restart: 1h EXTRA}
      - {id: portal, kind: process, requires: [login]}
    """

  @Test func aLoopIsNeverStartedSilently() throws {
    let model = try TestModel(loop.replacingOccurrences(of: " EXTRA", with: ""))
    let stuck = try plan(model, ["power"])
    #expect(ids(stuck.blocked, in: model) == ["disk", "login", "portal"])
    #expect(stuck.problem.loops.map { ids($0.elements, in: model) } == [["disk", "login"]])
    let login = try model.vertex("login")
    let plan = try plan(model, ["power"]) { $0.byHand = [login] }
    #expect(plan.blocked.isEmpty)
    #expect(plan.time(of: try model.vertex("portal")) == 7200.0)
  }

  @Test func theModelMayAllowToStartByHand() throws {
    let model = try TestModel(
      loop.replacingOccurrences(of: " EXTRA", with: ", manual-start: true"))
    let plan = try plan(model, ["power"])
    #expect(ids(plan.problem.byHand, in: model) == ["login"])
    // By hand once all that the loop needs from outside is there: the power of the disk.
    #expect(plan.steps.map(\.kind) == [.repair, .byHand])
    #expect(plan.steps.map(\.from) == [0, 3600.0])
    #expect(plan.time(of: try model.vertex("portal")) == 7200.0)
  }

  @Test func whatARepairNeedsComesBeforeIt() throws {
    let model = try TestModel(
      """
        - {id: core, kind: platform, requires: [], repair: 2h}
        - {id: doors, kind: facility, requires: [core], restart: 1h}
        - {id: store, kind: platform, requires: [], repair: 1h, repair-needs: [doors]}
      """)
    let plan = try plan(model, ["core", "store"], crews: 1)
    #expect(order(plan, in: model) == ["core", "store"])
    #expect(plan.repairs[1].begins == 10_800.0)
    let model2 = try TestModel(
      """
        - {id: core, kind: platform, requires: [], repair: 2h, repair-needs: [doors]}
        - {id: doors, kind: facility, requires: [core]}
      """)
    let core = try model2.vertex("core")
    let stuck = try self.plan(model2, ["core"], crews: 1)
    #expect(stuck.repairs.isEmpty && !stuck.blocked.isEmpty)
    let byHand = try self.plan(model2, ["core"], crews: 1) { $0.byHand = [core] }
    #expect(byHand.time(of: core) == 7200.0)
    #expect(byHand.steps.map(\.kind) == [.repairByHand])
  }

  // MARK: - Clocks and ways

  private static func instant(_ text: String) throws -> Instant {
    try #require(Instant(text: text))
  }

  private let office = """
    parties: [{id: maker}]
    contracts:
      - {id: sla, covers: [core], provider: maker, targets: [{restore-within: 4h, nature: guaranteed}],
         service-window: {days: mon-fri, from: "08:00", to: "17:00", zone: Europe/Amsterdam}}

    """

  @Test func aContractCountsItsOwnHours() throws {
    let model = try TestModel(
      "  - {id: core, kind: platform, requires: [], repair: 1h}", extra: office)
    let core = try model.vertex("core")
    // Friday 17:00, so Monday at noon; the contract goes before the own time.
    let plan = try plan(model, ["core"], since: Self.instant("2026-06-05T17:00+02:00"))
    #expect(plan.time(of: core) == 241_200.0)
    #expect(plan.repairs.first?.crew == nil)
    // Without a moment the worst counts.
    #expect(try self.plan(model, ["core"]).time(of: core) == 241_200.0)
    // Over the end of summer time the weekend has an hour more; over its beginning one less.
    let autumn = try self.plan(model, ["core"], since: Self.instant("2026-10-23T17:00+02:00"))
    #expect(autumn.time(of: core) == 244_800.0)
    let spring = try self.plan(model, ["core"], since: Self.instant("2026-03-27T17:00+01:00"))
    #expect(spring.time(of: core) == 237_600.0)
  }

  @Test func crewsWorkInTheirHoursAndTravel() throws {
    let crew = """
      crews:
        - {id: crew-1, hours: {days: mon-fri, from: "08:00", to: "17:00", zone: Europe/Amsterdam},
           base: {lat: 52.0, lon: 5.0}}

      """
    let model = try TestModel(
      "  - {id: core, kind: platform, requires: [], repair: 4h, position: {lat: 53.0, lon: 5.0}}",
      extra: crew)
    let core = try model.vertex("core")
    // A degree of latitude is 111.2 km: 1 h 51 min at 60 km an hour. Begun at 15:00, on site at 16:51.
    let plan = try plan(model, ["core"], since: Self.instant("2026-06-02T15:00+02:00"))
    let travel = 111_195.08 / (60 / 3.6)
    let begins = try #require(plan.repairs.first?.begins)
    #expect(abs(begins - travel) < 1)
    // Nine minutes that day, the rest from eight o'clock on.
    let expected = travel + 15 * 3600 + 4 * 3600
    #expect(abs((plan.time(of: core) ?? 0) - expected) < 1)
    #expect(plan.steps.map(\.kind) == [.travel, .repair])
  }

  @Test(arguments: 0..<60) func distancesAreThoseOfTheHaversine(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let place = { (random: inout SeededGenerator) in
      Position(
        latitude: Double.random(in: -90...90, using: &random),
        longitude: Double.random(in: -180...180, using: &random))
    }
    let (first, second) = (try #require(place(&random)), try #require(place(&random)))
    let radians = { (degrees: Double) in degrees * Double.pi / 180 }
    let a =
      pow(sin(radians(second.latitude - first.latitude) / 2), 2)
      + cos(radians(first.latitude)) * cos(radians(second.latitude))
      * pow(sin(radians(second.longitude - first.longitude) / 2), 2)
    let expected = 2 * 6_371_008.8 * asin(min(1, a.squareRoot()))
    #expect(abs(first.distance(to: second) - expected) < 1, "seed \(seed)")
    #expect(first.distance(to: first) == 0)
  }
}
