/// Makes figures of elements, and edges of what they depend on: what views of a whole model have in
/// common.
struct FigureSource {
  private let compiled: CompiledModel
  private let words: DiagramWords
  private let failures: SoleFailures

  init(_ compiled: CompiledModel, _ words: DiagramWords, _ failures: SoleFailures) {
    self.compiled = compiled
    self.words = words
    self.failures = failures
  }

  /// An element as a figure of which nothing is said yet.
  ///
  /// - Complexity: O(*k* + *n*) for *k* sharers and the nodes of the networks.
  func figure(of vertex: VertexID) -> Sketch.Figure {
    let component = compiled.component(vertex)
    var figure = Sketch.Figure(
      ids: [compiled.table.id(of: vertex)],
      names: [compiled.name(of: vertex, in: words.language)], kind: component?.kind)
    figure.band = band(of: vertex)
    figure.owner = component?.owner ?? component?.operator
    figure.isUnknown = component?.hasUnknownRequirement ?? false
    if component?.isUser == true { figure.outline = .rounded }
    figure.network = network(of: vertex)
    return figure
  }

  /// The layer; for a cause that of those who share it, if they share that too.
  private func band(of vertex: VertexID) -> String {
    if let component = compiled.component(vertex) {
      return component.layer ?? words.word(component.kind, for: 2)
    }
    let layers = Set(
      compiled.dependencies.on(vertex).compactMap { compiled.component($0.dependent)?.layer })
    if layers.count == 1, let layer = layers.first { return layer }
    return words.pick("gedeelde oorzaken", "common causes")
  }

  private func network(of vertex: VertexID) -> String? {
    if let component = compiled.component(vertex), component.kind == .link {
      return component.network
    }
    let own = compiled.networks.networks.filter { $0.nodes.contains(vertex) }
    return own.count == 1 ? own[0].name : nil
  }

  /// What a dependency shows.
  func role(of dependency: Dependency) -> LineRole {
    if dependency.evidence.basis.isUncertain { return .inferred }
    switch dependency.strength {
    case .requirement, .shared: return .needs
    case .alternative: return .alternative
    case .soft: return .soft
    case .path:
      return failures.falls(dependency.dependent, with: dependency.target) ? .needs : .alternative
    }
  }

  /// From whoever requires a way to each node and link of the network.
  ///
  /// - Parameters:
  ///   - place: The index of the figure of each element that is drawn.
  ///   - includesInferred: Whether ways that were inferred or assumed are drawn.
  /// - Returns: The edges.
  /// - Complexity: O(*p*·*l*) for *p* paths over networks of *l* links.
  func networkEdges(
    _ place: [VertexID: Int], includesInferred: Bool = true
  ) -> [Sketch.Edge] {
    var edges: [Sketch.Edge] = []
    for component in compiled.model.components {
      guard let user = compiled.vertex(of: component.id), let from = place[user] else { continue }
      for path in component.requires.paths {
        guard let number = compiled.networks.number(of: path.network) else { continue }
        let isUncertain = path.evidence.basis.isUncertain
        if isUncertain, !includesInferred { continue }
        let network = compiled.networks.networks[number]
        for part in network.nodes + network.links.map(\.link) {
          guard let to = place[part] else { continue }
          let sure: LineRole = failures.falls(user, with: part) ? .needs : .alternative
          edges.append(.init(from: from, to: to, role: isUncertain ? .inferred : sure))
        }
      }
    }
    return edges
  }
}
