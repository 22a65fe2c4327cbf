import Foundation
import GRDB
import Testing

@testable import DepGraph

/// What people do to a container with other tools is read, and told of.
@Suite struct ContainerEditingTests {
  @Test func whatAPersonInsertsIsRead() throws {
    let container = try TestContainer(
      "INSERT INTO component(id, kind, name) VALUES ('nieuw', 'site', 'Nieuw')",
      "INSERT INTO dependency(dependent, target) VALUES ('a', 'nieuw')",
      "INSERT INTO dependency(dependent, target, slot) VALUES ('a', 'c', 'starts-with')",
      "INSERT INTO requirement(component, position, target) VALUES (1, 99, 'C-2')",
      "UPDATE component SET more = '{\"rto\":\"4h\"}' WHERE id = 'a'",
      "INSERT INTO tag VALUES (6, 1, 'los')")
    let read = try ModelReader().read(container.path)
    #expect(read.warnings.filter { $0.code == .changedSince }.count == 1)
    let a = try #require(read.model.components.first { $0.id == "a" })
    #expect(a.requires.references.map(\.target) == ["b", "c", "d", "nieuw", "c"])
    #expect(a.startsWith.references.map(\.target) == ["c"])
    #expect(a.continuity.recoveryTimeObjective?.seconds == 14_400.0)
    #expect(read.model.components.last?.tags == ["los"])
  }

  @Test func theViewTellsWhoNeedsWhom() throws {
    let container = try TestContainer()
    let queue = try DatabaseQueue(path: container.path)
    let rows = try queue.read {
      try String.fetchAll(
        $0,
        sql: """
          SELECT dependent || ' ' || target || ' ' || slot || ' ' || "group" FROM dependency
          ORDER BY 1
          """)
    }
    #expect(
      rows == [
        "a b requires all", "a c requires any", "a d requires any", "gebruiker a requires all",
      ])
  }

  @Test func theDigestIsThatOfTheRows() throws {
    let container = try TestContainer()
    let first = try ModelReader().read(container.path).model.digest
    // Nothing is changed by packing the pages anew, though SQLite counts it.
    try container.run(["VACUUM"])
    let packed = try ModelReader().read(container.path)
    #expect(packed.model.digest == first)
    #expect(packed.warnings.allSatisfy { $0.code != .changedSince })
    try container.run(["UPDATE component SET name = 'B' WHERE id = 'b'"])
    let changed = try ModelReader().read(container.path)
    #expect(changed.model.digest != first)
    #expect(changed.warnings.contains { $0.code == .changedSince })
    // Written anew it fits again.
    let again = container.folder.path + "/again.sqlite"
    try ModelContainer().write(changed.model, to: again)
    let read = try ModelReader().read(again)
    #expect(read.model.digest == changed.model.digest)
    #expect(read.warnings.allSatisfy { $0.code != .changedSince })
    var full = ModelContainer()
    full.checksInFull = true
    #expect(try full.read(again).model.digest == read.model.digest)
  }

  /// A changed byte that SQLite does not count is found by looking at everything.
  @Test func aCheckInFullFindsWhatTheCountDoesNot() throws {
    let container = try TestContainer()
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: container.path)))
    let name = Array("Gebruiker".utf8)
    let found = bytes.indices.first { bytes[$0...].starts(with: name) }
    bytes[try #require(found)] = UInt8(ascii: "X")
    try Data(bytes).write(to: URL(fileURLWithPath: container.path))
    let quick = try ModelContainer().read(container.path)
    #expect(quick.warnings.allSatisfy { $0.code != .changedSince })
    var full = ModelContainer()
    full.checksInFull = true
    let checked = try full.read(container.path)
    #expect(checked.warnings.contains { $0.code == .changedSince })
    #expect(checked.model.digest != quick.model.digest)
  }

  /// A row that says what a model file cannot say is no reason to lose the others.
  @Test func numbersMayHaveGaps() throws {
    let container = try TestContainer(
      "UPDATE component SET number = 1000000 WHERE id = 'd'",
      "UPDATE requirement SET target = 1000000 WHERE target = 4",
      "UPDATE component SET number = -5 WHERE id = 'b'",
      "UPDATE requirement SET target = -5 WHERE target = 2",
      "UPDATE share SET component = -5")
    let model = try ModelReader().read(container.path).model
    #expect(model.components.map(\.id) == ["b", "a", "c", "gebruiker", "d"])
    #expect(model.components[1].requires.references.map(\.target) == ["b", "c", "d"])
    #expect(model.components[0].shares.map(\.key) == ["duct", "oil"])
  }
}
