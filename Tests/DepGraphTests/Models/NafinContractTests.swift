import DepGraph
import Testing

@Suite struct NafinContractTests {
  /// The letter: 4 hours agreed, 13 needed.
  @Test func theLettersGapIsAsItIs() throws {
    let shipped = try ShippedModel("nafin")
    var question = ContractReview.Question()
    question.observed = try ShippedModel.scenario("models/nafin/scenarios/2024-08-27.yaml")
    let review = ContractReview(question, in: shipped.compiled)
    let seen = review.findings.filter { $0.rule == .observedOverrun }
    let finding = try #require(seen.first)
    #expect(seen.count == 1)
    #expect(finding.contract == "agreement-unknown")
    #expect(finding.parties == [])
    #expect(finding.nature == .aim)
    #expect(finding.times == [46_800, 14_400, 32_400])
    guard case .observed(let overrun) = finding.details else {
      Issue.record("not what was seen")
      return
    }
    #expect(overrun.factor == 3.25)
    #expect(!overrun.isBreach)
    let dutch = review.report(in: shipped.compiled, language: .dutch).text()
    let words = dutch.split { $0.isWhitespace }.joined(separator: " ")
    #expect(words.contains("Overschreden streefwaarde, geen contractbreuk."))
    #expect(words.contains("in welk document, en met wie, is niet bekend"))
    // No user has an objective that is public: nothing is met, nothing is too late.
    #expect(review.checks.allSatisfy { $0.verdict == .notApplicable })
    #expect(review.coverage.openEnded == ["agreement-kpn", "agreement-nokia", "agreement-cisco"])
  }
}
