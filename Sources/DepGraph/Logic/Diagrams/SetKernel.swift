/// The operations of ``SetFamilies`` on edges.
///
/// The sign of an edge says whether the empty set belongs to the family; the low edge of a node is
/// never signed. So each operation settles what becomes of the empty set at once, and goes on with
/// what is left: families without it.
struct SetKernel: ~Copyable {
  /// What is done with two families, or with one and a number.
  enum Operation: UInt32 {
    case union, intersection, difference
    /// Sets of the first that contain no set of the second.
    case without
    /// Sets that contain no other.
    case minimal
    /// Minimal sets of the union of two families of minimal sets.
    case minimalUnion
    /// Minimal sets among unions of a set of one and a set of the other, up to a size.
    case minimalProduct
    /// Sets up to a size.
    case limited
    /// Sets of a family for which a function is false.
    case refuting
  }

  /// An operation to be done.
  struct Call {
    var operation: Operation
    var first: UInt32
    var second: UInt32 = 0
    /// The largest size, where the operation has one; else a word of the caller.
    var limit: UInt32 = 0

    @inline(__always)
    var key: OperationCache.Key {
      OperationCache.Key(first: first, second: second, third: limit << 4 | operation.rawValue)
    }
  }

  /// An operation that waits for the result of a part.
  struct Frame {
    var call: Call
    var hash: UInt32
    var level: UInt32
    /// Whether the empty set is added to the result.
    var sign: UInt32
    /// The number of parts that are done.
    var step = 0
    var low: UInt32 = 0
    /// The result of a part that is needed later.
    var kept: UInt32 = 0
  }

  static let none = OperationCache.none

  var table: NodeTable
  var cache = OperationCache()
  private var meter: WorkMeter
  private var frames: [Frame] = []
  /// One more than the lowest level.
  private(set) var levelCount = 0
  /// The number of functions that families have been held against: part of the cache's keys.
  private(set) var functionCount: UInt32 = 0

  init(nodeBudget: Int, goesOn: (() -> Bool)?) {
    table = NodeTable(budget: nodeBudget)
    meter = WorkMeter(goesOn: goesOn)
  }

  // MARK: - Nodes

  /// The edge to a node, made if need be; the branches are below the level.
  @inline(__always)
  mutating func edge(
    _ level: UInt32, _ low: UInt32, _ high: UInt32
  ) throws(DiagramLimit) -> UInt32 {
    if high == 0 { return low }
    let sign = low & 1
    return try table.number(level, low ^ sign, high) << 1 | sign
  }

  /// The family of one set with one level.
  mutating func single(_ level: UInt32) throws(DiagramLimit) -> UInt32 {
    levelCount = max(levelCount, Int(level) + 1)
    return try edge(level, 0, 1)
  }

  /// Takes note of a level that nodes are going to have.
  mutating func know(level: UInt32) { levelCount = max(levelCount, Int(level) + 1) }

  /// Takes up another function; what the cache knows of others stays apart.
  mutating func beginFunction() {
    functionCount += 1
    if functionCount == 1 << 28 {
      cache.removeAll()
      functionCount = 1
    }
  }

  /// Frees nodes that no root needs.
  mutating func collect(keeping roots: [UInt32]) {
    _ = table.collect(keeping: roots)
    cache.removeAll()
  }

  /// Counts a step of work.
  @inline(__always)
  mutating func countStep() throws(DiagramLimit) {
    if meter.isDue() { try pause() }
  }

  @inline(never)
  private mutating func pause() throws(DiagramLimit) {
    try meter.ask()
    cache.grow(afterSteps: WorkMeter.stepsBetween, nodes: table.count)
  }

  // MARK: - Kernel

  /// Does an operation, part by part, on a stack with at most one frame for each level.
  mutating func run(_ start: Call) throws(DiagramLimit) -> UInt32 {
    frames.removeAll(keepingCapacity: true)
    var call = start
    while true {
      var sign: UInt32 = 0
      var result = simplify(&call, &sign)
      if result == SetKernel.none {
        let hash = OperationCache.hash(call.key)
        result = cache.result(call.key, hash: hash)
        if result == SetKernel.none {
          try countStep()
          let level = min(table[call.first >> 1].level, table[call.second >> 1].level)
          frames.append(Frame(call: call, hash: hash, level: level, sign: sign))
          call.first = low(call.first, level)
          call.second = low(call.second, level)
          continue
        }
      }
      result ^= sign
      while true {
        guard var frame = frames.popLast() else { return result }
        if let next = part(of: &frame, after: result) {
          frames.append(frame)
          call = next
          break
        }
        result = try edge(frame.level, frame.low, result)
        cache.insert(frame.call.key, hash: frame.hash, result: result)
        result ^= frame.sign
      }
    }
  }

  /// The family of sets without the level, at a level that is not below the edge's own.
  private func low(_ edge: UInt32, _ level: UInt32) -> UInt32 {
    let node = table[edge >> 1]
    return node.level == level ? node.low : edge
  }

  /// The family of sets with the level, which is taken out of them.
  private func high(_ edge: UInt32, _ level: UInt32) -> UInt32 {
    let node = table[edge >> 1]
    return node.level == level ? node.high : 0
  }

  /// The next part of an operation; none where the result of the last is the high branch.
  ///
  /// The first part is the operation on both low branches.
  private func part(of frame: inout Frame, after result: UInt32) -> Call? {
    let (call, level) = (frame.call, frame.level)
    if frame.step == 0 { frame.low = result }
    frame.step += 1
    switch call.operation {
    case .union, .intersection, .difference, .limited:
      guard frame.step == 1 else { return nil }
      return highPart(call, level)
    case .without, .minimal, .minimalUnion:
      if frame.step == 1 { return highPart(call, level) }
      guard frame.step == 2 else { return nil }
      let smaller = call.operation == .without ? low(call.second, level) : frame.low
      return Call(operation: .without, first: result, second: smaller)
    case .minimalProduct:
      return productPart(of: &frame, after: result)
    case .refuting:
      preconditionFailure("functions have a loop of their own")
    }
  }

  private func highPart(_ call: Call, _ level: UInt32) -> Call {
    Call(
      operation: call.operation, first: high(call.first, level),
      second: high(call.second, level),
      limit: call.operation == .limited ? call.limit - 1 : 0)
  }

  /// A product with a level: the level in the first, or in the second only.
  private func productPart(of frame: inout Frame, after result: UInt32) -> Call? {
    let (call, level) = (frame.call, frame.level)
    let (first, second) = (call.first, call.second)
    switch frame.step {
    case 1:
      return Call(
        operation: .minimalUnion, first: low(second, level), second: high(second, level))
    case 2:
      return Call(
        operation: .minimalProduct, first: high(first, level), second: result,
        limit: call.limit - 1)
    case 3:
      frame.kept = result
      return Call(
        operation: .minimalProduct, first: low(first, level), second: high(second, level),
        limit: call.limit - 1)
    case 4:
      return Call(operation: .minimalUnion, first: frame.kept, second: result)
    case 5:
      return Call(operation: .without, first: result, second: frame.low)
    default:
      return nil
    }
  }

  // MARK: - Kernel: what needs no nodes

  /// The result of an operation, or none and the operation on families without the empty set.
  @inline(__always)
  private func simplify(_ call: inout Call, _ sign: inout UInt32) -> UInt32 {
    let (first, second) = (call.first, call.second)
    switch call.operation {
    case .union: sign = (first | second) & 1
    case .intersection: sign = first & second & 1
    case .difference: sign = first & ~second & 1
    case .without:
      if second & 1 == 1 { return 0 }
      sign = first & 1
    case .minimal:
      if first & 1 == 1 { return 1 }
    case .minimalUnion:
      if (first | second) & 1 == 1 { return 1 }
    case .minimalProduct:
      return simplifyProduct(&call, &sign)
    case .limited, .refuting: sign = first & 1
    }
    call.first &= ~1
    call.second &= ~1
    return simplifyUnsigned(&call)
  }

  private func simplifyUnsigned(_ call: inout Call) -> UInt32 {
    let (first, second) = (call.first, call.second)
    switch call.operation {
    case .union, .minimalUnion:
      if first == second || second == 0 { return first }
      if first == 0 { return second }
      (call.first, call.second) = (min(first, second), max(first, second))
    case .intersection:
      if first == second { return first }
      if first == 0 || second == 0 { return 0 }
      (call.first, call.second) = (min(first, second), max(first, second))
    case .difference:
      if first == second || first == 0 { return 0 }
      if second == 0 { return first }
    case .without:
      if first == second || first == 0 { return 0 }
      // Sets with a level that the first family does not have are in none of its sets.
      let level = table[first >> 1].level
      while table[call.second >> 1].level < level { call.second = table[call.second >> 1].low }
      if call.second == 0 { return first }
      if call.second == first { return 0 }
    case .minimal:
      if first == 0 { return 0 }
    case .limited, .refuting:
      if first == 0 || call.limit == 0 { return 0 }
      if Int(call.limit) >= levelCount { return first }
    case .minimalProduct: break
    }
    return SetKernel.none
  }

  /// Products with nothing, with the empty set and of a family with itself; the two are minimal.
  private func simplifyProduct(_ call: inout Call, _ sign: inout UInt32) -> UInt32 {
    let (first, second) = (min(call.first, call.second), max(call.first, call.second))
    if first == 0 { return 0 }
    if first == 1 || first == second {
      call = Call(operation: .limited, first: second, limit: call.limit)
      sign = second & 1
      call.first &= ~1
      return simplifyUnsigned(&call)
    }
    if call.limit == 0 { return 0 }
    (call.first, call.second) = (first, second)
    return SetKernel.none
  }
}
