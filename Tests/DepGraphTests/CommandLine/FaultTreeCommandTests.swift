import Foundation
import Testing

@testable import DepGraph

@Suite struct FaultTreeCommandTests {
  private let folder: TemporaryFolder
  private let tree: String

  init() throws {
    folder = try TemporaryFolder()
    let text = """
      <?xml version="1.0"?>
      <opsa-mef name="pumps">
        <define-fault-tree name="t">
          <define-gate name="top"><label>No water</label>
            <or><gate name="both"/><basic-event name="tank"/></or>
          </define-gate>
          <define-gate name="both"><and><basic-event name="p1"/><basic-event name="p2"/></and></define-gate>
          <define-gate name="other"><xor><basic-event name="p1"/><basic-event name="p1"/></xor></define-gate>
        </define-fault-tree>
        <model-data>
          <define-basic-event name="p1"><float value="0.1"/></define-basic-event>
          <define-basic-event name="p2"><float value="0.2"/></define-basic-event>
          <define-basic-event name="tank">
            <exponential><float value="1e-6"/><system-mission-time/></exponential>
          </define-basic-event>
        </model-data>
      </opsa-mef>
      """
    tree = try folder.write("tree.xml", Array(text.utf8))
  }

  private func json(_ run: CommandRun) throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any],
      "\(run.output)\(run.errors)")
  }

  @Test func answersForMachines() throws {
    let run = try CommandRun(
      shell: "depgraph faulttree \(tree) --top top --importance --mission-time 100 --format json")
    #expect(run.status == 0, "\(run.errors)")
    let envelope = try json(run)
    #expect(envelope["command"] as? String == "faulttree")
    #expect(envelope["complete"] as? Bool == true)
    let header = try #require(envelope["model"] as? [String: Any])
    #expect(header["name"] as? String == "pumps")
    #expect((header["sha256"] as? String)?.count == 64)
    let warnings = try #require(envelope["warnings"] as? [[String: Any]])
    #expect(warnings.compactMap { $0["code"] as? String } == ["repeated-member"])
    let result = try #require(envelope["result"] as? [String: Any])
    let tops = try #require(result["tops"] as? [[String: Any]])
    #expect(tops.count == 1)
    let top = try #require(tops.first)
    #expect(top["id"] as? String == "top" && top["events"] as? Int == 3)
    #expect(top["count"] as? String == "2" && top["exact"] as? Bool == true)
    #expect(top["byOrder"] as? [String: String] == ["1": "1", "2": "1"])
    #expect(top["sets"] as? [[String]] == [["tank"], ["p1", "p2"]])
    let chance = -expm1(-1e-4)
    let probability = try #require(top["probability"] as? Double)
    #expect((probability - (0.02 + chance - 0.02 * chance)).magnitude < 1e-12)
    let importance = try #require(top["importance"] as? [[String: Any]])
    #expect(importance.compactMap { $0["id"] as? String } == ["tank", "p1", "p2"])
    #expect(Set(importance[0].keys).isSuperset(of: ["birnbaum", "criticality", "raw", "rrw"]))
  }

  @Test func answersForPeopleInBothLanguages() throws {
    let english = try CommandRun(
      shell: "depgraph faulttree \(tree) --top top --importance --lang en")
    #expect(english.status == 0)
    #expect(english.output.contains("No water depends on 3 basic events"))
    #expect(english.output.contains("2 minimal cut sets"))
    #expect(english.errors.contains("`p1` stands twice in `<xor>`, and counts twice"))
    let dutch = try CommandRun(shell: "depgraph faulttree \(tree) --lang nl")
    #expect(dutch.output.contains("minimale snedeverzamelingen"))
    #expect(dutch.output.contains("other is nooit waar"))
  }

  @Test func answersAsTables() throws {
    let sets = try CommandRun(shell: "depgraph faulttree \(tree) --top top --format csv")
    #expect(sets.output.hasPrefix("top,rank,order,events,probability\r\ntop,1,1,tank,"))
    let matters = try CommandRun(
      shell: "depgraph faulttree \(tree) --top both --fussell-vesely --format csv")
    #expect(matters.output.contains("both,p2,0.2,0.1,1,5,inf,1,1\r\n"), "\(matters.output)")
    #expect(try CommandRun(shell: "depgraph faulttree \(tree) --format md").output.hasPrefix("# "))
  }

  @Test func aLimitEndsWithItsStatus() throws {
    let aralia = SourceTree.root.appendingPathComponent(
      "Tests/DepGraphTests/Fixtures/aralia/baobab1.xml"
    ).path
    let run = try CommandRun(
      shell: "depgraph faulttree \(aralia) --max-nodes 300 --format json --lang en")
    #expect(run.status == 75)
    #expect(run.errors.contains("--max-nodes"))
    let envelope = try json(run)
    #expect(envelope["complete"] as? Bool == false)
  }

  /// What is handed in, by a line of the shell that makes `$F`, with the status and what is said.
  static let bad: [(String, Int32, String)] = [
    ("true", 74, "there is no"), ("mkdir $F", 74, "directory"), (": > $F", 2, "empty-file"),
    ("echo hello > $F", 2, "not-xml"),
    ("echo '<!DOCTYPE a SYSTEM \"/etc/passwd\"><a/>' > $F", 2, "entity-declaration"),
    (
      "echo '<!DOCTYPE a [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><a>&b;</a>' > $F", 2,
      "entity-declaration"
    ),
    (
      "{ echo '<opsa-mef><define-fault-tree name=\"t\"><define-gate name=\"g\">'; "
        + "head -c 5000000 /dev/zero | sed 's/\\x0/<not>/g'; } > $F", 2, "too-deep"
    ),
    ("head -c 2000000 /dev/urandom > $F", 2, "error"),
    (
      "{ echo '<opsa-mef><define-fault-tree name=\"t\">'; for i in 1 2 3; do "
        + "echo \"<define-gate name=\\\"g$i\\\"><gate name=\\\"g$((i % 3 + 1))\\\"/></define-gate>\"; "
        + "done; echo '</define-fault-tree></opsa-mef>'; } > $F", 2, "g1"
    ),
  ]

  @Test(arguments: bad.indices) func whateverIsHandedInIsAnswered(number: Int) throws {
    let (make, status, says) = Self.bad[number]
    let started = Date()
    let run = try CommandRun(
      shell: "F=\(folder.path)/bad.xml; \(make); depgraph faulttree $F --lang en")
    #expect(run.status == status, "\(make): \(run.output.prefix(300))\(run.errors.prefix(300))")
    #expect("\(run.output)\(run.errors)".contains(says), "\(run.errors.prefix(300))")
    // Seconds on a quiet machine: what this catches is work that never ends.
    #expect(Date().timeIntervalSince(started) < 120)
  }

  @Test func anUnknownGateIsNamedWithTheNearest() throws {
    let run = try CommandRun(shell: "depgraph faulttree \(tree) --top bothh --lang en")
    #expect(run.status == 2)
    #expect(run.errors.contains("did you mean `both`?"))
  }

  // MARK: - Export

  @Test func aComponentBecomesAFaultTreeThatGivesTheSameAnswer() throws {
    let model = try folder.write(
      "model.yaml",
      Array(
        """
        depgraph: 1
        basis: fictional
        language: en
        components:
          - {id: power, name: Power, requires: [net], availability: 99%}
          - {id: net, name: Net, requires: [power], availability: 98%}
          - {id: r1, requires: [power], availability: 99.5%}
          - {id: r2, requires: [{any: [power, battery]}], availability: 99.5%}
          - {id: battery, requires: [], availability: 90%}
          - {id: desk, kind: consumer, name: Desk, requires: [{any: [r1, r2]}]}
        """.utf8))
    let out = folder.path + "/out.xml"
    let export = try CommandRun(shell: "depgraph export openpsa \(model) desk -o \(out) --lang en")
    #expect(export.status == 0, "\(export.errors)")
    let tree = try json(try CommandRun(shell: "depgraph faulttree \(out) --format json"))
    let result = try #require((tree["result"] as? [String: Any])?["tops"] as? [[String: Any]])
    #expect(result.first?["id"] as? String == "desk-down")
    let availability = try json(
      try CommandRun(shell: "depgraph availability \(model) --for desk --format json"))
    let targets = try #require(
      (availability["result"] as? [String: Any])?["targets"] as? [[String: Any]])
    let expected = try #require(targets.first?["unavailability"] as? Double)
    let found = try #require(result.first?["probability"] as? Double)
    #expect((found - expected).magnitude < 1e-12 && expected > 0)
  }
}
