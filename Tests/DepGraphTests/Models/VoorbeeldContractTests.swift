import DepGraph
import Testing

/// Planted 4 and 7 of the model's README, which were computed apart from this program.
@Suite struct VoorbeeldContractTests {
  @Test func fourHoursInOfficeHours() throws {
    let shipped = try ShippedModel("voorbeeld")
    let review = ContractReview(in: shipped.compiled)
    let gaps = review.findings.filter { $0.rule == .restoreGap && $0.contract == "sla-routers" }
    let finding = try #require(gaps.first)
    #expect(finding.severity == .high)
    #expect(finding.element == shipped.compiled.vertex(of: "software:router-os-7"))
    #expect(finding.agreed == 241200.0)
    guard case .restore(let check) = finding.details else {
      Issue.record("not a time to restore")
      return
    }
    #expect(check.objective == 21600.0)
    #expect(check.restore?.longest.start == .init(weekday: 5, minute: 17 * 60))
    #expect(check.restore?.longest.end == .init(weekday: 1, minute: 12 * 60))
    let behind = review.findings.filter { $0.rule == .backToBackTime }
    #expect(behind.map(\.contract) == ["ola-diensten"])
    #expect(behind.map(\.otherContract) == ["sla-routers"])
    #expect(behind.map(\.agreed) == [241200.0])
  }

  @Test func withoutOfficeHoursNothingIsTooLate() throws {
    let shipped = try ShippedModel("voorbeeld") { model in
      for index in model.contracts.indices where model.contracts[index].id == "sla-routers" {
        model.contracts[index].serviceWindow = .always
      }
    }
    let review = ContractReview(in: shipped.compiled)
    #expect(!review.findings.contains { $0.rule == .restoreGap && $0.contract == "sla-routers" })
    #expect(!review.findings.contains { $0.rule == .backToBackTime })
  }

  @Test func oneSinglePointHasNoAgreement() throws {
    let shipped = try ShippedModel("voorbeeld")
    let review = ContractReview(in: shipped.compiled)
    let bare = review.findings.filter { $0.rule == .uncovered }
    #expect(bare.map(\.element) == [shipped.compiled.vertex(of: "vluchtinfo-server")])
    #expect(bare.map(\.target) == [shipped.compiled.vertex(of: "luchthavenafhandeling")])
  }

  @Test func ninetyFivePercentIsNoMaximum() throws {
    let shipped = try ShippedModel("voorbeeld")
    let review = ContractReview(in: shipped.compiled)
    let checks = review.checks.filter { $0.contract == "sla-ring-noord" && $0.elements.count == 1 }
    #expect(checks.count == 4)
    #expect(checks.allSatisfy { $0.verdict == .missing && $0.reason == .noMaximum })
    #expect(checks.allSatisfy { $0.restore?.share == 0.95 })
  }
}
