/// Ids by their bytes: each gets a number, in the order in which they come.
///
/// To look one up makes no text, so that a table that names the same million ids many times over is
/// read without making a text for each.
struct ByteIDs {
  /// The ids in order.
  private(set) var texts: [String] = []
  private var pool: [UInt8] = []
  private var bounds: [Int] = [0]
  /// The numbers by hash, with empty places between them: the upper half of the hash above the
  /// number and one; 0 is none.
  private var slots: [UInt64] = Array(repeating: 0, count: 64)

  /// Makes one without ids.
  init() {}

  /// The number of ids.
  var count: Int { texts.count }

  /// The number of the id that bytes spell, a new one where they spell none yet.
  ///
  /// - Returns: The number, and whether it is new.
  /// - Complexity: O(*n*) for *n* bytes, amortized.
  mutating func insert(
    _ bytes: [UInt8], _ start: Int, _ end: Int
  ) -> (number: Int, isNew: Bool) {
    let hash = Self.hash(bytes, start, end)
    var slot = place(hash)
    while slots[slot] != 0 {
      let number = Int(slots[slot] & 0xFFFF_FFFF) - 1
      if slots[slot] >> 32 == hash >> 32, isEqual(number, bytes, start, end) {
        return (number, false)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    let number = texts.count
    slots[slot] = Self.entry(hash, number)
    texts.append(String(decoding: bytes[start..<end], as: UTF8.self))
    pool.append(contentsOf: bytes[start..<end])
    bounds.append(pool.count)
    if texts.count * 2 > slots.count { grow() }
    return (number, true)
  }

  /// The number of the id that bytes spell, or nil.
  ///
  /// - Complexity: O(*n*) for *n* bytes, expected.
  func number(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    let hash = Self.hash(bytes, start, end)
    var slot = place(hash)
    while slots[slot] != 0 {
      let number = Int(slots[slot] & 0xFFFF_FFFF) - 1
      if slots[slot] >> 32 == hash >> 32, isEqual(number, bytes, start, end) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// The number of a text, or nil.
  ///
  /// - Complexity: O(*n*) for *n* bytes, expected.
  func number(of text: String) -> Int? {
    let bytes = Array(text.utf8)
    return number(bytes, 0, bytes.count)
  }

  /// The number of a text, a new one where it has none yet.
  ///
  /// - Complexity: O(*n*) for *n* bytes, amortized.
  mutating func insert(_ text: String) -> (number: Int, isNew: Bool) {
    let bytes = Array(text.utf8)
    return insert(bytes, 0, bytes.count)
  }

  private func place(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: (hash ^ (hash >> 32))) & (slots.count - 1)
  }

  private static func entry(_ hash: UInt64, _ number: Int) -> UInt64 {
    (hash >> 32) << 32 | UInt64(number + 1)
  }

  private func isEqual(_ number: Int, _ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    let first = bounds[number]
    guard bounds[number + 1] - first == end - start else { return false }
    for step in 0..<(end - start) where pool[first + step] != bytes[start + step] { return false }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for number in 0..<texts.count {
      let hash = Self.hash(pool, bounds[number], bounds[number + 1])
      var slot = place(hash)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Self.entry(hash, number)
    }
  }

  /// FNV-1a, with the high bits brought down at the end.
  private static func hash(_ bytes: [UInt8], _ start: Int, _ end: Int) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in start..<end { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
    return hash ^ (hash >> 29)
  }
}
