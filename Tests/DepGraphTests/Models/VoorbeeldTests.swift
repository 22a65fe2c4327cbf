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

  /// Every row of the table in the README: components, then common causes.
  static let singlePoints: [(String, String)] = [
    ("acute-zorg", "kernroutering telefonie tijddienst software:router-os-7"),
    (
      "burgerportaal",
      """
      dc-oost dc-west identiteit kernroutering net-oost opslag stroom-oost stroom-west tijddienst \
      software:router-os-7
      """
    ),
    ("crisisberaad", "kernroutering tijddienst software:router-os-7"),
    ("gemeenteloket", "openbaar-net"),
    (
      "grenscontrole",
      """
      dc-west identiteit kernroutering luchthaven-terrein net-noord node-n1 node-n3 opslag \
      stroom-west tijddienst software:lichtpad-os-4 software:router-os-7
      """
    ),
    (
      "kantoor",
      """
      dc-west identiteit intranet kernroutering opslag stroom-west telefonie tijddienst \
      software:router-os-7
      """
    ),
    (
      "luchthavenafhandeling",
      """
      dc-west luchthaven-terrein net-noord node-n1 node-n3 stroom-west vluchtinfo-server \
      software:lichtpad-os-4
      """
    ),
    (
      "meldkamer-noord",
      """
      dc-west kernroutering net-noord node-n1 node-n4 stroom-west tijddienst \
      software:lichtpad-os-4 software:router-os-7
      """
    ),
    ("meldkamer-oost", ""), ("meldkamer-zuid", "net-zuid node-z4 software:golf-os-9"),
    ("noodoproepen", ""), ("scheepvaartbegeleiding", ""), ("verkeersleiding", ""),
  ]

  @Test func singlePointsAreRight() throws {
    let shipped = try ShippedModel("voorbeeld")
    let id = shipped.compiled.table.id(of:)
    let answer = SinglePoints(in: shipped.compiled)
    #expect(answer.targets.map { id($0.vertex) } == Self.singlePoints.map(\.0))
    for (target, (user, expected)) in zip(answer.targets, Self.singlePoints) {
      let points = target.points.map { id($0.vertex) }
      #expect(points == expected.split { $0 == " " || $0 == "\n" }.map(String.init), "\(user)")
      #expect(target.robustness.order == (expected.isEmpty ? 2 : 1), "\(user)")
      #expect(target.unknown.map(id) == (user == "gemeenteloket" ? [user] : []))
    }
  }

  @Test func falseRedundancyIsFound() throws {
    let shipped = try ShippedModel("voorbeeld")
    let id = shipped.compiled.table.id(of:)
    let found = FalseRedundancy.all(in: shipped.compiled).filter { $0.kind == .alternatives }
    #expect(found.map { id($0.owner) } == ["crisisberaad", "kernroutering"])
    #expect(
      found[0].causes.map { id($0.vertex) } == [
        "kernroutering", "software:router-os-7", "tijddienst",
      ])
    #expect(found[1].members.map(id) == ["kern-1", "kern-2"])
    #expect(found[1].causes.map { id($0.vertex) } == ["software:router-os-7"])
    let unshown = IndependenceNotShown.all(in: shipped.compiled)
    #expect(unshown.map { $0.members.map(id) } == [["lijn-oost-1", "lijn-oost-2"]])
    #expect(unshown.map(\.key) == ["duct"])
  }

  @Test func eachPlantedWeaknessGoesWithItsLine() throws {
    let known = try ShippedModel("voorbeeld") { model in
      for index in model.components.indices where model.components[index].id == "lijn-oost-1" {
        model.components[index].shares.removeAll { $0.key == "duct" && $0.value == nil }
      }
    }
    #expect(IndependenceNotShown.all(in: known.compiled).isEmpty)
    let apart = try ShippedModel("voorbeeld") { model in
      for index in model.components.indices where model.components[index].id == "kern-2" {
        model.components[index].shares.removeAll { $0.value == "router-os-7" }
      }
    }
    let owners = FalseRedundancy.all(in: apart.compiled).filter { $0.kind == .alternatives }
      .map { apart.compiled.table.id(of: $0.owner) }
    #expect(owners == ["crisisberaad"])
    let alone = try ShippedModel("voorbeeld") { model in
      model.drop("radarbeeld-zuid", from: "verkeersleiding")
    }
    let target = try #require(alone.compiled.vertex(of: "verkeersleiding"))
    let points = SinglePoints(of: [target], in: alone.compiled).targets[0].points
    #expect(
      points.map { alone.compiled.table.id(of: $0.vertex) }
        == words(
          """
          dc-west luchthaven-terrein net-noord node-n1 node-n3 radarbeeld-noord \
          software:lichtpad-os-4 stroom-west
          """
        ).filter { !$0.contains(":") } + ["software:lichtpad-os-4"])
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

extension Model {
  /// Takes a reference out of the groups of a component.
  fileprivate mutating func drop(_ target: String, from owner: String) {
    for index in components.indices where components[index].id == owner {
      components[index].requires = components[index].requires.without(target)
    }
  }
}

extension Requirement {
  fileprivate func without(_ target: String) -> Requirement {
    guard case .group(var group) = self else { return self }
    group.members = group.members.compactMap { member in
      if case .reference(let reference) = member, reference.target == target { return nil }
      return member.without(target)
    }
    return .group(group)
  }
}
