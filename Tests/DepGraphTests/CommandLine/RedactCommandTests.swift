import Foundation
import Testing

@testable import DepGraph

@Suite struct RedactCommandTests {
  private static let example = Fixture.root.appendingPathComponent(
    "models/voorbeeld/voorbeeld.yaml"
  ).path
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func files(_ name: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/\(name)").sorted()
  }

  @Test(arguments: ["nl", "en"]) func aPartnerGetsAnswers(language: String) throws {
    let out = "\(folder.path)/out"
    let run = try CommandRun(
      "redact", Self.example, "--audience", "partner:meldkamerdienst", "--output", out, "--key",
      "\(folder.path)/secret.key", "--lang", language)
    #expect(run.status == 0, "\(run.errors)")
    #expect(try files("out") == ["answers.csv", "answers.json", "index.html", "neighbourhood.svg"])
    let text = try String(contentsOfFile: "\(out)/answers.json", encoding: .utf8)
    let read = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let result = try #require(read?["result"] as? [String: Any])
    #expect(result["audience"] as? String == "partner")
    #expect((result["own"] as? [Any])?.count == 4)
    let scenarios = try #require(result["scenarios"] as? [[String: Any]])
    #expect(
      scenarios.map { $0["id"] as? String } == ["routersoftware", "stroom-noord", "graafschade"])
    // Planted answer of the model: of the control rooms only the north falls with the software.
    let states = try #require(scenarios[0]["components"] as? [[String: Any]])
    #expect(
      states.map { $0["state"] as? String } == [
        "down", "none", "none", "reduced-redundancy",
      ])
    #expect(read?["stamp"] is String && read?["model"] is NSNull)
    for file in try files("out") {
      let text = try String(contentsOfFile: "\(out)/\(file)", encoding: .utf8)
      for hidden in [
        "Ringknoop N4", "Ring node N4", "Huurlijn", "Leased line", "router-os-7", "kern-1",
      ] {
        #expect(!text.contains(hidden), "\(file): \(hidden)")
      }
    }
    #expect(text.contains("component-"))
    // The same key gives the same bytes, and an earlier folder is replaced.
    let again = try CommandRun(
      "redact", Self.example, "--audience", "partner:meldkamerdienst", "--output", out, "--key",
      "\(folder.path)/secret.key", "--lang", language)
    #expect(again.status == 0, "\(again.errors)")
    #expect(try String(contentsOfFile: "\(out)/answers.json", encoding: .utf8) == text)
    #expect(try files("").sorted() == ["out", "secret.key"])
  }

  @Test func everybodyGetsFigures() throws {
    let out = "\(folder.path)/open"
    let run = try CommandRun(
      "redact", Self.example, "--audience", "public", "--output", out, "--suppress-below", "4")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try files("open") == ["figures.csv", "figures.json", "index.html"])
    let page = try String(contentsOfFile: "\(out)/index.html", encoding: .utf8)
    #expect(page.contains("vastgesteld door:\u{A0}____") && !page.contains("Voorbeeldland"))
    let check = try CommandRun(
      "redact", Self.example, "--audience", "public", "--check", out)
    #expect(check.status == 0, "\(check.errors)")
    try Data("zie kernroutering, bij Ringknoop N1 (West)".utf8).write(
      to: URL(fileURLWithPath: "\(out)/extra.txt"))
    let leak = try CommandRun("redact", Self.example, "--audience", "public", "--check", out)
    #expect(leak.status == 2)
    #expect(leak.errors.contains("extra.txt") && leak.errors.contains("Kernroutering"))
    // A folder with a file of somebody else's is left alone.
    let refused = try CommandRun("redact", Self.example, "--audience", "public", "--output", out)
    #expect(refused.status == 74 && refused.errors.contains("extra.txt"))
  }

  @Test func whereSomethingLeaksNothingIsLeftInPlace() throws {
    // A hidden name that is like a heading of the page: the check cannot tell them apart.
    let model = try folder.write(
      "m.yaml",
      Array(
        """
        depgraph: 1
        language: nl
        marking: {class: ONGERUBRICEERD, tlp: GREEN}
        parties: [{id: we, name: Wij}]
        sources: [{id: opslag-van-kritiek, title: Storing}]
        components:
          - {id: ours, name: Wat van ons is, kind: service, owner: we, requires: []}
          - {id: geheimenis, name: Uw onderdelen, kind: site, marking: {tlp: RED}}
        """.utf8))
    let out = "\(folder.path)/out"
    let arguments = [
      "redact '\(model)' --audience partner:we --output '\(out)' --key '\(folder.path)/k'"
    ]
    let run = try CommandRun(shell: "depgraph \(arguments[0])")
    #expect(run.status == 2, "\(run.errors)")
    #expect(run.errors.contains("Uw onderdelen"))
    #expect(try files("").sorted() == ["k", "m.yaml"])
    let known = try CommandRun(shell: "depgraph \(arguments[0]) --known-word 'Uw onderdelen'")
    #expect(known.status == 0, "\(known.errors)")
  }

  @Test func whatCannotBeMeantIsRefused() throws {
    let out = "\(folder.path)/out"
    let inside = try CommandRun(
      "redact", Self.example, "--audience", "partner:meldkamerdienst", "--output", out, "--key",
      "\(out)/secret.key")
    #expect(inside.status == 64 && inside.errors.contains("key"))
    let keyless = try CommandRun(
      "redact", Self.example, "--audience", "partner:meldkamerdienst", "--output", out)
    #expect(keyless.status == 64)
    let unknown = try CommandRun(
      "redact", Self.example, "--audience", "partner:meldkamerdiens", "--output", out, "--key",
      "\(folder.path)/k")
    #expect(unknown.status == 2 && unknown.errors.contains("did you mean `meldkamerdienst`?"))
    let strange = try CommandRun(
      "redact", Self.example, "--audience", "partner:meldkamerdienst", "--output", out, "--key",
      "\(folder.path)/k", "--scenario", "graafschad")
    #expect(strange.status == 2 && strange.errors.contains("did you mean `graafschade`?"))
    #expect(!FileManager.default.fileExists(atPath: out))
  }
}
