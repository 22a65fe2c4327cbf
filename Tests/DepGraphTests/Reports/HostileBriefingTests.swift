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
    let shipped = try ShippedModel("voorbeeld")
    let blast = try shipped.blast(["software:router-os-7"])
    let drawn = BriefingFigures(
      of: blast, in: shipped.compiled, language: .english, renderer: KilledRenderer())
    #expect(drawn.files.isEmpty)
    #expect(drawn.figures.count == 2)
    #expect(drawn.remarks.count == 2 && drawn.remarks.allSatisfy { $0.contains("signal 9") })
    let page = Briefing(
      blast, Register(of: shipped.compiled), in: shipped.compiled, warnings: [],
      language: .english
    ).page(drawn.figures)
    #expect(page.contains("Router software 7") && page.contains("the same content as a table"))
  }

  @Test func hostileNamesStayText() throws {
    let model = try TestModel(
      """
        - {id: a, name: "</title><script>alert(1)</script>", kind: network-element}
        - {id: b, name: 'x" onload="y & <b>', kind: consumer, requires: [a]}
      """)
    let blast = try model.blast("a")
    let page = Briefing(
      blast, Register(of: model.compiled), in: model.compiled, warnings: [], language: .dutch
    ).page([])
    #expect(!page.contains("<script") && !page.contains("<b>"))
    #expect(page.contains("&lt;script&gt;"))
  }
}
