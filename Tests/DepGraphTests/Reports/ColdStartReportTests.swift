import Testing

@testable import DepGraph

@Suite struct ColdStartReportTests {
  static let components = """
      - {id: feed, name: Voeding, kind: power, shares: {site: hal}}
      - {id: disk, name: Schijf, kind: platform, requires: [feed], starts-with: [login]}
      - {id: login, name: Aanmelden, kind: platform, requires: [disk], manual-start: true}
      - {id: portal, name: Portaal, kind: process, requires: [login]}
      - {id: core, name: Kern, kind: network-element, requires: [feed], repair-needs: [{any: [remote, doors]}]}
      - {id: remote, name: Op afstand, kind: service, requires: [core]}
      - {id: doors, name: Deuren, kind: facility, requires: [core]}
      - {id: town, name: Gemeente, kind: consumer, requires: unknown}
    """

  private func start(_ failed: String...) throws -> (ColdStart, CompiledModel) {
    let compiled = try TestModel(Self.components).compiled
    return (ColdStart(in: compiled, failed: try compiled.seeds(failed)), compiled)
  }

  @Test func theDeadlocksAndTheOrder() throws {
    let (start, compiled) = try start()
    try GoldenText("Reports/coldstart-nl.txt").expect(
      start.report(in: compiled, language: .dutch).text())
    try GoldenText("Reports/coldstart-en.md").expect(
      start.report(in: compiled, language: .english).markdown)
    try GoldenText("Reports/coldstart.csv").expect(
      start.report(in: compiled, language: .english).csv)
    try GoldenText("Reports/coldstart.json").expect(start.json(in: compiled).jsonText)
  }

  @Test func whatHasFailedStaysDown() throws {
    let (start, compiled) = try start("core")
    let report = start.report(in: compiled, language: .english)
    #expect(report.title == "Starting after a complete outage, without Kern (core)")
    #expect(report.text().contains("Stays down because of what has failed (2): "))
    #expect(start.json(in: compiled)["down"]?.jsonText.contains("remote") == true)
  }

  @Test func whatLacksItsStarterIsNamedWithIt() throws {
    let (start, compiled) = try start("login")
    let text = start.report(in: compiled, language: .english).text()
    #expect(text.contains("- Schijf (disk) cannot start: what that takes does not work.\n"))
    #expect(text.contains("  - Starting it takes: Aanmelden (login).\n"))
    #expect(!text.contains("the rest starts by itself"))
  }

  /// Nothing unknown is told as certain, least of all in the first sentence.
  @Test func theCountIsAsFarAsKnown() throws {
    let (start, compiled) = try start()
    #expect(
      start.report(in: compiled, language: .english).keySentence.contains(
        "as far as is known: of 1 component it is not wholly known what it needs"))
    let dark = try TestModel("    - {id: a, requires: unknown}\n    - {id: b, requires: unknown}")
    let report = ColdStart(in: dark.compiled).report(in: dark.compiled, language: .dutch)
    #expect(
      report.keySentence.hasSuffix(
        "voor zover bekend: van geen enkel onderdeel is volledig bekend wat het nodig heeft."))
  }

  @Test func aGreedyChoiceSaysSo() {
    let phrases = Phrases(.english)
    let greedy = phrases.breakerLine(["a", "b"], isExact: false, isRepair: false)
    #expect(greedy.hasPrefix("Breakers: a and b ") && greedy.contains("Fewer may do"))
    let one = phrases.breakerLine(["a"], isExact: false, isRepair: false)
    #expect(!one.contains("Fewer"), "fewer than one is none")
  }

  @Test(arguments: [
    (0, 0, 0, 0, "Er is niets om op te starten.", "There is nothing to start."),
    (1, 0, 0, 0, "Het ene onderdeel start vanzelf.", "The one component starts by itself."),
    (
      5, 0, 0, 0, "Alle 5 onderdelen starten vanzelf, in 2 stappen.",
      "All 5 components start by themselves, in 2 steps."
    ),
    (
      0, 1, 0, 1,
      "Het ene onderdeel start niet vanzelf: 1 zit in 1 opstartimpasse.",
      "The one component does not start by itself: 1 is in 1 start deadlock."
    ),
    (
      7, 3, 1, 1,
      "Van de 10 onderdelen starten er 7 vanzelf, in 2 stappen; 3 starten niet vanzelf: 2 zitten in 1 opstartimpasse, en 1 wacht daarop.",
      "Of the 10 components 7 start by themselves, in 2 steps; 3 do not: 2 are in 1 start deadlock, and 1 waits for that."
    ),
  ])
  func theSentenceAgrees(
    started: Int, waiting: Int, blocked: Int, deadlocks: Int, nl: String, en: String
  ) {
    let count = ColdStartCount(
      started: started, steps: 2, waiting: waiting, blocked: blocked, deadlocks: deadlocks)
    #expect(Phrases(.dutch).coldStartSentence(count) == nl)
    #expect(Phrases(.english).coldStartSentence(count) == en)
  }
}
