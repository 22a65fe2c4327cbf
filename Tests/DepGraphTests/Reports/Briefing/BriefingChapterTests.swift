import Testing

@testable import DepGraph

/// The ten questions, with data and without.
@Suite struct BriefingChapterTests {
  private func chapters(
    _ model: BriefedModel, _ language: Language = .english
  ) -> [BriefingChapter] { model.briefing(language).chapters }

  @Test(arguments: Language.allCases) func theTeachingModelAnswersAllTen(language: Language) throws
  {
    let chapters = chapters(try BriefedModel(shipped: "voorbeeld"), language)
    #expect(chapters.map(\.number) == Array(1...10))
    for chapter in chapters {
      let conclusion = try #require(chapter.conclusion, "question \(chapter.number)")
      #expect(!conclusion.contains("(router-os"), "no ids: \(conclusion)")
      #expect(!chapter.blocks.isEmpty && !chapter.results.isEmpty, "question \(chapter.number)")
    }
  }

  @Test(arguments: Language.allCases) func aBareModelSaysWhatIsMissing(language: Language) throws {
    let model = try BriefedModel(
      """
      depgraph: 1
      basis: fictional
      components:
        - {id: core, kind: platform}
        - {id: desk, kind: process, requires: [core]}
      """)
    let chapters = chapters(model, language)
    let answered = chapters.filter { $0.conclusion != nil }.map(\.number)
    #expect(answered == [1, 2, 7])
    for chapter in chapters where chapter.conclusion == nil {
      let gap = try #require(chapter.gap, "question \(chapter.number)")
      #expect(!gap.missing.isEmpty && !gap.keys.isEmpty)
    }
    let page = Briefing(model.answers, language: language).page([])
    #expect(page.components(separatedBy: "<section id=\"q").count == 11)
    #expect(page.contains(language == .dutch ? "niet beantwoord, en 0" : "not answered, and 0"))
  }

  @Test func anEmptyModelAnswersNothingAndIsStillAPage() throws {
    let model = try BriefedModel("depgraph: 1\nbasis: fictional\n")
    #expect(chapters(model).allSatisfy { $0.conclusion == nil && $0.gap != nil })
    let page = model.briefing(.dutch).page([])
    #expect(page.contains("<h1>Briefing over afhankelijkheden</h1>"))
    #expect(!page.contains("class=\"tiles\""))
  }

  // MARK: - What is told

  private func text(_ chapter: BriefingChapter) -> String {
    let report = Report(
      title: "", keySentence: chapter.conclusion ?? "", blocks: chapter.blocks,
      data: .init(names: [], rows: []))
    return report.text(TextStyle(width: 400))
  }

  @Test func redundantUnitsWithOneSoftwareCountAsOne() throws {
    let first = chapters(try BriefedModel(shipped: "nafin"))[0]
    let conclusion = try #require(first.conclusion)
    #expect(conclusion.hasPrefix("Within 24 hours, 13 consumers and processes go down for certain"))
    #expect(conclusion.contains("Time component A and Time component B seem to stand in"))
    #expect(conclusion.contains("fall together with Software of the time component"))
    // Of nobody is it public how long it bears it: unknown, and not never.
    #expect(text(first).contains("not known") && text(first).contains("key mtpd"))
  }

  @Test func whoBearsItForTheShortestIsNamedWithTheMoment() throws {
    let first = chapters(try BriefedModel(shipped: "voorbeeld"))[0]
    // Acute care bears 8 hours and is down at once.
    let conclusion = try #require(first.conclusion)
    #expect(conclusion.contains("by Acute care: until 8 hours after the beginning"))
    let table = first.blocks.compactMap { block -> Report.Table? in
      if case .table(let table) = block { table } else { nil }
    }
    let row = try #require(table.first?.rows.first { $0[1] == "Acute care" })
    #expect(row == ["no ministry", "Acute care", "goes down", "certain", "at once", "8 hours"])
    #expect(table.first?.rows.contains { $0[1] == "Municipal desk Fictiedam" } == true)
  }

  @Test func singlePointsOfSeveralOrganisationsAreCounted() throws {
    let model = try BriefedModel(shipped: "voorbeeld")
    let review = try #require(model.answers.found.singlePoints)
    let wide = review.singlePoints.ranking.filter {
      $0.consequences.organisations.possible.count > 1
    }
    let chapter = chapters(model)[1]
    let conclusion = try #require(chapter.conclusion)
    #expect(
      conclusion.hasPrefix("\(wide.count) elements each bring down more than one organisation"))
    #expect(conclusion.contains("The widest is Router software 7: 5 organisations."))
    #expect(text(chapter).contains("Core router 1"))
  }

  @Test func theOutageOfThirteenHoursMissesAnAimAndBreachesNothing() throws {
    let chapter = chapters(try BriefedModel(shipped: "nafin"))[3]
    let conclusion = try #require(chapter.conclusion)
    #expect(
      conclusion.hasPrefix(
        "NAFIN was down for 13 hours where 4 hours were agreed, 9 hours longer. A missed aim, no breach"
      ))
    let told = text(chapter)
    let row = try #require(told.split(separator: "\n").first { $0.contains("× 3.25") })
    for cell in ["NAFIN", "13 hours", "4 hours", "9 hours", "aim"] { #expect(row.contains(cell)) }
    #expect(row.hasSuffix("no"))
    #expect(chapter.gap?.keys == "components: rto, mtpd")
  }

  @Test func whatWasGuaranteedIsABreachAndWhatIsNotSaidIsOpen() throws {
    for (nature, word) in [("guaranteed", "yes"), ("aim", "no"), (nil, "cannot tell")] {
      let stated = nature.map { ", nature: \($0)" } ?? ""
      let chapter = chapters(
        try BriefedModel(
          """
          depgraph: 1
          basis: fictional
          sources: [{id: log, title: Log}]
          contracts: [{id: sla, name: SLA core, kind: sla, covers: [core], targets: [{restore-within: 4h, clock-from: start\(stated)}]}]
          components:
            - {id: core, kind: platform, requires: [], name: Core}
            - {id: desk, kind: process, requires: [core], name: Desk}
          observations:
            - {component: core, state: down, from: "2026-01-05T08:00+01:00", until: "2026-01-05T21:00+01:00", source: log}
          """))[3]
      let row = try #require(text(chapter).split(separator: "\n").first { $0.contains("× 3.25") })
      #expect(row.hasSuffix(word), "\(nature ?? "unstated"): \(row)")
    }
  }

  @Test func levelsAreHeldAgainstWhatWasDone() throws {
    let chapter = chapters(try BriefedModel(shipped: "voorbeeld"))[4]
    let conclusion = try #require(chapter.conclusion)
    #expect(conclusion.hasPrefix("Replayed with “Exercise: routers down, out of hours”. "))
    #expect(conclusion.contains("1 hour 30 min too late"))
    #expect(chapter.isAlarming)
    #expect(text(chapter).contains("50 min later"))
    // Of the real outage nobody made public when it was escalated.
    let real = chapters(try BriefedModel(shipped: "nafin"))[4]
    #expect(real.gap?.keys == "scenario: events: escalate")
    #expect(text(real).contains("Escalation framework used: "))
  }

  @Test func whoCannotBeReachedComesFirst() throws {
    let chapter = chapters(try BriefedModel(shipped: "voorbeeld"))[5]
    #expect(chapter.conclusion?.contains("No longer: Network officer on duty") == true)
    guard case .table(let table)? = chapter.blocks.first else {
      Issue.record("no table")
      return
    }
    #expect(table.rows[0][0] == "Network officer on duty")
    #expect(table.rows[0][1] == "nothing: send somebody")
    let officer = try #require(table.rows.first { $0[0] == "CIO Ministry of Example" })
    #expect(officer[1].contains("Courier") && officer[3].contains("Office telephony"))
  }

  @Test func alternativesAreCountedAsTheRegisterDoes() throws {
    let model = try BriefedModel(TestNetwork.text, failing: ["kern"])
    let chapter = chapters(model)[6]
    let conclusion = try #require(chapter.conclusion)
    #expect(conclusion.contains("users of Core") || conclusion.contains("of Core, "))
    let core = try #require(model.compiled.vertex(of: "kern"))
    let rows = Register(usersOf: core, in: model.compiled).rows.filter {
      model.compiled.component($0.user)?.isUser == true
    }
    let none = rows.count { $0.alternative == .none }
    #expect(conclusion.contains("\(none) have no alternative"))
    #expect(text(chapter).contains("Double"))
  }

  @Test func criteriaAndTheActualDecisionStandApart() throws {
    let chapter = chapters(try BriefedModel(shipped: "nafin"))[7]
    let conclusion = try #require(chapter.conclusion)
    #expect(
      conclusion.contains("The actual decision: NAFIN is not designated (22 September 2025)."))
    let told = text(chapter)
    #expect(told.contains("undetermined"))
    #expect(chapter.results == ["vital-nl-vitaal-2015", "vital-cer-article-7"])
  }

  @Test func expectedStandsBesideObserved() throws {
    let chapter = chapters(try BriefedModel(shipped: "nafin"))[9]
    let conclusion = try #require(chapter.conclusion)
    #expect(conclusion.contains("4 of 5 expectations met"))
    #expect(conclusion.contains("the model predicts 4 of the 4 testable components"))
    #expect(text(chapter).contains("The agreed aim of 4 hours"))
  }

  @Test func longTablesSayWhatIsLeftOut() throws {
    let offices = (1...60).map {
      "  - {id: o\($0), kind: process, requires: [core], name: Office \($0)}"
    }
    let model = try BriefedModel(
      "depgraph: 1\nbasis: fictional\ncomponents:\n  - {id: core, kind: platform, requires: []}\n"
        + offices.joined(separator: "\n") + "\n", failing: ["core"])
    let chapter = chapters(model)[0]
    #expect(
      chapter.blocks.contains(
        .note("20 more of the 60 rows are not shown here; blast.csv has all of them.")))
    let table = try #require(model.answers.reports(language: .english).first { $0.name == "blast" })
    #expect(table.report.data.rows.count >= 60)
  }
}
