import DepGraph
import Testing

/// The answers in the model's README, which were computed apart from this program.
@Suite struct VoorbeeldTests {
  struct Answer: CustomTestStringConvertible {
    let seeds: [String]
    var after: Int?
    var down = ""
    var degraded = ""
    var reduced = ""
    var testDescription: String { seeds.joined(separator: " ") + (after.map { " \($0)h" } ?? "") }
  }

  static let core = """
    acute-zorg badgedeuren beheer-op-afstand burgerportaal grenscontrole identiteit intranet \
    kantoor kernroutering meldkamer-noord monitoring telefonie terugvalnummer
    """

  static let answers: [Answer] = [
    Answer(
      seeds: ["software:router-os-7"], down: core + " crisisberaad kern-1 kern-2",
      degraded: "luchthavenafhandeling", reduced: "noodoproepen"),
    Answer(seeds: ["kern-1"], reduced: core),
    Answer(
      seeds: ["vezel-n12"],
      reduced: "grenscontrole lijn-oost-1 luchthavenafhandeling meldkamer-noord radarbeeld-noord"),
    Answer(
      seeds: ["vezel-n23", "vezel-n34"],
      down: "grenscontrole luchthavenafhandeling radarbeeld-noord",
      reduced: "lijn-oost-1 meldkamer-noord verkeersleiding"),
    Answer(seeds: ["net-oost"], after: 4),
    Answer(
      seeds: ["net-oost"], after: 12,
      down: """
        burgerportaal gnss-2 kern-2 lijn-oost-1 monitoring node-n2 node-z2 radarbeeld-zuid \
        stroom-oost
        """,
      degraded: "kernroutering scheepvaartbegeleiding",
      reduced: """
        acute-zorg badgedeuren beheer-op-afstand grenscontrole identiteit intranet kantoor \
        lijn-oost-2 luchthavenafhandeling meldkamer-noord meldkamer-oost meldkamer-zuid \
        radarbeeld-noord telefonie terugvalnummer tijddienst verkeersleiding
        """),
    Answer(seeds: ["gnss-1"], reduced: core + " tijddienst"),
    Answer(seeds: ["gnss-1", "gnss-2"], after: 12, reduced: core + " tijddienst"),
    Answer(
      seeds: ["gnss-1", "gnss-2"], after: 24, down: core + " crisisberaad tijddienst",
      degraded: "luchthavenafhandeling", reduced: "noodoproepen"),
    Answer(
      seeds: ["opslag"],
      down: "beheer-op-afstand burgerportaal grenscontrole identiteit intranet kantoor",
      degraded: "luchthavenafhandeling telefonie"),
    Answer(seeds: ["monitoring"], degraded: "kernroutering"),
    Answer(
      seeds: ["radarbeeld-zuid"], degraded: "scheepvaartbegeleiding", reduced: "verkeersleiding"),
  ]

  @Test(arguments: answers) func theReadmeIsRight(answer: Answer) throws {
    let shipped = try ShippedModel("voorbeeld")
    let blast = try shipped.blast(answer.seeds, after: answer.after.map(TimeSpan.hours))
    #expect(shipped.ids(blast.down) == words(answer.down))
    #expect(shipped.ids(blast.degraded) == words(answer.degraded))
    #expect(shipped.ids(blast.reducedRedundancy) == words(answer.reduced))
    let untold = blast.cannotTell.map { shipped.compiled.table.id(of: $0.vertex) }
    #expect(untold == ["gemeenteloket"])
    for hit in blast.down {
      let isDoors = shipped.compiled.table.id(of: hit.vertex) == "badgedeuren"
      #expect(hit.verdict == (isDoors ? .possible : .certain))
    }
  }

  @Test func countsOfOrganisationsAreRight() throws {
    let blast = try ShippedModel("voorbeeld").blast(["software:router-os-7"])
    let consequences = blast.consequences
    #expect(
      consequences.organisations.certain
        == words(
          "grensdienst meldkamerdienst ministerie-voorbeeld rekenbedrijf ziekenhuis-verzonnenburg"))
    #expect(consequences.ministries.certain.count == 2)
    #expect(
      consequences.sectors.certain
        == words("digital-government health public-administration public-order"))
  }

  static let singlePoints: [(String, String)] = [
    ("acute-zorg", "kernroutering telefonie tijddienst software:router-os-7"),
    ("crisisberaad", "kernroutering tijddienst software:router-os-7"),
    ("meldkamer-oost", ""), ("verkeersleiding", ""), ("noodoproepen", ""),
    ("meldkamer-zuid", "net-zuid node-z4 software:golf-os-9"),
    (
      "luchthavenafhandeling",
      "dc-west luchthaven-terrein net-noord node-n1 node-n3 stroom-west vluchtinfo-server software:lichtpad-os-4"
    ),
  ]

  @Test(arguments: singlePoints) func failuresAloneAreRight(user: String, expected: String) throws {
    let shipped = try ShippedModel("voorbeeld")
    let alone = SoleFailures(in: shipped.compiled)
    let target = try #require(shipped.compiled.vertex(of: user))
    let found = (0..<shipped.compiled.table.count).map { VertexID($0) }.filter { seed in
      let kind = shipped.compiled.component(seed)?.kind
      return seed != target && kind != .process && kind != .consumer
        && alone.falls(target, with: seed)
    }
    #expect(found.map(shipped.compiled.table.id(of:)).sorted() == words(expected))
  }

  @Test func onlyOneLineMakesTheRoutersOneThing() throws {
    let apart = try ShippedModel("voorbeeld") { model in
      for index in model.components.indices where model.components[index].id == "kern-2" {
        model.components[index].shares.removeAll { $0.value == "router-os-7" }
      }
    }
    let blast = try apart.blast(["software:router-os-7"])
    #expect(apart.ids(blast.down) == ["kern-1"])
  }

  @Test func theBootLoopIsFoundAndWhatWaitsForIt() throws {
    let shipped = try ShippedModel("voorbeeld")
    let id = shipped.compiled.table.id(of:)
    let start = ColdStart(in: shipped.compiled)
    #expect(start.deadlocks.map { $0.elements.map(id) } == [["identiteit", "opslag"]])
    #expect(start.deadlocks.map { $0.breakers.map(id) } == [["identiteit"]])
    #expect(
      start.blocked.map(id)
        == words("beheer-op-afstand burgerportaal grenscontrole intranet kantoor"))
    let free = try ShippedModel("voorbeeld") { model in
      for index in model.components.indices { model.components[index].startsWith = .nothing }
    }
    #expect(ColdStart(in: free.compiled).deadlocks.isEmpty, "without line 6 everything starts")
  }

  @Test(arguments: [[], ["kern-1", "kern-2"]]) func repairsOfTheCoreWaitForTheCore(
    failed: [String]
  ) throws {
    let shipped = try ShippedModel("voorbeeld")
    let id = shipped.compiled.table.id(of:)
    let start = ColdStart(in: shipped.compiled, failed: try shipped.compiled.seeds(failed))
    let deadlock = try #require(start.repair.deadlocks.first)
    #expect(start.repair.deadlocks.count == 1)
    #expect(deadlock.failed.map(id) == ["kern-1", "kern-2"])
    #expect(deadlock.breakers.map(id) == ["kern-1"])
    #expect(
      deadlock.elements.map(id)
        == words("badgedeuren beheer-op-afstand identiteit kern-1 kern-2 kernroutering"))
    let one = ColdStart(in: shipped.compiled, failed: try shipped.compiled.seeds(["kern-1"]))
    #expect(one.repair.deadlocks.isEmpty, "the other router carries the repair")
  }

  private func words(_ text: String) -> [String] {
    text.split { $0 == " " || $0 == "\n" }.map(String.init).sorted()
  }
}
