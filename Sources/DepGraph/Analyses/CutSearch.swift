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

  /// - Complexity: O(V) for the vertices of the reading.
  init(_ compiled: CompiledModel, reading: Reading) {
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
  }

  /// The elements that can fail on a way that is still whole, in order; nil: the target is down.
  private func way() -> [VertexID]? {
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
  /// - Returns: The elements in the order of the search; nil: there is none.
  /// - Complexity: O(*w* to the power of the order) propagations for ways of *w* elements.
  func cut(of order: Int) -> [VertexID]? {
    if order == 1 { return single().map { [$0] } }
    let disjoint = disjointWays(atMost: order + 1)
    if disjoint.count > order || disjoint.contains(where: \.isEmpty) { return nil }
    guard let way = way() else { return [] }
    var tried: [VertexID] = []
    defer { for element in tried { isRuledOut[element.index] = false } }
    for element in way where !isRuledOut[element.index] {
      let before = propagator.failedCount
      propagator.fail([element])
      let rest = propagator.contains(target) ? [] : cut(of: order - 1)
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
  /// hit them all would have led it along a branch to a cut. Of those the ones are taken, one after
  /// the other, that some set still misses.
  ///
  /// - Precondition: `cut(of: count)` found none.
  /// - Complexity: O(*f*²·*w*^`count`) for *f* ways of *w* elements.
  func waysWithoutCommon(_ count: Int) -> [[VertexID]] {
    var chosen: [[VertexID]] = []
    while let hitting = Self.hittingSet(of: chosen[...], atMost: count) {
      guard let missed = ways.first(where: { hitting.isDisjoint(with: $0) }) else {
        preconditionFailure("the ways found prove nothing")
      }
      chosen.append(missed)
    }
    return chosen
  }

  /// A set of at most so many elements that has one of each way.
  private static func hittingSet(
    of ways: ArraySlice<[VertexID]>, atMost count: Int, with chosen: Set<VertexID> = []
  ) -> Set<VertexID>? {
    guard let missed = ways.firstIndex(where: { chosen.isDisjoint(with: $0) }) else {
      return chosen
    }
    guard count > 0 else { return nil }
    for element in ways[missed] {
      if let found = hittingSet(
        of: ways[(missed + 1)...], atMost: count - 1, with: chosen.union([element]))
      {
        return found
      }
    }
    return nil
  }
}
