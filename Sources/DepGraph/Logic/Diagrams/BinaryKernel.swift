/// The operations of ``BinaryDiagrams`` on edges.
///
/// The low edge of a node is never signed: the sign of an edge is the value of its function where
/// all variables are false. So a function that rises with every variable has no signs but those of
/// the constant, and its probability is a sum of products without a subtraction.
///
/// Each operation keeps its own stack of frames, one for each level it has come down, and looks once
/// into the cache for each pair or triple of operands.
struct BinaryKernel: ~Copyable {
  static let no: UInt32 = 0
  static let yes: UInt32 = 1
  /// What stands in place of a third operand.
  private static let conjunctionMark = UInt32.max - 1
  private static let exclusiveMark = UInt32.max - 2
  private static let none = OperationCache.none

  /// An operation that waits for the result of one of its branches.
  struct Frame: BitwiseCopyable {
    var key: (UInt32, UInt32, UInt32)
    var hash: UInt32
    var level: UInt32
    /// The result of the low branch, or none.
    var low: UInt32
    /// What is toggled in the result.
    var sign: UInt32
  }

  var table: NodeTable
  private var cache = OperationCache()
  private var meter: WorkMeter
  private var frames = FlatArray(
    repeating: Frame(key: (0, 0, 0), hash: 0, level: 0, low: 0, sign: 0), count: 64)
  private var height = 0
  /// One more than the lowest level of a variable.
  private(set) var levelCount = 0

  init(nodeBudget: Int, goesOn: (() -> Bool)?) {
    table = NodeTable(budget: nodeBudget)
    meter = WorkMeter(goesOn: goesOn)
  }

  // MARK: - Nodes

  mutating func variable(_ level: Int) throws(DiagramLimit) -> UInt32 {
    let number = try table.number(UInt32(level), BinaryKernel.no, BinaryKernel.yes)
    levelCount = max(levelCount, level + 1)
    return number << 1
  }

  /// The edge to a node, made if need be; the branches are below the level.
  @inline(__always)
  private mutating func edge(
    _ level: UInt32, _ low: UInt32, _ high: UInt32
  ) throws(DiagramLimit) -> UInt32 {
    if low == high { return low }
    let sign = low & 1
    return try table.number(level, low ^ sign, high ^ sign) << 1 | sign
  }

  /// A node that is known to have its place in the order.
  mutating func node(level: Int, low: UInt32, high: UInt32) throws(DiagramLimit) -> UInt32 {
    levelCount = max(levelCount, level + 1)
    return try edge(UInt32(level), low, high)
  }

  /// Frees nodes that no root needs, and forgets what the cache knows of them.
  mutating func collect(keeping roots: [UInt32]) {
    let isKept = table.collect(keeping: roots)
    cache.keep { key, result in
      isKept[Int(key.first >> 1)] && isKept[Int(key.second >> 1)] && isKept[Int(result >> 1)]
        && (key.third >= BinaryKernel.exclusiveMark || isKept[Int(key.third >> 1)])
    }
  }

  // MARK: - Kernel: frames

  /// Makes room for as many frames as one operation can need.
  @inline(__always)
  private mutating func makeRoom() {
    let needed = height + levelCount + 1
    if needed > frames.count { growFrames(needed) }
  }

  @inline(never)
  private mutating func growFrames(_ needed: Int) {
    frames.grow(
      to: max(needed, 2 * frames.count),
      filler: Frame(key: (0, 0, 0), hash: 0, level: 0, low: 0, sign: 0))
  }

  @inline(__always)
  private mutating func push(
    _ key: OperationCache.Key, hash: UInt32, level: UInt32, sign: UInt32 = 0
  ) throws(DiagramLimit) {
    if meter.isDue() { try pause() }
    // `makeRoom` left a place for each level, and the level of each frame is below the one before.
    unsafe frames[unchecked: height] = Frame(
      key: (key.first, key.second, key.third), hash: hash, level: level, low: BinaryKernel.none,
      sign: sign)
    height &+= 1
  }

  @inline(never)
  private mutating func pause() throws(DiagramLimit) {
    try meter.ask()
    cache.grow(afterSteps: WorkMeter.stepsBetween, nodes: table.count)
  }

  /// The branch of an edge at a level that is not below its own.
  @inline(__always)
  private func low(_ edge: UInt32, _ node: DiagramNode, _ level: UInt32) -> UInt32 {
    node.level == level ? node.low ^ (edge & 1) : edge
  }

  @inline(__always)
  private func high(_ edge: UInt32, _ node: DiagramNode, _ level: UInt32) -> UInt32 {
    node.level == level ? node.high ^ (edge & 1) : edge
  }

  /// Makes the node of the top frame from the results of both branches and takes the frame off.
  @inline(__always)
  private mutating func finish(_ frame: Frame, high: UInt32) throws(DiagramLimit) -> UInt32 {
    let result = try edge(frame.level, frame.low, high)
    let key = OperationCache.Key(first: frame.key.0, second: frame.key.1, third: frame.key.2)
    cache.insert(key, hash: frame.hash, result: result)
    height &-= 1
    return result ^ frame.sign
  }

  // MARK: - Kernel: conjunction

  /// A conjunction that needs no nodes, or none.
  @inline(__always)
  private func simpleConjunction(_ a: UInt32, _ b: UInt32) -> UInt32 {
    if a == b { return a }
    if a ^ b == 1 { return BinaryKernel.no }
    if a <= 1 { return a == BinaryKernel.no ? a : b }
    if b <= 1 { return b == BinaryKernel.no ? b : a }
    return BinaryKernel.none
  }

  mutating func and(_ first: UInt32, _ second: UInt32) throws(DiagramLimit) -> UInt32 {
    makeRoom()
    let base = height
    defer { height = base }
    var (a, b) = (first, second)
    while true {
      // Down the low branches, until a result is known.
      var result = simpleConjunction(a, b)
      if result == BinaryKernel.none {
        let key = OperationCache.Key(
          first: min(a, b), second: max(a, b), third: BinaryKernel.conjunctionMark)
        let hash = OperationCache.hash(key)
        result = cache.result(key, hash: hash)
        if result == BinaryKernel.none {
          let (nodeA, nodeB) = (table[a >> 1], table[b >> 1])
          let level = min(nodeA.level, nodeB.level)
          try push(key, hash: hash, level: level)
          (a, b) = (low(a, nodeA, level), low(b, nodeB, level))
          continue
        }
      }
      // Up, until a high branch is left to do.
      while true {
        if height == base { return result }
        let frame = unsafe frames[unchecked: height &- 1]
        if frame.low == BinaryKernel.none {
          unsafe frames[unchecked: height &- 1].low = result
          let (nodeA, nodeB) = (table[frame.key.0 >> 1], table[frame.key.1 >> 1])
          a = high(frame.key.0, nodeA, frame.level)
          b = high(frame.key.1, nodeB, frame.level)
          break
        }
        result = try finish(frame, high: result)
      }
    }
  }

  // MARK: - Kernel: exclusive or

  /// An exclusive or of unsigned edges that needs no nodes, or none.
  @inline(__always)
  private func simpleExclusive(_ a: UInt32, _ b: UInt32) -> UInt32 {
    if a == b { return BinaryKernel.no }
    if a == BinaryKernel.no { return b }
    return b == BinaryKernel.no ? a : BinaryKernel.none
  }

  mutating func xor(_ first: UInt32, _ second: UInt32) throws(DiagramLimit) -> UInt32 {
    makeRoom()
    let base = height
    defer { height = base }
    var (a, b) = (first, second)
    while true {
      // Signs are taken out: one entry of the cache serves four operations.
      let sign = (a ^ b) & 1
      (a, b) = (a & ~1, b & ~1)
      var result = simpleExclusive(a, b)
      if result == BinaryKernel.none {
        let key = OperationCache.Key(
          first: min(a, b), second: max(a, b), third: BinaryKernel.exclusiveMark)
        let hash = OperationCache.hash(key)
        result = cache.result(key, hash: hash)
        if result == BinaryKernel.none {
          let (nodeA, nodeB) = (table[a >> 1], table[b >> 1])
          let level = min(nodeA.level, nodeB.level)
          try push(key, hash: hash, level: level, sign: sign)
          (a, b) = (low(a, nodeA, level), low(b, nodeB, level))
          continue
        }
      }
      result ^= sign
      while true {
        if height == base { return result }
        let frame = unsafe frames[unchecked: height &- 1]
        if frame.low == BinaryKernel.none {
          unsafe frames[unchecked: height &- 1].low = result
          let (nodeA, nodeB) = (table[frame.key.0 >> 1], table[frame.key.1 >> 1])
          a = high(frame.key.0, nodeA, frame.level)
          b = high(frame.key.1, nodeB, frame.level)
          break
        }
        result = try finish(frame, high: result)
      }
    }
  }

  // MARK: - Kernel: if, then, else

  mutating func ifThenElse(
    _ first: UInt32, _ second: UInt32, _ third: UInt32
  ) throws(DiagramLimit) -> UInt32 {
    let base = height
    defer { height = base }
    var (f, g, h) = (first, second, third)
    while true {
      var sign: UInt32 = 0
      var result = try simpleChoice(&f, &g, &h, &sign)
      if result == BinaryKernel.none {
        let key = OperationCache.Key(first: f, second: g, third: h)
        let hash = OperationCache.hash(key)
        result = cache.result(key, hash: hash)
        if result == BinaryKernel.none {
          let (nodeF, nodeG, nodeH) = (table[f >> 1], table[g >> 1], table[h >> 1])
          let level = min(nodeF.level, nodeG.level, nodeH.level)
          makeRoom()
          try push(key, hash: hash, level: level, sign: sign)
          (f, g, h) = (low(f, nodeF, level), low(g, nodeG, level), low(h, nodeH, level))
          continue
        }
        result ^= sign
      }
      while true {
        if height == base { return result }
        let frame = unsafe frames[unchecked: height &- 1]
        if frame.low == BinaryKernel.none {
          unsafe frames[unchecked: height &- 1].low = result
          (f, g, h) = frame.key
          f = high(f, table[f >> 1], frame.level)
          g = high(g, table[g >> 1], frame.level)
          h = high(h, table[h >> 1], frame.level)
          break
        }
        result = try finish(frame, high: result)
      }
    }
  }

  /// Does a choice that is none or has two operands only, or brings it into its standard form.
  ///
  /// The standard form has neither a constant nor an operand twice, and no sign on the first and the
  /// second; a sign taken off both branches is left in `sign`.
  private mutating func simpleChoice(
    _ f: inout UInt32, _ g: inout UInt32, _ h: inout UInt32, _ sign: inout UInt32
  ) throws(DiagramLimit) -> UInt32 {
    if f <= 1 { return f == BinaryKernel.yes ? g : h }
    if f & 1 == 1 {
      f ^= 1
      swap(&g, &h)
    }
    if g >> 1 == f >> 1 { g = g == f ? BinaryKernel.yes : BinaryKernel.no }
    if h >> 1 == f >> 1 { h = h == f ? BinaryKernel.no : BinaryKernel.yes }
    if g == h { return g }
    if g == BinaryKernel.yes { return try and(f ^ 1, h ^ 1) ^ 1 }
    if g == BinaryKernel.no { return try and(f ^ 1, h) }
    if h == BinaryKernel.no { return try and(f, g) }
    if h == BinaryKernel.yes { return try and(f, g ^ 1) ^ 1 }
    if g ^ h == 1 { return try xor(f, h) }
    sign = g & 1
    g ^= sign
    h ^= sign
    return BinaryKernel.none
  }
}
