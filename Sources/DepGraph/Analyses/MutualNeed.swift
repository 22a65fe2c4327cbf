/// Which of some elements need each other, directly or through others of them.
///
/// An arc leads from an element to each other one that occurs in what it needs; for a path to each
/// node and link of the network. A network stands in the graph as a vertex of its own: that leaves the
/// strongly connected parts as they are, and costs its size once instead of once for each path.
struct MutualNeed {
  /// The strongly connected parts, each in order, each after the parts that it needs.
  let parts: [[VertexID]]

  /// Finds them.
  ///
  /// - Parameters:
  ///   - elements: The elements, in order.
  ///   - compiled: The model.
  ///   - needs: What an element needs, as formulas; what it shares is added.
  /// - Complexity: O(*n* + *r* + *m*) for *n* elements with *r* requirements, and networks of *m* nodes
  ///   and links.
  init(
    among elements: [VertexID], in compiled: CompiledModel,
    needs: (Component) -> [Requirement]
  ) {
    var places: [VertexID: VertexID] = [:]
    for (place, element) in elements.enumerated() { places[element] = VertexID(place) }
    let networks = compiled.networks.networks
    var sources: [VertexID] = []
    var targets: [VertexID] = []
    func add(_ source: VertexID, _ target: VertexID?) {
      guard let target else { return }
      sources.append(source)
      targets.append(target)
    }
    for (place, element) in elements.enumerated() {
      guard let component = compiled.component(element) else { continue }
      for dependency in compiled.dependencies.of(element) where dependency.strength == .shared {
        add(VertexID(place), places[dependency.target])
      }
      for requirement in needs(component) {
        for reference in requirement.references {
          add(VertexID(place), compiled.table.vertex(of: reference.target).flatMap { places[$0] })
        }
        for path in requirement.paths {
          let number = compiled.networks.number(of: path.network)
          add(VertexID(place), number.map { VertexID(elements.count + $0) })
        }
      }
    }
    for (number, network) in networks.enumerated() {
      for member in network.nodes + network.links.map(\.link) {
        add(VertexID(elements.count + number), places[member])
      }
    }
    let graph = CompressedRows(
      vertexCount: elements.count + networks.count, sources: sources, targets: targets)
    // Components are numbered so that arcs lead from higher numbers to lower.
    let components = StronglyConnectedComponents(of: graph)
    parts = (0..<components.count).compactMap { component in
      let members = components[VertexID(component)].filter { $0.index < elements.count }
      return members.isEmpty ? nil : members.map { elements[$0.index] }.sorted()
    }
  }
}
