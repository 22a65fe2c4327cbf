/// Folds a sketch until people can read it, and counts what was folded.
///
/// Only crowded places are folded. Figures that differ in nothing that is drawn go first, then
/// pairs that are most alike: by their neighbours, then by network, owner and kind. Figures of
/// different state never meet.
struct Folding {
  /// The most shapes of a diagram.
  static let mostShapes = 40
  /// Up to here pairs are compared; above it whole groups are folded at once.
  private static let mostCompared = 150
  /// The most members of a group that was folded to make a drawing less deep.
  private static let mostInChain = 5

  /// Where a sketch is too full.
  struct Crowd {
    /// The figures of a place with too many; all of them where the whole is too large.
    var figures: [Int] = []
    /// Pairs, one below the other, of which some should be one: the first that can be is.
    var chain: [(Int, Int)] = []
  }

  /// The folded sketch.
  private(set) var sketch: Sketch
  /// The number of things that stand in groups now.
  private(set) var foldedCount = 0
  /// The number of groups.
  private(set) var groupCount = 0

  /// - Parameters:
  ///   - sketch: What to fold.
  ///   - crowds: Where it is too full, the worst first; none where it is not.
  /// - Complexity: O((*f* + *e*) log *e*) for each time that *f* figures with *e* edges are too many, and
  ///   the square of at most 150 for each pair that is folded.
  init(_ sketch: Sketch, crowds: (Sketch) -> [Crowd]) {
    self.sketch = sketch
    while let groups = next(in: crowds(self.sketch)) { self.sketch.fold(groups) }
    for figure in self.sketch.figures where figure.ids.count > 1 {
      foldedCount += figure.ids.count
      groupCount += 1
    }
  }

  private func next(in crowds: [Crowd]) -> [[Int]]? {
    for crowd in crowds {
      if let found = groups(in: crowd.figures) ?? pair(in: crowd.chain).map({ [$0] }) {
        return found
      }
    }
    return nil
  }

  /// One group, so that no more is folded than must be; of very many figures all groups at once.
  private func groups(in places: [Int]) -> [[Int]]? {
    guard places.count > 1 else { return nil }
    let neighbours = neighbours
    let equal = groups(of: places) { exactKey(of: $0, neighbours) }
    guard places.count > Self.mostCompared else {
      return (largest(equal) ?? mostAlike(places, neighbours)).map { [$0] }
    }
    if !equal.isEmpty { return equal }
    for key in [{ looseKey(of: $0, withOwner: true) }, { looseKey(of: $0, withOwner: false) }] {
      let alike = groups(of: places, by: key)
      if !alike.isEmpty { return alike }
    }
    return nil
  }

  private func groups(of places: [Int], by key: (Int) -> [String]?) -> [[Int]] {
    var groups: [[String]: [Int]] = [:]
    for index in places {
      guard let key = key(index) else { continue }
      groups[key, default: []].append(index)
    }
    return groups.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
  }

  private func largest(_ groups: [[Int]]) -> [Int]? {
    groups.min { ($1.count, $0[0]) < ($0.count, $1[0]) }
  }

  // MARK: - Likeness

  private func state(of index: Int) -> [String]? {
    let figure = sketch.figures[index]
    return figure.mayBeFolded ? [figure.band] + figure.state : nil
  }

  private func exactKey(of index: Int, _ neighbours: [Set<String>]) -> [String]? {
    guard let state = state(of: index) else { return nil }
    let figure = sketch.figures[index]
    let kind = figure.isUser ? "user" : figure.kind?.rawValue ?? "-"
    return state + [kind] + neighbours[index].sorted()
  }

  private func looseKey(of index: Int, withOwner: Bool) -> [String]? {
    guard let state = state(of: index) else { return nil }
    let figure = sketch.figures[index]
    return state + [figure.network ?? figure.kind?.rawValue ?? "-"]
      + (withOwner ? [figure.owner ?? "-"] : [])
  }

  /// What each figure is joined to, and how.
  private var neighbours: [Set<String>] {
    var found = [Set<String>](repeating: [], count: sketch.figures.count)
    for edge in sketch.edges {
      found[edge.from].insert(">\(edge.to) \(edge.role.rawValue)")
      found[edge.to].insert("<\(edge.from) \(edge.role.rawValue)")
    }
    return found
  }

  private func mostAlike(_ places: [Int], _ neighbours: [Set<String>]) -> [Int]? {
    let sets = places.map { neighbours[$0] }
    let states = places.map(state)
    var best: (score: Double, pair: [Int])?
    for (position, left) in places.enumerated() {
      guard let state = states[position] else { continue }
      for other in (position + 1)..<max(places.count, position + 1) where states[other] == state {
        let right = places[other]
        let shared = Double(sets[position].intersection(sets[other]).count)
        let all = Double(sets[position].union(sets[other]).count)
        let score = likeness(left, right) + (all == 0 ? 4 : 4 * shared / all)
        if score > best?.score ?? -.infinity { best = (score, [left, right]) }
      }
    }
    return best?.pair
  }

  /// How alike two figures are apart from their neighbours; large groups grow unwillingly.
  private func likeness(_ left: Int, _ right: Int) -> Double {
    let (left, right) = (sketch.figures[left], sketch.figures[right])
    var score = 0.0
    if left.network != nil, left.network == right.network { score += 2 }
    if left.owner != nil, left.owner == right.owner { score += 1 }
    if left.kind != nil, left.kind == right.kind { score += 1 }
    return score - 0.3 * Double(left.ids.count + right.ids.count)
  }

  // MARK: - Depth

  private func pair(in chain: [(Int, Int)]) -> [Int]? {
    for (upper, lower) in chain {
      guard let state = state(of: upper), state == self.state(of: lower) else { continue }
      let figures = [sketch.figures[upper], sketch.figures[lower]]
      let size = figures.reduce(0) { $0 + $1.ids.count }
      if figures.contains(where: \.isUser) || size > Self.mostInChain { continue }
      return [upper, lower].sorted()
    }
    return nil
  }
}
