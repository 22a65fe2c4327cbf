/// Collects the figures and edges of an overview.
struct OverviewSketch {
  private(set) var sketch = Sketch()
  /// What is not drawn.
  private(set) var notes: [String] = []
  /// Up to here suppliers are drawn as well.
  private static let mostWithSuppliers = 28
  private let compiled: CompiledModel
  private let options: OverviewView.Options
  private let words: DiagramWords
  private let failures: SoleFailures
  private let source: FigureSource
  private var place: [VertexID: Int] = [:]

  init(
    _ compiled: CompiledModel, _ options: OverviewView.Options, _ words: DiagramWords,
    _ failures: SoleFailures
  ) {
    self.compiled = compiled
    self.options = options
    self.words = words
    self.failures = failures
    source = FigureSource(compiled, words, failures)
  }

  /// - Complexity: O(*n* + *d* + *p*·*l*) for *n* elements, *d* dependencies and *p* paths over
  ///   networks of *l* links.
  mutating func draw() {
    let elements = chosen()
    for vertex in elements {
      place[vertex] = sketch.figures.count
      sketch.figures.append(figure(of: vertex))
    }
    var edges: [Sketch.Edge] = []
    var hidden = 0
    for dependency in compiled.dependencies.all {
      guard let from = place[dependency.dependent], let to = place[dependency.target] else {
        continue
      }
      let role = source.role(of: dependency)
      if role == .inferred, !options.includesInferred {
        hidden += 1
      } else {
        edges.append(.init(from: from, to: to, role: role))
      }
    }
    edges += source.networkEdges(place, includesInferred: options.includesInferred)
    edges += supplierEdges(elements)
    sketch.setEdges(edges)
    if hidden > 0 {
      notes.append(
        words.pick(
          "\(hidden) afgeleide of aangenomen afhankelijkheden niet getekend.",
          "\(hidden) inferred or assumed dependencies not drawn."))
    }
  }

  /// The elements near the focus, or all; causes with a single user add nothing to that user.
  private mutating func chosen() -> [VertexID] {
    let all = (0..<compiled.table.count).map { VertexID($0) }
    let lone = all.filter {
      compiled.component($0) == nil && compiled.dependencies.on($0).count < 2
    }
    var elements = all
    let dropped = lone.filter { $0 != failures.widest && $0 != options.scope.focus }
    if !dropped.isEmpty {
      elements.removeAll(where: Set(dropped).contains)
      notes.append(
        words.pick(
          "\(dropped.count) gedeelde \(dropped.count == 1 ? "oorzaak" : "oorzaken") met één gebruiker niet getekend.",
          "\(dropped.count) common \(dropped.count == 1 ? "cause" : "causes") with a single user not drawn."
        ))
    }
    guard let focus = options.scope.focus else { return elements }
    let users = compiled.dependencies.allUsers(of: focus)
    let used = compiled.dependencies.everythingUsed(by: focus, networks: compiled.networks)
    let near = elements.filter { vertex in
      vertex == focus || min(users[vertex] ?? .max, used[vertex] ?? .max) <= options.scope.hops
    }
    let name = compiled.name(of: focus, in: words.language)
    notes.append(
      words.onlyNear(name, hops: options.scope.hops, leftOut: elements.count - near.count))
    return near
  }

  private func figure(of vertex: VertexID) -> Sketch.Figure {
    let reach = failures.reach(of: vertex)
    var figure = source.figure(of: vertex)
    figure.role = vertex == options.scope.focus ?? failures.widest ? .focus : .plain
    figure.soleCount = reach.possible > 0 ? 1 : 0
    if compiled.component(vertex) == nil {
      let sharers = compiled.dependencies.on(vertex).count
      figure.facts.append(words.pick("gedeeld door \(sharers)", "shared by \(sharers)"))
    }
    if reach.possible > 0 {
      let count =
        reach.certain == reach.possible
        ? "\(reach.possible)" : "\(reach.certain)–\(reach.possible)"
      figure.facts.append(
        words.pick(
          "\(count) van \(failures.users.count)", "\(count) of \(failures.users.count)"))
    }
    return figure
  }

  /// Suppliers of what is drawn, with a dotted line from each product.
  private mutating func supplierEdges(_ elements: [VertexID]) -> [Sketch.Edge] {
    var edges: [Sketch.Edge] = []
    let products = elements.compactMap { vertex -> (VertexID, String)? in
      let party = compiled.component(vertex)?.productOf ?? compiled.commonCause(vertex)?.productOf
      return party.map { (vertex, $0) }
    }
    let suppliers = Set(products.map(\.1))
    guard elements.count + suppliers.count <= Self.mostWithSuppliers else {
      if !suppliers.isEmpty {
        notes.append(
          words.pick(
            "\(suppliers.count == 1 ? "Eén leverancier" : "\(suppliers.count) leveranciers") niet getekend.",
            "\(suppliers.count == 1 ? "One supplier" : "\(suppliers.count) suppliers") not drawn."))
      }
      return []
    }
    for party in compiled.model.parties {
      let own = products.filter { $0.1 == party.id }
      guard !own.isEmpty else { continue }
      var figure = Sketch.Figure(
        ids: ["supplier:\(party.id)"],
        names: [party.name?.text(in: words.language) ?? party.id])
      figure.band = words.pick("leveranciers", "suppliers")
      figure.role = .supplier
      figure.outline = .rounded
      let index = sketch.figures.count
      sketch.figures.append(figure)
      edges += own.compactMap { product in
        place[product.0].map { .init(from: $0, to: index, role: .supplied) }
      }
    }
    return edges
  }
}
