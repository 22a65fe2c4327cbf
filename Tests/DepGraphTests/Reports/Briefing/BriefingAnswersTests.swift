import Foundation
import Testing

@testable import DepGraph

/// Every analysis that a model has data for, made once.
@Suite struct BriefingAnswersTests {
  @Test(arguments: ["nafin", "voorbeeld"])
  func everyResultHasAReportAndNoNameStandsTwice(name: String) throws {
    let answers = try BriefedModel(shipped: name).answers
    for language in Language.allCases {
      let results = answers.results(language: language)
      let reports = answers.reports(language: language)
      #expect(results.map(\.name).sorted() == reports.map(\.name).sorted())
      #expect(Set(results.map(\.name)).count == results.count)
      #expect(results.allSatisfy { $0.isComplete })
      for (name, report) in reports {
        #expect(!report.keySentence.isEmpty, "\(name)")
        #expect(!report.data.columns.isEmpty, "\(name)")
      }
    }
    #expect(answers.found.obstacles.isEmpty, "\(answers.found.obstacles)")
  }

  @Test func theTeachingModelHasDataForEveryAnalysis() throws {
    let answers = try BriefedModel(shipped: "voorbeeld").answers
    #expect(
      answers.results(language: .english).map(\.name) == [
        "validate", "register", "users", "blast", "spof", "cutsets", "availability", "contracts",
        "suppliers", "vital-voorbeeld-eigen", "coldstart", "restore", "escalate",
        "escalate-software-storing", "plans", "measures", "questions", "harden", "protection",
        "exercise-software-storing",
      ])
    // An exercise is not an outage that was seen.
    #expect(answers.observedScenario == nil)
    #expect(answers.found.contracts?.question.observed == nil)
  }

  @Test func theRealOutageIsHeldAgainstContractsAndModel() throws {
    let answers = try BriefedModel(shipped: "nafin").answers
    let results = answers.results(language: .dutch)
    let contracts = try #require(results.first { $0.name == "contracts" })
    guard case .string(let observed)? = contracts.options["observed"] else {
      Issue.record("no observed scenario")
      return
    }
    #expect(observed.hasSuffix("models/nafin/scenarios/2024-08-27.yaml"))
    #expect(results.contains { $0.name == "calibrate-2024-08-27" && $0.command == "calibrate" })
  }

  @Test func withoutAnythingNamedTheWidestSingleFailureFails() throws {
    let model = try BriefedModel(TestNetwork.text)
    let answers = model.answers
    #expect(!answers.isFailureNamed)
    let widest = SoleFailures(in: model.compiled).widest
    #expect(answers.failure?.vertices == widest.map { [$0] })
    #expect(answers.failure?.written == ["kern"])
  }

  @Test func aModelWithoutUsersHasNoFailureAndStillAnswers() throws {
    let answers = try BriefedModel("depgraph: 1\nbasis: fictional\n").answers
    #expect(answers.failure == nil)
    #expect(answers.results(language: .dutch).map(\.name) == ["validate", "coldstart"])
    #expect(answers.reports(language: .dutch).map(\.name) == ["validate", "coldstart"])
  }

  @Test func anImpossibleScenarioStopsNothingElse() throws {
    var model = try BriefedModel(TestNetwork.text)
    var scenario = Scenario()
    var event = Scenario.Event(at: 0)
    event.fail = ["nobody"]
    scenario.events = [event]
    model.question.scenarios = [.init("night.yaml", scenario)]
    let found = model.answers.found
    #expect(found.runs.count == 1 && found.runs[0] == nil)
    let obstacle = try #require(found.obstacles.first)
    #expect(obstacle.command == "exercise" && obstacle.file == "night.yaml")
    #expect(obstacle.reason.contains("nobody"))
    #expect(found.blast != nil && found.singlePoints != nil && found.contracts != nil)
    let page = Briefing(model.answers, language: .english).page([])
    #expect(page.contains("What was not computed") && page.contains("night.yaml"))
  }

  @Test func workWithoutTimeIsSaidToBeCutOff() throws {
    var model = try BriefedModel(shipped: "voorbeeld")
    model.question.timeLimit = .zero
    let answers = model.answers
    let cut = answers.results(language: .english).filter { !$0.isComplete }.map(\.name)
    #expect(cut.contains("harden"))
    for result in answers.results(language: .english) where !result.isComplete {
      #expect(answers.envelope(of: result).json["complete"] == .bool(false))
    }
    let page = Briefing(answers, language: .english).page([])
    for name in cut { #expect(page.contains("<li>\(name): stopped after"), "\(name)") }
  }

  @Test func theMostCriticalUserComesByClassThenByWhatItBears() throws {
    let text = """
      depgraph: 1
      basis: fictional
      restore-classes: [{id: first, rank: 1}, {id: second, rank: 2}]
      components:
        - {id: core, kind: platform, requires: []}
        - {id: a, kind: process, requires: [core], restore-class: second, mtpd: 1h}
        - {id: b, kind: process, requires: [core], restore-class: first, mtpd: 9h}
        - {id: c, kind: process, requires: [core], restore-class: first, mtpd: 2h}
        - {id: d, kind: process, requires: [], restore-class: first, mtpd: 1h}
      """
    let answers = try BriefedModel(text, failing: ["core"]).answers
    let target = try #require(answers.found.cutSets?.question.target)
    #expect(answers.compiled.table.id(of: target) == "c")
  }

  @Test func filesGetPlainNames() throws {
    let answers = try BriefedModel(TestNetwork.text).answers
    #expect(answers.fileName("../a b/é&<x>.yaml") == "..-a-b----x-.yaml")
    #expect(BriefingQuestion.Read("models/x/night.v2.yaml", 1).stem == "night.v2")
  }
}
