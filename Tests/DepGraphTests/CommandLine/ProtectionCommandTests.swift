import Foundation
import Testing

@testable import DepGraph

@Suite struct ProtectionCommandTests {
  private let folder: TemporaryFolder
  private let model: String

  init() throws {
    folder = try TemporaryFolder()
    let text = "depgraph: 1\nbasis: fictional\nlanguage: nl\ncomponents:\n"
    model = try folder.write(
      "protection.yaml", Array((text + ProtectionNeedsTests.components + "\n").utf8))
  }

  @Test func itAnswersInJSON() throws {
    let run = try CommandRun("protection", model, "--format", "json")
    #expect(run.status == 0, "\(run.errors)")
    let read = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let result = try #require(read?["result"] as? [String: Any])
    #expect(result["cumulateFrom"] as? Int == 3)
    let needs = try #require(result["needs"] as? [[String: Any]])
    let core = try #require(
      needs.first {
        $0["component"] as? String == "core" && $0["goal"] as? String == "availability"
      })
    #expect(core["stated"] as? String == "high")
    #expect(core["inherited"] as? String == "very-high")
    #expect(core["way"] as? [String] == ["crisis", "phone", "core"])
    #expect(core["verdict"] as? String == "too-low")
  }

  @Test func itSpeaksBothLanguages() throws {
    let dutch = try CommandRun("protection", model)
    #expect(dutch.status == 0, "\(dutch.errors)")
    #expect(dutch.output.contains("bij 2 is minder vastgelegd dan wat er geërfd wordt"))
    #expect(dutch.output.contains("te laag, tenzij"))
    #expect(dutch.output.contains("hoog tot zeer hoog"))
    let english = try CommandRun("protection", model, "--lang", "en")
    #expect(english.output.contains("Crisis team → phone"))
    #expect(english.output.contains("not known"))
  }

  @Test func oneUserIsNoCumulation() throws {
    let run = try CommandRun("protection", model, "--cumulate-from", "1")
    #expect(run.status == 64)
  }
}
