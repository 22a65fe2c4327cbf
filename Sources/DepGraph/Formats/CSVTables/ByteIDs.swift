/// Ids by their bytes: each gets a number, in the order in which they come.
///
/// To look one up makes no text, so that a table that names the same million ids many times over is
/// read without making a text for each.
struct ByteIDs {
  /// The ids in order.
  private(set) var texts: [String] = []
  private var pool: [UInt8] = []
  private var bounds: [Int] = [0]
  private var hashes: [UInt64] = []
  /// The numbers by hash, with empty places between them; -1 is none.
  private var slots: [Int32] = Array(repeating: -1, count: 64)

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
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if isEqual(number, hash, bytes, start, end) { return (number, false) }
      slot = (slot + 1) & (slots.count - 1)
    }
    let number = texts.count
    slots[slot] = Int32(number)
    texts.append(String(decoding: bytes[start..<end], as: UTF8.self))
    pool.append(contentsOf: bytes[start..<end])
    bounds.append(pool.count)
    hashes.append(hash)
    if texts.count * 2 > slots.count { grow() }
    return (number, true)
  }

  /// The number of the id that bytes spell, or nil.
  ///
  /// - Complexity: O(*n*) for *n* bytes, expected.
  func number(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    let hash = Self.hash(bytes, start, end)
    var slot = place(hash)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if isEqual(number, hash, bytes, start, end) { return number }
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

  private func isEqual(
    _ number: Int, _ hash: UInt64, _ bytes: [UInt8], _ start: Int, _ end: Int
  ) -> Bool {
    guard hashes[number] == hash else { return false }
    let first = bounds[number]
    guard bounds[number + 1] - first == end - start else { return false }
    for step in 0..<(end - start) where pool[first + step] != bytes[start + step] { return false }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for number in 0..<texts.count {
      var slot = place(hashes[number])
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }

  /// FNV-1a, with the high bits brought down at the end.
  private static func hash(_ bytes: [UInt8], _ start: Int, _ end: Int) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in start..<end { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
    return hash ^ (hash >> 29)
  }
}
