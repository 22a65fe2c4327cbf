import Foundation
import Testing

@testable import DepGraph

/// Every text, table and file of every command says how it is proposed to be marked.
@Suite struct MarkingCommandTests {
  private static let example = Fixture.root.appendingPathComponent(
    "models/voorbeeld/voorbeeld.yaml"
  ).path
  private static let scenario = Fixture.root.appendingPathComponent(
    "models/voorbeeld/scenarios/software-storing.yaml"
  ).path

  /// The answering commands with arguments that give them something to say.
  static let answers: [[String]] = [
    ["availability", example, "--for", "kantoor"], ["blast", example, "software:router-os-7"],
    ["coldstart", example], ["contracts", example], ["cutsets", example, "kantoor"],
    ["pathsets", example, "kantoor"], ["escalate", example, "--failed", "kern-1"],
    ["exercise", scenario], ["harden", example], ["measures", example], ["plans", example],
    ["protection", example], ["register", example],
    ["restore", example, "--failed", "kern-1", "kern-2"], ["spof", example],
    ["suppliers", example], ["validate", example],
    ["why", example, "kantoor", "software:router-os-7"], ["worst", example],
  ]

  @Test(arguments: answers) func everyFormSaysIt(arguments: [String]) throws {
    for (language, words) in [
      ("nl", ["Voorstel rubricering: ", "vastgesteld door: ____", "tot: ____"]),
      ("en", ["Proposed classification: ", "established by: ____", "until: ____"]),
    ] {
      let line = (arguments + ["--lang", language]).map { "'\($0)'" }.joined(separator: " ")
      let text = try CommandRun(shell: "depgraph \(line)").output
      // Lines are wrapped; what belongs together may stand on two.
      let flat = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      for word in words {
        #expect(flat.contains(word.trimmingCharacters(in: .whitespaces)), "\(line): \(word)")
      }
      #expect(text.contains("TLP:"))
    }
    let line = arguments.map { "'\($0)'" }.joined(separator: " ")
    let json = try CommandRun(shell: "depgraph \(line) --format json").output
    let read = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    let proposal = try #require(read?["proposed-marking"] as? [String: Any])
    #expect(proposal["class"] is String && proposal["tlp"] is String && proposal["floor"] is Bool)
    let csv = try CommandRun(shell: "depgraph \(line) --format csv").output
    let rows = csv.split(separator: "\r\n")
    #expect(rows.first?.hasSuffix(",proposed-class,proposed-tlp") == true, "\(line)")
  }

  @Test func whatIsNotMarkedIsNotCalledUnclassified() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "m.yaml", Array("depgraph: 1\ncomponents: [{id: a, name: A, kind: site}]\n".utf8))
    for (language, words) in [
      ("nl", "geen rubricering opgegeven"), ("en", "no classification stated"),
    ] {
      let run = try CommandRun("blast", path, "a", "--lang", language)
      #expect(run.output.contains(words) && !run.output.contains("ONGERUBRICEERD"))
      let picture = try CommandRun("render", path, "--lang", language, "--format", "dot")
      #expect(picture.output.contains(words.uppercased()))
    }
  }

  @Test func everyFileBesideAnAnswerSaysIt() throws {
    let folder = try TemporaryFolder()
    let into = folder.path
    let lines = [
      "exercise '\(Self.scenario)' --kit '\(into)/kit' --gantt '\(into)/kit/bars.svg'",
      "escalate '\(Self.example)' --failed kern-1 --sheets '\(into)/kit/sheets.html' "
        + "--situation '\(into)/kit/situation.txt'",
      "restore '\(Self.example)' --failed kern-1 --checklist '\(into)/kit/list.html' "
        + "--plot '\(into)/kit/curve.svg' --gantt '\(into)/kit/plan.svg'",
      "contracts '\(Self.example)' --write-baseline '\(into)/kit/accepted.yaml'",
      "scenario '\(Self.example)' --seed 3 --output '\(into)/kit/night.yaml'",
      "export openpsa '\(Self.example)' kantoor --output '\(into)/kit/tree.xml'",
    ]
    for line in lines {
      let run = try CommandRun(shell: "depgraph \(line) --lang nl")
      #expect(run.status == 0, "\(line): \(run.errors)")
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(into)/kit").sorted()
    #expect(names.count >= 16)
    for name in names {
      let text = try String(contentsOfFile: "\(into)/kit/\(name)", encoding: .utf8)
      let flat = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(
        flat.contains("Voorstel rubricering: ") || flat.contains("VOORSTEL: ")
          || flat.contains(",proposed-class,proposed-tlp"), "\(name)")
    }
  }
}
