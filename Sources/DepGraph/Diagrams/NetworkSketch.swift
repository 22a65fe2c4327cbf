/// Collects the figures and edges of a network.
///
/// A link is a line. It is a shape on its line where there is something to say of it: that it is
/// a bridge, lies beside another, shares something, or is down.
struct NetworkSketch {
  /// What the bands of branches begin with.
  static let branch = "branch"
  /// The most nodes and links that split the network and never stand in a group.
  private static let mostFixed = 10
  /// The most links beside another or with something shared that never stand in a group.
  private static let mostTogether = 10

  private(set) var sketch = Sketch()
  /// The titles of areas, by the band of their figures.
  private(set) var areas: [(band: String, title: String)] = []
  /// How many links are lines without a name.
  private(set) var namelessCount = 0
  private let plan: NetworkPlan
  private let compiled: CompiledModel
  private let words: DiagramWords
  private var place: [VertexID: Int] = [:]
  private var bandOf: [VertexID: String] = [:]
  private var edges: [Sketch.Edge] = []

  init(_ plan: NetworkPlan, _ compiled: CompiledModel, _ words: DiagramWords) {
    self.plan = plan
    self.compiled = compiled
    self.words = words
  }

  /// - Complexity: O(V + E + *c*·*s*) for *V* nodes, *E* links and *c* causes with *s* sharers.
  mutating func draw() {
    if plan.asksFailure { nameParts() } else { nameBlocks() }
    for node in plan.network.nodes { addNode(node) }
    drawLinks()
    drawCauses()
    drawOrigins()
    sketch.setEdges(edges)
  }

  // MARK: - Areas

  private mutating func nameParts() {
    for (number, part) in plan.parts.enumerated() {
      let band = "part \(number)"
      areas.append((band, words.part(number + 1, nodes: part.count)))
      for node in part { bandOf[node] = band }
    }
  }

  /// The nodes inside blocks; those in several, and the ends of bridges, stand between them.
  private mutating func nameBlocks() {
    var ends: [VertexID: (VertexID, VertexID)] = [:]
    for link in plan.network.links { ends[link.link] = (link.first, link.second) }
    let isCut = Set(plan.weakness.articulationPoints.map(\.vertex))
    var ringNodes: Set<VertexID> = []
    let rings = plan.weakness.blocks.filter { $0.count > 1 }
    for (number, block) in rings.enumerated() {
      let band = "block \(number)"
      var nodes: Set<VertexID> = []
      for link in block {
        bandOf[link] = band
        for node in ends[link].map({ [$0.0, $0.1] }) ?? [] {
          nodes.insert(node)
          if !isCut.contains(node) { bandOf[node] = band }
        }
      }
      let title = rings.count == 1 ? "" : words.block(number + 1, nodes: nodes.count)
      areas.append((band, title))
      ringNodes.formUnion(nodes)
    }
    nameBranches(from: ringNodes)
  }

  /// Nodes outside rings, with the bridges to them, by the node of a ring that they hang on: only
  /// those of one branch may stand in a group.
  private mutating func nameBranches(from ringNodes: Set<VertexID>) {
    let isBridge = Set(plan.weakness.bridges.map(\.vertex))
    var steps: [VertexID: [(link: VertexID, node: VertexID)]] = [:]
    for link in plan.network.links where isBridge.contains(link.link) {
      steps[link.first, default: []].append((link.link, link.second))
      steps[link.second, default: []].append((link.link, link.first))
    }
    var root = Dictionary(uniqueKeysWithValues: ringNodes.map { ($0, $0) })
    var queue = ringNodes.sorted()
    var next = 0
    while next < queue.count {
      let node = queue[next]
      next += 1
      for step in steps[node, default: []] where root[step.node] == nil {
        root[step.node] = root[node]
        queue.append(step.node)
        let band = root[node].map { "\(Self.branch) \($0.index)" }
        bandOf[step.node] = band
        bandOf[step.link] = band
      }
    }
  }

  // MARK: - Figures

  private mutating func add(_ vertex: VertexID, _ figure: Sketch.Figure) {
    place[vertex] = sketch.figures.count
    sketch.figures.append(figure)
  }

  private func figure(_ vertex: VertexID) -> Sketch.Figure {
    let component = compiled.component(vertex)
    var figure = Sketch.Figure(
      ids: [compiled.table.id(of: vertex)],
      names: [compiled.name(of: vertex, in: words.language)], kind: component?.kind)
    figure.owner = component?.owner ?? component?.operator
    figure.network = plan.network.name
    figure.band = bandOf[vertex] ?? ""
    figure.isUnknown = component?.hasUnknownRequirement ?? false
    guard plan.down.contains(vertex) else { return figure }
    let isSeed = plan.blast?.failed.contains(vertex) == true
    figure.role = isSeed ? .origin : .down
    figure.isPossible = !plan.surelyDown.contains(vertex) && component != nil
    figure.band = ""
    return figure
  }

  private mutating func addNode(_ node: VertexID) {
    var figure = figure(node)
    if !plan.asksFailure,
      let split = plan.weakness.articulationPoints.first(where: { $0.vertex == node })
    {
      figure.role = .cutPoint
      figure.facts.append(words.splits(into: split.parts.count, cutOff: split.cutOff))
      figure.isFixed = plan.splits.prefix(Self.mostFixed).contains(split)
    }
    add(node, figure)
  }

  private mutating func drawLinks() {
    let shared = Set(plan.causes.flatMap(\.sharers))
    var together = 0
    var pairs: [[VertexID]: Int] = [:]
    for link in plan.network.links { pairs[[link.first, link.second].sorted(), default: 0] += 1 }
    for link in plan.network.links {
      let bridge = plan.weakness.bridges.first { $0.vertex == link.link }
      let isParallel = pairs[[link.first, link.second].sorted(), default: 0] > 1
      let isDown = plan.down.contains(link.link)
      guard let first = place[link.first], let second = place[link.second] else { continue }
      let isLost = isDown || plan.down.contains(link.first) || plan.down.contains(link.second)
      let role: LineRole = isLost ? .cutOff : .joins
      let isShape =
        isDown || isParallel || shared.contains(link.link) || (bridge != nil && !plan.asksFailure)
      guard isShape else {
        namelessCount += 1
        edges.append(.init(from: min(first, second), to: max(first, second), role: role))
        continue
      }
      var figure = figure(link.link)
      figure.outline = .rounded
      if plan.asksFailure, !isDown, bandOf[link.first] == bandOf[link.second] {
        figure.band = bandOf[link.first] ?? ""
      }
      if isParallel || shared.contains(link.link), together < Self.mostTogether {
        figure.isFixed = true
        together += 1
      }
      if let bridge, !plan.asksFailure {
        figure.role = .bridge
        figure.facts.append(words.splits(into: bridge.parts.count, cutOff: bridge.cutOff))
        figure.isFixed = plan.splits.prefix(Self.mostFixed).contains(bridge)
      }
      add(link.link, figure)
      let middle = sketch.figures.count - 1
      edges.append(.init(from: first, to: middle, role: role))
      edges.append(.init(from: middle, to: second, role: role))
    }
  }

  private mutating func drawCauses() {
    var causesFixed = 0
    for cause in plan.causes where place[cause.vertex] == nil {
      if plan.asksFailure, !plan.down.contains(cause.vertex) { continue }
      var figure = figure(cause.vertex)
      figure.network = nil
      figure.outline = .cause
      figure.band = ""
      if !plan.asksFailure {
        figure.role = cause.isCut ? .cutPoint : .plain
        figure.isFixed = cause.isCut && causesFixed < Self.mostTogether / 2
        causesFixed += figure.isFixed ? 1 : 0
        figure.facts.append(words.does(cause, of: plan.network.nodes.count))
      }
      figure.facts.insert(words.shared(by: cause.sharers.count), at: 0)
      add(cause.vertex, figure)
      let index = sketch.figures.count - 1
      for sharer in cause.sharers {
        guard let from = place[sharer] else { continue }
        edges.append(.init(from: from, to: index, role: .shares))
      }
    }
  }

  /// What fails outside the network, with an arrow to whatever of the network falls with it first.
  private mutating func drawOrigins() {
    let inside = plan.network.nodes + plan.network.links.map(\.link)
    for seed in plan.blast?.failed ?? [] where place[seed] == nil {
      let reached = inside.filter(plan.down.contains).compactMap { element -> VertexID? in
        let others = Set(inside).subtracting([element])
        return compiled.dependencies.way(from: seed, to: element, barring: others) == nil
          ? nil : element
      }
      guard !reached.isEmpty else { continue }
      add(seed, figure(seed))
      let from = sketch.figures.count - 1
      for element in reached {
        guard let to = place[element] else { continue }
        edges.append(.init(from: from, to: to, role: .spreads))
      }
    }
  }
}
