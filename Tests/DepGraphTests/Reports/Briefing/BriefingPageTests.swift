import Testing

@testable import DepGraph

/// The page as a reader of the screen, a printer and a careful browser meet it.
@Suite struct BriefingPageTests {
  private static func page(_ name: String, _ language: Language) throws -> String {
    let figure = Briefing.Figure(
      name: "overview", caption: "All", svg: "<svg id=\"d1-x\"></svg>", rows: [])
    let table = Briefing.Figure(
      name: "blast", caption: "Hit", svg: nil, rows: [["Name", "State"], ["Core", "down"]])
    return try BriefedModel(shipped: name).briefing(language).page([figure, table])
  }

  /// The tags of a page in order, with their attributes.
  private static func tags(_ page: String) -> [String] {
    page.split(separator: "<").dropFirst().compactMap { piece in
      piece.split(separator: ">", maxSplits: 1, omittingEmptySubsequences: false).first
        .map(String.init)
    }
  }

  @Test(arguments: ["nafin", "voorbeeld"], Language.allCases)
  func headingsGoDownOneStepAtATime(name: String, language: Language) throws {
    let page = try Self.page(name, language)
    let levels = Self.tags(page).compactMap { tag -> Int? in
      guard tag.count >= 2, tag.hasPrefix("h"), let level = Int(tag.dropFirst().prefix(1)) else {
        return nil
      }
      return level
    }
    #expect(levels.first == 1 && levels.count { $0 == 1 } == 1)
    for (one, next) in zip(levels, levels.dropFirst()) { #expect(next <= one + 1) }
    #expect(page.contains("<html lang=\"\(language.rawValue)\">"))
  }

  @Test(arguments: ["nafin", "voorbeeld"]) func everyTableSaysWhatItsCellsAre(name: String) throws {
    let tags = Self.tags(try Self.page(name, .dutch))
    let heads = tags.filter { $0 == "th" || $0.hasPrefix("th ") }
    #expect(!heads.isEmpty && heads.allSatisfy { $0.contains("scope=") })
    let tables = tags.count { $0 == "table" }
    #expect(tables > 5 && tables == tags.count { $0 == "thead" })
  }

  @Test(arguments: ["nafin", "voorbeeld"], Language.allCases)
  func nothingIsFetchedAndNothingRuns(name: String, language: Language) throws {
    let page = try Self.page(name, language)
    #expect(page.contains("Content-Security-Policy"))
    #expect(page.contains("default-src 'none'"))
    for word in ["src=", "@import", "url(", "<script", "<link", "javascript:", "onload="] {
      #expect(!page.contains(word), "\(word)")
    }
    let links = Self.tags(page).filter { $0.hasPrefix("a ") }
    #expect(links.allSatisfy { $0.hasPrefix("a href=\"#") })
  }

  @Test(arguments: ["nafin", "voorbeeld"]) func everyLinkHasAPlaceAndNoPlaceStandsTwice(
    name: String
  ) throws {
    let tags = Self.tags(try Self.page(name, .english))
    let value = { (tag: String, key: String) -> String? in
      guard let start = tag.firstRange(of: " \(key)=\"") else { return nil }
      return String(tag[start.upperBound...].prefix { $0 != "\"" })
    }
    let ids = tags.compactMap { value($0, "id") }
    #expect(Set(ids).count == ids.count, "\(ids)")
    let targets = tags.compactMap { value($0, "href") }.map { String($0.dropFirst()) }
    #expect(Set(targets).isSubset(of: ids), "\(Set(targets).subtracting(ids))")
    let labels = tags.compactMap { value($0, "aria-labelledby") }
    #expect(Set(labels).isSubset(of: ids))
  }

  @Test func aPictureThatFailedIsATable() throws {
    let page = try Self.page("nafin", .english)
    #expect(page.contains("the same content as a table"))
    #expect(page.contains("<th scope=\"row\">Core</th>"))
  }

  @Test(arguments: Language.allCases) func theFirstPageHasItsFiveParts(language: Language) throws {
    let page = try Self.page("voorbeeld", language)
    let phrases = Phrases(language)
    let header = try #require(page.components(separatedBy: "</header>").first)
    let parts = [
      phrases.findingsHeading, phrases.notKnownHeading, phrases.decisionHeading,
      phrases.reliabilityHeading,
    ]
    let places = parts.compactMap { header.firstRange(of: ">\($0)</h2>")?.lowerBound }
    #expect(places.count == 4 && places == places.sorted())
    #expect(header.components(separatedBy: "<li>").count >= 4)
    #expect(header.contains(language == .dutch ? "maatregel 3" : "measure 3"))
  }

  @Test func theDecisionIsLeftToTheWriter() throws {
    let page = try Self.page("nafin", .dutch)
    #expect(page.contains("<p class=\"decision empty\">Door de schrijver in te vullen:</p>"))
    var model = try BriefedModel(shipped: "nafin")
    model.question.decision = LocalizedText("Leg <b>niets</b> aan.", in: .dutch)
    #expect(
      model.briefing(.dutch).page([]).contains(
        "<p class=\"decision\">Leg &lt;b&gt;niets&lt;/b&gt; aan.</p>"))
  }

  @Test func findingsAreTheFirstSentencesOfAnswers() throws {
    let text = "One of 1.5 hours. A second one, longer. Third? No. 4 more."
    #expect(text.firstSentences(within: 10) == "One of 1.5 hours.")
    #expect(text.firstSentences(within: 45) == "One of 1.5 hours. A second one, longer.")
    #expect("No end".firstSentences(within: 3) == "No end")
    #expect("".firstSentences(within: 3).isEmpty)
    let briefing = try BriefedModel(shipped: "nafin").briefing(.english)
    #expect(briefing.note.findings.count == 3)
    #expect(briefing.note.findings[0].text.contains("13 hours"))
    #expect(briefing.note.findings[0].text.contains("no breach of contract"))
    #expect(briefing.note.missing.count == 5)
  }

  @Test func idsBehindNamesGoAndOtherBracketsStay() throws {
    let names = DisplayNames(compiled: try TestNetwork().compiled, language: .english)
    #expect(names.withoutIDs("Core (kern) and Desk (loket).") == "Core and Desk.")
    #expect(names.withoutIDs("SLA kern (sla) holds") == "SLA kern holds")
    #expect(names.withoutIDs("Core (old) (kern) x (2 of 3") == "Core (old) (kern) x (2 of 3")
    #expect(names.withoutIDs("Desk (kern)") == "Desk (kern)")
  }
}
