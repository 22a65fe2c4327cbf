import Foundation
import Testing

@testable import DepGraph

/// Files that somebody sent lead nowhere, wait for nothing and start nothing.
@Suite struct HandedFileTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    _ = try folder.write("work/net.yaml", Array(TestNetwork.text.utf8))
    _ = try folder.write("elsewhere/other/secret.yaml", Array("a canary: that sings\n".utf8))
  }

  private func write(_ name: String, _ text: String) throws -> String {
    try folder.write(name, Array(text.utf8))
  }

  private func link(_ name: String, to goal: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/\(name)", withDestinationPath: goal)
  }

  /// Runs a line in the folder, which is ended where it waits.
  private func run(_ line: String) throws -> CommandRun {
    let quick = line.replacing("depgraph ", with: "timeout 60 '\(CommandRun.executable)' ")
    return try CommandRun(shell: "cd '\(folder.path)' && \(quick)")
  }

  @Test(arguments: [
    "/etc/passwd", "/dev/zero", "../elsewhere/other/secret.yaml", "link.yaml", "linked/secret.yaml",
    "pipe.yaml", "environment.yaml", "device.yaml", "a/../../elsewhere/other/secret.yaml", ".", "",
    "file:///etc/passwd", "~/x",
  ])
  func anIncludeStaysInTheFolder(name: String) throws {
    try link("work/link.yaml", to: "../elsewhere/other/secret.yaml")
    try link("work/linked", to: "../elsewhere/other")
    try link("work/environment.yaml", to: "/proc/self/environ")
    try link("work/device.yaml", to: "/dev/zero")
    _ = try write("work/m.yaml", "depgraph: 1\nname: M\ninclude: [\"\(name)\"]\n")
    let run = try run("mkfifo work/pipe.yaml && depgraph validate work/m.yaml")
    #expect(run.status == 2)
    #expect(run.output.contains("include-problem"), "\(run.output)")
    #expect(!(run.output + run.errors).contains("sings"))
  }

  @Test func aBriefingWaitsForNoPipe() throws {
    let keys = "criteria: p.yaml, scenarios: [p.yaml], framework: p.yaml, clocks: [p.yaml]"
    let keysOfPipes = keys.replacing("p.yaml", with: "pipe.yaml")
    _ = try write(
      "work/m.yaml", TestNetwork.text + "\nbriefing: {failure: [kern], \(keysOfPipes)}\n")
    let run = try run("mkfifo work/pipe.yaml && depgraph brief work/m.yaml -o out")
    #expect(run.status == 0, "\(run.errors)")
    let page = try String(contentsOfFile: folder.path + "/out/index.html", encoding: .utf8)
    #expect(page.contains("pipe.yaml"))
  }

  @Test(arguments: [
    "/etc/passwd", "/dev/zero", "../../elsewhere/other/secret.yaml", "pipe.yaml", "link.yaml",
  ])
  func aScenarioNamesAModelNearby(name: String) throws {
    _ = try write(
      "work/nights/night.yaml",
      """
      depgraph-scenario: 1
      name: Night
      model: "\(name)"
      start: 2026-06-01T20:00+02:00
      events: [{at: 0s, fail: kern}]

      """)
    try link("work/nights/link.yaml", to: "../../elsewhere/other/secret.yaml")
    let run = try run("mkfifo work/nights/pipe.yaml && depgraph exercise work/nights/night.yaml")
    #expect(run.status == 2, "\(run.status) \(run.errors)")
    #expect(run.errors.contains("scenario's model"), "\(run.errors)")
    #expect(!(run.output + run.errors).contains("sings"))
    let given = try self.run("depgraph exercise work/nights/night.yaml --model work/net.yaml")
    #expect(given.status == 0, "\(given.errors)")
  }

  /// A program that lies where the model lies is not started, wherever one stands.
  @Test func noProgramOfTheFolderIsStarted() throws {
    let program = try write("work/pandoc", "#!/bin/sh\ntouch '\(folder.path)/started'\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    let path = ".:./:../work::/usr/bin:/bin"
    let run = try run("cd work && PATH='\(path)' depgraph brief net.yaml -o ../out")
    #expect(run.status == 0, "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/started"))
  }

  /// A compiled model that came along is neither read nor waited for.
  @Test func aCompiledModelThatCameAlongIsNotBelieved() throws {
    let first = try run("depgraph convert work/net.yaml work/net.sqlite")
    #expect(first.status == 0, "\(first.errors)")
    let answer = try run("depgraph blast work/net.sqlite kern --format json")
    #expect(answer.status == 0, "\(answer.errors)")
    for line in [
      "mkfifo work/net.sqlite.compiled",
      "ln -s ../elsewhere/other/secret.yaml work/net.sqlite.compiled",
      "head -c 5000 /dev/urandom > work/net.sqlite.compiled",
    ] {
      let again = try run("\(line) && depgraph blast work/net.sqlite kern --format json")
      #expect(again.status == 0 && again.output == answer.output, "\(line): \(again.errors)")
      try FileManager.default.removeItem(atPath: folder.path + "/work/net.sqlite.compiled")
    }
    let secret = "\(folder.path)/elsewhere/other/secret.yaml"
    #expect(try String(contentsOfFile: secret, encoding: .utf8).contains("sings"))
  }

  /// A container that asks SQLite for more than its tables is damaged, and nothing is waited for.
  @Test(arguments: [
    "ALTER TABLE component RENAME TO c2; CREATE VIEW component AS WITH RECURSIVE r(n) AS "
      + "(SELECT 1 UNION ALL SELECT n+1 FROM r) SELECT c2.* FROM c2, r;",
    "ALTER TABLE model RENAME TO m2; CREATE VIEW model AS SELECT load_extension('x'), 'x';",
  ])
  func aContainerHoldsTablesOnly(sql: String) throws {
    let first = try run("depgraph convert work/net.yaml work/net.sqlite")
    #expect(first.status == 0, "\(first.errors)")
    try ContainerTampering.run(sql, on: folder.path + "/work/net.sqlite")
    let run = try run("depgraph validate work/net.sqlite")
    #expect(run.status == 2 && run.output.contains("no plain table"), "\(run.output)")
  }
}
