/// How a failure spreads over sectors of society: the subject at the top, then the sectors it reaches,
/// order by order.
public struct CascadeView: Sendable {
  /// The most sectors beside each other.
  private static let mostInRow = 5

  private let cascade: Cascade
  private let compiled: CompiledModel
  private let words: DiagramWords
  private let toolVersion: String

  /// Draws an answer.
  ///
  /// - Parameters:
  ///   - cascade: The answer.
  ///   - compiled: The model that gave it.
  ///   - language: The language.
  ///   - toolVersion: The version of the program, for the source line.
  public init(
    _ cascade: Cascade, in compiled: CompiledModel, language: Language, toolVersion: String
  ) {
    self.cascade = cascade
    self.compiled = compiled
    self.toolVersion = toolVersion
    words = DiagramWords(language)
  }

  /// The diagram.
  ///
  /// - Complexity: O(*s*² + *n*) for *s* sectors and *n* processes and consumers that fall.
  public var diagram: Diagram {
    var maker = CascadeSketch(cascade, compiled, words)
    maker.draw()
    let folding = Folding(maker.sketch) { sketch in
      sketch.figures.count > Folding.mostShapes
        ? [.init(figures: Array(sketch.figures.indices))] : []
    }
    let headline = CascadeHeadline(cascade, compiled, words)
    let provenance = SourceStatement(compiled, words, toolVersion: toolVersion)
    var diagram = Diagram(
      language: words.language, direction: .down, headline: headline.sentence,
      subtitle: headline.subtitle, banner: "",
      sourceLine: provenance.sourceLine(scenario: headline.scenario), notes: [], legend: [],
      bands: [], shapes: [], lines: [])
    let text = ShapeText(words: words)
    var place: [Int: Int] = [:]
    var cut = 0
    for band in maker.bands {
      let figures = folding.sketch.figures.indices.filter {
        folding.sketch.figures[$0].band == band.name
      }
      var rows: [[Int]] = []
      for start in stride(from: 0, to: figures.count, by: Self.mostInRow) {
        let row = figures[start..<min(start + Self.mostInRow, figures.count)]
        for figure in row {
          place[figure] = diagram.shapes.count
          var drawn = text.shape(of: folding.sketch.figures[figure], in: .row)
          let count = folding.sketch.figures[figure].ids.count
          if count > 1 { drawn.shape.title = [words.sectors(count)] }
          cut += drawn.isCut ? 1 : 0
          diagram.shapes.append(drawn.shape)
        }
        rows.append(row.compactMap { place[$0] })
      }
      if !rows.isEmpty {
        diagram.bands.append(.init(title: band.title, rows: rows, isMarked: band.isSubject))
      }
    }
    diagram.lines = folding.sketch.edges.compactMap { edge in
      guard let from = place[edge.from], let to = place[edge.to] else { return nil }
      return Diagram.Line(from: from, to: to, role: edge.role)
    }
    var notes = [words.orderKey] + headline.notes
    if folding.groupCount > 0 {
      notes.append(words.sectorsFolded(folding.foldedCount, into: folding.groupCount))
    }
    if cut > 0 { notes.append(words.cutNames(cut)) }
    diagram.notes = notes
    diagram.legend = Legend.grades(diagram, words)
    diagram.banner = provenance.banner(of: diagram, result: "cascade")
    return diagram
  }
}
