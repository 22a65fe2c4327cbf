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
  /// - Complexity: O(*f*·(*f* + *e*) log *e*) for *f* figures and *e* edges, with a square of at most
  ///   150 figures compared in pairs.
  init(_ sketch: Sketch, crowds: (Sketch) -> [Crowd]) {
    self.sketch = sketch
    while let next = next(in: crowds(self.sketch)) { self.sketch.fold(next) }
    for figure in self.sketch.figures where figure.ids.count > 1 {
      foldedCount += figure.ids.count
      groupCount += 1
    }
  }

  private func next(in crowds: [Crowd]) -> [Int]? {
    for crowd in crowds {
      if let found = group(in: crowd.figures) ?? pair(in: crowd.chain) { return found }
    }
    return nil
  }

  private func group(in places: [Int]) -> [Int]? {
    guard places.count > 1 else { return nil }
    if let equal = largestGroup(of: places, by: exactKey) { return equal }
    guard places.count > Self.mostCompared else { return mostAlike(places) }
    return largestGroup(of: places) { looseKey(of: $0, withOwner: true) }
      ?? largestGroup(of: places) { looseKey(of: $0, withOwner: false) }
  }

  private func largestGroup(of places: [Int], by key: (Int) -> [String]?) -> [Int]? {
    var groups: [[String]: [Int]] = [:]
    for index in places {
      guard let key = key(index) else { continue }
      groups[key, default: []].append(index)
    }
    return groups.values.filter { $0.count > 1 }.min { ($1.count, $0[0]) < ($0.count, $1[0]) }
  }

  // MARK: - Likeness

  private func state(of index: Int) -> [String]? {
    let figure = sketch.figures[index]
    guard figure.role != .focus, figure.role != .origin else { return nil }
    return [figure.band, figure.role.rawValue, "\(figure.isPossible)", "\(figure.isUser)"]
  }

  private func exactKey(of index: Int) -> [String]? {
    guard let state = state(of: index) else { return nil }
    let figure = sketch.figures[index]
    let kind = figure.isUser ? "user" : figure.kind?.rawValue ?? "-"
    return state + [kind] + neighbours(of: index).sorted()
  }

  private func looseKey(of index: Int, withOwner: Bool) -> [String]? {
    guard let state = state(of: index) else { return nil }
    let figure = sketch.figures[index]
    return state + [figure.network ?? figure.kind?.rawValue ?? "-"]
      + (withOwner ? [figure.owner ?? "-"] : [])
  }

  private func neighbours(of index: Int) -> Set<String> {
    var found: Set<String> = []
    for edge in sketch.edges {
      if edge.from == index { found.insert(">\(edge.to) \(edge.role.rawValue)") }
      if edge.to == index { found.insert("<\(edge.from) \(edge.role.rawValue)") }
    }
    return found
  }

  private func mostAlike(_ places: [Int]) -> [Int]? {
    let sets = places.map(neighbours)
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
