/// What changed between two models: new, gone and changed things with what lies next to them, and where
/// single points of failure came and went.
///
/// What did not change is folded first, and what lies far from every change is left out, which is said.
public struct DifferenceView: Sendable {
  /// The most rows that leave readable type.
  private static let mostRows = 7

  private let difference: ModelDifference
  private let before: CompiledModel
  private let after: CompiledModel
  private let language: Language
  private let toolVersion: String
  private let words: DiagramWords

  /// Draws a difference.
  ///
  /// - Parameters:
  ///   - difference: What differs.
  ///   - before: The earlier model.
  ///   - after: The later model.
  ///   - language: The language.
  ///   - toolVersion: The version of the program, for the source line.
  public init(
    _ difference: ModelDifference, from before: CompiledModel, to after: CompiledModel,
    language: Language, toolVersion: String
  ) {
    self.difference = difference
    self.before = before
    self.after = after
    self.language = language
    self.toolVersion = toolVersion
    words = DiagramWords(language)
  }

  /// The diagram.
  ///
  /// - Complexity: O(*n*·(*v* + *a*)) for *n* elements and the vertices and arcs that fail with each, of
  ///   both models.
  public var diagram: Diagram {
    var maker = DifferenceSketch(difference, before, after, words)
    maker.draw()
    let text = ShapeText(words: words)
    let folding = Folding(maker.sketch) { crowds($0, text) }
    var notes = maker.notes
    if folding.groupCount > 0 {
      notes.append(
        words.folded(folding.foldedCount, into: folding.groupCount, words.foldedUnchanged))
    }
    var diagram = Diagram(
      language: language, direction: .down, headline: headline,
      subtitle: words.differenceSubtitle(name(of: before), name(of: after), maker.counts),
      banner: banner, sourceLine: sourceLine, notes: [], legend: [], bands: [], shapes: [],
      lines: [])
    if folding.sketch.figures.isEmpty {
      diagram.shapes = [emptyShape]
    } else {
      let cut = diagram.place(folding.sketch, text, BandTitles(after, words))
      if cut > 0 { notes.append(words.cutNames(cut)) }
    }
    diagram.notes = notes
    diagram.legend = Legend.difference(diagram, words)
    return diagram
  }

  // MARK: - Words around it

  private func name(of compiled: CompiledModel) -> String {
    compiled.model.name?.text(in: language) ?? words.pick("naamloos model", "unnamed model")
  }

  private var headline: String {
    guard !difference.facts.isEmpty else { return words.noDifference }
    // Of those whom both models have: what a new user rests on was there before.
    let new = difference.newPoints.filter { !$0.targetIsInOne }
    let gone = difference.gonePoints.filter { !$0.targetIsInOne }
    let names = { (points: [ModelDifference.Point]) in
      Set(points.map(\.point.id)).sorted().map { id in
        after.table.vertex(of: id).map { after.name(of: $0, in: language) }
          ?? before.table.vertex(of: id).map { before.name(of: $0, in: language) } ?? id
      }
    }
    let users = Set(new.map(\.target))
    let others = Set(gone.map(\.target))
    return words.differenceHeadline(
      new: names(new), for: users.count, gone: names(gone), from: others.count,
      words.users([.consumer, .process], count: new.isEmpty ? others.count : users.count))
  }

  private var banner: String {
    let banners = [after, before].map {
      SourceStatement($0, words, toolVersion: toolVersion).banner
    }
    return banners[0] == banners[1] ? banners[0] : banners.joined(separator: " / ")
  }

  private var sourceLine: String {
    let source = SourceStatement(after, words, toolVersion: toolVersion).sourceLine(scenario: nil)
    let other = words.comparedWith(
      name(of: before), before.model.asOf.map(words.date), before.model.digest)
    return "\(source) · \(other)"
  }

  /// What stands where nothing differs.
  private var emptyShape: Diagram.Shape {
    Diagram.Shape(
      members: [], name: name(of: after), title: [name(of: after)], facts: [words.unchanged],
      glyph: nil, role: .plain)
  }

  // MARK: - Folding

  /// What did not change first, then everything; then rows that are too wide.
  private func crowds(_ sketch: Sketch, _ text: ShapeText) -> [Folding.Crowd] {
    let all = Array(sketch.figures.indices)
    let calm = all.filter { sketch.figures[$0].role == .plain && !sketch.figures[$0].isFixed }
    var crowds: [Folding.Crowd] = []
    if all.count > 24 { crowds.append(.init(figures: calm)) }
    if all.count > Folding.mostShapes { crowds.append(.init(figures: all)) }
    let layout = BandLayout(sketch)
    let bands = layout.bands
    for row in bands.flatMap(\.rows) where row.count > 1 {
      guard text.row(of: row.map { sketch.figures[$0] }).isTooWide else { continue }
      crowds.append(.init(figures: row.filter { sketch.figures[$0].role == .plain }))
      crowds.append(.init(figures: row))
    }
    guard bands.reduce(0, { $0 + $1.rows.count }) > Self.mostRows else { return crowds }
    // Of deep bands what stands below each other and is of one sort.
    for inside in layout.chains(in: sketch) {
      crowds.append(.init(chain: inside.map { ($0.from, $0.to) }))
    }
    return crowds
  }
}

extension Legend {
  /// The key of a picture of what changed.
  ///
  /// - Complexity: O(*s* + *l*) for *s* shapes and *l* lines.
  static func difference(_ diagram: Diagram, _ words: DiagramWords) -> [Diagram.LegendEntry] {
    var entries: [Diagram.LegendEntry] = [ShapeRole.added, .removed, .altered].filter { role in
      diagram.shapes.contains { $0.role == role }
    }.map { role in
      .init(
        sample: .shape(role, isPossible: false, isDouble: false),
        text: "\(DiagramWords.glyph(of: role) ?? "") \(words.difference(role))")
    }
    if diagram.shapes.contains(where: { $0.role == .plain }) {
      entries.append(
        .init(
          sample: .shape(.plain, isPossible: false, isDouble: false), text: words.unchanged))
    }
    if diagram.shapes.contains(where: \.isDouble) {
      entries.append(
        .init(sample: .shape(.plain, isPossible: false, isDouble: true), text: "◆ SPOF"))
    }
    if diagram.shapes.contains(where: { $0.outline == .cause }) {
      entries.append(.init(sample: .none, text: words.causeKey))
    }
    entries.append(.init(sample: .none, text: words.arrowOfOverview))
    return entries + lines(diagram, words.meaning)
  }
}
