import DepGraph
import Testing

/// The pattern of each incident, and what would have been otherwise with it mended.
@Suite struct IncidentPatternTests {
  /// Several providers, one platform: six ways to 112, and one of four systems with other software is
  /// enough.
  @Test func kpnOnePlatformUnderSeveralProviders() throws {
    let shipped = try ShippedModel(incident: "kpn-112-2019")
    #expect(
      shipped.singlePoints(of: "calling-112")
        == ["routing-platform", "emergency-centre", "software:routing"])
    let fallen = try shipped.down(["software:routing"])
    #expect(fallen.isSuperset(of: ["via-vodafoneziggo", "via-t-mobile", "number-0900-8844"]))
    let plan = try #require(PlanReview(in: shipped.compiled).plans.first)
    #expect(
      plan.falls.flatMap(\.losses).contains { loss in
        shipped.compiled.table.id(of: loss.relied) == "number-0900-8844"
      })
    let mended = try ShippedModel.mended("kpn-112-2019")
    #expect(try !mended.down(["software:routing"]).contains("calling-112"))
    #expect(!mended.singlePoints(of: "calling-112").contains("software:routing"))
  }

  /// The management plane in the data plane: with a line of another provider the repair can begin.
  @Test func rogersRepairNeedsWhatFailed() throws {
    let shipped = try ShippedModel(incident: "rogers-2022")
    #expect(shipped.repairDeadlock.isSuperset(of: ["route-filter", "management", "staff-contact"]))
    #expect(shipped.singlePoints(of: "customers") == ["ip-core", "route-filter"])
    let mended = try ShippedModel.mended("rogers-2022")
    #expect(mended.repairDeadlock.isEmpty)
    #expect(try mended.down(["route-filter"]).contains("customers"))
    #expect(try mended.down(["route-filter"]).isDisjoint(with: ["management", "staff-contact"]))
  }

  /// The rule turns part into all: without it users are degraded, not out.
  @Test func facebookRuleTurnsPartialIntoTotal() throws {
    let shipped = try ShippedModel(incident: "facebook-2021")
    #expect(try shipped.down(["backbone"]).contains("users"))
    #expect(shipped.repairDeadlock.isSuperset(of: ["backbone", "badge-access", "remote-access"]))
    let mended = try ShippedModel.mended("facebook-2021")
    let blast = try mended.blast(["backbone"])
    #expect(!mended.ids(blast.down).contains("users"))
    #expect(mended.ids(blast.degraded).contains("users"))
    #expect(mended.repairDeadlock.isEmpty)
  }

  /// Fourteen sites with one limit are one; two sites with another limit carry the rest.
  @Test func optusOneThresholdInEveryNode() throws {
    let shipped = try ShippedModel(incident: "optus-2023")
    #expect(shipped.singlePoints(of: "triple-zero") == ["network", "limit:routes"])
    let mended = try ShippedModel.mended("optus-2023")
    #expect(try mended.down(["limit:routes"]).isDisjoint(with: ["people", "triple-zero"]))
    #expect(mended.singlePoints(of: "triple-zero") == ["network"])
    // Hands on the spot are the only way back: without them the repair waits for itself.
    #expect(shipped.repairDeadlock.isEmpty)
    let nobody = try ShippedModel(incident: "optus-2023") { model in
      for index in model.components.indices where model.components[index].id.hasPrefix("routers-") {
        let reference = Reference("remote-management", evidence: Evidence(.fictional))
        model.components[index].repairNeeds = .reference(reference)
      }
    }
    #expect(nobody.repairDeadlock.contains("remote-management"))
  }

  /// One product over organisations that share nothing else; who has another product stays up.
  @Test func crowdstrikeOneProductOverUnrelatedOrganisations() throws {
    let shipped = try ShippedModel(incident: "crowdstrike-2024")
    let cause = "content:channel-file-291"
    #expect(try shipped.down([cause]).isSuperset(of: ["flights", "care", "emergency-calls"]))
    #expect(try shipped.down(["supplier:crowdstrike"]).isSuperset(of: ["flights", "care"]))
    let mended = try ShippedModel.mended("crowdstrike-2024")
    let fallen = try mended.down([cause])
    #expect(!fallen.contains("care") && fallen.contains("flights"))
    // 78 minutes to fix, ten days more to recover.
    let scenario = try ShippedModel.scenario("models/incidents/scenarios/crowdstrike-2024.yaml")
    let run = try ScenarioRun(scenario, in: shipped.compiled)
    let until = { (id: String) in
      run.outages.first { shipped.compiled.table.id(of: $0.vertex) == id }?.until
    }
    #expect(until(cause) == 4680.0)
    #expect(until("flights") == 868_680.0)
  }

  /// One anchor, two technologies; connections stay because the other ways lie elsewhere.
  @Test func balticRedundancyThatWorks() throws {
    let shipped = try ShippedModel(incident: "baltic-2024")
    let cause = "corridor:sea-bed"
    let blast = try shipped.blast([cause])
    #expect(Set(shipped.ids(blast.down)).isSuperset(of: ["estlink-2", "elisa-1", "telecom-4"]))
    #expect(shipped.ids(blast.reducedRedundancy).contains("power-user"))
    for id in ["connectivity-finland", "connectivity-baltic", "power-user"] {
      #expect(shipped.singlePoints(of: id).isEmpty, "\(id)")
    }
    // With the other ways in the same strip of sea bed it would have been redundancy in name only.
    let undone = try ShippedModel.mended("baltic-2024")
    #expect(try undone.down([cause]).contains("connectivity-finland"))
    #expect(undone.singlePoints(of: "connectivity-finland") == [cause])
  }

  /// A cascade by protection, batteries that only delay, and a start that takes the neighbours.
  @Test func iberiaCascadeDelayAndBlackStart() throws {
    let shipped = try ShippedModel(incident: "iberia-2025")
    let early = try shipped.down(["generation-1"], after: .hours(1))
    #expect(early.isSuperset(of: ["spain-grid", "portugal-grid", "homes-spain"]))
    #expect(early.isDisjoint(with: ["telecom-spain", "calling", "hospital"]))
    let late = try shipped.down(["generation-1"], after: .hours(8))
    #expect(late.contains("calling") && !late.contains("hospital"))
    // With reserve enough to stay in step the lights stay on; with protection that rides through, the
    // first trip stays alone.
    let mended = try ShippedModel.mended("iberia-2025")
    let grids: Set = ["spain-grid", "portugal-grid", "calling"]
    #expect(try mended.down(["generation-1"]).isDisjoint(with: grids))
    let riding = try ShippedModel(incident: "iberia-2025") { model in
      model.revise("generation-2") { $0.requires = .nothing }
    }
    #expect(try riding.down(["generation-1"]).isEmpty)
    #expect(ColdStart(in: shipped.compiled).deadlocks.isEmpty)
    let links = try shipped.compiled.seeds(["neighbour-link", "black-start-plant"])
    let alone = ColdStart(in: shipped.compiled, failed: links)
    let waiting = alone.deadlocks.flatMap(\.elements).map(shipped.compiled.table.id(of:))
    #expect(Set(waiting).isSuperset(of: ["generation-1", "spain-grid", "synchronism"]))
  }

  /// One building; data of which there is no copy waits for itself.
  @Test func nirsOneBuildingAndNoCopy() throws {
    let shipped = try ShippedModel(incident: "nirs-2025")
    let points: Set = ["building", "battery", "daejeon", "grade-1-early", "grade-1-late"]
    #expect(shipped.singlePoints(of: "first-services") == points)
    #expect(shipped.repairDeadlock == ["g-drive-data", "g-drive-copy"])
    let mended = try ShippedModel.mended("nirs-2025")
    #expect(try !mended.down(["battery"]).contains("first-services"))
    #expect(mended.singlePoints(of: "first-services") == ["grade-1-early", "grade-1-late"])
    #expect(mended.repairDeadlock.isEmpty)
  }

  /// A lie passes a clock that survives silence; a majority stops it.
  @Test func gpsWrongTimeIsNotAbsentTime() throws {
    let shipped = try ShippedModel(incident: "gps-2016")
    let lie = try shipped.down(["gps-true"])
    #expect(lie.isSuperset(of: ["gps-clock", "holdover-clock", "mobile-network", "trade-stamps"]))
    #expect(lie.isDisjoint(with: ["guarded-clock", "guarded-service"]))
    let silence = try shipped.down(["gps-signal"], after: .hours(1))
    #expect(silence.contains("gps-clock") && !silence.contains("holdover-clock"))
    let mended = try ShippedModel.mended("gps-2016")
    #expect(try mended.down(["gps-true"]).isDisjoint(with: ["mobile-network", "trade-stamps"]))
    #expect(try shipped.down(["scale:usno"]).contains("domain-unguarded"))
    #expect(try !shipped.down(["scale:usno"]).contains("domain-guarded"))
    let bare = try ShippedModel(incident: "gps-2016") { model in
      model.revise("domain-guarded") { domain in
        domain.requires = .reference(Reference("usno-server-1", evidence: Evidence(.fictional)))
      }
    }
    #expect(try bare.down(["scale:usno"]).contains("domain-guarded"))
  }
}
