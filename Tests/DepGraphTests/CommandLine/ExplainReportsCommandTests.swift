import Foundation
import Testing

@testable import DepGraph

@Suite struct ExplainReportsCommandTests {
  private static let model = "models/voorbeeld/voorbeeld.yaml"

  @Test func itAnswersInJSON() throws {
    let run = try CommandRun(
      "explain-reports", Self.model, "--out", "telefonie", "intranet", "--working",
      "meldkamer-zuid", "--max-order", "1", "--format", "json")
    #expect(run.status == 0, "\(run.errors)")
    let read = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let result = try #require(read?["result"] as? [String: Any])
    let explanations = try #require(result["explanations"] as? [[String: Any]])
    let failed = explanations.compactMap { $0["failed"] as? [String] }
    // What both stand on, and is one thing: the table of single points in the model's README.
    #expect(Set(failed) == [["kernroutering"], ["tijddienst"], ["software:router-os-7"]])
    #expect(result["out"] as? [String] == ["intranet", "telefonie"])
    #expect((result["questions"] as? [[String: Any]])?.isEmpty == false)
    #expect(result["unexplained"] as? [String] == [])
  }

  @Test func peopleReadWhatMayHaveFailedAndWhatToAsk() throws {
    let run = try CommandRun(
      "explain-reports", Self.model, "--out", "kantoor", "--working", "telefonie", "--lang", "en")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("What may have failed"))
    #expect(run.output.contains("Ask next"))
    let dutch = try CommandRun("explain-reports", Self.model, "--out", "kantoor")
    #expect(dutch.output.contains("Vraag nu het eerst"))
  }

  @Test func reportsThatContradictEachOtherAreAMistake() throws {
    let run = try CommandRun(
      "explain-reports", Self.model, "--out", "telefonie", "--working", "telefonie")
    #expect(run.status == 2)
    #expect(run.errors.contains("reported both out and working: telefonie"))
    #expect(try CommandRun("explain-reports", Self.model).status == 64)
  }

  @Test func selectorsThatNameNobodyAreSaidAndNoReports() throws {
    let folder = try TemporaryFolder()
    let model = try folder.write(
      "one.yaml", Array("depgraph: 1\ncomponents: [{id: a, requires: []}]\n".utf8))
    let run = try CommandRun("explain-reports", model, "--out", "kind:channel", "--lang", "en")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("Nothing is reported out"))
    #expect(run.output.contains("Names no component of this model: kind:channel"))
    #expect(!run.output.contains("a report is wrong"))
  }
}
