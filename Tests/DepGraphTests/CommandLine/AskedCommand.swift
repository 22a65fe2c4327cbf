import Foundation
import Testing

/// A question on the command line, for every command that gives JSON.
struct AskedCommand: CustomTestStringConvertible, Sendable {
  /// The subcommand.
  let name: String
  /// What stands after it, apart by spaces.
  let arguments: String
  /// Another value of an option, which changes what is asked.
  let variation: String

  var testDescription: String { name }

  init(_ name: String, _ arguments: String, or variation: String) {
    self.name = name
    self.arguments = arguments
    self.variation = variation
  }

  /// The line for a shell, asking for JSON.
  var line: String { "depgraph \(name) \(arguments) --format json" }

  private static let models = Fixture.root.appendingPathComponent("models").path
  private static let small = models + "/voorbeeld/wijziging/voor.yaml"
  private static let large = models + "/voorbeeld/voorbeeld.yaml"
  private static let release = "software:fabriek-1"

  /// One of each command, small where it can be.
  static let all: [AskedCommand] = [
    AskedCommand("validate", "\(small) --stale 1d --fail-on warnings", or: "--stale 2d"),
    AskedCommand(
      "blast",
      "\(small) stroom-a \(release) --after 90m --since 2026-06-02T08:00+02:00 --next-failure",
      or: "--reading certain"),
    AskedCommand("why", "\(small) balie \(release) --reading written", or: "--reading certain"),
    AskedCommand("register", "\(small) --processes", or: "--known-by 2026-01-01"),
    AskedCommand("spof", "\(small) --for balie archief --groups", or: "--fail-on certain"),
    AskedCommand(
      "cutsets", "\(small) archief --max-order 2 --limit 3 --by probability", or: "--count-only"),
    AskedCommand(
      "pathsets", "\(small) archief --failed stroom-a \(release)", or: "--max-nodes 100"),
    AskedCommand("worst", "\(small) --order 2 --top 3 --by consumers", or: "--reading certain"),
    AskedCommand("availability", "\(small) --for balie --importance", or: "--fussell-vesely"),
    AskedCommand(
      "contracts",
      "\(small) --at 2026-06-02T08:00+02:00 --concentration 0.3 --max-order 1 "
        + "--rule restore-gap uncovered",
      or: "--max-tier 3"),
    AskedCommand("harden", "\(small) --for balie --top 2", or: "--by users"),
    AskedCommand(
      "works", "\(large) \(models)/voorbeeld/werkzaamheden.ics --fail-on outage --lang en",
      or: "--zone UTC"),
    AskedCommand("plans", "\(large) --months 6 --max-order 1", or: "--fail-on no-paper"),
    AskedCommand("measures", "\(large) --at 2026-07-01", or: "--lang en"),
    AskedCommand("questions", small, or: "--known-by 2026-01-01"),
    AskedCommand("suppliers", "\(small) --at 2026-07-01", or: "--reading certain"),
    AskedCommand("protection", "\(large) --cumulate-from 4", or: "--known-by 2026-01-01"),
    AskedCommand("check", "\(large) --rules bio2", or: "--at 2026-07-01"),
    AskedCommand(
      "faulttree", "\(Fixture.path("aralia"))/chinese.xml --max-order 3 --importance",
      or: "--mission-time 10"),
    AskedCommand(
      "calibrate",
      "\(models)/nafin/nafin.yaml --observed \(models)/nafin/scenarios/2024-08-27.yaml", or: ""),
    AskedCommand("coldstart", "\(large) --failed kern-1 kern-2", or: "--known-by 2026-01-01"),
    AskedCommand(
      "restore",
      "\(small) --failed stroom-a --since 2026-06-02T08:00+02:00 --assume-repair 3h --speed 40",
      or: "--crews 2"),
    AskedCommand(
      "escalate",
      "\(large) --failed \"software:router-os-7\" --since 2026-06-02T08:00+02:00 "
        + "--now 2026-06-02T10:00+02:00 --clocks nis2 --cause technical",
      or: "--level-now crisisteam"),
    AskedCommand(
      "exercise", "\(models)/voorbeeld/scenarios/software-storing.yaml",
      or: "--fail-on expectations"),
    AskedCommand(
      "explain-reports", "\(small) --out balie archief --working meldkamer --max-order 2",
      or: "--time-limit 1h"),
    AskedCommand(
      "vital",
      "\(large) --criteria \(models)/criteria/voorbeeld-eigen.yaml --subject kern-1 kern-2 "
        + "--answer planned=no --no-degraded-counts", or: "--after 4h"),
    AskedCommand(
      "diff", "\(small) \(models)/voorbeeld/wijziging/na.yaml --top 2 --fail-on new-spof",
      or: "--no-availability"),
    AskedCommand(
      "test", "\(large) \(models)/voorbeeld/scenarios/software-storing.yaml --fail-on none",
      or: "--reading certain"),
    AskedCommand("sectors", "", or: ""),
  ]
}
