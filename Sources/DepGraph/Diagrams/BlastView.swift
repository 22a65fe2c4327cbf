/// What a failure does: the cause at one end, what falls and what holds after it.
public struct BlastView: Sendable {
  private let compiled: CompiledModel
  private let blast: BlastRadius
  private let language: Language
  private let toolVersion: String
  private let words: DiagramWords

  /// The most shapes beside each other that a page holds.
  private static let mostInRank = 9

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
    words = DiagramWords(language)
  }

  /// The diagram.
  ///
  /// - Complexity: O(*f*·(*f* + *e*) log *e*) for *f* elements hit and *e* dependencies among them.
  public var diagram: Diagram {
    var maker = BlastSketch(blast, compiled, words)
    maker.draw()
    let text = ShapeText(words: words)
    let folding = Folding(maker.sketch, crowded: Self.crowded)
    let headline = BlastHeadline(blast, compiled, words)
    let provenance = SourceStatement(compiled, words, toolVersion: toolVersion)
    var notes = maker.notes
    if folding.groupCount > 0 {
      notes.append(
        words.pick(
          "\(folding.foldedCount) onderdelen samengenomen in \(folding.groupCount) groepen van gelijke uitkomst.",
          "\(folding.foldedCount) components drawn as \(folding.groupCount) groups of equal outcome."
        ))
    }
    var diagram = Diagram(
      language: language, direction: .either, headline: headline.sentence,
      subtitle: headline.subtitle, banner: provenance.banner,
      sourceLine: provenance.sourceLine(scenario: scenario), notes: [], legend: [], bands: [],
      shapes: [], lines: [])
    var cut = 0
    for figure in folding.sketch.figures {
      let (shape, isCut) = text.shape(of: figure, isRoomy: false)
      cut += isCut ? 1 : 0
      diagram.shapes.append(shape)
    }
    diagram.lines = folding.sketch.edges.map { .init(from: $0.from, to: $0.to, role: $0.role) }
    if cut > 0 { notes.append(words.cutNames(cut)) }
    diagram.notes = notes
    diagram.legend = Legend.grades(diagram, words)
    return diagram
  }

  private var scenario: String {
    let seeds =
      blast.question.seeds.written.isEmpty
      ? blast.failed.map(compiled.table.id(of:)) : blast.question.seeds.written
    let failed = words.pick("valt uit", "fails")
    let after = blast.question.after.map {
      words.pick(", na ", ", after ") + words.span($0.seconds)
    }
    return "\(seeds.joined(separator: ", ")) \(failed)\(after ?? "")"
  }

  /// Everything where the whole is too large, else the ranks that are too long.
  private static func crowded(_ sketch: Sketch) -> [Int] {
    if sketch.figures.count > Folding.mostShapes { return Array(sketch.figures.indices) }
    var flat = sketch
    for index in flat.figures.indices { flat.figures[index].band = "" }
    for row in BandLayout(flat).bands.flatMap(\.rows) where row.count > mostInRank { return row }
    return []
  }
}
