/// What a measure comes to, as a range, with what it rests on.
public struct MeasuredValue: Hashable, Sendable {
  /// A fact that nobody wrote down and that would narrow the range.
  public struct Missing: Hashable, Comparable, Sendable {
    /// What it is about: a component, a figure, a question.
    public let id: String
    /// The key in which it would stand.
    public let key: String

    /// Makes it.
    public init(_ id: String, _ key: String) {
      self.id = id
      self.key = key
    }

    /// By id, then key.
    public static func < (left: Self, right: Self) -> Bool {
      (left.id, left.key) < (right.id, right.key)
    }
  }

  /// The number.
  public var range: ValueRange
  /// What counts for certain, by id of its component.
  public var certain: [VertexID] = []
  /// What may count, the certain ones included.
  public var possible: [VertexID] = []
  /// Where distinct things are counted: those counted for certain.
  public var certainThings: [String] = []
  /// Where distinct things are counted: all that may count.
  public var possibleThings: [String] = []
  /// What would narrow the range, in order.
  public var missing: [Missing] = []

  init(_ range: ValueRange) { self.range = range }
}

/// Computes measures of a failure at a moment.
struct MeasureTable {
  let compiled: CompiledModel
  let seeds: Seeds
  let times: FallTimes
  let figures: [String: Double]
  /// For what cannot be told, the ids of the components with unknown needs from which it follows.
  let untold: [VertexID: [String]]
  /// All processes and consumers, by id.
  private let users: [VertexID]
  private let parties: [String: Party]
  /// Processes and consumers that rest on the subject, itself left out.
  private let resting: [VertexID]

  /// - Complexity: O(*n* + *d*) for *n* elements and *d* dependencies.
  init(
    _ blast: BlastRadius, _ times: FallTimes, figures: [String: Double],
    in compiled: CompiledModel
  ) {
    self.compiled = compiled
    seeds = blast.question.seeds
    self.times = times
    self.figures = figures
    let doubtful =
      blast.cannotTell.map { ($0.vertex, $0.because) }
      + (blast.degraded + blast.reducedRedundancy).map { ($0.vertex, $0.couldBeDown) }
    untold = Dictionary(doubtful, uniquingKeysWith: { one, _ in one })
    users = compiled.vertices(ofKinds: [.process, .consumer])
    parties = Consequences.parties(of: compiled.model)
    let subject = blast.question.seeds.vertices
    let ways = FallingWays(from: subject, in: compiled) { _ in true }
    resting = ways.order.dropFirst(subject.count).filter { vertex in
      compiled.component(vertex)?.isUser == true
    }.sorted()
  }

  /// What is asked of a measure.
  struct Query {
    let test: CriterionTest
    let countsDegraded: Bool
    /// Seconds after the failure; infinite: in the end.
    let moment: Double
    /// How long the outage lasts.
    let duration: ValueRange
  }

  /// The value of a measure.
  ///
  /// - Complexity: O(*n* log *n*) for *n* components, their rows of impact included.
  func value(_ query: Query) -> MeasuredValue {
    switch query.test.measure {
    case .people, .casualties, .economic, .users: sum(query)
    case .usersShare: share(query)
    case .organisations, .ministries, .sectors, .otherSectors, .regions: distinct(query)
    case .processes: count(query, among: users.filter { kind(of: $0) == .process })
    case .consumers: count(query, among: users.filter { kind(of: $0) == .consumer })
    case .withoutAlternative: count(query, among: resting)
    case .vitalServices: vitalServices(query)
    case .pastMTPD: pastTolerance(query)
    case .alternatives: alternatives(query)
    case .duration: MeasuredValue(query.duration)
    case .figure: figure(query.test.figure ?? "")
    }
  }

  private func kind(of vertex: VertexID) -> ComponentKind? { compiled.component(vertex)?.kind }

  /// Those of some components that have fallen at the moment.
  private func fallen(
    _ query: Query, _ surety: FallTimes.Surety, among vertices: [VertexID], degraded: Bool
  ) -> [VertexID] {
    vertices.filter {
      times.harm(of: $0, surety, degraded: degraded).isBy(query.moment)
    }
  }

  private func counted(
    _ query: Query, among vertices: [VertexID], degraded: Bool
  ) -> MeasuredValue {
    var value = MeasuredValue(ValueRange(0))
    value.certain = fallen(query, .certain, among: vertices, degraded: degraded)
    value.possible = fallen(query, .conceivable, among: vertices, degraded: degraded)
    return value
  }

  // MARK: - Counts

  private func count(_ query: Query, among vertices: [VertexID]) -> MeasuredValue {
    var value = counted(query, among: vertices, degraded: query.countsDegraded)
    value.range = ValueRange(Double(value.certain.count), Double(value.possible.count))
    return value
  }

  /// Distinct owners, ministries, sectors or regions of the users that have fallen.
  ///
  /// A sector has failed when all of its users in the model have; when some have, it is degraded.
  private func distinct(_ query: Query) -> MeasuredValue {
    var value = counted(query, among: users, degraded: query.countsDegraded)
    let measure = query.test.measure
    let key = measure == .regions ? "region" : measure == .ministries ? "owner" : "sector"
    var without: [VertexID] = []
    let things = { (vertices: [VertexID]) -> Set<String> in
      Set(vertices.compactMap(compiled.component).flatMap { self.things($0, measure) ?? [] })
    }
    for vertex in value.possible {
      if let component = compiled.component(vertex), self.things(component, measure) == nil {
        without.append(vertex)
        value.missing.append(.init(component.id, key))
      }
    }
    var found = Found(sure: things(value.certain), most: things(value.possible))
    if measure == .sectors || measure == .otherSectors, !query.countsDegraded {
      leaveOutDegraded(&found, value, things)
    }
    if measure == .otherSectors { leaveOutOwn(&found) }
    let (sure, most) = (found.sure, found.most)
    value.missing += found.spoilers.map { .init(compiled.table.id(of: $0), key) }
    let low = max(0, sure.count - Set(found.spoilers).count)
    let high =
      measure == .regions && !without.isEmpty ? .infinity : Double(most.count + without.count)
    value.range = ValueRange(Double(low), high)
    let order = { (ids: Set<String>) in
      ids.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
    value.certainThings = order(sure)
    value.possibleThings = order(most)
    // What adds nothing to the count is no part of the reason.
    if measure == .otherSectors {
      let counts = { (vertex: VertexID) in
        compiled.component(vertex)?.sector.map(most.contains) ?? true
      }
      value.certain = value.certain.filter(counts)
      value.possible = value.possible.filter(counts)
    }
    value.missing = Set(value.missing).sorted()
    return value
  }

  /// Distinct things that are counted.
  private struct Found {
    var sure: Set<String>
    var most: Set<String>
    /// What has no sector and could be of one that is counted, so that this one would not count.
    var spoilers: [VertexID] = []
  }

  /// Leaves out sectors of which some user stands, or may stand.
  private func leaveOutDegraded(
    _ found: inout Found, _ value: MeasuredValue, _ things: ([VertexID]) -> Set<String>
  ) {
    let (down, mayBeDown) = (Set(value.certain), Set(value.possible))
    found.sure.subtract(things(users.filter { !down.contains($0) }))
    found.most.subtract(things(users.filter { !mayBeDown.contains($0) }))
    found.spoilers += users.filter {
      !down.contains($0) && compiled.component($0)?.sector == nil
    }
  }

  /// Leaves out the sectors of the subject.
  private func leaveOutOwn(_ found: inout Found) {
    let own = Set(seeds.vertices.compactMap { compiled.component($0)?.sector })
    found.sure.subtract(own)
    found.most.subtract(own)
    found.spoilers += seeds.vertices.filter { vertex in
      guard let component = compiled.component(vertex) else { return false }
      return component.sector == nil && component.kind.mustStateRequirements
    }
  }

  /// What a user adds to a count of distinct things; nil: nobody stated it.
  private func things(_ component: Component, _ measure: CriterionMeasure) -> [String]? {
    switch measure {
    case .organisations: return [component.owner ?? component.id]
    case .ministries:
      guard let owner = component.owner else { return nil }
      return Consequences.ministry(of: owner, in: parties).map { [$0] } ?? []
    case .regions: return component.regions.isEmpty ? nil : component.regions
    default: return component.sector.map { [$0] }
    }
  }

  private func vitalServices(_ query: Query) -> MeasuredValue {
    let services = compiled.componentVertices.filter { vertex in
      let status = compiled.component(vertex)?.vital?.status
      return status != nil && status != .notDesignated && !seeds.vertices.contains(vertex)
    }
    var value = counted(query, among: services, degraded: query.countsDegraded)
    let isDesignated = { (vertex: VertexID) in
      compiled.component(vertex)?.vital?.status == .designated
    }
    let open = value.possible.filter { !isDesignated($0) }
    value.certain = value.certain.filter(isDesignated)
    value.missing = open.map { .init(compiled.table.id(of: $0), "vital.status") }
    value.range = ValueRange(Double(value.certain.count), Double(value.possible.count))
    return value
  }

  private func pastTolerance(_ query: Query) -> MeasuredValue {
    var value = MeasuredValue(ValueRange(0))
    for vertex in users {
      guard let component = compiled.component(vertex) else { continue }
      let limit = component.continuity.maximumTolerablePeriod?.seconds
      let isPast = { (surety: FallTimes.Surety) in
        let start = times.harm(of: vertex, surety)
        return start < .infinity && query.moment - start > (limit ?? 0)
      }
      guard isPast(.conceivable) else { continue }
      value.possible.append(vertex)
      if limit == nil {
        value.missing.append(.init(component.id, "mtpd"))
      } else if isPast(.certain) {
        value.certain.append(vertex)
      }
    }
    value.range = ValueRange(Double(value.certain.count), Double(value.possible.count))
    return value
  }

  /// Those that rest on the subject and go on.
  private func alternatives(_ query: Query) -> MeasuredValue {
    let goesOn = { (surety: FallTimes.Surety) in
      resting.filter { !times.harm(of: $0, surety).isBy(query.moment) }
    }
    var value = MeasuredValue(ValueRange(0))
    value.certain = goesOn(.conceivable)
    value.possible = goesOn(.certain)
    value.range = ValueRange(Double(value.certain.count), Double(value.possible.count))
    return value
  }

  private func figure(_ id: String) -> MeasuredValue {
    if let known = figures[id] { return MeasuredValue(ValueRange(known)) }
    var value = MeasuredValue(ValueRange(0, .infinity))
    value.missing = [.init(id, "figure")]
    return value
  }

  // MARK: - Sums

  /// A sum over populations that overlap: from the largest that is certain to all that may be.
  private func sum(_ query: Query) -> MeasuredValue {
    var value = counted(query, among: users, degraded: false)
    var (low, high) = (0.0, 0.0)
    let key = query.test.measure == .users ? "users" : "impact.\(query.test.measure.rawValue)"
    for vertex in value.certain {
      if let least = amount(of: vertex, query, .certain) { low = max(low, least) }
    }
    for vertex in value.possible {
      guard let most = amount(of: vertex, query, .conceivable) else {
        high = .infinity
        value.missing.append(.init(compiled.table.id(of: vertex), key))
        continue
      }
      high += most
    }
    value.range = ValueRange(low, max(low, high))
    return value
  }

  /// What the outage of a user comes to; nil: nobody wrote it down.
  private func amount(of vertex: VertexID, _ query: Query, _ surety: FallTimes.Surety) -> Double? {
    guard let component = compiled.component(vertex) else { return nil }
    let start = times.harm(of: vertex, surety)
    let lasting = query.moment < .infinity ? query.moment - start : nil
    let rows = component.impact.sorted { $0.after < $1.after }
    let measure = query.test.measure
    if Self.isSilent(rows, at: lasting, on: measure) { return nil }
    switch measure {
    case .users: return component.users?.value
    case .people:
      if let total = Consequences.total(rows.map { ($0.after, $0.people) }, at: lasting) {
        return total.value
      }
      return component.users?.value
    case .casualties:
      return Consequences.total(rows.map { ($0.after, $0.casualties) }, at: lasting)?.value
    default:
      return Consequences.total(rows.map { ($0.after, $0.economic) }, at: lasting)?.value?.euros
    }
  }

  /// Whether rows have begun and none of them speaks of a measure, while a later one does: then nobody
  /// wrote down what it comes to until there.
  private static func isSilent(
    _ rows: [Impact], at lasting: Double?, on measure: CriterionMeasure
  ) -> Bool {
    guard let lasting else { return false }
    let states = { (row: Impact) in
      switch measure {
      case .people: row.people != nil
      case .casualties: row.casualties != nil
      case .economic: row.economic != nil
      default: true
      }
    }
    let begun = rows.filter { $0.after.seconds <= lasting }
    return !begun.isEmpty && !begun.contains(where: states) && rows.contains(where: states)
  }

  /// The users of what has fallen, as a share of those of all processes and consumers.
  ///
  /// Who uses one may use another too: those that fall are at least the most users of one of them and
  /// at most the sum, and so are the rest, who may be the same people.
  private func share(_ query: Query) -> MeasuredValue {
    var value = counted(query, among: users, degraded: false)
    let known = { (vertices: [VertexID]) in
      vertices.map { compiled.component($0)?.users?.value ?? 0 }
    }
    let areKnown = { (vertices: [VertexID]) in
      vertices.allSatisfy { compiled.component($0)?.users?.value != nil }
    }
    let (sure, open) = (Set(value.certain), Set(value.possible))
    let most = known(value.certain).max() ?? 0
    let others = users.filter { !sure.contains($0) }
    // The fewest people hit, and nobody among the rest twice.
    let low =
      areKnown(others) && most > 0 ? most / known(others).reduce(most, +) : 0
    let all = known(value.possible).reduce(0, +)
    let largest = known(users.filter { !open.contains($0) }).max() ?? 0
    let high =
      open.isEmpty ? 0 : areKnown(value.possible) ? (all > 0 ? all / max(all, largest) : 0) : 1
    value.range = ValueRange(min(low, high), high)
    value.missing = users.filter { compiled.component($0)?.users?.value == nil }
      .map { .init(compiled.table.id(of: $0), "users") }
    return value
  }
}
