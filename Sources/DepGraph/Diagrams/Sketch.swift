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
    /// How many of its members are single points of failure.
    var soleCount = 0
    /// Whether it needs more than is known.
    var isUnknown = false
    /// Whether it is the point of the picture, and never folded.
    var isFixed = false
    /// Whether what is said of it may not be all: it is not folded with what is known.
    var isOpen = false
    /// Whether it is pointed out.
    var isHighlighted = false
    /// What its members have in common, where they were folded for that; nil: nothing was asked for.
    var groupName: String?
    /// What is said of it; a group shows what is said of all its members alike.
    var facts: [String] = []

    /// Whether every member is a single point of failure.
    var isDouble: Bool { soleCount == ids.count }

    /// Whether it is a process or a consumer, or a group of them.
    var isUser: Bool { outline == .rounded && role != .supplier }

    /// Whether it may be folded with others.
    var mayBeFolded: Bool { !isFixed && ![.focus, .origin, .breaker].contains(role) }

    /// What figures that are folded together have alike.
    var state: [String] {
      [
        role.rawValue, "\(isPossible)", outline.rawValue, "\(isUser)", "\(isOpen)",
        "\(isHighlighted)",
      ]
    }
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

  /// Folds groups of figures, each into its first.
  ///
  /// - Precondition: No figure stands in two groups.
  /// - Complexity: O(*f* + *e* log *e*) for *f* figures and *e* edges.
  mutating func fold(_ groups: [[Int]]) {
    var leader = Array(figures.indices)
    for group in groups {
      for index in group { leader[index] = group[0] }
    }
    var merged = figures
    for group in groups {
      for index in group.dropFirst() { merged[group[0]].absorb(figures[index]) }
    }
    var place = [Int](repeating: 0, count: figures.count)
    var kept: [Figure] = []
    for index in figures.indices where leader[index] == index {
      place[index] = kept.count
      kept.append(merged[index])
    }
    figures = kept
    setEdges(
      edges.map {
        Edge(from: place[leader[$0.from]], to: place[leader[$0.to]], role: $0.role)
      })
  }
}

extension Sketch.Figure {
  /// Takes another figure in; what only one of both has is said of neither.
  fileprivate mutating func absorb(_ other: Self) {
    ids += other.ids
    names += other.names
    if kind != other.kind { kind = nil }
    if owner != other.owner { owner = nil }
    if groupName != other.groupName { groupName = nil }
    soleCount += other.soleCount
    isUnknown = isUnknown || other.isUnknown
    facts = facts.filter(other.facts.contains)
  }
}

extension LineRole {
  /// The lower, the more it says about what happens: the one that a merged edge shows.
  fileprivate var weakness: Int {
    switch self {
    case .arrives, .departs: -2
    case .defeats, .falseAlternative, .fallsShort: -1
    case .needs, .spreads, .joins, .irreplaceable: 0
    case .alternative, .mayspread, .cutOff, .mayLack: 1
    case .inferred, .weakens, .sameSource: 2
    case .soft, .holds, .carries, .leans, .awaits, .shares, .provides, .covers, .restsOn: 3
    case .supplied, .replaceable, .subcontracts, .standsUnder: 4
    }
  }
}
