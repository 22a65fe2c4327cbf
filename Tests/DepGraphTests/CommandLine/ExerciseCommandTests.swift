import Foundation
import Testing

@testable import DepGraph

@Suite struct ExerciseCommandTests {
  private let folder: TemporaryFolder
  private let scenario: String

  init() throws {
    folder = try TemporaryFolder()
    _ = try folder.write(
      "model.yaml",
      Array(
        """
        depgraph: 1
        basis: fictional
        language: nl
        parties: [{id: mender}]
        contracts:
          - {id: sla, provider: mender, covers: [power], targets: [{restore-within: 1h, nature: guaranteed, clock-from: start}]}
        components:
          - {id: power, name: Stroom, kind: power}
          - {id: node, name: Knoop, requires: [{ref: power, holdup: 1h}], restart: 10m}
          - {id: portal, name: Portaal, kind: process, requires: [node], rto: 30m}

        """.utf8))
    scenario = try folder.write(
      "night.yaml",
      Array(
        """
        depgraph-scenario: 1
        name: Nacht
        model: model.yaml
        start: 2026-06-05T12:00+02:00
        events: [{at: 0s, fail: power}, {at: 2h, restore: power}]
        expect: [{component: portal, back-by: 2h10m}, {component: node, state: up, at: 90m}]

        """.utf8))
  }

  @Test func itAnswersInJSONWithTheKeysOfTheSpecification() throws {
    let run = try CommandRun("exercise", scenario, "--format", "json")
    #expect(run.status == 0, "\(run.errors)")
    let read = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let result = try #require(read?["result"] as? [String: Any])
    let timeline = try #require(result["timeline"] as? [[String: Any]])
    #expect(timeline.map { $0["at"] as? Int } == [0, 3600, 3600, 7200, 7800, 7800])
    #expect(timeline.map { $0["state"] as? String } == ["down", "down", "down", "up", "up", "up"])
    #expect(timeline.first?["event"] as? String == "fail")
    let outages = try #require(result["outages"] as? [[String: Any]])
    #expect(outages.map { $0["id"] as? String } == ["power", "node", "portal"])
    #expect(outages.map { $0["duration"] as? Int } == [7200, 4200, 4200])
    #expect(outages.map { $0["target"] as? Int } == [3600, nil, 1800])
    #expect(outages.map { $0["overrun"] as? Int } == [3600, nil, 2400])
    #expect(outages.map { $0["nature"] as? String } == ["guaranteed", nil, nil])
    #expect(outages.map { $0["breach"] as? Bool } == [true, false, false])
    let expectations = try #require(result["expectations"] as? [[String: Any]])
    #expect(expectations.map { $0["met"] as? Bool } == [true, false])
    #expect(expectations.map { $0["observed"] as? String } == [nil, "down"])
    #expect((result["score"] as? [String: Any])?["met"] as? Int == 1)
  }

  @Test func gatesFire() throws {
    #expect(try CommandRun("exercise", scenario, "--fail-on", "expectations").status == 1)
    #expect(try CommandRun("exercise", scenario, "--fail-on", "breach").status == 1)
    #expect(try CommandRun("exercise", scenario).status == 0)
  }

  @Test func itSpeaksBothLanguages() throws {
    let dutch = try CommandRun("exercise", scenario).output
    #expect(dutch.hasPrefix("Scenario afgespeeld: Nacht\n"))
    #expect(dutch.contains("contractbreuk"))
    #expect(dutch.contains("5 jun 14:10"))
    let english = try CommandRun("exercise", scenario, "--lang", "en").output
    #expect(english.hasPrefix("Scenario played: Nacht\n"))
    #expect(english.contains("a breach of contract"))
  }

  @Test func itDrawsBars() throws {
    let path = folder.path + "/bars.svg"
    let run = try CommandRun("exercise", scenario, "--gantt", path)
    #expect(run.status == 0, "\(run.errors)")
    let svg = try String(contentsOfFile: path, encoding: .utf8)
    #expect(svg.contains("<svg"))
    #expect(svg.contains("Portaal"))
  }

  @Test func itMakesAKit() throws {
    let path = folder.path + "/kit"
    let run = try CommandRun("exercise", scenario, "--kit", path, "--hide-cause")
    #expect(run.status == 0, "\(run.errors)")
    let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    #expect(
      names == [
        "leader-injects.csv", "leader.html", "leader.txt", "players.html", "players.txt",
        "score.html", "score.txt",
      ])
    let players = try String(contentsOfFile: path + "/players.txt", encoding: .utf8)
    #expect(players.contains("Portaal"))
    #expect(!players.contains("Stroom"))
    #expect(try CommandRun("exercise", scenario, "--hide-cause").status == 64)
  }

  @Test func aModelIsNeeded() throws {
    let alone = try folder.write("alone.yaml", Array("depgraph-scenario: 1\nevents: []\n".utf8))
    #expect(try CommandRun("exercise", alone).status == 64)
    let run = try CommandRun("exercise", alone, "--model", folder.path + "/model.yaml")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("valt niets uit"))
  }

  @Test func aScenarioIsMadeAndPlayed() throws {
    let made = folder.path + "/sub/made.yaml"
    try FileManager.default.createDirectory(
      atPath: folder.path + "/sub", withIntermediateDirectories: true)
    let model = folder.path + "/model.yaml"
    let first = try CommandRun("scenario", model, "--seed", "5", "-o", made)
    #expect(first.status == 0, "\(first.errors)")
    let text = try String(contentsOfFile: made, encoding: .utf8)
    #expect(text.contains("model: \"../model.yaml\""))
    #expect(text.hasPrefix("# "))
    _ = try CommandRun("scenario", model, "--seed", "5", "-o", made)
    #expect(try String(contentsOfFile: made, encoding: .utf8) == text)
    #expect(try CommandRun("exercise", made).status == 0)
    let worst = try CommandRun("scenario", model, "--worst", "--start", "2026-06-05T12:00Z")
    #expect(worst.output.contains("start: \"2026-06-05T12:00:00Z\""))
    #expect(try CommandRun("scenario", model).status == 64)
  }
}
