/// What the failure of everything that belongs together takes down: all products of a supplier,
/// all that a contract covers, all that a party runs or owns.
///
/// Not single points of failure: nothing says that one fault hits all of it. But one faulty update
/// can hit all products of a supplier, so that question is always asked.
public struct GroupFailure: Hashable, Sendable {
  /// What holds a group together.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// All products of a supplier.
    case supplier
    /// All that a contract covers.
    case contract
    /// All that a party operates.
    case `operator`
    /// All that a party owns or operates.
    case party
  }

  /// What holds it together.
  public let kind: Kind
  /// The id of the supplier, the contract or the party.
  public let name: String
  /// The elements that fail at once, in order: processes, consumers and what never fails left out.
  public let members: [VertexID]
  /// Whether the model knows all members; if not, more may fall.
  public let isComplete: Bool
  /// The components that fall with them, in order.
  public let down: [VertexID]
  /// The consumers among what falls.
  public let consumers: Int
  /// The processes among what falls.
  public let processes: Int
  /// Which of the components asked about fall, in order; one that is a member itself falls if the other members take it down.
  public let targets: [VertexID]

  /// The id by which commands know the group: `supplier:x`.
  public var id: String { "\(kind.rawValue):\(name)" }

  /// Lets every group of some kinds fail.
  ///
  /// - Parameters:
  ///   - kinds: The kinds of groups.
  ///   - targets: The components asked about.
  ///   - compiled: The model.
  ///   - reading: The reading; by default the least favourable.
  /// - Returns: The groups that have a member, or of which not all members are known: suppliers
  ///   first, each kind by id.
  /// - Complexity: O(*g*·(*n* + *v* + *a*)) for *g* groups, *n* elements and what fails with each
  ///   group; once more for each target that is a member.
  public static func all(
    _ kinds: [Kind], targets: [VertexID], in compiled: CompiledModel,
    reading: Reading = .possible
  ) -> [GroupFailure] {
    let propagator = FailurePropagator(compiled.reading(reading).levelOne)
    return Kind.allCases.filter(kinds.contains).flatMap { kind in
      names(of: kind, in: compiled.model).compactMap { name in
        let seeds = compiled.members(of: kind, name)
        guard !seeds.vertices.isEmpty || !seeds.unknownExtent.isEmpty else { return nil }
        return GroupFailure(kind, name, seeds, targets, compiled, propagator)
      }
    }
  }

  private static func names(of kind: Kind, in model: Model) -> [String] {
    let ids = kind == .contract ? model.contracts.map(\.id) : model.parties.map(\.id)
    return Set(ids).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private init(
    _ kind: Kind, _ name: String, _ seeds: Seeds, _ targets: [VertexID],
    _ compiled: CompiledModel, _ propagator: FailurePropagator
  ) {
    self.kind = kind
    self.name = name
    members = seeds.vertices
    isComplete = seeds.unknownExtent.isEmpty
    let isMember = VertexSet(seeds.vertices)
    defer { propagator.undo() }
    propagator.fail(seeds.vertices)
    down = propagator.failed
      .filter { $0.index < compiled.table.count && !isMember.contains($0) }
      .filter { compiled.component($0) != nil }.sorted()
    let kinds = down.map { compiled.component($0)?.kind }
    consumers = kinds.count { $0 == .consumer }
    processes = kinds.count { $0 == .process }
    let isDown = VertexSet(down)
    self.targets = targets.filter { target in
      guard isMember.contains(target) else { return isDown.contains(target) }
      propagator.undo()
      propagator.fail(seeds.vertices.filter { $0 != target })
      return propagator.contains(target)
    }
  }
}

extension CompiledModel {
  /// The elements of a group that searches may fail, and whether they are all.
  fileprivate func members(of kind: GroupFailure.Kind, _ name: String) -> Seeds {
    // The selector of a party or contract that the model declares names something.
    guard let seeds = try? seeds(["\(kind.rawValue):\(name)"]) else { return Seeds([]) }
    return Seeds(
      seeds.vertices.filter(isSeedOfSearches), unknownExtent: seeds.unknownExtent)
  }
}
