/// How much wider than usual shapes stand apart, so that a drawing fills its place.
struct Spread: Equatable {
  /// Between shapes beside each other.
  var across = 1.0
  /// Between ranks.
  var along = 1.0
}

extension Diagram {
  /// Whether the key stands below the drawing, since bands begin at the top.
  var legendIsAtFoot: Bool { !bands.isEmpty }
}

/// Writes a diagram as DOT text of a closed profile: DepGraph chooses every attribute, and texts of
/// users stand only in labels and tooltips, escaped.
///
/// Edges have no labels and nodes no outer labels, since these are what crashes Graphviz. Nodes have
/// generated names: `n` and the index of the shape.
public struct DOTWriter: Sendable {
  private let diagram: Diagram
  private let hasFurniture: Bool
  private let spread: Spread
  private let variant: LayoutVariant
  private let direction: Diagram.Direction
  /// How lines run through the bands; nil where there are no bands.
  private let routing: BandRouting?
  private let barLength: Int

  /// The DOT text of a diagram with headline, key and source, to be drawn by `dot` itself.
  public init(_ diagram: Diagram, variant: LayoutVariant = .rich) {
    self.init(
      diagram, hasFurniture: true, spread: .init(), variant: variant,
      direction: diagram.direction == .down ? .down : .right)
  }

  /// - Parameters:
  ///   - diagram: What to write.
  ///   - hasFurniture: Whether headline, key and source stand around the drawing.
  ///   - spread: How far shapes stand apart.
  ///   - variant: What the layout must do without.
  ///   - direction: Where lines lead.
  init(
    _ diagram: Diagram, hasFurniture: Bool, spread: Spread, variant: LayoutVariant,
    direction: Diagram.Direction
  ) {
    self.diagram = diagram
    self.hasFurniture = hasFurniture
    self.spread = spread
    self.variant = variant
    self.direction = direction
    let hasBands = !diagram.bands.isEmpty && variant != .forceDirected
    routing = hasBands ? BandRouting(diagram) : nil
    barLength = BarLabel.length(in: diagram)
  }

  /// The DOT text.
  ///
  /// - Complexity: O(*s* + *l*) for *s* shapes and *l* lines.
  public var text: String {
    var lines = ["digraph \"depgraph\" {"]
    lines += header
    if hasClusters {
      lines.append("subgraph cluster_page {")
      lines.append("margin=0; penwidth=0; pencolor=\"\(Theme.paper)\"; labelloc=b; labeljust=c")
      if hasFurniture {
        let foot = DOTFurniture(diagram).foot(withLegend: diagram.legendIsAtFoot)
        lines.append("label=<\(foot)>")
      }
      lines += body
      lines.append("}")
    } else {
      lines += body
    }
    if let routing {
      lines += routing.segments.map { edge($0, routing) }
    } else {
      lines += diagram.lines.map(edge)
    }
    if variant != .forceDirected {
      lines += diagram.precedences.map { "n\($0.first) -> n\($0.second) [style=invis]" }
    }
    lines.append("}")
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: - Parts

  private var hasClusters: Bool { variant != .noClusters && variant != .forceDirected }

  private var header: [String] {
    let isDown = direction == .down
    let node = (isDown ? 0.2 : 0.18) * spread.across
    // Many rows stand closer, since they cost the size of the type.
    let isDeep = diagram.bands.reduce(0) { $0 + $1.rows.count } > 7
    let below = diagram.isDense ? 0.25 : isDeep ? 0.27 : 0.34
    let rank = (isDown ? below : 0.42) * spread.along
    var graph = [
      "charset=\"UTF-8\"", "rankdir=\(isDown ? "TB" : "LR")", "splines=true",
      "nodesep=\(DOTText.number(node))", "ranksep=\(DOTText.number(rank))",
      "bgcolor=\"\(Theme.paper)\"", "fontname=\"\(Theme.font)\"", "fontsize=12",
      "fontcolor=\"\(Theme.ink)\"", "labelloc=t", "labeljust=c",
    ]
    // Otherwise Graphviz looks once more for fewer crossings and forgets the order in rows.
    if routing != nil { graph.append("remincross=false") }
    if variant == .newRank { graph.append("newrank=true") }
    if variant == .forceDirected { graph.append("overlap=prism") }
    if hasFurniture {
      let furniture = DOTFurniture(diagram)
      let label =
        hasClusters ? furniture.top(withLegend: !diagram.legendIsAtFoot) : furniture.all()
      graph.append("label=<\(label)>")
    }
    return [
      "graph [\(graph.joined(separator: ", "))]",
      "node [shape=box, style=filled, fontname=\"\(Theme.font)\", "
        + "fontsize=\(DOTText.number(Theme.Size.shape)), margin=\"0.1,0.05\", height=0.3, width=0.9]",
      "edge [arrowsize=0.75]",
    ]
  }

  private var body: [String] {
    guard let routing else { return areas + loose.map(node) }
    return BandWriter(
      diagram: diagram, variant: variant, hasClusters: hasClusters, routing: routing
    ).lines(node)
  }

  /// The frames as clusters, with their shapes in them.
  private var areas: [String] {
    guard hasClusters else { return [] }
    return diagram.areas.enumerated().flatMap { number, area in
      let title = area.title.isEmpty ? "\"\"" : "<<B>\(DOTText.html(area.title))</B>>"
      return [
        "subgraph cluster_\(number) {",
        "label=\(title); labelloc=t; labeljust=l; margin=10; "
          + "fontsize=\(DOTText.number(Theme.Size.shape)); style=filled; "
          + "fillcolor=\"\(Theme.band)\"; pencolor=\"\(Theme.bandBorder)\"; penwidth=1",
      ] + area.shapes.map(node) + ["}"]
    }
  }

  /// The shapes that stand in no frame.
  private var loose: [Int] {
    let framed = hasClusters ? Set(diagram.areas.flatMap(\.shapes)) : []
    return diagram.shapes.indices.filter { !framed.contains($0) }
  }

  private func node(_ index: Int) -> String {
    let shape = diagram.shapes[index]
    let style = Theme.style(of: shape.role)
    var styles = ["filled"]
    if shape.outline == .rounded { styles.append("rounded") }
    if shape.outline == .cause { styles.append("diagonals") }
    if shape.isPossible || style.isDashed { styles.append("dashed") }
    var attributes = [
      "id=\"n\(index)\"", "class=\"\(shape.role.rawValue)\"", "label=<\(label(of: shape))>",
      "tooltip=\(DOTText.quoted(tip(of: shape)))", "style=\"\(styles.joined(separator: ","))\"",
      "fillcolor=\"\(style.fill)\"", "fontcolor=\"\(style.text)\"", "color=\"\(style.border)\"",
      "penwidth=\(DOTText.number(style.width + (shape.isHighlighted ? 3 : 0)))",
    ]
    if shape.isDouble { attributes.append("peripheries=2") }
    // The diagonals cut its corners; they need room beside the text.
    if shape.outline == .cause { attributes.append("margin=\"0.2,0.06\"") }
    if shape.outline == .note { attributes.append("shape=note") }
    return "n\(index) [\(attributes.joined(separator: ", "))]"
  }

  private func label(of shape: Diagram.Shape) -> String {
    if let bar = shape.bar { return BarLabel(shape, bar, length: barLength).text }
    var lines = shape.title.map { "<B>\(DOTText.html($0))</B>" }
    if let glyph = shape.glyph, !lines.isEmpty { lines[0] = "\(glyph) \(lines[0])" }
    if shape.isUnknown, !lines.isEmpty { lines[lines.count - 1] += " ?" }
    let listing = shape.listing.map(DOTText.html)
    let facts = shape.facts.map(DOTText.html)
    guard shape.isOneLine else { return (lines + listing + facts).joined(separator: "<BR/>") }
    return ([(lines + facts).joined(separator: " · ")] + listing).joined(separator: "<BR/>")
  }

  private func tip(of shape: Diagram.Shape) -> String {
    DiagramWords(diagram.language).spoken(shape)
  }

  private func edge(_ line: Diagram.Line) -> String {
    let attributes = look(of: line.role, tip: tip(of: line)) + [head(of: line.role)]
    return "n\(line.from) -> n\(line.to) [\(attributes.joined(separator: ", "))]"
  }

  /// A piece of a line; ranks go one way, so an arrow up the page is one down it with its head at
  /// the other end.
  private func edge(_ segment: BandRouting.Segment, _ routing: BandRouting) -> String {
    let tips = segment.lines.map { tip(of: diagram.lines[$0]) }
    var attributes = look(of: segment.role, tip: tips.joined(separator: "; "))
    switch segment.head {
    case .lower: attributes.append(head(of: segment.role))
    case .upper:
      attributes.append("dir=back, arrowtail=\(Theme.style(of: segment.role).head)")
    case .none: attributes.append("dir=none")
    }
    // Way points have no size: a line that stopped at their border would have a gap.
    if routing.isWayPoint(segment.lower) { attributes.append("headclip=false") }
    if routing.isWayPoint(segment.upper) { attributes.append("tailclip=false") }
    if routing.isWayPoint(segment.lower), routing.isWayPoint(segment.upper) {
      attributes.append("weight=6")
    }
    return "n\(segment.upper) -> n\(segment.lower) [\(attributes.joined(separator: ", "))]"
  }

  private func look(of role: LineRole, tip: String) -> [String] {
    let style = Theme.style(of: role)
    return [
      "class=\"\(role.rawValue)\"", "tooltip=\(DOTText.quoted(tip))", "color=\"\(style.color)\"",
      "penwidth=\(DOTText.number(style.width))", "style=\(style.stroke)",
    ]
  }

  private func head(of role: LineRole) -> String { "arrowhead=\(Theme.style(of: role).head)" }

  private func tip(of line: Diagram.Line) -> String {
    "\(diagram.shapes[line.from].name) \(DiagramWords.arrow(of: line.role)) "
      + "\(diagram.shapes[line.to].name): "
      + DiagramWords(diagram.language, isTurned: diagram.isTurned).meaning(of: line.role)
  }
}
