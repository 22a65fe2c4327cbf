public import BigInt

extension SetFamilies {
  /// How many sets of each size a family has.
  ///
  /// A level can stand for a family of its own, such as the cut sets of a module: then each set
  /// counts once for every choice of one set for each such level, at the sum of the sizes.
  ///
  /// - Parameters:
  ///   - family: A family.
  ///   - counts: For each level, how many sets of each size from 0 it stands for; one of size 1 for
  ///     levels that are left out.
  /// - Returns: The number of sets of each size from 0 to the largest; empty without sets.
  /// - Complexity: O(*n*·*s*) sums for *n* nodes and sizes up to *s*, a level's own sizes times as
  ///   many products; counts are kept only until the last node above has been done.
  public func countsBySize(
    of family: SetFamily, countsOfLevel counts: [Int: [BigInt]] = [:]
  ) -> [BigInt] {
    rows(below: [family]).countsBySize(countsOfLevel: counts)
  }
}

extension DiagramRows {
  /// How many sets of each size the family of the only root has.
  ///
  /// - Complexity: That of ``SetFamilies/countsBySize(of:countsOfLevel:)``.
  func countsBySize(countsOfLevel counts: [Int: [BigInt]] = [:]) -> [BigInt] {
    // Most counts fit: arithmetic on words of a fixed size is several times faster.
    let words = counts.mapValues { $0.compactMap { UInt128(exactly: $0) } }
    if words.allSatisfy({ $1.count == counts[$0]?.count }) {
      var pass = CountPass<UInt128>(self, countsOfLevel: words)
      if let sums = pass.run() { return sums.map { BigInt($0) } }
    }
    var pass = CountPass<BigInt>(self, countsOfLevel: counts)
    return pass.run() ?? []
  }
}

/// A number that counts sets.
private protocol SetCount: Equatable, ExpressibleByIntegerLiteral {
  /// The sum, or none where it is too large.
  func sum(with other: Self) -> Self?
  /// The product, or none where it is too large.
  func product(with other: Self) -> Self?
}

extension UInt128: SetCount {
  fileprivate func sum(with other: UInt128) -> UInt128? {
    let (sum, isTooLarge) = addingReportingOverflow(other)
    return isTooLarge ? nil : sum
  }

  fileprivate func product(with other: UInt128) -> UInt128? {
    let (product, isTooLarge) = multipliedReportingOverflow(by: other)
    return isTooLarge ? nil : product
  }
}

extension BigInt: SetCount {
  fileprivate func sum(with other: BigInt) -> BigInt? { self + other }

  fileprivate func product(with other: BigInt) -> BigInt? { self * other }
}

/// Counts sets from the leaves up.
private struct CountPass<Number: SetCount> {
  private let rows: DiagramRows
  private let countsOfLevel: [Int: [Number]]
  /// For each node, how many sets of each size it has, while a node above needs it.
  private var counts: [[Number]]
  /// For each node, how many edges lead to it from nodes that are not done.
  private var edgesLeft: [UInt32]

  init(_ rows: DiagramRows, countsOfLevel: [Int: [Number]]) {
    self.rows = rows
    self.countsOfLevel = countsOfLevel
    counts = [[Number]](repeating: [], count: rows.count + 1)
    edgesLeft = [UInt32](repeating: 0, count: rows.count + 1)
    for row in 1..<(rows.count + 1) {
      edgesLeft[Int(rows[row].low >> 1)] += 1
      edgesLeft[Int(rows[row].high >> 1)] += 1
    }
    for root in rows.roots { edgesLeft[Int(root >> 1)] += 1 }
  }

  /// The counts of the only root; none where a number is too large.
  mutating func run() -> [Number]? {
    for row in 1..<(rows.count + 1) {
      let node = rows[row]
      guard let without = take(node.low), let rest = take(node.high),
        let with = withLevel(rest, Int(node.level)), let both = CountPass.sum(without, with)
      else { return nil }
      counts[row] = both
    }
    return take(rows.roots[0])
  }

  /// The counts of an edge; those of a node that nothing else needs are forgotten.
  private mutating func take(_ edge: UInt32) -> [Number]? {
    let row = Int(edge >> 1)
    var result = counts[row]
    edgesLeft[row] -= 1
    if edgesLeft[row] == 0 { counts[row] = [] }
    if edge & 1 == 1 {
      if result.isEmpty { result = [0] }
      // Without its sign no family has the empty set, unless a level stands for one.
      guard let one = result[0].sum(with: 1) else { return nil }
      result[0] = one
    }
    return result
  }

  private static func sum(_ first: [Number], _ second: [Number]) -> [Number]? {
    if first.count < second.count { return sum(second, first) }
    var result = first
    for size in second.indices {
      guard let sum = result[size].sum(with: second[size]) else { return nil }
      result[size] = sum
    }
    return result
  }

  /// Adds a level to every set.
  private func withLevel(_ counts: [Number], _ level: Int) -> [Number]? {
    if counts.isEmpty { return [] }
    guard let factor = countsOfLevel[level] else { return [0] + counts }
    if factor.isEmpty { return [] }
    var result = [Number](repeating: 0, count: counts.count + factor.count - 1)
    for (size, count) in counts.enumerated() where count != 0 {
      for (added, choices) in factor.enumerated() where choices != 0 {
        guard let product = count.product(with: choices),
          let sum = result[size + added].sum(with: product)
        else { return nil }
        result[size + added] = sum
      }
    }
    return result
  }
}
