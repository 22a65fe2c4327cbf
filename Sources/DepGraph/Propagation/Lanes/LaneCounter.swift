/// Adds up masks: how often each lane was in one, each time with a weight.
///
/// The counts are kept in slices: level *l* has bit *l* of all 512 counts. A mask that comes to a
/// level waits there for a second one; then both are added to the level's own slice by one full
/// adder, and only its carry goes on. So a mask costs one full adder on the average (S. Harley and
/// D. Seal's way of counting bits), however long the carries of single lanes are.
struct LaneCounter {
  private var sums: [SIMD8<UInt64>]
  private var waiting: [SIMD8<UInt64>]
  /// Bit *l* says whether level *l* has a mask that waits.
  private var isWaiting: UInt64 = 0

  /// The bits of a count: there are fewer than 2³² vertices, and each is counted once.
  private static let levelCount = 33

  init() {
    sums = [SIMD8<UInt64>](repeating: .zero, count: LaneCounter.levelCount)
    waiting = [SIMD8<UInt64>](repeating: .zero, count: LaneCounter.levelCount)
  }

  /// Counts a mask.
  ///
  /// - Parameters:
  ///   - mask: The lanes to count.
  ///   - weight: What each of them counts for.
  mutating func add(_ mask: SIMD8<UInt64>, weight: UInt32) {
    var rest = weight
    while rest != 0 {
      let level = rest.trailingZeroBitCount
      rest &= rest &- 1
      add(mask, at: level)
    }
  }

  private mutating func add(_ mask: SIMD8<UInt64>, at first: Int) {
    var level = first
    var carry = mask
    while isWaiting & (1 << UInt64(level)) != 0 {
      isWaiting &= ~(1 << UInt64(level))
      let (sum, other) = (sums[level], waiting[level])
      let either = sum ^ other
      sums[level] = either ^ carry
      carry = (sum & other) | (either & carry)
      level &+= 1
    }
    waiting[level] = carry
    isWaiting |= 1 << UInt64(level)
  }

  /// Tells the count of each lane, and begins anew.
  mutating func takeCounts() -> [Int] {
    var counts = [Int](repeating: 0, count: LaneMask.laneCount)
    for level in sums.indices {
      for mask in [sums[level], isWaiting >> UInt64(level) & 1 == 1 ? waiting[level] : .zero]
      where mask != .zero {
        for lane in LaneMask(words: mask) { counts[lane] += 1 << level }
      }
      sums[level] = .zero
    }
    isWaiting = 0
    return counts
  }
}
