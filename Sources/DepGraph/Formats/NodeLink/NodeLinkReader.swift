/// Makes models of graphs in the node-link form of JSON, as NetworkX and others write it.
///
/// An object with `nodes` (each with an `id` of any type) and `edges` or `links` (each with `source`
/// and `target`), `directed`, `multigraph` and `graph`.
///
/// ```swift
/// let imported = try NodeLinkReader().read(["net.json"], options: ImportOptions())
/// ```
public struct NodeLinkReader: Sendable {
  private let how: GraphImportOptions

  /// Makes a reader.
  ///
  /// - Parameter how: What is said of the meaning of nodes and edges.
  public init(_ how: GraphImportOptions = GraphImportOptions()) { self.how = how }

  /// Reads a graph.
  ///
  /// - Parameters:
  ///   - files: The path of the one file.
  ///   - options: What is said of the source as a whole.
  /// - Returns: The model, and what became of what.
  /// - Throws: ``ReadError`` where the file cannot be read or has errors.
  /// - Complexity: O(*n* log *n*) for *n* bytes.
  public func read(_ files: [String], options: ImportOptions) throws(ReadError) -> ImportedModel {
    let path = try GraphImporter.only(files)
    return try read(
      InputFile(path: path, name: path, limit: MarkupFile.greatestSize), options: options)
  }

  /// Reads a graph from bytes.
  func read(_ input: InputFile, options: ImportOptions) throws(ReadError) -> ImportedModel {
    var found: [Diagnostic] = []
    guard let text = input.text(&found) else { throw .invalid(InvalidInput(found)) }
    let texts = [input.name: text]
    let json = JSONDocument(text: text, file: input.name)
    guard let value = json.value(&found), !found.hasErrors else {
      throw .invalid(InvalidInput(found, texts: texts))
    }
    let report = ImportReport(format: "json", files: [input.name])
    let document = NodeLinkDocument(value, report)
    return try GraphImporter(how: how).model(
      of: document.graph, document.report, document.diagnostics, options: options, texts: texts)
  }
}

/// The graph that a value of JSON describes.
private struct NodeLinkDocument {
  private(set) var graph = AttributedGraph()
  private(set) var report: ImportReport
  private(set) var diagnostics: [Diagnostic] = []
  private var nodes: [String: Int] = [:]

  init(_ value: YAMLValue, _ report: ImportReport) {
    self.report = report
    guard value.mapping != nil else {
      flaw(.wrongType, "a graph is an object, not \(value.description)", value)
      return
    }
    let isDirected = flag("directed", of: value) ?? false
    _ = flag("multigraph", of: value)
    if let all = value["graph"] {
      graph.attributes = attributes(of: all, without: [])
    }
    guard let list = value["nodes"]?.list else {
      flaw(.missingKey, "a graph needs a list `nodes`", value["nodes"] ?? value)
      return
    }
    for node in list { readNode(node) }
    let known: Set = ["directed", "multigraph", "graph", "nodes", "edges", "links"]
    for pair in value.mapping ?? [] where !known.contains(pair.key) {
      self.report.note(.ignored, "`\(pair.key.prefix(60))`")
    }
    for edge in edges(of: value) { readEdge(edge, isDirected: isDirected) }
  }

  /// The edges, under the one key or the other.
  private mutating func edges(of value: YAMLValue) -> [YAMLValue] {
    var found: [YAMLValue] = []
    var isThere = false
    for key in ["edges", "links"] {
      guard let item = value[key] else { continue }
      isThere = true
      guard let list = item.list else {
        flaw(.wrongType, "`\(key)` is a list, not \(item.description)", item)
        continue
      }
      guard found.isEmpty || list.isEmpty else {
        flaw(
          .duplicateKey, "`edges` and `links` are two names of one list, and both hold edges", item)
        continue
      }
      found += list
    }
    if !isThere { flaw(.missingKey, "a graph needs a list `edges` or `links`", value) }
    return found
  }

  private mutating func readNode(_ node: YAMLValue) {
    guard node.mapping != nil else {
      return flaw(.wrongType, "a node is an object, not \(node.description)", node)
    }
    guard let id = node["id"] else { return flaw(.missingKey, "a node needs an `id`", node) }
    let name = Self.text(id)
    if nodes.updateValue(graph.nodes.count, forKey: name) != nil {
      flaw(.duplicateID, "there are two nodes `\(name.prefix(80))`", id)
    }
    graph.nodes.append(
      .init(id: name, attributes: attributes(of: node, without: ["id"]), place: node.place))
  }

  private mutating func readEdge(_ edge: YAMLValue, isDirected: Bool) {
    guard edge.mapping != nil else {
      return flaw(.wrongType, "an edge is an object, not \(edge.description)", edge)
    }
    guard let source = end("source", of: edge), let target = end("target", of: edge) else { return }
    // Our own links lead both ways in a graph of needs.
    let all = attributes(of: edge, without: ["source", "target", "key"])
    graph.edges.append(
      .init(
        source: source, target: target,
        isDirected: isDirected && all[ModelGraph.typeName] != "link", attributes: all,
        place: edge.place))
  }

  private mutating func end(_ name: String, of edge: YAMLValue) -> Int? {
    guard let value = edge[name] else {
      flaw(.missingKey, "an edge needs a `\(name)`", edge)
      return nil
    }
    let id = Self.text(value)
    if nodes[id] == nil {
      let known = nodes.count <= 10_000 ? nearestName(to: id, among: nodes.keys.sorted()) : nil
      diagnostics.append(
        Diagnostic(
          .unknownReference, "there is no node `\(id.prefix(80))`", at: value.place,
          hint: known.map { "did you mean `\($0)`?" }))
    }
    return nodes[id]
  }

  private mutating func flag(_ name: String, of value: YAMLValue) -> Bool? {
    guard let item = value[name] else { return nil }
    if case .scalar(let text, isPlain: true) = item.content, text == "true" || text == "false" {
      return text == "true"
    }
    flaw(.wrongType, "`\(name)` is true or false, not \(item.description)", item)
    return nil
  }

  private mutating func attributes(
    of value: YAMLValue, without left: Set<String>
  ) -> [AttributedGraph.Attribute] {
    guard let pairs = value.mapping else {
      flaw(.wrongType, "attributes are an object, not \(value.description)", value)
      return []
    }
    return pairs.compactMap { pair in
      guard !left.contains(pair.key), !pair.value.isNull else { return nil }
      let isPlain = if case .scalar(_, isPlain: true) = pair.value.content { true } else { false }
      let text = Self.text(pair.value)
      let kind: AttributedGraph.Attribute.Kind =
        !isPlain ? .text : text == "true" || text == "false" ? .flag : .number
      return .init(pair.key, text, kind)
    }
  }

  private mutating func flaw(_ code: DiagnosticCode, _ message: String, _ value: YAMLValue) {
    diagnostics.append(Diagnostic(code, message, at: value.place))
  }

  /// A value as one text; of a list or an object its parts, in brackets, as Python names tuples.
  private static func text(_ value: YAMLValue) -> String {
    switch value.content {
    case .scalar(let text, _): text
    case .list(let items): "(" + items.map(text).joined(separator: ", ") + ")"
    case .mapping(let pairs):
      "{" + pairs.map { "\($0.key): \(text($0.value))" }.joined(separator: ", ") + "}"
    }
  }
}
