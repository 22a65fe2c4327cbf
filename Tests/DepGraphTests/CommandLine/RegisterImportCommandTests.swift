import Foundation
import Testing

@testable import DepGraph

/// Tables, registers and merging, run as processes.
@Suite struct RegisterImportCommandTests {
  private static let voorbeeld = Fixture.root.appendingPathComponent(
    "models/voorbeeld/voorbeeld.yaml"
  ).path

  @Test func tablesGoOutAndComeBack() throws {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let tables = try folder.write("marker", []) + "-tables"
    let out = try CommandRun("export", "csv", Self.voorbeeld, "-o", tables, "--lang", "en")
    #expect(out.status == 0, "\(out.errors)")
    #expect(out.errors.contains("no table holds `plans`"))
    let names = try FileManager.default.contentsOfDirectory(atPath: tables).sorted()
    #expect(names.contains("components.csv") && names.contains("requirements.csv"))

    // The folder is a model as the file is: the same answer.
    let before = try CommandRun("register", Self.voorbeeld, "--format", "csv")
    let after = try CommandRun("register", tables, "--format", "csv")
    #expect(before.status == 0 && after.status == 0, "\(after.errors)")
    let rows = { (text: String) in text.split(separator: "\n").count }
    #expect(rows(after.output) == rows(before.output))

    let model = tables + "/model.yaml"
    let read = try CommandRun("import", "csv", tables, "-o", model, "--lang", "en")
    #expect(read.status == 0, "\(read.errors)")
    #expect(read.output.contains("taken over"))
    let again = try CommandRun("export", "csv", model, "-o", tables + "-2")
    #expect(again.status == 0)
    for name in names {
      let first = FileManager.default.contents(atPath: tables + "/" + name)
      #expect(FileManager.default.contents(atPath: tables + "-2/" + name) == first, "\(name)")
    }
  }

  @Test func brokenFilesWriteNothing() throws {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let output = try folder.write("model.yaml", Array("as it was".utf8))
    for (format, file) in [
      ("csv", "csv/truncated-quote.csv"), ("debian", "debian/truncated"),
      ("netbox", "netbox/truncated.json"), ("itop", "itop/Farm.csv"),
    ] {
      let path = Fixture.path("broken/\(file)")
      let run = try CommandRun("import", format, path, "-o", output, "--lang", "en")
      #expect(run.status == 2, "\(format)")
      #expect(run.errors.contains("\(path):"), "\(run.errors)")
      #expect(run.output.isEmpty)
      #expect(try String(contentsOfFile: output, encoding: .utf8) == "as it was")
    }
  }

  @Test func mergingGates() throws {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let first = try folder.write(
      "a.yaml",
      Array(
        """
        depgraph: 1
        name: A
        language: en
        components: [{id: desk, name: Desk, requires: [line]}]

        """.utf8))
    let second = try folder.write(
      "b.yaml", Array("depgraph: 1\nname: B\ncomponents: [{id: line, name: Line}]\n".utf8))
    let report = first + ".json"
    let run = try CommandRun(
      "merge", first, second, "-o", first + ".out.yaml", "--report", report, "--fail-on",
      "contradiction,unowned")
    #expect(run.status == 1, "\(run.errors)")
    #expect(run.output.contains("nobody describes it"))
    let json = try String(contentsOfFile: report, encoding: .utf8)
    #expect(json.contains("\"unowned\": 1"), "\(json)")
    let merged = try CommandRun("validate", first + ".out.yaml")
    #expect(merged.status == 0, "\(merged.output)\(merged.errors)")
    let wrong = try CommandRun("merge", first, second, "--fail-on", "nonsense")
    #expect(wrong.status == 64)
  }

  @Test func aNetBoxExportIsImported() throws {
    let run = try CommandRun(
      "import", "netbox", Fixture.path("netbox/export.json"), "--lang", "en", "--basis",
      "fictional")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.hasPrefix("depgraph: 1\n"))
    #expect(run.errors.contains("guessed"))
    let model = try ModelReader().read(text: run.output, named: "m.yaml").model
    #expect(model.basis == .fictional)
  }
}
