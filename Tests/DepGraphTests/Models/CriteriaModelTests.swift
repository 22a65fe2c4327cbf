import DepGraph
import Foundation
import Testing

/// The shipped sets of criteria, held against the shipped models.
@Suite struct CriteriaModelTests {
  static let names = ["nl-vitaal-2015", "cer-article-7", "nis2-significant", "voorbeeld-eigen"]

  static func criteria(_ name: String) throws -> CriteriaSet {
    let path = SourceTree.root.appendingPathComponent("models/criteria/\(name).yaml").path
    return try CriteriaReader().read(path).criteria
  }

  private func judge(
    _ shipped: ShippedModel, _ name: String, _ subject: [String],
    change: (inout VitalAssessment.Question) -> Void = { _ in }
  ) throws -> VitalAssessment {
    var question = VitalAssessment.Question(
      try shipped.compiled.seeds(subject), by: try Self.criteria(name))
    change(&question)
    return VitalAssessment(question, in: shipped.compiled)
  }

  private func verdicts(_ assessment: VitalAssessment) -> [String: CriterionVerdict] {
    Dictionary(uniqueKeysWithValues: assessment.findings.map { ($0.criterion.id, $0.verdict) })
  }

  @Test(arguments: names) func isReadWithoutRemarks(name: String) throws {
    let path = SourceTree.root.appendingPathComponent("models/criteria/\(name).yaml").path
    let read = try CriteriaReader().read(path)
    #expect(read.warnings == [])
    #expect(read.criteria.id == name)
  }

  // MARK: - NAFIN, as the fact base reasons it out

  /// Economic, physical and social cannot be told: no figure is public.
  ///
  /// The cascade depends on whether degraded counts: users in four sectors besides defence are down, but
  /// of each sector others work on, or nobody can tell.
  @Test func nafinByTheListOf2015() throws {
    let shipped = try ShippedModel("nafin")
    let assessment = try judge(shipped, "nl-vitaal-2015", ["nafin"])
    let found = verdicts(assessment)
    for id in found.keys where id != "nl-a-cas" { #expect(found[id] == .undetermined, "\(id)") }
    let cascade = try #require(assessment.findings.first { $0.criterion.id == "nl-a-cas" })
    #expect(cascade.verdict == .undetermined && cascade.at == nil)
    #expect(cascade.value?.range.low == 0)
    #expect(assessment.level == nil)
    let wide = try judge(shipped, "nl-vitaal-2015", ["nafin"]) { $0.countsDegraded = true }
    let hit = try #require(wide.findings.first { $0.criterion.id == "nl-a-cas" })
    #expect(hit.verdict == .met && hit.at == 0)
    #expect(hit.value?.range.low == 4)
    #expect(
      hit.value?.certainThings
        == ["digital-government", "public-administration", "public-order", "transport-air"])
    #expect(!(hit.value?.possibleThings.contains("defence") ?? true))
    #expect(wide.level == "A")
  }

  /// Criteria, status and decision are three things.
  @Test func nafinIsNotDesignated() throws {
    let assessment = try judge(ShippedModel("nafin"), "nl-vitaal-2015", ["nafin"])
    #expect(assessment.level == nil && assessment.status == .notDesignated)
    let decision = assessment.standings.first?.standing.decision
    #expect(decision?.date == CalendarDate(year: 2025, month: 9, day: 22))
    #expect(decision?.reason?.text(in: .english).contains("military autonomy") == true)
  }

  /// Where users do not fall but are hindered, it is the parameter that decides.
  @Test func whetherHinderedCountsDecidesTheCascade() throws {
    let hindered = try ShippedModel("nafin") { model in
      for index in model.components.indices where model.components[index].isUser {
        let needs = model.components[index].requires.references
        model.components[index].degradesWithout += needs
        model.components[index].requires = .nothing
      }
    }
    let strict = try judge(hindered, "nl-vitaal-2015", ["nafin"]) { $0.countsDegraded = false }
    #expect(verdicts(strict)["nl-a-cas"] == .notMet)
    let wide = try judge(hindered, "nl-vitaal-2015", ["nafin"]) { $0.countsDegraded = true }
    #expect(verdicts(wide)["nl-a-cas"] == .met)
    #expect(strict.level != "A" && wide.level == "A")
  }

  /// Where every arrow to a user is inferred, nothing is certain.
  @Test func inferredArrowsLeaveTheCascadeUndetermined() throws {
    let unsure = try ShippedModel("nafin") { model in
      for index in model.components.indices where model.components[index].isUser {
        let needs = model.components[index].requires.references.map { reference in
          var reference = reference
          reference.evidence = Evidence(.inferred, sources: reference.evidence.sources)
          return Requirement.reference(reference)
        }
        model.components[index].requires = .group(RequirementGroup(.all, needs))
      }
    }
    let assessment = try judge(unsure, "nl-vitaal-2015", ["nafin"])
    let cascade = try #require(assessment.findings.first { $0.criterion.id == "nl-a-cas" })
    #expect(cascade.verdict == .undetermined)
    #expect(cascade.possibleAt == 0 && cascade.at == nil)
  }

  @Test func everyThresholdOf2015SaysThatNobodyOpenedASource() throws {
    let set = try Self.criteria("nl-vitaal-2015")
    #expect(set.criteria.allSatisfy { $0.evidence.basis == .assumed })
    #expect(set.note?.text(in: .english).contains("not checked in a source") == true)
    #expect(set.status == .legacy)
    let thresholds = set.criteria.compactMap { criterion -> CriterionThreshold? in
      guard case .test(let test) = criterion.condition else { return nil }
      return test.threshold
    }
    let expected: [Double] = [50e9, 0.05, 10_000, 1_000_000, 2, 5e9, 0.01, 1000, 100_000]
    #expect(thresholds == expected.map { CriterionThreshold.amount($0) })
  }

  /// Defence is excluded; a civil user is not, and of the police a person has to say.
  @Test func cerDoesNotApplyToDefence() throws {
    let shipped = try ShippedModel("nafin")
    #expect(try judge(shipped, "cer-article-7", ["nafin"]).isApplicable == false)
    #expect(try judge(shipped, "cer-article-7", ["mulan"]).isApplicable == false)
    #expect(try judge(shipped, "cer-article-7", ["eindhoven-airport"]).isApplicable == true)
    #expect(try judge(shipped, "cer-article-7", ["police"]).isApplicable == nil)
    let told = try judge(shipped, "cer-article-7", ["police"]) {
      $0.answers = ["acts-in-security": true]
    }
    #expect(told.isApplicable == false)
  }

  @Test func cerFactorsReportValuesAndDecideNothing() throws {
    let assessment = try judge(ShippedModel("nafin"), "cer-article-7", ["eindhoven-airport"])
    for finding in assessment.findings {
      #expect(finding.verdict == .undetermined, "\(finding.criterion.id)")
      #expect(finding.reason == .noThreshold || finding.reason == .unanswered)
    }
    let users = assessment.findings.first { $0.criterion.id == "cer-7a" }
    // Others may rest on it for all that is known: nobody wrote down what they need.
    #expect(users?.value?.range == ValueRange(20_000, .infinity))
  }

  /// The level by the regulation of a cloud service that is working, unless told otherwise.
  private func regulated(
    _ figures: [String: Double] = [:], _ answers: [String: Bool] = [:], after: TimeSpan? = nil
  ) throws -> String {
    var told = [
      "named-provider": true, "scheduled-maintenance": false, "is-cloud": true,
      "is-managed": false, "completely-unavailable": false, "ir-3b": false, "ir-3c": false,
      "ir-3d": false, "ir-3e": false, "compromised": false,
    ]
    told.merge(answers) { $1 }
    var given = [
      "recurring-incidents": 0, "recurring-loss": 0, "direct-loss": 0, "turnover": 1e9,
      "union-users": 1e9,
    ]
    given.merge(figures) { $1 }
    let model = try TestModel("  - {id: a, kind: consumer, users: 20000, requires: []}").compiled
    var question = VitalAssessment.Question(
      try model.seeds(["a"]), by: try Self.criteria("nis2-significant"))
    question.answers = told
    question.figures = given
    question.after = after
    let assessment = VitalAssessment(question, in: model)
    return assessment.isLevelUndetermined ? "open" : assessment.level ?? "none"
  }

  @Test func lossesOfTheRegulation() throws {
    #expect(try regulated(["direct-loss": 500_000]) == "none")
    #expect(try regulated(["direct-loss": 500_001]) == "significant")
    #expect(try regulated(["direct-loss": 50_000, "turnover": 1e6]) == "none")
    #expect(try regulated(["direct-loss": 50_001, "turnover": 1e6]) == "significant")
    #expect(try regulated([:], ["ir-3c": true]) == "significant")
    #expect(try regulated([:], ["ir-3c": true, "named-provider": false]) == "none")
    let often = { (count: Double) in ["recurring-incidents": count, "recurring-loss": 500_001] }
    #expect(try regulated(often(2)) == "significant")
    #expect(try regulated(often(1)) == "none")
  }

  @Test func unavailabilityOfTheRegulation() throws {
    let half = try #require(TimeSpan(seconds: 1800))
    let down = ["completely-unavailable": true]
    #expect(try regulated([:], down, after: half) == "none")
    #expect(try regulated([:], down, after: half + half) == "significant")
    #expect(try regulated([:], down) == "open")
    let planned = ["completely-unavailable": true, "scheduled-maintenance": true]
    #expect(try regulated([:], planned, after: .hours(9)) == "none")
  }

  /// 20,000 users: more than 5% of 399,999 users, not of 400,000.
  @Test func usersOfTheRegulation() throws {
    let many = ["union-users": 399_999.0]
    #expect(try regulated(many, after: .hours(2)) == "significant")
    #expect(try regulated(["union-users": 400_000], after: .hours(2)) == "none")
    #expect(try regulated(many, after: .hours(1)) == "none")
    let managed = ["is-cloud": false, "is-managed": true]
    #expect(try regulated(many, managed, after: .hours(2)) == "significant")
    #expect(try regulated(many, ["is-cloud": false], after: .hours(2)) == "none")
  }

  // MARK: - The example

  @Test func theExampleUsesEveryConstruct() throws {
    let set = try Self.criteria("voorbeeld-eigen")
    let tests = set.criteria.compactMap { criterion -> CriterionTest? in
      if case .test(let test) = criterion.condition { test } else { nil }
    }
    #expect(Set(tests.map(\.comparison)) == Set(CriterionTest.Comparison.allCases))
    #expect(tests.contains { $0.within != nil } && tests.contains { $0.threshold == nil })
    #expect(tests.contains { $0.countsDegraded != nil } && tests.contains(where: \.isUpperBound))
    let text = try Fixture.text("models/criteria/voorbeeld-eigen.yaml")
    for word in [
      "smaller-of", "larger-of", "any-of", "all-of", "at-least: 2", "not:", "in: [", "not-in",
      "except", "question", "rule: [", "unit", "% of turnover", "figure:", "until",
    ] {
      #expect(text.contains(word), "\(word)")
    }
  }

  @Test func theExampleJudgesTheCoreOfTheExampleModel() throws {
    let assessment = try judge(ShippedModel("voorbeeld"), "voorbeeld-eigen", ["kernroutering"]) {
      $0.answers = ["planned": false]
      $0.figures = ["turnover": 30e6]
    }
    #expect(assessment.isApplicable == true && assessment.validity == .valid)
    let found = verdicts(assessment)
    #expect(found["many-people"] == .met && found["costly"] == .met && found["sectors"] == .met)
    #expect(found["vital"] == .notMet && found["organisations"] == .undetermined)
    #expect(assessment.findings.first { $0.criterion.id == "costly" }?.at == 28_800.0)
    #expect(assessment.level == nil && assessment.levelAtLeast == "oranje")
    #expect(
      assessment.cascade.others.map(\.id) == [
        "digital-government", "health", "public-administration", "public-order",
      ])
    #expect(assessment.cascade.others.allSatisfy { $0.order == 1 })
  }
}
