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
}
