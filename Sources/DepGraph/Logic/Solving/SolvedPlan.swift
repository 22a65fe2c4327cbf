/// Some tops that were simplified, divided and solved together.
final class SolvedPlan {
  let graph: GateGraph
  let tops: [GateID]
  let regions: [Region]
  private(set) var solved: [SolvedRegion] = []
  /// What is known of each gate that is a module or an event.
  private(set) var leafValues: [LeafValue]
  /// The region of each gate that is a root, and its place among the roots.
  private var rootPlaces: [Int: (region: Int, root: Int)] = [:]
  private var lastChances: (chances: [Double], values: Chances)?

  init(_ graph: GateGraph, tops: [GateID], limits: SolverLimits) {
    let simplified = SimplifiedGates(graph, tops: tops)
    self.graph = simplified.graph
    self.tops = simplified.tops
    let dependence = GateDependence(simplified.graph, tops: simplified.tops)
    let modules = Modules(of: simplified.graph, tops: simplified.tops, dependence: dependence)
    regions = Region.regions(
      of: simplified.graph, tops: simplified.tops, dependence: dependence, modules: modules)
    var solver = RegionSolver(simplified.graph, dependence, limits)
    for (index, region) in regions.enumerated() {
      let result = solver.solve(region)
      solved.append(result)
      for (place, root) in region.roots.enumerated() {
        rootPlaces[root] = (index, place)
        guard modules.isModule[root] else { continue }
        let edge = result.rows.roots.isEmpty ? 0 : result.rows.roots[place]
        solver.leafValues[root] =
          if let limit = result.limits[place] {
            .unknown(limit)
          } else if edge <= 1 {
            .constant(edge == 1)
          } else {
            // Where no event happens the low branches are followed, which are never signed: the sign
            // of the root is its value there.
            edge & 1 == 1 ? .opposite : .variable
          }
      }
    }
    leafValues = solver.leafValues
  }

  // MARK: - Tops

  /// What a top has become.
  enum Top {
    case constant(Bool)
    case event(EventID, isNegated: Bool)
    /// An edge of the diagrams of a region.
    case edge(UInt32, region: Int)
    case unknown(DiagramLimit)
  }

  func value(of top: Int) -> Top {
    let gate = tops[top]
    if case .constant(let value) = graph.gate(gate) { return .constant(value != gate.isNegated) }
    if case .event(let event) = graph.gate(gate) { return .event(event, isNegated: gate.isNegated) }
    guard let (region, root) = rootPlaces[gate.index] else {
      preconditionFailure("a top is a root")
    }
    if let limit = solved[region].limits[root] { return .unknown(limit) }
    let edge = solved[region].rows.roots[root] ^ (gate.isNegated ? 1 : 0)
    return edge <= 1 ? .constant(edge == 1) : .edge(edge, region: region)
  }

  func limit(of top: Int) -> DiagramLimit? {
    if case .unknown(let limit) = value(of: top) { limit } else { nil }
  }

  /// The region whose module a gate is.
  func region(ofModule gate: Int) -> Int {
    guard let place = rootPlaces[gate] else { preconditionFailure("a module is a root") }
    return place.region
  }

  /// Whether the gates below a top read no event negated.
  func isCoherent(_ top: Int) -> Bool { graph.isCoherent([tops[top]]) }

  /// The events that a top depends on.
  func events(of top: Int) -> [EventID] {
    var events: [EventID] = []
    switch value(of: top) {
    case .constant, .unknown: return []
    case .event(let event, _): return [event]
    case .edge(let edge, let region):
      var stack = [(edge, region)]
      while let (edge, region) = stack.popLast() {
        for leaf in solved[region].leaves(below: edge) {
          if case .event(let event) = graph.gate(GateID(leaf)) {
            events.append(event)
          } else {
            let below = self.region(ofModule: leaf)
            stack.append((solved[below].rows.roots[0], below))
          }
        }
      }
    }
    return events.sorted()
  }

  // MARK: - Probabilities

  /// The probabilities that each node of each region is true and that it is false.
  struct Chances {
    var isTrue: [[Double]] = []
    var isFalse: [[Double]] = []
    /// Those of the variables of each region, by level.
    var leafTrue: [[Double]] = []
    var leafFalse: [[Double]] = []

    func probability(_ edge: UInt32, in region: Int) -> Double {
      edge & 1 == 0 ? isTrue[region][Int(edge >> 1)] : isFalse[region][Int(edge >> 1)]
    }

    /// By how much one edge is likelier than another, from the value that is less likely, where
    /// rounding costs least.
    func difference(_ first: UInt32, _ second: UInt32, in region: Int) -> Double {
      let (a, b) = (probability(first, in: region), probability(second, in: region))
      let (c, d) = (probability(first ^ 1, in: region), probability(second ^ 1, in: region))
      return max(a, b) <= max(c, d) ? a - b : d - c
    }
  }

  /// The probabilities of all nodes; those for the last question are kept.
  func chances(_ chances: [Double]) -> Chances {
    if let lastChances, lastChances.chances == chances { return lastChances.values }
    var values = Chances()
    for region in solved {
      var leafTrue: [Double] = []
      var leafFalse: [Double] = []
      for leaf in region.leaves {
        if case .event(let event) = graph.gate(GateID(leaf)) {
          leafTrue.append(chances[event.index])
          leafFalse.append(1 - chances[event.index])
        } else {
          let below = self.region(ofModule: leaf)
          let root = solved[below].rows.roots.first.map { $0 & ~1 } ?? 0
          leafTrue.append(values.probability(root, in: below))
          leafFalse.append(values.probability(root ^ 1, in: below))
        }
      }
      let nodes = region.rows.chances(leafTrue, leafFalse)
      values.isTrue.append(nodes.isTrue)
      values.isFalse.append(nodes.isFalse)
      values.leafTrue.append(leafTrue)
      values.leafFalse.append(leafFalse)
    }
    lastChances = (chances, values)
    return values
  }

  func probability(of top: Int, _ values: Chances) -> Double? {
    switch value(of: top) {
    case .constant(let value): return value ? 1 : 0
    case .unknown: return nil
    case .edge(let edge, let region): return values.probability(edge, in: region)
    case .event(let event, let isNegated):
      guard let chance = lastChances?.chances[event.index] else { return nil }
      return isNegated ? 1 - chance : chance
    }
  }

  /// The Birnbaum importance of each event for a top.
  func importance(of top: Int, _ values: Chances, eventCount: Int) -> [Double] {
    var result = Array(repeating: 0.0, count: eventCount)
    switch value(of: top) {
    case .constant, .unknown: break
    case .event(let event, let isNegated): result[event.index] = isNegated ? -1 : 1
    case .edge(let edge, let region):
      // A module stands in one region alone, so each is gone down from once.
      var stack = [(edge: edge, region: region, gain: 1.0)]
      while let (edge, region, gain) = stack.popLast() {
        for (level, inner) in solved[region].gains(of: edge, values, region: region) {
          let leaf = solved[region].leaves[level]
          if case .event(let event) = graph.gate(GateID(leaf)) {
            result[event.index] += gain * inner
          } else {
            let below = self.region(ofModule: leaf)
            stack.append((solved[below].rows.roots[0] & ~1, below, gain * inner))
          }
        }
      }
    }
    return result
  }
}

extension SolvedRegion {
  /// The gates that an edge depends on.
  func leaves(below edge: UInt32) -> [Int] {
    Set(nodes(below: edge).map { rows[$0].level }).sorted().map { leaves[Int($0)] }
  }

  /// The places of the nodes below an edge, each after those that lead to it.
  func nodes(below edge: UInt32) -> [Int] {
    guard edge > 1 else { return [] }
    var isMet: Set<UInt32> = [edge >> 1]
    var stack = [edge >> 1]
    var nodes: [Int] = []
    while let node = stack.popLast() {
      nodes.append(Int(node))
      for next in [rows[Int(node)].low >> 1, rows[Int(node)].high >> 1]
      where next != 0 && isMet.insert(next).inserted { stack.append(next) }
    }
    return nodes.sorted(by: >)
  }

  /// How much an edge gains for each bit of probability that the variable of a level gains, for the
  /// levels that it depends on.
  func gains(
    of edge: UInt32, _ values: SolvedPlan.Chances, region: Int
  ) -> [(level: Int, gain: Double)] {
    var gains: [Int: Double] = [Int(edge >> 1): edge & 1 == 0 ? 1 : -1]
    var byLevel = Array(repeating: 0.0, count: leaves.count)
    var isRead = Array(repeating: false, count: leaves.count)
    for node in nodes(below: edge) {
      let (low, high) = (rows[node].low, rows[node].high)
      let level = Int(rows[node].level)
      let gain = gains[node] ?? 0
      isRead[level] = true
      byLevel[level] += gain * values.difference(high, low, in: region)
      gains[Int(low >> 1), default: 0] += gain * values.leafFalse[region][level]
      gains[Int(high >> 1), default: 0] +=
        (high & 1 == 0 ? gain : -gain) * values.leafTrue[region][level]
    }
    return isRead.indices.filter { isRead[$0] }.map { ($0, byLevel[$0]) }
  }
}

extension DiagramRows {
  /// The probabilities that nodes are true and that they are false, from those of the levels.
  ///
  /// No figure is one minus another, so that a probability near 0 or 1 keeps its exactness.
  func chances(
    _ levelTrue: [Double], _ levelFalse: [Double]
  ) -> (isTrue: [Double], isFalse: [Double]) {
    var isTrue = Array(repeating: 0.0, count: count + 1)
    var isFalse = Array(repeating: 1.0, count: count + 1)
    for row in stride(from: 1, through: count, by: 1) {
      let node = self[row]
      let (up, down) = (levelTrue[Int(node.level)], levelFalse[Int(node.level)])
      let (low, high) = (Int(node.low >> 1), Int(node.high >> 1))
      let isSigned = node.high & 1 == 1
      isTrue[row] = up * (isSigned ? isFalse[high] : isTrue[high]) + down * isTrue[low]
      isFalse[row] = up * (isSigned ? isTrue[high] : isFalse[high]) + down * isFalse[low]
    }
    return (isTrue, isFalse)
  }
}
