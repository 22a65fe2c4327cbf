/// What a failure does: the cause at one end, what falls and what holds after it.
public struct BlastView: Sendable {
  private let compiled: CompiledModel
  private let blast: BlastRadius
  private let language: Language
  private let toolVersion: String
  /// What is drawn of it.
  public var scope = ViewScope()

  /// The height that the shapes of one rank may take, in points at full size.
  private static let roomInRank = 540.0
  /// The most steps after each other that a page holds.
  private static let mostRanks = 9

  /// Draws an answer.
  ///
  /// - Parameters:
  ///   - blast: The answer.
  ///   - compiled: The model that gave it.
  ///   - language: The language.
  ///   - toolVersion: The version of the program, for the source line.
  public init(
    _ blast: BlastRadius, in compiled: CompiledModel, language: Language, toolVersion: String
  ) {
    self.blast = blast
    self.compiled = compiled
    self.language = language
    self.toolVersion = toolVersion
  }

  private var words: DiagramWords {
    DiagramWords(language, isTurned: scope.sense == .needs)
  }

  /// The diagram.
  ///
  /// - Complexity: O(*f*·(*f* + *e*) log *e*) for *f* elements hit and *e* dependencies among them.
  public var diagram: Diagram {
    let words = words
    var maker = BlastSketch(blast, compiled, words)
    maker.draw()
    let text = ShapeText(words: words)
    let scoped = ScopedSketch(maker.sketch, scope, sense: .spreads, compiled, words)
    let folding = Folding(scoped.sketch, crowds: { Self.crowds($0, text) })
    let headline = BlastHeadline(blast, compiled, words)
    let provenance = SourceStatement(compiled, words, toolVersion: toolVersion)
    var notes = maker.notes + scoped.notes
    if folding.groupCount > scoped.groupCount {
      notes.append(
        scoped.total(
          words.folded(
            folding.foldedCount, into: folding.groupCount,
            words.pick(" van gelijke uitkomst", " of equal outcome"))))
    }
    var diagram = Diagram(
      language: language, direction: .either, headline: headline.sentence,
      subtitle: headline.subtitle, banner: "",
      sourceLine: provenance.sourceLine(scenario: scenario), notes: [], legend: [], bands: [],
      shapes: [], lines: [])
    let cut = diagram.draw(folding.sketch, text, in: .column)
    if cut > 0 { notes.append(words.cutNames(cut)) }
    diagram.notes = notes
    diagram.isTurned = scoped.isTurned
    diagram.legend = Legend.grades(diagram, words)
    diagram.banner = provenance.banner(of: diagram, result: "blast")
    return diagram
  }

  private var scenario: String {
    let seeds =
      blast.question.seeds.written.isEmpty
      ? blast.failed.map(compiled.table.id(of:)) : blast.question.seeds.written
    let failed = words.failVerb(seeds.count)
    let after = blast.question.after.map {
      words.pick(", na ", ", after ") + words.span($0.seconds)
    }
    return "\(seeds.joined(separator: ", ")) \(failed)\(after ?? "")"
  }

  /// Everything where the whole is too large, what nothing leads to, ranks that are too long, and
  /// what can be one step instead of two.
  private static func crowds(_ sketch: Sketch, _ text: ShapeText) -> [Folding.Crowd] {
    var crowds: [Folding.Crowd] = []
    if sketch.figures.count > Folding.mostShapes {
      crowds.append(.init(figures: Array(sketch.figures.indices)))
    }
    let linked = Set(sketch.edges.flatMap { [$0.from, $0.to] })
    let loose = sketch.figures.indices.filter {
      sketch.figures[$0].role == .untold && !linked.contains($0)
    }
    if loose.count > 2 { crowds.append(.init(figures: loose)) }
    var flat = sketch
    for index in flat.figures.indices { flat.figures[index].band = "" }
    let ranks = BandLayout(flat).bands.flatMap(\.rows)
    for rank in ranks where rank.count > 1 {
      let height = rank.reduce(0.0) { sum, figure in
        sum + ShapeText.height(of: text.shape(of: sketch.figures[figure], in: .column).shape) + 13
      }
      if height > roomInRank { crowds.append(.init(figures: rank)) }
    }
    guard ranks.count > mostRanks else { return crowds }
    var depth: [Int: Int] = [:]
    for (number, rank) in ranks.enumerated() { for figure in rank { depth[figure] = number } }
    let steep = sketch.edges.filter { (depth[$0.to] ?? 0) == (depth[$0.from] ?? 0) + 1 }
    let chain = steep.sorted { left, right in
      (-(depth[left.from] ?? 0), left.from, left.to)
        < (-(depth[right.from] ?? 0), right.from, right.to)
    }
    return crowds + [.init(chain: chain.map { ($0.from, $0.to) })]
  }
}
