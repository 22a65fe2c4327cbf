/// What starts after a complete outage: step by step from top to bottom, then what does not start by
/// itself, with what breaks the deadlock.
public struct ColdStartView: Sendable {
  /// The most rows of a page.
  private static let mostRows = 8

  private let compiled: CompiledModel
  private let start: ColdStart
  private let words: DiagramWords
  private let toolVersion: String

  /// Draws an answer.
  ///
  /// - Parameters:
  ///   - start: The answer.
  ///   - compiled: The model that gave it.
  ///   - language: The language.
  ///   - toolVersion: The version of the program, for the source line.
  public init(
    _ start: ColdStart, in compiled: CompiledModel, language: Language, toolVersion: String
  ) {
    self.start = start
    self.compiled = compiled
    self.toolVersion = toolVersion
    words = DiagramWords(language)
  }

  /// The diagram.
  ///
  /// - Complexity: O(*f*·(*f* + *e*) log *e*) for *f* elements and *e* dependencies of those that do not
  ///   start.
  public var diagram: Diagram {
    var maker = ColdStartSketch(start, compiled, words)
    maker.draw(mostRows: Self.mostRows)
    let text = ShapeText(words: words, isFlat: true)
    let folding = Folding(maker.sketch) { Self.crowds($0, text) }
    let provenance = SourceStatement(compiled, words, toolVersion: toolVersion)
    var notes = maker.notes
    if !start.unknown.isEmpty, !start.deadlocks.isEmpty {
      notes.append(words.unknownNeeds(start.unknown.count, of: started + waiting))
    }
    if folding.groupCount > 0 {
      notes.append(words.folded(folding.foldedCount, into: folding.groupCount, ""))
    }
    var diagram = Diagram(
      language: words.language, direction: .down, headline: headline, subtitle: subtitle,
      banner: "", sourceLine: provenance.sourceLine(scenario: scenario), notes: [],
      legend: [], bands: [], shapes: [], lines: [])
    var place: [Int: Int] = [:]
    var cut = 0
    var last: ColdStartSketch.Band?
    for row in maker.rows {
      defer { last = row.band }
      let figures = folding.sketch.figures.indices.filter {
        folding.sketch.figures[$0].band == row.name
      }
      let texts = text.row(of: figures.map { folding.sketch.figures[$0] })
      cut += texts.cutCount
      for (offset, figure) in figures.enumerated() {
        place[figure] = diagram.shapes.count + offset
      }
      let shapes = Array(diagram.shapes.count..<diagram.shapes.count + figures.count)
      diagram.shapes += texts.shapes
      if row.band == last, !diagram.bands.isEmpty {
        diagram.bands[diagram.bands.count - 1].rows.append(shapes)
      } else {
        diagram.bands.append(
          .init(title: title(of: row.band), rows: [shapes], isMarked: Self.isMarked(row.band)))
      }
    }
    diagram.lines = folding.sketch.edges.compactMap { edge in
      guard let from = place[edge.from], let to = place[edge.to] else { return nil }
      return Diagram.Line(from: from, to: to, role: edge.role)
    }
    if cut > 0 { notes.append(words.cutNames(cut)) }
    diagram.notes = notes + [words.startOrderKey]
    diagram.isDense = true
    diagram.legend = Legend.coldStart(diagram, words)
    diagram.banner = provenance.banner(of: diagram, result: "coldstart")
    return diagram
  }

  // MARK: - Bands

  private func title(of band: ColdStartSketch.Band) -> String {
    switch band {
    case .steps(let range): words.steps(range)
    case .deadlock(let number):
      words.deadlockBand(start.deadlocks.count == 1 ? nil : number + 1)
    case .otherDeadlocks: words.otherDeadlocksBand
    case .blocked: words.blockedBand
    }
  }

  private static func isMarked(_ band: ColdStartSketch.Band) -> Bool {
    switch band {
    case .deadlock, .otherDeadlocks: true
    case .steps, .blocked: false
    }
  }

  /// Everything where the whole is too large, then rows that are too wide.
  private static func crowds(_ sketch: Sketch, _ text: ShapeText) -> [Folding.Crowd] {
    var crowds: [Folding.Crowd] = []
    if sketch.figures.count > Folding.mostShapes {
      crowds.append(.init(figures: Array(sketch.figures.indices)))
    }
    let rows = Dictionary(grouping: sketch.figures.indices) { sketch.figures[$0].band }
    for row in rows.values.sorted(by: { $0[0] < $1[0] }) where row.count > 1 {
      if text.row(of: row.map { sketch.figures[$0] }).isTooWide {
        crowds.append(.init(figures: row))
      }
    }
    return crowds
  }

  // MARK: - Words

  private var started: Int { start.order.joined().count { compiled.component($0) != nil } }
  private var waiting: Int {
    start.blocked.count + start.deadlocks.reduce(0) { $0 + $1.elements.count }
  }

  private var headline: String {
    words.startHeadline(
      locked: start.deadlocks.map { deadlock in
        deadlock.elements.map { compiled.name(of: $0, in: words.language) }
      }, waiting: waiting, of: started + waiting, steps: start.order.count,
      isKnown: start.unknown.isEmpty)
  }

  private var subtitle: String {
    var parts: [String] = []
    let breakers = start.deadlocks.flatMap(\.breakers)
    if !breakers.isEmpty {
      parts.append(
        words.breakers(
          breakers.map { compiled.name(of: $0, in: words.language) },
          steps: start.orderAfterBreakers.count))
      let unstated = breakers.filter { compiled.component($0)?.startsManually != true }
      if !unstated.isEmpty {
        let names = unstated.map { compiled.name(of: $0, in: words.language) }
        parts.append(words.byHandUnknown(unstated.count == breakers.count ? nil : names))
      }
    }
    if breakers.isEmpty, started > 0 {
      parts.append(words.startedByThemselves(started, steps: start.order.count))
    }
    let unknown = start.unknown.count
    if unknown > 0, breakers.isEmpty {
      parts.append(words.unknownNeeds(unknown, of: started + waiting))
    }
    return parts.joined(separator: " ")
  }

  private var scenario: String? {
    let seeds =
      start.seeds.written.isEmpty
      ? start.seeds.vertices.map(compiled.table.id(of:)) : start.seeds.written
    guard !seeds.isEmpty else { return nil }
    return "\(seeds.joined(separator: ", ")) \(words.failVerb(seeds.count))"
  }
}

extension Legend {
  /// The key of a cold start.
  ///
  /// - Complexity: O(*s* + *l*) for *s* shapes and *l* lines.
  static func coldStart(_ diagram: Diagram, _ words: DiagramWords) -> [Diagram.LegendEntry] {
    var entries: [Diagram.LegendEntry] = []
    for role in [ShapeRole.plain, .breaker, .locked, .waiting]
    where diagram.shapes.contains(where: { $0.role == role }) {
      let glyph = DiagramWords.glyph(of: role).map { "\($0) " } ?? ""
      entries.append(
        .init(
          sample: .shape(role, isPossible: false, isDouble: false),
          text: glyph + words.startWord(for: role)))
    }
    if !diagram.lines.isEmpty {
      entries.append(.init(sample: .line(.awaits), text: words.startArrow))
    }
    if diagram.shapes.contains(where: \.isUnknown) {
      entries.append(.init(sample: .none, text: "? \(words.needsMore)"))
    }
    return entries
  }
}
