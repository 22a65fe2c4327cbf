import Foundation
import Testing

@testable import DepGraph

@Suite struct SpofCommandTests {
  private let folder: TemporaryFolder
  private let model: String

  init() throws {
    folder = try TemporaryFolder()
    let text = """
      depgraph: 1
      basis: fictional
      language: en
      parties: [{id: maker, name: Maker}]
      components:
        - {id: r1, kind: network-element, name: R1, requires: [], shares: {software: x}, product-of: maker}
        - {id: r2, kind: network-element, name: R2, requires: [], shares: {software: x}, product-of: maker}
        - {id: core, kind: service, name: Core, requires: [{any: [r1, r2]}]}
        - {id: desk, kind: consumer, name: Desk, requires: [core]}
        - {id: safe, kind: consumer, name: Safe, requires: [{any: [core, spare]}]}
        - {id: spare, kind: service, name: Spare, requires: []}
      """
    model = try folder.write("pair.yaml", Array(text.utf8))
  }

  private func result(_ arguments: String...) throws -> [String: Any] {
    let run = try CommandRun(
      shell: "depgraph spof \(([model] + arguments).joined(separator: " ")) --format json")
    #expect(run.status == 0, "\(run.errors)")
    let read = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    let object = try #require(read as? [String: Any])
    return try #require(object["result"] as? [String: Any])
  }

  private func list(_ value: Any?) throws -> [[String: Any]] {
    try #require(value as? [[String: Any]])
  }

  @Test func theKeysOfTheReference() throws {
    let result = try result()
    let targets = try list(result["targets"])
    #expect(targets.map { $0["id"] as? String } == ["desk", "safe"])
    #expect(targets.map { $0["robustness"] as? Int } == [1, 2])
    #expect(targets.map { $0["robustnessAtLeast"] as? Int } == [1, 2])
    let spofs = try list(targets[0]["spofs"])
    #expect(spofs.map { $0["id"] as? String } == ["core", "software:x"])
    #expect(spofs.map { $0["type"] as? String } == ["component", "common-cause"])
    #expect(spofs.allSatisfy { $0["verdict"] as? String == "certain" })
    let ranking = try list(result["ranking"])
    #expect(ranking.first?["id"] as? String == "software:x")
    #expect(ranking.first?["consumers"] as? Int == 1)
    let groups = try list(result["groups"])
    #expect(groups.map { $0["id"] as? String } == ["supplier:maker"])
    #expect(groups.first?["targets"] as? [String] == ["desk"])
    let redundancy = try list(result["falseRedundancy"])
    #expect(redundancy.map { $0["id"] as? String } == ["core"])
    #expect(redundancy.first?["group"] as? String == "requires/1/any")
    #expect(redundancy.first?["causes"] as? [String] == ["software:x"])
    #expect(try list(result["network"]).isEmpty)
  }

  @Test func targetsCanBeNamed() throws {
    let result = try result("--for", "safe")
    #expect(try list(result["targets"]).map { $0["id"] as? String } == ["safe"])
    #expect(try list(result["ranking"]).isEmpty)
    // Components other than users can be asked about too.
    let core = try self.result("--for", "core")
    #expect(try list(core["targets"]).map { $0["robustness"] as? Int } == [1])
  }

  @Test func groupsOfEveryKindOnRequest() throws {
    let groups = try list(try result("--groups")["groups"])
    #expect(groups.map { $0["id"] as? String } == ["supplier:maker"])
  }

  /// A common cause falls with nothing: to answer about it would be to answer about nobody.
  @Test func aCommonCauseIsNoTarget() throws {
    let run = try CommandRun("spof", model, "--for", "software:x")
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.errors.contains("`software:x` names no component"))
  }

  @Test func theGateFires() throws {
    #expect(try CommandRun("spof", model, "--fail-on", "certain").status == 1)
    #expect(try CommandRun("spof", model, "--for", "safe", "--fail-on", "possible").status == 0)
    #expect(try CommandRun("spof", model, "--for", "nobody").status == 2)
  }
}
