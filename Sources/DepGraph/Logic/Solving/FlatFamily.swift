/// Minimal sets as one family of events, the sets of modules put into those that hold them.
struct FlatFamily {
  /// The nodes, children first; the root is the whole family.
  let rows: DiagramRows
  /// The event of each level.
  let events: [EventID]

  /// Puts the sets of modules in.
  ///
  /// The levels of a module take the place of the level of its variable, so a set of the module is
  /// followed by what else is in the set that holds it.
  ///
  /// - Complexity: O(*n* · *m*) for *n* nodes and the *m* nodes of a module's family, for each node
  ///   that stands for it.
  init(_ content: RegionFamilies, limits: SolverLimits) throws(DiagramLimit) {
    let plan = LevelPlan(content.parts)
    let target = SetFamilies(nodeBudget: limits.nodeBudget, goesOn: limits.goesOn)
    if let last = plan.events.indices.last { target.kernel.know(level: UInt32(last)) }
    var families: [DiagramRows] = []
    for (place, part) in content.parts.enumerated() {
      let rows = content.families.rows(below: [part.family])
      var made: [UInt32] = [0]
      for row in stride(from: 1, through: rows.count, by: 1) {
        let node = rows[row]
        let low = made[Int(node.low >> 1)] | node.low & 1
        let high = made[Int(node.high >> 1)] | node.high & 1
        let level = Int(node.level)
        if case .part(let inner) = part.leaves[level] {
          let product = try target.kernel.product(of: families[inner], followedBy: high)
          made.append(try target.union(SetFamily(raw: product), SetFamily(raw: low)).raw)
        } else {
          made.append(try target.kernel.edge(UInt32(plan.levels[place][level]), low, high))
        }
      }
      let root = rows.roots[0]
      families.append(
        target.rows(below: [SetFamily(raw: made[Int(root >> 1)] | root & 1)]))
    }
    events = plan.events
    rows = families.last ?? DiagramRows()
  }

  /// Where the levels of parts go when the levels of each take the place of the one that stands for it.
  private struct LevelPlan {
    private(set) var events: [EventID]
    /// For each part the level of each of its levels; for one that stands for a part, its first.
    private(set) var levels: [[Int]]

    init(_ parts: [RegionFamilies.Part]) {
      var lengths: [Int] = []
      for part in parts {
        lengths.append(
          part.leaves.reduce(0) {
            switch $1 {
            case .event: $0 + 1
            case .part(let place): $0 + lengths[place]
            case .unused: $0
            }
          })
      }
      // Where the levels of each part begin, from the whole downwards.
      var bases = Array(repeating: 0, count: parts.count)
      events = Array(repeating: EventID(0), count: lengths.last ?? 0)
      levels = Array(repeating: [], count: parts.count)
      for (place, part) in parts.enumerated().reversed() {
        var next = bases[place]
        for leaf in part.leaves {
          levels[place].append(next)
          switch leaf {
          case .event(let event):
            events[next] = event
            next += 1
          case .part(let inner):
            bases[inner] = next
            next += lengths[inner]
          case .unused: break
          }
        }
      }
    }
  }
}

extension SetKernel {
  /// Each set of one family together with each of another, whose levels are all further down.
  fileprivate mutating func product(
    of family: DiagramRows, followedBy rest: UInt32
  ) throws(DiagramLimit) -> UInt32 {
    var made: [UInt32] = [0]
    func value(_ edge: UInt32) -> UInt32 { edge == 1 ? rest : made[Int(edge >> 1)] }
    for row in stride(from: 1, through: family.count, by: 1) {
      let node = family[row]
      // The sets of a module hold no other, so that the empty set stands alone.
      precondition(node.high == 1 || node.high & 1 == 0, "the sets of a module are minimal")
      made.append(try edge(node.level, value(node.low), value(node.high)))
    }
    return value(family.roots[0])
  }
}
