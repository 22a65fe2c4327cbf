import Testing

@testable import DepGraph

/// Sketches for tests: random ones, and laws on what is done to them.
extension Sketch {
  static func random(seed: Int, figures count: Int) -> Sketch {
    var random = SeededGenerator(seed: seed)
    var sketch = Sketch()
    let kinds = ComponentKind.allCases
    for number in 0..<count {
      var figure = Figure(ids: ["c\(number)"], names: ["Onderdeel \(number)"])
      figure.kind = kinds[Int.random(in: 0..<4, using: &random)]
      figure.band = "band \(Int.random(in: 0..<3, using: &random))"
      figure.role = [.plain, .down, .degraded][Int.random(in: 0..<3, using: &random)]
      figure.isPossible = random.chance(0.2)
      figure.owner = random.chance(0.5) ? "party" : nil
      sketch.figures.append(figure)
    }
    if count > 0 { sketch.figures[0].role = .focus }
    sketch.setEdges(
      (0..<count * 2).map { _ in
        Edge(
          from: Int.random(in: 0..<max(count, 1), using: &random),
          to: Int.random(in: 0..<max(count, 1), using: &random),
          role: random.chance(0.5) ? .needs : .alternative)
      })
    return sketch
  }
}

@Suite struct FoldingTests {
  @Test(arguments: [0, 1, 30, 60, 200, 700]) func everythingStandsSomewhereOnce(count: Int) {
    let sketch = Sketch.random(seed: count, figures: count)
    let folding = Folding(sketch) { sketch in
      sketch.figures.count > Folding.mostShapes
        ? [.init(figures: Array(sketch.figures.indices))] : []
    }
    let ids = folding.sketch.figures.flatMap(\.ids)
    #expect(ids.sorted() == sketch.figures.flatMap(\.ids).sorted())
    #expect(folding.sketch.figures.count <= max(Folding.mostShapes, 1))
    let inGroups = folding.sketch.figures.filter { $0.ids.count > 1 }
    #expect(folding.groupCount == inGroups.count)
    #expect(folding.foldedCount == inGroups.reduce(0) { $0 + $1.ids.count })
  }

  @Test(arguments: 0..<20) func statesNeverMeet(seed: Int) throws {
    let sketch = Sketch.random(seed: seed, figures: 80)
    var stateOf: [String: String] = [:]
    let state = { (figure: Sketch.Figure) in
      "\(figure.role) \(figure.isPossible) \(figure.band)"
    }
    for figure in sketch.figures { stateOf[figure.ids[0]] = state(figure) }
    let folding = Folding(sketch) { sketch in
      sketch.figures.count > 20 ? [.init(figures: Array(sketch.figures.indices))] : []
    }
    for figure in folding.sketch.figures {
      for id in figure.ids { #expect(stateOf[id] == state(figure), "seed \(seed)") }
    }
    let focus = folding.sketch.figures.filter { $0.role == .focus }
    #expect(focus.map(\.ids) == [["c0"]], "seed \(seed)")
  }

  @Test(arguments: 0..<20) func noConnectionIsLost(seed: Int) {
    let sketch = Sketch.random(seed: seed, figures: 60)
    let folding = Folding(sketch) { sketch in
      sketch.figures.count > 15 ? [.init(figures: Array(sketch.figures.indices))] : []
    }
    var place: [String: Int] = [:]
    for (index, figure) in folding.sketch.figures.enumerated() {
      for id in figure.ids { place[id] = index }
    }
    let drawn = Set(folding.sketch.edges.map { "\($0.from) \($0.to)" })
    for edge in sketch.edges {
      let from = place[sketch.figures[edge.from].ids[0]] ?? -1
      let to = place[sketch.figures[edge.to].ids[0]] ?? -1
      #expect(from == to || drawn.contains("\(from) \(to)"), "seed \(seed)")
      if edge.role == .needs, from != to {
        let strongest = folding.sketch.edges.first { $0.from == from && $0.to == to }
        #expect(strongest?.role == .needs, "seed \(seed)")
      }
    }
  }

  @Test func equalsGoFirst() {
    var sketch = Sketch()
    for number in 0..<6 {
      var figure = Sketch.Figure(ids: ["c\(number)"], names: ["\(number)"], kind: .consumer)
      figure.outline = .rounded
      sketch.figures.append(figure)
    }
    sketch.figures.append(.init(ids: ["a"], names: ["a"], kind: .platform))
    sketch.figures.append(.init(ids: ["b"], names: ["b"], kind: .platform))
    // Four on a, two on b: the four are the larger group of equals.
    sketch.setEdges((0..<6).map { .init(from: $0, to: $0 < 4 ? 6 : 7, role: .needs) })
    let folding = Folding(sketch) {
      $0.figures.count > 5 ? [.init(figures: Array($0.figures.indices))] : []
    }
    #expect(folding.sketch.figures[0].ids == ["c0", "c1", "c2", "c3"])
    #expect(folding.foldedCount == 4)
  }
}

@Suite struct BandLayoutTests {
  @Test(arguments: 0..<50) func dependentsStandAboveOutsideCycles(seed: Int) throws {
    var sketch = Sketch.random(seed: seed, figures: 25)
    // Arrows to later figures only: no cycles.
    sketch.setEdges(sketch.edges.filter { $0.from < $0.to })
    let layout = BandLayout(sketch)
    #expect(layout.bands.flatMap(\.rows).flatMap(\.self).sorted() == Array(0..<25))
    for band in layout.bands {
      var row: [Int: Int] = [:]
      for (number, figures) in band.rows.enumerated() {
        for index in figures { row[index] = number }
      }
      for edge in sketch.edges {
        guard let upper = row[edge.from], let lower = row[edge.to] else { continue }
        #expect(upper < lower, "seed \(seed)")
      }
    }
  }

  @Test(arguments: 0..<20) func cyclesEnd(seed: Int) {
    let sketch = Sketch.random(seed: seed, figures: 30)
    let placed = BandLayout(sketch).bands.flatMap(\.rows).flatMap(\.self)
    #expect(placed.sorted() == Array(0..<30), "seed \(seed)")
  }

  @Test func bandsFollowTheArrows() {
    var sketch = Sketch()
    for band in ["tijd", "net", "gebruik"] {
      var figure = Sketch.Figure(ids: [band], names: [band])
      figure.band = band
      sketch.figures.append(figure)
    }
    sketch.setEdges([.init(from: 2, to: 1, role: .needs), .init(from: 1, to: 0, role: .needs)])
    #expect(BandLayout(sketch).bands.map(\.name) == ["gebruik", "net", "tijd"])
  }
}

@Suite struct RowOrderTests {
  @Test func aCrossingIsTakenOut() {
    let order = RowOrder([[0, 1], [2, 3]], lines: [(0, 3), (1, 2)])
    let place = Dictionary(
      uniqueKeysWithValues: order.rows.flatMap { row in row.enumerated().map { ($1, $0) } })
    #expect((place[0] == 0) == (place[3] == 0))
    #expect((place[1] == 0) == (place[2] == 0))
  }

  @Test(arguments: 0..<50) func rowsKeepTheirMembers(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let rows = (0..<5).map { row in
      (0..<Int.random(in: 0...6, using: &random)).map { row * 10 + $0 }
    }
    var lines: [(upper: Int, lower: Int)] = []
    for (upper, lower) in zip(rows, rows.dropFirst()) {
      for one in upper {
        for other in lower where random.chance(0.3) { lines.append((one, other)) }
      }
    }
    let order = RowOrder(rows, lines: lines)
    #expect(order.rows.map { $0.sorted() } == rows, "seed \(seed)")
  }
}
