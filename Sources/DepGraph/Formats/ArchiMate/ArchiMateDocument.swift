/// What an exchange file of ArchiMate says, whichever version it is written in.
struct ArchiMateDocument {
  /// Something with a name in one or more languages.
  struct Described {
    /// The texts by language tag; empty where none is given.
    var names: [(language: String, text: String)] = []
    var documentation: [(language: String, text: String)] = []
    /// The values of properties by the name of the property.
    var properties: [(name: String, value: String)] = []
  }

  /// An element.
  struct Element {
    let id: String
    /// Its type as version 3 names it.
    let type: String
    let described: Described
    let place: SourcePlace?
  }

  /// A relationship.
  struct Relationship {
    let id: String
    /// Its type as version 3 names it.
    let type: String
    let source: String
    let target: String
    /// Whether an association leads one way.
    let isDirected: Bool
    let place: SourcePlace?
  }

  private typealias Node = MarkupTree.Element

  /// What is said of the whole.
  private(set) var whole = Described()
  private(set) var elements: [Element] = []
  private(set) var relationships: [Relationship] = []
  /// The number of views, and of items in the organisation of the model.
  private(set) var viewCount = 0, organisationCount = 0
  private(set) var diagnostics: [Diagnostic] = []
  private let tree: MarkupTree
  private var definitions: [String: String] = [:]
  private var places: [Int: SourcePlace] = [:]

  /// Reads a document.
  ///
  /// - Complexity: O(*n* log *n*) for *n* elements.
  init(_ tree: MarkupTree) {
    self.tree = tree
    guard let root = tree.roots.first else { return }
    findPlaces(root)
    guard tree.tag(root) == "model" || tree.tag(root).hasSuffix(":model"),
      !tree.tag(root).hasPrefix("archimate:")
    else {
      diagnostics.append(
        Diagnostic(
          .unsupported, "`<\(tree.tag(root).prefix(40))>` is no exchange file of ArchiMate",
          at: places[root.index],
          hint: "export the model in the Open Exchange format; it begins with `<model>`"))
      return
    }
    readDefinitions(root)
    whole = described(root)
    for part in tree.children(of: root) {
      switch local(part) {
      case "elements": for element in tree.children(of: part) { readElement(element) }
      case "relationships":
        for relationship in tree.children(of: part) { readRelationship(relationship) }
      case "views": viewCount += count("view", in: part)
      case "organizations", "organization": organisationCount += count("item", in: part)
      default: continue
      }
    }
    reportNames()
  }

  private func local(_ node: Node) -> Substring {
    let tag = tree.tag(node)
    return tag.split(separator: ":").last ?? Substring(tag)
  }

  private func count(_ name: String, in part: Node) -> Int {
    tree.subtree(of: part).reduce(0) { $0 + (local($1) == name ? 1 : 0) }
  }

  /// The places of the root, the elements and the relationships, in one walk through the text.
  private mutating func findPlaces(_ root: Node) {
    let wanted =
      [root.index]
      + tree.subtree(of: root).filter { local($0) == "element" || local($0) == "relationship" }
      .map(\.index)
    guard let file = tree.documents.first?.file else { return }
    places = Dictionary(zip(wanted, file.places(ofStartTags: wanted))) { first, _ in first }
  }

  // MARK: - Parts

  private mutating func readDefinitions(_ root: Node) {
    for part in tree.children(of: root)
    where ["propertyDefinitions", "propertydefs"].contains(local(part)) {
      for definition in tree.children(of: part) {
        guard let id = tree.attribute("identifier", of: definition) else { continue }
        let name = tree.children(of: definition).first { local($0) == "name" }
        definitions[id] =
          name.flatMap { tree.text(of: $0) } ?? tree.attribute("name", of: definition) ?? id
      }
    }
  }

  private func described(_ node: Node) -> Described {
    var described = Described()
    for child in tree.children(of: node) {
      let language = tree.attribute("xml:lang", of: child) ?? ""
      let words = (tree.text(of: child) ?? "").split(whereSeparator: \.isWhitespace)
        .joined(separator: " ")
      switch local(child) {
      case "name", "label": if !words.isEmpty { described.names.append((language, words)) }
      case "documentation":
        if !words.isEmpty { described.documentation.append((language, words)) }
      case "properties": described.properties += properties(child)
      default: continue
      }
    }
    return described
  }

  private func properties(_ node: Node) -> [(name: String, value: String)] {
    tree.children(of: node).compactMap { property in
      guard
        let id = tree.attribute("propertyDefinitionRef", of: property)
          ?? tree.attribute("identifierref", of: property)
      else { return nil }
      let value = tree.children(of: property).first { local($0) == "value" }
      return (definitions[id] ?? id, value.flatMap { tree.text(of: $0) } ?? "")
    }
  }

  /// The type that `xsi:type` names, whatever the prefix.
  private func type(of node: Node) -> String? {
    tree.attributes(of: node).first { $0.name.hasSuffix(":type") }.map { attribute in
      String(attribute.value.split(separator: ":").last ?? "")
    }
  }

  private mutating func readElement(_ node: Node) {
    guard local(node) == "element" else { return }
    guard let id = required("identifier", of: node), let type = type(of: node) else {
      if type(of: node) == nil { flaw(.missingKey, "an element needs an `xsi:type`", node) }
      return
    }
    elements.append(
      Element(
        id: id, type: ArchiMateTypes.current[type] ?? type, described: described(node),
        place: places[node.index]))
  }

  private mutating func readRelationship(_ node: Node) {
    guard local(node) == "relationship" else { return }
    guard let source = required("source", of: node), let target = required("target", of: node)
    else {
      return
    }
    guard let type = type(of: node) else {
      return flaw(.missingKey, "a relationship needs an `xsi:type`", node)
    }
    let name = type.hasSuffix("Relationship") ? String(type.dropLast(12)) : type
    relationships.append(
      Relationship(
        id: tree.attribute("identifier", of: node) ?? "",
        type: ArchiMateTypes.current[name] ?? name, source: source, target: target,
        isDirected: ["true", "1"].contains(tree.attribute("isDirected", of: node) ?? ""),
        place: places[node.index]))
  }

  private mutating func required(_ name: String, of node: Node) -> String? {
    if let value = tree.attribute(name, of: node), !value.isEmpty { return value }
    flaw(.missingKey, "`<\(local(node))>` needs `\(name)`", node)
    return nil
  }

  private mutating func flaw(_ code: DiagnosticCode, _ message: String, _ node: Node) {
    diagnostics.append(Diagnostic(code, message, at: places[node.index]))
  }

  /// Reports identifiers that stand twice or stand for nothing.
  private mutating func reportNames() {
    var known: Set<String> = []
    let all =
      elements.map { ($0.id, $0.place) }
      + relationships.filter { !$0.id.isEmpty }.map { ($0.id, $0.place) }
    for (id, place) in all where !known.insert(id).inserted {
      diagnostics.append(
        Diagnostic(
          .duplicateID, "the identifier `\(id.prefix(80))` stands twice", at: place, id: id))
    }
    for relationship in relationships {
      for end in [relationship.source, relationship.target] where !known.contains(end) {
        let near = known.count <= 10_000 ? nearestName(to: end, among: known.sorted()) : nil
        diagnostics.append(
          Diagnostic(
            .unknownReference, "there is no element `\(end.prefix(80))`", at: relationship.place,
            id: relationship.id, hint: near.map { "did you mean `\($0)`?" }))
      }
    }
  }
}
