import Foundation
import Testing

@testable import DepGraph

@Suite struct BriefingTests {
  private func briefing(_ seeds: [String], _ language: Language) throws -> Briefing {
    try BriefedModel(TestNetwork.text, failing: seeds).briefing(language)
  }

  @Test func theTitleOfThePageHasNamesAndNoIDs() throws {
    let page = try briefing(["kern"], .dutch).page([])
    #expect(page.contains("<h1>Gevolgen van uitval: Kern</h1>"))
    #expect(page.contains("Alles staat in blast.csv en register.csv"))
    #expect(
      page.contains(
        ">VOORBEELD · FICTIEVE GEGEVENS · VOORSTEL: ONGERUBRICEERD · TLP:GREEN · vastgesteld door:\u{A0}"
      ))
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

  @Test func plansAndMeasuresAreTold() throws {
    let model = try BriefedModel(
      """
      depgraph: 1
      basis: fictional
      sources: [{id: letter, title: Letter}]
      plans: [{id: p1, name: Paper plan, for: [desk], relies-on: [mail]}]
      measures: [{id: m1, text: A second server, from: letter, status: planned}]
      components:
        - {id: core, kind: platform, requires: []}
        - {id: mail, kind: service, requires: [core]}
        - {id: desk, kind: process, requires: [core], rto: 4h}
      """, failing: ["core"])
    let page = model.briefing(.english).page([])
    #expect(page.contains("Paper plan") && page.contains("A second server"))
    #expect(page.contains("plans.csv") && page.contains("measures.csv"))
  }

  @Test func theTextForDocumentsHasTheSameAnswersAndPictures() throws {
    let briefing = try self.briefing(["kern"], .dutch)
    let figure = Briefing.Figure(name: "blast", caption: "", svg: "<svg></svg>", rows: [])
    let text = BriefingFolder(briefing).markdown([figure])
    #expect(text.hasPrefix("# Gevolgen van uitval: Kern\n"))
    for chapter in briefing.chapters {
      #expect(text.contains("# \(chapter.number). "), "\(chapter.number)")
    }
    #expect(text.contains("![](blast.png)"))
    #expect(!text.contains("![](overview.png)"))
  }

  @Test func everyResultIsThereForMachinesAndAsATable() throws {
    let briefing = try BriefedModel(shipped: "voorbeeld").briefing(.english)
    let names = BriefingFolder(briefing).results.map(\.name)
    for result in briefing.answers.results(language: .english) {
      #expect(names.contains("\(result.name).json") && names.contains("\(result.name).csv"))
    }
    let sheets = BriefingFolder(briefing).sheets.map(\.name)
    #expect(sheets.contains("print/restore.html") && sheets.contains("print/escalate.html"))
    #expect(sheets.contains { $0.hasPrefix("print/exercise-software-storing/") })
  }
}
