import Foundation
import Testing

@testable import DepGraph

/// A model written as a graph and read again is the same, as far as a graph can hold it.
@Suite struct GraphRoundTripTests {
  /// A format for graphs, in both directions.
  enum Format: String, CaseIterable {
    case graphml, dot, json

    func export(_ model: Model) -> GraphExport {
      switch self {
      case .graphml: GraphMLWriter().export(model, remark: "not -- secret")
      case .dot: DOTGraphWriter().export(model, remark: "not\nsecret")
      case .json: NodeLinkWriter().export(model, remark: "not \"secret\"")
      }
    }

    func read(
      _ text: String, _ how: GraphImportOptions = GraphImportOptions()
    ) throws(ReadError) -> ImportedModel {
      let input = InputFile(text: text, name: "m.\(rawValue)", limit: MarkupFile.greatestSize)
      let options = ImportOptions()
      return switch self {
      case .graphml: try GraphMLReader(how).read(input, options: options)
      case .dot:
        try DOTGraphReader(how, by: RendererUnderTest.isolated).read(input, options: options)
      case .json: try NodeLinkReader(how).read(input, options: options)
      }
    }
  }

  private func expectRoundTrip(_ model: Model, _ format: Format, _ what: String) throws {
    let export = format.export(model)
    let imported = try format.read(export.text)
    let wanted = HoldableModel(model).model
    #expect(imported.model.components == wanted.components, "\(what) \(format)")
    #expect(imported.model == wanted, "\(what) \(format)")
    #expect(format.export(imported.model).text == export.text, "\(what) \(format)")
    #expect(imported.report.count(.guessed) == 0 && imported.report.count(.ignored) == 0)
  }

  @Test(arguments: Format.allCases, ["nafin/nafin", "voorbeeld/voorbeeld"])
  func shippedModels(format: Format, name: String) throws {
    let file = Fixture.root.appendingPathComponent("models/\(name).yaml").path
    try expectRoundTrip(ModelReader().read(file).model, format, name)
  }

  @Test(arguments: Format.allCases) func everyKey(format: Format) throws {
    let file = SourceTree.root
      .appending(path: "Tests/DepGraphTests/Fixtures/every-key/model.yaml").path
    try expectRoundTrip(ModelReader().read(file).model, format, "every key")
  }

  /// Other programs write what is true as `True` or `1`.
  @Test(arguments: ["True", "1", "TRUE"]) func booleansOfOtherPrograms(word: String) throws {
    var model = Model()
    model.name = LocalizedText("M", in: .dutch)
    var component = Component(id: "a")
    component.kind = .site
    component.isCivil = true
    component.neverFails = true
    model.components = [component]
    let text = Format.graphml.export(model).text
    #expect(text.contains(">true<"))
    let read = try Format.graphml.read(text.replacing(">true<", with: ">\(word)<")).model
    #expect(read.components.map(\.isCivil) == [true])
    #expect(read.components.map(\.neverFails) == [true])
  }

  @Test func randomModels() throws {
    var count = 0
    for seed in 0..<200 {
      let text = ModelWriter().yaml(of: RandomModel.makeWithStarts(seed: seed).namingSources)
      // Some name a way that no network has: no reader takes those.
      guard let model = try? ModelReader().read(text: text, named: "m.yaml").model else { continue }
      for format in seed < 20 ? Format.allCases : [.graphml, .json] {
        try expectRoundTrip(model, format, "seed \(seed)")
      }
      count += 1
    }
    #expect(count > 60)
  }

  @Test(arguments: Format.allCases) func textsThatCouldBreakOut(format: Format) throws {
    var model = Model()
    let texts = [
      "a \"quoted\" \\", "\\", "\\\\\"", "<b>&amp;</b>", "]]>", "a; b];", "é 😀 \u{202E}", "x\ny",
      "\\N \\n", "-- >", "{}|", "tab\tend", "'", "a\\;b",
    ]
    for (number, text) in texts.enumerated() {
      var component = Component(id: "c\(number)")
      component.name = LocalizedText([.dutch: text, .english: text + "!"], fallback: .dutch)
      component.layer = text
      component.tags = [text, "b;" + text]
      component.external = [ExternalID(register: "r", id: text)]
      component.note = LocalizedText(text, in: .dutch)
      component.statesRequires = true
      model.components.append(component)
    }
    try expectRoundTrip(model, format, "texts")
  }

  @Test(arguments: Format.allCases) func aListOfOneStaysAList(format: Format) throws {
    let needs = [
      "a", "[a]", "{any: [a, b]}", "[{any: [a, b]}]", "[{any: [{any: [a, b]}, a]}]",
      "{at-least: 2, of: [a, b]}", "[{at-least: 2, of: [a, b]}]", "unknown", "[unknown]", "[]",
      "[[a, b]]", "[[a]]", "{path: {from: b, to: a}}", "[{path: {from: b, to: a}}]",
    ]
    var text = "depgraph: 1\nname: M\ncomponents:\n"
    text += "  - {id: a, kind: power}\n  - {id: b, kind: power}\n"
    text += "  - {id: l, kind: link, ends: [a, b]}\n"
    for (number, need) in needs.enumerated() {
      text += "  - {id: c\(number), requires: \(need), starts-with: {any: [a, b]},"
      text += " repair-needs: [{any: [a, b]}]}\n"
    }
    let model = try ModelReader().read(text: text, named: "m.yaml").model
    try expectRoundTrip(model, format, "lists of one")
    let components = try format.read(format.export(model).text).model.components
    // Each way of writing is a formula of its own, and stays one.
    #expect(Set(components.dropFirst(3).map(\.requires)).count == needs.count)
  }

  @Test func oneOfTwoNeedsIsNotTheOnlyOne() throws {
    let text = """
      {"directed": true, "graph": {"depgraph": "1", "language": "nl", "basis": "internal"},
      "nodes": [{"id": "a", "depgraph.type": "component"},
      {"id": "b", "depgraph.type": "component"}], "edges": [
      {"source": "a", "target": "b", "depgraph.type": "requires", "single": true},
      {"source": "a", "target": "b", "depgraph.type": "requires"}]}
      """
    do {
      _ = try Format.json.read(text)
      Issue.record("it was read")
    } catch {
      guard case .invalid(let input) = error else { throw error }
      #expect(input.diagnostics.errors.map(\.code) == [.badGroup])
      #expect(input.diagnostics.errors.first?.place?.line == 4)
    }
  }

  @Test func whatAGraphCannotHoldIsCounted() throws {
    let file = Fixture.root.appendingPathComponent("models/voorbeeld/voorbeeld.yaml").path
    let model = try ModelReader().read(file).model
    let omissions = GraphMLWriter().export(model).omissions
    let counts = Dictionary(
      uniqueKeysWithValues: omissions.map { ($0.subject.text(in: .english), $0.count) })
    #expect(counts["contracts"] == model.contracts.count)
    #expect(counts["contacts"] == model.contacts.count)
    #expect(omissions.allSatisfy { $0.count > 0 })
    #expect(NodeLinkWriter().export(Model()).omissions.isEmpty)
  }

  @Test func aHoldupOfSecondsAndALargeNumberAreExact() {
    for seconds in [0, 0.5, 59, 60, 5_400, 86_400, 86_401, 31_557_600_000] {
      let span = TimeSpan(seconds: seconds)
      #expect(span.flatMap { TimeSpan(text: ExactText.of($0)) } == span, "\(seconds)")
    }
    let ratio = Ratio(from: 0.1, to: 0.99999)
    #expect(ratio.flatMap { ExactText.ratio(ExactText.of($0)) } == ratio)
    #expect(ExactText.list(ExactText.of(["", ";", "\\"]) ?? "") == ["", ";", "\\"])
  }
}
