/// A set of vertices, one bit each, which is read in ascending order.
///
/// It grows as needed: room given beforehand saves time only, and takes no part in equality.
///
///     var set = VertexSet()
///     set.insert(VertexID(3))     // true
///     set.contains(VertexID(70))  // false
public struct VertexSet: Sendable {
  private var words: [UInt64]

  /// The number of vertices in the set.
  public private(set) var count = 0

  /// Creates an empty set.
  ///
  /// - Parameter vertexCount: The number of vertices to make room for.
  /// - Complexity: O(*n*/64) for room for *n* vertices.
  public init(vertexCount: Int = 0) {
    words = [UInt64](repeating: 0, count: (vertexCount + 63) / 64)
  }

  /// Creates a set of the given vertices.
  ///
  /// - Parameter vertices: The vertices, in any order, repeated or not.
  /// - Complexity: O(*k* + *n*/64) for *k* vertices below *n*.
  public init(_ vertices: some Sequence<VertexID>) {
    self.init()
    for vertex in vertices { insert(vertex) }
  }

  // MARK: - Questions

  /// Whether the set is empty.
  public var isEmpty: Bool { count == 0 }

  /// Tells whether a vertex is in the set.
  ///
  /// - Parameter vertex: The vertex.
  /// - Returns: Whether it is in the set.
  public func contains(_ vertex: VertexID) -> Bool {
    let word = vertex.index >> 6
    return word < words.count && words[word] & (1 << UInt64(vertex.raw & 63)) != 0
  }

  /// Tells whether every vertex of this set is in another one.
  ///
  /// - Parameter other: The other set.
  /// - Returns: Whether this one is a part of it.
  /// - Complexity: O(*n*/64).
  public func isSubset(of other: VertexSet) -> Bool {
    words.indices.allSatisfy { position in
      words[position] & ~(position < other.words.count ? other.words[position] : 0) == 0
    }
  }

  // MARK: - Changes

  /// Adds a vertex.
  ///
  /// - Parameter vertex: The vertex.
  /// - Returns: Whether it was not in the set before.
  @discardableResult
  public mutating func insert(_ vertex: VertexID) -> Bool {
    let word = vertex.index >> 6
    if word >= words.count {
      words.append(contentsOf: repeatElement(0, count: word + 1 - words.count))
    }
    let bit: UInt64 = 1 << UInt64(vertex.raw & 63)
    guard words[word] & bit == 0 else { return false }
    words[word] |= bit
    count += 1
    return true
  }

  /// Takes a vertex out.
  ///
  /// - Parameter vertex: The vertex.
  /// - Returns: Whether it was in the set.
  @discardableResult
  public mutating func remove(_ vertex: VertexID) -> Bool {
    guard contains(vertex) else { return false }
    words[vertex.index >> 6] &= ~(1 << UInt64(vertex.raw & 63))
    count -= 1
    return true
  }

  /// Adds every vertex of another set.
  ///
  /// - Parameter other: The other set.
  /// - Complexity: O(*n*/64).
  public mutating func formUnion(_ other: VertexSet) {
    if other.words.count > words.count {
      words.append(contentsOf: repeatElement(0, count: other.words.count - words.count))
    }
    for position in other.words.indices { words[position] |= other.words[position] }
    recount()
  }

  /// Takes every vertex of another set out.
  ///
  /// - Parameter other: The other set.
  /// - Complexity: O(*n*/64).
  public mutating func subtract(_ other: VertexSet) {
    for position in words.indices.prefix(other.words.count) {
      words[position] &= ~other.words[position]
    }
    recount()
  }

  /// Keeps only what is in another set too.
  ///
  /// - Parameter other: The other set.
  /// - Complexity: O(*n*/64).
  public mutating func formIntersection(_ other: VertexSet) {
    for position in words.indices {
      words[position] &= position < other.words.count ? other.words[position] : 0
    }
    recount()
  }

  /// The vertices of either set.
  ///
  /// - Parameter other: The other set.
  /// - Returns: The union.
  /// - Complexity: O(*n*/64).
  public func union(_ other: VertexSet) -> VertexSet {
    var result = self
    result.formUnion(other)
    return result
  }

  /// The vertices of this set that are not in another one.
  ///
  /// - Parameter other: The other set.
  /// - Returns: The difference.
  /// - Complexity: O(*n*/64).
  public func subtracting(_ other: VertexSet) -> VertexSet {
    var result = self
    result.subtract(other)
    return result
  }

  /// The vertices that are in both sets.
  ///
  /// - Parameter other: The other set.
  /// - Returns: The intersection.
  /// - Complexity: O(*n*/64).
  public func intersection(_ other: VertexSet) -> VertexSet {
    var result = self
    result.formIntersection(other)
    return result
  }

  private mutating func recount() {
    count = words.reduce(0) { $0 + $1.nonzeroBitCount }
  }
}

// MARK: - Conformances

extension VertexSet: Equatable {
  /// Compares what is in two sets.
  ///
  /// - Parameters:
  ///   - first: A set.
  ///   - second: Another one.
  /// - Returns: Whether both hold the same vertices.
  /// - Complexity: O(*n*/64).
  public static func == (first: VertexSet, second: VertexSet) -> Bool {
    first.count == second.count && first.isSubset(of: second)
  }
}

extension VertexSet: Sequence {
  /// Reads a set in ascending order.
  public struct Iterator: IteratorProtocol {
    fileprivate let words: [UInt64]
    fileprivate var position = 0
    fileprivate var rest: UInt64

    fileprivate init(_ words: [UInt64]) {
      self.words = words
      rest = words.first ?? 0
    }

    /// Reads on.
    ///
    /// - Returns: The next vertex, or nil after the last.
    /// - Complexity: O(1) over the whole walk, one word at a time.
    public mutating func next() -> VertexID? {
      while rest == 0 {
        position += 1
        guard position < words.count else { return nil }
        rest = words[position]
      }
      let bit = rest.trailingZeroBitCount
      rest &= rest - 1
      return VertexID(position << 6 + bit)
    }
  }

  /// Begins to read the set.
  ///
  /// - Returns: A reader that stands before the smallest vertex.
  public func makeIterator() -> Iterator { Iterator(words) }

  /// The number of vertices, which is exact.
  public var underestimatedCount: Int { count }
}

extension VertexSet: ExpressibleByArrayLiteral {
  /// Creates a set of the vertices of a literal.
  ///
  /// - Parameter vertices: The vertices.
  public init(arrayLiteral vertices: VertexID...) {
    self.init(vertices)
  }
}
