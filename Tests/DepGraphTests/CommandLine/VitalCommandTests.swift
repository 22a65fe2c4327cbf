import Foundation
import Testing

@testable import DepGraph

@Suite struct VitalCommandTests {
  private let nafin = SourceTree.root.appendingPathComponent("models/nafin/nafin.yaml").path
  private let example = SourceTree.root.appendingPathComponent("models/voorbeeld/voorbeeld.yaml")
    .path

  private func criteria(_ name: String) -> String {
    SourceTree.root.appendingPathComponent("models/criteria/\(name).yaml").path
  }

  private func result(_ run: CommandRun) throws -> [String: Any] {
    let read = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    #expect(read?["command"] as? String == "vital")
    return try #require(read?["result"] as? [String: Any])
  }

  @Test func itAnswersInJSONWithTheKeysOfTheSpecification() throws {
    let run = try CommandRun(
      "vital", nafin, "--criteria", criteria("nl-vitaal-2015"), "--degraded-counts", "--format",
      "json")
    #expect(run.status == 0, "\(run.errors)")
    let result = try result(run)
    #expect(result["subject"] as? [String] == ["nafin"])
    #expect(result["applicable"] as? Bool == true)
    #expect(result["level"] as? String == "A")
    #expect(result["status"] as? String == "not-designated")
    #expect((result["decision"] as? [String: Any])?["date"] as? String == "2025-09-22")
    let found = try #require(result["criteria"] as? [[String: Any]])
    for criterion in found {
      for key in ["id", "verdict", "value", "threshold", "at", "missing", "evidence", "basis"] {
        #expect(criterion[key] != nil, "\(key)")
      }
    }
    let cascade = try #require(found.first { $0["id"] as? String == "nl-a-cas" })
    #expect(cascade["verdict"] as? String == "met" && cascade["at"] as? Int == 0)
    let evidence = try #require(cascade["evidence"] as? [String])
    #expect(evidence.first == "nafin" && evidence.contains("eindhoven-air-traffic-control"))
  }

  @Test func theVerdictComesFirst() throws {
    let run = try CommandRun(
      "vital", nafin, "--criteria", criteria("nl-vitaal-2015"), "--lang", "en")
    let words = run.output.split { $0.isWhitespace }.joined(separator: " ")
    #expect(words.contains("= Which level holds cannot be told"))
    // The choice that decides it is shown without asking.
    #expect(words.contains("(--degraded-counts): Level A is reached, by A: cascade effects"))
    #expect(run.output.contains("Status: not designated as vital."))
    #expect(run.output.contains("22 September 2025"))
    #expect(run.output.contains("thresholds were not checked in a source that was opened"))
  }

  @Test func gatesFire() throws {
    let asked = ["vital", nafin, "--criteria", criteria("nl-vitaal-2015"), "--fail-on"]
    func status(_ gate: String, _ more: String = "") throws -> Int32 {
      try CommandRun(shell: "depgraph \((asked + [gate]).joined(separator: " ")) \(more)").status
    }
    #expect(try status("A") == 1)
    #expect(try status("met") == 0)
    #expect(try status("met", "--degraded-counts") == 1)
    #expect(try status("C") == 64)
    // 112 stands on nothing that is known to fall with it: no level for certain, none ruled out.
    #expect(try status("undetermined", "--subject time-component-a") == 1)
    #expect(try status("met", "--subject time-component-a") == 0)
  }

  @Test func answersAndFiguresAreChecked() throws {
    let run = try CommandRun(
      "vital", example, "--criteria", criteria("voorbeeld-eigen"), "--subject", "kernroutering",
      "--answer", "plannd=no", "unrest=perhaps")
    #expect(run.status == 2)
    #expect(run.errors.contains("`planned`") && run.errors.contains("unrest=perhaps"))
    let given = try CommandRun(
      "vital", example, "--criteria", criteria("voorbeeld-eigen"), "--subject", "kernroutering",
      "--given", "turnover=30m")
    #expect(given.status == 2 && given.errors.contains("EUR"))
  }

  @Test func aGivenFigureDecides() throws {
    func costly(_ turnover: String) throws -> String? {
      let run = try CommandRun(
        "vital", example, "--criteria", criteria("voorbeeld-eigen"), "--subject", "kernroutering",
        "--given", "turnover=\(turnover)", "--answer", "planned=no", "--format", "json")
      let found = try result(run)["criteria"] as? [[String: Any]]
      return found?.first { $0["id"] as? String == "costly" }?["verdict"] as? String
    }
    #expect(try costly("30 M EUR") == "met")
  }

  @Test func twoAssessmentsStandSideBySide() throws {
    let run = try CommandRun(
      "vital", example, "--criteria", criteria("voorbeeld-eigen"), "--subject", "kernroutering",
      "--against-subject", "opslag", "--format", "json")
    let result = try result(run)
    let against = try #require(result["against"] as? [String: Any])
    #expect(against["subject"] as? [String] == ["opslag"])
    let differences = try #require(result["differences"] as? [[String: Any]])
    #expect(differences.contains { $0["id"] as? String == "sectors" })
    let text = try CommandRun(
      "vital", nafin, "--criteria", criteria("nl-vitaal-2015"), "--against-model", example,
      "--against-subject", "kernroutering", "--lang", "en")
    #expect(text.status == 0 && text.output.contains("Side by side"), "\(text.errors)")
    let other = try CommandRun(
      "vital", nafin, "--criteria", criteria("nl-vitaal-2015"), "--against-criteria",
      criteria("cer-article-7"), "--lang", "en")
    #expect(other.status == 0 && other.output.contains("not applicable"), "\(other.errors)")
  }

  @Test func badCriteriaAreAMistakeInTheInput() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "bad.yaml",
      Array("depgraph-criteria: 1\nid: bad\ncriteria: [{id: a, measure: peopel}]\n".utf8))
    let run = try CommandRun("vital", nafin, "--criteria", path)
    #expect(run.status == 2)
    #expect(run.errors.contains("bad.yaml:3:") && run.errors.contains("did you mean `people`?"))
    #expect(try CommandRun("vital", nafin, "--criteria", folder.path + "/none.yaml").status == 74)
  }

  @Test func everyFormIsGiven() throws {
    for (format, beginning) in [("csv", "id,verdict,measure"), ("md", "# NAFIN")] {
      let run = try CommandRun(
        "vital", nafin, "--criteria", criteria("nl-vitaal-2015"), "--format", format)
      #expect(run.status == 0 && run.output.hasPrefix(beginning), "\(run.output.prefix(80))")
    }
    let schema = try CommandRun("schema", "criteria")
    #expect(schema.output.contains("\"depgraph-criteria\""))
  }
}
