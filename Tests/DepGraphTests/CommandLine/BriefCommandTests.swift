import Foundation
import Testing

/// The command that writes a briefing, run as a process.
@Suite struct BriefCommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static func model(_ name: String) -> String {
    SourceTree.root.appendingPathComponent("models/\(name)/\(name).yaml").path
  }

  private func json(_ path: String) throws -> NSDictionary {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    return try #require(try JSONSerialization.jsonObject(with: data) as? NSDictionary)
  }

  /// What stands in the folder is what each command gives with the options that stand beside it.
  @Test func everyResultIsWhatItsCommandGives() throws {
    let model = Self.model("voorbeeld")
    let output = folder.path + "/out"
    let run = try CommandRun("brief", model, "-o", output, "--lang", "en", "--analysis-limit", "5m")
    #expect(run.status == 0, "\(run.errors)")
    let scenario = SourceTree.root
      .appendingPathComponent("models/voorbeeld/scenarios/software-storing.yaml").path
    let criteria = SourceTree.root.appendingPathComponent("models/criteria/voorbeeld-eigen.yaml")
      .path
    let seed = "software:router-os-7"
    let since = ["--since", "2026-06-02T20:00+02:00"]
    let commands: [(String, [String])] = [
      ("register", ["register", model]), ("users", ["register", model, "--of", seed]),
      ("blast", ["blast", model, seed]),
      ("spof", ["spof", model, "--groups"]), ("coldstart", ["coldstart", model]),
      ("contracts", ["contracts", model, "--time-limit", "5m"]),
      ("suppliers", ["suppliers", model]),
      ("restore", ["restore", model, "--failed", seed] + since),
      (
        "escalate",
        ["escalate", model, "--failed", seed, "--now", "2026-06-02T20:00+02:00"] + since
          + ["--clocks", "nis2"]
      ),
      ("escalate-software-storing", ["escalate", model, "--scenario", scenario]),
      ("vital-voorbeeld-eigen", ["vital", model, "--criteria", criteria, "--subject", seed]),
      ("exercise-software-storing", ["exercise", scenario, "--model", model]),
      ("plans", ["plans", model]), ("measures", ["measures", model]),
      ("questions", ["questions", model]),
      ("harden", ["harden", model, "--time-limit", "5m"]),
    ]
    for (name, arguments) in commands {
      let answer = try CommandRun(
        shell: "depgraph "
          + (arguments + ["--format", "json"]).map { "'\($0)'" }.joined(separator: " "))
      #expect(answer.status == 0, "\(name): \(answer.errors)")
      let own = try #require(
        try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? NSDictionary)
      let kept = try json("\(output)/\(name).json")
      #expect(kept["result"] as? NSDictionary == own["result"] as? NSDictionary, "\(name)")
      #expect(kept["complete"] as? Bool == true && kept["command"] as? String == arguments[0])
      let options = try #require(kept["options"] as? [String: Any])
      let given = try #require(own["options"] as? [String: Any])
      #expect(Set(options.keys) == Set(given.keys), "\(name)")
    }
  }

  @Test func whatTheUserNamesStandsInPlaceOfWhatTheModelNames() throws {
    let criteria = SourceTree.root.appendingPathComponent("models/criteria/cer-article-7.yaml").path
    let output = folder.path + "/out"
    let run = try CommandRun(
      "brief", Self.model("voorbeeld"), "kern-1", "-o", output, "--criteria", criteria, "--lang",
      "nl")
    #expect(run.status == 0, "\(run.errors)")
    let names = try FileManager.default.contentsOfDirectory(atPath: output)
    #expect(names.contains("vital-cer-article-7.json"))
    #expect(!names.contains("vital-voorbeeld-eigen.json"))
    let options = try #require(try json(output + "/blast.json")["options"] as? [String: Any])
    #expect(options["seeds"] as? [String] == ["kern-1"])
    let missing = try CommandRun(
      "brief", Self.model("voorbeeld"), "-o", output, "--criteria", folder.path + "/none.yaml")
    #expect(missing.status == 74)
    #expect(missing.errors.contains("none.yaml"))
  }

  @Test func aModelNamesNothingOutsideItsFoldersAndTheRestIsAnswered() throws {
    let text = """
      depgraph: 1
      basis: fictional
      briefing:
        failure: core
        criteria: [/etc/passwd, ../../../etc/passwd, gone.yaml, bad.yaml]
      components:
        - {id: core, kind: platform, requires: []}
        - {id: desk, kind: process, requires: [core]}
      """
    try FileManager.default.createDirectory(
      atPath: folder.path + "/a/b/c", withIntermediateDirectories: true)
    let model = try folder.write("a/b/c/m.yaml", Array(text.utf8))
    _ = try folder.write("a/b/c/bad.yaml", Array("secret: sauce\n".utf8))
    let run = try CommandRun("brief", model, "-o", folder.path + "/out", "--lang", "en")
    #expect(run.status == 0, "\(run.errors)")
    let page = try String(contentsOfFile: folder.path + "/out/index.html", encoding: .utf8)
    #expect(page.components(separatedBy: "lies outside the folders").count == 3)
    #expect(page.contains("there is no such file"))
    #expect(!page.contains("root:") && !page.contains("sauce"))
    #expect(page.contains("1 consumer or process") || page.contains("goes down for certain"))
  }

  @Test func aSeedThatNamesNothingIsAMistake() throws {
    let run = try CommandRun("brief", Self.model("nafin"), "nobody", "-o", folder.path + "/out")
    #expect(run.status == 2)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/out/index.html"))
  }

  @Test(.enabled(if: BriefCommandTests.hasPandoc, "pandoc is not installed"))
  func aDocumentIsMadeWherePandocIs() throws {
    let output = folder.path + "/out"
    let run = try CommandRun("brief", Self.model("nafin"), "-o", output, "--lang", "en")
    #expect(run.status == 0 && !run.errors.contains("briefing.docx"))
    let bytes = try #require(FileManager.default.contents(atPath: output + "/briefing.docx"))
    #expect(bytes.starts(with: Array("PK".utf8)) && bytes.count > 20_000)
  }

  @Test func withoutPandocThatIsSaidInOneLine() throws {
    let model = try folder.write("net.yaml", Array(TestNetwork.text.utf8))
    let run = try CommandRun(
      "brief", model, "-o", folder.path + "/out", "--lang", "en", environment: ["PATH": "/nowhere"])
    #expect(run.status == 0)
    let lines = run.errors.split(separator: "\n").filter { $0.contains("pandoc") }
    #expect(lines.count == 1)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/out/briefing.docx"))
  }

  static var hasPandoc: Bool {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/pandoc") }
  }
}
