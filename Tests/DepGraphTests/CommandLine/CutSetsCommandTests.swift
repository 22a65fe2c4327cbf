import Foundation
import Testing

@testable import DepGraph

@Suite struct CutSetsCommandTests {
  private let folder: TemporaryFolder
  private let model: String

  init() throws {
    let text = """
      depgraph: 1
      basis: fictional
      language: en
      parties: [{id: maker, name: Maker}]
      components:
        - {id: r1, kind: network-element, requires: [], shares: {software: x}, product-of: maker, mttr: 1h}
        - {id: r2, kind: network-element, requires: [], shares: {software: x}, product-of: maker}
        - {id: core, kind: service, name: Core, requires: [{any: [r1, r2]}]}
        - {id: desk, kind: consumer, name: Desk, requires: [core]}
      """
    folder = try TemporaryFolder()
    model = try folder.write("pair.yaml", Array(text.utf8))
  }

  private func run(
    _ command: String, _ arguments: String, status: Int32 = 0
  ) throws -> [String: Any] {
    let run = try CommandRun(shell: "depgraph \(command) \(model) \(arguments) --format json")
    #expect(run.status == status, "\(run.errors)")
    let read = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    let object = try #require(read as? [String: Any])
    #expect(object["complete"] as? Bool == (status == 0))
    return try #require(object["result"] as? [String: Any])
  }

  @Test func theKeysOfTheReference() throws {
    let result = try run("cutsets", "desk")
    #expect(result["target"] as? String == "desk")
    #expect(result["count"] as? String == "3" && result["countAtLeast"] as? String == "3")
    #expect(result["byOrder"] as? [String: String] == ["1": "2", "2": "1"])
    #expect(result["countedUpTo"] is NSNull && result["larger"] as? Bool == false)
    #expect(result["truncated"] as? Bool == false && result["listed"] as? Int == 3)
    #expect(result["sets"] as? [[String]] == [["core"], ["software:x"], ["r1", "r2"]])
    let details = try #require(result["details"] as? [[String: Any]])
    #expect(details.map { $0["verdict"] as? String } == ["certain", "certain", "certain"])
    #expect(result["unknown"] as? [String] == [])
  }

  @Test func onlyWhatWasAskedFor() throws {
    let order = try run("cutsets", "desk --max-order 1")
    #expect(order["count"] as? String == "2" && order["countedUpTo"] as? Int == 1)
    #expect(order["truncated"] as? Bool == false && order["larger"] is NSNull)
    let counted = try run("cutsets", "desk --count-only")
    #expect(counted["count"] as? String == "3" && counted["listed"] as? Int == 0)
    #expect(counted["truncated"] as? Bool == true)
    let limited = try run("cutsets", "desk --limit 1")
    #expect(limited["sets"] as? [[String]] == [["core"]] && limited["truncated"] as? Bool == true)
  }

  @Test func aSpentBudgetIsSaid() throws {
    let result = try run("cutsets", "desk --max-nodes 1", status: 75)
    #expect(result["count"] is NSNull && result["countAtLeast"] as? String == "0")
    #expect(result["truncated"] is NSNull && result["countedUpTo"] as? Int == 0)
    let run = try CommandRun("cutsets", model, "desk", "--max-nodes", "1")
    #expect(run.status == 75 && run.errors.contains("--max-nodes"))
  }

  @Test func whatKeepsItUpAndWhatBringsItBack() throws {
    let paths = try run("pathsets", "desk")
    #expect(
      paths["sets"] as? [[String]] == [
        ["core", "r1", "software:x"], ["core", "r2", "software:x"],
      ])
    #expect(paths["failed"] == nil)
    let repairs = try run("pathsets", "desk --failed r1 r2")
    #expect(repairs["sets"] as? [[String]] == [["r1"], ["r2"]])
    #expect(repairs["failed"] as? [String] == ["r1", "r2"])
    let cheapest = try #require(repairs["cheapest"] as? [String: [String: Any]])
    #expect(cheapest["total"]?["set"] as? [String] == ["r1"])
    #expect(cheapest["longest"]?["longestTime"] as? Int == 3600)
    #expect(repairs["withoutTime"] as? [String] == ["r2"])
  }

  @Test(arguments: [
    ("dek", "did you mean `desk`?"), ("software:x", "names no component that could fall"),
    ("supplier:maker", "names 2 components where one is meant"),
  ])
  func aTargetIsOneComponent(name: String, message: String) throws {
    for command in ["cutsets", "pathsets"] {
      let run = try CommandRun(command, model, name)
      #expect(run.status == 2 && run.output.isEmpty)
      #expect(run.errors.contains(message), "\(run.errors)")
    }
  }

  @Test func inWords() throws {
    let dutch = try CommandRun("cutsets", model, "desk", "--lang", "nl")
    #expect(
      dutch.output.contains("Desk kan op 3 manieren uitvallen. Bij 2 daarvan is één ding al genoeg")
    )
    let table = try CommandRun("cutsets", model, "desk", "--format", "csv")
    #expect(table.output.contains("3,2,r1 r2,certain"))
    let back = try CommandRun("pathsets", model, "desk", "--failed", "r1", "r2")
    #expect(back.output.contains("repairing r1 brings Desk back"))
  }

  @Test func wrongCommandLines() throws {
    for wrong in [
      "cutsets \(model) desk --max-order 0", "cutsets \(model) desk --limit -1",
      "render \(model) --view cutsets", "render \(model) core --view cutsets --for desk",
    ] {
      let run = try CommandRun(shell: "depgraph \(wrong)")
      #expect(run.status == 64, "\(wrong)")
    }
  }

  @Test func aPicture() throws {
    let run = try CommandRun(
      "render", model, "--view", "cutsets", "--for", "desk", "--format", "dot")
    #expect(run.status == 0 && run.output.contains("cluster_2"))
  }
}
