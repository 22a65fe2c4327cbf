/// Makes a model of a graph that another program wrote.
///
/// Directed edges are needs, undirected ones links of a network, whatever else is in the graph.
struct GraphMeaning {
  /// The register that ids are kept in, and the name of the format.
  let format: String
  let graph: AttributedGraph
  let options: ImportOptions
  let how: GraphImportOptions
  var model = Model()
  var report: ImportReport
  var diagnostics: [Diagnostic] = []
  var names = ImportedNames()
  /// On what the facts that the graph states rest.
  let facts: Evidence
  private let sources: [Source]
  /// The component that stands for each node; nil: the node is only a frame.
  private(set) var components: [Int?]
  /// The nodes that an edge ends at.
  private let joined: Set<Int>
  /// The values of the attribute that ids are made from.
  private var stated: Set<String> = []

  /// Reads a graph.
  ///
  /// - Complexity: O(*n* log *n*) for *n* nodes, edges and attributes.
  init(
    _ graph: AttributedGraph, _ options: ImportOptions, _ how: GraphImportOptions,
    _ report: ImportReport
  ) {
    format = report.format
    self.graph = graph
    self.options = options
    self.how = how
    self.report = report
    components = Array(repeating: nil, count: graph.nodes.count)
    let source = ImportedSource(options, report, &names)
    facts = source.evidence
    sources = source.declared.map { [$0] } ?? []
    joined = Set(graph.edges.flatMap { [$0.source, $0.target] })
    readModel()
    for node in graph.nodes.indices { readNode(node) }
    readNeeds()
    readLinks()
    model.keepExternalIDsApart()
  }

  // MARK: - The model

  private mutating func readModel() {
    let all = graph.attributes
    model.language = options.language
    model.basis = options.basis
    model.sources = sources
    let said = all.value(ofAny: ["network", "name", "label", "title"]) ?? graph.name
    model.name = text(options.name ?? said)
    if options.name == nil, said != nil {
      report.note(.mapped, "graph name", ExchangeWords.said("naam", "name"))
    }
    let remarks = all.value(ofAny: ["geolocation"]).map { "GeoLocation: \($0)" }
    model.note = text(all.value(ofAny: ["note", "comment", "description"]) ?? remarks)
    model.asOf = options.asOf ?? day(all)
    let known: Set = [
      "network", "name", "label", "title", "geolocation", "note", "comment", "description",
      "dateyear", "datemonth", "as-of",
    ]
    for attribute in all where !known.contains(attribute.name.lowercased()) {
      ignore(attribute.name, of: "graph")
    }
  }

  /// The day that a graph says it describes; of a month its first.
  private mutating func day(_ all: [AttributedGraph.Attribute]) -> CalendarDate? {
    if let day = all["as-of"].flatMap({ CalendarDate(text: $0) }) { return day }
    guard let year = all.value(ofAny: ["dateyear"]).flatMap({ Int(digits: $0) }) else { return nil }
    let month = all.value(ofAny: ["datemonth"]).flatMap { Int(digits: $0) }
    guard let day = CalendarDate(year: year, month: month ?? 1, day: 1) else { return nil }
    report.note(
      .guessed, "DateYear, DateMonth",
      ExchangeWords.said("peildatum, eerste dag", "as-of, the first day"))
    return day
  }

  // MARK: - Nodes

  private mutating func readNode(_ number: Int) {
    let node = graph.nodes[number]
    if node.isFrame || (node.isGroup && !joined.contains(number)) {
      report.note(
        .mapped, "group", ExchangeWords.said("laag van wat erin ligt", "layer of what is in it"))
      return
    }
    guard let wish = wish(of: node) else { return }
    let id = names.makeID(of: node.id, in: "node", from: wish.text)
    var component = Component(id: id)
    component.external = [ExternalID(register: format, id: wish.external)]
    component.evidence = facts
    component.kind = kind(of: node)
    let all = node.attributes
    component.name = text(name(of: all) ?? node.id)
    component.layer = all.value(ofAny: ["layer"]) ?? layer(of: node)
    component.owner = party(all.value(ofAny: ["owner"]))
    component.operator = party(all.value(ofAny: ["operator"]))
    component.note = text(all.value(ofAny: ["note", "description", "comment"]))
    component.position = position(of: node)
    readFigures(of: all, into: &component)
    readTags(of: all, into: &component)
    report.note(.mapped, "node", ExchangeWords.said("component", "component"))
    for attribute in all where !isKnown(attribute) { ignore(attribute.name, of: "node") }
    components[number] = model.components.count
    model.components.append(component)
  }

  /// What an id is made from, and the id that is kept.
  private mutating func wish(of node: AttributedGraph.Node) -> (text: String, external: String)? {
    if let attribute = how.idAttribute {
      guard let text = node.attributes[attribute], !text.isEmpty else {
        diagnostics.append(
          Diagnostic(
            .missingKey, "the node `\(node.id.prefix(80))` has no attribute `\(attribute)`",
            at: node.place, id: node.id,
            hint: nearestName(to: attribute, among: node.attributes.map(\.name)).map {
              "did you mean `\($0)`?"
            }))
        return nil
      }
      guard stated.insert(text).inserted else {
        diagnostics.append(
          Diagnostic(
            .duplicateID, "two nodes have the `\(attribute)` `\(text.prefix(80))`",
            at: node.place, id: node.id))
        return nil
      }
      return (text, text)
    }
    // A number says nothing to people; the name does.
    let isNumber = node.id.utf8.allSatisfy { "n:0123456789".utf8.contains($0) }
    return ((isNumber ? name(of: node.attributes) : nil) ?? node.id, node.id)
  }

  private func name(of all: [AttributedGraph.Attribute]) -> String? {
    if let attribute = how.nameAttribute { return all[attribute] }
    return all.value(ofAny: ["name", "label", "title"]).map { name in
      name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
  }

  private mutating func kind(of node: AttributedGraph.Node) -> ComponentKind {
    let word = node.attributes.value(ofAny: ["kind", "type"])
    if let kind = word.flatMap({ ComponentKind(rawValue: $0.lowercased()) }) { return kind }
    if let word {
      report.note(
        .ignored, "type `\(word.prefix(40))`",
        ExchangeWords.said("geen soort van dit model", "no kind of this model"))
    }
    return how.kind ?? (hasOnlyLinks ? .networkElement : .service)
  }

  private var hasOnlyLinks: Bool {
    !graph.edges.isEmpty && graph.edges.allSatisfy { !$0.isDirected }
  }

  /// The name of the outermost group that a node lies in.
  private func layer(of node: AttributedGraph.Node) -> String? {
    var outer = node.parent
    // Groups come before what lies in them, so that the way out ends.
    while let here = outer, let next = graph.nodes[here].parent, next < here { outer = next }
    return outer.map { name(of: graph.nodes[$0].attributes) ?? graph.nodes[$0].id }
  }

  private mutating func position(of node: AttributedGraph.Node) -> Position? {
    let latitude = node.attributes.value(ofAny: ["latitude", "lat"])
    let longitude = node.attributes.value(ofAny: ["longitude", "lon", "lng", "long"])
    guard latitude != nil || longitude != nil else { return nil }
    guard let north = latitude.flatMap({ Double(decimal: $0) }),
      let east = longitude.flatMap({ Double(decimal: $0) }),
      let position = Position(latitude: north, longitude: east)
    else {
      report.note(
        .ignored, "position",
        ExchangeWords.said("geen plaats op aarde", "no place on earth"))
      return nil
    }
    report.note(.mapped, "position", ExchangeWords.said("positie", "position"))
    return position
  }

  private mutating func readFigures(
    of all: [AttributedGraph.Attribute], into component: inout Component
  ) {
    for name in Self.figures {
      guard let text = all[name], let field = ComponentField.byName[name] else { continue }
      if field.take(&component, text) {
        report.note(.mapped, "node attribute `\(name)`")
      } else {
        report.note(
          .ignored, "node attribute `\(name)`",
          ExchangeWords.said("de waarde is niet te lezen", "the value cannot be read"))
      }
    }
  }

  private mutating func readTags(
    of all: [AttributedGraph.Attribute], into component: inout Component
  ) {
    if let text = all["tags"] { component.tags = ExactText.list(text) }
    // The Topology Zoo marks nodes of other networks so.
    if all["Internal"] == "0" {
      component.tags.append("external")
      report.note(.mapped, "Internal = 0", ExchangeWords.said("label `external`", "tag `external`"))
    }
  }

  private static let figures = [
    "availability", "mtbf", "mttr", "repair", "restart", "rto", "wrt", "mtpd", "rpo",
  ]
  private static let known: Set = [
    "name", "label", "title", "kind", "type", "layer", "owner", "operator", "note", "description",
    "comment", "latitude", "lat", "longitude", "lon", "lng", "long", "tags", "internal",
  ]

  private func isKnown(_ attribute: AttributedGraph.Attribute) -> Bool {
    Self.known.contains(attribute.name.lowercased()) || Self.figures.contains(attribute.name)
      || attribute.name == how.idAttribute || attribute.name == how.nameAttribute
  }

  // MARK: - Common to nodes and edges

  /// The id of the party of a name.
  private mutating func party(_ name: String?) -> String? {
    guard let name else { return nil }
    if let known = names.id(of: name, in: "party") { return known }
    let id = names.makeID(of: name, in: "party")
    var party = Party(id: id)
    party.name = text(name)
    party.evidence = facts
    model.parties.append(party)
    report.note(.mapped, "owner, operator", ExchangeWords.said("partij", "party"))
    return id
  }

  func text(_ text: String?) -> LocalizedText? {
    guard let text, !text.allSatisfy(\.isWhitespace) else { return nil }
    return LocalizedText(text, in: options.language)
  }

  mutating func ignore(_ name: String, of thing: String) {
    report.note(.ignored, "\(thing) attribute `\(name.prefix(60))`")
  }

  /// Changes the component of a node.
  mutating func change(_ node: Int, _ change: (inout Component) -> Void) {
    guard let place = components[node] else { return }
    change(&model.components[place])
  }

  /// The id of the component of a node.
  func id(_ node: Int) -> String? { components[node].map { model.components[$0].id } }
}
