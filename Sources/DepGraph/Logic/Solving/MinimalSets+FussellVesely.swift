extension MinimalSets {
  /// For each event, the probability that some minimal set with it has happened.
  ///
  /// Divided by the probability of the top this is the Fussell–Vesely importance. The probability is
  /// exact: that of the union of those sets, by a diagram for each event, not a sum over sets. Where
  /// an event stands in a module, its sets there and what goes with the module above are independent,
  /// so that the probability is a product.
  ///
  /// For path sets an event "happens" when it does not fail: the chances are then those of that.
  ///
  /// - Parameter chances: The probability of each event.
  /// - Returns: A probability for each event; 0 for those in no minimal set.
  /// - Throws: ``DiagramLimit`` where the diagrams exceed the limits.
  /// - Precondition: There is a probability for each event.
  /// - Complexity: O(*v* · *n*) for *v* events and *n* nodes of unions, which may be many more than
  ///   those of the families.
  public func fussellVesely(_ chances: [Double]) throws(DiagramLimit) -> [Double] {
    var result = Array(repeating: 0.0, count: chances.count)
    // The probability that some set of a part has happened.
    var partChances: [Double] = []
    var tables: [[Double]] = []
    for part in content.parts {
      let leafChances = part.leaves.map { leaf -> Double in
        switch leaf {
        case .event(let event): chances[event.index]
        case .part(let place): partChances[place]
        case .unused: 0
        }
      }
      var unions = UnionDiagrams(content.families.rows(below: [part.family]), limits)
      let whole = try unions.probabilities(leafChances)
      partChances.append(whole.all)
      tables.append(whole.withLevel)
    }
    // What goes with each part where it is true, from the whole downwards.
    var factors = Array(repeating: 1.0, count: content.parts.count)
    for (place, part) in content.parts.enumerated().reversed() {
      for (level, leaf) in part.leaves.enumerated() {
        switch leaf {
        case .event(let event):
          result[event.index] = factors[place] * chances[event.index] * tables[place][level]
        case .part(let inner): factors[inner] = factors[place] * tables[place][level]
        case .unused: break
        }
      }
    }
    return result
  }
}

/// Functions that are true where some set of a family has happened.
private struct UnionDiagrams {
  private let rows: DiagramRows
  private let diagrams: BinaryDiagrams
  private var unions: [BinaryDiagram] = [.false]

  init(_ rows: DiagramRows, _ limits: SolverLimits) {
    self.rows = rows
    diagrams = BinaryDiagrams(nodeBudget: limits.nodeBudget, goesOn: limits.goesOn)
  }

  /// The probability that some set has happened, and for each level the probability that some set
  /// with it has, given that the level has.
  mutating func probabilities(
    _ chances: [Double]
  ) throws(DiagramLimit) -> (all: Double, withLevel: [Double]) {
    for row in stride(from: 1, through: rows.count, by: 1) {
      let high = try diagrams.or(union(rows[row].high), union(rows[row].low))
      unions.append(
        try diagrams.function(
          level: Int(rows[row].level), low: union(rows[row].low), high: high))
    }
    let all = union(rows.roots[0])
    var withLevel = Array(repeating: 0.0, count: chances.count)
    for level in Set((1..<max(1, rows.count + 1)).map { rows[$0].level }).sorted() {
      let rest = try others(level)
      withLevel[Int(level)] = diagrams.probabilities(of: [rest], chances)[0]
      if diagrams.nodeCount > 1 << 20 { diagrams.collect(keeping: unions) }
    }
    return (diagrams.probabilities(of: [all], chances)[0], withLevel)
  }

  private func union(_ edge: UInt32) -> BinaryDiagram {
    edge & 1 == 1 ? .true : unions[Int(edge >> 1)]
  }

  /// Where all but the level of some set with it has happened.
  private func others(_ level: UInt32) throws(DiagramLimit) -> BinaryDiagram {
    var functions = Array(repeating: BinaryDiagram.false, count: rows.count + 1)
    for row in stride(from: 1, through: rows.count, by: 1) where rows[row].level <= level {
      let node = rows[row]
      if node.level == level {
        functions[row] = union(node.high)
      } else {
        let low = functions[Int(node.low >> 1)]
        let high = try diagrams.or(functions[Int(node.high >> 1)], low)
        functions[row] = try diagrams.function(level: Int(node.level), low: low, high: high)
      }
    }
    return functions[Int(rows.roots[0] >> 1)]
  }
}
