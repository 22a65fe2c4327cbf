import Foundation
import Testing

@testable import DepGraph

@Suite struct ColdStartCommandTests {
  private let folder: TemporaryFolder
  private let model: String

  init() throws {
    folder = try TemporaryFolder()
    let text = "depgraph: 1\nbasis: fictional\nlanguage: nl\ncomponents:\n"
    model = try folder.write(
      "start.yaml", Array((text + ColdStartReportTests.components + "\n").utf8))
  }

  @Test func itAnswersInJSONWithTheKeysOfTheSpecification() throws {
    let run = try CommandRun("coldstart", model, "--format", "json")
    #expect(run.status == 0, "\(run.errors)")
    let read = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    #expect(read?["command"] as? String == "coldstart")
    let result = try #require(read?["result"] as? [String: Any])
    #expect(result["blocked"] as? [String] == ["portal"])
    #expect((result["order"] as? [[String]])?.first?.contains("site:hal") == true)
    #expect(result["orderAfterBreakers"] as? [[String]] == [["disk", "portal"]])
    let deadlocks = try #require(result["deadlocks"] as? [[String: Any]])
    #expect(deadlocks.map { $0["components"] as? [String] } == [["disk", "login"]])
    #expect(deadlocks.map { $0["breakers"] as? [String] } == [["login"]])
    #expect(deadlocks.map { $0["exact"] as? Bool } == [true])
    let repairs = try #require(result["repairDeadlocks"] as? [[String: Any]])
    #expect(repairs.map { $0["components"] as? [String] } == [["core", "doors", "remote"]])
  }

  @Test func severalSeedsFail() throws {
    let run = try CommandRun(
      "coldstart", model, "--failed", "core", "doors", "--lang", "en", "--format", "json")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("\"options\": {\n    \"failed\": [\"core\", \"doors\"]"))
    let text = try CommandRun("coldstart", model, "--failed", "core", "doors")
    #expect(text.output.hasPrefix("Opstarten na volledige uitval, zonder "))
  }

  @Test func anUnknownSeedIsAMistakeInTheInput() throws {
    let run = try CommandRun("coldstart", model, "--failed", "corr")
    #expect(run.status == 2)
    #expect(run.errors.contains("core"))
  }

  @Test func itWritesAFile() throws {
    let path = folder.path + "/start.csv"
    #expect(try CommandRun("coldstart", model, "-o", path).status == 0)
    #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("id,name,kind,start,wave"))
  }

  @Test func itIsDrawn() throws {
    let run = try CommandRun("render", model, "--view", "coldstart", "--format", "dot")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("class=\"breaker\""))
    let failed = try CommandRun(
      "render", model, "core", "--view", "coldstart", "--format", "dot")
    #expect(failed.status == 0 && failed.output.contains("«core valt uit»"))
  }
}
