extension GraphMeaning {
  /// A need that an edge stands for.
  private struct Need {
    let target: Int
    let edge: AttributedGraph.Edge
    /// What it is an alternative in; nil: it is needed by itself.
    var group: String? { edge.attributes.value(ofAny: ["group"]) }
    var isSoft: Bool {
      let words = edge.attributes.value(ofAny: ["strength"])?.lowercased()
      return words == "soft" || words == "degrades" || words == "degrades-without"
    }
  }

  // MARK: - Needs

  /// Makes needs of directed edges.
  ///
  /// - Complexity: O(*e* log *e*) for *e* edges.
  mutating func readNeeds() {
    guard graph.edges.contains(where: \.isDirected) else { return }
    let stated = how.direction ?? graph.attributes["direction"].flatMap { .init(rawValue: $0) }
    let direction = stated ?? .needs
    var needs: [Int: [Need]] = [:]
    for edge in graph.edges where edge.isDirected {
      guard id(edge.source) != nil, id(edge.target) != nil else { continue }
      guard edge.source != edge.target else {
        report.note(
          .ignored, "loop",
          ExchangeWords.said("niets heeft zichzelf nodig", "nothing needs itself"))
        continue
      }
      let (dependent, target) =
        direction == .needs ? (edge.source, edge.target) : (edge.target, edge.source)
      needs[dependent, default: []].append(Need(target: target, edge: edge))
    }
    let isGuess = stated == nil
    for node in graph.nodes.indices {
      guard let own = needs[node] else { continue }
      add(own, to: node, isGuess: isGuess)
    }
  }

  private mutating func add(_ needs: [Need], to node: Int, isGuess: Bool) {
    let meaning = ExchangeWords.said(
      isGuess ? "nodig (de pijl wijst naar wat nodig is)" : "nodig",
      isGuess ? "requires (the arrow leads to what is needed)" : "requires")
    var members: [Requirement] = []
    var groups: [String: Int] = [:]
    var seen: Set<[String]> = []
    var soft: [Reference] = []
    for need in needs {
      guard seen.insert([need.group ?? "", "\(need.target)", "\(need.isSoft)"]).inserted else {
        report.note(
          .ignored, "parallel edge",
          ExchangeWords.said("staat er al", "is there already"))
        continue
      }
      let reference = reference(need, isGuess: isGuess)
      report.note(isGuess ? .guessed : .mapped, "edge", meaning)
      if need.isSoft {
        soft.append(reference)
      } else if let name = need.group {
        if let place = groups[name], case .group(var group) = members[place] {
          group.members.append(.reference(reference))
          members[place] = .group(group)
        } else {
          groups[name] = members.count
          members.append(.group(group(need, reference)))
        }
      } else {
        members.append(.reference(reference))
      }
      noteAttributes(of: need.edge, known: Self.needNames)
    }
    let lowered = members.map(\.withinItsThreshold)
    if lowered != members {
      report.note(
        .ignored, "edge attribute `at-least`",
        ExchangeWords.said("meer dan er leden zijn", "more than there are members"))
    }
    change(node) { component in
      component.requires = .group(RequirementGroup(.all, lowered))
      component.statesRequires = !members.isEmpty
      component.degradesWithout = soft
    }
  }

  private func group(_ need: Need, _ reference: Reference) -> RequirementGroup {
    let count = need.edge.attributes.value(ofAny: ["at-least"]).flatMap { Int(digits: $0) }
    return RequirementGroup(
      count.map { .atLeast(max(1, $0)) } ?? .any, [.reference(reference)])
  }

  private mutating func reference(_ need: Need, isGuess: Bool) -> Reference {
    var reference = Reference(
      id(need.target) ?? "", evidence: isGuess ? Evidence(.assumed) : facts)
    let all = need.edge.attributes
    if let words = all["basis"], let stated = Basis(rawValue: words), !isGuess, stated != .public {
      reference = Reference(reference.target, evidence: Evidence(stated))
    }
    if let words = all.value(ofAny: ["holdup"]) {
      reference.holdup = TimeSpan(text: words)
      let isRead = reference.holdup != nil
      report.note(
        isRead ? .mapped : .ignored, "edge attribute `holdup`",
        isRead
          ? nil : ExchangeWords.said("de waarde is niet te lezen", "the value cannot be read"))
    }
    let said = text(all.value(ofAny: ["note", "description", "comment"]))
    // What the note says of the guess keeps what the edge says of itself.
    let guess =
      options.language == .dutch
      ? "de richting van de pijl is aangenomen" : "the direction of the arrow is assumed"
    reference.note =
      isGuess
      ? text([said?.text(in: options.language), guess].compactMap(\.self).joined(separator: "; "))
      : said
    return reference
  }

  private static let needNames: Set = [
    "group", "strength", "at-least", "basis", "holdup", "note", "description", "comment",
  ]

  private mutating func noteAttributes(of edge: AttributedGraph.Edge, known: Set<String>) {
    for attribute in edge.attributes
    where !known.contains(attribute.name.lowercased()) && attribute.name != how.nameAttribute {
      ignore(attribute.name, of: "edge")
    }
  }

  // MARK: - Links

  /// Makes links of undirected edges, each apart.
  ///
  /// - Complexity: O(*e*) for *e* edges.
  mutating func readLinks() {
    var taken: Set<String> = []
    for edge in graph.edges where !edge.isDirected {
      guard let first = id(edge.source), let second = id(edge.target) else { continue }
      guard edge.source != edge.target else {
        report.note(
          .ignored, "loop",
          ExchangeWords.said("een verbinding heeft twee einden", "a link has two ends"))
        diagnostics.append(
          Diagnostic(
            .leftOut, "an edge from `\(first)` to itself joins nothing", at: edge.place, id: first))
        continue
      }
      add(edge, first, second, &taken)
    }
  }

  private mutating func add(
    _ edge: AttributedGraph.Edge, _ first: String, _ second: String, _ taken: inout Set<String>
  ) {
    let all = edge.attributes
    let said =
      how.nameAttribute.flatMap { all[$0] }
      ?? all.value(ofAny: ["name", "linklabel", "label", "title"])
    let wish = how.nameAttribute != nil || said != nil ? said.map { "\($0)" } : nil
    // Every edge has an id of its own, whatever it is called.
    let key = "\(model.components.count)"
    var link = Component(
      id: names.makeID(of: key, in: "edge", from: wish ?? "\(first)--\(second)"))
    link.kind = .link
    link.ends = [first, second]
    link.evidence = facts
    link.name = text(said ?? "\(first) – \(second)")
    let speed = all.value(ofAny: ["linkspeedraw"]).map { "LinkSpeedRaw: \($0) bit/s" }
    link.note = text(all.value(ofAny: ["note", "linknote", "description", "comment"]) ?? speed)
    // Names of edges need not be unique, and nodes may have the same ones.
    if let id = edge.id ?? all["id"], taken.insert(id).inserted {
      link.external = [ExternalID(register: format, id: "edge/\(id)")]
    }
    for name in ["availability", "mtbf", "mttr", "repair"] {
      guard let text = all[name], let field = ComponentField.byName[name] else { continue }
      report.note(
        field.take(&link, text) ? .mapped : .ignored, "edge attribute `\(name)`")
    }
    model.components.append(link)
    report.note(.mapped, "edge", ExchangeWords.said("verbinding", "link"))
    noteAttributes(of: edge, known: Self.linkNames)
  }

  private static let linkNames: Set = [
    "name", "linklabel", "label", "title", "linkspeedraw", "note", "linknote", "description",
    "comment", "id", "availability", "mtbf", "mttr", "repair",
  ]
}

extension Requirement {
  /// A group of which no more is asked than it has members.
  fileprivate var withinItsThreshold: Requirement {
    guard case .group(var group) = self, case .atLeast(let count) = group.need,
      count > group.members.count
    else { return self }
    group.need = .atLeast(group.members.count)
    return .group(group)
  }
}
