/// The graph that elements of GraphML describe.
struct GraphMLDocument {
  private typealias Element = MarkupTree.Element

  /// A declared kind of attribute.
  private struct Key {
    /// Its name; nil: it has none, and holds a drawing as a rule.
    let name: String?
    let domain: String
    let type: AttributedGraph.Attribute.Kind
    let standard: String?
  }

  /// The graph.
  private(set) var graph = AttributedGraph()
  /// What became of what.
  private(set) var report: ImportReport
  /// What is wrong with the document.
  private(set) var diagnostics: [Diagnostic] = []
  private let tree: MarkupTree
  private var keys: [String: Key] = [:]
  private var keyOrder: [String] = []
  private var nodes: [String: Int] = [:]
  private var edges: [(element: Element, isDirected: Bool)] = []
  /// For each node and edge, the element that it comes from.
  private var origins: [(element: Int, isNode: Bool, number: Int)] = []
  private var flaws: [(code: DiagnosticCode, message: String, element: Element, hint: String?)] = []

  /// Reads a document.
  ///
  /// - Complexity: O(*n* log *n*) for *n* elements.
  init(_ tree: MarkupTree, _ report: ImportReport) {
    self.tree = tree
    self.report = report
    guard let root = tree.roots.first else { return }
    guard local(root) == "graphml" else {
      flaws.append(
        (
          .unsupported, "`<\(tree.tag(root).prefix(40))>` is no graph", root,
          "a graph begins with `<graphml>`"
        ))
      place()
      return
    }
    for child in tree.children(of: root) where local(child) == "key" { readKey(child) }
    var graphCount = 0
    for child in tree.children(of: root) where local(child) == "graph" {
      graphCount += 1
      if graphCount == 1 {
        graph.attributes = attributes(of: child, "graph")
        graph.name = graph.attributes.isEmpty ? nil : tree.attribute("id", of: child)
      }
      readGraph(child, parent: nil)
    }
    if graphCount == 0 {
      flaws.append((.missingKey, "the document holds no `<graph>`", root, nil))
    }
    for edge in edges { readEdge(edge.element, isDirected: edge.isDirected) }
    place()
  }

  private func local(_ element: Element) -> Substring {
    let tag = tree.tag(element)
    return tag.split(separator: ":").last ?? Substring(tag)
  }

  // MARK: - Keys and data

  private mutating func readKey(_ element: Element) {
    guard let id = tree.attribute("id", of: element) else {
      flaws.append((.missingKey, "a `<key>` needs an `id`", element, nil))
      return
    }
    guard keys[id] == nil else {
      flaws.append((.duplicateID, "there are two keys `\(id.prefix(80))`", element, nil))
      return
    }
    let type: AttributedGraph.Attribute.Kind =
      switch tree.attribute("attr.type", of: element) {
      case "int", "long", "float", "double": .number
      case "boolean": .flag
      default: .text
      }
    let standard = tree.children(of: element).first { local($0) == "default" }
    keys[id] = Key(
      name: tree.attribute("attr.name", of: element)
        ?? (tree.attribute("yfiles.type", of: element) == nil ? id : nil),
      domain: tree.attribute("for", of: element) ?? "all", type: type,
      standard: standard.flatMap { tree.text(of: $0) })
    keyOrder.append(id)
  }

  /// The attributes of an element, those that it leaves to their defaults last.
  private mutating func attributes(
    of element: Element, _ domain: String
  ) -> [AttributedGraph.Attribute] {
    var all: [AttributedGraph.Attribute] = []
    var given: Set<String> = []
    var names: Set<String> = []
    for data in tree.children(of: element) where local(data) == "data" {
      guard let id = tree.attribute("key", of: data), let key = keys[id] else {
        let name = tree.attribute("key", of: data) ?? ""
        flaws.append(
          (
            .unknownReference, "there is no key `\(name.prefix(80))`", data,
            nearestName(to: name, among: keyOrder).map { "did you mean `\($0)`?" }
          ))
        continue
      }
      given.insert(id)
      guard let name = key.name else {
        all += drawn(in: data, names: &names)
        continue
      }
      guard let text = tree.text(of: data) else { continue }
      // The Topology Zoo declares a name twice; the first is the node's own.
      guard names.insert(name).inserted else {
        report.note(
          .ignored, "\(domain) attribute `\(name.prefix(60))`",
          ExchangeWords.said("staat er tweemaal", "stands twice"))
        continue
      }
      all.append(.init(name, text, key.type))
    }
    for id in keyOrder where !given.contains(id) {
      guard let key = keys[id], let text = key.standard, let name = key.name,
        key.domain == domain || key.domain == "all", names.insert(name).inserted
      else { continue }
      all.append(.init(name, text, key.type))
    }
    return all
  }

  /// The label in a drawing of yEd.
  private mutating func drawn(
    in data: Element, names: inout Set<String>
  ) -> [AttributedGraph.Attribute] {
    var label: String?
    for element in tree.subtree(of: data) {
      switch local(element) {
      case "NodeLabel", "EdgeLabel": label = label ?? tree.text(of: element)
      case "Geometry":
        report.note(
          .ignored, "Geometry",
          ExchangeWords.said(
            "een plaats op papier, niet op aarde", "a place on paper, not on earth"))
      default: continue
      }
    }
    guard let label, names.insert("label").inserted else { return [] }
    let words = label.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return [.init("label", words)]
  }

  // MARK: - Graphs, nodes and edges

  private mutating func readGraph(_ element: Element, parent: Int?) {
    let standard = tree.attribute("edgedefault", of: element)
    if standard != nil, standard != "directed", standard != "undirected" {
      flaws.append(
        (
          .unknownValue, "`edgedefault` is `\((standard ?? "").prefix(40))`", element,
          "write `directed` or `undirected`"
        ))
    }
    for child in tree.children(of: element) {
      switch local(child) {
      case "node": readNode(child, parent: parent)
      case "edge": edges.append((child, standard != "undirected"))
      case "hyperedge":
        report.note(
          .ignored, "hyperedge",
          ExchangeWords.said("verbindt meer dan twee", "joins more than two"))
      case "data", "desc": continue
      default: report.note(.ignored, "`<\(tree.tag(child).prefix(40))>`")
      }
    }
  }

  private mutating func readNode(_ element: Element, parent: Int?) {
    guard let id = tree.attribute("id", of: element), !id.isEmpty else {
      flaws.append((.missingKey, "a `<node>` needs an `id`", element, nil))
      return
    }
    let number = graph.nodes.count
    if nodes.updateValue(number, forKey: id) != nil {
      flaws.append((.duplicateID, "there are two nodes `\(id.prefix(80))`", element, nil))
    }
    graph.nodes.append(
      .init(id: id, attributes: attributes(of: element, "node"), parent: parent))
    origins.append((element.index, true, number))
    for child in tree.children(of: element) {
      switch local(child) {
      case "graph":
        graph.nodes[number].isGroup = true
        readGraph(child, parent: number)
      case "port":
        report.note(
          .ignored, "port",
          ExchangeWords.said("de verbinding hoort bij het knooppunt", "the edge is the node's"))
      default: continue
      }
    }
  }

  private mutating func readEdge(_ element: Element, isDirected: Bool) {
    guard let source = end("source", of: element), let target = end("target", of: element) else {
      return
    }
    let directed: Bool
    switch tree.attribute("directed", of: element) {
    case nil: directed = isDirected
    case "true", "1": directed = true
    case "false", "0": directed = false
    case let other?:
      flaws.append(
        (.badValue, "`\(other.prefix(40))` is no truth value", element, "write `true` or `false`"))
      return
    }
    origins.append((element.index, false, graph.edges.count))
    graph.edges.append(
      .init(
        source: source, target: target, isDirected: directed,
        id: tree.attribute("id", of: element), attributes: attributes(of: element, "edge")))
  }

  private mutating func end(_ name: String, of element: Element) -> Int? {
    guard let id = tree.attribute(name, of: element) else {
      flaws.append((.missingKey, "an `<edge>` needs a `\(name)`", element, nil))
      return nil
    }
    guard let node = nodes[id] else {
      let known = nodes.count <= 10_000 ? nearestName(to: id, among: nodes.keys.sorted()) : nil
      flaws.append(
        (
          .unknownReference, "there is no node `\(id.prefix(80))`", element,
          known.map { "did you mean `\($0)`?" }
        ))
      return nil
    }
    return node
  }

  // MARK: - Places

  /// Gives nodes, edges and what is wrong their places, in one walk through the text.
  private mutating func place() {
    guard let file = tree.documents.first?.file else { return }
    let wanted = Set(origins.map(\.element) + flaws.map(\.element.index)).sorted()
    let found = Dictionary(
      uniqueKeysWithValues: zip(wanted, file.places(ofStartTags: wanted)))
    for origin in origins {
      if origin.isNode {
        graph.nodes[origin.number].place = found[origin.element]
      } else {
        graph.edges[origin.number].place = found[origin.element]
      }
    }
    diagnostics += flaws.map {
      Diagnostic($0.code, $0.message, at: found[$0.element.index], hint: $0.hint)
    }
  }
}
