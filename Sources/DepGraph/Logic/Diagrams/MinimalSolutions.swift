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
    var frames: [RefutationFrame] = []
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
          high = try refuting(high, node.low, of: function, frames: &frames)
        } else {
          high = try run(Call(operation: .without, first: high, second: low))
        }
        solutions[2 * row + Int(sign)] = try edge(node.level, low, high)
      }
    }
    return solutions[Int(function.roots[0])]
  }

  /// A family that waits for one of its branches.
  private struct RefutationFrame {
    var call: Call
    var hash: UInt32
    var level: UInt32
    var sign: UInt32
    var low: UInt32
  }

  /// The sets of a family for which a rising function is false.
  private mutating func refuting(
    _ family: UInt32, _ edge: UInt32, of function: DiagramRows, frames: inout [RefutationFrame]
  ) throws(DiagramLimit) -> UInt32 {
    frames.removeAll(keepingCapacity: true)
    let rows = function.rows.span
    var call = Call(operation: .refuting, first: family, second: edge, limit: functionCount)
    while true {
      var result = SetKernel.none
      // A function that is not true at once is false for the empty set.
      var sign: UInt32 = 0
      if call.first == 0 || call.second == 1 {
        result = 0
      } else {
        sign = call.first & 1
        call.first ^= sign
        let level = table[call.first >> 1].level
        while rows[Int(call.second >> 1)].level < level {
          call.second = rows[Int(call.second >> 1)].low
        }
        if call.second == 0 || call.first == 0 { result = call.first }
        if call.second == 1 { result = 0 }
        if result == SetKernel.none {
          let hash = OperationCache.hash(call.key)
          result = cache.result(call.key, hash: hash)
          if result == SetKernel.none {
            try countStep()
            frames.append(
              RefutationFrame(
                call: call, hash: hash, level: level, sign: sign, low: SetKernel.none))
            let row = rows[Int(call.second >> 1)]
            call.first = table[call.first >> 1].low
            if row.level == level { call.second = row.low }
            continue
          }
        }
        result ^= sign
      }
      while true {
        guard let last = frames.indices.last else { return result }
        if frames[last].low == SetKernel.none {
          frames[last].low = result
          call = frames[last].call
          let row = rows[Int(call.second >> 1)]
          call.first = table[call.first >> 1].high
          if row.level == frames[last].level { call.second = row.high }
          break
        }
        let frame = frames.removeLast()
        result = try self.edge(frame.level, frame.low, result)
        cache.insert(frame.call.key, hash: frame.hash, result: result)
        result ^= frame.sign
      }
    }
  }
}
