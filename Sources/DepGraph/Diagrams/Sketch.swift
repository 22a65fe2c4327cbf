/// A drawing before it is folded to a readable size: every element a figure of its own.
struct Sketch {
  /// One thing to draw, or several folded into one.
  struct Figure {
    var ids: [String]
    var names: [String]
    var kind: ComponentKind?
    /// The band that it stands in; empty where there are none.
    var band = ""
    var owner: String?
    var network: String?
    var role = ShapeRole.plain
    var outline = ShapeOutline.box
    var isPossible = false
    var isDouble = false
    /// Whether it needs more than is known.
    var isUnknown = false
    /// What is said of it; a group shows what is said of all its members alike.
    var facts: [String] = []

    /// Whether it is a process or a consumer, or a group of them.
    var isUser: Bool { outline == .rounded && role != .supplier }
  }

  /// An arrow between two figures.
  struct Edge: Hashable {
    var from: Int
    var to: Int
    var role: LineRole
  }

  var figures: [Figure] = []
  /// At most one for each pair, by `from`, then `to`.
  private(set) var edges: [Edge] = []

  /// Takes the strongest edge of each pair; an edge from a figure to itself says nothing.
  ///
  /// - Complexity: O(*e* log *e*) for *e* edges.
  mutating func setEdges(_ edges: [Edge]) {
    let sorted = edges.filter { $0.from != $0.to }.sorted {
      ($0.from, $0.to, $0.role.weakness) < ($1.from, $1.to, $1.role.weakness)
    }
    self.edges = []
    for edge in sorted {
      if let last = self.edges.last, last.from == edge.from, last.to == edge.to { continue }
      self.edges.append(edge)
    }
  }

  /// Folds some figures into the first of them.
  ///
  /// - Complexity: O(*f* + *e* log *e*) for *f* figures and *e* edges.
  mutating func fold(_ indices: [Int]) {
    guard let first = indices.first else { return }
    let folded = Set(indices)
    var group = figures[first]
    for index in indices.dropFirst() {
      let figure = figures[index]
      group.ids += figure.ids
      group.names += figure.names
      if group.kind != figure.kind { group.kind = nil }
      if group.owner != figure.owner { group.owner = nil }
      group.isDouble = group.isDouble || figure.isDouble
      group.isUnknown = group.isUnknown || figure.isUnknown
      group.facts = group.facts.filter(figure.facts.contains)
    }
    var place = [Int](repeating: 0, count: figures.count)
    var kept: [Figure] = []
    for index in figures.indices {
      if index == first {
        place[index] = kept.count
        kept.append(group)
      } else if !folded.contains(index) {
        place[index] = kept.count
        kept.append(figures[index])
      }
    }
    for index in indices { place[index] = place[first] }
    figures = kept
    setEdges(edges.map { Edge(from: place[$0.from], to: place[$0.to], role: $0.role) })
  }
}

extension LineRole {
  /// The lower, the more it says about what happens: the one that a merged edge shows.
  fileprivate var weakness: Int {
    switch self {
    case .needs, .spreads: 0
    case .alternative, .mayspread: 1
    case .inferred, .weakens: 2
    case .soft, .holds, .carries, .leans: 3
    case .supplied: 4
    }
  }
}
