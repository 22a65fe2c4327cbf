import Foundation
import Testing

@testable import DepGraph

@Suite struct ModelMergeTests {
  /// Merges models that are written in a test.
  private func merge(_ texts: KeyValuePairs<String, String>) throws -> ModelMerge {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    var paths: [String] = []
    for (name, text) in texts { paths.append(try folder.write(name, Array(text.utf8))) }
    return try PartialModelReader().merge(paths).merge
  }

  private func kinds(_ merge: ModelMerge) -> [String] {
    merge.findings.map { "\($0.kind.rawValue) \($0.id)" + ($0.key.map { " \($0)" } ?? "") }
  }

  private static let ours = """
    depgraph: 1
    name: Ours
    parties: [{id: us, name: Us}, {id: them, name: Them}]
    components:
      - {id: desk, name: Desk, kind: service, owner: us, requires: [line, room]}
      - {id: room, name: Room, kind: site, owner: us}
      - {id: line, name: Line, owner: them}
    """

  private static let theirs = """
    depgraph: 1
    name: Theirs
    parties: [{id: them, name: Them, role: supplier}]
    components:
      - {id: line, name: Line, kind: service, owner: them, rto: 4h, requires: [exchange]}
      - {id: exchange, name: Exchange, kind: network-element, owner: them, requires: []}
      - {id: other, name: Other, kind: network-element, owner: them, requires: []}
    """

  @Test func whatOneNamesTheOtherDescribes() throws {
    let merge = try self.merge(["a.yaml": Self.ours, "b.yaml": Self.theirs])
    let model = merge.model
    #expect(model.components.map(\.id) == ["desk", "room", "line", "exchange", "other"])
    #expect(MergeText.requirement(model.components[2].requires) == "[exchange]")
    #expect(model.components[2].continuity.recoveryTimeObjective?.seconds == 14_400.0)
    #expect(model.parties.map(\.roles) == [[], ["supplier"]])
    #expect(kinds(merge) == ["one-sided line"])
  }

  @Test func onlyTheOrderChangesWithTheOrderOfTheModels() throws {
    let first = try self.merge(["a.yaml": Self.ours, "b.yaml": Self.theirs]).model.withoutPlaces
    let second = try self.merge(["b.yaml": Self.theirs, "a.yaml": Self.ours]).model.withoutPlaces
    let sorted = { (model: Model) in model.components.sorted { $0.id < $1.id } }
    #expect(sorted(first) == sorted(second))
  }

  @Test func oneModelStaysAsItIs() throws {
    for name in ["nafin/nafin.yaml", "voorbeeld/voorbeeld.yaml"] {
      let path = Fixture.root.appendingPathComponent("models/\(name)").path
      let merge = try PartialModelReader().merge([path]).merge
      let alone = try ModelReader().read(path).model
      #expect(merge.model == alone)
      #expect(merge.findings.isEmpty)
      let twice = try PartialModelReader().merge([path, path]).merge
      #expect(twice.model.withoutPlaces.components == merge.model.withoutPlaces.components)
      #expect(twice.count(.contradiction) == 0)
    }
  }

  @Test func contradictionsNameBothPlaces() throws {
    let other = """
      depgraph: 1
      name: Others
      parties: [{id: us, name: Us}]
      components:
        - {id: desk, name: Desk, kind: service, owner: us, rto: 1h, requires: [room]}
        - {id: room, name: Room, kind: power, owner: us, requires: []}
      """
    let merge = try self.merge(["a.yaml": Self.ours + "\n", "b.yaml": other])
    let found = merge.findings.filter { $0.kind == .contradiction }
    #expect(found.map(\.key) == ["requires", "kind"])
    #expect(found.allSatisfy { $0.statements.count == 2 })
    #expect(found.first?.statements.map(\.value) == ["[line, room]", "[room]"])
    #expect(found.first?.statements.allSatisfy { $0.place != nil } == true)
    #expect(merge.model.components[0].continuity.recoveryTimeObjective?.seconds == 3600.0)
  }

  /// Of what is said differently the word of the party counts that owns it, wherever it stands.
  @Test func theOwnersWordCounts() throws {
    let ours = Self.ours.replacing(
      "{id: line, name: Line, owner: them}",
      with: "{id: line, name: Line, owner: them, rto: 8h, requires: [room]}")
    let merge = try self.merge(["a.yaml": ours, "b.yaml": Self.theirs])
    let line = try #require(merge.model.components.first { $0.id == "line" })
    #expect(line.continuity.recoveryTimeObjective?.seconds == 14_400.0)
    #expect(MergeText.requirement(line.requires) == "[exchange]")
    #expect(merge.count(.contradiction) == 2)
  }

  @Test func whatNobodyDescribesIsFound() throws {
    let theirs = Self.theirs.replacing("requires: [exchange]", with: "requires: [ghost]")
    let merge = try self.merge(["a.yaml": Self.ours, "b.yaml": theirs])
    #expect(kinds(merge).contains("unowned ghost"))
    let ghost = try #require(merge.model.components.first { $0.id == "ghost" })
    #expect(ghost.hasUnknownRequirement)
    #expect(ghost.evidence.basis == .assumed)
    let alone = try self.merge([
      "a.yaml": Self.ours, "b.yaml": "depgraph: 1\nname: x\ncomponents: [{id: line, name: Line}]\n",
    ])
    #expect(kinds(alone) == ["unowned line"])
  }

  @Test func eachThinksThatTheOtherHasIt() throws {
    let theirs = Self.theirs
      .replacing(
        "[{id: them, name: Them, role: supplier}]",
        with: "[{id: them, name: Them}, {id: us, name: Us}]"
      )
      .replacing(
        "{id: line, name: Line, kind: service, owner: them, rto: 4h, requires: [exchange]}",
        with: "{id: line, name: Line, owner: us}")
    let merge = try self.merge(["a.yaml": Self.ours, "b.yaml": theirs])
    #expect(kinds(merge).contains("each-thinks-other line owner"))
    #expect(kinds(merge).contains("unowned line"))
  }

  @Test func oneIDElsewhereIsOneThing() throws {
    let first = """
      depgraph: 1
      name: A
      components:
        - {id: router, name: R, kind: network-element, external: {netbox: device/1}}
        - {id: a, name: A, kind: service, requires: [router]}
      """
    let second = """
      depgraph: 1
      name: B
      components:
        - {id: r1, name: R, kind: network-element, external: {netbox: device/1}, requires: [pdu]}
        - {id: pdu, name: P, kind: power}
        - {id: b, name: B, kind: service, requires: [{any: [r1, pdu]}]}
      """
    let merge = try self.merge(["a.yaml": first, "b.yaml": second])
    #expect(merge.model.components.map(\.id) == ["router", "a", "pdu", "b"])
    #expect(MergeText.requirement(merge.model.components[0].requires) == "[pdu]")
    #expect(MergeText.requirement(merge.model.components[3].requires) == "[any(router, pdu)]")
    #expect(kinds(merge).contains("two-ids router netbox"))
  }

  private static func one(_ component: String, _ head: String = "") -> String {
    "depgraph: 1\nname: M\n\(head)components:\n  - {id: x, \(component)}\n"
      + "  - {id: p, kind: power}\n  - {id: q, kind: power}\n"
  }

  /// What differs, as a model writes it; empty: nothing does.
  @Test(arguments: [
    ("kind: service", "kind: process", "kind service process"),
    ("kind: power", "kind: service", "kind power service"), ("name: X", "kind: process", ""),
    ("requires: [p, q]", "requires: [q, p]", ""),
    ("requires: [{any: [p, q]}]", "requires: [{any: [q, p]}]", ""),
    ("users: 500", "users: unknown", "users 500 unknown"),
    ("requires: [p]", "requires: [q]", "requires [p] [q]"),
  ])
  func statementsAreComparedByMeaning(first: String, second: String, wanted: String) throws {
    let merge = try self.merge(["a.yaml": Self.one(first), "b.yaml": Self.one(second)])
    let found = merge.findings.filter { $0.kind == .contradiction && $0.id == "x" }
    let told = found.map { finding in
      ([finding.key ?? ""] + finding.statements.map(\.value)).joined(separator: " ")
    }
    #expect(told.joined(separator: "; ") == wanted)
  }

  @Test func textsInTwoLanguagesStandBesideEachOther() throws {
    let dutch = Self.one("name: Lijn", "language: nl\n")
    let english = Self.one("name: Line", "language: en\n")
    let merge = try self.merge(["a.yaml": dutch, "b.yaml": english])
    #expect(!merge.findings.contains { $0.key == "name" && $0.id == "x" })
    let name = try #require(merge.model.components.first?.name)
    #expect(name.text(in: .dutch) == "Lijn" && name.text(in: .english) == "Line")
  }

  /// Two things in one model are not one because a third model says so: its line is told.
  @Test func whatOneModelHasApartStaysApart() throws {
    let heads = "depgraph: 1\nname: M\ncomponents:\n"
    let texts = [
      "  - {id: aa, external: {cmdb: C1}}\n  - {id: bb, external: {cmdb: C2}}\n",
      "  - {id: zz, external: {cmdb: C1, sn: S}}\n", "  - {id: aa, external: {cmdb: C2}}\n",
    ]
    let error = #expect(throws: ReadError.self) {
      let folder = try TemporaryFolder()
      defer { withExtendedLifetime(folder) {} }
      var paths: [String] = []
      for (number, text) in texts.enumerated() {
        paths.append(try folder.write("\(number).yaml", Array((heads + text).utf8)))
      }
      _ = try PartialModelReader().merge(paths)
    }
    guard case .invalid(let input) = error else { return }
    #expect(input.diagnostics.errors.map(\.code) == [.duplicateID])
    #expect(input.diagnostics.errors.first?.place?.file.hasSuffix("2.yaml") == true)
    #expect(input.diagnostics.errors.first?.place?.line == 4)
  }

  @Test func doubleContactsAreFound() throws {
    let text = { (id: String) in
      "depgraph: 1\nname: x\nparties: [{id: us, name: Us}]\n"
        + "contacts: [{id: \(id), name: Piket Noord, party: us}]\n"
    }
    let merge = try self.merge(["a.yaml": text("p1"), "b.yaml": text("p2")])
    #expect(kinds(merge) == ["double-contact p1"])
  }

  /// Parts of one model, each with bare names for what it refers to, are the model again.
  @Test func partsOfAModelAreTheModel() throws {
    let path = Fixture.root.appendingPathComponent("models/voorbeeld/voorbeeld.yaml").path
    let whole = try ModelReader().read(path).model
    for seed in 0..<20 {
      var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
      var parts = [whole, whole, whole]
      for index in parts.indices { parts[index].components = [] }
      for component in whole.components {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        parts[Int(state >> 33) % 3].components.append(component)
      }
      let merge = ModelMerge(parts.enumerated().map { PartialModel(file: "\($0)", model: $1) })
      let sorted = { (model: Model) in model.components.sorted { $0.id < $1.id } }
      #expect(sorted(merge.model) == sorted(whole), "seed \(seed)")
      #expect(merge.count(.contradiction) == 0, "seed \(seed)")
      #expect(merge.model.contracts == whole.contracts, "seed \(seed)")
    }
  }

  /// Another id takes everything along that is said of a component.
  @Test func renamingLosesNothing() throws {
    let model = try ModelReader().read(Fixture.path("every-key/model.yaml")).model
    for component in model.components {
      let there = component.renamed([component.id: "elsewhere"])
      let back = there.renamed(["elsewhere": component.id])
      #expect(back == component, "\(component.id)")
    }
  }

  @Test func modelsWithErrorsAreRefused() throws {
    #expect(throws: ReadError.self) {
      try merge(["a.yaml": Self.ours, "b.yaml": "depgraph: 1\ncomponents: [{id: B}]\n"])
    }
    #expect(throws: ReadError.self) {
      try merge([
        "a.yaml": Self.ours,
        "b.yaml": "depgraph: 1\nname: x\ncomponents: [{id: q, name: Q, requires: [No Such]}]\n",
      ])
    }
  }
}
