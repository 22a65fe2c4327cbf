import Testing

@testable import DepGraph

/// The scenarios beside the shipped models, played.
@Suite struct ScenarioModelTests {
  private func until(_ id: String, in run: ScenarioRun, _ compiled: CompiledModel) -> Double? {
    run.outages.last { compiled.table.id(of: $0.vertex) == id }?.until
  }

  @Test func theNightOfNafin() throws {
    let shipped = try ShippedModel("nafin")
    let scenario = try ShippedModel.scenario("models/nafin/scenarios/2024-08-27.yaml")
    let run = try ScenarioRun(scenario, in: shipped.compiled)
    // 14:00, 17:00 and 19:00: hours after 22:00.
    #expect(until("c2000", in: run, shipped.compiled) == 57_600.0)
    #expect(until("eindhoven-airport", in: run, shipped.compiled) == 68_400.0)
    #expect(until("coast-guard", in: run, shipped.compiled) == 75_600.0)
    let nafin = try #require(
      run.outages.first { shipped.compiled.table.id(of: $0.vertex) == "nafin" })
    #expect(nafin.duration == 46_800.0)
    #expect(nafin.target?.within == 14_400.0)
    #expect(nafin.target?.nature == .aim)
    #expect(nafin.overrun == 32_400.0)
    #expect(nafin.factor == 3.25)
    #expect(!nafin.isBreach)
    #expect(run.breaches.isEmpty)
    // The lags give those times: it says so of each.
    #expect(run.expectations.map(\.isMet) == [true, true, true, true, false])
    #expect(run.expectations.map(\.isMetByRun) == [true, true, true, true, false])
    #expect(run.expectations.map(\.isByConstruction) == [false, true, true, true, false])
    for (language, words) in [
      (Language.dutch, "toetst de klok, niet het model"),
      (.english, "tests the clock, not the model"),
    ] {
      #expect(run.report(in: shipped.compiled, language: language).text().contains(words))
    }
    // Of those whose needs nobody published nothing is said.
    let untold = run.cannotTell.map { shipped.compiled.table.id(of: $0.vertex) }
    #expect(untold.contains("hospitals"))
    #expect(untold.contains("ggd"))
  }

  @Test func theExerciseOfVoorbeeld() throws {
    let shipped = try ShippedModel("voorbeeld")
    let scenario = try ShippedModel.scenario("models/voorbeeld/scenarios/software-storing.yaml")
    let run = try ScenarioRun(scenario, in: shipped.compiled)
    let at = { until($0, in: run, shipped.compiled) }
    for id in ["software:router-os-7", "kern-1", "kern-2"] { #expect(at(id) == 57_600.0, "\(id)") }
    for id in [
      "kernroutering", "telefonie", "terugvalnummer", "meldkamer-noord", "acute-zorg",
      "crisisberaad", "monitoring", "badgedeuren",
    ] { #expect(at(id) == 61_200.0, "\(id)") }
    for id in [
      "identiteit", "kantoor", "burgerportaal", "grenscontrole", "intranet", "beheer-op-afstand",
    ] { #expect(at(id) == 63_000.0, "\(id)") }
    #expect(run.outages.count == 17)
    let state = { (id: String, moment: Double) in
      shipped.compiled.vertex(of: id).map { run.state(of: $0, at: moment) }
    }
    #expect(state("luchthavenafhandeling", 0) == .degraded)
    #expect(state("luchthavenafhandeling", 62_999) == .degraded)
    #expect(state("luchthavenafhandeling", 63_000) == .up)
    #expect(state("telefonie", 61_200) == .degraded)
    #expect(state("crisisberaad", 61_799) == .degraded)
    #expect(state("crisisberaad", 61_800) == .up)
    #expect(state("noodoproepen", 3600) == .up)
    #expect(
      run.expectations.map(\.isMet) == [false, false, true, false, true, true, true, false, nil])
    #expect(run.score.met == 4)
    #expect(run.score.missed == 4)
    #expect(run.score.cannotTell == 1)
    #expect(run.response.firstDiscovery == 2400.0)
    #expect(run.response.notifications.filter(\.isLate).map(\.contact) == ["cio"])
    #expect(run.breaches.isEmpty)
  }

  /// Neither ids nor names of what failed stand on the players' sheets, in either language.
  @Test(arguments: ["nafin/scenarios/2024-08-27", "voorbeeld/scenarios/software-storing"])
  func theCauseIsHidden(path: String) throws {
    let shipped = try ShippedModel(String(path.prefix { $0 != "/" }))
    let compiled = shipped.compiled
    let run = try ScenarioRun(
      try ShippedModel.scenario("models/\(path).yaml"), in: compiled)
    let kit = ExerciseKit(run, in: compiled)
    #expect(!kit.injects.isEmpty)
    for language in Language.allCases {
      let files = kit.files(in: compiled, language: language, hidesCause: true)
      let players = files.filter { $0.name.hasPrefix("players") }
      #expect(players.count == 2)
      for vertex in run.failed {
        let names = Language.allCases.map { compiled.name(of: vertex, in: $0) }
        for name in names + [compiled.table.id(of: vertex)] {
          for file in players {
            #expect(!file.text.lowercased().contains(name.lowercased()), "\(file.name): \(name)")
          }
        }
      }
      // The leader's do name it, else the test above proves nothing.
      let leader = files.filter { $0.name.hasPrefix("leader.") }.map(\.text)
      let first = try #require(run.failed.first)
      #expect(leader.allSatisfy { $0.contains(compiled.name(of: first, in: language)) })
    }
  }
}
