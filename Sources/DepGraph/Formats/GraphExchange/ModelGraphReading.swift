/// Takes back a model from a graph with the attributes of our own, as `ModelGraph` writes them.
///
/// Here a value without a meaning is a mistake: whoever edited the file wants to know.
struct ModelGraphReading {
  /// The model.
  private(set) var model = Model()
  /// What became of what.
  private(set) var report: ImportReport
  /// What is wrong with the graph.
  private(set) var diagnostics: [Diagnostic] = []
  private let graph: AttributedGraph
  /// For each node, the edges that leave it, in order.
  private let outgoing: [[Int]]
  private var links: [(place: Int, link: Component)] = []
  /// The groups that something needs: each belongs to one.
  private var used: Set<Int> = []

  /// Reads a graph.
  ///
  /// - Complexity: O(*n* log *n*) for *n* nodes, edges and attributes.
  init(_ graph: AttributedGraph, _ options: ImportOptions, _ report: ImportReport) {
    self.graph = graph
    self.report = report
    var outgoing = Array(repeating: [Int](), count: graph.nodes.count)
    for (number, edge) in graph.edges.enumerated() { outgoing[edge.source].append(number) }
    self.outgoing = outgoing
    readModel(options)
    for node in graph.nodes.indices { readNode(node) }
    for edge in graph.edges where edge.attributes[ModelGraph.typeName] == "link" { readLink(edge) }
    insertLinks()
  }

  // MARK: - The model

  private mutating func readModel(_ options: ImportOptions) {
    let all = graph.attributes
    if all["depgraph"] != ModelGraph.version {
      report(
        .wrongVersion, "the graph has attributes of another version", at: nil,
        id: "depgraph")
    }
    model.language = all["language"].flatMap(Language.init(rawValue:)) ?? options.language
    model.basis = all["basis"].flatMap(Basis.init(rawValue:)) ?? options.basis
    model.name =
      options.name.map { LocalizedText($0, in: model.language) } ?? text("name", of: all)
    model.asOf = options.asOf ?? all["as-of"].flatMap { CalendarDate(text: $0) }
    model.note = text("note", of: all)
    model.marking = marking(of: all) ?? Marking()
    for floor in ProposedMarking.Floor.allCases {
      if let marking = marking(of: all, "floor.\(floor.rawValue)") {
        model.markingFloors[floor.rawValue] = marking
      }
    }
  }

  private mutating func readNode(_ number: Int) {
    let node = graph.nodes[number]
    let type = node.attributes[ModelGraph.typeName] ?? ""
    if ["component", "source", "party"].contains(type) { judge(node.id, at: node.place) }
    switch type {
    case "component": readComponent(number)
    case "source": readSource(node)
    case "party": readParty(node)
    case "cause": readCause(node)
    case "all", "any", "at-least", "share", "path", "unknown": break
    case let other:
      report(
        .unknownValue, "the node `\(node.id.prefix(80))` has the type `\(other.prefix(40))`",
        at: node.place, id: node.id)
    }
  }

  private mutating func judge(_ id: String, at place: SourcePlace?) {
    guard !IdentifierSyntax.isIdentifier(id) else { return }
    report(
      .badID, "`\(id.prefix(80))` is no id of a model", at: place, id: id)
  }

  private mutating func readSource(_ node: AttributedGraph.Node) {
    var source = Source(id: node.id)
    source.title = text("name", of: node.attributes)
    source.reference = node.attributes["reference"]
    source.date = node.attributes["date"].flatMap { CalendarDate(text: $0) }
    source.url = node.attributes["url"]
    source.note = text("note", of: node.attributes)
    source.marking = marking(of: node.attributes)
    model.sources.append(source)
    report.note(.mapped, "source")
  }

  private mutating func readParty(_ node: AttributedGraph.Node) {
    var party = Party(id: node.id)
    party.name = text("name", of: node.attributes)
    party.roles = node.attributes["roles"].map { ExactText.list($0) } ?? []
    party.parent = node.attributes["parent"]
    party.evidence = evidence(of: node.attributes, within: Evidence(model.basis), at: node.place)
    party.note = text("note", of: node.attributes)
    party.marking = marking(of: node.attributes)
    model.parties.append(party)
    report.note(.mapped, "party")
  }

  private mutating func readCause(_ node: AttributedGraph.Node) {
    let all = node.attributes
    guard all["declared"].flatMap(ExactText.flag) == true else { return }
    var cause = CommonCause(id: node.id)
    cause.name = text("name", of: all)
    cause.dependability.availability = all["availability"].flatMap { ExactText.ratio($0) }
    cause.dependability.meanTimeBetweenFailures = all["mtbf"].flatMap { TimeSpan(text: $0) }
    cause.dependability.meanTimeToRepair = all["mttr"].flatMap { TimeSpan(text: $0) }
    if let factor = all["beta"].flatMap({ Double(decimal: $0) }) {
      cause.group = BetaFactorGroup(
        factor: factor, members: all["members"].map { ExactText.list($0) } ?? [])
    }
    cause.productOf = all["product-of"]
    cause.evidence = evidence(of: all, within: Evidence(model.basis), at: node.place)
    cause.note = text("note", of: all)
    cause.marking = marking(of: all)
    model.commonCauses.append(cause)
    report.note(.mapped, "cause")
  }

  // MARK: - Components

  private mutating func readComponent(_ number: Int) {
    let node = graph.nodes[number]
    var component = described(node.id, node.attributes, at: node.place)
    let outer = component.evidence
    component.statesRequires = node.attributes["requires"] == "none"
    for (relation, path) in Self.formulas {
      let members = members(relation, of: number, within: outer, depth: 0)
      component[keyPath: path] = whole(members, relation, of: number)
      if relation == "requires", !members.isEmpty { component.statesRequires = true }
    }
    for edge in outgoing[number].map({ graph.edges[$0] }) {
      let target = graph.nodes[edge.target].id
      switch edge.attributes[ModelGraph.typeName] {
      case "degrades-without": component.degradesWithout.append(reference(edge, outer))
      case "independent-of": component.independentOf.append(reference(edge, outer))
      case "shares": share(edge, in: &component)
      case "end": component.ends.append(target)
      case "requires", "starts-with", "repair-needs", "link": continue
      case let other:
        report(
          .unknownValue, "an edge of `\(node.id.prefix(80))` has the type `\(other ?? "")`",
          at: edge.place, id: node.id)
        continue
      }
      report.note(.mapped, edge.attributes[ModelGraph.typeName] ?? "")
    }
    model.components.append(component)
  }

  private static let formulas: [(String, any WritableKeyPath<Component, Requirement> & Sendable)] =
    [
      ("requires", \.requires), ("starts-with", \.startsWith), ("repair-needs", \.repairNeeds),
    ]

  /// A component without its edges.
  private mutating func described(
    _ id: String, _ all: [AttributedGraph.Attribute], at place: SourcePlace?
  ) -> Component {
    var component = Component(id: id)
    component.name = text("name", of: all)
    component.evidence = evidence(of: all, within: Evidence(model.basis), at: place)
    component.marking = marking(of: all)
    component.note = text("note", of: all)
    if let network = all["network"] { component.network = network }
    for attribute in all {
      guard let field = ComponentField.byName[attribute.name] else { continue }
      if !field.take(&component, attribute.value) {
        report(
          .badValue, "`\(attribute.value.prefix(40))` is no value of `\(attribute.name)`",
          at: place, id: id)
      }
    }
    if (all["lat"] == nil) != (all["lon"] == nil) {
      report(.missingKey, "a position needs `lat` and `lon`", at: place, id: id)
    }
    report.note(.mapped, component.kind.rawValue)
    return component
  }

  private mutating func readLink(_ edge: AttributedGraph.Edge) {
    guard let id = edge.attributes["id"],
      let place = edge.attributes["order"].flatMap({ Int(digits: $0) })
    else {
      report(.missingKey, "a link needs `id` and `order`", at: edge.place)
      return
    }
    judge(id, at: edge.place)
    var link = described(id, edge.attributes, at: edge.place)
    link.statesRequires = edge.attributes["requires"] == "none"
    link.ends = [graph.nodes[edge.source].id, graph.nodes[edge.target].id]
    links.append((place, link))
  }

  /// Puts each link where it stood among the components.
  private mutating func insertLinks() {
    var rest = model.components[...]
    var all: [Component] = []
    for (place, link) in links.sorted(by: { ($0.place, $0.link.id) < ($1.place, $1.link.id) }) {
      while all.count < place, let next = rest.popFirst() { all.append(next) }
      all.append(link)
    }
    model.components = all + rest
  }

  private mutating func share(_ edge: AttributedGraph.Edge, in component: inout Component) {
    let id = graph.nodes[edge.target].id
    guard let colon = id.firstIndex(of: ":") else {
      report(.badValue, "`\(id.prefix(80))` is no cause", at: edge.place, id: component.id)
      return
    }
    let value = String(id[id.index(after: colon)...])
    var shared = SharedValue(
      key: String(id[..<colon]), value: value == "unknown" ? nil : value,
      evidence: evidence(of: edge.attributes, within: component.evidence, at: edge.place))
    shared.note = text("note", of: edge.attributes)
    shared.marking = marking(of: edge.attributes)
    component.shares.append(shared)
  }

  // MARK: - Requirements

  /// A list of all members, or the one that says that it is no list of one.
  private mutating func whole(
    _ members: [Requirement], _ relation: String, of number: Int
  ) -> Requirement {
    let single = outgoing[number].first {
      let all = graph.edges[$0].attributes
      return all[ModelGraph.typeName] == relation
        && all[ModelGraph.singleName].flatMap(ExactText.flag) == true
    }
    guard let single else { return .group(RequirementGroup(.all, members)) }
    guard members.count == 1 else {
      report(
        .badGroup, "`single` wants one thing that is needed, not \(members.count)",
        at: graph.edges[single].place ?? graph.nodes[number].place, id: graph.nodes[number].id)
      return .group(RequirementGroup(.all, members))
    }
    return members[0]
  }

  private mutating func members(
    _ relation: String, of number: Int, within outer: Evidence, depth: Int
  ) -> [Requirement] {
    guard depth < MarkupStream.greatestDepth else {
      report(
        .tooDeep, "groups nest in each other without end", at: graph.nodes[number].place,
        id: graph.nodes[number].id)
      return []
    }
    var found: [Requirement] = []
    for edge in outgoing[number].map({ graph.edges[$0] }) {
      guard edge.attributes[ModelGraph.typeName] == relation else { continue }
      if depth == 0 { report.note(.mapped, relation) }
      found.append(member(edge, within: outer, depth: depth))
    }
    return found
  }

  private mutating func member(
    _ edge: AttributedGraph.Edge, within outer: Evidence, depth: Int
  ) -> Requirement {
    let node = graph.nodes[edge.target]
    let all = node.attributes
    var need = RequirementGroup.Need.all
    switch all[ModelGraph.typeName] {
    case "unknown": return .unknown(nil)
    case "path": return .path(path(edge.target, within: outer))
    case "all": break
    case "any": need = .any
    case "at-least":
      guard let count = all["count"].flatMap({ Int(digits: $0) }) else {
        report(.missingKey, "a group needs `count`", at: node.place, id: node.id)
        break
      }
      need = .atLeast(count)
    case "share":
      guard let share = all["share"].flatMap({ Double(decimal: $0) }) else {
        report(.missingKey, "a group needs `share`", at: node.place, id: node.id)
        break
      }
      need = .share(share)
    default: return .reference(reference(edge, outer))
    }
    guard used.insert(edge.target).inserted else {
      report(
        .badGroup, "the group `\(node.id.prefix(80))` is a part of two", at: edge.place, id: node.id
      )
      return .unknown(nil)
    }
    var group = RequirementGroup(
      need, members("member", of: edge.target, within: outer, depth: depth + 1))
    group.holdup = span("holdup", of: all, at: node.place, id: node.id)
    group.switchover = span("switchover", of: all, at: node.place, id: node.id)
    group.note = text("note", of: all)
    return .group(group)
  }

  private mutating func path(_ number: Int, within outer: Evidence) -> PathRequirement {
    let node = graph.nodes[number]
    let targets = outgoing[number].map { graph.edges[$0] }
      .filter { $0.attributes[ModelGraph.typeName] == "to" }.map { graph.nodes[$0.target].id }
    var path = PathRequirement(
      from: node.attributes["from"], to: targets, over: node.attributes["over"] ?? "default",
      evidence: evidence(of: node.attributes, within: outer, at: node.place))
    path.holdup = span("holdup", of: node.attributes, at: node.place, id: node.id)
    path.note = text("note", of: node.attributes)
    path.marking = marking(of: node.attributes)
    return path
  }

  private mutating func reference(
    _ edge: AttributedGraph.Edge, _ outer: Evidence
  ) -> Reference {
    let all = edge.attributes
    let target = graph.nodes[edge.target].id
    var reference = Reference(
      target, evidence: evidence(of: all, within: outer, at: edge.place))
    reference.holdup = span("holdup", of: all, at: edge.place, id: target)
    reference.toleratesDegraded = all["tolerates"] == "degraded"
    reference.givesDegraded = all["gives"] == "degraded"
    reference.isScopedToSelf = all["scope"] == "self"
    reference.note = text("note", of: all)
    reference.marking = marking(of: all)
    return reference
  }

  // MARK: - Attributes

  private mutating func span(
    _ name: String, of all: [AttributedGraph.Attribute], at place: SourcePlace?, id: String
  ) -> TimeSpan? {
    guard let text = all[name] else { return nil }
    let span = TimeSpan(text: text)
    if span == nil {
      report(.badValue, "`\(text.prefix(40))` is no length of time", at: place, id: id)
    }
    return span
  }

  private func text(_ name: String, of all: [AttributedGraph.Attribute]) -> LocalizedText? {
    var texts: [Language: String] = [:]
    for language in Language.allCases {
      let full = language == model.language ? name : "\(name).\(language.rawValue)"
      if let text = all[full] { texts[language] = text }
    }
    return texts.isEmpty ? nil : LocalizedText(texts, fallback: model.language)
  }

  private mutating func evidence(
    of all: [AttributedGraph.Attribute], within outer: Evidence, at place: SourcePlace?
  ) -> Evidence {
    guard let text = all["basis"] else { return outer }
    guard let basis = Basis(rawValue: text) else {
      report(.unknownValue, "there is no basis `\(text.prefix(40))`", at: place)
      return outer
    }
    return Evidence(basis, sources: all["sources"].map { ExactText.list($0) } ?? [])
  }

  private func marking(
    of all: [AttributedGraph.Attribute], _ name: String = "marking"
  ) -> Marking? {
    let marking = Marking(
      classification: all["\(name).class"], trafficLight: all["\(name).tlp"])
    return marking == Marking() && all["\(name).none"] == nil ? nil : marking
  }

  private mutating func report(
    _ code: DiagnosticCode, _ message: String, at place: SourcePlace?, id: String? = nil
  ) {
    diagnostics.append(Diagnostic(code, message, at: place, id: id))
  }
}
