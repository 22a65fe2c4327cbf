import Foundation
import Testing

/// What a model says stays out of messages, of folders for temporary files and of other results; what
/// the environment and a key say stays out of everything.
@Suite struct SecretTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A word that stands in no text of ours.
  private static let canary = "zqkanarie"

  private static let questions = [
    "validate M", "blast M router", "register M", "spof M", "cutsets M user", "contracts M",
    "availability M", "coldstart M", "restore M --failed router", "harden M", "questions M",
    "export graphml M", "export csv M -o T", "export mermaid M", "render M --view overview",
    "brief M -o B", "explore M -o E", "convert M C",
  ]

  /// Messages count, and say where to look; they quote nothing of a valid model.
  @Test func messagesOnAValidModelQuoteNothingOfIt() throws {
    let model = try PlantedModel([Self.canary])
    let temporary = folder.path + "/tmp"
    try FileManager.default.createDirectory(atPath: temporary, withIntermediateDirectories: true)
    for question in Self.questions {
      let words = question.split(separator: " ").map { word in
        switch word {
        case "M": model.path
        case "T", "B": "\(folder.path)/\(word)"
        case "E": "\(folder.path)/explore.html"
        case "C": "\(folder.path)/model.sqlite"
        default: String(word)
        }
      }
      let line = words.map { "'\($0)'" }.joined(separator: " ")
      let run = try CommandRun(
        shell: "depgraph \(line)",
        environment: ["TMPDIR": temporary, "DEPGRAPH_TEST": "zqsurroundings"])
      #expect(run.status == 0, "\(question): \(run.errors)")
      #expect(!run.errors.contains(Self.canary), "\(question): \(run.errors)")
      #expect(!(run.output + run.errors).contains("zqsurroundings"), "\(question)")
      let left = try FileManager.default.contentsOfDirectory(atPath: temporary)
      #expect(left.isEmpty, "\(question) leaves \(left)")
    }
    let written = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    #expect(written.count > 50)
    for file in written {
      // A file in the making has six letters behind its name.
      #expect((file as NSString).pathExtension.count < 6 || file.hasSuffix(".sqlite"), "\(file)")
    }
  }

  /// A mistake is shown with its own line and no other, so that it can be found.
  @Test func aMistakeQuotesItsOwnLineOnly() throws {
    let text = """
      depgraph: 1
      name: Test
      basis: fictional
      components:
        - {id: a, name: zqfirst, kind: power, requires: [], note: zqbefore}
        - {id: b, name: zqsecond, kind: wrong, requires: []}
        - {id: c, name: zqthird, kind: consumer, requires: [a], note: zqafter}

      """
    let path = try folder.write("m.yaml", Array(text.utf8))
    for command in ["register", "spof", "brief", "explore"] {
      let run = try CommandRun(shell: "depgraph \(command) '\(path)' -o '\(folder.path)/x'")
      #expect(run.status == 2)
      #expect(run.errors.contains("zqsecond"))
      for other in ["zqfirst", "zqbefore", "zqthird", "zqafter"] {
        #expect(!run.errors.contains(other), "\(command): \(run.errors)")
      }
    }
  }

  /// Who had the key could undo the pseudonyms.
  @Test func aKeyIsShownNowhere() throws {
    let secret = (0..<32).map { _ in "a7" }.joined()
    let key = try folder.write("key", Array((secret + "\n").utf8))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: key)
    let model = Fixture.root.appendingPathComponent("models/voorbeeld/voorbeeld.yaml").path
    let output = folder.path + "/out"
    let run = try CommandRun(
      "redact", model, "--audience", "partner:meldkamerdienst", "--key", key, "-o", output)
    #expect(run.status == 0, "\(run.errors)")
    #expect(!(run.output + run.errors).contains("a7a7"))
    for file in try FileManager.default.subpathsOfDirectory(atPath: output) {
      let text = try String(contentsOfFile: "\(output)/\(file)", encoding: .utf8)
      #expect(!text.contains("a7a7a7"), "\(file)")
    }
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: key)
    let open = try CommandRun(
      "redact", model, "--audience", "partner:meldkamerdienst", "--key", key, "-o", output)
    #expect(open.status == 2 && !open.errors.contains("a7a7"), "\(open.errors)")
    // One that is none is not shown either.
    let other = try folder.write("other", Array("zqsecret words\n".utf8))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: other)
    let wrong = try CommandRun(
      "redact", model, "--audience", "partner:meldkamerdienst", "--key", other, "-o", output)
    #expect(wrong.status == 2 && !wrong.errors.contains("zqsecret"), "\(wrong.errors)")
  }
}
