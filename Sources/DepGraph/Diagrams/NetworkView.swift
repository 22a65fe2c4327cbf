/// A network: what it hangs together by, what its links share, and into which parts a failure
/// splits it.
public struct NetworkView: Sendable {
  /// The most shapes before ordinary nodes and links are folded.
  private static let comfortable = 26
  /// The most shapes that are folded branch by branch.
  private static let mostByBranch = 120
  /// The most shapes before what splits the network is folded too, branch by branch.
  private static let most = 32

  private let plan: NetworkPlan
  private let others: [String]
  private let compiled: CompiledModel
  private let language: Language
  private let toolVersion: String
  private let words: DiagramWords
  /// What is drawn of it; a network is neither turned nor folded on request.
  public var scope = ViewScope()

  /// Draws a network.
  ///
  /// - Parameters:
  ///   - name: The network; nil: the one that has most to lose, and the picture says that it was
  ///     chosen.
  ///   - blast: What fails; nil: nothing.
  ///   - compiled: The model.
  ///   - language: The language.
  ///   - toolVersion: The version of the program, for the source line.
  /// - Throws: `InvalidInput` with an `unknown-reference` if there is no such network, or none at all.
  /// - Complexity: O(*s*·(V + E)) for all networks of *V* nodes and *E* links with *s* nodes, links and
  ///   causes that split them.
  public init(
    of name: String?, after blast: BlastRadius? = nil, in compiled: CompiledModel,
    language: Language, toolVersion: String
  ) throws(InvalidInput) {
    let networks = compiled.networks.networks
    words = DiagramWords(language)
    if let name {
      guard let number = compiled.networks.number(of: name) else {
        let nearest = nearestName(to: name, among: networks.map(\.name))
        throw InvalidInput([
          Diagnostic(
            .unknownReference, "`\(name)` is no network of the model", id: name,
            hint: nearest.map { "did you mean `\($0)`?" } ?? Self.hint(networks.map(\.name)))
        ])
      }
      plan = NetworkPlan(networks[number], blast, compiled)
      others = []
    } else {
      let plans = networks.map { NetworkPlan($0, blast, compiled) }
      guard
        let chosen = plans.indices.min(by: { left, right in
          (plans[left].rank, left) < (plans[right].rank, right)
        })
      else {
        throw InvalidInput([
          Diagnostic(
            .unknownReference, "the model has no network: no component is a link with `ends`",
            hint: Self.hint([]))
        ])
      }
      plan = plans[chosen]
      others = networks.map(\.name).filter { $0 != networks[chosen].name }
    }
    self.compiled = compiled
    self.language = language
    self.toolVersion = toolVersion
  }

  private static func hint(_ names: [String]) -> String {
    names.isEmpty
      ? "draw the whole model with --view overview"
      : "its networks are \(names.map { "`\($0)`" }.joined(separator: ", "))"
  }

  /// The diagram.
  ///
  /// - Complexity: O(*f*·(*f* + *e*) log *e*) for *f* nodes, links and causes drawn with *e* lines.
  public var diagram: Diagram {
    var maker = NetworkSketch(plan, compiled, words)
    maker.draw()
    let text = ShapeText(words: words)
    var scope = scope
    (scope.collapse, scope.sense) = (nil, nil)
    let scoped = ScopedSketch(maker.sketch, scope, sense: .needs, compiled, words)
    let folding = folded(scoped.sketch)
    let headline = NetworkHeadline(plan, compiled, words)
    let provenance = SourceStatement(compiled, words, toolVersion: toolVersion)
    var notes = others.isEmpty ? [] : [words.otherNetworks(plan.network.name, others)]
    notes += scoped.notes
    if maker.namelessCount > 0 { notes.append(words.namelessLinks(maker.namelessCount)) }
    if folding.groupCount > 0 {
      notes.append(words.folded(folding.foldedCount, into: folding.groupCount, words.foldedNodes))
    }
    var diagram = Diagram(
      language: language, direction: .either, headline: headline.sentence,
      subtitle: headline.subtitle, banner: "",
      sourceLine: provenance.sourceLine(scenario: scenario), notes: [], legend: [], bands: [],
      shapes: [], lines: [])
    let cut = diagram.draw(folding.sketch, text, in: .column)
    diagram.areas = maker.areas.compactMap { area in
      let members = folding.sketch.figures.indices.filter {
        folding.sketch.figures[$0].band == area.band
      }
      return members.isEmpty ? nil : .init(title: area.title, shapes: members)
    }
    if cut > 0 { notes.append(words.cutNames(cut)) }
    diagram.notes = notes
    diagram.legend = Legend.network(diagram, words, ofParts: plan.asksFailure)
    diagram.banner = provenance.banner(of: diagram, result: "network")
    return diagram
  }

  private var scenario: String? {
    guard let blast = plan.blast else { return nil }
    let seeds =
      blast.question.seeds.written.isEmpty
      ? blast.failed.map(compiled.table.id(of:)) : blast.question.seeds.written
    return "\(seeds.joined(separator: ", ")) \(words.failVerb(seeds.count))"
  }

  /// Folded branch by branch, and across branches where that is not enough.
  private func folded(_ sketch: Sketch) -> Folding {
    if sketch.figures.count <= Self.mostByBranch {
      let folding = Folding(sketch, crowds: Self.crowds)
      if folding.sketch.figures.count <= Folding.mostShapes { return folding }
    }
    var joined = sketch
    for index in joined.figures.indices
    where joined.figures[index].band.hasPrefix(NetworkSketch.branch) {
      joined.figures[index].band = ""
    }
    return Folding(joined, crowds: Self.crowds)
  }

  /// Ordinary links first, then ordinary nodes, then everything.
  private static func crowds(_ sketch: Sketch) -> [Folding.Crowd] {
    let all = Array(sketch.figures.indices)
    guard all.count > comfortable else { return [] }
    let plain = all.filter { sketch.figures[$0].role == .plain }
    let crowds = [
      Folding.Crowd(figures: plain.filter { sketch.figures[$0].outline == .rounded }),
      Folding.Crowd(figures: plain),
    ]
    return all.count > most ? crowds + [.init(figures: all)] : crowds
  }
}

extension NetworkPlan {
  /// The lower, the more there is to see: parts it has fallen into, what is down, what could split
  /// it, its size.
  fileprivate var rank: [Int] {
    let cuts = splits.count + causes.count(where: \.isCut)
    return [-parts.count, -downNodes.count, -cuts, -network.nodes.count]
  }
}

private func < (left: ([Int], Int), right: ([Int], Int)) -> Bool {
  left.0 == right.0 ? left.1 < right.1 : left.0.lexicographicallyPrecedes(right.0)
}
