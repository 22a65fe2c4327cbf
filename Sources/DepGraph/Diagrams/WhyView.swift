/// Why something is down, from what failed to what is asked about; or what keeps it up.
public struct WhyView: Sendable {
  private let why: Why
  private let compiled: CompiledModel
  private let language: Language
  private let toolVersion: String
  /// What is down for certain too: where every uncertain requirement is left out.
  private let fallenForCertain: VertexSet
  /// What is drawn of it; an explanation is not folded on request.
  public var scope = ViewScope()

  /// Draws an answer.
  ///
  /// - Parameters:
  ///   - why: The answer.
  ///   - compiled: The model that gave it.
  ///   - language: The language.
  ///   - toolVersion: The version of the program, for the source line.
  /// - Complexity: O(*v* + *a*) for a model of *v* vertices and *a* arcs.
  public init(_ why: Why, in compiled: CompiledModel, language: Language, toolVersion: String) {
    self.why = why
    self.compiled = compiled
    self.language = language
    self.toolVersion = toolVersion
    fallenForCertain =
      compiled.reading(.certain).levelOne.failures(from: why.seeds.vertices).failed
  }

  private var words: DiagramWords {
    DiagramWords(language, isTurned: scope.sense == .needs)
  }

  /// The diagram.
  ///
  /// - Complexity: O(*n* log *n*) for an explanation of *n* steps.
  public var diagram: Diagram {
    let provenance = SourceStatement(compiled, words, toolVersion: toolVersion)
    var sketch = Sketch()
    var place: [VertexID: Int] = [:]
    if let explanation = why.explanation {
      var edges: [Sketch.Edge] = []
      add(explanation, &sketch, &place, &edges)
      sketch.setEdges(edges)
    } else {
      addSupports(&sketch, &place)
    }
    let text = ShapeText(words: words)
    var scope = scope
    scope.collapse = nil
    let scoped = ScopedSketch(sketch, scope, sense: .spreads, compiled, words)
    let folding = Folding(scoped.sketch) { sketch in
      sketch.figures.count > Folding.mostShapes
        ? [.init(figures: Array(sketch.figures.indices))] : []
    }
    var diagram = Diagram(
      language: language, direction: .either, headline: headline, subtitle: subtitle,
      banner: "", sourceLine: provenance.sourceLine(scenario: scenario), notes: [],
      legend: [], bands: [], shapes: [], lines: [])
    diagram.shapes = folding.sketch.figures.map { text.shape(of: $0, in: .column).shape }
    diagram.lines = folding.sketch.edges.map { .init(from: $0.from, to: $0.to, role: $0.role) }
    diagram.notes = scoped.notes
    diagram.isTurned = scoped.isTurned
    if folding.groupCount > 0 {
      diagram.notes.append(words.folded(folding.foldedCount, into: folding.groupCount, ""))
    }
    diagram.legend = Legend.grades(diagram, words)
    diagram.banner = provenance.banner(of: diagram, result: "why")
    return diagram
  }

  // MARK: - Texts

  private func name(_ vertex: VertexID) -> String { compiled.name(of: vertex, in: language) }

  private var seedNames: [String] { why.seeds.vertices.map(name) }

  private var scenario: String {
    let failed = why.seeds.vertices.map(compiled.table.id(of:)).joined(separator: ", ")
    return "\(failed) \(words.failVerb(why.seeds.vertices.count))"
  }

  private var headline: String {
    if why.explanation != nil, isPossible(why.target) {
      return words.pick(
        "Waarom \(name(why.target)) mogelijk uitvalt als \(words.fails(seedNames))",
        "Why \(name(why.target)) may go down when \(words.fails(seedNames))")
    }
    if why.explanation != nil {
      return words.pick(
        "Waarom \(name(why.target)) uitvalt als \(words.fails(seedNames))",
        "Why \(name(why.target)) goes down when \(words.fails(seedNames))")
    }
    guard !why.stillUpBecause.isEmpty else {
      return words.pick(
        "Van \(words.failed(seedNames)) loopt geen bekende weg die \(name(why.target)) doet uitvallen",
        "No known way leads from \(words.failed(seedNames)) to an outage of \(name(why.target))")
    }
    return words.pick(
      "Waarom \(name(why.target)) blijft werken als \(words.fails(seedNames))",
      "Why \(name(why.target)) keeps working when \(words.fails(seedNames))")
  }

  private var subtitle: String {
    why.explanation != nil
      ? words.pick(
        "De kortste keten van oorzaken; er kunnen er meer zijn.",
        "The shortest chain of causes; there may be others.")
      : words.pick(
        "De groepen en paden die iets verliezen en toch standhouden.",
        "The groups and paths that lose something and hold all the same.")
  }

  // MARK: - Figures

  private func figure(_ vertex: VertexID, _ role: ShapeRole) -> Sketch.Figure {
    let component = compiled.component(vertex)
    var figure = Sketch.Figure(
      ids: [compiled.table.id(of: vertex)], names: [name(vertex)], kind: component?.kind)
    figure.role = role
    if component?.isUser == true { figure.outline = .rounded }
    if role == .down, isPossible(vertex) {
      figure.isPossible = true
      figure.facts = [words.possible]
    }
    return figure
  }

  private func index(
    of vertex: VertexID, _ role: ShapeRole, _ sketch: inout Sketch, _ place: inout [VertexID: Int]
  ) -> (index: Int, isNew: Bool) {
    if let known = place[vertex] { return (known, false) }
    place[vertex] = sketch.figures.count
    sketch.figures.append(figure(vertex, role))
    return (sketch.figures.count - 1, true)
  }

  private func add(
    _ cause: Why.Cause, _ sketch: inout Sketch, _ place: inout [VertexID: Int],
    _ edges: inout [Sketch.Edge]
  ) {
    var open = [cause]
    _ = index(of: cause.vertex, role(of: cause), &sketch, &place)
    while let current = open.popLast() {
      let to = index(of: current.vertex, role(of: current), &sketch, &place).index
      for below in current.because {
        let from = index(of: below.vertex, role(of: below), &sketch, &place)
        edges.append(
          .init(from: from.index, to: to, role: spreading(from: below.vertex, to: current.vertex)))
        if from.isNew { open.append(below) }
      }
    }
  }

  private func role(of cause: Why.Cause) -> ShapeRole {
    why.seeds.vertices.contains(cause.vertex) ? .origin : .down
  }

  /// Whether something that fell here does so only if uncertain facts are true.
  private func isPossible(_ vertex: VertexID) -> Bool { !fallenForCertain.contains(vertex) }

  /// How a failure goes on: only possibly where no certain fact says that it does, or where what
  /// it comes from is itself only possibly down.
  private func spreading(from lost: VertexID, to dependent: VertexID) -> LineRole {
    if isPossible(lost) { return .mayspread }
    let named = compiled.dependencies.of(dependent).filter { $0.target == lost }
    // What is not named lies on a network over which a way is required.
    guard !named.isEmpty else { return isPossible(dependent) ? .mayspread : .spreads }
    return named.allSatisfy { $0.evidence.basis.isUncertain } ? .mayspread : .spreads
  }

  private func addSupports(_ sketch: inout Sketch, _ place: inout [VertexID: Int]) {
    var edges: [Sketch.Edge] = []
    _ = index(of: why.target, .plain, &sketch, &place)
    for support in why.stillUpBecause {
      let owner = index(of: support.owner, .plain, &sketch, &place).index
      for lost in support.lost {
        let role: ShapeRole = why.seeds.vertices.contains(lost) ? .origin : .down
        let from = index(of: lost, role, &sketch, &place).index
        edges.append(.init(from: from, to: owner, role: .holds))
      }
      for holding in support.holding {
        let from = index(of: holding, .plain, &sketch, &place).index
        edges.append(.init(from: from, to: owner, role: .carries))
      }
      let way = compiled.dependencies.way(from: support.owner, to: why.target) ?? []
      for (lower, upper) in zip(way, way.dropFirst()) {
        let from = index(of: lower, .plain, &sketch, &place).index
        let to = index(of: upper, .plain, &sketch, &place).index
        edges.append(.init(from: from, to: to, role: .carries))
      }
    }
    sketch.setEdges(edges)
  }
}
