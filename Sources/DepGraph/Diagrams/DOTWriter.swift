/// Writes a diagram as DOT text of a closed profile: DepGraph chooses every attribute, and texts of
/// users stand only in labels and tooltips, escaped.
///
/// Edges have no labels and nodes no outer labels, since these are what crashes Graphviz. Nodes have
/// generated names: `n` and the index of the shape.
public struct DOTWriter: Sendable {
  private let diagram: Diagram
  private let frame: PageFrame?
  private let variant: LayoutVariant
  private let direction: Diagram.Direction

  /// The DOT text of a diagram on a slide that nobody measured.
  public init(_ diagram: Diagram, variant: LayoutVariant = .rich) {
    self.init(
      diagram, frame: .nominal, variant: variant,
      direction: diagram.direction == .down ? .down : .right)
  }

  /// - Parameters:
  ///   - diagram: What to write.
  ///   - frame: The page around it; nil: the drawing alone, to measure it.
  ///   - variant: What the layout must do without.
  ///   - direction: Where lines lead.
  init(
    _ diagram: Diagram, frame: PageFrame?, variant: LayoutVariant, direction: Diagram.Direction
  ) {
    self.diagram = diagram
    self.frame = frame
    self.variant = variant
    self.direction = direction
  }

  /// The DOT text.
  ///
  /// - Complexity: O(*s* + *l*) for *s* shapes and *l* lines.
  public var text: String {
    var lines = ["digraph \"depgraph\" {"]
    lines += header
    if hasClusters {
      lines.append("subgraph cluster_page {")
      lines.append("margin=0; penwidth=0; pencolor=\"\(Theme.paper)\"; labelloc=b; labeljust=l")
      if let frame {
        let foot = PageFurniture(diagram, frame).foot(withLegend: legendIsAtFoot)
        lines.append("label=<\(foot)>")
      }
      lines += body
      lines.append("}")
    } else {
      lines += body
    }
    lines += diagram.lines.map(edge)
    lines.append("}")
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: - Parts

  private var hasClusters: Bool { variant != .noClusters && variant != .forceDirected }
  private var hasRanks: Bool { variant == .rich || variant == .newRank }
  private var legendIsAtFoot: Bool { !diagram.bands.isEmpty }

  private var header: [String] {
    let spread = frame?.spread ?? .init()
    let isDown = direction == .down
    let node = (isDown ? 0.22 : 0.2) * spread.across
    let rank = (isDown ? 0.36 : 0.6) * spread.along
    var graph = [
      "charset=\"UTF-8\"", "rankdir=\(isDown ? "TB" : "LR")", "splines=true",
      "nodesep=\(DOTText.number(node))", "ranksep=\(DOTText.number(rank))",
      "bgcolor=\"\(Theme.paper)\"", "fontname=\"\(Theme.font)\"", "fontsize=12",
      "fontcolor=\"\(Theme.ink)\"", "labelloc=t", "labeljust=l",
    ]
    if variant == .newRank { graph.append("newrank=true") }
    if variant == .forceDirected { graph.append("overlap=prism") }
    if let frame {
      let furniture = PageFurniture(diagram, frame)
      let label = hasClusters ? furniture.top(withLegend: !legendIsAtFoot) : furniture.all()
      graph.append("label=<\(label)>")
    }
    return [
      "graph [\(graph.joined(separator: ", "))]",
      "node [shape=box, style=filled, fontname=\"\(Theme.font)\", "
        + "fontsize=\(DOTText.number(Theme.Size.shape)), margin=\"0.11,0.05\", height=0.3, width=0.9]",
      "edge [arrowsize=0.75]",
    ]
  }

  private var body: [String] {
    guard !diagram.bands.isEmpty, variant != .forceDirected else {
      return diagram.shapes.indices.map(node)
    }
    return BandWriter(diagram: diagram, variant: variant, hasClusters: hasClusters).lines(node)
  }

  private func node(_ index: Int) -> String {
    let shape = diagram.shapes[index]
    let style = Theme.style(of: shape.role)
    var styles = ["filled"]
    if shape.outline == .rounded { styles.append("rounded") }
    if shape.isPossible || style.isDashed { styles.append("dashed") }
    var attributes = [
      "id=\"n\(index)\"", "class=\"\(shape.role.rawValue)\"", "label=<\(label(of: shape))>",
      "tooltip=\(DOTText.quoted(tip(of: shape)))", "style=\"\(styles.joined(separator: ","))\"",
      "fillcolor=\"\(style.fill)\"", "fontcolor=\"\(style.text)\"", "color=\"\(style.border)\"",
      "penwidth=\(DOTText.number(style.width))",
    ]
    if shape.outline == .sharedCause { attributes.append("shape=octagon") }
    if shape.isDouble { attributes.append("peripheries=2") }
    return "n\(index) [\(attributes.joined(separator: ", "))]"
  }

  private func label(of shape: Diagram.Shape) -> String {
    var lines = shape.title.map { "<B>\(DOTText.html($0))</B>" }
    if let glyph = shape.glyph, !lines.isEmpty { lines[0] = "\(glyph) \(lines[0])" }
    lines += shape.facts.map { fact in
      "<FONT POINT-SIZE=\"\(DOTText.number(Theme.Size.shape - 1))\">\(DOTText.html(fact))</FONT>"
    }
    return lines.joined(separator: "<BR/>")
  }

  private func tip(of shape: Diagram.Shape) -> String {
    DiagramWords(diagram.language).spoken(shape)
  }

  private func edge(_ line: Diagram.Line) -> String {
    let style = Theme.style(of: line.role)
    let isUpward = rank(line.from) > rank(line.to)
    let tip =
      "\(diagram.shapes[line.from].name) → \(diagram.shapes[line.to].name): "
      + DiagramWords(diagram.language).meaning(of: line.role)
    var attributes = [
      "class=\"\(line.role.rawValue)\"", "tooltip=\(DOTText.quoted(tip))",
      "color=\"\(style.color)\"", "penwidth=\(DOTText.number(style.width))",
      "style=\(style.stroke)",
    ]
    // Ranks go one way, so an arrow up a page is one down it with its head at the other end.
    attributes.append(
      isUpward ? "dir=back, arrowtail=\(style.head)" : "arrowhead=\(style.head)")
    let (tail, head) = isUpward ? (line.to, line.from) : (line.from, line.to)
    return "n\(tail) -> n\(head) [\(attributes.joined(separator: ", "))]"
  }

  /// The row of a shape, counted over all bands; 0 where there are no bands.
  private func rank(_ index: Int) -> Int {
    var rank = 0
    for row in diagram.bands.flatMap(\.rows) {
      if row.contains(index) { return rank }
      rank += 1
    }
    return 0
  }
}
