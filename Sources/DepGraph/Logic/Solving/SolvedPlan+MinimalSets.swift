extension SolvedPlan {
  /// The minimal sets of a top, region by region.
  ///
  /// A module m with variables of its own inside f = g(m, z) may be replaced by the minimal sets of m
  /// wherever its variable v stands in a minimal set of g, also where g and m do not rise, if m is
  /// false where nothing happens. Let X = Y ∪ Z be minimal for f, Y of the events of m. If Y does not
  /// make m true, then neither does ∅, so Z alone does it: Y = ∅, and Z is minimal for g with v
  /// false. If it does, Y is minimal for m, for any smaller Y' that makes m true would do as well, and
  /// {v} ∪ Z is minimal for g: a smaller Z' with v would do, and Z' without v would do without Y,
  /// which is not empty. The other way round likewise. So the variable of a module stands for that of
  /// m and "not m" which is false where nothing happens.
  ///
  /// For path sets the same holds of the dual functions, since the dual of g(m, z) is the dual of g
  /// on the dual of m; the dual of m is false where nothing happens if m is true where everything
  /// does, and if not, the variable is turned round.
  func minimalSets(
    of top: Int, paths: Bool, limits: SolverLimits
  ) throws(DiagramLimit) -> RegionFamilies {
    let families = SetFamilies(nodeBudget: limits.nodeBudget, goesOn: limits.goesOn)
    var result = RegionFamilies(families: families)
    switch value(of: top) {
    case .unknown(let limit): throw limit
    case .constant(let value):
      result.parts = [.init(leaves: [], family: value != paths ? .unit : .none)]
    case .event(let event, let isNegated):
      // Not of an event: true where nothing happens; its dual is the same.
      let family = isNegated ? SetFamily.unit : try families.single(0)
      result.parts = [.init(leaves: [.event(event)], family: family)]
    case .edge(let edge, let region):
      try collectFamilies(
        of: edge, in: region, isRising: isCoherent(top), paths: paths, limits: limits, &result)
    }
    return result
  }

  /// Finds the families of a region and of all modules below, those first.
  private func collectFamilies(
    of edge: UInt32, in region: Int, isRising: Bool, paths: Bool, limits: SolverLimits,
    _ result: inout RegionFamilies
  ) throws(DiagramLimit) {
    let needed = regions(below: edge, region)
    var partOf: [Int: Int] = [:]
    // Whether the variable of a module is turned round, for those below.
    var isTurned: [Int: Bool] = [:]
    let diagrams = BinaryDiagrams(nodeBudget: limits.nodeBudget, goesOn: limits.goesOn)
    for number in needed {
      let part = solved[number]
      let root = number == region ? edge : part.rows.roots[0] & ~1
      var turned = Array(repeating: false, count: part.leaves.count)
      var leaves: [RegionFamilies.Leaf] = []
      for (level, leaf) in part.leaves.enumerated() {
        if case .event(let event) = graph.gate(GateID(leaf)) {
          leaves.append(.event(event))
        } else {
          let below = self.region(ofModule: leaf)
          turned[level] = isTurned[below] ?? false
          leaves.append(partOf[below].map { .part($0) } ?? .unused)
        }
      }
      var isOpposite = false
      if paths {
        // Where all events happen, a variable that is turned round is false.
        isOpposite = number != region && !part.rows.value(of: root, where: { !turned[$0] })
        isTurned[number] = isOpposite
      }
      let function = try diagrams.function(
        of: part.rows, root: isOpposite ? root ^ 1 : root, turned: turned)
      partOf[number] = result.parts.count
      let family = try result.solutions(
        of: function, in: diagrams, ofDual: paths, isRising: isRising)
      result.parts.append(.init(leaves: leaves, family: family))
      if diagrams.nodeCount > 1 << 20 { diagrams.collect(keeping: []) }
    }
  }

  /// The regions that an edge leads to, each after those below it.
  private func regions(below edge: UInt32, _ region: Int) -> [Int] {
    var needed: Set<Int> = []
    var stack = [(edge, region)]
    while let (edge, region) = stack.popLast() {
      needed.insert(region)
      for leaf in solved[region].leaves(below: edge) where !graph.gate(GateID(leaf)).isEvent {
        let below = self.region(ofModule: leaf)
        stack.append((solved[below].rows.roots[0], below))
      }
    }
    return needed.sorted()
  }
}

/// The minimal sets of some regions, with the sets of modules apart from those that hold them.
struct RegionFamilies {
  /// What a level stands for.
  enum Leaf {
    case event(EventID)
    /// The sets of another part, by its place.
    case part(Int)
    /// Nothing that any set has.
    case unused
  }

  /// The sets of one region; its levels are its own.
  struct Part {
    let leaves: [Leaf]
    let family: SetFamily
  }

  let families: SetFamilies
  /// The parts, each after those in it; the last is the whole.
  var parts: [Part] = []

  init(families: SetFamilies) { self.families = families }

  /// Finds minimal solutions, after making room if there is too little.
  func solutions(
    of function: BinaryDiagram, in diagrams: BinaryDiagrams, ofDual: Bool, isRising: Bool
  ) throws(DiagramLimit) -> SetFamily {
    do {
      return try families.minimalSolutions(
        of: function, in: diagrams, ofDual: ofDual, isRising: isRising)
    } catch .nodes where !parts.isEmpty {
      families.collect(keeping: parts.map(\.family))
      return try families.minimalSolutions(
        of: function, in: diagrams, ofDual: ofDual, isRising: isRising)
    }
  }
}

extension DiagramRows {
  /// The value of an edge for one assignment of the levels.
  func value(of edge: UInt32, where isTrue: (Int) -> Bool) -> Bool {
    var edge = edge
    while edge > 1 {
      let node = self[Int(edge >> 1)]
      edge = (isTrue(Int(node.level)) ? node.high : node.low) ^ edge & 1
    }
    return edge == 1
  }
}

extension BinaryDiagrams {
  /// A function again from a copy of its nodes, with some variables turned round.
  func function(
    of rows: DiagramRows, root: UInt32, turned: [Bool]
  ) throws(DiagramLimit) -> BinaryDiagram {
    var functions = Array(repeating: BinaryDiagram.false, count: Int(root >> 1) + 1)
    func made(_ edge: UInt32) -> BinaryDiagram {
      let function = functions[Int(edge >> 1)]
      return edge & 1 == 1 ? !function : function
    }
    var isNeeded = Array(repeating: false, count: Int(root >> 1) + 1)
    isNeeded[Int(root >> 1)] = true
    for row in isNeeded.indices.dropFirst().reversed() where isNeeded[row] {
      isNeeded[Int(rows[row].low >> 1)] = true
      isNeeded[Int(rows[row].high >> 1)] = true
    }
    for row in isNeeded.indices.dropFirst() where isNeeded[row] {
      let node = rows[row]
      let level = Int(node.level)
      functions[row] =
        turned[level]
        ? try function(level: level, low: made(node.high), high: made(node.low))
        : try function(level: level, low: made(node.low), high: made(node.high))
    }
    return made(root)
  }
}
