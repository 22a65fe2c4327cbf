/// A node of a decision diagram as it is stored.
struct DiagramNode: BitwiseCopyable {
  /// The place of its variable in the order; the terminal is below all.
  var level: UInt32
  /// The edge for a variable that is false; never signed.
  var low: UInt32
  /// The edge for a variable that is true.
  var high: UInt32
  /// The next node of the same bucket, or of the free ones.
  var next: UInt32

  /// The level of the terminal.
  static let bottom = UInt32.max
}

/// The nodes of a manager of decision diagrams, each triple of level, low and high edge once.
///
/// An *edge* is twice the number of a node, plus a sign. Node 0 is the terminal. Buckets are chained
/// through the nodes themselves, so a node takes 16 bytes and its share of the table 4 to 8.
struct NodeTable: ~Copyable {
  /// The most nodes that may exist at a time, without the terminal.
  let budget: Int
  /// The number of nodes that exist, without the terminal.
  private(set) var count = 0
  private var nodes = FlatArray(
    repeating: DiagramNode(level: DiagramNode.bottom, low: 0, high: 0, next: 0), count: 1 << 10)
  private var heads = FlatArray<UInt32>(repeating: 0, count: 1 << 10)
  /// How far the product of a key is shifted to number a bucket.
  private var shift: UInt64 = 64 - 10
  /// The first number never used.
  private var end = 1
  /// The first number that is free again, or 0.
  private var firstFree: UInt32 = 0

  /// Creates a table that holds the terminal alone.
  init(budget: Int) {
    // Numbers of nodes share their word with a sign, and the last one stands for "none".
    self.budget = min(max(budget, 0), Int(UInt32.max >> 1) - 2)
  }

  /// The number of places for nodes that have ever been used, the terminal included.
  var slotCount: Int { end }

  /// A node.
  subscript(number: UInt32) -> DiagramNode {
    @inline(__always) get {
      // Edges are made by this table only, and it never shrinks.
      unsafe nodes[unchecked: Int(number)]
    }
  }

  // MARK: - Kernel

  @inline(__always)
  private func bucket(_ level: UInt32, _ low: UInt32, _ high: UInt32) -> Int {
    let word = (UInt64(low) << 32 | UInt64(high)) &* 0x9E37_79B9_7F4A_7C15
    let key = (word ^ (word &>> 32)) &+ UInt64(level) &* 0xC2B2_AE3D_27D4_EB4F
    return Int(truncatingIfNeeded: (key &* 0x1656_67B1_9E37_79F9) &>> shift)
  }

  /// The number of the node with a level and two edges, which is made where there is none.
  @inline(__always)
  mutating func number(
    _ level: UInt32, _ low: UInt32, _ high: UInt32
  ) throws(DiagramLimit) -> UInt32 {
    let bucket = bucket(level, low, high)
    // The shift leaves as many values as there are buckets; chains hold nodes of this table.
    var number = unsafe heads[unchecked: bucket]
    while number != 0 {
      let node = unsafe nodes[unchecked: Int(number)]
      if node.low == low && node.high == high && node.level == level { return number }
      number = node.next
    }
    return try add(level, low, high, bucket)
  }

  @inline(never)
  private mutating func add(
    _ level: UInt32, _ low: UInt32, _ high: UInt32, _ oldBucket: Int
  ) throws(DiagramLimit) -> UInt32 {
    guard count < budget else { throw .nodes(budget) }
    var bucket = oldBucket
    if count >= heads.count {
      growBuckets()
      bucket = self.bucket(level, low, high)
    }
    let number: UInt32
    if firstFree != 0 {
      number = firstFree
      firstFree = self[number].next
    } else {
      if end == nodes.count {
        let larger = end < 1 << 22 ? 2 * end : end + end / 2
        nodes.grow(
          to: min(larger, budget + 1),
          filler: DiagramNode(level: 0, low: 0, high: 0, next: 0))
      }
      number = UInt32(end)
      end += 1
    }
    count += 1
    let next = unsafe heads[unchecked: bucket]
    unsafe nodes[unchecked: Int(number)] = DiagramNode(
      level: level, low: low, high: high, next: next)
    unsafe heads[unchecked: bucket] = number
    return number
  }

  private mutating func growBuckets() {
    heads = FlatArray(repeating: 0, count: 2 * heads.count)
    shift -= 1
    fillBuckets { _ in true }
  }

  /// Chains the nodes that a test lets through; the table is empty before.
  private mutating func fillBuckets(_ isNode: (UInt32) -> Bool) {
    for number in 1..<UInt32(max(end, 1)) {
      let node = self[number]
      // A free place has the level of the terminal.
      guard node.level != DiagramNode.bottom, isNode(number) else { continue }
      let bucket = bucket(node.level, node.low, node.high)
      unsafe nodes[unchecked: Int(number)].next = unsafe heads[unchecked: bucket]
      unsafe heads[unchecked: bucket] = number
    }
  }

  // MARK: - Walks

  /// Copies the nodes below some edges, children first.
  ///
  /// While it walks, a node holds its place in the copy instead of its bucket's next one: so a walk
  /// costs what it visits, however large the table is.
  mutating func rows(below roots: [UInt32]) -> DiagramRows {
    var rows = DiagramRows()
    var visited: [(number: UInt32, next: UInt32)] = []
    var stack: [UInt32] = []
    for root in roots {
      stack.append(root >> 1)
      while let number = stack.last {
        let node = self[number]
        guard number != 0, node.level & DiagramRows.mark == 0 else {
          stack.removeLast()
          continue
        }
        let low = place(of: node.low)
        let high = place(of: node.high)
        if let low, let high {
          stack.removeLast()
          visited.append((number, node.next))
          unsafe nodes[unchecked: Int(number)].next = UInt32(visited.count)
          unsafe nodes[unchecked: Int(number)].level |= DiagramRows.mark
          rows.append(level: node.level, low: low, high: high)
        } else {
          if high == nil { stack.append(node.high >> 1) }
          if low == nil { stack.append(node.low >> 1) }
        }
      }
    }
    rows.roots = roots.map { place(of: $0) ?? 0 }
    for (number, next) in visited {
      unsafe nodes[unchecked: Int(number)].level &= ~DiagramRows.mark
      unsafe nodes[unchecked: Int(number)].next = next
    }
    return rows
  }

  /// An edge with the place of its node in the copy that is being made.
  private func place(of edge: UInt32) -> UInt32? {
    guard edge > 1 else { return edge }
    let node = self[edge >> 1]
    return node.level & DiagramRows.mark == 0 ? nil : node.next << 1 | edge & 1
  }

  /// Frees all nodes but those below some edges; these keep their numbers.
  ///
  /// - Returns: For each place, whether it holds a node that was kept; true for the terminal.
  mutating func collect(keeping roots: [UInt32]) -> [Bool] {
    var isKept = [Bool](repeating: false, count: end)
    isKept[0] = true
    var stack = roots.map { $0 >> 1 }
    var kept = 0
    while let number = stack.popLast() {
      guard !isKept[Int(number)] else { continue }
      isKept[Int(number)] = true
      kept += 1
      stack.append(self[number].high >> 1)
      stack.append(self[number].low >> 1)
    }
    count = kept
    firstFree = 0
    for number in stride(from: end - 1, to: 0, by: -1) where !isKept[number] {
      unsafe nodes[unchecked: number] = DiagramNode(
        level: DiagramNode.bottom, low: 0, high: 0, next: firstFree)
      firstFree = UInt32(number)
    }
    heads = FlatArray(repeating: 0, count: heads.count)
    fillBuckets { isKept[Int($0)] }
    return isKept
  }
}
