/// The heat map: every element coloured by how many it takes with it when it fails alone.
///
/// What several components share stands there as a shape of its own, with a line from each sharer:
/// redundant units with one software release are one thing, and that is seen. Redundancy in name
/// only has lines in the colour of the worst class, from who relies on it to the one cause.
public struct SinglePointsView: Sendable {
  /// The most shapes before those that take nobody with them are folded, and before users are.
  private static let comfortable = (harmless: 24, users: 30)
  /// The most rows that leave readable type.
  private static let mostRows = 6
  /// The most characters of a line of facts.
  private static let widestLine = 36

  private let review: SinglePointsReview
  private let compiled: CompiledModel
  private let language: Language
  private let toolVersion: String
  private let words: DiagramWords
  /// What is drawn of it.
  public var scope = ViewScope()
  private let losses: SoleLosses

  /// Draws an answer.
  ///
  /// - Parameters:
  ///   - review: The answer. Without users in the model it is drawn how many components fall.
  ///   - compiled: The model that gave it.
  ///   - language: The language.
  ///   - toolVersion: The version of the program, for the source line.
  /// - Complexity: O(*n*·(*v* + *a*)) for *n* elements and the vertices and arcs that fail with each.
  public init(
    _ review: SinglePointsReview, in compiled: CompiledModel, language: Language,
    toolVersion: String
  ) {
    self.review = review
    self.compiled = compiled
    self.language = language
    self.toolVersion = toolVersion
    words = DiagramWords(language)
    losses = SoleLosses(review, compiled, words)
  }

  /// The diagram.
  ///
  /// - Complexity: O(*f*·(*f* + *e*) log *e*) for *f* elements drawn and *e* dependencies.
  public var diagram: Diagram {
    var maker = SinglePointsSketch(review, compiled, words, losses)
    maker.draw()
    let text = ShapeText(words: words)
    let scoped = ScopedSketch(maker.sketch, scope, sense: .needs, compiled, words)
    let folding = Folding(scoped.sketch) { crowds($0, text) }
    let headline = SinglePointsHeadline(review, compiled, words, losses)
    var notes = maker.leftOut.isEmpty ? [] : [words.notDrawn(maker.leftOut)]
    notes += maker.notes + scoped.notes
    if folding.groupCount > scoped.groupCount {
      notes.append(
        scoped.total(
          words.folded(folding.foldedCount, into: folding.groupCount, words.foldedAlike)))
    }
    let provenance = SourceStatement(compiled, words, toolVersion: toolVersion)
    var diagram = Diagram(
      language: language, direction: .down, headline: headline.sentence,
      subtitle: headline.subtitle, banner: "",
      sourceLine: provenance.sourceLine(scenario: nil), notes: [], legend: [], bands: [],
      shapes: [], lines: [])
    var sketch = folding.sketch
    for index in sketch.figures.indices { sketch.figures[index] = dressed(sketch.figures[index]) }
    let cut = diagram.place(sketch, text, BandTitles(compiled, words))
    if cut > 0 { notes.append(words.cutNames(cut)) }
    diagram.notes = notes
    diagram.isTurned = scoped.isTurned
    diagram.legend = Legend.heat(
      diagram, losses, DiagramWords(language, isTurned: scoped.isTurned))
    diagram.banner = provenance.banner(of: diagram, result: "spof")
    return diagram
  }

  /// A figure with its numbers, which for a group only its members together give.
  private func dressed(_ figure: Sketch.Figure) -> Sketch.Figure {
    var figure = figure
    let members = figure.ids.compactMap(compiled.table.vertex(of:))
    switch figure.role {
    case .worst, .serious, .minor, .harmless:
      let fact = words.losses(members.map { losses[$0] }, of: losses.total)
      if let fact { figure.facts.insert(fact, at: 0) }
    case .exposed, .secure:
      let targets = review.singlePoints.targets.filter { members.contains($0.vertex) }
      let isOpen = targets.contains(where: review.isOpen)
      figure.facts.insert(words.points(targets.map(\.points.count), isOpen: isOpen), at: 0)
    default: break
    }
    figure.facts = Self.packed(figure.facts)
    return figure
  }

  /// Facts on as few lines as they fit on.
  private static func packed(_ facts: [String]) -> [String] {
    facts.reduce(into: []) { lines, fact in
      guard let last = lines.last, last.count + fact.count + 3 <= widestLine else {
        return lines.append(fact)
      }
      lines[lines.count - 1] = "\(last) · \(fact)"
    }
  }

  /// What takes nobody with it first, then users, then everything; then rows that are too wide, and
  /// what can be one row instead of two.
  private func crowds(_ sketch: Sketch, _ text: ShapeText) -> [Folding.Crowd] {
    var crowds: [Folding.Crowd] = []
    let all = Array(sketch.figures.indices)
    let harmless = all.filter { sketch.figures[$0].role == .harmless }
    let users = all.filter { sketch.figures[$0].isUser }
    if all.count > Self.comfortable.harmless { crowds.append(.init(figures: harmless)) }
    if all.count > Self.comfortable.users { crowds.append(.init(figures: users)) }
    if all.count > Folding.mostShapes { crowds.append(.init(figures: all)) }
    let layout = BandLayout(sketch)
    let bands = layout.bands
    for row in bands.flatMap(\.rows) where row.count > 1 {
      guard text.row(of: row.map { dressed(sketch.figures[$0]) }).isTooWide else { continue }
      crowds.append(.init(figures: row.filter { sketch.figures[$0].role == .harmless }))
      crowds.append(.init(figures: row))
    }
    guard bands.reduce(0, { $0 + $1.rows.count }) > Self.mostRows else { return crowds }
    for inside in layout.chains(in: sketch) {
      let calm = inside.filter { sketch.figures[$0.from].role == .harmless }
      crowds.append(.init(chain: (calm + inside).map { ($0.from, $0.to) }))
    }
    return crowds
  }
}
