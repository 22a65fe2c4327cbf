/// How a failure spreads over sectors of society, order by order.
///
/// The *order* of a process or consumer that falls is the least number of borders between sectors
/// that the failure crosses on a way to it: 0 in a sector of the subject itself, 1 in a sector that
/// rests on the subject without another one between, 2 in one that it reaches through a sector of
/// order 1. Components without a sector (a site, a cable) are no border. The order of a sector is that
/// of the first of its processes and consumers.
public struct Cascade: Sendable {
  /// A sector that is reached.
  public struct Sector: Hashable, Sendable {
    /// Its id.
    public let id: String
    /// How many borders away it is.
    public let order: Int
    /// Whether it is reached in the certain reading.
    public let verdict: Verdict
    /// When the first of it falls, in seconds after the failure.
    public let after: Double
    /// Its processes and consumers that fall, by id; none where only something else of it falls, so
    /// that it is passed through and not counted.
    public let users: [VertexID]
    /// Those of them that fall in the certain reading too, by id.
    public let certainUsers: [VertexID]
    /// Their distinct owners, by id.
    public let organisations: [String]
    /// A way to the first of them, the subject and the user included.
    public let way: [VertexID]
  }

  /// What was asked.
  public let seeds: Seeds
  /// The moment of the answer; nil: in the end.
  public let after: TimeSpan?
  /// Whether what works degraded counts as fallen.
  public let countsDegraded: Bool
  /// The sectors of the subject itself, by id.
  public let ownSectors: [String]
  /// The sectors that are reached or passed through, the own ones included, by order, then by id.
  public let sectors: [Sector]
  /// Sectors of which it cannot be told whether they are reached, by id.
  public let cannotTell: [String]
  /// Processes and consumers that fall and have no sector, by id.
  public let withoutSector: [VertexID]

  /// Processes and consumers that fall in the certain reading too, by id.
  public let certainUsers: [VertexID]

  /// The sectors other than those of the subject in which processes or consumers fall.
  public var others: [Sector] {
    sectors.filter { !ownSectors.contains($0.id) && !$0.users.isEmpty }
  }

  /// The highest order of another sector; 0 where there is none.
  public var depth: Int { others.map(\.order).max() ?? 0 }

  /// Computes it.
  ///
  /// - Parameters:
  ///   - seeds: The subject: what fails by itself.
  ///   - compiled: The model.
  ///   - after: The moment of the answer; nil: when every holdup is spent.
  ///   - countsDegraded: Whether what works degraded counts as fallen.
  /// - Complexity: O(*s*·(*v* + *d*)) for *s* sectors, the *v* elements that fall and the *d*
  ///   dependencies on them.
  public init(
    of seeds: Seeds, in compiled: CompiledModel, after: TimeSpan? = nil,
    countsDegraded: Bool = false
  ) {
    let blast = BlastRadius(.init(seeds), in: compiled)
    let claimed = Set(blast.claimedIndependent.filter(\.coversTheFailure).map(\.vertex))
    self.init(
      of: seeds, FallTimes(seeds, since: nil, claimed: claimed, in: compiled), in: compiled,
      after: after, countsDegraded: countsDegraded)
  }

  init(
    of seeds: Seeds, _ times: FallTimes, in compiled: CompiledModel, after: TimeSpan?,
    countsDegraded: Bool
  ) {
    self.seeds = seeds
    self.after = after
    self.countsDegraded = countsDegraded
    let horizon = after?.seconds ?? .infinity
    let own = Set(seeds.vertices.compactMap { compiled.component($0)?.sector })
    ownSectors = own.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let hits = { (vertex: VertexID, surety: FallTimes.Surety) in
      times.fall(of: vertex, surety, degraded: countsDegraded).isBy(horizon)
    }
    let spread = { (surety: FallTimes.Surety) in
      SectorSpread(
        from: seeds.vertices, own: own, in: compiled,
        FallingWays.Passage(includesSoft: countsDegraded, isCertain: surety == .certain)
      ) { hits($0, surety) }
    }
    let isUser = { (vertex: VertexID) in compiled.component(vertex)?.isUser == true }
    let candidates = compiled.componentVertices.filter {
      isUser($0) || !seeds.vertices.contains($0)
    }
    let fallen = { (surety: FallTimes.Surety) in candidates.filter { hits($0, surety) } }
    let sector = { (vertex: VertexID) in compiled.component(vertex)?.sector }
    let possible = fallen(.possible)
    let certain = Set(fallen(.certain))
    certainUsers = certain.filter(isUser).sorted()
    let (sure, most) = (spread(.certain), spread(.possible))
    withoutSector = possible.filter { sector($0) == nil && isUser($0) }
    let bySector = Dictionary(grouping: possible.filter { sector($0) != nil }) {
      sector($0) ?? ""
    }
    sectors = bySector.map { id, members in
      // What is no process or consumer speaks for a sector only where nobody else does.
      let users = members.filter(isUser)
      let members = users.isEmpty ? members : users
      let surely = members.filter(certain.contains)
      let isSure = !surely.isEmpty
      let moments = members.map {
        times.fall(of: $0, isSure ? .certain : .possible, degraded: countsDegraded)
      }
      return Sector(
        id, isSure ? .certain : .possible, after: moments.min() ?? 0, users: users, certain,
        (isSure ? sure : most).first(of: isSure ? surely : members), in: compiled)
    }.sorted { ($0.order, $0.id) < ($1.order, $1.id) }
    let reached = Set(sectors.filter { !$0.users.isEmpty }.map(\.id))
    cannotTell = Set(fallen(.conceivable).filter(isUser).compactMap(sector)).subtracting(reached)
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

extension Cascade.Sector {
  fileprivate init(
    _ id: String, _ verdict: Verdict, after: Double, users: [VertexID],
    _ certain: Set<VertexID>, _ first: (order: Int, way: [VertexID])?, in compiled: CompiledModel
  ) {
    self.id = id
    order = first?.order ?? 0
    self.verdict = verdict
    self.after = after
    self.users = users
    certainUsers = users.filter(certain.contains)
    let owners = Set(users.compactMap(compiled.component).map { $0.owner ?? $0.id })
    organisations = owners.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    way = first?.way ?? users
  }
}

/// How a failure spreads, counted in borders between sectors: a search in which a step costs 0 within
/// a sector and 1 across a border.
private struct SectorSpread {
  /// An element, and the sector in which the failure is when it comes by.
  private struct State: Hashable {
    let vertex: VertexID
    let sector: String?
  }

  private var orders: [State: Int] = [:]
  private var previous: [State: State] = [:]
  /// The best state of each element.
  private var best: [VertexID: State] = [:]

  init(
    from seeds: [VertexID], own: Set<String>, in compiled: CompiledModel,
    _ passage: FallingWays.Passage, falls: (VertexID) -> Bool
  ) {
    // Buckets by order; the next one is never more than one ahead.
    var current = seeds.map { State(vertex: $0, sector: compiled.component($0)?.sector) }
    for state in current { orders[state] = 0 }
    var order = 0
    while !current.isEmpty {
      var following: [State] = []
      var place = 0
      while place < current.count {
        let state = current[place]
        place += 1
        guard orders[state] == order else { continue }
        if best[state.vertex] == nil { best[state.vertex] = state }
        for user in passage.users(of: state.vertex, in: compiled) where falls(user) {
          let sector = compiled.component(user)?.sector
          let crosses =
            sector.map { $0 != state.sector && !own.contains($0) } ?? false
          let next = State(vertex: user, sector: sector ?? state.sector)
          let cost = order + (crosses ? 1 : 0)
          if let known = orders[next], known <= cost { continue }
          orders[next] = cost
          previous[next] = state
          if crosses { following.append(next) } else { current.append(next) }
        }
      }
      current = following
      order += 1
    }
  }

  /// The first of some users by order, then by id, with the way to it.
  func first(of users: [VertexID]) -> (order: Int, way: [VertexID])? {
    let reached = users.compactMap { user in
      best[user].flatMap { state in orders[state].map { (order: $0, user: user, state: state) } }
    }
    guard let first = reached.min(by: { ($0.order, $0.user) < ($1.order, $1.user) }) else {
      return nil
    }
    var way = [first.state]
    while let last = way.last, let before = previous[last] { way.append(before) }
    return (first.order, way.reversed().map(\.vertex))
  }
}
