/// Ids by number, and numbers by id: what a dictionary does, in a third of the time and the room.
///
/// A kernel: a model of a million components looks up its ids ten million times. Slots hold half of
/// the hash beside the number, so that hardly ever another id is looked at. The standard hash is
/// seeded, so that no choice of ids makes it slow; no order ever comes from it.
struct IdentifierTable: Sendable {
  /// The ids, by their numbers.
  private(set) var ids: [String] = []
  /// Upper half: of the hash; lower half: the number and 1; 0: free.
  private var slots: [UInt64]
  private var mask: Int

  /// Makes an empty table.
  ///
  /// - Parameter capacity: How many ids are to come.
  /// - Complexity: O(*n*) for *n* ids to come.
  init(capacity: Int = 16) {
    var size = 16
    // At most half full.
    while size < 2 * capacity { size *= 2 }
    slots = [UInt64](repeating: 0, count: size)
    mask = size - 1
    ids.reserveCapacity(capacity)
  }

  /// Makes a table of ids, numbered in order; one that comes twice keeps its first number.
  ///
  /// - Complexity: O(*n*) for *n* ids.
  init(_ ids: some Collection<String>) {
    self.init(capacity: ids.count)
    for id in ids { _ = add(id) }
  }

  /// The number of ids.
  var count: Int { ids.count }

  /// The number of an id; nil where it is not in the table.
  ///
  /// - Complexity: O(1), expected.
  func number(of id: String) -> Int? {
    let half = Self.half(of: id)
    var place = Int(half) & mask
    while slots[place] != 0 {
      if slots[place] >> 32 == half {
        let number = Int(slots[place] & 0xFFFF_FFFF) - 1
        if ids[number] == id { return number }
      }
      place = (place + 1) & mask
    }
    return nil
  }

  /// Adds an id, if it is not there yet.
  ///
  /// - Returns: Its number, and whether it is new.
  /// - Complexity: O(1), expected and amortized.
  mutating func add(_ id: String) -> (number: Int, isNew: Bool) {
    if let known = number(of: id) { return (known, false) }
    if 2 * (ids.count + 1) > slots.count { grow() }
    ids.append(id)
    insert(half: Self.half(of: id), number: ids.count - 1)
    return (ids.count - 1, true)
  }

  private static func half(of id: String) -> UInt64 {
    UInt64(UInt(bitPattern: id.hashValue)) >> 32
  }

  private mutating func insert(half: UInt64, number: Int) {
    var place = Int(half) & mask
    while slots[place] != 0 { place = (place + 1) & mask }
    slots[place] = half << 32 | UInt64(number + 1)
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: old.count * 2)
    mask = slots.count - 1
    for slot in old where slot != 0 {
      insert(half: slot >> 32, number: Int(slot & 0xFFFF_FFFF) - 1)
    }
  }
}

extension [String] {
  /// The places of the members in bytewise order of their texts; equal ones in order of place.
  ///
  /// A kernel: the first sixteen bytes are compared as two numbers, which settles almost all.
  ///
  /// - Complexity: O(*n* log *n*) for *n* members.
  func bytewiseOrder() -> [Int32] {
    var keys = enumerated().map { SortKey($1, at: Int32($0)) }
    if zip(keys, keys.dropFirst()).allSatisfy({ precedes($0, $1) }) { return keys.map(\.place) }
    keys.sort(by: precedes)
    return keys.map(\.place)
  }

  private func precedes(_ left: SortKey, _ right: SortKey) -> Bool {
    if left.first != right.first { return left.first < right.first }
    if left.second != right.second { return left.second < right.second }
    let (leftText, rightText) = (self[Int(left.place)], self[Int(right.place)])
    if leftText == rightText { return left.place < right.place }
    return leftText.utf8.lexicographicallyPrecedes(rightText.utf8)
  }
}

/// The beginning of a text as two numbers that compare as its bytes do.
private struct SortKey {
  let first: UInt64
  let second: UInt64
  let place: Int32

  init(_ text: String, at place: Int32) {
    var halves: (UInt64, UInt64) = (0, 0)
    var count = 0
    for byte in text.utf8.prefix(16) {
      if count < 8 {
        halves.0 |= UInt64(byte) << UInt64(56 - 8 * count)
      } else {
        halves.1 |= UInt64(byte) << UInt64(120 - 8 * count)
      }
      count += 1
    }
    (first, second) = halves
    self.place = place
  }
}
