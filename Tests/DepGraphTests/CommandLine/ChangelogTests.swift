import Foundation
import Testing

@testable import DepGraph

/// The changelog that is made of the notes, and the version that stands in one place.
@Suite struct ChangelogTests {
  private static func run(_ line: String, in folder: String? = nil) throws -> CommandRun {
    let root = folder ?? Fixture.root.path
    return try CommandRun(shell: "'\(root)/Scripts/changelog' \(line)")
  }

  private static func notes() -> [String] {
    SourceTree.names(in: "changes").filter { $0.hasSuffix(".md") && $0 != "README.md" }
  }

  @Test func theSameNotesAreTheSameText() throws {
    let once = try Self.run("")
    #expect(once.status == 0, "\(once.errors)")
    let root = Fixture.root.path
    let again = try CommandRun(
      shell: "cd / && '\(root)/Scripts/changelog'", environment: ["LC_ALL": "C.UTF-8"])
    #expect(once.output == again.output)
  }

  @Test func everyNoteIsInItOnceUnderItsKind() throws {
    let text = try Self.run("").output
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for note in Self.notes() {
      let written = try Fixture.text("changes/\(note)")
      let first = try #require(written.split(separator: "\n").first)
      let item = first.hasPrefix("- ") ? String(first) : "- \(first)"
      let places = lines.indices.filter { lines[$0] == item }
      #expect(places.count == 1, "\(note)")
      let above = lines[..<(places.first ?? 0)].last { $0.hasPrefix("### ") }
      let kind = note.prefix { $0 != "-" }
      #expect(above?.lowercased() == "### \(kind)", "\(note)")
    }
  }

  /// What is made now, or what was released last, is what the program says of itself.
  @Test func theFirstSectionIsOfTheVersion() throws {
    let text = try Self.run("").output
    let section = try #require(text.split(separator: "\n").first { $0.hasPrefix("## ") })
    #expect(section.hasPrefix("## \(DepGraphVersion.current) ("))
    let version = try CommandRun(shell: "'\(Fixture.root.path)/Scripts/version'")
    #expect(version.output == DepGraphVersion.current + "\n")
  }

  /// A copy of what a release touches.
  private static func project() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let source = "Sources/DepGraph/Reports/DepGraphVersion.swift"
    for name in ["Scripts/changelog", "Scripts/version", source] {
      let path = try folder.write(name, Array(try Fixture.text(name).utf8))
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    }
    _ = try folder.write("changes/README.md", Array("# Changes\n".utf8))
    _ = try folder.write("changes/fixed-b.md", Array("B is whole.\n".utf8))
    _ = try folder.write("changes/new-a.md", Array("A is there,\nand how.\n".utf8))
    return folder
  }

  @Test func aReleaseTakesTheNotesAlong() throws {
    let folder = try Self.project()
    let current = DepGraphVersion.current
    let first = """
      ## \(current) (2026-12-01)

      ### New

      - A is there,
        and how.

      ### Fixed

      - B is whole.

      """
    let tried = try Self.run("2026-12-01", in: folder.path)
    #expect(tried.output == "# Changelog\n\n" + first)
    let released = try Self.run("--release 2026-12-01", in: folder.path)
    #expect(released.status == 0, "\(released.errors)")
    #expect(
      try String(contentsOfFile: folder.path + "/CHANGELOG.md", encoding: .utf8) == tried.output)
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/changes")
    #expect(left == ["README.md"])
    #expect(try Self.run("", in: folder.path).output == tried.output)

    _ = try folder.write("changes/changed-c.md", Array("C is another.\n".utf8))
    let sameVersion = try Self.run("", in: folder.path)
    #expect(sameVersion.status == 2)
    #expect(sameVersion.errors.contains("raise the version"))
    let source = "Sources/DepGraph/Reports/DepGraphVersion.swift"
    let raised = try Fixture.text(source).replacing("\"\(current)\"", with: "\"99.0.0\"")
    _ = try folder.write(source, Array(raised.utf8))
    let next = "# Changelog\n\n## 99.0.0 (unreleased)\n\n### Changed\n\n- C is another.\n\n"
    #expect(try Self.run("", in: folder.path).output == next + first)
  }

  @Test func aNoteOfNoKindIsRefused() throws {
    let folder = try Self.project()
    _ = try folder.write("changes/better-d.md", Array("D is better.\n".utf8))
    let run = try Self.run("", in: folder.path)
    #expect(run.status == 2 && run.output == "")
    #expect(run.errors.contains("better-d.md"))
  }

  /// Nothing else states it: pages, scripts and the package take it from there.
  @Test func theVersionStandsInOnePlace() throws {
    let current = DepGraphVersion.current
    let sources = SourceTree.swiftFiles(in: "Sources").filter { $0.text.contains("\"\(current)\"") }
    #expect(sources.map(\.path) == ["Sources/DepGraph/Reports/DepGraphVersion.swift"])
    let files =
      ["README.md", "CONTRIBUTING.md", "Makefile", "Package.swift"]
      + Self.files(below: "Scripts") + Self.files(below: "docs") + Self.files(below: "changes")
    #expect(files.count > 50)
    let stated = try files.filter { file in
      // What stands between fences is the output of a command, which carries its version.
      let parts = try Fixture.text(file).lowercased().components(separatedBy: "\n```")
      let text = parts.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element).joined()
      return ["depgraph ", "depgraph_", "version ", "version: ", "v"].contains { lead in
        text.contains(lead + current)
      }
    }
    #expect(stated == [])
  }

  /// The files of text below a folder; pictures are left out, which carry the version as every result does.
  private static func files(below folder: String) -> [String] {
    let base = Fixture.root.appendingPathComponent(folder).path
    let names = FileManager.default.subpaths(atPath: base)?.sorted() ?? []
    return names.map { "\(folder)/\($0)" }.filter { name in
      var isFolder: ObjCBool = false
      let path = Fixture.root.appendingPathComponent(name).path
      let exists = unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      return exists && !isFolder.boolValue && !name.hasPrefix("docs/gallery/")
        && !name.hasSuffix(".svg")
        && !name.contains("__pycache__")
    }
  }
}
