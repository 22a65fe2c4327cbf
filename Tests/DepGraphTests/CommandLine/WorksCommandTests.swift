import Foundation
import Testing

@testable import DepGraph

/// The commands `works`, `plans` and `measures`.
@Suite struct WorksCommandTests {
  private static let models = Fixture.root.appendingPathComponent("models/voorbeeld").path
  private let model = models + "/voorbeeld.yaml"
  private let calendar = models + "/werkzaamheden.ics"
  private let table = models + "/werkzaamheden.csv"

  private func result(_ arguments: String..., status: Int32 = 0) throws -> [String: Any] {
    let line = (["depgraph"] + arguments + ["--format", "json"]).joined(separator: " ")
    let run = try CommandRun(shell: line)
    #expect(run.status == status, "\(run.errors)")
    let read = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    return try #require(read?["result"] as? [String: Any])
  }

  private func list(_ value: Any?) throws -> [[String: Any]] {
    try #require(value as? [[String: Any]])
  }

  /// The answer in the README of the model: each alone reduced redundancy, together an outage.
  @Test func theWorksOfTheExample() throws {
    let result = try result("works", model, calendar)
    let windows = try list(result["windows"])
    #expect(
      windows.map { $0["treatment"] as? String } == ["out", "out", "cancelled", "no-impact"])
    #expect(
      windows.map { $0["declared"] as? String } == [
        "outage", "reduced-redundancy", "outage", "no-impact",
      ])
    let user = try #require(
      try list(result["users"]).first { $0["id"] as? String == "meldkamer-oost" })
    let spells = try list(user["spells"])
    #expect(
      spells.map { "\($0["from"] ?? "") \($0["grade"] ?? "") \($0["together"] ?? "")" } == [
        "2026-06-13T01:00:00+02:00 down 0", "2026-06-13T01:01:00+02:00 reduced-redundancy 0",
        "2026-06-13T04:00:00+02:00 down 1", "2026-06-13T05:00:00+02:00 down 1",
        "2026-06-13T05:01:00+02:00 reduced-redundancy 0",
      ])
    #expect(spells.map { $0["passing"] as? Bool } == [true, false, false, true, false])
    let overlaps = try list(result["overlaps"])
    #expect(overlaps.map { $0["from"] as? String } == ["2026-06-13T04:00:00+02:00"])
    let tell = try list(result["tell"])
    #expect(tell.contains { $0["role"] as? String == "carrier" })
    // Who does the works is not told whom they hit.
    for addressee in tell where addressee["role"] as? String == "carrier" {
      let body = try #require(addressee["body"] as? String)
      #expect(!body.contains("Meldkamer") && body.contains("samen"))
    }
  }

  /// The battery bridges four hours and not ten.
  @Test func theBatteryOfTheExample() throws {
    let result = try result("works", model, table)
    let portal = try #require(
      try list(result["users"]).first { $0["id"] as? String == "burgerportaal" })
    let down = try list(portal["spells"]).filter { $0["grade"] as? String == "down" }
    #expect(down.map { $0["from"] as? String } == ["2026-06-21T06:00:00+02:00"])
  }

  @Test func gatesAndBothLanguages() throws {
    #expect(try CommandRun("works", model, calendar, "--fail-on", "outage").status == 1)
    #expect(try CommandRun("works", model, calendar, "--fail-on", "new-spof").status == 1)
    let later = try CommandRun(
      "works", model, calendar, "--from", "2026-07-01T00:00Z", "--fail-on", "outage")
    #expect(later.status == 0)
    #expect(later.output.contains("buiten"))
    let english = try CommandRun("works", model, calendar, "--lang", "en")
    #expect(english.output.contains("only by the overlap"))
    #expect(english.output.contains("Control room East"))
    #expect(try CommandRun("works", model).status == 64)
    let swapped = try CommandRun(
      "works", model, calendar, "--from", "2026-07-01T00:00Z", "--until", "2026-06-01T00:00Z")
    #expect(swapped.status == 64 && swapped.errors.contains("--until must be after --from"))
    #expect(try CommandRun("works", model, "no-such.ics").status == 74)
  }

  @Test func anUnknownObjectIsToldWithItsPlace() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      "w.csv", Array("start,end,object\n2026-06-13 01:00,2026-06-13 02:00,kern-9\n".utf8))
    let run = try CommandRun("works", model, file, "--fail-on", "cannot-tell")
    #expect(run.status == 1)
    #expect(run.errors.contains("w.csv:2:35") && run.errors.contains("kern-9"))
    #expect(run.output.contains("niet te zeggen"))
    let bad = try folder.write("bad.ics", Array("BEGIN:VCALENDAR\n".utf8))
    let failed = try CommandRun("works", model, bad)
    #expect(failed.status == 2 && failed.errors.contains("bad.ics:1:1"))
  }

  // MARK: - Plans

  /// Planted: `intranet` goes down with every single point of failure of `kantoor` but `telefonie`.
  @Test func thePlantedPlan() throws {
    let shipped = try ShippedModel("voorbeeld")
    let office = try #require(shipped.compiled.vertex(of: "kantoor"))
    let points = SinglePoints(of: [office], in: shipped.compiled).targets[0].points
      .map { shipped.compiled.table.id(of: $0.vertex) }
    let result = try result("plans", model)
    let plans = try list(result["plans"])
    #expect(
      plans.map { $0["id"] as? String } == ["plan-kantoor", "plan-noodoproepen", "plan-luchthaven"])
    let falls = try list(plans[0]["falls"])
    let causes = falls.compactMap { ($0["causes"] as? [String])?.first }
    #expect(Set(causes) == Set(points).subtracting(["telefonie"]))
    #expect(causes.count == 8)
    #expect(plans.map { ($0["falls"] as? [Any])?.count } == [8, 0, 0])
    #expect(
      result["unplanned"] as? [String] == [
        "acute-zorg", "burgerportaal", "crisisberaad", "gemeenteloket", "meldkamer-noord",
        "meldkamer-oost", "meldkamer-zuid", "scheepvaartbegeleiding", "verkeersleiding",
      ])
  }

  @Test func gatesOfPlans() throws {
    #expect(try CommandRun("plans", model, "--fail-on", "relies-on-failure").status == 1)
    #expect(try CommandRun("plans", model, "--fail-on", "not-exercised").status == 0)
    #expect(
      try CommandRun("plans", model, "--at", "2027-01-01", "--fail-on", "not-exercised").status == 1
    )
    #expect(try CommandRun("plans", model, "--fail-on", "no-paper").status == 0)
    let run = try CommandRun("plans", model)
    #expect(run.output.contains("Intranet") && run.output.contains("Kernroutering"))
    #expect(try CommandRun("plans", model, "--lang", "en").output.contains("Relies on"))
    #expect(try CommandRun("plans", model, "--max-order", "3").status == 64)
  }

  // MARK: - Measures

  @Test func theMeasuresOfTheExample() throws {
    let result = try result("measures", model)
    let measures = try list(result["measures"])
    #expect(
      measures.map { $0["effect"] as? String } == [
        "not-stated", "not-stated", "changes", "changes",
      ])
    #expect(measures.map { $0["timing"] as? String } == ["ahead", "done", "overdue", "done"])
    let software = try list(measures[2]["changes"])
    #expect(software.contains { $0["id"] as? String == "crisisberaad" })
    #expect(software.allSatisfy { ($0["gone"] as? [String]) == ["software:router-os-7"] })
    let generator = try list(measures[3]["changes"])
    #expect(generator.allSatisfy { ($0["gone"] as? [String]) == ["net-west"] })
    #expect(!generator.isEmpty)
    #expect(try CommandRun("measures", model, "--fail-on", "overdue").status == 1)
    #expect(try CommandRun("measures", model).output.contains("te laat"))
    #expect(try CommandRun("measures", model, "--lang", "en").output.contains("overdue"))
  }
}
