/// What one supplier delivers, and who of the critical users depends on it.
///
/// Its *extent* is what it makes and what its contracts in force cover. A subcontractor of which
/// nobody wrote down what it does has no extent of its own in that work: then all of its contractor's
/// stands in, and what follows from that is *possible* only.
public struct Supplier: Hashable, Sendable {
  /// Something of which the model does not say how far it goes.
  public enum Gap: Hashable, Sendable {
    /// What it makes.
    case products
    /// What this contract covers.
    case coverage(contract: String)
    /// Which part of this contractor's work it does.
    case work(contractor: String)
  }

  /// What the model says of its subcontractors.
  public enum SubcontractorList: String, Hashable, Sendable, CaseIterable {
    /// All are named, or it is said that there are none.
    case complete
    /// There are more than are named.
    case incomplete
    /// It is said that nobody knows.
    case unknown
    /// Nothing says whether those named are all.
    case notStated = "not-stated"
  }

  /// What stands in for it.
  public enum Replacement: String, Hashable, Sendable, CaseIterable {
    /// Nothing: one thing of it is a single point of failure.
    case none
    /// Only other things of the same supplier: all of it at once takes the user down.
    case sameSupplier = "same-supplier"
    /// What is not of this supplier: the user works without any of it.
    case otherSupplier = "other-supplier"
    /// It works without what is known of the supplier, but may rest on more of it, or on what nobody
    /// wrote down.
    case unknown
  }

  /// A critical user that rests on something of it.
  public struct Dependant: Hashable, Sendable {
    /// The user.
    public let user: VertexID
    /// Whether it goes down when all of the supplier fails at once, and how sure that is; nil: it
    /// works without, as far as is known.
    public let fall: Verdict?
    /// What of the supplier is a single point of failure of it, by id.
    public let points: [SinglePoints.Point]
    /// All of the supplier on which it rests, by id.
    public let elements: [VertexID]
    /// Whether it cannot be told if it goes down.
    public let isUntold: Bool

    /// What stands in for the supplier.
    public var replacement: Replacement {
      if !points.isEmpty { return .none }
      if fall != nil { return .sameSupplier }
      return isUntold ? .unknown : .otherSupplier
    }
  }

  /// How what is found about it compares with what may be true.
  public enum Bound: String, Hashable, Sendable, CaseIterable {
    /// All that it delivers is known.
    case exact
    /// It may deliver more.
    case atLeast = "at-least"
    /// It does an unknown part of what its contractors deliver.
    case atMost = "at-most"
    /// Both: what stands in for it is not all known either.
    case open
  }

  /// The id of its party.
  public let party: String
  /// Its tier, from 1; nil: nothing in force ties it to the network.
  public let tier: Int?
  /// The chains along which it works for others: the contractors from the first tier down.
  public let chains: [[String]]
  /// Whether it belongs to the organisation that is supplied: a department that promises another one.
  public let isOwnOrganisation: Bool
  /// What it makes, by id: components and common causes.
  public let products: [VertexID]
  /// The ids of its contracts in force.
  public let contracts: [String]
  /// What these cover, by id, as far as anybody knows.
  public let covered: [VertexID]
  /// What its contractors have, where it does an unknown part of it, by id.
  public let throughContractors: [VertexID]
  /// Of what the model does not say how far it goes.
  public let gaps: [Gap]
  /// Whether it, or one of those for whom it does an unknown part, may deliver more than is known.
  public let mayDeliverMore: Bool
  /// The critical users that rest on something of it, by id.
  public let dependants: [Dependant]
  /// The critical users of which it cannot be told whether they go down with it, by id.
  public let cannotTell: [VertexID]
  /// What the model says of its subcontractors.
  public let subcontractors: SubcontractorList
  /// How hard it is to change to another supplier, as the model says; nil: it does not.
  public let substitution: Party.Substitution?

  /// Whether all that it delivers is known.
  public var extentIsKnown: Bool { gaps.isEmpty }

  /// How its reach and its single points compare with what may be true.
  public var bound: Bound {
    switch (mayDeliverMore, throughContractors.isEmpty) {
    case (false, true): .exact
    case (true, true): .atLeast
    case (false, false): .atMost
    case (true, false): .open
    }
  }

  /// Whether anything that it delivers is known, or what it may have a part in.
  public var deliversSomethingKnown: Bool {
    !products.isEmpty || !covered.isEmpty || !throughContractors.isEmpty
  }

  /// The critical users that go down when all of it fails at once, by id.
  ///
  /// - Complexity: O(*u*) for *u* users.
  public var reach: [VertexID] { dependants.filter { $0.fall != nil }.map(\.user) }

  /// Those of `reach` of which that is certain.
  ///
  /// - Complexity: O(*u*) for *u* users.
  public var certainReach: [VertexID] { dependants.filter { $0.fall == .certain }.map(\.user) }

  /// The critical users of which one thing of it is a single point of failure, by id.
  ///
  /// - Complexity: O(*u*) for *u* users.
  public var spofFor: [VertexID] { dependants.filter { !$0.points.isEmpty }.map(\.user) }

  /// Those of `spofFor` of which that is certain.
  ///
  /// - Complexity: O(*u*·*p*) for *u* users with *p* single points.
  public var certainSpofFor: [VertexID] {
    dependants.filter { $0.points.contains { $0.verdict == .certain } }.map(\.user)
  }
}
