extension BinaryDiagrams {
  /// The probability that each of some functions is true, variables being independent.
  ///
  /// For each node the probabilities of both values are found. So no figure is one minus another:
  /// a probability of 10⁻³⁰ is as exact as one of a half.
  ///
  /// - Parameters:
  ///   - functions: The functions.
  ///   - chances: The probability that the variable of each level is true.
  /// - Returns: The probability of each function.
  /// - Precondition: There is a probability for each level that the functions ask for.
  /// - Complexity: O(*n*) for the *n* nodes that the functions need together.
  public func probabilities(of functions: [BinaryDiagram], _ chances: [Double]) -> [Double] {
    let rows = rows(below: functions)
    let values = rows.probabilities(chances)
    return rows.roots.map { values[$0] }
  }

  /// The probability that a function is true, and its Birnbaum importance for each variable.
  ///
  /// The importance of a variable is the probability with the variable true, minus that with the
  /// variable false: how far one follows the other. It is 0 for variables that are not asked for.
  ///
  /// - Parameters:
  ///   - function: The function.
  ///   - chances: The probability that the variable of each level is true.
  /// - Returns: The probability, and one importance for each of the chances.
  /// - Precondition: There is a probability for each level that the function asks for.
  /// - Complexity: O(*n* + *v*) for *n* nodes and *v* variables: one pass up and one down.
  public func sensitivities(
    of function: BinaryDiagram, _ chances: [Double]
  ) -> (probability: Double, byLevel: [Double]) {
    let rows = rows(below: [function])
    let values = rows.probabilities(chances)
    let root = rows.roots[0]
    var byLevel = [Double](repeating: 0, count: chances.count)
    // How much the function gains for each bit of probability that a node gains.
    var gains = [Double](repeating: 0, count: rows.count + 1)
    gains[Int(root >> 1)] = root & 1 == 0 ? 1 : -1
    for row in stride(from: rows.count, to: 0, by: -1) {
      let (low, high) = (rows[row].low, rows[row].high)
      let level = Int(rows[row].level)
      let gain = gains[row]
      byLevel[level] += gain * values.difference(high, low)
      gains[Int(low >> 1)] += gain * (1 - chances[level])
      gains[Int(high >> 1)] += (high & 1 == 0 ? gain : -gain) * chances[level]
    }
    return (values[root], byLevel)
  }
}

extension DiagramRows {
  /// The probabilities that nodes are true and that they are false.
  struct Probabilities {
    fileprivate var isTrue: [Double]
    fileprivate var isFalse: [Double]

    /// The probability that an edge is true.
    subscript(edge: UInt32) -> Double {
      edge & 1 == 0 ? isTrue[Int(edge >> 1)] : isFalse[Int(edge >> 1)]
    }

    /// By how much the probability of one edge is above that of another.
    ///
    /// Taken from the value that is less likely, where rounding costs least.
    func difference(_ first: UInt32, _ second: UInt32) -> Double {
      let whereTrue = (self[first], self[second])
      let whereFalse = (self[first ^ 1], self[second ^ 1])
      return max(whereTrue.0, whereTrue.1) <= max(whereFalse.0, whereFalse.1)
        ? whereTrue.0 - whereTrue.1 : whereFalse.1 - whereFalse.0
    }
  }

  /// Finds the probabilities of all nodes.
  func probabilities(_ chances: [Double]) -> Probabilities {
    var values = Probabilities(
      isTrue: [Double](repeating: 0, count: count + 1),
      isFalse: [Double](repeating: 1, count: count + 1))
    for row in 1..<(count + 1) {
      let chance = chances[Int(self[row].level)]
      let (low, high) = (self[row].low, self[row].high)
      values.isTrue[row] = chance * values[high] + (1 - chance) * values[low]
      values.isFalse[row] = chance * values[high ^ 1] + (1 - chance) * values[low ^ 1]
    }
    return values
  }
}
