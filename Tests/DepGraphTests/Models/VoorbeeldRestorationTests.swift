import DepGraph
import Testing

/// What can be worked out by hand from the model's files; its README plants the 67 hours and the breaker.
@Suite struct VoorbeeldRestorationTests {
  private func plan(
    _ failed: [String], since: String? = nil, byHand: [String] = []
  ) throws -> (plan: RestorationPlan, compiled: CompiledModel) {
    let compiled = try ShippedModel("voorbeeld").compiled
    let moment = try since.map { try #require(Instant(text: $0)) }
    var question = RestorationQuestion(try compiled.seeds(failed), since: moment)
    question.byHand = try byHand.map { try #require(compiled.vertex(of: $0)) }
    return (RestorationPlan(RestorationProblem(question, in: compiled)), compiled)
  }

  @Test func theCoreSoftwareOnAFridayAfternoon() throws {
    let (plan, compiled) = try plan(["software:router-os-7"], since: "2026-06-05T17:00+02:00")
    let repair = try #require(plan.repairs.first)
    #expect(plan.repairs.count == 1)
    guard case .contract(let agreed) = repair.task.basis else {
      Issue.record("not by a contract")
      return
    }
    #expect(agreed.contract == "sla-routers")
    #expect(agreed.target.nature == .guaranteed)
    #expect(repair.ends == 241_200.0)
    let time = { (id: String) in try #require(compiled.vertex(of: id).flatMap(plan.time(of:))) }
    // An hour for core routing to restart; half an hour more for identity.
    #expect(try time("kernroutering") == 244_800.0)
    #expect(try time("identiteit") == 246_600.0)
    #expect(try time("meldkamer-noord") == 244_800.0)
    #expect(repair.unlocks.count == 16)
    #expect(plan.isOptimal && plan.blocked.isEmpty)
    // On a Tuesday morning it is back the same day.
    let (tuesday, _) = try self.plan(["software:router-os-7"], since: "2026-06-02T09:00+02:00")
    #expect(tuesday.repairs.first?.ends == 14_400.0)
  }

  @Test func bothRoutersAreARepairDeadlock() throws {
    let (plan, compiled) = try plan(["kern-1", "kern-2"])
    let loop = try #require(plan.problem.loops.first)
    let ids = { (vertices: [VertexID]) in vertices.map(compiled.table.id(of:)) }
    #expect(
      ids(loop.elements) == [
        "badgedeuren", "beheer-op-afstand", "identiteit", "kern-1", "kern-2", "kernroutering",
      ])
    #expect(ids(loop.breakers) == ["kern-1"])
    #expect(ids(loop.unrepaired) == ["kern-1", "kern-2"])
    #expect(!loop.isBroken)
    #expect(plan.repairs.isEmpty)
    #expect(plan.blocked.count == 16)
    #expect(plan.time(of: try #require(compiled.vertex(of: "meldkamer-noord"))) == nil)
    let (byHand, _) = try self.plan(
      ["kern-1", "kern-2"], since: "2026-06-02T09:00+02:00", byHand: ["kern-1"])
    #expect(byHand.blocked.isEmpty)
    #expect(ids(byHand.repairs.map(\.task.element)) == ["kern-1", "kern-2"])
    #expect(byHand.repairs.first?.ends == 14_400.0)
    // The second waits for the doors, which open when core routing is back at 14:00, and four hours of
    // service remain till 17:00 and from 08:00 on.
    #expect(byHand.repairs.last?.begins == 18_000.0)
    #expect(byHand.repairs.last?.ends == 86_400.0)
  }

  @Test func aBreakerWaitsForWhatWorksByTheOthers() throws {
    let (plan, compiled) = try plan(
      ["kern-1", "kern-2", "opslag"], since: "2026-06-02T09:00+02:00",
      byHand: ["kern-1", "identiteit"])
    let time = { (id: String) in try #require(compiled.vertex(of: id).flatMap(plan.time(of:))) }
    #expect(plan.problem.byHand.map(compiled.table.id(of:)) == ["identiteit", "kern-1"])
    // Identity needs core routing, which is back five hours after the failure, by the router.
    #expect(try time("kernroutering") == 18_000.0)
    #expect(try time("identiteit") == 19_800.0)
    #expect(try time("opslag") == 19_800.0)
  }

  @Test func withADeadlockThatStaysNothingIsProvenAndNothingCanWait() throws {
    let (plan, _) = try plan(
      ["software:router-os-7", "kern-1", "kern-2"], since: "2026-06-05T17:00+02:00")
    #expect(plan.problem.demands.count == 6)
    #expect(plan.problem.demands.allSatisfy { plan.verdict(of: $0) == .never })
    #expect(plan.loss == nil && plan.lowerBound == nil && !plan.isOptimal)
    let reason = try #require(plan.repairs.first?.reason)
    #expect(reason.rule == .notEnough)
    #expect(reason.waiting == 6)
  }

  @Test func aRepairThatNobodyWaitsForIsNotGivenTheNameOfOne() throws {
    let (plan, compiled) = try plan(
      ["vezel-n12", "vezel-z12", "node-z1", "vluchtinfo-server", "stroom-west"],
      since: "2026-03-28T23:30+01:00")
    let waiting = { (id: String) in
      let repair = plan.repairs.first { compiled.table.id(of: $0.task.element) == id }
      return try #require(repair).reason.demands.map(compiled.table.id(of:))
    }
    #expect(try !waiting("node-z1").contains("meldkamer-noord"))
    #expect(try waiting("stroom-west").contains("meldkamer-noord"))
    // Three with a tolerable period wait for a loop that nobody breaks.
    let limited = plan.problem.demands.filter { $0.tolerated != nil }
    #expect(limited.count { plan.verdict(of: $0) == .never } == 3)
    let text = plan.report(in: compiled, language: .dutch).keySentence
    #expect(!text.contains("Alles met een"))
    #expect(text.contains("Van de 5 met een uiterste tijd blijven er 3 uit"))
    #expect(plan.loss == nil && !plan.isOptimal)
  }

  @Test func oneRouterAloneHoldsNobodyUp() throws {
    let (plan, _) = try plan(["kern-1"])
    #expect(plan.problem.loops.isEmpty)
    #expect(plan.repairs.count == 1)
    #expect(plan.repairs.first?.reason.rule == .nothingWaits)
    #expect(!plan.problem.isAwaited)
  }
}
