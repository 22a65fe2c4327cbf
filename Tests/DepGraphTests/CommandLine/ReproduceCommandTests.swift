import Foundation
import Testing

@testable import DepGraph

/// The command `reproduce`, and what it needs of every other: that all that was asked stands in the
/// result.
@Suite struct ReproduceCommandTests {
  private func object(_ text: String) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return try #require(value as? [String: Any])
  }

  /// Commands that give no JSON, tell of the machine, or ask for others.
  private static let withoutResult: Set = [
    "brief", "render", "schema", "convert", "scenario", "export", "doctor", "reproduce", "explore",
    "redact", "import", "merge", "template",
  ]

  @Test func everyCommandIsAsked() throws {
    let page = try Fixture.text("docs/command-line.md")
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| [`") }
    let names = Set(rows.compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) })
    #expect(names.count > 25)
    let asked = Set(AskedCommand.all.map(\.name))
    #expect(names.subtracting(Self.withoutResult).subtracting(asked) == [])
  }

  /// What an envelope has is what `reproduce` takes, no less and no more.
  @Test(arguments: AskedCommand.all)
  func theOptionsOfAnEnvelopeAreThoseThatAreTakenBack(asked: AskedCommand) throws {
    let envelope = try object(try CommandRun(shell: asked.line).output)
    let options = try #require(envelope["options"] as? [String: Any])
    let known = try #require(ResultArguments.questions[asked.name])
    #expect(Set(options.keys) == Set(known), "\(asked.name)")
  }

  @Test(arguments: AskedCommand.all)
  func everyAnswerCanBeAskedAgain(asked: AskedCommand) throws {
    let folder = try TemporaryFolder()
    let first = try CommandRun(shell: asked.line)
    let file = try folder.write("result.json", Array(first.output.utf8))
    let models = Fixture.root.appendingPathComponent("models").path
    let fixtures = Fixture.path("aralia")
    let root = asked.name == "faulttree" ? fixtures : models
    let again = try CommandRun("reproduce", file, "--in", root, "--format", "json")
    #expect(again.status == 0, "\(again.output)\(again.errors)")
    let result = try #require(try object(again.output)["result"] as? [String: Any])
    #expect(result["same"] as? Bool == true)
    #expect(result["count"] as? Int == 0)
  }

  /// Options that bear on other files, or on how the answer is written.
  private static let aside: Set = [
    "format", "output", "no-color", "help", "version", "plot", "gantt", "checklist", "kit",
    "situation", "next-update", "junit", "sarif", "full", "sheets", "write-baseline", "picture",
    "page", "marking", "cache", "memory-limit", "time-limit",
  ]

  /// Of each command every option that it has stands in the envelope.
  @Test(arguments: AskedCommand.all)
  func theEnvelopeHasAllOptions(asked: AskedCommand) throws {
    let help = try object(try CommandRun(asked.name, "--experimental-dump-help").output)
    let command = try #require(help["command"] as? [String: Any])
    let arguments = try #require(command["arguments"] as? [[String: Any]])
    let names = arguments.filter { $0["kind"] as? String != "positional" }.compactMap { argument in
      (argument["names"] as? [[String: Any]])?.first { $0["kind"] as? String == "long" }
    }.compactMap { $0["name"] as? String }.filter { !$0.hasPrefix("no-") || asked.name == "diff" }
    let envelope = try object(try CommandRun(shell: asked.line).output)
    let options = try #require(envelope["options"] as? [String: Any])
    let needsLanguage: Set = ["contracts", "works", "measures", "check", "restore", "escalate"]
    let expected = Set(names).subtracting(Self.aside)
      .subtracting(needsLanguage.contains(asked.name) ? [] : ["lang"])
      // Named so before there was this rule.
      .subtracting(options["rules"] == nil ? [] : ["rule"])
    #expect(expected.subtracting(options.keys) == [], "\(asked.name)")
    #expect(!asked.name.isEmpty && (expected.isEmpty == (asked.name == "sectors")))
  }

  /// Asked otherwise, the options of the envelope are others.
  @Test(arguments: AskedCommand.all.filter { !$0.variation.isEmpty })
  func anotherOptionIsAnotherEnvelope(asked: AskedCommand) throws {
    let options = { (line: String) -> NSDictionary in
      let envelope = try object(try CommandRun(shell: line).output)
      return try #require(envelope["options"] as? NSDictionary)
    }
    let first = try options(asked.line)
    let other = try options(
      "depgraph \(asked.name) \(asked.arguments) \(asked.variation) --format json")
    #expect(first != other)
  }

  // MARK: - What changed since

  private static let before = Fixture.root
    .appendingPathComponent("models/voorbeeld/wijziging/voor.yaml").path

  private func asked(
    changing old: String, to new: String
  ) throws -> (run: CommandRun, result: [String: Any]) {
    let folder = try TemporaryFolder()
    let text = try Fixture.text("models/voorbeeld/wijziging/voor.yaml")
    let model = try folder.write("net.yaml", Array(text.utf8))
    let first = try CommandRun("blast", model, "stroom-a", "--format", "json")
    let file = try folder.write("result.json", Array(first.output.utf8))
    let changed = text.replacing(old, with: new)
    #expect(changed != text)
    _ = try folder.write("net.yaml", Array(changed.utf8))
    let run = try CommandRun(shell: "cd \(folder.path) && depgraph reproduce \(file) --format json")
    return (run, try #require(try object(run.output)["result"] as? [String: Any]))
  }

  @Test func anotherFactIsAnotherAnswerWithItsPath() throws {
    let (run, result) = try asked(
      changing: "requires: [oude-server, netwerk]", to: "requires: [netwerk]")
    #expect(run.status == 1)
    let differences = try #require(result["differences"] as? [[String: Any]])
    #expect(differences.first?["path"] as? String == "result.down[archief]")
    #expect(differences.first?["after"] is NSNull)
    #expect((result["model"] as? [String: Any])?["differs"] as? Bool == true)
  }

  @Test func anotherRemarkIsTheSameAnswerOfAnotherModel() throws {
    let (run, result) = try asked(changing: "users: 40", to: "users: 40\n    note: Counted.")
    #expect(run.status == 0)
    #expect(result["same"] as? Bool == true)
    #expect((result["model"] as? [String: Any])?["differs"] as? Bool == true)
  }

  @Test func whatCannotBeAskedAgainIsSaid() throws {
    let folder = try TemporaryFolder()
    let run = { (text: String) in
      try CommandRun("reproduce", try folder.write("r.json", Array(text.utf8)))
    }
    #expect(try run("no json").status == 2)
    #expect(try run("{\"schema\": \"other\"}").status == 2)
    let lost = try run(
      #"{"schema": "depgraph/1", "command": "blast", "model": {"file": "lost-7.yaml", "sha256": "0"}, "options": {"seeds": ["a"]}}"#
    )
    #expect(lost.status == 2)
    #expect(lost.errors.contains("lost-7.yaml"))
    #expect(try CommandRun("reproduce", folder.path + "/none.json").status == 74)
  }

  /// A result is a file that one may have been handed.
  @Test func aResultWritesNothingAndAsksNothingElse() throws {
    let folder = try TemporaryFolder()
    let victim = try folder.write("victim.txt", Array("untouched".utf8))
    let model = try folder.write(
      "net.yaml", Array(try Fixture.text("models/voorbeeld/wijziging/voor.yaml").utf8))
    let first = try CommandRun("blast", model, "stroom-a", "--format", "json")
    let changes: [(String, String)] = [
      ("\"seeds\": [\"stroom-a\"]", "\"seeds\": [\"stroom-a\", \"--output=\(victim)\"]"),
      ("\"seeds\": [\"stroom-a\"]", "\"seeds\": [\"stroom-a\", \"-o\", \"\(victim)\"]"),
      ("\"seeds\":", "\"output\": \"\(victim)\", \"seeds\":"),
      ("\"seeds\":", "\"output=\(victim)\": true, \"seeds\":"),
      ("\"seeds\":", "\"help\": true, \"seeds\":"),
      ("\"command\": \"blast\"", "\"command\": \"doctor\""),
    ]
    for (old, new) in changes {
      let text = first.output.replacing(old, with: new)
      #expect(text != first.output, "\(old)")
      let file = try folder.write("result.json", Array(text.utf8))
      let run = try CommandRun("reproduce", file, model)
      #expect(run.status == 2, "\(new): \(run.output)\(run.errors)")
      #expect(try String(contentsOfFile: victim, encoding: .utf8) == "untouched")
    }
  }

  /// Wherever it is asked again from.
  @Test func foldersMakeNoDifference() throws {
    let models = Fixture.root.appendingPathComponent("models").path
    let line =
      "cd \(models)/voorbeeld && depgraph works voorbeeld.yaml ./werkzaamheden.csv --format json"
    let folder = try TemporaryFolder()
    let file = try folder.write("r.json", Array(try CommandRun(shell: line).output.utf8))
    let again = "cd \(folder.path) && depgraph reproduce \(file) --in \(models)"
    let run = try CommandRun(shell: again)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
  }

  @Test func theReportTellsWhatItRestsOn() throws {
    let folder = try TemporaryFolder()
    let first = try CommandRun("blast", Self.before, "stroom-a", "--format", "json")
    let file = try folder.write("result.json", Array(first.output.utf8))
    let english = try CommandRun("reproduce", file, Self.before, "--lang", "en")
    #expect(english.output.contains("The same answer (model, inputs and version are the same)."))
    #expect(english.output.contains("depgraph blast voor.yaml stroom-a --reading possible"))
    let dutch = try CommandRun("reproduce", file, Self.before, "--lang", "nl")
    #expect(dutch.output.contains("Hetzelfde antwoord"))
  }

  /// The line at the end of a text says how it was asked, and never a folder or the time.
  @Test func reportsAreStamped() throws {
    let run = try CommandRun("blast", Self.before, "stroom-a", "--after", "4h", "--lang", "en")
    #expect(run.output.contains("depgraph blast voor.yaml stroom-a --after 4h"))
    let markdown = try CommandRun(
      "spof", Self.before, "--for", "balie", "--format", "md", "--lang", "nl")
    #expect(markdown.output.contains("depgraph spof voor.yaml --for balie"))
    #expect(!run.output.contains("/wijziging"))
    let rows = try CommandRun("blast", Self.before, "stroom-a", "--format", "csv")
    #expect(!rows.output.contains("voor.yaml"))
  }
}
