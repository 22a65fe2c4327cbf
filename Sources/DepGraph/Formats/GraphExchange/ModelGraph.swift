/// A model as a graph: the attributes of our own, which `ModelGraphReading` takes back.
///
/// An arrow leads from who depends to what is needed. Groups of requirements, causes, parties and
/// sources are nodes of their own; links without requirements are edges of the network.
struct ModelGraph {
  /// The version of these attributes.
  static let version = "1"
  /// The attribute that says what a node or an edge is.
  static let typeName = "depgraph.type"
  /// The attribute of an edge to the one thing that a formula is, where it is no list of one.
  static let singleName = "single"

  private typealias Attribute = AttributedGraph.Attribute

  /// The graph.
  private(set) var graph = AttributedGraph()
  private let model: Model
  private var nodes: [String: Int] = [:]
  private var groupCount = 0

  /// Writes a model of which a graph can hold everything.
  ///
  /// - Complexity: O(*n*) for *n* facts.
  init(_ model: Model) {
    self.model = model
    describeModel()
    for source in model.sources { add(source) }
    for party in model.parties { add(party) }
    let edges = edgeLinks
    for component in model.components where !edges.contains(component.id) {
      addNode(component.id, type: "component", attributes(of: component))
    }
    addCauses()
    for component in model.components where !edges.contains(component.id) {
      addEdges(of: component)
    }
    for (place, component) in model.components.enumerated() where edges.contains(component.id) {
      addLink(component, place: place)
    }
  }

  // MARK: - The model

  private mutating func describeModel() {
    graph.name = model.name?.text(in: model.language)
    var all = [
      Attribute("depgraph", Self.version), Attribute("direction", "needs"),
      Attribute("language", model.language.rawValue), Attribute("basis", model.basis.rawValue),
    ]
    all += texts("name", model.name)
    if let day = model.asOf { all.append(Attribute("as-of", day.description)) }
    all += marking(model.marking) + texts("note", model.note)
    for (name, floor) in model.markingFloors.sorted(by: { $0.key < $1.key }) {
      all += marking(floor, "floor.\(name)")
    }
    graph.attributes = all
  }

  private mutating func add(_ source: Source) {
    var all = texts("name", source.title)
    if let reference = source.reference { all.append(Attribute("reference", reference)) }
    if let date = source.date { all.append(Attribute("date", date.description)) }
    if let url = source.url { all.append(Attribute("url", url)) }
    all += texts("note", source.note) + marking(source.marking)
    addNode(source.id, type: "source", all)
  }

  private mutating func add(_ party: Party) {
    var all = texts("name", party.name)
    if let roles = ExactText.of(party.roles) { all.append(Attribute("roles", roles)) }
    if let parent = party.parent { all.append(Attribute("parent", parent)) }
    all += facts(party.evidence, within: Evidence(model.basis))
    all += texts("note", party.note) + marking(party.marking)
    addNode(party.id, type: "party", all)
  }

  private mutating func addCauses() {
    for cause in model.commonCauses {
      var all = [Attribute("declared", "true", .flag)] + texts("name", cause.name)
      if let share = cause.dependability.availability {
        all.append(Attribute("availability", ExactText.of(share)))
      }
      if let time = cause.dependability.meanTimeBetweenFailures {
        all.append(Attribute("mtbf", ExactText.of(time)))
      }
      if let time = cause.dependability.meanTimeToRepair {
        all.append(Attribute("mttr", ExactText.of(time)))
      }
      if let group = cause.group {
        all.append(Attribute("beta", ExactText.of(group.factor), .number))
        if let members = ExactText.of(group.members) { all.append(Attribute("members", members)) }
      }
      if let party = cause.productOf { all.append(Attribute("product-of", party)) }
      all += facts(cause.evidence, within: Evidence(model.basis))
      all += texts("note", cause.note) + marking(cause.marking)
      addNode(cause.id, type: "cause", all)
    }
    for shared in model.components.flatMap(\.shares) where nodes[shared.writtenCauseID] == nil {
      addNode(shared.writtenCauseID, type: "cause", [])
    }
  }

  // MARK: - Components

  /// The links that are edges: those that need nothing and that nothing names.
  private var edgeLinks: Set<String> {
    var named: Set<String> = []
    for component in model.components {
      named.formUnion(component.ends)
      for formula in component.formulas {
        named.formUnion(formula.references.map(\.target))
        for path in formula.paths { named.formUnion(path.targets + [path.from].compactMap(\.self)) }
      }
      named.formUnion((component.degradesWithout + component.independentOf).map(\.target))
    }
    let plain = model.components.filter { link in
      link.kind == .link && link.ends.count == 2 && link.shares.isEmpty && !named.contains(link.id)
        && link.formulas.allSatisfy { $0 == .nothing } && link.degradesWithout.isEmpty
        && link.independentOf.isEmpty
    }
    return Set(plain.map(\.id))
  }

  private func attributes(of component: Component) -> [AttributedGraph.Attribute] {
    var all = texts("name", component.name)
    for field in ComponentField.all {
      guard let text = field.text(component) else { continue }
      all.append(Attribute(field.name, text, field.kind))
    }
    if component.kind == .link { all.append(Attribute("network", component.network)) }
    if component.statesRequires, component.requires == .nothing {
      all.append(Attribute("requires", "none"))
    }
    all += facts(component.evidence, within: Evidence(model.basis))
    return all + marking(component.marking) + texts("note", component.note)
  }

  private mutating func addEdges(of component: Component) {
    guard let node = nodes[component.id] else { return }
    let outer = component.evidence
    add(component.requires, "requires", from: node, within: outer)
    add(component.startsWith, "starts-with", from: node, within: outer)
    add(component.repairNeeds, "repair-needs", from: node, within: outer)
    for soft in component.degradesWithout { add(soft, "degrades-without", node, outer) }
    for claim in component.independentOf { add(claim, "independent-of", node, outer) }
    for shared in component.shares {
      let all =
        facts(shared.evidence, within: outer) + texts("note", shared.note)
        + marking(shared.marking)
      connect(node, shared.writtenCauseID, "shares", all)
    }
    for end in component.ends { connect(node, end, "end", []) }
  }

  private mutating func addLink(_ link: Component, place: Int) {
    guard let first = nodes[link.ends[0]], let second = nodes[link.ends[1]] else { return }
    let own = [
      Attribute(Self.typeName, "link"), Attribute("id", link.id),
      Attribute("order", "\(place)", .number),
    ]
    graph.edges.append(
      .init(
        source: first, target: second, isDirected: false,
        attributes: own + attributes(of: link)))
  }

  // MARK: - Requirements

  private mutating func add(
    _ formula: Requirement, _ relation: String, from node: Int, within outer: Evidence
  ) {
    guard case .group(let group) = formula, group.isBareList else {
      let mark = Attribute(Self.singleName, "true", .flag)
      return addMember(formula, relation, from: node, within: outer, [mark])
    }
    for member in group.members { addMember(member, relation, from: node, within: outer) }
  }

  private mutating func addMember(
    _ formula: Requirement, _ relation: String, from node: Int, within outer: Evidence,
    _ marks: [AttributedGraph.Attribute] = []
  ) {
    switch formula {
    case .reference(let reference): add(reference, relation, node, outer, marks)
    case .unknown: connect(node, addGroup("unknown", []), relation, marks)
    case .path(let path):
      var all = [Attribute("over", path.network)]
      if let from = path.from { all.append(Attribute("from", from)) }
      if let time = path.holdup { all.append(Attribute("holdup", ExactText.of(time))) }
      all += facts(path.evidence, within: outer) + texts("note", path.note) + marking(path.marking)
      let id = addGroup("path", all)
      connect(node, id, relation, marks)
      if let place = nodes[id] { for target in path.targets { connect(place, target, "to", []) } }
    case .group(let group):
      let id = addGroup(group.need.typeName, attributes(of: group))
      connect(node, id, relation, marks)
      guard let place = nodes[id] else { return }
      for member in group.members { addMember(member, "member", from: place, within: outer) }
    }
  }

  private func attributes(of group: RequirementGroup) -> [AttributedGraph.Attribute] {
    var all: [AttributedGraph.Attribute] = []
    switch group.need {
    case .all, .any: break
    case .atLeast(let count): all.append(Attribute("count", "\(count)", .number))
    case .share(let share): all.append(Attribute("share", ExactText.of(share), .number))
    }
    if let time = group.holdup { all.append(Attribute("holdup", ExactText.of(time))) }
    if let time = group.switchover { all.append(Attribute("switchover", ExactText.of(time))) }
    return all + texts("note", group.note)
  }

  private mutating func add(
    _ reference: Reference, _ relation: String, _ node: Int, _ outer: Evidence,
    _ marks: [AttributedGraph.Attribute] = []
  ) {
    var all = marks
    if let time = reference.holdup { all.append(Attribute("holdup", ExactText.of(time))) }
    if reference.toleratesDegraded { all.append(Attribute("tolerates", "degraded")) }
    if reference.givesDegraded { all.append(Attribute("gives", "degraded")) }
    if reference.isScopedToSelf { all.append(Attribute("scope", "self")) }
    all += facts(reference.evidence, within: outer) + texts("note", reference.note)
    connect(node, reference.target, relation, all + marking(reference.marking))
  }

  // MARK: - Nodes, edges and attributes

  private mutating func addNode(
    _ id: String, type: String, _ attributes: [AttributedGraph.Attribute]
  ) {
    nodes[id] = graph.nodes.count
    graph.nodes.append(
      .init(id: id, attributes: [Attribute(Self.typeName, type)] + attributes))
  }

  /// Adds a node of which the id begins as no id of a model does.
  private mutating func addGroup(
    _ type: String, _ attributes: [AttributedGraph.Attribute]
  ) -> String {
    groupCount += 1
    let id = "G\(groupCount)"
    addNode(id, type: type, attributes)
    return id
  }

  private mutating func connect(
    _ node: Int, _ target: String, _ type: String, _ attributes: [AttributedGraph.Attribute]
  ) {
    guard let there = nodes[target] else { return }
    graph.edges.append(
      .init(
        source: node, target: there, attributes: [Attribute(Self.typeName, type)] + attributes))
  }

  private func texts(_ name: String, _ text: LocalizedText?) -> [AttributedGraph.Attribute] {
    guard let text else { return [] }
    return ([model.language] + Language.allCases.filter { $0 != model.language }).compactMap {
      guard text.isWritten(in: $0) else { return nil }
      let full = $0 == model.language ? name : "\(name).\($0.rawValue)"
      return Attribute(full, text.text(in: $0))
    }
  }

  /// What a fact rests on, where it is not what it is written in.
  private func facts(
    _ evidence: Evidence, within outer: Evidence
  ) -> [AttributedGraph.Attribute] {
    guard evidence != outer else { return [] }
    let basis = Attribute("basis", evidence.basis.rawValue)
    return [basis] + (ExactText.of(evidence.sources).map { [Attribute("sources", $0)] } ?? [])
  }

  private func marking(
    _ marking: Marking?, _ name: String = "marking"
  ) -> [AttributedGraph.Attribute] {
    let axes = [
      ("class", marking?.classification), ("tlp", marking?.trafficLight),
      // A marking that states nothing is not one that is left out.
      ("none", marking == Marking() && name != "marking" ? "true" : nil),
    ]
    return axes.compactMap { axis, value in value.map { Attribute("\(name).\(axis)", $0) } }
  }
}

extension SharedValue {
  /// The id of the cause that stands for it; `key:unknown` where nobody knows what is shared.
  var writtenCauseID: String { "\(key):\(value ?? "unknown")" }
}

extension RequirementGroup {
  /// Whether it is a list and says nothing more.
  var isBareList: Bool { need == .all && holdup == nil && switchover == nil && note == nil }
}

extension RequirementGroup.Need {
  /// The type of the node that stands for such a group.
  fileprivate var typeName: String {
    switch self {
    case .all: "all"
    case .any: "any"
    case .atLeast: "at-least"
    case .share: "share"
    }
  }
}
