import BigInt

/// How many sets there are of each size.
///
///     let counts = CountsBySize([1: 2, 3: 40])
///     counts.orders          // [1, 3]
///     counts.decimal(of: 3)  // "40"
///     counts.total           // "42"
public struct CountsBySize: Hashable, Sendable {
  private let byOrder: [Int: BigUInt]

  /// Collects counts.
  ///
  /// - Parameter byOrder: The number of sets of each size.
  /// - Complexity: O(*s*) for *s* sizes.
  init(_ byOrder: [Int: BigUInt]) { self.byOrder = byOrder.filter { $0.value > 0 } }

  /// Takes the counts of minimal sets.
  ///
  /// - Parameter sets: The sets.
  /// - Complexity: That of `MinimalSets.counts`.
  public init(of sets: MinimalSets) {
    self.init(Dictionary(uniqueKeysWithValues: sets.counts.enumerated().map { ($0, $1) }))
  }

  /// No sets at all.
  public static let none = CountsBySize([:])

  /// The sizes of which there are sets, ascending.
  ///
  /// - Complexity: O(*s* log *s*) for *s* sizes.
  public var orders: [Int] { byOrder.keys.sorted() }

  /// The number of sets of a size, in decimal digits.
  ///
  /// - Parameter order: A size.
  /// - Returns: The number; "0" where there are none.
  /// - Complexity: O(*d*²) for *d* digits.
  public func decimal(of order: Int) -> String { byOrder[order, default: 0].description }

  /// The number of sets of a size; nil: it is beyond the largest `Int`.
  ///
  /// - Parameter order: A size.
  /// - Returns: The number.
  public func count(of order: Int) -> Int? { Int(exactly: byOrder[order, default: 0]) }

  /// The number of all sets, in decimal digits.
  ///
  /// - Complexity: O(*s* + *d*²) for *s* sizes and *d* digits.
  public var total: String { sum.description }

  /// The number of all sets; nil: it is beyond the largest `Int`.
  ///
  /// - Complexity: O(*s*) for *s* sizes.
  public var totalCount: Int? { Int(exactly: sum) }

  /// What is left of the sets without some of them.
  ///
  /// - Parameter sizes: The size of each set that is left out.
  /// - Returns: How many are left, in decimal digits, and the size of the smallest; nil: none.
  /// - Complexity: O(*s* log *s* + *n*) for *s* sizes and *n* sets left out.
  public func others(than sizes: [Int]) -> (count: String, smallest: Int)? {
    var left = byOrder
    for size in sizes {
      guard let count = left[size], count > 0 else { continue }
      left[size] = count - 1
    }
    let rest = CountsBySize(left)
    return rest.orders.first.map { (rest.total, $0) }
  }

  private var sum: BigUInt { byOrder.values.reduce(0, +) }
}
