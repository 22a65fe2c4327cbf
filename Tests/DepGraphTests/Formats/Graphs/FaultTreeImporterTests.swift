import Foundation
import Testing

@testable import DepGraph

/// A fault tree as a model: its cut sets and probabilities stay what they were.
@Suite struct FaultTreeImporterTests {
  private func expectSame(_ bytes: [UInt8], _ what: String) throws {
    let trees = try OpenPSAReader().read(bytes: bytes, named: "t.xml").trees
    let imported = try FaultTreeImporter().read(
      bytes: bytes, named: "t.xml", options: ImportOptions())
    let model = imported.model
    #expect(Validator.diagnose(model).errors == [], "\(what)")
    let compiled = try CompiledModel(model)
    for top in trees.tops {
      let component = try #require(
        model.components.first { $0.external.contains { $0.id == "gate/\(top.name)" } })
      let vertex = try #require(compiled.vertex(of: component.id))
      let other = FaultTrees(of: vertex, in: compiled, reading: .written, language: .dutch)
      let (first, second) = (answer(top.id, trees), answer(other.tops[0].id, other))
      #expect(first.sizes == second.sizes, "\(what)")
      let one = try #require(first.probability)
      let two = try #require(second.probability)
      #expect(abs(one - two) <= 1e-9 * max(one, 1e-6), "\(what): \(one) and \(two)")
    }
  }

  private func answer(_ gate: GateID, _ trees: FaultTrees) -> (sizes: String, probability: Double?)
  {
    var question = FaultTreeReview.Question()
    question.tops = trees.tops.filter { $0.id == gate }
    question.listLimit = 0
    let json = FaultTreeReview(question, of: trees).json(of: trees)
    guard case .array(let tops)? = json["tops"], let top = tops.first else { return ("", nil) }
    let sizes = [top["count"], top["byOrder"]].map { $0?.jsonText ?? "none" }.joined()
    switch top["probability"] {
    case .decimal(let number)?: return (sizes, number.value)
    case .integer(let number)?: return (sizes, Double(number))
    default: return (sizes, nil)
    }
  }

  @Test(arguments: ["chinese", "baobab1", "isp9606"]) func publishedTrees(name: String) throws {
    let path = SourceTree.root.appending(path: "Tests/DepGraphTests/Fixtures/aralia/\(name).xml")
    try expectSame([UInt8](try Data(contentsOf: path)), name)
  }

  private func tree(_ content: String) -> [UInt8] {
    Array("<opsa-mef><define-fault-tree name=\"t\">\(content)</define-fault-tree></opsa-mef>".utf8)
  }

  private func event(_ name: String, _ probability: String) -> String {
    "<define-basic-event name=\"\(name)\"><float value=\"\(probability)\"/></define-basic-event>"
  }

  @Test func gatesHouseEventsAndGroups() throws {
    let events = ["a", "b", "c", "d"].map { event($0, "0.1") }.joined()
    let names = { (names: String) in
      names.map { "<basic-event name=\"\($0)\"/>" }.joined()
    }
    let formulas = [
      "<or>\(names("abc"))</or>", "<and>\(names("abcd"))</and>",
      "<atleast min=\"2\">\(names("abc"))</atleast>",
      "<or><and>\(names("ab"))</and><atleast min=\"3\">\(names("abcd"))</atleast></or>",
      "<and><house-event name=\"on\"/>\(names("ab"))</and>",
      "<or><house-event name=\"off\"/>\(names("ab"))</or>",
      "<atleast min=\"2\"><house-event name=\"on\"/>\(names("abc"))</atleast>",
      names("a"), "<and>\(names("aab"))</and>",
    ]
    let houses =
      "<define-house-event name=\"on\"><constant value=\"true\"/></define-house-event>"
      + "<define-house-event name=\"off\"><constant value=\"false\"/></define-house-event>"
    for formula in formulas {
      try expectSame(
        tree("<define-gate name=\"top\">\(formula)</define-gate>\(events)\(houses)"), formula)
    }
  }

  @Test func aCommonCauseGroupIsACommonCause() throws {
    let text = tree(
      """
      <define-gate name="top"><and><basic-event name="a"/><basic-event name="b"/></and></define-gate>
      <define-CCF-group name="ab" model="beta-factor"><members><basic-event name="a"/>
      <basic-event name="b"/></members><distribution><float value="0.1"/></distribution>
      <factor level="2"><float value="0.2"/></factor></define-CCF-group>
      """)
    try expectSame(text, "beta")
    let imported = try FaultTreeImporter().read(
      bytes: text, named: "t.xml", options: ImportOptions())
    #expect(imported.model.commonCauses.map(\.id) == ["ccf:a-b"])
    let shares = imported.model.components.flatMap(\.shares)
    #expect(shares.map(\.value) == ["a-b", "a-b"])
  }
}
