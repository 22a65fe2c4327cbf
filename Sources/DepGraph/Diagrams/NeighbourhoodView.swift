/// A partner's own components with what stands one step away: nothing else of the model.
public struct NeighbourhoodView: Sendable {
  private let answers: PartnerAnswers
  private let words: DiagramWords
  private let toolVersion: String

  /// Draws what a partner is told.
  ///
  /// - Parameters:
  ///   - answers: What it is told.
  ///   - language: The language.
  ///   - toolVersion: The version of the program, for the source line.
  public init(of answers: PartnerAnswers, language: Language, toolVersion: String) {
    self.answers = answers
    words = DiagramWords(language)
    self.toolVersion = toolVersion
  }

  /// The diagram.
  ///
  /// - Complexity: O(*f*·(*f* + *e*) log *e*) for *f* things and *e* needs.
  public var diagram: Diagram {
    let (sketch, others) = drawn
    let folding = Folding(sketch) { sketch in
      sketch.figures.count > Folding.mostShapes
        ? [.init(figures: Array(sketch.figures.indices))] : []
    }
    let text = ShapeText(words: words)
    var diagram = Diagram(
      language: words.language, direction: .either,
      headline: words.neighbourhood(of: answers.partner.shown(in: words.language)),
      subtitle: words.neighbourhoodSubtitle(own: answers.own.count, others: others),
      banner: words.banner(answers.basis, answers.proposal), sourceLine: sourceLine, notes: [],
      legend: [], bands: [], shapes: [], lines: [])
    let cut = diagram.draw(folding.sketch, text, in: .column)
    let inside = folding.sketch.figures.indices.filter { folding.sketch.figures[$0].band == "own" }
    if !inside.isEmpty {
      diagram.areas = [.init(title: answers.partner.shown(in: words.language), shapes: inside)]
    }
    if folding.groupCount > 0 {
      diagram.notes.append(words.folded(folding.foldedCount, into: folding.groupCount, ""))
    }
    if cut > 0 { diagram.notes.append(words.cutNames(cut)) }
    if (answers.needs + answers.users).contains(where: { $0.strength == .path }) {
      diagram.notes.append(words.pathsAsAlternatives)
    }
    if answers.leftOutKinds > 0 { diagram.notes.append(words.someLeftOut) }
    diagram.legend = Legend.neighbourhood(diagram, words)
    return diagram
  }

  /// The figures and edges, and how many things of others there are.
  private var drawn: (sketch: Sketch, others: Int) {
    var sketch = Sketch()
    var place: [String: Int] = [:]
    for own in answers.own {
      place[own.name.pseudonym] = sketch.figures.count
      var figure = figure(own.name, band: "own")
      figure.kind = own.kind
      figure.isUnknown = !own.needsAreKnown
      sketch.figures.append(figure)
    }
    var edges: [Sketch.Edge] = []
    for (isNeed, links) in [(true, answers.needs), (false, answers.users)] {
      for link in links {
        let other = link.other.pseudonym
        if place[other] == nil {
          place[other] = sketch.figures.count
          sketch.figures.append(figure(link.other, band: "other"))
        }
        guard let there = place[other] else { continue }
        let (from, to) = isNeed ? (link.own, there) : (there, link.own)
        edges.append(.init(from: from, to: to, role: Self.role(of: link)))
      }
    }
    sketch.setEdges(edges)
    return (sketch, sketch.figures.count - answers.own.count)
  }

  private func figure(_ name: PartnerAnswers.Name, band: String) -> Sketch.Figure {
    var figure = Sketch.Figure(
      ids: [name.pseudonym], names: [name.shown(in: words.language)], kind: nil)
    figure.band = band
    if band != "own" { figure.outline = .rounded }
    return figure
  }

  private static func role(of link: PartnerAnswers.Link) -> LineRole {
    if link.isUncertain { return .inferred }
    switch link.strength {
    case .requirement, .shared: return .needs
    case .alternative, .path: return .alternative
    case .soft: return .soft
    }
  }

  private var sourceLine: String {
    var parts: [String] = []
    if let name = answers.modelName { parts.append(name.text(in: words.language)) }
    if let date = answers.asOf {
      parts.append("\(words.pick("peildatum", "reference date")) \(words.date(date))")
    }
    parts.append(words.pick("uittreksel voor één partner", "extract for one partner"))
    parts.append("depgraph \(toolVersion)")
    return parts.joined(separator: " · ")
  }
}

extension DiagramWords {
  func neighbourhood(of partner: String) -> String {
    pick("Waar \(partner) direct aan vastzit", "What \(partner) is tied to directly")
  }

  func neighbourhoodSubtitle(own: Int, others: Int) -> String {
    pick(
      "\(count(own, nil)) van de partner; \(others) van anderen één stap verder, met een schuilnaam waar de naam niet gedeeld mag worden.",
      "\(count(own, nil)) of the partner; \(others) of others one step away, by a pseudonym where the name may not be shared."
    )
  }

  var pathsAsAlternatives: String {
    pick(
      "Een weg over een netwerk is getekend als alternatief: of er een tweede is, staat hier niet.",
      "A way over a network is drawn as an alternative: whether there is a second is not told here."
    )
  }

  var someLeftOut: String {
    pick(
      "Er is iets weggelaten dat deze partner niet mag zien.",
      "Something that this partner may not see was left out.")
  }

  var otherKey: String {
    pick("rond, buiten het kader: van een ander", "round, outside the frame: somebody else's")
  }
}

extension Legend {
  /// The key of a partner's neighbourhood.
  ///
  /// - Complexity: O(*s* + *l*) for *s* shapes and *l* lines.
  static func neighbourhood(_ diagram: Diagram, _ words: DiagramWords) -> [Diagram.LegendEntry] {
    var entries = [Diagram.LegendEntry(sample: .none, text: words.arrowOfOverview)]
    if diagram.shapes.contains(where: { $0.outline == .rounded }) {
      entries.append(.init(sample: .none, text: words.otherKey))
    }
    entries += lines(diagram, words.meaning)
    if diagram.shapes.contains(where: \.isUnknown) {
      entries.append(.init(sample: .none, text: "? \(words.needsMore)"))
    }
    return entries
  }
}
