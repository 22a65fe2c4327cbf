import Foundation
import Testing

#if canImport(FoundationXML)
import FoundationXML
#endif

@Suite struct TestCommandTests {
  private let folder: TemporaryFolder
  private let model: String

  init() throws {
    folder = try TemporaryFolder()
    model = try folder.write(
      "model.yaml",
      Array(
        """
        depgraph: 1
        basis: fictional
        language: nl
        components:
          - {id: room-a, name: "Zaal <A> & \\"B\\"", kind: site}
          - {id: desk, name: Balie, kind: consumer, requires: [{any: [left, right]}]}
          - {id: left, name: Links, requires: [room-a]}
          - {id: right, name: Rechts, requires: [{ref: room-a, basis: assumed}]}
          - {id: hall, name: Hal, kind: consumer, requires: [left]}
          - {id: gate, name: Poort, kind: process, requires: []}
        expect:
          - {name: {nl: Zaal mag uit, en: The room may go}, when: room-a, up: [desk, hall], down: [left]}
          - no-single-point: [gate]

        """.utf8))
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func itAnswersInJSON() throws {
    let run = try CommandRun("test", model, "--format", "json")
    #expect(run.status == 1)
    let result = try #require(try object(run.output)["result"] as? [String: Any])
    let score = try #require(result["score"] as? [String: Int])
    #expect(score == ["claims": 4, "passed": 2, "failed": 1, "undetermined": 1])
    let suite = try #require((result["suites"] as? [[String: Any]])?.first)
    #expect(suite["file"] as? String == "model.yaml")
    let claims = try #require(suite["claims"] as? [[String: Any]])
    #expect(claims.map { $0["id"] as? String } == ["desk", "hall", "left", "gate"])
    #expect(
      claims.map { $0["kind"] as? String } == ["up", "up", "down", "no-single-point"])
    #expect(
      claims.map { $0["verdict"] as? String } == ["undetermined", "failed", "passed", "passed"])
    #expect(claims.map { $0["line"] as? Int } == [12, 12, 12, 13])
    let because = try #require(claims[1]["because"] as? [String: Any])
    #expect(because["type"] as? String == "chain")
    #expect((because["chain"] as? [String: Any])?["id"] as? String == "hall")
    let coverage = try #require((result["coverage"] as? [[String: Any]])?.first)
    let components = try #require(coverage["components"] as? [String: Any])
    #expect(components["asserted"] as? [String] == ["desk", "gate", "hall", "left"])
    #expect(components["untouched"] as? [String] == [])
    #expect(components["share"] as? Double == 1)
  }

  @Test func everyLineReadsWithoutColour() throws {
    let dutch = try CommandRun("test", model).output
    #expect(dutch.hasPrefix("Verwachtingen getoetst\n"))
    #expect(dutch.contains("2 van 4 beweringen kloppen; 1 klopt NIET; van 1 is het niet te"))
    #expect(dutch.contains("- niet te zeggen: Balie (desk) blijft werken; berekend: van"))
    #expect(dutch.contains("- NIET: Hal (hall) blijft werken; berekend: valt uit"))
    #expect(dutch.contains("- goed: Links (left) valt uit\n"))
    #expect(dutch.contains("Hal (hall) valt uit, want dit valt uit:"))
    let english = try CommandRun("test", model, "--lang", "en").output
    #expect(english.contains("2 of 4 claims hold; 1 does NOT; of 1 nobody can tell."))
    #expect(english.contains("- NOT: Hal (hall) keeps working; computed: goes down"))
    #expect(english.contains("- ok: Poort (gate) has no single point of failure"))
    let rows = try CommandRun("test", model, "--format", "csv").output.split(separator: "\n")
    #expect(rows.first?.hasPrefix("suite,expectation,kind,id,verdict,claim,computed") == true)
  }

  @Test(arguments: [
    ([], 1), (["--fail-on", "none"], 0), (["--fail-on", "failed"], 1),
    (["--fail-on", "undetermined"], 1), (["--fail-on", "failed,undetermined"], 1),
    (["--fail-on", "passed"], 64), (["--fail-on", "failed,"], 64),
    (["--fail-on", "none", "--coverage-at-least", "100"], 0),
    (["--fail-on", "none", "--coverage-at-least", "101"], 64),
    (["--reading", "certain", "--fail-on", "undetermined"], 0),
  ])
  func theStatusIsTheGate(options: [String], status: Int) throws {
    let line = "depgraph test '\(model)' \(options.joined(separator: " "))"
    #expect(try Int(CommandRun(shell: line).status) == status, "\(options)")
  }

  @Test func withoutExpectationsThereIsNothingToTest() throws {
    let plain = try folder.write(
      "plain.yaml", Array("depgraph: 1\ncomponents: [{id: a, kind: site}]\n".utf8))
    let run = try CommandRun("test", plain, "--lang", "en")
    #expect(run.status == 0)
    #expect(run.output.contains("There is nothing to test"))
    let thin = try CommandRun("test", plain, "--coverage-at-least", "10", "--lang", "en")
    #expect(thin.status == 1)
    #expect(thin.errors.contains("the coverage is 0%, less than the 10% asked for"))
  }

  @Test func aBrokenModelIsNoTest() throws {
    let broken = try folder.write(
      "broken.yaml",
      Array(
        "depgraph: 1\ncomponents: [{id: a}]\nexpect: [{when: a, up: [b]}, {of: a}]\n".utf8))
    let run = try CommandRun("test", broken)
    #expect(run.status == 2)
    #expect(run.errors.contains("needs `single-points`"))
    let missing = try CommandRun("test", folder.path + "/none.yaml")
    #expect(missing.status == 74)
  }

  /// A build server must not go on showing the report of the last run.
  @Test func theReportsSayThatABrokenModelIsNoTest() throws {
    let broken = try folder.write(
      "broken & co.yaml", Array("depgraph: 1\ncomponents: [{id: a, requires: [b]}]\n".utf8))
    let (junit, sarif) = (folder.path + "/broken.xml", folder.path + "/broken.sarif")
    let run = try CommandRun(
      "test", model, broken, "--junit", junit, "--sarif", sarif, "--lang", "en")
    #expect(run.status == 2)
    let report = JUnitReport(try Data(contentsOf: URL(fileURLWithPath: junit)))
    #expect(report.isWellFormed)
    #expect(report.cases.map { $0["name"] } == ["can be read without errors"])
    #expect(report.cases.map { $0["classname"] } == [broken])
    #expect(report.suites.prefix(2).map { $0["errors"] } == ["1", "1"])
    #expect(report.text.contains("[unknown-reference]"))
    let log = try object(String(contentsOfFile: sarif, encoding: .utf8))
    let results = try #require((log["runs"] as? [[String: Any]])?.first?["results"])
    let levels = (results as? [[String: Any]])?.compactMap { $0["level"] as? String }
    #expect(levels?.contains("error") == true)
    let rules = (results as? [[String: Any]])?.compactMap { $0["ruleId"] as? String }
    #expect(rules?.contains("model/unknown-reference") == true)
  }

  @Test func aFileCountsOnce() throws {
    #expect(try CommandRun("test", model, model).status == 64)
    let again = folder.path + "/./model.yaml"
    #expect(try CommandRun("test", model, again).status == 64)
  }

  @Test func entriesThatTestNothingAreRemarkedOn() throws {
    let entries = "[{when: a}, {up: a}, {when: a, no-single-point: a}]"
    let idle = try folder.write(
      "idle.yaml",
      Array("depgraph: 1\ncomponents: [{id: a}]\nexpect: \(entries)\n".utf8))
    let run = try CommandRun("validate", idle, "--format", "json")
    #expect(run.status == 0)
    #expect(run.output.contains("this entry of `expect` expects nothing"))
    #expect(run.output.contains("this entry of `expect` does not say what fails"))
    #expect(run.output.contains("`when` has no effect"))
    // A failure of nothing proves nothing.
    #expect(try CommandRun("test", idle).status == 1)
  }

  @Test func scenariosAreTestedWithTheirModels() throws {
    let scenario = try folder.write(
      "night.yaml",
      Array(
        """
        # Played from the beginning.
        depgraph-scenario: 1
        model: model.yaml
        start: 2026-06-05T12:00+02:00
        events: [{at: 0s, fail: room-a}, {at: 2h, restore: room-a}]
        expect: [{component: hall, back-by: 2h}, {component: desk, state: up, at: 1h}]

        """.utf8))
    let run = try CommandRun("test", scenario, model, "--format", "json", "--fail-on", "none")
    #expect(run.status == 0, "\(run.errors)")
    let result = try #require(try object(run.output)["result"] as? [String: Any])
    let suites = try #require(result["suites"] as? [[String: Any]])
    #expect(suites.map { $0["type"] as? String } == ["scenario", "model"])
    let claims = try #require(suites[0]["claims"] as? [[String: Any]])
    #expect(claims.map { $0["verdict"] as? String } == ["passed", "failed"])
    #expect(claims.map { $0["kind"] as? String } == ["back", "state"])
    // One model, so one coverage, of both files.
    let coverage = try #require(result["coverage"] as? [[String: Any]])
    #expect(coverage.map { $0["files"] as? [String] } == [["night.yaml", "model.yaml"]])
  }

  /// What fails is named, and how many more there are where it is much.
  @Test(arguments: [
    (4, "Als Deel 1 (p1), Deel 2 (p2), Deel 3 (p3) en Deel 4 (p4) uitvallen"),
    (9, "Als Deel 1 (p1), Deel 2 (p2), Deel 3 (p3), Deel 4 (p4), Deel 5 (p5) en nog 4 uitvallen"),
  ])
  func whatFailsIsNamed(count: Int, words: String) throws {
    let parts = (1...count).map { "  - {id: p\($0), name: Deel \($0), requires: []}\n" }
    let ids = (1...count).map { "p\($0)" }.joined(separator: ", ")
    let text =
      "depgraph: 1\nlanguage: nl\ncomponents:\n" + parts.joined()
      + "  - {id: gate, name: Poort, kind: process, requires: []}\n"
      + "expect:\n  - {when: [\(ids)], up: [gate]}\n"
    let path = try folder.write("many.yaml", Array(text.utf8))
    let output = try CommandRun("test", path).output
    #expect(output.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(words))
  }

  @Test(arguments: ["nafin/nafin.yaml", "voorbeeld/voorbeeld.yaml"])
  func theModelsOfTheProjectAreAsExpected(name: String) throws {
    let path = Fixture.root.appendingPathComponent("models/\(name)").path
    let run = try CommandRun("test", path, "--coverage-at-least", "60", "--format", "json")
    #expect(run.status == 0, "\(run.output)")
    let score = try #require(try object(run.output)["result"] as? [String: Any])["score"]
    let claims = try #require((score as? [String: Int])?["claims"])
    #expect(claims > 15)
  }

  // MARK: - Reports for other programs

  @Test func theJUnitReportIsXMLWithACaseForEachClaim() throws {
    let path = folder.path + "/report.xml"
    let run = try CommandRun("test", model, "--junit", path, "--lang", "en")
    #expect(run.status == 1)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    let report = JUnitReport(bytes)
    #expect(report.isWellFormed)
    #expect(report.suites.map { $0["tests"] } == ["4", "4"])
    #expect(report.suites.map { $0["failures"] } == ["2", "2"])
    #expect(report.cases.count == 4)
    #expect(report.failures.map { $0["type"] } == ["undetermined", "failed"])
    #expect(report.failures.map { $0["message"]?.hasPrefix("computed: ") } == [true, true])
    #expect(
      report.cases[1]["name"]
        == "The room may go: Hal (hall) keeps working, when Zaal <A> & \"B\" (room-a) fails")
    #expect(report.text.contains("Zaal <A> & \"B\" (room-a): the failure itself"))
    _ = try CommandRun("test", model, "--junit", path, "--lang", "en")
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
  }

  @Test func theSARIFLogHoldsWhatDidNotPass() throws {
    let path = folder.path + "/report.sarif"
    _ = try CommandRun("test", model, "--sarif", path, "--lang", "en")
    let log = try object(String(contentsOfFile: path, encoding: .utf8))
    #expect(log["version"] as? String == "2.1.0")
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    #expect(driver["name"] as? String == "depgraph")
    let rules = try #require(driver["rules"] as? [[String: Any]]).map { $0["id"] as? String }
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.map { $0["ruleId"] as? String } == ["expect/up", "expect/up"])
    #expect(results.map { $0["level"] as? String } == ["warning", "error"])
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index] == result["ruleId"] as? String)
      let text = try #require((result["message"] as? [String: Any])?["text"] as? String)
      #expect(text.contains("computed: "))
      let location = try #require((result["locations"] as? [[String: Any]])?.first)
      let place = try #require(location["physicalLocation"] as? [String: Any])
      let region = try #require(place["region"] as? [String: Any])
      #expect(region["startLine"] as? Int == 12)
      #expect(region["startColumn"] as? Int == 5)
      let uri = try #require((place["artifactLocation"] as? [String: Any])?["uri"] as? String)
      #expect(URL(string: uri)?.path == model)
    }
  }

  @Test func noFileIsWrittenOverOneThatIsTested() throws {
    #expect(try CommandRun("test", model, "--junit", model).status == 64)
    let path = folder.path + "/same"
    #expect(try CommandRun("test", model, "--junit", path, "--sarif", path).status == 64)
  }
}

/// What a JUnit report holds.
private final class JUnitReport: NSObject, XMLParserDelegate {
  private(set) var suites: [[String: String]] = []
  private(set) var cases: [[String: String]] = []
  private(set) var failures: [[String: String]] = []
  private(set) var text = ""
  private(set) var isWellFormed = false

  init(_ bytes: Data) {
    super.init()
    let parser = XMLParser(data: bytes)
    parser.delegate = self
    isWellFormed = parser.parse()
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String] = [:]
  ) {
    switch name {
    case "testcase": cases.append(attributes)
    case "failure": failures.append(attributes)
    default: suites.append(attributes)
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
}
