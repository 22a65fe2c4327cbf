/// Which figures stand in which row of which band, dependents above what they depend on.
struct BandLayout {
  /// A band and the rows in it.
  struct Band {
    var name: String
    /// Figure indices, row by row.
    var rows: [[Int]]
  }

  /// From top to bottom.
  let bands: [Band]

  /// - Complexity: O(*b*² + *f* + *e*) for *b* bands, *f* figures and *e* edges.
  init(_ sketch: Sketch) {
    var names: [String] = []
    var members: [String: [Int]] = [:]
    for (index, figure) in sketch.figures.enumerated() {
      if members[figure.band] == nil { names.append(figure.band) }
      members[figure.band, default: []].append(index)
    }
    bands = Self.order(names, sketch).map { name in
      Band(name: name, rows: Self.rows(of: members[name, default: []], sketch))
    }
  }

  /// The edges inside each band of several rows, the deepest band first: of their ends some could stand in
  /// one row.
  ///
  /// - Parameters:
  ///   - sketch: What was laid out.
  ///   - spared: A band that stays as it is.
  /// - Returns: The edges of each such band, in the order of the sketch.
  /// - Complexity: O(*b*·*e*) for *b* bands and *e* edges.
  func chains(in sketch: Sketch, sparing spared: String? = nil) -> [[Sketch.Edge]] {
    let deep = bands.enumerated().filter { $1.rows.count > 1 && $1.name != spared }
      .sorted { (-$0.element.rows.count, $0.offset) < (-$1.element.rows.count, $1.offset) }
    return deep.map(\.element.name).map { band in
      sketch.edges.filter { edge in
        sketch.figures[edge.from].band == band && sketch.figures[edge.to].band == band
      }
    }
  }

  /// An order of bands in which few arrows lead upwards: always the band that is depended on least.
  ///
  /// Eades, Lin and Smyth, *A fast and effective heuristic for the feedback arc set problem*, 1993,
  /// doi:10.1016/0020-0190(93)90079-O, in its simplest form; ties by first appearance.
  private static func order(_ names: [String], _ sketch: Sketch) -> [String] {
    var weight: [String: [String: Int]] = [:]
    for edge in sketch.edges {
      let (from, to) = (sketch.figures[edge.from].band, sketch.figures[edge.to].band)
      if from != to { weight[from, default: [:]][to, default: 0] += 1 }
    }
    var left = names
    var ordered: [String] = []
    while !left.isEmpty {
      let pull = left.map { name in
        left.reduce(0) { sum, other in
          sum + (weight[name]?[other] ?? 0) - (weight[other]?[name] ?? 0)
        }
      }
      let isSource = left.map { name in left.allSatisfy { (weight[$0]?[name] ?? 0) == 0 } }
      let best = left.indices.min {
        (isSource[$0] ? 0 : 1, -pull[$0], $0) < (isSource[$1] ? 0 : 1, -pull[$1], $1)
      }
      ordered.append(left.remove(at: best ?? 0))
    }
    return ordered
  }

  /// Rows inside a band: each figure below all that depend on it, cycles cut where met first.
  private static func rows(of members: [Int], _ sketch: Sketch) -> [[Int]] {
    let inside = Set(members)
    var targets: [Int: [Int]] = [:]
    for edge in sketch.edges where inside.contains(edge.from) && inside.contains(edge.to) {
      targets[edge.from, default: []].append(edge.to)
    }
    let finished = Self.finishingOrder(of: members, targets)
    var position: [Int: Int] = [:]
    for (number, figure) in finished.enumerated() { position[figure] = number }
    var level: [Int: Int] = [:]
    for figure in finished.reversed() {
      for target in targets[figure, default: []] {
        // An arrow to what finished later closes a cycle.
        guard (position[target] ?? 0) < (position[figure] ?? 0) else { continue }
        level[target] = max(level[target] ?? 0, (level[figure] ?? 0) + 1)
      }
    }
    let depth = members.map { level[$0] ?? 0 }.max() ?? 0
    return (0...depth).map { row in members.filter { (level[$0] ?? 0) == row } }
  }

  /// The figures in the order in which a depth-first search leaves them.
  private static func finishingOrder(of members: [Int], _ targets: [Int: [Int]]) -> [Int] {
    var seen: Set<Int> = []
    var finished: [Int] = []
    for root in members where seen.insert(root).inserted {
      var stack = [(figure: root, next: 0)]
      while let top = stack.last {
        let ways = targets[top.figure, default: []]
        if top.next < ways.count {
          stack[stack.count - 1].next += 1
          let target = ways[top.next]
          if seen.insert(target).inserted { stack.append((target, 0)) }
        } else {
          finished.append(top.figure)
          stack.removeLast()
        }
      }
    }
    return finished
  }
}
