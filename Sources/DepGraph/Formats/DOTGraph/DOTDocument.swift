/// The graph that rows of DOT describe.
struct DOTDocument {
  /// The graph.
  private(set) var graph = AttributedGraph()
  /// What became of what.
  private(set) var report: ImportReport
  private let rows: GraphRows
  private var nodes: [String: Int] = [:]
  /// Whether the attributes are our own, in which a backslash stands for itself.
  private let isOwn: Bool

  /// Attributes that say how a graph is drawn, and nothing of what it means.
  private static let drawing: Set = [
    "shape", "style", "color", "fillcolor", "fontcolor", "fontname", "fontsize", "penwidth",
    "width",
    "height", "fixedsize", "margin", "pos", "rank", "rankdir", "ranksep", "nodesep", "splines",
    "overlap", "dir", "arrowhead", "arrowtail", "arrowsize", "weight", "constraint", "minlen",
    "len",
    "peripheries", "bgcolor", "labelloc", "labeljust", "size", "ratio", "dpi", "layout",
    "concentrate",
    "compound", "lhead", "ltail", "headlabel", "taillabel", "tooltip", "id", "class", "newrank",
    "ordering", "charset", "center", "pad", "sides", "regular", "image", "URL", "href", "target",
    "headport", "tailport", "xlabel", "labelfloat", "decorate", "bb", "lp", "fontpath", "mclimit",
  ]

  /// Reads rows.
  ///
  /// - Complexity: O(*n*) for *n* rows.
  init(_ rows: GraphRows, _ report: ImportReport) {
    self.rows = rows
    self.report = report
    isOwn = rows.attributes.contains { $0.name == "depgraph" }
    let name = rows.name.hasPrefix("%") ? "" : rows.name
    graph.name = name.isEmpty ? nil : name
    graph.attributes = attributes(rows.attributes, of: name, "graph")
    readClusters()
    for node in rows.nodes {
      let parent = frames[node.name]
      nodes[node.name] = graph.nodes.count
      graph.nodes.append(
        .init(
          id: node.name, attributes: attributes(node.attributes, of: node.name, "node"),
          parent: parent))
    }
    for edge in rows.edges { readEdge(edge) }
  }

  /// The innermost cluster of each node that lies in one.
  private var frames: [String: Int] = [:]

  private mutating func readClusters() {
    var numbers: [Int: Int] = [:]
    for (index, part) in rows.subgraphs.enumerated() {
      let outer = part.parent.flatMap { numbers[$0] }
      guard part.name.hasPrefix("cluster") else {
        // What lies in it lies in the cluster round it.
        numbers[index] = outer
        report.note(
          .ignored, "subgraph",
          ExchangeWords.said("geen kader; alleen opmaak", "no cluster; layout alone"))
        continue
      }
      numbers[index] = graph.nodes.count
      for member in part.members { frames[member] = graph.nodes.count }
      var frame = AttributedGraph.Node(
        id: part.name, attributes: attributes(part.attributes, of: part.name, "cluster"),
        parent: outer)
      frame.isGroup = true
      frame.isFrame = true
      graph.nodes.append(frame)
    }
  }

  private mutating func readEdge(_ edge: GraphRows.Edge) {
    guard let tail = nodes[edge.tail], let head = nodes[edge.head] else { return }
    let ports = edge.attributes.filter { $0.name == "headport" || $0.name == "tailport" }
    if !ports.isEmpty {
      report.note(
        .ignored, "port",
        ExchangeWords.said("de pijl hoort bij het knooppunt", "the arrow is the node's"),
        count: ports.count)
    }
    let direction = edge.attributes.first { $0.name == "dir" }?.value
    let all = attributes(edge.attributes, of: "", "edge")
    let isDirected =
      rows.isDirected && direction != "none" && all[ModelGraph.typeName] != "link"
    // An arrow that is drawn backwards, or at both ends.
    let isTurned = direction == "back" && isDirected
    graph.edges.append(
      .init(
        source: isTurned ? head : tail, target: isTurned ? tail : head, isDirected: isDirected,
        attributes: all))
    if direction == "both", isDirected {
      graph.edges.append(.init(source: head, target: tail, attributes: all))
    }
  }

  private mutating func attributes(
    _ attributes: [GraphRows.Attribute], of name: String, _ thing: String
  ) -> [AttributedGraph.Attribute] {
    var all: [AttributedGraph.Attribute] = []
    for attribute in attributes {
      if isOwn {
        if attribute.name != "label", attribute.name != "dir" {
          all.append(
            .init(attribute.name, attribute.value.replacing("\\\\", with: "\\")))
        }
        continue
      }
      if Self.drawing.contains(attribute.name) {
        if attribute.name != "dir", !attribute.name.hasSuffix("port") {
          report.note(
            .ignored, "drawing",
            ExchangeWords.said("opmaak van de tekening", "the look of the drawing"))
        }
        continue
      }
      guard attribute.name == "label" || attribute.name == "name" || attribute.isHTML else {
        all.append(.init(attribute.name, DOTLabel.withoutEntities(attribute.value)))
        continue
      }
      let label =
        attribute.isHTML
        ? DOTLabel.text(ofHTML: attribute.value)
        : DOTLabel.text(of: attribute.value, node: name, graph: rows.name)
      if attribute.isHTML {
        report.note(
          .mapped, "HTML label", ExchangeWords.said("de tekst alleen", "the text alone"))
      }
      if !label.isEmpty { all.append(.init(attribute.name, label)) }
    }
    return all
  }
}
