/// The gates of a region with numbers of its own, as orders of variables look at them.
struct RegionShape {
  /// The number of leaves; they have the first numbers, in the order of the region.
  let leafCount: Int
  /// Of each leaf and gate what it reads, inputs before what reads them (but on cycles).
  let rows: [[Int]]
  /// The places of the roots.
  let roots: [Int]
  /// By how many places each is read.
  let useCounts: [Int]

  init(_ region: Region, _ dependence: GateDependence, places: inout [Int]) {
    leafCount = region.leaves.count
    for (place, leaf) in region.leaves.enumerated() { places[leaf] = place }
    for (place, gate) in region.gates.enumerated() { places[gate] = leafCount + place }
    var rows: [[Int]] = Array(repeating: [], count: leafCount)
    var useCounts = Array(repeating: 0, count: leafCount + region.gates.count)
    for gate in region.gates {
      let row = dependence.rows[VertexID(gate)].map { places[$0.index] }
      for place in row { useCounts[place] += 1 }
      rows.append(row)
    }
    self.rows = rows
    self.useCounts = useCounts
    roots = region.roots.map { places[$0] }
  }

  /// How many leaves stand below each place, one for each way to it.
  ///
  /// - Complexity: O(*i*) for *i* inputs.
  var weights: [Double] {
    var weights = Array(repeating: 1.0, count: rows.count)
    for place in leafCount..<rows.count {
      weights[place] = min(1e300, rows[place].reduce(0) { $1 < place ? $0 + weights[$1] : $0 })
    }
    return weights
  }

  /// Whether an order is found in a time that suits the number of gates.
  func isAffordable(_ order: VariableOrder) -> Bool {
    order != .weighted || leafCount * useCounts.reduce(0, +) < 1 << 24
  }

  /// The leaves in an order.
  func leaves(_ order: VariableOrder) -> [Int] {
    switch order {
    case .given: return depthFirst { rows[$0] }
    case .light:
      let weights = weights
      return depthFirst { rows[$0].sorted { (weights[$0], $0) < (weights[$1], $1) } }
    case .heavy:
      let weights = weights
      return depthFirst { rows[$0].sorted { (weights[$1], $0) < (weights[$0], $1) } }
    case .shared:
      return depthFirst { rows[$0].sorted { (useCounts[$1], $0) < (useCounts[$0], $1) } }
    case .weighted: return byWeight()
    case .force: return drawnTogether(leaves(.heavy), rounds: 40)
    }
  }

  /// The leaves as a depth-first search meets them.
  func depthFirst(_ inputs: (Int) -> [Int]) -> [Int] {
    var result: [Int] = []
    var isMet = Array(repeating: false, count: rows.count)
    var stack: [Int] = Array(roots.reversed())
    while let place = stack.popLast() {
      guard !isMet[place] else { continue }
      isMet[place] = true
      if place < leafCount {
        result.append(place)
      } else {
        for input in inputs(place).reversed() where !isMet[input] { stack.append(input) }
      }
    }
    return result
  }

  /// The leaves by the weight that comes down to them, which is found anew after each.
  ///
  /// - Complexity: O(*l* · *i*) for *l* leaves and *i* inputs.
  private func byWeight() -> [Int] {
    var rest = rows
    var result: [Int] = []
    var isOut = Array(repeating: false, count: rows.count)
    while result.count < leafCount {
      var weights = Array(repeating: 0.0, count: rows.count)
      for root in roots { weights[root] += 1 }
      for place in stride(from: rows.count - 1, through: leafCount, by: -1) {
        guard !rest[place].isEmpty, weights[place] > 0 else { continue }
        let share = weights[place] / Double(rest[place].count)
        for input in rest[place] { weights[input] += share }
      }
      var best = -1
      for leaf in 0..<leafCount where !isOut[leaf] && (best < 0 || weights[leaf] > weights[best]) {
        best = leaf
      }
      isOut[best] = true
      result.append(best)
      // Without the leaf; gates that have nothing left go too.
      for place in leafCount..<rows.count {
        rest[place].removeAll { isOut[$0] }
        if rest[place].isEmpty { isOut[place] = true }
      }
    }
    return result
  }

  /// The leaves after each gate has drawn together what it stands on.
  ///
  /// Gates take part as places of their own, which are left out at the end.
  private func drawnTogether(_ start: [Int], rounds: Int) -> [Int] {
    var order = gatesAndLeaves()
    var position = Array(repeating: 0.0, count: rows.count)
    var best = start
    var bestSpan = Double.infinity
    for _ in 0..<rounds {
      for (place, node) in order.enumerated() { position[node] = Double(place) }
      var sum = Array(repeating: 0.0, count: rows.count)
      var count = Array(repeating: 0.0, count: rows.count)
      var span = 0.0
      for gate in leafCount..<rows.count {
        let all = rows[gate] + [gate]
        let places = all.map { position[$0] }
        span += (places.max() ?? 0) - (places.min() ?? 0)
        let middle = places.reduce(0, +) / Double(places.count)
        for node in all {
          sum[node] += middle
          count[node] += 1
        }
      }
      if span < bestSpan {
        bestSpan = span
        best = order.filter { $0 < leafCount }
      }
      order.sort { (sum[$0] / max(1, count[$0]), $0) < (sum[$1] / max(1, count[$1]), $1) }
    }
    return best
  }

  /// All places as a depth-first search leaves them, the inputs with the most below them first.
  private func gatesAndLeaves() -> [Int] {
    let weights = weights
    var order: [Int] = []
    var isMet = Array(repeating: false, count: rows.count)
    var stack: [(place: Int, isLeft: Bool)] = roots.reversed().map { ($0, false) }
    while let (place, isLeft) = stack.popLast() {
      if isLeft {
        order.append(place)
        continue
      }
      guard !isMet[place] else { continue }
      isMet[place] = true
      stack.append((place, true))
      let inputs = rows[place].sorted { (weights[$1], $0) < (weights[$0], $1) }
      for input in inputs.reversed() where !isMet[input] { stack.append((input, false)) }
    }
    return order
  }
}
