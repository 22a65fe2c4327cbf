/// The number of a vertex of one graph, counted from zero in the order in which vertices were added.
public struct VertexID: Hashable, Comparable, Sendable, BitwiseCopyable {
  /// The number as it is stored.
  public let raw: UInt32

  /// Creates the identity of the vertex with the given number.
  ///
  /// - Parameter index: The number of the vertex.
  /// - Precondition: `index` is at least 0 and below 2³².
  public init(_ index: Int) {
    raw = UInt32(index)
  }

  /// Creates an identity from its stored form.
  ///
  /// - Parameter raw: The number of the vertex.
  public init(raw: UInt32) {
    self.raw = raw
  }

  /// The number as an index into an array with one entry for each vertex.
  public var index: Int { Int(raw) }

  /// Orders vertices by number.
  ///
  /// - Parameters:
  ///   - first: A vertex.
  ///   - second: Another one.
  /// - Returns: Whether the first has the smaller number.
  public static func < (first: VertexID, second: VertexID) -> Bool {
    first.raw < second.raw
  }
}

extension VertexID: CustomStringConvertible {
  /// The number, behind a `v`.
  public var description: String { "v\(raw)" }
}

extension Sequence<VertexID> {
  /// The vertices in ascending order, each once.
  ///
  /// - Complexity: O(*k* log *k*) for *k* vertices, however large their numbers.
  func sortedOnce() -> [VertexID] {
    var result = sorted()
    var kept = 0
    for vertex in result where kept == 0 || result[kept - 1] != vertex {
      result[kept] = vertex
      kept += 1
    }
    result.removeSubrange(kept...)
    return result
  }
}
