import Testing

@testable import DepGraph

@Suite struct BriefingTests {
  private func briefing(_ seeds: [String], _ language: Language) throws -> Briefing {
    let network = try TestNetwork()
    return Briefing(
      try network.blast(seeds), Register(of: network.compiled), in: network.compiled,
      warnings: [], language: language)
  }

  @Test func theTitleOfThePageHasNamesAndNoIDs() throws {
    let page = try briefing(["kern"], .dutch).page([])
    #expect(page.contains("<h1>Gevolgen van uitval: Kern</h1>"))
    #expect(page.contains("staat in register.json"))
    #expect(page.contains(">VOORBEELD · FICTIEVE GEGEVENS · ONGERUBRICEERD · TLP:GREEN<"))
  }

  @Test func theSummaryHasFourEntriesAndFitsItsWidth() throws {
    for width in [40, 100] {
      let lines = try briefing(["kern"], .dutch).summary(width: width)
        .split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.allSatisfy { String($0).displayWidth <= width }, "\(width): \(lines)")
      let labels = ["Zeker uit ", "Mogelijk uit ", "Werkt beperkt ", "Niet te zeggen "]
      let found = labels.compactMap { label in lines.firstIndex { $0.hasPrefix(label) } }
      #expect(found.count == 4 && found == found.sorted(), "\(lines)")
    }
    let text = try briefing(["kern"], .english).summary()
    #expect(text.contains("Down for certain  2  Desk, Alerting\n"))
    #expect(text.contains("Cannot tell       1  Obscure"))
  }

  @Test func plansAndMeasuresGetASectionWhereTheModelHasThem() throws {
    let extra = """
      sources: [{id: letter, title: Letter}]
      plans: [{id: p1, name: Paper plan, for: [desk], relies-on: [mail]}]
      measures: [{id: m1, text: A second server, from: letter, status: planned}]

      """
    let compiled = try TestModel(
      """
        - {id: core, kind: platform, requires: []}
        - {id: mail, kind: service, requires: [core]}
        - {id: desk, kind: process, requires: [core], rto: 4h}
      """, extra: extra
    ).compiled
    let blast = BlastRadius(.init(try compiled.seeds(["core"])), in: compiled)
    let pages = [Preparation(of: compiled), Preparation()].map { preparation in
      Briefing(
        blast, Register(of: compiled), preparation, in: compiled, warnings: [], language: .english
      ).page([])
    }
    #expect(pages[0].contains("id=\"plans\"") && pages[0].contains("id=\"measures\""))
    #expect(pages[0].contains("Paper plan") && pages[0].contains("A second server"))
    #expect(!pages[1].contains("id=\"plans\"") && !pages[1].contains("id=\"measures\""))
  }
}
