import Foundation
import Testing

@Suite struct ContractsCommandTests {
  private let folder: TemporaryFolder
  private let model: String

  init() throws {
    folder = try TemporaryFolder()
    let text = """
      depgraph: 1
      basis: fictional
      language: en
      as-of: 2026-01-01
      parties: [{id: us, name: Us}, {id: firm, name: Firm}]
      contracts:
        - {id: sla, provider: firm, customer: us, covers: router, exit-strategy: true, targets: [{restore-within: 5h, nature: guaranteed}]}
      components:
        - {id: router, kind: network-element, name: Router, owner: us}
        - {id: site, kind: site, name: Site, owner: us}
        - {id: desk, kind: consumer, name: Desk, requires: [router, site], rto: 4h}
      """
    model = try folder.write("model.yaml", Array(text.utf8))
  }

  private func run(_ arguments: String) throws -> CommandRun {
    try CommandRun(
      shell: "depgraph contracts \(model) \(arguments)",
      environment: ["SOURCE_DATE_EPOCH": "1767225600"])
  }

  private func result(_ arguments: String = "", status: Int32 = 0) throws -> [String: Any] {
    let run = try run("--format json \(arguments)")
    #expect(run.status == status, "\(run.errors)")
    let read = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    let object = try #require(read as? [String: Any])
    #expect(object["complete"] as? Bool == (status != 75))
    return try #require(object["result"] as? [String: Any])
  }

  private func list(_ value: Any?) throws -> [[String: Any]] {
    try #require(value as? [[String: Any]])
  }

  @Test func theKeysOfTheReference() throws {
    let result = try result()
    let findings = try list(result["findings"])
    #expect(
      findings.map { $0["rule"] as? String } == ["restore-gap", "uncovered", "concentration"])
    let map = try list(result["coverageMap"])
    #expect(map.first?["target"] as? String == "desk")
    let sets = try list(map.first?["sets"])
    #expect(sets.map { $0["components"] as? [String] } == [["router"], ["site"]])
    #expect(sets.map { $0["restoring"] as? [String] } == [["sla"], []])
    let gap = findings[0]
    #expect(gap["severity"] as? String == "high")
    #expect(gap["contract"] as? String == "sla")
    #expect(gap["component"] as? String == "router")
    #expect(gap["target"] as? String == "desk")
    #expect(gap["required"] as? Double == 14_400)
    #expect(gap["agreed"] as? Double == 18_000)
    #expect(gap["gap"] as? Double == 3600)
    #expect(gap["nature"] as? String == "guaranteed")
    #expect((gap["message"] as? String)?.contains("1 hour too late") == true)
    let coverage = try list(result["coverage"])
    #expect(coverage.map { $0["id"] as? String } == ["router", "site"])
    #expect(coverage.map { $0["contracts"] as? [String] } == [["sla"], []])
    let unpromised = try list(result["unpromised"])
    #expect(unpromised.map { $0["components"] as? [String] } == [["site"]])
    let checks = try list(result["restoreChecks"])
    #expect(checks.map { $0["verdict"] as? String } == ["overrun", "missing"])
    #expect(checks[1]["reason"] as? String == "no-contract")
  }

  @Test func aGateFiresByWeightAndByRule() throws {
    #expect(try run("--fail-on high").status == 1)
    #expect(try run("--fail-on uncovered").status == 1)
    #expect(try run("--fail-on expires").status == 0)
    #expect(try run("--fail-on expires --fail-on note").status == 1)
    #expect(try run("--fail-on heavy").status == 64)
    #expect(try run("--rule expires --fail-on note").status == 0)
  }

  @Test func aBaselineGoesRound() throws {
    let file = folder.path + "/accepted.yaml"
    #expect(try run("--write-baseline \(file)").status == 0)
    let run = try run("--baseline \(file) --fail-on note")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("Accepted (3)"))
    #expect(try list(try result("--baseline \(file)")["findings"]).isEmpty)
    #expect(try list(try result("--baseline \(file)")["accepted"]).count == 3)
    let old = try folder.write(
      "old.yaml",
      Array(
        "depgraph-baseline: 1\naccepted:\n  - {rule: uncovered, until: 2025-12-31}\n  - {rule: expires}\n"
          .utf8))
    let text = try self.run("--baseline \(old) --fail-on uncovered")
    #expect(text.status == 1)
    #expect(text.output.contains("These acceptances are over"))
    #expect(text.output.contains("These acceptances match no finding any more: expires."))
    let bad = try folder.write(
      "bad.yaml", Array("depgraph-baseline: 1\naccepted: [{rule: x}]\n".utf8))
    #expect(try self.run("--baseline \(bad)").status == 2)
    #expect(try self.run("--baseline \(folder.path)/none.yaml").status == 74)
  }

  @Test func oneRowForEachFinding() throws {
    let rows = try run("--format csv").output.split(separator: "\r\n")
    #expect(rows.count == 4)
    #expect(rows[0].hasPrefix("rule,severity,contract,component,target"))
    #expect(rows[1].hasPrefix("restore-gap,high,sla,router,desk,firm us,14400,18000,3600"))
  }

  @Test func theExampleOfTheDocumentation() throws {
    let root = SourceTree.root.path
    let run = try CommandRun(
      shell:
        "cd \(root) && depgraph contracts models/voorbeeld/voorbeeld.yaml --rule restore-gap --fail-on high"
    )
    #expect(run.status == 1)
    let limited = try CommandRun(
      shell:
        "cd \(root) && depgraph contracts models/voorbeeld/voorbeeld.yaml --time-limit 0s --format json"
    )
    #expect(limited.status == 75)
    #expect(limited.output.contains("\"complete\": false"))
  }
}
