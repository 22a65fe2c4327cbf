import Foundation
import Testing

/// The surroundings of the command change nothing of what it gives: no network, another zone,
/// language, home, folder, mask and hash seed.
@Suite struct SurroundingsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Whether a process without a network can be made here.
  static let canIsolate: Bool = {
    let run = try? CommandRun(shell: "command -v unshare && unshare -rn true")
    return run?.status == 0
  }()

  /// A script that asks every question, and draws, into a folder.
  private func script(into name: String) -> String {
    let models = Fixture.root.appendingPathComponent("models").path
    let small = "\(models)/voorbeeld/wijziging/voor.yaml"
    let lines = AskedCommand.all.map { "\($0.line) > \"$out/\($0.name).json\"" }
    let written = [
      "depgraph brief '\(Fixture.path("every-key/model.yaml"))' -o \"$out/brief\" > /dev/null",
      "depgraph explore '\(small)' -o \"$out/explore.html\" > /dev/null",
      "depgraph render '\(small)' --view spof -o \"$out/spof.pdf\"",
      "depgraph export graphml '\(small)' -o \"$out/export.graphml\"",
      "depgraph export dot '\(small)' -o \"$out/export.dot\"",
      "depgraph export csv '\(small)' -o \"$out/tables\"",
      "depgraph template -o \"$out/template.xlsx\"",
    ]
    let all = (lines + written).map { line in
      "\(line) 2>> \"$out/../\(name).errors\" || echo \"status $?\" >> \"$out/statuses\""
    }
    return "out='\(folder.path)/\(name)'; mkdir -p \"$out\"\n" + all.joined(separator: "\n")
  }

  /// Runs a script with an environment of its own and nothing else.
  private func run(_ script: String, before: String, _ environment: [String]) throws {
    let text =
      "depgraph() { '\(CommandRun.executable)' \"$@\"; }\n\(before)\n\(script)\n"
    let file = try folder.write("script.sh", Array(text.utf8))
    let variables = environment.map { "'\($0)'" }.joined(separator: " ")
    let shell = Self.canIsolate && before.contains("umask 077") ? "unshare -rn bash" : "bash"
    let run = try CommandRun(shell: "env -i \(variables) \(shell) '\(file)'")
    #expect(run.status == 0, "\(run.errors)")
  }

  /// The digest of every file below a folder, by name.
  private func digests(_ name: String) throws -> [String: String] {
    let run = try CommandRun(
      shell: "cd '\(folder.path)/\(name)' && find . -type f -exec sha256sum {} +")
    let pairs = run.output.split(separator: "\n").map { line in
      (String(line.dropFirst(66)), String(line.prefix(64)))
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  @Test func everyAnswerIsTheSameElsewhere() throws {
    let library = ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"].map {
      ["LD_LIBRARY_PATH=\($0)"]
    }
    let path = "PATH=\(ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")"
    let day = "SOURCE_DATE_EPOCH=1780000000"
    let common = (library ?? []) + [path, day]
    let home = ProcessInfo.processInfo.environment["HOME"] ?? "/"
    try run(
      script(into: "here"), before: "cd /; umask 022",
      common + ["HOME=\(home)", "TZ=UTC", "LC_ALL=C.UTF-8"])
    let other = try folder.write("home/.local/share/pandoc/reference.docx", [1, 2, 3])
    #expect(!other.isEmpty)
    try run(
      script(into: "there"), before: "cd '\(folder.path)'; umask 077",
      common + [
        "HOME=\(folder.path)/home", "TZ=America/St_Johns", "LC_ALL=nl_NL.UTF-8", "LANG=nl_NL.UTF-8",
        "COLUMNS=40", "NO_COLOR=1", "TERM=xterm-256color", "GVBINDIR=\(folder.path)",
        "GV_FILE_PATH=\(folder.path)", "DOTFONTPATH=\(folder.path)", "SERVER_NAME=x",
        "SWIFT_DETERMINISTIC_HASHING=1",
      ])
    let (here, there) = (try digests("here"), try digests("there"))
    #expect(here.count > 80, "\(here.keys.sorted())")
    for name in Set(here.keys).union(there.keys).sorted() {
      #expect(here[name] == there[name], "\(name) is another one elsewhere")
    }
  }
}
