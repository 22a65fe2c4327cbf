/// Writes models as graphs in the node-link form of JSON, which ``NodeLinkReader`` takes back.
public struct NodeLinkWriter: Sendable {
  /// Makes a writer.
  public init() {}

  /// A model as JSON that `networkx.node_link_graph` reads.
  ///
  /// - Parameters:
  ///   - model: The model.
  ///   - remark: What is said at the top, such as how the file is marked.
  /// - Returns: The text, and what is not in it.
  /// - Complexity: O(*n*) for *n* facts.
  public func export(_ model: Model, remark: String? = nil) -> GraphExport {
    let holdable = HoldableModel(model)
    let graph = ModelGraph(holdable.model).graph
    var text = "{\n\"directed\": true,\n\"multigraph\": true,\n"
    let note = remark.map { [AttributedGraph.Attribute("remark", $0)] } ?? []
    text += "\"graph\": {" + Self.members(graph.attributes + note) + "},\n"
    text += "\"nodes\": ["
    text += graph.nodes.map { node in
      "\n{\"id\": \(Self.quoted(node.id)), " + Self.members(node.attributes) + "}"
    }.joined(separator: ",")
    text += "\n],\n\"edges\": ["
    var counts: [[Int]: Int] = [:]
    text += graph.edges.map { edge in
      let key = counts[[edge.source, edge.target], default: 0]
      counts[[edge.source, edge.target]] = key + 1
      return "\n{\"source\": \(Self.quoted(graph.nodes[edge.source].id)), "
        + "\"target\": \(Self.quoted(graph.nodes[edge.target].id)), \"key\": \(key), "
        + Self.members(edge.attributes) + "}"
    }.joined(separator: ",")
    text += "\n]\n}\n"
    return GraphExport(text: text, omissions: holdable.omissions)
  }

  private static func members(_ attributes: [AttributedGraph.Attribute]) -> String {
    attributes.map { attribute in
      let value = attribute.kind == .text ? quoted(attribute.value) : attribute.value
      return "\(quoted(attribute.name)): \(value)"
    }.joined(separator: ", ")
  }

  private static func quoted(_ value: String) -> String {
    var text = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      // The line separators end a line in scripts that a page may put the text into.
      case _ where scalar.value < 0x20 || scalar.value == 0x2028 || scalar.value == 0x2029:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
