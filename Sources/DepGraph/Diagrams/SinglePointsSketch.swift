/// Collects the figures and edges of the heat map.
struct SinglePointsSketch {
  /// The most findings of false redundancy that get lines of their own.
  private static let mostMarked = 4
  /// The most findings of independence not shown whose members stay apart.
  private static let mostDoubts = 3
  /// The most edges of which those that follow from others are looked for.
  private static let mostThinned = 3_000

  private(set) var sketch = Sketch()
  /// What is not drawn.
  private(set) var leftOut: [String] = []
  /// What else a reader should know.
  private(set) var notes: [String] = []
  private let review: SinglePointsReview
  private let compiled: CompiledModel
  private let words: DiagramWords
  private let losses: SoleLosses
  private let source: FigureSource
  private let marked: [MarkedRedundancy]
  private var place: [VertexID: Int] = [:]

  init(
    _ review: SinglePointsReview, _ compiled: CompiledModel, _ words: DiagramWords,
    _ losses: SoleLosses
  ) {
    self.review = review
    self.compiled = compiled
    self.words = words
    self.losses = losses
    source = FigureSource(compiled, words, SoleFailures(in: compiled))
    marked = MarkedRedundancy.all(in: review, losses)
  }

  /// - Complexity: O(*n* + *d* + *p*·*l* + *e*·(*n* + *e*)) for *n* elements, *d* dependencies, *p* paths
  ///   over networks of *l* links and *e* edges drawn.
  mutating func draw() {
    for vertex in chosen() {
      place[vertex] = sketch.figures.count
      sketch.figures.append(figure(of: vertex))
    }
    markDoubts()
    drawEdges()
  }

  // MARK: - Figures

  private mutating func chosen() -> [VertexID] {
    var elements = (0..<compiled.table.count).map { VertexID($0) }
    if review.isNarrowed {
      let bearing = Bearing(
        on: review.singlePoints.targets.map(\.vertex), compiled.reading(.possible))
      let onWays = bearing.networks.flatMap { number in
        let network = compiled.networks.networks[number]
        return network.nodes + network.links.map(\.link)
      }
      let bears = bearing.vertices.union(Bearing(on: onWays, compiled.reading(.possible)).vertices)
      let near = elements.filter(bears.contains)
      if near.count < elements.count {
        leftOut.append(words.notBearing(elements.count - near.count))
      }
      elements = near
    }
    let isCause = Set(marked.map(\.cause))
    let lone = elements.filter { vertex in
      compiled.component(vertex) == nil && compiled.dependencies.on(vertex).count < 2
        && vertex != losses.widest && !isCause.contains(vertex)
    }
    if !lone.isEmpty { leftOut.append(words.loneCauses(lone.count)) }
    return elements.filter { !lone.contains($0) }
  }

  private func figure(of vertex: VertexID) -> Sketch.Figure {
    var figure = source.figure(of: vertex)
    let loss = losses[vertex]
    let scale = losses.scale
    figure.role = scale.role(of: loss.possible)
    figure.isPossible = scale.role(of: loss.certain) != figure.role
    if loss.possible == 0, let target = target(vertex) {
      figure.role = target.points.isEmpty ? .secure : .exposed
      figure.isPossible =
        !target.points.isEmpty && target.points.allSatisfy { $0.verdict == .possible }
      figure.isOpen = target.points.isEmpty && review.isOpen(target)
    } else if figure.isUser {
      // A user about whom nobody asked.
      figure.role = .plain
    }
    if vertex == losses.widest { figure.isFixed = true }
    if compiled.component(vertex) == nil {
      figure.outline = .cause
      figure.facts.append(words.shared(by: compiled.dependencies.on(vertex).count))
    }
    if marked.prefix(Self.mostMarked).contains(where: { $0.fixed.contains(vertex) }) {
      figure.isFixed = true
    }
    if review.falseRedundancy.contains(where: { $0.owner == vertex }) {
      figure.facts.append(words.falseRedundancy)
    }
    return figure
  }

  private func target(_ vertex: VertexID) -> SinglePoints.Target? {
    review.singlePoints.targets.first { $0.vertex == vertex }
  }

  /// Puts a question on who rests on members of which a shared value is not known, and on these.
  private mutating func markDoubts() {
    for (number, doubt) in review.independenceNotShown.enumerated() {
      let staysApart = number < Self.mostDoubts
      if case .group(let owner, _) = doubt.subject {
        mark(owner, words.independenceAsked(doubt.key), staysApart)
        for member in doubt.members { mark(member, words.notKnown(doubt.key), staysApart) }
      } else {
        for member in doubt.members { mark(member, words.notKnown(doubt.key), false) }
      }
    }
  }

  private mutating func mark(_ vertex: VertexID, _ fact: String, _ staysApart: Bool) {
    guard let index = place[vertex] else { return }
    if !sketch.figures[index].facts.contains(fact) { sketch.figures[index].facts.append(fact) }
    if staysApart { sketch.figures[index].isFixed = true }
  }

  // MARK: - Edges

  private mutating func drawEdges() {
    var edges: [Sketch.Edge] = []
    var softCount = 0
    for dependency in compiled.dependencies.all {
      guard let from = place[dependency.dependent], let to = place[dependency.target] else {
        continue
      }
      if dependency.strength == .soft {
        softCount += 1
        continue
      }
      let isCommon = dependency.strength == .shared && compiled.component(dependency.target) == nil
      edges.append(
        .init(from: from, to: to, role: isCommon ? .shares : source.role(of: dependency)))
    }
    edges += source.networkEdges(place)
    for finding in marked.prefix(Self.mostMarked) {
      edges += finding.lines.compactMap { from, to, role in
        guard let start = place[from], let end = place[to] else { return nil }
        return .init(from: start, to: end, role: role)
      }
    }
    sketch.setEdges(edges)
    let thinned = thinned(sketch.edges)
    if thinned.count < sketch.edges.count {
      leftOut.append(words.impliedLeftOut(sketch.edges.count - thinned.count))
      sketch.setEdges(thinned)
    }
    if softCount > 0 { leftOut.append(words.softLeftOut(softCount)) }
    if marked.count > Self.mostMarked {
      notes.append(words.falseRedundancyLeftOut(marked.count - Self.mostMarked))
    }
  }

  /// Edges without those of which both ends are joined by a way of other edges that mean the same.
  private func thinned(_ edges: [Sketch.Edge]) -> [Sketch.Edge] {
    guard edges.count <= Self.mostThinned else { return edges }
    var targets: [Int: Set<Int>] = [:]
    for edge in edges where edge.role.isFirm { targets[edge.from, default: []].insert(edge.to) }
    return edges.filter { edge in
      guard edge.role == .needs else { return true }
      var seen: Set<Int> = [edge.from]
      var stack = targets[edge.from, default: []].filter { $0 != edge.to }
      while let next = stack.popFirst() {
        if next == edge.to {
          targets[edge.from]?.remove(edge.to)
          return false
        }
        if seen.insert(next).inserted { stack.formUnion(targets[next, default: []]) }
      }
      return true
    }
  }
}

extension LineRole {
  /// Whether the end at the tail falls with the one at the head.
  fileprivate var isFirm: Bool { self == .needs || self == .shares || self == .defeats }
}

/// False redundancy as it is drawn: who has it, the alternatives, and the one cause.
struct MarkedRedundancy {
  /// Who has it, in order; several where all need ways over one network.
  private(set) var owners: [VertexID]
  /// The network, where it is one of ways.
  let network: String?
  /// The alternatives that fall; of a network the nodes and links.
  let members: [VertexID]
  /// What takes them away together.
  let cause: VertexID
  private let ways: [[VertexID]]

  /// All that a review found, the widest first, each with its widest cause.
  ///
  /// - Complexity: O(*f*·*c*) for *f* findings with *c* causes each.
  static func all(in review: SinglePointsReview, _ losses: SoleLosses) -> [MarkedRedundancy] {
    let fallen = Dictionary(
      review.singlePoints.ranking.map { ($0.vertex, $0.components) }, uniquingKeysWith: max)
    let weight = { (vertex: VertexID) in (losses[vertex].possible, fallen[vertex] ?? 0) }
    var found: [MarkedRedundancy] = []
    for finding in review.falseRedundancy {
      let causes = finding.causes.isEmpty ? finding.defeatingMembers : finding.causes
      guard let cause = causes.max(by: { weight($0.vertex) < weight($1.vertex) }) else { continue }
      var name: String?
      if case .ways(let network) = finding.kind { name = network }
      if let name,
        let known = found.firstIndex(where: { $0.network == name && $0.cause == cause.vertex })
      {
        found[known].owners.append(finding.owner)
        continue
      }
      var members: [VertexID] = []
      for member in cause.ways.compactMap(\.last) where !members.contains(member) {
        members.append(member)
      }
      found.append(
        MarkedRedundancy(
          owners: [finding.owner], network: name, members: members, cause: cause.vertex,
          ways: cause.ways))
    }
    return found.enumerated().sorted { left, right in
      let (one, other) = (weight(left.element.cause), weight(right.element.cause))
      return one == other ? left.offset < right.offset : one > other
    }.map(\.element)
  }

  /// Whether the alternatives have the cause themselves, with nothing in between.
  ///
  /// - Complexity: O(*w*) for *w* ways.
  var isDirect: Bool { network == nil && ways.allSatisfy { $0.count == 2 } }

  /// What never stands in a group, so that it is seen.
  ///
  /// - Complexity: O(*m*) for *m* members.
  var fixed: Set<VertexID> {
    network == nil ? Set(owners + members + [cause]) : [cause]
  }

  /// The lines that show it: dashed to the alternatives, solid from them to the cause.
  ///
  /// - Complexity: O(*o*·*m* + *w*) for *o* owners of *m* members, and ways of *w* elements in all.
  var lines: [(from: VertexID, to: VertexID, role: LineRole)] {
    var lines: [(from: VertexID, to: VertexID, role: LineRole)] = []
    // Ways over a network are too many for lines of their own.
    for owner in owners where network == nil {
      for member in members where member != cause && member != owner {
        lines.append((owner, member, .falseAlternative))
      }
    }
    for way in ways {
      for (upper, lower) in zip(way.dropFirst(), way) { lines.append((upper, lower, .defeats)) }
    }
    return lines
  }
}
