/// Looks for the smallest sets of failures that explain what is reported.
///
/// A set explains the reports if everything reported out may be down with it, and nothing reported to
/// work is certainly down with it. It is minimal if no part of it does.
///
/// The search goes along ways: as long as something that is reported out works, some way of supply to
/// it is whole, and of whatever explains it something on that way has failed. So each element on the
/// way that can fail is a branch (R. Reiter, *A theory of diagnosis from first principles*, 1987,
/// doi:10.1016/0004-3702(87)90062-2, with ways in the place of conflicts). What takes down something
/// that works ends a branch, since more failures do not bring it back.
final class ExplanationSearch {
  private let possible: FailurePropagator
  private let certain: FailurePropagator
  private let supply: SupplySearch
  private let canFail: [Bool]
  private let goesOn: () -> Bool
  private var isRuledOut: [Bool]
  private var chosen: [VertexID] = []
  private var found: [[VertexID]] = []
  /// Whether all sets up to the order asked for were looked at.
  private(set) var isComplete = true
  /// Whether it ended because there are more than `most`.
  private(set) var isLimitedByCount = false

  /// The most sets that are kept: more help nobody to decide.
  static let most = 5000

  /// - Complexity: O(V) for the vertices of both readings.
  init(_ compiled: CompiledModel, goesOn: @escaping () -> Bool) {
    let graph = compiled.reading(.possible).levelOne
    possible = FailurePropagator(graph)
    certain = FailurePropagator(compiled.reading(.certain).levelOne)
    supply = SupplySearch(graph)
    canFail = (0..<graph.vertexCount).map {
      $0 < compiled.table.count && compiled.isSeedOfSearches(VertexID($0))
    }
    isRuledOut = [Bool](repeating: false, count: graph.vertexCount)
    self.goesOn = goesOn
  }

  /// The minimal sets of at most so many elements that explain some reports.
  ///
  /// - Returns: The sets, the smallest first, of equals by their elements.
  /// - Complexity: O(*w* to the power of the order) propagations for ways of *w* elements, and
  ///   O(*n*²) comparisons for *n* sets found.
  func sets(explaining reports: FailureReports, atMost order: Int) -> [[VertexID]] {
    guard !reports.out.isEmpty, reports.contradicted.isEmpty else { return [] }
    // One order after the other, so that the small ones are all there if it ends before the last.
    var smaller: [[VertexID]] = []
    for order in 1...order {
      found = []
      branch(reports, order)
      guard isComplete else { break }
      smaller = found
    }
    if !isComplete { found += smaller }
    let sorted = found.map { $0.sorted() }.sorted {
      $0.count != $1.count ? $0.count < $1.count : $0.lexicographicallyPrecedes($1)
    }
    var minimal: [[VertexID]] = []
    for set in sorted {
      let elements = Set(set)
      let isMinimal = !minimal.contains { $0.count < set.count && elements.isSuperset(of: $0) }
      if isMinimal, minimal.last != set { minimal.append(set) }
    }
    return minimal
  }

  private func branch(_ reports: FailureReports, _ order: Int) {
    guard isComplete, found.count < Self.most, goesOn() else {
      if isComplete { isLimitedByCount = found.count >= Self.most }
      isComplete = false
      return
    }
    guard let open = reports.out.first(where: { !possible.contains($0) }) else {
      found.append(chosen)
      return
    }
    guard order > 0, let way = supply.way(to: open, isDown: possible.contains) else { return }
    var tried: [VertexID] = []
    defer { for element in tried { isRuledOut[element.index] = false } }
    for element in way where canFail[element.index] && !isRuledOut[element.index] {
      let before = (possible.failedCount, certain.failedCount)
      certain.fail([element])
      if !reports.working.contains(where: certain.contains) {
        possible.fail([element])
        chosen.append(element)
        branch(reports, order - 1)
        chosen.removeLast()
        possible.undo(to: before.0)
      }
      certain.undo(to: before.1)
      // What holds this element was found in its own branch.
      isRuledOut[element.index] = true
      tried.append(element)
    }
  }
}
