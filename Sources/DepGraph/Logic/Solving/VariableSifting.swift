/// Moves the variables of diagrams one by one to the place where the diagrams are smallest.
///
/// Two neighbouring levels can change places without anything else changing: only nodes of the upper
/// one that lead to the lower one are made anew. So each variable is moved to the bottom and to the
/// top, and then to the best place that was met on the way (R. Rudell, *Dynamic variable ordering for
/// ordered binary decision diagrams*, 1993, doi:10.1109/ICCAD.1993.580029). A way is given up where
/// the diagrams have grown too much.
///
/// It works on a copy of the nodes, with edges as in the manager: low edges without signs.
struct VariableSifting {
  /// The variable of each level, as the level it had at first.
  private(set) var variables: [Int]
  private var roots: [UInt32]
  private var levels: [UInt32] = [UInt32.max]
  private var lows: [UInt32] = [0]
  private var highs: [UInt32] = [0]
  /// How many edges and roots lead to each node.
  private var readers: [UInt32] = [0]
  /// The next node of the same bucket.
  private var nexts: [UInt32] = [0]
  private var heads: [UInt32]
  private var free: [UInt32] = []
  /// The number of nodes.
  private(set) var count = 0
  /// The nodes of each level, some of them gone since.
  private var nodesOfLevel: [[UInt32]]
  /// How many steps may still be taken.
  private var stepsLeft: Int

  /// Takes diagrams up.
  ///
  /// - Parameters:
  ///   - rows: The diagrams.
  ///   - levelCount: The number of levels.
  ///   - steps: About how many nodes may be looked at.
  init(_ rows: DiagramRows, levelCount: Int, steps: Int) {
    variables = Array(0..<levelCount)
    roots = rows.roots
    stepsLeft = steps
    var size = 1 << 10
    while size < 2 * rows.count { size *= 2 }
    heads = Array(repeating: 0, count: size)
    nodesOfLevel = Array(repeating: [], count: levelCount)
    for row in stride(from: 1, through: rows.count, by: 1) {
      // Numbers of rows and of nodes are the same.
      let node = add(rows[row].level, rows[row].low, rows[row].high)
      assert(Int(node) == row, "rows hold each node once")
    }
    for root in roots { readers[Int(root >> 1)] += 1 }
  }

  // MARK: - Sifting

  /// Sifts the variables, those with the most nodes first, until none moves or the steps are spent.
  mutating func run() {
    var before = Int.max
    while stepsLeft > 0, count < before - before / 50 {
      before = count
      let sizes = nodesOfLevel.map(\.count)
      let order = variables.indices.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
      for variable in order.map({ variables[$0] }) where stepsLeft > 0 { sift(variable) }
    }
  }

  private mutating func sift(_ variable: Int) {
    guard var place = variables.firstIndex(of: variable) else { return }
    let last = variables.count - 1
    let start = place
    var best = (size: count, place: place)
    func goesOn(_ count: Int) -> Bool { count <= best.size + best.size / 5 }
    let isNearBottom = last - start < start
    for isDown in [isNearBottom, !isNearBottom] {
      while isDown ? place < last : place > 0 {
        exchange(isDown ? place : place - 1)
        place += isDown ? 1 : -1
        if count < best.size { best = (count, place) }
        if !goesOn(count) { break }
      }
      // Back to where it stood, before the other way is gone.
      if isDown == isNearBottom {
        while place != start {
          exchange(place > start ? place - 1 : place)
          place += place > start ? -1 : 1
        }
      }
    }
    while place != best.place {
      exchange(place > best.place ? place - 1 : place)
      place += place > best.place ? -1 : 1
    }
  }

  /// Lets a level and the one below it change places.
  private mutating func exchange(_ upper: Int) {
    let (top, bottom) = (UInt32(upper), UInt32(upper + 1))
    // A node that is gone may have become one of another level.
    let uppers = nodesOfLevel[upper].filter { levels[Int($0)] == top }
    let lowers = nodesOfLevel[upper + 1].filter { levels[Int($0)] == bottom }
    stepsLeft -= uppers.count + lowers.count + 1
    nodesOfLevel[upper] = []
    nodesOfLevel[upper + 1] = []
    for node in uppers { unchain(node) }
    for node in lowers { unchain(node) }
    var leading: [UInt32] = []
    for node in uppers {
      if levels[Int(lows[Int(node)] >> 1)] == bottom || levels[Int(highs[Int(node)] >> 1)] == bottom
      {
        leading.append(node)
      } else {
        levels[Int(node)] = bottom
        chain(node)
      }
    }
    for node in lowers {
      levels[Int(node)] = top
      chain(node)
    }
    for node in leading {
      let (low, high) = (lows[Int(node)], highs[Int(node)])
      let (lowLow, lowHigh) = branches(low, top)
      let (highLow, highHigh) = branches(high, top)
      // What is new is held before what is old is let go.
      let newLow = made(bottom, lowLow, highLow)
      readers[Int(newLow >> 1)] += 1
      let newHigh = made(bottom, lowHigh, highHigh)
      readers[Int(newHigh >> 1)] += 1
      lows[Int(node)] = newLow
      highs[Int(node)] = newHigh
      chain(node)
      release(low)
      release(high)
    }
    variables.swapAt(upper, upper + 1)
    nodesOfLevel[upper].removeAll { levels[Int($0)] != top }
    nodesOfLevel[upper + 1].removeAll { levels[Int($0)] != bottom }
  }

  /// Both branches of an edge that may lead to a level.
  private func branches(_ edge: UInt32, _ level: UInt32) -> (UInt32, UInt32) {
    let node = Int(edge >> 1)
    return levels[node] == level ? (lows[node] ^ edge & 1, highs[node] ^ edge & 1) : (edge, edge)
  }

  // MARK: - Nodes

  private mutating func made(_ level: UInt32, _ low: UInt32, _ high: UInt32) -> UInt32 {
    if low == high { return low }
    let sign = low & 1
    let (low, high) = (low ^ sign, high ^ sign)
    var node = heads[bucket(level, low, high)]
    while node != 0 {
      if levels[Int(node)] == level, lows[Int(node)] == low, highs[Int(node)] == high {
        return node << 1 | sign
      }
      node = nexts[Int(node)]
    }
    return add(level, low, high) << 1 | sign
  }

  private mutating func add(_ level: UInt32, _ low: UInt32, _ high: UInt32) -> UInt32 {
    let node: UInt32
    if let old = free.popLast() {
      node = old
      levels[Int(node)] = level
      lows[Int(node)] = low
      highs[Int(node)] = high
      readers[Int(node)] = 0
    } else {
      node = UInt32(levels.count)
      levels.append(level)
      lows.append(low)
      highs.append(high)
      readers.append(0)
      nexts.append(0)
    }
    count += 1
    readers[Int(low >> 1)] += 1
    readers[Int(high >> 1)] += 1
    chain(node)
    return node
  }

  /// Lets go of an edge, and of the nodes that nothing leads to then.
  private mutating func release(_ edge: UInt32) {
    var stack = [edge >> 1]
    while let node = stack.popLast() {
      readers[Int(node)] -= 1
      guard readers[Int(node)] == 0, node != 0 else { continue }
      unchain(node)
      levels[Int(node)] = UInt32.max
      free.append(node)
      count -= 1
      stack.append(lows[Int(node)] >> 1)
      stack.append(highs[Int(node)] >> 1)
    }
  }

  private func bucket(_ level: UInt32, _ low: UInt32, _ high: UInt32) -> Int {
    let word = (UInt64(low) << 32 | UInt64(high)) &* 0x9E37_79B9_7F4A_7C15
    let key = (word ^ (word >> 32)) &+ UInt64(level) &* 0xC2B2_AE3D_27D4_EB4F
    return Int(truncatingIfNeeded: (key &* 0x1656_67B1_9E37_79F9) >> 34) & (heads.count - 1)
  }

  /// Puts a node among those that are found, and among those of its level.
  private mutating func chain(_ node: UInt32) {
    let place = bucket(levels[Int(node)], lows[Int(node)], highs[Int(node)])
    nexts[Int(node)] = heads[place]
    heads[place] = node
    nodesOfLevel[Int(levels[Int(node)])].append(node)
  }

  private mutating func unchain(_ node: UInt32) {
    let place = bucket(levels[Int(node)], lows[Int(node)], highs[Int(node)])
    var other = heads[place]
    if other == node {
      heads[place] = nexts[Int(node)]
      return
    }
    while nexts[Int(other)] != node { other = nexts[Int(other)] }
    nexts[Int(other)] = nexts[Int(node)]
  }

  // MARK: - Result

  /// Makes the diagrams in a manager, in the order that was found.
  ///
  /// - Returns: The roots, in the order in which they were given.
  func functions(in diagrams: BinaryDiagrams) throws(DiagramLimit) -> [BinaryDiagram] {
    var functions = Array(repeating: BinaryDiagram.false, count: levels.count)
    func made(_ edge: UInt32) -> BinaryDiagram {
      edge & 1 == 1 ? !functions[Int(edge >> 1)] : functions[Int(edge >> 1)]
    }
    for level in nodesOfLevel.indices.reversed() {
      for node in nodesOfLevel[level] where levels[Int(node)] == UInt32(level) {
        functions[Int(node)] = try diagrams.function(
          level: level, low: made(lows[Int(node)]), high: made(highs[Int(node)]))
      }
    }
    return roots.map(made)
  }
}
