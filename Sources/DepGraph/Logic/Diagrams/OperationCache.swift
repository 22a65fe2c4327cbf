/// Remembers results of operations on edges; a newer result may take the place of an older one.
///
/// Sets of two entries: a result comes first, the one that was first comes second, and the second is
/// forgotten.
struct OperationCache: ~Copyable {
  /// An operation with three operands, of which one can be a number of the operation.
  struct Key: Equatable {
    let first: UInt32
    let second: UInt32
    let third: UInt32
  }

  /// An operation and its result.
  ///
  /// Not private: the compiler (6.3.1) loses track of a private type that is part of a noncopyable
  /// one when it is used from another file.
  struct Entry: BitwiseCopyable {
    var first: UInt32
    var second: UInt32
    var third: UInt32
    var result: UInt32

    @inline(__always)
    func answers(_ key: Key) -> Bool {
      first == key.first && second == key.second && third == key.third
    }
  }

  /// What stands for no result.
  static let none = UInt32.max
  private static let empty = Entry(
    first: UInt32.max, second: UInt32.max, third: UInt32.max, result: UInt32.max)
  private static let leastBits: UInt64 = 12
  private static let mostBits: UInt64 = 25

  private var entries = FlatArray(
    repeating: OperationCache.empty, count: 1 << OperationCache.leastBits)
  private var bits = OperationCache.leastBits
  private var stepsSinceGrowth = 0

  /// The number of entries.
  var count: Int { entries.count }

  // MARK: - Kernel

  /// What a key is found by; it does not depend on the size of the cache.
  @inline(__always)
  static func hash(_ key: Key) -> UInt32 {
    let word = (UInt64(key.first) << 32 | UInt64(key.second)) &* 0x9E37_79B9_7F4A_7C15
    let mixed = (word ^ (word &>> 32)) &+ UInt64(key.third) &* 0xC2B2_AE3D_27D4_EB4F
    return UInt32(truncatingIfNeeded: (mixed &* 0x1656_67B1_9E37_79F9) &>> 32)
  }

  @inline(__always)
  private func place(_ hash: UInt32) -> Int {
    // As many values as there are entries, the even ones.
    Int(truncatingIfNeeded: hash &>> UInt32(truncatingIfNeeded: 32 &- bits)) & ~1
  }

  /// The result of an operation, or `none`.
  @inline(__always)
  func result(_ key: Key, hash: UInt32) -> UInt32 {
    let place = place(hash)
    let entry = unsafe entries[unchecked: place]
    if entry.answers(key) { return entry.result }
    let other = unsafe entries[unchecked: place &+ 1]
    return other.answers(key) ? other.result : OperationCache.none
  }

  /// Remembers a result.
  @inline(__always)
  mutating func insert(_ key: Key, hash: UInt32, result: UInt32) {
    let place = place(hash)
    unsafe entries[unchecked: place &+ 1] = unsafe entries[unchecked: place]
    unsafe entries[unchecked: place] = Entry(
      first: key.first, second: key.second, third: key.third, result: result)
  }

  // MARK: - Size

  /// Makes the cache larger where it has had to forget much; what it knows stays.
  ///
  /// An entry is as large as a node, and there are at most four to each.
  mutating func grow(afterSteps steps: Int32, nodes: Int) {
    stepsSinceGrowth += Int(steps)
    guard stepsSinceGrowth > entries.count, 2 * nodes > entries.count,
      bits < OperationCache.mostBits
    else { return }
    stepsSinceGrowth = 0
    bits += 1
    var old = FlatArray(repeating: OperationCache.empty, count: 1 << bits)
    swap(&old, &entries)
    for place in stride(from: old.count - 1, through: 0, by: -1) {
      let entry = unsafe old[unchecked: place]
      guard entry.result != OperationCache.none else { continue }
      let key = Key(first: entry.first, second: entry.second, third: entry.third)
      insert(key, hash: OperationCache.hash(key), result: entry.result)
    }
  }

  /// Forgets everything.
  mutating func removeAll() {
    entries = FlatArray(repeating: OperationCache.empty, count: entries.count)
  }

  /// Forgets operations of which a test does not let the words through: operands and result.
  mutating func keep(where isKept: (Key, UInt32) -> Bool) {
    for place in 0..<entries.count {
      let entry = unsafe entries[unchecked: place]
      let key = Key(first: entry.first, second: entry.second, third: entry.third)
      if entry.result != OperationCache.none, !isKept(key, entry.result) {
        unsafe entries[unchecked: place] = OperationCache.empty
      }
    }
  }
}
