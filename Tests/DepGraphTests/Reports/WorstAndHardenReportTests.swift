import Testing

@testable import DepGraph

/// What `worst` and `harden` print for the shipped models.
@Suite struct WorstAndHardenReportTests {
  @Test(arguments: ["voorbeeld", "nafin"]) func theWorstPairs(model: String) throws {
    // Without the digest of the files: a remark added to a model changes no answer.
    let compiled = try ShippedModel(model) { $0.digest = "" }.compiled
    let worst = WorstFailures(.init(order: 2, by: .users, count: 6), in: compiled)
    try GoldenText("Reports/worst-\(model)-nl.txt").expect(
      worst.report(in: compiled, language: .dutch).text())
    try GoldenText("Reports/worst-\(model)-en.txt").expect(
      worst.report(in: compiled, language: .english).text())
  }

  @Test(arguments: ["voorbeeld", "nafin"]) func theBestChanges(model: String) throws {
    let compiled = try ShippedModel(model) { $0.digest = "" }.compiled
    var question = Hardening.Question()
    question.count = 6
    question.weight = model == "nafin" ? .spofs : .people
    let hardening = Hardening(question, in: compiled)
    try GoldenText("Reports/harden-\(model)-nl.txt").expect(
      hardening.report(in: compiled, language: .dutch).text())
    try GoldenText("Reports/harden-\(model)-en.txt").expect(
      hardening.report(in: compiled, language: .english).text())
  }

  @Test func forMachines() throws {
    let compiled = try ShippedModel("voorbeeld").compiled
    let worst = WorstFailures(.init(order: 3, by: .people, count: 3), in: compiled)
    try GoldenText("Reports/worst.json").expect(worst.json(in: compiled).jsonText)
    try GoldenText("Reports/worst.csv").expect(worst.report(in: compiled, language: .dutch).csv)
    var question = Hardening.Question(for: try compiled.seeds(["kind:process"]).vertices)
    question.count = 12
    let hardening = Hardening(question, in: compiled)
    try GoldenText("Reports/harden.json").expect(hardening.json(in: compiled).jsonText)
    try GoldenText("Reports/harden.csv").expect(
      hardening.report(in: compiled, language: .dutch).csv)
  }

  /// The single points of failure of the model's README, counted; and what its first planted mistake
  /// costs.
  @Test func anotherReleaseInOneRouterOfThePair() throws {
    let compiled = try ShippedModel("voorbeeld").compiled
    var question = Hardening.Question()
    question.count = .max
    let hardening = Hardening(question, in: compiled)
    #expect(hardening.before == .init(singlePoints: 59, weight: 59, exposed: 9))
    let router = try #require(compiled.vertex(of: "kern-2"))
    let release = try #require(compiled.vertex(of: "software:router-os-7"))
    let option = hardening.options.first {
      $0.change == .ownValue(sharer: router, cause: release)
    }
    // It stops six consumers and processes.
    #expect(option?.after == .init(singlePoints: 53, weight: 53, exposed: 9))
  }

  @Test func everyMeasureAndWeightSpeaksBothLanguages() throws {
    let compiled = try ShippedModel("voorbeeld").compiled
    for language in [Language.dutch, .english] {
      let sentences = HarmMeasure.allCases.flatMap { measure in
        [0, 50].map { steps in
          var left = steps
          let worst = WorstFailures(.init(order: 2, by: measure, count: 1), in: compiled) { _ in
            left -= 1
            return left >= 0
          }
          return worst.report(in: compiled, language: language).keySentence
        }
      }
      try GoldenText("Reports/worst-sentences-\(language.rawValue).txt").expect(
        sentences.joined(separator: "\n") + "\n")
    }
  }

  @Test func nothingToCountGivesNothing() throws {
    let model = try TestModel("  - {id: a, kind: site}\n  - {id: b, kind: site, requires: [a]}")
    let worst = WorstFailures(.init(order: 2, by: .users), in: model.compiled)
    #expect(worst.sets.isEmpty && worst.isComplete && worst.bound == 0)
    let hardening = Hardening(.init(), in: model.compiled)
    #expect(hardening.options.isEmpty && hardening.isComplete)
    #expect(
      hardening.report(in: model.compiled, language: .english).keySentence
        == "The model knows no consumers or processes; there is nothing to harden.")
    let safe = try TestModel("  - {id: a, kind: site}\n  - {id: b, kind: process, requires: []}")
    #expect(
      Hardening(.init(), in: safe.compiled).report(in: safe.compiled, language: .english)
        .keySentence == "As far as is known there are no single points of failure.")
  }
}
