/// The sets of a family one by one, smallest first.
///
/// Sets of one size come in lexical order of their levels. Nothing is listed beforehand: each node
/// knows which sizes its sets have, so the next set is found without a way that leads nowhere.
///
///     let families = SetFamilies()
///     let one = try families.single(2)
///     let two = try families.minimalProduct(families.single(0), families.single(1))
///     families.sets(of: try families.union(one, two)).map(\.levels)  // [[2], [0, 1]]
public struct SizedSets: Sequence, Sendable {
  /// A set of levels.
  public struct Element: Hashable, Sendable {
    /// The size of the set: the sum of the sizes of its levels.
    public let size: Int
    /// The levels from top to bottom.
    public let levels: [Int]
    /// For each of the levels the size it has in this set; all 1 unless levels have other sizes.
    public let sizes: [Int]
  }

  fileprivate let rows: DiagramRows
  /// For each level that has not the size 1 alone: its sizes, each once, smallest first.
  private let sizesOfLevel: [Int: [Int]]
  /// The number of words of bits for each node.
  private let width: Int
  /// For each node, a bit for each size of a set other than the empty one.
  private var bits: [UInt64]

  /// Looks at the sizes of all nodes below a root.
  ///
  /// - Complexity: O(*n*·*s*/64) for *n* nodes and sets up to a size of *s*; as many words.
  init(_ rows: DiagramRows, sizesOfLevel: [Int: [Int]]) {
    self.rows = rows
    self.sizesOfLevel = sizesOfLevel
    var largest = [Int](repeating: 0, count: rows.count + 1)
    for row in 1..<(rows.count + 1) {
      let own = sizesOfLevel[Int(rows[row].level)]?.last ?? 1
      largest[row] = Swift.max(
        largest[Int(rows[row].low >> 1)], largest[Int(rows[row].high >> 1)] + own)
    }
    width = (largest.max() ?? 0) / 64 + 1
    bits = [UInt64](repeating: 0, count: (rows.count + 1) * width)
    for row in 1..<(rows.count + 1) {
      let node = rows[row]
      add(node.low & ~1, shiftedBy: 0, to: row)
      for size in sizes(ofLevel: Int(node.level)) { add(node.high, shiftedBy: size, to: row) }
    }
  }

  private mutating func add(_ edge: UInt32, shiftedBy size: Int, to row: Int) {
    let source = Int(edge >> 1) * width
    let (words, shift) = (size / 64, UInt64(size % 64))
    for word in stride(from: width - 1, through: words, by: -1) {
      // The sign is the bit of size 0, which nodes do not have.
      var value = bits[source + word - words] | (word == words ? UInt64(edge & 1) : 0)
      value <<= shift
      if shift > 0, word > words {
        let below = bits[source + word - words - 1] | (word == words + 1 ? UInt64(edge & 1) : 0)
        value |= below >> (64 - shift)
      }
      bits[row * width + word] |= value
    }
  }

  /// Starts with the smallest set.
  ///
  /// - Returns: An iterator.
  public func makeIterator() -> Iterator { Iterator(self) }

  /// The sizes that sets have, smallest first.
  public var sizes: [Int] { (0..<(64 * width)).filter { has($0, rows.roots[0]) } }

  fileprivate func sizes(ofLevel level: Int) -> [Int] { sizesOfLevel[level] ?? [1] }

  /// Whether an edge leads to a set of a size.
  fileprivate func has(_ size: Int, _ edge: UInt32) -> Bool {
    if size == 0 { return edge & 1 == 1 }
    guard size > 0, size < 64 * width else { return false }
    return bits[Int(edge >> 1) * width + size / 64] >> UInt64(size % 64) & 1 == 1
  }
}

extension SizedSets {
  /// Finds one set after another.
  public struct Iterator: IteratorProtocol {
    /// A level of the set, and what is left to choose there.
    private struct Choice {
      var row: Int
      /// The size of this level and all below.
      var size: Int
      /// The place of the size of the level among the sizes it can have.
      var place: Int
    }

    private let sets: SizedSets
    private var sizesLeft: [Int]
    private var size = 0
    private var choices: [Choice] = []

    fileprivate init(_ sets: SizedSets) {
      self.sets = sets
      sizesLeft = sets.sizes.reversed()
    }

    /// The next set.
    ///
    /// - Returns: The set; none at the end.
    /// - Complexity: O(*l*) for *l* levels, times the sizes that a level has.
    public mutating func next() -> Element? {
      if !advance() {
        guard let size = sizesLeft.popLast() else { return nil }
        self.size = size
        descend(from: sets.rows.roots[0], size)
      }
      let levels = choices.map { Int(sets.rows[$0.row].level) }
      let sizes = zip(choices, levels).map { sets.sizes(ofLevel: $1)[$0.place] }
      return Element(size: size, levels: levels, sizes: sizes)
    }

    /// Goes on to the next set of the same size; whether there is one.
    private mutating func advance() -> Bool {
      while let last = choices.popLast() {
        if let next = choice(at: last.row, last.size, from: last.place + 1) {
          take(next)
          return true
        }
      }
      return false
    }

    /// Takes the first set of a size below an edge; there is one.
    private mutating func descend(from edge: UInt32, _ size: Int) {
      if size == 0 { return }
      if let next = choice(at: Int(edge >> 1), size, from: 0) { take(next) }
    }

    private mutating func take(_ first: Choice) {
      var next: Choice? = first
      while let choice = next {
        choices.append(choice)
        let node = sets.rows[choice.row]
        let left = choice.size - sets.sizes(ofLevel: Int(node.level))[choice.place]
        next = left == 0 ? nil : self.choice(at: Int(node.high >> 1), left, from: 0)
      }
    }

    /// The first choice from a node and a place on that leads to a set of a size.
    private func choice(at start: Int, _ size: Int, from firstPlace: Int) -> Choice? {
      var (row, place) = (start, firstPlace)
      while row != 0 {
        let node = sets.rows[row]
        let own = sets.sizes(ofLevel: Int(node.level))
        while place < own.count {
          if own[place] <= size, sets.has(size - own[place], node.high) {
            return Choice(row: row, size: size, place: place)
          }
          place += 1
        }
        guard sets.has(size, node.low) else { return nil }
        (row, place) = (Int(node.low >> 1), 0)
      }
      return nil
    }
  }
}

extension SetFamilies {
  /// The sets of a family, smallest first and then in lexical order of levels, found as asked for.
  ///
  /// A level can stand for a family of its own, such as the cut sets of a module: with the sizes of
  /// its sets, a set comes once for each choice of a size for each such level.
  ///
  /// - Parameters:
  ///   - family: A family; what becomes of the manager later does not matter.
  ///   - sizesOfLevel: For each level the sizes it can have, each once, smallest first; 1 for those
  ///     that are left out.
  /// - Returns: The sets.
  /// - Precondition: Sizes of levels are at least 1.
  /// - Complexity: O(*n*·*s*/64) for *n* nodes and sets up to a size of *s*, then what
  ///   ``SizedSets/Iterator/next()`` says.
  public func sets(of family: SetFamily, sizesOfLevel: [Int: [Int]] = [:]) -> SizedSets {
    precondition(
      sizesOfLevel.values.allSatisfy { sizes in
        sizes.first ?? 1 >= 1 && zip(sizes, sizes.dropFirst()).allSatisfy { $0 < $1 }
      }, "sizes of a level are positive and ascend")
    return SizedSets(rows(below: [family]), sizesOfLevel: sizesOfLevel)
  }
}
