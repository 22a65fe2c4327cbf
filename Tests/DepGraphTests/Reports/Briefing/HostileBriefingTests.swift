import DepGraph
import Testing

/// What a briefing does with pictures that fail and names that attack.
@Suite struct HostileBriefingTests {
  /// A renderer of which every process is killed.
  private struct KilledRenderer: DiagramRenderer {
    func render(_ job: RenderJob) throws(GraphvizError) -> Rendering {
      throw .crashed(signal: 9, standardError: "")
    }
  }

  @Test func aKilledRendererLeavesTablesInThePage() throws {
    let model = try BriefedModel(shipped: "voorbeeld")
    let answers = model.answers
    let drawn = BriefingFigures(of: answers, language: .english, renderer: KilledRenderer())
    // Charts are drawn without a renderer.
    let charts = drawn.figures.filter { $0.svg != nil }
    #expect(charts.map(\.name) == ["recovery", "repairs", "exercise-software-storing"])
    #expect(drawn.files.allSatisfy { $0.name.hasSuffix(".svg") })
    #expect(drawn.figures.count == 10)
    #expect(drawn.remarks.allSatisfy { $0.contains("signal 9") || $0.contains("could not") })
    let page = Briefing(answers, language: .english).page(drawn.figures)
    #expect(page.contains("Router software 7") && page.contains("the same content as a table"))
  }

  private static let hostile = """
    depgraph: 1
    basis: fictional
    name: "{{title}} <img src=x>"
    sources: [{id: s, title: "<script>s</script>", url: "javascript:alert(1)"}]
    parties: [{id: p, name: "<svg onload=alert(1)>", role: supplier}]
    contacts: [{id: k, name: "<iframe>", party: p, reach: [a]}]
    contracts: [{id: c, name: "]]><x>", covers: [a], provider: p, targets: [{restore-within: 4h}]}]
    plans: [{id: pl, name: "<form>", for: [b], relies-on: [a], tested: 2025-01-01}]
    measures: [{id: m, text: "<style>*{}</style>", from: s}]
    components:
      - {id: a, name: "</title><script>alert(1)</script>", kind: network-element, owner: p, repair: 1h}
      - {id: b, name: 'x" onload="y & <b>', kind: consumer, requires: [a], owner: p}

    """

  @Test(arguments: Language.allCases) func hostileNamesStayText(language: Language) throws {
    let model = try BriefedModel(Self.hostile, failing: ["a"])
    let page = model.briefing(language).page([])
    for tag in ["<script", "<b>", "<img", "<iframe", "<form", "<x>", "<svg", "<style>*"] {
      #expect(!page.contains(tag), "\(tag)")
    }
    #expect(page.contains("&lt;script&gt;") && page.contains("{{title}}"))
    let text = BriefingFolder(model.briefing(language)).markdown([])
    #expect(!text.replacing("\\<", with: "").contains("<"))
    for file in BriefingFolder(model.briefing(language)).sheets where file.name.hasSuffix("html") {
      let sheet = String(decoding: file.bytes, as: UTF8.self)
      #expect(!sheet.contains("<script") && !sheet.contains("<b>"), "\(file.name)")
    }
  }
}
