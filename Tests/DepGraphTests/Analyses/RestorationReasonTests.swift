import DepGraph
import Testing

/// Who waits for which repair, and what is said where somebody stays out or has no known time.
@Suite struct RestorationReasonTests {
  private func plan(
    _ model: TestModel, _ failed: [String], crews: Int? = nil, byHand: [String] = []
  ) throws -> RestorationPlan {
    var question = RestorationQuestion(try model.compiled.seeds(failed))
    question.crewCount = crews
    question.byHand = try byHand.map(model.vertex)
    return RestorationPlan(RestorationProblem(question, in: model.compiled))
  }

  private func reason(
    _ plan: RestorationPlan, of id: String, in model: TestModel
  ) throws -> RestorationReason {
    let vertex = try model.vertex(id)
    return try #require(plan.repairs.first { $0.task.element == vertex }).reason
  }

  private func waiting(_ reason: RestorationReason, in model: TestModel) -> [String] {
    reason.demands.map(model.compiled.table.id(of:))
  }

  // MARK: - Reasons

  @Test func whatRanAllTheTimeCarriesNoReason() throws {
    // C runs: only its start needs x. So p is back when p is repaired.
    let model = try TestModel(
      """
        - {id: x, kind: platform, requires: [], repair: 2h}
        - {id: c, kind: platform, requires: [], starts-with: [x]}
        - {id: p, kind: process, requires: [c], repair: 1h}
      """)
    let plan = try plan(model, ["x", "p"], crews: 1)
    #expect(plan.loss == 3600.0)
    #expect(plan.lowerBound == 3600.0 && plan.isOptimal)
    #expect(try reason(plan, of: "x", in: model).rule == .nothingWaits)
    #expect(waiting(try reason(plan, of: "x", in: model), in: model).isEmpty)
    #expect(waiting(try reason(plan, of: "p", in: model), in: model) == ["p"])
  }

  @Test func onlyTheFirstOfAlternativesIsWaitedFor() throws {
    let model = try TestModel(
      """
        - {id: a, kind: power, repair: 1h}
        - {id: b, kind: power, repair: 2h}
        - {id: z, kind: power, repair: 3h}
        - {id: desk, kind: consumer, requires: [{any: [a, b]}]}
        - {id: shop, kind: consumer, requires: [z, {any: [a, b]}]}
      """)
    let plan = try plan(model, ["a", "b", "z"])
    // Without a the desk is back after two hours, the shop after three as with it.
    #expect(waiting(try reason(plan, of: "a", in: model), in: model) == ["desk"])
    #expect(try reason(plan, of: "b", in: model).rule == .nothingWaits)
    #expect(waiting(try reason(plan, of: "z", in: model), in: model) == ["shop"])
  }

  @Test func ofTwoThatAreDoneTogetherOneIsNeeded() throws {
    let model = try TestModel(
      """
        - {id: a, kind: power, repair: 1h}
        - {id: b, kind: power, repair: 1h}
        - {id: desk, kind: consumer, requires: [{any: [a, b]}]}
      """)
    let plan = try plan(model, ["a", "b"])
    let rules = plan.repairs.map(\.reason.rule)
    #expect(rules.contains(.oneOfSeveral) && rules.contains(.nothingWaits))
  }

  // MARK: - What stays out

  private let stuck = """
      - {id: base, kind: power, repair: 1h}
      - {id: disk, kind: platform, requires: [base], starts-with: [login]}
      - {id: login, kind: platform, requires: [disk]}
      - {id: portal, kind: process, requires: [login], mtpd: 4h}
      - {id: shop, kind: process, requires: [base], mtpd: 4h}
      - {id: dark, kind: power}
      - {id: desk, kind: process, requires: [base, dark], mtpd: 4h}
    """

  @Test func whatStaysOutLeavesNoLoss() throws {
    let model = try TestModel(stuck)
    let plan = try plan(model, ["base", "dark"])
    #expect(plan.loss == nil && plan.lowerBound == nil && plan.gap == nil)
    #expect(!plan.isOptimal && plan.isProven)
    #expect(plan.countedLoss == 3600.0)
    let verdicts = plan.problem.demands.map(plan.verdict)
    let ids = plan.problem.demands.map { model.compiled.table.id(of: $0.element) }
    #expect(ids == ["desk", "portal", "shop"])
    #expect(verdicts == [.cannotTell, .never, .inTime])
    let text = plan.report(in: model.compiled, language: .english).keySentence
    #expect(!text.contains("All that has a tolerable period"))
    #expect(text.contains("1 stays out in this plan; of 1 it cannot be said"))
    #expect(text.contains("Of the 3 with a tolerable period 1 is back in time"))
    #expect(text.contains("1 stays out unless something else is decided"))
    #expect(text.contains("Whether 1 of the 3 with a tolerable period is back in time"))
  }

  @Test func aRepairThatIsNotEnoughCannotWait() throws {
    let model = try TestModel(
      """
        - {id: base, kind: power, repair: 1h}
        - {id: disk, kind: platform, requires: [base], starts-with: [login]}
        - {id: login, kind: platform, requires: [disk]}
        - {id: portal, kind: process, requires: [login]}
      """)
    let plan = try plan(model, ["base"])
    let reason = try reason(plan, of: "base", in: model)
    #expect(reason.rule == .notEnough)
    #expect(waiting(reason, in: model) == ["portal"])
    #expect(plan.loss == nil && !plan.isOptimal)
  }

  // MARK: - By hand

  @Test func ofAWayOnlyWhatIsInTheLoopIsDoneWithout() throws {
    let model = try TestModel(
      """
        - {id: a, kind: network-element, repair: 9h}
        - {id: b, kind: network-element, requires: [boss], repair: 1h}
        - {id: ab, kind: link, ends: [a, b]}
        - {id: boss, kind: platform, manual-start: true, requires: [{path: {from: a, to: [b]}}], restart: 10m}
        - {id: p, kind: process, requires: [boss]}
      """)
    let plan = try plan(model, ["a"])
    #expect(plan.problem.loops.count == 1)
    // The beginning of the way is no part of the loop.
    #expect(plan.time(of: try model.vertex("boss")) == 33_000.0)
    #expect(plan.time(of: try model.vertex("p")) == 33_000.0)
  }

  @Test func aRepairByHandIsNoStartByHand() throws {
    let model = try TestModel(
      """
        - {id: core, kind: platform, requires: [], repair: 2h, restart: 30m, repair-needs: [doors]}
        - {id: doors, kind: facility, requires: [core]}
      """)
    let plan = try plan(model, ["core"], crews: 1, byHand: ["core"])
    #expect(plan.steps.map(\.kind) == [.repairByHand, .restart])
    #expect(plan.steps.map(\.until) == [7200.0, 9000.0])
  }

  @Test func aStartByHandAfterAnOrdinaryRepairIsLabelledSo() throws {
    let model = try TestModel(
      """
        - {id: disk, kind: platform, requires: [], starts-with: [login], repair: 1h}
        - {id: login, kind: platform, requires: [disk], repair: 2h, restart: 10m}
      """)
    let plan = try plan(model, ["disk", "login"], byHand: ["login"])
    let login = try model.vertex("login")
    #expect(plan.steps.filter { $0.element == login }.map(\.kind) == [.repair, .byHand])
  }

  // MARK: - Crews

  @Test func moreCrewsThanRepairsChangeNothing() throws {
    let model = try TestModel(
      """
        - {id: a, kind: process, requires: [], repair: 2h}
        - {id: b, kind: process, requires: [], repair: 1h}
      """)
    let plan = try plan(model, ["a", "b"], crews: 1_000_000)
    #expect(plan.problem.crews.count == 2)
    #expect(plan.loss == 10_800.0)
  }
}
