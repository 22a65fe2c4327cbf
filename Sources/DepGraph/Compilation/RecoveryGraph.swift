/// The threshold graph of what it takes to get something working again, as written.
///
/// Its first vertices are the elements, by their number. An element needs what it requires and what it
/// starts with; one that has failed besides what its repair needs, which is a vertex of its own behind
/// the elements: that works when the repair can begin.
///
/// What people start by hand does without the loop that it breaks. Where it needs the loop in order to
/// run, it waits for all that the loop needs from outside: nobody starts a login by hand while the power
/// of its disk is off. Where only its repair needs the loop, it waits for its own needs. Of a way through
/// a network only the nodes and links in the loop are done without: stand-ins that always work take their
/// places, and the rest of the way has to be there.
///
/// What worked all the time needs nothing: only what is out has arcs.
struct RecoveryGraph: Sendable {
  let graph: ThresholdGraph
  /// For each element that has failed, what works when its repair can begin.
  let readiness: [VertexID: VertexID]
  /// For each element that people start by hand, what works when it could start without that.
  let properStart: [VertexID: VertexID]
  /// For each such element that has failed, what works when its repair could begin without that.
  let properRepair: [VertexID: VertexID]

  /// Compiles it.
  ///
  /// - Parameters:
  ///   - compiled: The model.
  ///   - failed: What has failed, in order.
  ///   - out: What is out, what failed included.
  ///   - byHand: For each element that people start by hand, what it then does without.
  /// - Complexity: O(*n* + *r*) for *n* components with *r* requirements, and for each element started
  ///   by hand what its loop requires and the networks of that.
  init(
    _ compiled: CompiledModel, failed: [VertexID], out: VertexSet,
    byHand: [VertexID: Set<VertexID>] = [:]
  ) {
    var count = compiled.table.count
    let hands = byHand.keys.sorted()
    let isFailed = VertexSet(failed)
    readiness = Self.numbers(of: failed, from: &count)
    properStart = Self.numbers(of: hands, from: &count)
    properRepair = Self.numbers(of: hands.filter(isFailed.contains), from: &count)
    let shortcuts = NetworkShortcuts(
      past: hands.compactMap { byHand[$0] }, in: compiled.networks, from: count)
    let builder = FormulaBuilder(table: compiled.table, networks: compiled.networks)
    var compiler = ReadingCompiler(
      .written, elementCount: count + shortcuts.standIns.count, networks: compiled.networks,
      shortcuts: shortcuts.networks)
    for component in compiled.model.components {
      guard let vertex = compiled.table.vertex(of: component.id), out.contains(vertex) else {
        continue
      }
      let needs = builder.running(component, at: vertex)
      let repair = builder.formula(component.repairNeeds, of: vertex) { "repair-needs" }
      let loop = byHand[vertex]
      let running =
        loop.map { Self.running(needs, without: $0, compiled, builder, shortcuts) } ?? needs
      for formula in running { compiler.add(formula, soft: [], of: vertex) }
      if let proper = properStart[vertex] {
        for formula in needs { compiler.add(formula, soft: [], of: proper) }
      }
      if let ready = readiness[vertex] {
        compiler.add(loop.map { repair.without($0, shortcuts) } ?? repair, soft: [], of: ready)
      }
      if let proper = properRepair[vertex] { compiler.add(repair, soft: [], of: proper) }
    }
    for vertex in failed {
      guard let ready = readiness[vertex] else { continue }
      compiler.add(.needing(ready), soft: [], of: vertex)
    }
    graph = compiler.finish().levelOne
  }

  private static func numbers(
    of vertices: [VertexID], from count: inout Int
  ) -> [VertexID: VertexID] {
    var numbers: [VertexID: VertexID] = [:]
    for vertex in vertices {
      numbers[vertex] = VertexID(count)
      count += 1
    }
    return numbers
  }

  /// What an element that is started by hand needs in order to run.
  private static func running(
    _ needs: [Formula], without loop: Set<VertexID>, _ compiled: CompiledModel,
    _ builder: FormulaBuilder, _ shortcuts: NetworkShortcuts
  ) -> [Formula] {
    guard needs.contains(where: { $0.needs(loop, in: compiled.networks) }) else { return needs }
    return loop.sorted().flatMap { member -> [Formula] in
      guard let component = compiled.component(member) else { return [] }
      return builder.running(component, at: member).map { $0.without(loop, shortcuts) }
    }
  }
}

/// Networks in which some nodes and links always work: stand-ins take their places.
private struct NetworkShortcuts {
  /// For each element that some loop does without, the vertex that stands in for it.
  private(set) var standIns: [VertexID: VertexID] = [:]
  /// The networks with stand-ins, behind those of the model.
  private(set) var networks: [NetworkTable.Network] = []
  private var numbers: [Set<VertexID>: [Int: Int]] = [:]

  /// - Complexity: O(*l*·*m* log *m*) for *l* loops and networks of *m* nodes and links.
  init(past loops: [Set<VertexID>], in table: NetworkTable, from count: Int) {
    for loop in loops where numbers[loop] == nil {
      var found: [Int: Int] = [:]
      for (number, network) in table.networks.enumerated() where network.touches(loop) {
        for vertex in loop.sorted() where standIns[vertex] == nil {
          standIns[vertex] = VertexID(count + standIns.count)
        }
        found[number] = table.networks.count + networks.count
        networks.append(network.replacing(standIns.filter { loop.contains($0.key) }))
      }
      numbers[loop] = found
    }
  }

  /// The path with stand-ins for the elements of a loop.
  func path(_ path: FormulaPath, past loop: Set<VertexID>) -> FormulaPath {
    guard let number = numbers[loop]?[path.network] else { return path }
    let replaced = { (vertex: VertexID) in
      loop.contains(vertex) ? standIns[vertex] ?? vertex : vertex
    }
    return FormulaPath(
      network: number, from: replaced(path.from), targets: path.targets.map(replaced).sorted(),
      exempt: path.exempt, delay: path.delay, isUncertain: path.isUncertain,
      isConnectedAtRest: path.isConnectedAtRest, location: path.location)
  }
}

extension NetworkTable.Network {
  /// Whether one of some elements is a node or a link of it.
  fileprivate func touches(_ elements: Set<VertexID>) -> Bool {
    nodes.contains(where: elements.contains) || links.contains { elements.contains($0.link) }
  }

  /// The network with other vertices in the places of some.
  fileprivate func replacing(_ vertices: [VertexID: VertexID]) -> NetworkTable.Network {
    let new = { (vertex: VertexID) in vertices[vertex] ?? vertex }
    return NetworkTable.Network(
      name: name, nodes: nodes.map(new).sorted(),
      links: links.map {
        NetworkLink(link: new($0.link), first: new($0.first), second: new($0.second))
      }.sorted { $0.link < $1.link })
  }
}

extension FormulaBuilder {
  /// What a component needs in order to run and to start.
  fileprivate func running(_ component: Component, at vertex: VertexID) -> [Formula] {
    [
      requirement(of: component, at: vertex),
      formula(component.startsWith, of: vertex) { "starts-with" },
    ]
  }
}

extension Formula {
  /// The need for one vertex.
  fileprivate static func needing(_ vertex: VertexID) -> Formula {
    .reference(
      FormulaReference(
        vertex: vertex, delay: 0, toleratesDegraded: false, givesDegraded: false,
        isScopedToSelf: false, isUncertain: false))
  }

  /// The formula in which some elements are not needed: they count as met, and on a way through a
  /// network as working.
  fileprivate func without(_ elements: Set<VertexID>, _ shortcuts: NetworkShortcuts) -> Formula {
    switch self {
    case .met, .unknown: return self
    case .reference(let reference): return elements.contains(reference.vertex) ? .met : self
    case .path(let path): return .path(shortcuts.path(path, past: elements))
    case .group(var group):
      group.members = group.members.map { $0.without(elements, shortcuts) }
      return .group(group)
    }
  }

  /// Whether one of some elements occurs in it, in a network that it needs a way through too.
  fileprivate func needs(_ elements: Set<VertexID>, in table: NetworkTable) -> Bool {
    switch self {
    case .met, .unknown: false
    case .reference(let reference): elements.contains(reference.vertex)
    case .path(let path): table.networks[path.network].touches(elements)
    case .group(let group): group.members.contains { $0.needs(elements, in: table) }
    }
  }
}
