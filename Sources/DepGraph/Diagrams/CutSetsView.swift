/// Three ways to lose a component, drawn one under the other: what must fail together, and how that
/// reaches the component.
///
/// The most likely ones where it is known of everything how often it fails, else some of the
/// smallest, and the picture says which. Never a whole fault tree: how many more there are is said.
public struct CutSetsView: Sendable {
  /// How many ways are drawn.
  static let panelCount = 3
  /// How many are listed to choose from.
  private static let candidateCount = 200
  /// The most nodes of diagrams: a picture of three ways is not worth minutes.
  private static let mostNodes = 2_000_000
  /// The most rows that leave readable type where names take several lines.
  private static let comfortableRows = 6

  private let cuts: CutSets
  private let compiled: CompiledModel
  private let words: DiagramWords
  private let toolVersion: String

  /// What to ask for this view.
  ///
  /// - Parameter target: The component.
  /// - Returns: The question, with as many ways listed as the view chooses from.
  public static func question(about target: VertexID) -> MinimalSetQuestion {
    var question = MinimalSetQuestion(target)
    question.listLimit = candidateCount
    question.ranking = .probability
    question.nodeBudget = mostNodes
    return question
  }

  /// Draws an answer.
  ///
  /// - Parameters:
  ///   - cuts: The answer to `question(about:)`.
  ///   - compiled: The model that gave it.
  ///   - language: The language.
  ///   - toolVersion: The version of the program, for the source line.
  public init(
    _ cuts: CutSets, in compiled: CompiledModel, language: Language, toolVersion: String
  ) {
    self.cuts = cuts
    self.compiled = compiled
    self.toolVersion = toolVersion
    words = DiagramWords(language)
  }

  /// The diagram.
  ///
  /// - Complexity: O(*c*·(*v* + *a*)) for the vertices and arcs that fail with *c* sets to choose from.
  public var diagram: Diagram {
    let chosen = ChosenCutSets(cuts, compiled)
    let headline = CutSetsHeadline(cuts, chosen, compiled, words)
    let provenance = SourceStatement(compiled, words, toolVersion: toolVersion)
    var diagram = Diagram(
      language: words.language, direction: .right, headline: headline.sentence,
      subtitle: headline.subtitle, banner: "",
      sourceLine: provenance.sourceLine(scenario: nil), notes: [], legend: [], bands: [],
      shapes: [], lines: [])
    let text = ShapeText(words: words)
    var foldedCount = 0
    var cut = 0
    let makers = chosen.sets.map { found in
      var maker = CutSetSketch(found, of: cuts.question, in: compiled, words)
      maker.draw()
      return maker
    }
    // Many rows cost the size of the type: then each is one line high.
    let isHigh = makers.reduce(0) { $0 + $1.rowCount } > Self.comfortableRows
    for (number, maker) in makers.enumerated() {
      foldedCount += maker.foldedCount
      let first = diagram.shapes.count
      let drawn = maker.sketch.figures.map { text.shape(of: $0, in: isHigh ? .line : .column) }
      cut += drawn.count(where: \.isCut)
      diagram.shapes += drawn.map(\.shape)
      diagram.lines += maker.sketch.edges.map {
        Diagram.Line(from: first + $0.from, to: first + $0.to, role: $0.role)
      }
      diagram.areas.append(
        .init(
          title: headline.title(of: chosen.sets[number], number: number + 1),
          shapes: Array(first..<diagram.shapes.count)))
    }
    if chosen.sets.isEmpty { diagram.shapes = [text.shape(of: untouched, in: .column).shape] }
    diagram.notes = headline.notes
    if foldedCount > 0 { diagram.notes.append(words.stepsFolded(foldedCount)) }
    if cut > 0 { diagram.notes.append(words.cutNames(cut)) }
    diagram.legend = Legend.cutSets(diagram, words)
    diagram.banner = provenance.banner(of: diagram, result: "cutsets")
    return diagram
  }

  /// The target where nothing takes it down.
  private var untouched: Sketch.Figure {
    let component = compiled.component(cuts.question.target)
    var figure = Sketch.Figure(
      ids: [compiled.table.id(of: cuts.question.target)],
      names: [compiled.name(of: cuts.question.target, in: words.language)], kind: component?.kind)
    figure.isUnknown = component?.hasUnknownRequirement ?? false
    if component?.isUser == true { figure.outline = .rounded }
    return figure
  }
}

/// The ways that are drawn, and by what they were chosen.
struct ChosenCutSets {
  /// The ways, the first to be seen first.
  let sets: [CutSets.Found]
  /// Whether they are the most likely ones; else they are of the smallest.
  let areLikeliest: Bool

  /// Chooses them.
  ///
  /// Of the smallest those come first that are certain, then those of causes that fall with no other
  /// single one, so that three ways are drawn and not three places on one way; then those that take
  /// the most users along, and then the first by id.
  ///
  /// - Complexity: O(*c*·(*v* + *a*)) for the vertices and arcs that fail with *c* sets.
  init(_ cuts: CutSets, _ compiled: CompiledModel) {
    areLikeliest =
      cuts.areAllCounted && cuts.openEnds.withoutFigure.isEmpty
      && cuts.sets.allSatisfy { $0.likelihood.probability != nil && !$0.likelihood.isAssumed }
    guard !areLikeliest else {
      sets = Array(cuts.sets.prefix(CutSetsView.panelCount))
      return
    }
    let propagator = FailureReach(compiled, cuts.question.reading)
    let singles = cuts.sets.filter { $0.elements.count == 1 }.flatMap(\.elements)
    let followers = propagator.followers(among: singles)
    let ranked = cuts.sets.map { found in
      (
        found,
        key: (
          found.elements.count, found.isCertain ? 0 : 1,
          found.elements.contains(where: followers.contains) ? 1 : 0,
          -propagator.userCount(after: found.elements), found.elements
        )
      )
    }
    sets = ranked.sorted { left, right in
      let (l, r) = (left.key, right.key)
      if (l.0, l.1, l.2, l.3) != (r.0, r.1, r.2, r.3) {
        return (l.0, l.1, l.2, l.3) < (r.0, r.1, r.2, r.3)
      }
      return l.4.lexicographicallyPrecedes(r.4)
    }.prefix(CutSetsView.panelCount).map(\.0)
  }
}
