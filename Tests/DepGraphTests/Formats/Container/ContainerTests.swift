import Foundation
import Testing

@testable import DepGraph

@Suite struct ContainerTests {
  /// Writes a model into a container, reads it back, and holds that nothing was lost.
  static func holdsRoundTrip(_ model: Model, _ name: String) throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/model.sqlite"
    try ModelContainer().write(model, to: path)
    let read = try ModelReader().read(path)
    let (found, wanted) = (read.model.withoutPlaces, model.withoutPlaces)
    for (now, before) in zip(found.components, wanted.components) {
      #expect(now == before, "\(name): \(before.id)")
    }
    #expect((found == wanted) == true, "\(name)")
    #expect(read.model.digest.count == 64)
    #expect(read.warnings.allSatisfy { $0.code != .changedSince }, "\(name)")
    #expect(ModelWriter().yaml(of: read.model) == ModelWriter().yaml(of: model), "\(name)")
    // Nothing is left beside it, and what is written twice is the same.
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["model.sqlite"])
    try ModelContainer().write(read.model, to: folder.path + "/again.sqlite")
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path + "/again.sqlite")) == bytes)
  }

  @Test func everyKeyOfTheFormatComesBack() throws {
    let model = try ModelReader().read(Fixture.path("every-key/model.yaml")).model
    try Self.holdsRoundTrip(model, "every-key")
  }

  @Test(arguments: [
    "nafin/nafin.yaml", "voorbeeld/voorbeeld.yaml", "voorbeeld/wijziging/voor.yaml",
    "voorbeeld/wijziging/na.yaml",
  ])
  func theShippedModelsComeBack(_ name: String) throws {
    let path = Fixture.root.appendingPathComponent("models/\(name)").path
    try Self.holdsRoundTrip(ModelReader().read(path).model, name)
  }

  @Test func randomModelsComeBack() throws {
    var count = 0
    for seed in 0..<120 {
      let text = ModelWriter().yaml(of: RandomModel.makeWithStarts(seed: seed))
        .replacing("basis: public", with: "basis: fictional")
      guard let model = try? ModelReader().read(text: text, named: "m.yaml").model else { continue }
      try Self.holdsRoundTrip(model, "seed \(seed)")
      count += 1
    }
    #expect(count > 40)
  }

  /// Formulas of every shape, in every place, whole or in a list.
  @Test func formulasComeBackAsTheyWereWritten() throws {
    let formulas = [
      "b", "[b]", "[]", "unknown", "[unknown]", "{any: [b, c]}", "[{any: [b, [c, d]]}]", "[[b, c]]",
      "[{any: []}]", "{at-least: 2, of: [b, c, d]}", "[{at-least: 60%, of: [b, c, {any: [d, e]}]}]",
      "{ref: b, holdup: 90s}", "[{ref: b, holdup: 0.1s, basis: assumed, note: Zo.}]", "[[[[b]]]]",
      "[{path: {from: b, to: c}}]", "[{any: [b, c], holdup: 1h, switchover: 5s, note: Om.}]",
      "[b, c, d]",
    ]
    for formula in formulas {
      for key in ["requires", "starts-with", "repair-needs"] {
        let text = """
          depgraph: 1
          components:
            - {id: a, \(key): \(formula)}
            - {id: b, kind: site}
            - {id: c, kind: site}
            - {id: d, kind: site}
            - {id: e, kind: site}
            - {id: l, kind: link, ends: [b, c]}
          """
        guard let model = try? ModelReader().read(text: text, named: "m.yaml").model else {
          continue
        }
        try Self.holdsRoundTrip(model, "\(key): \(formula)")
      }
    }
  }

  @Test func aModelInMemoryWithErrorsIsNotWritten() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("model.sqlite", Array("old".utf8))
    var model = Model()
    var component = Component(id: "a")
    component.owner = "nobody"
    model.components = [component]
    #expect(throws: ContainerWriteError.self) { try ModelContainer().write(model, to: path) }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["model.sqlite"])
    #expect(throws: ContainerWriteError.self) {
      try ModelContainer().write(Model(), to: folder.path + "/missing/model.sqlite")
    }
  }

  @Test func theContainerStaysAsItWasWhenRead() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/m.sqlite"
    try ModelContainer().write(TestContainer.model(), to: path)
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path)
    defer {
      try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path)
    }
    _ = try ModelReader().read(path)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["m.sqlite"])
  }
}
