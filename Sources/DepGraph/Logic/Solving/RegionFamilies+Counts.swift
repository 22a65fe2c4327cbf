import BigInt

extension RegionFamilies {
  /// How many sets there are of each size.
  ///
  /// The sets of a node are at most as many as those of a root that leads to it, so what holds the
  /// number of all sets holds every number on the way.
  func counts() -> [BigUInt] {
    let total = estimate()
    if total < 0x1p62 { return polynomial(UInt64.self).map { BigUInt($0) } }
    if total < 0x1p126 { return polynomial(UInt128.self).map { BigUInt($0) } }
    return polynomial(BigUInt.self)
  }

  /// About how many sets there are; infinite where a double cannot hold it.
  private func estimate() -> Double {
    var totals: [Double] = []
    for part in parts {
      let rows = families.rows(below: [part.family])
      var values = Array(repeating: 0.0, count: rows.count + 1)
      func value(_ edge: UInt32) -> Double { values[Int(edge >> 1)] + Double(edge & 1) }
      for row in stride(from: 1, through: rows.count, by: 1) {
        let factor =
          switch part.leaves[Int(rows[row].level)] {
          case .event, .unused: 1.0
          case .part(let place): totals[place]
          }
        values[row] = value(rows[row].low) + factor * value(rows[row].high)
      }
      totals.append(value(rows.roots[0]))
    }
    return totals.last ?? 0
  }

  /// The number of sets of each size, in numbers that are large enough.
  private func polynomial<Number: BinaryInteger>(_: Number.Type) -> [Number] {
    var polynomials: [[Number]] = []
    for part in parts {
      let rows = families.rows(below: [part.family])
      let factors: [[Number]?] = part.leaves.map {
        if case .part(let place) = $0 { polynomials[place] } else { nil }
      }
      var values = SizePolynomials<Number>()
      for row in stride(from: 1, through: rows.count, by: 1) {
        values.append(rows[row], factor: factors[Int(rows[row].level)])
      }
      polynomials.append(values.all(rows.roots[0]))
    }
    return polynomials.last ?? []
  }
}

/// For each node of a family, how many of its sets have each size: all numbers in one array.
private struct SizePolynomials<Number: BinaryInteger> {
  private var starts = [0, 0]
  /// The size that the first number of each node is for.
  private var leasts = [0]
  private var numbers: [Number] = []

  /// The numbers of a node's sets, the empty set left aside.
  private func range(_ edge: UInt32) -> Range<Int> {
    starts[Int(edge >> 1)]..<starts[Int(edge >> 1) + 1]
  }

  /// Adds a node after its children; its level stands for one event, or for sets with these sizes.
  mutating func append(_ node: DiagramRows.Row, factor: [Number]?) {
    let (low, high) = (range(node.low), range(node.high))
    let lowLeast = leasts[Int(node.low >> 1)]
    let highLeast = node.high & 1 == 1 ? 0 : leasts[Int(node.high >> 1)]
    let highEnd = high.isEmpty ? 1 : leasts[Int(node.high >> 1)] + high.count
    let factorLeast = factor.map { $0.firstIndex { $0 != 0 } ?? 0 } ?? 1
    let factorEnd = factor?.count ?? 2
    var least = highLeast + factorLeast
    var end = highEnd + factorEnd - 1
    if !low.isEmpty {
      least = min(least, lowLeast)
      end = max(end, lowLeast + low.count)
    }
    let base = numbers.count
    for _ in least..<max(least, end) { numbers.append(0) }
    for (offset, place) in low.enumerated() {
      numbers[base + lowLeast - least + offset] += numbers[place]
    }
    for power in factorLeast..<factorEnd {
      let times = factor?[power] ?? 1
      if node.high & 1 == 1 { numbers[base + power - least] += times }
      let shift = base + power + leasts[Int(node.high >> 1)] - least
      if factor == nil {
        for (offset, place) in high.enumerated() { numbers[shift + offset] += numbers[place] }
      } else if times != 0 {
        for (offset, place) in high.enumerated() {
          numbers[shift + offset] += times * numbers[place]
        }
      }
    }
    leasts.append(least)
    starts.append(numbers.count)
  }

  /// The numbers of an edge from size 0.
  func all(_ edge: UInt32) -> [Number] {
    var result = Array(repeating: Number.zero, count: leasts[Int(edge >> 1)])
    result += numbers[range(edge)]
    if edge & 1 == 1 {
      if result.isEmpty { result.append(0) }
      result[0] += 1
    }
    return edge == 0 ? [] : result
  }
}
