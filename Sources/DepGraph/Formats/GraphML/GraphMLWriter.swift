/// Writes models as graphs in GraphML, with attributes of our own that ``GraphMLReader`` takes back.
public struct GraphMLWriter: Sendable {
  /// Makes a writer.
  public init() {}

  /// A model as GraphML.
  ///
  /// - Parameters:
  ///   - model: The model.
  ///   - remark: What is said at the top, such as how the file is marked.
  /// - Returns: The text, and what is not in it.
  /// - Complexity: O(*n* log *n*) for *n* facts.
  public func export(_ model: Model, remark: String? = nil) -> GraphExport {
    let holdable = HoldableModel(model)
    var page = GraphMLPage(ModelGraph(holdable.model).graph)
    page.write(remark: remark)
    return GraphExport(text: page.text, omissions: holdable.omissions)
  }
}

/// The text while it is written.
private struct GraphMLPage {
  private let graph: AttributedGraph
  private(set) var text = ""
  private var keys: [String: [String: String]] = [:]

  init(_ graph: AttributedGraph) { self.graph = graph }

  mutating func write(remark: String?) {
    text += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    if let remark {
      // Two dashes would end the comment.
      let safe = remark.split(separator: "-", omittingEmptySubsequences: true)
        .joined(separator: "-")
      text += "<!-- \(Self.escaped(safe)) -->\n"
    }
    text += "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
    declare("graph", graph.attributes)
    for node in graph.nodes { declare("node", node.attributes) }
    for edge in graph.edges { declare("edge", edge.attributes) }
    text += "  <graph edgedefault=\"directed\">\n"
    for attribute in graph.attributes { data(attribute, "graph", indent: "    ") }
    for node in graph.nodes {
      text += "    <node id=\"\(Self.escaped(node.id))\">\n"
      for attribute in node.attributes { data(attribute, "node", indent: "      ") }
      text += "    </node>\n"
    }
    for edge in graph.edges {
      let source = Self.escaped(graph.nodes[edge.source].id)
      let target = Self.escaped(graph.nodes[edge.target].id)
      let sense = edge.isDirected ? "" : " directed=\"false\""
      text += "    <edge source=\"\(source)\" target=\"\(target)\"\(sense)>\n"
      for attribute in edge.attributes { data(attribute, "edge", indent: "      ") }
      text += "    </edge>\n"
    }
    text += "  </graph>\n</graphml>\n"
  }

  private mutating func declare(_ domain: String, _ attributes: [AttributedGraph.Attribute]) {
    for attribute in attributes where keys[domain]?[attribute.name] == nil {
      let id = "\(domain.prefix(1))\(keys[domain, default: [:]].count)"
      keys[domain, default: [:]][attribute.name] = id
      let type =
        switch attribute.kind {
        case .text: "string"
        case .number: "double"
        case .flag: "boolean"
        }
      text +=
        "  <key id=\"\(id)\" for=\"\(domain)\" attr.name=\"\(Self.escaped(attribute.name))\""
        + " attr.type=\"\(type)\"/>\n"
    }
  }

  private mutating func data(
    _ attribute: AttributedGraph.Attribute, _ domain: String, indent: String
  ) {
    let key = keys[domain]?[attribute.name] ?? ""
    text += "\(indent)<data key=\"\(key)\">\(Self.escaped(attribute.value))</data>\n"
  }

  /// A text with nothing in it that XML would read as something else.
  private static func escaped(_ value: String) -> String {
    var text = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "\r": text += "&#13;"
      case "\n", "\t": text.unicodeScalars.append(scalar)
      // Characters that XML cannot hold.
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF:
        text += "\u{FFFD}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
