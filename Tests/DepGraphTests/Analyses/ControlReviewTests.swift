import DepGraph
import Testing

/// What a model tells about rules: each check where it holds, does not, and cannot tell.
@Suite struct ControlReviewTests {
  private let extra = """
    as-of: 2026-06-01
    parties:
      - {id: ministry, name: Ministry}
      - {id: carrier, name: Carrier, role: supplier, subcontractors: [], subcontractors-complete: true}
      - {id: vendor, name: Vendor, role: supplier, subcontractors: unknown}
      - {id: maker, name: Maker, role: supplier, subcontractors: [vendor], subcontractors-complete: false}
    contracts:
      - {id: sla-line, kind: sla, provider: carrier, customer: ministry, covers: [line-a], valid: {until: 2027-01-01}, exit-strategy: true, checked: 2026-01-10}
      - {id: sla-core, kind: sla, provider: vendor, customer: ministry, covers: [core], valid: {until: 2027-01-01}, exit-strategy: false, checked: 2024-01-10}
      - {id: old, kind: sla, provider: carrier, customer: ministry, covers: [line-b], valid: {until: 2025-01-01}}
      - {id: odd, kind: unknown, provider: maker, covers: unknown}
    plans:
      - {id: paper, for: [desk], tested: 2026-03-01}
      - {id: radio, for: [desk], tested: 2024-03-01}
      - {id: idea, for: [desk]}

    """

  private let network = """
      - {id: clock, kind: time-source, owner: ministry, checked: 2026-05-01}
      - {id: clock-2, kind: time-source}
      - {id: line-a, kind: network-element, shares: {duct: d1}}
      - {id: line-b, kind: network-element, shares: {duct: d1}}
      - {id: core, kind: network-element, checked: 2020-01-01}
      - {id: net, requires: [{any: [line-a, line-b]}, core]}
      - {id: time, requires: [{any: [clock, clock-2]}]}
      - {id: desk, kind: process, rto: 4h, requires: [net, clock], checked: 2026-05-01}
      - {id: room, kind: process, rto: 4h, requires: [time, unknown]}
    """

  private func outcome(
    _ kind: ControlCheck, within: Int? = nil
  ) throws -> ControlReview.Outcome {
    let model = try TestModel(network, extra: extra)
    var control = Control(id: "1")
    let span = within.flatMap { TimeSpan(seconds: Double($0) * 86_400) }
    control.checks = [Control.Check(kind, within: span)]
    var set = ControlSet(id: "own")
    set.controls = [control]
    return try #require(
      ControlReview(of: set, in: model.compiled).results.first?.outcomes.first)
  }

  @Test func components() throws {
    let owners = try outcome(.ownerRecorded)
    #expect(owners.evidence == ["clock"])
    #expect(owners.missing.count == 8)
    let needs = try outcome(.requirementsRecorded)
    #expect(needs.missing == ["room"])
    let checked = try outcome(.factsChecked, within: 365)
    #expect(checked.evidence == ["clock", "desk"])
    #expect(checked.against == ["core"])
    #expect(checked.missing.count == 6)
  }

  @Test func criticalOnes() throws {
    let named = try outcome(.criticalIdentified)
    #expect(named.evidence == ["desk"])
    #expect(named.missing == ["room"])
    #expect(try outcome(.criticalChecked, within: 1095).missing == ["room"])
    let plans = try outcome(.plansMade)
    #expect(plans.evidence == ["desk"])
    #expect(plans.missing == ["room"])
    let tested = try outcome(.plansTested, within: 365)
    #expect(tested.evidence == ["paper"])
    #expect(tested.against == ["radio"])
    #expect(tested.missing == ["idea"])
  }

  @Test func agreements() throws {
    let exits = try outcome(.exitStrategies)
    #expect(exits.evidence == ["sla-line"])
    #expect(exits.against == ["sla-core"])
    #expect(exits.missing == ["odd"])
    let registered = try outcome(.agreementsRegistered)
    #expect(registered.evidence == ["sla-line", "sla-core"])
    #expect(registered.against == ["old"])
    #expect(registered.missing == ["odd"])
    let checked = try outcome(.agreementsChecked, within: 365)
    #expect(checked.evidence == ["sla-line"])
    #expect(checked.against == ["sla-core"])
    #expect(checked.missing == ["odd"])
  }

  @Test func promisesAndPlans() throws {
    let model = """
        - {id: net, requires: []}
        - {id: mobile, kind: channel, requires: []}
        - {id: intranet, kind: channel, requires: [net]}
        - {id: desk, kind: process, rto: 4h, requires: [net]}
      """
    let extra = """
      as-of: 2026-06-01
      contracts:
        - {id: low, kind: uc, covers: [net], targets: [{restore-within: 4h, nature: guaranteed}]}
        - {id: none, kind: uc, covers: [net]}
        - {id: kept, kind: sla, covers: [net], backed-by: [low], targets: [{restore-within: 4h, nature: guaranteed}]}
        - {id: over, kind: sla, covers: [net], backed-by: [low], targets: [{restore-within: 3h, nature: guaranteed}]}
        - {id: open, kind: sla, covers: [net], backed-by: [none], targets: [{restore-within: 4h, nature: guaranteed}]}
      plans:
        - {id: leaning, for: [desk], relies-on: [intranet]}
        - {id: standing, for: [desk], relies-on: [mobile]}
        - {id: silent, for: [desk]}

      """
    let compiled = try TestModel(model, extra: extra).compiled
    var control = Control(id: "1")
    control.checks = [Control.Check(.promisesBacked), Control.Check(.plansStand)]
    var set = ControlSet(id: "own")
    set.controls = [control]
    let outcomes = ControlReview(of: set, in: compiled).results[0].outcomes
    #expect(outcomes[0].evidence == ["kept"])
    #expect(outcomes[0].against == ["over"])
    #expect(outcomes[0].missing == ["open"])
    #expect(outcomes[1].evidence == ["standing"])
    #expect(outcomes[1].against == ["leaning"])
    #expect(outcomes[1].missing == ["silent"])
  }

  @Test func suppliers() throws {
    let chains = try outcome(.subcontractorsKnown)
    #expect(chains.evidence == ["carrier"])
    #expect(chains.against == ["maker"])
    #expect(chains.missing == ["vendor"])
    // The core stops one of two critical users.
    let dependence = try outcome(.supplierDependence)
    #expect(dependence.against == ["vendor"])
    #expect(dependence.missing.contains("maker"))
  }

  @Test func redundancy() throws {
    let real = try outcome(.redundancyReal)
    #expect(real.against == ["net"])
    #expect(real.evidence == ["time"])
    let time = try outcome(.timeRedundant)
    #expect(time.against == ["desk"])
    #expect(time.evidence == ["room"])
  }

  @Test func withoutADayTimeIsMissing() throws {
    let model = try TestModel("  - {id: a, kind: site, checked: 2026-05-01}")
    var control = Control(id: "1")
    control.checks = [
      Control.Check(.factsChecked, within: .hours(24)), Control.Check(.plansTested),
    ]
    var set = ControlSet(id: "own")
    set.controls = [control]
    let review = ControlReview(of: set, in: model.compiled)
    #expect(review.results[0].outcomes[0].missing == ["a"])
    #expect(review.results[0].outcomes[1].isEmpty)
    #expect(review.results[0].hasMissingFacts)
    let later = ControlReview(
      of: set, in: model.compiled, on: CalendarDate(text: "2026-05-03"))
    #expect(later.results[0].outcomes[0].against == ["a"])
  }
}
