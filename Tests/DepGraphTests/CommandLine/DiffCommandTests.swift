import Foundation
import Testing

@testable import DepGraph

/// The command `diff` on the two models of `models/voorbeeld/wijziging`, of which the README has the
/// answers.
@Suite struct DiffCommandTests {
  private static let folder = Fixture.root.appendingPathComponent("models/voorbeeld/wijziging").path
  private let before = folder + "/voor.yaml"
  private let after = folder + "/na.yaml"

  private func envelope(_ arguments: String..., status: Int32 = 0) throws -> [String: Any] {
    let line = (["depgraph"] + arguments + ["--format", "json"]).joined(separator: " ")
    let run = try CommandRun(shell: line)
    #expect(run.status == status, "\(run.errors)")
    let read = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    return try #require(read)
  }

  private func result(_ arguments: String...) throws -> [String: Any] {
    try #require(try envelope("diff", before, after)["result"] as? [String: Any])
  }

  private func rows(_ value: Any?) throws -> [[String: Any]] {
    try #require(value as? [[String: Any]])
  }

  private func names(_ value: Any?) throws -> [String] {
    try rows(value).map { "\($0["kind"] ?? "") \($0["id"] ?? "")" }
  }

  @Test func theFactsOfTheExample() throws {
    let result = try result()
    #expect(
      try names(result["added"]) == [
        "component mobiel", "component nieuwe-server", "contract sla-server-2",
      ])
    #expect(
      try names(result["removed"]) == [
        "component oude-server", "common-cause software:fabriek-2", "contract sla-server",
      ])
    let changed = try rows(result["changed"]).flatMap { part in
      try rows(part["facts"]).map { fact in
        let row = fact["row"] as? String
        return "\(part["id"] ?? "") \(fact["key"] ?? "")\(row.map { " " + $0 } ?? "")"
      }
    }
    #expect(
      changed == [
        "archief requires", "archief users", "meldkamer requires", "router-b shares duct",
        "router-b shares software", "sla-routers restore-within 1",
      ])
    #expect(try names(result["remarks"]) == ["component portofoon"])
    let renamed = try rows(result["renamed"]).map { "\($0["before"] ?? "") \($0["after"] ?? "")" }
    #expect(renamed == ["sla-server sla-server-2"])
    #expect(result["sameInEffect"] as? Bool == false)
  }

  @Test func theEffectsOfTheExample() throws {
    let result = try result()
    let points = { (key: String) in
      try rows(result[key]).map { "\($0["target"] ?? "") \($0["id"] ?? "") \($0["type"] ?? "")" }
    }
    #expect(
      try points("newSpofs") == [
        "archief nieuwe-server component", "archief software:fabriek-1 common-cause",
        "balie software:fabriek-1 common-cause",
      ])
    #expect(
      try points("goneSpofs") == ["archief oude-server component", "archief stroom-a component"])
    let control = try #require(
      try rows(result["users"]).first { $0["id"] as? String == "meldkamer" })
    let robustness = ["before", "after"].map {
      (control[$0] as? [String: Any])?["robustness"] as? Int
    }
    #expect(robustness == [2, 3])
    let alternatives = try rows(result["alternatives"])
    #expect(alternatives.map { $0["id"] as? String } == ["meldkamer"])
    #expect(alternatives.map { $0["gained"] as? [String] } == [["mobiel"]])
    let unknowns = try #require(result["unknowns"] as? [String: Any])
    let new = try rows(unknowns["new"]).map { "\($0["id"] ?? "") \($0["key"] ?? "")" }
    #expect(new == ["archief users", "router-b shares"])
    #expect(try rows(unknowns["gone"]).isEmpty)
    let failure = try #require(
      try rows(result["failures"]).first { $0["id"] as? String == "software:fabriek-1" })
    #expect((failure["before"] as? [String: Any])?["down"] as? Int == 1)
    #expect((failure["after"] as? [String: Any])?["down"] as? Int == 6)
    #expect(
      failure["newlyDown"] as? [String] == ["archief", "balie", "netwerk", "router-b", "telefonie"])
    let findings = try #require(result["findings"] as? [String: Any])
    let gap = try rows(findings["new"]).first { $0["target"] as? String == "balie" }
    #expect(gap?["component"] as? String == "software:fabriek-1")
    #expect(gap?["gap"] as? Double == 7200.0)
  }

  @Test func theAvailabilityOfTheExample() throws {
    let desk = try #require(
      try rows(try result()["availability"]).first { $0["id"] as? String == "balie" })
    let share = { (side: String) -> Double? in
      ((desk[side] as? [String: Any])?["unavailability"] as? [String: Any])?["high"] as? Double
    }
    let (old, new) = (try #require(share("before")), try #require(share("after")))
    #expect(abs(old - 0.000_102_557_66) < 1e-11)
    #expect(abs(new - 0.000_601_159_05) < 1e-11)
    #expect(desk["trend"] as? String == "worse")
    // Nobody knows which duct router-b is in: it could be more.
    #expect((desk["before"] as? [String: Any])?["lowerBound"] as? Bool == false)
    #expect((desk["after"] as? [String: Any])?["lowerBound"] as? Bool == true)
  }

  @Test func theSentenceStandsInBothLanguages() throws {
    let sentence = try #require(try result()["sentence"] as? [String: String])
    #expect(
      sentence["en"] == """
        This change adds 2 components and 1 contract, removes 1 component, 1 common cause and \
        1 contract and changes 3 components and 1 contract; it creates 2 new single points of \
        failure (New server and Router software 1) for 2 consumers and processes and removes 2 \
        single points of failure (Old server and Power A) for 1 consumer or process; availability \
        of Front desk falls from 99.99% to at most 99.94%; whether availability of Archive changes cannot \
        be told; 2 facts are now unknown.
        """)
    #expect(
      sentence["nl"]?.hasPrefix("Deze wijziging voegt 2 onderdelen en 1 contract toe") == true)
  }

  @Test func gatesEndWithStatusOne() throws {
    for gate in ["new-spof", "availability", "new-gap", "new-unknown", "change"] {
      _ = try envelope("diff", before, after, "--fail-on", gate, status: 1)
    }
    _ = try envelope("diff", before, after, "--fail-on", "lost-alternative", status: 0)
    _ = try envelope("diff", before, before, "--fail-on", "change,new-spof", status: 0)
    _ = try envelope("diff", before, after, "--fail-on", "lost-alternative,new-spof", status: 1)
    #expect(try CommandRun("diff", before, after, "--fail-on", "new-spof,x").status == 64)
  }

  @Test func bothModelsStandInTheEnvelope() throws {
    let envelope = try envelope("diff", before, after)
    #expect((envelope["model"] as? [String: Any])?["file"] as? String == "voor.yaml")
    let inputs = try rows(envelope["inputs"])
    #expect(inputs.map { $0["file"] as? String } == ["na.yaml"])
    #expect((envelope["options"] as? [String: Any])?["with"] as? String == "na.yaml")
    let result = try #require(envelope["result"] as? [String: Any])
    let files = ["before", "after"].map { (result[$0] as? [String: Any])?["file"] as? String }
    #expect(files == ["voor.yaml", "na.yaml"])
    let digest = { (value: Any?) in (value as? [String: Any])?["sha256"] as? String }
    #expect(digest(result["before"]) == digest(envelope["model"]))
    #expect(digest(result["after"]) == inputs.first?["sha256"] as? String)
  }

  @Test func anEarlierVersionMayComeFromAPipe() throws {
    let run = try CommandRun(shell: "depgraph diff <(cat \(before)) \(after) --format csv")
    #expect(run.status == 0, "\(run.errors)")
    let plain = try CommandRun("diff", before, after, "--format", "csv")
    #expect(run.output == plain.output)
    #expect(
      run.output.hasPrefix(
        "change,kind,id,key,row,before,after,proposed-class,proposed-tlp\r\n"))
  }

  @Test func whatOnlyReadsOtherwiseIsSaidToBeNoChange() throws {
    let folder = try TemporaryFolder()
    let text = try Fixture.text("models/voorbeeld/wijziging/voor.yaml")
    let same = try folder.write("same.yaml", Array(("# later\n" + text + "\n\n").utf8))
    let run = try CommandRun("diff", before, same, "--lang", "en")
    #expect(run.output.contains("No change in effect: at most order, layout or comments differ."))
    let itself = try CommandRun("diff", before, before, "--lang", "nl")
    #expect(itself.output.contains("Beide modellen zijn dezelfde tekst."))
  }
}
