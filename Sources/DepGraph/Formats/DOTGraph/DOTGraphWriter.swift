/// Writes models as graphs in the DOT language, with attributes that ``DOTGraphReader`` takes back.
///
/// For other programs to read and people to edit: pictures that are fit to be shown, `render` draws.
public struct DOTGraphWriter: Sendable {
  /// Makes a writer.
  public init() {}

  /// A model as DOT.
  ///
  /// - Parameters:
  ///   - model: The model.
  ///   - remark: What is said at the top, such as how the file is marked.
  /// - Returns: The text, and what is not in it.
  /// - Complexity: O(*n*) for *n* facts.
  public func export(_ model: Model, remark: String? = nil) -> GraphExport {
    let holdable = HoldableModel(model)
    let graph = ModelGraph(holdable.model).graph
    var text = ""
    if let remark {
      let line = remark.split(whereSeparator: \.isNewline).joined(separator: " ")
      text += "// \(line)\n"
    }
    text += "digraph \(Self.quoted(graph.name ?? "")) {\n"
    for attribute in graph.attributes {
      text += "  \(Self.quoted(attribute.name))=\(Self.quoted(attribute.value));\n"
    }
    for node in graph.nodes {
      let label = AttributedGraph.Attribute("label", node.attributes["name"] ?? node.id)
      text += "  \(Self.quoted(node.id)) [\(Self.list([label] + node.attributes))];\n"
    }
    for edge in graph.edges {
      let source = Self.quoted(graph.nodes[edge.source].id)
      let target = Self.quoted(graph.nodes[edge.target].id)
      let look = edge.isDirected ? [] : [AttributedGraph.Attribute("dir", "none")]
      text += "  \(source) -> \(target) [\(Self.list(look + edge.attributes))];\n"
    }
    text += "}\n"
    return GraphExport(text: text, omissions: holdable.omissions)
  }

  private static func list(_ attributes: [AttributedGraph.Attribute]) -> String {
    attributes.map { "\(quoted($0.name))=\(quoted($0.value))" }.joined(separator: ", ")
  }

  /// A text in quotes.
  ///
  /// The language keeps a doubled backslash as it is, and takes one before a quote
  /// away, so that a text without doubled ones could not end in one.
  private static func quoted(_ value: String) -> String {
    let bare = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"" + bare.replacing("\0", with: "\u{FFFD}") + "\""
  }
}
