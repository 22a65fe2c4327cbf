extension Diagram {
  /// Places a folded sketch in bands, row by row.
  ///
  /// - Parameters:
  ///   - sketch: What to draw.
  ///   - text: Writes the shapes.
  ///   - titles: Writes the names of the bands.
  /// - Returns: How many names were cut.
  /// - Complexity: O(*b*² + *f* + *e*) for *b* bands, *f* figures and *e* edges.
  mutating func place(_ sketch: Sketch, _ text: ShapeText, _ titles: BandTitles) -> Int {
    var place: [Int: Int] = [:]
    var cut = 0
    for band in BandLayout(sketch).bands {
      var rows: [[Int]] = []
      for row in band.rows {
        let texts = text.row(of: row.map { sketch.figures[$0] })
        cut += texts.cutCount
        for (offset, figure) in row.enumerated() { place[figure] = shapes.count + offset }
        rows.append(Array(shapes.count..<shapes.count + row.count))
        shapes += texts.shapes
      }
      bands.append(.init(title: titles.title(of: band.name), rows: rows))
    }
    lines = sketch.edges.compactMap { edge in
      guard let from = place[edge.from], let to = place[edge.to] else { return nil }
      return Line(from: from, to: to, role: edge.role)
    }
    return cut
  }
}
