import Foundation
import Testing

@testable import DepGraph

@Suite struct OpenPSAReaderTests {
  private func read(_ text: String) throws -> OpenPSAModel {
    try OpenPSAReader().read(text: text, named: "tree.xml")
  }

  /// A tree of one gate over the events a, b and c.
  private func tree(_ formula: String) throws -> OpenPSAModel {
    let events = ["a", "b", "c"].map { "<define-basic-event name=\"\($0)\"/>" }.joined()
    return try read(
      """
      <opsa-mef><define-fault-tree name="t">
      <define-gate name="top">\(formula)</define-gate>
      <define-gate name="both"><and><event name="a"/><event name="b"/></and></define-gate>
      <define-house-event name="yes"><constant value="true"/></define-house-event>
      <define-house-event name="no"/>
      </define-fault-tree><model-data>\(events)</model-data></opsa-mef>
      """)
  }

  // MARK: - Formulas

  /// The true rows of a table are those of the events' bits: a is 1, b is 2, c is 4.
  static let formulas: [(String, [Int])] = [
    ("<and>ABC</and>", [7]), ("<or>AB</or>", [1, 2, 3, 5, 6, 7]), ("<and>A</and>", [1, 3, 5, 7]),
    ("<atleast min=\"2\">ABC</atleast>", [3, 5, 6, 7]),
    ("<atleast min=\"0\">A</atleast>", [0, 1, 2, 3, 4, 5, 6, 7]),
    ("<atleast min=\"2\">AAB</atleast>", [1, 3, 5, 7]),
    ("<not>A</not>", [0, 2, 4, 6]), ("<xor>AB</xor>", [1, 2, 5, 6]),
    ("<xor>ABC</xor>", [1, 2, 4, 7]), ("<nand>AB</nand>", [0, 1, 2, 4, 5, 6]),
    ("<nor>AB</nor>", [0, 4]), ("<iff>AB</iff>", [0, 3, 4, 7]),
    ("<imply>AB</imply>", [0, 2, 3, 4, 6, 7]),
    ("<cardinality min=\"1\" max=\"2\">ABC</cardinality>", [1, 2, 3, 4, 5, 6]),
    ("<and>A<or>B<not>C</not></or></and>", [1, 3, 7]),
    ("<or><nor>AB</nor><nand>AB</nand></or>", [0, 1, 2, 4, 5, 6]),
    ("<constant value=\"true\"/>", [0, 1, 2, 3, 4, 5, 6, 7]), ("<constant value=\"0\"/>", []),
    ("<or><gate name=\"both\"/><house-event name=\"no\"/></or>", [3, 7]),
    ("<and>A<house-event name=\"yes\"/></and>", [1, 3, 5, 7]), ("C", [4, 5, 6, 7]),
    ("<event name=\"t.both\" type=\"gate\"/>", [3, 7]),
  ]

  @Test(arguments: formulas) func aFormulaIsTrueWhereItsMeaningIs(
    formula: String, expected: [Int]
  ) throws {
    var text = formula
    for (letter, event) in [("A", "a"), ("B", "b"), ("C", "c")] {
      text = text.replacing(letter, with: "<basic-event name=\"\(event)\"/>")
    }
    let model = try tree(text)
    let top = try #require(model.trees.gate(named: "top"))
    #expect(model.trees.events.map(\.name) == ["a", "b", "c"])
    let table = GateTruth(model.trees.graph).table(of: top.id)
    #expect(table.indices.filter { table[$0] } == expected, "\(formula)")
  }

  @Test func theTopsAreTheGatesThatNoOtherUses() throws {
    let model = try tree("<or><gate name=\"both\"/></or>")
    #expect(model.trees.tops.map(\.name) == ["top"])
    #expect(try tree("<basic-event name=\"c\"/>").trees.tops.map(\.name) == ["top", "both"])
    #expect(model.trees.tops.map(\.faultTree) == ["t"])
    let top = try #require(model.trees.tops.first)
    #expect(model.trees.events(under: top.id) == [EventID(0), EventID(1)])
  }

  @Test func aRepeatedArgumentIsRemarkedOn() throws {
    let model = try tree("<xor><event name=\"a\"/><event name=\"a\"/></xor>")
    #expect(model.warnings.map(\.code) == [.repeatedMember])
    #expect(model.warnings.first?.place == SourcePlace(file: "tree.xml", line: 2, column: 47))
    #expect(model.warnings.first?.message.contains("counts twice") == true)
  }

  // MARK: - Names

  @Test func privateNamesAreFoundFromInsideOutAndByTheirPaths() throws {
    let model = try read(
      """
      <opsa-mef><define-fault-tree name="t">
        <define-gate name="top"><or><gate name="g"/><gate name="left.g"/><gate name="t.right.g"/></or>
        </define-gate>
        <define-gate name="g"><basic-event name="e"/></define-gate>
        <define-component name="left" role="private">
          <define-gate name="g"><basic-event name="e"/></define-gate>
          <define-basic-event name="e"><float value="0.25"/></define-basic-event>
        </define-component>
        <define-component name="right" role="private">
          <define-gate name="g"><gate name="h"/></define-gate>
          <define-gate name="h" role="public"><basic-event name="e"/></define-gate>
        </define-component>
        <define-basic-event name="e"><label> The
          outer one </label><float value="0.5"/></define-basic-event>
      </define-fault-tree></opsa-mef>
      """)
    #expect(model.trees.gates.map(\.name) == ["top", "g", "t.left.g", "t.right.g", "h"])
    #expect(model.trees.events.map(\.name) == ["t.left.e", "e"])
    #expect(model.trees.events.map(\.probability) == [0.25, 0.5])
    #expect(model.trees.events.map(\.label) == [nil, "The outer one"])
    let top = try #require(model.trees.tops.first)
    #expect(GateTruth(model.trees.graph).table(of: top.id) == [false, true, true, true])
    #expect(model.trees.tops.count == 1)
  }

  // MARK: - Probabilities

  static let expressions: [(String, Double)] = [
    ("<float value=\"0.5\"/>", 0.5), ("<int value=\"1\"/>", 1), ("<float value=\" 1E-3 \"/>", 1e-3),
    ("<mul><float value=\"0.5\"/><parameter name=\"p\"/></mul>", 0.05),
    ("<sub><int value=\"1\"/><float value=\"0.25\"/><float value=\"0.25\"/></sub>", 0.5),
    ("<div><int value=\"1\"/><int value=\"8\"/></div>", 0.125),
    ("<add><neg><float value=\"0.5\"/></neg><int value=\"1\"/></add>", 0.5),
    ("<pow><float value=\"0.5\"/><int value=\"2\"/></pow>", 0.25),
    ("<mean><int value=\"0\"/><int value=\"1\"/></mean>", 0.5),
    ("<min><float value=\"0.5\"/><float value=\"0.25\"/></min>", 0.25),
    ("<exp><neg><log><int value=\"4\"/></log></neg></exp>", 0.25),
    (
      "<exponential><parameter name=\"rate\"/><system-mission-time/></exponential>", 0.632_120_558_8
    ),
    (
      "<GLM><float value=\"0\"/><float value=\"1e-6\"/><float value=\"0.1\"/><system-mission-time/></GLM>",
      9.999_446_051_6e-6
    ),
    (
      "<Weibull><int value=\"100\"/><int value=\"2\"/><int value=\"0\"/><system-mission-time/></Weibull>",
      0.632_120_558_8
    ),
    (
      "<periodic-test><float value=\"1e-3\"/><int value=\"80\"/><int value=\"0\"/>"
        + "<system-mission-time/></periodic-test>", 0.019_801_326_7
    ),
    ("<ite><bool value=\"false\"/><int value=\"0\"/><float value=\"0.5\"/></ite>", 0.5),
    (
      "<switch><case><gt><int value=\"1\"/><int value=\"2\"/></gt><int value=\"0\"/></case>"
        + "<float value=\"0.75\"/></switch>", 0.75
    ),
    ("<uniform-deviate><float value=\"0.1\"/><float value=\"0.3\"/></uniform-deviate>", 0.2),
    (
      "<lognormal-deviate><float value=\"0.01\"/><int value=\"3\"/><float value=\"0.95\"/>"
        + "</lognormal-deviate>", 0.01
    ),
    ("<exponential><int value=\"1\"/><float value=\"INF\"/></exponential>", 1),
    ("<div><int value=\"1\"/><div><int value=\"1\"/><int value=\"0\"/></div></div>", 0),
    ("<float value=\"0.\(String(repeating: "3", count: 50))\"/>", 0.333_333_333_3),
  ]

  @Test(arguments: expressions) func anExpressionHasItsValue(
    expression: String, expected: Double
  ) throws {
    let model = try OpenPSAReader(missionTime: 100).read(
      text: """
        <opsa-mef><define-fault-tree name="t"><define-gate name="top"><basic-event name="e"/>
        </define-gate></define-fault-tree><model-data>
        <define-parameter name="p"><parameter name="q"/></define-parameter>
        <define-parameter name="rate" unit="hours-1"><float value="0.01"/></define-parameter>
        <define-basic-event name="e">\(expression)</define-basic-event>
        <define-parameter name="q"><float value="0.1"/></define-parameter>
        </model-data></opsa-mef>
        """, named: "tree.xml")
    let value = try #require(model.trees.events.first?.probability)
    #expect((value - expected).magnitude <= 1e-9 * expected, "\(expression) is \(value)")
  }

  @Test func anEventMayHaveNoProbability() throws {
    #expect(try tree("<event name=\"a\"/>").trees.events.map(\.probability) == [nil, nil, nil])
  }

  // MARK: - Common causes

  @Test func aMemberFailsByItselfOrByACauseThatItShares() throws {
    let model = try read(
      """
      <opsa-mef><define-fault-tree name="t"><define-gate name="top"><atleast min="2">
      <basic-event name="a"/><basic-event name="b"/><basic-event name="c"/></atleast></define-gate>
      <define-CCF-group name="g" model="MGL"><members><basic-event name="a"/><basic-event name="b"/>
      <basic-event name="c"/></members><distribution><float value="0.1"/></distribution>
      <factors><factor level="2"><float value="0.2"/></factor></factors></define-CCF-group>
      </define-fault-tree></opsa-mef>
      """)
    #expect(model.trees.events.map(\.name) == ["[a]", "[b]", "[c]", "[a b]", "[a c]", "[b c]"])
    #expect(
      zip(model.trees.events, [0.08, 0.08, 0.08, 0.01, 0.01, 0.01]).allSatisfy { event, expected in
        ((event.probability ?? 0) - expected).magnitude < 1e-15
      })
    let top = try #require(model.trees.tops.first)
    let table = GateTruth(model.trees.graph).table(of: top.id)
    for bits in table.indices {
      let isDown = [0b011001, 0b101010, 0b110100].map { bits & ($0 | 0) != 0 }
      // Bits of a: [a], [a b], [a c]; of b: [b], [a b], [b c]; of c: [c], [a c], [b c].
      #expect(table[bits] == (isDown.count { $0 } >= 2))
    }
  }

  // MARK: - Files

  @Test func oneFileMayDefineWhatAnotherUses() throws {
    let folder = try TemporaryFolder()
    let tree = try folder.write(
      "tree.xml",
      Array(
        """
        <?xml version="1.0" encoding="UTF-8"?><!DOCTYPE opsa-mef>
        <opsa-mef name="two"><define-fault-tree name="t"><define-gate name="top">
        <not><basic-event name="é"/></not></define-gate></define-fault-tree></opsa-mef>
        """.utf8))
    // In UTF-16, as some programs write.
    let units = Array(
      """
      <?xml version="1.0" encoding="UTF-16"?>
      <opsa-mef><model-data><define-basic-event name="é"><float value="0"/></define-basic-event>
      </model-data></opsa-mef>
      """.utf16)
    let data = try folder.write(
      "data.xml", [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    let model = try OpenPSAReader().read([tree, data])
    #expect(model.trees.name == "two")
    #expect(model.trees.events.map(\.probability) == [0])
    #expect(model.digest.count == 64)
  }

  @Test func chainsOfManyGatesAndParametersAreRead() throws {
    let count = 15_000
    var text = "<opsa-mef><define-fault-tree name=\"t\">"
    for gate in 0..<count {
      text += "<define-gate name=\"g\(gate)\"><gate name=\"g\(gate + 1)\"/></define-gate>"
      text +=
        "<define-parameter name=\"p\(gate)\"><parameter name=\"p\(gate + 1)\"/></define-parameter>"
    }
    text += """
      <define-gate name="g\(count)"><basic-event name="e"/></define-gate>
      <define-parameter name="p\(count)"><float value="0.5"/></define-parameter>
      <define-basic-event name="e"><parameter name="p0"/></define-basic-event>
      </define-fault-tree></opsa-mef>
      """
    let model = try read(text)
    #expect(model.trees.tops.map(\.name) == ["g0"])
    #expect(model.trees.events.map(\.probability) == [0.5])
    let top = try #require(model.trees.tops.first)
    #expect(model.trees.events(under: top.id) == [EventID(0)])
  }
}
