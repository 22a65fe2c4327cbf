import Testing

@testable import DepGraph

/// The picture of a change.
@Suite struct DifferenceViewTests {
  private static let before = """
      - {id: a, name: A, kind: platform, layer: low, requires: []}
      - {id: b, name: B, kind: platform, layer: low, requires: []}
      - {id: old, name: Old, kind: platform, layer: low, requires: []}
      - {id: far, name: Far, kind: platform, layer: low, requires: []}
      - {id: u, name: U, kind: consumer, layer: high, requires: [{any: [a, b]}, old]}
      - {id: v, name: V, kind: consumer, layer: high, requires: [far]}
    """
  private static let after = """
      - {id: a, name: A, kind: platform, layer: low, requires: [], owner: p}
      - {id: b, name: B, kind: platform, layer: low, requires: []}
      - {id: new, name: New, kind: platform, layer: low, requires: []}
      - {id: far, name: Far, kind: platform, layer: low, requires: []}
      - {id: u, name: U, kind: consumer, layer: high, requires: [{any: [a, b]}, new]}
      - {id: v, name: V, kind: consumer, layer: high, requires: [far]}
    """
  private static let extra = "parties: [{id: p, name: P}]\n"

  private func diagram(
    _ before: String = before, _ after: String = after, _ language: Language = .english
  ) throws -> Diagram {
    let (old, new) = (
      try TestModel(before, extra: Self.extra).compiled,
      try TestModel(after, extra: Self.extra).compiled
    )
    return DifferenceView(
      ModelDifference(from: old, to: new), from: old, to: new, language: language,
      toolVersion: "1"
    ).diagram
  }

  private func shape(_ id: String, in diagram: Diagram) throws -> Diagram.Shape {
    try #require(diagram.shapes.first { $0.members.contains(id) }, "\(id) is not drawn")
  }

  @Test func whatCameWentAndChangedLooksSo() throws {
    let diagram = try diagram()
    #expect(try shape("new", in: diagram).role == .added)
    #expect(try shape("old", in: diagram).role == .removed)
    #expect(try shape("a", in: diagram).role == .altered)
    #expect(try shape("u", in: diagram).role == .altered)
    #expect(try shape("b", in: diagram).role == .plain)
    #expect(try shape("new", in: diagram).glyph == "+")
    #expect(try shape("old", in: diagram).glyph == "−")
    #expect(try shape("a", in: diagram).glyph == "△")
    // Far from every change: left out, and that is said.
    #expect(!diagram.shapes.contains { $0.members.contains("far") })
    #expect(diagram.notes.contains { $0.contains("2 components without a change") })
  }

  @Test func linesSayWhatCameAndWent() throws {
    let diagram = try diagram()
    let role = { (from: String, to: String) throws -> LineRole? in
      let place = { (id: String) in diagram.shapes.firstIndex { $0.members.contains(id) } }
      return diagram.lines.first { $0.from == place(from) && $0.to == place(to) }?.role
    }
    #expect(try role("u", "new") == .arrives)
    #expect(try role("u", "old") == .departs)
    #expect(try role("u", "b") == .alternative)
  }

  @Test func singlePointsAreSaid() throws {
    let diagram = try diagram()
    #expect(try shape("new", in: diagram).facts.contains("now a SPOF of 1"))
    #expect(try shape("old", in: diagram).facts.contains("no SPOF any more (was of 1)"))
    #expect(
      diagram.headline
        == "The change creates 1 single point of failure (New) for 1 consumer or process, and removes 1 for 1"
    )
    let dutch = try self.diagram(Self.before, Self.after, .dutch)
    #expect(dutch.headline.hasPrefix("De wijziging geeft 1 single point of failure (New)"))
    #expect(dutch.legend.contains { $0.text == "+ nieuw" })
    #expect(dutch.legend.contains { $0.text == "− weg" })
    #expect(dutch.legend.contains { $0.text == "△ anders" })
  }

  @Test func noDifferenceIsAPictureToo() throws {
    let diagram = try diagram(Self.before, Self.before)
    #expect(diagram.headline == "No change in effect")
    #expect(diagram.shapes.count == 1)
  }

  @Test func manyChangesAreFoldedAndThatIsSaid() throws {
    let many = (0..<300).map { number in
      "  - {id: m\(number), name: M \(number), kind: platform, layer: l\(number % 3), requires: [a]}"
    }.joined(separator: "\n")
    let diagram = try diagram(Self.before, Self.before + "\n" + many)
    #expect(diagram.shapes.count <= 40)
    #expect(diagram.shapes.flatMap(\.members).count { $0.hasPrefix("m") } == 300)
    #expect(diagram.notes.contains { $0.contains("300") || $0.contains("30") })
  }
}
