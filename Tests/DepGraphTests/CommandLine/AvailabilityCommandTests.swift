import Foundation
import Testing

@Suite struct AvailabilityCommandTests {
  private let folder: TemporaryFolder
  private let model: String

  init() throws {
    folder = try TemporaryFolder()
    let text = """
      depgraph: 1
      basis: fictional
      language: en
      as-of: 2026-01-01
      contracts: [{id: sla, covers: r2, availability: 99%, provider: carrier}]
      parties: [{id: carrier, name: Carrier}]
      components:
        - {id: r1, kind: network-element, name: R1, requires: [], availability: 99%}
        - {id: r2, kind: network-element, name: R2, requires: []}
        - {id: r3, kind: network-element, name: R3, requires: []}
        - {id: power, kind: power, name: Power, availability: {from: 99.9%, to: 99.99%}}
        - {id: desk, kind: consumer, name: Desk, requires: [{any: [r1, r2]}, power]}
        - {id: hall, kind: consumer, name: Hall, requires: [r1, r3]}
        - {id: shed, kind: consumer, name: Shed, requires: [r3]}
      """
    model = try folder.write("pair.yaml", Array(text.utf8))
  }

  private func result(_ arguments: String..., status: Int32 = 0) throws -> [String: Any] {
    let run = try CommandRun(
      shell: "depgraph availability \(([model] + arguments).joined(separator: " ")) --format json")
    #expect(run.status == status, "\(run.errors)")
    let read = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    let object = try #require(read as? [String: Any])
    #expect(object["complete"] as? Bool == (status != 75))
    return try #require(object["result"] as? [String: Any])
  }

  private func list(_ value: Any?) throws -> [[String: Any]] {
    try #require(value as? [[String: Any]])
  }

  private func text(_ arguments: String...) throws -> String {
    let run = try CommandRun(
      shell: "depgraph availability \(([model] + arguments).joined(separator: " "))")
    #expect(run.status == 0, "\(run.errors)")
    return run.output.split { $0.isWhitespace }.joined(separator: " ")
  }

  @Test func theKeysOfTheReference() throws {
    let targets = try list(try result()["targets"])
    #expect(targets.map { $0["id"] as? String } == ["desk", "hall", "shed"])
    let interval = try #require(targets[0]["unavailability"] as? [String: Double])
    let low = try #require(interval["low"])
    let high = try #require(interval["high"])
    #expect((low - (1 - 0.9999 * 0.9999)).magnitude < 1e-12)
    #expect((high - (1 - 0.999 * 0.9999)).magnitude < 1e-12)
    let downtime = try #require(targets[0]["downtimePerYear"] as? [String: Double])
    #expect(((downtime["low"] ?? 0) - low * 365 * 86_400).magnitude < 1e-6)
    #expect(targets[0]["lowerBound"] as? Bool == false)
    #expect(targets[0]["fromPromises"] as? [String] == ["r2"])
    #expect(targets[0]["unknown"] as? [String] == [])
    #expect(((targets[1]["unavailability"] as? Double ?? 0) - 0.01).magnitude < 1e-12)
    #expect(targets[1]["lowerBound"] as? Bool == true)
    #expect(targets[1]["unknown"] as? [String] == ["r3"])
    #expect(targets[2]["unavailability"] as? Double == 0)
  }

  @Test func importanceOnRequest() throws {
    #expect(try list(try list(result()["targets"])[1]["importance"]).isEmpty)
    let target = try list(try result("--for", "hall", "--importance")["targets"])[0]
    let causes = try list(target["importance"])
    #expect(causes.map { $0["id"] as? String } == ["r1", "r3"])
    #expect(causes[0]["birnbaum"] as? Double == 1)
    #expect(causes[0]["criticality"] as? Double == 1)
    #expect(causes[0]["rrw"] as? String == "inf")
    #expect(causes[0]["diagnostic"] as? Double == 1)
    #expect(causes[0]["fussellVesely"] is NSNull)
    #expect(causes[1]["unavailability"] is NSNull)
    #expect(causes[1]["criticality"] as? Double == 0)
    let sets = try list(try result("--for", "desk", "--fussell-vesely")["targets"])[0]
    let shares = try list(sets["importance"]).map { $0["fussellVesely"] as? Double ?? -1 }
    let total = 1 - 0.999 * (1 - 0.01 * 0.01)
    #expect((shares[0] - 0.001 / total).magnitude < 1e-9)
    #expect((shares[1] - 0.0001 / total).magnitude < 1e-9)
    // With nothing known, ratios have no meaning.
    let shed = try list(try result("--for", "shed", "--importance")["targets"])[0]
    #expect(try list(shed["importance"])[0]["raw"] is NSNull)
  }

  @Test func whatIsSaid() throws {
    let all = try text()
    #expect(all.contains("The least available, as far as is known, is Hall (hall): down at least"))
    #expect(all.contains("88 hours a year"))
    #expect(all.contains("(availability at most 99%)"))
    #expect(all.contains("For 1 of the 3 it is a minimum, of 1 nothing can be told"))
    let desk = try text("--for", "desk", "--lang", "nl")
    #expect(desk.contains("als elke belofte net wordt nagekomen"))
    #expect(desk.contains("sla belooft 99% voor R2 (r2)."))
    let shed = try text("--for", "shed")
    #expect(shed.contains("How often Shed (shed) is down cannot be told"))
    #expect(!shed.contains("100%"), "what is not known is not called perfect")
  }

  @Test func theBudgetBackwards() throws {
    let budget = { (arguments: [String]) throws -> [String: Any] in
      let all = arguments.joined(separator: " ")
      return try #require(try result(all)["budget"] as? [String: Any])
    }
    let enough = try budget(["--for desk --target 99.85% --adjust sla"])
    #expect(enough["outcome"] as? String == "promise")
    // 0.999·(1 − 0.01·q) = 0.9985
    let required = try #require(enough["required"] as? Double)
    #expect((required - (1 - (1 - 0.9985 / 0.999) / 0.01)).magnitude < 1e-9)
    let never = try budget(["--for desk --target 99.95% --adjust sla"])
    #expect(never["outcome"] as? String == "never")
    let always = try budget(["--for desk --target 90% --adjust contract:sla"])
    #expect(always["outcome"] as? String == "always")
    let open = try budget(["--for hall --target 90% --adjust sla"])
    #expect(open["lowerBound"] as? Bool == true)
    #expect(
      try text("--for desk --target 99.85% --adjust sla").contains(
        "For Desk (desk) to be available 99.85% of the time, sla has to promise at least 95%"))
  }

  @Test func wrongQuestions() throws {
    #expect(try CommandRun("availability", model, "--target", "99%").status == 64)
    #expect(try CommandRun("availability", model, "--max-nodes", "0").status == 64)
    #expect(
      try CommandRun("availability", model, "--target", "99%", "--adjust", "sla").status == 64)
    let typo = try CommandRun(
      "availability", model, "--for", "desk", "--target", "99%", "--adjust", "slaa", "--lang", "en")
    #expect(typo.status == 2)
    #expect(typo.errors.contains("did you mean `sla`?"))
  }

  @Test func otherForms() throws {
    let csv = try CommandRun("availability", model, "--format", "csv")
    #expect(csv.output.hasPrefix("target,targetName,unavailabilityLow,unavailabilityHigh,"))
    #expect(csv.output.split(whereSeparator: \.isNewline).count == 4)
    let markdown = try CommandRun("availability", model, "--format", "md")
    #expect(markdown.output.contains("| Desk |"))
  }
}
