/// How much of what is critical hangs on each supplier, tier by tier.
///
///     let concentration = SupplierConcentration(in: compiled)
///     for supplier in concentration.suppliers {
///       supplier.reach      // who goes down if all of it fails at once
///       supplier.spofFor    // who goes down with one thing of it
///     }
///
/// A failure of all that a supplier delivers is no single point of failure: nothing says that one
/// fault hits all of it. But one faulty update can, and so can a bankruptcy or a conflict.
public struct SupplierConcentration: Sendable {
  /// All suppliers of one tier together.
  public struct Tier: Hashable, Sendable {
    /// The tier, from 1.
    public let number: Int
    /// How many suppliers it has, parts of the own organisation left out.
    public let supplierCount: Int
    /// The critical users that at least one of them takes down alone, by id.
    public let reach: [VertexID]
    /// The critical users of which something of at least one is a single point of failure, by id.
    public let spofFor: [VertexID]
    /// Those of the first that at least one of them takes down for certain, by id.
    public let certainReach: [VertexID]
    /// Those of the second of which it is certain, by id.
    public let certainSpofFor: [VertexID]
    /// Whether of each of them all that it delivers is known.
    public let extentIsKnown: Bool
  }

  /// Who counts.
  public let users: CriticalUsers
  /// The day on which contracts are in force; nil: nothing speaks against any.
  public let day: CalendarDate?
  /// The suppliers: those from outside before parts of the own organisation, by tier (none last), the
  /// widest reach, the most single points, then id.
  public let suppliers: [Supplier]

  /// Looks at every supplier of a model.
  ///
  /// Suppliers are the parties with that role, those that make something, those that provide a
  /// contract, and their subcontractors.
  ///
  /// - Parameters:
  ///   - compiled: The model.
  ///   - reading: The reading; by default the least favourable. Verdicts compare it with the most
  ///     favourable.
  ///   - day: The day on which contracts are in force; nil: that of the model's facts.
  /// - Complexity: O((*s* + *u*)·(*v* + *a*)) for *s* suppliers, *u* critical users and the vertices
  ///   and arcs of the model, and that of `LaneBlock.fail(_:)` for each 512 things supplied.
  public init(
    in compiled: CompiledModel, reading: Reading = .possible, on day: CalendarDate? = nil
  ) {
    let day = day ?? compiled.model.asOf
    self.day = day
    users = compiled.criticalUsers
    let extents = SupplierExtents(in: compiled, on: day)
    let trial = SupplierTrial(of: users.vertices, extents, compiled, reading)
    let widest = { (supplier: Supplier) in
      (
        supplier.isOwnOrganisation ? 1 : 0, supplier.tier ?? .max, -supplier.reach.count,
        -supplier.spofFor.count
      )
    }
    suppliers = extents.chain.suppliers.map(trial.supplier)
      .map { (key: widest($0), supplier: $0) }
      .sorted {
        $0.key == $1.key ? $0.supplier.party.isBytewiseBefore($1.supplier.party) : $0.key < $1.key
      }
      .map(\.supplier)
  }

  /// The tiers that have a supplier from outside, in order.
  ///
  /// - Complexity: O(*s*·*u* log *u*) for *s* suppliers and *u* users.
  public var tiers: [Tier] {
    let outside = suppliers.filter { !$0.isOwnOrganisation }
    return Set(outside.compactMap(\.tier)).sorted().map { number in
      let members = outside.filter { $0.tier == number }
      return Tier(
        number: number, supplierCount: members.count,
        reach: members.flatMap(\.reach).sortedOnce(),
        spofFor: members.flatMap(\.spofFor).sortedOnce(),
        certainReach: members.flatMap(\.certainReach).sortedOnce(),
        certainSpofFor: members.flatMap(\.certainSpofFor).sortedOnce(),
        extentIsKnown: members.allSatisfy(\.extentIsKnown))
    }
  }

  /// The share of the critical users that some of them are; nil where there is none.
  public func share(of some: [VertexID]) -> Double? {
    users.vertices.isEmpty ? nil : Double(some.count) / Double(users.vertices.count)
  }
}

/// Lets all of a supplier fail at once, and each thing of it alone.
private struct SupplierTrial {
  private let users: [VertexID]
  private let extents: SupplierExtents
  private let compiled: CompiledModel
  private let reading: Reading
  private let worst: FailurePropagator
  private let best: FailurePropagator
  /// For each user what alone takes it down, in both readings, and what it rests on.
  private let possibleCauses: [VertexSet]
  private let certainCauses: [VertexSet]
  private let bearing: [VertexSet]
  private let hasUnknowns: Bool

  init(
    of users: [VertexID], _ extents: SupplierExtents, _ compiled: CompiledModel, _ reading: Reading
  ) {
    self.users = users
    self.extents = extents
    self.compiled = compiled
    self.reading = reading
    let worst = compiled.reading(reading)
    let best = compiled.reading(.certain)
    self.worst = FailurePropagator(worst.levelOne)
    self.best = FailurePropagator(best.levelOne)
    let seeds = extents.everything
    possibleCauses = FailureLanes(worst.levelOne).causes(of: users, among: seeds)
    certainCauses = FailureLanes(best.levelOne).causes(of: users, among: seeds)
    bearing = users.map { Bearing(on: [$0], worst).vertices.intersection(seeds) }
    hasUnknowns = !compiled.unknownRequirements.isEmpty || !compiled.unknownShares.isEmpty
  }

  func supplier(_ id: String) -> Supplier {
    let own = extents.own(of: id)
    let through = extents.throughContractors(of: id)
    let everything = own.elements.union(VertexSet(through))
    worst.fail(everything)
    best.fail(own.certain)
    defer {
      worst.undo()
      best.undo()
    }
    let untold = cannotTell(id, everything)
    let isUntold = VertexSet(untold)
    let party = extents.party(id)
    return Supplier(
      party: id, tier: extents.chain.tiers[id], chains: extents.chain.chains(to: id),
      isOwnOrganisation: extents.isOwnOrganisation(id), products: own.products,
      contracts: extents.chain.contracts[id, default: []].map(\.id), covered: own.covered,
      throughContractors: through.filter { !own.elements.contains($0) },
      gaps: extents.gaps(of: id), mayDeliverMore: extents.mayBeMore(than: id),
      dependants: users.indices.compactMap {
        dependant(at: $0, on: everything, certain: VertexSet(own.certain), isUntold)
      },
      cannotTell: untold, subcontractors: party?.subcontractorList ?? .notStated,
      substitution: party?.substitution)
  }

  /// A user that rests on something of what has failed.
  private func dependant(
    at place: Int, on everything: VertexSet, certain: VertexSet, _ isUntold: VertexSet
  ) -> Supplier.Dependant? {
    let user = users[place]
    let elements = bearing[place].intersection(everything)
    let isDown = worst.contains(user)
    guard isDown || !elements.isEmpty else { return nil }
    let points = possibleCauses[place].intersection(everything).map { cause in
      SinglePoints.Point(
        vertex: cause,
        verdict: certain.contains(cause) && certainCauses[place].contains(cause)
          ? .certain : .possible)
    }
    return Supplier.Dependant(
      user: user, fall: isDown ? (best.contains(user) ? .certain : .possible) : nil,
      points: points, elements: elements.map(\.self), isUntold: isUntold.contains(user))
  }

  /// The users that may go down with it all the same: anything may be its own where that is not
  /// known, and what they need may.
  private func cannotTell(_ id: String, _ everything: VertexSet) -> [VertexID] {
    let others = users.filter { !worst.contains($0) }
    if extents.mayBeMore(than: id) { return others }
    guard hasUnknowns, !everything.isEmpty else { return [] }
    let seeds = Seeds(everything.map(\.self))
    let outcome = ReadingOutcome(
      compiled.reading(reading), seeds: seeds.vertices, horizon: .infinity)
    var question = BlastRadius.Question(seeds)
    question.reading = reading
    return Untellable(question, compiled, worst: outcome).among(others).map(\.vertex)
  }
}
