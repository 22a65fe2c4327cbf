import Foundation
import Testing

@testable import DepGraph

@Suite struct CommandLineTests {
  private let folder: TemporaryFolder
  private let model: String
  private let broken: String

  init() throws {
    folder = try TemporaryFolder()
    model = try folder.write("net.yaml", Array(TestNetwork.text.utf8))
    let mistakes = "depgraph: 1\nbasis: fictional\ncomponents:\n  - id: a\n    requires: [b, c]\n"
    broken = try folder.write("broken.yaml", Array(mistakes.utf8))
  }

  // MARK: - Results

  @Test(arguments: [
    "blast", "why", "register", "coldstart", "spof", "validate", "sectors", "worst", "harden",
  ])
  func everyCommandAnswersInJSON(command: String) throws {
    let rest = ["blast": ["kern"], "why": ["loket", "kern"]][command, default: []]
    let arguments = ([command] + (command == "sectors" ? [] : [model]) + rest)
      .joined(separator: " ")
    let first = try CommandRun(shell: "depgraph \(arguments) --format json")
    let second = try CommandRun(shell: "depgraph \(arguments) --format json")
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output == second.output)
    let read = try JSONSerialization.jsonObject(with: Data(first.output.utf8))
    let object = try #require(read as? [String: Any])
    #expect(object["schema"] as? String == "depgraph/1")
    #expect(object["command"] as? String == command)
    #expect(object["complete"] as? Bool == true)
    #expect(object["result"] is [String: Any])
  }

  @Test func theLanguageIsTheModelsUnlessAskedOtherwise() throws {
    let dutch = try CommandRun("blast", model, "kern")
    #expect(dutch.output.hasPrefix("Gevolgen van uitval: Kern (kern)\n"))
    let english = try CommandRun("blast", model, "kern", "--lang", "en")
    #expect(english.output.hasPrefix("Effects of an outage: Core (kern)\n"))
    let machine = try CommandRun("blast", model, "kern", "--format", "json", "--lang", "en")
    #expect(machine.output == (try CommandRun("blast", model, "kern", "--format", "json")).output)
  }

  @Test func resultsGoToStandardOutputAndMessagesToStandardError() throws {
    let run = try CommandRun("blast", model, "kern", environment: ["LC_ALL": "nl_NL.UTF-8"])
    #expect(run.errors.hasPrefix("depgraph: "))
    #expect(run.errors.contains("over het model; zie depgraph validate \(model)"))
    #expect(run.errors.split(separator: "\n").count == 1)
    #expect(!run.output.contains("\u{1B}"))
  }

  @Test func theOutputFileIsWrittenInTheFormOfItsName() throws {
    for (name, start) in [("a.json", "{\n"), ("a.csv", "id,name,"), ("a.md", "# Gevolgen")] {
      let path = folder.path + "/" + name
      let run = try CommandRun("blast", model, "kern", "-o", path)
      #expect(run.status == 0 && run.output.isEmpty)
      #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix(start))
    }
  }

  @Test func calibrateComparesWithAScenario() throws {
    let scenario = """
      depgraph-scenario: 1
      start: 2026-05-01T10:00+02:00
      events: [{at: 0h, fail: [kern]}]
      observed: [{component: loket, state: down}]
      """
    let path = try folder.write("outage.yaml", Array(scenario.utf8))
    let run = try CommandRun("calibrate", model, "--observed", path, "--format", "json")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("\"knownBy\": \"2026-04-30\""))
    #expect(run.output.contains("\"hit\": [\"loket\"]"))
  }

  @Test func theNextFailureIsToldOnRequest() throws {
    let asked = try CommandRun("blast", model, "kern", "--next-failure", "--format", "json")
    #expect(
      asked.output.contains("{\n        \"id\": \"dubbel\",\n        \"causes\": [\"reserve\"]"))
    #expect(
      try CommandRun("blast", model, "kern", "--next-failure").output.contains("Reserve (reserve)"))
    let unasked = try CommandRun("blast", model, "kern", "--format", "json")
    #expect(unasked.output.contains("\"nextFailure\": null"))
  }

  @Test func theSchemaIsJSON() throws {
    let run = try CommandRun("schema")
    #expect(run.status == 0)
    let read = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    #expect((read as? [String: Any])?["$schema"] != nil)
  }

  @Test func staleFactsAreListedByOwner() throws {
    let run = try CommandRun(
      "validate", model, "--stale", "3mo", "--lang", "en",
      environment: ["SOURCE_DATE_EPOCH": "1780272000"])
    #expect(run.output.contains("Not checked for too long (11)"))
    let line = try #require(run.output.split(separator: "\n").first { $0.contains(" kern ") })
    #expect(line.hasPrefix("Company B, south ") && line.contains("10 January 2026"))
  }

  // MARK: - Exit statuses

  @Test func aGateFiresOnlyWhenAskedFor() throws {
    #expect(try CommandRun("validate", model).status == 0)
    let run = try CommandRun("validate", model, "--fail-on", "warnings")
    #expect(run.status == 1)
    #expect(run.output.contains("geen fouten"))
  }

  @Test func mistakesEndWith2AndAreAllListed() throws {
    let checked = try CommandRun("validate", broken, "--lang", "en")
    #expect(checked.status == 2)
    #expect(checked.output.contains("\(broken):5:16: error:"))
    #expect(checked.output.contains("    requires: [b, c]\n"))
    #expect(checked.output.contains("\(broken):5:19: error:"))
    let asked = try CommandRun("blast", broken, "a")
    #expect(asked.status == 2 && asked.output.isEmpty)
    #expect(asked.errors.contains("2 errors; nothing was computed."))
    let machine = try CommandRun("validate", broken, "--format", "json")
    #expect(machine.status == 2 && machine.output.contains("\"valid\": false"))
  }

  @Test func unknownIdsEndWith2AndTheNearestName() throws {
    let run = try CommandRun("blast", model, "kernn", "los")
    #expect(run.status == 2)
    #expect(run.errors.contains("`kernn` names nothing in the model"))
    #expect(run.errors.contains("did you mean `kern`?"))
    #expect(try CommandRun("why", model, "lokett", "kern").status == 2)
    #expect(try CommandRun("register", model, "--of", "krn").status == 2)
  }

  @Test func wrongCommandLinesEndWith64() throws {
    for line in [
      "blast", "blast \(model)", "blast \(model) kern --after soon", "nonsense",
      "blast \(model) kern --format xml", "register \(model) --of kern --processes",
    ] {
      #expect(try CommandRun(shell: "depgraph \(line)").status == 64, "depgraph \(line)")
    }
  }

  @Test func unreadableFilesEndWith74() throws {
    let run = try CommandRun("blast", folder.path + "/none.yaml", "a")
    #expect(run.status == 74)
    #expect(run.errors.contains("there is no such file"))
    #expect(try CommandRun("validate", folder.path).status == 74)
  }

  @Test func helpAndVersionEndWith0() throws {
    let help = try CommandRun("--help")
    #expect(help.status == 0 && help.output.contains("depgraph blast model.yaml router-a"))
    for command in [
      "blast", "calibrate", "harden", "register", "schema", "sectors", "validate", "why", "worst",
    ] {
      let run = try CommandRun(command, "--help")
      let example = run.output.range(of: "Example: depgraph \(command)")
      let usage = run.output.range(of: "USAGE:")
      #expect(run.status == 0)
      #expect(try #require(example).lowerBound < (try #require(usage)).lowerBound)
    }
    #expect(try CommandRun("--version").output == DepGraphVersion.current + "\n")
    #expect(try CommandRun("--generate-completion-script", "bash").status == 0)
  }
}
