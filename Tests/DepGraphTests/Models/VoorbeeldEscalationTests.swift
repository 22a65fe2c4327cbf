import DepGraph
import Foundation
import Testing

/// Escalation in the teaching model: the planted answers of its README, and the night of NAFIN.
@Suite struct VoorbeeldEscalationTests {
  /// Friday 5 June 2026, 23:00 in Amsterdam.
  private static let friday = Instant(secondsSinceEpoch: 1_780_693_200, writtenOffset: 7200)

  private func assess(
    _ shipped: ShippedModel, _ seeds: String..., after hours: Double = 0,
    _ change: (inout EscalationAssessment.Question) -> Void = { _ in }
  ) throws -> EscalationAssessment {
    var question = EscalationAssessment.Question(
      try shipped.compiled.seeds(seeds), since: Self.friday)
    question.now = Self.friday.advanced(by: hours * 3600)
    change(&question)
    return EscalationAssessment(question, in: shipped.compiled)
  }

  private func ids(_ shipped: ShippedModel, _ vertices: [VertexID]) -> [String] {
    vertices.map(shipped.compiled.table.id(of:))
  }

  /// Planted 3: `piket-netwerk` out of reach, `cio` by `koerier` only.
  @Test func theFallbackNumberRidesOnTheFailedNetwork() throws {
    let shipped = try ShippedModel("voorbeeld")
    let assessment = try assess(shipped, "software:router-os-7")
    #expect(assessment.unreachable == ["piket-netwerk", "servicedesk"])
    let duty = try #require(assessment.reaches.first { $0.contact == "piket-netwerk" })
    #expect(ids(shipped, duty.struck.map(\.vertex)) == ["telefonie", "terugvalnummer"])
    let cio = try #require(assessment.notices.first { $0.contact.id == "cio" })
    #expect(ids(shipped, cio.reach.struck.map(\.vertex)) == ["telefonie", "terugvalnummer"])
    #expect(cio.reach.best.map { ids(shipped, [$0.vertex]) } == ["koerier"])
    // Without the planted line the number works.
    let mended = try ShippedModel("voorbeeld") { model in
      for index in model.components.indices where model.components[index].id == "terugvalnummer" {
        guard case .group(var group) = model.components[index].requires else { continue }
        group.members.removeAll { $0.references.contains { $0.target == "kernroutering" } }
        model.components[index].requires = .group(group)
      }
    }
    let other = try assess(mended, "software:router-os-7")
    #expect(other.unreachable == ["servicedesk"])
  }

  /// Five organisations, two ministries, four sectors, by the README.
  @Test func theCoreSoftwareCallsTheNationalLevelAtOnce() throws {
    let shipped = try ShippedModel("voorbeeld")
    let unknown = try assess(shipped, "software:router-os-7")
    #expect(unknown.suggested?.level.id == "landelijk")
    #expect(unknown.measured[.organisations]?.certain == 5)
    #expect(unknown.measured[.ministries]?.certain == 2)
    #expect(unknown.measured[.sectors]?.certain == 4)
    // With an attack excluded it stays with the chain of organisations.
    let technical = try assess(shipped, "software:router-os-7") { $0.cause = .technical }
    #expect(technical.suggested?.level.id == "ketencrisis")
    #expect(technical.possibly.map(\.level.id) == ["landelijk"])
    #expect(technical.openQuestions.map(\.id) == ["landelijk"])
    // Cyber is told as long as it is not excluded.
    let tracks = unknown.notices.filter { $0.grounds.contains(.track(.cyber)) }
    #expect(tracks.map(\.contact.id) == ["ciso"])
    #expect(!technical.notices.contains { $0.grounds.contains(.track(.cyber)) })
  }

  @Test func timeAloneRaisesTheLevelOfOneRouter() throws {
    let shipped = try ShippedModel("voorbeeld")
    let first = try assess(shipped, "kern-1")
    #expect(first.place == nil)
    // 25% of the 4 hours of the contract, and an hour, come together; then half of the 4 hours.
    let later = first.later.map { later in
      let hours = (later.at.secondsSinceEpoch - Self.friday.secondsSinceEpoch) / 3600
      return "\(later.finding.level.id) \(hours)"
    }
    #expect(later == ["dienstcrisis 1.0", "crisisteam 2.0"])
    #expect(try assess(shipped, "kern-1", after: 1).suggested?.level.id == "dienstcrisis")
    #expect(try assess(shipped, "kern-1", after: 2).suggested?.level.id == "crisisteam")
  }

  /// The contract of the routers counts office hours only: promised by Monday noon.
  @Test func aPromiseInOfficeHoursLetsProcessesRunPastTheirTolerance() throws {
    let shipped = try ShippedModel("voorbeeld")
    let assessment = try assess(shipped, "software:router-os-7") { $0.cause = .technical }
    let expected = try #require(assessment.expected.first)
    #expect(expected.contract == "sla-routers")
    // Monday 8 June 2026, 12:00 in Amsterdam.
    #expect(expected.at?.secondsSinceEpoch == 1_780_912_800.0)
    let past = try #require(assessment.measured[.pastMTPD])
    let certain = past.items.filter { $0.verdict == .certain }.map(\.id)
    // The citizens' portal bears 48 hours from Saturday 07:00, when its users feel it; the offices
    // open on Monday only, and the municipal desk nobody knows.
    #expect(
      certain == [
        "acute-zorg", "burgerportaal", "crisisberaad", "grenscontrole", "meldkamer-noord",
      ])
  }

  @Test func theSupplierIsToldByItsContract() throws {
    let shipped = try ShippedModel("voorbeeld")
    let assessment = try assess(shipped, "software:router-os-7")
    let supplier = try #require(assessment.notices.first { $0.contact.id == "steun-leverancier-a" })
    // Friday night: away until Monday 08:00, and nobody stands in.
    #expect(supplier.awayUntil?.secondsSinceEpoch == 1_780_898_400.0)
    #expect(supplier.deadline == Self.friday.advanced(by: 900))
    let missing = assessment.missing.filter { $0.role == .consumer }.compactMap(\.party)
    #expect(missing == ["gemeente-fictiedam", "grensdienst", "ziekenhuis-verzonnenburg"])
  }
}

/// The outage of August 2024, held against the example framework.
@Suite struct NafinEscalationTests {
  private func framework(_ model: Model) throws -> EscalationFramework {
    let path = SourceTree.root.appendingPathComponent("models/escalation/example.yaml").path
    return try EscalationFrameworkReader().read(path, model: model)
  }

  private func replay(
    _ change: (inout EscalationReplay.Question) throws -> Void = { _ in }
  ) throws -> EscalationReplay {
    let shipped = try ShippedModel("nafin")
    let scenario = try ShippedModel.scenario("models/nafin/scenarios/2024-08-27.yaml")
    let start = try #require(scenario.start)
    var question = EscalationReplay.Question(scenario, start: start)
    question.framework = try framework(shipped.model)
    try change(&question)
    return try EscalationReplay(question, in: shipped.compiled)
  }

  /// Facts 4.5: on the public model this yields level 3 or 4 at once.
  @Test func severalMinistriesAreHitAtOnce() throws {
    let unknown = try replay()
    let called = unknown.calls.filter { $0.suggested != nil }
    #expect(called.map(\.level.level) == [1, 2, 3, 4])
    #expect(called.allSatisfy { $0.suggested == 0 && $0.actual == nil && $0.delay == nil })
    let technical = try replay { $0.cause = .technical }
    #expect(technical.calls.last { $0.suggested != nil }?.level.level == 3)
    // The roles of the example have no channels: that is said, and nobody is called reachable.
    #expect(unknown.assessment.reaches.allSatisfy { $0.hasNoKnownChannel })
  }

  @Test func withoutAFrameworkNoLevelIsInvented() throws {
    let replay = try replay { $0.framework = nil }
    #expect(replay.calls.isEmpty && replay.changes.isEmpty)
    let shipped = try ShippedModel("nafin")
    let report = replay.report(in: shipped.compiled, scenario: "x", language: .dutch)
    #expect(report.keySentence.contains("--framework"))
  }
}
