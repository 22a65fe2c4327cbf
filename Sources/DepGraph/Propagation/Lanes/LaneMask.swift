/// For each of 512 lanes one bit: whether something holds in the scenario that the lane stands for.
///
///     var mask = LaneMask()
///     mask.insert(3)
///     mask.contains(3)  // true
///     Array(mask)       // [3]
public struct LaneMask: Hashable, Sendable {
  /// The number of lanes: those of one line of the cache, and of one vector.
  public static let laneCount = 512

  var words: SIMD8<UInt64>

  /// Creates a mask without any lane.
  public init() { words = .zero }

  init(words: SIMD8<UInt64>) { self.words = words }

  // MARK: - Questions

  /// Whether no lane is in the mask.
  public var isEmpty: Bool { words == .zero }

  /// The number of lanes in the mask.
  public var count: Int { words.indices.reduce(0) { $0 + words[$1].nonzeroBitCount } }

  /// Tells whether a lane is in the mask.
  ///
  /// - Parameter lane: The lane.
  /// - Returns: Whether it is in the mask.
  /// - Precondition: `lane` is at least 0 and below `laneCount`.
  public func contains(_ lane: Int) -> Bool {
    words[lane >> 6] & (1 << UInt64(lane & 63)) != 0
  }

  /// Adds a lane.
  ///
  /// - Parameter lane: The lane.
  /// - Precondition: `lane` is at least 0 and below `laneCount`.
  public mutating func insert(_ lane: Int) {
    words[lane >> 6] |= 1 << UInt64(lane & 63)
  }
}

// MARK: - Conformances

extension LaneMask: Sequence {
  /// Reads the lanes of a mask in ascending order.
  public struct Iterator: IteratorProtocol {
    private let words: SIMD8<UInt64>
    private var position = 0
    private var rest: UInt64

    fileprivate init(_ words: SIMD8<UInt64>) {
      self.words = words
      rest = words[0]
    }

    /// Reads on.
    ///
    /// - Returns: The next lane, or nil after the last.
    /// - Complexity: O(1) over the whole walk.
    public mutating func next() -> Int? {
      while rest == 0 {
        position += 1
        guard position < 8 else { return nil }
        rest = words[position]
      }
      let lane = position << 6 + rest.trailingZeroBitCount
      rest &= rest - 1
      return lane
    }
  }

  /// Begins to read the lanes.
  ///
  /// - Returns: A reader that stands before the smallest lane.
  public func makeIterator() -> Iterator { Iterator(words) }

  /// The number of lanes, which is exact.
  public var underestimatedCount: Int { count }
}
