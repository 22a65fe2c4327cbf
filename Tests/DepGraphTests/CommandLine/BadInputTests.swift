import Foundation
import Testing

/// Whatever is handed in ends with its exit status and a message, soon, and nothing is half-written.
@Suite struct BadInputTests {
  struct Case: CustomTestStringConvertible {
    let name: String
    /// A line of the shell that makes `$F`.
    let make: String
    let status: Int32
    let says: String
    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "a directory", make: "mkdir $F", status: 74, says: "directory"),
    Case(name: "no file", make: "true", status: 74, says: "there is no"),
    Case(name: "an empty file", make: ": > $F", status: 2, says: "empty"),
    Case(
      name: "no YAML", make: "printf 'depgraph: 1\\n  - [a\\n b: {' > $F", status: 2,
      says: "not-yaml"),
    Case(name: "a list", make: "echo '- a' > $F", status: 2, says: "error"),
    Case(
      name: "100 MB of nesting", make: "head -c 100000000 /dev/zero | tr '\\0' '[' > $F",
      status: 2, says: "too-large"),
    Case(
      name: "20 MB of nesting", make: "head -c 20000000 /dev/zero | tr '\\0' '[' > $F",
      status: 2, says: "too-deep"),
    Case(
      name: "an alias bomb",
      make: """
        { echo 'depgraph: 1'; echo 'a0: &a0 [x,x,x,x,x,x,x,x,x,x]'; for i in $(seq 1 12); do \
        p=$((i-1)); echo "a$i: &a$i [*a$p,*a$p,*a$p,*a$p,*a$p,*a$p,*a$p,*a$p,*a$p,*a$p]"; done; \
        echo 'components: [*a12]'; } > $F
        """, status: 2, says: "error"),
    Case(
      name: "a NUL byte", make: "printf 'depgraph: 1\\nname: a\\0b\\n' > $F", status: 2,
      says: "not-text"),
    Case(
      name: "invalid UTF-8", make: "printf 'depgraph: 1\\nname: \\xff\\xfe\\n' > $F", status: 2,
      says: "not-text"),
    Case(
      name: "a wrong version", make: "echo 'depgraph: 9' > $F", status: 2, says: "wrong-version"),
    Case(
      name: "no version", make: "echo 'components: []' > $F", status: 2, says: "depgraph"),
  ]

  @Test(arguments: cases, ["validate", "blast", "brief"])
  func endsWithItsStatusAndAMessage(bad: Case, command: String) throws {
    let folder = try TemporaryFolder()
    let arguments =
      switch command {
      case "blast": "\"$F\" a -o \(folder.path)/result.json"
      case "brief": "\"$F\" -o \(folder.path)/brief"
      default: "\"$F\""
      }
    let started = Date()
    let run = try CommandRun(
      shell: "F=\(folder.path)/bad.yaml; \(bad.make); depgraph \(command) \(arguments) --lang en")
    #expect(run.status == bad.status, "\(run.output)\(run.errors)")
    #expect("\(run.output)\(run.errors)".contains(bad.says))
    // Seconds on a quiet machine: what this catches is work that never ends.
    #expect(Date().timeIntervalSince(started) < 120)
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(left == [] || left == ["bad.yaml"])
  }

  /// Where nothing can be installed, `make setup` says in one line what to install.
  @Test func withoutGraphvizTheSetUpSaysWhatToInstall() throws {
    let setup = SourceTree.root.appendingPathComponent("Scripts/setup").path
    let folder = try TemporaryFolder()
    // A machine with a shell and nothing else: no pkg-config, no apt-get, no sudo.
    let run = try CommandRun(
      shell: """
        mkdir \(folder.path)/bin; for t in bash uname id grep env; do \
        ln -s "$(command -v $t)" \(folder.path)/bin/$t; done; PATH=\(folder.path)/bin bash '\(setup)'
        """)
    #expect(run.status == 1)
    #expect(run.errors.split(separator: "\n").count == 1)
    #expect(run.errors.contains("graphviz"))
  }
}
