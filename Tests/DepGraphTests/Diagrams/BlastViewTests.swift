import DepGraph
import Testing

@Suite struct BlastViewTests {
  static let chain = """
      - {id: feed, name: Voeding, kind: power}
      - {id: spare, name: Reserve, kind: power}
      - {id: core, name: Kern, kind: platform, requires: [{ref: feed, holdup: 8h}]}
      - {id: radio, name: Radio, kind: platform, requires: [{any: [feed, spare]}]}
      - {id: doors, name: Deuren, kind: facility, requires: [{ref: core, basis: assumed}]}
      - {id: portal, name: Portaal, kind: process, requires: [core]}
      - {id: police, name: Politie, kind: consumer, requires: [radio]}
      - {id: town, name: Gemeente, kind: consumer, requires: unknown}
      - {id: tower, name: Toren, kind: consumer, requires: [spare], independent-of: [{ref: feed}]}
      - {id: lone, name: Los, kind: facility, requires: []}
    """

  private func blast(
    _ language: Language = .dutch, after: TimeSpan? = nil
  ) throws -> Diagram {
    let model = try TestModel(Self.chain)
    return BlastView(
      try model.blast("feed", after: after), in: model.compiled, language: language,
      toolVersion: "1.2.3"
    ).diagram
  }

  private func shape(_ id: String, in diagram: Diagram) throws -> Diagram.Shape {
    try #require(diagram.shapes.first { $0.members == [id] })
  }

  private func role(_ from: String, _ to: String, in diagram: Diagram) -> LineRole? {
    diagram.lines.first {
      diagram.shapes[$0.from].members == [from] && diagram.shapes[$0.to].members == [to]
    }?.role
  }

  @Test func gradesHaveTheirRoleSignAndWord() throws {
    let diagram = try blast()
    #expect(try shape("feed", in: diagram).glyph == "✕")
    #expect(try shape("core", in: diagram).role == .down)
    #expect(try shape("core", in: diagram).glyph == "■")
    #expect(try shape("radio", in: diagram).role == .reduced)
    #expect(try shape("town", in: diagram).glyph == "?")
    #expect(try shape("tower", in: diagram).role == .unaffected)
    for text in [
      "✕ oorzaak", "■ valt uit", "◇ minder reserve", "? niet te zeggen", "○ geen bekend gevolg",
    ] {
      #expect(diagram.legend.contains { $0.text == text }, "\(text)")
    }
    #expect(!diagram.legend.contains { $0.text == "▲ beperkt" }, "it does not occur")
  }

  @Test func whatIsOnlyPossibleIsDashedAndNamed() throws {
    let doors = try shape("doors", in: try blast())
    #expect(doors.isPossible)
    #expect(doors.facts == ["mogelijk · T+8 uur"])
    #expect(try !shape("portal", in: try blast()).isPossible)
  }

  @Test func arrowsLeadFromTheCause() throws {
    let diagram = try blast()
    #expect(role("feed", "core", in: diagram) == .spreads)
    #expect(role("core", "portal", in: diagram) == .spreads)
    #expect(role("core", "doors", in: diagram) == .mayspread)
    #expect(role("feed", "radio", in: diagram) == .holds)
    #expect(role("radio", "police", in: diagram) == .leans)
  }

  @Test func theHeadlineHoldsForAMoment() throws {
    #expect(
      try blast().headline
        == "Valt Voeding uit, dan valt binnen 8 uur zeker 1 van de 4 afnemers en processen uit")
    #expect(
      try blast(after: .hours(4)).headline
        == "Valt Voeding uit, dan valt binnen 4 uur geen van de 4 afnemers en processen aantoonbaar uit"
    )
    #expect(
      try blast(.english, after: .hours(12)).headline
        == "If Voeding fails, 1 of the 4 consumers and processes goes down within 12 h for certain")
    #expect(try blast().subtitle.contains("Valt uit: zeker 2, mogelijk in totaal 3"))
    #expect(try blast().subtitle.contains("als alle overbruggingstijden op zijn"))
  }

  @Test func severalCausesAndOneConsumerAreSaidInTheirNumber() throws {
    let components = """
        - {id: feed, name: Voeding, kind: power}
        - {id: spare, name: Reserve, kind: power}
        - {id: police, name: Politie, kind: consumer, requires: [{any: [feed, spare]}]}
      """
    let model = try TestModel(components)
    let headline = { (seeds: [String], language: Language) in
      let question = BlastRadius.Question(try model.compiled.seeds(seeds))
      return BlastView(
        BlastRadius(question, in: model.compiled), in: model.compiled, language: language,
        toolVersion: "1"
      ).diagram.headline
    }
    #expect(
      try headline(["feed"], .dutch)
        == "Valt Voeding uit, dan valt direct de enige afnemer niet aantoonbaar uit")
    #expect(
      try headline(["feed", "spare"], .english)
        == "If Voeding and Reserve fail, the one consumer goes down at once for certain")
    let alone = try TestModel("  - {id: a, name: A, kind: power}\n  - {id: b, requires: [a]}")
    let view = BlastView(
      try alone.blast("a"), in: alone.compiled, language: .dutch, toolVersion: "1")
    #expect(view.diagram.headline == "Valt A uit, dan valt direct zeker 1 onderdeel uit")
    #expect(view.diagram.subtitle.hasPrefix("Van 2 onderdelen, direct. Valt uit: zeker 1"))
  }

  @Test func aReserveThatLastsHoldsTheFailure() throws {
    let diagram = try blast(after: .hours(4))
    #expect(!diagram.shapes.contains { $0.members == ["core"] && $0.role == .down })
  }

  @Test func whatNothingReachesIsCountedAndNotDrawn() throws {
    let diagram = try blast()
    #expect(!diagram.shapes.flatMap(\.members).contains("lone"))
    #expect(diagram.notes.contains { $0.hasPrefix("2 onderdelen waar niets") })
  }

  @Test func everyComponentOfTheAnswerStandsInOneShape() throws {
    let model = try TestModel(Self.chain)
    let answer = try model.blast("feed")
    let diagram = BlastView(
      answer, in: model.compiled, language: .dutch, toolVersion: "1"
    ).diagram
    let drawn = diagram.shapes.flatMap(\.members)
    let hits = answer.down + answer.degraded + answer.reducedRedundancy
    let expected =
      ["feed"] + model.ids(hits) + answer.cannotTell.map { model.compiled.table.id(of: $0.vertex) }
      + ["tower"]
    #expect(drawn.sorted() == expected.sorted())
  }

  @Test func groupsOfNetworksWithPathsHaveTheirArrows() throws {
    let model = try TestModel(
      """
        - {id: n1, kind: network-element}
        - {id: n2, kind: network-element}
        - {id: fibre, kind: link, ends: [n1, n2], network: ring}
        - {id: line, kind: service, requires: [{path: {from: n1, to: [n2], over: ring}}]}
      """)
    let diagram = BlastView(
      try model.blast("fibre"), in: model.compiled, language: .english, toolVersion: "1"
    ).diagram
    #expect(role("fibre", "line", in: diagram) == .spreads)
  }
}

@Suite struct PictureBannerTests {
  private static let text = """
    depgraph: 1
    basis: public
    sources: [{id: s, title: A report}]
    components:
      - {id: signal, kind: time-source, source: s}
      - {id: clock, kind: time-source, requires: [signal], source: s}
      - {id: other, kind: time-source, source: s}
      - {id: example, kind: consumer, requires: [other], basis: fictional}
    """

  private func banner(_ seed: String, _ language: Language) throws -> String {
    let compiled = try CompiledModel(ModelReader().read(text: Self.text, named: "m.yaml").model)
    let blast = BlastRadius(.init(try compiled.seeds([seed])), in: compiled)
    return BlastView(blast, in: compiled, language: language, toolVersion: "1").diagram.banner
  }

  @Test func madeUpExamplesInAPictureOfPublicFactsAreSaid() throws {
    let made = try banner("other", .english)
    #expect(made.hasPrefix("PUBLIC FACTS · WITH MADE-UP EXAMPLES · PROPOSAL: "))
    #expect(
      try banner("other", .dutch).hasPrefix(
        "OPENBARE FEITEN · MET VERZONNEN VOORBEELDEN · VOORSTEL: "))
  }

  @Test func onlyWhatIsDrawnCounts() throws {
    #expect(try banner("signal", .english).hasPrefix("PUBLIC FACTS · PROPOSAL: "))
  }

  @Test func aLineForTheWholeModelCountsAllOfIt() throws {
    let model = try ModelReader().read(text: Self.text, named: "m.yaml").model
    let proposal = ProposedMarking(ofAll: model)
    #expect(
      PictureBanner.line(proposal, of: model, language: .english).contains("WITH MADE-UP EXAMPLES"))
  }
}

@Suite struct WhyViewTests {
  private func view(_ target: String, _ seeds: String...) throws -> Diagram {
    let model = try TestModel(BlastViewTests.chain)
    let why = Why(
      try model.vertex(target), after: try model.compiled.seeds(seeds), in: model.compiled)
    return WhyView(why, in: model.compiled, language: .dutch, toolVersion: "1").diagram
  }

  @Test func theChainRunsFromTheCauseToTheTarget() throws {
    let diagram = try view("portal", "feed")
    #expect(diagram.headline == "Waarom Portaal uitvalt als Voeding uitvalt")
    let arrows = diagram.lines.map {
      diagram.shapes[$0.from].members[0] + " " + diagram.shapes[$0.to].members[0]
    }
    #expect(arrows.sorted() == ["core portal", "feed core"])
    #expect(diagram.shapes.map(\.role).filter { $0 == .origin }.count == 1)
  }

  @Test func whatIsOnlyInferredIsDashedAndCalledPossible() throws {
    let diagram = try view("doors", "feed")
    #expect(diagram.headline == "Waarom Deuren mogelijk uitvalt als Voeding uitvalt")
    let roles = Dictionary(
      uniqueKeysWithValues: diagram.lines.map {
        (diagram.shapes[$0.from].members[0] + " " + diagram.shapes[$0.to].members[0], $0.role)
      })
    #expect(roles == ["feed core": .spreads, "core doors": .mayspread])
    let doors = try #require(diagram.shapes.first { $0.members == ["doors"] })
    #expect(doors.isPossible)
    #expect(doors.facts == ["mogelijk"])
    #expect(diagram.legend.contains { $0.text == "mogelijk" })
    #expect(diagram.legend.contains { $0.text == "mogelijk: afgeleid" })
    #expect(!diagram.shapes.contains { $0.members == ["core"] && $0.isPossible })
  }

  @Test func whatRestsOnSomethingPossibleIsPossibleToo() throws {
    let model = try TestModel(
      """
        - {id: core, requires: []}
        - {id: backup, requires: [{ref: core, basis: inferred}]}
        - {id: desk, kind: process, requires: [backup]}
      """)
    let why = Why(
      try model.vertex("desk"), after: try model.compiled.seeds(["core"]), in: model.compiled)
    let diagram = WhyView(why, in: model.compiled, language: .english, toolVersion: "1").diagram
    #expect(diagram.headline.hasPrefix("Why desk may go down"))
    #expect(diagram.lines.count == 2)
    #expect(diagram.lines.allSatisfy { $0.role == .mayspread })
  }

  @Test func whatHoldsIsShownUpToTheTarget() throws {
    let diagram = try view("police", "feed")
    #expect(diagram.headline == "Waarom Politie blijft werken als Voeding uitvalt")
    let roles = Dictionary(
      uniqueKeysWithValues: diagram.lines.map {
        (diagram.shapes[$0.from].members[0] + " " + diagram.shapes[$0.to].members[0], $0.role)
      })
    #expect(roles == ["feed radio": .holds, "spare radio": .carries, "radio police": .carries])
  }

  @Test func severalCausesFailTogether() throws {
    #expect(
      try view("police", "feed", "spare").headline
        == "Waarom Politie uitvalt als Voeding en Reserve uitvallen")
    #expect(
      try view("police", "feed", "spare").sourceLine.contains("«feed, spare vallen uit»"))
  }

  @Test func noWayIsSaid() throws {
    let diagram = try view("lone", "feed")
    #expect(diagram.headline.hasPrefix("Van Voeding loopt geen bekende weg"))
  }
}
