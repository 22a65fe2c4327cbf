/// Alternatives, or ways over a network, that all rest on one supplier: redundant against a fault of
/// one thing, but not against one of the supplier.
///
/// Two routers of one make stand the loss of either, and one faulty update takes both. The same holds
/// of two lines under contracts with one carrier, and, a tier down, of two carriers whose lines one
/// splicing company keeps.
public struct SameSupplierRedundancy: Hashable, Sendable {
  /// By what the alternatives rest on the supplier; each adds to those before.
  public enum Ground: String, Hashable, Sendable, CaseIterable {
    /// It makes them, or what they need.
    case products
    /// Its contracts in force cover them, or what they need.
    case contracts
    /// It works for the different suppliers of them, and nobody wrote down at what.
    case subcontracting
  }

  /// The component that has the requirement.
  public let owner: VertexID
  /// Where it stands there, like `requires/1/any`.
  public let location: String
  /// What the redundancy consists of.
  public let kind: FalseRedundancy.Kind
  /// The elements that occur in the group, in order; none for a path.
  public let members: [VertexID]
  /// The id of the supplier.
  public let supplier: String
  /// By what the alternatives rest on it.
  public let ground: Ground
  /// For whom it works, where it is a subcontractor of their different suppliers, by id.
  public let contractors: [String]
  /// For each member that falls a shortest way from something of the supplier to it, both included;
  /// for a path, to each node and link that falls between its ends.
  public let ways: [[VertexID]]
  /// Whether one thing of the supplier is enough, so that the redundancy is false anyway.
  public let isAlsoFalseRedundancy: Bool

  /// Finds all redundancy of a model that one supplier takes away when all of it fails at once.
  ///
  /// Parts of the own organisation that promise something are no suppliers here. As for false
  /// redundancy, the owner of a requirement does not fail.
  ///
  /// - Parameters:
  ///   - compiled: The model.
  ///   - reading: The reading; by default the least favourable.
  ///   - day: The day on which contracts are in force; nil: that of the model's facts.
  /// - Returns: By owner, then in the order in which they stand there, then by supplier.
  /// - Complexity: O((*s* + *m*)·(*v* + *a*)) for *s* suppliers, *m* things supplied and the vertices
  ///   and arcs that fail; as much again for each owner that is supplied itself.
  public static func all(
    in compiled: CompiledModel, reading: Reading = .possible, on day: CalendarDate? = nil
  ) -> [SameSupplierRedundancy] {
    search(in: compiled, reading: reading, on: day) { true }.found
  }

  /// The same as long as it may go on.
  ///
  /// - Returns: What was found, and whether that is all.
  static func search(
    in compiled: CompiledModel, reading: Reading, on day: CalendarDate?, goesOn: () -> Bool
  ) -> (found: [SameSupplierRedundancy], isComplete: Bool) {
    let extents = SupplierExtents(in: compiled, on: day ?? compiled.model.asOf)
    return SupplierDefeats(compiled, compiled.reading(reading), extents).findings(goesOn)
  }
}

/// Lets all of each supplier fail at once, and looks which redundancy does not stand it.
private struct SupplierDefeats {
  private let compiled: CompiledModel
  private let reading: CompiledReading
  private let graph: ThresholdGraph
  private let extents: SupplierExtents
  private let propagator: FailurePropagator

  init(_ compiled: CompiledModel, _ reading: CompiledReading, _ extents: SupplierExtents) {
    self.compiled = compiled
    self.reading = reading
    self.extents = extents
    graph = reading.levelOne
    propagator = FailurePropagator(graph)
  }

  private struct Defeat {
    let part: VertexID
    let supplier: String
    let ground: SameSupplierRedundancy.Ground
    let seeds: [VertexID]
  }

  /// From which seeds a failure spreads: those of a supplier, all or without the owner of a part.
  private struct Spreading: Hashable {
    let supplier: String
    let ground: SameSupplierRedundancy.Ground
    let without: VertexID?
  }

  func findings(
    _ goesOn: () -> Bool
  ) -> (found: [SameSupplierRedundancy], isComplete: Bool) {
    guard let defeats = defeats(goesOn), let alone = defeats.isEmpty ? [:] : defeatsAlone(goesOn)
    else { return ([], false) }
    var spreads: [Spreading: FailureSpread] = [:]
    var found: [SameSupplierRedundancy] = []
    for defeat in defeats {
      guard goesOn() else { return (found, false) }
      let owner = reading.part(defeat.part).owner
      let without = defeat.seeds.contains(owner) ? owner : nil
      let key = Spreading(supplier: defeat.supplier, ground: defeat.ground, without: without)
      let spread = spreads[key] ?? spread(of: defeat.seeds.filter { $0 != without })
      spreads[key] = spread
      found.append(finding(defeat, alone, spread))
    }
    return (found, true)
  }

  /// What fails with all of a supplier and stands the loss of one thing; nil: there was no time.
  private func defeats(_ goesOn: () -> Bool) -> [Defeat]? {
    let suppliers = extents.chain.suppliers.filter { !extents.isOwnOrganisation($0) }
    var defeats: [Defeat] = []
    var byItself: [String: Set<VertexID>] = [:]
    for supplier in suppliers {
      guard goesOn() else { return nil }
      let own = extents.own(of: supplier)
      var known: Set<VertexID> = []
      for (ground, seeds) in [
        (SameSupplierRedundancy.Ground.products, own.products),
        (.contracts, own.elements.map(\.self)),
      ] {
        let found = parts(defeatedBy: seeds).filter { !known.contains($0) }
        known.formUnion(found)
        defeats += found.map {
          Defeat(part: $0, supplier: supplier, ground: ground, seeds: seeds)
        }
      }
      byItself[supplier] = known
    }
    for supplier in suppliers {
      let contractors = extents.chain.openContractors(of: supplier)
      guard !contractors.isEmpty else { continue }
      guard goesOn() else { return nil }
      let alone = contractors.reduce(into: byItself[supplier, default: []]) {
        $0.formUnion(byItself[$1] ?? ownDefeats(of: $1))
      }
      let seeds = extents.own(of: supplier).elements
        .union(VertexSet(extents.throughContractors(of: supplier))).map(\.self)
      defeats += parts(defeatedBy: seeds).filter { !alone.contains($0) }.map {
        Defeat(part: $0, supplier: supplier, ground: .subcontracting, seeds: seeds)
      }
    }
    let key = { (defeat: Defeat) in (reading.part(defeat.part).owner, defeat.part) }
    return defeats.sorted {
      key($0) == key($1) ? $0.supplier.isBytewiseBefore($1.supplier) : key($0) < key($1)
    }
  }

  private func ownDefeats(of supplier: String) -> Set<VertexID> {
    Set(parts(defeatedBy: extents.own(of: supplier).elements.map(\.self)))
  }

  /// The groups and paths that stand a loss, but not all of these at once, in order.
  private func parts(defeatedBy seeds: [VertexID]) -> [VertexID] {
    guard !seeds.isEmpty else { return [] }
    let isSeed = VertexSet(seeds)
    let candidates = partsFailing(with: seeds)
    return candidates.filter { part in
      guard reading.standsALoss(part) else { return false }
      let owner = reading.part(part).owner
      guard isSeed.contains(owner) else { return true }
      return partsFailing(with: seeds.filter { $0 != owner }).contains(part)
    }.sorted()
  }

  private func partsFailing(with seeds: [VertexID]) -> [VertexID] {
    defer { propagator.undo() }
    propagator.fail(seeds)
    return propagator.failed[propagator.failedFromBeginningCount...].filter { vertex in
      !reading.isElement(vertex)
        && !reading.isCutAtItsEndsOnly(vertex, isDown: propagator.contains)
    }
  }

  /// For each group and path what alone takes it down, of all that is supplied; nil: there was no time.
  private func defeatsAlone(_ goesOn: () -> Bool) -> [VertexID: VertexSet]? {
    var found: [VertexID: VertexSet] = [:]
    for seed in extents.everything {
      guard goesOn() else { return nil }
      for part in partsFailing(with: [seed]) where reading.part(part).owner != seed {
        found[part, default: []].insert(seed)
      }
    }
    return found
  }

  private func finding(
    _ defeat: Defeat, _ alone: [VertexID: VertexSet], _ spread: FailureSpread
  ) -> SameSupplierRedundancy {
    let part = reading.part(defeat.part)
    let path = graph.pathInfo(of: defeat.part)
    let network = path.map { compiled.networks.networks[$0.network.index].name }
    let defeaters = alone[defeat.part, default: []]
    return SameSupplierRedundancy(
      owner: part.owner, location: part.location,
      kind: network.map { .ways(network: $0) } ?? .alternatives,
      members: network == nil ? reading.elements(under: defeat.part) : [],
      supplier: defeat.supplier, ground: defeat.ground,
      contractors: defeat.ground == .subcontracting
        ? extents.chain.openContractors(of: defeat.supplier) : [],
      ways: ways(to: defeat.part, in: spread),
      isAlsoFalseRedundancy: defeat.seeds.contains(where: defeaters.contains))
  }

  private func spread(of seeds: [VertexID]) -> FailureSpread {
    defer { propagator.undo() }
    propagator.fail(seeds)
    return FailureSpread(from: seeds, graph) { propagator.contains($0) }
  }

  private func ways(to part: VertexID, in spread: FailureSpread) -> [[VertexID]] {
    let members: [VertexID]
    if let path = graph.pathInfo(of: part) {
      let ends = VertexSet([path.from] + path.to)
      members = graph.allInputs(of: part).filter { !ends.contains($0) }
    } else {
      members = graph.inputs(of: part).map(\.vertex)
    }
    var ways: [[VertexID]] = []
    for member in members where spread.reaches(member) {
      let way = spread.way(to: member).filter(reading.isElement)
      if !ways.contains(way) { ways.append(way) }
    }
    return ways
  }
}
