import DepGraph
import Foundation
import Testing

@Suite struct IncludeTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func write(_ name: String, _ text: String) throws -> String {
    try folder.write(name, Array(text.utf8))
  }

  private func errors(_ path: String) -> [Diagnostic] {
    do {
      _ = try ModelReader().read(path)
      return []
    } catch {
      guard case .invalid(let input) = error else { return [] }
      return input.diagnostics.errors
    }
  }

  @Test func filesAreReadInOrderAndHashedInOrder() throws {
    let root = try write("m.yaml", "depgraph: 1\nlanguage: en\ninclude: [sub/a.yaml, b.yaml]\n")
    _ = try write(
      "sub/a.yaml", "include: [../c.yaml]\ncomponents: [{id: a, name: A, requires: [b]}]\n")
    _ = try write("b.yaml", "basis: assumed\ncomponents: [{id: b, name: B, requires: [c]}]\n")
    _ = try write("c.yaml", "depgraph: 1\ncomponents: [{id: c, name: C, requires: []}]\n")
    let read = try ModelReader().read(root)
    #expect(read.model.components.map(\.id) == ["a", "c", "b"])
    #expect(read.model.components.map(\.evidence.basis) == [.internal, .internal, .assumed])
    #expect(
      read.files.map { ($0 as NSString).lastPathComponent } == [
        "m.yaml", "a.yaml", "c.yaml", "b.yaml",
      ])
    #expect(read.model.components[0].name?.isWritten(in: .english) == true)
    // The digest is that of the files one after the other.
    let joined = try read.files.map { try String(contentsOfFile: $0, encoding: .utf8) }.joined()
    let single = try ModelReader().read(text: "depgraph: 1\n", named: "m").model.digest
    #expect(read.model.digest != single)
    #expect(joined.hasPrefix("depgraph: 1\nlanguage: en"))
  }

  @Test func aFileIncludedFromTwoSidesIsReadOnce() throws {
    let root = try write("m.yaml", "depgraph: 1\ninclude: [a.yaml, b.yaml]\n")
    _ = try write("a.yaml", "include: [c.yaml]\n")
    _ = try write("b.yaml", "include: [c.yaml]\n")
    _ = try write("c.yaml", "components: [{id: c}]\n")
    #expect(try ModelReader().read(root).model.components.count == 1)
  }

  @Test func cyclesAreRefused() throws {
    let root = try write("m.yaml", "depgraph: 1\ninclude: [a.yaml]\n")
    _ = try write("a.yaml", "include: [m.yaml]\n")
    #expect(errors(root).map(\.code) == [.includeProblem])
    #expect(errors(root).first?.place?.line == 1)
    let own = try write("own.yaml", "depgraph: 1\ninclude: [own.yaml]\n")
    #expect(errors(own).map(\.code) == [.includeProblem])
  }

  @Test func filesOutsideTheFolderAreRefused() throws {
    _ = try write("secret.yaml", "components: [{id: s}]\n")
    for target in [
      "../secret.yaml", "\(folder.path)/secret.yaml", "link.yaml", "missing.yaml", ".",
    ] {
      let root = try write("models/m.yaml", "depgraph: 1\ninclude: [\(target)]\n")
      let link = folder.path + "/models/link.yaml"
      if !FileManager.default.fileExists(atPath: link) {
        try FileManager.default.createSymbolicLink(
          atPath: link, withDestinationPath: "../secret.yaml")
      }
      let found = errors(root)
      #expect(found.map(\.code) == [.includeProblem], "\(target)")
      #expect(found.first?.place == SourcePlace(file: root, line: 2, column: 11), "\(target)")
    }
  }

  @Test func aRootBehindALinkIncludesItsOwnNeighbours() throws {
    let real = try write("real/m.yaml", "depgraph: 1\ninclude: [a.yaml]\n")
    _ = try write("real/a.yaml", "components: [{id: a}]\n")
    let link = folder.path + "/m.yaml"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: real)
    #expect(try ModelReader().read(link).model.components.map(\.id) == ["a"])
  }

  @Test func mistakesOfAllFilesAreListed() throws {
    let root = try write("m.yaml", "depgraph: 1\ninclude: [a.yaml, b.yaml]\nnope: 1\n")
    _ = try write("a.yaml", "components: [{id: a, requires: [zz]}]\n")
    _ = try write("b.yaml", "{[\n")
    #expect(Set(errors(root).map(\.code)) == [.unknownKey, .unknownReference, .notYAML])
  }

  @Test func whatCountsInTheRootOnlyIsSaid() throws {
    let root = try write("m.yaml", "depgraph: 1\ninclude: [a.yaml]\n")
    _ = try write("a.yaml", "name: A part\nas-of: 2024-01-01\n")
    #expect(try ModelReader().read(root).warnings.map(\.code) == [.rootOnly, .rootOnly])
  }

  @Test func aTextThatIsNoFileCanIncludeNothing() {
    expect("depgraph: 1\ninclude: [1️⃣a.yaml]\n", finds: ["1️⃣": .includeProblem])
  }
}
