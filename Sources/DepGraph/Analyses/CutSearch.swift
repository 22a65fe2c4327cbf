import BitCollections

/// Room for looking for the smallest cut sets of one component after another.
final class CutSearch {
  private let propagator: FailurePropagator
  private let supply: SupplySearch
  private let isSeed: [Bool]
  private var target = VertexID(raw: 0)
  /// Elements of which it is known that no cut set of the order looked for holds them, given what
  /// has failed.
  private var isRuledOut: [Bool]
  /// Every way found for this target: a cut set must hit all of them.
  private var ways: [[VertexID]] = []
  private var known: Set<[VertexID]> = []
  private let goesOn: () -> Bool
  /// Whether the work was ended before it knew.
  private(set) var isStopped = false
  private var wayCount = 0

  /// The most ways that are looked for about one target: in a model where hundreds of things lie on each
  /// way, what takes three failures would take hours to find.
  private static let mostWays = 5_000

  /// Whether no more ways are looked for about this target.
  var isExhausted: Bool { wayCount > Self.mostWays }

  /// Makes the room; `goesOn` is asked in each step whether the work may go on.
  ///
  /// - Complexity: O(V) for the vertices of the reading.
  init(_ compiled: CompiledModel, reading: Reading, goesOn: @escaping () -> Bool = { true }) {
    self.goesOn = goesOn
    let graph = compiled.reading(reading).levelOne
    propagator = FailurePropagator(graph)
    supply = SupplySearch(graph)
    isSeed = (0..<graph.vertexCount).map {
      $0 < compiled.table.count && compiled.isSeedOfSearches(VertexID($0))
    }
    isRuledOut = [Bool](repeating: false, count: graph.vertexCount)
  }

  /// Turns to a target, with nothing failed.
  func begin(_ target: VertexID) {
    propagator.undo()
    self.target = target
    ways = []
    known = []
    wayCount = 0
  }

  /// The elements that can fail on a way that is still whole, in order; nil: the target is down.
  private func way() -> [VertexID]? {
    wayCount += 1
    let vertices = supply.way(to: target) { propagator.contains($0) }
    guard let way = vertices?.filter({ isSeed[$0.index] && $0 != target }) else { return nil }
    if known.insert(way).inserted { ways.append(way) }
    return way
  }

  /// Ways that share no element, found one after the other, given what has failed.
  ///
  /// - Returns: At most `limit` ways. There may be more, also where fewer are found: a way found
  ///   first can stand in the way of two others. A way without elements that can fail ends the list.
  /// - Complexity: O(*k*·(*v* + *a*)) for *k* ways and what fails with them.
  func disjointWays(atMost limit: Int) -> [[VertexID]] {
    let before = propagator.failedCount
    defer { propagator.undo(to: before) }
    var found: [[VertexID]] = []
    while found.count < limit, let way = way() {
      found.append(way)
      if way.isEmpty { break }
      propagator.fail(way)
    }
    return found
  }

  /// Whether the target holds even if all that can fail, but itself, has failed.
  ///
  /// - Complexity: O(*v* + *a*) for what fails.
  var nothingStopsIt: Bool {
    let before = propagator.failedCount
    defer { propagator.undo(to: before) }
    propagator.fail(
      isSeed.indices.lazy.filter { self.isSeed[$0] && $0 != self.target.index }
        .map { VertexID($0) })
    return !propagator.contains(target)
  }

  /// A cut set of at most the given order, together with what has failed.
  ///
  /// - Returns: The elements in the order of the search; nil: there is none, or it was ended before it
  ///   knew.
  /// - Complexity: O(*w* to the power of the order) propagations for ways of *w* elements.
  func cut(of order: Int, isBranch: Bool = false) -> [VertexID]? {
    isStopped = isStopped || !goesOn()
    // One failure is looked for to the end: that takes no more ways than lie on the first.
    if isStopped || (isExhausted && isBranch) { return nil }
    if order == 1 { return single().map { [$0] } }
    let disjoint = disjointWays(atMost: order + 1)
    if disjoint.count > order || disjoint.contains(where: \.isEmpty) { return nil }
    guard let way = way() else { return [] }
    var tried: [VertexID] = []
    defer { for element in tried { isRuledOut[element.index] = false } }
    for element in way where !isRuledOut[element.index] {
      let before = propagator.failedCount
      propagator.fail([element])
      let rest = propagator.contains(target) ? [] : cut(of: order - 1, isBranch: true)
      propagator.undo(to: before)
      if let rest { return [element] + rest }
      // Later branches need not look for cut sets with this element.
      isRuledOut[element.index] = true
      tried.append(element)
    }
    return nil
  }

  /// An element whose failure alone takes the target down, given what has failed.
  ///
  /// It lies on every way: each element that does not, shows a way without it, which leaves few.
  private func single() -> VertexID? {
    guard var candidates = way() else { return nil }
    candidates.removeAll { isRuledOut[$0.index] }
    while let element = candidates.first {
      let before = propagator.failedCount
      propagator.fail([element])
      let other = way()
      propagator.undo(to: before)
      guard let other else { return element }
      let left = Set(other)
      candidates.removeAll { !left.contains($0) }
    }
    return nil
  }

  // MARK: - Proof

  /// Few of the ways found, such that no set of `count` elements lies on all of them.
  ///
  /// The ways that the search met, when it found no cut set of that order, are enough: a set that
  /// hit them all would have led it along a branch to a cut.
  ///
  /// - Precondition: `cut(of: count)` found none.
  /// - Complexity: O(*w*^`count` · *f* / `count`!) for *f* ways of *w* elements.
  func waysWithoutCommon(_ count: Int) -> [[VertexID]] {
    WaysWithoutCommon(among: ways, hitBy: count).ways
  }
}

/// Few of some ways, such that no set of so many elements lies on all of them.
///
/// It walks the tree of all sets that might: a way that is not hit yet branches into its elements, and
/// later branches do without those of earlier ones. At the end of each branch there must be a way that
/// is still not hit, which is taken if none was.
private struct WaysWithoutCommon {
  private let all: [[VertexID]]
  /// For each element the ways that hold it.
  private var holders: [VertexID: BitSet] = [:]
  private var taken: [Int] = []
  /// Elements of which the branch is done: a set with one of them is none.
  private var refuted: Set<VertexID> = []

  /// The ways taken, in the order in which they were needed.
  var ways: [[VertexID]] { taken.map { all[$0] } }

  /// - Precondition: No set of `count` elements lies on all ways.
  init(among ways: [[VertexID]], hitBy count: Int) {
    all = ways
    for (place, way) in ways.enumerated() {
      for element in way { holders[element, default: []].insert(place) }
    }
    refute(hit: [], count)
  }

  private mutating func refute(hit: BitSet, _ count: Int) {
    let missed = missed(by: hit)
    guard count > 0 else { return }
    let open = all[missed].filter { !refuted.contains($0) }
    for element in open {
      refute(hit: hit.union(holders[element, default: []]), count - 1)
      refuted.insert(element)
    }
    refuted.subtract(open)
  }

  private mutating func missed(by hit: BitSet) -> Int {
    if let missed = taken.first(where: { !hit.contains($0) }) { return missed }
    guard let missed = all.indices.first(where: { !hit.contains($0) }) else {
      preconditionFailure("the ways found prove nothing")
    }
    taken.append(missed)
    return missed
  }
}
