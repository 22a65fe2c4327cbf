/// What the same failure takes with it in both models.
public struct FailureDifference: Hashable, Sendable {
  /// How much falls with it.
  public struct Extent: Hashable, Sendable {
    /// The components, itself left out.
    public let components: Int
    /// The processes and consumers among them.
    public let users: Int
    /// Those of them that fall for certain.
    public let certainUsers: Int
  }

  /// The id of what fails alone.
  public let id: String
  /// How much fell with it.
  public let before: Extent
  /// How much falls with it.
  public let after: Extent
  /// The ids of the components that fall with it only now, those that are new left out, in order.
  public let newlyDown: [String]
  /// The ids of the components that do not fall with it any more, those that are gone left out, in order.
  public let nowSpared: [String]

  /// Whether more or less falls.
  public var differs: Bool { before != after || !newlyDown.isEmpty || !nowSpared.isEmpty }
}

/// Finds the failures of which it is told what they do before and after.
struct FailureComparison {
  private let before: CompiledModel
  private let after: CompiledModel
  private let reading: Reading

  init(_ before: CompiledModel, _ after: CompiledModel, _ reading: Reading) {
    self.before = before
    self.after = after
    self.reading = reading
  }

  /// The worst failures that both models know, and those of which the extent differs most.
  ///
  /// - Parameters:
  ///   - old: What each thing takes with it in the earlier model.
  ///   - new: The same in the later one.
  ///   - most: The most of either sort.
  /// - Returns: The widest first: by processes and consumers, then by components, in the worse of both
  ///   models; then by id.
  /// - Complexity: O(*n* log *n*) for *n* elements, and a propagation in each model for each told.
  func worst(
    _ old: [SinglePoints.Rank], _ new: [SinglePoints.Rank], atMost most: Int
  ) -> [FailureDifference] {
    let one = extents(old, in: before)
    let other = extents(new, in: after)
    let none = FailureDifference.Extent(components: 0, users: 0, certainUsers: 0)
    let known = Set(one.keys).union(other.keys).filter {
      isSeed($0, of: before) && isSeed($0, of: after)
    }.inByteOrder
    let size = { (id: String) in
      let (small, large) = (one[id] ?? none, other[id] ?? none)
      return (
        users: max(small.users, large.users), components: max(small.components, large.components),
        change: (small.users - large.users).magnitude,
        spread: (small.components - large.components).magnitude
      )
    }
    let sizes = known.map { ($0, size($0)) }
    let widest = sizes.sorted { left, right in
      (right.1.users, right.1.components, left.0) < (left.1.users, left.1.components, right.0)
    }.prefix(most).map(\.0)
    let moved = sizes.filter { one[$0.0] != other[$0.0] }.sorted { left, right in
      (right.1.change, right.1.spread, left.0) < (left.1.change, left.1.spread, right.0)
    }.prefix(most).map(\.0)
    let told = Set(widest + moved)
    return sizes.filter { told.contains($0.0) }.sorted { left, right in
      (right.1.users, right.1.components, left.0) < (left.1.users, left.1.components, right.0)
    }.map { difference($0.0, one[$0.0] ?? none, other[$0.0] ?? none) }
  }

  /// Whether searches let something fail: what never fails in one of the models does not there.
  private func isSeed(_ id: String, of compiled: CompiledModel) -> Bool {
    compiled.vertex(of: id).map(compiled.isSeedOfSearches) ?? false
  }

  private func extents(
    _ ranks: [SinglePoints.Rank], in compiled: CompiledModel
  ) -> [String: FailureDifference.Extent] {
    Dictionary(
      ranks.map { rank in
        (
          compiled.table.id(of: rank.vertex),
          FailureDifference.Extent(
            components: rank.components, users: rank.consumers + rank.processes,
            certainUsers: rank.certainUsers)
        )
      }, uniquingKeysWith: { $1 })
  }

  private func difference(
    _ id: String, _ old: FailureDifference.Extent, _ new: FailureDifference.Extent
  ) -> FailureDifference {
    let fell = down(with: id, in: before)
    let falls = down(with: id, in: after)
    return FailureDifference(
      id: id, before: old, after: new,
      newlyDown: falls.subtracting(fell).filter { before.vertex(of: $0) != nil }.inByteOrder,
      nowSpared: fell.subtracting(falls).filter { after.vertex(of: $0) != nil }.inByteOrder)
  }

  private func down(with id: String, in compiled: CompiledModel) -> Set<String> {
    guard let vertex = compiled.vertex(of: id) else { return [] }
    let propagator = FailurePropagator(compiled.reading(reading).levelOne)
    propagator.fail([vertex])
    let fallen = propagator.failed.filter { element in
      element != vertex && element.index < compiled.table.count
        && compiled.component(element) != nil
    }
    return Set(fallen.map(compiled.table.id(of:)))
  }
}
