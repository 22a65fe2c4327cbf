import Testing

@testable import DepGraph

/// Files that are no fault trees: each is answered with what is wrong and where.
@Suite struct OpenPSABadInputTests {
  private func diagnostics(_ text: String) -> [Diagnostic] { diagnostics(Array(text.utf8)) }

  private func diagnostics(_ bytes: [UInt8]) -> [Diagnostic] {
    do {
      return try OpenPSAReader().read(bytes: bytes, named: MarkedText.file).warnings
    } catch {
      guard case .invalid(let input) = error else { return [] }
      return input.diagnostics
    }
  }

  /// Reads a text with a marker before what is wrong.
  private func expect(
    _ marked: String, _ code: DiagnosticCode, says words: String = "", hint: String? = nil,
    location: SourceLocation = #_sourceLocation
  ) {
    let marked = MarkedText(marked)
    let errors = diagnostics(marked.text).errors
    #expect(errors.map(\.code) == [code], "\(errors)", sourceLocation: location)
    guard let error = errors.first else { return }
    #expect(error.place == marked.places["1️⃣"], "\(error)", sourceLocation: location)
    #expect(error.message.contains(words), "\(error)", sourceLocation: location)
    if let hint {
      #expect(error.hint?.contains(hint) == true, "\(error)", sourceLocation: location)
    }
  }

  // MARK: - Not XML

  static let notXML: [(String, DiagnosticCode)] = [
    ("1️⃣", DiagnosticCode.emptyFile), (" \n1️⃣", .emptyFile), ("<!-- a -->1️⃣", .emptyFile),
    ("1️⃣hello", .notXML), ("{\"a\": 1️⃣1}", .notXML),
    ("<opsa-mef><a>1️⃣", .notXML), ("<opsa-mef>\n  <b></a1️⃣>", .notXML),
    ("<a/>1️⃣<b/>", .notXML), ("<a>&foo;1️⃣</a>", .notXML), ("<a x=1️⃣1/>", .notXML),
    ("<a>1️⃣text</a>", .badValue),
    (
      "<?xml version=\"1.0\"?>\n1️⃣<!DOCTYPE a [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]>\n<a>&b;</a>",
      .entityDeclaration
    ),
    ("<!-- > --> 1️⃣<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>", .entityDeclaration),
    ("1️⃣<!DOCTYPE a[<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>", .entityDeclaration),
    ("1️⃣<!DOCTYPE a PUBLIC \"-//A\" \"http://localhost/a.dtd\"><a/>", .entityDeclaration),
    ("1️⃣<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a/>", .notText),
    ("1️⃣<html/>", .unsupported),
  ]

  @Test(arguments: notXML) func whatIsNoFile(marked: String, code: DiagnosticCode) {
    let text = MarkedText(marked)
    let errors = diagnostics(text.text).errors
    #expect(errors.map(\.code) == [code], "\(marked)")
    // Where the parser stopped it says itself, to the line; the rest is placed to the character.
    let place = errors.first?.place
    if code == .notXML || code == .badValue {
      #expect(place?.line == text.places["1️⃣"]?.line, "\(marked)")
    } else {
      #expect(place == text.places["1️⃣"], "\(marked)")
    }
  }

  @Test func whatIsNoText() {
    #expect(diagnostics(Array("<opsa-mef name=\"".utf8) + [0xE9, 0x22]).map(\.code) == [.notText])
    #expect(diagnostics([0xFF, 0xFE, 0x3C]).map(\.code) == [.notText])
    #expect(diagnostics([0xFE, 0xFF, 0xD8, 0x00]).map(\.code) == [.notText])
    #expect(diagnostics(Array("<a>\u{0}</a>".utf8)).map(\.code) == [.notText])
    #expect(diagnostics(Array("<a>\u{1}</a>".utf8)).map(\.code) == [.notXML])
  }

  @Test func everyBeginningOfAFileIsAnswered() {
    let bytes = Array(
      """
      <?xml version="1.0"?><!-- é --><opsa-mef><define-fault-tree name="t"><define-gate name="a">
      <atleast min="1"><not><basic-event name="b"/></not></atleast></define-gate>
      <define-basic-event name="b"><float value="0.5"/></define-basic-event></define-fault-tree>
      </opsa-mef>
      """.utf8)
    for end in bytes.indices {
      #expect(diagnostics(Array(bytes[..<end])).hasErrors, "the first \(end) bytes")
    }
    #expect(diagnostics(bytes).isEmpty)
  }

  @Test func nestingHasALimit() {
    let depth = 1_000_000
    let text =
      "<opsa-mef><define-fault-tree name=\"t\"><define-gate name=\"g\">"
      + String(repeating: "<not>", count: depth) + String(repeating: "</not>", count: depth)
    let found = diagnostics(text)
    #expect(found.map(\.code) == [.tooDeep])
    #expect(found.first?.place?.line == 1)
  }

  // MARK: - No fault tree

  private func tree(_ gates: String, data: String = "") -> String {
    "<opsa-mef>\n<define-fault-tree name=\"t\">\n\(gates)\n</define-fault-tree>\n"
      + "<define-fault-tree name=\"u\"><define-basic-event name=\"pump\"/>"
      + "<define-gate name=\"valve\"><basic-event name=\"pump\"/></define-gate></define-fault-tree>\n"
      + "<model-data>\(data)</model-data></opsa-mef>"
  }

  private func gate(_ formula: String) -> String {
    tree("<define-gate name=\"top\">\(formula)</define-gate>")
  }

  private func event(_ expression: String) -> String {
    tree("", data: "<define-basic-event name=\"x\">\(expression)</define-basic-event>")
  }

  @Test func namesThatStandForNothing() {
    expect(
      gate("<or>1️⃣<basic-event name=\"pmup\"/></or>"), .unknownReference,
      says: "no basic event `pmup`", hint: "`pump`")
    expect(gate("1️⃣<gate name=\"velve\"/>"), .unknownReference, hint: "`valve`")
    expect(gate("1️⃣<gate name=\"t.pump\"/>"), .unknownReference)
    expect(gate("1️⃣<gate name=\"pump\"/>"), .unknownReference, says: "is a basic event, not a gate")
    expect(gate("1️⃣<gate/>"), .missingKey)
    expect(gate("1️⃣<gate name=\"  \"/>"), .missingKey)
    expect(event("1️⃣<parameter name=\"x\"/>"), .unknownReference, says: "no parameter `x`")
  }

  @Test func namesThatAreTaken() {
    let pump = "<basic-event name=\"pump\"/>"
    expect(
      tree("", data: "1️⃣<define-basic-event name=\"pump\"/>"), .duplicateID,
      says: "is a basic event already")
    expect(
      tree("", data: "1️⃣<define-house-event name=\"valve\"/>"), .duplicateID,
      says: "is a gate already")
    let twice = "<define-parameter name=\"p\"><int value=\"1\"/></define-parameter>"
    expect(tree("", data: twice + "1️⃣" + twice), .duplicateID, says: "is a parameter already")
    expect(
      tree(
        "<define-gate name=\"g\">\(pump)</define-gate>1️⃣<define-gate name=\"g\">\(pump)</define-gate>"
      ),
      .duplicateID)
    expect(
      tree("</define-fault-tree>1️⃣<define-fault-tree name=\"t\">"), .duplicateID,
      says: "fault tree or component already")
  }

  @Test func formulasWithoutMeaning() {
    let pump = "<basic-event name=\"pump\"/>"
    expect(gate("1️⃣<atleast min=\"3\">\(pump)</atleast>"), .badThreshold, says: "`min` is 3")
    expect(gate("1️⃣<atleast>\(pump)</atleast>"), .missingKey)
    expect(gate("1️⃣<atleast min=\"-1\">\(pump)</atleast>"), .badThreshold)
    expect(
      gate("1️⃣<atleast min=\"\(String(repeating: "9", count: 50))\">\(pump)</atleast>"),
      .badThreshold)
    expect(gate("1️⃣<not>\(pump)\(pump)</not>"), .badThreshold, says: "2 arguments, not 1")
    expect(gate("1️⃣<imply>\(pump)</imply>"), .badThreshold)
    expect(gate("1️⃣<or></or>"), .badThreshold)
    expect(gate("<or>\(pump)1️⃣<and/></or>"), .badThreshold)
    expect(gate("1️⃣<ro>\(pump)</ro>"), .unsupported, says: "`<ro>`", hint: "`<or>`")
    expect(tree("1️⃣<define-gate name=\"g\"/>"), .missingKey)
    expect(gate("\(pump)1️⃣\(pump)"), .badValue, says: "not 2")
    expect(gate("1️⃣<constant value=\"maybe\"/>"), .badValue)
    expect(tree("1️⃣<define-gate name=\"g\" role=\"secret\">\(pump)</define-gate>"), .unknownValue)
    expect(tree("1️⃣<define-gaet name=\"g\"/>"), .unsupported, hint: "`<define-gate>`")
    expect("1️⃣<opsa-mef><model-data/></opsa-mef>", .missingKey, says: "no gate")
  }

  @Test func definitionsInACircle() {
    expect(
      tree(
        """
        <define-gate name="z"><gate name="a"/></define-gate>
        1️⃣<define-gate name="a"><or><gate name="valve"/><not><gate name="b"/></not></or></define-gate>
        <define-gate name="b"><and><gate name="c"/></and></define-gate>
        <define-gate name="c"><gate name="a"/></define-gate>
        """), .cycle, says: "`a` → `b` → `c` → `a`")
    expect(
      tree("1️⃣<define-gate name=\"a\"><gate name=\"a\"/></define-gate>"), .cycle, says: "`a` → `a`")
    expect(
      tree(
        "",
        data: """
          1️⃣<define-parameter name="p"><add><int value="1"/><parameter name="q"/></add></define-parameter>
          <define-parameter name="q"><parameter name="p"/></define-parameter>
          """), .cycle, says: "`p` → `q` → `p`")
  }

  @Test func probabilitiesThatAreNone() {
    expect(event("1️⃣<float value=\"1.2\"/>"), .outOfRange, says: "`x` is 1.2")
    expect(event("1️⃣<neg><float value=\"0.1\"/></neg>"), .outOfRange)
    expect(event("1️⃣<float value=\"NaN\"/>"), .outOfRange, says: "not a number")
    expect(event("1️⃣<div><int value=\"0\"/><int value=\"0\"/></div>"), .outOfRange)
    expect(event("1️⃣<float value=\"INF\"/>"), .outOfRange)
    expect(event("1️⃣<float value=\"0,5\"/>"), .badValue)
    expect(event("1️⃣<float value=\"1e999\"/>"), .badValue)
    expect(event("1️⃣<int value=\"\(String(repeating: "7", count: 50))\"/>"), .outOfRange)
    expect(event("1️⃣<exponential><int value=\"1\"/></exponential>"), .badThreshold)
    expect(event("1️⃣<histogram/>"), .unsupported)
    expect(event("<int value=\"0\"/>1️⃣<int value=\"0\"/>"), .badValue)
    expect(event("1️⃣<periodic-test><int value=\"0\"/></periodic-test>"), .unsupported)
  }

  @Test func groupsWithoutMeaning() {
    func group(
      _ model: String = "beta-factor", members: String = "pq", factors: String = "0.1",
      total: String = "0.1", mark: String = ""
    ) -> String {
      let names = members.map { "<basic-event name=\"\($0)\"/>" }.joined()
      let values = factors.split(separator: " ").map { "<factor><float value=\"\($0)\"/></factor>" }
      return tree(
        "\(mark)<define-CCF-group name=\"g\" model=\"\(model)\"><members>\(names)</members>"
          + "<distribution><float value=\"\(total)\"/></distribution><factors>"
          + values.joined() + "</factors></define-CCF-group>")
    }
    #expect(diagnostics(group()).isEmpty)
    expect(group("beta", mark: "1️⃣"), .unsupported, says: "no model of common causes")
    expect(group(members: "p", mark: "1️⃣"), .badThreshold)
    expect(group(factors: "", mark: "1️⃣"), .missingKey)
    #expect(diagnostics(group(factors: "1.5")).map(\.code) == [.outOfRange])
    #expect(diagnostics(group(total: "1.5")).map(\.code) == [.outOfRange])
    #expect(diagnostics(group("MGL", factors: "0.1 0.1")).map(\.code) == [.badThreshold])
    #expect(diagnostics(group("phi-factor", factors: "0.1 0.1")).map(\.code) == [.badValue])
    #expect(diagnostics(group(members: "pp")).map(\.code).contains(.badValue))
    expect(
      group(
        "alpha-factor", members: String("abcdefghijklmnopqrstuvwxyz"),
        factors: "0.1 0.1 0.1 0.1 0.1 0.1", mark: "1️⃣"), .tooLarge)
  }

  @Test func whatIsLeftOutIsSaid() {
    let text = tree("").replacing(
      "<model-data>", with: "<define-event-tree name=\"e\"/><model-data>")
    #expect(diagnostics(text).map(\.code) == [.leftOut])
  }

  @Test func allMistakesAreListedSoonAlsoIfThereAreMany() {
    let gates = (0..<1000).map {
      "<define-gate name=\"g\($0)\"><gate name=\"h\($0)\"/></define-gate>"
    }
    let found = diagnostics(tree(gates.joined(separator: "\n")))
    #expect(found.count == 1000)
    #expect(found.map(\.place?.line) == (3..<1003).map(Optional.init))
  }
}
