/// A manager of families of sets: diagrams in which a node stands for its sets without a level, and
/// for those with it.
///
/// Families of many small sets over many levels stay small (*zero-suppressed* diagrams). Cut sets are
/// kept in them, since there are often far more than could be listed.
///
/// Nodes are kept until ``collect(keeping:)``. Where the budget is spent, an operation throws and
/// everything made before stays as it is. A manager belongs to one thread.
///
///     let families = SetFamilies()
///     let both = try families.minimalProduct(families.single(0), families.single(1))
///     let either = try families.minimalUnion(both, families.single(0))  // only {0}
///
/// Source: S. Minato, *Zero-suppressed BDDs for set manipulation in combinatorial problems*, 1993,
/// doi:10.1145/157485.164890.
public final class SetFamilies {
  var kernel: SetKernel

  /// The most nodes that may exist at a time.
  public var nodeBudget: Int { kernel.table.budget }

  /// The number of nodes that exist, needed or not.
  public var nodeCount: Int { kernel.table.count }

  /// Creates a manager without nodes.
  ///
  /// - Parameters:
  ///   - nodeBudget: The most nodes that may exist at a time, at 24 to 60 bytes each.
  ///   - goesOn: Asked now and then during an operation; where it says no, the operation throws
  ///     ``DiagramLimit/stopped``.
  public init(nodeBudget: Int = 50_000_000, goesOn: (() -> Bool)? = nil) {
    kernel = SetKernel(nodeBudget: nodeBudget, goesOn: goesOn)
  }

  // MARK: - Families

  /// The family of one set, which has one level.
  ///
  /// - Parameter level: The level.
  /// - Returns: The family.
  /// - Throws: ``DiagramLimit`` where the budget does not allow a node.
  public func single(_ level: Int) throws(DiagramLimit) -> SetFamily {
    precondition(level >= 0 && level < Int(DiagramRows.mark), "levels are below 2³¹")
    return SetFamily(raw: try kernel.single(UInt32(level)))
  }

  /// The sets of either family.
  ///
  /// - Parameters:
  ///   - first: A family.
  ///   - second: Another one.
  /// - Returns: Their union.
  /// - Throws: ``DiagramLimit`` where the work ends early.
  /// - Complexity: O(*a*·*b*) for *a* and *b* nodes at worst.
  public func union(_ first: SetFamily, _ second: SetFamily) throws(DiagramLimit) -> SetFamily {
    try run(.union, first, second)
  }

  /// The sets of both families.
  ///
  /// - Parameters:
  ///   - first: A family.
  ///   - second: Another one.
  /// - Returns: Their intersection.
  /// - Throws: ``DiagramLimit`` where the work ends early.
  /// - Complexity: O(*a*·*b*) for *a* and *b* nodes at worst.
  public func intersection(
    _ first: SetFamily, _ second: SetFamily
  ) throws(DiagramLimit) -> SetFamily {
    try run(.intersection, first, second)
  }

  /// The sets of one family that are not in another.
  ///
  /// - Parameters:
  ///   - first: A family.
  ///   - second: What is taken away.
  /// - Returns: What is left.
  /// - Throws: ``DiagramLimit`` where the work ends early.
  /// - Complexity: O(*a*·*b*) for *a* and *b* nodes at worst.
  public func difference(
    _ first: SetFamily, _ second: SetFamily
  ) throws(DiagramLimit) -> SetFamily {
    try run(.difference, first, second)
  }

  // MARK: - Minimal sets

  /// The sets of one family that contain no set of another.
  ///
  /// - Parameters:
  ///   - first: A family.
  ///   - second: Another one; with the empty set in it nothing is left.
  /// - Returns: The sets that are left.
  /// - Throws: ``DiagramLimit`` where the work ends early.
  /// - Complexity: No good bound is known; in practice a small multiple of the nodes.
  public func without(_ first: SetFamily, _ second: SetFamily) throws(DiagramLimit) -> SetFamily {
    try run(.without, first, second)
  }

  /// The sets of a family that contain no other set of it.
  ///
  /// - Parameter family: A family.
  /// - Returns: Its minimal sets.
  /// - Throws: ``DiagramLimit`` where the work ends early.
  /// - Complexity: That of ``without(_:_:)`` for each node.
  public func minimal(_ family: SetFamily) throws(DiagramLimit) -> SetFamily {
    try run(.minimal, family, .none)
  }

  /// The minimal sets of the union of two families.
  ///
  /// - Parameters:
  ///   - first: A family of sets that do not contain each other.
  ///   - second: Another such family.
  /// - Returns: The minimal sets.
  /// - Throws: ``DiagramLimit`` where the work ends early.
  /// - Complexity: That of ``without(_:_:)`` for each pair of nodes.
  public func minimalUnion(
    _ first: SetFamily, _ second: SetFamily
  ) throws(DiagramLimit) -> SetFamily {
    try run(.minimalUnion, first, second)
  }

  /// The minimal sets among the unions of a set of one family and a set of another.
  ///
  /// - Parameters:
  ///   - first: A family of sets that do not contain each other.
  ///   - second: Another such family.
  ///   - size: The size above which sets are left out as soon as they arise; none for all.
  /// - Returns: The minimal sets.
  /// - Throws: ``DiagramLimit`` where the work ends early.
  /// - Complexity: That of ``without(_:_:)`` for each pair of nodes, at each size.
  public func minimalProduct(
    _ first: SetFamily, _ second: SetFamily, atMost size: Int? = nil
  ) throws(DiagramLimit) -> SetFamily {
    try run(.minimalProduct, first, second, limit: size ?? kernel.levelCount)
  }

  /// The sets of a family up to a size.
  ///
  /// - Parameters:
  ///   - family: A family.
  ///   - size: The size of the largest sets that stay.
  /// - Returns: The sets that stay.
  /// - Throws: ``DiagramLimit`` where the work ends early.
  /// - Complexity: O(*n*·*s*) for *n* nodes and the size *s*.
  public func sets(of family: SetFamily, atMost size: Int) throws(DiagramLimit) -> SetFamily {
    try run(.limited, family, .none, limit: size)
  }

  private func run(
    _ operation: SetKernel.Operation, _ first: SetFamily, _ second: SetFamily, limit: Int = 0
  ) throws(DiagramLimit) -> SetFamily {
    precondition(limit >= 0, "a size is not negative")
    // No set is larger than the number of levels.
    let limit = UInt32(min(limit, kernel.levelCount))
    return SetFamily(
      raw: try kernel.run(
        SetKernel.Call(
          operation: operation, first: first.raw, second: second.raw, limit: limit)))
  }

  // MARK: - Nodes

  /// The first level of the sets of a family, the empty set left aside.
  ///
  /// - Parameter family: A family.
  /// - Returns: The level; none where there is no other set than the empty one.
  public func level(of family: SetFamily) -> Int? {
    family.raw <= 1 ? nil : Int(kernel.table[family.raw >> 1].level)
  }

  /// The sets without the first level.
  ///
  /// - Parameter family: A family.
  /// - Returns: The sets without it, the empty one too if it belongs to the family.
  public func low(of family: SetFamily) -> SetFamily {
    SetFamily(raw: kernel.table[family.raw >> 1].low | family.raw & 1)
  }

  /// The sets with the first level, which is taken out of them.
  ///
  /// - Parameter family: A family.
  /// - Returns: What else is in the sets with it.
  public func high(of family: SetFamily) -> SetFamily {
    SetFamily(raw: kernel.table[family.raw >> 1].high)
  }

  /// The number of nodes that some families need together.
  ///
  /// - Parameter families: Some families.
  /// - Returns: The number of nodes.
  /// - Complexity: O(that number), however many others there are.
  public func size(of families: [SetFamily]) -> Int { rows(below: families).count }

  /// A copy of the nodes that some families need.
  func rows(below families: [SetFamily]) -> DiagramRows {
    kernel.table.rows(below: families.map(\.raw))
  }

  /// Frees every node that some families do not need; handles of all others lose their meaning.
  ///
  /// - Parameter families: The families to keep; their handles stay as they are.
  /// - Complexity: O(*n*) for *n* nodes and the operations remembered.
  public func collect(keeping families: [SetFamily]) {
    kernel.collect(keeping: families.map(\.raw))
  }
}
