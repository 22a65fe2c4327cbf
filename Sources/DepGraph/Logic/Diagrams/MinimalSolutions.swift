extension SetFamilies {
  /// The minimal sets of levels whose variables make a function true, with all others false.
  ///
  /// For a function that rises with each variable these are its minimal cut sets. For others they
  /// are the minimal sets of variables that are true in some solution, whatever has to be false in it
  /// (*minimal p-cuts*): those of the least rising function above. With the dual, the answer is the
  /// minimal sets whose being false lets the function be false: the minimal path sets.
  ///
  /// A set that the high branch of a node gives is not minimal where it contains a solution of the low
  /// branch. For a function that rises, these are the sets for which the low branch is true: so each
  /// pair of a family and a part of the function is asked for once. Held against the solutions of the
  /// low branch, as published and as needed for other functions, there are nested questions.
  ///
  /// - Parameters:
  ///   - function: The function.
  ///   - diagrams: Its manager.
  ///   - ofDual: Whether the sets are meant that make it false.
  ///   - isRising: Whether the caller knows that the function rises with each variable, which is
  ///     several times faster.
  /// - Returns: The minimal sets; the empty set alone for a function that is true at once.
  /// - Throws: ``DiagramLimit`` where the work ends early.
  /// - Precondition: A function that is said to rise does.
  /// - Complexity: For a rising function at worst O(*n*·*z*) for *n* nodes of it and *z* of families;
  ///   in practice a small multiple of *z*. For others no good bound is known.
  ///
  /// Source: A. Rauzy, *New algorithms for fault trees analysis*, 1993,
  /// doi:10.1016/0951-8320(93)90060-C.
  public func minimalSolutions(
    of function: BinaryDiagram, in diagrams: BinaryDiagrams, ofDual: Bool = false,
    isRising: Bool = false
  ) throws(DiagramLimit) -> SetFamily {
    let rows = diagrams.rows(below: [function])
    return SetFamily(
      raw: try kernel.solutions(of: ofDual ? rows.dual : rows, isRising: isRising))
  }
}

extension SetKernel {
  /// The minimal solutions of a function.
  fileprivate mutating func solutions(
    of function: DiagramRows, isRising: Bool
  ) throws(DiagramLimit) -> UInt32 {
    var stack = RefutationStack()
    let chains = isRising ? LowChains(of: function) : LowChains(of: DiagramRows())
    // The cache names parts of it by their places in these rows, which mean nothing later.
    beginFunction()
    let isAsked = function.isReached
    // By edge, since a part and its opposite can both be needed.
    var solutions = [UInt32](repeating: 0, count: isAsked.count)
    solutions[1] = 1
    for row in 1..<(function.count + 1) {
      let node = function[row]
      know(level: node.level)
      for sign in UInt32(0)...1 where isAsked[2 * row + Int(sign)] {
        let low = solutions[Int(node.low ^ sign)]
        var high = solutions[Int(node.high ^ sign)]
        if isRising {
          precondition(sign == 0, "a rising function has no signs")
          high = try refuting(high, node.low, of: chains, stack: &stack)
        } else {
          high = try run(Call(operation: .without, first: high, second: low))
        }
        solutions[2 * row + Int(sign)] = try edge(node.level, low, high)
      }
    }
    return solutions[Int(function.roots[0])]
  }

  /// The sets of a family for which a rising function is false.
  private mutating func refuting(
    _ family: UInt32, _ edge: UInt32, of function: borrowing LowChains, stack: inout RefutationStack
  ) throws(DiagramLimit) -> UInt32 {
    stack.makeRoom(levelCount + 1)
    var call = Call(
      operation: .refuting, first: family, second: edge, limit: functionCount)
    while true {
      // A function that is not true at once is false for the empty set.
      let sign = call.first & 1
      var result = simplify(&call, function)
      if result == SetKernel.none {
        let hash = OperationCache.hash(call.key)
        result = cache.result(call.key, hash: hash)
        if result == SetKernel.none {
          try countStep()
          let node = table[call.first >> 1]
          stack.push(
            RefutationFrame(
              first: call.first, second: call.second, hash: hash, level: node.level, sign: sign,
              low: SetKernel.none))
          let row = function[call.second]
          call.first = node.low
          if row.level == node.level { call.second = row.low }
          continue
        }
        result ^= sign
      }
      while true {
        if stack.height == 0 { return result }
        let frame = stack.top
        call.first = frame.first
        call.second = frame.second
        if frame.low == SetKernel.none {
          stack.keep(low: result)
          let row = function[frame.second]
          call.first = table[frame.first >> 1].high
          if row.level == frame.level { call.second = row.high }
          break
        }
        stack.height -= 1
        result = try self.edge(frame.level, frame.low, result)
        cache.insert(call.key, hash: frame.hash, result: result)
        result ^= frame.sign
      }
    }
  }

  /// The answer to a question that needs no nodes, or none and the question without needless parts.
  @inline(__always)
  private func simplify(_ call: inout Call, _ function: borrowing LowChains) -> UInt32 {
    if call.first == 0 || call.second == 1 { return 0 }
    if call.second == 0 || call.first == 1 { return call.first }
    let sign = call.first & 1
    call.first ^= sign
    // Variables that none of the sets has are false in all of them.
    let level = table[call.first >> 1].level
    call.second = function.below(call.second, to: level)
    return call.second == 0 ? call.first | sign : SetKernel.none
  }
}

/// A rising function, and short cuts along its low edges.
///
/// Families skip most levels of the function, so most of the work is going down low edges. They are
/// the edges to the parent in a tree with the terminal as its root. One more edge for each node, to
/// some ancestor, finds each ancestor in a number of steps that is logarithmic in its distance.
///
/// Source: E. W. Myers, *An applicative random-access stack*, 1983,
/// doi:10.1016/0020-0190(83)90106-0.
private struct LowChains: ~Copyable {
  struct Row: BitwiseCopyable {
    var level: UInt32
    var low: UInt32
    var high: UInt32
    /// An edge to a node further down.
    var jump: UInt32
  }

  private let rows: FlatArray<Row>

  init(of function: DiagramRows) {
    let terminal = Row(level: DiagramNode.bottom, low: 0, high: 0, jump: 0)
    rows = FlatArray(repeating: terminal, count: function.count + 1)
    var depths = [UInt32](repeating: 0, count: function.count + 1)
    for row in 1..<(function.count + 1) {
      let node = function[row]
      // A low edge that is true is the end of a chain as one that is false.
      let parent = Int(node.low >> 1)
      let jump = Int(self[node.low].jump >> 1)
      let jumpOfJump = Int(self[UInt32(jump) << 1].jump >> 1)
      depths[row] = depths[parent] + 1
      let isRegular = depths[parent] - depths[jump] == depths[jump] - depths[jumpOfJump]
      unsafe rows[unchecked: row] = Row(
        level: node.level, low: node.low, high: node.high,
        jump: isRegular ? UInt32(jumpOfJump) << 1 : node.low)
    }
  }

  @inline(__always)
  subscript(edge: UInt32) -> Row {
    // Edges of a function lead to its own rows, which come before the one they start from.
    unsafe rows[unchecked: Int(edge >> 1)]
  }

  /// The first edge along low edges that does not lead to a node above a level.
  @inline(__always)
  func below(_ edge: UInt32, to level: UInt32) -> UInt32 {
    var edge = edge
    var row = self[edge]
    while row.level < level {
      let jump = self[row.jump]
      if jump.level < level {
        (edge, row) = (row.jump, jump)
      } else {
        edge = row.low
        row = self[edge]
      }
    }
    return edge
  }
}

/// A family that waits for one of its branches to be held against a function.
private struct RefutationFrame: BitwiseCopyable {
  var first: UInt32
  var second: UInt32
  var hash: UInt32
  var level: UInt32
  /// Whether the empty set is added to the result.
  var sign: UInt32
  /// The result of the low branch, or none.
  var low: UInt32
}

/// Families that wait, one for each level at most.
private struct RefutationStack: ~Copyable {
  private static let filler = RefutationFrame(
    first: 0, second: 0, hash: 0, level: 0, sign: 0, low: 0)
  private var frames = FlatArray(repeating: RefutationStack.filler, count: 64)
  var height = 0

  /// Empties the stack and makes room for so many.
  mutating func makeRoom(_ count: Int) {
    height = 0
    if count > frames.count {
      frames.grow(to: max(count, 2 * frames.count), filler: RefutationStack.filler)
    }
  }

  /// The family put on last; there is one.
  @inline(__always)
  var top: RefutationFrame { unsafe frames[unchecked: height &- 1] }

  /// Puts a family on, whose level is below that of the last.
  @inline(__always)
  mutating func push(_ frame: RefutationFrame) {
    // The caller made room for each level.
    unsafe frames[unchecked: height] = frame
    height &+= 1
  }

  /// Takes note of the low branch's result for the family put on last.
  @inline(__always)
  func keep(low: UInt32) { unsafe frames[unchecked: height &- 1].low = low }
}
