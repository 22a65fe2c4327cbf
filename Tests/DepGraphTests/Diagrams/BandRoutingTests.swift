import Testing

@testable import DepGraph

@Suite struct BandRoutingTests {
  /// A diagram of some rows with random lines, up and down.
  private func diagram(seed: Int) -> Diagram {
    var random = SeededGenerator(seed: seed)
    let rows = (0..<Int.random(in: 1...7, using: &random)).map { _ in
      Int.random(in: 1...5, using: &random)
    }
    var diagram = Diagram(
      language: .english, direction: .down, headline: "", subtitle: "", banner: "",
      sourceLine: "", notes: [], legend: [], bands: [], shapes: [], lines: [])
    var bands: [[Int]] = []
    for count in rows {
      bands.append(Array(diagram.shapes.count..<diagram.shapes.count + count))
      for _ in 0..<count {
        diagram.shapes.append(
          .init(members: ["x"], name: "x", title: ["x"], facts: [], glyph: nil, role: .plain))
      }
    }
    diagram.bands = [.init(title: "b", rows: bands)]
    for _ in 0..<12 {
      let from = Int.random(in: 0..<diagram.shapes.count, using: &random)
      let to = Int.random(in: 0..<diagram.shapes.count, using: &random)
      let role: LineRole = random.chance(0.5) ? .needs : .inferred
      let line = Diagram.Line(from: from, to: to, role: role)
      if from != to, !diagram.lines.contains(line) { diagram.lines.append(line) }
    }
    return diagram
  }

  @Test(arguments: 0..<60) func everyLineRunsUnbrokenWithOneHead(seed: Int) throws {
    let diagram = diagram(seed: seed)
    let routing = BandRouting(diagram)
    var rowOf: [Int: Int] = [:]
    for (number, row) in routing.rows.enumerated() { for vertex in row { rowOf[vertex] = number } }
    for (index, line) in diagram.lines.enumerated() {
      let pieces = routing.segments.filter { $0.lines.contains(index) }
        .sorted { (rowOf[$0.upper] ?? 0) < (rowOf[$1.upper] ?? 0) }
      let first = try #require(pieces.first)
      let last = try #require(pieces.last)
      #expect(Set([first.upper, last.lower]) == Set([line.from, line.to]), "seed \(seed)")
      for (one, next) in zip(pieces, pieces.dropFirst()) {
        #expect(one.lower == next.upper, "seed \(seed)")
        #expect(routing.isWayPoint(one.lower), "seed \(seed)")
      }
      let heads = pieces.compactMap { piece -> Int? in
        switch piece.head {
        case .upper: piece.upper
        case .lower: piece.lower
        case .none: nil
        }
      }
      #expect(heads == [line.to], "seed \(seed)")
      #expect(pieces.allSatisfy { $0.role == line.role }, "seed \(seed)")
    }
  }

  @Test(arguments: 0..<60) func piecesJoinNeighbouringRowsOnly(seed: Int) {
    let routing = BandRouting(diagram(seed: seed))
    var rowOf: [Int: Int] = [:]
    for (number, row) in routing.rows.enumerated() { for vertex in row { rowOf[vertex] = number } }
    for piece in routing.segments {
      let step = (rowOf[piece.lower] ?? 0) - (rowOf[piece.upper] ?? 0)
      #expect(step == 1 || step == 0, "seed \(seed)")
    }
  }
}
