/// How many things must fail at once before a component falls, and the proof of it.
///
/// The number is the order of the smallest cut set: 1 with a single point of failure, 2 or more where
/// the field says "N−1 secure". It is proven from both sides. That so many are enough is shown by a
/// cut. That fewer are not is shown by supply ways: sets of elements of which each keeps the
/// component up alone. Where *k* of them share nothing, *k*−1 failures leave one whole. Where a
/// requirement asks for two of three there are no two ways without a common element; then more ways
/// are listed, so many that no *k*−1 elements lie on all of them.
public struct Robustness: Hashable, Sendable {
  /// The component.
  public let target: VertexID
  /// The order of the smallest cut set; nil if it is more than was looked for, or than 5,000 supply
  /// ways told, or nothing stops it.
  public let order: Int?
  /// At least so many must fail at once; nil: all of them together do not stop it.
  public let atLeast: Int?
  /// A smallest cut set, in order; empty without `order`.
  public let cut: [VertexID]
  /// The elements that can fail of each supply way, in order: no `atLeast` − 1 of them lie on all.
  ///
  /// Empty where `atLeast` is 1, which needs no proof; a way without elements that can fail proves
  /// that nothing stops the component.
  public let ways: [[VertexID]]

  /// Whether no two ways have an element in common.
  public var waysAreDisjoint: Bool {
    let all = ways.flatMap(\.self)
    return Set(all).count == all.count
  }

  /// The highest order that is looked for.
  public static let highestOrder = 3

  /// Looks for the smallest cut set of a component.
  ///
  /// Every cut set holds an element of every way. So the search takes a way that is still whole and
  /// tries its elements one after the other, each time with the rest of the order, and gives up a
  /// branch as soon as more disjoint ways are found than elements may still fail (the hitting set
  /// tree of Reiter 1987, "A theory of diagnosis from first principles",
  /// doi:10.1016/0004-3702(87)90062-2, with that bound).
  ///
  /// - Parameters:
  ///   - target: The component.
  ///   - compiled: The model.
  ///   - reading: The reading; by default the least favourable.
  /// - Complexity: O(*w*² · (*v* + *a*)) for ways of *w* elements, and the vertices and arcs that
  ///   fail; O(*v* + *a*) where there are four disjoint ways.
  public init(
    of target: VertexID, in compiled: CompiledModel, reading: Reading = .possible
  ) {
    self.init(of: target, by: CutSearch(compiled, reading: reading), knowing: [])
  }

  /// The same, with room for many searches, where the single points of failure are known; once the
  /// search is ended, `atLeast` is what was proven by then.
  init(of target: VertexID, by search: CutSearch, knowing points: [VertexID]) {
    self.target = target
    if let point = points.first {
      (order, atLeast, cut, ways) = (1, 1, [point], [])
      return
    }
    search.begin(target)
    let disjoint = search.disjointWays(atMost: Self.highestOrder + 1)
    // Four disjoint ways may hide a further one on which nothing can fail.
    if disjoint.contains(where: \.isEmpty)
      || (disjoint.count > Self.highestOrder && search.nothingStopsIt)
    {
      (order, atLeast, cut, ways) = (nil, nil, [], [[]])
      return
    }
    var cut: [VertexID]?
    var tried = disjoint.count
    while cut == nil, tried <= Self.highestOrder {
      cut = search.cut(of: tried)
      if cut == nil, search.isStopped || search.isExhausted { break }
      if cut == nil { tried += 1 }
    }
    order = cut.map(\.count)
    atLeast = tried
    self.cut = cut?.sorted() ?? []
    if tried == 1 {
      ways = []
    } else if disjoint.count >= tried {
      ways = Array(disjoint.prefix(tried))
    } else {
      ways = search.waysWithoutCommon(tried - 1)
    }
  }
}
