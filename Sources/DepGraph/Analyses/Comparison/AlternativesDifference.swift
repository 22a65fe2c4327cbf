/// Which alternatives a component has in both models.
public struct AlternativesDifference: Hashable, Sendable {
  /// The id of the component.
  public let id: String
  /// What each could do in place of the others, in order of their ids.
  public let before: [String]
  /// The same in the later model.
  public let after: [String]

  /// The alternatives that it has no more.
  ///
  /// - Complexity: O(*n*) for *n* alternatives.
  public var lost: [String] { before.filter { !after.contains($0) } }

  /// The alternatives that it did not have.
  ///
  /// - Complexity: O(*n*) for *n* alternatives.
  public var gained: [String] { after.filter { !before.contains($0) } }

  /// Whether there are fewer: one put in place of another is no loss.
  public var isLoss: Bool { after.count < before.count }

  /// All components of two models of which the alternatives differ, by id.
  ///
  /// - Complexity: O(*d* log *d*) for *d* dependencies.
  static func all(from before: CompiledModel, to after: CompiledModel) -> [AlternativesDifference] {
    let old = alternatives(in: before)
    let new = alternatives(in: after)
    return Set(old.keys).union(new.keys).inByteOrder.compactMap { id in
      guard before.vertex(of: id) != nil, after.vertex(of: id) != nil else { return nil }
      let (one, other) = (old[id] ?? [], new[id] ?? [])
      return one == other
        ? nil
        : AlternativesDifference(id: id, before: one.inByteOrder, after: other.inByteOrder)
    }
  }

  private static func alternatives(in compiled: CompiledModel) -> [String: Set<String>] {
    var found: [String: Set<String>] = [:]
    for dependency in compiled.dependencies.all where dependency.strength == .alternative {
      found[compiled.table.id(of: dependency.dependent), default: []]
        .insert(compiled.table.id(of: dependency.target))
    }
    return found
  }
}

/// A dependency of one model that the other does not have, in ids.
public struct DependencyDifference: Hashable, Sendable {
  /// The id of what depends.
  public let dependent: String
  /// The id of that on which it depends.
  public let target: String
  /// How much it did; nil: not at all.
  public let before: Dependency.Strength?
  /// How much it does; nil: not at all.
  public let after: Dependency.Strength?

  /// All dependencies that came, went, or are of another strength, by dependent, then target.
  ///
  /// - Complexity: O(*d* log *d*) for *d* dependencies.
  static func all(from before: CompiledModel, to after: CompiledModel) -> [DependencyDifference] {
    let old = strengths(in: before)
    let new = strengths(in: after)
    let pairs = Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }
    return pairs.sorted { left, right in
      left.dependent == right.dependent
        ? left.target.utf8.lexicographicallyPrecedes(right.target.utf8)
        : left.dependent.utf8.lexicographicallyPrecedes(right.dependent.utf8)
    }.map { pair in
      DependencyDifference(
        dependent: pair.dependent, target: pair.target, before: old[pair], after: new[pair])
    }
  }

  private struct Pair: Hashable {
    let dependent: String
    let target: String
  }

  /// The strongest of each pair.
  private static func strengths(in compiled: CompiledModel) -> [Pair: Dependency.Strength] {
    let rank = Dictionary(
      uniqueKeysWithValues: [
        Dependency.Strength.requirement, .shared, .path, .alternative, .soft,
      ].enumerated().map { ($1, $0) })
    return Dictionary(
      compiled.dependencies.all.map { dependency in
        let pair = Pair(
          dependent: compiled.table.id(of: dependency.dependent),
          target: compiled.table.id(of: dependency.target))
        return (pair, dependency.strength)
      }, uniquingKeysWith: { rank[$0, default: 9] <= rank[$1, default: 9] ? $0 : $1 })
  }
}
