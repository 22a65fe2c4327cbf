import Foundation
import Testing

@testable import DepGraph

@Suite struct CheckCommandTests {
  private let model = Fixture.root.appendingPathComponent("models/voorbeeld/voorbeeld.yaml").path

  @Test func theBaselineIsFoundByName() throws {
    let run = try CommandRun("check", model, "--rules", "bio2", "--format", "json")
    #expect(run.status == 0, "\(run.errors)")
    let read = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let result = try #require(read?["result"] as? [String: Any])
    let controls = try #require(result["controls"] as? [[String: Any]])
    #expect(controls.compactMap { $0["id"] as? String }.first == "5.09.01")
    let redundancy = try #require(controls.first { $0["id"] as? String == "8.14" })
    let checks = try #require(redundancy["checks"] as? [[String: Any]])
    // Planted: one software release in both core routers.
    #expect((checks.first?["against"] as? [String])?.contains("kernroutering") == true)
    #expect((checks.first?["missing"] as? [String])?.contains("meldkamer-oost") == true)
  }

  @Test func itIsNoJudgementOfCompliance() throws {
    let dutch = try CommandRun("check", model, "--rules", "bio2")
    #expect(dutch.status == 0, "\(dutch.errors)")
    #expect(dutch.output.contains("geen oordeel"))
    #expect(dutch.output.contains("Kernroutering"))
    let english = try CommandRun("check", model, "--rules", "bio2", "--lang", "en")
    #expect(english.output.contains("The model tells nothing about this."))
  }

  @Test func anOwnFileAndAGate() throws {
    let folder = try TemporaryFolder()
    let text = """
      depgraph-rules: 1
      id: own
      rules:
        - {id: r1, checks: [{check: redundancy-real}]}

      """
    let path = try folder.write("own.yaml", Array(text.utf8))
    let run = try CommandRun("check", model, "--rules", path, "--fail-on", "against")
    #expect(run.status == 1, "\(run.errors)")
    let bad = try folder.write(
      "bad.yaml", Array((text + "  - {id: r1, checks: [{check: plans-tested}]}\n").utf8))
    let failed = try CommandRun("check", model, "--rules", bad)
    #expect(failed.status == 2)
    #expect(failed.errors.contains("within"))
    #expect(failed.errors.contains("r1"))
    #expect(try CommandRun("check", model, "--rules", "no-such-rules").status == 74)
  }
}
