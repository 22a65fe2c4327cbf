import Foundation
import Testing

@testable import DepGraph

/// Graphs of other programs: what is taken over, what is guessed, what is left.
@Suite struct ForeignGraphTests {
  private typealias Format = GraphRoundTripTests.Format

  private func fixture(
    _ name: String, _ format: GraphRoundTripTests.Format,
    _ how: GraphImportOptions = GraphImportOptions()
  ) throws -> ImportedModel {
    let url = SourceTree.root.appending(path: "Tests/DepGraphTests/Fixtures/graphs/\(name)")
    return try format.read(String(contentsOf: url, encoding: .utf8), how)
  }

  private func count(_ report: ImportReport, _ subject: String, _ fate: ImportReport.Fate) -> Int {
    report.entries.reduce(0) { $0 + ($1.subject == subject && $1.fate == fate ? $1.count : 0) }
  }

  private func component(_ id: String, _ imported: ImportedModel) throws -> Component {
    try #require(imported.model.components.first { $0.id == id }, "\(id)")
  }

  // MARK: - GraphML

  @Test func aDrawingOfYEd() throws {
    let imported = try fixture("drawn.graphml", .graphml)
    let desk = try component("call-desk", imported)
    #expect(desk.name?.text(in: .dutch) == "Call desk")
    #expect(desk.note?.text(in: .dutch) == "Takes calls")
    #expect(desk.external == [ExternalID(register: "graphml", id: "n0")])
    #expect(desk.continuity.recoveryTimeObjective?.seconds == 7_200.0)
    #expect(desk.requires.references.map(\.target) == ["exchange"])
    #expect(desk.requires.references.allSatisfy { $0.evidence.basis == .assumed && $0.note != nil })
    // A group is a layer, and two nodes of one name are two components.
    let first = try component("exchange", imported)
    #expect(first.layer == "Data centre")
    #expect(first.continuity.recoveryTimeObjective?.seconds == 28_800.0)
    #expect(first.requires.references.map(\.target) == ["exchange-2"])
    #expect(try !component("exchange-2", imported).statesRequires)
    let links = imported.model.components.filter { $0.kind == .link }
    #expect(links.map(\.ends) == [["exchange", "exchange-2"]])
    #expect(count(imported.report, "edge", .guessed) == 2)
    #expect(count(imported.report, "hyperedge", .ignored) == 1)
    #expect(count(imported.report, "port", .ignored) == 1)
    #expect(count(imported.report, "Geometry", .ignored) == 1)
    #expect(count(imported.report, "group", .mapped) == 1)
  }

  /// An instruction that says nothing ended Foundation's parser, and the program with it.
  @Test func instructionsThatSayNothingChangeNothing() throws {
    let text = """
      <graphml><graph><node id="a"></node><node id="b"/>
      <!-- <?kept?> --><edge source="a" target="b"/></graph></graphml>
      """
    let plain = try GraphRoundTripTests.Format.graphml.read(text, GraphImportOptions())
    let full = text.replacing("<graph>", with: "<?page?><graph>")
      .replacing("<node id=\"b\"/>", with: "<?a?><?b?><node id=\"b\"/><?c with <?words?>")
    let read = try GraphRoundTripTests.Format.graphml.read(
      "<?start?>" + full + "<?end?>", GraphImportOptions())
    #expect(read.model.components.map(\.id) == plain.model.components.map(\.id))
    #expect(read.model.components.map(\.requires) == plain.model.components.map(\.requires))
  }

  @Test func aStatedDirectionIsNoGuess() throws {
    var how = GraphImportOptions()
    how.direction = .spreads
    let imported = try fixture("drawn.graphml", .graphml, how)
    let first = try component("exchange", imported)
    #expect(first.requires.references.map(\.target) == ["call-desk"])
    #expect(first.requires.references.map(\.evidence.basis) == [.internal])
    #expect(imported.report.count(.guessed) == 0)
  }

  @Test func idsOfAnAttribute() throws {
    let text = """
      <graphml><key id="d0" for="node" attr.name="ci"/><graph edgedefault="directed">
      <node id="a"><data key="d0">CI 7</data></node><node id="b"><data key="d0">CI 8</data></node>
      <edge source="a" target="b"/></graph></graphml>
      """
    var how = GraphImportOptions()
    how.idAttribute = "ci"
    let imported = try Format.graphml.read(text, how)
    #expect(imported.model.components.map(\.id) == ["ci-7", "ci-8"])
    #expect(imported.model.components.map { $0.external.map(\.id) } == [["CI 7"], ["CI 8"]])
    how.idAttribute = "cl"
    #expect(throws: ReadError.self) { try Format.graphml.read(text, how) }
    how.idAttribute = "ci"
    #expect(throws: ReadError.self) {
      try Format.graphml.read(text.replacing("CI 8", with: "CI 7"), how)
    }
  }

  @Test func numbersThatAreNamesOfOthers() throws {
    let text = """
      <graphml><key id="d0" for="node" attr.name="label"/><graph edgedefault="undirected">
      <node id="1"><data key="d0">2</data></node><node id="2"><data key="d0">1</data></node>
      <edge source="1" target="2"/></graph></graphml>
      """
    let model = try Format.graphml.read(text).model
    #expect(model.components.map(\.id) == ["2", "1", "2-1"])
    #expect(
      model.components.prefix(2).map { $0.external.map(\.id) } == [["graphml/1"], ["graphml/2"]])
    let yaml = ModelWriter().yaml(of: model)
    #expect(try ModelReader().read(text: yaml, named: "m.yaml").model.components.count == 3)
  }

  // MARK: - DOT

  @Test func dotAsPeopleWriteIt() throws {
    var how = GraphImportOptions()
    how.direction = .needs
    let imported = try fixture("services.dot", .dot, how)
    let web = try component("web", imported)
    #expect(web.name?.text(in: .dutch) == "Web shop")
    #expect(web.layer == "Front")
    let pay = try component("pay", imported)
    #expect(pay.name?.text(in: .dutch) == "Pay & go")
    #expect(pay.owner == "bank-x")
    #expect(imported.model.parties.map { $0.name?.text(in: .dutch) } == ["Bank X"])
    #expect(try component("caf", imported).name?.text(in: .dutch) == "Café caf")
    #expect(try component("cart", imported).layer == "Front")
    guard case .group(let all) = web.requires, case .group(let group)? = all.members.first else {
      Issue.record("no alternatives: \(web.requires)")
      return
    }
    #expect(group.need == .any)
    #expect(web.requires.references.map(\.target) == ["pay", "caf"])
    #expect(web.requires.references.map { $0.holdup?.seconds } == [1_800.0, nil])
    #expect(web.degradesWithout.map(\.target) == ["cart"])
    #expect(pay.requires.references.map(\.target) == ["cart"])
    #expect(count(imported.report, "loop", .ignored) == 1)
    #expect(count(imported.report, "HTML label", .mapped) == 1)
    #expect(imported.warnings.map(\.code) == [.leftOut])
    #expect(imported.model.name?.text(in: .dutch) == "Shop & co")
  }

  @Test func onlyWhatFollowsTheFirstGraphIsRemarked() throws {
    let graph = "digraph A {\n a [label=\"} é\"]; b [label=<<b>}</b>>]; { a -> b } // }\n}"
    for end in ["", "\n", "\n// a comment", " /* a\n { */\n", "\n# 1 \"x.dot\"\n"] {
      #expect(try Format.dot.read(graph + end).warnings.filter { $0.code == .leftOut } == [])
    }
    for (end, line, column) in [("\ngraph B { c }", 4, 1), (" /* é */ graph B { c }", 3, 11)] {
      let found = try Format.dot.read(graph + end).warnings.filter { $0.code == .leftOut }
      #expect(found.map { $0.place?.line } == [line], "\(end)")
      #expect(found.map { $0.place?.column } == [column], "\(end)")
    }
  }

  @Test func whatKillsTheLibraryDoesNotKillUs() {
    let text = "digraph " + String(repeating: "{ subgraph x ", count: 200_000)
    do {
      _ = try Format.dot.read(text)
      Issue.record("it was read")
    } catch {
      guard case .invalid(let input) = error else { return }
      #expect(input.diagnostics.errors.map(\.code) == [.notDOT])
    }
  }

  @Test func aProgramThatIsNoneIsADiagnostic() {
    let reader = DOTGraphReader(by: IsolatedRenderer(executable: "/nonexistent/depgraph"))
    #expect(throws: ReadError.self) {
      try reader.read(InputFile(text: "digraph { a }", name: "a.dot"), options: ImportOptions())
    }
  }

  // MARK: - JSON

  @Test func nodeLinkOfNetworkX() throws {
    let imported = try fixture("ring.json", .json)
    let nodes = imported.model.components.filter { $0.kind != .link }
    #expect(nodes.map(\.id) == ["one", "two", "3-x", "alone"])
    #expect(nodes.allSatisfy { $0.kind == .networkElement })
    #expect(nodes.map { $0.position?.longitude } == [5.1, nil, nil, nil])
    #expect(nodes[1].name?.text(in: .dutch) == "Two 😀")
    let links = imported.model.components.filter { $0.kind == .link }
    #expect(links.map(\.ends) == [["one", "two"], ["one", "two"], ["two", "3-x"]])
    #expect(links.map(\.id) == ["north", "one-two", "two-3-x"])
    #expect(count(imported.report, "loop", .ignored) == 1)
    #expect(count(imported.report, "position", .ignored) == 1)
    #expect(count(imported.report, "edge attribute `weight`", .ignored) == 1)
    #expect(imported.warnings.map(\.code) == [.leftOut])
    #expect(imported.model.name?.text(in: .dutch) == "Ring")
  }

  @Test func edgesUnderTwoNames() throws {
    let nodes = #"{"directed": true, "nodes": [{"id": "a"}, {"id": "b"}],"#
    let edge = #"[{"source": "a", "target": "b"}]"#
    for lists in [#""edges": [], "links": \#(edge)}"#, #""edges": \#(edge), "links": []}"#] {
      let imported = try Format.json.read("\(nodes)\n\(lists)")
      #expect(try component("a", imported).requires.references.map(\.target) == ["b"], "\(lists)")
    }
    let both = "\(nodes)\n\"edges\": \(edge),\n\"links\": \(edge)}"
    do {
      _ = try Format.json.read(both)
      Issue.record("it was read")
    } catch {
      guard case .invalid(let input) = error else { throw error }
      #expect(input.diagnostics.errors.map(\.code) == [.duplicateKey])
      #expect(input.diagnostics.errors.first?.place?.line == 3)
    }
  }

  @Test func aModelInJSONMayHaveSurrogatePairs() throws {
    let text = #"{"depgraph": 1, "components": [{"id": "a", "name": "\ud83d\ude00 \u00e9"}]}"#
    let read = try ModelReader().read(text: text, named: "m.json")
    #expect(read.model.components.map { $0.name?.text(in: .dutch) } == ["😀 é"])
    #expect(throws: ReadError.self) {
      try ModelReader().read(text: text.replacing(#"\ude00"#, with: ""), named: "m.json")
    }
    let twice = text.replacing(#""depgraph": 1"#, with: #""depgraph": 1, "depgraph": 1"#)
    #expect(throws: ReadError.self) { try ModelReader().read(text: twice, named: "m.json") }
  }
}
