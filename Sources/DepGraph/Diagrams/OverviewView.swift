/// The overview: who depends on what, layer by layer, and which single failure reaches furthest.
public struct OverviewView: Sendable {
  /// What is drawn.
  public struct Options: Sendable {
    /// The language.
    public var language: Language
    /// What is drawn of it.
    public var scope = ViewScope()
    /// Whether inferred and assumed dependencies are drawn.
    public var includesInferred = true
    /// The version of the program, for the source line.
    public var toolVersion: String

    /// Draws the whole model.
    public init(language: Language, toolVersion: String) {
      self.language = language
      self.toolVersion = toolVersion
    }
  }

  /// The most rows of a page.
  private static let mostRows = 8

  private let compiled: CompiledModel
  private let options: Options
  private let words: DiagramWords
  private let failures: SoleFailures

  /// Looks at every element's failure alone.
  ///
  /// - Complexity: O(*n*·(*v* + *a*)) for *n* elements and the vertices and arcs that fail with each.
  public init(of compiled: CompiledModel, options: Options) {
    self.compiled = compiled
    self.options = options
    words = DiagramWords(options.language, isTurned: options.scope.sense == .spreads)
    failures = SoleFailures(in: compiled)
  }

  /// The diagram.
  ///
  /// - Complexity: O(*f*·(*f* + *e*) log *e*) for *f* elements drawn and *e* dependencies.
  public var diagram: Diagram {
    var maker = OverviewSketch(compiled, options, words, failures)
    maker.draw()
    let text = ShapeText(words: words)
    let scoped = ScopedSketch(
      maker.sketch, options.scope, sense: .needs, isFocused: true, compiled, words)
    let folding = Folding(scoped.sketch) { crowds($0, text) }
    let headline = OverviewHeadline(compiled, words, failures, focus: options.scope.focus)
    var notes = maker.notes + scoped.notes
    if folding.groupCount > scoped.groupCount { notes.append(scoped.total(foldingNote(folding))) }
    var diagram = Diagram(
      language: options.language, direction: .down, headline: headline.sentence,
      subtitle: headline.subtitle, banner: "", sourceLine: "", notes: [], legend: [], bands: [],
      shapes: [], lines: [])
    let cut = diagram.place(folding.sketch, text, BandTitles(compiled, words))
    if cut > 0 { notes.append(words.cutNames(cut)) }
    diagram.notes = notes
    let provenance = SourceStatement(compiled, words, toolVersion: options.toolVersion)
    diagram.banner = provenance.banner(of: diagram, result: "overview")
    diagram.sourceLine = provenance.sourceLine(scenario: nil)
    diagram.isTurned = scoped.isTurned
    diagram.legend = Legend.overview(diagram, words, users: headline.usersWord)
    return diagram
  }

  /// All figures where there are too many, then rows that are too wide for the page, then what can
  /// be one row instead of two.
  private func crowds(_ sketch: Sketch, _ text: ShapeText) -> [Folding.Crowd] {
    var crowds: [Folding.Crowd] = []
    if sketch.figures.count > Folding.mostShapes {
      crowds.append(.init(figures: Array(sketch.figures.indices)))
    }
    let layout = BandLayout(sketch)
    let bands = layout.bands
    for row in bands.flatMap(\.rows) where row.count > 1 {
      let isTooWide = text.row(of: row.map { sketch.figures[$0] }).isTooWide
      if isTooWide { crowds.append(.init(figures: row)) }
    }
    guard bands.reduce(0, { $0 + $1.rows.count }) > Self.mostRows else { return crowds }
    // The band with the headline's element stays as it is; of the others the deepest goes first.
    let focus = sketch.figures.first { $0.role == .focus }?.band
    for inside in layout.chains(in: sketch, sparing: focus) {
      crowds.append(.init(chain: inside.map { ($0.from, $0.to) }))
    }
    return crowds
  }

  private func foldingNote(_ folding: Folding) -> String {
    words.folded(
      folding.foldedCount, into: folding.groupCount,
      words.pick(
        "; een pijl van of naar een groep geldt voor ten minste één lid",
        "; an arrow from or to a group holds for at least one member"))
  }
}

/// The names of bands: the layers' labels, or the names of kinds where a model has no layers.
struct BandTitles {
  private let properNames: [String: String]

  init(_ compiled: CompiledModel, _ words: DiagramWords) {
    var names: [String: String] = [:]
    for vertex in compiled.componentVertices {
      let name = compiled.name(of: vertex, in: words.language)
      if name != name.lowercased() { names[name.lowercased()] = name }
    }
    properNames = names
  }

  /// A label like `netwerken-op-nafin` as people write it, with names spelt as the model spells them.
  ///
  /// - Complexity: O(*n*) for a label of *n* characters.
  func title(of label: String) -> String {
    let spelt = label.split(whereSeparator: { $0 == "-" || $0 == "_" || $0 == " " })
      .map { properNames[$0.lowercased()] ?? String($0) }.joined(separator: " ")
    return spelt.prefix(1).uppercased() + spelt.dropFirst()
  }
}
